"""The figures of an audit as a page of docs/."""

PAGE = """# Audit of the running site

{about}

## Lighthouse

{table}

{lacking}

## HTML

{html}
"""
ABOUT = (
    "What `script/audit` measured on {day}, with Lighthouse {lighthouse} on its phone profile "
    "(a slow phone on a slow network, simulated; the median of three runs), {chromium}, and "
    "html-validate. Node was {node}. The site ran with the local profile on the machine of "
    "whoever ran the audit: figures differ a little from run to run and from machine to machine."
)
COLUMNS = [
    *("page", "performance", "accessibility", "best practices", "search engines"),
    *("largest paint", "blocked", "shift", "bytes"),
]


def written(measured, host, checked, faults, versions, day):
    about = ABOUT.format(
        day=f"{day.day} {day:%B %Y}",
        lighthouse=measured[0]["version"],
        chromium=" ".join(versions["Chromium"].split()[:2]),
        node=versions["Node"],
    )
    rows = [cells(COLUMNS), cells(["---", *["---:"] * 8]), *(row(page, host) for page in measured)]
    return PAGE.format(
        about=about,
        table="\n".join(rows),
        lacking=lacking(measured, host),
        html=html(checked, faults),
    )


def cells(texts):
    return f"| {' | '.join(texts)} |"


def path_of(page, host):
    return page["address"].removeprefix(host)


def row(page, host):
    found = page["measures"]
    texts = [
        f"`{path_of(page, host)}`",
        *map(str, page["scores"]),
        f"{found['lcp'] / 1000:.1f} s",
        f"{found['tbt']:.0f} ms",
        f"{found['cls']:.3f}",
        f"{found['bytes'] / 1000:.0f} kB",
    ]
    return cells(texts)


def lacking(measured, host):
    lines = [f"- `{path_of(page, host)}`: {fault}" for page in measured for fault in page["faults"]]
    if not lines:
        return "No counted check scored below 90 of 100 on any of them."
    return "Counted checks that scored below 90 of 100:\n\n" + "\n".join(lines)


def html(checked, faults):
    if not faults:
        return f"{checked} pages, among them two errors: no fault."
    lines = [f"- {len(paths)} × {said} (such as `{paths[0]}`)" for said, paths in faults.items()]
    return f"{checked} pages, {sum(map(len, faults.values()))} faults:\n\n" + "\n".join(lines)
