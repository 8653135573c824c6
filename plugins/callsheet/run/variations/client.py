"""The client that sends variations: to a live server, or to the reference server on loopback."""

import math
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from callsheet.catalog import Catalog
from callsheet.run.recorder import App
from callsheet.run.verify import LiveServer, RequestPolicy
from callsheet.server.adapters.app import background
from callsheet.server.adapters.protocol import library_for


@contextmanager
def reference_client(app: App, catalog: Catalog) -> Iterator[LiveServer]:
    """Serve an application until the block ends, and yield a client of it without a rate limit."""
    library = library_for(operation.method for operation in catalog.operations)
    with (
        background(app, library=library) as url,
        live_client(url, (), RequestPolicy(rate=math.inf, retries=0)) as client,
    ):
        yield client


@contextmanager
def live_client(
    base_url: str, headers: Iterable[tuple[str, str]], policy: RequestPolicy
) -> Iterator[LiveServer]:
    """Yield a client of a live server, and close its connections at the end of the block."""
    client = LiveServer(base_url, headers, policy)
    try:
        yield client
    finally:
        client.close()
