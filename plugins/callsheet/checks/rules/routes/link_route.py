"""A link whose text is another method or route than that of the page it leads to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from callsheet.checks.model.page import Place
from callsheet.checks.model.routes import compare_title
from callsheet.checks.model.stated_routes import METHODS
from callsheet.checks.model.tree import Tree
from callsheet.checks.rule import Diagnostic, Example, TreeRule
from callsheet.findings import Related, Severity
from callsheet.model import LinkKind, Operation, Page
from callsheet.paths import folder_of, join
from callsheet.source.document import read_lines
from callsheet.source.links import read_xref

_LINK = re.compile(
    r"\[(?P<method>[A-Z]{3,9})[ \t]+(?P<path>[^\s\[\]]+)\]\([ \t]*<?(?P<target>[^()\s<>]+)"
)
_ABBREVIATIONS = {"DEL": "DELETE"}


def _links_to_other_routes(tree: Tree) -> Iterator[Diagnostic]:
    operations = tree.catalog.by_uid, tree.catalog.by_path
    for page in tree.catalog.pages:
        if _links_to_operation(page, *operations):
            for number, line in enumerate(read_lines(tree.data(page.path)), 1):
                if "](" in line:
                    yield from _in_line(page, number, line, *operations)


def _links_to_operation(
    page: Page, by_uid: Mapping[str, Operation], by_path: Mapping[str, Operation]
) -> bool:
    folder = folder_of(page.path)
    for link in page.links:
        if link.kind is LinkKind.XREF and link.target in by_uid:
            return True
        if link.kind is LinkKind.FILE and join(folder, link.target) in by_path:
            return True
    return False


def _in_line(
    page: Page,
    number: int,
    line: str,
    by_uid: Mapping[str, Operation],
    by_path: Mapping[str, Operation],
) -> Iterator[Diagnostic]:
    for match in _LINK.finditer(line):
        method = _ABBREVIATIONS.get(match["method"], match["method"])
        target = match["target"]
        if method not in METHODS:
            continue
        if target.startswith("xref:"):
            operation = by_uid.get(read_xref(target.removeprefix("xref:"))[0])
        else:
            operation = by_path.get(join(folder_of(page.path), target.partition("#")[0]))
        if operation and (group := _wrong_part(match, method, operation)):
            place = Place(page.path, number, match.start(group) + 1, number, match.end(group) + 1)
            yield _diagnostic(place, match[group], operation)


def _wrong_part(match: re.Match[str], method: str, operation: Operation) -> str | None:
    if f"{match['method']} {match['path']}" == operation.title.strip():
        # If the page's own title contradicts its route, another rule reports that.
        return None
    if method != operation.method:
        return "method"
    path, route = (text.partition("?")[0] for text in (match["path"], operation.route.template))
    difference = compare_title(path, route, any_prefix=True)
    return "path" if difference and not difference.of_name else None


def _diagnostic(place: Place, found: str, operation: Operation) -> Diagnostic:
    route = f"{operation.method} {operation.route.template}"
    message = f"The link says `{found}`, and leads to `{route}`."
    related = Related(operation.path, operation.route.span.start, f"the route `{route}`")
    return Diagnostic(place, message, related=(related,))


_ROUTE = "Depot/{depotId}/Parcel/{parcelId}"

RULE = TreeRule(
    code="CS113",
    name="link-route",
    severity=Severity.WARNING,
    summary="The text of a link is another method or route than that of its target.",
    cause=(
        "Lists of operations say the method and the route of each. Where one is changed, or a line "
        "is copied, the reader comes to another operation than the one chosen."
    ),
    hint="Write the method and the route of the page that the link leads to, or mend its target.",
    examples=(
        Example(
            files={"index.md": f"# Parcels\n\n* [DEL {_ROUTE}](Depot/v1Parcel_Change.md)\n"},
        ),
        Example(
            files={"index.md": "# Parcels\n\n* [PUT Depot/{depotId}](xref:v1Parcel_Change)\n"},
        ),
    ),
    check=_links_to_other_routes,
)
