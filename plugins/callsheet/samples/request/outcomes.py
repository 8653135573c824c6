"""Requests that bring about the documented statuses other than success."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from http import HTTPStatus

from callsheet.http.media_types import is_json, is_listed, negotiate
from callsheet.http.statuses import is_success
from callsheet.model import DataType, Location, Operation, Parameter, Status, assumed_scheme
from callsheet.model.contents import request_contents, response_contents
from callsheet.reference import REFERENCE_USER, WRONG_SECRET
from callsheet.samples.request.bodies import JsonBody, TextBody
from callsheet.samples.request.choices import NO_OVERRIDES, Overrides
from callsheet.samples.request.defaults import (
    EVALUATOR,
    MISSING_NUMBER,
    Json,
    Scalar,
    json_by_schema,
)
from callsheet.samples.request.missing import missing_in_path
from callsheet.samples.request.styled import in_style
from callsheet.samples.request.values import Values, pick_values

MISSING_NAME = "no-such-thing"
LONG_AGO = "Sat, 01 Jan 2000 00:00:00 GMT"
"""A date before anything was last modified (RFC 9110, 5.6.7)."""

LAST_MODIFIED = "Last-Modified"

PATCH_MEDIA_TYPE = "application/json-patch+json"
_NO_MEDIA_TYPE = "application/x-none"
_NUMBERS = {"int32", "int64"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """A documented status, and the request that brings it about.

    Attributes:
        status: The row of the status.
        values: The values of the request.
        cause: What is special about the request, in one sentence.
        remedy: What a client does about it, in one sentence; may be empty.
        validator: The field of an ordinary response, `Last-Modified` or `ETag`, with which the
            request revalidates that (RFC 9110, 8.8); empty for any other request.
        simulated: Whether only the reference server brings it about, by `Prefer` (RFC 7240).
    """

    status: Status
    values: Values
    cause: str
    remedy: str = ""
    validator: str = ""
    simulated: bool = False


def outcomes_of(operation: Operation, site: Overrides = NO_OVERRIDES) -> tuple[Outcome, ...]:
    """Return the documented statuses other than the ordinary one, each with a request for it.

    Args:
        operation: The operation.
        site: The choices of the site's configuration, for all operations.
    """
    ordinary = operation.ordinary_status
    # An interim response (RFC 9110, 15.2) is followed by another one, which a client gets.
    final = [row for row in operation.statuses if row.code >= HTTPStatus.OK and row != ordinary]
    wanted = {row.code: row for row in reversed(final)}
    if not wanted:
        return ()
    planner = _OutcomePlanner(operation, pick_values(operation, site))
    return tuple(planner.plan(wanted[code]) for code in sorted(wanted))


class _OutcomePlanner:
    """Plans requests by status; a plan yields nothing where it does not apply."""

    def __init__(self, operation: Operation, values: Values) -> None:
        self._operation = operation
        self._values = values
        self._plans = {
            304: self._unchanged,
            400: self._bad,
            401: self._unauthorized,
            404: self._missing,
            406: self._not_acceptable,
            409: self._conflict,
            412: self._precondition,
            415: self._unsupported,
            422: self._invalid,
        }

    def plan(self, status: Status) -> Outcome:
        """Find a request for a status; one that no request is known for is simulated."""
        plan = self._plans.get(status.code)
        found = next(plan(status), None) if plan else None
        return found or self._simulated(status)

    def _simulated(self, status: Status) -> Outcome:
        values = self._with_header("Prefer", f"code={status.code}")
        cause = (
            "No request brings this about for certain; the reference server can be asked for it."
        )
        return Outcome(status, self._accepting(status, values), cause, simulated=True)

    def _accepting(self, status: Status, values: Values) -> Values:
        """Return values that accept what a further success has, which is its own business."""
        contents = response_contents(self._operation, status.code)
        kinds = [content.media_type for content in contents if content.media_type]
        accepts = [text for name, text in values.headers if name.lower() == "accept"]
        if not is_success(status.code) or not kinds or not accepts:
            return values
        if negotiate(accepts[0], kinds):
            return values
        headers = [
            (name, kinds[0] if name.lower() == "accept" else text) for name, text in values.headers
        ]
        return replace(values, headers=tuple(headers))

    def _unchanged(self, status: Status) -> Iterator[Outcome]:
        if self._operation.method in {"GET", "HEAD"}:
            validator = _validator(self._operation)
            what = "date" if validator == LAST_MODIFIED else "entity tag"
            cause = f"The {what} of the answer that is known already goes with the next request."
            remedy = "What was fetched before is still good."
            yield Outcome(status, self._values, cause, remedy, validator)

    def _missing(self, status: Status) -> Iterator[Outcome]:
        if missing := missing_in_path(self._operation):
            name, number = missing
            values = replace(self._values, path=self._path(name, number))
            yield Outcome(status, values, f"Nothing has this `{name}`.", "Check the number.")
        queries = {p.name: p for p in self._operation.parameters_in(Location.QUERY)}
        for name, _ in self._values.query:
            # Numbers with limits rather say how much than which.
            if (row := queries.get(name)) and _is_number(row.type) and _fits(MISSING_NUMBER, row):
                yield self._with_query(status, name, MISSING_NUMBER, f"Nothing has this `{name}`.")
        rows = {p.name: p for p in self._operation.parameters_in(Location.PATH)}
        for name in reversed(self._values.path):
            if (row := rows.get(name)) and _is_text(row.type) and _fits(MISSING_NAME, row):
                # No page lists the names that exist, so the reference server accepts any.
                simulated = self._simulated(status)
                values = replace(simulated.values, path=self._path(name, MISSING_NAME))
                cause = f"Nothing has this `{name}`; the reference server is asked to say so."
                yield replace(simulated, values=values, cause=cause, remedy="Check the name.")

    def _invalid(self, status: Status) -> Iterator[Outcome]:
        body = self._operation.request_body
        if body is not None and self._values.body is not None and self._operation.expects_body:
            cause = f"The {body.name or 'request body'} is missing."
            yield Outcome(status, replace(self._values, body=None), cause, "Send it.")
        queries = {p.name: p.type for p in self._operation.parameters_in(Location.QUERY)}
        for name, data_type in queries.items():
            if data_type and data_type.name in {"enum", "bool", "date-time", "double", *_NUMBERS}:
                cause = f"`{name}` is not of its type, which is {data_type.name}."
                yield self._with_query(status, name, MISSING_NAME, cause)
        for name, data_type in {
            p.name: p.type for p in self._operation.parameters_in(Location.PATH)
        }.items():
            if name in self._values.path and _is_number(data_type):
                values = replace(self._values, path=self._path(name, MISSING_NAME))
                yield Outcome(status, values, f"`{name}` is not a number.", "Send a number.")

    def _bad(self, status: Status) -> Iterator[Outcome]:
        # On a page with both, 422 is for what is not as documented, and 400 for what cannot even be
        # parsed (RFC 9110, 15.5.1 and 15.5.21).
        if all(row.code != 422 for row in self._operation.statuses):
            yield from self._invalid(status)
        elif isinstance(body := self._values.body, JsonBody):
            values = replace(self._values, body=TextBody("{", body.content_type))
            yield Outcome(status, values, "The body is not JSON.", "Send JSON.")

    def _unauthorized(self, status: Status) -> Iterator[Outcome]:
        if not _is_refusable(self._operation):
            return
        login = (REFERENCE_USER, WRONG_SECRET) if self._values.credentials else None
        values = replace(self._values, credentials=login, refused=True)
        access = values.access(self._operation)
        if access.login:
            yield Outcome(status, values, "The password is wrong.", "Check user and password.")
        elif any(not isinstance(text, str) for _, text in (*access.headers, *access.query)):
            yield Outcome(status, values, "The token or key is wrong.", "Check it.")
        else:
            yield Outcome(status, values, "There are no credentials.", "Send them.")

    def _not_acceptable(self, status: Status) -> Iterator[Outcome]:
        if not self._operation.response_media_types:
            # An answer without a body is acceptable to everybody.
            return
        values = self._with_header("Accept", _NO_MEDIA_TYPE)
        remedy = f"Accept {' or '.join(self._operation.response_media_types) or 'another type'}."
        yield Outcome(status, values, "Nothing is available as this media type.", remedy)

    def _unsupported(self, status: Status) -> Iterator[Outcome]:
        listed = [c.media_type for c in request_contents(self._operation) if c.media_type]
        # Of `*/*`, nothing is another media type.
        if self._values.body is not None and listed and not is_listed(_NO_MEDIA_TYPE, listed):
            values = replace(self._values, body=TextBody("none", _NO_MEDIA_TYPE))
            remedy = f"Send {' or '.join(self._operation.request_media_types) or 'another type'}."
            yield Outcome(status, values, "The body is of another media type.", remedy)

    def _precondition(self, status: Status) -> Iterator[Outcome]:
        if self._operation.method == "POST":
            # What a request creates was never changed before.
            return
        values = self._with_header("If-Unmodified-Since", LONG_AGO)
        cause = "It was changed after this date; use that of the `Last-Modified` that is known."
        remedy = "Fetch it anew, make the change in what came, and send that."
        yield Outcome(status, values, cause, remedy)

    def _conflict(self, status: Status) -> Iterator[Outcome]:
        response, body = self._operation.response, self._values.body
        texts = [p for p in response.properties if _is_text(p.type)] if response else []
        if self._operation.method != "PATCH" or not texts:
            return
        is_object = isinstance(body, JsonBody) and isinstance(body.value, dict)
        if is_object and PATCH_MEDIA_TYPE not in self._operation.request_media_types:
            # The page asks for properties, not for the steps of a patch.
            return
        name = texts[0].name
        steps: list[Json] = [
            {"op": "test", "path": f"/{name}", "value": "what was expected"},
            {"op": "replace", "path": f"/{name}", "value": json_by_schema(texts[0].schema)},
        ]
        listed = [kind for kind in self._operation.request_media_types if is_json(kind)]
        shown = body.content_type if isinstance(body, JsonBody) else None
        content_type = shown or next(iter(listed), PATCH_MEDIA_TYPE)
        values = replace(self._values, body=JsonBody(steps, content_type))
        cause = f"The patch tests that `{name}` is as expected, which it is not (RFC 6902, 4.6)."
        remedy = "Fetch it anew, and decide what the change is worth now."
        yield Outcome(status, values, cause, remedy)

    def _path(self, name: str, value: Scalar) -> dict[str, Scalar]:
        """Replace a value of the path by another one, in the style that the page states."""
        return {**self._values.path, name: in_style(self._operation, name, value)}

    def _with_query(self, status: Status, name: str, value: Scalar, cause: str) -> Outcome:
        kept = [pair for pair in self._values.query if pair[0] != name]
        return Outcome(status, replace(self._values, query=(*kept, (name, value))), cause)

    def _with_header(self, name: str, value: str) -> Values:
        kept = [field for field in self._values.headers if field[0].lower() != name.lower()]
        return replace(self._values, headers=(*kept, (name, value)))


def _is_refusable(operation: Operation) -> bool:
    """Tell whether the reference server refuses a request for wrong credentials alone."""
    if operation.security is None:
        rows = operation.parameters_in(Location.HEADER)
        return any(row.name == "Authorization" for row in rows)
    alternatives = [
        [use.scheme or assumed_scheme(use.name) for use in uses] for uses in operation.security
    ]
    others = [scheme.type for schemes in alternatives[1:] for scheme in schemes]
    # The example may satisfy another alternative with its key, and a certificate belongs to the
    # connection.
    return (
        bool(alternatives)
        and all(any(s.type != "mutualTLS" for s in schemes) for schemes in alternatives)
        and "apiKey" not in others
        and "mutualTLS" not in others
    )


def _validator(operation: Operation) -> str:
    """Return the field that shows whether an answer has changed: of a list, no date does."""
    response = operation.response
    rows = response.headers if response else ()
    shown = operation.example_responses[:1]
    names = {row.name.lower() for row in rows} | {h.name.lower() for e in shown for h in e.headers}
    if "last-modified" in names:
        return LAST_MODIFIED
    kind = (response.body_type or response.type) if response else None
    is_list = kind is not None and kind.name == "array"
    return "ETag" if "etag" in names or is_list else LAST_MODIFIED


def _fits(value: Scalar, row: Parameter) -> bool:
    return EVALUATOR.fits(value, row.schema)


def _is_number(data_type: DataType | None) -> bool:
    return data_type is not None and data_type.name in _NUMBERS


def _is_text(data_type: DataType | None) -> bool:
    return data_type is not None and data_type.name == "string"
