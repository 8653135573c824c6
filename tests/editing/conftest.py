"""One server for all tests of this folder, and a project of its own for each of them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from itertools import count

import pytest
import pytest_asyncio

from tests.editing.editor import Editor, editing
from tests.editing.pages import PARCEL, write

_numbers = count()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def server(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Editor]:
    async with editing(tmp_path_factory.mktemp("workspace").resolve()) as editor:
        yield editor


@pytest.fixture
def editor(server: Editor) -> Editor:
    """An editor with a project of one page, `docs/parcel.md`."""
    root = server.root / f"project {next(_numbers)}"
    write(root, {"mkdocs.yml": "site_name: Parcels\n", "docs/parcel.md": PARCEL})
    return Editor(server.client, root, server.registrations)
