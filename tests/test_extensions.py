"""Behaviours of one's own, named by the configuration, and operations from an exported file."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests

from callsheet.catalog import Catalog
from callsheet.errors import ConfigurationError
from callsheet.server.adapters.packs import load_packs
from tests.conftest import DOCS
from tests.test_cli import callsheet

MODULE = """\
from callsheet.server.engine.call import Answer, Call


def get_blob_entity(call: Call) -> Answer:
    stored = call.state.get("note", 1) or {}
    return Answer({"BlobId": call.input.query["blobEntityId"], "Description": stored["text"]})


def seed(state, operations):
    state.put("note", 1, {"text": [operation.uid for operation in operations][0]})


BEHAVIOURS = {"v1BLOBAgent_GetBlobEntity": get_blob_entity}
"""


@contextmanager
def served(folder: Path, *arguments: str | Path) -> Iterator[str]:
    """The address of `callsheet serve`, started in a folder."""
    process = subprocess.Popen(
        [sys.executable, "-m", "callsheet", "serve", "--port", "0", *arguments],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
    finally:
        process.terminate()
        process.communicate(timeout=30)


def ask(address: str) -> requests.Response:
    return requests.post(
        f"{address}/api/v1/Agents/BLOB/GetBlobEntity",
        params={"blobEntityId": 3},
        auth=("reader", "callsheet"),
        timeout=30,
    )


@pytest.mark.slow
@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_module_of_ones_own_answers(tmp_path: Path, workers: str) -> None:
    (tmp_path / "my_ships.py").write_text(MODULE)
    (tmp_path / "mkdocs.yml").write_text(
        f"docs_dir: {DOCS}\nplugins:\n  - search\n  - callsheet:\n      behaviours: [my_ships]\n"
    )
    database = f"sqlite:///{tmp_path / 'state.db'}"
    with served(tmp_path, "--workers", workers, "--database", database) as address:
        answer = ask(address)
    assert answer.json() == {"BlobId": 3, "Description": "v1BLOBAgent_GetBlobEntity"}


@pytest.mark.slow
def test_operations_come_from_an_exported_file(tmp_path: Path) -> None:
    model = tmp_path / "model.jsonl"
    assert callsheet("export", "model", "--docs", DOCS, "-o", model).returncode == 0
    with served(tmp_path, "--model", model, "--pack", "superoffice") as address:
        answer = ask(address)
    assert answer.json()["BlobId"] == 3
    assert answer.json()["MimeType"] == "image/gif"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "cannot be imported: ModuleNotFoundError"),
        ("1 / 0", "cannot be imported: ZeroDivisionError"),
        ("", "needs `BEHAVIOURS`"),
        ("BEHAVIOURS = {'v1BLOBAgent_GetBlobEntity': 1}", "needs `BEHAVIOURS`"),
        ("BEHAVIOURS = {'nobody': print}", "`nobody`, which no page documents"),
    ],
)
def test_a_module_that_cannot_be_used_is_named(
    catalog: Catalog, tmp_path: Path, text: str | None, message: str
) -> None:
    name = f"odd_{abs(hash(text))}"
    if text is not None:
        (tmp_path / f"{name}.py").write_text(text)
    with pytest.raises(ConfigurationError, match=message) as caught:
        load_packs([name], tmp_path, catalog)
    assert name in str(caught.value)


@pytest.mark.slow
def test_behaviours_that_are_no_list_are_refused(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("plugins:\n  callsheet:\n    behaviours: my_ships\n")
    done = callsheet("serve", "--port", "0", cwd=tmp_path)
    assert done.returncode == 2
    assert "`behaviours`" in done.stderr
