"""Pages in many dresses: what is read of each, one fact a line.

Next to each page is a text with its operations: method and route, the statuses that it states and
the one that is assumed; indented below, the rows with `*` for required and `-` for optional ones,
further routes, and messages.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from callsheet.model import AssumptionKind, ExampleRequest, Operation, Property
from callsheet.source import read_page

PAGES = Path(__file__).parent / "pages"


def facts_of(operation: Operation) -> Iterator[str]:
    assumed = {a.value for a in operation.assumptions if a.kind is AssumptionKind.STATUS}
    stated = [str(s.code) for s in operation.statuses if str(s.code) not in assumed]
    words = [f"states {' '.join(stated)}"] if stated else []
    words += [f"assumed {code}" for code in sorted(assumed)]
    yield f"{operation.method} {operation.route.template} {', '.join(words)}"
    for alias in operation.aliases:
        yield f"  alias {alias.method} {alias.route.template}"
    for parameter in operation.parameters:
        yield f"  {parameter.location} {row_of(parameter)}"
    for row in operation.request_body.properties if operation.request_body else ():
        yield f"  body {row_of(row)}"
    for request in operation.example_requests:
        yield f"  request {request.method} {request.target}{body_of(request)}"
    if operation.response and operation.response.properties:
        yield from (f"  answer {row_of(row)}" for row in operation.response.properties)
    if operation.example_responses:
        yield f"  response {' '.join(str(r.status) for r in operation.example_responses)}"


def row_of(row: Property) -> str:
    mark = {True: "*", False: "-", None: ""}[row.required]
    return " ".join(filter(None, (row.name, mark, row.type.written if row.type else "")))


def body_of(request: ExampleRequest) -> str:
    if 'name="' in request.body:
        names = [part.partition('"')[0] for part in request.body.split(' name="')[1:]]
        return f" form {' '.join(names)}"
    return f" {' '.join(request.body.split())}" if request.body else ""


@pytest.mark.parametrize("name", sorted(file.stem for file in PAGES.glob("*.md")))
def test_a_page_is_read_as_a_reader_would(name: str) -> None:
    reading = read_page((PAGES / f"{name}.md").read_bytes(), f"{name}.md")
    facts = [fact for operation in reading.operations for fact in facts_of(operation)]
    assert facts == (PAGES / f"{name}.txt").read_text().splitlines()
