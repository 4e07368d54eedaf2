"""schema.org data for a page, as JSON that may stand in a script element."""

import json

# So that no text can end the element that holds it.
INERT = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def block(data):
    """The JSON of `data` without what is empty, safe between <script> and </script>."""
    kept = {name: value for name, value in data.items() if value not in (None, "", [], {})}
    return json.dumps(kept, ensure_ascii=False).translate(INERT)
