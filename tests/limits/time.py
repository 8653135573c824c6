"""Limits on work that grows faster than what it is done for."""

from __future__ import annotations

import time
from pathlib import Path

from markdown import Markdown

from callsheet.checks.bodies import MAX_COMPARED
from callsheet.checks.likeness import MAX_KNOWN, likely_meant
from callsheet.checks.results import check_page
from callsheet.render.code import MAX_HIGHLIGHTED, highlight_code
from callsheet.site.markdown import MAX_BRACKETS, MAX_TEXT, SiteMarkdown
from callsheet.site.markers import SUMMARY, register
from callsheet.site.outline import Outline
from tests.adversarial import SPECIMEN
from tests.limits import Row, tries


def _markdown() -> SiteMarkdown:
    md = Markdown()
    return SiteMarkdown(md, Outline(md), lambda text: text, {})


@tries("a text in an operation's page")
def text_of_a_page(row: Row, tmp_path: Path) -> None:
    assert row.limit == f"{MAX_TEXT // 1024} KiB"
    text = "*a* " + "b" * (MAX_TEXT - 4)
    assert _markdown().block(text, set()).html.startswith("<p><em>a</em>")
    assert _markdown().block(f"{text}b", set()).html.startswith("<pre>*a*")
    assert _markdown().inline(f"{text}b").startswith("*a*")


@tries("opening brackets in a text")
def brackets(row: Row, tmp_path: Path) -> None:
    assert row.limit == f"{MAX_BRACKETS:,}"
    text = "*a* " + "[b](c) " * MAX_BRACKETS
    assert _markdown().block(text, set()).html.startswith("<p><em>a</em>")
    start = time.thread_time()
    assert _markdown().block("*a* " + "[" * 60_000, set()).html.startswith("<pre>*a*")
    # In a list of operations, too.
    list_of_one = f'<p><span class="{SUMMARY}">{"[a](b(" * 20_000}</span></p>'
    md = Markdown()
    register(md, [lambda marker: list_of_one])
    assert md.convert("<!-- callsheet: x -->").endswith("[a](b(</span></p>")
    assert time.thread_time() - start < 1


@tries("code in colours")
def code(row: Row, tmp_path: Path) -> None:
    assert row.limit == f"{MAX_HIGHLIGHTED // 1024} KiB"
    program = "import a\n"
    text = program + "#" * (MAX_HIGHLIGHTED - len(program))
    assert "<c-" in highlight_code(text, "python")
    assert highlight_code(f"{text}#", "python") == f"{text}#"


@tries("names that a misspelt one may mean")
def names(row: Row, tmp_path: Path) -> None:
    assert row.limit == f"{MAX_KNOWN:,}"
    known = ["Parcel", *(f"{number:08}" for number in range(MAX_KNOWN - 1))]
    assert likely_meant("Parcl", known) == "Parcel"
    assert likely_meant("Parcl", [*known, "more"]) is None


@tries("rows times objects of an example that are compared")
def objects(row: Row, tmp_path: Path) -> None:
    assert row.limit == f"{MAX_COMPARED:,}"
    assert {"CS403"} <= _codes(1)
    assert "CS403" not in _codes(MAX_COMPARED // 6)


def _codes(before: int) -> set[str]:
    """What is said of a list whose object behind so many has a property that is unknown."""
    start = SPECIMEN.rindex("{\n")
    end = SPECIMEN.rindex("}") + 1
    one = SPECIMEN[start:end]
    short = '{"ParcelId": 7, "Label": "", "Weight": 1, "Kind": "Box", "Posted": null,'
    short += ' "Fragile": true},\n'
    page = SPECIMEN.replace("## Response: object", "## Response: array").replace(
        "### Response body: Parcel", "### Response body: Parcel[]"
    )
    last = one.replace('"Weight"', '"Oddity": 1,\n  "Weight"')
    page = page.replace(one, f"[{short * before}{last}]")
    return {finding.code for finding in check_page(page.encode(), "a.md")[0].findings}
