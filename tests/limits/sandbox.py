"""The server in a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from callsheet.catalog import Catalog
from callsheet.http.headers import Headers
from callsheet.sandbox.inside.server import InPageServer
from callsheet.server.http.problems import Problem
from callsheet.server.limits import MIB
from callsheet.source.tutorials import read_programs
from tests.limits import Row, tries


@tries("body of a request in the page")
def body(row: Row, folder: Path) -> None:
    size = int(row.limit.removesuffix(" MiB")) * MIB
    server = InPageServer(Catalog(folder, (), (), ()))
    for more, expected in ((0, 404), (1, 413)):
        status, *_ = server.answer("POST", "/nowhere", Headers([("Host", "a")]), bytes(size + more))
        assert status == expected
    assert "413" in row.answer


@tries("size of a reader's workspace in the page")
def workspace(row: Row, folder: Path) -> None:
    size = int(row.limit.removesuffix(" MiB")) * MIB
    store = InPageServer(Catalog(folder, (), (), ())).store
    with store.transaction("") as state:
        state.put("a", 1, {}, bytes(size - 1000))
    with pytest.raises(Problem) as refused, store.transaction("") as state:
        state.put("a", 2, {}, bytes(1000))
    assert f"{refused.value.status}" in row.answer


@tries("programs of a tutorial")
def tutorial(row: Row, folder: Path) -> None:
    assert row.answer == "the rest is shown as code"
    text = b"```python run\nprint()\n```\n\n" * (int(row.limit) + 1)
    assert len(read_programs(text)) == int(row.limit)
