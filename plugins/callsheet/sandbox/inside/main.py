"""Entry points for the worker of the page."""

from __future__ import annotations

import contextlib
import gc
import sys
import zlib
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from callsheet.http.statuses import phrase
from callsheet.reference import BASE_URL_VARIABLE, DEFAULT_BASE_URL
from callsheet.sandbox.inside.persistence import Plain, dump, restore
from callsheet.sandbox.inside.programs import Names, run
from callsheet.sandbox.inside.server import Fields, InPageServer
from callsheet.sandbox.inside.transport import connect
from callsheet.sandbox.models import load_model
from callsheet.server.adapters.packs import load_packs
from callsheet.server.http.messages import WORKSPACE_HEADER, workspace_digest

FOLDER = Path("/program")
"""Where programs run, in the memory of the worker."""

_GZIP = 31
"""Number of window bits that makes `zlib` read the format gzip."""

ExchangeListener = Callable[[dict[str, Any]], None]


def _nobody(_: dict[str, Any]) -> None:
    """Ignore an exchange."""


def _content(folder: Path, name: str) -> bytes:
    """Return a file of the model, for which the worker asks the site if it is not there yet.

    Raises:
        OSError: It is not there, or only a part of it.
    """
    file = folder / name
    if sys.platform != "emscripten" or file.exists():
        return file.read_bytes()
    # Functions of the worker. No reference to them stays: the memory of an interpreter that has one
    # could not be stored.
    from js import cutModelFile, modelFile

    content = modelFile(name).to_bytes()
    try:
        return zlib.decompress(content, _GZIP) if content.startswith(b"\x1f\x8b") else content
    except zlib.error as error:
        cutModelFile(name)
        raise OSError(f"`{name}` is not complete ({error}).") from error


class Sandbox:
    """The server in the page, and the programs that ask it.

    Args:
        folder: The files of `callsheet.sandbox.model_files`: the index, and those that the worker
            does not load when they are first asked for.
        packs: The names of the packs and modules of the site's configuration.
        collection: The name of the collection that the model is of; empty for pages in none.
        base: The path before its routes, where programs ask for them: `/v2`, or empty.
    """

    def __init__(
        self, folder: str, packs: Iterable[str], collection: str = "", base: str = ""
    ) -> None:
        self._prefix, self._base = f"{collection}:" if collection else "", base
        # Many small objects that all stay: to collect garbage while they come doubles the time.
        gc.disable()
        model = load_model(partial(_content, Path(folder)))
        known = load_packs(packs, Path(folder), model.catalog)
        self._server = InPageServer(model.catalog, known, conclusions=model.conclusions)
        # What packs seed is made now, so that later visits begin with it. Where that fails, each
        # request gets that as its answer.
        with contextlib.suppress(Exception), self._server.store.transaction("", writing=False):
            pass
        gc.enable()
        gc.freeze()
        self._on_exchange: ExchangeListener = _nobody
        self._workspace = ""
        self._names: Names = {}
        connect(DEFAULT_BASE_URL, self._answer_program)

    def listen(self, on_exchange: ExchangeListener) -> None:
        """Call a function with each exchange of a program from now on, as plain values."""
        self._on_exchange = on_exchange

    def answer(self, method: str, target: str, headers: Fields, body: bytes, base: str = "") -> Any:
        """Answer a request of the console, or of a script; see `InPageServer.answer`.

        Returns:
            What that returns, the reason phrase of the status, and the uid of the operation.
        """
        status, fields, content = self._server.answer(method, target, headers, body, base)
        return status, fields, content, phrase(status), self._called()

    def run(
        self,
        name: str,
        source: str,
        files: Mapping[str, bytes],
        settings: Mapping[str, str],
        tutorial: str = "",
        step: int = 0,
    ) -> tuple[int, dict[str, bytes]]:
        """Run a program, whose requests are answered here; see `programs.run`.

        Args:
            name: The name of its file.
            source: Its text.
            files: What it reads.
            settings: Environment variables: the reader's values.
            tutorial: The tutorial that it belongs to, whose workspace and names it has; empty for
                a program that stands alone.
            step: Its place among the programs of the tutorial; the first, 1, finds everything as
                if the tutorial was never run.
        """
        self._workspace = tutorial
        names: Names | None = None
        if tutorial:
            if step == 1:
                self._names = {}
                self._server.store.workspaces.pop(workspace_digest(tutorial), None)
            names = self._names
        environment = {BASE_URL_VARIABLE: DEFAULT_BASE_URL + self._base, **settings}
        return run(FOLDER, name, source, files, environment, names)

    def dump(self) -> Plain:
        """Return what all workspaces have changed; see `restore`."""
        return dump(self._server.store)

    def restore(self, plain: Plain) -> None:
        """Take over what was changed on an earlier visit; what cannot be read is left out."""
        try:
            restore(self._server.store, plain)
        except (AttributeError, LookupError, TypeError, ValueError):
            self._server.store.workspaces = {}

    def start_over(self) -> None:
        """Forget all that was changed."""
        self._server.store.workspaces = {}

    def _answer_program(
        self, method: str, target: str, headers: Fields, body: bytes
    ) -> tuple[int, Fields, bytes]:
        names = {name.lower() for name, _ in headers}
        if self._workspace and WORKSPACE_HEADER.lower() not in names:
            headers = [*headers, (WORKSPACE_HEADER, self._workspace)]
        status, fields, content = self._server.answer(method, target, headers, body, self._base)
        self._on_exchange(
            {
                "request": {"method": method, "target": target, "headers": headers, "body": body},
                "answer": {"status": status, "headers": fields, "body": content},
                "uid": self._called(),
            }
        )
        return status, fields, content

    def _called(self) -> str:
        """Return the uid of the operation that was called, as the site knows it; empty for none."""
        return self._server.called and self._prefix + self._server.called
