"""What many documents say in ways of their own comes back from their pages, too."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from callsheet.catalog import Catalog
from callsheet.export import export_openapi
from callsheet.importing import (
    Specification,
    import_openapi,
    plan_files,
    read_specification,
    write_files,
)
from callsheet.samples.request.bodies import JsonBody
from callsheet.samples.request.body_choice import pick_body
from callsheet.samples.request.variants import variants_of
from tests.openapi_facts import Comparison, compare_facts

Document = dict[str, Any]

ERROR: Document = {"type": "object", "properties": {"message": {"type": "string"}}}
LOST: Document = {"message": "There is no such parcel."}


def got(answer: Document, **more: Any) -> Document:
    """A path with one operation, of which 404 is answered so."""
    return {"get": {"responses": {"200": {"description": "It."}, "404": answer}, **more}}


def modern(paths: Document, **more: Any) -> Document:
    info = {"title": "Parcels", "version": "1"}
    return {"openapi": "3.0.3", "info": info, "paths": paths, **more}


def around(document: Document, folder: Path) -> Comparison:
    """Import and export a document, and compare what both say."""
    version = document.get("openapi") or document["swagger"]
    found = import_openapi(Specification("api.json", document, version))
    list(write_files(plan_files(found, folder)))
    exported = export_openapi(Catalog.read(folder, cached=False)).document
    return compare_facts(document, json.loads(json.dumps(exported)))


def test_an_object_is_an_example_of_a_body_that_is_no_json(tmp_path: Path) -> None:
    content = {
        "text/plain": {"schema": ERROR, "example": LOST},
        "application/octet-stream": {"schema": {"type": "number"}, "example": 12.5},
    }
    answer = {"description": "There is none.", "content": content}
    assert around(modern({"/a": got(answer)}), tmp_path).lost == []


def test_a_text_stays_the_example_of_a_text(tmp_path: Path) -> None:
    content = {"text/plain": {"schema": {"type": "string"}, "example": '{"a": 1}'}}
    answer = {"description": "There is none.", "content": content}
    assert around(modern({"/a": got(answer)}), tmp_path).lost == []


def test_an_error_of_swagger_comes_in_the_media_type_of_its_example(tmp_path: Path) -> None:
    answer = {
        "description": "There is none.",
        "schema": ERROR,
        "examples": {"application/json": LOST},
    }
    document = {
        "swagger": "2.0",
        "info": {"title": "Parcels", "version": "1"},
        "paths": {"/a": got(answer, produces=["application/octet-stream"])},
    }
    assert around(document, tmp_path).lost == []


def test_null_beside_a_reference_and_its_type_is_allowed(tmp_path: Path) -> None:
    state = {"$ref": "#/components/schemas/State", "type": "string", "nullable": True}
    whole = {"type": "object", "properties": {"state": state}}
    answer = {"description": "So.", "content": {"application/json": {"schema": whole}}}
    schemas = {"State": {"type": "string", "enum": ["sent", "lost"]}}
    document = modern({"/a": got(answer)}, components={"schemas": schemas})
    assert around(document, tmp_path).lost == []


@pytest.mark.parametrize(
    "servers",
    [
        [{"url": "/v3", "description": "Production"}],
        [{"url": "https://a.example"}, {"url": "/v3", "description": "Another one"}],
    ],
)
def test_what_is_said_of_a_server_without_a_host_comes_back(
    servers: list[Document], tmp_path: Path
) -> None:
    document = modern({"/a": got({"description": "None."})}, servers=servers)
    assert around(document, tmp_path).lost == []


def test_references_within_extensions_are_data(tmp_path: Path) -> None:
    reference = {"$ref": "./examples/None.json"}
    shared = {"$ref": "types.json#/Error"}
    content = {"application/json": {"schema": shared}}
    answer = {"description": "None.", "content": content, "x-one": reference}
    paths = {"/a": got(answer, **{"x-ms-examples": {"All": reference}})}
    (tmp_path / "types.json").write_text(json.dumps({"Error": ERROR}), encoding="utf-8")
    (tmp_path / "api.json").write_text(json.dumps(modern(paths)), encoding="utf-8")
    read = read_specification(tmp_path / "api.json").document
    assert read["paths"]["/a"]["get"]["x-ms-examples"] == {"All": reference}
    assert read["components"]["schemas"]["Error"] == ERROR


def test_an_example_in_csv_is_not_sent_as_json() -> None:
    fields = {"type": "object", "properties": {"name": {"type": "string"}}}
    table = {"type": "string", "example": "name,size\nbox,12\n"}
    content = {"application/json": {"schema": fields}, "text/csv": {"schema": table}}
    answers = {"201": {"description": "It is created."}}
    post = {"post": {"requestBody": {"content": content}, "responses": answers}}
    found = import_openapi(Specification("api.json", modern({"/a": post}), "3.0.3"))
    _, further = variants_of(found.operations[0])
    assert further.label == "application/json"
    body, choices = pick_body(further.operation, None)
    assert isinstance(body, JsonBody)
    assert "not written as application/json" in choices[0].fault


def test_a_contact_that_is_an_extension_comes_back(tmp_path: Path) -> None:
    info = {"title": "Parcels", "version": "1", "contact": {"x-handle": "parcels"}}
    document = {**modern({"/a": got({"description": "None."})}), "info": info}
    assert around(document, tmp_path).lost == []


def test_a_text_with_json_is_an_object_where_only_properties_tell() -> None:
    schema = {"required": ["name"], "properties": {"name": {"type": "string"}}}
    content = {"application/json": {"schema": {**schema, "example": '{"name": "box"}'}}}
    post = {"post": {"requestBody": {"content": content}, "responses": {}}}
    found = import_openapi(Specification("api.json", modern({"/a": post}), "3.0.3"))
    assert json.loads(found.operations[0].example_requests[0].body) == {"name": "box"}


def test_a_type_beside_a_reference_to_another_one_is_ignored() -> None:
    names = {"type": "array", "items": {"type": "string"}}
    labels = {"$ref": "#/components/schemas/Names", "type": "object"}
    schema = {"type": "object", "additionalProperties": labels}
    answer = {"description": "They.", "content": {"application/json": {"schema": schema}}}
    paths = {"/a": {"get": {"responses": {"200": answer}}}}
    document = modern(paths, components={"schemas": {"Names": names}})
    found = import_openapi(Specification("api.json", document, "3.0.3")).operations[0]
    assert found.response is not None
    assert found.response.body_type is not None
    assert found.response.body_type.written == "map of array of string"


def test_a_required_map_in_a_query_has_an_entry() -> None:
    texts = {"type": "object", "additionalProperties": {"type": "string"}}
    where = {"name": "where", "in": "query", "required": True, "schema": texts}
    document = modern({"/a": got({"description": "None."}, parameters=[where])})
    found = import_openapi(Specification("api.json", document, "3.0.3")).operations[0]
    assert re.fullmatch(r"/a\?\w+=\w+", found.example_requests[0].target)


def typed(schema: Document, **named: Document) -> Document:
    """A document whose operation answers 404 with a schema, and has named types."""
    answer = {"description": "So.", "content": {"application/json": {"schema": schema}}}
    return modern({"/a": got(answer)}, components={"schemas": named})


def refer(name: str) -> Document:
    return {"$ref": f"#/components/schemas/{name}"}


def test_null_in_a_part_of_its_own_is_allowed(tmp_path: Path) -> None:
    note = {"allOf": [{"nullable": True}, refer("Note")]}
    document = typed(
        {"type": "object", "properties": {"note": note}}, Note={"type": "string", "minLength": 1}
    )
    assert around(document, tmp_path).lost == []


def test_types_that_are_the_same_are_alternatives_all_the_same(tmp_path: Path) -> None:
    number = {"type": "integer", "minimum": 1}
    owner = {"anyOf": [refer("Person"), refer("Club")], "nullable": True}
    document = typed({"type": "object", "properties": {"owner": owner}}, Person=number, Club=number)
    assert around(document, tmp_path).lost == []


def test_of_two_parts_the_later_one_describes_a_property(tmp_path: Path) -> None:
    code = {"type": "integer", "description": "The code of this error."}
    general = {"code": {"type": "integer", "description": "A code."}, "text": {"type": "string"}}
    special = {"type": "object", "properties": {"code": code}}
    schema = {"allOf": [refer("Error"), special]}
    document = typed(schema, Error={"type": "object", "properties": general})
    assert around(document, tmp_path).lost == []


def test_a_format_in_words_comes_back(tmp_path: Path) -> None:
    record = {"unit": {"type": "string", "format": "an asset, or `-`-free text; hex"}}
    record["day"] = {"type": "string", "format": "yyyy-MM-dd, in UTC"}
    found = around(typed({"type": "object", "properties": record}), tmp_path)
    # One backtick cannot stand within others.
    assert [key[-2:] for key, *_ in found.lost] == [(".unit", "format")]


@pytest.mark.parametrize("other", ["text/plain", "application/jose+jwe", "application/pdf"])
def test_errors_come_in_the_media_types_of_the_success(other: str, tmp_path: Path) -> None:
    content = {kind: {"schema": ERROR} for kind in (other, "application/json", "text/json")}
    answer = {"description": "So.", "content": content}
    document = modern({"/a": {"get": {"responses": {"200": answer, "404": answer}}}})
    found = around(document, tmp_path)
    assert (found.lost, found.extra) == ([], [])


@pytest.mark.parametrize("default", [["a"], "a"])
def test_the_default_of_one_or_several_comes_back(tmp_path: Path, default: object) -> None:
    word = {"type": "string", "enum": ["a", "b"]}
    mode = {"anyOf": [{"type": "array", "items": word}, word], "default": default}
    document = typed({"type": "object", "properties": {"mode": mode}})
    assert around(document, tmp_path).lost == []


def test_a_form_that_is_a_list_comes_back(tmp_path: Path) -> None:
    schema = {"type": "array", "items": ERROR}
    sent = {"required": True, "content": {"multipart/form-data": {"schema": schema}}}
    document = modern({"/a": got({"description": "None."}, requestBody=sent)})
    assert around(document, tmp_path).lost == []


def test_paths_with_a_query_come_back_as_they_are(tmp_path: Path) -> None:
    word = {"name": "word", "in": "query", "required": True, "schema": {"type": "string"}}
    none = {"description": "None."}
    paths = {
        "/search?word={word}": got(none, parameters=[word]),
        "/search?all=yes": got(none),
        "/list?all=yes": got(none),
    }
    found = around(modern(paths), tmp_path)
    assert (found.operations, found.lost, found.extra) == ((3, 3), [], [])


def test_servers_with_paths_of_their_own_come_back(tmp_path: Path) -> None:
    servers = [
        {"url": "https://a.example/api/v1", "description": "Live"},
        {"url": "http://localhost:3000", "description": "Local"},
    ]
    document = modern({"/a": got({"description": "None."})}, servers=servers)
    found = around(document, tmp_path)
    assert (found.lost, found.extra) == ([], [])
