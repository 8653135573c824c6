"""An operation that the overview of its group does not list."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.catalog import Group
from callsheet.checks.model.tree import Tree
from callsheet.checks.model.tree_places import TreePlaces
from callsheet.checks.rule import Diagnostic, Example, TreeRule
from callsheet.checks.rules.example_pages import parcel_page
from callsheet.findings import Related, Severity
from callsheet.model import LinkKind, Operation
from callsheet.paths import folder_of, join

_SHARE = 0.75
"""Share of the operations from which on an overview is meant to list all."""


def _unlisted_operations(tree: Tree) -> Iterator[Diagnostic]:
    places = TreePlaces(tree)
    for group in tree.catalog.groups:
        if group.overview is None:
            continue
        for operation, line in _unlisted(group):
            place = places.title(operation.path)
            message = f"`{group.overview.path}` lists its other operations and not this one."
            related = Related(group.overview.path, line, "The list of operations.")
            yield Diagnostic(place, message, related=(related,))


def _unlisted(group: Group) -> Iterator[tuple[Operation, int]]:
    """Return the operations that are not listed, and a line of the list."""
    overview = group.overview
    if overview is None:
        return
    listed: dict[str, int] = {}
    for link in overview.links:
        if link.kind is LinkKind.FILE:
            listed.setdefault(join(folder_of(overview.path), link.target), link.span.start)
        elif link.kind is LinkKind.XREF:
            listed.setdefault(link.target, link.span.start)
    missing = [o for o in group.operations if o.path not in listed and o.uid not in listed]
    if missing and len(group.operations) - len(missing) >= _SHARE * len(group.operations):
        line = max(listed.values())
        yield from ((operation, line) for operation in missing)


RULE = TreeRule(
    code="CS606",
    name="unlisted-operation",
    severity=Severity.WARNING,
    summary="The overview of a group links to its other operations and not to this one.",
    cause=(
        "An `index.md` that lists the operations of its folder is read as the whole list. A page "
        "that was added later is missing there."
    ),
    hint="Add the operation to the list.",
    examples=(
        Example(
            files={
                "Depot/index.md": (
                    "---\ntitle: Parcels\n---\n\n# Parcels\n\n- [Weigh](v1Parcel_Weigh.md)\n"
                    "- [Label](v1Parcel_Label.md)\n- [Send](v1Parcel_Send.md)\n"
                ),
                **{
                    f"Depot/v1Parcel_{word}.md": parcel_page(word)
                    for word in ("Weigh", "Label", "Send")
                },
            }
        ),
    ),
    superseded_by=("unreached-page",),
    check=_unlisted_operations,
)
