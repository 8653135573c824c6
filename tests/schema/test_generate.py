"""Values that are made up fit their schemas."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from callsheet.schema import Direction, Evaluator, PropertySchema, Schema
from callsheet.schema.formats import TEXT_FORMATS
from callsheet.schema.generate import Generator
from callsheet.schema.json_schema import read_schema
from tests.schema.strategies import SCHEMAS, VALUES

SEEDS = [None, "one", "two"]


def schema_of(document: Any) -> Schema:
    return read_schema(document, lambda reference: reference.rpartition("/")[2])


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(
    "document",
    [
        {"type": "integer", "minimum": 5, "maximum": 9, "multipleOf": 4},
        {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1},
        {"type": "number", "multipleOf": 0.25, "minimum": 1.1},
        {"type": "integer", "format": "int32", "minimum": 2147483000},
        {"type": "integer", "maximum": -7},
        {"type": "string", "minLength": 12},
        {"type": "string", "maxLength": 2},
        {"type": "string", "pattern": "^[A-Z]{3}-\\d{4}$"},
        {"type": "string", "pattern": "^(red|green)$", "minLength": 5},
        {"type": "string", "enum": ["a", "b"]},
        {"type": "string", "pattern": "^[A-Z]{2}-\\d+$", "minLength": 12, "maxLength": 12},
        {"type": "string", "format": "uuid", "pattern": "^f"},
        {"type": "string", "format": "date-time", "pattern": "Z$"},
        {"type": "string", "format": "date-time", "minLength": 21},
        {"type": "string", "format": "date-time", "minLength": 25},
        {"type": "string", "format": "time", "minLength": 12},
        {"type": "string", "format": "duration", "minLength": 9},
        {"type": "string", "format": "email", "minLength": 60},
        {"type": "string", "format": "email", "maxLength": 5},
        {"type": "string", "format": "hostname", "minLength": 130},
        {"type": "string", "format": "ipv4", "maxLength": 8},
        {"type": "number", "exclusiveMinimum": 0, "maximum": 1},
        {
            "type": "number",
            "exclusiveMinimum": 0,
            "exclusiveMaximum": 0.0001,
            "multipleOf": 0.00003,
        },
        {"type": "integer", "multipleOf": 1.5, "minimum": 1, "maximum": 4},
        {"type": "array", "minItems": 2, "uniqueItems": True, "items": {"type": "boolean"}},
        {
            "type": "array",
            "minItems": 10,
            "uniqueItems": True,
            "items": {"type": "integer", "minimum": 1, "maximum": 10, "examples": [1]},
        },
        {
            "type": "array",
            "minItems": 2,
            "uniqueItems": True,
            "items": {"type": "string", "examples": ["x"]},
        },
        {"const": {"a": [1]}},
        {"type": ["string", "null"], "format": "uuid"},
        {"type": "array", "minItems": 3, "uniqueItems": True, "items": {"enum": [1, 2, 3, 4]}},
        {"type": "array", "prefixItems": [{"type": "integer"}, {"type": "string"}]},
        {"type": "array", "maxItems": 0, "items": {"type": "integer"}},
        {"type": "object", "minProperties": 4},
        {"type": "object", "required": ["x"], "additionalProperties": {"type": "integer"}},
        {
            "type": "object",
            "required": ["a"],
            "maxProperties": 1,
            "properties": {"b": {}, "a": {"type": "integer"}},
        },
        {
            "allOf": [
                {"type": "object", "required": ["a"], "properties": {"a": {"minimum": 3}}},
                {"properties": {"a": {"type": "integer", "maximum": 4}}},
            ]
        },
        {"anyOf": [{"type": "integer", "minimum": 3}, {"type": "string"}]},
        *({"type": "string", "format": name} for name in TEXT_FORMATS if name != "byte"),
    ],
    ids=json.dumps,
)
def test_a_made_up_value_fits(document: Any, seed: str | None) -> None:
    schema = schema_of(document)
    value = Generator(seed=seed).value(schema)
    assert Evaluator().mismatches(value, schema) == []
    assert Draft202012Validator(document).is_valid(value)


@settings(max_examples=200)
@given(document=SCHEMAS, example=VALUES)
def test_any_schema_has_a_value_that_is_json(document: Any, example: Any) -> None:
    value = Generator(seed="x").value(schema_of({**document, "examples": [example]}))
    assert json.loads(json.dumps(value, allow_nan=False)) == value
    if Draft202012Validator(document).is_valid(example) and "const" not in document:
        # An example that fits is taken, as its author meant it to be.
        assert Draft202012Validator(document).is_valid(value)


def test_the_same_seed_makes_the_same_value() -> None:
    schema = schema_of({"type": "array", "minItems": 20, "items": {"type": "string"}})
    assert Generator(seed="x").value(schema) == Generator(seed="x").value(schema)
    assert Generator(seed="x").value(schema) != Generator(seed="y").value(schema)


def test_values_are_readable() -> None:
    made = {
        name: Generator(seed="x").value(schema_of({"type": "string", "format": name}))
        for name in ("email", "date-time", "uri", "hostname")
    }
    assert made["email"].endswith("@example.com")
    assert made["date-time"].startswith("2026-")
    assert made["uri"].startswith("https://example.com/")


@pytest.mark.parametrize(
    ("kind", "told"), [({"const": "human"}, "human"), ({"type": "string"}, "Human")]
)
def test_an_alternative_says_which_one_it_is(kind: Any, told: str) -> None:
    human = {"type": "object", "required": ["kind"], "properties": {"kind": kind}}
    types = {"#/components/schemas/Human": schema_of(human)}
    document = {
        "oneOf": [{"$ref": "#/components/schemas/Human"}],
        "discriminator": {"propertyName": "kind"},
    }
    schema = read_schema(document, str)
    value = Generator(types).value(schema)
    assert value == {"kind": told}
    assert Evaluator(types).fits(value, schema)


def test_a_direction_leaves_out_what_does_not_go_that_way() -> None:
    account = schema_of(
        {
            "type": "object",
            "properties": {
                "id": {"type": "integer", "readOnly": True},
                "secret": {"type": "string", "writeOnly": True},
                "name": {"type": "string"},
            },
        }
    )
    assert set(Generator(direction=Direction.REQUEST).value(account)) == {"secret", "name"}
    assert set(Generator(direction=Direction.RESPONSE).value(account)) == {"id", "name"}


def test_a_type_within_itself_ends() -> None:
    types = {
        "Node": schema_of(
            {
                "type": "object",
                "required": ["id"],
                "properties": {
                    "id": {"type": "integer"},
                    "children": {"type": "array", "items": {"$ref": "#/Node"}},
                    "twins": {"type": "array", "items": {"$ref": "#/Node"}},
                },
            }
        )
    }
    value = Generator(types, seed="x").value(Schema(ref="Node"))
    assert Evaluator(types).fits(value, Schema(ref="Node"))
    assert len(json.dumps(value)) < 100_000


@pytest.mark.parametrize(
    "make",
    [
        lambda n: Schema(
            types=("object",),
            properties=tuple(PropertySchema(k, Schema(ref=f"S{n + 1}"), True) for k in "abc"),
        ),
        lambda n: Schema(all_of=(Schema(ref=f"S{n + 1}"), Schema(ref=f"S{n + 1}"))),
        lambda n: Schema(
            all_of=tuple(
                Schema(any_of=(Schema(ref=f"S{n + 1}"), Schema(max_length=k))) for k in (1, 2)
            )
        ),
    ],
    ids=["demanded properties", "parts", "parts with alternatives"],
)
def test_types_that_multiply_end(make: Callable[[int], Schema]) -> None:
    types = {f"S{n}": make(n) for n in range(60)}
    start = time.process_time()
    Generator(types, seed="x", values=200).value(Schema(ref="S0"))
    # Far more than it takes, and far less than two to the power of sixty steps.
    assert time.process_time() - start < 5


def test_an_object_is_shown_whole_whatever_its_first_property_holds() -> None:
    names = [f"p{number}" for number in range(30)]
    wide = Schema(
        types=("object",),
        properties=tuple(PropertySchema(name, Schema(ref="Wide")) for name in names),
    )
    made = Generator({"Wide": wide}, seed="x", values=100).value(Schema(ref="Wide"))
    assert list(made) == names


UPPER = r"^[{(]?[0-9A-F]{8}[-]?([0-9A-F]{4}[-]?){3}[0-9A-F]{12}[)}]?$"


def test_a_format_in_the_case_of_a_pattern_is_found() -> None:
    schema = Schema(types=("string",), format="uuid", pattern=UPPER)
    assert Evaluator().fits(Generator(seed="a").value(schema), schema)


def test_texts_that_no_pattern_allows_are_tried_once(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []
    made = Generator.text_of_format

    def counting(self: Generator, name: str, fewest: int, most: int | None) -> str:
        tried.append(name)
        return made(self, name, fewest, most)

    monkeypatch.setattr(Generator, "text_of_format", counting)
    schema = Schema(types=("string",), format="uuid", pattern="^never a uuid, not once$")
    for number in range(20):
        Generator(seed=str(number)).value(schema)
    # The cache keeps what was tried; each value has as many attempts of its own as before.
    assert len(tried) < 500
