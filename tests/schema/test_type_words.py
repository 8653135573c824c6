"""Types as others write them, as the page format writes them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from callsheet.checks.parsing.words import fault_of
from callsheet.schema.schema import Schema
from callsheet.schema.words.facets import Facet, read_row, says_nothing
from callsheet.schema.words.type_words import schema_of_words, word_of
from callsheet.source.rows import read_type


def bare(schema: Schema) -> Schema:
    """A schema without the words that it was read from."""
    items = schema.items and bare(schema.items)
    others = schema.additional_properties and bare(schema.additional_properties)
    inner = tuple(map(bare, schema.any_of))
    return replace(schema, written="", items=items, additional_properties=others, any_of=inner)


@pytest.mark.parametrize(
    ("written", "usual"),
    [
        ("array[integer]", "array of integer"),
        ("Array<User>", "array of User"),
        ("List<List<string>>", "array of array of string"),
        ("array<string | null>", "array of (string or null)"),
        ("Map<string, int32>", "map of int32"),
        ("integer (int32)", "int32"),
        ("integer (int64)", "int64"),
        ("string(uuid)", "uuid"),
        ("string (date-time)", "date-time"),
        ("string | null", "string or null"),
        ("string|int32", "string or int32"),
        ("string, nullable", "string or null"),
        ("User (nullable)", "User or null"),
    ],
)
def test_a_type_of_others_is_the_same_as_ours(written: str, usual: str) -> None:
    assert bare(schema_of_words(written)) == bare(schema_of_words(usual))
    assert word_of(written) == word_of(usual)
    assert fault_of(written, capitalised=False) is None


@pytest.mark.parametrize("written", ["string (iban)", "integer (uuid)", "Enum: A|B", "Set", "a<b"])
def test_what_only_looks_alike_is_left_alone(written: str) -> None:
    schema = schema_of_words(written)
    assert schema.ref == written or schema.values == ("A|B",)


def test_a_foreign_word_within_is_told() -> None:
    assert fault_of("List<int>", capitalised=False) == ("is not a type", "List<int32>")


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("`boolean`", "boolean"),
        ("**string**", "string"),
        ("array of `User`", "array of User"),
        ("[User](User.md)", "User"),
        ("Enum: `A`, `B`", "Enum: A, B"),
    ],
)
def test_a_type_is_read_without_its_marks(written: str, plain: str) -> None:
    assert read_type(written) == read_type(plain)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("1 to 1,000", 1, 1000),
        ("1,000 to 2,000,000", 1000, 2_000_000),
        ("at least 1,at most 5", 1, 5),
        ("1,000.5 to 2,000", 1000.5, 2000),
    ],
)
def test_a_number_may_have_separators_of_thousands(text: str, low: float, high: float) -> None:
    schema, faults = read_row("double", ((Facet.LIMITS, text),))
    assert (schema.minimum, schema.maximum, faults) == (low, high, ())


@pytest.mark.parametrize("text", ["at least 0,5", "1 to 1,00", "1,0000 to 2"])
def test_a_comma_that_is_no_separator_is_refused_whole(text: str) -> None:
    schema, faults = read_row("double", ((Facet.LIMITS, text),))
    assert (schema.minimum, schema.maximum) == (None, None)
    assert [fault.text for fault in faults] == [text]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("string", "1 to 10 items"),
        ("int32", "at most 5 characters"),
        ("string", "unique"),
        ("bool", "at most 3"),
        ("bool", "pattern `a`"),
        ("array of string", "at least -1 items"),
        ("string", "at most 1.5 characters"),
        ("uuid", "format nonsense"),
        ("int32", "at least 5, at most 2"),
        ("double", "above 5, below 5"),
        ("array", "3 to 1 items"),
        ("int32", "above 3, below 4"),
        ("int32", "at least 3000000000"),
        ("double", "above 1, below 2, multiple of 3"),
        ("uuid", "at most 10 characters"),
        ("array of uuid", "at least 40 characters"),
        ("string", "format date-time, at most 5 characters"),
        ("array of Enum: x, y", "unique, at least 3 items"),
        ("array of bool", "unique, exactly 3 items"),
    ],
)
def test_a_limit_that_values_of_the_type_cannot_have_is_told(written: str, text: str) -> None:
    [fault] = read_row(written, ((Facet.LIMITS, text),))[1]
    assert (fault.facet, fault.text) == (Facet.LIMITS, text)
    assert fault.why


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("string or null", "at most 5 characters"),
        ("Person", "at most 5 items"),
        ("any", "unique"),
        ("byte", "at most 5 bytes"),
        ("string", "format iban"),
        ("integer", "format int64"),
        ("double", "-5 to -1"),
        ("array", "1 to 1"),
        ("double", "above 3, below 4"),
        ("int64", "at most 9223372036854775807"),
        ("array of bool", "unique, exactly 2 items"),
        ("date-time", "at most 20 characters"),
    ],
)
def test_a_limit_that_values_of_the_type_can_have_is_read(written: str, text: str) -> None:
    assert read_row(written, ((Facet.LIMITS, text),))[1] == ()


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        (r"^(a)\1$", "back-references"),
        ("a(?=b)", "look-ahead"),
        (r"\p{L}", r"`\p` is not supported"),
        ("[a", "unterminated character set"),
        ("(a{1,999}){1,999}b*", "states"),
        ("a" * 1001, "1000 characters"),
    ],
)
def test_a_pattern_that_nothing_is_held_against_is_told(pattern: str, why: str) -> None:
    [fault] = read_row("string", ((Facet.LIMITS, f"pattern `{pattern}`"),))[1]
    assert why in fault.why


def test_the_values_of_a_cell_may_be_too_few_for_its_limits() -> None:
    cells = ((Facet.VALUES, "a, b"), (Facet.LIMITS, "unique, at least 3 items"))
    [fault] = read_row("array of string", cells)[1]
    assert fault.facet is Facet.LIMITS
    assert "2 different items" in fault.why


@pytest.mark.parametrize("written", ["string, nullable", "string or null", "Parcel or null"])
def test_null_is_a_value_or_is_none(written: str) -> None:
    [fault] = read_row(written, ((Facet.NULLABLE, "No"),))[1]
    assert (fault.facet, fault.why) == (Facet.NULLABLE, "its type allows null")
    assert read_row(written, ((Facet.NULLABLE, "Yes"),))[1] == ()


@pytest.mark.parametrize("text", ["Sometimes", "conditional", "1", "n/a"])
def test_required_is_yes_or_no(text: str) -> None:
    [fault] = read_row("string", ((Facet.REQUIRED, text),))[1]
    assert (fault.facet, fault.text) == (Facet.REQUIRED, text)


def test_a_value_stands_once_in_its_list() -> None:
    [fault] = read_row("string", ((Facet.VALUES, "a, b, a"),))[1]
    assert (fault.facet, fault.text) == (Facet.VALUES, '"a"')


def test_no_default_is_no_text() -> None:
    schema, [fault] = read_row("string", ((Facet.DEFAULT, "none"),))
    assert (schema.default, fault.text) == (None, "none")
    schema, faults = read_row("string", ((Facet.VALUES, "all, none"), (Facet.DEFAULT, "none")))
    assert schema.default is not None
    assert faults == ()
    schema, faults = read_row("string", ((Facet.DEFAULT, "`none`"),))
    assert schema.default is not None
    assert faults == ()
    assert says_nothing(Facet.DEFAULT, "\u2014")
    assert says_nothing(Facet.LIMITS, "n/a")
    assert not says_nothing(Facet.REQUIRED, "-")
    assert not says_nothing(Facet.DEFAULT, "`-`")
