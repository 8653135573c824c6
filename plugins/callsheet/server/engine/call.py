"""The interface of behaviours: a valid request, and the answer to it."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from callsheet.http.media_types import negotiate
from callsheet.model import Operation
from callsheet.schema import Schema
from callsheet.server.engine.requests.validation import Input, refuse
from callsheet.server.http.messages import HttpRequest
from callsheet.server.http.problems import Problem, Violation
from callsheet.server.limits import Limits
from callsheet.server.state import State


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a valid request.

    Attributes:
        value: Plain values, encoded in the media type that the client prefers.
        content: Bytes that are sent unchanged instead of a value.
        media_type: The media type of these bytes.
        headers: Further header fields.
        status: The status; None for the documented success.
        schema: The schema of the value, where it is more specific than that of the page.
        offers: The media types that the value may be encoded in; by default the operation's.
    """

    value: Any = None
    content: bytes | None = None
    media_type: str = "application/octet-stream"
    headers: tuple[tuple[str, str], ...] = ()
    status: int | None = None
    schema: Schema | None = None
    offers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Call:
    """A valid request.

    Attributes:
        operation: The operation.
        request: The request.
        input: Its typed values.
        state: The state; changes are stored when the behaviour returns, and undone if it raises.
        limits: The limits on resources.
    """

    operation: Operation
    request: HttpRequest
    input: Input
    state: State
    limits: Limits

    def negotiate(self, offers: Sequence[str]) -> str:
        """Return the media type that the client prefers among those offered.

        Raises:
            Problem: 406 where it accepts none of them.
        """
        chosen = negotiate(self.request.headers.get("Accept"), offers)
        if chosen is None:
            raise Problem(406, f"The response is available as {', '.join(offers)}.")
        return chosen

    def documents(self, status: int) -> bool:
        """Tell whether the page documents a status."""
        return any(documented.code == status for documented in self.operation.statuses)

    def body_value(self, name: str) -> Any:
        """Return the value of a property that the behaviour requires, whatever the page marks.

        Raises:
            Problem: The body doesn't have it.
        """
        body = self.input.body
        value = body.get(name) if isinstance(body, dict) else None
        if value is None:
            raise self.refuse(f"`{name}` is missing from the body.")
        return value

    def unknown(self, detail: str) -> Problem:
        """Return the refusal of what only a behaviour can do (501)."""
        return unknown(self.operation, detail)

    def refuse(self, detail: str, *violations: Violation) -> Problem:
        """Return the refusal of an invalid request: 422, or 400 if the page has that alone."""
        return refuse(self.operation, detail, violations)


def unknown(operation: Operation, detail: str) -> Problem:
    """Return the refusal of what only a behaviour of the operation can do (501)."""
    code = (
        "from callsheet.server.engine.call import Answer\n\n\n"
        "def respond(call):\n    return Answer(...)\n\n\n"
        f"BEHAVIOURS = {{{json.dumps(operation.uid)}: respond}}"
    )
    return Problem(
        501, f"{detail} A behaviour can do it, in a module named by `behaviours`:\n\n{code}"
    )


DeferredAnswer = Callable[[], Answer]
"""Computes an answer that is slow and needs no state. It is called after the transaction, while
other requests are answered; a `Problem` that it raises becomes the response."""

Behaviour = Callable[[Call], Answer | DeferredAnswer]
"""A function that does what an operation does. If it raises a `Problem`, that is the response, and
nothing is stored."""


@dataclass(frozen=True, slots=True)
class SlowStart:
    """A behaviour that is slow before it first uses the state, and runs concurrently until then.

    Attributes:
        behaviour: The behaviour.
        is_slow: Tells whether it is slow for the values of a request, within the limits. Where it
            is not, a change of threads would take longer than the answer.
    """

    behaviour: Behaviour
    is_slow: Callable[[Input, Limits], bool] = lambda given, limits: True

    def __call__(self, call: Call) -> Answer | DeferredAnswer:
        """Call the behaviour."""
        return self.behaviour(call)
