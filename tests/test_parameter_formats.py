"""Values in a format of their own, empty values, and the parts of forms, as pages state them."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote, urlencode

import pytest

from callsheet.export import export_openapi
from callsheet.http.parameter_styles import ParameterStyle, Style, write_query
from callsheet.model import Location, Operation, read_style, style_words
from callsheet.model.encodings import encoding_words, read_encoding
from callsheet.samples.request.bodies import FormBody, MultipartBody
from callsheet.samples.request.request import prepare
from callsheet.server.http.messages import HttpResponse
from callsheet.source import read_page
from tests.checks.offences import offences
from tests.parcels import Reader, catalog_of, problem, serving

PAGE = """---
title: Find things
uid: v1Thing_Find
---

# Find things

```http
GET /api/v1/Thing
```

Finds things.

## Query String Parameters

| Parameter Name | Type | Required | Style | Limits | Example | Description |
| --- | --- | --- | --- | --- | --- | --- |
| where | object of int32 | Yes | `application/json` | | `{"max": 8}` | What is wanted. |
| order | array of string | | JSON | at most 2 items | | Which come first. |
| all | bool | | may be empty | | | Whether all are wanted. |
| path | string | | reserved characters as they are | | `/a/b` | Where they are. |

## Request Headers

| Parameter Name | Type | Required | Style | Example | Description |
| --- | --- | --- | --- | --- | --- |
| X-Seen | object of int32 | Yes | `application/json` | `{"page": 2}` | What was seen. |

## Response: object

| Response | Description |
| --- | --- |
| 200 | The things. |
| 400 | A parameter is wrong. |
"""
WHERE = quote('{"max":8}')
SEEN = '{"page":2}'
FORM = """---
title: Send a thing
uid: v1Thing_Send
---

# Send a thing

```http
POST /api/v1/Thing
```

Sends a thing.

## Request Headers

| Parameter Name | Description |
| --- | --- |
| Content-Type | What you send: `application/x-www-form-urlencoded`, `multipart/form-data` |

## Request Body (application/x-www-form-urlencoded): thing

**Required**

| Property Name | Type | Required | Sent As | Description |
| --- | --- | --- | --- | --- |
| sizes | array of int32 | Yes | pipe-separated | Its sizes. |
| meta | object of int32 | | JSON | More. |
| note | string | | | A note. |

## Request Body (multipart/form-data): thing

**Required**

| Property Name | Type | Required | Sent As | Description |
| --- | --- | --- | --- | --- |
| photo | binary | Yes | `image/png`, `image/gif`, with headers `{"X-Side": {"schema": {"type": "string"}}}` | A photo. |
| label | string | Yes | `text/markdown` | What is written on it. |

## Response: object

