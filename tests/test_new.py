"""`callsheet new operation`: a page to fill in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from callsheet.catalog import Catalog
from callsheet.schema.words.facets import Facet
from tests.starting import put_page, run

ROUTES = [
    "GET /api/v1/Thing",
    "GET /api/v1/Thing/{thingId}",
    "GET /api/v1/Thing/{thingId}/Part/{name}",
    "POST /api/v1/Thing",
    "POST /api/v1/Thing/{thingId}/Copy",
    "PUT /api/v1/Thing/{thingId}",
    "PATCH /api/v1/Thing/{thingId}",
    "DELETE /api/v1/Thing/{thingId}",
    "OPTIONS /api/v1/Thing",
    "GET /",
    "GET /rest/v2.1/thing-kinds/{kind}",
]


def new(folder: Path, *arguments: str) -> tuple[int, str, str]:
    return run(folder, "new", "operation", *arguments)


@pytest.mark.parametrize("route", ROUTES)
def test_a_new_page_has_nothing_but_texts_to_fill_in(tmp_path: Path, route: str) -> None:
    code, output, _ = new(tmp_path, route)
    assert code == 0
    assert Path(tmp_path, output.strip()).is_file()
    [operation] = Catalog.read(tmp_path / "docs").operations
    assert f"{operation.method} {operation.route.template}" == route
    assert operation.body_required is (True if operation.request_bodies else None)
    _, report, _ = run(tmp_path, "check", "--docs", "docs", "--format", "json")
    findings = json.loads(report)["findings"]
    assert {finding["code"] for finding in findings} == {"CS514"}
    text = (tmp_path / "docs" / operation.path).read_text(encoding="utf-8")
    assert len(findings) == text.count("To be written.")


def test_a_page_for_head_has_no_error(tmp_path: Path) -> None:
    assert new(tmp_path, "HEAD /api/v1/Thing/{thingId}")[0] == 0
    assert run(tmp_path, "check", "--docs", "docs", "--fail-level", "error")[0] == 0


def test_filled_in_pages_have_no_findings_and_samples_that_pass(tmp_path: Path) -> None:
    for route in ROUTES:
        _, page, _ = new(tmp_path, route)
        file = tmp_path / page.strip()
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("To be written.", "What there is to say."), encoding="utf-8")
    code, report, _ = run(tmp_path, "check", "--docs", "docs")
    assert (code, report) == (0, f"No findings in {len(ROUTES)} pages.\n")
    code, report, _ = run(tmp_path, "test", "--docs", "docs")
    assert code == 0, report


@pytest.mark.parametrize(
    ("method", "statuses"),
    [
        ("GET", [200, 401, 404]),
        ("PUT", [200, 400, 401, 404]),
        ("PATCH", [200, 400, 401, 404]),
        ("DELETE", [204, 401, 404]),
    ],
)
def test_the_statuses_follow_from_the_method(
    tmp_path: Path, method: str, statuses: list[int]
) -> None:
    new(tmp_path, f"{method} /api/v1/Thing/{{thingId}}")
    [operation] = Catalog.read(tmp_path / "docs").operations
    assert [status.code for status in operation.statuses] == statuses
    assert (operation.request_body is not None) == (400 in statuses)


@pytest.mark.parametrize(
    ("placeholder", "type_", "style", "sent"),
    [
        ("{partIds*}", "array of int32", "comma-separated", "/1"),
        ("{.name}", "string", "label", "/.example"),
        ("{;partId}", "int32", "matrix", "/;partId=1"),
        ("{;partIds*}", "array of int32", "matrix, exploded", "/;partIds=1"),
    ],
)
def test_a_placeholder_may_say_how_it_is_written(
    tmp_path: Path, placeholder: str, type_: str, style: str, sent: str
) -> None:
    code, page, _ = new(tmp_path, f"GET /api/v1/Thing/{placeholder}")
    assert code == 0
    [operation] = Catalog.read(tmp_path / "docs").operations
    (row, *_) = operation.parameters
    assert row.type
    assert (row.type.written, dict(row.facets)) == (type_, {Facet.STYLE: style})
    assert operation.route.template == f"/api/v1/Thing/{{{row.name}}}"
    assert operation.example_request
    assert operation.example_request.target.endswith(sent)
    file = tmp_path / page.strip()
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("To be written.", "What there is to say."), encoding="utf-8")
    assert run(tmp_path, "check", "--docs", "docs")[:2] == (0, "No findings in 1 page.\n")


@pytest.mark.parametrize(
    ("route", "page"),
    [
        ("GET /api/v1/Thing", "reference/Thing/v1Thing_GetAll.md"),
        ("GET /api/v1/Thing/{id}", "reference/Thing/v1Thing_Get.md"),
        ("GET /api/v1/Thing/{id}/Image", "reference/Thing/v1Thing_GetImage.md"),
        ("POST /thing-kinds", "reference/ThingKinds/ThingKinds_Post.md"),
    ],
)
def test_the_page_is_named_after_the_route(tmp_path: Path, route: str, page: str) -> None:
    assert new(tmp_path, route)[1] == f"docs/{page}\n"


def test_method_and_route_may_be_two_words(tmp_path: Path) -> None:
    assert new(tmp_path, "GET", "/api/v1/Thing")[1] == "docs/reference/Thing/v1Thing_GetAll.md\n"


def test_a_page_goes_beside_those_of_the_same_resource(tmp_path: Path) -> None:
    put_page(tmp_path / "pages/rest/people")
    (tmp_path / "mkdocs.yml").write_text("site_name: X\ndocs_dir: pages\n")
    code, page, _ = new(tmp_path, "GET /api/v1/Person/{personId}/Address")
    assert (code, page) == (0, "pages/rest/people/v1Person_GetAddress.md\n")
    code, page, _ = new(tmp_path, "GET /api/v1/Thing")
    assert (code, page) == (0, "pages/rest/Thing/v1Thing_GetAll.md\n")


def test_uid_and_file_can_be_chosen(tmp_path: Path) -> None:
    code, page, _ = new(tmp_path, "GET /a", "--uid", "my.Uid", "--out", "docs/x/y.md")
    assert (code, page) == (0, "docs/x/y.md\n")
    assert Catalog.read(tmp_path / "docs").operations[0].uid == "my.Uid"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["FETCH /a"], "is not a method and a route"),
        (["get /a"], "is not a method and a route"),
        (["GET a"], "is not a method and a route"),
        (["GET /a?b=c"], "Query String Parameters"),
        (["GET /a/{x}/{x}"], "are not names in braces"),
        (["GET /a/{x"], "are not names in braces"),
        (["GET //"], "two slashes in a row"),
        (["GET /a//b"], "two slashes in a row"),
        (["GET /a\x01b"], "an invisible character"),
        (["GET /a\u200bb"], "an invisible character"),
        (["GET /a", "--uid", "../x"], "cannot be a uid"),
        (
            ["GET /api/v1/Person/{id}/Image"],
            "is already documented by `Person/v1PersonEntity_GetImage.md`",
        ),
        (["GET /a", "--uid", "v1PersonEntity_GetImage"], "is already the uid of"),
        (["GET /a", "--out", "docs/Person/v1PersonEntity_GetImage.md"], "already exists"),
        (["GET /a", "--out", "docs/Person/v1PersonEntity_GetImage.md/x.md"], "cannot be created"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_written(
    tmp_path: Path, arguments: list[str], message: str
) -> None:
    page = put_page(tmp_path / "docs/Person")
    before = page.read_bytes()
    code, output, messages = new(tmp_path, *arguments)
    assert (code, output) == (2, "")
    assert message in messages
    assert [*tmp_path.rglob("*.md")] == [page]
    assert page.read_bytes() == before


@pytest.mark.parametrize("route", ["/../../etc", "/a/..", "/a/./b", "/a/%2e%2E/b"])
def test_a_route_that_programs_shorten_is_refused(tmp_path: Path, route: str) -> None:
    code, out, err = new(tmp_path, f"GET {route}")
    assert (code, out) == (2, "")
    assert "between slashes" in err


def test_a_page_of_a_long_route_has_a_short_name(tmp_path: Path) -> None:
    code, out, _ = new(tmp_path, f"GET /{'a' * 300}")
    assert code == 0
    assert len(Path(out.strip()).name) == 123
