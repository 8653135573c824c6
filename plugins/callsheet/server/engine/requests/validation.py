"""Validation of requests against the contracts of their operations."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from callsheet.http.forms import Part
from callsheet.model import Operation
from callsheet.server.engine.requests.named_types import NamedTypes
from callsheet.server.engine.requests.parameters import Parameters
from callsheet.server.engine.requests.request_body import RequestBodies
from callsheet.server.http.messages import HttpRequest
from callsheet.server.http.problems import Problem, Violation
from callsheet.server.limits import Limits


@dataclass(frozen=True, slots=True)
class Input:
    """The typed values of a request, by their documented names.

    Attributes:
        path: The path parameters.
        query: The query parameters that were sent, and the defaults of the others.
        body: The bytes of a file, or plain values; None without a body. A file among the values of
            a form is base64.
        headers: The header fields about whose values the page says something, as the query.
        cookies: The documented cookies, as the query.
        parts: The parts of a multipart form, with their names, file names and media types.
        violations: What is wrong with the request; nothing, unless the page shows its refusal.
    """

    path: Mapping[str, Any]
    query: Mapping[str, Any]
    body: Any
    headers: Mapping[str, Any] = field(default_factory=dict)
    cookies: Mapping[str, Any] = field(default_factory=dict)
    parts: tuple[Part, ...] = ()
    violations: tuple[Violation, ...] = ()


def refuse(operation: Operation, detail: str, violations: Iterable[Violation] = ()) -> Problem:
    """Return the refusal of an invalid request: 422, or 400 if the page documents that alone.

    If it documents both, 400 is for a body that cannot be parsed (RFC 9110, 15.5.1 and 15.5.21).
    """
    listed = tuple(violations)
    documented = {status.code for status in operation.statuses}
    is_unreadable = any(violation.unreadable for violation in listed)
    is_bad = 400 in documented and (422 not in documented or is_unreadable)
    return Problem(400 if is_bad else 422, detail, listed)


def refuse_all(operation: Operation, violations: Sequence[Violation]) -> Problem:
    """Return the refusal of a request for every violation of its contract."""
    detail = " ".join(map(str, violations))
    return refuse(operation, f"The request is not as documented. {detail}", violations)


class Validator:
    """Decodes and validates the parameters and bodies of requests.

    Args:
        types: The named types.
        limits: The limits on resources.
    """

    def __init__(self, types: NamedTypes, limits: Limits) -> None:
        self._types = types
        self._limits = limits
        # What each operation expects, worked out when it is first asked for.
        self._known: dict[str, tuple[Parameters, RequestBodies]] = {}

    def look(self, operation: Operation, request: HttpRequest, path: Mapping[str, str]) -> Input:
        """Return the input of a request, as far as it can be read, and its faults.

        Args:
            operation: The operation that it asks for.
            request: The request.
            path: The texts of the path parameters.

        Raises:
            Problem: 413 for a body that is larger than the limits; 415 for a media type that is not
                documented; 400 or 422 for a body that cannot be read.
        """
        if operation.uid not in self._known:
            self._known[operation.uid] = (
                Parameters(operation, self._types),
                RequestBodies(operation, self._types, self._limits),
            )
        parameters, bodies = self._known[operation.uid]
        found: list[Violation] = []
        in_path = parameters.path(request, path, found)
        query = parameters.query(request, found)
        headers = parameters.headers(request, found)
        cookies = parameters.cookies(request, found)
        body = bodies.read(request, found)
        return Input(in_path, query, body.value, headers, cookies, body.parts, tuple(found))
