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
from openapi_spec_validator import OpenAPIV31SpecValidator, OpenAPIV32SpecValidator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from callsheet.catalog import Catalog
from callsheet.cli import main
from callsheet.export import (
    Export,
    as_openapi_31,
    dump,
    export_openapi,
    load_model,
    model_lines,
    model_schema,
    openapi,
    write,
)
from callsheet.export.security import SCHEMES
from callsheet.importing import Specification, import_openapi, plan_files, write_files
from callsheet.model import Operation, assumed_scheme, schemes_of_text
from callsheet.schema.documents import component_key
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


@pytest.mark.slow
def test_the_export_of_a_publication_is_valid(exported: Export) -> None:
    assert_valid(exported.document)


@pytest.mark.slow
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
    # Text that is not base64 where the page says `byte`, and 99.99 where it says an integer.
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
    # 204 has no body, and two images come with a JSON text.
    reasons = Counter(o.success.code if o.success else 0 for o in missing)
    assert reasons == {204: 141, 200: 2}


@pytest.mark.slow
def test_the_export_is_the_same_every_time(corpus: Catalog, exported: Export) -> None:
    again = Catalog(corpus.root, corpus.pages, corpus.operations, corpus.findings)
    assert dump(openapi(again)) == dump(exported.document)


@pytest.mark.parametrize(
    "name", ["A/B", "A~B", "A B", "Schön", "𝄞", "_x2F_", "A.B-c", "Page<int>", "{}", "%2F"]
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
    assert_valid(as_openapi_31(result.document)[0])
    assert [finding.code for finding in result.findings] == ["CS043", "CS043"]
    (_, _, operation) = next(operations(result.document))
    assert list(operation["responses"]) == ["default"]
    assert [parameter["name"] for parameter in operation["parameters"]] == ["X-Ship"]


def test_methods_that_openapi_31_does_not_know_need_32() -> None:
    pages = {"a": page("a", "/a", method="BREW"), "b": page("b", "/a", method="QUERY")}
    document = json.loads(json.dumps(openapi(catalog_of(**pages, c=page("c", "/a")))))
    assert document["openapi"] == "3.2.0"
    assert [*OpenAPIV32SpecValidator(document).iter_errors()] == []
    item = document["paths"]["/a"]
    assert item["additionalOperations"]["BREW"]["operationId"] == "a"
    assert item["query"]["operationId"] == "b"
    older, lost = as_openapi_31(document)
    assert_valid(older)
    assert (older["openapi"], older["paths"]["/a"].keys()) == ("3.1.0", {"get"})
    assert lost == {"`additionalOperations`": 1, "`query`": 1}
    assert openapi(catalog_of(c=page("c", "/a")))["openapi"] == "3.1.0"


def test_a_type_may_be_called_like_a_body() -> None:
    response = ["## Response:", "", "| Response | Description |", "|---|---|", "| 200 | OK |", ""]
    table = ["| Property Name | Type | Description |", "|---|---|---|", "| P | a.response | |"]
    document = openapi(catalog_of(a=page("a", "/a", *response, "### Response body:", "", *table)))
    assert_valid(document)
    assert set(document["components"]["schemas"]) == {"a.response", "a.response_"}
    # The title tells an import that the dot is part of the name.
    named = {"title": "a.response", "type": "object"}
    assert document["components"]["schemas"]["a.response"] == named


def test_a_path_parameter_is_required_whatever_its_row_says() -> None:
    rows = ["| Path Part | Type | Description |", "|---|---|---|", "| id | int32 | Number |"]
    document = openapi(catalog_of(a=page("a", "/a/{id}", *rows)))
    assert_valid(document)
    (parameter,) = next(operations(document))[2]["parameters"]
    assert parameter["required"] is True
    assert parameter["schema"]["format"] == "int32"


def assumed(name: str) -> dict[str, Any]:
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}


def test_a_path_parameter_without_a_row_is_required() -> None:
    document = openapi(catalog_of(a=page("a", "/a/{id}?mode=full")))
    assert_valid(document)
    (_, route, operation) = next(operations(document))
    assert route == "/a/{id}"
    assert operation["parameters"] == [
        {**assumed("id"), "x-callsheet-assumed": ["schema"]},
        {
            "name": "mode",
            "in": "query",
            "required": True,
            "schema": {"type": "string", "enum": ["full"]},
        },
    ]


