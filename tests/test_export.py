"""The OpenAPI document and the JSON lines: valid, complete, and the same every time."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from callsheet.catalog import Catalog
from callsheet.cli import main
from callsheet.contract import component_key
from callsheet.export import (
    Export,
    dump,
    export_openapi,
    model_lines,
    model_schema,
    openapi,
    write,
)
from callsheet.export.security import SESSION_COOKIE
from callsheet.model import Operation
from callsheet.server import authentication
from callsheet.source import read_page
from tests.conftest import DOCS
from tests.vendor import METHODS, written_out

Document = Mapping[str, Any]


@pytest.fixture(scope="module")
def corpus(shared: Path) -> Catalog:
    return Catalog.read(shared / "corpus")


@pytest.fixture(scope="module")
def exported(corpus: Catalog) -> Export:
    return export_openapi(corpus)


def operations(document: Document) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Method, route and Operation Object of each operation."""
    for path, item in document["paths"].items():
        base = item.get("servers", [{"url": ""}])[0]["url"]
        for method, operation in item.items():
            if method in METHODS:
                yield method.upper(), base + path, written_out(document, operation)


def catalog_of(**pages: str) -> Catalog:
    readings = [read_page(text.encode(), f"{uid}.md") for uid, text in pages.items()]
    return Catalog.of(Path(), readings)


def page(uid: str, route: str, *more: str, method: str = "GET") -> str:
    head = ["---", f"uid: {uid}", "---", "", "# A", "", "```http", f"{method} {route}", "```", ""]
    return "\n".join([*head, "Does it.", "", *more, ""])


def assert_valid(document: Document) -> None:
    errors = list(OpenAPIV31SpecValidator(dict(document)).iter_errors())
    assert not errors, errors[:3]


def test_the_export_of_the_project_is_valid(catalog: Catalog) -> None:
    document = openapi(catalog)
    assert_valid(document)
    assert {o["operationId"] for *_, o in operations(document)} == set(catalog.by_uid)


def test_the_export_of_a_publication_is_valid(exported: Export) -> None:
    assert_valid(exported.document)


def test_the_export_of_a_publication_is_complete(corpus: Catalog, exported: Export) -> None:
    found = {
        o["operationId"]: (method, route) for method, route, o in operations(exported.document)
    }
    assert len(found) == 803
    assert found == {o.uid: (o.method, o.route.template) for o in corpus.operations}
    # Two images come with a JSON text.
    assert [(finding.code, finding.path) for finding in exported.findings] == [
        ("CS043", "rest/Contact/v1ContactEntity_GetImage.md"),
        ("CS043", "rest/Person/v1PersonEntity_GetImage.md"),
    ]


def test_no_two_templates_are_identical(exported: Export) -> None:
    shapes = Counter(_anonymous(path) for path in exported.document["paths"])
    assert {shape for shape, count in shapes.items() if count > 1} == set()
    moved = [item for item in exported.document["paths"].values() if "servers" in item]
    assert len(moved) == 23


def _anonymous(path: str) -> str:
    return "/".join("{}" if part.startswith("{") else part for part in path.split("/"))


def test_statuses_parameters_and_media_types_are_those_of_the_page(
    corpus: Catalog, exported: Export
) -> None:
    elsewhere = {"accept", "content-type", "authorization", "x-xsrf-token"}
    for _, _, found in operations(exported.document):
        operation = corpus.by_uid[found["operationId"]]
        assert list(found["responses"]) == [str(status.code) for status in operation.statuses]
        wanted = [
            (p.location.value, p.name)
            for p in operation.parameters
            if p.name.lower() not in elsewhere
        ]
        assert [(p["in"], p["name"]) for p in found.get("parameters", [])] == wanted
        if operation.request_media_types:
            assert list(found["requestBody"]["content"]) == list(operation.request_media_types)
        assert "security" in found


def test_every_named_type_has_a_component(corpus: Catalog, exported: Export) -> None:
    named = {
        row.type.name
        for operation in corpus.operations
        for rows in (
            operation.parameters,
            operation.request_body.properties if operation.request_body else (),
            operation.response.properties if operation.response else (),
        )
        for row in rows
        if row.type and row.type.is_named
    }
    assert len(named) > 50
    assert named <= set(exported.document["components"]["schemas"])


