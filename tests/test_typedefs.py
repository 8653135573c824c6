"""Types that no page defines: what tables and examples say of them, and where pages differ."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from callsheet.catalog import Catalog
from callsheet.catalog.named_types import EvidenceSource, TypeDefinition, define_types
from callsheet.checks.model.tree import defined_types
from callsheet.export import export_openapi
from callsheet.model import Operation
from callsheet.schema import Schema
from callsheet.schema.i_json import read_json
from callsheet.schema.infer import MAX_DEPTH, infer, is_dictionary
from callsheet.source import read_page
from callsheet.source.rows import read_type

Rows = Mapping[str, str]


def operation(
    uid: str,
    heading: str,
    rows: Rows | None = None,
    response: Any = None,
    *,
    request: Rows | None = None,
    sent: Any = None,
    entity: str = "entity",
    status: int = 200,
) -> Operation:
    """An operation whose page says just this."""
    lines = ["---", f"uid: {uid}", "---", "", "# A", "", "```http", f"POST /{uid}", "```", ""]
    if request:
        lines += [f"## Request Body: {entity}", "", *_table(request)]
    lines += ["## Response:", "", "| Response | Description |", "|---|---|", f"| {status} | Done |"]
    lines += ["", f"### Response body: {heading}", "", *_table(rows or {})]
    text = sent if isinstance(sent, str) else json.dumps(sent, indent=2)
    lines += ["## Sample request", "", "```http!", f"POST /{uid}", "", text, "```", ""]
    text = response if isinstance(response, str) else json.dumps(response, indent=2)
    lines += ["```http_", f"HTTP/1.1 {status} Done", "", text, "```", ""]
    reading = read_page("\n".join(lines).encode(), f"{uid}.md")
    assert reading.operation is not None
    return reading.operation


def _table(rows: Rows) -> list[str]:
    if not rows:
        return []
    head = ["| Property Name | Type |  Description |", "|---|---|---|"]
    return [*head, *(f"| {name} | {kind} | The {name} |" for name, kind in rows.items()), ""]


def types(definition: TypeDefinition) -> dict[str, str | None]:
    read = {item.name: read_type(item.schema.written) for item in definition.properties}
    return {name: data_type.name if data_type else None for name, data_type in read.items()}


SHIP = {"Id": "int32", "Name": "string", "Built": "date-time", "Owner": "Person", "Crew": "array"}


def test_a_table_documents_its_type() -> None:
    page = operation("a", "Ship", SHIP, {"Id": 1, "Name": "x", "Owner": None, "Crew": [{"Id": 1}]})
    ship = define_types([page])["Ship"]
    assert types(ship) == SHIP
    assert [item.schema.description for item in ship.properties][:2] == ["The Id", "The Name"]
    assert [s.source for s in ship.sightings] == [EvidenceSource.TABLE]
    assert ship.sightings[0].uid == "a"
    assert "Response body: Ship" in _line(page, ship.sightings[0].line)
    assert ship.used_by == ("a",)
    assert not ship.contradictions


def _line(page: Operation, number: int) -> str:
    section = next(s for s in page.sections if s.span.start == number)
    return section.title


def test_examples_add_items_and_null() -> None:
    page = operation("a", "Ship", SHIP, {"Owner": None, "Crew": [{"Id": 1}, {"Name": "x"}]})
    fields = {field.name: field.schema for field in define_types([page])["Ship"].properties}
    assert fields["Owner"].nullable
    assert not fields["Id"].nullable
    items = fields["Crew"].items
    assert items is not None
    assert [field.name for field in items.properties] == ["Id", "Name"]


def test_an_example_defines_what_no_table_does() -> None:
    first = operation("a", "Ship", SHIP, {"Owner": {"Name": "Ann", "Age": 3, "Boss": None}})
    second = operation("b", "array", {"Owner": "Person"}, [{"Owner": {"Name": "B", "Tall": 1.5}}])
    third = operation("c", "string", request={"Chief": "Person"}, sent={"Chief": {"Age": 2**40}})
    person = define_types([first, second, third])["Person"]
    assert types(person) == {"Name": "string", "Age": "int64", "Boss": None, "Tall": "double"}
    assert {s.source for s in person.sightings} == {EvidenceSource.EXAMPLE}
    assert [s.uid for s in person.sightings] == ["a", "b", "c"]
    assert person.used_by == ("a", "b", "c")


def test_a_body_without_a_table_shows_its_type() -> None:
    ship = define_types([operation("a", "Ship", response={"Id": 1, "Built": "x"})])["Ship"]
    assert types(ship) == {"Id": "int32", "Built": "string"}


def test_a_type_inside_a_type_is_found() -> None:
    definition = operation("a", "Ship", {"Id": "int32", "Owner": "Person"})
    use = operation("b", "Fleet", {"Flag": "Ship"}, {"Flag": {"Id": 1, "Owner": {"Name": "Ann"}}})
    assert types(define_types([definition, use])["Person"]) == {"Name": "string"}


def test_a_type_that_is_never_shown_is_an_open_object() -> None:
    person = define_types([operation("a", "Ship", SHIP, {"Owner": None})])["Person"]
    assert (person.properties, person.sightings, person.used_by) == ((), (), ("a",))
    assert person.schema.types == ("object",)


def test_a_type_whose_examples_are_text_is_text() -> None:
    colour = define_types([operation("a", "Ship", {"C": "Colour"}, {"C": "red"})])["Colour"]
    assert colour.schema.types == ("string",)
    assert len(colour.sightings) == 1


def test_the_vocabulary_of_requests_contradicts_nothing() -> None:
    kinds = {"A": "date-time", "B": "int64", "C": "double", "D": "byte"}
    page = operation("a", "Ship", kinds)
    words = {"A": "String", "B": "Integer", "C": "Integer", "D": "String"}
    coarse = [operation(uid, "Ship", request=words, entity="entity Ship") for uid in "bcd"]
    ship = define_types([page, *coarse])["Ship"]
    assert len(ship.sightings) == 4
    assert types(ship) == kinds
    assert not ship.contradictions


def test_the_majority_wins_and_the_others_are_listed() -> None:
    pages = [operation(uid, "Ship", SHIP) for uid in "abc"]
    pages[0] = operation("a", "Ship", {**SHIP, "Id": "string", "Flag": "bool"})
    ship = define_types(pages)["Ship"]
    assert types(ship) == SHIP
    of_id, of_flag = ship.contradictions
    assert (of_id.property, of_flag.property) == ("Id", "Flag")
    said = [(claim.says, [s.path for s in claim.sightings]) for claim in of_id.claims]
    assert said == [("int32", ["b.md", "c.md"]), ("string", ["a.md"])]
    said = [(claim.says, [s.path for s in claim.sightings]) for claim in of_flag.claims]
    assert said == [("no such property", ["b.md", "c.md"]), ("bool", ["a.md"])]
    assert all(contradiction.settled for contradiction in ship.contradictions)


def test_the_line_of_a_claim_is_that_of_the_row() -> None:
    pages = [operation("a", "Ship", SHIP), operation("b", "Ship", {**SHIP, "Built": "string"})]
    (contradiction,) = define_types(pages)["Ship"].contradictions
    response = pages[0].response
    assert response is not None
    assert contradiction.claims[0].sightings[0].line == response.properties[2].span.start


def test_a_name_above_tables_of_other_types_defines_nothing() -> None:
    plugin = {"Reference": "string", "Version": "string", "Success": "bool"}
    slips = [operation(f"s{i}", "Recurrence", plugin) for i in range(5)]
    slips += [operation("t", "Recurrence", {"State": "string"})]
    slips += [operation("u", "Recurrence", {"Owner": "string", "Module": "string"})]
    known = operation("k", "Plugin", plugin)
    found = define_types([*slips, known])
    assert found["Recurrence"].properties == ()
    assert types(found["Plugin"]) == plugin
    (contradiction,) = found["Recurrence"].contradictions
    assert contradiction.property is None
    assert not contradiction.settled
    assert [len(claim.sightings) for claim in contradiction.claims] == [5, 1, 1]


def test_a_majority_of_like_tables_outvotes_a_slip() -> None:
    pages = [operation(uid, "Ship", SHIP) for uid in "abc"]
    found = define_types([*pages, operation("d", "Ship", {"X": "int32", "Y": "int32"})])
    assert types(found["Ship"]) == SHIP
    assert found["Ship"].contradictions[0].settled


def test_an_example_of_something_else_is_outvoted_by_the_table() -> None:
    pages = [operation("a", "Ship", SHIP)]
    pages += [operation(u, "Fleet", {"Flag": "Ship"}, {"Flag": {"X1": "a"}}) for u in "bcd"]
    ship = define_types(pages)["Ship"]
    assert types(ship) == SHIP
    assert ship.contradictions[0].claims[1].says == "X1"


def test_no_content_defines_and_uses_nothing() -> None:
    found = define_types([operation("a", "Ship", SHIP, {"Id": 1}, status=204)])
    assert found["Ship"].properties == ()
    assert found["Ship"].used_by == ()


@pytest.mark.parametrize(
    "text",
    ['{"Id": 1,}', '{"Id": NaN}', '{"Id": 1e999}', "[" * 100_000, '{"Name": "\\ud800"}', "x"],
)
def test_a_malformed_example_is_passed_over(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_json(text)
    ship = define_types([operation("a", "Ship", SHIP, text)])["Ship"]
    assert types(ship) == SHIP


def test_deep_values_end_somewhere() -> None:
    value: Any = 1
    for _ in range(500):
        value = [value]
    schema: Schema | None = infer(value)
    depth = 0
    while schema is not None:
        schema, depth = schema.items, depth + 1
    assert depth == MAX_DEPTH + 1


@pytest.mark.parametrize(
    ("value", "name", "expected"),
    [
        ({"fieldName": {}}, "", True),
        ({"1": "a", "2": "b"}, "", True),
        ({"SuperOffice:1": 1, "SuperOffice:2": 2}, "Fields", True),
        ({"Headers1": 1, "Headers2": 2}, "Headers", True),
        ({"Address1": 1, "Address2": 2}, "Street", False),
        ({"fieldName": 1, "other": 2}, "", False),
        ({"Headers1": 1}, "Headers", False),
        ({"2": 1, "1": 2}, "", False),
        ({}, "", False),
    ],
)
def test_dictionaries(value: dict[str, Any], name: str, expected: bool) -> None:
    assert is_dictionary(value, name) is expected


@pytest.mark.slow
def test_the_order_of_the_pages_does_not_matter(shared: Path) -> None:
    operations = Catalog.read(shared / "corpus").operations
    found = define_types(operations)
    assert found == define_types(reversed(operations))
    assert list(found) == sorted(found)


def test_the_slips_of_a_real_publication_poison_nothing(shared: Path) -> None:
    found = define_types(Catalog.read(shared / "corpus").operations)
    assert found["RecurrenceInfo"].properties == ()
    assert found["TableRight"].properties == ()
    assert types(found["BlobEntity"])["TableRight"] == "TableRight"
    # Everything else that pages give a table to is defined by it.
    tabled = {
        n for n, d in found.items() if any(s.source is EvidenceSource.TABLE for s in d.sightings)
    }
    assert len(tabled) == 99
    assert all(found[name].properties for name in tabled)
    unsettled = {n for n, d in found.items() if not all(c.settled for c in d.contradictions)}
    assert unsettled == {"RecurrenceInfo"}


def test_json_may_be_nested_a_hundred_deep() -> None:
    assert read_json("[" * 100 + "]" * 100)
    assert read_json('{"a":' * 100 + "1" + "}" * 100)
    assert read_json("[" + "[]," * 1000 + "1]")
    with pytest.raises(ValueError, match="too deeply"):
        read_json("[" * 101 + "]" * 101)


PERSON = """---
title: Person
defines: Person
---

