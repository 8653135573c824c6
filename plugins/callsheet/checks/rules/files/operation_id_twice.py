"""Two operations that programs know by one name."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.tree import Tree
from callsheet.checks.rule import Diagnostic, Example, TreeRule
from callsheet.checks.rules.specimen import specimen
from callsheet.findings import Related, Severity
from callsheet.model import Operation


def _repeated_operation_ids(tree: Tree) -> Iterator[Diagnostic]:
    first: dict[str, Operation] = {}
    for operation in tree.catalog.operations:
        name = operation.operation_id
        if not name:
            continue
        other = first.setdefault(name, operation)
        if other is not operation:
            page = tree.page(operation.path)
            place = page.find(page.document.line_of_key("operationId"), name)
            message = f"`{name}` is the `operationId` of `{other.path}` already."
            yield Diagnostic(
                place, message, related=(Related(other.path, 1, "the page that has it"),)
            )


def _other(name: str) -> str:
    text = specimen().replace("v1Parcel_Change", name).replace("/api/v1/Depot", f"/api/{name}")
    return text.replace(f"uid: {name}", f"uid: {name}\noperationId: changeParcel")


RULE = TreeRule(
    code="CS034",
    name="operation-id-twice",
    severity=Severity.ERROR,
    summary="Two pages have the same `operationId`.",
    cause=(
        "An OpenAPI document has each `operationId` once (3.1.0, 4.8.10), and programs that are "
        "generated of it call operations by that name. Mostly a page was copied."
    ),
    hint="Give each operation a name of its own.",
    examples=(
        Example(
            files={"Depot/A.md": _other("A"), "Depot/B.md": _other("B")},
            also=("fence-ends", "unused-suppression", "unlisted-operation"),
        ),
    ),
    check=_repeated_operation_ids,
)
