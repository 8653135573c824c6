"""A site whose one page documents several operations, in a layout other than our own."""

from __future__ import annotations

from pathlib import Path

CONFIG = """\
site_name: Berths
theme: {name: material, font: false, features: [navigation.indexes, content.code.copy]}
plugins: [search, callsheet]
markdown_extensions: [attr_list, tables, toc: {permalink: true}, pymdownx.superfences]
"""
SEVERAL = """\
# Berths

## Show a berth

`GET /harbours/:harbour/berths/:id`

| Attribute | Type    | Required | Description |
| --------- | ------- | -------- | ----------- |
| `harbour` | string  | Yes      | The harbour. |
| `id`      | integer | Yes      | The berth. |

Returns `200 OK`, and `404 Not Found` where there is no such berth.

## Remove a berth

`DELETE /harbours/:harbour/berths/:id`

| Attribute | Type    | Required | Description |
| --------- | ------- | -------- | ----------- |
| `harbour` | string  | Yes      | The harbour. |
| `id`      | integer | Yes      | The berth. |

Returns `204 No Content`.
"""


def write(folder: Path) -> Path:
    """Writes configuration and page; returns the folder."""
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    (folder / "docs" / "index.md").write_text(SEVERAL, encoding="utf-8")
    return folder