# Person

| Property Name | Type | Required | Limits | Description |
|---|---|---|---|---|
| Name | string | Yes | at most 9 characters | The name. |
| Home | object | | | Where. |
| Home.City | string | Yes | | The city. |
| Friends | array of Person | | at most 3 items | Others. |
"""


def test_a_page_of_a_type_says_what_is_required_limited_and_nested() -> None:
    table = read_page(PERSON.encode(), "person.md").page.defines
    assert table is not None
    used = operation("a", "Ship", {"Owner": "Person"}, {"Owner": {"Name": None, "Friends": None}})
    person = define_types([used], [table])["Person"]
    name, home, friends = person.properties
    assert (name.required, name.schema.max_length, name.schema.nullable) == (True, 9, True)
    assert (home.required, friends.required) == (None, None)
    assert [(p.name, p.required) for p in home.schema.properties] == [("City", True)]
    assert friends.schema.items is not None
    assert (friends.schema.items.ref, friends.schema.max_items) == ("Person", 3)
    assert not person.contradictions


def test_a_property_is_required_where_all_who_tell_most_say_so() -> None:
    pages = [operation("a", "Ship", {"Id": "int32"}), operation("b", "Ship", {"Id": "int32"})]
    marked = {"Id": "int32 | **Required**"}
    (ident,) = define_types([operation("c", "Ship", marked)])["Ship"].properties
    assert ident.required is True
    (ident,) = define_types(pages)["Ship"].properties
    assert ident.required is None


LISTED = """---
title: T
uid: Thing_Get
---

