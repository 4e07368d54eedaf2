"""Addresses that went through a mail, a chat or a word processor."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findings.asking import worn

PAGE = "/findings/ICS18-F03/"


@pytest.mark.parametrize(
    "path",
    [
        *(f"{PAGE}{end}" for end in [".", ");", ">", "”", "%22", "&gt;", "\u200b", "\u00a0|"]),
        *(f"{PAGE[:-1]}{end}" for end in ["", ".", "/./", "//", "\\", "…", "=", "!?"]),
        "/Findings/ics18-f03/",
        "/findings/(ICS18-F03)",
        "//findings//ICS18-F03",
        "/findings/ICS18\u2011F03/",
        "/findings/ICS18-\r\n F03",
        "/findings/ICS\u00ad18%2DF03/",
        "/findings/ICS18-F=\r\n03/",
        "/findings/ICS18=2DF03/=20",
        "/./findings/./ICS18-F03/",
        *(f"{PAGE}{end}" for end in ["index.html", "<br>", "%3C/p%3E", "。", "\ufffc"]),
        *(f"{PAGE[:-1]}{end}" for end in [".html", ".aspx"]),
    ],
)  # fmt: skip
def test_a_path_leads_to_the_page_it_was(path):
    assert worn.paths(path) == [(PAGE[:-1], ""), (PAGE, "")]


@pytest.mark.parametrize(
    ("path", "file", "follows"),
    [
        ("/browse.CSV,", "/browse.csv", ""),
        ("/findings/.csv", "/findings.csv", ""),
        ("/findings/ics18-f03.pdf/", "/findings/ICS18-F03.pdf", ""),
        ("/findings/ICS18-F03/V1..V2.", "/findings/ICS18-F03/v1..v2", ""),
        ("/findings/ICS18-F03&fbclid=1", "/findings/ICS18-F03", "?fbclid=1"),
        ("/browse/&q=a&b=c", "/browse", "?q=a&b=c"),
        ("/findings/ICS18-F03/#verdict", "/findings/ICS18-F03", "#verdict"),
        ("/browse/%3Fq=a&b=c d", "/browse", "?q=a&b=c%20d"),
        ("//evil.example/", "/evil.example", ""),
        ("/", "/", ""),
    ],
)
def test_a_path_leads_to_the_file_it_was(path, file, follows):
    assert worn.paths(path)[0] == (file, follows)


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("utm_source=x&theme=trust&fbclid=1&gclid=2&mc_cid=3&mc_eid=4&msclkid=5", "theme=trust"),
        ("id=A&amp;id=B&amp;amp;id=C&amp%3Bid=D", "id=A&id=B&id=C&id=D"),
        ("&amp;q=a", "q=a"),
        ("q=trust?utm_source=x", "q=trust"),
        ("theme=trust.", "theme=trust"),
        ("as-at=2018-11-20%22%3E", "as-at=2018-11-20"),
        ("record=ICS18-F03%E2%80%8B%2C", "record=ICS18-F03"),
        ("_hsenc=a", ""),
        # What is said is left as it was, and so is what we don\u2019t know.
        ("q=What+is+trust%3F", "q=What+is+trust%3F"),
        ("record=A&note-A=Why.", "record=A&note-A=Why."),
        ("utm=x&colour=red&id=1", "utm=x&colour=red&id=1"),
        ("q=R%26amp%3BD", "q=R%26amp%3BD"),
        ("id=+a+", "id=+a+"),
        ("id=%3Cb%3Ex%3C%2Fb%3E", "id=%3Cb%3Ex%3C%2Fb%3E"),
        ("id=%E2%80%AEa", "id=%E2%80%AEa"),
        ("a=%41&b", "a=%41&b"),
    ],
)  # fmt: skip
def test_a_query_is_what_was_asked(asked, meant):
    assert worn.query(asked) == meant


@given(st.text(st.sampled_from("/.?#&%;=abIF03-,) \\")))
def test_nobody_is_sent_round_in_circles(text):
    for path, _ in worn.paths(f"/{text}"):
        assert path in [again for again, _ in worn.paths(path)]
    once = worn.query(text)
    assert worn.query(once) == once
