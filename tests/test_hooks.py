"""Packages that add a panel, a badge and a language to the pages of operations, without a fork."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from markdown import Markdown

from callsheet.errors import ConfigurationError
from callsheet.site import hooks
from callsheet.site.extension import CallsheetExtension

NAMES = """\
[callsheet.on_operation]
a-badge = ships_docs:badge
b-owner = ships_docs:owner

[callsheet.on_sample]
wget = ships_docs:wget
"""
PACKAGE = '''\
from html import escape

from callsheet.render import RenderedSample


def badge(operation, html):
    """A badge beside the title, for what the team calls beta."""
    if operation.method == "GET":
        return None
    return html.replace("</h1>", ' <span class="badge">beta</span></h1>', 1)


def owner(operation, html):
    """A panel below the page, from the front matter."""
    team = str(operation.front_matter.get("team", "nobody"))
    return f'{html}<aside class="owner">Asked of {escape(team)}</aside>'


def wget(operation, samples):
    """A language of our own."""
    text = f'wget --method={operation.method} "$SHIPS{operation.route_or_name}"'
    return [*samples, RenderedSample("Wget", "call.sh", "bash", text)]
'''
PAGE = """\
---
uid: save_ship
title: "POST /ships"
team: Yard & sea
---

# POST /ships

```http
POST /ships
```

Saves a ship.

## Response: object

201: Created
"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "packages"
    info = folder / "ships_docs-1.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: ships-docs\nVersion: 1\n")
    (info / "entry_points.txt").write_text(NAMES)
    (folder / "ships_docs.py").write_text(PACKAGE)
    monkeypatch.syspath_prepend(folder)
    yield folder
    sys.modules.pop("ships_docs", None)


@pytest.fixture(autouse=True)
def _forgotten() -> Iterator[None]:
    yield
    hooks._found.cache_clear()
    hooks._loaded.cache_clear()


def page() -> str:
    hooks._found.cache_clear()
    return Markdown(extensions=["tables", CallsheetExtension()]).convert(PAGE)


def test_a_package_adds_a_badge_a_panel_and_a_language(package: Path) -> None:
    html = page()
    assert '<span class="badge">beta</span></h1>' in html
    assert '<aside class="owner">Asked of Yard &amp; sea</aside>' in html
    assert "Wget" in html
    assert "--method=POST" in html
    assert hooks.has_hooks()


def test_without_such_packages_pages_are_as_they_are() -> None:
    html = page()
    assert "badge" not in html
    assert not hooks.has_hooks()


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (
            "wget = lambda *_: None\nbadge = lambda *_: 1",
            "ships_docs:badge` has to return HTML or `None`",
        ),
        ("wget = lambda *_: None\nbadge = 1", "ships_docs:badge` is not a function"),
        ("import nothing_such", "ships_docs:wget` cannot be imported: ModuleNotFoundError"),
        (
            "badge = owner = lambda operation, html: None\n"
            "def wget(operation, samples): return ['ls']",
            "ships_docs:wget` has to return a list of samples or `None`",
        ),
    ],
)
def test_a_hook_that_is_wrong_is_named(package: Path, code: str, told: str) -> None:
    (package / "ships_docs.py").write_text(f"{code}\n")
    with pytest.raises(ConfigurationError, match=told):
        page()
