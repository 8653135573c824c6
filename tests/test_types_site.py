"""The pages of named types, and the links to them."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup, Tag
from markdown import Markdown

from callsheet.catalog import Catalog
from callsheet.site.extension import CallsheetExtension
from callsheet.site.generated.type_pages import TypePages
from tests.parsed import Parsed
from tests.test_links import tree
from tests.test_site import Rendering, build, page_of

pytestmark = pytest.mark.slow

SITE = """\
site_name: Ships
theme: {name: mkdocs}
plugins: [{callsheet: {types_dir: %s}}]
markdown_extensions: [attr_list, tables, toc: {permalink: true}]
use_directory_urls: %s
validation: {anchors: warn, absolute_links: warn, unrecognized_links: warn}
"""
OPERATION = """\
---
title: GET {path}
uid: {uid}
---

# GET {path}

```http
GET /api/v1/{path}
```

Gets it.

## Response: {type}

| Response | Description |
|----------|-------------|
| 200 | OK |

### Response body: {type}

| Property Name | Type | Description |
|---------------|------|-------------|
{rows}

## Sample request

```http!
GET /api/v1/{path}
Accept: application/json
```

```http_
HTTP/1.1 200 OK
Content-Type: application/json

{body}
```
"""
SHIP_ROWS = """\
| Name | string | What it is *called*, see [home](../index.md) <b>now</b>. |
| Captain | Sailor | Who commands. |
| Crew | array | Who else is on board. |"""
SHIP_BODY = '{"Name": "Ada", "Captain": null, "Crew": [{"Rank": 1}]}'
LIST_ROWS = "| Name | int32 | A number. |\n| Captain | Sailor | |\n| Crew | array | |"


def operation(path: str, type_: str, rows: str, body: str) -> str:
    return OPERATION.format(path=path, uid=f"v1{path}", type=type_, rows=rows, body=body)


def pages(type_: str = "Ship") -> dict[str, str]:
    return {
        "index.md": "# Home\n\n[all](fleet/Ship.md)\n",
        "fleet/Ship.md": operation("Ship", type_, SHIP_ROWS, SHIP_BODY),
        "fleet/Best.md": operation("Best", type_, SHIP_ROWS, SHIP_BODY),
        "fleet/Last.md": operation("Last", type_, LIST_ROWS, "{}"),
    }


def site(folder: Path, files: dict[str, str], urls: str = "true", types: str = "types") -> Path:
    (folder / "mkdocs.yml").write_text(SITE % (types, urls), encoding="utf-8")
    tree(folder / "docs", files)
    return folder


def words(element: Tag) -> str:
    return " ".join(element.get_text(" ").replace("¶", "").split())


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = site(tmp_path_factory.mktemp("types"), pages())
    result = build(folder)
    assert result.returncode == 0, result.stderr
    return folder / "site"


def test_the_page_of_a_type_has_its_properties(built: Path) -> None:
    page = page_of(built / "types/Ship/index.html")
    assert [words(h1) for h1 in page.select("h1")] == ["Ship"]
    assert words(page.select('tr[id="property-Name"] td')[-1]) == (
        "What it is called , see home now ."
    )
    assert not page.select('tr[id="property-Name"] td:last-child a')
    captain = page.select('tr[id="property-Captain"] td')
    assert words(captain[0]) == "Captain or null"
    assert captain[1].select("a")[0]["href"] == "../Sailor/"
    assert words(page.select('tr[id="property-Crew"] td')[1]) == "array of object"
    assert words(page.select('tr[id="property-Crew.Rank"] td')[0]) == "Crew[]. Rank"
    assert all(page.select(f'a[href="#{row["id"]}"]') for row in page.select(".callsheet tbody tr"))


def test_the_page_of_a_type_has_an_example_of_all_its_levels(built: Path) -> None:
    ship = page_of(built / "types/Ship/index.html")
    example = ship.select_one(".callsheet-beside pre")
    assert example is not None
    value = json.loads(example.get_text())
    assert isinstance(value["Name"], str)
    assert [*value["Crew"][0]] == ["Rank"]


def test_the_page_of_a_type_says_where_it_was_seen(built: Path) -> None:
    page = page_of(built / "types/Ship/index.html")
    shown = page.select("#shown-by + ul li")
    assert [words(item) for item in shown] == [
        "GET Gets it (Best) response table",
        "GET Gets it (Last) response table",
        "GET Gets it (Ship) response table",
    ]
    assert shown[2].select("a")[0]["href"] == "../../fleet/Ship/"
    named = page_of(built / "types/Sailor/index.html")
    assert [words(item) for item in named.select("#named-by + ul li")] == (
        ["GET Gets it (Best)", "GET Gets it (Last)", "GET Gets it (Ship)"]
    )
    assert "no table and no example" in named.get_text()


def test_the_page_of_a_type_says_who_contradicts_whom(built: Path) -> None:
    page = page_of(built / "types/Ship/index.html")
    claims = page.select(".callsheet-claims")[0]
    assert [words(term) for term in claims.select("dt")] == ["string followed", "int32"]
    assert [len(said.select("a")) for said in claims.select("dd")] == [2, 1]


def test_all_types_are_listed(built: Path) -> None:
    page = page_of(built / "types/index.html")
    items = page.select(".callsheet-type-list li")
    assert [words(item) for item in items] == [
        "Sailor properties unknown, in 3 operations",
        "Ship 3 properties, in 3 operations, contradicted",
    ]
    assert not page.select(".callsheet-types h2")
    up = page_of(built / "types/Ship/index.html").select(".callsheet-crumbs a")
    assert str(up[0]["href"]).rstrip("/") == ".."


def test_many_types_have_their_letters(tmp_path: Path) -> None:
    rows = "\n".join(f"| P{n} | {'abcd'[n % 4]}Type{n} | |" for n in range(40))
    folder = site(tmp_path, {**pages(), "a.md": operation("All", "All", rows, "{}")})
    assert (result := build(folder)).returncode == 0, result.stderr
    page = page_of(folder / "site/types/index.html")
    assert [words(h2) for h2 in page.select("h2")] == ["A", "B", "C", "D", "S"]
    assert page.select('a[href="#c"]')


@pytest.mark.parametrize("urls", ["true", "false"])
def test_tables_and_headings_link_to_types(tmp_path: Path, urls: str) -> None:
    folder = site(tmp_path, pages(), urls, "deep/types")
    assert (result := build(folder)).returncode == 0, result.stderr
    place = "fleet/Ship/index.html" if urls == "true" else "fleet/Ship.html"
    page = page_of(folder / "site" / place)
    found = page.select('td:nth-child(2) a, h2[id="response"] a:has(code), h3 a:has(code)')
    assert [link.get_text() for link in found] == ["Ship", "Ship", "Sailor"]
    for link in found:
        target = urljoin(f"/{place}", str(link["href"])).lstrip("/")
        file = folder / "site" / target / ("index.html" if urls == "true" else "")
        assert file.is_file(), target


def test_a_folder_that_is_there_is_left_alone(tmp_path: Path) -> None:
    files = {**pages(), "types/Ship.md": "# My ship\n", "types/other.md": "# Other\n"}
    folder = site(tmp_path, files)
    assert (result := build(folder)).returncode == 0, result.stderr
    assert "My ship" in page_of(folder / "site/types/Ship/index.html").get_text()
    assert not (folder / "site/types/Sailor").exists()
    page = page_of(folder / "site/fleet/Ship/index.html")
    links = page.select("td:nth-child(2) a, h2 a:has(code)")
    assert {link.get_text(): link["href"] for link in links} == {"Ship": "../../types/Ship/"}


def test_pages_without_types_make_none(tmp_path: Path) -> None:
    folder = site(tmp_path, {"index.md": "# Home\n"})
    assert (result := build(folder)).returncode == 0, result.stderr
    assert not (folder / "site/types").exists()


@pytest.mark.parametrize("folder", ["../up", "/", "a/../../b", "'c:/x'", "'a\\b'"])
def test_types_go_nowhere_else(tmp_path: Path, folder: str) -> None:
    result = build(site(tmp_path, pages(), types=folder))
    assert result.returncode == 1
    assert "types_dir" in result.stderr


def test_without_plugin_there_is_a_link_where_there_is_a_page(tmp_path: Path) -> None:
    catalog = tree(tmp_path, {**pages(), "types/Ship.md": "<!-- callsheet: type Ship -->\n"})
    config = {"callsheet": {"docs_dir": tmp_path}}

    def convert(path: str) -> BeautifulSoup:
        md = Markdown(extensions=["callsheet"], extension_configs=config)
        md.preprocessors.register(Rendering(path), "rendering_context", 100)
        text = (catalog.root / path).read_text(encoding="utf-8")
        return Parsed(md.convert(text))

    links = convert("fleet/Ship.md").select("td:nth-child(2) a, h2 a:has(code)")
    assert [(link.get_text(), link["href"]) for link in links] == [("Ship", "../types/Ship.md")]
    page = convert("types/Ship.md")
    assert page.select('tr[id="property-Name"]')
    assert {a["href"] for a in page.select(".callsheet-links a")} == {
        "../fleet/Ship.md",
        "../fleet/Best.md",
        "../fleet/Last.md",
    }


HOSTILE = [
    "CON",
    "con.x",
    "Index",
    "ship",
    "Ship",
    "../../Ship",
    "-->",
    "a--b",
    "a: 'b' \"c\"",
    "{{ x }}",
    "<img src=x onerror=alert(1)>",
    "ß",
    "SS",
    "x" * 300,
    ".hidden",
    "…",
    "`*_",
]


def test_names_cannot_do_harm(tmp_path: Path) -> None:
    rows = "\n".join(f"| P{n} | {name} | |" for n, name in enumerate(HOSTILE))
    folder = site(tmp_path, {"index.md": "# Home\n", "a.md": operation("A", "Chart", rows, "{}")})
    assert (result := build(folder)).returncode == 0, result.stderr
    made = {file.parent.name for file in (folder / "site/types").glob("*/index.html")}
    assert len({name.casefold() for name in made}) == len(HOSTILE) + 1
    assert all(len(name) < 100 and not name.startswith(".") for name in made)
    titles = {
        words(page_of(folder / "site/types" / name / "index.html").select("h1")[0]) for name in made
    }
    assert titles == {*(" ".join(name.split()) for name in HOSTILE), "Chart"}
    page = page_of(folder / "site/a/index.html")
    assert len(page.select(".callsheet-table td:nth-child(2) a")) == len(HOSTILE)
    assert not page.select("img[onerror]")


def test_the_files_of_types_are_the_same_each_time(tmp_path: Path) -> None:
    rows = "\n".join(f"| P{n} | {name} | |" for n, name in enumerate(HOSTILE))
    catalog = tree(tmp_path, {"a.md": operation("A", "Map", rows, "{}")})
    first, second = (CallsheetExtension(catalog, generate_types=True).types for _ in range(2))
    assert list(first.pages()) == list(second.pages())
    assert first.path("unheard of") is None


def test_the_outside_pages_have_types(shared: Path) -> None:
    catalog = Catalog.read(shared / "corpus", cached=False)
    types: TypePages = CallsheetExtension(catalog, generate_types=True).types
    assert len(dict(types.pages())) > 100
    assert types.path("Associate") == "types/Associate.md"
