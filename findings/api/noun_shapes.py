"""The shapes of all that a record leads to, and of lists."""

from .shapes import (
    HTML_URL,
    KIND,
    READING,
    REFERENCE,
    SLUG,
    SMALL,
    TERMS,
    closed,
    day,
    many,
    maybe,
    number,
    of,
    page_of,
    text,
    truth,
)

ASKED = {
    "sentence": text("What you asked and how much answers it."),
    "as_at": maybe(day("The past day at which you look; null means today.")),
    "words": maybe(of("Words", "What was made of the words you searched for, if any.")),
    "html_url": HTML_URL,
}


def grown(mention, about, **more):
    """A thing in full: all that a mention of it says, and more."""
    return closed(about, **SMALL[mention]["properties"], **more, **TERMS)


def counted(**counts):
    return closed("How many published records.", **counts)


RECORDS = {"records": number("All of them.")}
NOUN_SHAPES = {
    "Audience": grown(
        "AudienceMention",
        "One of the sectors that the report addresses.",
        hook=text("One line for it."),
        orientation=text("What the source says to this sector, and what not."),
        questions=many({"type": "string"}, "Questions to ask in the room."),
        changes=many(
            closed(
                "One thing that changed.",
                text=text("What changed."),
                developments=many(of("DevelopmentMention"), "The events that show it."),
                source=maybe(of("SourceMention", "What shows it, where no event does.")),
            ),
            "What changed for it since 2018.",
        ),
        counts=counted(
            **RECORDS,
            named=number("Those that name it."),
            all=number("Those addressed to it only because all are addressed."),
        ),
    ),
    "Role": closed(
        "A role in an organisation.",
        value=text("The word, as it is asked for."),
        label=text("The word, as readers see it."),
        plural=text("The same of several people."),
        speaker=READING,
        counts=counted(**RECORDS, named=number("Those that name the role.")),
        html_url=HTML_URL,
        **TERMS,
    ),
    "Theme": grown(
        "ThemeMention",
        "What records are about.",
        description=text("What belongs under it."),
        counts=counted(**RECORDS),
    ),
    "Source": grown(
        "SourceMention",
        "A work, passage by passage.",
        description=text("What the work is."),
        published_on=maybe(day("The exact day, where it is known.")),
        report_code=maybe(text("How the references of its own records begin, if it has any.")),
        account_of=maybe(of("SourceMention", "The work that this one reports on, if any.")),
        passages=many(
            closed(
                "A place in the work.",
                **{
                    key: SMALL["Passage"]["properties"][key]
                    for key in ("locator", "label", "paraphrase", "second_hand", "html_url")
                },
                cited_by=many(of("Use"), "What rests on it."),
            ),
            "The places that are cited.",
        ),
    ),
    "Use": closed(
        "Something that cites a passage.",
        noun=text("What it is.", enum=["record", "verdict", "gap", "development"]),
        relation=of("Word", "rests-on, supports or qualifies."),
        identifier=text("Its reference, or the slug of a development."),
        title=text("Its title; of a verdict, that of the record."),
        html_url=HTML_URL,
    ),
    "Development": grown(
        "DevelopmentMention",
        "An event that bears on what the reports say.",
        summary=text("What it is."),
        first_day=day("The first day on which it may have happened."),
        last_day=day("The last day on which it may have happened."),
        precision=of("Word", "day, month, year or range."),
        bears_on=many(of("RecordMention"), "The records that it bears on."),
        citations=many(of("Citation"), "The passages that show it."),
    ),
    "Gap": grown(
        "GapMention",
        "Something that the sources do not say.",
        statement=text("What is not said."),
        why_it_matters=text("Why it matters."),
        what_would_close_it=text("What would close it."),
        bears_on=many(of("RecordMention"), "Records to read with this in mind."),
        developments=many(of("DevelopmentMention"), "Events that bear on it."),
        citations=many(of("Citation"), "The passages that show it."),
        report=of("SourceMention", "The report that it belongs to."),
    ),
    "Law": closed(
        "One thing that the law, guidance or an agreement asks of an audience.",
        slug=SLUG,
        title=text("What it is about."),
        audience=of("AudienceMention", "Whom it concerns."),
        force=of("Word", "law, guidance, agreement or policy. Only a law binds."),
        text=text("What it asks now."),
        since=maybe(day("Since when, where the day is known.")),
        development=maybe(of("DevelopmentMention", "The event that brought it.")),
        would_change=text("What a Bill before Parliament would change; may be empty. Not law."),
        bill=maybe(of("DevelopmentMention", "When the Bill was put forward.")),
        check_at=of("SourceMention", "Where to check it today, at its published_at."),
        as_of=day("The newest thing that the editors had read about it."),
        bears_on=many(of("RecordMention"), "The records that depend on it."),
        url=text("The line in this API.", format="uri"),
        html_url=HTML_URL,
        **TERMS,
    ),
    "Term": closed(
        "A word of the field, explained.",
        slug=SLUG,
        name=text("The word."),
        full_name=text("What an acronym stands for; may be empty."),
        also=many({"type": "string"}, "Other spellings."),
        definition=text("What it means."),
        url=text("The term in this API.", format="uri"),
        html_url=HTML_URL,
        **TERMS,
    ),
    "Change": closed(
        "A record that changed. Of a withdrawn one there is the notice alone.",
        reference=REFERENCE,
        kind=KIND,
        title=maybe(text("Its title now.")),
        verdict=maybe(of("Word", "Whether it holds now.")),
        url=text("The record in this API.", format="uri"),
        html_url=HTML_URL,
        date=day("When it last changed."),
        is_major=truth("Was any of it more than a minor edit?"),
        withdrawn=maybe(of("Withdrawal", "Why it was withdrawn, if it is.")),
        steps=many(of("Step"), "What happened to it, the newest first."),
        differences=maybe(many(of("Difference"), "The words that differ, field by field.")),
        **TERMS,
    ),
    "Withdrawal": closed(
        "Why a record was withdrawn.",
        date=maybe(day("When.")),
        why=text("The editors’ reason; may be empty."),
        successor=maybe(of("Successor", "What to read instead, if anything.")),
    ),
    "Successor": closed(
        "A record to read instead.",
        reference=REFERENCE,
        title=text("Its title."),
        url=text("The record in this API.", format="uri"),
        html_url=HTML_URL,
    ),
    "Step": closed(
        "One thing that happened to a record.",
        what=text("published, again, changed or effect."),
        label=text("The same in words."),
        at=text("When.", format="date-time"),
        is_major=truth("Is it more than a minor edit?"),
        line=text("What changed, in the editor’s line; may be empty."),
        version=number("The version that readers saw from then on.", minimum=1),
        html_url=HTML_URL,
    ),
    "Difference": closed(
        "One field of two texts.",
        field=text("The field, as readers see it."),
        pieces=many(
            closed(
                "A stretch of text.",
                kind=text(
                    "In both, in the old one alone, or in the new one alone.",
                    enum=["same", "gone", "new"],
                ),
                text=text("Its words."),
            ),
            "Both texts, in reading order.",
        ),
    ),
    "Words": closed(
        "What was made of words.",
        text=text("What you typed."),
        corrections=many(
            closed("A correction.", typed=text("A word."), read_as=text("What it was taken for.")),
            "Words that were corrected. Quotes prevent it.",
        ),
        synonyms=many(
            closed(
                "A synonym.",
                typed=text("A word."),
                also=many({"type": "string"}, "What was also sought."),
            ),
            "Words with others that mean the same. Quotes prevent it.",
        ),
        any_of_them=truth("Few records hold all the words, so those with some of them follow."),
        report=maybe(of("SourceMention", "The report whose references begin like this.")),
    ),
    "Answer": closed(
        "A sentence, letter by letter, from one of the three; the others are null.",
        sentence=text("What stands there."),
        record=maybe(of("RecordMention", "A published record.")),
        gap=maybe(of("GapMention", "What the sources do not say.")),
        development=maybe(of("DevelopmentMention", "An event.")),
    ),
    "Facet": closed(
        "A way to narrow a list.",
        facet=text("The name of the parameter."),
        label=text("The same for readers."),
        options=many(
            closed(
                "A value.",
                value=text("The value, as it is asked for."),
                label=text("The value, as readers see it."),
                count=number("How many records choosing it gives, other choices kept."),
                chosen=truth("Is it chosen?"),
            ),
            "Its values.",
        ),
    ),
}
LISTS = {
    "Records": page_of(
        "Record",
        "A page of records.",
        **ASKED,
        answers=many(of("Answer"), "To a question in words: at most three sentences."),
    ),
    "Facets": closed(
        "The ways to narrow a list, counted.",
        **ASKED,
        count=number("How many records match."),
        facets=many(of("Facet"), "Every facet."),
        **TERMS,
    ),
    "Versions": page_of("VersionLine", "A page of versions, the latest first."),
    "Changes": page_of(
        "Change",
        "A page of changes, the newest first.",
        since=maybe(day("The day you asked for; null means ever.")),
    ),
    **{
        f"{noun}s": page_of(noun, f"A page of {noun.lower()}s.")
        for noun in ("Audience", "Role", "Theme", "Source", "Development", "Gap", "Law", "Term")
    },
}
