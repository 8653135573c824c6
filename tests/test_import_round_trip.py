"""A document with all that pages can say comes back from its pages as it was."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import jsonschema
import pytest
from defusedxml import ElementTree

from callsheet.catalog import Catalog
from callsheet.diff import DocsTree, compare
from callsheet.export import export_openapi
from callsheet.http.forms import read_parts
from callsheet.importing import Imported, Specification, import_openapi, plan_files, write_files
from callsheet.model import ExampleRequest, Location
from callsheet.model.contents import request_contents
from callsheet.schema.documents import BASE64
from callsheet.schema.words.facets import Facet
from callsheet.server.http.xml_body import decode_xml
from callsheet.server.limits import Limits
from tests.openapi_facts import compare_facts
from tests.parcels import catalog_of
from tests.test_facets import FACETS as ALL_FACETS

Document = dict[str, Any]

INT32 = {"type": "integer", "format": "int32"}
DOUBLE = {"type": "number", "format": "double"}
TEXT = {"type": "string"}
NUMBERS = {"type": "array", "items": INT32}
SIZES = {"type": "object", "additionalProperties": INT32}

FACETS: Document = {
    "minimum": {**INT32, "minimum": 5},
    "maximum": {**INT32, "maximum": 5},
    "exclusive minimum": {**DOUBLE, "exclusiveMinimum": 5},
    "exclusive maximum": {**DOUBLE, "exclusiveMaximum": 0.5},
    "multiple": {**INT32, "multipleOf": 5},
    "least length": {**TEXT, "minLength": 3},
    "most length": {**TEXT, "maxLength": 1},
    "pattern": {**TEXT, "pattern": "^[A-Z]+(`|, )$"},
    "least items": {**NUMBERS, "minItems": 2},
    "most items": {**NUMBERS, "maxItems": 2},
    "unique items": {**NUMBERS, "uniqueItems": True},
    "values": {**TEXT, "enum": ["a", "b, c", " d", 'e"', "null", ""]},
    "values of numbers": {**INT32, "enum": [1, 2], "x-enumDescriptions": {"2": "two of them"}},
    "meanings": {**TEXT, "enum": ["a", "b"], "x-enumDescriptions": {"a": "the first"}},
    "default": {**INT32, "default": 5},
    "example": {**TEXT, "examples": ["Ada | `Byron`"]},
    "null": {"type": ["string", "null"], "enum": ["a", None], "default": None},
    "deprecated": {**TEXT, "deprecated": True},
    "read-only": {**TEXT, "readOnly": True},
    "write-only": {**TEXT, "writeOnly": True},
    "required": {**TEXT, "description": "It must be there."},
    "uuid": {**TEXT, "format": "uuid"},
    "date": {**TEXT, "format": "date"},
    "email": {**TEXT, "format": "email"},
    "uri": {**TEXT, "format": "uri"},
    "items": {"type": "array", "items": {**TEXT, "maxLength": 3}},
    "alternatives": {"anyOf": [INT32, {"type": "boolean"}]},
    # What the format has beside the facets.
    "other format": {**TEXT, "format": "iban"},
    "range": {**DOUBLE, "minimum": -0.5, "maximum": 10},
    "bytes": {**TEXT, "contentEncoding": "base64"},
    "map": {"type": "object", "additionalProperties": {"type": ["string", "null"]}},
    "properties": {"type": "object", "additionalProperties": INT32, "minProperties": 1},
    "named": {"$ref": "#/components/schemas/Address"},
    "named or null": {"anyOf": [{"$ref": "#/components/schemas/Address"}, {"type": "null"}]},
    "several": {"type": "array", "items": {"$ref": "#/components/schemas/Address"}},
    "anything": {"description": "Whatever there is."},
    "matrix": {"type": "array", "items": NUMBERS},
    "object": {
        "type": "object",
        "properties": {
            "inner": {**TEXT, "minLength": 1, "description": "It is within."},
            "list": {
                "type": "array",
                "items": {"type": "object", "properties": {"leaf": INT32}, "required": ["leaf"]},
            },
        },
        "required": ["inner"],
    },
}
RECORD: Document = {
    "type": "object",
    "properties": {name.replace(" ", "_"): schema for name, schema in FACETS.items()},
    "required": ["required", "minimum"],
}
ONLY_IN_BODIES = (
    "required",
    "named",
    "named or null",
    "several",
    "object",
    "matrix",
    "anything",
    "items",
)
EXAMPLE = {"minimum": 7, "required": "x"}
PROBLEM = {"schema": {"$ref": "#/components/schemas/Problem"}, "example": {"title": "No."}}
PROBLEMS = {"application/problem+json": PROBLEM}
REFUSALS = {"application/problem+json": {"schema": PROBLEM["schema"]}}
SCHEMES: Document = {
    "login": {"type": "http", "scheme": "basic", "description": "User and password."},
    "token": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"},
    "key": {"type": "apiKey", "in": "query", "name": "key"},
    "grant": {
        "type": "oauth2",
        "flows": {
            "clientCredentials": {
                "tokenUrl": "https://login.acme.example/token",
                "scopes": {"write": "May change it.", "read": "May read it."},
            }
        },
    },
}
ID: Document = {"name": "id", "in": "path", "required": True, "schema": INT32}
OPERATION: Document = {
    "operationId": "things/save",
    "summary": "Saves a thing.",
    "description": "What is there already is replaced.\n\nNothing else changes.",
    "tags": ["Things", "writing"],
    "deprecated": True,
    "servers": [
        {"url": "https://api.acme.example/v1"},
        {"url": "https://test.acme.example/v1", "description": "For tests"},
    ],
    "security": [{"login": []}, {"grant": ["write"], "key": []}, {}],
    "parameters": [
        ID,
        *(
            {"name": name.replace(" ", "_"), "in": "query", "schema": schema}
            for name, schema in FACETS.items()
            if name not in ONLY_IN_BODIES
        ),
        {"name": "X-Trace", "in": "header", "schema": {**TEXT, "format": "uuid"}},
        {"name": "session", "in": "cookie", "required": True, "schema": TEXT},
        {"name": "ids", "in": "query", "style": "form", "explode": False, "schema": NUMBERS},
        {"name": "depots", "in": "query", "style": "pipeDelimited", "schema": NUMBERS},
        {"name": "marks", "in": "query", "style": "spaceDelimited", "schema": NUMBERS},
        {"name": "at", "in": "query", "style": "deepObject", "schema": SIZES},
        {"name": "sizes", "in": "query", "schema": SIZES},
        {"name": "X-Stops", "in": "header", "explode": True, "schema": SIZES},
    ],
    "requestBody": {
        "required": True,
        "description": "The thing.",
        "content": {
            "application/json": {
                "schema": RECORD,
                "examples": {"small": {"value": EXAMPLE}, "empty": {"value": {}}},
            },
            "multipart/form-data": {
                "schema": {"type": "object", "properties": {"label": TEXT}, "required": ["label"]}
            },
        },
    },
    "responses": {
        "200": {
            "description": "As it is stored.",
            "headers": {
                "ETag": {
                    "required": True,
                    "description": "Its version.",
                    "schema": TEXT,
                    "example": "7",
                },
                "X-Left": {"schema": {**INT32, "minimum": 0}, "example": 3},
            },
            "content": {
                "application/json": {"schema": RECORD, "example": EXAMPLE},
            },
        },
        "202": {"description": "It takes a while."},
        "404": {"description": "It is not there.", "content": PROBLEMS},
        "4XX": {"description": "It is refused.", "content": REFUSALS},
        "default": {
            "description": "Something went wrong.",
            "content": {"text/plain": {"schema": TEXT}},
        },
    },
}
FILE: Document = {
    "type": "string",
    "format": "binary",
    "contentMediaType": "application/octet-stream",
}
UPLOAD: Document = {
    "operationId": "upload",
    "tags": ["Things"],
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "properties": {
                        "scan": FILE,
                        "pages": {"type": "array", "items": FILE},
                        "text": TEXT,
                    },
                    "required": ["scan"],
                },
                "example": {"scan": "abc", "pages": ["a", "b"], "text": "x"},
            }
        },
    },
    "responses": {"204": {"description": "It is stored."}},
}
DOCUMENT: Document = {
    "openapi": "3.1.0",
    "info": {"title": "Things", "version": "1"},
    "security": [{"token": []}],
    "servers": [{"url": "https://api.acme.example/v1"}],
    "paths": {
        "/things/{id}": {
            "put": OPERATION,
            "patch": {**UPLOAD, "parameters": [ID]},
            "get": {
                "operationId": "getThing",
                "x-callsheet-uid": "Thing_Get",
                "tags": ["Things"],
                "summary": "Reads a thing.",
                "description": "Reads a thing.",
                "parameters": [ID],
                "responses": {
                    "200": {
                        "description": "The thing.",
                        "content": {
                            "application/json": {
                                "schema": {"$ref": "#/components/schemas/Address"},
                                "example": {"city": "Oslo"},
                            }
                        },
                    }
                },
            },
        }
    },
    "components": {
        "securitySchemes": SCHEMES,
        "schemas": {
            "Address": RECORD | {"properties": {"city": {**TEXT, "maxLength": 40}}, "required": []},
            "Problem": {"type": "object", "properties": {"title": TEXT}},
        },
    },
}


def imported(document: Document, root: Path) -> tuple[Catalog, set[str]]:
    """The pages of a document, and what the import says is lost."""
    found = import_openapi(Specification("api.json", document, "3.1.0"))
    plan = plan_files(found, root)
    assert [str(found) for found in plan.findings] == []
    list(write_files(plan))
    lost = {str(each) for each in found.findings if each.severity != "note"}
    return Catalog.read(root, cached=False), lost


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    catalog, lost = imported(DOCUMENT, tmp_path_factory.mktemp("pages"))
    assert lost == set()
    assert catalog.findings == ()
    return catalog


@pytest.fixture(scope="module")
def exported(pages: Catalog) -> Document:
    return export_openapi(pages).document


def test_an_unchanged_tree_has_no_changes(
    pages: Catalog, exported: Document, tmp_path: Path
) -> None:
    again, lost = imported(exported, tmp_path)
    assert lost == set()
    assert {page.path for page in again.pages} == {page.path for page in pages.pages}
    assert [
        change.message for change in compare(DocsTree(pages, ""), DocsTree(again, "")).changes
    ] == []


def test_the_media_type_of_a_file_is_told(tmp_path: Path) -> None:
    file = {"type": "string", "contentMediaType": "image/png"}
    schema = {"type": "object", "properties": {"a": file, "b": {"type": "array", "items": file}}}
    body = {"content": {"multipart/form-data": {"schema": schema}}}
    post = {"operationId": "a", "requestBody": body, "responses": {"204": {"description": "."}}}
    pages, lost = imported({"openapi": "3.1.0", "paths": {"/a": {"post": post}}}, tmp_path)
    assert lost == set()
    [table] = (body.properties for body in pages.operations[0].request_bodies)
    assert [row.schema.written for row in table] == ["binary", "array of binary", "binary"]
    assert table[0].schema.content_media_type == table[2].schema.content_media_type == "image/png"


BOUNDS = [
    ("int32", {"minimum": -(2**31), "maximum": 2**31 - 1}, set()),
    ("int64", {"minimum": -(2**63), "maximum": 2**63 - 1}, set()),
    # Many documents have the numbers as JavaScript writes them.
    ("int64", {"minimum": -9.223372036854775808e18, "maximum": 9.223372036854775807e18}, set()),
    ("int32", {"minimum": 0, "maximum": 2**31 - 1}, {"minimum"}),
    ("int32", {"minimum": -(2**31) + 1, "maximum": 2**31 - 2}, {"minimum", "maximum"}),
]


@pytest.mark.parametrize(("name", "bounds", "stated"), BOUNDS)
def test_bounds_that_a_format_implies_are_not_stated(
    name: str, bounds: Document, stated: set[str], tmp_path: Path
) -> None:
    schema = {"type": "integer", "format": name, **bounds}
    query = {"name": "n", "in": "query", "schema": schema}
    got = {"operationId": "a", "parameters": [query], "responses": {"204": {"description": "."}}}
    pages, lost = imported({"openapi": "3.1.0", "paths": {"/a": {"get": got}}}, tmp_path)
    assert lost == set()
    document = export_openapi(pages).document
    exported = document["paths"]["/a"]["get"]["parameters"][0]["schema"]
    assert {"minimum", "maximum"} & exported.keys() == stated


def test_the_document_has_every_facet() -> None:
    # Whether there must be a body, the request bodies of the operations say; and what a cell says
    # of items, a document has in their own schema. It does not say since when a part is deprecated.
    others = {name for name in ALL_FACETS if " of items" in name or "of a map" in name}
    others |= {name for name in ALL_FACETS if name.startswith("values that are lists")}
    # A document says in words since when something is deprecated.
    others |= {"required body", "optional body", "deprecated since"}
    assert ALL_FACETS.keys() - others <= FACETS.keys()


@pytest.mark.parametrize("method", ["get", "patch", "put"])
def test_an_operation_comes_back(method: str, exported: Document) -> None:
    wanted = facts(DOCUMENT, "/things/{id}", method)
    found = facts(exported, "/v1/things/{id}", method)
    assert found == wanted


def test_a_form_has_its_boundary(pages: Catalog) -> None:
    [operation] = (each for each in pages.operations if each.uid == "upload")
    [message] = operation.example_requests
    parts = read_parts(
        message.body.replace("\n", "\r\n").encode(), message.header("content-type") or ""
    )
    assert [(part.name, part.text) for part in parts] == [
        ("scan", "abc"),
        ("pages", "a"),
        ("pages", "b"),
        ("text", "x"),
    ]


@pytest.mark.parametrize("name", ["Address", "Problem"])
def test_a_type_comes_back(name: str, exported: Document) -> None:
    found = plain(exported, exported["components"]["schemas"][name])
    assert found == plain(DOCUMENT, DOCUMENT["components"]["schemas"][name])


def test_security_schemes_come_back(exported: Document) -> None:
    assert exported["components"]["securitySchemes"] == SCHEMES


# The facts of a document, however it is put together.


def facts(document: Document, path: str, method: str) -> Document:
    operation = document["paths"][path][method]
    servers = operation.get("servers") or document.get("servers", [])
    body = resolved(document, operation.get("requestBody", {}))
    return {
        "said": {k: operation.get(k) for k in ("operationId", "summary", "tags", "deprecated")},
        "description": operation.get("description"),
        "security": operation.get("security", document.get("security")),
        "servers": [{**s, "url": s["url"].removesuffix("/v1")} for s in servers],
        "parameters": dict(parameters(document, operation)),
        "request": {**body, "content": content(document, body)},
        "responses": {
            status: {
                "description": response["description"],
                "headers": {
                    name: described(document, header)
                    for name, header in response.get("headers", {}).items()
                },
                "content": content(document, response),
            }
            for status, place in operation["responses"].items()
            for response in [resolved(document, place)]
        },
    }


def parameters(document: Document, operation: Document) -> Iterator[tuple[str, Document]]:
    for place in operation["parameters"]:
        parameter = resolved(document, place)
        style = parameter.get(
            "style", "form" if parameter["in"] in ("query", "cookie") else "simple"
        )
        # Brackets are exploded, whatever is said.
        how = style, parameter.get("explode", style == "form") or style == "deepObject"
        is_text = parameter["schema"].get("type") not in ("array", "object")
        yield (
            f"{parameter['in']} {parameter['name']}",
            {**described(document, parameter), "how": None if is_text else how},
        )


def described(document: Document, place: Document) -> Document:
    """A parameter or header; what it says of values itself counts as said by its schema."""
    schema = dict(place["schema"])
    if "example" in place:
        schema["examples"] = [place["example"]]
    if place.get("deprecated"):
        schema["deprecated"] = True
    found = {"required": place.get("required", False), "schema": plain(document, schema)}
    return {**found, "description": place.get("description", "")}


def content(document: Document, place: Document) -> Document:
    return {
        kind: {
            "schema": plain(document, media["schema"]),
            "examples": media.get("examples", media.get("example")) if "json" in kind else None,
        }
        for kind, media in place.get("content", {}).items()
    }


def resolved(document: Document, node: Document) -> Document:
    if "$ref" not in node:
        return node
    found: Any = document
    for key in node["$ref"][2:].split("/"):
        found = found[key]
    return resolved(document, found)


def plain(document: Document, schema: Any) -> Any:
    """A schema without references, and without what our export spells out for validators."""
    if not isinstance(schema, dict):
        return schema
    node = dict(resolved(document, schema))
    if node.get("pattern") == BASE64:
        del node["pattern"]
    inner: Document = {
        key: plain(document, node[key]) for key in ("items", "additionalProperties") if key in node
    }
    if "anyOf" in node:
        inner["anyOf"] = [plain(document, option) for option in node["anyOf"]]
    if "properties" in node:
        inner["properties"] = {k: plain(document, v) for k, v in node["properties"].items()}
    required = {"required": sorted(node.get("required", []))} if "properties" in node else {}
    return {**node, **inner, **required}


LOSSES = [
    ({"examples": {"a": {"value": "x", "summary": "An x."}}}, {}, "CS048 What describes an"),
    ({"examples": {"a": {"externalValue": "https://acme.example/x"}}}, {}, "CS046 An example in"),
    (
        {"schema": {"oneOf": [{"const": "a", "title": "<b>"}, {"const": "c"}]}},
        {},
        "CS048 What some",
    ),
    ({}, {"own": {"required": ["a"]}}, "CS046 `own` is not on any page."),
]


@pytest.mark.parametrize(("of_parameter", "of_body", "told"), LOSSES)
def test_what_a_page_cannot_say_is_told(
    of_parameter: Document, of_body: Document, told: str
) -> None:
    messages = [str(found) for found in loss_of(of_parameter, of_body).findings]
    assert len(messages) == 1
    assert told in messages[0]


def loss_of(of_parameter: Document, of_body: Document) -> Imported:
    record = {"type": "object", "properties": {"a": TEXT}, **of_body}
    post = {
        "operationId": "a",
        "parameters": [{"name": "q", "in": "query", **(of_parameter or {"schema": TEXT})}],
        "requestBody": {"content": {"application/json": {"schema": record}}},
        "responses": {"204": {"description": "."}},
    }
    document = {"openapi": "3.1.0", "paths": {"/a": {"post": post}}}
    return import_openapi(Specification("api.json", document, "3.1.0"))


def test_a_parameter_in_a_format_of_its_own_has_it_as_its_style() -> None:
    schema = {"type": "object", "properties": {"x": INT32}}
    found = loss_of({"content": {"application/json": {"schema": schema}}}, {})
    [row] = found.operations[0].parameters_in(Location.QUERY)
    assert (row.schema.written, row.facets) == ("AQ", ((Facet.STYLE, "`application/json`"),))
    assert found.findings == ()


@pytest.mark.parametrize("stated", [True, False, None])
def test_whether_a_parameter_must_be_sent_is_said_where_the_document_says_it(
    stated: bool | None,
) -> None:
    found = loss_of({} if stated is None else {"required": stated}, {})
    assert found.operations[0].parameters_in(Location.QUERY)[0].required is stated


def test_a_value_has_its_title_and_its_description() -> None:
    one = {"const": "a", "title": "First", "description": "the one before others"}
    found = loss_of({"schema": {"oneOf": [one, {"const": "b"}]}}, {})
    [value, _] = found.operations[0].parameters_in(Location.QUERY)[0].schema.enum
    assert value.description == "First: the one before others"


MISPLACED: list[Document] = [
    {"type": "object", "items": {"$ref": "#/components/schemas/A"}},
    {"type": "object", "items": TEXT, "minItems": 2},
    {"type": ["string", "null"], "minimum": 3},
    {"type": "integer", "pattern": "^a"},
    {"type": "array", "items": TEXT, "minLength": 2},
    {"type": "array", "additionalProperties": INT32},
]


@pytest.mark.parametrize("schema", MISPLACED)
def test_keywords_about_values_of_another_type_come_back(schema: Document, tmp_path: Path) -> None:
    content = {"application/json": {"schema": schema}}
    post = {
        "operationId": "a",
        "requestBody": {
            "content": {
                "application/json": {"schema": {"type": "object", "properties": {"p": schema}}}
            }
        },
        "responses": {"200": {"description": ".", "content": content}},
    }
    document = {
        "openapi": "3.1.0",
        "info": {"title": "A", "version": "1"},
        "paths": {"/a": {"post": post}},
        "components": {"schemas": {"A": {"type": "object", "properties": {"x": TEXT}}}},
    }
    pages, lost = imported(document, tmp_path)
    assert lost == set()
    assert compare_facts(document, export_openapi(pages).document).lost == []


def test_an_array_with_properties_is_told_to_be_an_object() -> None:
    [told] = loss_of({}, {"type": "array"}).findings
    assert (told.code, "`array` with `properties`" in told.message) == ("CS047", True)


def sample_of(operation: Document, **document: Any) -> ExampleRequest:
    """The sample request of an imported operation."""
    post = {"operationId": "a", "responses": {"204": {"description": "."}}, **operation}
    whole = {"openapi": "3.1.0", "paths": {"/a": {"post": post}}, **document}
    found = import_openapi(Specification("api.json", whole, "3.1.0"))
    [message] = found.operations[0].example_requests
    return message


KEY = {"type": "apiKey", "in": "header", "name": "X-Key"}
TENANT = {"type": "apiKey", "in": "query", "name": "tenant"}
COOKIE = {"type": "apiKey", "in": "cookie", "name": "session"}
BEARER = {"type": "http", "scheme": "bearer"}
BEARER_VALUE = "Bearer callsheet"
ALTERNATIVES: list[tuple[list[Any], str, dict[str, str]]] = [
    ([{"key": []}, {"cookie": []}], "/a", {"x-key": "callsheet"}),
    ([{"cookie": []}], "/a", {"cookie": "session=callsheet"}),
    ([{"key": []}, {"cookie": [], "tenant": []}], "/a", {"x-key": "callsheet"}),
    ([{}, {"tenant": [], "bearer": []}], "/a?tenant=callsheet", {"authorization": BEARER_VALUE}),
    ([{"key": []}, {"bearer": []}], "/a", {"authorization": BEARER_VALUE}),
]


@pytest.mark.parametrize(("security", "target", "headers"), ALTERNATIVES)
def test_a_sample_has_the_credentials_of_one_alternative(
    security: list[Any], target: str, headers: dict[str, str]
) -> None:
    schemes = {"key": KEY, "tenant": TENANT, "cookie": COOKIE, "bearer": BEARER}
    message = sample_of({"security": security}, components={"securitySchemes": schemes})
    assert message.target == target
    assert {field.name.lower(): field.value for field in message.headers} == headers


def test_an_object_in_a_form_is_json() -> None:
    media = {"schema": {"type": "object"}, "example": {"a": {"b": 1}, "c": ["x", "y"]}}
    content = {"application/x-www-form-urlencoded": media}
    message = sample_of({"requestBody": {"content": content}})
    assert parse_qsl(message.body) == [("a", '{"b": 1}'), ("c", "x"), ("c", "y")]


def test_a_response_in_csv_has_an_example() -> None:
    content = {"text/csv": {"schema": TEXT}}
    got = {"operationId": "a", "responses": {"200": {"description": ".", "content": content}}}
    document = {"openapi": "3.1.0", "paths": {"/a": {"get": got}}}
    found = import_openapi(Specification("api.json", document, "3.1.0"))
    [message] = found.operations[0].example_responses
    assert (message.header("content-type"), message.body) == ("text/csv", "text")


def test_the_path_of_a_server_is_told() -> None:
    document = {
        "openapi": "3.1.0",
        "servers": [{"url": "https://api.acme.example/v2"}],
        "paths": {"/a": {"get": {"operationId": "a", "responses": {}}}},
    }
    [told] = import_openapi(Specification("api.json", document, "3.1.0")).findings
    assert (told.code, "`/v2`" in told.message) == ("CS048", True)


PET: Document = {
    "type": "object",
    "xml": {"name": "pet", "namespace": "urn:pets", "prefix": "p"},
    "required": ["id", "name", "photos", "tags"],
    "properties": {
        "id": {**INT32, "xml": {"attribute": True}},
        "name": TEXT,
        "photos": {
            "type": "array",
            "xml": {"wrapped": True},
            "items": {**TEXT, "xml": {"name": "photo"}},
        },
        "tags": {"type": "array", "items": TEXT},
        "none": {"type": "null"},
    },
}


@pytest.mark.parametrize(
    "given", [{}, {"example": {"id": 1, "name": "Rex", "photos": ["a", "b"], "tags": ["c", "d"]}}]
)
def test_bodies_in_xml_have_examples_in_xml(given: Document) -> None:
    content = {"application/xml": {"schema": {"$ref": "#/components/schemas/Pet"}, **given}}
    operation = {
        "operationId": "a",
        "requestBody": {"required": True, "content": content},
        "responses": {"200": {"description": ".", "content": content}},
    }
    document = {
        "openapi": "3.1.0",
        "paths": {"/a": {"post": operation}},
        "components": {"schemas": {"Pet": PET}},
    }
    [read] = import_openapi(Specification("api.json", document, "3.1.0")).operations
    [request], [response] = read.example_requests, read.example_responses
    for message in (request, response):
        assert message.header("content-type") == "application/xml"
        root = ElementTree.fromstring(message.body)
        assert root.tag == "{urn:pets}pet"
        assert root.attrib.keys() == {"id"}
        assert root.find("photos/photo") is not None
        assert root.find("tags") is not None
        if given:
            assert [item.text for item in root.iterfind("photos/photo")] == ["a", "b"]
            assert [item.text for item in root.iterfind("tags")] == ["c", "d"]
    schema = request_contents(read)[0].schema
    types = {"Pet": schema}
    assert decode_xml(request.body.encode(), schema, types, Limits())["id"] is not None


def test_a_sample_accepts_what_the_first_success_has() -> None:
    later = {"application/json": {"schema": {"type": "object"}}}
    responses = {
        "200": {"description": ".", "content": {"text/plain": {"schema": TEXT}}},
        "202": {"description": ".", "content": later},
        "404": {"description": ".", "content": later},
    }
    assert sample_of({"responses": responses}).header("accept") == "text/plain"


def test_what_only_a_cell_says_comes_back(tmp_path: Path) -> None:
    text = """\
