"""What XML can hold: the one list for all files that are made of it."""

# Control characters but tab and the ends of lines, halves of characters, and two that are none.
# For a set in a pattern.
UNWRITABLE = "\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
