"""Forward requests to a live server, and keep the exchanges as examples for pages."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any, TextIO
from urllib.parse import parse_qsl, urlencode

from callsheet.http.masking import MASK, is_secret_name, mask_values
from callsheet.http.media_types import essence, is_json
from callsheet.pages.recording import MAX_EXCHANGES, RecordedExchange
from callsheet.redaction import Redactor
from callsheet.run.forwarding import Forwarder
from callsheet.run.model import Exchange
from callsheet.run.recorder import Receive, Scope, Send, Wire

MAX_BODY = 64 * 1024
"""Size of a body that is recorded, in bytes."""


class RecordingProxy:
    """An ASGI application that forwards requests to one live server and records the exchanges.

    Args:
        forward: Forwards a request to the server.
        redact: Redacts secrets.
        file: Gets a line of JSON for each exchange.
        host: The host and port that requests have to name.
    """

    def __init__(self, forward: Forwarder, redact: Redactor, file: TextIO, host: str = "") -> None:
        self._forward = forward
        self._redact = redact
        self._file = file
        self._number = 0
        self.host = host

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Forward one request, and record it."""
        if scope["type"] != "http":
            return
        if not self._is_local(scope["headers"]):
            # The requests get the user's credentials, so no web page may send any: neither one of
            # another origin, nor one whose name leads here (DNS rebinding).
            await send({"type": "http.response.start", "status": 403, "headers": []})
            await send({"type": "http.response.body", "body": b"Not for pages of other origins.\n"})
            return
        wire = Wire(scope, receive, send)
        await self._forward(scope, wire.receive, wire.send)
        exchange = wire.exchange()
        if exchange.status and self._number < MAX_EXCHANGES:
            self._number += 1
            recorded = without_secrets(exchange, self._redact)
            self._file.write(json.dumps(asdict(recorded)) + "\n")
            self._file.flush()

    def _is_local(self, fields: Iterable[tuple[bytes, bytes]]) -> bool:
        given = {name.lower(): value.decode("latin-1") for name, value in fields}
        origin = given.get(b"origin")
        return given.get(b"host") == self.host and origin in (None, f"http://{self.host}")


def without_secrets(exchange: Exchange, redact: Redactor) -> RecordedExchange:
    """Return an exchange without its secrets."""
    redact = redact.learn(*exchange.parts)
    content_type = essence(exchange.sent.get("Content-Type") or "")
    response_type = essence(exchange.headers.get("Content-Type") or "")
    pairs = parse_qsl(exchange.query, keep_blank_values=True)
    known = [(name, MASK if is_secret_name(name) else redact(text)) for name, text in pairs]
    return RecordedExchange(
        exchange.method,
        redact(exchange.path),
        urlencode(known, safe="*"),
        content_type,
        _text(exchange.content, content_type, redact),
        exchange.sent.get("Authorization") is not None,
        exchange.status,
        response_type,
        _text(exchange.body, response_type, redact),
    )


def _text(body: bytes, media_type: str, redact: Redactor) -> str:
    if not body or len(body) > MAX_BODY or not is_json(media_type):
        return ""
    try:
        value: Any = json.loads(body)
    except (ValueError, RecursionError):
        return ""
    return redact(json.dumps(mask_values(value, is_secret_name), indent=2, ensure_ascii=False))
