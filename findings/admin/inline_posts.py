"""The posted parts of a form in which smaller rows are edited, as if each were new."""

import re


def as_new(post, prefixes):
    """A copy of `post` in which the smaller rows under `prefixes` bear no keys of stored rows.

    Those that are to be deleted are left out, so a form that comes back with an error doesn't
    bring them back.
    """
    post = post.copy()
    for prefix in prefixes:
        renumber(post, prefix)
    return post


def renumber(post, prefix):
    named = re.compile(rf"{re.escape(prefix)}-([0-9]{{1,4}})-(.+)")
    found = {}
    for key in [key for key in post if named.fullmatch(key)]:
        number, name = named.fullmatch(key).groups()
        found.setdefault(int(number), {})[name] = post.pop(key)
    kept = [found[number] for number in sorted(found) if not any(found[number].get("DELETE", []))]
    for number, values in enumerate(kept):
        for name, value in {**values, "id": [""]}.items():
            post.setlist(f"{prefix}-{number}-{name}", value)
    post[f"{prefix}-TOTAL_FORMS"] = str(len(kept))
    post[f"{prefix}-INITIAL_FORMS"] = "0"