def shown(media: Mapping[str, Any]) -> list[Any]:
    """The examples of a Media Type Object."""
    several = [example["value"] for example in media.get("examples", {}).values()]
    return [media["example"]] if "example" in media else several


def failures(document: Document) -> Iterator[tuple[str, str]]:
    """The examples that their own schemas refuse: uid, and the message up to the first value."""
    registry: Registry[Any] = Registry().with_resource(
        "urn:d", DRAFT202012.create_resource(document)
    )
    for _, _, operation in operations(document):
        messages = [operation.get("requestBody", {}), *operation["responses"].values()]
        for media in (m for message in messages for m in message.get("content", {}).values()):
            for example in shown(media):
                text = json.dumps(media["schema"]).replace('"#/', '"urn:d#/')
                validator = Draft202012Validator(json.loads(text), registry=registry)
                for error in validator.iter_errors(example):
                    yield operation["operationId"], str(error.validator)


def test_the_examples_of_the_project_are_as_promised(catalog: Catalog) -> None:
    assert list(failures(openapi(catalog))) == []


def test_the_examples_of_a_publication_are_as_promised_but_for_its_defects(
    exported: Export,
) -> None:
    found = list(failures(exported.document))
    # Text that is no base64 where the page says `byte`, and 99.99 where it says an integer.
    assert Counter(rule for _, rule in found) == {"pattern": 20, "type": 1}
    assert [uid for uid, rule in found if rule == "type"] == ["v1DocumentEntity_GetDocumentLength"]


def test_examples_are_not_lost(corpus: Catalog, exported: Export) -> None:
    found = {
        operation["operationId"]
        for _, _, operation in operations(exported.document)
        for response in operation["responses"].values()
        if any(map(shown, response.get("content", {}).values()))
    }
    missing = [o for o in corpus.operations if o.uid not in found]
    # 204 has no body, an error's `null` is none, and two images come with a JSON text.
    reasons = Counter(o.success.code if o.success else 0 for o in missing)
    assert reasons == {204: 141, 0: 2, 200: 2}


def test_the_export_is_the_same_every_time(corpus: Catalog, exported: Export) -> None:
    again = Catalog(corpus.root, corpus.pages, corpus.operations, corpus.findings)
    assert dump(openapi(again)) == dump(exported.document)


@pytest.mark.parametrize(
    "name", ["A/B", "A~B", "A B", "Schön", "𝄞", "_x2F_", "A.B-c", "List<int>", "{}", "%2F"]
)
def test_names_that_no_component_can_have(name: str) -> None:
    table = ["| Property Name | Type | Description |", "|---|---|---|", f"| P | {name} | |"]
    response = ["## Response:", "", "| Response | Description |", "|---|---|", "| 200 | OK |", ""]
    text = page("a", "/a", *response, "### Response body: Ship", "", *table)
    document = openapi(catalog_of(a=text))
    assert_valid(document)
    schemas = document["components"]["schemas"]
    reference = schemas["Ship"]["properties"]["P"]["$ref"]
    assert reference.rpartition("/")[2] in schemas
    assert schemas[component_key(name)].get("title", name) == name


def test_different_names_have_different_keys() -> None:
    names = ["A/B", "A_x2F_B", "A_B", "A__B", "_", "_x", "_x5F_x", "/x2F_", "_x2F/", "x2F_"]
    assert len({component_key(name) for name in names}) == len(names)


def test_two_pages_of_one_route_are_both_there() -> None:
    pages = {uid: page(uid, "/api/v1/Ship/{id}") for uid in "abc"}
    result = export_openapi(catalog_of(**pages, d=page("d", "/v1/Ship/{name}")))
    assert_valid(result.document)
    routes = {o["operationId"]: route for _, route, o in operations(result.document)}
    assert routes == {
        **dict.fromkeys("abc", "/api/v1/Ship/{id}"),
        "d": "/v1/Ship/{name}",
    }
    assert [finding.code for finding in result.findings] == ["CS041", "CS041"]


