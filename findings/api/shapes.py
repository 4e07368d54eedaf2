"""What the API answers, as JSON Schema: every key of every representation, in its order.

A shape is closed: an answer holds these keys, all of them, and no other.
"""


def closed(about, **keys):
    return {
        "type": "object",
        "description": about,
        "properties": keys,
        "required": list(keys),
        "additionalProperties": False,
    }


def text(about, **more):
    return {"type": "string", "description": about, **more}


def day(about):
    return text(about, format="date")


def address(about):
    return text(about, format="uri")


def number(about, **more):
    return {"type": "integer", "description": about, "minimum": 0, **more}


def truth(about):
    return {"type": "boolean", "description": about}


def of(shape, about=""):
    """A value of one of SHAPES."""
    return {"$ref": f"#/components/schemas/{shape}"} | ({"description": about} if about else {})


def maybe(schema):
    """The same, or null."""
    if "type" in schema:
        return {**schema, "type": [schema["type"], "null"]}
    about = {"description": schema["description"]} if "description" in schema else {}
    return {**about, "anyOf": [{"$ref": schema["$ref"]}, {"type": "null"}]}


def many(items, about):
    return {"type": "array", "description": about, "items": items}


def page_of(shape, about, **more):
    """One page of a list of things of this shape."""
    return closed(
        about,
        **more,
        count=number("How many there are on all pages."),
        page=number("The page that this is.", minimum=1),
        pages=number("How many pages there are.", minimum=1),
        per_page=number("How many a page holds at most.", minimum=1, maximum=100),
        previous=maybe(address("The page before this one.")),
        next=maybe(address("The page after this one.")),
        results=many(of(shape), "What this page holds, in order."),
        **TERMS,
    )


HTML_URL = address("Where people read it on this site.")
SLUG = text("Its name in addresses.", pattern="^[-a-zA-Z0-9_]+$")
REFERENCE = text("Its permanent reference.", pattern="^[A-Z]+[0-9]+-[A-Z][0-9]+$")
READING = of("Word", "Who says so: the editors. It is their reading.")
TERMS = {
    "licence": of("Licence", "What you may do with it."),
    "knowledge_date": maybe(day("The editors have read nothing later than this day.")),
}
KIND = of("Word", "finding, skill or recommendation.")
LINE_OF_CITATIONS = many(of("Citation"), "The passages that show it.")

SMALL = {
    "Word": closed(
        "A word of a controlled list.",
        value=text("The word, as it is asked for."),
        label=text("The word, as readers see it."),
    ),
    "Licence": closed("A licence.", name=text("Its name."), url=address("Its full text.")),
    "Text": closed(
        "A longer text.",
        text=text("Its words alone, an empty line between paragraphs."),
        html=text("The same as safe HTML: paragraphs, lists, emphasis, links, h3 to h5."),
    ),
    "RecordMention": closed(
        "A record in short.",
        reference=REFERENCE,
        kind=KIND,
        title=text("Its title."),
        verdict=of("Word", "Whether it holds."),
        url=address("The record in this API."),
        html_url=HTML_URL,
    ),
    "ThemeMention": closed(
        "A theme in short.",
        slug=SLUG,
        name=text("Its name."),
        url=address("The theme in this API."),
        html_url=HTML_URL,
    ),
    "AudienceMention": closed(
        "An audience in short.",
        slug=SLUG,
        name=text("Its name."),
        url=address("The audience in this API."),
        html_url=HTML_URL,
    ),
    "SourceMention": closed(
        "A work in short.",
        slug=SLUG,
        title=text("Its title."),
        byline=text("Who wrote or issued it."),
        published=text("Its date, as the work gives it."),
        extent=of("Word", "How much of it the editors have read."),
        method=of("Word", "Its kind of evidence. No grade is given."),
        who=text("Who was asked, of a study that asked people; may be empty."),
        how_many=maybe(number("How many were asked; null where the work gives no number.")),
        gathered=text("When they were asked; may be empty."),
        published_at=text("Where its publisher has it; empty where we know no such address."),
        url=address("The source in this API."),
        html_url=HTML_URL,
    ),
    "Passage": closed(
        "A place in a work.",
        locator=text("Its name: P8, Opening, Section 26."),
        label=text("The same in words: paragraph 8."),
        paraphrase=text("What it says, in one line of the editors’ own words; may be empty."),
        second_hand=text("That the editors know it from another’s account; empty if they read it."),
        html_url=HTML_URL,
        source=of("SourceMention", "The work."),
    ),
    "Citation": closed(
        "What something says of a passage.",
        relation=of("Word", "rests-on, supports or qualifies."),
        passage=of("Passage", "The passage."),
    ),
    "DevelopmentMention": closed(
        "An event in short.",
        slug=SLUG,
        title=text("What happened."),
        when=text("When, as exactly as it is known."),
        status=of("Word", "happened, planned or proposed."),
        url=address("The development in this API."),
        html_url=HTML_URL,
    ),
    "GapMention": closed(
        "In short, something that the sources do not say.",
        reference=REFERENCE,
        title=text("What is not said."),
        url=address("The gap in this API."),
        html_url=HTML_URL,
    ),
    "Problem": {
        **closed(
            "An error, in the form of RFC 9457. Some have further members.",
            type=text("An address that names the error and leads to its explanation."),
            title=text("What kind of error it is."),
            status=number("The status of the answer."),
            detail=text("What it was this time."),
        ),
        "additionalProperties": True,
    },
}