# T

```http
GET /api/Thing
```

Text.

## Response: x

| Response | Description |
|---|---|
| 200 | It. |
| 404 | None. |

"""
ROWS = (
    "| Name | Type | Required | Description |\n|---|---|---|---|\n"
    "| Id | bool | Yes | The number. |\n"
)


@pytest.mark.parametrize(
    ("written", "where"),
    [
        ("array of Thing", {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}}),
        ("Thing[]", {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}}),
        (
            "map of Thing",
            {"type": "object", "additionalProperties": {"$ref": "#/components/schemas/Thing"}},
        ),
    ],
)
def test_the_table_of_items_defines_their_type(
    written: str, where: dict[str, Any], tmp_path: Path
) -> None:
    (tmp_path / "a.md").write_text(f"{LISTED}### Response body: {written}\n\n{ROWS}", "utf-8")
    catalog = Catalog.read(tmp_path)
    schemas, _ = _exported(catalog)
    assert schemas["Thing"] == {
        "type": "object",
        "required": ["Id"],
        "properties": {"Id": {**BOOL, "description": "The number."}},
    }
    assert schemas["Thing_Get.response"] == where
    (found,) = defined_types(catalog, {}).values()
    assert (found.name, found.line(catalog)) == ("Thing", LISTED.count("\n") + 1)


@pytest.mark.parametrize("status", ["200", "404", "4XX", "default"])
def test_the_table_of_a_status_defines_its_type(status: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"{LISTED}## Response {status}: Thing\n\n{ROWS}", "utf-8")
    catalog = Catalog.read(tmp_path)
    schemas, responses = _exported(catalog)
    assert schemas["Thing"]["properties"] == {"Id": {**BOOL, "description": "The number."}}
    (content,) = responses[status]["content"].values()
    assert content["schema"] == {"$ref": "#/components/schemas/Thing"}
    (found,) = defined_types(catalog, {}).values()
    assert (found.name, found.line(catalog)) == ("Thing", LISTED.count("\n") + 1)


def test_what_is_within_a_property_of_a_type_keeps_its_words(tmp_path: Path) -> None:
    inner = "| Owner | object | | Whose. |\n| Owner.Name | string | Yes | The name. |\n"
    (tmp_path / "a.md").write_text(f"{LISTED}### Response body: Thing\n\n{ROWS}{inner}", "utf-8")
    schemas, _ = _exported(Catalog.read(tmp_path))
    owner = schemas["Thing"]["properties"]["Owner"]
    assert owner["description"] == "Whose."
    assert owner["properties"] == {"Name": {"type": "string", "description": "The name."}}


@pytest.mark.parametrize("row", ["", "| Things | array of Thing | | The things. |\n"])
def test_an_example_shows_the_items_of_a_list(row: str, tmp_path: Path) -> None:
    shown = '{"Things": [{"Id": true}]}' if row else '[{"Id": true}]'
    body = "Thing list" if row else "array of Thing"
    table = f"{ROWS}{row}\n" if row else ""
    fence = f"```http_\nHTTP/1.1 200 OK\n\n{shown}\n```\n"
    text = f"{LISTED}### Response body: {body}\n\n{table}{fence}"
    (tmp_path / "a.md").write_text(text, "utf-8")
    schemas, _ = _exported(Catalog.read(tmp_path))
    assert schemas["Thing"]["properties"] == {"Id": BOOL}


@pytest.mark.parametrize("written", ["Thing", "object", "array", "array of Thing", "map of Thing"])
def test_a_table_means_the_same_whatever_its_type_is_called(written: str, tmp_path: Path) -> None:
    table = (
        "| Name | Type | Description |\n|---|---|---|\n| Id | bool | The number. **Required** |\n"
        "| Note | bool | A note. |\n| Size | bool | How large. |\n"
    )
    shown: Any = {"Id": True, "Note": None, "Size": True}
    shown = [shown] if written.startswith("array") else shown
    shown = {"a": shown} if written.startswith("map") else shown
    fence = f"```http_\nHTTP/1.1 200 OK\n\n{json.dumps(shown)}\n```\n"
    text = f"{LISTED}### Response body: {written}\n\n{table}\n{fence}"
    (tmp_path / "a.md").write_text(text, "utf-8")
    schemas, _ = _exported(Catalog.read(tmp_path))
    found = schemas.get("Thing") or schemas["Thing_Get.response"]
    record = found.get("items", found)
    assert record["required"] == ["Id"]
    assert {name: schema["type"] for name, schema in record["properties"].items()} == {
        "Id": "boolean",
        "Note": ["boolean", "null"],
        "Size": "boolean",
    }


BOOL = {"type": "boolean"}


def _exported(catalog: Catalog) -> tuple[dict[str, Any], dict[str, Any]]:
    document = export_openapi(catalog).document
    operation = document["paths"]["/api/Thing"]["get"]
    return document["components"]["schemas"], operation["responses"]
