"""Pages that define types, and types that say what they hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from callsheet.catalog import Catalog
from callsheet.catalog.named_types import define_types
from callsheet.checks.engine.runner import check
from callsheet.checks.engine.selection import Selection
from callsheet.export import openapi
from callsheet.model import Property, Span, TypeTable
from callsheet.pages import write_type_page
from callsheet.source import read_page
from callsheet.source.rows import read_type
from tests.parcels import Reader, serving

PAGE = """\
---
title: Ship
defines: Ship
---

# Ship

What floats.

| Property Name | Type | Description |
|---|---|---|
| Name | string | What is on the bow. **Required** |
| Crew | array of Person | Who is aboard. |
| Ports | object of array of Port | By country. |
"""

OPERATION = """\
---
title: Add
uid: add
---

# Add

```http
POST /api/v1/Ship
```

Adds a ship.

## Request Headers

| Parameter Name | Description |
|---|---|
| Content-Type | What you send: `application/json` |
| Accept | What you want back: `application/json` |

## Request Body: ship

| Property Name | Type | Description |
|---|---|---|
| Ship | Ship | The ship. |

## Response: array of Ship

| Response | Description |
|---|---|
| 200 | All ships. |

### Response body: array of Ship

## Sample request

```http!
POST /api/v1/Ship
Accept: application/json
Content-Type: application/json

{"Ship": null}
```

## Sample response

```http_
HTTP/1.1 200 OK
Content-Type: application/json

[]
```
"""


@pytest.fixture
def tree(tmp_path: Path) -> Catalog:
    (tmp_path / "types").mkdir()
    (tmp_path / "types/Ship.md").write_text(PAGE, encoding="utf-8")
    (tmp_path / "add.md").write_text(OPERATION, encoding="utf-8")
    return Catalog.read(tmp_path, cached=False)


def test_a_page_that_says_so_defines_a_type() -> None:
    reading = read_page(PAGE.encode(), "types/Ship.md")
    table = reading.page.defines
    assert table
    assert reading.operation is None
    assert reading.findings == ()
    assert (table.name, table.path, table.span) == ("Ship", "types/Ship.md", Span(10, 14))
    assert [(p.name, p.required, p.span.start) for p in table.properties] == [
        ("Name", True, 12),
        ("Crew", None, 13),
        ("Ports", None, 14),
    ]


@pytest.mark.parametrize(
    "text",
    [
        PAGE.replace("defines: Ship\n", ""),
        PAGE.replace("defines: Ship", "defines: [Ship]"),
        PAGE.replace("defines: Ship", "defines: ' '"),
        PAGE.replace("Property Name", "Thing"),
    ],
)
def test_every_other_page_defines_none(text: str) -> None:
    assert read_page(text.encode(), "x.md").page.defines is None


def test_a_type_table_is_evidence_like_that_of_a_response(tree: Catalog) -> None:
    ship = define_types(tree.operations, tree.type_tables)["Ship"]
    assert [field.name for field in ship.properties] == ["Name", "Crew", "Ports"]
    assert ship.used_by == ("add",)
    assert [(s.path, s.uid, s.line) for s in ship.sightings] == [("types/Ship.md", "", 10)]
    crew, ports = ship.properties[1].schema, ship.properties[2].schema
    assert crew.items
    assert crew.items.ref == "Person"
    assert ports.additional_properties
    assert ports.additional_properties.items
    assert ports.additional_properties.items.ref == "Port"


def test_types_within_types_are_known(tree: Catalog) -> None:
    known = define_types(tree.operations, tree.type_tables)
    assert set(known) == {"Person", "Port", "Ship"}


def test_the_contract_says_what_arrays_and_dictionaries_hold(tree: Catalog) -> None:
    document = openapi(tree)
    ship = document["components"]["schemas"]["Ship"]["properties"]
    person, port = ({"$ref": f"#/components/schemas/{name}"} for name in ("Person", "Port"))
    assert ship["Crew"] == {"type": "array", "items": person, "description": "Who is aboard."}
    assert ship["Ports"]["additionalProperties"] == {"type": "array", "items": port}
    body = document["components"]["schemas"]["add.response"]
    assert body == {"type": "array", "items": {"$ref": "#/components/schemas/Ship"}}


def test_the_server_holds_requests_to_the_type(tree: Catalog) -> None:
    with serving(tree) as (server, store):
        reader = Reader(server, store)
        for name, status in (("Fram", 200), (7, 422)):
            body = {"Ship": {"Name": name}}
            asked = {"Content_Type": "application/json", "Accept": "application/json"}
            assert reader.ask("POST", "/api/v1/Ship", body, **asked).status == status


def test_docs_ci_knows_these_types(tree: Catalog) -> None:
    assert "CS205" not in {f.code for f in check(tree.root, Selection()).findings}
    wrong = tree.root / "add.md"
    text = OPERATION.replace("| Ship | Ship |", "| Ship | array of sting |")
    wrong.write_text(text, encoding="utf-8")
    assert "CS205" in {f.code for f in check(tree.root, Selection()).findings}


def test_a_type_page_reads_back() -> None:
    nowhere = Span(0, 0)
    rows = tuple(
        Property(name, read_type(kind), "**Required**" in text or None, text, (), nowhere)
        for name, kind, text in [
            ("a", "Enum: x, y|z", "One | two **Required**"),
            ("__b__", "array of Enum: p, q", "`a|b`"),
            ("c d", "object of object of Ship", ""),
        ]
    )
    text = write_type_page(TypeTable("Ship", "x.md", rows, nowhere), "Floats.")
    found = read_page(text.encode(), "x.md").page.defines
    assert found
    assert [(p.name, p.type, p.required, p.description) for p in found.properties] == [
        (p.name, p.type, p.required, p.description) for p in rows
    ]
