"""Limits that contain schemas: ``begins with `number`, `number` ``, ``not `{"const": 0}` ``.

A schema is a type in words, if these say all of it, or else JSON Schema. Schemas, names and values
are in backticks.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Protocol

from callsheet import lazy_re as re
from callsheet.schema.json_schema import read_schema, write_schema
from callsheet.schema.schema import (
    ANYTHING,
    NOTHING,
    Literal,
    RareKeywords,
    Schema,
    enumeration,
    holder,
    with_inner,
)
from callsheet.schema.words.cell_values import CODE, code_of, values_of
from callsheet.schema.words.limit_words import with_field
from callsheet.schema.words.type_words import schema_of_words

_MARK = "\0"
_C = r"\0([0-9]++)\0"
_LIST = r"((?:\0[0-9]++\0\s*+(?:,\s*+(?=\0))?+)++)"
_NUMBER = re.compile(r"\0([0-9]++)\0")


class _Change(Protocol):
    """Applies a phrase, of which it gets words and the content of code spans, to a schema."""

    def __call__(self, schema: Schema, codes: Sequence[str]) -> Schema:
        """Return the schema with what the phrase says."""


_Phrase = tuple[str, re.Pattern[str], _Change]
"""The type that a phrase is about, if it is about one alone; its expression; what it does."""

_XML_TEXTS = {"name": "name", "namespace": "namespace", "prefix": "prefix", "node type": "nodeType"}
_XML_FLAGS = {"attribute": "attribute", "wrapped": "wrapped"}


def inner_schema(text: str) -> Schema:
    """Parse a schema in a code span: JSON Schema, or a type in words; invalid JSON allows all."""
    if text.startswith("{"):
        try:
            return read_schema(json.loads(text), lambda name: name)
        except (ValueError, RecursionError):
            return ANYTHING
    return _unwritten(schema_of_words(text))


def inner_words(schema: Schema) -> str:
    """Write a schema as the content of a code span."""
    for word in (schema.ref, schema.format, *schema.types[:1], "any", "nothing"):
        if word and _unwritten(schema_of_words(word)) == schema:
            return word
    return json.dumps(write_schema(schema, str), ensure_ascii=False).replace("`", "\\u0060")


def _unwritten(schema: Schema) -> Schema:
    return with_inner(schema, _unwritten).replace(written="")


def with_rare_limits(schema: Schema, text: str) -> tuple[Schema, str]:
    """Apply the limits of a cell that contain schemas.

    Returns:
        The schema, and the rest of the cell.
    """
    if not _SIGNS.search(text) or _MARK in text:
        return schema, text
    codes = [*CODE.finditer(text)]
    rest = _with_marks(text, codes)
    for kind, pattern, change in _PHRASES:
        for match in pattern.finditer(rest):
            spans = [code_of(codes[int(number)]) for number in _NUMBER.findall(match[0])]
            words = [*match.groupdict("").values()] if match.groupdict() else []
            depth = len(match["each"].split())
            changed = _changed(schema, depth, kind, partial(change, codes=[*words[1:], *spans]))
            if changed is not None:
                schema = changed
                rest = rest.replace(match[0], "", 1)
    return schema, _NUMBER.sub(lambda mark: codes[int(mark[1])][0], rest)


def _with_marks(text: str, codes: Sequence[re.Match[str]]) -> str:
    """Return a text with the number of each code span in its place."""
    start, pieces = 0, []
    for number, code in enumerate(codes):
        pieces += [text[start : code.start()], f"{_MARK}{number}{_MARK}"]
        start = code.end()
    return "".join([*pieces, text[start:]])


def _changed(
    schema: Schema, depth: int, kind: str, change: Callable[[Schema], Schema]
) -> Schema | None:
    """Apply a change to a schema, or to that of its items or map values at a depth."""
    if not depth:
        return change(schema) if not (kind and schema.types and kind not in schema.types) else None
    field = holder(schema)
    inner = _changed(getattr(schema, field) or ANYTHING, depth - 1, kind, change) if field else None
    return with_field(schema, field, inner) if inner else None


def _inner(field: str) -> _Change:
    return lambda schema, codes: schema.with_rare(**{field: inner_schema(codes[-1])})


def _begins(schema: Schema, codes: Sequence[str]) -> Schema:
    return schema.replace(prefix_items=tuple(map(inner_schema, codes)))


def _closed(schema: Schema, codes: Sequence[str]) -> Schema:
    return schema.replace(additional_properties=NOTHING)


def _patterned(schema: Schema, codes: Sequence[str]) -> Schema:
    pair = codes[-2], inner_schema(codes[-1])
    return schema.replace(pattern_properties=(*schema.pattern_properties, pair))


def _none_of(schema: Schema, codes: Sequence[str]) -> Schema:
    text = ", ".join(map(code_span, codes))
    values = [value.value for value in values_of(text, schema)]
    return _without(schema, enumeration(values))


def _not(schema: Schema, codes: Sequence[str]) -> Schema:
    return _without(schema, inner_schema(codes[-1]))


def _without(schema: Schema, inner: Schema) -> Schema:
    """Return a schema without the values of another one, of which there may be several."""
    if schema.not_ is None:
        return schema.replace(not_=inner)
    return schema.replace(all_of=(*schema.all_of, Schema(not_=inner)))


def _also(schema: Schema, codes: Sequence[str]) -> Schema:
    return schema.replace(all_of=(*schema.all_of, inner_schema(codes[-1])))


def _encoded(schema: Schema, codes: Sequence[str]) -> Schema:
    return schema.replace(content_encoding=codes[-1])


def _contains(schema: Schema, codes: Sequence[str]) -> Schema:
    word, low, high, inner = codes
    first, last = int(low) if low else None, int(high) if high else None
    if word.lower() in ("at most", "exactly"):
        first, last = first if word.lower() == "exactly" else None, first
    return schema.with_rare(contains=inner_schema(inner), min_contains=first, max_contains=last)


def _if(schema: Schema, codes: Sequence[str]) -> Schema:
    has_then, has_else, condition, *branches = codes
    parts = iter(map(inner_schema, branches))
    return schema.with_rare(
        if_=inner_schema(condition),
        then=next(parts) if has_then else None,
        else_=next(parts) if has_else else None,
    )


def _requires(schema: Schema, codes: Sequence[str]) -> Schema:
    return schema.replace(required=tuple(codes))


def _needs(schema: Schema, codes: Sequence[str]) -> Schema:
    known = schema.rare.dependent_required if schema.rare else ()
    return schema.with_rare(dependent_required=(*known, (codes[0], tuple(codes[1:]))))


def _fits_with(schema: Schema, codes: Sequence[str]) -> Schema:
    known = schema.rare.dependent_schemas if schema.rare else ()
    return schema.with_rare(dependent_schemas=(*known, (codes[0], inner_schema(codes[1]))))


def _xml(schema: Schema, codes: Sequence[str]) -> Schema:
    word, *values = codes
    word = " ".join(_NUMBER.sub("", word).lower().split())
    key = _XML_TEXTS.get(word) or _XML_FLAGS[word]
    known = schema.rare.xml.value if schema.rare and schema.rare.xml else {}
    value = True if word in _XML_FLAGS else values[0]
    return schema.with_rare(xml=Literal.of({**known, key: value}))


def _phrase(kind: str, expression: str, change: _Change) -> _Phrase:
    words = expression.replace(" ", r"\s++")
    return kind, re.compile(rf"\b(?P<each>(?:each\s++){{0,20}}+){words}", re.IGNORECASE), change


_XML_WORDS = "|".join([rf"{name} {_C}" for name in _XML_TEXTS] + [*_XML_FLAGS])
_PHRASES: Sequence[_Phrase] = (
    _phrase("array", f"begins with {_LIST}", _begins),
    _phrase("array", "no further items", lambda schema, codes: schema.replace(items=NOTHING)),
    _phrase(
        "array",
        rf"contains (?:(?P<word>at least|at most|exactly)?+\s*+(?P<low>[0-9]{{1,9}})"
        rf"(?: to (?P<high>[0-9]{{1,9}}))? of )?{_C}",
        _contains,
    ),
    _phrase("object", "no other properties", _closed),
    _phrase("object", f"properties {_C} are {_C}", _patterned),
    _phrase("object", f"requires {_LIST}", _requires),
    _phrase("object", f"property names are {_C}", _inner("property_names")),
    _phrase("object", f"other properties are {_C}", _inner("unevaluated_properties")),
    _phrase("array", f"other items are {_C}", _inner("unevaluated_items")),
    _phrase("object", f"with {_C} also {_LIST}", _needs),
    _phrase("object", f"with {_C} fits {_C}", _fits_with),
    _phrase("", rf"if {_C}(?P<then> then {_C})?(?P<else> else {_C})?", _if),
    _phrase("", f"none of {_LIST}", _none_of),
    _phrase("", f"not {_C}", _not),
    _phrase("", f"also fits {_C}", _also),
    _phrase("string", f"encoded as {_C}", _encoded),
    _phrase("string", f"content is {_C}", _inner("content_schema")),
    _phrase("", rf"xml (?P<word>{_XML_WORDS})", _xml),
)
_SIGNS = re.compile(
    r"\b(?:begins|further|contains|propert|names|other|requires|with|if|none|not|also|encoded|content|xml)",
    re.IGNORECASE,
)


def code_span(text: str) -> str:
    """Return a text in backticks."""
    marks = "``" if "`" in text else "`"
    space = " " if marks == "``" or text[:1] == text[-1:] == " " else ""
    return f"{marks}{space}{text}{space}{marks}"


def rare_limits(schema: Schema, known: Schema) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the limits that contain schemas, each with the fields that it expresses.

    Args:
        schema: The schema.
        known: What the words of its type state already.
    """
    if schema.prefix_items:
        yield ("prefix_items",), f"begins with {', '.join(map(_words, schema.prefix_items))}"
    if schema.items == NOTHING and known.items != NOTHING:
        yield ("items",), "no further items"
    if (
        not schema.properties
        and NOTHING == schema.additional_properties != known.additional_properties
    ):
        yield ("additional_properties",), "no other properties"
    if schema.required:
        yield ("required",), f"requires {', '.join(map(code_span, schema.required))}"
    if schema.pattern_properties:
        each = (f"properties {code_span(p)} are {_words(s)}" for p, s in schema.pattern_properties)
        yield ("pattern_properties",), ", ".join(each)
    if schema.not_ is not None and schema.not_ != known.not_:
        yield ("not_",), f"not {_words(schema.not_)}"
    if schema.all_of:
        yield ("all_of",), ", ".join(f"also fits {_words(part)}" for part in schema.all_of)
    if schema.content_encoding and schema.content_encoding != known.content_encoding:
        yield ("content_encoding",), f"encoded as {code_span(schema.content_encoding)}"
    if schema.rare:
        yield ("rare",), ", ".join(_rare(schema.rare))


