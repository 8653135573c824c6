"""Values that nearly fit a schema, made to fit it; and what evaluator and generator do for it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from callsheet.schema import Evaluator, PropertySchema, Schema
from callsheet.schema.generate import MAX_VALUES, Generator
from callsheet.schema.repair import repaired
from callsheet.schema.texts import value_of_text
from callsheet.schema.words.type_words import schema_of_words

INTEGER = Schema(types=("integer",), minimum=1, maximum=5)
ITEM = Schema(types=("object",), properties=(PropertySchema("a/b", INTEGER, required=True),))
THING = Schema(
    types=("object",),
    properties=(
        PropertySchema("name", Schema(types=("string",)), required=True),
        PropertySchema("items", Schema(types=("array",), items=ITEM)),
        PropertySchema("either", Schema(any_of=(INTEGER, Schema(types=("boolean",))))),
    ),
    required=("other",),
)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"name": "x", "other": 1}, {"name": "x", "other": 1}),
        ({"name": 5, "other": 1}, {"name": "", "other": 1}),
        ({"other": 1}, {"name": "", "other": 1}),
        ({"name": "x"}, {"name": "x", "other": None}),
        (
            {"name": "x", "other": 1, "items": [{"a/b": 3}, {"a/b": 9}, {}, 7]},
            {"name": "x", "other": 1, "items": [{"a/b": 3}, {"a/b": 1}, {"a/b": 1}, {"a/b": 1}]},
        ),
        ({"name": "x", "other": 1, "either": "?"}, {"name": "x", "other": 1, "either": 1}),
    ],
)
def test_only_what_does_not_fit_is_replaced(value: Any, expected: Any) -> None:
    evaluator = Evaluator()
    before = repr(value)
    made = repaired(value, THING, evaluator, Generator())
    assert made == expected
    assert evaluator.fits(made, THING)
    assert repr(value) == before


def test_null_stands_for_what_need_not_be_there_where_that_is_let_pass() -> None:
    schema = Schema(
        types=("object",),
        properties=(PropertySchema("a", INTEGER), PropertySchema("b", INTEGER, required=True)),
    )
    lenient = Evaluator(nulls=True)
    assert lenient.fits({"a": None, "b": 1}, schema)
    assert not lenient.fits({"b": None}, schema)
    assert not Evaluator().fits({"a": None, "b": 1}, schema)


def test_a_mismatch_says_which_named_type_it_contradicts() -> None:
    types = {"Tag": Schema(types=("object",), properties=(PropertySchema("id", INTEGER),))}
    schema = Schema(types=("array",), items=Schema(ref="Tag"), max_items=1)
    found = Evaluator(types).mismatches([{"id": 1}, {"id": 9}], schema)
    assert [(m.keyword, m.named) for m in found] == [("maxItems", ""), ("maximum", "Tag")]


def test_types_that_refer_to_each_other_do_not_multiply() -> None:
    names = [f"T{number}" for number in range(12)]
    whole = Schema(
        types=("object",), properties=tuple(PropertySchema(n, Schema(ref=n)) for n in names)
    )
    made = Generator(dict.fromkeys(names, whole)).value(Schema(ref="T0"))
    assert 100 < json.dumps(made).count("{") <= MAX_VALUES


def test_numbers_without_end_stay_texts() -> None:
    assert value_of_text("1e999", schema_of_words("double")) == "1e999"
    assert (
        value_of_text("5", Schema(any_of=(Schema(types=("integer",)), Schema(types=("null",)))))
        == 5
    )
