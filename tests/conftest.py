"""What all tests share: where things are, and the project's own pages."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from callsheet.cache.content import CACHE_VARIABLE
from callsheet.catalog import Catalog
from callsheet.configuration import DEFAULT_DATABASE
from callsheet.contrib.superoffice.pack import PACK as SUPEROFFICE
from callsheet.server.adapters.app import background, create_app
from callsheet.server.limits import SAMPLES_LIMITS
from tests.postgresql import PostgreSQL, postgresql_server

# CI says the same of the same code; on a developer's machine each run tries something new.
settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("developer", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "developer")

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
SAMPLES = ROOT / "samples"
SHARED = ROOT.parent / "shared"

SLOW_SECONDS = 1800
"""What a slow test may take, which may install packages first; all others have what
`pyproject.toml` says."""


# After the conftest of a folder has said which of its tests are slow.
@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Gives the slow tests more time, and puts those in a browser last.

    Between its calls, Playwright's event loop counts as the one that runs in the thread, so that
    no test that runs a loop of its own can come after it.
    """
    items.sort(key=lambda item: "browser" in getattr(item, "fixturenames", ()))
    for item in items:
        if item.get_closest_marker("slow") and not item.get_closest_marker("timeout"):
            item.add_marker(pytest.mark.timeout(SLOW_SECONDS))


@pytest.fixture(scope="session", autouse=True)
def no_cache() -> Iterator[None]:
    """Keeps the tests, and what they start, from the cache of whoever runs them."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv(CACHE_VARIABLE, "")
        yield


@pytest.fixture
def cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the cache, which is switched on for a test."""
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture(scope="session")
def catalog(callsheet_catalog: Catalog) -> Catalog:
    """The project's own pages."""
    return callsheet_catalog


@pytest.fixture(scope="session")
def shared() -> Path:
    """Pages of third parties, which are beside the checkout and not in it."""
    if not SHARED.is_dir():
        pytest.skip(f"the outside pages are not there: {SHARED}")
    return SHARED


@pytest.fixture(scope="session")
def shared_server(catalog: Catalog) -> Iterator[str]:
    """The address of one server for all tests; who writes there uses a workspace of their own."""
    with background(
        create_app(catalog, DEFAULT_DATABASE, limits=SAMPLES_LIMITS, packs=[SUPEROFFICE])
    ) as url:
        yield url


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgreSQL]:
    """A PostgreSQL server; tests that need one are skipped where there is none."""
    with postgresql_server() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database that processes can share, of each kind in turn."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'state.db'}"
    server: PostgreSQL = request.getfixturevalue("postgresql")
    return server.new_database()
