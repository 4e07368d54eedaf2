"""A row that no form makes takes down nothing that readers see: it is left out, and named."""

import io
import zipfile

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import connection
from django.urls import reverse

from findings import models
from findings.admin.desk import tasks
from findings.search import upkeep
from tests import factories

pytestmark = pytest.mark.django_db

LISTS = [
    *("/", "/for/", "/briefs/", "/self-check/", "/browse/", "/map/", "/findings/", "/skills/"),
    *("/recommendations/", "/themes/", "/sources/", "/timeline/", "/coverage/", "/compare/"),
    *("/changes/", "/glossary/", "/gaps/", "/about/", "/feeds/", "/paper/", "/sitemap.xml"),
    *(
        "/llms.txt",
        "/browse.csv",
        "/browse.json",
        "/browse.atom",
        "/changes.atom",
        "/browse/?q=title",
    ),
    *("/findings/ICS18-F01/", "/for/councils/", "/briefs/councils/", "/themes/governance/"),
    *("/sources/report-ics18/", "/gaps/ICS18-G01/", "/findings/ICS18-F01.json", "/map.svg"),
    *(f"/api/v1/{noun}" for noun in ("records", "audiences", "themes", "sources", "gaps", "terms")),
    *("/law/", "/start/"),
    *("/api/v1/developments", "/api/v1/roles", "/api/v1/changes", "/api/v1/dump.zip"),
]
WORDS = {
    "extent",
    "method",
    "status",
    "speaker",
    "verdict",
    "relation",
    "role",
    "addressed",
    "slot",
    "force",
}
# What is planted, as (table, column, value): by SQL, for no form and no constraint lets it in.
PLANTED = [
    ("theme", "slug", "café-culture"),
    ("theme", "slug", "a/b"),
    ("theme", "name", ""),
    ("audience", "slug", "café"),
    ("audience", "name", ""),
    ("source", "slug", "café é"),
    ("source", "title", ""),
    ("source", "extent", "rumoured"),
    ("source", "method", "rumoured"),
    ("passage", "locator", ""),
    ("term", "slug", "é"),
    ("term", "name", ""),
    ("development", "slug", ""),
    ("development", "status", "rumoured"),
    ("development", "precision", "rumoured"),
    ("gap", "reference", "GÄP"),
    ("gap", "title", ""),
    ("lawline", "slug", "a b"),
    ("lawline", "title", ""),
    ("lawline", "force", "rumoured"),
    ("record", "reference", "ICS18-Fé1"),
    ("record", "title", ""),
    ("record", "speaker", "nobody"),
    ("record", "trail", "guessed"),
    ("record", "kind", "rumour"),
    ("verdict", "verdict", "rumoured"),
    ("citation", "relation", "rumoured"),
    ("link", "relation", "rumoured"),
    ("rolereading", "role", "rumoured"),
    ("addressing", "addressed", "rumoured"),
    ("homeplace", "slot", "rumoured"),
]


@upkeep.batched()
def joined(reference, **bad):
    """A record that leads to all of `bad`, and they to it."""
    record = factories.record(reference, state="published")
    record.themes.add(bad["theme"])
    record.addressings.create(audience=bad["audience"], passage=bad["passage"])
    models.AudienceNote.objects.create(record=record, audience=bad["audience"], text="Do it.")
    record.role_readings.create(role="director", reason="Why.")
    bad["development"].bears_on.add(record)
    bad["gap"].bears_on.add(record)
    factories.cite(record, bad["passage"])
    return record


@pytest.fixture
def site(db):
    """{model name: a row that may go bad}, each joined to the good record ICS18-F01."""
    report = factories.report()
    home = factories.home()
    factories.theme("governance"), factories.audience("councils")
    source = factories.source("bad-source")
    bad = {
        "source": source,
        "theme": factories.theme("bad-theme"),
        "audience": factories.audience("bad-audience"),
        "passage": factories.passage(source, "Bad place"),
        "term": factories.term("bad-term"),
        "development": factories.development("bad-development"),
        "gap": factories.gap("ICS18-G09"),
    }
    factories.gap("ICS18-G01").developments.add(bad["development"])
    good = joined("ICS18-F01", **bad)
    good.themes.add(models.Theme.objects.get(slug="governance"))
    good.addressings.create(audience=models.Audience.objects.get(slug="councils"))
    bad["record"] = joined("ICS18-F09", **bad)
    models.Link.objects.create(record=bad["record"], relation="calls-for", target=good)
    bad["link"] = models.Link.objects.create(
        record=good, relation="calls-for", target=bad["record"]
    )
    bad["homeplace"] = home.places.create(record=bad["record"], slot="finding")
    bad["verdict"] = good.verdicts.get()
    bad["citation"], bad["rolereading"] = good.citations.get(), good.role_readings.get()
    bad["addressing"] = good.addressings.get(audience=bad["audience"])
    models.AudienceChange.objects.create(
        audience=models.Audience.objects.get(slug="councils"), text="A line.", source=source
    )
    assert report.slug == "report-ics18"
    cited_in_good_places(report, bad)
    return bad


