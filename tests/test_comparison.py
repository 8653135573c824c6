"""What comes back is compared with what the page says of its status and its media type."""

from __future__ import annotations

import json
from typing import Any

import pytest

from callsheet.catalog import Catalog
from callsheet.catalog.named_types import define_types
from callsheet.http.headers import Headers
from callsheet.run.compare import Comparison
from callsheet.run.model import Exchange
from callsheet.run.programs import programs_of
from callsheet.run.promised import Promises
from callsheet.run.verify.undocumented import UndocumentedFinder
from callsheet.server.engine.routing import Router
from tests.parcels import catalog_of

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

## Request Headers

| Parameter Name | Description |
| --- | --- |
| Accept | `application/json`, `text/csv` |

## Response: Weight

| Response | Description |
| --- | --- |
| 200 | The weight. |
| 404 | There is none. |

### Response body: Weight

| Property Name | Type | Limits | Description |
| --- | --- | --- | --- |
| Grams | int32 | at least 1 | How heavy it is. |
| Box | object | | What it is in. |
| Box.Side | int32 | | How long a side is. |

### Response body (application/vnd.depot+json): Entry

| Property Name | Type | Description |
| --- | --- | --- |
| Entry | string | What is written down. |

## Response 404: Problem

| Property Name | Type | Required | Description |
| --- | --- | --- | --- |
| title | string | Yes | What is wrong. |

## Response headers 200

| Parameter Name | Type | Required | Description |
| --- | --- | --- | --- |
| X-Left | int32 | Yes | How many requests are left. |
"""
JSON = "application/json"
WEIGHT = {"Grams": 3, "Box": {"Side": 2}}


@pytest.fixture
def catalog() -> Catalog:
    return catalog_of({"weight": PAGE})


def answered(
    catalog: Catalog, value: Any, *, status: int = 200, kind: str = JSON, left: str | None = "3"
) -> list[tuple[str, str, str, str]]:
    """Where an answer differs, with the line of the page that says so."""
    program = next(p for p in programs_of(catalog.operations) if p.status == status)
    fields = [("Content-Type", kind), *([("X-Left", left)] if left is not None else [])]
    body = json.dumps(value).encode()
    exchange = Exchange("GET", "/api/Weight", "", Headers([]), b"", status, Headers(fields), body)
    promises = Promises(define_types(catalog.operations, catalog.type_tables))
    comparison = Comparison(Router(catalog.operations), promises)
    lines = PAGE.split("\n")
    return [
        (found.where, found.expected, found.got, lines[found.documented[1] - 1])
        for found in comparison.differences(program, exchange)
    ]


def test_an_answer_as_documented_has_no_difference(catalog: Catalog) -> None:
    assert answered(catalog, WEIGHT) == []
    assert answered(catalog, {"Entry": "x"}, kind="application/vnd.depot+json") == []
    assert answered(catalog, {"title": "x"}, status=404) == []
    assert answered(catalog, {"title": "x"}, status=404, kind="application/problem+json") == []


def test_limits_and_nested_rows_hold_for_answers(catalog: Catalog) -> None:
    [grams] = answered(catalog, {**WEIGHT, "Grams": 0})
    assert grams[:3] == ("body $.Grams", "a number of at least 1", "0")
    assert grams[3].startswith("| Grams |")
    [side] = answered(catalog, {"Grams": 1, "Box": {"Side": "x"}})
    assert side[:3] == ("body $.Box.Side", "an integer (`int32`)", '"x"')
    assert side[3].startswith("| Box.Side |")


def test_each_media_type_has_its_own_body(catalog: Catalog) -> None:
    [found] = answered(catalog, {"Entry": 1}, kind="application/vnd.depot+json")
    assert found[:3] == ("body $.Entry", "a text", "1")
    [found] = answered(catalog, {"Entry": "x"}, kind="text/html")
    assert found[0] == "media type"
    assert "application/vnd.depot+json" in found[1]


def test_each_status_has_its_own_body(catalog: Catalog) -> None:
    [found] = answered(catalog, {"detail": "x"}, status=404)
    assert found[:3] == ("body $.title", "the property", "nothing")
    assert found[3].startswith("| title |")


def test_header_fields_are_as_their_rows_say(catalog: Catalog) -> None:
    [wrong] = answered(catalog, WEIGHT, left="few")
    assert wrong[:3] == ("header X-Left", "an integer (`int32`)", "few")
    assert wrong[3].startswith("| X-Left |")
    assert [f[:3] for f in answered(catalog, WEIGHT, left=None)] == [
        ("header X-Left", "it", "nothing")
    ]
    assert answered(catalog, {"title": "x"}, status=404, left=None) == []


def test_undocumented_properties_are_those_of_the_media_type(catalog: Catalog) -> None:
    promises = Promises(define_types(catalog.operations, catalog.type_tables))
    [operation] = catalog.operations
    for kind, expected in ((JSON, ["$.Entry"]), ("application/vnd.depot+json", [])):
        answer = Exchange(
            "GET",
            "/api/Weight",
            "",
            Headers([]),
            b"",
            200,
            Headers([("Content-Type", kind)]),
            b'{"Entry": "x"}',
        )
        assert [u.path for u in UndocumentedFinder(promises).of(operation, answer)] == expected


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("1, 2", None),
        ("1 ,\t2,3", None),
        ("1, x", "an integer (`int32`)"),
        ("1", "at least 2 items"),
    ],
)
def test_blanks_between_the_items_of_a_header_field_are_none_of_theirs(
    field: str, expected: str | None
) -> None:
    row = "| X-Left | array of int32 | Yes | at least 2 items |"
    text = PAGE.replace("| X-Left | int32 | Yes |", row)
    head = "| Parameter Name | Type | Required | Description |\n| --- | --- | --- | --- |\n| X-Left"
    limits = "| Parameter Name | Type | Required | Limits | Description |\n"
    text = text.replace(head, limits + "| --- | --- | --- | --- | --- |\n| X-Left")
    found = answered(catalog_of({"weight": text}), WEIGHT, left=field)
    assert [each[1] for each in found] == ([expected] if expected else [])
