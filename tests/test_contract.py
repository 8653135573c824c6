"""What operations promise: what pages state, with what examples add."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callsheet.catalog.contracts import promised_requests, promised_responses
from callsheet.catalog.named_types import define_types
from callsheet.model import Operation
from callsheet.model.contents import Content
from callsheet.schema import ANYTHING, EnumValue, Evaluator, Literal, Schema
from callsheet.schema.documents import document
from callsheet.schema.infer import (
    NULL_SHOWN,
    combine,
    completed_by_examples,
    completed_by_value,
    infer,
    is_same_kind,
)
from callsheet.schema.words.type_words import schema_of_words
from callsheet.source import read_page

WRITTEN = ["", "string", "int32", "byte", "array", "array of int32", "object", "object of Name"]

values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(2**40), 2**40), st.sampled_from(["", "a"])),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["a", "1", "2", "fieldName"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@pytest.mark.parametrize(
    "shown",
    [
        [{"fieldName": [None, 1]}, {"fieldName": []}],
        [1, 2**40, 0.5, None],
        ["2026-03-14T09:26:53Z", "soon", ""],
        # The second value has a property that the first one has not.
        [{"b": 1}, {"c": None}, {"b": {"d": []}}],
        [{"a": [{"b": 1}]}, {"a": [{"c": None}, {"b": True}]}, {}],
        [[[1]], [[]], [], None],
    ],
    ids=str,
)
def test_values_fit_what_they_have_in_common(shown: list[Any]) -> None:
    common = combine(infer(value) for value in shown)
    for value in shown:
        assert not list(Evaluator({}).mismatches(value, infer(value)))
        assert not list(Evaluator({}).mismatches(value, common))


@given(st.sampled_from(WRITTEN), st.lists(values, max_size=3))
def test_what_a_page_states_holds_whatever_examples_show(written: str, shown: list[Any]) -> None:
    stated = schema_of_words(written)
    found = completed_by_examples(stated, shown)
    assert found == combine([stated, *(completed_by_value(stated, value) for value in shown)])
    assert not written or is_same_kind(found, stated)
    assert found.nullable is (None in shown and found != ANYTHING) or found == NULL_SHOWN


def test_limits_of_the_page_stay_beside_what_examples_show() -> None:
    stated = Schema(types=("array",), max_items=3, description="All.")
    found = completed_by_examples(stated, [[{"a": 1}], None, [{"a": None, "b": "x"}]])
    assert (found.max_items, found.description, found.nullable) == (3, "All.", True)
    assert document(found.items or ANYTHING)["properties"] == {
        "a": {**document(schema_of_words("int32")), "type": ["integer", "null"]},
        "b": {"type": "string"},
    }
    colour = Schema(types=("string",), enum=(EnumValue(Literal.of("red")),))
    assert completed_by_examples(colour, ["red", None]).values == ("red", None)
    assert document(completed_by_examples(Schema(ref="Ship"), [None]), {"Ship"}) == {
        "anyOf": [{"$ref": "#/components/schemas/Ship"}, {"type": "null"}]
    }
    assert document(completed_by_examples(Schema(ref="Ship"), [None])) == {
        "type": ["object", "null"]
    }
    assert document(infer(None)) == {}


PAGE = """---
uid: a
---

# A

```http
POST /a
```

## Request Body (application/json): thing

| Name | Type | Required | Limits |
|---|---|---|---|
| name | string | Yes | at most 5 characters |
| parts | array | | |

## Request Body (application/vnd.acme+json): thing

| Name | Type |
|---|---|
| title | string |

## Responses

| Status | Meaning |
|---|---|
| 200 | All of it. |
| 201 | It is new. |
| 404 | None. |
| 4XX | Refused. |
| default | Anything else. |

### Response body: Thing

| Name | Type | Required | Nullable |
|---|---|---|---|
| id | int32 | | |
| note | string | No | |
| kind | string | | No |

## Response 404: Problem

| Name | Type |
|---|---|
| title | string |

## Response 4XX: Refusal

## Sample request

```http!
POST /a

{"name": null, "parts": [{"id": 1}]}
```

```http!
POST /a
Content-Type: application/vnd.acme+json

{"title": null}
```

```http_
HTTP/1.1 404 Not Found
Content-Type: application/problem+json

{"title": null}
```
"""


@pytest.fixture(scope="module")
def operation() -> Operation:
    found = read_page(PAGE.encode(), "a.md").operation
    assert found is not None
    return found


def _documents(contents: tuple[Content, ...]) -> list[Any]:
    return [document(content.schema) for content in contents]


def test_an_example_is_about_the_body_of_its_media_type(operation: Operation) -> None:
    plain, vendor = _documents(promised_requests(operation))
    assert plain["required"] == ["name"]
    assert plain["properties"]["name"] == {"type": ["string", "null"], "maxLength": 5}
    assert plain["properties"]["parts"]["items"]["properties"].keys() == {"id"}
    assert vendor["properties"] == {"title": {"type": ["string", "null"]}}


def test_a_success_has_all_its_properties_unless_the_page_says_otherwise(
    operation: Operation,
) -> None:
    (found,) = _documents(promised_responses(operation, 200))
    assert found["required"] == ["id", "kind"]
    assert {name: schema["type"] for name, schema in found["properties"].items()} == {
        "id": "integer",
        "note": "string",
        "kind": "string",
    }
    assert _documents(promised_responses(operation, 201)) == [found]


def test_each_status_has_its_own_body(operation: Operation) -> None:
    (missing,) = _documents(promised_responses(operation, 404))
    assert missing == {"type": "object", "properties": {"title": {"type": ["string", "null"]}}}
    (refused,) = promised_responses(operation, 422)
    assert refused.schema.ref == "Refusal"
    assert promised_responses(operation, "4XX") == (refused,)
    assert promised_responses(operation, 500) == ()
    assert promised_responses(operation, 204) == ()


def test_a_body_with_the_table_of_its_type_refers_to_it(operation: Operation) -> None:
    types = define_types([operation])
    (found,) = promised_responses(operation, 200, types)
    assert found.schema.ref == "Thing"
    # What the table demands, the type demands.
    assert [(p.name, p.required) for p in types["Thing"].properties] == [
        ("id", None),
        ("note", False),
        ("kind", None),
    ]


def test_words_of_rows_are_there_where_they_are_asked_for() -> None:
    with_words = PAGE.replace(
        "| Name | Type |\n|---|---|\n| title | string |",
        "| Name | Type | Description |\n|---|---|---|\n| title | string | Its name. |",
        1,
    )
    found = read_page(with_words.encode(), "a.md").operation
    assert found is not None
    bare, described = promised_requests(found), promised_requests(found, described=True)
    assert [p.schema.description for p in bare[1].schema.properties] == [""]
    assert [p.schema.description for p in described[1].schema.properties] == ["Its name."]
