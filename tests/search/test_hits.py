import pytest

from findings.models import AudienceNote, Record, RecordTheme
from findings.search.hits import hit
from findings.search.resolving import resolve
from tests import factories

pytestmark = pytest.mark.django_db


def hit_of(reference, text):
    record = Record.objects.for_rows().for_snippets().get(reference=reference)
    return hit(record, resolve(text))


def spell(pieces):
    return "".join(f"[{piece}]" if matches else piece for piece, matches in pieces)


def test_without_words_a_hit_is_title_and_summary_unmarked():
    factories.record("ICS18-F01", title="Lamps", summary="On lamps.")
    found = hit_of("ICS18-F01", "")
    assert (spell(found.title), spell(found.text)) == ("Lamps", "On lamps.")
    assert (found.place, found.also) == ("", ())


def test_a_match_in_the_title_alone_leaves_the_summary_unmarked():
    factories.record("ICS18-F01", title="Lamps", summary="A summary.", short_title="Short")
    found = hit_of("ICS18-F01", "lamps")
    assert (spell(found.title), spell(found.text), found.place) == ("[Lamps]", "A summary.", "")


def test_the_text_that_holds_most_of_the_words_is_shown():
    factories.record("ICS18-R01", summary="Lamps.", body="Oil lamps.", action="Light the lamps.")
    assert hit_of("ICS18-R01", "lamps").place == ""
    found = hit_of("ICS18-R01", "oil lamps")
    assert (found.place, spell(found.text)) == ("In the text", "[Oil] [lamps].")


def test_words_that_are_not_shown_yet_are_shown_where_they_stand():
    record = factories.record("ICS18-R01", summary="Lamps.", measure="Count the wicks.")
    AudienceNote.objects.create(
        record=record, audience=factories.audience("nhs", name="NHS"), text="Buy oil."
    )
    RecordTheme.objects.create(content_object=record, tag=factories.theme("ladders"))
    found = hit_of("ICS18-R01", "lamps wicks oil ladders")
    assert spell(found.text) == "[Lamps]."
    assert [(place, spell(pieces)) for place, pieces in found.also] == [
        ("How you would know it worked", "Count the [wicks]."),
        ("For NHS", "Buy [oil]."),
    ]


def test_a_match_in_a_verdict_or_a_development_is_shown_there():
    record = factories.record("ICS18-F01", verdict=None)
    factories.verdict_on(record, reason="Gas has replaced oil.")
    record.developments.add(factories.development(title="The lighthouse closes"))
    assert hit_of("ICS18-F01", "gas").place == "Does it still hold?"
    found = hit_of("ICS18-F01", "lighthouse")
    assert (found.place, spell(found.text)) == ("Since then", "The [lighthouse] closes")


@pytest.mark.parametrize("text", ["f1", "ICS18-F01", "the"])
def test_a_reference_or_nothing_to_search_for_marks_nothing(text):
    factories.record("ICS18-F01", title="Lamps", summary="On lamps.")
    found = hit_of("ICS18-F01", text)
    assert (spell(found.title), spell(found.text), found.also) == ("Lamps", "On lamps.", ())