| Response | Description |
| --- | --- |
| 200 | It is taken. |
| 400 | It is wrong. |
"""  # noqa: E501


def operation_of(text: str) -> Operation:
    reading = read_page(text.encode(), "Thing/v1Thing.md")
    assert reading.findings == ()
    assert reading.operation
    return reading.operation


def exported(text: str) -> dict[str, Any]:
    found = export_openapi(catalog_of({f"Thing/{operation_of(text).uid}.md": text}))
    assert found.findings == ()
    document: dict[str, Any] = json.loads(json.dumps(found.document))
    (item,) = document["paths"].values()
    (operation,) = item.values()
    return dict(operation)


def ask(target: str, seen: str = SEEN) -> HttpResponse:
    with serving(catalog_of({"Thing/v1Thing_Find.md": PAGE})) as (server, store):
        return Reader(server, store).ask("GET", target, X_Seen=seen)


def test_a_sample_sends_values_in_their_format() -> None:
    request = prepare(operation_of(PAGE))
    assert [*request.query] == [("where", '{"max":8}')]
    assert dict(request.headers)["X-Seen"] == SEEN


@pytest.mark.parametrize(
    "more", ["", "&order=" + quote('["a","b"]'), "&all=", "&all", "&all=true", "&path=/a/b"]
)
def test_the_server_takes_them(more: str) -> None:
    assert ask(f"/api/v1/Thing?where={WHERE}{more}").status == 200


@pytest.mark.parametrize(
    ("target", "seen", "name"),
    [
        ("where=max,8", SEEN, "where"),
        (f"where={quote(json.dumps({'max': 'high'}))}", SEEN, "where"),
        (f"where={WHERE}&order={quote('[1]')}", SEEN, "order"),
        (f"where={WHERE}&order={quote(json.dumps(['a', 'b', 'c']))}", SEEN, "order"),
        (f"where={WHERE}&all=perhaps", SEEN, "all"),
        (f"where={WHERE}", "page=2", "X-Seen"),
        ("all=", SEEN, "where"),
    ],
)
def test_the_server_refuses_other_values(target: str, seen: str, name: str) -> None:
    refusal = problem(ask(f"/api/v1/Thing?{target}", seen), 400)
    assert name in json.dumps(refusal)


def test_the_export_has_formats_and_flags() -> None:
    found = {each["name"]: each for each in exported(PAGE)["parameters"]}
    schema = {"type": "object", "additionalProperties": {"type": "integer", "format": "int32"}}
    assert found["where"]["content"] == {
        "application/json": {"schema": schema, "example": {"max": 8}}
    }
    assert "schema" not in found["where"]
    assert found["order"]["content"]["application/json"]["schema"]["maxItems"] == 2
    assert found["all"]["allowEmptyValue"] is True
    assert found["path"]["allowReserved"] is True
    assert found["X-Seen"]["content"].keys() == {"application/json"}


@pytest.mark.parametrize("asked", ["where=max,8", f"where={WHERE}&all=perhaps"])
def test_an_example_in_another_format_is_a_finding(asked: str) -> None:
    def codes(query: str) -> list[tuple[str, str]]:
        shown = f"GET /api/v1/Thing?{query}\nX-Seen: {SEEN}"
        return offences(f"{PAGE}\n## Sample request\n\n```http!\n{shown}\n```\n", "CS32", "CS33")

    assert codes(f"where={WHERE}&all=") == []
    assert codes(asked) != []


@pytest.mark.parametrize(
    ("cell", "how"),
    [
        ("`application/json`", ParameterStyle(Style.CONTENT, media_type="application/json")),
        ("JSON", ParameterStyle(Style.CONTENT, media_type="application/json")),
        ("may be empty", ParameterStyle(Style.FORM, empty=True)),
        ("repeated, may be empty", ParameterStyle(Style.FORM, explode=True, empty=True)),
        ("reserved characters", ParameterStyle(Style.FORM, reserved=True)),
    ],
)
def test_a_cell_states_a_format(cell: str, how: ParameterStyle) -> None:
    assert read_style(cell, Location.QUERY) == how
    assert read_style(style_words(how, Location.QUERY), Location.QUERY) == how


def test_reserved_characters_stay_in_a_query() -> None:
    how = ParameterStyle(Style.FORM, reserved=True)
    # What ends a value, or the query, is encoded all the same.
    assert write_query("path", "/a?b:c&d=e#f", how) == "path=/a?b:c%26d%3De%23f"


def send(fields: dict[str, str]) -> HttpResponse:
    with serving(catalog_of({"Thing/v1Thing_Send.md": FORM})) as (server, store):
        form = "application/x-www-form-urlencoded"
        body = urlencode(fields).encode()
        return Reader(server, store).ask("POST", "/api/v1/Thing", body, Content_Type=form)


def test_the_fields_of_a_form_are_sent_and_read_as_their_rows_state() -> None:
    body = prepare(operation_of(FORM)).body
    assert isinstance(body, FormBody)
    assert dict(body.fields)["meta"].startswith("{")
    assert send(dict(body.fields)).status == 200
    assert send({"sizes": "1|2", "meta": '{"a": 1}'}).status == 200
    assert "sizes" in json.dumps(problem(send({"sizes": "1;2"}), 400))
    assert "sizes" in json.dumps(problem(send({"sizes": "1|two"}), 400))


def test_the_parts_of_a_form_have_the_media_types_of_their_rows() -> None:
    text = FORM.replace("`application/x-www-form-urlencoded`, ", "")
    start = text.index("## Request Body (application/x")
    text = text[:start] + text[text.index("## Request Body (multipart") :]
    body = prepare(operation_of(text)).body
    assert isinstance(body, MultipartBody)
    kinds = {part.name: part.content_type for part in body.parts}
    assert kinds == {"photo": "image/png", "label": "text/markdown"}


def test_the_export_has_encodings() -> None:
    content = exported(FORM)["requestBody"]["content"]
    assert content["application/x-www-form-urlencoded"]["encoding"] == {
        "sizes": {"style": "pipeDelimited", "explode": False},
        "meta": {"contentType": "application/json"},
    }
    assert content["multipart/form-data"]["encoding"] == {
        "photo": {
            "contentType": "image/png, image/gif",
            "headers": {"X-Side": {"schema": {"type": "string"}}},
        },
        "label": {"contentType": "text/markdown"},
    }


@pytest.mark.parametrize(
    "cell", ["in one piece", "with headers `{`", "with headers X", "`image/png`, with headers `[]`"]
)
def test_a_cell_that_states_no_encoding_is_a_finding(cell: str) -> None:
    assert read_encoding(cell) is None
    reading = read_page(FORM.replace("pipe-separated", cell).encode(), "Thing/v1Thing.md")
    assert [finding.code for finding in reading.findings] == ["CS028"]


def test_the_words_of_an_encoding_are_read_again() -> None:
    for cell in ("`image/png`, `image/gif`", "in brackets", 'with headers `{"X": {}}`'):
        found = read_encoding(cell)
        assert found
        assert read_encoding(encoding_words(found)) == found
