"""The reference server and its site on uvicorn and starlette."""

import math
import signal
import socket
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import uvicorn

from callsheet.catalog import Catalog
from callsheet.errors import ConfigurationError, needing
from callsheet.reference import DEFAULT_HOST
from callsheet.server.adapters import access_log as access
from callsheet.server.adapters.asgi import Application, ASGIApp
from callsheet.server.adapters.collections import CollectionsApplication
from callsheet.server.adapters.protocol import library_for, limited
from callsheet.server.adapters.reloading import reload_on_changes
from callsheet.server.adapters.site_files import site_files
from callsheet.server.adapters.sockets import address, bind
from callsheet.server.adapters.sources import Sources
from callsheet.server.adapters.tls import Tls
from callsheet.server.adapters.workers import Workers
from callsheet.server.core import ReferenceServer
from callsheet.server.http.messages import workspace_digest
from callsheet.server.journal import MemoryJournal
from callsheet.server.limits import Limits
from callsheet.server.pack import Pack
from callsheet.server.settings import Settings
from callsheet.server.storage.database import Database, in_memory
from callsheet.server.storage.shared_journal import SharedJournal
from callsheet.server.storage.store import DatabaseStore, Fill
from callsheet.watch import changes

__all__ = [
    "Application",
    "CollectionsApplication",
    "Worker",
    "background",
    "create_app",
    "run",
    "serve",
    "serve_by_workers",
]


@dataclass(frozen=True, slots=True)
class Transport:
    """How a server speaks to its clients.

    Attributes:
        tls: The certificate; None for plain HTTP.
        http2: Whether it speaks HTTP/2, too.
    """

    tls: Tls | None = None
    http2: bool = False

    @property
    def scheme(self) -> str:
        """The scheme of its address."""
        return "https" if self.tls else "http"


PLAIN = Transport()


def create_app(
    catalog: Catalog,
    database: str,
    site: Path | None = None,
    *,
    packs: Sequence[Pack] = (),
    origins: Iterable[str] = (),
    reset: bool = False,
    shared: bool = False,
    limits: Limits | None = None,
    settings: Settings | None = None,
) -> Application:
    """Create the application for a catalog.

    Args:
        catalog: The operations.
        database: The address of a database, as SQLAlchemy has it.
        site: A built site, served for every path that is not of the API.
        packs: What is known of the API beyond its pages; later ones override.
        origins: The other origins whose pages may read the responses.
        reset: Whether to delete the stored state first.
        shared: Whether other workers use the database, too.
        limits: The limits on resources.
        settings: The choices of whoever runs it.

    Raises:
        StoreError: The database cannot be used.
        ConfigurationError: There is no such site, or a setting cannot be used.
    """
    if site is not None and not site.is_dir():
        raise ConfigurationError(f"There is no built site `{site}`; run `mkdocs build` first.")
    limits, settings = limits or Limits(), settings or Settings()
    opened = Database(database, reset=reset)
    # The store, which the journal asks, needs the seed of the server, which needs the journal.
    journal = (
        SharedJournal(opened) if shared else MemoryJournal(lambda name: store.has_stored(name))
    )
    server = ReferenceServer(catalog, packs, origins, journal, limits, settings)
    store = DatabaseStore(opened, server.seed, limits, _named_seeds(server, settings))
    pages = site_files(site) if site else None
    return Application(server, store, journal, pages, limits)


def watch(
    app: Application, sources: Sources, origins: Iterable[str], limits: Limits, settings: Settings
) -> None:
    """Take over changes of the pages while a server runs."""

    def reload() -> None:
        catalog = sources.catalog()
        packs = sources.packs(catalog)
        server = ReferenceServer(catalog, packs, origins, app.journal, limits, settings)
        app.store.reseed(server.seed, _named_seeds(server, settings))
        app.replace(server)

    reload_on_changes(changes(sources.docs), reload)


def _named_seeds(server: ReferenceServer, settings: Settings) -> dict[str, Fill]:
    return {
        workspace_digest(name): partial(server.seed, workspace=name)
        for name in settings.initial.workspaces
    }


def serve(
    app: Application | CollectionsApplication,
    host: str,
    port: int,
    ready: Callable[[str], None],
    transport: Transport = PLAIN,
) -> None:
    """Serve until interrupted or terminated, and finish the requests that are being answered.

    Args:
        app: The application.
        host: The address to listen on.
        port: The port; 0 takes a free one.
        ready: Is called with the base address as soon as connections are accepted.
        transport: How it speaks to its clients.

    Raises:
        ConfigurationError: The port cannot be bound.
    """
    with bind(host, port) as listener:
        run(app, listener, lambda: ready(address(listener, transport.scheme)), transport)


