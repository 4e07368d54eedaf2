"""What we write is indented and explained for those who write it; readers are spared that.

It would make up a sixth of the timeline, and a fifth of a style or a script.
"""

import re

from django.core.files.base import ContentFile
from django.template.loaders import filesystem
from whitenoise.storage import CompressedManifestStaticFilesStorage

CONTROL = "(?:block|endblock|comment|else|elif|empty|endfor|endif|endwith|extends|for|if|load|with)"
# A line with nothing but what says which other lines there are; its end says nothing either.
CONTROL_LINE = re.compile(rf"^[ \t]*((?:{{% {CONTROL}\b(?:(?!%}}).)*%}})+)[ \t]*\n", re.MULTILINE)
INDENTATION = re.compile(r"\n\s+")
# Of a script only comments that have a line to themselves: those are never part of a string.
COMMENT = {
    ".css": re.compile(r"/\*.*?\*/\n?", re.DOTALL),
    ".js": re.compile(r"^[ \t]*//.*\n", re.MULTILINE),
}
OURS = ("css/", "js/")


class Loader(filesystem.Loader):
    def get_contents(self, origin):
        text = super().get_contents(origin)
        return without(text) if origin.name.endswith(".html") else text


class Storage(CompressedManifestStaticFilesStorage):
    """Keeps our own styles and scripts without indentation and comments."""

    def _save(self, name, content):
        ending = name[name.rfind(".") :]
        if name.startswith(OURS) and ending in COMMENT:
            content.seek(0)
            text = COMMENT[ending].sub("", content.read().decode())
            content = ContentFile(INDENTATION.sub("\n", text).encode())
        return super()._save(name, content)


def without(text):
    """The template `text` without indentation, empty lines and the ends of lines of control."""
    return CONTROL_LINE.sub(r"\1", INDENTATION.sub("\n", text))