def _words(schema: Schema) -> str:
    return code_span(inner_words(schema))


def _rare(rare: RareKeywords) -> Iterator[str]:
    if rare.contains is not None:
        count = _count(rare.min_contains, rare.max_contains)
        yield f"contains {count}{_words(rare.contains)}"
    for name, needs in rare.dependent_required:
        yield f"with {code_span(name)} also {', '.join(map(code_span, needs))}"
    for name, inner in rare.dependent_schemas:
        yield f"with {code_span(name)} fits {_words(inner)}"
    if rare.if_ is not None:
        branches = (("then", rare.then), ("else", rare.else_))
        said = [f" {word} {_words(each)}" for word, each in branches if each is not None]
        yield f"if {_words(rare.if_)}{''.join(said)}"
    described: tuple[tuple[str, Schema | None], ...] = (
        ("property names are", rare.property_names),
        ("other items are", rare.unevaluated_items),
        ("other properties are", rare.unevaluated_properties),
        ("content is", rare.content_schema),
    )
    for words, part in described:
        if part is not None:
            yield f"{words} {_words(part)}"
    xml: Mapping[str, Any] = rare.xml.value if rare.xml else {}
    for words, key in _XML_TEXTS.items():
        if isinstance(value := xml.get(key), str):
            yield f"XML {words} {code_span(value)}"
    yield from (f"XML {word}" for word, key in _XML_FLAGS.items() if xml.get(key) is True)


def _count(first: int | None, last: int | None) -> str:
    if first is None and last is None:
        return ""
    if first is None or last is None:
        return f"at most {last} of " if first is None else f"at least {first} of "
    return f"exactly {first} of " if first == last else f"{first} to {last} of "
