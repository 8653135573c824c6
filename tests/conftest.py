"""What all tests share: the project's pages, a running reference server, the outside data."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn

from callsheet.catalog import Catalog
from callsheet.configuration import DEFAULT_HOST
from callsheet.server.app import Application, bind, create_app

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
SAMPLES = ROOT / "samples"
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """The project's own pages."""
    return Catalog.read(DOCS)


@pytest.fixture(scope="session")
def shared() -> Path:
    """Pages of third parties, which are beside the checkout and not in it."""
    if not SHARED.is_dir():
        pytest.skip(f"the outside pages are not there: {SHARED}")
    return SHARED


@contextmanager
def running(app: Application) -> Iterator[str]:
    """The base address of a server in a thread, on a free port of loopback."""
    listener = bind(DEFAULT_HOST, 0)
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        # The socket listens already, so the first request waits for the server instead of failing.
        yield f"http://{DEFAULT_HOST}:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
        listener.close()


@pytest.fixture
def base_url(catalog: Catalog) -> Iterator[str]:
    """A reference server of its own for every test, with freshly seeded state."""
    with running(create_app(catalog, "sqlite://")) as url:
        yield url
