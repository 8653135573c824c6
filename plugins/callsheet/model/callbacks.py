"""Callbacks: the requests that a server sends because of an operation (OpenAPI 3.1.0, 4.8.18)."""

from __future__ import annotations

from dataclasses import dataclass

from callsheet.findings import Span
from callsheet.model.page import ExampleRequest
from callsheet.model.parts import RequestBody


@dataclass(frozen=True, slots=True)
class Callback:
    """A request that the server sends to an address which a client gave it.

    Attributes:
        name: Its name, by which a client asks the reference server for it.
        method: Its HTTP method, in capitals.
        address: Where it is sent: a URL with runtime expressions, such as
            `{$request.body#/callbackUrl}`; see `callsheet.http.runtime_expressions`.
        body: Its body; None where its section neither lists properties nor shows any content.
        examples: The sample requests in its section.
        span: From its heading to its last line.
    """

    name: str
    method: str
    address: str
    body: RequestBody | None
    examples: tuple[ExampleRequest, ...]
    span: Span
