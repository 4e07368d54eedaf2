"""Signs that nobody sees: written in or pasted along."""

# Soft hyphens, joiners, marks of direction and of byte order; for a set in a pattern.
INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
