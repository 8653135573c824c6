"""CONTRIBUTING is true: what it shows is put into a copy of the package, and works."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import callsheet
from tests.conftest import DOCS, ROOT
from tests.processes import SECONDS
from tests.test_layers import ROWS

pytestmark = pytest.mark.slow

TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
TEMPLATES = dict(re.findall(r"^```python\n# (\S+\.py)\n(.*?)^```$", TEXT, re.DOTALL | re.MULTILINE))
PAGE = """\
---
title: Log of a ship
uid: v2Ship_GetLog
---

# Log of a ship

```http
GET /api/v2/Ship/{shipId}/Log
```

Gives the log.

| Path Part | Type | Description |
| --- | --- | --- |
| shipId | int32 | The ship. **Required** |

## Response: object

| Response | Description |
| --- | --- |
| 200 | The log. |
| 404 | There is none. |

## Sample response

```http_
HTTP/1.1 200 OK
Content-Type: application/json

{"EntryId": 1}
```
"""
ASK = """
import json, sys, urllib.request
from callsheet.catalog import Catalog
from pathlib import Path
from callsheet.server.adapters.app import background, create_app
from callsheet.server.adapters.packs import load_packs

catalog = Catalog.read(Path("docs"))
packs = load_packs(sys.argv[2:], Path(sys.argv[1]), catalog)
with background(create_app(catalog, "sqlite://", packs=packs)) as url:
    try:
        urllib.request.urlopen(url + "/api/v2/Ship/1/Log")
    except urllib.error.HTTPError as error:
        print(error.read().decode())
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a copy of the package in `plugins`, to which the templates were added."""
    folder = tmp_path_factory.mktemp("copy")
    package = Path(callsheet.__file__).parent
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(package, folder / "plugins/callsheet", ignore=ignore)
    for path, text in TEMPLATES.items():
        assert not (ROOT / path).exists()
        (folder / path).write_text(text, encoding="utf-8")
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def change(file: Path, before: str, after: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(before) == 1
    file.write_text(text.replace(before, after), encoding="utf-8")


def run(copy: Path, *arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Runs Python with the copy of the package."""
    environment = os.environ | {"PYTHONPATH": str(copy / "plugins"), "PYTEST_ADDOPTS": ""}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        timeout=SECONDS * 2,
        check=False,
    )


def test_there_is_one_of_each() -> None:
    folders = sorted(Path(path).parent.name for path in TEMPLATES)
    assert folders == ["", "languages", "sections"]


def test_the_templates_are_written_as_all_code_is(copy: Path) -> None:
    files = [str(copy / path) for path in TEMPLATES]
    for command in (["check", "--no-cache"], ["format", "--check", "--no-cache"]):
        done = run(copy, "-m", "ruff", *command, *files, cwd=copy)
        assert done.returncode == 0, done.stdout + done.stderr


def test_the_rule_is_found_and_fires_on_its_example(copy: Path) -> None:
    done = run(copy, "-m", "callsheet", "check", "--explain", "CS590", cwd=copy)
    assert done.returncode == 0, done.stderr
    assert "+title: CHANGE A PARCEL" in done.stdout
    options = ["-q", "-p", "no:cacheprovider", "-k", "CS590 or correct_page"]
    done = run(copy, "-m", "pytest", *options, "tests/checks/test_rules.py")
    assert done.returncode == 0, done.stdout
    assert int(re.search(r"(\d+) passed", done.stdout)[1]) >= 2  # type: ignore[index]


def test_the_language_is_written_and_shown(copy: Path, tmp_path: Path) -> None:
    languages = copy / "plugins/callsheet/samples/languages/registry.py"
    (line,) = re.findall(r"^```python\n( +Language\(.*\n)```$", TEXT, re.MULTILINE)
    before = '        Language("http", '
    change(languages, before, line + before)
    change(
        languages,
        "from callsheet.samples.request.request import",
        "from callsheet.samples.languages.ruby import ruby_sample\n"
        "from callsheet.samples.request.request import",
    )
    out = tmp_path / "samples"
    command = ["samples", "--docs", str(DOCS), "--language", "ruby", "--out", str(out)]
    done = run(copy, "-m", "callsheet", *command)
    assert done.returncode == 0, done.stderr
    text = (out / "v1PersonEntity_GetImageInfo.rb").read_text(encoding="utf-8")
    assert "http.send_request('GET', '/api/v1/Person/" in text
    page = "reference/Person/v1PersonEntity_GetImageInfo.md"
    show = (
        "from markdown import Markdown; from pathlib import Path;"
        f" extension = {{'callsheet': {{'docs_dir': {str(DOCS)!r}, 'languages': ['ruby']}}}};"
        " made = Markdown(extensions=['meta', 'callsheet'], extension_configs=extension);"
        f" print(made.convert(Path({str(DOCS / page)!r}).read_text(encoding='utf-8')))"
    )
    done = run(copy, "-c", show)
    assert done.returncode == 0, done.stderr
    assert ">Ruby<" in done.stdout
    assert "v1PersonEntity_GetImageInfo.rb" in done.stdout


def test_the_behaviour_answers(copy: Path, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/ship.md").write_text(PAGE, encoding="utf-8")
    # Without it, the server answers as if the log were there.
    assert run(copy, "-c", ASK, str(copy), cwd=tmp_path).stdout == ""
    done = run(copy, "-c", ASK, str(copy), "my_ships", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["detail"] == "This ship has no log."


def test_every_part_of_the_house_is_named() -> None:
    table = TEXT.partition("| where | what |")[2].partition("\n\n")[0]
    for part in ROWS.replace("<", "").split():
        folder = (Path(callsheet.__file__).parent / part).is_dir()
        name = f"`{part}/`" if folder else f"`{part}.py`"
        assert part == "__init__" or name in table, name


def test_every_module_that_is_named_is_there() -> None:
    package = Path(callsheet.__file__).parent
    table = TEXT.partition("| where | what |")[2].partition("\n\n")[0]
    for row in table.splitlines()[2:]:
        where, what = row.split(" | ", 1)
        folders = [package / name for name in re.findall(r"`(\w+)/`", where)]
        for name in re.findall(r"`([a-z_]+)`", what):
            if folders:
                found = [
                    (f / name).with_suffix(".py").exists() or (f / name).is_dir() for f in folders
                ]
                assert any(found), f"{where}: {name}"
