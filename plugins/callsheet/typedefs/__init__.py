"""The shapes of types that pages name and none defines, from all tables and examples."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from callsheet.model import Operation, TypeTable
from callsheet.typedefs.bodies import NO_CONTENT, Body, Layout, request_body, response_body
from callsheet.typedefs.choice import Choice, choose, choose_examples, undisputed
from callsheet.typedefs.evidence import Testimony, examples, tables, uses
from callsheet.typedefs.merging import merge
from callsheet.typedefs.model import (
    Claim,
    Contradiction,
    Field,
    Shape,
    Sighting,
    Source,
    TypeDefinition,
)
from callsheet.typedefs.shapes import (
    combine,
    infer,
    look,
    of_type,
    plain,
    read_json,
    rows_as_fields,
)

__all__ = [
    "NO_CONTENT",
    "Body",
    "Claim",
    "Contradiction",
    "Field",
    "Layout",
    "Shape",
    "Sighting",
    "Source",
    "TypeDefinition",
    "combine",
    "define_types",
    "infer",
    "look",
    "of_type",
    "read_json",
    "request_body",
    "response_body",
    "rows_as_fields",
]


def define_types(
    operations: Iterable[Operation], type_tables: Iterable[TypeTable] = ()
) -> Mapping[str, TypeDefinition]:
    """Defines every named type of these operations.

    A table under `Response body: NAME` documents NAME; examples show it wherever a body or a
    property of that type occurs. The outcome does not depend on the order of the operations.

    Args:
        operations: The operations.
        type_tables: The types that pages of their own define; these tables count as those of
            responses do.

    Returns:
        The definitions by name, in the order of the names.
    """
    ordered = sorted(operations, key=lambda operation: (operation.path, operation.uid))
    pages = sorted(type_tables, key=lambda table: (table.path, table.name))
    used = uses(ordered, pages)
    tabled = tables(ordered, pages)
    owners = undisputed(tabled)
    choices = {name: choose(name, found, owners) for name, found in tabled.items()}
    declared = {
        name: {
            field.name: field.shape.type for field in merge(choice.accepted)[0] if field.shape.type
        }
        for name, choice in choices.items()
    }
    shown = examples(ordered, declared)
    return {
        name: _define(
            name, choices.get(name, Choice((), ())), shown.get(name, ()), tuple(used.get(name, ()))
        )
        for name in sorted({*used, *tabled, *shown})
    }


def _define(
    name: str, by_table: Choice, shown: Sequence[Testimony], used_by: tuple[str, ...]
) -> TypeDefinition:
    objects = [testimony for testimony in shown if testimony.scalar is None]
    scalars = [testimony.scalar for testimony in shown if testimony.scalar]
    by_example = choose_examples(objects, by_table)
    accepted = (*by_table.accepted, *by_example.accepted)
    fields, contradictions = merge(accepted)
    shape = Shape(plain("object").type, properties=fields)
    if scalars and not accepted and not objects and not by_table.rejected:
        shape = combine(scalars)
    return TypeDefinition(
        name,
        shape,
        tuple(sorted(testimony.sighting for testimony in (*accepted, *_scalars(shown)))),
        used_by,
        (*by_table.contradictions(), *by_example.contradictions(by_table), *contradictions),
    )


def _scalars(shown: Iterable[Testimony]) -> Iterable[Testimony]:
    return (testimony for testimony in shown if testimony.scalar)
