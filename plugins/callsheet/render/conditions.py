"""Conditions, such as ``contains 1 to 3 of `Stop` ``, in the language of the site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup, escape

from callsheet import lazy_re as re
from callsheet.render.phrases import marked, phrase
from callsheet.schema import Schema
from callsheet.schema.schema import levels
from callsheet.schema.words.cell_values import CODE, code_of
from callsheet.schema.words.facets import schema_of_row
from callsheet.schema.words.wording import conditions

_PHRASES = (
    marked("begins with {0}"), marked("no further items"), marked("contains {0}"),
    marked("contains at least {0} of {1}"), marked("contains at most {0} of {1}"),
    marked("contains exactly {0} of {1}"), marked("contains {0} to {1} of {2}"),
    marked("other items are {0}"), marked("no other properties"), marked("properties {0} are {1}"),
    marked("property names are {0}"), marked("other properties are {0}"),
    marked("with {0} also {1}"), marked("with {0} fits {1}"), marked("at least one of {0}"),
    marked("exactly one of {0}"), marked("if {0} then {1}"), marked("if {0} else {1}"),
    marked("if {0} then {1} else {2}"), marked("none of {0}"), marked("not {0}"),
    marked("also fits {0}"), marked("encoded as {0}"), marked("content is {0}"),
    marked("media type {0}"), marked("XML name {0}"), marked("XML namespace {0}"),
    marked("XML prefix {0}"), marked("XML node type {0}"), marked("XML attribute"),
    marked("XML wrapped"),
)  # fmt: skip
"""What `callsheet.schema.words` writes, with a list of code spans, or a number, in each place."""

_MARK = "\0"
_CODES = re.compile(r"\0(?:, \0)*+")
_VALUE = re.compile(r"\0|(?<![^ ])[0-9]++(?= )")


def conditions_of(schema: Schema) -> str:
    """Return the conditions of a value and of what is in it, as Markdown; empty for none."""
    return ", ".join(_levels(schema))


def _levels(schema: Schema) -> Iterator[str]:
    pairs = zip(levels(schema), levels(schema_of_row(schema.written)), strict=False)
    for depth, (level, known) in enumerate(pairs):
        for text in conditions(level, known):
            said = conditions_in_language(text)
            yield f"{phrase('each item')}: {said}" if depth else said


def conditions_in_language(text: str) -> str:
    """Return conditions, which are joined by commas, in the language in use; code as it is."""
    codes = (match[0] for match in CODE.finditer(text))
    lists: list[str] = []

    def listed(match: re.Match[str]) -> str:
        lists.append(", ".join(next(codes) for _ in range(match[0].count(_MARK))))
        return _MARK

    words = _CODES.sub(listed, CODE.sub(_MARK, text))
    left = iter(lists)
    return ", ".join(_clause(clause, left) for clause in words.split(", "))


def _clause(text: str, lists: Iterator[str]) -> str:
    values = [next(lists) if found == _MARK else found for found in _VALUE.findall(text)]
    numbers = iter(range(len(values)))
    return phrase(_VALUE.sub(lambda _: f"{{{next(numbers)}}}", text), *values)


def html_of_conditions(text: str) -> Markup:
    """Return conditions as HTML."""
    parts: Sequence[str] = CODE.sub(_MARK, text).split(_MARK)
    codes = [Markup("<code>{}</code>").format(code_of(match)) for match in CODE.finditer(text)]
    return Markup("").join(
        escape(part) + (codes[index] if index < len(codes) else "")
        for index, part in enumerate(parts)
    )
