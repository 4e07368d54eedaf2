"""The marks of a record in words: what it is, whom it is for, who says so, whether it holds."""

from django.utils.text import capfirst

from findings.vocabulary import Addressed


def name(record):
    """ "Finding ICS18-F03" """
    return f"{record['kind']['label']} {record['reference']}"


def audiences(record):
    """ "Names Councils. Addressed to all: NHS, Housing." """
    named, shared = (
        ", ".join(each["name"] for each in record["audiences"] if is_addressed(each, how))
        for how in (Addressed.NAMED, Addressed.ALL)
    )
    sentences = [
        f"Names {named}." if named else "",
        f"Addressed to all: {shared}." if shared else "",
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def is_addressed(audience, how):
    return audience["addressed"]["value"] == how


def lead(record):
    """Lines that lead for whoever asked: what it asks of them, and why it is for their role."""
    lead = record["lead"]
    names = [each["name"] for each in lead["audiences"]]
    asks = [lead["text"] if len(names) > 1 else f"For {names[0]}: {lead['text']}"] if names else []
    return [*asks, *(f"Why {each['label'].lower()}: {each['reason']}" for each in lead["roles"])]


def says_so(record):
    note = record["speaker"]["note"]
    return record["speaker"]["label"] + (f" ({note})" if note else "")


def held(sentence):
    """ "Stands, checked 2 July 2026. Under review since 3 July 2026." """
    # A sentence of its own for the doubt, which nobody should overlook.
    judged, _, doubt = sentence.partition("; ")
    return f"{judged}. {capfirst(doubt)}." if doubt else f"{judged}."
