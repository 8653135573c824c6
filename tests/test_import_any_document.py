"""Documents of any combination of keywords come back from their pages with the same facts."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from callsheet.catalog import Catalog
from callsheet.export import export_openapi
from callsheet.importing import Specification, import_openapi, plan_files, write_files
from tests.openapi_facts import compare_facts

Document = dict[str, Any]
Schemas = st.SearchStrategy[Document]

NAMES = ["id", "name", "kind", "size"]
WORDS = st.sampled_from(["", "It is so.", "What it is."])
NUMBERS = st.integers(-50, 50)
COUNTS = st.integers(0, 5)
PATTERNS = st.sampled_from(["^a", "b$", "^[a-z|]+$", "\\d{2}", "^x-"])
DETAILS = {"description": WORDS.filter(bool), "deprecated": st.just(True)}
ACCESS = st.sampled_from([{}, {"readOnly": True}, {"writeOnly": True}])


def some(kind: str, **optional: Any) -> Schemas:
    """A schema of a type with some of these keywords."""
    return st.fixed_dictionaries({"type": st.just(kind)}, optional={**DETAILS, **optional})


TEXTS = some(
    "string",
    minLength=st.integers(0, 2),
    maxLength=st.integers(40, 50),
    pattern=PATTERNS,
    format=st.sampled_from(["date", "uuid", "email", "own-format"]),
    xml=st.sampled_from([{"name": "text"}, {"attribute": True, "prefix": "p"}]),
)
CHOICES = st.sampled_from(
    [
        {"type": "string", "enum": ["a", "b"], "default": "a"},
        {"type": "integer", "enum": [1, 2]},
        {"type": "string", "not": {"enum": ["x", "y"]}},
        {"const": "one"},
        {"type": ["string", "null"], "maxLength": 4},
        {"type": ["integer", "string"], "minimum": 2, "maxLength": 7},
        {"type": "string", "contentEncoding": "base64url", "contentMediaType": "image/png"},
        {"type": "string", "contentMediaType": "text/a", "contentSchema": {"type": "object"}},
        {"$ref": "#/components/schemas/Thing"},
        {"$ref": "#/components/schemas/Code"},
        {"$ref": "#/components/schemas/Either"},
    ]
)  # fmt: skip
WHOLE = some(
    "integer",
    minimum=st.integers(-50, 0),
    maximum=st.integers(1, 50),
    multipleOf=st.sampled_from([2, 5]),
    format=st.sampled_from(["int32", "int64"]),
)
LEAVES: Schemas = st.one_of(TEXTS, WHOLE, CHOICES, some("number", exclusiveMinimum=NUMBERS))


def _different(inner: Schemas) -> st.SearchStrategy[list[Document]]:
    """Alternatives of different types."""
    return st.lists(inner, min_size=2, max_size=3, unique_by=lambda one: str(one.get("type", one)))


def _wider(inner: Schemas) -> Schemas:
    properties = st.dictionaries(st.sampled_from(NAMES), inner, min_size=1, max_size=3)
    named = st.sampled_from(NAMES)
    return st.one_of(
        some(
            "array",
            items=inner,
            minItems=st.integers(0, 2),
            maxItems=st.integers(3, 5),
            uniqueItems=st.just(True),
            contains=inner,
            maxContains=st.integers(1, 3),
        ),
        some("array", prefixItems=st.lists(inner, min_size=1, max_size=2), items=st.just(False)),
        some(
            "object",
            properties=properties,
            required=st.lists(named, unique=True, max_size=2),
            additionalProperties=st.one_of(inner, st.just(False)),
            patternProperties=st.dictionaries(PATTERNS, inner, min_size=1, max_size=2),
            propertyNames=st.sampled_from([{"maxLength": 5}, {"pattern": "^[a-z]"}]),
            dependentRequired=st.dictionaries(named, st.lists(named, min_size=1, max_size=2)),
            dependentSchemas=st.dictionaries(named, inner, min_size=1, max_size=1),
            minProperties=st.integers(0, 1),
            unevaluatedProperties=st.just(False),
        ),
        some("object", additionalProperties=inner),
        st.fixed_dictionaries({"if": inner, "then": inner}, optional={"else": inner, "not": inner}),
        st.fixed_dictionaries({"anyOf": _different(inner)}),
        st.fixed_dictionaries({"oneOf": _different(inner)}),
    )


SCHEMAS: Schemas = st.recursive(LEAVES, _wider, max_leaves=6)
SHARED: Document = {
    "Thing": {"type": "object", "properties": {"of": {"$ref": "#/components/schemas/Thing"}}},
    "Code": {"type": "string", "pattern": "^[A-Z]+$"},
    "Either": {"oneOf": [{"$ref": "#/components/schemas/Thing"}, {"type": "string"}]},
}


def document_of(body: Document, answer: Document, query: Document, style: Document) -> Document:
    parameter: Document = {"name": "q", "in": "query"}
    parameter |= style if "content" in style else {**style, "schema": query}
    content = {"application/json": {"schema": body}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Things", "version": "1"},
        "paths": {
            "/things": {
                "post": {
                    "operationId": "sendThing",
                    "summary": "Send a thing",
                    "parameters": [parameter],
                    "requestBody": {"required": True, "content": content},
                    "responses": {
                        "200": {
                            "description": "It.",
                            "content": {"application/json": {"schema": answer}},
                        }
                    },
                }
            }
        },
        "components": {"schemas": SHARED},
    }


def exported(document: Document) -> Document:
    with TemporaryDirectory() as folder:
        plan = plan_files(
            import_openapi(Specification("api.json", document, "3.1.0")), Path(folder)
        )
        assert plan.findings == (), plan.findings[0].message
        list(write_files(plan))
        catalog = Catalog.read(Path(folder), cached=False)
        assert catalog.findings == (), catalog.findings[0].message
        found: Document = json.loads(json.dumps(export_openapi(catalog).document))
        return found


STYLES = st.one_of(
    st.sampled_from([{}, {"allowEmptyValue": True}, {"allowReserved": True}]),
    st.builds(lambda schema: {"content": {"application/json": {"schema": schema}}}, SCHEMAS),
)


@pytest.mark.slow
# The strategies are within each other, so that their texts are long.
@pytest.mark.filterwarnings("ignore:Generating overly large repr")
@settings(
    max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
@given(body=SCHEMAS, answer=SCHEMAS, query=LEAVES, style=STYLES)
def test_any_keywords_come_back(
    body: Document, answer: Document, query: Document, style: Document
) -> None:
    before = document_of({"type": "object", "properties": {"a": body}}, answer, query, style)
    once = exported(before)
    assert compare_facts(before, once).lost == []
    assert exported(once) == once


@pytest.mark.parametrize(
    "options",
    [
        [{"type": "string"}, {"type": ["string", "null"], "maxLength": 4}],
        [{"type": "string"}, {"type": ["integer", "string"], "minimum": 2, "maxLength": 7}],
        [{"type": "integer", "minimum": 5}, {"type": ["integer", "string"], "minimum": 2}],
        [{"type": "number"}, {"type": "integer", "minimum": -29}],
    ],
)
@pytest.mark.parametrize("keyword", ["anyOf", "oneOf"])
def test_limits_of_alternatives_of_one_type_stay_apart(
    keyword: str, options: list[Document]
) -> None:
    before = document_of({"type": "object"}, {keyword: options}, {"type": "string"}, {})
    once = exported(before)
    assert compare_facts(before, once).lost == []
    assert exported(once) == once


def test_routes_that_only_queries_tell_apart_come_back() -> None:
    before = document_of({"type": "object"}, {"type": "object"}, {"type": "string"}, {})
    [operations] = before["paths"].values()
    before["paths"] = {
        route: {"post": {**operations["post"], "operationId": uid}}
        for route, uid in {"/rest?method=a": "a", "/rest?method=b": "b", "/x#c": "c"}.items()
    }
    once = exported(before)
    assert list(once["paths"]) == ["/rest?method=a", "/rest?method=b", "/x#c"]
    assert exported(once) == once


@pytest.mark.parametrize("schema", [{"type": "boolean", "format": "boolean"}])
def test_formats_of_any_type_come_back(schema: Document) -> None:
    answer = {
        "type": "object",
        "properties": {"a": schema, "b": {"type": "array", "items": schema}},
    }
    before = document_of({"type": "object"}, answer, schema, {})
    once = exported(before)
    assert compare_facts(before, once).lost == []
    assert exported(once) == once
