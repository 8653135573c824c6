"""Named types from a store: as they would be defined anew, after any edit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from callsheet.cache.texts import TextStore
from callsheet.catalog import Catalog
from callsheet.catalog.named_types import TypeDefiner, TypeDefinition, define_types, stored
from callsheet.catalog.named_types.stored import StoredTypes
from callsheet.catalog.readings import PageCache
from callsheet.model import Operation, TypeTable

PAGE = """\
---
uid: {uid}
---

# Read a crate

```http
GET /crates/{uid}
```

Says what is in it.

## Response: Crate

| Response | Description |
|---|---|
| 200 | Done |

### Response body: Crate

| Property Name | Type | Description |
|---|---|---|
| Weight | {kind} | In kilograms |
| Owner | Sailor | Who sent it |

## Sample request

```http!
GET /crates/{uid}
```

```http_
HTTP/1.1 200 OK
Content-Type: application/json

{{"Weight": 7, "Owner": {{"Name": "Ann", "Awake": true}}}}
```
"""
TYPE = """\
---
defines: Port
---

# Port

| Property Name | Type | Description |
|---|---|---|
| Name | String | What it is called |
"""
FIRST = PAGE.format(uid="one", kind="Integer")
PAGES = {
    "one.md": FIRST,
    "two.md": PAGE.format(uid="two", kind="String"),
    "port.md": TYPE,
}


class CountedDefiner(TypeDefiner):
    """Definer that counts how often it is asked."""

    count = 0

    def define(
        self, operations: Iterable[Operation], type_tables: Iterable[TypeTable] = ()
    ) -> Mapping[str, TypeDefinition]:
        """Define the types, and count."""
        self.count += 1
        return super().define(operations, type_tables)


def _build(folder: Path, pages: Mapping[str, str]) -> int:
    """Compare the types of a build with what they are without a store; return how often defined."""
    cache, store = PageCache(folder / "pages.json"), TextStore(folder / "types.sqlite")
    readings = cache.read((path, text.encode()) for path, text in pages.items())
    cache.save()
    catalog = Catalog.of(folder, readings.values())
    definer = CountedDefiner()
    found = StoredTypes(definer, store, cache).define(catalog.documented, catalog.type_tables)
    store.close()
    expected = define_types(catalog.documented, catalog.type_tables)
    assert repr(found) == repr(dict(expected))
    assert [each.shape for each in found.values()] == [each.shape for each in expected.values()]
    assert {"Crate", "Sailor", "Port"} <= found.keys()
    return definer.count


@pytest.mark.parametrize(
    ("page", "old", "new", "count"),
    [
        ("one.md", "Says what", "Says what", 0),
        ("one.md", "Says what", "A sentence.\n\nSays what", 0),
        ("one.md", "Says what is in it.\n\n", "", 0),
        ("one.md", "## Sample request", "More.\n\n## Sample request", 0),
        ("port.md", "# Port\n", "# Port\n\nNear the sea.\n", 1),
        ("one.md", "| Weight | Integer", "| Weight | String", 1),
        ("one.md", "In kilograms", "In tonnes", 1),
        ("one.md", '"Awake": true', '"Awake": 1', 1),
        ("one.md", '"Name": "Ann"', '"Called": "Ann"', 1),
        ("one.md", "| Owner | Sailor", "| Owner | Captain", 1),
        ("one.md", "uid: one", "uid: first", 1),
        ("one.md", "Crate", "Box", 1),
        ("port.md", "| Name | String", "| Name | Integer", 1),
    ],
)
def test_an_edit_defines_types_anew_only_where_a_page_tells_another_thing(
    tmp_path: Path, page: str, old: str, new: str, count: int
) -> None:
    assert _build(tmp_path, PAGES) == 1
    assert old in PAGES[page]
    edited = {**PAGES, page: PAGES[page].replace(old, new)}
    assert _build(tmp_path, edited) == count
    assert _build(tmp_path, edited) == 0
    assert _build(tmp_path, PAGES) == 0, "the pages before are stored still"


def test_the_types_of_pages_that_come_and_go_are_those_of_all(tmp_path: Path) -> None:
    rest = {path: text for path, text in PAGES.items() if path != "two.md"}
    assert _build(tmp_path, PAGES) == 1
    assert _build(tmp_path, rest) == 1
    back = {**PAGES, "one.md": FIRST.replace("Says", "Tells")}
    assert _build(tmp_path, back) == 0, "as the pages of the first build tell"
    both = {path: text.replace("Says", "A line.\n\nSays") for path, text in PAGES.items()}
    assert _build(tmp_path, both) == 0


@pytest.mark.parametrize("few", [50, 1, 0])
def test_lines_move_on_with_each_edit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(stored, "FEW", few)
    assert _build(tmp_path, PAGES) == 1
    pages = PAGES
    for path in ("one.md", "one.md", "two.md", "one.md"):
        pages = {**pages, path: pages[path].replace("Says", "A line.\n\nSays")}
        assert _build(tmp_path, pages) == 0
        assert _build(tmp_path, pages) == 0
    pages = {**pages, "one.md": FIRST.replace("Says", "Tells")}
    assert _build(tmp_path, pages) == 0
    assert _build(tmp_path, {**pages, "two.md": PAGES["two.md"].replace("Says", "Tells")}) == 0
