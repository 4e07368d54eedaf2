"""The lists of the admin in the order in which editors need them."""

GROUPS = {
    "Every day": ["recommendation", "finding", "skill", "source", "development"],
    "Other texts for readers": ["gap", "lawline", "audience", "homepage"],
    "Records and verdicts together": ["record", "verdict", "passage"],
    "Words that readers use": ["theme", "term", "synonym", "pin", "miss", "judgedquery"],
    "The site and its accounts": ["webaddress", "version", "user", "reference", "loadedrow"],
}


def grouped(app_list, registry):
    """Django's list of apps with their models, as one "app" a group; what the editor may not
    see is not in it. Each model says in its `intro` what it is. All but the first, of what is
    edited every day, are folded."""
    models = {
        model["object_name"].lower(): {**model, "intro": intro_of(registry, model)}
        for app in app_list
        for model in app["models"]
    }
    groups = []
    for number, (name, members) in enumerate(GROUPS.items(), start=1):
        held = [models[member] for member in members if member in models]
        if held:
            label = f"group-{number}"
            is_first = number == 1
            groups.append(
                {"name": name, "app_label": label, "models": held, "folded": not is_first}
            )
    return groups


def intro_of(registry, model):
    return getattr(registry[model["model"]], "intro", "")
