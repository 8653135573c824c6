"""Rules about front matter and titles: what they find, where, and what they leave alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from callsheet.catalog import Catalog
from callsheet.checks.engine.registry import all_rules
from callsheet.checks.engine.runner import check
from callsheet.checks.engine.selection import Selection
from callsheet.checks.model.page import CheckedPage, OperationPage
from callsheet.checks.rule import Diagnostic, OperationRule, PageRule
from callsheet.checks.rules.specimen import PATH, specimen
from tests.checks.trees import checked

METHOD_TITLE = "PUT Depot/{depotId}/Parcel/{id}"


def diagnostics(code: str, text: str) -> list[Diagnostic]:
    rule = all_rules()[code]
    page = CheckedPage.read(text.encode(), "page.md")
    assert isinstance(rule, (PageRule, OperationRule))
    if isinstance(rule, OperationRule):
        assert isinstance(page, OperationPage)
        return list(rule.check(page))
    return list(rule.check(page))


def titled(title: str, heading: str | None = None) -> str:
    text = specimen().replace("title: Change a parcel\n", f"title: {title}\n")
    return text.replace("# Change a parcel\n", f"# {title if heading is None else heading}\n")


def found(text: str, folder: Path) -> Iterator[tuple[str, int, int]]:
    for finding in checked(folder, {PATH: text}, select=()).findings:
        yield finding.code, finding.line, finding.column


@pytest.mark.parametrize(
    ("wrong", "line", "column"),
    [
        ("title: Change a parcel\ntitle: Else\nuid: v1Parcel_Change\n", 3, 1),
        ('title: Change a parcel\nuid: v1Parcel_Change\n"uid": other\n', 4, 2),
        ("title: Change a parcel\nuid: v1Parcel_Change\nnote: |\n  uid: x\nnote : y\n", 6, 1),
    ],
)
def test_a_key_that_is_there_twice(wrong: str, line: int, column: int) -> None:
    right = "title: Change a parcel\nuid: v1Parcel_Change\n"
    [diagnostic] = diagnostics("CS101", specimen().replace(right, wrong))
    assert (diagnostic.place.line, diagnostic.place.column) == (line, column)


@pytest.mark.parametrize(
    "front_matter",
    [
        "title: a\nuid: b\nlist:\n- name: x\n- name: y\n",
        "title: a\nuid: b\nauthor:\n  uid: c\n  title: d\n",
        "title: a\nuid: b\ntext: |\n  line\n  uid: c\n",
    ],
)
def test_keys_of_other_levels_are_others(front_matter: str) -> None:
    text = specimen().partition("\n---\n")[2]
    assert not diagnostics("CS101", f"---\n{front_matter}---\n{text}")


def test_a_page_without_front_matter_has_no_keys() -> None:
    assert not diagnostics("CS101", specimen().partition("\n---\n")[2])


@pytest.mark.parametrize("title", ["", "title:\n", 'title: ""\n'])
def test_a_title_that_is_missing_or_empty(title: str) -> None:
    assert len(diagnostics("CS102", specimen().replace("title: Change a parcel\n", title))) == 1


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        ("Change a parcel", "Change a parcel"),
        ("Change a parcel", "Change a *parcel*"),
        ("Change a parcel", "Change a parcel {#change}"),
        ("Change parcel", "Change a parcel"),
        ("Change a parcel", "Change a parcel in a depot"),
        (METHOD_TITLE, METHOD_TITLE),
    ],
)
def test_titles_that_agree(title: str, heading: str) -> None:
    assert not diagnostics("CS104", titled(title, heading))


@pytest.mark.parametrize(
    ("title", "heading", "line"),
    [
        ("Delete a depot", "Change a parcel", 2),
        (METHOD_TITLE, "Change a parcel", 6),
        ("Change a parcel", METHOD_TITLE, 2),
        ("PUT Depot/{depotId}/Parcel/{id}", "PUT Depot/{depotId}/Parcel/{parcelId}", 2),
    ],
)
def test_titles_that_do_not_agree(title: str, heading: str, line: int) -> None:
    [diagnostic] = diagnostics("CS104", titled(title, heading))
    assert diagnostic.place.line == line
    assert [related.line for related in diagnostic.related] == [{2: 6, 6: 2}[line]]


@pytest.mark.parametrize(
    "title",
    [
        METHOD_TITLE,
        "PUT /api/v1/Depot/{depotId}/Parcel/{parcelId}",
        "PUT api/v1/Depot/{id}/Parcel/{id}",
        "Put a parcel into the depot",
        "PUT a parcel",
    ],
)
def test_titles_that_are_of_the_route(title: str) -> None:
    assert not diagnostics("CS105", titled(title))


@pytest.mark.parametrize(
    ("title", "columns", "text"),
    [
        ("POST Depot/{depotId}/Parcel/{id}", (8, 12), "POST"),
        ("DEL Depot/{depotId}/Parcel/{id}", (8, 11), "DEL"),
        ("PUT Depot/{depotId}/Parcels/{id}", (28, 35), "Parcels"),
        ("PUT Depot/{depotId}/parcel/{id}", (28, 34), "parcel"),
        ("PUT Depot/{dpotId}/Parcel/{id}", (18, 26), "{dpotId}"),
        ("PUT Depot/{depotId}/Parcel", (12, 34), "Depot/{depotId}/Parcel"),
        ("PTU Depot/{depotId}/Parcel/{id}", (8, 11), "PTU"),
        ("PUT Parcel", (12, 18), "Parcel"),
    ],
)
def test_titles_that_are_not_of_the_route(title: str, columns: tuple[int, int], text: str) -> None:
    [diagnostic] = diagnostics("CS105", titled(title))
    assert (diagnostic.place.line, diagnostic.place.column, diagnostic.place.end_column) == (
        2,
        *columns,
    )
    assert f"`{text}`" in diagnostic.message
    assert [related.line for related in diagnostic.related] == [9, 6]


def test_a_heading_that_is_wrong_by_itself_is_found_by_itself() -> None:
    text = titled(METHOD_TITLE, "PUT Depot/{depotId}/Packet/{id}")
    [diagnostic] = diagnostics("CS105", text)
    assert (diagnostic.place.line, diagnostic.place.column, diagnostic.place.end_column) == (
        6,
        23,
        29,
    )


def test_delete_may_be_written_short() -> None:
    text = titled("DEL Depot/{depotId}/Parcel/{id}").replace("PUT /", "DELETE /")
    assert not diagnostics("CS105", text)


def test_a_title_of_two_causes_has_one_finding(tmp_path: Path) -> None:
    text = titled("POST Depot/{depotId}/Parcel/{id}", METHOD_TITLE)
    assert list(found(text, tmp_path)) == [("CS105", 2, 8)]


def test_an_id_beside_the_uid() -> None:
    keys = "uid: v1Parcel_Change\n"
    assert not diagnostics("CS106", specimen().replace(keys, f"{keys}id: v1Parcel_Change\n"))
    assert not diagnostics("CS106", specimen().replace("uid:", "id:"))
    [diagnostic] = diagnostics("CS106", specimen().replace(keys, f"{keys}id: other\n"))
    assert (diagnostic.place.line, diagnostic.place.column, diagnostic.place.end_column) == (
        4,
        5,
        10,
    )


def page(uid: str) -> str:
    return f"---\ntitle: {uid}\nuid: {uid}\n---\n\n# {uid}\n"


def names(folder: Path, pages: dict[str, str]) -> list[tuple[str, int, int, int]]:
    outcome = checked(folder, pages, select=("CS103",))
    return [(f.path, f.line, f.column, f.end_column) for f in outcome.findings]


def test_a_file_that_is_not_named_after_the_uid(tmp_path: Path) -> None:
    pages = {f"page_{n}.md": page(f"page_{n}") for n in range(5)}
    assert names(tmp_path, pages) == []
    assert names(tmp_path, {**pages, "x.md": page("page_x")}) == [("x.md", 3, 6, 12)]
    assert names(tmp_path, {**pages, "x.md": page("X")}) == [("x.md", 3, 6, 7)]


def test_a_tree_with_names_of_its_own_is_left_alone(tmp_path: Path) -> None:
    pages = {f"page-{n}.md": page(f"page_{n}") for n in range(5)}
    assert names(tmp_path, pages) == []


@pytest.mark.parametrize(
    ("stem", "uid", "odd"),
    [
        ("v1Parcel_Chnage", "v1Parcel_Change", True),
        ("V1Parcel_Change", "v1Parcel_Change", True),
        ("v1parcel_change", "v1Parcel_Change", True),
        ("v1Parcel_Get", "v1Parcel_Change", True),
        ("v1Depot_Get", "v1Parcel_Change", False),
        ("page", "v1Parcel_Change", False),
        ("change-a-parcel", "v1Parcel_Change", False),
    ],
)
def test_a_page_by_itself_is_measured_by_its_own_name(
    tmp_path: Path, stem: str, uid: str, odd: bool
) -> None:
    (tmp_path / f"{stem}.md").write_text(page(uid), encoding="utf-8")
    outcome = check(tmp_path, Selection.of(("CS103",)))
    assert [finding.code for finding in outcome.findings] == ["CS103"] * odd


def test_of_two_pages_with_one_uid_the_one_with_another_name_is_found(tmp_path: Path) -> None:
    text = specimen().replace("/api/v1/", "/api/v2/")
    outcome = checked(tmp_path, {"Depot/A.md": text}, select=())
    [finding] = [f for f in outcome.findings if f.code == "CS011"]
    assert (finding.path, finding.line, finding.column) == ("Depot/A.md", 3, 6)
    assert {f.path for f in outcome.findings} <= {"Depot/A.md", "index.md"}
    assert [o.path for o in Catalog.read(tmp_path, cached=False).operations] == [PATH]


@pytest.mark.parametrize(
    ("right", "wrong", "code", "line"),
    [
        ("uid: v1Parcel_Change\n", "uid:\n", "CS003", 3),
        ("uid: v1Parcel_Change\n", "", "CS003", 1),
        ("uid: v1Parcel_Change\n", "uid: v1 Parcel\n", "CS003", 3),
        ("title: Change a parcel\n", 'title: "Change a parcel\n', "CS002", 2),
        ("title: Change a parcel\n", "title: Parcel: change\n", "CS002", 2),
        ("title: Change a parcel\n", "title: [Change\n", "CS002", 2),
    ],
)
def test_broken_front_matter_is_found_at_its_line(
    right: str, wrong: str, code: str, line: int, tmp_path: Path
) -> None:
    places = list(found(specimen().replace(right, wrong), tmp_path))
    assert [(c, n) for c, n, _ in places] == [(code, line)]


def test_a_correct_page_has_none_of_these() -> None:
    for code in ("CS101", "CS102", "CS104", "CS105", "CS106"):
        assert not diagnostics(code, specimen())
        assert not diagnostics(code, titled(METHOD_TITLE))
