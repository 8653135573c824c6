"""Where a page tells of null, all else is not null: for the checks, the server and the export."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from callsheet.catalog import Catalog
from callsheet.export import export_openapi
from callsheet.samples import python_sample
from callsheet.schema import PropertySchema, Schema
from callsheet.schema.words.type_words import schema_of_words
from callsheet.server.engine.contracts import Contract
from tests.checks.offences import offences
from tests.parcels import PAGES, Reader, catalog_of, serving

TABLE = (
    "| Name | Type | Values | {column} | Description |\n|---|---|---|---|---|\n"
    "| Note | string | | {yes} | It may be empty. |\n"
    "| Label | string | | | What is on it. |\n"
    "| Tags | array of string | | | Some words. |\n"
    "| ev | string | a, b | | What happened. |\n"
    "| n | Node | | | Where it is. |\n"
    "| size | int32 | | | How large it is. |\n"
)
GOOD = {"Note": "x", "Label": "x", "Tags": ["a"], "ev": "a", "n": {"x": 1}, "size": 1}
NULLS: dict[str, Any] = {
    "Label": None,
    "Tags": ["a", None],
    "ev": None,
    "n": None,
    "size": None,
}


def page(value: Any, column: str = "Nullable") -> str:
    table = TABLE.format(column=column, yes="Yes" if column == "Nullable" else "")
    text = json.dumps({**GOOD, **value})
    content = "Content-Type: application/json"
    return (
        "---\ntitle: T\nuid: v1_Post\n---\n\n# T\n\n```http\nPOST /api/Thing\n```\n\nText.\n\n"
        f"## Request Headers\n\n| Name | Description |\n|---|---|\n| {content[:12]} | "
        "`application/json` |\n\n"
        f"## Request Body: thing\n\n{table}\n"
        "## Response: Thing\n\n| Response | Description |\n|---|---|\n| 200 | It. |\n\n"
        f"### Response body: Thing\n\n{table}\n"
        f"## Sample request\n\n```http!\nPOST /api/Thing\n{content}\n\n{text}\n```\n\n"
        f"## Sample response\n\n```http_\nHTTP/1.1 200 OK\n{content}\n\n{text}\n```\n"
    )


@pytest.mark.parametrize("name", NULLS)
def test_where_a_page_tells_of_null_all_else_is_not_null(name: str, tmp_path: Path) -> None:
    text = page({name: NULLS[name]})
    assert [found for _, found in offences(text, "CS3", "CS40", "CS41", "CS42")] == ["null", "null"]
    with serving(catalog_of({"Thing/v1_Post": text})) as (server, store):
        reader = Reader(server, store)
        sent = {**GOOD, name: NULLS[name]}
        assert reader.ask("POST", "/api/Thing", sent).status == 422
        assert reader.ask("POST", "/api/Thing", {**GOOD, "Note": None}).status == 200
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    schemas = export_openapi(Catalog.read(tmp_path)).document["components"]["schemas"]
    for schema in (schemas["v1_Post.request"], schemas["Thing"]):
        texts = {key: json.dumps(value) for key, value in schema["properties"].items()}
        assert [key for key, value in texts.items() if "null" in value] == ["Note"]
    program = python_sample(catalog_of({"v1_Post": text}).operations[0]).text
    assert "None" not in program.partition("json=")[2].partition("\n    )")[0]


@pytest.mark.parametrize("name", NULLS)
def test_elsewhere_null_may_stand_for_what_need_not_be_there(name: str) -> None:
    text = page({name: NULLS[name]}, "Remarks")
    found = [code for code, _ in offences(text, "CS3", "CS40", "CS41", "CS42")]
    assert found == (["CS421", "CS421"] if name == "size" else [])


@pytest.mark.parametrize("written", ["string", "Node", "int32 or Node", "any", "null"])
def test_null_is_put_to_a_type_and_taken_away_again(written: str) -> None:
    schema = schema_of_words(written)
    assert schema.or_null().without_null() == schema
    assert Schema().without_null() == Schema()


def test_null_that_no_page_promises_is_left_out_of_answers() -> None:
    with serving(catalog_of(PAGES)) as served:
        reader = Reader(*served)
        made = reader.json("POST", "/api/Parcel", {"Label": None, "Note": "Mine"})
        assert made["Note"] == "Mine"
        assert "Label" not in made
        assert made == reader.json("GET", f"/api/Parcel/{made['ParcelId']}")


REQUIRED = PropertySchema("id", Schema(types=("string",)), required=True)
OPTIONAL = PropertySchema("mark", Schema(types=("string",)))
NULLABLE = PropertySchema("note", Schema(types=("string", "null")))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"id": "a", "mark": None, "note": None}, {"id": "a", "note": None}),
        ({"id": "a", "other": None}, {"id": "a", "other": None}),
        ([{"id": "a", "mark": None}, {"id": "b"}], [{"id": "a"}, {"id": "b"}]),
    ],
)
def test_wrong_nulls(value: Any, expected: Any) -> None:
    record = Schema(types=("object",), properties=(REQUIRED, OPTIONAL, NULLABLE))
    schema = Schema(types=("array",), items=record) if isinstance(value, list) else record
    before = json.dumps(value)
    assert Contract(schema).without_wrong_nulls(value) == expected
    assert json.dumps(value) == before


def test_required_property_is_made_up_rather_than_null() -> None:
    record = Schema(types=("object",), properties=(REQUIRED, OPTIONAL))
    found = Contract(record).without_wrong_nulls({"id": None, "mark": None})
    assert list(found) == ["id"]
    assert isinstance(found["id"], str)
