"""Read by Django (FORMAT_MODULE_PATH) before its own for en-gb, which shortens months."""

DATE_FORMAT = "j F Y"
TIME_FORMAT = "H:i"
DATETIME_FORMAT = "j F Y, H:i"