---
title: POST /a
uid: a
---

# POST /a

```http
POST /a
```

Does it.

## Query String Parameters

| Name | Type | Deprecated | Description |
| --- | --- | --- | --- |
| q | string | Since 2.0 | What is sought. |

## Request Headers

| Name | Description |
| --- | --- |
| Content-Type | What you send: `application/json` |

## Request Body: thing

| Name | Type | Deprecated | Description |
| --- | --- | --- | --- |
| old | string | since 3 | The old one. |
| older | string | Yes | The older one. |

## Response

| Response | Description |
| --- | --- |
| 200 | Done. |
| 201 | Made. |

## Response headers

| Header | Type | Deprecated | Description |
| --- | --- | --- | --- |
| X-A | string | since 4 | The a. |
"""
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    before = Catalog.read(tmp_path, cached=False)
    after, lost = imported(export_openapi(before).document, tmp_path / "again")
    assert lost == set()
    [operation] = after.operations
    assert operation.response is not None
    [body], [query] = operation.request_bodies, operation.parameters_in(Location.QUERY)
    rows = [query, *body.properties, *operation.response.headers]
    assert [(row.description, row.deprecated_since) for row in rows] == [
        ("What is sought.", "Since 2.0"),
        ("The old one.", "since 3"),
        ("The older one.", ""),
        ("The a.", "since 4"),
        ("The a.", "since 4"),
    ]
    assert {row.schema.deprecated for row in rows} == {True}
    changes = compare(DocsTree(before, ""), DocsTree(after, "")).changes
    assert {c.message for c in changes if c.kind != "example-changed"} == set()


def test_what_only_examples_show_is_no_contract_after_a_round_trip(tmp_path: Path) -> None:
    rows = """\