def run(
    app: Application | CollectionsApplication,
    listener: socket.socket,
    ready: Callable[[], None],
    transport: Transport = PLAIN,
) -> None:
    """Serve on a socket until the process gets SIGINT or SIGTERM.

    Args:
        app: The application.
        listener: The socket; it listens already, so that a request that comes early waits.
        ready: Is called when a signal ends the server as it should.
        transport: How it speaks to its clients.

    Raises:
        CallsheetError: The library for HTTP/2 is missing.
    """
    access.errors_to_stderr()
    if transport.http2:
        with needing("http2", "--http2"):
            from callsheet.server.adapters.http2 import run_http2
        run_http2(app, listener, app.limits, transport.tls, ready)
        return
    server = _server(app, app.limits, library_for(app.methods), transport.tls)

    def end(_signal: int, _frame: object) -> None:
        server.should_exit = True

    # Uvicorn raises the signals anew when it is done, to end the process by them.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, end)
    ready()
    server.run([listener])


@dataclass(frozen=True, slots=True)
class Worker:
    """Serves in a process of its own, with its own catalog and connections.

    Attributes:
        sources: Where it gets its operations and packs from.
        database: The address of the database that all workers share.
        site: A built site.
        origins: The other origins whose pages may read the responses.
        access_log: Whether each request is logged.
        limits: The limits on resources.
        settings: The choices of whoever runs it.
        transport: How it speaks to its clients.
    """

    sources: Sources
    database: str
    site: Path | None
    origins: tuple[str, ...]
    access_log: bool
    limits: Limits
    settings: Settings
    transport: Transport

    def __call__(self, listener: socket.socket, ready: Callable[[], None]) -> None:
        """Serve until the process is terminated."""
        if self.access_log:
            access.log_to_stderr()
        if self.settings.logs_refusals:
            access.refusals_to_stderr()
        catalog = self.sources.catalog()
        app = create_app(
            catalog,
            self.database,
            self.site,
            packs=self.sources.packs(catalog),
            origins=self.origins,
            shared=True,
            limits=self.limits,
            settings=self.settings,
        )
        if self.settings.watches:
            watch(app, self.sources, self.origins, self.limits, self.settings)
        run(app, listener, ready, self.transport)


def serve_by_workers(
    worker: Worker,
    number: int,
    host: str,
    port: int,
    ready: Callable[[str], None],
    *,
    reset: bool = False,
) -> None:
    """Serve with several processes until this one is interrupted or terminated.

    Args:
        worker: Runs in each of them.
        number: How many there are.
        host: The address to listen on.
        port: The port; 0 takes a free one.
        ready: Is called with the base address as soon as all of them serve.
        reset: Whether to delete the stored state first.

    Raises:
        StoreError: The database cannot be used.
        ConfigurationError: The port cannot be bound, or no database is shared.
    """
    if in_memory(worker.database):
        raise ConfigurationError(
            "Several workers need a database that they share: name one with `--database`, such as"
            " sqlite:///callsheet.db or postgresql://user@host/name."
        )
    Database(worker.database, reset=reset).close()
    with bind(host, port) as listener:
        Workers(worker, listener, number).run(
            lambda: ready(address(listener, worker.transport.scheme))
        )


@contextmanager
def background(app: ASGIApp, limits: Limits | None = None, *, library: str = "") -> Iterator[str]:
    """Serve in a thread, on a free port of loopback, until the block ends.

    Args:
        app: The application.
        limits: The limits on resources.
        library: What parses HTTP; see `callsheet.server.adapters.protocol.limited`.

    Yields:
        The base address.
    """
    with bind(DEFAULT_HOST, 0) as listener:
        server = _server(app, limits or Limits(), library)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            # The socket listens already: a request that comes early waits and doesn't fail.
            yield address(listener)
        finally:
            server.should_exit = True
            thread.join()


def _server(
    app: ASGIApp, limits: Limits, library: str = "", tls: Tls | None = None
) -> uvicorn.Server:
    return uvicorn.Server(
        uvicorn.Config(
            app,
            http=limited(limits, library),
            ws="none",
            timeout_keep_alive=math.ceil(limits.idle_seconds),
            timeout_graceful_shutdown=math.ceil(limits.farewell_seconds),
            log_level="warning",
            access_log=False,
            ssl_certfile=tls.certificate if tls else None,
            ssl_keyfile=tls.key if tls else None,
        )
    )
