"""A small reference in each layout: what is read of it, found in it, and made of it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from callsheet.catalog import Catalog
from callsheet.cli import main
from tests.layouts.references import FOLDER, NAMES, routes
from tests.sites import MATERIAL, build

# What is left out is true of the pages: rows without descriptions, and Markdown that shows
# otherwise on a site.
_CHECK = ["check", "--ignore", "CS5,CS021,CS608,CS609", "--docs"]
_MARKUP = re.compile(r"\{\{|\{%|\{/\*|^:::|&lt;/?[A-Z]\w+[ &/]|^import ", re.MULTILINE)
_CODE = re.compile(r"<(code|pre)\b.*?</\1>", re.DOTALL)
_ID = re.compile(r"\sid=\"?([^\s\">]+)")


def _site(name: str, folder: Path) -> dict[str, str]:
    shutil.copytree(FOLDER / name, folder / "docs")
    (folder / "docs" / "routes.txt").unlink()
    (folder / "mkdocs.yml").write_text(MATERIAL)
    files = build(folder)
    return {path: data.decode() for path, data in files.items() if path.endswith(".html")}


@pytest.mark.parametrize("name", NAMES)
def test_every_operation_is_read_in_its_layout(name: str) -> None:
    operations = Catalog.read(FOLDER / name, cached=False).operations
    assert sorted(f"{o.method} {o.route.template}" for o in operations) == routes(name)
    assert {o.layout for o in operations} == {name}


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_wrong_with_it(name: str) -> None:
    result = CliRunner().invoke(main, [*_CHECK, str(FOLDER / name)])
    assert result.exit_code == 0, result.output
    assert "CS0" not in result.output


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_programs_run_against_the_reference_server(name: str) -> None:
    result = CliRunner().invoke(main, ["test", "--docs", str(FOLDER / name), "-n", "2"])
    count = len(routes(name))
    assert f"operations {count}/{count} 100.0%" in " ".join(result.output.split())
    assert " failed" not in result.output


@pytest.mark.parametrize(
    "name",
    [name if name == "generic" else pytest.param(name, marks=pytest.mark.slow) for name in NAMES],
)
@pytest.mark.slow
def test_pages_keep_their_text_and_get_panels(name: str, tmp_path: Path) -> None:
    pages = _site(name, tmp_path)
    shown = [
        uid
        for html in pages.values()
        for uid in re.findall(r"callsheet-operation\" data-callsheet-uid=\"?([^\s\">]+)", html)
    ]
    operations = Catalog.read(FOLDER / name, cached=False).operations
    assert sorted(shown) == sorted(o.uid for o in operations)
    for path, html in pages.items():
        article = html.partition("<article")[2].partition("</article>")[0]
        left = _MARKUP.search(_CODE.sub("", article))
        assert left is None, f"{path}: {article[left.start() - 50 : left.end() + 50]}"
        ids = _ID.findall(article)
        assert len(ids) == len(set(ids)), path
