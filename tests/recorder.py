"""An HTTP server that keeps the request that it gets, for tests of what a sample sends."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

SECONDS = 30
"""What the end of a server may take."""


@dataclass
class Exchange:
    """The request that a sample sent, the answer to give it, and what it printed."""

    status: int = 200
    content_type: str = "application/json"
    answer: bytes = b"5"
    method: str = ""
    target: str = ""
    headers: Message = field(default_factory=Message)
    body: bytes = b""
    output: str = ""


@contextmanager
def listening(handler: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    """The base address of a server whose requests a class answers."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    # Who keeps a connection open keeps no test from its end.
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, args=[0.01], daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join(SECONDS)
        server.server_close()


@contextmanager
def recording(exchange: Exchange) -> Iterator[str]:
    """The base address of a server that fills in the request of the exchange and answers it."""

    class Handler(BaseHTTPRequestHandler):
        def record(self) -> None:
            exchange.method = self.command
            exchange.target = self.path
            exchange.headers = self.headers
            exchange.body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self.send_response(exchange.status)
            self.send_header("Content-Type", exchange.content_type)
            self.send_header("Content-Length", str(len(exchange.answer)))
            self.end_headers()
            self.wfile.write(exchange.answer)

        do_GET = do_POST = do_PATCH = record  # noqa: N815 - the names that the base class calls

        def log_message(self, *_: Any) -> None:
            pass

    with listening(Handler) as url:
        yield url


def parts_of(exchange: Exchange) -> dict[str, tuple[str | None, bytes]]:
    """The parts of a multipart body by name: file name and content."""
    boundary = exchange.headers.get_param("boundary")
    assert isinstance(boundary, str)
    parts = {}
    for part in exchange.body.split(f"--{boundary}".encode())[1:-1]:
        head, _, content = part.partition(b"\r\n\r\n")
        fields = Message()
        fields["Content-Disposition"] = (
            head.decode().split("Content-Disposition: ")[1].split("\r")[0]
        )
        name = fields.get_param("name", header="content-disposition")
        parts[str(name)] = (fields.get_filename(), content.removesuffix(b"\r\n"))
    return parts