def test_without_room_an_operation_is_kept_beside_the_paths() -> None:
    result = export_openapi(catalog_of(a=page("a", "/{a}"), b=page("b", "/{b}")))
    assert_valid(result.document)
    assert list(result.document["paths"]) == ["/{a}"]
    assert result.document["components"]["pathItems"]["b"]["get"]["operationId"] == "b"
    assert [finding.code for finding in result.findings] == ["CS044"]


def test_what_has_no_place_is_a_finding() -> None:
    rows = ["| Path Part | Type | Description |", "|---|---|---|", "| id | int32 | |"]
    again = ["## Request Headers", "", "| Parameter Name | Description |", "|---|---|"]
    again += ["| X-Ship | |", "| x-ship | |"]
    result = export_openapi(
        catalog_of(a=page("a", "/a", *rows, "", *again), b=page("b", "/a", method="BREW"))
    )
    assert_valid(result.document)
    assert [finding.code for finding in result.findings] == ["CS042", "CS043", "CS043"]
    (_, _, operation) = next(operations(result.document))
    assert list(operation["responses"]) == ["default"]
    assert [parameter["name"] for parameter in operation["parameters"]] == ["X-Ship"]


def test_a_type_may_be_called_like_a_body() -> None:
    response = ["## Response:", "", "| Response | Description |", "|---|---|", "| 200 | OK |", ""]
    table = ["| Property Name | Type | Description |", "|---|---|---|", "| P | a.response | |"]
    document = openapi(catalog_of(a=page("a", "/a", *response, "### Response body:", "", *table)))
    assert_valid(document)
    assert set(document["components"]["schemas"]) == {"a.response", "a.response_"}
    assert document["components"]["schemas"]["a.response"] == {"type": "object"}


def test_a_path_parameter_is_required_whatever_its_row_says() -> None:
    rows = ["| Path Part | Type | Description |", "|---|---|---|", "| id | int32 | Number |"]
    document = openapi(catalog_of(a=page("a", "/a/{id}", *rows)))
    assert_valid(document)
    (parameter,) = next(operations(document))[2]["parameters"]
    assert parameter["required"] is True
    assert parameter["schema"]["format"] == "int32"


def test_a_path_parameter_without_a_row_is_required() -> None:
    document = openapi(catalog_of(a=page("a", "/a/{id}?mode=full")))
    assert_valid(document)
    (_, route, operation) = next(operations(document))
    assert route == "/a/{id}"
    assert operation["parameters"] == [
        {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}},
        {"name": "mode", "in": "query", "required": True, "schema": {"const": "full"}},
    ]


def test_a_placeholder_in_the_query_is_a_query_parameter() -> None:
    document = openapi(catalog_of(a=page("a", "/a/{b}?id={id}&mode=full")))
    assert_valid(document)
    assert next(operations(document))[2]["parameters"] == [
        {"name": "b", "in": "path", "required": True, "schema": {"type": "string"}},
        {"name": "id", "in": "query", "required": True, "schema": {"type": "string"}},
        {"name": "mode", "in": "query", "required": True, "schema": {"const": "full"}},
    ]


OK_RESPONSE = ["## Response:", "", "| Response | Description |", "|---|---|", "| 200 | OK |", ""]
PROPERTIES = ["| Property Name | Type | Description |", "|---|---|---|"]


def answer(body: str, *headers: str, status: int = 200) -> list[str]:
    return ["```http_", f"HTTP/1.1 {status} X", *headers, "", body, "```", ""]


