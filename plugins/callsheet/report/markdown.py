"""Findings as Markdown for the summary of a CI job: counts, a table by rule, and the findings."""

from collections.abc import Iterator

from callsheet import lazy_re as re
from callsheet.printable import visible
from callsheet.report.model import Report, SameFindings, count, next_steps, set_aside, tally

MAX_CHARACTERS = 900_000
"""The limit of the report; GitHub refuses summaries of more than 1 MiB."""

MAX_PLACES = 20
"""The number of places listed for findings that say the same."""

_CODE = re.compile(r"`([^`]*)`")
# What Markdown, HTML, or a mention of people and issues would make of a text.
_SPECIAL = re.compile(r"[\\`*_{}\[\]<>()#|@~&!]")


def write(report: Report) -> str:
    """Return the report: the most severe findings first, as many as fit."""
    head = "".join(f"{line}\n" for line in _head(report))
    parts = [head]
    room = MAX_CHARACTERS - len(head.encode())
    for number, group in enumerate(report.groups):
        text = "".join(f"{line}\n" for line in _group(report, group))
        room -= len(text.encode("utf-8", errors="replace"))
        if room < 0:
            left = sum(len(group.findings) for group in report.groups[number:])
            parts.append(f"\n{count(left, 'more finding')} did not fit here.\n")
            break
        parts.append(text)
    return "".join(parts)


def escaped(text: str) -> str:
    """Escape a text so that Markdown shows it as it is, with its code spans."""
    pieces = _CODE.split(visible(text))
    # Texts and code alternate, as the expression has one group.
    return "".join(code(piece) if n % 2 else _plain(piece) for n, piece in enumerate(pieces))


def code(text: str) -> str:
    """Return a text as a code span, which may be in a table."""
    # Longer marks keep an inner backtick; within a table, a pipe ends the cell even in code.
    marks = "``" if "`" in text else "`"
    space = " " if marks == "``" or not text.strip() else ""
    return f"{marks}{space}{visible(text)}{space}{marks}".replace("|", "\\|")


def _plain(text: str) -> str:
    return _SPECIAL.sub(lambda match: f"&#{ord(match[0])};", text)


def _head(report: Report) -> Iterator[str]:
    yield f"## Callsheet: {tally(report)}"
    if hidden := set_aside(report):
        yield f"\n{hidden}"
    for step in next_steps(report):
        yield f"\n{step}"
    if not report.findings:
        return
    yield "\n| Severity | Rule | Findings | Pages | First |\n| --- | --- | ---: | ---: | --- |"
    for each in report.by_rule:
        place = code(f"{report.path(each.first.path)}:{each.first.line}")
        yield (
            f"| {each.severity} | {escaped(each.title)} | {each.findings:,} | {each.pages:,}"
            f" | {place} |"
        )
    yield ""


def _group(report: Report, group: SameFindings) -> Iterator[str]:
    first, *others = group.findings
    places = [code(f"{report.path(f.path)}:{f.line}:{f.column}") for f in (first, *others)]
    message = f"**{first.severity} {first.code}** {escaped(first.message)}"
    yield f"- {places[0]} {message} {escaped(first.hint)}".rstrip()
    for related in first.related[:3]:
        where = code(f"{report.path(related.path)}:{related.line}")
        yield f"  - Expected by {where}: {escaped(related.message)}"
    if others:
        more = len(places) - 1 - MAX_PLACES
        listed = ", ".join(places[1 : MAX_PLACES + 1])
        rest = f" and {count(more, 'more place')}" if more > 0 else ""
        yield f"  - Also at {listed}{rest}"
