"""Reads our templates without the white space that is there for whoever writes them.

Only what a template says itself is shortened, once, when it is read; what is filled in stays as
it is. A line break always remains where two words or links must not touch.
"""

import re

from django.template.loaders import filesystem

BLANK = re.compile(r"\n\s+")
BLOCKS = "block|comment|else|elif|empty|extends|for|if|load|with"
# Lines that hold nothing but the ends of blocks and comments.
LONE = re.compile(
    rf"^((?:{{% comment %}}.*?{{% endcomment %}}|{{% (?:end)?(?:{BLOCKS})\b[^%]*%}})+)\n",
    re.MULTILINE,
)


class Loader(filesystem.Loader):
    def get_contents(self, origin):
        text = super().get_contents(origin)
        return short(text) if origin.name.endswith(".html") else text


def short(text: str) -> str:
    return LONE.sub(r"\1", BLANK.sub("\n", text))
