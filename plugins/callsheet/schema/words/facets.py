"""Facets: the cells of a row that constrain its values besides their type, such as `Limits`.

The cell `Style` is about the serialization of parameters: see `callsheet.model.styles`. The cell
`Sent As` is about that of the parts of forms: see `callsheet.model.encodings`.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from callsheet.memo import cached, cached_by
from callsheet.schema.annotations import read_annotations, with_annotations
from callsheet.schema.ranges import contradiction
from callsheet.schema.regex.patterns import fault_of_pattern, matcher
from callsheet.schema.schema import ANYTHING, Schema, holder, levels
from callsheet.schema.words.cell_values import examples_of, literal_of, values_of
from callsheet.schema.words.limit_words import (
    ImpossibleLimitError,
    is_inverted,
    split_limits,
    with_field,
    with_limit,
    with_selection,
)
from callsheet.schema.words.rare_words import with_rare_limits
from callsheet.schema.words.type_words import schema_of_words


class Facet(StrEnum):
    """A column; the value is its name in lower case."""

    REQUIRED = "required"
    DEFAULT = "default"
    VALUES = "values"
    LIMITS = "limits"
    EXAMPLE = "example"
    NULLABLE = "nullable"
    DEPRECATED = "deprecated"
    ACCESS = "access"
    ANNOTATIONS = "annotations"
    STYLE = "style"
    SENT_AS = "sent as"


class CellFault(NamedTuple):
    """A part of a cell that could not be parsed.

    Attributes:
        facet: The column.
        text: The part of the cell.
        why: The reason, where the words themselves are known.
    """

    facet: Facet
    text: str
    why: str = ""


Facets = tuple[tuple[Facet, str], ...]
"""The facet cells of a row that are not empty."""

_YES = frozenset({"yes", "true", "required", "mandatory", "x", "\u2713", "\u2714", "\u2705", "y"})
_NO = frozenset(
    {"no", "false", "optional", "-", "\u2013", "\u2014", "\u2717", "\u2718", "\u274c", "n"}
)


_NOTHING = frozenset({"-", "--", "\u2010", "\u2011", "\u2013", "\u2014", "\u2212", "n/a", "n.a."})
_PERHAPS_NOTHING = frozenset({"none", "nil", "empty", "undefined", "not set"})
_DASHED = (Facet.REQUIRED, Facet.NULLABLE, Facet.DEPRECATED)
"""Columns in which a dash means no, and `n/a` is invalid."""


def says_nothing(facet: Facet, text: str) -> bool:
    """Tell whether a cell is empty, or has a dash or `n/a` for that."""
    return not text or (facet not in _DASHED and text.strip().lower() in _NOTHING)


def _plain_word(text: str) -> str:
    """Return a cell in lower case, without marks around it and the selector of emoji."""
    return text.strip().strip("*_`").replace("\ufe0f", "").strip().lower()


def is_yes(text: str) -> bool | None:
    """Parse a cell of yes and no; None where it is neither."""
    word = _plain_word(text)
    if word in _YES:
        return True
    return False if word in _NO else None


def _characters(written: str, facets: Facets = ()) -> int:
    return len(written) + sum(len(text) for _, text in facets)


def schema_of_row(written: str, facets: Facets = ()) -> Schema:
    """Return the schema of the type cell and the facets of a row."""
    # Most rows have no other cells.
    return read_row(written, facets)[0] if facets else schema_of_words(written)


@cached_by(8192, _characters)
def read_row(written: str, facets: Facets = ()) -> tuple[Schema, tuple[CellFault, ...]]:
    """Parse the type cell and the facets of a row.

    Returns:
        The schema, and the parts that could not be parsed.
    """
    schema = schema_of_words(written)
    cells: Mapping[Facet, str] = dict(facets)
    faults: list[CellFault] = []
    if (text := cells.get(Facet.REQUIRED)) and is_yes(text) is None:
        faults.append(CellFault(Facet.REQUIRED, text))
    if text := cells.get(Facet.LIMITS):
        schema = _with_limits(schema, text, faults)
    if text := cells.get(Facet.VALUES):
        schema = _valued(schema, text)
        faults += _repeated(schema)
    if text := cells.get(Facet.LIMITS):
        # The cell of values may leave too few of them.
        faults += _limit_faults(schema, text)
    # After limits and values: whether a text such as `1` is a number depends on the schema that
    # these leave.
    if text := cells.get(Facet.DEFAULT):
        schema = _with_default(schema, text, faults)
    if text := cells.get(Facet.EXAMPLE):
        schema = schema.replace(examples=tuple(e.literal for e in examples_of(text, schema)))
    for facet in (Facet.NULLABLE, Facet.DEPRECATED):
        if (text := cells.get(facet)) is None:
            continue
        answer = is_yes(text)
        if facet is Facet.NULLABLE and answer:
            schema = schema.or_null()
        elif facet is Facet.NULLABLE and answer is False and schema.nullable:
            faults.append(CellFault(facet, text, "its type allows null"))
        elif facet is Facet.DEPRECATED and answer is not False:
            # Any text but `No` means that it is, such as `since 3.1`.
            schema = schema.replace(deprecated=True)
        elif answer is None:
            faults.append(CellFault(facet, text))
    if (text := cells.get(Facet.ACCESS)) is not None:
        word = _plain_word(text).replace("-", " ")
        if word in ("read only", "readonly", "read"):
            schema = schema.replace(read_only=True)
        elif word in ("write only", "writeonly", "write"):
            schema = schema.replace(write_only=True)
        elif word not in ("read write", "read and write", "both", ""):
            faults.append(CellFault(Facet.ACCESS, text))
    if (text := cells.get(Facet.ANNOTATIONS)) is not None:
        if (annotations := read_annotations(text)) is None:
            faults.append(CellFault(Facet.ANNOTATIONS, text))
        schema = with_annotations(schema, annotations or {})
    return schema, tuple(faults)


def _repeated(schema: Schema) -> Iterator[CellFault]:
    """Yield a fault for each value that a cell repeats."""
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
    return schema.replace(default=default)


def _with_limits(schema: Schema, text: str, faults: list[CellFault]) -> Schema:
    schema, text = with_rare_limits(*with_selection(schema, text))
    for part in split_limits(text):
        try:
            found = with_limit(schema, part)
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
    """Return the schema with the values of a cell.

    They are values of the innermost items, unless all of them are arrays, or objects, in JSON.
    """
    if field := holder(schema):
        listed = [item.value for item in values_of(text, ANYTHING)]
        kind = list if schema.type == "array" else dict
        if not listed or not all(isinstance(value, kind) for value in listed):
            held = getattr(schema, field) or ANYTHING
            return with_field(schema, field, _valued(held, text))
    return schema.replace(enum=tuple(values_of(text, schema)), const=None)


def tells_of_null(rows: Iterable[tuple[str, Facets]]) -> bool:
    """Tell whether rows state where null is allowed: nothing else is null, then.

    Args:
        rows: The type cells and the facets of a table's rows.
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
