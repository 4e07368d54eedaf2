"""A longer text of a record as blocks: paragraphs, lists, headings, links and bold words."""

from html.parser import HTMLParser

from findings.formats.document import Bullets, Heading, Numbers, Paragraph, Run


def blocks(text, level):
    """The blocks of a text as it is represented; its headings start at `level`."""
    if text is None:
        return []
    reader = Reader(level)
    reader.feed(text["html"])
    reader.close()
    return reader.blocks


class Reader(HTMLParser):
    """Reads the few elements that our Markdown makes. A list within a list joins the outer one."""

    LISTS = {"ul": Bullets, "ol": Numbers}
    HEADINGS = ("h3", "h4", "h5")

    def __init__(self, level):
        super().__init__()
        self.level = level
        self.blocks, self.items, self.runs = [], [], []
        self.lists, self.url, self.bold = [], "", 0

    def handle_starttag(self, tag, attributes):
        if tag in self.LISTS:
            self.end_of_item()
            self.lists.append(tag)
        elif tag == "a":
            self.url = dict(attributes).get("href", "")
        elif tag == "strong":
            self.bold += 1

    def handle_data(self, data):
        if self.runs or data.strip():
            self.runs.append(Run(data, bool(self.bold), self.url))

    def handle_endtag(self, tag):
        if tag == "a":
            self.url = ""
        elif tag == "strong":
            self.bold -= 1
        elif tag in ("li", "p"):
            self.end_of_item() if self.lists else self.end_of(Paragraph)
        elif tag in self.HEADINGS:
            words = "".join(run.text for run in self.runs)
            self.runs = []
            self.blocks.append(Heading(self.level + self.HEADINGS.index(tag), words))
        elif tag in self.LISTS:
            self.end_of_item()
            outer = self.lists.pop()
            if not self.lists:
                self.blocks.append(self.LISTS[outer](self.items))
                self.items = []

    def end_of(self, block):
        if self.runs:
            self.blocks.append(block(self.runs))
        self.runs = []

    def end_of_item(self):
        if self.runs:
            self.items.append(self.runs)
        self.runs = []
