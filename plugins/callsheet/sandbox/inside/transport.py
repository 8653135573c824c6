"""The way of `requests` to the server in the page, instead of to a socket."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from functools import partial
from http.client import HTTPMessage
from typing import Any
from urllib.parse import SplitResult, urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3 import HTTPHeaderDict, HTTPResponse

from callsheet.http.statuses import phrase

Fields = list[tuple[str, str]]
Answer = Callable[[str, str, Fields, bytes], tuple[int, Fields, bytes]]
Origin = tuple[str, str | None, int | None]

_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_PORTS = {"http": 80, "https": 443}


def connect(origin: str, answer: Answer) -> None:
    """Let every request of `requests` to an origin be answered here; others go where they went.

    It is the adapter's own method that is replaced, so that sessions, retries, mounted adapters,
    cookies and redirects work as over a wire.

    Args:
        origin: The address of the server that the programs name; its other loopback names count.
        answer: What answers: method, path with query, header fields, and content in; status,
            header fields and content out. A status of 0 is a dropped connection.
    """
    here, send_away = _origin(urlsplit(origin)), HTTPAdapter.send

    def send(
        adapter: HTTPAdapter,
        request: requests.PreparedRequest,
        stream: bool = False,
        **options: Any,
    ) -> requests.Response:
        parts = urlsplit(request.url or "")
        if _origin(parts) != here:
            return _sent_away(partial(send_away, adapter, request, stream=stream, **options), parts)
        return _send(adapter, request, parts, answer, stream=stream)

    HTTPAdapter.send = send  # type: ignore[method-assign, assignment]


def _sent_away(send: Callable[[], requests.Response], parts: SplitResult) -> requests.Response:
    """Send a request to another server; where CORS forbids that, a browser gives no reason."""
    try:
        return send()
    except requests.ConnectionError as error:
        message = (
            f"{parts.scheme}://{parts.netloc.rpartition('@')[2]} cannot be asked from this page:"
            " it does not answer, or does not allow it (CORS)."
        )
        raise requests.ConnectionError(message, request=error.request) from None


def _send(
    adapter: HTTPAdapter,
    request: requests.PreparedRequest,
    parts: SplitResult,
    answer: Answer,
    *,
    stream: bool,
) -> requests.Response:
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    fields = [("Host", parts.netloc.rpartition("@")[2])]
    fields += [
        (_text(name), _text(value))
        for name, value in request.headers.items()
        # The content is whole already.
        if _text(name).lower() != "transfer-encoding"
    ]
    status, headers, content = answer(request.method or "GET", target, fields, _content(request))
    if not status:
        message = "Connection aborted: the server closed it without a response."
        raise requests.ConnectionError(message, request=request)
    raw = HTTPResponse(
        io.BytesIO(content),
        HTTPHeaderDict(headers),
        status,
        version=11,
        reason=phrase(status),
        preload_content=False,
        decode_content=False,
        original_response=_Original(headers),  # type: ignore[arg-type]
        request_method=request.method,
    )
    response = adapter.build_response(request, raw)
    if not stream:
        # Read at once, as the adapter's own method does.
        _ = response.content
    found: requests.Response = response
    return found


def _content(request: requests.PreparedRequest) -> bytes:
    body: Any = request.body
    if body is None:
        return b""
    if hasattr(body, "read"):
        body = body.read()
    if isinstance(body, str):
        return body.encode()
    if isinstance(body, (bytes, bytearray, memoryview)):
        return bytes(body)
    parts: Iterable[str | bytes] = body
    return b"".join(part.encode() if isinstance(part, str) else part for part in parts)


class _Original:
    """Stand-in for a response of `http.client`, of which `requests` reads the cookies."""

    def __init__(self, headers: Fields) -> None:
        self.msg = HTTPMessage()
        for name, value in headers:
            self.msg[name] = value

    def isclosed(self) -> bool:
        return True

    def close(self) -> None:
        pass


def _origin(parts: SplitResult) -> Origin:
    host = "127.0.0.1" if parts.hostname in _LOOPBACK else parts.hostname
    return parts.scheme, host, parts.port or _PORTS.get(parts.scheme)


def _text(value: str | bytes) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else value
