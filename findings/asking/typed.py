"""A text that a reader types into a paper: readable signs, and cut where it is too long."""


def read_text(text, name, longest, remarks):
    """One line; `name` is what a remark calls it where it was cut."""
    return cut(one_line(text), name, longest, remarks)


def read_lines(text, name, longest, remarks):
    """The same of a text whose lines count; empty ones are left out."""
    lines = map(one_line, text.splitlines())
    return cut("\n".join(line for line in lines if line), name, longest, remarks)


def one_line(text):
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def cut(text, name, longest, remarks):
    if len(text) > longest:
        remarks.append(f"{name} is longer than {longest} characters, so we cut it there.")
    return text[:longest].rstrip()
