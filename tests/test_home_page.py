"""The home page of a site whose author has none."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from tests.harbours import write_harbours
from tests.sites import MATERIAL, build
from tests.test_site import PAGE

NAME = "A harbour & *its* <ships>"
SITE = MATERIAL.replace("Parcels", f"'{NAME}'") + "site_description: All that *floats*.\n"


def site(folder: Path, pages: dict[str, str], config: str = SITE) -> dict[str, bytes]:
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    for path, text in pages.items():
        file = folder / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return build(folder)


def test_a_site_without_a_home_page_gets_one_with_its_groups(tmp_path: Path) -> None:
    built = site(tmp_path, {"ships/ship.md": PAGE, "guide.md": "# Guide\n"})
    html = unescape(built["index.html"].decode())
    title = re.search(r"<h1[^>]*>([^\n]*?)(?=<a class=.headerlink|</h1>)", html)
    assert title
    assert title[1] == NAME
    assert "<p>All that *floats*.</p>" in html
    assert 'class="callsheet-up"><a href="operations/">All operations</a></p>' in html
    assert "index.html" not in site(tmp_path, {"ships/ship.md": "# No operation\n"})


def test_a_home_page_has_servers_operations_to_start_with_and_news(tmp_path: Path) -> None:
    docs = write_harbours(tmp_path)
    (docs / "index.md").unlink()
    page = docs / "customs/Duty/getDuty.md"
    server = "servers:\n  - url: https://customs.example/a_b_c\n    description: The *real* one\n"
    page.write_text(page.read_text().replace("uid:", f"{server}uid:", 1))
    html = build(tmp_path)["index.html"].decode()
    text = " ".join(unescape(re.sub(r"<a class=.headerlink.*?</a>|<[^>]+>", "", html)).split())
    assert "Server: https://customs.example/a_b_c (The *real* one)" in text
    # What needs nothing comes first; an operation of an older version does not begin.
    assert "Start here GET Get the duty GET Get a ship GET Get a declaration " in text
    assert 'href="ships/v2/Ship/getShip/">Get a ship</a>' in html
    assert "Ships 2: Changes since 1 GET Get the fleet: breaking: The operation GET /api/F" in text
    assert 'href="ships/v2/changes/">All changes</a>' in html


@pytest.mark.slow
def test_a_home_page_names_no_server_where_operations_differ(tmp_path: Path) -> None:
    pages = {
        f"ships/{number}.md": PAGE.replace(
            "uid: ", f"servers: [{{url: 'https://{number}.example'}}]\nuid: {number}", 1
        )
        for number in range(4)
    }
    assert b"https://0.example" not in site(tmp_path, pages)["index.html"]


@pytest.mark.parametrize("name", ["README.md", "index.html"])
def test_what_an_author_has_at_the_root_stays(tmp_path: Path, name: str) -> None:
    built = site(tmp_path, {name: "# Mine\n", "ships/ship.md": PAGE})
    assert b"Mine" in built["index.html"]
    assert b"callsheet-overview" not in built["index.html"]
