"""What the console of a page is given: the contract and the values of the samples, as scripts."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from callsheet.catalog import Catalog
from callsheet.catalog.named_types import define_types
from callsheet.model import Operation
from callsheet.render import (
    ServerAddress,
    console_script,
    console_settings,
    operation_script,
)
from callsheet.render.console import short
from callsheet.render.operation_scripts import literal
from callsheet.schema.applicators import LISTS_OF_SCHEMAS, MAPS_OF_SCHEMAS, SCHEMA_VALUES
from callsheet.site.config import CallsheetConfig
from callsheet.source import read_page
from tests import parcels
from tests.browser.ships import PAYLOAD
from tests.interpreters import evaluated
from tests.sites import console_records


def data_of(operation: Operation, catalog: Catalog | None = None) -> dict[str, Any]:
    """The data as the script of the console gets it."""
    types = define_types(catalog.operations if catalog else [operation])
    script = operation_script(console_records([operation], types))
    return read_script(script)[operation.uid]


def read_script(script: str) -> dict[str, dict[str, Any]]:
    """What a script has for the console, by uid."""
    taken = "dataOf(withValues(table, tree).console)"
    every = f"Object.entries(trees).map(([uid, tree]) => [uid, {taken}])"
    read = f"((callsheetOperations) => eval(given))((table, trees) => Object.fromEntries({every}))"
    modules = ("console/operation_data.js", "page/operation_files.js")
    found: dict[str, dict[str, Any]] = evaluated(read, *modules, given=script)
    return found


def test_the_fields_are_those_of_the_tables(catalog: Catalog) -> None:
    operation = catalog.by_uid["v1PersonEntity_GetImage"]
    data = data_of(operation, catalog)
    assert (data["method"], data["route"]) == ("GET", "/api/v1/Person/{personId}/Image")
    assert data["path"] == [{"name": "personId", "type": "int32", "required": True, "value": "1"}]
    names = [p.name for p in operation.parameters if p.location == "query"]
    assert [entry["name"] for entry in data["query"]] == names
    by_name = {entry["name"]: entry for entry in data["query"]}
    assert by_name["w"] == {"name": "w", "type": "int32"}
    assert len(by_name["ifBlank"]["values"]) > 1
    assert "Authorization" not in {entry["name"] for entry in data["headers"]}
    assert data["statuses"] == [status.code for status in operation.statuses]
    assert data["authorization"] == "Basic cmVhZGVyOmNhbGxzaGVldA=="
    assert "body" not in data


def test_a_body_comes_with_its_schema_and_its_example(catalog: Catalog) -> None:
    data = data_of(catalog.by_uid["v1PersonEntity_PutImageInfo"], catalog)
    assert json.loads(data["body"]["text"])["BlobId"] == 1
    assert data["sent"]["properties"]["BlobId"] == {"type": "integer", "format": "int32"}
    got = data["got"]
    assert got["required"] is True
    assert got["properties"]["CreatedDate"] == {"type": ["string", "null"], "format": "date-time"}
    assert got["properties"]["CreatedBy"]["anyOf"] == [{"$ref": "Associate"}, {"type": "null"}]
    assert set(data["types"]) >= {"Associate"}
    upload = data_of(catalog.by_uid["v1PersonEntity_SaveImage"], catalog)
    assert upload["body"] == {"name": "image", "type": "image/png", "file": "image/png"}
    assert "sent" not in upload


def test_a_file_within_json_is_spelled_out(catalog: Catalog) -> None:
    data = data_of(catalog.by_uid["v1BLOBAgent_SaveImageStream"], catalog)
    assert json.loads(data["body"]["text"])["Image"].startswith("iVBORw0KGgo")
    assert data["sent"]["properties"]["Image"] == {"type": "string", "contentEncoding": "base64"}


def test_nothing_of_a_page_can_become_code() -> None:
    name = f"Si'ze\\u0027{PAYLOAD.replace('`', '')}\u2028"
    text = parcels.PAGES["read"].replace("| Size |", f"| {name} |")
    read = read_page(text.encode(), "a.md").operation
    assert read is not None
    assert read.response is not None
    operation = replace(read, uid="a'b")
    assert any(PAYLOAD[:9] in row.name for row in read.response.properties)
    script = operation_script(console_records([operation], {}))
    assert "</script" not in script
    assert script.rstrip("\n").isprintable()
    names = data_of(operation)["got"]["properties"]
    assert [row.name for row in read.response.properties] == list(names)


def test_the_settings_are_data() -> None:
    text = console_settings([ServerAddress("https://x/'</script>", "A")], any_server=True)
    assert "</script" not in text
    taken = "((callsheet) => eval(given))({ startConsole: (settings) => settings })"
    servers = [{"url": "https://x/'</script>", "name": "A"}]
    assert evaluated(taken, given=text) == {"servers": servers, "any": True}


@pytest.mark.parametrize(
    ("servers", "faults"),
    [
        (["https://example.com/tenant", {"url": "/", "name": "Here"}, "http://[::1]:1"], 0),
        (["ftp://example.com"], 1),
        (["https://user:word@example.com"], 1),
        (["//example.com"], 1),
        (["example.com"], 1),
        (["https://example.com/?a=b"], 1),
        (["https://[example"], 1),
        ([{"link": "/"}], 1),
        ([{"url": "/", "link": "/"}], 1),
        ([5], 1),
    ],
)
def test_what_is_no_server_is_refused(servers: list[object], faults: int) -> None:
    config = CallsheetConfig()
    config.load_dict({"servers": servers})
    failed, _ = config.validate()
    assert len(failed) == faults
    if not faults:
        assert [(s.url, s.name) for s in config.servers][1] == ("/", "Here")


def test_what_is_made_after_others_is_what_is_made_alone(catalog: Catalog) -> None:
    types = define_types(catalog.operations)
    together = console_records(catalog.operations, types)
    for operation in catalog.operations:
        alone = console_records([operation], types)
        assert alone == {operation.uid: together[operation.uid]}


def test_operations_that_share_a_script_have_the_same_data_in_less(catalog: Catalog) -> None:
    types = define_types(catalog.operations)
    records = console_records(catalog.operations, types)
    scripts = [operation_script({uid: record}) for uid, record in records.items()]
    shared = operation_script(records)
    assert len(shared) < sum(map(len, scripts)) * 0.7
    found = read_script(shared)
    assert found.keys() == records.keys()
    uid = next(iter(records))
    assert found[uid] == data_of(catalog.by_uid[uid], catalog)


def test_the_editor_keeps_its_licence() -> None:
    script = console_script("")
    assert "CodeJar 4.3.0" in script[:200]
    assert "Permission is hereby granted, free of charge" in script


def test_a_schema_loses_its_words_and_nothing_else() -> None:
    schema = {
        "type": "object",
        "description": "x",
        "properties": {
            "description": {"type": "string", "title": "t"},
            "id": {"type": "integer", "format": "int32", "minimum": -1, "maximum": 1},
            "many": {"type": "array", "items": {"$ref": "#/components/schemas/A"}},
        },
        "required": ["id"],
    }
    assert short(schema) == {
        "type": "object",
        "properties": {
            "description": "string",
            "id": {"type": "integer", "format": "int32", "minimum": -1, "maximum": 1},
            "many": {"type": "array", "items": {"$ref": "A"}},
        },
        "required": ["id"],
    }


SCHEMAS: list[dict[str, Any]] = [
    {},
    {"type": "string"},
    {"type": ["string", "null"], "format": "date-time"},
    {"type": "integer", "format": "int32"},
    {"type": "string", "contentEncoding": "base64"},
    {"type": ["string", "null"], "enum": ["a", None]},
    {"anyOf": [{"$ref": "A"}, {"type": "null"}]},
    {"type": ["array", "null"], "items": {"type": "array", "items": {}}},
    {"type": "object", "additionalProperties": {"type": ["boolean", "null"]}},
    {"type": "object", "additionalProperties": True},
    {
        "type": ["object", "null"],
        "properties": {"type": {"type": "string"}, "__proto__": {"type": "integer"}, "a b?": {}},
        "required": True,
    },
    {"type": "object", "properties": {"never": False, "any": True}},
    {"type": "array", "prefixItems": [{"type": "string"}], "items": False},
    {"oneOf": [{"type": ["string", "null"]}, {"allOf": [{"type": "integer"}]}]},
    {"not": {"type": ["string", "null"]}, "patternProperties": {"^x": {"type": ["null", "array"]}}},
]


@pytest.mark.parametrize("schema", SCHEMAS, ids=str)
def test_the_console_reads_the_short_form_of_a_schema_as_the_schema(schema: dict[str, Any]) -> None:
    written = f"schemaOf({literal(short(schema))})"
    assert evaluated(written, "console/operation_data.js") == schema


@pytest.mark.parametrize("keyword", [*SCHEMA_VALUES, *LISTS_OF_SCHEMAS, *MAPS_OF_SCHEMAS])
def test_a_reference_becomes_the_key_of_its_type_wherever_it_stands(keyword: str) -> None:
    def held(target: str) -> dict[str, Any]:
        schema = {"$ref": target}
        if keyword in MAPS_OF_SCHEMAS:
            return {keyword: {"a": schema, "b": True}}
        return {keyword: [schema] if keyword in LISTS_OF_SCHEMAS else schema}

    assert short(held("#/components/schemas/A")) == held("A")


@pytest.mark.slow
def test_the_data_of_the_outside_pages_is_small(shared: Path) -> None:
    catalog = Catalog.read(shared / "corpus")
    types = define_types(catalog.operations)
    records = console_records(catalog.operations, types)
    scripts = [operation_script({uid: record}) for uid, record in records.items()]
    sizes = sorted(len(gzip.compress(text.encode())) for text in scripts)
    assert sizes[len(sizes) // 2] <= 2_000


def test_the_fields_of_a_form_have_the_values_of_their_types() -> None:
    text = """\
---
title: POST Berth
uid: berth
---

# POST Berth

```http
POST /berths
```

## Request Headers

| Parameter Name | Description |
|----------------|-------------|
| Content-Type | `application/x-www-form-urlencoded` |

## Request Body: Berth

| Property Name | Type | Description |
|---------------|------|-------------|
| length | int32 | In metres. |
| name | string | What it is called. |
| labels | array of string | More of it. |

## Sample request

```http!
POST /berths
Content-Type: application/x-www-form-urlencoded

length=120&name=7&labels=deep&labels=wide
```
"""
    (operation,) = read_page(text.encode(), "berth.md").operations
    body = data_of(operation)["body"]
    assert json.loads(body["text"]) == {"length": 120, "name": "7", "labels": ["deep", "wide"]}
