"""What stands below each field of a form: what belongs there, with an example.

By noun (the model's name in lower case) and field. What a model says itself is for those who
read the code; this is for editors.
"""

from findings.texts.recommending import LONG_TEXTS

MARKDOWN = (
    "An empty line parts paragraphs. Begin lines with “- ” for a list and with “## ” for a "
    "heading; write **strong**, *stressed* and [words that say where a link leads](https://…)."
)
DAY = "Day, month, year: 02/07/2026."
SLUG = "The end of the web address: small letters and hyphens. It can’t be changed later."
FACT = (
    "For editors, never for readers: the numbers, in the editors’ own notes on what was read, of "
    "those that it rests on, such as “C08, C30”. Leave it empty if you keep no such notes."
)

HELP = {
    "record": {
        "title": "A sentence that could be said in a meeting, such as “Speak to each partner "
        "before the partnership meets”.",
        "short_title": "For maps and narrow places: “Call before the meeting”.",
        "summary": "Two sentences for somebody in a hurry. What is it, and what follows?",
        "brief_line": "The record in one line of a brief: “Call each partner before papers go "
        "out”.",
        "body": f"For a finding what was found, for a skill what it means, for a recommendation "
        f"why. {MARKDOWN}",
        **{each.name: each.help for each in LONG_TEXTS},
        "is_notice": "Only for a recommendation of which no more than the topic is known. It is "
        "not counted among the things that one could do.",
        "source": "The report that it belongs to. The reference carries its code: ICS18-R02.",
        "speaker": "Whose statement is it? Readers must not quote the researchers for our words.",
        "speaker_note": "Only if it needs saying: the name of the person, or “some leaders”.",
        "trail": "Does the source say it, does it follow from it, or is it our own step?",
        "claims": FACT,
    },
    "addressing": {
        "audience": "One of the four sectors.",
        "addressed": "“Names you” only if the words that it rests on name the sector.",
        "passage": "The place that shows it. Type part of the source’s name, or “P4”.",
    },
    "rolereading": {
        "role": "Who is concerned most, in our reading.",
        "reason": "Why: “They lead on the items and can change a paper before it goes out.”",
    },
    "audiencenote": {
        "audience": "One of the four sectors.",
        "text": "What it asks of them, in our reading: “Ask the chair to share out the calls.”",
    },
    "citation": {
        "passage": "Type part of the source’s name or the place: “Care Management P8”.",
        "relation": "“Rests on” is what it was made from; the other two came to light later.",
    },
    "link": {
        "relation": "A finding calls for a skill, and agrees with, adds to or differs from what "
        "was said before. A recommendation rests on a finding and builds a skill.",
        "reason": "Why: needed where it agrees, adds or differs. “Both heard that ties take time.”",
        "target": "The other record: type its reference, such as ICS18-S03, or its title.",
    },
    "verdict": {
        "verdict": "Does it still hold? “Not checked”: nobody has looked, and no date is needed. "
        "“Not settled”: we looked, and nothing that we read settles it.",
        "reason": "What we read, and what it settles: “The Act of 2022 put systems into law.”",
        "effective_on": f"When the event took place, not when we noticed. {DAY}",
        "as_of": f"The day of the newest thing that was read to judge it. {DAY}",
        "checked_on": f"When somebody last looked. {DAY}",
        "fresh_for": "How long until it may be out of date: a year, or 90 days where it hangs on "
        "a Bill before Parliament.",
        "developments": "The events that settle it. Type part of a title: “statutory”.",
    },
    "development": {
        "title": "What happened, as a sentence: “Eight areas are named as accountable care "
        "systems”.",
        "slug": SLUG,
        "summary": "Two or three sentences: who did what, and what it changed.",
        "date": f"{DAY} Where only a month, a year or a range is known: its first day.",
        "precision": "How exactly we know it. Readers see no more than that.",
        "date_end": f"Only for a range. {DAY}",
        "status": "“Planned” and “Proposed” are not yet true, and readers are told so.",
        "bears_on": "The records that it may change; they then wait to be checked again. Type a "
        "reference: ICS18-F14.",
        "fact": FACT,
    },
    "gap": {
        "title": "What is missing, as a sentence: “We don’t know what the report recommends”.",
        "statement": "What the sources leave open, and where we looked.",
        "why_it_matters": "What goes wrong for somebody who doesn’t know it.",
        "what_would_close_it": "“Reading the recommendations in the full report.”",
        "source": "The report that leaves it open. The reference carries its code: ICS18-G01.",
        "bears_on": "The records that it concerns. Type a reference: ICS18-R01.",
        "developments": "The events that it concerns, if any. Type part of a title.",
    },
    "source": {
        "title": "As on its title page: “Future of care: Leadership in integrated care systems”.",
        "description": "What the work is, in one or two sentences of our own.",
        "byline": "Who wrote or issued it: “Care Management Matters”.",
        "slug": SLUG,
        "published": "As readers see it: “20 November 2018”, or “2017” if that is all we know.",
        "published_on": f"Only if the day is known. {DAY}",
        "extent": "How much of it we read ourselves. Readers see it beside each citation.",
        "method": "How what it says came to be known. No grade: readers judge for themselves.",
        "who": "Of a study that asked people: who they were, in the plural, “senior leaders”.",
        "how_many": "How many answered. 0 where the work gives no number.",
        "gathered": "When they were asked: “June to September 2023”.",
        "account_of": "Only where this work reports on another that is listed here, so that one "
        "study is counted once. Type part of its title.",
        "url": "Where anybody can read it, with https:// in front.",
        "report_code": "Only for a report whose records are on this site: the start of their "
        "references, “ICS18”.",
        "fact": FACT,
    },
    "passage": {
        "locator": "The place, as a reader would look it up: “P8” for a paragraph, “Opening”, "
        "“Section 26”.",
        "paraphrase": "What it says, in one line of our own words. Never copy a sentence.",
        "second_hand": "Only where we did not read the place itself: whose account of it we read, "
        "“the Homecare Association”. Every form says so.",
        "fingerprint": "Made by “verify_source” from a work that we hold in full; leave it alone.",
    },
    "audience": {
        "name": "As the sector calls itself: “Voluntary and community”.",
        "hook": "The line on the home page: “You were part of the first systems. See what still "
        "holds before you quote it.”",
        "orientation": "What the source says to this sector, and what it doesn’t say.",
        "position": "The order of the four wherever all are shown.",
    },
    "question": {
        "text": "A question to ask in the room: “Which result for residents do we share with the "
        "NHS?”",
    },
    "audiencechange": {
        "text": "What changed for this sector since 2018, in one or two sentences.",
        "developments": "The events that show it. Type part of a title.",
        "source": "Only where no event shows it. Type part of a title.",
    },
    "lawline": {
        "title": "What it is about, in a few words: “A seat on the board of the NHS”.",
        "text": "What it asks of this sector now, in one to three sentences.",
        "would_change": "What a Bill before Parliament would change. It is not law.",
        "slug": SLUG,
        "audience": "The sector that it is told to. What binds several gets a line for each.",
        "force": "Only a law binds; readers are told what the others are.",
        "since": f"Since when it has been so, if the day is known. {DAY}",
        "development": "The event that brought it. Type part of a title: “statutory”.",
        "bill": "The event at which the Bill was put forward. Type part of a title: “Health Bill”.",
        "source": "The official page where anybody can check it today. Type part of its title.",
        "as_of": f"The newest thing read about it. {DAY}",
        "bears_on": "The records that would read differently without it. Type a reference.",
        "position": "The lowest comes first.",
    },
    "theme": {
        "name": "Two or three words: “Leading without command”.",
        "slug": SLUG,
        "description": "What belongs under it: “Who decides what, how fast, and who answers for "
        "it.”",
        "position": "The lowest comes first.",
    },
    "term": {
        "name": "As it is written in texts: “ICB”, “Co-production”.",
        "full_name": "What the letters stand for: “integrated care board”.",
        "definition": "One or two plain sentences, for somebody outside the sector.",
        "slug": SLUG,
        "also": "Other spellings found in texts, one a line: “ICBs”, “co-produced”.",
    },
    "synonym": {
        "phrases": "Words that mean the same to a reader, one a line: “ICB”, “integrated care "
        "board”.",
        "finds": "What the records say for it, one a line, where it isn’t the same: “red tape” "
        "finds “governance” too, and whoever types “governance” sees no red tape.",
        "note": "Why they belong together, and what stays out: “Board alone can be any board.”",
        "slug": SLUG,
    },
    "pin": {
        "words": "As a reader would type them: “system leadership”.",
        "record": "What they should find first. Type a reference: ICS18-F03.",
        "position": "The lowest comes first, where several are pinned to the same words.",
    },
    "judgedquery": {
        "words": "As readers typed them: “who pays for link workers”.",
        "need": "What they want to know, in a sentence: it decides what counts as an answer.",
        "grades": "The records that should come up, one a line, with 3 (exactly that), 2 (clearly "
        "part of it) or 1 (touches it): ICS18-F03 3. Leave it empty where no record answers: then "
        "nothing should be found.",
    },
    "homepage": {
        "statement": "What the site is, in the first words that a reader sees.",
        "recommendations_intro": "What readers should know before they act.",
        "knowledge_date": f"Nothing later than this day has been read. Every page says so. {DAY}",
        "reason": "For editors: why these records were chosen.",
    },
    "homeplace": {
        "record": "A published record. Type its reference: ICS18-F03.",
        "slot": "One lead finding, some further findings, and the things to do this month.",
    },
}


def help_for(field):
    """The help text of a model field, or None where its model's own is enough."""
    return HELP.get(field.model._meta.model_name, {}).get(field.name)
