"""Conditions are on the pages of a site, in its language."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from callsheet.model import DataType, Property, Span
from callsheet.render.conditions import conditions_in_language
from callsheet.render.facts import facts_of
from callsheet.render.languages import built_in_languages, read_language
from callsheet.render.phrases import SiteLanguage, use_language
from callsheet.schema.words.facets import Facet

CONDITIONS = (
    ("array", "begins with `number`, `string`, no further items"),
    ("array", "contains `number`, other items are `string`"),
    ("array", "contains at least 2 of `number`"),
    ("array", "contains at most 2 of `number`"),
    ("array", "contains exactly 2 of `number`"),
    ("array", 'contains 1 to 3 of `{"pattern": "a, b"}`'),
    ("object", "no other properties, properties `^x-` are `int32`"),
    ("object", 'property names are `{"maxLength": 8}`, other properties are `nothing`'),
    ("object", "with `x` also `y`, `z`, with `y` fits `Thing`"),
    ("object", "at least one of `x`, `y`"),
    ("object", "exactly one of `x`, `y`"),
    ("any", "if `string` then `int32`"),
    ("any", "if `string` else `int32`"),
    ("any", 'if `string` then `{"minLength": 3}` else `int32`'),
    ("string", "none of `none`, `a``b`".replace("a``b", "a'b")),
    ("string", 'not `{"pattern": "^tmp"}`, also fits `Code`'),
    ("string", "encoded as `base64url`, content is `object`"),
    ("string", "media type `image/png`"),
    ("string", "XML name `n`, XML namespace `s`, XML prefix `p`, XML node type `text`"),
    ("string", "XML attribute, XML wrapped"),
)


def row_of(written: str, limits: str) -> Property:
    facets = ((Facet.LIMITS, limits),)
    return Property("Name", DataType(written, written), None, "", (), Span(0, 0), facets)


def shown(written: str, limits: str) -> str:
    """What a reader sees of the conditions in a cell."""
    [fact] = facts_of(row_of(written, limits))
    return str(fact.text)


@pytest.fixture
def german() -> Iterator[None]:
    use_language(read_language("de"))
    yield
    use_language(SiteLanguage())


@pytest.mark.parametrize(("written", "limits"), CONDITIONS)
def test_a_page_has_the_conditions_that_it_states(written: str, limits: str) -> None:
    html = shown(written, limits)
    said = re.sub(r"</?code>", "`", html).replace("&#34;", '"').replace("&#39;", "'")
    assert sorted(said.split(", ")) == sorted(limits.split(", "))


def test_what_the_type_says_is_no_condition() -> None:
    row = row_of("byte", "at most 9 characters")
    assert [each.label for each in facts_of(row)] == ["Limits"]


@pytest.mark.usefixtures("german")
def test_conditions_are_in_the_language_of_the_site() -> None:
    assert shown("array of string", "each none of `x`, `y`, contains 1 to 3 of `A`") == (
        "enthält 1 bis 3 von <code>A</code>,"
        " jedes Element: keines von <code>x</code>, <code>y</code>"
    )


@pytest.mark.parametrize("tag", [tag for tag in built_in_languages() if tag != "en"])
def test_each_condition_is_in_each_language(tag: str) -> None:
    language = read_language(tag)
    use_language(language)
    try:
        for _, limits in CONDITIONS:
            said = conditions_in_language(limits)
            code = re.compile(r"(`[^`]*`)")
            assert sorted(code.findall(said)) == sorted(code.findall(limits))
            for clause in code.sub("", said).split(", "):
                assert clause not in code.sub("", limits).split(", ") or not clause.strip(), clause
    finally:
        use_language(SiteLanguage())
