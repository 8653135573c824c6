"""Programs of imported documents pass, and what the documents say comes back, body by body."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from callsheet.catalog import Catalog
from callsheet.cli import main
from callsheet.export import export_openapi
from callsheet.importing import (
    Imported,
    Specification,
    import_openapi,
    plan_files,
    write_files,
)
from callsheet.schema import NOTHING, Evaluator, Schema
from callsheet.schema.schema import RareKeywords
from tests.openapi_facts import compare_facts

Document = dict[str, Any]

JSON, XML, FORM = "application/json", "application/xml", "multipart/form-data"
TEXT: Document = {"type": "string"}
FILE: Document = {"type": "string", "format": "binary"}


def of(properties: Document, *required: str, **more: Any) -> Document:
    return {"type": "object", "properties": properties, "required": list(required), **more}


def ref(name: str) -> Document:
    return {"$ref": f"#/components/schemas/{name}"}


def body(media_type: str, schema: Document | None, **more: Any) -> Document:
    return {"content": {media_type: {**({"schema": schema} if schema else {}), **more}}}


def answer(schema: Document | None = None, media_type: str = JSON, **more: Any) -> Document:
    return {"description": "It.", **(body(media_type, schema, **more) if schema else {})}


def post(sent: Document | None, **responses: Document) -> Document:
    found: Document = {"responses": {code.lstrip("_"): one for code, one in responses.items()}}
    return {"post": {**found, **({"requestBody": {"required": True, **sent}} if sent else {})}}


def member(schema: Document) -> Document:
    given = {"name": "id", "in": "path", "required": True, "schema": TEXT}
    return {"get": {"parameters": [given], "responses": {"200": answer(schema)}}}


UUID = {"type": "string", "format": "uuid"}
LINK_ID = {"type": "string", "minLength": 12, "maxLength": 12, "example": "HUENJ5FY124Q"}
IMAGE = of({"id": UUID, "size": {"type": "integer"}}, "id")
KEY = of({"id": TEXT, "kind": TEXT})
LINK = of({"id": LINK_ID, "label": TEXT})
SERVICE = of({"id": {**TEXT, "example": "110e8400"}, "name": TEXT}, "id", "name")
CARD = of({"kind": {"type": "string", "const": "card"}, "number": TEXT}, "number")
BANK = of({"kind": {"type": "string", "const": "bank"}, "iban": TEXT}, "iban")

SCHEMAS: Document = {
    "Image": IMAGE,
    "Key": KEY,
    "Link": LINK,
    "Service": SERVICE,
    "Card": CARD,
    "Bank": BANK,
    "Invite": of({"mail": TEXT, "roles": {"type": "array", "items": TEXT}}, "roles"),
    "Tree": {
        "type": "object",
        "required": ["kind", "leaves"],
        "properties": {
            "kind": TEXT,
            "leaves": {"type": "array", "items": TEXT},
            "trees": {"type": "array", "items": ref("Tree")},
        },
    },
    "Invites": of({"invites": {"type": "array", "items": ref("Invite")}}),
    "Code": of({"data": TEXT}, "data"),
    "Picture": of({"meta": ref("Code"), "picture": FILE}, "meta", "picture"),
    "Payment": of(
        {"source": {"anyOf": [ref("Card"), ref("Bank")], "unevaluatedProperties": False}}
    ),
}
PAID = {"a": {"value": {"source": {"kind": "bank", "iban": "DE1"}}}}

PATHS: Document = {
    # A further success has a body of its own.
    "/jobs": post(
        None,
        _200=answer({"type": "object", "additionalProperties": {"type": "array", "items": TEXT}}),
        _202=answer(of({"job": {"type": "integer"}}, "job")),
    ),
    # A file that is a member's content.
    "/images": post(
        body(FORM, of({"image": {**FILE, "description": "At most 1 MiB."}}, "image")),
        _200=answer(ref("Image")),
    ),
    "/images/{id}": member(ref("Image")),
    # A plain value in the place of a member.
    "/keys": post(body(JSON, {**TEXT, "enum": ["deploy", "user"]}), _200=answer(ref("Key"))),
    "/keys/{id}": member(ref("Key")),
    # Ids of one length, of which the page shows one.
    "/links": post(body(JSON, of({"label": TEXT})), _200=answer(ref("Link"))),
    "/links/{id}": member(ref("Link")),
    # The id of the page's example.
    "/services": post(body(JSON, ref("Service")), _200=answer(ref("Service"))),
    "/services/{id}": member(ref("Service")),
    # A form whose parts have a type with a page, after JSON.
    "/pictures": post(
        {"content": {JSON: {"schema": ref("Code")}, FORM: {"schema": ref("Picture")}}},
        _200=answer(FILE, "image/png"),
    ),
    # Nothing but what one of the alternatives has.
    "/payments": post(body(JSON, ref("Payment"), examples=PAID), _200=answer(ref("Payment"))),
    # A list that is required, and has no items in XML.
    "/invites": post(
        {"content": {JSON: {"schema": ref("Invites")}, XML: {"schema": ref("Invites")}}},
        _200=answer(),
    ),
    # One that is required of the innermost value of a type that contains itself.
    "/trees": post({"content": {XML: {"schema": ref("Tree")}}}, _200=answer()),
    # No media type is refused.
    "/store": post(body("*/*", {"type": "string", "format": "byte"}), _200=answer(), _415=answer()),
    # Errors in any media type.
    "/any": {"get": {"responses": {"200": answer(ref("Key"), "*/*"), "404": answer(TEXT, "*/*")}}},
    # Bytes that are called a text.
    "/certificate": {
        "get": {"responses": {"200": answer(FILE, "text/plain")}},
        **post(body("text/plain", FILE), _200=answer()),
    },
    # A file whose name is not that of the general body.
    "/schema": post(
        {"content": {JSON: {"schema": ref("Code")}, FORM: {"schema": of({"file": FILE})}}},
        _204=answer(),
    ),
    # A form of which nothing is said.
    "/form": post({"content": {FORM: {}}}, _200=answer()),
    # A scheme of HTTP that is neither Basic nor Bearer.
    "/signed": {"get": {"security": [{"signed": []}], "responses": {"200": answer(ref("Key"))}}},
}
DOCUMENT: Document = {
    "openapi": "3.1.0",
    "info": {"title": "A", "version": "1"},
    "servers": [{"url": "https://a.example"}, {"url": ","}],
    "paths": PATHS,
    "components": {
        "schemas": SCHEMAS,
        "securitySchemes": {"signed": {"type": "http", "scheme": "Acme-Hmac-Sha256"}},
    },
}


@pytest.fixture(scope="module")
def found() -> Imported:
    return import_openapi(Specification("a.json", DOCUMENT, "3.1.0"))


@pytest.fixture(scope="module")
def docs(found: Imported, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("docs")
    list(write_files(plan_files(found, folder)))
    return folder


@pytest.mark.slow  # It starts a server and some thirty programs.
def test_each_program_passes(docs: Path) -> None:
    ran = CliRunner().invoke(main, ["test", "--docs", str(docs), "--format", "json"])
    results = json.loads(ran.stdout)["results"]
    assert len(results) > len(PATHS)
    failed = [(one["program"], one["message"]) for one in results if one["verdict"] != "passed"]
    assert failed == []


def test_nothing_of_it_is_a_finding(docs: Path) -> None:
    ran = CliRunner().invoke(main, ["check", "--docs", str(docs), "--format", "json"])
    assert json.loads(ran.stdout)["findings"] == []


def test_each_body_comes_back(docs: Path) -> None:
    exported = export_openapi(Catalog.read(docs, cached=False)).document
    compared = compare_facts(DOCUMENT, json.loads(json.dumps(exported)))
    assert compared.lost == []
    assert [key for key in compared.extra if key[0] != "document"] == []


def test_an_address_that_is_none_is_left_out_with_a_note(found: Imported) -> None:
    assert [note.code for note in found.findings if "`,` is not an address" in note.message] == [
        "CS045"
    ]


def test_a_type_that_no_page_defines_may_have_any_property() -> None:
    open_ended = Schema(
        any_of=(Schema(ref="Card"), Schema(ref="Bank")),
        rare=RareKeywords(unevaluated_properties=NOTHING),
    )
    assert Evaluator().fits({"number": "1"}, open_ended)
    known = {"Card": Schema(types=("object",)), "Bank": Schema(types=("object",))}
    assert not Evaluator(known).fits({"number": "1"}, open_ended)


def test_what_is_lost_is_noted_at_each_place_of_equal_schemas() -> None:
    schema = of(
        {"a": {**TEXT, "contentSchema": {"type": "object"}, "deprecated": "x"}, "b b ": TEXT}
    )
    paths = {f"/{name}": {"get": {"responses": {"200": answer(schema)}}} for name in "xyz"}
    document = {**DOCUMENT, "paths": paths, "servers": []}
    notes = import_openapi(Specification("a.json", document, "3.1.0")).findings
    places = {note.path for note in notes if "no place for the name" in note.message}
    assert len(places) == len(paths)
