"""The reference server inside the page."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable
from dataclasses import replace

from callsheet.catalog import Catalog
from callsheet.http.headers import Headers
from callsheet.sandbox.models import ModelError
from callsheet.server.conclusions import Conclusions
from callsheet.server.core import ReferenceServer
from callsheet.server.engine.routing import without_route
from callsheet.server.http.content_coding import decompress
from callsheet.server.http.messages import HttpRequest
from callsheet.server.http.problems import Problem
from callsheet.server.http.wire import failed, fields_as_sent, names_host, too_large, without_host
from callsheet.server.journal import HandledRequest, JournalEntry, MemoryJournal
from callsheet.server.limits import Limits
from callsheet.server.pack import Pack
from callsheet.server.settings import Settings
from callsheet.server.storage.memory import MemoryStore

_LOG = logging.getLogger(__name__)

Fields = list[tuple[str, str]]


class InPageServer:
    """Answers requests as the served reference server does, one at a time.

    Args:
        catalog: The operations.
        packs: What is known of the API beyond its pages.
        settings: The choices of whoever built the site.
        conclusions: What all operations together tell, where that is known already.

    Attributes:
        store: What is remembered from one request to the next.
        called: The uid of the operation that the last request called; empty where there was none.
    """

    def __init__(
        self,
        catalog: Catalog,
        packs: Iterable[Pack] = (),
        settings: Settings | None = None,
        conclusions: Conclusions | None = None,
    ) -> None:
        self._limits = Limits()
        self._journal = MemoryJournal()
        self._server = ReferenceServer(
            catalog,
            list(packs),
            journal=self._journal,
            limits=self._limits,
            settings=settings,
            conclusions=conclusions,
        )
        self.store = MemoryStore(self._server.seed, self._limits)
        self.called = ""

    def answer(
        self,
        method: str,
        target: str,
        headers: Iterable[tuple[str, str]],
        body: bytes,
        base: str = "",
    ) -> tuple[int, Fields, bytes]:
        """Answer a request.

        Args:
            method: In capitals.
            target: Path and query, percent-encoded.
            headers: The header fields, with `Host`.
            body: The content.
            base: The path before the routes, as in `HttpRequest`. No route matches a target that
                does not begin with it.

        Raises:
            ModelError: A file that the answer needs is not there, or damaged.

        Returns:
            The status, 0 where a server would have dropped the connection; the header fields, their
            names in small letters; the content.
        """
        started = time.perf_counter()
        request, outcome = self._handled(method, target, Headers(headers), body, base)
        self.called = outcome.uid or ""
        details = self._server.details(request, request.workspace)
        entry = JournalEntry.of(request, outcome, time.perf_counter() - started, details)
        if self._server.is_of_api(request.path):
            self._journal.note(entry)
        if outcome.is_dropped:
            return 0, [], b""
        return outcome.response.status, fields_as_sent(outcome.response), outcome.response.body

    def place(self, uid: str) -> str:
        """Return the page and line that documents an operation."""
        return self._server.place(uid)

    def _handled(
        self, method: str, target: str, headers: Headers, body: bytes, base: str
    ) -> tuple[HttpRequest, HandledRequest]:
        path, _, query = target.partition("?")
        is_below = f"{path}/".startswith(f"{base}/")
        if is_below:
            path = path[len(base) :] or "/"
        request = HttpRequest(method, path, query, headers, base=base if is_below else "")
        try:
            if not names_host(headers, "1.1"):
                raise without_host()
            request = replace(request, body=self._content(headers, body))
            if not is_below and self._server.is_of_api(path):
                raise without_route(request.segments)
            return request, self._server.answer(request, self.store)
        except Problem as problem:
            return request, self._server.refusal(request, problem)
        except ModelError:
            # The site lacks a file, which is not an answer of a server.
            raise
        except Exception:
            _LOG.exception("%s %s failed (%s)", method, path, request.id)
            return request, self._server.refusal(request, failed())

    def _content(self, headers: Headers, body: bytes) -> bytes:
        """Return the content of a body without its coding.

        Raises:
            Problem: It is too large, or cannot be decoded.
        """
        limit = self._limits.body_bytes
        content: bytes | None = body if len(body) <= limit else None
        if content is not None and (coding := headers.get("Content-Encoding")):
            content = decompress(content, coding, limit, self._limits.body_parts)
        if content is None:
            raise too_large(limit)
        return content
