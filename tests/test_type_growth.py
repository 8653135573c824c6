"""Types that name each other take work that grows with the pages, wherever they are shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from callsheet.cli import main
from tests.growth import FACTOR, growth
from tests.sites import MATERIAL, build

TYPE = """\
---
title: T{this}
defines: T{this}
---

# T{this}

| Property Name | Type | Description |
| --- | --- | --- |
| a | T{next} | One. **Required** |
| b | T{next} | Another. **Required** |
| c | array of T{next} | Many. **Required** |
| d | object of T{next} | By name. |
"""
OPERATION = """\
---
title: PUT Thing{this}
uid: v1Thing{this}_Put
---

# Change a thing

```http
PUT /api/v1/Thing{this}/{{id}}
```

| Path Part | Type | Description |
| --- | --- | --- |
| id | int32 | The thing. **Required** |

## Request Body: entity T{this}

| Property Name | Type | Description |
| --- | --- | --- |
| a | T{next} | One. **Required** |
| b | T{next} | Another. **Required** |

## Response: T{this}

| Response | Description |
| --- | --- |
| 200 | OK |

### Response body: T{this}

| Property Name | Type | Description |
| --- | --- | --- |
| a | T{next} | One. |
| b | T{next} | Another. |

## Sample request

```http!
PUT /api/v1/Thing{this}/1
Content-Type: application/json

{{"a": {{"a": {{}}, "b": {{}}}}, "b": {{"a": {{}}, "b": {{}}}}}}
```
"""


def tree(folder: Path, count: int, *, defined: bool = True) -> Path:
    """Pages of a chain of types, each of which names the next one several times."""
    docs = folder / f"docs{count}"
    docs.mkdir(exist_ok=True)
    for number in range(count):
        names = {"this": number, "next": number + 1}
        (docs / f"v1Thing{number}_Put.md").write_text(OPERATION.format(**names))
        if defined:
            (docs / f"T{number}.md").write_text(TYPE.format(**names))
    return docs


def command(*arguments: str | Path) -> None:
    result = CliRunner().invoke(main, [*map(str, arguments)])
    assert result.exit_code in (0, 1), result.output


def checked(docs: Path) -> None:
    command("check", "--docs", docs)


def exported(docs: Path) -> None:
    command("export", "openapi", "--docs", docs, "--output", docs.with_suffix(".json"))


def sampled(docs: Path) -> None:
    command("samples", "--docs", docs, "--out", docs.with_suffix(".samples"))


@pytest.mark.parametrize("defined", [True, False], ids=["defined", "not defined"])
@pytest.mark.parametrize("work", [checked, exported, sampled])
def test_work_grows_with_the_pages(
    work: Callable[[Path], None], defined: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CALLSHEET_CACHE_DIR", "")

    def prepare(count: int) -> Callable[[], Any]:
        docs = tree(tmp_path, count, defined=defined)
        return lambda: work(docs)

    assert growth(prepare, 8, 32) < FACTOR


@pytest.mark.slow
def test_a_site_of_such_types_grows_with_the_pages(tmp_path: Path) -> None:
    sizes = []
    for count in (10, 30):
        folder = tmp_path / str(count)
        folder.mkdir()
        (folder / "mkdocs.yml").write_text(MATERIAL, encoding="utf-8")
        tree(folder, count).rename(folder / "docs")
        (folder / "docs/index.md").write_text("# Home\n", encoding="utf-8")
        files = build(folder)
        ours = [content for path, content in files.items() if not path.startswith("assets/")]
        sizes.append(sum(map(len, ours)))
        assert max(map(len, ours)) < 500_000
    assert sizes[1] / sizes[0] < 3 * FACTOR
