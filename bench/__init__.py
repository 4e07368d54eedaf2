"""Benchmarks run on the site's own settings, so Django is set up before any of them is imported."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ics_leadership.settings")
django.setup()
