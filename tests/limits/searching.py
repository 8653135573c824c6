"""What the search knows of a page."""

from __future__ import annotations

import json
import random
import zlib
from pathlib import Path
from typing import Any

from callsheet.catalog.titles import Titles
from callsheet.model import Operation
from callsheet.site.generated import search_data
from callsheet.source import read_page
from tests.limits import Row, tries
from tests.limits.yaml import number


def operation(text: str) -> Operation:
    found = read_page(
        f"# Ship\n\n```http\nGET /Ship\n```\n\n{text}\n".encode(), "ship.md"
    ).operation
    assert found
    return found


def files(entries: list[search_data.Entry]) -> list[Any]:
    """The content of the files with these entries."""
    written = search_data.contents({"section": entries})
    found = [data for path, data in written if path.endswith(".js") and path != search_data.SCRIPT]
    return [json.loads(data.partition(b"(")[2].rpartition(b")")[0]) for data in found]


@tries("a file of what the search finds, compressed")
def size(row: Row, folder: Path) -> None:
    letters = random.Random(3)  # noqa: S311
    entries = [
        search_data.Entry(f"{n}/", (letters.randbytes(100).hex(), "", "")) for n in range(500)
    ]
    (one,) = files(entries[:100])
    assert len(one["rows"]) == 100
    several = files(entries)
    assert len(several) > 1
    assert [each[0] for file in several for each in file["rows"]] == [e.url for e in entries]
    for file in several:
        text = json.dumps(file, separators=(",", ":")).encode()
        assert len(zlib.compress(text)) <= number(row)


@tries("rows of one table in the search")
def table(row: Row, folder: Path) -> None:
    most = number(row)
    rows = "".join(f"| field{n} | string | A |\n" for n in range(most + 1))
    head = "## Response: Ship\n\n| Property Name | Type | Description |\n|---|---|---|\n"
    names = dict(search_data.entry_of(operation(head + rows), "ship/", Titles()).tables)["response"]
    assert names == tuple(f"field{n}" for n in range(most))


@tries("words of a section in the search, without those of its heading")
def words(row: Row, folder: Path) -> None:
    most = number(row)
    text = " ".join(f"Ship word{n}" for n in range(most))
    section = {"location": "guide/", "title": "Ship", "text": text}
    index = {"config": {}, "docs": [section]}
    (entry,) = search_data.section_entries(index, ())
    _, _, known = entry.fields
    assert most - 10 < len(known) <= most
    assert known.split() == [f"word{n}" for n in range(len(known.split()))]


@tries("a summary in the search")
def summary(row: Row, folder: Path) -> None:
    most = number(row)
    for text, shown in (("a" * most, "a" * most), ("word " * most, ("word " * most)[: most - 1])):
        entry = search_data.entry_of(operation(text), "ship/", Titles())
        assert entry.fields[3] == shown.strip()
