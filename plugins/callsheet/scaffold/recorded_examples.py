"""The examples of an operation from a recording, and the tables that go with them."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qsl, unquote

from callsheet import lazy_re as re
from callsheet.errors import ConfigurationError
from callsheet.http.statuses import is_success
from callsheet.model import (
    PLACEHOLDER,
    ExampleRequest,
    ExampleResponse,
    Location,
    Operation,
    Parameter,
    Property,
    Response,
    Section,
    SectionKind,
    Span,
    Status,
)
from callsheet.pages.recording import RecordedExchange
from callsheet.scaffold.skeleton import CREDENTIALS, GAP, JSON, message
from callsheet.schema.infer import infer
from callsheet.schema.words.compositions import array_of
from callsheet.schema.words.wording import word_for
from callsheet.source.rows import read_type

MAX_EXAMPLES = 10
"""How many exchanges become examples of one page."""

# The parts are not on any page yet, and so on no line.
_NOWHERE = Span(1, 1)


def with_examples(operation: Operation, recording: Iterable[RecordedExchange]) -> Operation:
    """Return an operation with the exchanges with it as its examples; without any, as it is.

    Its tables get the parameters, properties and statuses of the exchanges.

    Raises:
        ConfigurationError: There is a recording, and no exchange with the operation.
    """
    recording = list(recording)
    if not recording:
        return operation
    # What stands between the texts are the names of the placeholders.
    literals = map(re.escape, PLACEHOLDER.split(operation.route.template)[::2])
    route = re.compile("([^/]+)".join(literals), re.IGNORECASE)
    found: dict[tuple[str, str, int], RecordedExchange] = {}
    for each in recording:
        if each.method == operation.method and route.fullmatch(each.path):
            found.setdefault((_target(each), each.body, each.status), each)
    if not found:
        written = f"{operation.method} {operation.route.template}"
        raise ConfigurationError(f"The recording has no exchange with `{written}`.")
    # A page begins with what the operation is for.
    chosen = sorted(found.values(), key=lambda each: not is_success(each.status))[:MAX_EXAMPLES]
    names = [f"Recorded {number}" for number in range(1, len(chosen) + 1)]
    names = names if len(chosen) > 1 else [""]
    pairs = list(zip(chosen, names, strict=True))
    done = [each for each in chosen if is_success(each.status)]
    kinds = [kind for kind in dict.fromkeys(each.response_type for each in done) if kind] or [JSON]
    # Values that were refused say nothing of types.
    usual = done or chosen
    texts = [match.groups() for each in usual if (match := route.fullmatch(each.path))]
    in_path = dict(zip(operation.route.parameters, zip(*texts, strict=True), strict=True))
    query = _query_rows(chosen, usual)
    own = [_with_recorded(row, in_path, kinds) for row in operation.parameters]
    bodies = [replace(b, properties=_rows(usual) or b.properties) for b in operation.request_bodies]
    response = operation.response
    return replace(
        operation,
        parameters=(*own, *query),
        request_bodies=tuple(bodies),
        response_media_types=tuple(kinds) if operation.response_media_types else (),
        response=response and _with_statuses(response, chosen),
        example_requests=tuple(_request(each, name, kinds[0]) for each, name in pairs),
        example_responses=tuple(_response(each, name) for each, name in pairs),
        sections=_with_query(operation.sections) if query else operation.sections,
    )


def _with_recorded(
    row: Parameter, in_path: dict[str, tuple[str, ...]], kinds: Sequence[str]
) -> Parameter:
    """Return a row whose type or media types are those of the recording."""
    if row.location is Location.PATH and not row.facets and row.name in in_path:
        return replace(row, type=read_type(_type_of([unquote(t) for t in in_path[row.name]])))
    if row.location is Location.HEADER and row.name == "Accept":
        listed = ", ".join(f"`{kind}`" for kind in kinds)
        return replace(row, description=f"What you want back: {listed}")
    return row


def _query_rows(
    chosen: Sequence[RecordedExchange], usual: Sequence[RecordedExchange]
) -> list[Parameter]:
    values: dict[str, list[str]] = {}
    repeated: set[str] = set()
    for each in (*usual, *chosen):
        pairs = parse_qsl(each.query, keep_blank_values=True)
        names = [name for name, _ in pairs]
        repeated |= {name for name in names if names.count(name) > 1}
        for name, value in pairs:
            if each in usual or name not in values:
                values.setdefault(name, []).append(value)
    types = {name: _type_of(texts) for name, texts in values.items()}
    return [
        Parameter(
            name,
            read_type(array_of(word) if name in repeated else word),
            None,
            GAP,
            (),
            _NOWHERE,
            location=Location.QUERY,
        )
        for name, word in types.items()
    ]


def _type_of(texts: Sequence[str]) -> str:
    """Return the type of texts in a path or a query."""
    if all(re.fullmatch(r"-?(0|[1-9][0-9]{0,17})", text) for text in texts):
        return "int32" if all(-(2**31) <= int(text) < 2**31 for text in texts) else "int64"
    return "bool" if set(texts) <= {"true", "false"} else "string"


def _rows(exchanges: Iterable[RecordedExchange], *, answered: bool = False) -> tuple[Property, ...]:
    """Return the rows of the objects that were sent, or answered."""
    words: dict[str, list[str]] = {}
    for each in exchanges:
        try:
            value = json.loads(each.response_body if answered else each.body)
        except ValueError:
            continue
        for record in value if isinstance(value, list) else [value]:
            for name, inner in record.items() if isinstance(record, dict) else ():
                words.setdefault(name, []).append(_word(inner))
    return tuple(
        Property(name, read_type(_union(found)), None, GAP, (), _NOWHERE)
        for name, found in words.items()
    )


def _word(value: Any) -> str:
    if value is None:
        return "null"
    schema = infer(value)
    return array_of(word_for(schema.items)) if schema.items else word_for(schema)


def _union(words: Sequence[str]) -> str:
    found = set(words) - {"null"}
    wider = next((word for word in ("double", "int64") if word in found), "")
    if wider and found <= {"int32", "int64", "double"}:
        found = {wider}
    word = found.pop() if len(found) == 1 else "any"
    return f"{word} or null" if "null" in words and word != "any" else word


def _with_statuses(response: Response, chosen: Sequence[RecordedExchange]) -> Response:
    """Return a response with the recorded statuses in the place of those that were guessed."""
    recorded = {each.status for each in chosen}
    known = {row.code: row for row in response.statuses}
    guessed = {code for code in known if code == 404 or not any(map(is_success, recorded))}
    statuses = tuple(
        known.get(code, Status(code, GAP, (), _NOWHERE)) for code in sorted(recorded | guessed)
    )
    done = [each for each in chosen if is_success(each.status)]
    rows = _rows(done, answered=True) if response.properties else ()
    return replace(response, statuses=statuses, properties=rows or response.properties)


def _with_query(sections: Sequence[Section]) -> tuple[Section, ...]:
    query = Section(SectionKind.QUERY, "Query String Parameters", (), _NOWHERE)
    place = next(n for n, each in enumerate(sections) if each.kind is SectionKind.HEADERS)
    return (*sections[:place], query, *sections[place:])


def _target(each: RecordedExchange) -> str:
    return f"{each.path}?{each.query}" if each.query else each.path


def _request(each: RecordedExchange, name: str, accepted: str) -> ExampleRequest:
    fields = [f"Authorization: {CREDENTIALS}"] if each.is_authorized else []
    fields += [f"Content-Type: {each.content_type}"] if each.body else []
    # What a refusal comes as was not asked for.
    kind = each.response_type if is_success(each.status) else accepted
    fields += [f"Accept: {kind}"] if each.response_type else []
    target = _target(each)
    text = message(f"{each.method} {target}", fields, each.body)
    return ExampleRequest((), each.body, text, _NOWHERE, each.method, target, name)


def _response(each: RecordedExchange, name: str) -> ExampleResponse:
    try:
        phrase = HTTPStatus(each.status).phrase
    except ValueError:
        phrase = ""
    fields = [f"Content-Type: {each.response_type}"] if each.response_type else []
    text = message(f"HTTP/1.1 {each.status} {phrase}".rstrip(), fields, each.response_body)
    return ExampleResponse((), each.response_body, text, _NOWHERE, each.status, phrase, name)
