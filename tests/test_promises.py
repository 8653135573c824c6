"""What an operation promises is worked out in one place, for all who answer, tell and compare."""

from __future__ import annotations

import json
from typing import Any

import pytest

from callsheet.catalog.contracts import promised_response, promised_responses
from callsheet.catalog.named_types import define_types
from callsheet.model import Operation
from callsheet.render.console import ConsoleData
from callsheet.run.promised import Promises
from callsheet.schema.infer import completed_by_examples
from callsheet.schema.words.type_words import schema_of_words
from callsheet.server.engine.contracts import Contracts, promise_of
from callsheet.server.resources.grouping import bind
from tests.parcels import Reader, catalog_of, serving

PAGE = """\
---
title: Weigh a parcel
uid: v1_Weigh
---

# Weigh a parcel

```http
GET /api/Weight
```

Weighs.

## Response: Weight

| Response | Description |
| --- | --- |
| 200 | The weight. |
| 202 | It is weighed later. |

### Response body (text/csv): string

### Response body: Weight

| Property Name | Type | Description |
| --- | --- | --- |
| Grams | int32 | How heavy it is. |
| By | Person | Who weighed it. |
| All | array of Person | Who else was there. |
| Floors | map of Person | Who is where. |
| Heavier | Weight | What is heavier. |

## Response 202: object

| Property Name | Type | Description |
| --- | --- | --- |
| ticket | object | What to ask with. |

## Sample response

```http_
HTTP/1.1 200 OK
Content-Type: application/json

{"Grams": 3, "By": {"Name": "Ann"}, "All": [{"Name": "Bob"}], "Floors": {"first": {"Name": "Eve"}},
 "Heavier": null}
```

```http_
HTTP/1.1 200 OK
Content-Type: text/csv

Grams;By
```

```http_
HTTP/1.1 202 Accepted
Content-Type: application/json

{"ticket": {"number": 5}}
```
"""


@pytest.fixture
def operation() -> Operation:
    return catalog_of({"x": PAGE}).by_uid["v1_Weigh"]


def names(schema: Any) -> list[str]:
    return [item.name for item in schema.properties]


def test_who_asks_for_no_media_type_gets_json(operation: Operation) -> None:
    assert len(promised_responses(operation, 200)) == 2
    found = promised_response(operation)
    assert found
    assert names(found.schema) == ["Grams", "By", "All", "Floors", "Heavier"]
    assert names(promise_of(operation)) == names(found.schema)


def test_the_server_answers_with_what_the_own_page_shows_of_named_types(
    operation: Operation,
) -> None:
    schema = promise_of(operation)
    by, every, floors, heavier = (item.schema for item in schema.properties[1:])
    assert every.items
    assert floors.additional_properties
    assert [names(s) for s in (by, every.items, floors.additional_properties)] == [["Name"]] * 3
    assert by.nullable
    assert by.written == "Person"
    # Of that one no object is shown.
    assert heavier.reference == "Weight"
    plain = promised_response(operation)
    assert plain
    assert plain.schema.properties[1].schema.reference == "Person"


def test_server_console_and_runs_promise_the_same(operation: Operation) -> None:
    catalog = catalog_of({"x": PAGE})
    types = define_types(catalog.operations, catalog.type_tables)
    content = Promises(types).content(operation, 200, "application/json")
    stated = promised_response(operation)
    assert content
    assert stated
    assert content.schema == stated.schema
    server = Contracts().of(operation).schema
    for one, other in zip(server.properties, stated.schema.properties, strict=True):
        assert (one.name, one.required) == (other.name, other.required)
        assert one.schema.nullable == other.schema.nullable
    example = operation.example_request
    assert example is None
    told = ConsoleData(types)._answer(operation, types)
    assert list(told["properties"]) == names(stated.schema)
    assert told["properties"]["Heavier"] == {"anyOf": [{"$ref": "Weight"}, "null"]}


def test_a_status_of_its_own_is_answered_as_its_examples_show(operation: Operation) -> None:
    assert names(promise_of(operation, 202).properties[0].schema) == ["number"]
    text = PAGE.partition("```http_\nHTTP/1.1 202")[0]
    with serving(catalog_of({"x": text})) as (server, store):
        answer = Reader(server, store).ask("GET", "/api/Weight", Prefer="code=202")
    assert (answer.status, [*json.loads(answer.body)]) == (202, ["ticket"])


def test_a_further_success_has_the_body_of_all_of_them() -> None:
    text = (
        "---\nuid: x\n---\n\n# T\n\n```http\nPUT /api/Mark\n```\n\n## Request Headers\n\n"
        "| Name | Description |\n|---|---|\n| Accept | `application/json` |\n\n"
        "## Response: Status\n\n"
        "| Response | Description |\n|---|---|\n| 200 | OK. |\n| 202 | Later. |\n\n"
        "### Response body: Status\n\n| Name | Type | Description |\n|---|---|---|\n"
        "| winner | string | Who has won. |\n"
    )
    with serving(catalog_of({"x": text})) as (server, store):
        answer = Reader(server, store).ask("PUT", "/api/Mark", Prefer="code=202")
    assert answer.status == 202
    assert dict(answer.headers)["Content-Type"].startswith("application/json")
    assert [*json.loads(answer.body)] == ["winner"]


def test_a_member_is_what_the_operation_that_reads_it_promises() -> None:
    head = "---\ntitle: T\nuid: {uid}\n---\n\n# T\n\n```http\n{route}\n```\n\nText.\n\n"
    read = head.format(uid="v1_Get", route="GET /api/Box/{id}") + (
        "| Path Part | Type | Description |\n| --- | --- | --- |\n| id | int32 | It. |\n\n"
        "## Response: Box\n\n| Response | Description |\n| --- | --- |\n| 200 | It. |\n"
        "| 404 | None. |\n\n### Response body: Box\n\n"
        "| Property Name | Type | Nullable | Description |\n| --- | --- | --- | --- |\n"
        "| BoxId | int32 | No | The number. |\n| Owner | Person | | Whose it is. |\n\n"
        "## Sample response\n\n```http_\nHTTP/1.1 404 Not Found\nContent-Type: application/json\n\n"
        '{"BoxId": "none"}\n```\n\n```http_\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n'
        '{"BoxId": 1, "Owner": {"Name": "Ann"}}\n```\n'
    )
    create = head.format(uid="v1_Post", route="POST /api/Box") + (
        "## Request Body: Box\n\n| Property Name | Type | Description |\n| --- | --- | --- |\n"
        "| BoxId | int32 | The number. |\n"
    )
    catalog = catalog_of({"get": read, "post": create})
    collection = bind(catalog.operations)["v1_Get"].collection
    assert collection.prototype == {"BoxId": 1, "Owner": {"Name": "Ann"}}
    number, owner = collection.schema.properties
    assert not number.schema.nullable
    assert names(owner.schema) == ["Name"]
    assert collection.schema == promise_of(catalog.by_uid["v1_Get"])


@pytest.mark.parametrize(
    ("written", "values", "expected"),
    [
        ("Person", [{"a": 1}], "object"),
        ("Person", [{"a": 1}, None], "object"),
        ("Person", ["Ann"], ""),
        ("Person", [], ""),
        ("string", ["Ann"], "string"),
    ],
)
def test_a_name_gives_way_to_an_object_alone(
    written: str, values: list[Any], expected: str
) -> None:
    stated = schema_of_words(written)
    found = completed_by_examples(stated, values, inline=True)
    assert found.type == expected
    assert found.nullable == (None in values)
    assert completed_by_examples(stated, values).reference == stated.reference
