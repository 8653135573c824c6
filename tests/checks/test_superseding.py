"""One cause is one finding: what follows from another finding is left out, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from callsheet.checks.engine.registry import all_rules
from callsheet.checks.engine.runner import without_followers
from callsheet.checks.rule import Rule
from callsheet.checks.rules.specimen import PATH, specimen
from callsheet.findings import Finding, Severity
from tests.checks.trees import broken, checked

KIND = ("| Kind | Enum: Letter, Box, Pallet | How it travels. |\n| Posted",
        "| Kind | Enum: Letter, Letter, Pallet | How it travels. |\n| Posted")  # fmt: skip
"""A row of the request that is wrong itself: CS208."""

SENT = """\
  "Label": "Glasses",
  "Weight": 1200,
  "Kind": "Box",
  "Posted": "2026-03-14T09:26:53Z"
}"""


def superseded() -> Iterator[Rule]:
    """The rules whose findings follow from others of the page."""
    return (rule for rule in all_rules().values() if rule.superseded_by)


def found(
    folder: Path, *changes: tuple[str, str], codes: Iterable[str] = ()
) -> list[tuple[str, str]]:
    """Codes and lines of what is found on the correct page with some places changed."""
    text = specimen()
    for right, wrong in changes:
        assert right in text, right
        text = text.replace(right, wrong, 1)
    lines = text.split("\n")
    findings = checked(folder, {PATH: text}, select=()).findings
    return [(f.code, lines[f.line - 1].strip()) for f in findings if not codes or f.code in codes]


def sent(**values: str) -> tuple[str, str]:
    """A change of the sample request, to other values."""
    wrong = SENT
    for name, value in values.items():
        line = next(line for line in SENT.split("\n") if f'"{name}"' in line)
        wrong = wrong.replace(line, f'  "{name}": {value}{"," if line.endswith(",") else ""}')
    return SENT, wrong


def test_what_contradicts_a_row_that_is_wrong_itself_is_no_finding(tmp_path: Path) -> None:
    """The rows above and below it hold, and so do those of the same line in another page."""
    wrong = found(tmp_path / "a", KIND, sent(Kind='"Bax"'))
    assert wrong == [("CS208", KIND[1].split("\n")[0])]
    right = found(tmp_path / "b", sent(Kind='"Bax"'))
    assert right == [("CS305", '"Kind": "Bax",')]
    others = found(tmp_path / "c", KIND, sent(Weight='"x"', Kind='"Bax"', Posted="5"))
    assert others == [
        ("CS208", KIND[1].split("\n")[0]),
        ("CS305", '"Weight": "x",'),
        ("CS305", '"Posted": 5'),
    ]


def test_a_wrong_row_of_another_kind_is_no_such_cause(tmp_path: Path) -> None:
    described = ("How it travels. |\n| Posted", "How it  travels, |\n| Posted")
    ragged = (
        "| Kind | Enum: Letter, Box, Pallet | How",
        "| Kind | Enum: Letter, Box, Pallet | x | How",
    )
    assert ("CS305", '"Kind": "Bax",') in found(tmp_path / "a", described, sent(Kind='"Bax"'))
    assert ("CS305", '"Kind": "Bax",') in found(tmp_path / "b", ragged, sent(Kind='"Bax"'))


def test_what_is_wrong_on_the_line_of_its_cause_is_no_finding(tmp_path: Path) -> None:
    """A value that no such header has is reported once, and its neighbours each for themselves."""
    place = "Accept: application/json\n\n{"
    fields = "Last-Event-ID: no date\nIf-Modified-Since: no date\nX-Colour: red"
    lines = found(tmp_path, (place, place.replace("\n\n", f"\n{fields}\n\n")))
    assert lines == [
        ("CS312", "Last-Event-ID: no date"),
        ("CS315", "If-Modified-Since: no date"),
        ("CS312", "X-Colour: red"),
    ]


@pytest.mark.parametrize(
    "change",
    [
        ("title: Change a parcel", "title: Remove a parcel"),
        ("/Parcel/7?notify=true\nAuth", "/Parcel/x?notify=true\nAuth"),
        ("| Weight | int32 |", "| Weight | int23 |"),
    ],
)  # fmt: skip
def test_what_follows_from_a_fence_without_end_is_no_finding(
    tmp_path: Path, change: tuple[str, str]
) -> None:
    assert found(tmp_path / "a", change) != []
    unclosed = ("```http_\n", "````http_\n")
    assert [code for code, _ in found(tmp_path / "b", unclosed, change)] == ["CS005"]


def test_what_is_wrong_with_the_text_is_found_all_the_same(tmp_path: Path) -> None:
    unclosed = ("```http_\n", "````http_\n")
    slip = ("Content-Type: application/json\nAccept:", "Content-Type application/json\nAccept:")
    codes = [code for code, _ in found(tmp_path, unclosed, slip)]
    assert "CS005" in codes
    assert "CS010" in codes


def test_a_cause_on_one_page_is_none_on_another(tmp_path: Path) -> None:
    other = specimen().replace("v1Parcel_Change", "v1Parcel_Other").replace("/v1/", "/v2/")
    pages = {
        PATH: broken("```http_\n", "````http_\n"),
        "Depot/v1Parcel_Other.md": broken("| Weight | int32 |", "| Weight | int23 |", other),
    }
    findings = checked(tmp_path, pages, select=()).findings
    assert {("CS005", PATH), ("CS205", "Depot/v1Parcel_Other.md")} <= {
        (finding.code, finding.path) for finding in findings
    }


def finding(code: str, path: str = "a.md", line: int = 9) -> Finding:
    return Finding(path, line, 1, code, Severity.ERROR, "It is wrong.", "Correct it.")


@pytest.mark.parametrize("rule", [*superseded()], ids=lambda rule: rule.code)
def test_what_another_finding_of_the_page_implies_is_left_out(rule: Rule) -> None:
    codes = {each.name: each.code for each in all_rules().values()}
    implied = finding(rule.code)
    for name in rule.superseded_by:
        cause = finding(codes[name], line=3)
        assert without_followers([implied, cause]) == [cause]
        elsewhere = finding(codes[name], "b.md")
        assert without_followers([implied, elsewhere]) == [implied, elsewhere]


def test_a_finding_of_a_rule_that_is_not_known_stays() -> None:
    found = [finding("X001"), finding("CS005", line=3)]
    assert without_followers(found) == found
