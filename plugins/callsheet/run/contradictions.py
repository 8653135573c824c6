"""Examples of successes that contradict the tables of their own page.

The reference server repairs an example before it answers with it, so that its responses keep the
promise. Without this check, a page that contradicts itself would pass.
"""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.http.media_types import JSON, essence, is_json
from callsheet.http.statuses import is_success
from callsheet.model import ExampleResponse, Operation
from callsheet.model.contents import Content, response_contents
from callsheet.run.answers import json_of
from callsheet.run.model import Difference
from callsheet.run.promised import Promises


def contradictions(operation: Operation, promises: Promises) -> Iterator[Difference]:
    """Yield the differences between the examples of successes and the rows of their tables.

    Half of the operations of real pages show dates, bytes or nulls that the bare types of their
    rows do not allow. Those are findings of `callsheet check`. Here, only rows count that are
    required or state a limit or the allowed values.
    """
    for example in operation.example_responses:
        content = _content_of(operation, example)
        if content is None:
            continue
        try:
            value = json_of(example.body.encode())
        except ValueError:
            # Malformed JSON is a finding of `callsheet check`.
            continue
        rows = {row.span: row for row in content.rows}
        for span, found in promises.mismatches(value, content.schema):
            row = rows.get(span) if span else None
            if row is not None and (row.facets or row.required):
                place = (operation.path, row.span.start)
                yield Difference(f"example {found.path}", found.expected, found.got, place)


def _content_of(operation: Operation, example: ExampleResponse) -> Content | None:
    kind = example.header("Content-Type") or JSON
    if not (is_success(example.status) and is_json(kind) and example.body.strip()):
        return None
    contents = [c for c in response_contents(operation, example.status) if not c.binary]
    same = (c for c in contents if essence(c.media_type or JSON) == essence(kind))
    others = (c for c in contents if is_json(c.media_type or JSON) and not c.own)
    return next(same, next(others, None))
