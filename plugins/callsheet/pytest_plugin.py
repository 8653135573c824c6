"""Fixtures for tests that use documented operations.

`callsheet_catalog` has the operations, `reference_server` the base address of a server that answers
them. The pages are those of the ini option `callsheet_docs`, by default the folder `docs`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

# Pytest loads this module wherever Callsheet is installed, so what it needs is imported on use.
if TYPE_CHECKING:
    from callsheet.catalog import Catalog


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declares the ini option."""
    parser.addini("callsheet_docs", "The folder of the operation pages.", "string", "docs")


@pytest.fixture(scope="session")
def callsheet_catalog(pytestconfig: pytest.Config) -> Catalog:
    """The operations of the pages."""
    from callsheet.catalog import Catalog

    return Catalog.read(pytestconfig.rootpath / pytestconfig.getini("callsheet_docs"))


@pytest.fixture
def reference_server(callsheet_catalog: Catalog) -> Iterator[str]:
    """The base address of a reference server with freshly seeded state, for one test."""
    from callsheet.configuration import DEFAULT_DATABASE
    from callsheet.server.app import background, create_app

    with background(create_app(callsheet_catalog, DEFAULT_DATABASE)) as url:
        yield url