def test_what_operations_have_alike_stands_once() -> None:
    """A name that stands for two things, and a body under another status, are told apart."""
    about = (
        "The names of the properties that come back, with commas between them, as they are sent."
    )

    def query(text: str) -> tuple[str, ...]:
        table = ["Parameter Name | Type | Description", "---|---|---", f"a/b | string | {text}"]
        return "## Query String Parameters", "", *table, ""

    names = ["Property Name | Type | Description", "---|---|---", "Name | string | x", ""]
    answer = ["## Response: object", "", "Response | Description", "---|---", "200 | OK", ""]
    body = [*answer, "### Response body: object", "", *names]
    both = {uid: page(uid, f"/{uid}", *query(about), *body) for uid in ("a", "b")}
    other = {uid: page(uid, f"/{uid}", *query(f"{about} Or not.")) for uid in ("c", "d")}
    alone = page("e", "/e", *query(f"{about} Once."))
    document = openapi(catalog_of(**both, **other, e=alone))
    assert_valid(document)
    raw = {item["get"]["operationId"]: item["get"] for item in document["paths"].values()}
    places = [raw[uid]["parameters"][0].get("$ref", "").rpartition("/")[2] for uid in "abcde"]
    assert places == ["query.a_x2F_b", "query.a_x2F_b", "query.a_x2F_b-2", "query.a_x2F_b-2", ""]
    assert raw["a"]["responses"]["200"] == raw["b"]["responses"]["200"]
    assert list(document["components"]["schemas"]) == ["a.response"]
    whole = {found["operationId"]: found for *_, found in operations(document)}
    told = {uid: found["parameters"][0]["description"] for uid, found in whole.items()}
    assert told["b"] == about
    assert (told["d"], told["e"]) == (f"{about} Or not.", f"{about} Once.")
    schema = whole["b"]["responses"]["200"]["content"]["application/json"]["schema"]
    assert schema == {"$ref": "#/components/schemas/a.response"}


def only(*more: str, method: str = "POST") -> tuple[dict[str, Any], list[str]]:
    """The only operation, and the messages of findings."""
    result = export_openapi(catalog_of(a=page("a", "/a", *more, method=method)))
    assert_valid(result.document)
    (_, _, operation) = next(operations(result.document))
    return operation, [finding.message for finding in result.findings]


def test_a_name_that_is_there_twice_is_required_once() -> None:
    rows = [*PROPERTIES, "| P | int32 | **Required** |", "| P | int32 | **Required** |", ""]
    text = ["## Request Body: e", "", *rows, *OK_RESPONSE, "### Response body: Ship", "", *rows]
    document = openapi(catalog_of(a=page("a", "/a", *text, method="POST")))
    assert_valid(document)
    required = [
        s["required"] for s in document["components"]["schemas"].values() if "required" in s
    ]
    assert required
    assert all(names == ["P"] for names in required)


def test_json_that_is_nested_too_deeply_is_passed_over() -> None:
    deep = "[" * 600 + "]" * 600
    text = [*OK_RESPONSE, "### Response body: array", "", "## Sample response", "", *answer(deep)]
    catalog = catalog_of(a=page("a", "/a", *text))
    document = openapi(catalog)
    assert dump(document)
    assert dump(document, Path("a.yaml"))
    content = next(operations(document))[2]["responses"]["200"]["content"]
    assert "example" not in content["application/json"]


@pytest.mark.parametrize(
    "matter",
    [
        "a: &a\n  b: *a",
        "a: &a [*a, *a]",
        "a0: &a0 [1, 2]\n" + "\n".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40)),
    ],
)
def test_front_matter_without_end_is_left_out(matter: str) -> None:
    text = page("a", "/a").replace("uid: a\n", f"uid: a\n{matter}\n")
    (line,) = model_lines(catalog_of(a=text).operations)
    assert json.loads(line)["front_matter"] == {}


def test_text_of_all_sections_is_kept() -> None:
    query = ["## Query String Parameters", "", "About the query.", ""]
    query += ["| Parameter Name | Type | Description |", "|---|---|---|", "| q | int32 | |", ""]
    headers = ["## Request Headers", "", "About headers.", ""]
    headers += ["| Parameter Name | Description |", "|---|---|", "| X-Ship | |", ""]
    response = [*OK_RESPONSE[:2], "About the response.", "", *OK_RESPONSE[2:]]
    body = ["### Response body: Ship", "", "About the body.", "", *PROPERTIES, "| P | int32 | |"]
    description = only(*query, *headers, *response, *body)[0]["description"]
    for what in ("the query", "headers", "the response", "the body"):
        assert f"About {what}." in description
    assert "## Query String Parameters\n\nAbout the query." in description


