"""Schemas and values that would take all memory, all time, or break the arithmetic."""

from __future__ import annotations

import pytest

from callsheet.schema import Evaluator, Schema, enumeration
from callsheet.schema.generate import MAX_VALUES, Generator
from callsheet.schema.json_schema import read_schema
from callsheet.schema.regex.sampling import MAX_LENGTH
from tests.growth import growth

TEXT = Schema(types=("string",))


@pytest.mark.parametrize("pattern", ["", "a+"])
def test_a_text_of_any_least_length_is_made_up_short(pattern: str) -> None:
    schema = Schema(types=("string",), min_length=10**11, pattern=pattern)
    assert len(Generator().value(schema)) <= MAX_LENGTH


def test_arrays_of_arrays_do_not_multiply() -> None:
    schema = TEXT
    for _ in range(6):
        schema = Schema(types=("array",), items=schema, min_items=1000)

    def size(value: object) -> int:
        return 1 + sum(map(size, value)) if isinstance(value, list) else 1

    assert size(Generator().value(schema)) <= MAX_VALUES + 10


@pytest.mark.parametrize(
    ("value", "unit", "fits"),
    [(10**4000, 0.1, True), (10**4000 + 1, 2, False), (1e308, 5e-324, True)],
)
def test_a_multiple_is_told_of_any_number(value: float, unit: float, fits: bool) -> None:
    assert Evaluator().fits(value, Schema(multiple_of=unit)) is fits


@pytest.mark.parametrize(
    ("value", "allowed", "fits"),
    [
        (1, 1.0, True),
        (1.0, 1, True),
        (True, 1, False),
        (0, False, False),
        ({"a": [1.0], "b": None}, {"b": None, "a": [1]}, True),
        ({"a": [True]}, {"a": [1]}, False),
        ("1", 1, False),
        (-0.0, 0, True),
    ],
)
def test_values_are_the_same_as_json_schema_has_it(
    value: object, allowed: object, fits: bool
) -> None:
    assert Evaluator().fits(value, enumeration([allowed, "other"])) is fits
    assert Evaluator().fits(value, read_schema({"const": allowed}, str)) is fits


def test_time_does_not_grow_with_the_values_of_an_enumeration() -> None:
    items = list(range(500))

    def work(size: int) -> object:
        schema = Schema(types=("array",), items=enumeration(list(range(size))))
        Evaluator().fits(items, schema)
        return lambda: Evaluator().fits(items, schema)

    assert growth(work, 500, 5000) < 0.2  # type: ignore[arg-type]


def test_required_properties_are_read_in_linear_time() -> None:
    def work(size: int) -> object:
        names = [f"p{number}" for number in range(size)]
        document = {"properties": dict.fromkeys(names, True), "required": names}
        return lambda: read_schema(document, str)

    assert growth(work, 500, 2000) < 1.5  # type: ignore[arg-type]
    names = [f"p{number}" for number in range(3)]
    schema = read_schema({"properties": {"p0": {}, "q": {}}, "required": names}, str)
    assert [item.required for item in schema.properties] == [True, None]
    assert schema.required == ("p1", "p2")
