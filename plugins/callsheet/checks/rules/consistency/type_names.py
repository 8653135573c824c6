"""Names of types that are nearly those of types which pages define."""

from collections.abc import Iterator

from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tables import all_tables
from callsheet.checks.model.tree import Tree, TreePlaces
from callsheet.checks.parsing.words import NAME, differ_in_number, likely_meant
from callsheet.checks.rule import Diagnostic, Example, tree_rule
from callsheet.model import DataType, Operation, RequestBody, ResponseBody
from callsheet.schema.words.type_words import WORDS

_WITHIN = 2
"""By how many characters two names of one length may differ."""


@Example(
    "## Sample request",
    "## Response 404: Problme\n\n## Sample request",
    files={
        "types/Problem.md": "---\ntitle: Problem\ndefines: Problem\n---\n\n# Problem\n\n"
        "| Property Name | Type | Description |\n| --- | --- | --- |\n"
        "| Reason | string | Why. |\n"
    },
)
@tree_rule(
    code="CS614",
    name="misspelt-type",
    summary="A type in a row or a heading is nearly the name of one that a page defines.",
    cause=(
        "The name has a slip. It stands for a type of which nothing is known, so that nothing is "
        "held against it."
    ),
    hint="Write the name as its page has it.",
    superseded_on_line_by=("unknown-type", "enumeration-values"),
    subject=Subject.NAMED_TYPES,
)
def _misspelt_types(tree: Tree) -> Iterator[Diagnostic]:
    tables = {table.name: table for table in tree.catalog.type_tables}
    if not tables:
        return
    places = TreePlaces(tree)
    known = tables.keys() | tree.types.keys()
    lower = {name.lower(): name for name in tables}
    seen: dict[str, str | None] = {}
    for path, line, data_type in _named(tree):
        for name in NAME.findall(data_type.written):
            if name in known or name.lower() in WORDS:
                continue
            if name not in seen:
                seen[name] = lower.get(name.lower()) or _meant(name, list(tables))
            if meant := seen[name]:
                message = f"No page defines the type `{name}`; did you mean `{meant}`?"
                yield Diagnostic(places.find(path, line, name), message, f"Write `{meant}`.")


def _meant(name: str, defined: list[str]) -> str | None:
    near = [
        other
        for other in defined
        if other[0] == name[0] and abs(len(other) - len(name)) <= _WITHIN and len(other) > 3
    ]
    meant = likely_meant(name, near)
    return None if meant is None or differ_in_number(name, meant) else meant


def _named(tree: Tree) -> Iterator[tuple[str, int, DataType]]:
    """Yield the types in rows and headings, with their pages and lines."""
    for operation in tree.catalog.documented:
        for _, rows in all_tables(operation):
            for row in rows:
                if row.type and row.type.written[:5].lower() != "enum:":
                    yield operation.path, row.span.start, row.type
        yield from _in_headings(operation)
    for table in tree.catalog.type_tables:
        for row in table.properties:
            if row.type and row.type.written[:5].lower() != "enum:":
                yield table.path, row.span.start, row.type


def _in_headings(operation: Operation) -> Iterator[tuple[str, int, DataType]]:
    response = operation.response
    bodies: list[RequestBody | ResponseBody] = [*operation.request_bodies]
    bodies += response.bodies if response else ()
    for body in bodies:
        if body.type:
            yield operation.path, body.span.start, body.type
    if response and response.type:
        yield operation.path, response.span.start, response.type
