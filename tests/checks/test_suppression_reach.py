"""Which lines a comment that suppresses findings counts for, from the first to the last."""

from __future__ import annotations

from pathlib import Path

import pytest

from callsheet.checks.engine.fixes import apply_edits
from callsheet.checks.rules.specimen import PATH, specimen
from tests.checks.trees import broken, checked

LINK = "See [it](gone.md)."
"""A line with a finding, CS014, wherever prose may stand."""

COMMENT = "<!-- callsheet: ignore CS014 -->"

PAGE = f"""\
---
title: T
---

# One

{LINK} 1

## Two

{LINK} 2

### Three

{LINK} 3

### Four

{LINK} 4

## Five

{LINK} 5

- {LINK} 6
- {LINK} 7

{LINK} 8
{LINK} 9

{LINK} 10
"""


def left(folder: Path, text: str) -> list[int]:
    """The numbers of the links that are still found to be broken."""
    lines = text.split("\n")
    findings = checked(folder, {"notes.md": text}, select=("CS014",)).findings
    return [int(lines[finding.line - 1].rsplit(" ", 1)[-1]) for finding in findings]


ALL = list(range(1, 11))


@pytest.mark.parametrize(
    ("below", "suppressed"),
    [
        # A section ends before the next heading of its level, or of one above.
        ("# One", ALL),
        ("## Two", [2, 3, 4]),
        ("### Three", [3]),
        ("### Four", [4]),
        ("## Five", [5, 6, 7, 8, 9, 10]),
        # Other blocks end with themselves.
        (f"{LINK} 2", [2]),
        (f"- {LINK} 6", [6, 7]),
        (f"{LINK} 8\n", [8, 9]),
        (f"{LINK} 10", [10]),
    ],
)
def test_a_comment_counts_for_the_block_below(
    tmp_path: Path, below: str, suppressed: list[int]
) -> None:
    text = broken(f"\n{below}", f"\n{COMMENT}\n\n{below}", PAGE)
    assert left(tmp_path, text) == [number for number in ALL if number not in suppressed]


def test_a_comment_between_the_lines_of_a_block_counts_from_there(tmp_path: Path) -> None:
    page = PAGE.replace(f"{LINK} 9", f"{COMMENT}\n{LINK} 9")
    assert left(tmp_path, page) == [1, 2, 3, 4, 5, 6, 7, 8, 10]


def test_a_comment_behind_the_last_block_counts_for_nothing(tmp_path: Path) -> None:
    assert left(tmp_path, f"{PAGE}\n{COMMENT}\n") == ALL


def test_a_comment_for_the_page_counts_from_its_first_line_to_its_last(tmp_path: Path) -> None:
    whole = COMMENT.replace("ignore", "ignore-page")
    text = f"{LINK} 0\n\n" + PAGE.partition("---\n\n")[2]
    for number, page in enumerate(
        (
            f"{text}\n{whole}\n",
            f"{whole}\n\n{text}",
            f"{text[:-1]}",
            f"{LINK} 0 {whole}\n\n{LINK} 1",
        )
    ):
        expected = [0, *ALL] if "callsheet" not in page else []
        assert left(tmp_path / str(number), page) == expected


def test_the_first_and_the_last_level_of_headings_end_each_other(tmp_path: Path) -> None:
    page = f"# One\n\n{COMMENT}\n\n###### Six\n\n{LINK} 1\n\n###### Other\n\n{LINK} 2\n"
    assert left(tmp_path, page) == [2]
    page = page.replace("###### Other", "# Other")
    assert left(tmp_path / "b", page) == [2]


def test_the_heading_of_the_next_section_is_no_part_of_this_one(tmp_path: Path) -> None:
    heading = "## See [it](gone.md). 2"
    page = f"# One\n\n{COMMENT}\n\n## See [it](gone.md). 1\n{heading}\n\nText.\n"
    assert left(tmp_path, page) == [2]
    assert left(tmp_path / "b", page.replace(f"\n{heading}", f"\n\n{heading}")) == [2]


def test_comments_that_overlap_each_count(tmp_path: Path) -> None:
    """A short one within a long one hides nothing that the long one reaches."""
    text = broken("\n## Two", f"\n{COMMENT}\n\n## Two", PAGE)
    text = broken("\n### Three", f"\n{COMMENT}\n\n### Three", text)
    assert left(tmp_path, text) == [1, 5, 6, 7, 8, 9, 10]


def test_a_comment_on_one_page_is_none_on_another(tmp_path: Path) -> None:
    pages = {"notes.md": f"{COMMENT}\n\n{LINK} 1\n", "more.md": f"# A\n\n{LINK} 1\n"}
    [finding] = checked(tmp_path, pages, select=("CS014",)).findings
    assert finding.path == "more.md"


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("# A\n\n<!-- callsheet: ignore CS014 -->\n\nB.\n", "# A\n\n\nB.\n"),
        ("# A\n\nB. <!-- callsheet: ignore CS014 -->\nC.\n", "# A\n\nB. \nC.\n"),
        ("# A\n\n<!-- callsheet: ignore CS014, CS010 -->\n\nB.\n", None),
    ],
)
def test_the_fix_takes_the_comment_out_and_nothing_else(
    tmp_path: Path, text: str, fixed: str | None
) -> None:
    findings = checked(tmp_path, {"notes.md": text}).findings
    assert {finding.code for finding in findings} == {"CS901"}
    fixes = [finding.fix for finding in findings if finding.fix != ()]
    assert (apply_edits(text.encode(), fixes).decode() if fixes else None) == fixed


def test_a_needless_comment_is_one_whose_lines_have_no_such_finding(tmp_path: Path) -> None:
    """Findings right above and right below are not its."""
    page = f"# A\n\n{LINK} 1\n\n{COMMENT}\n\nFine.\n\n{LINK} 2\n"
    findings = checked(tmp_path, {"notes.md": page}, select=("CS014", "CS9")).findings
    assert [finding.code for finding in findings] == ["CS014", "CS901", "CS014"]


def test_a_section_of_an_operation_ends_before_the_next(tmp_path: Path) -> None:
    text = broken("| 404 | There is no such parcel. |", "| 404 | There is no such parcel. | x |")
    text = text.replace(
        "Content-Type: application/json\nAccept:", "Content-Type application/json\nAccept:"
    )
    for number, (place, codes) in enumerate(
        (("## Response: object\n", {"CS010"}), ("## Sample request\n", {"CS006"}))
    ):
        ignored = broken(place, f"<!-- callsheet: ignore CS006, CS010 -->\n\n{place}", text)
        found = checked(tmp_path / str(number), {PATH: ignored}).findings
        assert {finding.code for finding in found} == {*codes, "CS901"}
    assert specimen() != text
