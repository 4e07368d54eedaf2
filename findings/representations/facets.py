"""The ways to narrow what a Query finds, and what each would give."""


def represent(query):
    """[{facet, options}] as the page counts them: each facet with its own choice ignored."""
    return [
        {
            "facet": facet.key,
            "label": facet.label,
            "options": [
                {
                    "value": option.value,
                    "label": option.label,
                    "count": option.count,
                    "chosen": option.chosen,
                }
                for option in options
            ],
        }
        for facet, options in query.options()
    ]
