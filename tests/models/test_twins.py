"""Names that look the same are refused, alike on both databases."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from findings import models
from findings.editorial import importing
from findings.models.twins import folded
from findings.publishing.nouns import BY_NAME
from tests import factories

pytestmark = pytest.mark.django_db
TWINS = [
    "CAFÉ CULTURE",
    "Cafe\u0301  culture",
    "Café\u00a0\u200bculture ",
    "\uff43afé cul\u00adture",
    "Cafe culture",
    "Café-Culture.",
]


@pytest.mark.parametrize("name", TWINS)
def test_a_twin_is_refused_by_form_and_import(name):
    factories.theme("cafe", name="Café culture")
    said = "There is a theme with this name already: “Café culture”."
    with pytest.raises(ValidationError) as refusal:
        models.Theme(name=name, slug="cafe-2", description="D").clean()
    assert refusal.value.message_dict == {"name": [said]}
    other = {"name": "Tea", "slug": "tea", "description": "D", "position": "2"}
    rows = [(2, {**other, "name": name, "slug": "cafe-2"}), (3, other)]
    lines = importing.preview(BY_NAME["themes"], rows).lines
    assert [line.faults for line in lines] == [[("name", f"is refused. {said.rstrip('.')}")], []]


def test_a_name_is_no_twin_of_itself_nor_of_another():
    theme = factories.theme("cafe", name="Café culture")
    theme.clean()
    models.Theme(name="Tea culture", slug="tea", description="D").clean()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Co-production", "coproduction", True),
        ("Risk & reward", "risk and reward", True),
        ("ACE", "\u0410\u0421\u0415", True),
        ("Section 2.5", "Section 25", False),
        ("Section 26 (2)", "section 26(2)", True),
        ("2018\u201319", "2018-19", True),
        ("charity\nvoluntary body", "Voluntary body\nCharity", True),
    ],
)
def test_what_the_eye_tells_apart(one, other, same):
    assert (folded(one) == folded(other)) is same


def test_two_rows_of_one_file_are_no_twins_either():
    row = {"definition": "D", "full_name": ""}
    rows = [
        (2, {**row, "name": "Co-design", "slug": "a"}),
        (3, {**row, "name": "codesign", "slug": "b"}),
    ]
    lines = importing.preview(BY_NAME["terms"], rows).lines
    said = "is refused. There is a term with this name already: “Co-design”"
    assert [line.faults for line in lines] == [[], [("name", said)]]


def test_each_noun_has_the_columns_that_tell_its_rows_apart():
    day, record = datetime.date(2022, 7, 1), factories.record()
    owner = factories.audience("councils", name="Councils")
    line = factories.law_line("one", audience=owner, title="Duty to work together")
    factories.gap(title="Pay")
    factories.development("act", title="The Act", date=day)
    models.Pin.objects.create(words="board paper", record=record)
    models.JudgedQuery.objects.create(words="board paper")
    models.Synonym.objects.create(phrases="charity\ntrust", slug="one")
    twins = [
        models.LawLine(title="duty to work together", audience=owner),
        models.Gap(title="PAY", source=record.source),
        models.Development(title="The  act", date=day),
        models.Pin(words="Board-paper", record=record),
        models.JudgedQuery(words="board\u00a0paper"),
        models.Synonym(phrases="Trust\nCharity"),
        models.Audience(name="councils."),
        models.Source(title="report ics18", byline="Somebody else"),
    ]
    for twin in twins:
        with pytest.raises(ValidationError, match="already"):
            twin.clean()
    others = [
        models.LawLine(title=line.title, audience=factories.audience("housing")),
        models.Development(title="The Act", date=day.replace(year=2023)),
        models.Pin(words="board paper", record=factories.record("ICS18-F02")),
    ]
    for other in others:
        other.clean()


def test_works_that_are_described_in_brackets_are_told_apart_by_who_wrote_them():
    factories.source(title="[Note on the review]", byline="One")
    models.Source(title="[Note on the review]", byline="Two").clean()
    with pytest.raises(ValidationError, match="If it is another work"):
        models.Source(title="[Note on the Review]", byline="one").clean()


def test_a_word_of_two_alphabets_is_refused():
    with pytest.raises(ValidationError) as refusal:
        models.Theme(name="G\u043evernance", slug="g", description="D").clean()
    said = "“\u043e” in “G\u043evernance” is a letter of another alphabet: type the word anew."
    assert refusal.value.message_dict == {"name": [said]}


def test_a_place_stands_once_in_a_source():
    source = factories.source("one")
    factories.passage(source, "Section 26")
    row = BY_NAME["sources"].read(source)
    row["passages"] = [*row["passages"], {"locator": "section\u00a026"}]
    line = importing.preview(BY_NAME["sources"], [(2, row)]).lines[0]
    assert line.faults == [("passages[2].locator", "stands here twice")]
