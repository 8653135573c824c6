"""Two pages that define one type, each in its own way."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.tree import Tree
from callsheet.checks.rule import Diagnostic, Example, TreeRule
from callsheet.findings import Related, Severity
from callsheet.model import TypeTable


def _types_defined_twice(tree: Tree) -> Iterator[Diagnostic]:
    first: dict[str, TypeTable] = {}
    for table in tree.catalog.type_tables:
        other = first.setdefault(table.name, table)
        if other is table or _said(other) == _said(table):
            continue
        page = tree.page(table.path)
        place = page.find(page.document.line_of_key("defines"), table.name)
        message = (
            f"`{table.name}` is defined by `{other.path}` already, and has other properties there."
        )
        related = Related(other.path, other.span.start, "the first definition")
        yield Diagnostic(place, message, related=(related,))


def _said(table: TypeTable) -> frozenset[tuple[str, object]]:
    return frozenset((row.name, row.schema) for row in table.properties)


_FRONT = "---\ntitle: Person\ndefines: Person\n---\n\n# Person\n\n"
_HEAD = "| Property Name | Type | Description |\n| --- | --- | --- |\n"

RULE = TreeRule(
    code="CS610",
    name="type-defined-twice",
    severity=Severity.ERROR,
    summary="Two pages define one type, and say different things of it.",
    cause=(
        "A page whose front matter says `defines` settles what a type is. With two of them, it is "
        "the order of the files that decides. Mostly a page was copied and its name was kept."
    ),
    hint="Give the types names of their own, or make one page of the two.",
    examples=(
        Example(
            files={
                "one.md": f"{_FRONT}{_HEAD}| Name | string | The name. |\n",
                "two.md": f"{_FRONT}{_HEAD}| Age | int32 | In years. |\n",
            },
            also=("rare-spelling",),
        ),
    ),
    check=_types_defined_twice,
)
