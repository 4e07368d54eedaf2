"""Addresses as they were before a mail, a chat or a word processor wore them.

What belongs to it: stops, quotes and brackets that a program took for the end of the address, also
as %22 or &gt;; the end of a tag of HTML; what mail programs put at the end of a line or for a sign
(=, =20, =2D); a slash too few or too many; index.html; capitals; what nobody sees, and dashes that
are none; a "?" or "#" that was escaped or lost; `&amp;` between parameters; a second "?"; and
parameters by which senders follow who reads. Pure: whether anything is there, the caller asks.
"""

import re
from html import unescape
from urllib.parse import parse_qsl, quote, unquote, urlencode

from findings.fulltext.spelling import DASHES, ENTITY, UNSEEN
from findings.vocabulary.signs import INVISIBLE

# What a sentence, a quotation or a list puts after an address; no address of ours ends so.
CLOSING = " \t\r\n\u00a0.,;:!?…'\"‘’“”„«»‹›()[]{}<>*`|&^\\。，、；：！？）】」』》\ufffc\ufffd"
# What no address of ours holds: a tag, and parameters without their mark.
BEYOND = re.compile(r"^([^?#<]{2,}?)(?:<[/a-zA-Z].*|([&;])(?=[\w\-]+=))", re.DOTALL)
QUOTED = re.compile(r"=([2-7][0-9A-F])?")
INDEX = re.compile(r"(?:/(?:index|default))?\.(?:html?|aspx?|php)$")
OPENING = re.compile(r"/[('\"“‘«<\[{*_`]+")
SLASHES = re.compile(r"(?:[/\\]+\.(?=[/\\]))*[/\\]+(?:\.(?=\w))?")
REFERENCE = re.compile(r"(?<=/)[a-z]+[0-9]+-[a-z][0-9]+(?=[/.]|$)")
AMPERSANDS = re.compile(r"(?:^|&)(?:amp(?:;|%3b))+", re.IGNORECASE)
TRACKERS = (
    r"(?:utm|mtm|pk|piwik|matomo|hsa|sfmc)_\w*|(?:elq|trk)\w*|mc_[ce]id|_hs(?:enc|mi)|_openstat"
    r"|(?:fbcl|gcl|dcl|ycl|ttcl|twcl|scl|msclk|igsh|vero_|wicked|rb_click)id|igsh|gclsrc"
    r"|[gw]braid|li_fat_id|mkt_tok|vero_conv|oly_(?:anon|enc)_id|ck_subscriber_id|dm_i|_g[al]"
    r"|srsltid|epik|ref_(?:src|url)|spm|cmpid|ocid|s_cid|xtor|mibextid|wt[._]mc_id|(?:at|ns)_\w+"
)
TRACKER = re.compile(rf"(?:{TRACKERS})", re.IGNORECASE)
SECOND_MARK = re.compile(rf"\?(?=(?:{TRACKERS})=)", re.IGNORECASE)
# A value as ours are, and what was put after it.
WORN = re.compile(rf"^([\w@.\- ]*?)\s*[{re.escape(CLOSING.strip())}{INVISIBLE}]\W*$")
# Nobody is sent on to an address that is longer: a redirect can't carry any length.
LONGEST = 8_000
# Parameters in which a reader says something: a stop at the end is part of it.
SPOKEN = re.compile(r"q|title|(?:note|owner)-.*", re.IGNORECASE)


def paths(path):
    """Where `path` may lead: [(path, what followed it), ...], a file first and then a page.

    `path` is unquoted once. Each result is its own first or second result, so that nobody is sent
    round in circles.
    """
    if len(path) > LONGEST:
        return []
    text = ENTITY.sub(lambda found: unescape(found.group()), unquote(path))
    text = BEYOND.sub(parameters, DASHES.sub("-", UNSEEN.sub("", text)))
    place, mark, rest = re.match(r"([^?#]*)(\??#?)(.*)", text, re.DOTALL).groups()
    place = "".join(QUOTED.sub(unquoted, place).split())
    place = SLASHES.sub(shortened, place).rstrip(CLOSING + "-_~=/").lower()
    place = OPENING.sub("/", INDEX.sub("", place))
    place = REFERENCE.sub(lambda found: found.group().upper(), f"/{place.lstrip('/')}")
    follows = mark + quote(rest, safe="=&/-_.~%+") if rest else ""
    return [(place, follows), (f"{place.rstrip('/')}/", follows)]


def parameters(found):
    """Where parameters begin without their mark, the mark; nothing for a tag."""
    return found[1] + ("?" if found[2] else "")


def unquoted(found):
    return chr(int(found[1], 16)) if found[1] else ""


def shortened(slashes):
    """A slash for several, and none before the dot of a file."""
    return "." if slashes.group().endswith(".") else "/"


def ampersand(found):
    return "&" if found.start() else ""


def query(string):
    """The query string without what was put into it on its way."""
    given, string = string, AMPERSANDS.sub(ampersand, SECOND_MARK.sub("&", string))
    pairs = parse_qsl(string, keep_blank_values=True)
    kept = [(name, value) for name, value in pairs if not TRACKER.fullmatch(name)]
    if kept and not SPOKEN.fullmatch(kept[-1][0]):
        name, value = kept[-1]
        kept[-1] = name, WORN.sub(r"\1", value)
    meant = string if kept == pairs else urlencode(kept)
    return meant if len(meant) <= LONGEST else given