def test_a_placeholder_in_the_query_is_a_query_parameter() -> None:
    document = openapi(catalog_of(a=page("a", "/a/{b}?id={id}&mode=full")))
    assert_valid(document)
    assert next(operations(document))[2]["parameters"] == [
        {**assumed("b"), "x-callsheet-assumed": ["schema"]},
        {"name": "id", "in": "query", "required": True, "schema": {"type": "string"}},
        {
            "name": "mode",
            "in": "query",
            "required": True,
            "schema": {"type": "string", "enum": ["full"]},
        },
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
    assert "#" not in description


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


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Supports 'Basic', 'Hawk' and 'Bearer' schemes, depending on 'edition'.",
         ["Basic", "Bearer", "Hawk"]),
        ("One of `Basic` or `Acme-Key`. Ask `support` for it.", ["Basic", "Acme-Key"]),
        ('"Bearer", "Hawk", or "Basic".', ["Basic", "Bearer", "Hawk"]),
        ("Basic or `Hawk`", ["Basic"]),
        ("`reader` or `guest`, with Bearer", ["Bearer"]),
        ("Your credentials", []),
    ],
)  # fmt: skip
def test_schemes_are_those_that_a_text_lists(text: str, names: list[str]) -> None:
    assert list(schemes_of_text(text)) == names


def test_a_scheme_of_the_api_is_exported_and_imported_as_its_row_says(tmp_path: Path) -> None:
    head = ["## Request Headers", "", "| Parameter Name | Description |", "|---|---|"]
    row = "| Authorization | One of `Basic` or `Hawk` |"
    document = openapi(catalog_of(a=page("a", "/a", *head, row, "| X-XSRF-TOKEN | |")))
    assert_valid(document)
    schemes = document["components"]["securitySchemes"]
    assert list(schemes) == ["Basic", "Hawk", "Session", "XsrfToken"]
    assert (schemes["Hawk"]["type"], schemes["Hawk"]["name"]) == ("apiKey", "Authorization")
    plan = plan_files(import_openapi(Specification("api.json", document, "3.1.0")), tmp_path)
    assert "Your credentials: `Basic` or `Hawk`." in plan.files[0].text
    list(write_files(plan))
    back = openapi(Catalog.read(tmp_path, cached=False))
    assert back["components"]["securitySchemes"] == schemes
    # A key of another document that goes into the same field is none of such schemes.
    schemes["Hawk"]["description"] = "A key."
    plan = plan_files(import_openapi(Specification("api.json", document, "3.1.0")), tmp_path)
    assert "`Hawk`" not in plan.files[0].text


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
    assert found["b"]["security"][2:] == [{"Session": [], "XsrfToken": []}]
    assert "parameters" not in found["b"]
    assert "security" not in found["c"]
    assert found["c"]["parameters"][0]["name"] == "X-XSRF-TOKEN"


@pytest.mark.parametrize("name", sorted(SCHEMES))
def test_a_usual_scheme_is_what_is_assumed_of_its_name(name: str) -> None:
    known = assumed_scheme(name)
    said = {
        "type": known.type,
        "scheme": known.scheme,
        "in": known.location,
        "name": known.parameter,
    }
    exported = {key: value for key, value in SCHEMES[name].items() if key != "description"}
    assert {key: value for key, value in said.items() if value} == exported


def test_a_file_is_bytes_or_a_part_of_a_form(catalog: Catalog) -> None:
    found = {o["operationId"]: o for _, _, o in operations(openapi(catalog))}
    content = found["v1PersonEntity_SaveImage"]["requestBody"]["content"]
    assert content["image/png"] == {"schema": {"type": "string", "format": "binary"}}
    form = content["multipart/form-data"]["schema"]
    assert form["required"] == ["image"]
    assert form["properties"]["image"] == {
        "type": "string",
        "format": "binary",
        "contentMediaType": "application/octet-stream",
    }


@pytest.mark.slow
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
    info = json.loads(output)["info"]
    assert (info["title"], info["version"]) == ("Ships", "1.0.0")
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


@pytest.mark.slow
def test_an_operation_is_as_large_as_its_page(corpus: Catalog) -> None:
    """Each body's schema is written once, however many media types it has."""
    large: list[Operation] = [o for o in corpus.operations if len(o.response_media_types) > 20]
    assert large
    document = dump(openapi(corpus))
    assert len(document) < 12_000 * len(corpus.operations)


