"""What the first run of docs CI shows: little, the worst first, and what to do next."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from callsheet.checks.rules.specimen import PATH
from callsheet.findings import Finding, Related, Severity
from callsheet.report import Format, Report, RuleInfo, prefix_of, write
from callsheet.report import markdown as markdown_report
from callsheet.report.text import MAX_LINES, statistics
from tests.checks.trees import broken, command, copy
from tests.checks.trees import write as write_tree

EVIL = "<script>alert(1)</script> | [x](javascript:y) **b** @octocat #1 &amp; `<i>|`"
"""A text of a page that a report must show as it is."""


def finding(path: str = "a.md", line: int = 1, message: str = "Odd.", **values: Any) -> Finding:
    defaults = {"code": "CS102", "severity": Severity.WARNING, "hint": "Correct it."}
    return Finding(path, line, 1, message=message, **{**defaults, **values})


def report(docs: Path, *findings: Finding, **values: Any) -> Report:
    rules = {
        code: RuleInfo(code, name, Severity.WARNING, "", "")
        for code, name in (("CS101", "one-rule"), ("CS102", "other-rule"))
    }
    return Report(findings=findings, docs=docs, pages=("a.md", "b.md"), rules=rules, **values)


@pytest.mark.parametrize("number", [1, 5, 6, 7, 9, 60, 600])
def test_no_more_lines_than_asked_for(tmp_path: Path, number: int) -> None:
    many = [
        finding(
            line=n, message=f"Odd {n}.", code=f"CS{100 + n % 40}", related=(Related("b", 1, ""),)
        )
        for n in range(number)
    ]
    text = write(report(tmp_path, *many, offers_baseline=True), Format.TEXT, max_lines=MAX_LINES)
    assert len(text.splitlines()) <= MAX_LINES
    assert f"{number} warning" in text
    left = re.search(r"^([\d,]+) more finding", text, re.MULTILINE)
    shown = len(re.findall(r"^a\.md:\d+:1: warning", text, re.MULTILINE))
    assert shown >= 1
    assert shown + int(left[1] if left else 0) == number


def test_all_of_it_is_shown_if_asked_for(tmp_path: Path) -> None:
    many = [finding(line=n, message=f"Odd {n}.") for n in range(600)]
    text = write(report(tmp_path, *many), Format.TEXT)
    assert text.count("warning CS102") == 600
    assert "more finding" not in text


def test_errors_come_first_whatever_their_page(tmp_path: Path) -> None:
    error = finding("z.md", severity=Severity.ERROR, code="CS101", message="Wrong.")
    note = finding("a.md", severity=Severity.NOTE, message="Hm.")
    for form in (Format.TEXT, Format.MARKDOWN, Format.HTML, Format.GITHUB):
        text = write(report(tmp_path, note, finding("b.md"), error), form)
        places = [text.index(word) for word in ("Wrong.", "Odd.", "Hm.")]
        assert places == sorted(places), form


def test_the_same_is_said_once_with_its_places(tmp_path: Path) -> None:
    same = [finding("a.md", n) for n in range(1, 9)]
    short = write(report(tmp_path, *same), Format.TEXT, max_lines=MAX_LINES)
    assert short.count("Odd.") == 1
    assert "    also at a.md:2:1, a.md:3:1 and 5 more places\n" in short
    whole = write(report(tmp_path, *same), Format.TEXT)
    assert [f"    also at a.md:{n}:1" in whole for n in range(2, 9)] == [True] * 7


def test_statistics_count_the_findings_of_each_rule(tmp_path: Path) -> None:
    error = finding("b.md", severity=Severity.ERROR, code="CS101")
    others = [finding(path, 3) for path in ("a.md", "b.md")]
    lines = statistics(report(tmp_path, error, *others, finding())).splitlines()
    assert lines[0].split() == ["1", "error", "CS101", "one-rule,", "on", "1", "page"]
    assert lines[1].split() == ["3", "warning", "CS102", "other-rule,", "on", "2", "pages"]
    assert lines[3] == "1 error and 3 warnings in 2 of 2 pages."


def test_the_summary_says_what_to_do_next(tmp_path: Path) -> None:
    docs = write_tree(tmp_path / "docs", {PATH: broken()})
    _, output, _ = command("--docs", "docs", cwd=tmp_path)
    for step in ("--explain CS010", "callsheet: ignore CS010", "--write-baseline"):
        assert step in output
    assert (
        command("--docs", "docs", "--write-baseline", "--baseline", "b.json", cwd=tmp_path)[0] == 0
    )
    (docs / "more.md").write_text(copy(3, broken()))
    code, output, _ = command("--docs", "docs", "--baseline", "b.json", cwd=tmp_path)
    assert code == 1
    assert "--write-baseline" not in output


def test_a_folder_without_pages_is_unreadable_input(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    code, output, messages = command("--docs", "docs", cwd=tmp_path)
    assert (code, output) == (2, "")
    assert messages == "Error: There is no page below `docs`.\n"


def test_statistics_are_text(tmp_path: Path) -> None:
    write_tree(tmp_path / "docs", {PATH: broken()})
    code, output, _ = command("--docs", "docs", "--statistics", cwd=tmp_path)
    assert code == 1
    assert output.startswith("      1  error     CS010 malformed-message, on 1 page\n")
    code, _, messages = command("--docs", "docs", "--statistics", "--format", "json", cwd=tmp_path)
    assert code == 2
    assert "--statistics has no effect with --format json" in messages


def test_paths_begin_at_the_root_of_the_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mono" / ".git").mkdir(parents=True)
    project = tmp_path / "mono" / "services" / "parcels"
    write_tree(project / "docs", {PATH: broken()})
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    for form in Format:
        _, output, _ = command("--docs", "docs", "--format", form, cwd=project)
        assert f"services/parcels/docs/{PATH}" in output.replace('name="v', "docs/Depot/v"), form
    # The working directory is elsewhere, so that the root of another tree means nothing.
    monkeypatch.chdir(tmp_path)
    assert prefix_of(project / "docs") == "mono/services/parcels/docs/"
    assert f"services/parcels/docs/{PATH}" in summary.read_text()


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


def test_html_stands_alone_and_shows_pages_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"{EVIL}\n")
    evil = finding(message=EVIL, hint=EVIL, related=(Related("<b>.md", 1, EVIL),))
    text = write(report(tmp_path, evil, finding("<b>.md")), Format.HTML)
    parsed = _Elements()
    parsed.feed(text)
    assert not {"script", "i", "img", "link", "iframe"} & set(parsed.tags)
    assert {name for name, _ in parsed.attributes} <= {
        "lang", "charset", "name", "content", "http-equiv", "class", "id", "href",
    }  # fmt: skip
    assert all(value and value[0] == "#" for name, value in parsed.attributes if name == "href")
    assert "default-src 'none'" in text
    assert parsed.text.count(EVIL.replace("`", "")) == 3
    assert EVIL in parsed.text


def test_markdown_shows_pages_as_they_are(tmp_path: Path) -> None:
    evil = finding(message=EVIL, hint=EVIL, related=(Related("a|b.md", 1, EVIL),))
    text = write(report(tmp_path, evil), Format.MARKDOWN)
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
    parsed = _Elements()
    parsed.feed(html)
    allowed = {"h2", "p", "code", "table", "thead", "tbody", "tr", "th", "td", "ul", "li", "strong"}
    assert set(parsed.tags) <= allowed
    assert "<script>alert(1)</script>" in parsed.text
    assert "[x](javascript:y) **b** @octocat #1 &amp;" in parsed.text
    assert "@octocat" not in text
    assert parsed.tags.count("td") == 5


def test_markdown_stays_within_the_limit_of_a_job_summary(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(markdown_report, "MAX_CHARACTERS", 5_000)
    many = [finding(line=n, message=f"Odd {n}.") for n in range(1000)]
    text = write(report(tmp_path, *many), Format.MARKDOWN)
    assert len(text) < 5_100
    shown = text.count("\n- ")
    assert f"{1000 - shown} more findings did not fit here." in text
