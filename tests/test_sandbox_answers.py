"""The server in a page answers as a served one does, byte for byte; ids and times aside."""

from __future__ import annotations

from pathlib import Path

import pytest

from callsheet.catalog import Catalog
from callsheet.configuration import DEFAULT_DATABASE
from callsheet.contrib.superoffice.pack import PACK as SUPEROFFICE
from callsheet.server.adapters.app import background, create_app
from tests.conftest import DOCS
from tests.sandbox_answers import as_in_page, in_page, over_a_wire, plain, recorded

MANY = 200
"""How many operations of the outside pages are asked for."""


def compared(catalog: Catalog, folder: Path, number: int) -> int:
    """Compare the answers to the requests of some samples, spread over all of them."""
    step = max(1, len(catalog.operations) // number)
    requests = recorded(catalog, catalog.operations[::step][:number], folder / "run")
    here = in_page(as_in_page(catalog, [SUPEROFFICE]), [SUPEROFFICE])
    with background(create_app(catalog, DEFAULT_DATABASE, packs=[SUPEROFFICE])) as url:
        for method, target, fields, body in requests:
            there = over_a_wire(url, (method, target, fields, body))
            assert plain(*here.answer(method, target, fields, body)) == there, (method, target)
    return len(requests)


def test_each_operation_of_the_documentation_is_answered_alike(tmp_path: Path) -> None:
    catalog = Catalog.read(DOCS)
    assert compared(catalog, tmp_path, len(catalog.operations)) >= len(catalog.operations)


# Slow because it reads 803 pages and runs 200 programs.
@pytest.mark.slow
def test_operations_of_outside_pages_are_answered_alike(shared: Path, tmp_path: Path) -> None:
    assert compared(Catalog.read(shared / "corpus"), tmp_path, MANY) >= MANY
