"""The properties of nested and named types, for rows that expand in place."""

from collections.abc import Callable, Iterator

from callsheet import lazy_re as re
from callsheet.catalog.titles import plain
from callsheet.memo import cached_by_identity_and_values
from callsheet.model import DataType, Property
from callsheet.render.parts import escaped
from callsheet.render.phrases import html_phrase, language_in_use, marked, phrase
from callsheet.schema import PropertySchema, Schema

_MAX_DEPTH = 3
_KINDS = re.compile(f"{marked('array of ')}|{marked('object of ')}")

MAX_FIELDS = 80
"""A type with more properties is cut short; its own page has them all."""

_TITLES = {"array of ": marked("each item"), "object of ": marked("each value")}
"""Titles of expanded rows whose type has no name."""


def flat_fields(
    shape: Schema, prefix: str = "", depth: int = 0
) -> Iterator[tuple[str, PropertySchema]]:
    """Yield the properties of a schema, each with its full name, as in `Emails[].Address`."""
    for field in shape.properties:
        yield prefix + field.name, field
        if depth < _MAX_DEPTH:
            marks, inner = field.name, field.schema
            while inner.items:
                marks, inner = f"{marks}[]", inner.items
            yield from flat_fields(inner, f"{prefix}{marks}.", depth + 1)


def type_words(shape: Schema) -> tuple[str, Schema]:
    """Return the words before the name of a type, such as `array of `, and the innermost schema."""
    words = ""
    # A type that has a name goes by it, even if it is an array or a dictionary.
    while (inner := shape.items or shape.additional_properties) and not shape.reference:
        words += "array of " if shape.items else "object of "
        shape = inner
    return words, shape


def words_before(words: str) -> str:
    """Return the words before the name of a type in the language of the site."""
    return "".join(map(phrase, _KINDS.findall(words)))


class Nesting:
    """Builds the expanded part of rows; a named type expands once a page, at its first row."""

    def __init__(self, type_shape: Callable[[str], Schema | None]) -> None:
        self._type_shape = type_shape
        self._shown: set[str] = set()

    def of_row(self, owner: DataType | None, row: Property) -> str:
        """Return the properties below a row as HTML; nothing where there are none.

        Args:
            owner: The named type whose table the row is in, if any.
            row: The row.
        """
        shape = self._shape(owner, row)
        if shape is None and (row.schema.items or row.schema.properties):
            # The row itself says what its items are.
            shape = row.schema
        if shape is None:
            return ""
        words, inner = type_words(shape)
        name = inner.reference
        if name:
            if name in self._shown or (owner and name == owner.name):
                return ""
            self._shown.add(name)
            inner = self._type_shape(name) or inner
        html, count = _fields(inner, language_in_use().code) if name else _listed(inner)
        if not count:
            return ""
        title = html_phrase("Properties of {0}", name or phrase(_TITLES.get(words, marked("it"))))
        return (
            f"<details class=callsheet-nested data-search-exclude><summary>{title}</summary>"
            f"<ul>{html}</ul></details>"
        )

    def _shape(self, owner: DataType | None, row: Property) -> Schema | None:
        if row.type and row.type.is_named:
            return row.schema
        if owner is None or not owner.is_named or (shape := self._type_shape(owner.name)) is None:
            return None
        field = shape.property(row.name)
        return field.schema if field else None


@cached_by_identity_and_values(1024)
def _fields(shape: Schema, language: str) -> tuple[str, int]:
    # Many pages have rows of the same named type.
    return _listed(shape)


def _listed(shape: Schema) -> tuple[str, int]:
    """Return the properties as items of a list, each with its type and description; their count."""
    fields = [*flat_fields(shape)]
    html = []
    for name, field in fields[:MAX_FIELDS]:
        words, inner = type_words(field.schema)
        written, about = words_before(words) + inner.written, plain(field.schema.description)
        said = f" <span>{escaped(about)}</span>" if about else ""
        html.append(f"<li><code>{escaped(name)}</code> {escaped(written)}{said}</li>")
    if more := len(fields) - len(html):
        html.append(f"<li>{html_phrase('and {0} more', more)}</li>")
    return "".join(html), len(fields)
