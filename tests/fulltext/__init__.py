"""Each module has its own tests here."""