def test_all_examples_are_shown_or_reported() -> None:
    accept = ["## Request Headers", "", "| Parameter Name | Description |", "|---|---|"]
    accept += [
        "| Accept | Content-type(s) you would like the response in: `application/json` |",
        "",
    ]
    samples = [*answer("1"), *answer("2"), *answer("1"), *answer("null", status=404)]
    samples += answer("<a/>", "Content-Type: text/xml")
    body = ["### Response body: int32", "", "## Sample response", ""]
    operation, messages = only(*accept, *OK_RESPONSE, *body, *samples)
    assert operation["responses"]["200"]["content"]["application/json"]["examples"] == {
        "1": {"value": 1},
        "2": {"value": 2},
    }
    assert messages == [
        "The example of 404, which is not in the table, is left out of the export.",
        "An example in `text/xml`, which is not listed, is left out of the export.",
    ]


def test_a_success_without_a_body_does_not_hide_one_with_it() -> None:
    rows = [*OK_RESPONSE[:-2], "| 204 | None |", "| 200 | OK |", ""]
    operation, _ = only(*rows, "### Response body: int32")
    assert "content" not in operation["responses"]["204"]
    content = operation["responses"]["200"]["content"]
    assert content["application/json"]["schema"]["format"] == "int32"


def test_a_form_with_a_table_has_its_fields() -> None:
    head = ["## Request Headers", "", "| Parameter Name | Description |", "|---|---|"]
    head += ["| Content-Type | Content-type of the request body: `multipart/form-data` |", ""]
    body = ["## Request Body: e", "", *PROPERTIES, "| Name | string | |", ""]
    document = openapi(catalog_of(a=page("a", "/a", *head, *body, method="POST")))
    assert_valid(document)
    content = next(operations(document))[2]["requestBody"]["content"]
    key = content["multipart/form-data"]["schema"]["$ref"].rpartition("/")[2]
    assert list(document["components"]["schemas"][key]["properties"]) == ["Name"]


def test_cells_of_other_columns_are_in_the_description() -> None:
    query = ["## Query String Parameters", "", "| Parameter Name | Type | Description | Since |"]
    query += ["|---|---|---|---|", "| q | int32 | A number | 8.1 |"]
    (parameter,) = only(*query)[0]["parameters"]
    assert parameter["description"].lower() == "a number\nsince: 8.1"


def test_security_is_what_the_headers_say() -> None:
    head = ["## Request Headers", "", "| Parameter Name | Description |", "|---|---|"]
    pages = {
        "a": page("a", "/a", *head, "| Authorization | Supports 'Basic' and 'Bearer' |"),
        "b": page("b", "/b", *head, "| Authorization | |", "| X-XSRF-TOKEN | |"),
        "c": page("c", "/c", *head, "| X-XSRF-TOKEN | From the cookie |"),
    }
    document = openapi(catalog_of(**pages))
    assert_valid(document)
    found = {o["operationId"]: o for _, _, o in operations(document)}
    assert found["a"]["security"] == [{"Basic": []}, {"Bearer": []}]
    assert found["b"]["security"][2:] == [{"SoTicket": []}, {"Session": [], "XsrfToken": []}]
    assert "parameters" not in found["b"]
    assert "security" not in found["c"]
    assert found["c"]["parameters"][0]["name"] == "X-XSRF-TOKEN"


def test_the_session_cookie_is_that_of_the_reference_server() -> None:
    assert SESSION_COOKIE == authentication.SESSION_COOKIE


def test_a_file_is_bytes_or_a_part_of_a_form(catalog: Catalog) -> None:
    found = {o["operationId"]: o for _, _, o in operations(openapi(catalog))}
    content = found["v1PersonEntity_SaveImage"]["requestBody"]["content"]
    assert content["image/png"] == {"schema": {}}
    form = content["multipart/form-data"]["schema"]
    assert form["required"] == ["image"]
    assert form["properties"]["image"] == {"contentMediaType": "application/octet-stream"}


def test_every_line_of_the_model_is_as_its_schema_says(corpus: Catalog) -> None:
    schema = model_schema()
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    lines = [json.loads(line) for line in model_lines(corpus.operations)]
    assert len(lines) == 803
    for line in lines:
        assert not list(validator.iter_errors(line))
    assert set(lines[0]["span"]) == {"start", "end"}


