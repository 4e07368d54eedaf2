"""The lists of the admin in the order in which editors need them."""

GROUPS = {
    "Texts for readers": [
        "recommendation",
        "finding",
        "skill",
        "gap",
        "lawline",
        "audience",
        "homepage",
        "record",
    ],
    "What they rest on": ["source", "passage", "development", "verdict"],
    "Words": ["theme", "term", "synonym", "pin", "miss"],
    "The site": ["webaddress", "version", "user", "reference", "loadedrow"],
}


def grouped(app_list, registry):
    """Django's list of apps with their models, as one "app" a group; what the editor may not
    see is not in it. Each model says in its `intro` what it is."""
    models = {
        model["object_name"].lower(): {**model, "intro": intro_of(registry, model)}
        for app in app_list
        for model in app["models"]
    }
    groups = []
    for number, (name, members) in enumerate(GROUPS.items(), start=1):
        held = [models[member] for member in members if member in models]
        if held:
            groups.append({"name": name, "app_label": f"group-{number}", "models": held})
    return groups


def intro_of(registry, model):
    return getattr(registry[model["model"]], "intro", "")
