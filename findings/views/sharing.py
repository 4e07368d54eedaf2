"""A record as somebody passes it on: its claim never without its verdict."""

from typing import NamedTuple
from urllib.parse import quote


class Share(NamedTuple):
    """`mail` is the address that opens a message with `text`."""

    text: str
    mail: str


def share(request, record):
    standing = record.standing
    address = request.build_absolute_uri(record.get_absolute_url())
    text = f"{record.title}\n\n{standing.sentence}. {standing.reason}\n\n{address}"
    return Share(text, f"mailto:?subject={quote(record.title)}&body={quote(text)}")
