"""Findings as one HTML file that can be attached and sent: no scripts, and nothing is loaded."""

from collections.abc import Iterator
from html import escape

from callsheet import lazy_re as re
from callsheet.findings import Finding, Severity
from callsheet.printable import visible
from callsheet.report.model import Report, SameFindings, count, next_steps, set_aside, tally
from callsheet.report.text import Excerpts, Region

_CODE = re.compile(r"`([^`]*)`")
_HEADINGS = {Severity.ERROR: "Errors", Severity.WARNING: "Warnings", Severity.NOTE: "Notes"}

_CSS = """
:root { color-scheme: light dark; --line: #8886; --error: #c5221f; --warning: #96690a;
  --note: #1a66c9 }
@media (prefers-color-scheme: dark) { :root { --error: #ff8a80; --warning: #f2c04d;
  --note: #8ab4f8 } }
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem;
  padding: 0 1rem; overflow-wrap: anywhere }
table { border-collapse: collapse; width: 100% }
th, td { border-bottom: 1px solid var(--line); padding: .25rem .5rem; text-align: left;
  vertical-align: top }
td.number, th.number { text-align: right }
code, pre { font: .9em ui-monospace, monospace }
article { border-left: 4px solid var(--line); margin: 1rem 0; padding: 0 1rem }
article.error { border-color: var(--error) }
article.warning { border-color: var(--warning) }
article.note { border-color: var(--note) }
p, ul { margin: .3rem 0 }
pre { border: 1px solid var(--line); padding: .5rem; white-space: pre-wrap }
mark { background: none; color: inherit; text-decoration: wavy underline var(--error) }
"""


def write(report: Report) -> str:
    """Return the report as a document: the counts, a table by rule, and the findings."""
    title = escape(tally(report))
    return "".join(
        f"{line}\n"
        for line in (
            "<!doctype html>",
            '<html lang="en">',
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width">',
            # Whatever a page says, nothing runs and nothing is fetched.
            '<meta http-equiv="Content-Security-Policy"'
            " content=\"default-src 'none'; style-src 'unsafe-inline'\">",
            f"<title>Callsheet: {title}</title>",
            f"<style>{_CSS}</style>",
            f"<h1>{title}</h1>",
            *(f"<p>{_text(line)}</p>" for line in (set_aside(report), *next_steps(report)) if line),
            *_rules(report),
            *_findings(report),
            "</html>",
        )
    )


def _text(text: str) -> str:
    """Escape a text; its code spans become elements."""
    pieces = _CODE.split(visible(text))
    return "".join(
        f"<code>{escape(piece)}</code>" if number % 2 else escape(piece)
        for number, piece in enumerate(pieces)
    )


def _rules(report: Report) -> Iterator[str]:
    if not report.findings:
        return
    yield (
        '<table><thead><tr><th>Severity<th>Rule<th class="number">Findings<th class="number">Pages'
        "</thead><tbody>"
    )
    for each in report.by_rule:
        target = escape(f"{each.severity}-{each.first.code}")
        yield (
            f'<tr><td>{each.severity}<td><a href="#{target}">{escape(visible(each.title))}</a>'
            f'<td class="number">{each.findings:,}<td class="number">{each.pages:,}'
        )
    yield "</tbody></table>"


def _findings(report: Report) -> Iterator[str]:
    excerpts = Excerpts(report.docs)
    seen: set[str] = set()
    for group in report.groups:
        first = group.first
        if first.severity not in seen:
            yield f"<h2>{_HEADINGS[first.severity]}</h2>"
        target = f"{first.severity}-{first.code}"
        name = "" if target in seen else f' id="{escape(target)}"'
        seen |= {first.severity, target}
        yield f'<article class="{first.severity}"{name}>'
        yield from _group(report, group, excerpts)
        yield "</article>"


def _group(report: Report, group: SameFindings, excerpts: Excerpts) -> Iterator[str]:
    first, *others = group.findings
    title = escape(visible(report.title(first)))
    yield f"<p><strong>{title}</strong> {_text(first.message)}</p>"
    yield f"<p><code>{_place(report, first)}</code></p>"
    region = Region(first.path, first.line, first.column, first.end_line, first.end_column)
    if (excerpt := excerpts.of(region)) and excerpt.text:
        yield f"<pre>{escape(excerpt.text)}</pre>"
    if first.hint:
        yield f"<p>{_text(first.hint)}</p>"
    if first.related:
        listed = (
            f"<li><code>{escape(visible(f'{report.path(r.path)}:{r.line}'))}</code>"
            f" {_text(r.message)}"
            for r in first.related
        )
        yield _details(count(len(first.related), "related place"), listed)
    if others:
        places = (f"<li><code>{_place(report, other)}</code>" for other in others)
        yield _details(count(len(others), "more place"), places)


def _details(summary: str, items: Iterator[str]) -> str:
    return f"<details><summary>{summary}</summary><ul>{''.join(items)}</ul></details>"


def _place(report: Report, finding: Finding) -> str:
    return escape(visible(f"{report.path(finding.path)}:{finding.line}:{finding.column}"))
