"""The colours of the four audiences on paper and in drawings: lines, and the ground behind a box.

The stylesheets hold the same by day, and others for the dark; a test compares.
"""

# {slug of an audience: (colour, ground)}
AUDIENCES = {
    "nhs": ("#07545c", "#e4f3f3"),
    "councils": ("#6b3fa0", "#f1ebf9"),
    "housing": ("#9a5400", "#fbefe0"),
    "voluntary": ("#c7256c", "#fce9f0"),
}