@pytest.mark.parametrize(
    "fault",
    [{"uid": 1}, {"span": {"start": 1}}, {"more": 1}, {"parameters": [{"name": "a"}]}],
)
def test_the_schema_of_the_model_refuses_faults(catalog: Catalog, fault: dict[str, Any]) -> None:
    line = json.loads(next(model_lines(catalog.operations)))
    validator = Draft202012Validator(model_schema())
    assert validator.is_valid(line)
    assert not validator.is_valid({**line, **fault})


def test_front_matter_of_all_kinds_becomes_json() -> None:
    matter = "day: 2023-02-01\nodd: .nan\n1: {a: [b]}\nn: ~\n"
    text = page("a", "/a").replace("uid: a\n", f"uid: a\n{matter}")
    (line,) = model_lines(catalog_of(a=text).operations)
    found = json.loads(line)["front_matter"]
    assert found == {
        "uid": "a",
        "day": "2023-02-01",
        "odd": "nan",
        "1": {"a": ["b"]},
        "n": None,
    }


def run(*arguments: str | Path) -> tuple[int, bytes, str]:
    done = CliRunner().invoke(main, [str(argument) for argument in arguments])
    return done.exit_code, done.stdout_bytes, done.stderr


@pytest.mark.parametrize("name", ["a.json", "a.yaml", "a.YML"])
def test_the_command_writes_json_or_yaml(tmp_path: Path, catalog: Catalog, name: str) -> None:
    file = tmp_path / name
    assert run("export", "openapi", "--docs", DOCS, "-o", file) == (0, b"", "")
    assert yaml.safe_load(file.read_bytes()) == openapi(catalog)
    assert [path.name for path in tmp_path.iterdir()] == [name]
    (tmp_path / "plain").touch()
    assert file.stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_the_command_writes_to_standard_output(catalog: Catalog) -> None:
    code, output, _ = run("export", "openapi", "--docs", DOCS, "--title", "Ships")
    assert code == 0
    assert json.loads(output)["info"] == {"title": "Ships", "version": "1.0.0"}
    code, output, _ = run("export", "model", "--docs", DOCS)
    assert code == 0
    uids = [json.loads(line)["uid"] for line in output.splitlines()]
    assert uids == [operation.uid for operation in catalog.operations]
    assert json.loads(run("export", "model", "--schema")[1]) == model_schema()


def test_a_file_that_cannot_be_written_is_a_message(tmp_path: Path) -> None:
    code, _, message = run("export", "openapi", "--docs", DOCS, "-o", tmp_path / "no" / "a.json")
    assert code == 2
    assert "cannot be written" in message


def test_a_result_goes_into_a_pipe_and_through_a_link(tmp_path: Path) -> None:
    pipe, link, file = tmp_path / "pipe", tmp_path / "link.json", tmp_path / "file.json"
    os.mkfifo(pipe)
    file.write_text("old")
    link.symlink_to(file)
    with ThreadPoolExecutor(1) as reader:
        read = reader.submit(pipe.read_bytes)
        write(pipe, b"through the pipe")
        assert read.result(60) == b"through the pipe"
    write(link, b"new")
    assert pipe.is_fifo()
    assert link.is_symlink()
    assert file.read_text() == "new"


def test_duplicates_are_said_on_standard_error(tmp_path: Path) -> None:
    for uid in "ab":
        (tmp_path / f"{uid}.md").write_text(page(uid, "/x/y"), encoding="utf-8")
    code, output, message = run("export", "openapi", "--docs", tmp_path)
    assert code == 0
    assert {o["operationId"] for _, _, o in operations(json.loads(output))} == {"a", "b"}
    assert "CS041" in message


def test_an_operation_is_as_large_as_its_page(corpus: Catalog) -> None:
    """Each body's schema is written once, however many media types it has."""
    large: list[Operation] = [o for o in corpus.operations if len(o.response_media_types) > 20]
    assert large
    document = dump(openapi(corpus))
    assert len(document) < 12_000 * len(corpus.operations)
