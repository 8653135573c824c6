"""Variations of request bodies: their properties, their required marks, and their media types."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

from callsheet.http.media_types import JSON_PATCH, essence
from callsheet.model import Property, RequestBody
from callsheet.model.contents import request_contents
from callsheet.run.variations.changes import with_property, without_body
from callsheet.run.variations.ground import Ground
from callsheet.run.variations.headers import MAX_MEDIA_TYPES
from callsheet.run.variations.judges import Judge, accepted, different
from callsheet.run.variations.model import MEDIA_TYPES, PROVED, REQUIRED, VALUES, Probe, Variation
from callsheet.samples.request.bodies import FormBody, JsonBody
from callsheet.samples.request.defaults import plain_by_schema
from callsheet.samples.request.request import Request, prepare
from callsheet.samples.request.variants import with_content

MAX_VALUES = 100
"""Allowed values of one property that are sent."""

_WRONG: tuple[Any, ...] = ({"callsheet": 1}, "callsheet", 0.5, [], True, ["callsheet"])
"""JSON values of which each type does not allow at least one."""

_NO_PLACE = "The body that the sample sends has no place for it."
_NO_BODY = "The sample sends no body."


def body_variations(ground: Ground) -> Iterator[Variation]:
    """Yield the variations of what an operation documents of its request bodies."""
    for body in ground.operation.request_bodies:
        if body.required:
            judge = ground.refusal("a request without a body")
            probes = [Probe(without_body(ground.usual), judge)]
            yield ground.variation(REQUIRED, "body", body.span.start, probes)
        of_type = _sent_as(ground, body)
        for row in body.properties:
            yield from _of_property(of_type, row)
    yield from _media_types(ground)


def _sent_as(ground: Ground, body: RequestBody) -> Ground:
    """Return the ground for a body that only one media type has."""
    first = ground.operation.request_bodies[0]
    if body is first or not body.media_type:
        return ground
    usual = prepare(with_content(ground.operation, body.media_type))
    return replace(ground, usual=usual)


def _of_property(ground: Ground, row: Property) -> Iterator[Variation]:
    what, line = f"body {row.name}", row.span.start
    missing = _NO_BODY if ground.usual.body is None else _NO_PLACE
    yield ground.variation(PROVED, what, line, list(_probes(ground, row)), missing)
    for literal in islice(row.schema.enum or (), MAX_VALUES):
        judge = accepted(f"the documented value `{literal.value}`")
        probes = [*_probe(ground, row, literal.value, judge)]
        yield ground.variation(VALUES, f"{what}={literal.value}", line, probes, missing)
    if row.required:
        judge = ground.refusal(f"a body without `{row.name}`")
        probes = [*_probe(ground, row, ..., judge)]
        yield ground.variation(REQUIRED, what, line, probes, missing)


def _probes(ground: Ground, row: Property) -> Iterator[Probe]:
    # Forms and XML have texts, and any of them may be one of the documented values.
    values = _WRONG if isinstance(ground.usual.body, JsonBody) else ("callsheet", "-1.5")
    kind = row.type.written if row.type else "another value"
    wrong = [value for value in values if ground.evaluator.mismatches(value, row.schema, 1)]
    # The steps of a patch have values of any type (RFC 6902, 4).
    steps = isinstance(ground.usual.body, JsonBody) and isinstance(ground.usual.body.value, list)
    must = not (steps and ground.operation.method == "PATCH")
    for value in wrong[:1]:
        what = f"`{value!r}` for `{row.name}`, which is documented as {kind}"
        judge = ground.refusal(what, must=must)
        yield from _probe(ground, row, value, judge)
    # What type a name stands for, pages may not say; the server may know from their examples.
    for value in [value for value in values[:3] if value not in wrong[:1]]:
        judge = ground.refusal(f"`{value!r}` for `{row.name}`", must=False)
        yield from _probe(ground, row, value, judge)
    yield from _probe(ground, row, plain_by_schema(row.schema), different)
    yield from _probe(ground, row, ..., different)


def _probe(ground: Ground, row: Property, value: Any, judge: Judge) -> Iterator[Probe]:
    if (request := with_property(ground.usual, row.name, value)) is not None:
        yield Probe(request, judge)


def _media_types(ground: Ground) -> Iterator[Variation]:
    """Yield a variation for each media type that is accepted."""
    operation = ground.operation
    rows = [p for p in operation.parameters if p.name.lower() == "content-type"]
    bodies = operation.request_bodies
    part = rows[0] if rows else bodies[0] if bodies else operation.route
    for content in request_contents(operation)[:MAX_MEDIA_TYPES]:
        if not content.media_type:
            continue
        request = prepare(with_content(operation, content.media_type))
        what, line = f"takes {content.media_type}", part.span.start
        if reason := _unwritable(ground, request, content.media_type):
            yield ground.variation(MEDIA_TYPES, what, line, [], reason)
            continue
        judge = accepted(f"content of the documented type `{content.media_type}`")
        yield ground.variation(MEDIA_TYPES, what, line, [Probe(request, judge)])


def _unwritable(ground: Ground, request: Request, media_type: str) -> str:
    """Return why the body that the page shows cannot be sent in a media type, if it cannot."""
    if request.body is None:
        return _NO_BODY
    usual, method = ground.usual.body, ground.operation.method
    if essence(media_type) == JSON_PATCH and method != "PATCH":
        return "A JSON Patch is another value than the body that the page shows."
    if isinstance(request.body, FormBody) and isinstance(usual, JsonBody):
        is_object = isinstance(usual.value, dict) and bool(request.body.fields)
        return "" if is_object else "The body that the page shows has no fields for a form."
    return ""
