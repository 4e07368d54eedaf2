"""What the site's pages say, as documents for Word and PDF."""
