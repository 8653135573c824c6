"""Facts that pages in other layouts leave open, and that are assumed."""

from collections.abc import Iterator

from callsheet.checks.model.page import CheckedPage
from callsheet.checks.model.subjects import Subject
from callsheet.checks.rule import Diagnostic, Example, page_rule
from callsheet.findings import Severity
from callsheet.model import Assumption, AssumptionKind, Operation

_MAX_NAMED = 5


def _found(page: CheckedPage, kind: AssumptionKind) -> list[tuple[Operation, Assumption]]:
    read = page.reading.operations
    return [(o, a) for o in read for a in o.assumptions if a.kind is kind]


_PAGE = """# Berths

## Create a berth

`POST /berths`

| Attribute | Type   | Required | Description |
| --------- | ------ | -------- | ----------- |
| `name`    | string | Yes      | The name.   |
"""


@Example(files={"berths.md": _PAGE}, also=("assumed-status",))
@page_rule(
    code="CS536",
    name="assumed-place",
    severity=Severity.NOTE,
    summary="A page in another layout does not say where its rows are sent.",
    cause=(
        "Without a heading or a column that says so, rows of GET and DELETE are taken for query "
        "parameters, and all others for properties of the body. Programs, server and export "
        "follow that."
    ),
    hint="Put a heading such as `Query parameters` or `Request body` above the rows.",
    subject=Subject.ASSUMPTIONS,
)
def _assumed_places(page: CheckedPage) -> Iterator[Diagnostic]:
    """Report all rows of a page whose places are assumed, in one finding."""
    found = _found(page, AssumptionKind.PLACE)
    if not found:
        return
    named = dict.fromkeys(f"`{each.name}` ({each.value})" for _, each in found)
    shown = ", ".join([*named][:_MAX_NAMED]) + (", \u2026" if len(named) > _MAX_NAMED else "")
    rows = "one row is" if len(found) == 1 else f"{len(found)} rows are"
    message = f"The page does not say where {rows} sent; assumed: {shown}."
    yield Diagnostic(page.whole_line(found[0][1].span.start), message)


@Example(files={"berths.md": _PAGE}, also=("assumed-place",))
@page_rule(
    code="CS537",
    name="assumed-status",
    severity=Severity.NOTE,
    summary="A page in another layout does not say which status an operation succeeds with.",
    cause=(
        "The usual status of the method is assumed. The reference server answers with it, and "
        "programs expect it."
    ),
    hint="Write the status, as in `Returns 200 OK`.",
    subject=Subject.ASSUMPTIONS,
)
def _assumed_statuses(page: CheckedPage) -> Iterator[Diagnostic]:
    """Report all operations of a page whose statuses are assumed, in one finding."""
    found = _found(page, AssumptionKind.STATUS)
    if not found:
        return
    named = [f"`{o.method} {o.route.template}` ({a.value})" for o, a in found]
    shown = ", ".join(named[:_MAX_NAMED]) + (", \u2026" if len(named) > _MAX_NAMED else "")
    operations = "an operation succeeds" if len(found) == 1 else f"{len(found)} operations succeed"
    message = f"The page does not say which status {operations} with; assumed: {shown}."
    yield Diagnostic(page.whole_line(found[0][0].route.span.start), message)
