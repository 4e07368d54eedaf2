"""Versions as a reader may read them: names instead of slugs, and only what readers can open.

What a record said then stays as it was. How themes, audiences, sources and other records are
called is said as it is today; other records are named only while they are published.

names        what the slugs in rows stand for
edition      one version in the words of readers
differences  what two editions say differently, word by word
"""