def cited_in_good_places(report, bad):
    """What may go bad, where a good source tells who cites it, and the law leads to it."""
    place = factories.passage(report, "Good place")
    for noun in ("gap", "development", "record"):
        factories.cite(bad[noun], place)
    models.AudienceChange.objects.create(audience=bad["audience"], text="A line.", source=report)
    bad["lawline"] = factories.law_line("bad-line", audience=bad["audience"], source=report)
    bad["lawline"].bears_on.add(bad["record"])


def plant(thing, column, value):
    table = type(thing)._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA ignore_check_constraints = 1")
        else:
            drop_checks(cursor, table)
        sql = f"UPDATE {table} SET {column} = %s WHERE {type(thing)._meta.pk.column} = %s"
        cursor.execute(sql, [value, thing.pk])
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA ignore_check_constraints = 0")


def drop_checks(cursor, table):
    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    for name, found in connection.introspection.get_constraints(cursor, table).items():
        if found["check"]:
            cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')


def left_out_of(client, planted):
    """Plants all of these, and asks for every list."""
    client.raise_request_exception = False
    for thing, column, value in planted:
        plant(thing, column, value)
    answers = {address: client.get(address).status_code for address in LISTS}
    assert {address: code for address, code in answers.items() if code != 200} == {}
    err = io.StringIO()
    with pytest.raises(CommandError):
        call_command("audit_content", stderr=err)
    named = [f"{type(thing)._meta.verbose_name} {thing.pk}, " for thing, *_ in planted]
    assert [name for name in named if name not in err.getvalue()] == []


@pytest.mark.parametrize("columns", [{"slug", "reference"}, {"name", "title", "locator"}, WORDS])
def test_bad_rows_take_down_nothing_and_are_named(client, site, columns):
    first = {noun: (noun, column, value) for noun, column, value in PLANTED if column in columns}
    left_out_of(client, [(site[noun], *rest) for noun, *rest in first.values()])


@pytest.mark.thorough
@pytest.mark.parametrize(("noun", "column", "value"), PLANTED)
def test_one_bad_row_takes_down_nothing_and_is_named(client, site, noun, column, value):
    left_out_of(client, [(site[noun], column, value)])


def test_what_has_a_bad_address_is_told_to_no_program(client, site):
    plant(site["theme"], "slug", "a/b")
    for address in ("/sitemap.xml", "/llms.txt", "/browse.json", "/api/v1/themes"):
        text = client.get(address).text
        assert "governance" in text
        assert "a/b" not in text
        assert "Bad-theme" not in text
    with zipfile.ZipFile(io.BytesIO(client.get("/api/v1/dump.zip").content)) as parcel:
        assert "Bad-theme" not in "".join(parcel.read(name).decode() for name in parcel.namelist())


def test_the_front_page_of_the_admin_leads_to_it(site, admin_user):
    plant(site["theme"], "slug", "café-culture")
    told = [task for task in tasks(admin_user) if "Not shown" in task.label]
    assert [(task.label, task.count) for task in told] == [("Not shown to readers: themes", 1)]
    form = reverse("admin:findings_theme_change", args=[site["theme"].pk])
    assert [line.url for line in told[0].lines] == [form]


def test_a_bad_address_can_be_mended_on_its_form(admin_client, site):
    theme = site["theme"]
    plant(theme, "slug", "café-culture")
    url = reverse("admin:findings_theme_change", args=[theme.pk])
    page = admin_client.get(url)
    assert 'name="slug"' in page.text
    fields = {"name": "Café culture", "description": "D", "position": "0", "slug": "cafe-culture"}
    admin_client.post(url, {**fields, "_base": page.context["base"]})
    theme.refresh_from_db()
    assert theme.slug == "cafe-culture"
    assert 'name="slug"' not in admin_client.get(url).text


@pytest.mark.parametrize("slug", ["café-culture", "Governance", "a_b", "-a", "a--b", "a\n", "ａ"])
@pytest.mark.parametrize("noun", ["theme", "term", "source", "development", "audience", "synonym"])
def test_no_form_takes_an_address_that_no_route_takes(noun, slug):
    field = models.__dict__[noun.capitalize()]._meta.get_field("slug")
    with pytest.raises(ValidationError):
        field.run_validators(slug)
    assert field.allow_unicode is False