RICH = """---
title: Change a crate
uid: Crate_Patch
operationId: changeCrate
summary: Changes a crate, or what is in it.
deprecated: true
tags: [Stock, Crates]
servers:
  - https://one.acme.example
  - {url: https://two.acme.example, description: The other one.}
security:
  - basic
  - digest
  - SoTicket
  - {key: {in: query, name: api_key}, bearer: []}
  - sign-in:
      type: oauth2
      scopes: [crates]
      flows:
        clientCredentials: {tokenUrl: https://acme.example/token, scopes: {crates: All crates.}}
        authorizationCode:
          authorizationUrl: https://acme.example/authorize
          tokenUrl: https://acme.example/token
          scopes: {crates: All crates.}
  - account: {type: openIdConnect, openIdConnectUrl: https://acme.example/.well-known/openid}
  - hawk
  - none
---

# Change a crate

```http
PATCH /Crate/{id}
```

Changes a crate. Whatever is not said stays.

## Parameters

| Name | In | Type | Required | Default | Values | Limits | Example | Deprecated | Description |
|---|---|---|---|---|---|---|---|---|---|
| id | path | uuid | Yes | | | | | | The crate. |
| size | query | int32 | No | 3 | | 1 to 10 | 4 | | How many. |
| kinds | query | array of string | | | | at most 3 items | | | Which ones. |
| order | query | string | Yes | | `up`: the least first, `down` | | | Since 2.0 | In which order. |
| X-Trace | header | string or null | | | | pattern `[a-f]+` | | | For support. |
| session | cookie | string | | | | | | | The session. |

## Request Body (application/json): crate

| Property Name | Type | Required | Limits | Access | Description |
|---|---|---|---|---|---|
| name | string | Yes | at most 40 characters | | Its name. |
| address | object | | | | Where it is. |
| address.city | string | Yes | | | The city. |
| parts | array of object | | unique | | What is in it. |
| parts[].code | string | | pattern `[A-Z]+` | read-only | Its code. |
| owner | Person or null | | | | Who owns it. |

## Request Body (multipart/form-data): form

| Property Name | Type | Required |
|---|---|---|
| file | binary | Yes |
| note | string | |

## Responses

| Response | Description |
|---|---|
| 200 | Changed. |
| 404 | There is none. |
| 4XX | Refused. |
| default | Anything else. |

### Response body: object

| Property Name | Type | Nullable |
|---|---|---|
| total | int32 | No |

## Response 404 (application/problem+json): Problem

| Property Name | Type |
|---|---|
| title | string |

## Response 4XX: string

## Response headers 200

| Header | Type | Required | Limits | Description |
|---|---|---|---|---|
| ETag | string | Yes | at least 3 characters | The version. |

## Examples

```http! title="Small"
PATCH /Crate/1
Content-Type: application/json

{"name": "a"}
```

```http! title="Large"
PATCH /Crate/1
Content-Type: application/json

{"name": "b"}
```

```http_ title="Small"
HTTP/1.1 200 OK
Content-Type: application/json
ETag: "abc"

{"total": 1}
```

```http_
HTTP/1.1 422 Unprocessable Content
Content-Type: application/json

"no"
```
"""
PERSON = """---
title: Person
defines: Person
---

# Person

| Property Name | Type | Required | Default | Values | Limits | Description |
|---|---|---|---|---|---|---|
| Name | string | Yes | | | at least 1 character | The name. |
| Rank | int64 | | 1 | | above 0 | The rank. |
| Mood | string or null | | | `good`, `bad` | | The mood. |
"""


@pytest.fixture(scope="module")
def rich() -> Export:
    return export_openapi(catalog_of(crate=RICH, person=PERSON))


def test_a_page_with_everything_is_exported_whole(rich: Export) -> None:
    assert_valid(rich.document)
    assert rich.findings == ()
    ((method, route, found),) = operations(rich.document)
    assert (method, route) == ("PATCH", "/Crate/{id}")
    assert {key: found[key] for key in ("operationId", "x-callsheet-uid", "summary", "tags")} == {
        "operationId": "changeCrate",
        "x-callsheet-uid": "Crate_Patch",
        "summary": "Changes a crate, or what is in it.",
        "tags": ["Operations", "Stock", "Crates"],
    }
    assert found["description"].startswith("Changes a crate. Whatever is not said stays.")
    assert found["deprecated"] is True
    assert found["servers"] == [
        {"url": "https://one.acme.example"},
        {"url": "https://two.acme.example", "description": "The other one."},
    ]
    assert [tag["name"] for tag in rich.document["tags"]] == ["Operations", "Stock", "Crates"]


