"""Serves a built site as a plain web server would, below any path and with any header."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


class _Server(ThreadingHTTPServer):
    # A browser opens many connections at once.
    request_queue_size = 128


@contextmanager
def serve(
    folder: Path, prefix: str = "/", headers: Mapping[str, str] | None = None
) -> Iterator[str]:
    """Serves a folder on a free port of loopback, until the block ends.

    Args:
        folder: The built site; its `404.html` is the answer to what it has not.
        prefix: The path below which it is.
        headers: What every answer has beside the usual.

    Yields:
        The address of the site, with a slash at its end.
    """

    class Handler(SimpleHTTPRequestHandler):
        def __init__(self, *args: Any) -> None:
            super().__init__(*args, directory=str(folder))

        def translate_path(self, path: str) -> str:
            inside = path.startswith(prefix)
            return super().translate_path(path.removeprefix(prefix[:-1]) if inside else "/no/site")

        def end_headers(self) -> None:
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            super().end_headers()

        def send_error(self, code: int, *args: Any, **kwargs: Any) -> None:
            missing = folder / "404.html"
            if code != HTTPStatus.NOT_FOUND or not missing.is_file():
                super().send_error(code, *args, **kwargs)
                return
            content = missing.read_bytes()
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *args: Any) -> None:
            pass

    with _Server(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{prefix}"
        finally:
            server.shutdown()
            thread.join(30)
