"""Lists: `$top`, `$skip`, `$orderby`, `$select` and the simple cases of `$filter`."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callsheet.model import Property, Span
from callsheet.schema import ANYTHING, NULL, PropertySchema, Schema
from callsheet.server.engine.contracts import Contract
from callsheet.server.resources.filters import FilterValueError, UnsupportedFilterError, read_filter
from callsheet.server.resources.odata import select
from callsheet.source.rows import read_type
from tests.parcels import PAGES, PARCEL_ROWS, Reader, catalog_of, problem, serving

PARCELS: list[dict[str, Any]] = [
    {"Label": "apple", "Weight": 1, "Fragile": True, "Size": "Small",
     "Sent": "2026-01-01T00:00:00Z", "Sender": {"Name": "Ada"}},
    {"Label": "Band", "Weight": 2.5, "Fragile": False, "Size": "Large",
     "Sent": "2026-01-01T12:00:00+02:00"},
    {"Label": "it's", "Weight": 2.5, "Fragile": True, "Size": "Large",
     "Sent": "2026-01-02T00:30:00+02:00"},
    {"Label": None, "Weight": None, "Fragile": None, "Size": None, "Sent": None},
]  # fmt: skip
PROPERTIES = {
    name.lower(): Property(name, read_type(type_), False, "", (), Span(0, 0))
    for name, type_, _ in PARCEL_ROWS
}


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with serving(catalog_of(PAGES)) as served:
        reader = Reader(*served)
        for row in reader.json("GET", "/api/Parcel")["value"]:
            assert reader.ask("DELETE", f"/api/Parcel/{row['ParcelId']}").status == 204
        for number, parcel in enumerate(PARCELS):
            reader.json("POST", "/api/Parcel", {**parcel, "Note": str(number)})
        yield reader


def found(reader: Reader, **options: object) -> list[int]:
    """Which of the parcels above a list has, in its order."""
    query = "&".join(f"${name}={quote(str(value))}" for name, value in options.items())
    return [int(row["Note"]) for row in reader.json("GET", f"/api/Parcel?{query}")["value"]]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, [0, 1, 2, 3]),
        ({"top": 2}, [0, 1]),
        ({"skip": 3}, [3]),
        ({"skip": 1, "top": 1}, [1]),
        ({"skip": 9}, []),
        ({"top": 0}, []),
        ({"top": 2147483647}, [0, 1, 2, 3]),
        ({"orderby": "Label"}, [3, 0, 1, 2]),
        ({"orderby": "label desc"}, [2, 1, 0, 3]),
        ({"orderBy": "WEIGHT asc"}, [3, 0, 1, 2]),
        ({"orderby": "Weight desc, Label desc"}, [2, 1, 0, 3]),
        ({"orderby": "Weight,Label desc"}, [3, 0, 2, 1]),
        ({"orderby": "Weight, Weight desc"}, [3, 0, 1, 2]),
        ({"orderby": "Fragile desc,Sent"}, [0, 2, 1, 3]),
        # The third is at half past ten of the day before, in UTC.
        ({"orderby": "Sent"}, [3, 0, 1, 2]),
        ({"orderby": "Sent desc", "top": 1}, [2]),
        ({"orderby": ""}, [0, 1, 2, 3]),
    ],
)
def test_pages_and_order(reader: Reader, options: dict[str, object], expected: list[int]) -> None:
    assert found(reader, **options) == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("", [0, 1, 2, 3]),
        ("Weight eq 2.5", [1, 2]),
        ("weight=2.5", [1, 2]),
        ("Weight equals '2.5'", [1, 2]),
        ("Weight ne 1", [1, 2, 3]),
        ("Weight gt 1", [1, 2]),
        ("Weight ge 1", [0, 1, 2]),
        ("Weight lt 2.5", [0]),
        ("Weight le 2.5", [0, 1, 2]),
        ("Weight greater 1 and Weight less 3", [1, 2]),
        ("Weight eq null", [3]),
        ("Weight ne null", [0, 1, 2]),
        ("Label eq 'APPLE'", [0]),
        ("Label is apple", [0]),
        ("Label isNot 'apple'", [1, 2, 3]),
        # A value may have the joint in it.
        ("Label eq band", [1]),
        ("Label eq 'it''s'", [2]),
        ("Label eq ''", []),
        ("Label gt 'b'", [1, 2]),
        ("Label begins 'b'", [1]),
        ("Label notBegins 'b'", [0, 2, 3]),
        ("Label contains 'P'", [0]),
        ("Label notContains 'p'", [1, 2, 3]),
        ("startswith(Label, 'a')", [0]),
        ("endswith( Label , 'D' )", [1]),
        ("startswith(Label,'a') and Weight eq 1", [0]),
        ("Fragile eq true", [0, 2]),
        ("Fragile eq False", [1]),
        ("Fragile ne true", [1, 3]),
        ("Size eq 'Large' AND Fragile eq true", [2]),
        ("Sent before '2026-1-1'", []),
        ("Sent date '2026-01-01'", [0, 1, 2]),
        ("Sent after '2026-01-01'", []),
        ("Sent after 2026-01-01T00:00:00Z", [1, 2]),
        ("Sent eq 2026-01-01T01:00:00+01:00", [0]),
        ("Sent ge 2026-01-01", [0, 1, 2]),
        ("Sent lt '2026-01-01T11:00:00'", [0, 1]),
        ("Sent eq null", [3]),
        ("ParcelId gt 0 and ParcelId lt 1", []),
    ],
)
def test_filters(reader: Reader, expression: str, expected: list[int]) -> None:
    assert found(reader, filter=expression) == expected


@pytest.mark.parametrize(
    "expression",
    [
        "Weight eq 1 or Weight eq 2",
        "not Weight eq 1",
        "(Weight eq 1)",
        "Weight",
        "Weight eq",
        "Weight eq 1 and",
        "and Weight eq 1",
        "Weight eq 1 Weight eq 2",
        "Label eq band Weight eq 1",
        "Label eq 'a'x",
        "Label eq 'open",
        "Label oneOf (1,2)",
        "Weight between 1",
        "Weight begins 1",
        "Fragile gt true or",
        "Nothing eq 1",
        "Sender eq 1",
        "Stamps eq 1",
        "Sender/Name eq 'Ada'",
        "substringof('a',Label)",
        "startswith(Label)",
        "startswith(Weight,'1')",
        "startswith(Label,'a'",
        "Sent today",
        "Weight gt null",
        "eq eq eq",
        ")",
        "Weight eq 1" + " and Weight eq 1" * 60,
    ],
)
def test_more_than_the_simple_cases_is_a_501(reader: Reader, expression: str) -> None:
    response = reader.ask("GET", f"/api/Parcel?$filter={quote(expression)}")
    assert "$filter" in problem(response, 501)["detail"]


@pytest.mark.parametrize(
    "expression",
    ["Weight eq 'heavy'", "Weight eq 1e999", "Fragile eq 1", "Sent before 'noon'",
     "Sent eq '2026-13-01'", "ParcelId eq 1.5", "ParcelId eq 99999999999", "Sent eq 0000-00-00"],
)  # fmt: skip
def test_a_value_of_another_type_is_refused(reader: Reader, expression: str) -> None:
    response = reader.ask("GET", f"/api/Parcel?$filter={quote(expression)}")
    assert expression.split()[0] in problem(response, 422)["detail"]


@pytest.mark.parametrize("order", ["Nothing", "Weight down", "Sender/Name", "Weight asc desc", ","])
def test_an_order_that_is_not_known_is_a_501(reader: Reader, order: str) -> None:
    problem(reader.ask("GET", f"/api/Parcel?$orderby={quote(order)}"), 501)


@pytest.mark.parametrize("query", ["$top=-1", "$skip=-1", "$top=x", "$top=1&$top=2"])
def test_numbers_of_rows_are_numbers(reader: Reader, query: str) -> None:
    problem(reader.ask("GET", f"/api/Parcel?{query}"), 422)


def test_select_leaves_columns_in_an_envelope(reader: Reader) -> None:
    query = "$select=label,Sender/Name,sender/age,colour&$top=1"
    answer = reader.json("GET", f"/api/Parcel?{query}")
    row = {"Label": "apple", "Sender/Name": "Ada", "sender/age": None, "colour": None}
    assert answer == {"odata.nextLink": "", "value": [row]}


def test_select_leaves_properties_out_in_a_list_and_in_a_member(reader: Reader) -> None:
    rows = reader.json("GET", "/api/Shelf/top/Items?$select=name")
    assert rows
    assert all(row == {"Name": "vase"} for row in rows)
    number = reader.json("GET", "/api/Parcel?$top=1")["value"][0]["ParcelId"]
    parcel = reader.json("GET", f"/api/Parcel/{number}?$select=sender/name, Weight")
    chosen = {name: value for name, value in parcel.items() if value is not None}
    assert chosen == {"Sender": {"Name": "Ada"}, "Weight": 1}


RECORD = Schema(
    types=("object",),
    properties=(
        PropertySchema("id", Schema(types=("integer",)), required=True),
        PropertySchema("name", Schema(types=("string",))),
        PropertySchema("place", Schema(types=("string", "null"))),
        PropertySchema("mark", Schema(types=("string", "null")), required=True),
    ),
)
WHOLE = {"id": 7, "name": "vase", "place": "Oslo", "mark": "a"}


@pytest.mark.parametrize(
    ("schema", "selection", "expected"),
    [
        (RECORD, "name", {"id": 7, "name": "vase", "place": None, "mark": "a"}),
        (RECORD, "ID, Mark", {"id": 7, "place": None, "mark": "a"}),
        (RECORD, " , ", WHOLE),
        (ANYTHING, "name", {"id": None, "name": "vase", "place": None, "mark": None}),
        # Which of the two it is, and so what it requires, only the whole tells.
        (Schema(any_of=(RECORD, NULL)), "name", WHOLE),
    ],
)
def test_selection_is_as_the_exported_document_allows(
    schema: Schema, selection: str, expected: dict[str, Any]
) -> None:
    assert select(WHOLE, selection, Contract(schema)) == expected
    several = Contract(Schema(types=("array",), items=schema))
    assert select([WHOLE], selection, several) == [expected]


def test_rows_of_an_envelope_have_what_is_required() -> None:
    rows = PropertySchema("value", Schema(types=("array",), items=RECORD))
    contract = Contract(Schema(types=("object",), properties=(rows,)))
    found = select({"value": [WHOLE]}, "name,colour", contract)
    assert found == {"value": [{"id": 7, "mark": "a", "name": "vase", "colour": None}]}


@pytest.mark.parametrize(
    "expression",
    [
        "'" * 60001,
        f"a{' ' * 60000}b",
        "a" * 60000,
        "(" * 60000,
        "a eq '" + "''" * 30000,
        "and " * 20000,
    ],
)
def test_no_filter_keeps_the_server_busy(expression: str) -> None:
    start = time.thread_time()
    with pytest.raises(UnsupportedFilterError):
        read_filter(expression, PROPERTIES)
    assert time.thread_time() - start < 1


words = st.sampled_from(
    [*PROPERTIES, "eq", "ne", "gt", "=", "begins", "before", "and", "or", "(", ")", ",", "'x'", "1",
     "null", "true", "'", "2026-01-01", "startswith"]
)  # fmt: skip


@given(st.lists(words, max_size=9).map(" ".join) | st.text(max_size=40))
def test_any_filter_is_a_test_or_refused(expression: str) -> None:
    try:
        test = read_filter(expression, PROPERTIES)
    except (UnsupportedFilterError, FilterValueError):
        return
    assert all(isinstance(test(parcel), bool) for parcel in PARCELS)
