"""`pytest --callsheet docs/` runs samples as tests."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.harbours import write_harbours
from tests.parcels import page

pytestmark = pytest.mark.slow

TEXT = page(
    "parcel",
    "GET /api/Parcel/{id}",
    path=(("id", "int32", "**Required**"),),
    statuses=(200, 404),
    rows=(("ParcelId", "int32", ""), ("Name", "string", "")),
    example={"ParcelId": 7, "Name": "Box"},
)
OTHER = page("depots", "GET /api/Depot", type_="array", example=["north"])
TESTS = """
import requests

def test_with_fixtures(reference_server, callsheet_catalog):
    assert len(callsheet_catalog.operations) == 2
    auth = {"Authorization": "Bearer callsheet"}
    response = requests.get(f"{reference_server}/api/Depot", headers=auth, timeout=10)
    assert response.json() == ["north"]
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "reference").mkdir()
    (tmp_path / "reference" / "parcel.md").write_text(TEXT)
    (tmp_path / "reference" / "depots.md").write_text(OTHER)
    (tmp_path / "test_own.py").write_text(TESTS)
    return tmp_path


def run(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *arguments],
        cwd=project,
        env={**os.environ, "PYTEST_ADDOPTS": ""},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize("processes", [[], ["-n", "2"]])
def test_samples_are_items_beside_the_tests(project: Path, processes: list[str]) -> None:
    ran = run(project, "--callsheet", "reference", "-rA", *processes)
    assert ran.returncode == 0, ran.stdout
    assert "4 passed" in ran.stdout
    for name in ("parcel.py", "parcel_404.py", "depots.py"):
        assert f"PASSED callsheet::{name}" in ran.stdout


def test_samples_are_selected_as_tests_are(project: Path) -> None:
    ran = run(project, "--callsheet", "reference", "-k", "parcel_404")
    assert "1 passed, 3 deselected" in ran.stdout


def test_a_failure_says_page_line_and_what_to_do(project: Path) -> None:
    # A type that the server refuses: the example contradicts the table of another page.
    text = page(
        "broken", "POST /api/Crate", body=(("Owner", "Depot", ""),), sent={"Owner": {"Id": "x"}}
    )
    (project / "reference" / "broken.md").write_text(text)
    defining = page("depot", "GET /api/Main", type_="Depot", rows=(("Id", "int32", ""),))
    (project / "reference" / "depot.md").write_text(defining)
    ran = run(project, "--callsheet", "reference", "-k", "broken")
    assert ran.returncode == 1
    assert "fault broken.py (POST /api/Crate)" in ran.stdout
    assert "reference/depot.md:" in ran.stdout
    assert "hint: " in ran.stdout
    assert "Traceback" not in ran.stdout


@pytest.mark.parametrize("processes", [[], ["-n", "2"]])
def test_a_page_with_programs_is_an_item(project: Path, processes: list[str]) -> None:
    guide = project / "reference" / "guide.md"
    first = "# Guide\n\n```python run\nmade = 1\nprint(made)\n```\n\n```output\n1\n```\n"
    guide.write_text(f"{first}\n```python run\nprint(made + 1)\n```\n")
    ran = run(project, "--callsheet", "reference", "-rA", *processes)
    assert ran.returncode == 0, ran.stdout
    assert "PASSED callsheet::guide.md" in ran.stdout
    assert "5 passed" in ran.stdout
    guide.write_text(f"{first}\n```python run\nprint(made / 0)\n```\n")
    ran = run(project, "--callsheet", "reference", "-k", "guide", *processes)
    assert ran.returncode == 1
    assert "reference/guide.md:12: failed program 2 of the page" in ran.stdout
    assert 'File "reference/guide.md", line 13, in <module>' in ran.stdout
    assert "hint: Correct the program" in ran.stdout


def test_without_the_option_nothing_is_added(project: Path) -> None:
    ran = run(project, "-o", "callsheet_docs=reference")
    assert "1 passed" in ran.stdout


def test_a_folder_that_is_not_there_is_named(project: Path) -> None:
    ran = run(project, "--callsheet", "nope")
    assert "ERROR: There is no docs directory" in ran.stderr
    assert "INTERNALERROR" not in ran.stdout + ran.stderr


OWN = """
import requests

def test_with_fixtures(reference_server, callsheet_catalog):
    assert len(callsheet_catalog.operations) == 5
    auth = {"Authorization": "Bearer callsheet"}
    for path, name in ("/ships/1", "Name"), ("/ships/2", "Length"), ("/customs", "Duty"):
        answer = requests.get(f"{reference_server}{path}/api/Ship/7", headers=auth, timeout=10)
        assert name in answer.json()
"""


def test_samples_of_collections_ask_the_servers_of_their_own(tmp_path: Path) -> None:
    docs = write_harbours(tmp_path)
    (tmp_path / "test_own.py").write_text(OWN)
    tutorial = '# T\n\n```python run\nprint("ready")\n```\n\n```output\nready\n```\n'
    (docs / "ships/v2/first.md").write_text(tutorial)
    ran = run(tmp_path, "--callsheet", "docs", "-rA")
    assert ran.returncode == 0, ran.stdout
    items = re.findall(r"^PASSED callsheet::(\S+?)(?:\.py)?$", ran.stdout, re.MULTILINE)
    assert set(items) == {
        "ships1:getFleet", "ships1:getShip", "ships2:getShip", "ships2:ships/v2/first.md",
        "customs:getDuty", "customs:getShip",
    }  # fmt: skip
    ran = run(tmp_path, "--callsheet", "docs", "-k", "ships2 and getShip")
    assert "1 passed" in ran.stdout, ran.stdout
