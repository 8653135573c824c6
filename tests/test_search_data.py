"""What the site's own search finds, as it is written into the files that a browser loads."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from callsheet.catalog.named_types import define_types
from callsheet.catalog.titles import Titles
from callsheet.model import Operation
from callsheet.site.generated import search, search_data
from callsheet.source import read_page

PAGE = """\
---
title: %(title)s
---

# %(title)s

```http
GET /v1/Ship/{id}
```

Reads a `ship` and its [crew](crew.md).

| Path Part | Type | Description |
| --- | --- | --- |
| id | int32 | A |

## Response: Ship

### Response body: Ship

| Property Name | Type | Description |
| --- | --- | --- |
| Mast | Mast | A |
| Mast.Height | int32 | A |

## Sample request: In port

```http!
GET /v1/Ship/1
```
"""
URLS = {"ship.md": "ship/", "types/Ship.md": "types/Ship/"}
CONFIG = {"material": {}, "mkdocs": {"indexing": "full"}}


def operation(title: str = "GET Ship/{id}") -> Operation:
    found = read_page((PAGE % {"title": title}).encode(), "ship.md").operation
    assert found
    return found


def entries(
    docs: list[dict[str, str]] | None, *, theme: str = "material", exclude: bool = False
) -> dict[str, list[search_data.Entry]]:
    index = None if docs is None else {"config": CONFIG[theme], "docs": docs}
    one = operation()
    types = [("types/Ship.md", define_types([one])["Ship"])]
    return search.entries_of(index, [one], types, URLS, {"ship.md": {"exclude": exclude}}, Titles())


def urls(found: dict[str, list[search_data.Entry]]) -> list[str]:
    return [entry.url for kind in found.values() for entry in kind]


def section(location: str, title: str = "Title", text: str = "") -> dict[str, str]:
    return {"location": location, "title": title, "text": text}


def test_an_operation_is_found_by_what_it_does_and_by_its_rows() -> None:
    entry = search_data.entry_of(operation(), "ship/", Titles())
    _, route, _, title, words = entry.fields
    assert (route, title, words) == ("/v1/Ship/{id}", "Reads a ship and its crew", "")
    tables = dict(entry.tables)
    assert tables["path"] == ("id",)
    assert tables["response"] == ("Mast", "Mast.Height")


def test_a_title_that_says_more_than_the_route_is_shown() -> None:
    *_, title, words = search_data.entry_of(
        operation("GET A ship of the line"), "ship/", Titles()
    ).fields
    assert (title, words) == ("A ship of the line", "Reads a ship and its crew.")


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_what_the_index_of_the_theme_lacks_is_not_found(theme: str) -> None:
    both = [section("ship/"), section("types/Ship/")]
    assert urls(entries(both, theme=theme)) == ["ship/", "types/Ship/"]
    assert urls(entries(both[:1], theme=theme)) == ["ship/"]
    assert urls(entries([], theme=theme)) == []


def test_without_an_index_only_the_page_excludes_itself() -> None:
    assert urls(entries(None)) == ["ship/", "types/Ship/"]
    assert urls(entries(None, exclude=True)) == []


def test_pages_and_headings_are_found_by_words_of_their_own() -> None:
    docs = [
        section("guide/", "Start &amp; <code>run</code>", "Run the &lt;b&gt;server"),
        section("guide/#next", "Next", "start next step"),
    ]
    page, heading = entries(docs)["section"]
    assert page.fields == ("Start & run", "", "the server")
    assert heading == ("guide/#next", ("Next", "Start & run", "step"), ())
    text, _ = entries(docs, theme="mkdocs")["section"]
    assert text.fields[0] == "Start &amp; <code>run</code>", "there it is text"


def test_the_files_are_scripts_whose_tables_are_shared() -> None:
    one = search_data.entry_of(operation(), "a/", Titles())
    files = dict(search_data.contents({"operation": [one, one._replace(url="b/")], "type": []}))
    script, style, shard = files.values()
    assert b".callsheet-found" in style
    assert script.endswith(b"callsheet.startSearch(1);\n")
    data: Any = json.loads(shard.removeprefix(b"window.callsheetSearch(").removesuffix(b");\n"))
    assert [row[0] for row in data["rows"]] == ["a/", "b/"]
    assert data["rows"][0][6:] == data["rows"][1][6:] == [*range(len(data["tables"]))]


def test_a_text_that_is_no_unicode_is_written() -> None:
    entry = search_data.Entry("a/", ("\ud800 lone", "", ""))
    *_, (_, shard) = search_data.contents({"section": [entry]})
    assert "lone" in shard.decode()


def test_titles_in_the_search_of_the_theme_say_what_an_operation_does(tmp_path: Any) -> None:
    file = tmp_path / "search_index.json"
    file.write_text(json.dumps({"config": {}, "docs": []}))
    search.add_entries(file, [operation()], [], URLS, {}, Titles())
    (entry,) = json.loads(file.read_text(encoding="utf-8"))["docs"]
    assert entry["title"] == "GET /v1/Ship/{id} – Reads a ship and its crew"  # noqa: RUF001


def test_the_title_of_a_page_is_found_once(tmp_path: Path) -> None:
    docs = [
        section("ships/", "Ships"),
        section("ships/#ships", "Ships", "All of them."),
        section("ships/#types", "Types"),
        section("crews/", "Crews", "All."),
        section("crews/#crews", "Crews", "Some."),
        section("x/"),
        section("y/"),
    ]
    file = tmp_path / "search_index.json"
    file.write_text(json.dumps({"config": {}, "docs": docs}))
    index = search.read_index(file)
    assert index
    assert index["docs"] == [section("ships/", "Ships", "All of them."), *docs[2:]]


@pytest.mark.parametrize("number", [search.COMMON_FROM, search.COMMON_FROM + 1])
def test_a_word_that_tells_no_operation_from_another_is_in_few_entries(
    tmp_path: Path, number: int
) -> None:
    file = tmp_path / "search_index.json"
    file.write_text(json.dumps({"config": {}, "docs": []}))
    operations = [replace(operation(), uid=f"Ship{n}", path=f"{n}.md") for n in range(number)]
    urls = {f"{n}.md": f"{n}/" for n in range(number)}
    search.add_entries(file, operations, [], urls, {}, Titles())
    texts = [e["text"].split() for e in json.loads(file.read_text(encoding="utf-8"))["docs"]]
    having = sum("Mast.Height" in words for words in texts)
    assert having == (number if number == search.COMMON_FROM else search.COMMON_IN)
    assert all("Reads" in words for words in texts)
