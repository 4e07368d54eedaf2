"""How far a long command has come, for whoever watches it."""

WIDTH = 40


def bar(stream):
    """A function that draws (done, total) into `stream`; None where nobody watches."""
    return Bar(stream).draw if stream.isatty() else None


class Bar:
    def __init__(self, stream):
        self.stream = stream

    def draw(self, done, total):
        full = WIDTH * done // max(total, 1)
        end = "\n" if done == total else ""
        line = f"\r[{'#' * full}{' ' * (WIDTH - full)}] {done:,} of {total:,}{end}"
        self.stream.write(line, style_func=str, ending="")
        self.stream.flush()
