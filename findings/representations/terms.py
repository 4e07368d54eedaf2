"""A word of the field in plain words."""


def represent(term, origin):
    return {
        "slug": term.slug,
        "name": term.name,
        "full_name": term.full_name,
        "also": term.other_forms,
        "definition": term.definition,
        "url": origin.address("api-term", term.slug),
        "html_url": origin.page(term),
        **origin.terms,
    }