def test_parameters_say_all_that_their_rows_say(rich: Export) -> None:
    ((_, _, found),) = operations(rich.document)
    of_id, size, kinds, order, trace, session = found["parameters"]
    assert (of_id["in"], of_id["required"]) == ("path", True)
    assert of_id["schema"] == {"type": "string", "format": "uuid"}
    assert (size["in"], size["required"], size["example"]) == ("query", False, 4)
    assert {k: size["schema"][k] for k in ("default", "minimum", "maximum")} == {
        "default": 3,
        "minimum": 1,
        "maximum": 10,
    }
    assert "required" not in kinds
    assert (kinds["style"], kinds["explode"]) == ("form", False)
    assert kinds["schema"] == {"type": "array", "maxItems": 3, "items": {"type": "string"}}
    assert (order["required"], order["deprecated"]) == (True, True)
    assert order["schema"] == {
        "type": "string",
        "enum": ["up", "down"],
        "x-enumDescriptions": {"up": "the least first"},
    }
    assert order["description"] == "In which order.\nDeprecated: Since 2.0"
    assert (trace["in"], trace["schema"]) == (
        "header",
        {"type": ["string", "null"], "pattern": "[a-f]+"},
    )
    assert session == {
        "name": "session",
        "in": "cookie",
        "schema": {"type": "string"},
        "description": "The session.",
    }


def test_each_media_type_has_its_body_and_each_example_its_name(rich: Export) -> None:
    ((_, _, found),) = operations(rich.document)
    body = found["requestBody"]
    assert body["required"] is True
    json_body, form = body["content"].values()
    assert list(body["content"]) == ["application/json", "multipart/form-data"]
    assert json_body["examples"] == {
        "Small": {"value": {"name": "a"}},
        "Large": {"value": {"name": "b"}},
    }
    schemas = rich.document["components"]["schemas"]
    crate, sent = (schemas[media["schema"]["$ref"].split("/")[-1]] for media in (json_body, form))
    assert crate["required"] == ["name"]
    assert crate["properties"]["name"]["maxLength"] == 40
    assert crate["properties"]["address"]["required"] == ["city"]
    parts = crate["properties"]["parts"]
    assert parts["uniqueItems"] is True
    code = {"type": "string", "pattern": "[A-Z]+", "readOnly": True, "description": "Its code."}
    assert parts["items"]["properties"] == {"code": code}
    assert crate["properties"]["owner"] == {
        "anyOf": [{"$ref": "#/components/schemas/Person"}, {"type": "null"}],
        "description": "Who owns it.",
    }
    assert sent == {
        "type": "object",
        "properties": {
            "file": {
                "type": "string",
                "format": "binary",
                "contentMediaType": "application/octet-stream",
            },
            "note": {"type": "string"},
        },
        "required": ["file"],
    }


def test_each_status_has_its_body_headers_and_examples(rich: Export) -> None:
    ((_, _, found),) = operations(rich.document)
    responses = found["responses"]
    assert list(responses) == ["200", "404", "4XX", "default"]
    assert responses["200"]["headers"] == {
        "ETag": {
            "schema": {"type": "string", "minLength": 3},
            "example": '"abc"',
            "required": True,
            "description": "The version.",
        }
    }
    (success,) = responses["200"]["content"].values()
    assert success["examples"] == {"Small": {"value": {"total": 1}}}
    schemas = rich.document["components"]["schemas"]
    total = schemas[success["schema"]["$ref"].split("/")[-1]]
    assert "required" not in total
    assert total["properties"]["total"]["type"] == "integer"
    assert total["properties"]["total"]["type"] == "integer"
    assert list(responses["404"]["content"]) == ["application/problem+json"]
    assert responses["4XX"]["content"]["application/json"] == {
        "schema": {"type": "string"},
        "example": "no",
    }
    assert responses["default"] == {"description": "Anything else."}


def test_security_is_a_choice_of_schemes_that_pages_define(rich: Export) -> None:
    ((_, _, found),) = operations(rich.document)
    assert found["security"] == [
        {"Basic": []},
        {"Digest": []},
        {"SoTicket": []},
        {"key": [], "Bearer": []},
        {"sign-in": ["crates"]},
        {"account": []},
        {"hawk": []},
        {},
    ]
    schemes = rich.document["components"]["securitySchemes"]
    assert schemes["Digest"]["scheme"] == "digest"
    assert schemes["key"] == {"type": "apiKey", "in": "query", "name": "api_key"}
    assert schemes["sign-in"]["flows"]["clientCredentials"] == {
        "tokenUrl": "https://acme.example/token",
        "scopes": {"crates": "All crates."},
    }
    assert schemes["account"]["openIdConnectUrl"].startswith("https://acme.example/")
    # No page says what it is.
    assert schemes["hawk"]["x-callsheet-assumed"] == ["type", "scheme"]


