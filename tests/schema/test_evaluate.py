"""What the evaluator says of values, held against another implementation."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from callsheet.findings import Span
from callsheet.schema import (
    MISSING,
    Direction,
    Discriminator,
    Evaluator,
    Literal,
    Mismatch,
    PropertySchema,
    Schema,
    enumeration,
)
from callsheet.schema.evaluate import MAX_MISMATCHES
from callsheet.schema.generate import Generator
from callsheet.schema.json_schema import read_schema
from tests.schema.strategies import SCHEMAS, VALUES


def schema_of(document: Any) -> Schema:
    return read_schema(document, lambda reference: reference.rpartition("/")[2])


def found(value: Any, document: Any) -> list[tuple[str, str]]:
    return [(m.pointer, m.keyword) for m in Evaluator().mismatches(value, schema_of(document))]


@settings(max_examples=400)
@given(document=SCHEMAS, value=VALUES)
@pytest.mark.slow
def test_a_value_fits_where_another_implementation_says_so(document: Any, value: Any) -> None:
    expected = Draft202012Validator(document).is_valid(value)
    assert Evaluator().fits(value, schema_of(document)) is expected


@pytest.mark.parametrize(
    ("value", "document", "expected"),
    [
        ({"a": {"b": "x"}}, {"properties": {"a": {"properties": {"b": {"type": "integer"}}}}},
         [("/a/b", "type")]),
        ({"a/b": 1, "c~d": 2}, {"additionalProperties": {"type": "string"}},
         [("/a~1b", "type"), ("/c~0d", "type")]),
        ([1, "x", 2], {"items": {"type": "integer"}}, [("/1", "type")]),
        ({}, {"required": ["a"], "properties": {"b": {}}}, [("/a", "required")]),
        ("abc", {"minLength": 4, "pattern": "^x"}, [("", "minLength"), ("", "pattern")]),
        (2**31, {"type": "integer", "format": "int32"}, [("", "format")]),
        (1.0, {"type": "integer"}, []),
        (True, {"type": "integer"}, [("", "type")]),
        (True, {"const": 1}, [("", "const")]),
        (0.3, {"multipleOf": 0.1}, []),
        ("2026-02-30", {"format": "date"}, [("", "format")]),
        ([1, 1.0], {"uniqueItems": True}, [("", "uniqueItems")]),
        ([{"a": 1}, {"a": True}], {"uniqueItems": True}, []),
        ({"a": 1, "b": "x"}, {"anyOf": [
            {"type": "string"},
            {"type": "object", "properties": {"b": {"type": "integer"}}}]},
         [("/b", "type")]),
        (5, {"anyOf": [{"type": "string"}, {"type": "null"}]}, [("", "anyOf")]),
        (5, {"oneOf": [{"minimum": 1}, {"minimum": 2}]}, [("", "oneOf")]),
        ({"a": 1}, {"dependentRequired": {"a": ["b/c"]}}, [("/b~1c", "dependentRequired")]),
        ({"a": {"b": 1}}, {"properties": {"a": {"if": {"required": ["b"]},
            "then": {"properties": {"b": {"type": "string"}}}}}}, [("/a/b", "type")]),
        ({"ab": 1}, {"propertyNames": {"maxLength": 1}}, [("/ab", "propertyNames")]),
        ([[1]], {"items": {"contains": {"type": "string"}}}, [("/0", "contains")]),
        ([1, 2], {"contains": {"type": "integer"}, "maxContains": 1}, [("", "maxContains")]),
        ({"a": 1, "b": 2}, {"allOf": [{"properties": {"a": {}}}],
            "unevaluatedProperties": {"type": "string"}}, [("/b", "type")]),
        ([1, 2], {"prefixItems": [{}], "unevaluatedItems": False}, [("/1", "not")]),
        ({"a": 1}, {"dependentSchemas": {"a": {"required": ["b"]}}}, [("/b", "required")]),
    ],
)  # fmt: skip
def test_a_mismatch_is_at_its_place(
    value: Any, document: Any, expected: list[tuple[str, str]]
) -> None:
    assert found(value, document) == expected


def test_a_mismatch_has_the_lines_that_it_contradicts() -> None:
    row = PropertySchema(
        "age", Schema(types=("integer",), minimum=0), required=True, span=Span(7, 7)
    )
    person = Schema(types=("object",), properties=(row,))
    (mismatch,) = Evaluator().mismatches({"age": -1}, person)
    assert (mismatch.span, mismatch.got) == (Span(7, 7), -1)
    assert mismatch.expected == "a number of at least 0"
    (missing,) = Evaluator().mismatches({}, person)
    assert (missing.pointer, missing.got, missing.span) == ("/age", MISSING, Span(7, 7))


def test_a_direction_leaves_out_what_does_not_go_that_way() -> None:
    rows = (
        PropertySchema("id", Schema(types=("integer",), read_only=True), required=True),
        PropertySchema("secret", Schema(types=("string",), write_only=True), required=True),
    )
    account = Schema(types=("object",), properties=rows)

    def missing(direction: Direction | None) -> list[str]:
        evaluator = Evaluator(direction=direction)
        return [mismatch.pointer for mismatch in evaluator.mismatches({}, account)]

    assert missing(Direction.REQUEST) == ["/secret"]
    assert missing(Direction.RESPONSE) == ["/id"]
    assert missing(None) == ["/id", "/secret"]


def test_a_discriminator_tells_which_alternative_is_meant() -> None:
    def pet(name: str, kind: str) -> Schema:
        return Schema(
            types=("object",), properties=(PropertySchema(name, Schema(types=(kind,)), True),)
        )

    types = {"Cat": pet("lives", "integer"), "Dog": pet("bark", "string")}
    animal = Schema(
        one_of=(Schema(ref="Cat"), Schema(ref="Dog")),
        discriminator=Discriminator("kind", (("dog", "Dog"),)),
    )
    (wrong,) = Evaluator(types).mismatches({"kind": "dog", "bark": 5}, animal)
    assert (wrong.pointer, wrong.keyword) == ("/bark", "type")
    (missing,) = Evaluator(types).mismatches({"kind": "Cat"}, animal)
    assert missing.pointer == "/lives"


def test_types_within_themselves_end_with_their_values() -> None:
    inner = PropertySchema("next", Schema(ref="Node").or_null())
    node = Schema(
        types=("object",), properties=(inner, PropertySchema("id", Schema(types=("integer",))))
    )
    evaluator = Evaluator({"Node": node, "Loop": Schema(all_of=(Schema(ref="Loop"),))})
    (wrong,) = evaluator.mismatches(
        {"id": 1, "next": {"id": 2, "next": {"id": "x"}}}, Schema(ref="Node")
    )
    assert wrong.pointer == "/next/next/id"
    assert evaluator.fits("anything", Schema(ref="Loop"))


def test_an_unknown_type_is_some_object() -> None:
    (wrong,) = Evaluator().mismatches("x", Schema(ref="Ghost"))
    assert wrong.expected == "an object of the type `Ghost`"
    assert Evaluator().fits({"any": 1}, Schema(ref="Ghost"))


def test_alternatives_of_alternatives_are_looked_at_once() -> None:
    """Without that, each level of this value takes twice as long as the one below it."""
    inner = PropertySchema("x", Schema(ref="A"))
    one = Schema(types=("object",), properties=(inner,), min_properties=1)
    types = {"A": Schema(any_of=(one, one, Schema(types=("integer",))))}
    value: Any = "wrong"
    for _ in range(60):
        value = {"x": value}
    start = time.process_time()
    assert not Evaluator(types).fits(value, Schema(ref="A"))
    # Far more than it takes, and far less than two to the power of sixty steps.
    assert time.process_time() - start < 5


def test_a_patterns_time_is_linear() -> None:
    assert found("a" * 5000 + "!", {"pattern": "^(a+)+$"}) == [("", "pattern")]
    assert found("a" * 5000, {"pattern": "^(a|a)*$"}) == []
    # Back-references have no automaton, and what can't be told is not called wrong.
    assert found("x", {"pattern": r"^(.)\1$"}) == []


@pytest.mark.parametrize(
    ("pattern", "fits", "others"),
    [
        (r"^(?=x)x[0-9]{2}$", ["x12"], ["zzz", "x1"]),
        (r"^(?=.*[A-Z])(?=.*\d).{8,}$", ["Abcdefg1"], ["abcdefg1", "Abcdefgh", "Abc1"]),
        (r"^(?!admin|root)[a-z]+$", ["user", "adm"], ["admin", "rooted", "9"]),
    ],
)
def test_look_ahead_from_the_beginning_is_followed(
    pattern: str, fits: list[str], others: list[str]
) -> None:
    assert [text for text in (*fits, *others) if not found(text, {"pattern": pattern})] == fits
    assert not found(Generator(seed="x").value(Schema(pattern=pattern)), {"pattern": pattern})


def test_mismatches_have_an_end() -> None:
    many = Evaluator().mismatches(["x"] * 10_000, Schema(items=Schema(types=("integer",))))
    assert len(many) == MAX_MISMATCHES


@pytest.mark.parametrize(
    ("schema", "value", "expected"),
    [
        (enumeration(["A", "B"]), "C", "one of `A`, `B`"),
        (enumeration(range(30)), "C", "and 10 more"),
        (Schema(const=Literal.of({"a": 1})), 2, '`{"a": 1}`'),
        (Schema(types=("string", "null")), 1, "a text"),
        (Schema(types=("integer", "string")), None, "an integer or a text"),
        (Schema(types=("integer",), format="int32"), "x", "an integer (`int32`)"),
        (Schema(types=("integer",), format="int32"), 2**40, "an integer of 32 bits (`int32`)"),
        (Schema(types=("string",), format="uuid"), "x", "a UUID"),
        (Schema(max_length=1), "xx", "at most 1 character"),
        (Schema(any_of=(Schema(types=("string",)), Schema(ref="Pet"))), 1, "a text or an object"),
    ],
)
def test_what_is_expected_is_said_in_words(schema: Schema, value: Any, expected: str) -> None:
    mismatches: list[Mismatch] = Evaluator().mismatches(value, schema)
    assert expected in mismatches[0].expected


@pytest.mark.parametrize("local", [True, False])
def test_a_date_time_has_a_t_for_all_alike(local: bool) -> None:
    evaluator = Evaluator(local_times=local)
    schema = Schema(types=("string",), format="date-time")
    assert evaluator.fits("2024-01-01T00:00:00Z", schema)
    assert not evaluator.fits("2024-01-01 00:00:00Z", schema)
    assert evaluator.fits("2024-01-01T00:00:00", schema) is local


@pytest.mark.parametrize(
    ("value", "keywords", "expected"),
    [
        ([1, "a"], {"contains": {"$ref": "#/Text"}}, True),
        ([1, 2], {"contains": {"$ref": "#/Text"}}, False),
        (["a", "b", 1], {"contains": {"$ref": "#/Text"}, "maxContains": 1}, False),
        ({"ab": 1, "c": 2}, {"propertyNames": {"$ref": "#/Short"}}, False),
        ({"c": "long"}, {"propertyNames": {"$ref": "#/Short"}}, True),
    ],
)
def test_a_named_type_is_tried_for_each_part(
    value: Any, keywords: dict[str, Any], expected: bool
) -> None:
    types = {"Text": schema_of({"type": "string"}), "Short": schema_of({"maxLength": 1})}
    assert Evaluator(types).fits(value, schema_of(keywords)) is expected
