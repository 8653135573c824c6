"""Measures how much of the documentation the programs cover."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any
from urllib.parse import parse_qsl

from callsheet import lazy_re as re
from callsheet.coverage import Aspect, Coverage, OperationCoverage, Uncovered
from callsheet.http.forms import FormError, Part, read_parts
from callsheet.http.media_types import MULTIPART, essence, is_json, is_xml
from callsheet.http.parameter_styles import split_query
from callsheet.model import Location, Operation, Owners, StyledParameter, Styles
from callsheet.model.contents import own_parameters
from callsheet.run.answers import json_of
from callsheet.run.model import Result, Verdict
from callsheet.run.variations.model import ASPECTS, PROVED, Proof

MAX_DEPTH = 16
"""Levels of a JSON body in which properties are looked for."""

Item = tuple[str, str, int, str]
"""Something documented: its aspect, its name, its line, and why it is not covered."""

_ELEMENT = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)[\s/>]")


def coverage_of(
    operations: Iterable[Operation], results: Iterable[Result], proofs: Iterable[Proof] = ()
) -> Coverage:
    """Measure what results and variations cover of operations.

    An operation is covered if one of its programs got the documented success, a status if one got
    it, and a parameter or property of the request if a program that passed or a variation that was
    noticed sent it. What variations are about is covered if it would be noticed if it were ignored.
    """
    by_uid: dict[str, list[Result]] = defaultdict(list)
    proved: dict[str, list[Proof]] = defaultdict(list)
    for result in results:
        by_uid[result.program.operation.uid].append(result)
    for proof in proofs:
        proved[proof.subject.operation.uid].append(proof)
    names = ("operations", "parameters", "statuses", *(ASPECTS if proved else ()))
    found: list[OperationCoverage] = []
    uncovered: list[Uncovered] = []
    for operation in operations:
        proofs = proved[operation.uid]
        items = [*_items(operation, by_uid[operation.uid], proofs), *_proofs(proofs)]
        found.append(_of_operation(operation, items, names))
        uncovered += [
            Uncovered(operation.path, line, operation.uid, what, reason)
            for _, what, line, reason in items
            if reason
        ]
    aspects = tuple(_sum(name, [each.aspect(name) for each in found]) for name in names)
    return Coverage(aspects, tuple(sorted(uncovered)), tuple(found))


def _of_operation(
    operation: Operation, items: list[Item], names: Iterable[str]
) -> OperationCoverage:
    counts = {name: Aspect(name, 0, 0) for name in names}
    missed = {line for _, _, line, reason in items if reason}
    for name, _, _, reason in items:
        counts[name] = _sum(name, [counts[name], Aspect(name, not reason, 1)])
    return OperationCoverage(
        operation.path,
        operation.uid,
        tuple(aspect for aspect in counts.values() if aspect.total),
        tuple(sorted({line for _, _, line, _ in items} - missed)),
        tuple(sorted(missed)),
    )


def _sum(name: str, aspects: Iterable[Aspect]) -> Aspect:
    aspects = list(aspects)
    return Aspect(name, sum(a.covered for a in aspects), sum(a.total for a in aspects))


def _proofs(proofs: Iterable[Proof]) -> Iterator[Item]:
    for proof in proofs:
        subject = proof.subject
        yield subject.aspect, f"{subject.what} ({subject.aspect})", subject.line, proof.reason


def _items(operation: Operation, results: list[Result], proofs: Iterable[Proof]) -> Iterator[Item]:
    """Yield the documented aspects of an operation that samples can cover."""
    # A simulated status says nothing about the operation.
    passed = [r for r in results if r.verdict is Verdict.PASSED and not r.program.simulated]
    statuses = {result.program.status for result in passed}
    success = operation.ordinary_status.code if operation.ordinary_status else None
    done = success in statuses if success else bool(passed)
    yield "operations", "operation", operation.route.span.start, "" if done else _reason(results)
    for row in operation.statuses:
        about = [result for result in results if result.program.status == row.code]
        reason = "" if row.code in statuses else _reason(about)
        yield "statuses", f"status {row.code}", row.span.start, reason
    sent = {name for result in passed for name in _sent(operation, result)}
    varied = {p.subject.what for p in proofs if p.subject.aspect == PROVED and not p.reason}
    for location, name, line in _documented(operation):
        known = (location, name.lower().replace("[]", "")) in sent or f"{location} {name}" in varied
        reason = "" if known else "No sample sends it."
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
    for body in operation.request_bodies:
        for item in body.properties:
            yield "body", item.name, item.span.start


def _sent(operation: Operation, result: Result) -> Iterator[tuple[str, str]]:
    """Yield the parameters and properties in the requests of a program."""
    for parameter in operation.parameters_in(Location.PATH):
        yield "path", parameter.name.lower()
    owners = _owners(operation)
    for exchange in result.exchanges:
        for name, _ in parse_qsl(exchange.query, keep_blank_values=True):
            yield "query", name.lower()
        for owner, own in owners.split(split_query(exchange.query)).items():
            yield "query", owner.lower()
            yield from (("query", _row_name(owner, name)) for name, _ in own)
        for name, value in exchange.sent:
            yield "header", name.lower()
            if name.lower() == "cookie":
                yield from (
                    ("cookie", pair.partition("=")[0].strip().lower()) for pair in value.split(";")
                )
        for name in _properties(exchange.content, exchange.sent.get("Content-Type") or ""):
            yield "body", name.lower()


def _owners(operation: Operation) -> Owners:
    """Return the parameters of a query with a style, which own pairs such as `size[min]`."""
    styles, rows = Styles(operation), own_parameters(operation, Location.QUERY)
    found = (StyledParameter.of(row, styles, schema) for row, schema in rows)
    return Owners((each for each in found if each), (row.name for row, _ in rows))


def _row_name(owner: str, name: str) -> str:
    """Name the row of an object's property in a query, in lower case: `size.min`."""
    _, bracket, steps = name.partition("[")
    inner = steps.rstrip("]").replace("][", ".") if bracket else name
    return f"{owner}.{inner}".lower()


def _properties(content: bytes, content_type: str) -> Iterator[str]:
    """Yield the names of the properties in a body, as rows have them, without brackets."""
    if is_json(content_type):
        with suppress(ValueError):
            yield from _names(json_of(content))
    elif is_xml(content_type):
        yield from _ELEMENT.findall(content.decode("utf-8", errors="replace"))
    elif essence(content_type) == MULTIPART:
        with suppress(FormError):
            for part in read_parts(content, content_type):
                yield part.name
                yield from _names_in_part(part)
    else:
        yield from (name for name, _ in parse_qsl(content.decode("latin-1")[:65536]))


def _names_in_part(part: Part) -> Iterator[str]:
    if is_json(part.media_type):
        with suppress(ValueError):
            yield from _names(json_of(part.content), part.name)


def _names(value: Any, outer: str = "", depth: int = MAX_DEPTH) -> Iterator[str]:
    for member in value if isinstance(value, list) else [value]:
        if isinstance(member, dict) and depth:
            for key, item in member.items():
                name = f"{outer}.{key}" if outer else key
                yield name
                yield from _names(item, name, depth - 1)
