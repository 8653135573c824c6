"""Rules about the route: what they find, where, what fixes it, and what they leave alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from callsheet.checks.engine.fixes import apply_edits
from callsheet.checks.engine.registry import all_rules
from callsheet.checks.model.page import OperationPage
from callsheet.checks.model.routes import compare, compare_title
from callsheet.checks.rule import Diagnostic, OperationRule
from callsheet.checks.rules.specimen import PATH, specimen
from tests.checks.trees import broken, checked

ROUTE = "PUT /api/v1/Depot/{depotId}/Parcel/{parcelId}"
SAMPLE = "```http!\nPUT /api/v1/Depot/north/Parcel/7"
QUERY = "```http\nPUT /api/v1/Depot/north/Parcel/7"
TEMPLATED = specimen().replace("/Depot/north/Parcel/7", "/Depot/{depotId}/Parcel/{parcelId}")


def diagnostics(code: str, text: str) -> list[Diagnostic]:
    rule = all_rules()[code]
    page = OperationPage.read(text.encode(), "page.md")
    assert isinstance(rule, OperationRule)
    assert isinstance(page, OperationPage)
    return list(rule.check(page))


def text_at(text: str, diagnostic: Diagnostic) -> str:
    place = diagnostic.place
    assert place.line == place.end_line
    return text.split("\n")[place.line - 1][place.column - 1 : place.end_column - 1]


def codes(text: str, folder: Path) -> list[str]:
    return [finding.code for finding in checked(folder, {PATH: text}, select=()).findings]


@pytest.mark.parametrize(
    ("path", "route", "found"),
    [
        ("/a/b", "/a/b", None),
        ("/a/7", "/a/{id}", None),
        ("/a/{id}", "/a/{id:int}", None),
        ("/a/x.json", "/a/{name}.{format}", None),
        ("/a/x", "/a/{name}.{format}", "x"),
        ("/a/{iid}", "/a/{id}", "{iid}"),
        ("/a/{{id}}", "/a/{id}", "{{id}}"),
        ("/a/", "/a/{id}", ""),
        ("/A/7", "/a/{id}", "A"),
        ("/a/7/", "/a/{id}", "/a/7/"),
        ("/a/{id}", "/a/all", "{id}"),
    ],
)
def test_a_path_against_a_route(path: str, route: str, found: str | None) -> None:
    difference = compare(path, route)
    assert (difference.found if difference else None) == found
    if difference:
        assert path[difference.start : difference.end] == found


@pytest.mark.parametrize(
    ("path", "route", "found"),
    [
        ("Person/{id}", "/api/v1/Person/{personId}", None),
        ("/Person/{ID}", "/api/v1/Person/{personid}", None),
        ("Person/{id}", "/rest/Person/{id}", None),
        ("Person/{id}", "/crm/Person/{id}", "Person/{id}"),
        ("Person/{key}", "/api/v1/Person/{personId}", "{key}"),
        ("Person/{id}", "/api/v1/Person/{name}", "{id}"),
        ("Persons/{id}", "/api/v1/Person/{id}", "Persons"),
        ("x/api/v1/Person", "/api/v1/Person", "x/api/v1/Person"),
    ],
)
def test_a_title_against_a_route(path: str, route: str, found: str | None) -> None:
    difference = compare_title(path, route)
    assert (difference.found if difference else None) == found


@pytest.mark.parametrize(
    ("right", "wrong", "at", "line"),
    [
        ("| depotId | string |", "| depotid | string |", "depotid", 16),
        ("| depotId | string |", "| depot_id | string |", "depot_id", 16),
        ("| depotId | string |", "| depoId | string |", "depoId", 16),
        ("| depotId | string |", "| `depoId` | string |", "`depoId`", 16),
        ("| depotId | string |", "| house | string |", "house", 16),
        ("| Path Part | Type | Description |\n| --- | --- | --- |\n",
         "| Path Part | Type | Description |\n| --- | --- | --- |\n| shelf | int32 | It. |\n",
         "shelf", 16),
    ],
)  # fmt: skip
def test_a_row_of_the_path_table_against_the_route(
    right: str, wrong: str, at: str, line: int
) -> None:
    text = specimen().replace(right, wrong, 1)
    [diagnostic] = diagnostics("CS110", text)
    assert (text_at(text, diagnostic), diagnostic.place.line) == (at, line)
    assert [related.line for related in diagnostic.related] == [9]


def test_a_row_within_an_object_is_no_parameter_of_the_route() -> None:
    row = "| depotId | string |"
    [line] = [line for line in specimen().split("\n") if line.startswith(row)]
    outer = line.replace(row, "| depotId | object |")
    text = broken(line, f"{outer}\n| depotId.part | string | A part of it. |")
    assert [*diagnostics("CS110", text), *diagnostics("CS211", text)] == []


def test_a_misspelt_row_is_fixed_with_its_code_span() -> None:
    text = broken("| depotId | string |", "| `depoId` | string |")
    [diagnostic] = diagnostics("CS110", text)
    fixed = apply_edits(text.encode(), [diagnostic.fix]).decode()
    assert "| `depotId` | string |" in fixed
    assert not diagnostics("CS110", fixed)


def test_the_route_is_wrong_where_all_else_has_the_name_of_the_table(tmp_path: Path) -> None:
    text = TEMPLATED.replace(
        "```http\nPUT /api/v1/Depot/{depotId}", "```http\nPUT /api/v1/Depot/{depoId}", 1
    )
    [diagnostic] = diagnostics("CS110", text)
    assert (diagnostic.place.line, text_at(text, diagnostic)) == (9, "{depoId}")
    assert [related.line for related in diagnostic.related] == [16]
    assert codes(text, tmp_path) == ["CS110", "CS114"]
    assert not diagnostics("CS110", apply_edits(text.encode(), [diagnostic.fix]).decode())


def test_a_row_that_is_missing_and_a_table_that_is() -> None:
    [diagnostic] = diagnostics(
        "CS110", broken("| parcelId | int32 | The parcel. **Required** |\n", "")
    )
    assert (diagnostic.place.line, [related.line for related in diagnostic.related]) == (16, [9])
    assert "`{parcelId}`" in diagnostic.message
    start, end = specimen().index("| Path Part"), specimen().index("## Query")
    [diagnostic] = diagnostics("CS110", specimen()[:start] + specimen()[end:])
    assert diagnostic.place.line == 14
    assert "`depotId`, `parcelId`" in diagnostic.message


def test_constraints_and_order_are_no_mismatch() -> None:
    assert not diagnostics(
        "CS110", broken(f"{ROUTE}\n", f"{ROUTE.replace('parcelId', 'parcelId:int')}\n")
    )
    rows = "| depotId | string | The depot that has the parcel. **Required** |\n"
    other = "| parcelId | int32 | The parcel. **Required** |\n"
    assert not diagnostics("CS110", broken(rows + other, other + rows))


@pytest.mark.parametrize(("code", "right"), [("CS111", SAMPLE), ("CS112", QUERY)])
@pytest.mark.parametrize(
    ("wrong", "at"),
    [
        ("POST /api/v1/Depot/north/Parcel/7", "POST"),
        ("PUT /api/v1/Depto/north/Parcel/7", "Depto"),
        ("PUT /api/v1/depot/north/Parcel/7", "depot"),
        ("PUT /api/v1/Depot/Parcel/7", "/api/v1/Depot/Parcel/7"),
        ("PUT /Depot/north/Parcel/7", "/Depot/north/Parcel/7"),
        ("PUT /api/v2/Depot/north/Parcel/7", "v2"),
        ("PUT /api/v1/Depot/{depoId}/Parcel/7", "{depoId}"),
        ("PUT /api/v1/Depot/{{depotId}}/Parcel/7", "{{depotId}}"),
    ],
)
def test_a_request_of_another_operation(code: str, right: str, wrong: str, at: str) -> None:
    text = broken(right, f"{right.partition(chr(10))[0]}\n{wrong}")
    [diagnostic] = diagnostics(code, text)
    assert text_at(text, diagnostic) == at
    assert [related.line for related in diagnostic.related] == [9]
    assert not diagnostics("CS119", text)


@pytest.mark.parametrize(
    "target",
    [
        "/api/v1/Depot/south%20end/Parcel/8?notify=false&$select=Label",
        "/api/v1/Depot/{depotId}/Parcel/{parcelId}",
        "https://parcels.example/api/v1/Depot/north/Parcel/7",
        "https://parcels.example/Cust7/api/v1/Depot/north/Parcel/7",
    ],
)
def test_requests_of_the_operation(target: str) -> None:
    assert not diagnostics("CS111", broken(SAMPLE, f"```http!\nPUT {target}"))


def test_a_slip_in_the_route_is_one_finding(tmp_path: Path) -> None:
    text = broken(f"```http\n{ROUTE}", "```http\nPUT /api/v1/Depto/{depotId}/Parcel/{parcelId}")
    [diagnostic] = diagnostics("CS119", text)
    assert (diagnostic.place.line, text_at(text, diagnostic)) == (9, "Depto")
    assert "`Depot`" in diagnostic.message
    assert codes(text, tmp_path) == ["CS119"]
    text = broken("```http\nPUT /api/v1/Depot/{", "```http\nPATCH /api/v1/Depot/{")
    [diagnostic] = diagnostics("CS119", text)
    assert text_at(text, diagnostic) == "PATCH"
    assert codes(text, tmp_path) == ["CS119"]


def test_placeholders_in_a_sample_request_are_a_note() -> None:
    [diagnostic] = diagnostics("CS114", TEMPLATED)
    assert text_at(TEMPLATED, diagnostic) == "{depotId}/Parcel/{parcelId}"
    assert not diagnostics("CS114", specimen())


@pytest.mark.parametrize(
    ("method", "meant"), [("PTU", "PUT"), ("DEL", "DELETE"), ("PATHC", "PATCH"), ("FETCHALL", "")]
)
def test_methods_that_http_does_not_have(method: str, meant: str) -> None:
    text = specimen().replace("PUT /", f"{method} /")
    [diagnostic] = diagnostics("CS116", text)
    assert text_at(text, diagnostic) == method
    assert (f"`{meant}`" in diagnostic.message) == bool(meant)


@pytest.mark.parametrize("method", ["GET", "POST", "QUERY", "PROPFIND", "OPTIONS"])
def test_methods_that_http_has(method: str) -> None:
    assert not diagnostics("CS116", specimen().replace("PUT /", f"{method} /"))


def test_a_body_and_the_method_that_has_none() -> None:
    text = specimen().replace("PUT /", "GET /")
    [diagnostic] = diagnostics("CS117", text)
    assert (diagnostic.place.line, text_at(text, diagnostic)) == (9, "GET")
    for method in ("POST", "PATCH", "QUERY"):
        assert not diagnostics("CS117", specimen().replace("PUT /", f"{method} /"))


@pytest.mark.parametrize(
    ("path", "at"),
    [
        ("/api/v1/Depot/{depotId/Parcel/{parcelId}", "{depotId"),
        ("/api/v1/Depot/depotId}/Parcel/{parcelId}", "depotId}"),
        ("/api/v1/Depot/{}/Parcel/{parcelId}", "{}"),
        ("/api/v1//Depot/{depotId}/Parcel/{parcelId}", "//"),
        ("/api/v1/Depot/{depotId}/Parcel/{parcelId}/", "/"),
        ("/api/v1/Depot/:depotId/Parcel/{parcelId}", ":depotId"),
        ("/api/v1/Depot/{id}/Parcel/{id}", "{id}"),
    ],
)
def test_routes_that_are_no_template(path: str, at: str) -> None:
    text = broken(f"{ROUTE}\n", f"PUT {path}\n")
    [diagnostic] = diagnostics("CS118", text)
    assert (diagnostic.place.line, text_at(text, diagnostic)) == (9, at)


def test_a_route_with_a_query() -> None:
    text = broken(f"{ROUTE}\n", f"{ROUTE}?notify={{notify}}\n")
    [diagnostic] = diagnostics("CS115", text)
    assert text_at(text, diagnostic) == "?notify={notify}"
    assert not diagnostics("CS110", text)


@pytest.mark.parametrize(
    ("link", "at"),
    [
        (f"[{ROUTE.replace('PUT', 'DEL')}](Depot/v1Parcel_Change.md)", "DEL"),
        ("[PUT Depot/{id}](Depot/v1Parcel_Change.md#top)", "Depot/{id}"),
        ("[GET Parcel](xref:v1Parcel_Change)", "GET"),
        ("[PUT Depot/{depotId}/Parcel/{id}](Depot/v1Parcel_Change.md)", ""),
        ("[PUT Parcel/{id}](Depot/v1Parcel_Change.md)", ""),
        ("[Change a parcel](Depot/v1Parcel_Change.md)", ""),
        ("[GET Parcel](https://parcels.example/Parcel)", ""),
    ],
)
def test_links_that_say_a_route(link: str, at: str, tmp_path: Path) -> None:
    line = f"* {link} and [the parcel](Depot/v1Parcel_Change.md)"
    outcome = checked(tmp_path, {"index.md": f"# Parcels\n\n{line}\n"}, select=("CS113",))
    assert [line[f.column - 1 : f.end_column - 1] for f in outcome.findings] == ([at] if at else [])


def test_a_correct_page_has_none_of_these() -> None:
    for code in (*(f"CS{number}" for number in range(110, 113)), "CS114", "CS115", "CS116"):
        assert not diagnostics(code, specimen())
    for code in ("CS117", "CS118", "CS119"):
        assert not diagnostics(code, specimen())
        assert not diagnostics(code, TEMPLATED)
