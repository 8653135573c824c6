"""What parameters do to answers that a page only shows: parts, formats, languages, tokens."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlencode

import pytest

from tests.parcels import Reader, catalog_of, problem, serving
from tests.test_variations import LIST

RESPONSE = """## Response: object

| Response | Description |
| --- | --- |
| 200 | OK |

### Response body: object

| Property Name | Type | Description |
| --- | --- | --- |
| BinId | int32 | Its number. |
| Name | string | What it is called. |
| Shelves | array | Where it may be. |
"""
SAMPLE = """## Sample response

```http_
HTTP/1.1 200 OK
Content-Type: application/json

{"BinId": 1, "Name": "Left", "Shelves": [{"Row": 3, "High": true}]}
```
"""
CREATED = f"""---
title: Store a bin
uid: store
---
# Store a bin

```http
POST /api/v1/Bin
```

Stores a bin.

## Request Headers

| Parameter Name | Description |
| --- | --- |
| Content-Type | `application/json`, `application/xml`, `application/x-www-form-urlencoded` |

## Request Body: bin

| Property Name | Type | Description |
| --- | --- | --- |
| Name | string | What it is called. |
| Shelves | array | Where it may be. |

{RESPONSE}
## Sample request

```http!
POST /api/v1/Bin
Content-Type: application/json

{{"Name": "Left", "Shelves": [{{"Row": 3, "High": true}}]}}
```

{SAMPLE}"""
READ = f"""---
title: Read a bin
uid: read
---
# Read a bin

```http
GET /api/v1/Bin/{{binId}}
```

Reads a bin.

| Path Part | Type | Description |
| --- | --- | --- |
| binId | int32 | Which one. **Required** |

{RESPONSE}
## Sample request

```http!
GET /api/v1/Bin/1
```

{SAMPLE}"""


@contextmanager
def reading(pages: dict[str, str]) -> Iterator[Reader]:
    with serving(catalog_of(pages)) as (server, store):
        yield Reader(server, store)


def ids(query: str, **fields: str) -> Any:
    with reading({"crates": LIST}) as reader:
        answer = reader.ask("GET", f"/api/v1/Crate?depot=3&{query}", **fields)
    assert answer.status == 200, answer.body
    return [each["CrateId"] for each in json.loads(answer.body)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", [1, 2, 3]),
        ("$top=2", [1, 2]),
        ("$skip=1&$top=1", [2]),
        ("$orderBy=Label", [2, 1, 3]),
        ("$orderBy=Label desc&$top=1", [3]),
        ("$filter=CrateId gt 1", [2, 3]),
        ("$filter=Label eq 'lemons'", [1]),
        ("$filter=NoSuchThing eq 1", [1, 2, 3]),
        ("$top=99", [1, 2, 3]),
    ],
)
def test_a_list_that_is_only_shown_has_parts(query: str, expected: list[int]) -> None:
    assert ids(query.replace(" ", "%20")) == expected


@pytest.mark.parametrize(
    ("query", "accept", "expected"),
    [
        ("$format=xml", "application/json", "application/xml"),
        ("$format=JSON", "application/xml", "application/json"),
        ("$format=csv", "application/xml", "application/xml"),
        ("", "application/xml", "application/xml"),
    ],
)
def test_a_format_overrides_what_is_accepted(query: str, accept: str, expected: str) -> None:
    with reading({"crates": LIST}) as reader:
        answer = reader.ask("GET", f"/api/v1/Crate?depot=3&{query}", Accept=accept)
    assert (answer.header("Content-Type") or "").startswith(expected)


def test_an_answer_says_which_language_was_asked_for() -> None:
    with reading({"crates": LIST}) as reader:

        def language(**fields: str) -> str | None:
            return reader.ask("GET", "/api/v1/Crate?depot=3", **fields).header("Content-Language")

        assert language() is None
        assert language(**{"Accept-Language": "*"}) is None
        assert language(**{"Accept-Language": "de;q=0.5, nb-NO"}) == "nb-no"


@pytest.mark.parametrize(("name", "status"), [("SO-AppToken", 401), ("SO-Culture", 422)])
def test_what_is_no_token_and_no_culture_is_refused(name: str, status: int) -> None:
    with reading({"crates": LIST}) as reader:
        right = {"SO-AppToken": "my-app", "SO-Culture": "nb-NO"}[name]
        assert reader.ask("GET", "/api/v1/Crate?depot=3", **{name: right}).status == 200
        wrong = {"SO-AppToken": "invalid", "SO-Culture": "no culture!"}[name]
        answer = reader.ask("GET", "/api/v1/Crate?depot=3", **{name: wrong})
    assert name in problem(answer, status)["detail"]


@pytest.mark.parametrize(
    ("media_type", "body"),
    [
        (
            "application/xml",
            "<bin><Name>Left</Name><Shelves><Row>3</Row><High>true</High></Shelves></bin>",
        ),
        ("application/x-www-form-urlencoded", 'Name=Left&Shelves={"Row":3,"High":true}'),
    ],
)
def test_a_list_of_one_item_is_a_list_in_xml_and_forms(media_type: str, body: str) -> None:
    with reading({"store": CREATED, "read": READ}) as reader:
        found = _stored(reader, media_type, body)
    assert found["Shelves"] == [{"Row": 3, "High": True}]


@pytest.mark.parametrize("hostile", ["[" * 3_000, '{"Row":' * 3_000, '{"Row": 1e999}'])
def test_json_in_a_form_that_nobody_parses_is_a_text(hostile: str) -> None:
    with reading({"store": CREATED, "read": READ}) as reader:
        sent = {"Content-Type": "application/x-www-form-urlencoded"}
        body = urlencode({"Name": "Left", "Shelves": hostile}).encode()
        assert reader.ask("POST", "/api/v1/Bin", body, **sent).status == 422


def _stored(reader: Reader, media_type: str, body: str) -> Any:
    answer = reader.ask("POST", "/api/v1/Bin", body.encode(), **{"Content-Type": media_type})
    assert answer.status == 200, answer.body
    return reader.json("GET", f"/api/v1/Bin/{json.loads(answer.body)['BinId']}")


def test_examples_that_are_nested_too_deeply_are_none() -> None:
    deep = "[" * 3_000 + "]" * 3_000
    store, read = (re.sub(r"^\{.*\}$", deep, page, flags=re.MULTILINE) for page in (CREATED, READ))
    assert deep in store
    assert deep in read
    with reading({"store": store, "read": read}) as reader:
        assert reader.ask("GET", "/api/v1/Bin/1").status < 500
        json_type = {"Content-Type": "application/json"}
        assert reader.ask("POST", "/api/v1/Bin", b'{"Name": "Left"}', **json_type).status < 500
