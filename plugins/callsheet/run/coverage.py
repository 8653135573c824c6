"""How much of what the pages document was brought about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import parse_qsl

from callsheet.coverage import Aspect, Coverage, Uncovered
from callsheet.http.media_types import essence, is_json
from callsheet.model import Location, Operation
from callsheet.run.answers import json_of
from callsheet.run.model import Result, Verdict


def coverage_of(operations: Iterable[Operation], results: Iterable[Result]) -> Coverage:
    """What results cover of operations.

    An operation is covered where a program of it got the documented success, a status where one got
    that, and a parameter or property of the request where one that passed sent it.
    """
    by_uid: dict[str, list[Result]] = {}
    for result in results:
        by_uid.setdefault(result.program.operation.uid, []).append(result)
    counts = {name: [0, 0] for name in ("operations", "parameters", "statuses")}
    uncovered: list[Uncovered] = []
    for operation in operations:
        for name, what, line, reason in _items(operation, by_uid.get(operation.uid, [])):
            counts[name][0] += not reason
            counts[name][1] += 1
            if reason:
                uncovered.append(Uncovered(operation.path, line, operation.uid, what, reason))
    aspects = tuple(Aspect(name, covered, total) for name, (covered, total) in counts.items())
    return Coverage(aspects, tuple(sorted(uncovered)))


def _items(operation: Operation, results: list[Result]) -> Iterator[tuple[str, str, int, str]]:
    """What an operation documents: aspect, name, line, and why it is not covered."""
    # What the server was asked for by name says nothing about the operation.
    passed = [r for r in results if r.verdict is Verdict.PASSED and not r.program.simulated]
    statuses = {result.program.status for result in passed}
    success = operation.success.code if operation.success else None
    done = success in statuses if success else bool(passed)
    yield "operations", "operation", operation.route.span.start, "" if done else _reason(results)
    for row in operation.statuses:
        about = [result for result in results if result.program.status == row.code]
        reason = "" if row.code in statuses else _reason(about)
        yield "statuses", f"status {row.code}", row.span.start, reason
    sent = {name for result in passed for name in _sent(operation, result)}
    for location, name, line in _documented(operation):
        reason = "" if (location, name.lower()) in sent else "No sample sends it."
        yield "parameters", f"{location} {name}", line, reason


def _reason(results: list[Result]) -> str:
    if not results:
        return "No sample for it was run."
    if results[0].program.simulated:
        return "No request is known to bring it about; the reference server only simulates it."
    return results[0].message or "It did not pass."


def _documented(operation: Operation) -> Iterator[tuple[str, str, int]]:
    for parameter in operation.parameters:
        yield parameter.location.value, parameter.name, parameter.span.start
    for item in operation.request_body.properties if operation.request_body else ():
        yield "body", item.name, item.span.start


def _sent(operation: Operation, result: Result) -> Iterator[tuple[str, str]]:
    """What the requests of a program carried."""
    for parameter in operation.parameters_in(Location.PATH):
        yield "path", parameter.name.lower()
    for exchange in result.exchanges:
        for name, _ in parse_qsl(exchange.query, keep_blank_values=True):
            yield "query", name.lower()
        for name, _ in exchange.sent:
            yield "header", name.lower()
        for name in _properties(exchange.content, exchange.sent.get("Content-Type") or ""):
            yield "body", name.lower()


def _properties(content: bytes, content_type: str) -> Iterator[str]:
    if not is_json(essence(content_type)):
        yield from (name for name, _ in parse_qsl(content.decode("latin-1")[:65536]))
        return
    try:
        value = json_of(content)
    except ValueError:
        return
    for member in value if isinstance(value, list) else [value]:
        if isinstance(member, dict):
            yield from member
