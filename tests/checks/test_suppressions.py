"""Comments on a page that suppress findings: what they reach, and that they leave no trace."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown import Markdown

from callsheet.checks.rules.specimen import PATH, specimen
from callsheet.findings import Severity
from callsheet.source import read_page
from tests.checks.trees import FENCE, SLIP_LINE, broken, checked, places

RAGGED = ("| notify | bool | Whether the receiver", "| notify | bool | x | Whether the receiver")
RAGGED_ROW = "| notify | bool | x | Whether the receiver gets a message. |"
QUERY_TABLE = "| Parameter Name | Type | Description |\n"


def above(text: str, place: str, comment: str) -> str:
    """A page with a comment on a line of its own above a place."""
    return broken(place, f"<!-- callsheet: {comment} -->\n\n{place}", text)


@pytest.mark.parametrize(
    "page",
    [
        above(broken(), FENCE, "ignore CS010"),
        above(broken(), FENCE, "ignore CS010 -- as the old server sent it"),
        above(broken(), FENCE, "ignore CS001,CS010").replace("CS001,", ""),
        above(broken(), "## Sample request\n", "ignore CS010"),
        above(broken(), "# Change a parcel\n", "ignore CS010"),
        above(broken(), "## Request Headers\n", "ignore-page CS010"),
        broken() + "\n<!--callsheet:ignore-page CS010-->\n",
    ],
    ids=["fence", "reason", "short", "section", "H1", "page", "end"],
)
def test_a_comment_reaches_the_fence_the_section_or_the_page(page: str, tmp_path: Path) -> None:
    assert places(checked(tmp_path / "with", {PATH: page}).findings) == []
    without = "\n".join(line for line in page.split("\n") if "<!--" not in line)
    [finding] = checked(tmp_path / "without", {PATH: without}).findings
    assert finding.code == "CS010"


@pytest.mark.parametrize(
    "page",
    [
        broken(RAGGED_ROW, f"{RAGGED_ROW} <!-- callsheet: ignore CS006 -->", broken(*RAGGED)),
        above(broken(*RAGGED), QUERY_TABLE, "ignore CS006"),
        above(broken(*RAGGED), "## Query String Parameters", "ignore CS006"),
    ],
    ids=["row", "table", "section"],
)
def test_a_comment_reaches_a_row(page: str, tmp_path: Path) -> None:
    assert places(checked(tmp_path, {PATH: page}).findings) == []


def test_a_comment_at_the_end_of_a_line_is_about_that_line(tmp_path: Path) -> None:
    links = "See [one](one.md). <!-- callsheet: ignore CS014 -->\nSee [two](two.md).\n"
    page = broken("Changes what is known of a parcel", f"{links}\nChanges it")
    [finding] = checked(tmp_path, {PATH: page}).findings
    assert finding.message == "There is no page `Depot/two.md`."


def test_a_comment_counts_only_where_it_is(tmp_path: Path) -> None:
    page = above(broken(), "## Sample response\n", "ignore CS010")
    found = checked(tmp_path, {PATH: page}).findings
    line = page[: page.index("<!--")].count("\n") + 1
    assert places(found) == [("CS010", PATH, SLIP_LINE), ("CS901", PATH, line)]


def test_a_comment_that_suppresses_nothing_is_a_finding_with_a_fix(tmp_path: Path) -> None:
    page = above(specimen(), FENCE, "ignore CS010")
    [finding] = checked(tmp_path, {PATH: page}).findings
    assert (finding.code, finding.severity) == ("CS901", Severity.WARNING)
    assert "`CS010`" in finding.message
    line = page.split("\n")[finding.line - 1]
    assert line[finding.column - 1 : finding.end_column - 1] == line
    assert finding.fix


def test_codes_that_no_rule_has_are_findings(tmp_path: Path) -> None:
    page = above(specimen(), FENCE, "ignore CS000, sc010")
    page = above(page, "## Request Headers\n", "ignore")
    found = checked(tmp_path, {PATH: page}).findings
    assert [finding.code for finding in found] == ["CS902", "CS902", "CS902"]
    assert sorted(finding.message for finding in found) == [
        "The comment names no code.",
        "There is no rule `CS000`.",
        "There is no rule `sc010`.",
    ]


def test_several_codes_are_each_used_or_not(tmp_path: Path) -> None:
    page = above(broken(), FENCE, "ignore CS010, CS009")
    [finding] = checked(tmp_path, {PATH: page}).findings
    assert finding.code == "CS901"
    assert "`CS009`" in finding.message
    assert not finding.fix


def test_what_follows_from_a_suppressed_finding_is_gone_with_it(tmp_path: Path) -> None:
    unclosed = broken("```http_\n", "````http_\n")
    [cause] = checked(tmp_path / "a", {PATH: unclosed}).findings
    assert cause.code == "CS005"
    page = above(unclosed, "# Change a parcel\n", "ignore CS005")
    assert places(checked(tmp_path / "b", {PATH: page}).findings) == []


def test_a_comment_in_code_is_text(tmp_path: Path) -> None:
    comment = "<!-- callsheet: ignore CS010 -->"
    for number, code in enumerate((f"```\n{comment}\n```\n", f"    {comment}\n", f"`{comment}`\n")):
        page = broken("Changes what is known", f"{code}\nChanges what is known")
        assert checked(tmp_path / str(number), {PATH: page}).suppressed == 0
        assert read_page(page.encode(), PATH).operation is not None
        assert comment in "".join(
            text.markdown
            for section in read_page(page.encode(), PATH).operation.sections  # type: ignore[union-attr]
            for text in section.prose
        )


def test_the_suppressed_are_counted(tmp_path: Path) -> None:
    outcome = checked(tmp_path, {PATH: above(broken(), FENCE, "ignore CS010")})
    assert outcome.suppressed == 1


def test_a_comment_is_no_part_of_the_operation() -> None:
    comment = "<!-- callsheet: ignore CS010 -- a secret of the authors -->"
    page = specimen()
    for place in ("## Request Headers\n", "## Response: object\n", "Changes what", FENCE):
        page = broken(place, f"{comment}\n\n{place}", page)
    for line in ("gives it back as it is stored.", "| notify | bool | Whether the receiver gets"):
        end = page.index("\n", page.index(line))
        page = f"{page[:end]} {comment}{page[end:]}"
    page = page.replace("## Sample response", f"## Sample response {comment}")
    with_comments = read_page(page.encode(), PATH)
    plain = read_page(specimen().encode(), PATH)
    assert with_comments.operation is not None
    assert plain.operation is not None
    assert "secret" not in repr(with_comments)
    assert with_comments.findings == ()
    for one, two in zip(with_comments.operation.sections, plain.operation.sections, strict=True):
        assert (one.kind, one.title) == (two.kind, two.title)
        assert [t.markdown for t in one.prose] == [t.markdown for t in two.prose]
    assert [p.name for p in with_comments.operation.parameters] == [
        p.name for p in plain.operation.parameters
    ]


def test_a_comment_does_not_show_on_the_site(tmp_path: Path) -> None:
    comment = "<!-- callsheet: ignore CS010 -- hidden -->"
    text = f"# Title\n\n{comment}\n\nText. {comment}\n"
    html = Markdown(extensions=["callsheet"]).convert(text)
    for shown in html.replace("<!--", "\0<!--").split("\0"):
        assert "callsheet" not in shown.rpartition("-->")[2]
    operation = above(specimen(), FENCE, "ignore CS010")
    assert "ignore" not in Markdown(extensions=["callsheet"]).convert(operation)


def test_many_comments_take_linear_time(tmp_path: Path) -> None:
    page = specimen() + "\n" + "<!-- callsheet: ignore CS010 " * 20_000 + "\n"
    page += "<!-- callsheet: ignore " + "CS010," * 20_000 + " -->\n"
    outcome = checked(tmp_path, {PATH: page})
    assert {finding.code for finding in outcome.findings} == {"CS005", "CS901"}