def test_a_type_that_a_page_defines_has_every_facet(rich: Export) -> None:
    person = rich.document["components"]["schemas"]["Person"]
    assert person["required"] == ["Name"]
    assert person["properties"]["Name"] == {
        "type": "string",
        "minLength": 1,
        "description": "The name.",
    }
    rank = person["properties"]["Rank"]
    assert (rank["default"], rank["exclusiveMinimum"], "minimum" in rank) == (1, 0, False)
    assert person["properties"]["Mood"]["type"] == ["string", "null"]


def test_two_schemes_of_one_name_are_told_apart() -> None:
    text = page("a", "/a").replace("uid: a\n", "uid: a\nsecurity: {k: {in: header, name: A}}\n")
    other = text.replace("uid: a\n", "uid: b\n").replace("GET /a", "GET /b")
    other = other.replace("name: A}", "name: B}")
    named = page("c", "/c").replace("uid: c\n", "uid: c\nsecurity: k\n")
    free = page("d", "/d").replace("uid: d\n", "uid: d\nsecurity: []\n")
    document = openapi(catalog_of(a=text, b=other, c=named, d=free))
    assert_valid(document)
    asked = [operation["security"] for *_, operation in operations(document)]
    assert asked == [[{"k": []}], [{"k-2": []}], [{"k": []}], []]
    schemes = document["components"]["securitySchemes"]
    assert [schemes[key]["name"] for key in ("k", "k-2")] == ["A", "B"]


def test_an_operation_id_of_two_operations_gives_way_to_the_uid() -> None:
    first = page("a", "/a").replace("uid: a\n", "uid: a\noperationId: same\n")
    second = page("b", "/b").replace("uid: b\n", "uid: b\noperationId: same\n")
    third = page("c", "/c").replace("uid: c\n", "uid: c\noperationId: a\n")
    exported = export_openapi(catalog_of(a=first, b=second, c=third))
    assert_valid(exported.document)
    names = [operation["operationId"] for *_, operation in operations(exported.document)]
    assert names == ["a", "b", "c"]
    assert [finding.code for finding in exported.findings] == ["CS043"] * 3


def test_a_server_of_a_page_goes_before_the_path_that_has_moved() -> None:
    head = "uid: b\nservers: https://acme.example/\n"
    text = page("b", "/api/a/{name}").replace("uid: b\n", head)
    document = openapi(catalog_of(a=page("a", "/api/a/{id}"), b=text))
    assert_valid(document)
    (moved,) = (item for item in document["paths"].values() if "servers" in item)
    assert moved["servers"] == [{"url": "/api"}]
    assert moved["get"]["servers"] == [{"url": "https://acme.example/api"}]


def test_servers_with_other_paths_share_the_rest_of_the_route() -> None:
    servers = "[https://acme.example, {url: https://old.example/v0, replaces: /api}]"
    text = page("b", "/api/a").replace("uid: b\n", f"uid: b\nservers: {servers}\n")
    exported = export_openapi(catalog_of(b=text))
    [(_, path, found)] = operations(exported.document)
    assert (path, exported.findings) == ("/a", ())
    urls = [server["url"] for server in found["servers"]]
    assert urls == ["https://acme.example/api", "https://old.example/v0"]
    # Where another operation has the rest of the route, the server has no place.
    taken = export_openapi(catalog_of(a=page("a", "/a"), b=text, c=page("c", "/a", method="POST")))
    [finding] = taken.findings
    assert (finding.code, "`https://old.example/v0`" in finding.message) == ("CS043", True)
    assert set(taken.document["paths"]) == {"/a", "/api/a"}


def test_the_model_of_a_page_with_everything_reads_back(tmp_path: Path) -> None:
    catalog = catalog_of(crate=RICH)
    (line,) = model_lines(catalog.operations)
    Draft202012Validator(model_schema()).validate(json.loads(line))
    (tmp_path / "model.jsonl").write_text(line + "\n", encoding="utf-8")
    assert load_model(tmp_path / "model.jsonl").operations == catalog.operations
    # A line that an earlier version wrote lacks what is new.
    earlier = {k: v for k, v in json.loads(line).items() if k not in ("deprecated", "servers")}
    (tmp_path / "model.jsonl").write_text(json.dumps(earlier), encoding="utf-8")
    (operation,) = load_model(tmp_path / "model.jsonl").operations
    assert (operation.deprecated, operation.servers) == (False, ())
