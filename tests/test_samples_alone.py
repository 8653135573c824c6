"""A Python program that lies alone says what it needs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from callsheet.samples import python_sample
from tests.parcels import catalog_of


def thing(front: str = "", section: str = "") -> str:
    """A page with this front matter and section."""
    return f"""---
title: POST Thing
uid: Thing_Do
{front}---

# POST Thing

```http
POST /api/Thing
```

Does it.

{section}

## Response

| Response | Description |
| --- | --- |
| 200 | It is done. |
"""


def run(text: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the program of a page in a folder with nothing else in it."""
    [operation] = catalog_of({"x": text}).operations
    program = folder / "thing.py"
    program.write_text(python_sample(operation).text, encoding="utf-8")
    return subprocess.run(
        [sys.executable, program],
        cwd=folder,
        env=variables,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    "section",
    [
        "## Request Body: image binary",
        "## Request Body: thing\n\n| Name | Type | Description |\n| --- | --- | --- |\n"
        "| Picture | byte | **Required** |\n| A name that is longer than most | byte | |",
    ],
)
def test_an_upload_says_which_file_is_missing(tmp_path: Path, section: str) -> None:
    ran = run(thing(section=section), tmp_path)
    file = tmp_path / "assets" / "image.png"
    assert ran.returncode == 1
    assert ran.stderr == f"{file} is missing; the page has it to download.\n"


@pytest.mark.parametrize(
    ("security", "variables"),
    [
        ("{key: {in: header, name: X-Key}}", ["KEY"]),
        ("basic", ["BASIC_USER", "BASIC_PASSWORD"]),
        ("{basic: [], key: {in: query, name: k}}", ["BASIC_USER", "BASIC_PASSWORD", "KEY"]),
        (f"{{{'a-long-name-' * 8}key: {{in: query, name: k}}}}", ["A_LONG_NAME_" * 8 + "KEY"]),
    ],
)
def test_a_program_says_which_variable_is_missing(
    tmp_path: Path, security: str, variables: list[str]
) -> None:
    text = thing(f"servers: http://127.0.0.1:9\nsecurity: {security}\n")
    known: dict[str, str] = {}
    for name in variables:
        ran = run(text, tmp_path, **known)
        said = f"The environment variable {name} is not set.\n"
        assert (ran.returncode, ran.stderr) == (1, said)
        known[name] = ""
        # What is empty is not set.
        assert run(text, tmp_path, **known).stderr == said
        known[name] = "x"
    assert "Connection" in run(text, tmp_path, **known).stderr