| Name | Type | Nullable | Description |
| --- | --- | --- | --- |
| links | object | No | Addresses. |
| more | any | No | Anything. |
| mixed | any | No | One of many. |
| list | array | No | Some. |
| known | object | No | Described. |
| known.inner | object | No | Described in part. |
"""
    body = (
        '{"links": {"a": "b"}, "more": {"c": [1]}, "mixed": null, "list": [{"d": 1}],'
        ' "known": {"inner": {"e": 2}}}'
    )
    defined = f"---\ntitle: Thing\ndefines: Thing\n---\n\n# Thing\n\n{rows}"
    status = "## Response: Thing\n\n| Response | Description |\n|---|---|\n| 200 | It. |\n\n"
    shown = f"```http_\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{body}\n```\n"
    for uid, table in (("a", rows), ("b", rows)):
        route = f"---\ntitle: GET /{uid}\nuid: {uid}\n---\n\n# GET /{uid}\n\n"
        route += f"```http\nGET /{uid}\n```\n\nGets.\n\n"
        text = f"{route}{status}### Response body: Thing\n\n{table}\n## Sample response\n\n{shown}"
        (tmp_path / f"{uid}.md").write_text(text, encoding="utf-8")
    (tmp_path / "Thing.md").write_text(defined, encoding="utf-8")
    before = Catalog.read(tmp_path, cached=False)
    document = export_openapi(before).document
    [thing] = document["components"]["schemas"].values()
    assert thing["properties"]["links"]["properties"] == {"a": TEXT}
    assert thing["properties"]["links"]["x-callsheet-assumed"] == ["properties"]
    assert thing["properties"]["mixed"]["description"] == "One of many."
    after, lost = imported(document, tmp_path / "again")
    assert lost == set()
    changes = compare(DocsTree(before, ""), DocsTree(after, "")).changes
    kinds = {"example-changed", "response-media-type-added"}
    assert [c.message for c in changes if c.kind not in kinds] == []


def test_statuses_and_texts_without_a_section_are_the_same_after_a_round_trip(
    tmp_path: Path,
) -> None:
    text = """\
