"""Who speaks here, and on what terms: the same words in every form."""

SITE = "ICS Leadership"
EDITORS = f"The editors of {SITE}"
LICENCE = "CC BY 4.0"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"
# The report that this site is about: it leads every list, and the others join it.
LEADING_REPORT = "ICS18"
