"""A route that begins otherwise than those of all other operations of its group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from callsheet.checks.model.tree import Tree
from callsheet.checks.model.tree_places import TreePlaces
from callsheet.checks.rule import Diagnostic, Example, TreeRule
from callsheet.checks.rules.consistency.majority import other_pages
from callsheet.checks.rules.example_pages import parcel_page
from callsheet.findings import Related, Severity
from callsheet.model import Operation

_ENOUGH = 4
"""Operations that have to agree, and their ratio to those that do not."""


def _foreign_routes(tree: Tree) -> Iterator[Diagnostic]:
    places = TreePlaces(tree)
    for group in tree.catalog.groups:
        if len(group.operations) > _ENOUGH:
            yield from _of_group(places, group.operations)


def _of_group(places: TreePlaces, operations: tuple[Operation, ...]) -> Iterator[Diagnostic]:
    """Compare the routes word by word, as far as nearly all have the same words."""
    left = [(operation, _words(operation)) for operation in operations]
    depth = 1
    while True:
        counts = Counter(words[depth - 1].lower() for _, words in left if len(words) >= depth)
        if not counts:
            return
        usual, count = counts.most_common(1)[0]
        odd: list[tuple[Operation, list[str]]] = []
        like: list[tuple[Operation, list[str]]] = []
        for item in left:
            is_odd = len(item[1]) >= depth and item[1][depth - 1].lower() != usual
            (odd if is_odd else like).append(item)
        # All have to go on behind this word, or it is one resource of several.
        if usual.startswith("{") or count < len(like) or count < _ENOUGH:
            return
        if count < _ENOUGH * len(odd):
            return
        for operation, _ in odd:
            yield _diagnostic(places, operation, like[0][0], depth, count)
        left = like
        depth += 1


def _words(operation: Operation) -> list[str]:
    return operation.route.template.partition("?")[0].strip("/").split("/")


def _diagnostic(
    places: TreePlaces, operation: Operation, first: Operation, depth: int, count: int
) -> Diagnostic:
    here = "/" + "/".join(_words(operation)[:depth])
    there = "/" + "/".join(_words(first)[:depth])
    message = (
        f"The route begins with `{here}`, and with `{there}` {other_pages(count)} of the group."
    )
    line = operation.route.span.start
    related = Related(first.path, first.route.span.start, "A route of the group.")
    return Diagnostic(places.find(operation.path, line, here), message, related=(related,))


RULE = TreeRule(
    code="CS607",
    name="foreign-route",
    severity=Severity.WARNING,
    summary="A route begins otherwise than those of all other operations of its group.",
    cause=(
        "The pages of a folder document one resource, so their routes begin alike. One that "
        "doesn't is misspelt, or its page is in the wrong folder."
    ),
    hint="Correct the route, or move the page to the group where it belongs.",
    examples=(
        Example(
            files={
                **{
                    f"Depot/v1Parcel_{word}.md": parcel_page(word)
                    for word in ("Weigh", "Label", "Send", "Count")
                },
                "Depot/v1Parcel_Sort.md": parcel_page("Sort", depot="Dept"),
            },
        ),
    ),
    superseded_on_line_by=(
        "title-and-route",
        "uid-and-id",
        "sample-route",
        "link-route",
        "route-form",
        "contradicted-route",
    ),
    check=_foreign_routes,
)
