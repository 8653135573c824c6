"""Example messages of HTTP on pages."""

from __future__ import annotations

from dataclasses import dataclass

from callsheet.spans import Span


@dataclass(frozen=True, slots=True)
class Header:
    """A header field of an example."""

    name: str
    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Message:
    """An HTTP message on a page: header fields and body."""

    headers: tuple[Header, ...]
    body: str
    text: str
    span: Span

    def header(self, name: str) -> str | None:
        """Return the value of the first header field of a name, whatever its case."""
        wanted = name.lower()
        return next((h.value for h in self.headers if h.name.lower() == wanted), None)


@dataclass(frozen=True, slots=True)
class ExampleRequest(Message):
    """A sample request: `target` is the path with its query, as in RFC 9112, 3.2.

    `name` is that of the fence, empty where it has none.
    """

    method: str
    target: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class ExampleResponse(Message):
    """A sample response; `name` is that of the fence, empty where it has none."""

    status: int
    reason: str
    name: str = ""
