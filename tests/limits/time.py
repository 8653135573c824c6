"""Limits on work that grows faster than what it is done for."""

from __future__ import annotations

import re
import subprocess
import time
from pathlib import Path

from markdown import Markdown

from callsheet.catalog import Catalog
from callsheet.checks.engine.check_page import MAX_QUOTED, check_page
from callsheet.checks.engine.fixes import MAX_DIFF_LINES, Fixed, diff
from callsheet.checks.engine.registry import all_rules
from callsheet.checks.model.bodies import MAX_COMPARED
from callsheet.checks.model.tree import Tree
from callsheet.checks.parsing.words import MAX_KNOWN, likely_meant
from callsheet.checks.rule import TreeRule
from callsheet.checks.rules.consistency.types import MAX_TABLES
from callsheet.diff import DocsTree, Kind, compare
from callsheet.diff.named import MAX_HOLDERS
from callsheet.render.highlighting.code import MAX_HIGHLIGHTED, highlight_code
from callsheet.site.markdown.converter import MAX_BRACKETS, MAX_IDS, MAX_TEXT, SiteMarkdown
from callsheet.site.markdown.html_injection import HtmlInjector
from callsheet.site.markdown.markers import SUMMARY, register
from callsheet.source import read_page
from tests.adversarial import SPECIMEN
from tests.adversarial_trees import page
from tests.limits import Row, tries


def _markdown() -> SiteMarkdown:
    md = Markdown()
    return SiteMarkdown(md, HtmlInjector(md), lambda text: text, {})


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


@tries("what a finding quotes of a page")
def quoted(row: Row, tmp_path: Path) -> None:
    assert row.limit == f"{MAX_QUOTED} characters"
    for length in (MAX_QUOTED, MAX_QUOTED + 1, 100_000):
        route = f"/{'a' * (length - 2)}/"
        page = f"---\nuid: a\n---\n\n# GET\n\n```http\nGET {route}\n```\n"
        found = check_page(page.encode(), "a.md").result.findings
        (finding,) = (each for each in found if each.code == "CS118")
        assert (f"`{route}`" in finding.message) is (length <= MAX_QUOTED)
        assert len(finding.message) < 2 * MAX_QUOTED


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


@tries("ids of a page, counted for each text that may have ids of its own")
def ids(row: Row, tmp_path: Path) -> None:
    assert row.limit == f"{MAX_IDS:,}"
    markdown, taken = _markdown(), {f"id{number}" for number in range(MAX_IDS // 2)}
    for _ in range(2):
        assert markdown.block("## *a*", taken).html.startswith("<h2")
    assert markdown.block("## *a*", taken).html.startswith("<pre>## *a*")
    assert markdown.block("*a*", taken).html.startswith("<p><em>a</em>")
    assert markdown.block("## *a*", {"another page"}).html.startswith("<h2")


@tries("tables of one type that are compared with each other")
def tables(row: Row, tmp_path: Path) -> None:
    assert row.limit == str(MAX_TABLES)

    def found(count: int) -> int:
        pages = [
            page(n, rows=f"| P{n} | string | A. |\n| Q{n} | int32 | B. |\n") for n in range(count)
        ]
        data = {f"v1Thing{n}_Get.md": text.encode() for n, text in enumerate(pages)}
        catalog = Catalog.of(tmp_path, [read_page(text, path) for path, text in data.items()])
        rule = all_rules()["CS601"]
        assert isinstance(rule, TreeRule)
        return len([*rule.check(Tree(catalog, data))])

    assert found(MAX_TABLES) == MAX_TABLES
    assert found(MAX_TABLES + 1) == 0


@tries("types that hold a changed one, directly or in each other")
def holders(row: Row, tmp_path: Path) -> None:
    assert row.limit == str(MAX_HOLDERS)

    def reached(count: int) -> int:
        """How many operations a change of the last type of a chain reaches."""
        texts = [
            page(n, type=f"T{n}", rows=f"| In | T{n + 1} | In it. |\n") for n in range(count)
        ] + [page(count, type=f"T{count}", rows="| Last | int32 | In it. |\n")]
        old, new = (
            DocsTree(
                Catalog.of(
                    tmp_path, [read_page(text.encode(), f"{n}.md") for n, text in enumerate(each)]
                ),
                "",
            )
            for each in (
                texts,
                [text.replace("| Last | int32", "| Last | string") for text in texts],
            )
        )
        [message] = [
            change.message
            for change in compare(old, new).changes
            if change.kind is Kind.TYPE_PROPERTY_TYPE_CHANGED
        ]
        return int(re.search(r"and (\d+) more", message)[1]) + 1  # type: ignore[index]

    assert reached(20) == 20
    assert reached(MAX_HOLDERS) == reached(MAX_HOLDERS + 20) == MAX_HOLDERS


@tries("lines of a page in `callsheet check --diff`")
def lines_of_a_diff(row: Row, tmp_path: Path) -> None:
    assert row.limit == f"{MAX_DIFF_LINES:,}"
    for count, hunks in ((MAX_DIFF_LINES, 2), (MAX_DIFF_LINES + 1, 1)):
        lines = [f"{number}\n" for number in range(count)]
        after = ["new\n" if number in (9, count - 9) else line for number, line in enumerate(lines)]
        before, wanted = "".join(lines).encode(), "".join(after).encode()
        text = diff(Fixed("a.md", before, wanted))
        assert len(re.findall("^@@ ", text, re.MULTILINE)) == hunks
        (tmp_path / "a.md").write_bytes(before)
        command = ["git", "apply", "-"]
        subprocess.run(command, input=text.encode(), cwd=tmp_path, check=True, timeout=120)
        assert (tmp_path / "a.md").read_bytes() == wanted


def _codes(before: int) -> set[str]:
    """What is said of a list whose object after so many has a property that is unknown."""
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
    return {finding.code for finding in check_page(page.encode(), "a.md").result.findings}
