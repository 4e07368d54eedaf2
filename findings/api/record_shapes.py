"""The shapes of a record and of its versions."""

from findings.texts.recommending import LONG_TEXTS

from .shapes import (
    HTML_URL,
    KIND,
    LINE_OF_CITATIONS,
    READING,
    REFERENCE,
    SLUG,
    TERMS,
    address,
    closed,
    day,
    many,
    maybe,
    number,
    of,
    text,
    truth,
)

TEXTS = {
    "title": text("What the record says, in one line.", maxLength=120),
    "short_title": text("The same for a small space.", maxLength=40),
    "summary": text("The same in two sentences."),
    "brief_line": text("One line for a brief; may be empty.", maxLength=100),
    "body": maybe(of("Text", "What was found, what it means, or why.")),
    **{
        each.name: maybe(of("Text", f"{each.heading}. Recommendations only."))
        for each in LONG_TEXTS
    },
    "is_notice": truth("Does it only tell of a recommendation that the editors could not read?"),
    "speaker": closed(
        "Who says so.",
        value=text("The word, as it is asked for."),
        label=text("The word, as readers see it."),
        note=text("A name or a note; may be empty."),
    ),
    "trail": of("Word", "stated in the source, inferred from it, or the editors’ own."),
}
DATES = {
    "reason": text("Why."),
    "effective": maybe(day("When the world changed.")),
    "as_of": maybe(day("The day of the newest thing that the editors had read.")),
    "checked": maybe(day("When the editors looked.")),
}
WORD = {
    "value": text("The word, as it is asked for."),
    "label": text("The word, as readers see it."),
}
RECORD_SHAPES = {
    "Record": closed(
        "A finding, a skill or a recommendation, with all that its page shows.",
        reference=REFERENCE,
        kind=KIND,
        url=address("The record in this API."),
        html_url=HTML_URL,
        version=maybe(of("VersionNumber", "The version that readers see now.")),
        as_at=maybe(day("The past day at which you look; null means today.")),
        lead=of("Lead", "The words that lead for the audience and role asked about."),
        **TEXTS,
        evidence=text("What kind of evidence it rests on, and how much. Show it with the record."),
        verdict=of("Verdict", "Whether it still holds."),
        earlier_verdicts=many(of("EarlierVerdict"), "Those before it, the latest first."),
        other_developments=many(of("DevelopmentMention"), "Further events that bear on it."),
        themes=many(of("ThemeMention"), "What it is about."),
        audiences=many(of("Addressing"), "Whom it is addressed to, and how."),
        roles=many(of("RoleReading"), "Whom it concerns most. An empty list means all three."),
        asks=many(of("Ask"), "What it asks of an audience, in the editors’ reading."),
        links=many(of("Link"), "The records that it leads to."),
        backlinks=many(of("Link"), "The records that lead to it; read the relation backwards."),
        citations=many(of("Citation"), "The passages that it rests on."),
        gaps=many(of("GapMention"), "What the sources do not say that bears on it."),
        report=of("SourceMention", "The report that it belongs to."),
        forms={
            "type": "object",
            "description": "Addresses of the same record in other forms, by the end of the name.",
            "additionalProperties": address("Where to fetch it."),
        },
        **TERMS,
    ),
    "Lead": closed(
        "What is told first to whoever asked: in a list with `audience`, what it asks of that "
        "audience; else the summary.",
        text=text("The words."),
        audiences=many(of("AudienceMention"), "Whom the words address; empty for the summary."),
        names_them=truth("Does the source name an audience asked about?"),
        roles=many(of("RoleReading"), "Why it is for the roles asked about."),
    ),
    "VersionNumber": closed(
        "A version that readers can cite.",
        number=number("Its number.", minimum=1),
        date=day("When it was published."),
        url=address("The version in this API. It keeps its text for ever."),
        html_url=HTML_URL,
    ),
    "Verdict": closed(
        "Whether a record holds, on the day at which you look.",
        value=text("stands, partly-overtaken, overtaken, unsettled, not-checked, or as-published."),
        label=WORD["label"],
        **DATES,
        is_old=truth("Was what it rests on read so long ago that it may be out of date?"),
        sentence=text("Word, date and doubts in one line. Show it where you show the record."),
        under_review=maybe(of("Review", "Why the verdict is in question, if it is.")),
        developments=many(of("DevelopmentMention"), "The events behind it."),
        citations=LINE_OF_CITATIONS,
    ),
    "Review": closed(
        "A verdict in question, until an editor decides.",
        since=day("Since when."),
        because=maybe(of("DevelopmentMention", "The event that put it in question.")),
    ),
    "EarlierVerdict": closed(
        "A verdict that was in force before.",
        **WORD,
        **DATES,
        developments=many(of("DevelopmentMention"), "The events behind it."),
        citations=LINE_OF_CITATIONS,
    ),
    "Addressing": closed(
        "An audience, and how a record is addressed to it.",
        slug=SLUG,
        name=text("The name of the audience."),
        url=address("The audience in this API."),
        html_url=HTML_URL,
        addressed=of("Word", "named: the passage names it. all: only because all are addressed."),
        passage=maybe(of("Passage", "The passage that shows it.")),
    ),
    "RoleReading": closed(
        "A role that a record concerns most.",
        **WORD,
        reason=text("Why, in the editors’ reading."),
        speaker=READING,
    ),
    "Ask": closed(
        "What a record asks of an audience.",
        audience=of("AudienceMention"),
        text=text("What it asks."),
        speaker=READING,
    ),
    "Link": closed(
        "One record leading to another.",
        relation=of("Word", "calls-for, rests-on, builds, agrees-with, adds-to or differs-from."),
        record=of("RecordMention", "The record at the other end."),
        reason=text("Why it agrees, adds or differs; may be empty."),
        speaker=READING,
    ),
}
VERSION_SHAPES = {
    "VersionLine": closed(
        "A version, without its text.",
        number=number("Its number.", minimum=1),
        date=day("When it was published."),
        line=text("What changed, in the editor’s line; may be empty."),
        is_major=truth("Did the editor call it a major change?"),
        redacted=maybe(of("Redaction", "Since when and why its text is gone, if it is.")),
        url=address("The version in this API."),
        html_url=HTML_URL,
    ),
    "Redaction": closed("Why a text is gone.", date=day("Since when."), why=text("Why.")),
    "Version": closed(
        "What a version said. Names are those of today.",
        record=of("RecordMention", "The record as it is now, with today’s verdict."),
        version=of("VersionLine", "The version."),
        **TEXTS,
        themes=many({"type": "string"}, "What it was about."),
        audiences=many(
            closed(
                "An audience.",
                name=text("Its name."),
                addressed=of("Word", "named or all."),
                passage=text("The passage that showed it; may be empty."),
            ),
            "Whom it was addressed to, and how.",
        ),
        roles=many(
            closed("A role.", label=text("Its name."), reason=text("Why."), speaker=READING),
            "Whom it concerned most.",
        ),
        asks=many(
            closed(
                "What it asked.",
                audience=text("The audience."),
                text=text("What it asked of it."),
                speaker=READING,
            ),
            "What it asked of each audience.",
        ),
        links=many(
            closed(
                "A link.",
                relation=text("How they are connected."),
                reference=REFERENCE,
                title=text("The title of the record today."),
                reason=text("Why; may be empty."),
            ),
            "The records that it led to, as far as readers can open them.",
        ),
        citations=many(of("CitationThen"), "The passages that it rested on."),
        report=text("The report that it belonged to."),
        verdicts=many(of("VerdictThen"), "The verdicts in effect then, the latest first."),
        **TERMS,
    ),
    "CitationThen": closed(
        "A passage, in words.",
        relation=text("Rests on, Supported by or Qualified by."),
        passage=text("The place."),
        work=text("The work."),
        made_by=text("Who made it, and when."),
        html_url=text("Where to read of it here; empty where the passage is gone."),
    ),
    "VerdictThen": closed(
        "A verdict, as it was written.",
        **WORD,
        **DATES,
        developments=many({"type": "string"}, "The events behind it."),
        citations=many(of("CitationThen"), "The passages that show it."),
    ),
}
