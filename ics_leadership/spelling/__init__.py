"""How the admin spells days and times where nothing else is said: as the site does."""