---
title: GET /a
uid: a
---

# GET /a

```http
GET /a
```

Gets it.

## Request Headers

| Name | Description |
| --- | --- |
| Accept | What you want back: `application/json`, `text/csv` |

## Responses

| Status | Description |
| --- | --- |
| 200 | It. |
| 204 | Nothing. |
| 404 | None. |
| 4XX | Refused. |

## Response 200 (application/json): object

| Name | Type | Description |
| --- | --- | --- |
| id | int32 | The number. |

## Response 200 (text/csv): string

## Response 4XX: Fault

## Sample request

```http!
GET /a
Accept: application/json
```

## Sample response

```http_
HTTP/1.1 200 OK
Content-Type: application/json

{"id": 7}
```

```http_
HTTP/1.1 404 Not Found
Content-Type: application/json

{"title": "None."}
```
"""
    fault = "---\ntitle: Fault\ndefines: Fault\n---\n\n# Fault\n\n| Name | Type |\n|---|---|\n"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    (tmp_path / "Fault.md").write_text(f"{fault}| title | string |\n", encoding="utf-8")
    before = Catalog.read(tmp_path, cached=False)
    after, lost = imported(export_openapi(before).document, tmp_path / "again")
    assert lost == set()
    changes = compare(DocsTree(before, ""), DocsTree(after, "")).changes
    assert [c.message for c in changes if c.level != "text"] == []


SHOWN = [
    [{"extra": [1], "free": {"a": 1}, "list": [1]}],
    [
        {"extra": [1], "free": {"a": 1}, "list": [1], "pairs": [{"a": 1}, {"a": "x"}]},
        {"extra": "x", "free": {"a": "y", "b": 1}, "list": ["x", {"q": 1}], "pairs": [{"a": 1}]},
        {"extra": None, "free": {"a": 2}, "list": [2], "pairs": [{"a": 3}]},
    ],
]


@pytest.mark.parametrize("bodies", SHOWN)
def test_an_export_takes_in_all_examples_of_a_page(bodies: list[Document]) -> None:
    text = "---\nuid: a\n---\n\n# A\n\n```http\nPOST /a\n```\n\nTakes it.\n\n## Request Body: a\n\n"
    text += "| Name | Type | Description |\n|---|---|---|\n| extra | any | What you want. |\n"
    text += "| free | object | Any keys. |\n| list | array | Some. |\n| pairs | array | Two. |\n"
    text += "\n## Responses\n\n| Status | Description |\n|---|---|\n| 204 | Done. |\n"
    for body in bodies:
        text += f"\n```http!\nPOST /a\nContent-Type: application/json\n\n{json.dumps(body)}\n```\n"
    document = export_openapi(catalog_of({"a": text})).document
    [schema] = document["components"]["schemas"].values()
    for body in bodies:
        jsonschema.validate(body, schema)
    properties = schema["properties"]
    assert properties["extra"] == {"description": "What you want."}
    assert properties["free"]["x-callsheet-assumed"] == ["properties"]
    assert properties["list"]["x-callsheet-assumed"] == ["items"]
    assert [properties[name]["description"] for name in ("free", "list")] == ["Any keys.", "Some."]
