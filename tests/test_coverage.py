"""What a run covers is kept in a file and shown in the site."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from callsheet.coverage import Aspect, Coverage, OperationCoverage, Uncovered, read_coverage
from callsheet.errors import ConfigurationError
from callsheet.render import render_badge, render_coverage
from callsheet.report.cobertura import write_cobertura
from tests.parsed import Parsed
from tests.sites import command

HOSTILE = '<script>alert("x")</script>'


def coverage(covered: int = 9, total: int = 10) -> Coverage:
    aspects = (Aspect("operations", 4, 4), Aspect("statuses", covered, total))
    uncovered = (
        Uncovered("a/b.md", 7, "parcel", "status 404", HOSTILE),
        Uncovered("a/b.md", 9, "parcel", "query sort", "No sample sends it."),
        Uncovered("a/c.md", 9, HOSTILE, "query sort", "No sample sends it."),
        Uncovered("a/c.md", 10, HOSTILE, "query top", "No sample sends it."),
    )
    operations = (
        OperationCoverage("a/b.md", "parcel", aspects, (3, 4), (7, 9)),
        OperationCoverage("a/c.md", HOSTILE, aspects[:1], (3,), (9, 10)),
    )
    return Coverage(aspects, uncovered, operations)


def test_a_file_keeps_it(tmp_path: Path) -> None:
    file = tmp_path / "coverage.json"
    file.write_text(coverage().as_json(), encoding="utf-8")
    assert read_coverage(file) == coverage()


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"aspects": {"a": 3}, "uncovered": []}', '{"aspects": {}, "uncovered": [3]}'],
)
def test_another_file_is_refused_with_what_to_do(tmp_path: Path, text: str) -> None:
    file = tmp_path / "coverage.json"
    file.write_text(text)
    with pytest.raises(ConfigurationError, match=r"callsheet test --coverage coverage\.json"):
        read_coverage(file)


def test_a_file_that_is_not_there_is_a_message(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="cannot be read"):
        read_coverage(tmp_path / "coverage.json")


def test_of_nothing_all_is_covered() -> None:
    assert Aspect("statuses", 0, 0).percent == 100


@pytest.mark.parametrize(
    ("covered", "total", "share"), [(9, 10, "90 %"), (999, 1000, "99 %"), (10, 10, "100 %")]
)
def test_the_badge_tells_the_share_and_never_more(covered: int, total: int, share: str) -> None:
    badge = fromstring(render_badge(coverage(covered, total)))  # noqa: S314 - our own
    assert badge.get("aria-label") == f"samples: {share}"


def test_the_list_is_by_reason_and_page_and_safe() -> None:
    html = render_coverage(coverage(), "badge.svg", lambda uid: f"../a/b.md#{uid}")
    fromstring(html)  # noqa: S314 - our own
    assert "<script>" not in html
    soup = Parsed(html)
    summaries = [summary.get_text() for summary in soup.select("summary")]
    assert summaries == [
        "By operation",
        f"1 not brought about: {HOSTILE}",
        "3 not brought about: No sample sends it.",
    ]
    items = [item.get_text() for item in soup.select("details:last-of-type li")]
    assert items == ["parcel: query sort", f"{HOSTILE}: query sort, query top"]
    assert soup.select("li a")[0]["href"] == "../a/b.md#parcel"
    rows = [[cell.get_text() for cell in row.find_all(["th", "td"])] for row in soup.select("tr")]
    assert rows[-3:] == [
        ["Operation", "operations", "statuses"],
        ["parcel", "4/4", "9/10"],
        [HOSTILE, "4/4", ""],
    ]


def test_lines_of_pages_are_told_as_cobertura() -> None:
    root = fromstring(write_cobertura(coverage(), "docs/", 5))  # noqa: S314 - our own
    assert (root.get("lines-covered"), root.get("lines-valid")) == ("3", "7")
    assert (root.get("line-rate"), root.get("timestamp")) == ("0.4286", "5")
    [package] = root.iter("package")
    assert package.get("name") == "a"
    found = {
        page.get("filename"): [(line.get("number"), line.get("hits")) for line in page.iter("line")]
        for page in package.iter("class")
    }
    assert found == {
        "docs/a/b.md": [("3", "1"), ("4", "1"), ("7", "0"), ("9", "0")],
        "docs/a/c.md": [("3", "1"), ("9", "0"), ("10", "0")],
    }


def test_a_build_says_which_file_is_no_coverage(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# Home\n", encoding="utf-8")
    (tmp_path / "coverage.json").write_text("[]", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: x\nplugins: [{callsheet: {coverage: coverage.json}}]\n", encoding="utf-8"
    )
    with command(tmp_path, "site", None) as process:
        output, _ = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "coverage.json" in output
    assert "Traceback" not in output
