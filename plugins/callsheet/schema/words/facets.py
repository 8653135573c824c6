"""What a row of a table says of its values beside their type: cells such as `Default` and `Limits`.

What `Style` says is no matter of values, but of how they are written: `callsheet.model.styles`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple

from callsheet.memo import cached, cached_by
from callsheet.schema.holders import changed, holder, levels
from callsheet.schema.patterns import fault_of_pattern, matcher
from callsheet.schema.ranges import contradiction
from callsheet.schema.schema import ANYTHING, Schema
from callsheet.schema.words.cell_values import literal_of, values_of
from callsheet.schema.words.limit_words import ImpossibleLimitError, is_inverted, limited, limits_in
from callsheet.schema.words.type_words import schema_of_words


class Facet(StrEnum):
    """What a cell says; the value is the name of its column, in lower case."""

    REQUIRED = "required"
    DEFAULT = "default"
    VALUES = "values"
    LIMITS = "limits"
    EXAMPLE = "example"
    NULLABLE = "nullable"
    DEPRECATED = "deprecated"
    ACCESS = "access"
    STYLE = "style"


class CellFault(NamedTuple):
    """What could not be read of a cell.

    Attributes:
        facet: The column.
        text: The part of the cell.
        why: Why it says nothing, where more is wrong than its words.
    """

    facet: Facet
    text: str
    why: str = ""


Facets = tuple[tuple[Facet, str], ...]
"""The cells of a row that say more of its values, without the empty ones."""

_YES = frozenset({"yes", "true", "required", "mandatory", "x", "\u2713", "\u2714", "\u2705", "y"})
_NO = frozenset(
    {"no", "false", "optional", "-", "\u2013", "\u2014", "\u2717", "\u2718", "\u274c", "n"}
)


_NOTHING = frozenset({"-", "--", "\u2010", "\u2011", "\u2013", "\u2014", "\u2212", "n/a", "n.a."})
_PERHAPS_NOTHING = frozenset({"none", "nil", "empty", "undefined", "not set"})
_DASHED = (Facet.REQUIRED, Facet.NULLABLE, Facet.DEPRECATED)
"""Of them, a dash is an answer, and `n/a` is none."""


def says_nothing(facet: Facet, text: str) -> bool:
    """Return whether a cell is empty, or has a dash or `n/a` as if it were."""
    return not text or (facet not in _DASHED and text.strip().lower() in _NOTHING)


def is_yes(text: str) -> bool | None:
    """Return what a cell of yes and no says; None where it is neither."""
    word = text.strip().strip("*_`").strip().lower()
    if word in _YES:
        return True
    return False if word in _NO else None


def _characters(written: str, facets: Facets = ()) -> int:
    return len(written) + sum(len(text) for _, text in facets)


def schema_of_row(written: str, facets: Facets = ()) -> Schema:
    """Return what the type cell and the other cells of a row allow."""
    # Most rows have no other cells.
    return read_row(written, facets)[0] if facets else schema_of_words(written)


@cached_by(8192, _characters)
def read_row(written: str, facets: Facets = ()) -> tuple[Schema, tuple[CellFault, ...]]:
    """Read the type cell and the other cells of a row.

    Returns:
        The schema, and what could not be read.
    """
    schema = schema_of_words(written)
    said: Mapping[Facet, str] = dict(facets)
    faults: list[CellFault] = []
    if (text := said.get(Facet.REQUIRED)) and is_yes(text) is None:
        faults.append(CellFault(Facet.REQUIRED, text))
    if text := said.get(Facet.LIMITS):
        schema = _with_limits(schema, text, faults)
    if text := said.get(Facet.VALUES):
        schema = _valued(schema, text)
        faults += _repeated(schema)
    if text := said.get(Facet.LIMITS):
        # The cell of values may leave too few of them.
        faults += _limit_faults(schema, text)
    if text := said.get(Facet.DEFAULT):
        schema = _with_default(schema, text, faults)
    if text := said.get(Facet.EXAMPLE):
        schema = replace(schema, examples=(literal_of(text, schema),))
    for facet in (Facet.NULLABLE, Facet.DEPRECATED):
        if (text := said.get(facet)) is None:
            continue
        answer = is_yes(text)
        if facet is Facet.NULLABLE and answer:
            schema = schema.or_null()
        elif facet is Facet.NULLABLE and answer is False and schema.nullable:
            faults.append(CellFault(facet, text, "its type allows null"))
        elif facet is Facet.DEPRECATED and answer is not False:
            # `since 3.1` says that it is, too.
            schema = replace(schema, deprecated=True)
        elif answer is None:
            faults.append(CellFault(facet, text))
    if (text := said.get(Facet.ACCESS)) is not None:
        word = text.strip().lower().replace("-", " ")
        if word in ("read only", "readonly", "read"):
            schema = replace(schema, read_only=True)
        elif word in ("write only", "writeonly", "write"):
            schema = replace(schema, write_only=True)
        elif word not in ("read write", "read and write", "both", ""):
            faults.append(CellFault(Facet.ACCESS, text))
    return schema, tuple(faults)


def _repeated(schema: Schema) -> Iterator[CellFault]:
    """The values that a cell has twice."""
    for level in levels(schema):
        seen: set[str] = set()
        for item in level.enum:
            if item.literal.text in seen:
                yield CellFault(Facet.VALUES, item.literal.text, "it is there twice")
            seen.add(item.literal.text)


def _with_default(schema: Schema, text: str, faults: list[CellFault]) -> Schema:
    default = literal_of(text, schema)
    is_listed = any(item.literal == default for item in schema.enum)
    if schema.type == "string" and text.strip().lower() in _PERHAPS_NOTHING and not is_listed:
        faults.append(CellFault(Facet.DEFAULT, text, "it may be a text or mean no default"))
        return schema
    return replace(schema, default=default)


def _with_limits(schema: Schema, text: str, faults: list[CellFault]) -> Schema:
    for part in limits_in(text):
        try:
            found = limited(schema, part)
        except ImpossibleLimitError as error:
            faults.append(CellFault(Facet.LIMITS, part, str(error)))
            continue
        if found is None:
            faults.append(CellFault(Facet.LIMITS, part))
        schema = found or schema
    return schema


def _limit_faults(schema: Schema, text: str) -> Iterator[CellFault]:
    """Yield the faults of limits that no value can keep together, or that cannot be tried."""
    for level in levels(schema):
        if level.pattern and matcher(level.pattern) is None:
            yield CellFault(Facet.LIMITS, level.pattern, fault_of_pattern(level.pattern))
        why = "no value is within both" if is_inverted(level) else contradiction(level)
        if why:
            yield CellFault(Facet.LIMITS, text, why)
            return


def _valued(schema: Schema, text: str) -> Schema:
    """The schema with the values of a cell.

    They are those of the innermost items, unless all are lists, or objects, as JSON writes them.
    """
    if field := holder(schema):
        listed = [item.value for item in values_of(text, ANYTHING)]
        kind = list if schema.type == "array" else dict
        if not listed or not all(isinstance(value, kind) for value in listed):
            held = getattr(schema, field) or ANYTHING
            return changed(schema, field, _valued(held, text))
    return replace(schema, enum=tuple(values_of(text, schema)), const=None)


def tells_of_null(rows: Iterable[tuple[str, Facets]]) -> bool:
    """Return whether rows say of null where it is a value: all else is not null, then.

    Args:
        rows: The type cells and the other cells of a table's rows.
    """
    return any(
        Facet.NULLABLE in dict(facets)
        or any(each.nullable for each in levels(schema_of_row(written, facets)))
        if facets
        else _names_null(written)
        for written, facets in rows
    )


@cached(8192)
def _names_null(written: str) -> bool:
    return any(each.nullable for each in levels(schema_of_words(written)))
