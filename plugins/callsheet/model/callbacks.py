"""Requests that a server sends: callbacks (OpenAPI 3.1.0, 4.8.18) and webhooks (4.8.1)."""

from dataclasses import dataclass

from callsheet.findings import Span
from callsheet.model.page import ExampleRequest
from callsheet.model.parts import RequestBody


@dataclass(frozen=True, slots=True)
class Outgoing:
    """That the server sends a request to its client, and why.

    Attributes:
        name: The name of the webhook or callback.
        cause: The uid of the operation whose callback it is; empty for a webhook, which is sent
            whatever clients have requested.
        address: Where a callback is sent: a URL with runtime expressions, such as
            `{$request.body#/callbackUrl}`; see `callsheet.http.runtime_expressions`. Empty for a
            webhook, whose address the pages don't know.
    """

    name: str
    cause: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Callback:
    """A callback that is documented in a section of its operation's page.

    Attributes:
        name: Its name, by which a client asks the reference server for it.
        method: Its HTTP method, in capitals.
        address: Where it is sent; see `Outgoing`.
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
