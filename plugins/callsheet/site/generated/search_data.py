"""The data of the search: operations, types, pages and headings, in scripts of limited size.

A page on a disk may load scripts, but no JSON. The reader's browser splits the texts into words, so
the data has each of them once, and what several operations have in common once, too.
"""

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import unescape
from typing import Any, NamedTuple
from urllib.parse import quote

from callsheet import lazy_re as re
from callsheet.catalog.named_types import TypeDefinition
from callsheet.catalog.titles import Titles, plain_summary
from callsheet.docs_collections import DocsCollection
from callsheet.model import WHOLE, Operation
from callsheet.render import search_script, search_stylesheet
from callsheet.site.generated.assets import FOLDER

SCRIPT = f"{FOLDER}/search.js"
STYLESHEET = f"{FOLDER}/search.css"
MAX_SHARD = 24_000
"""Bytes of a shard after compression; a single entry may take more."""

MAX_SUMMARY = 120
"""Characters of a summary."""

MAX_WORDS = 400
"""Characters of the words of a section that its heading does not have."""

MAX_ROWS = 1000
"""Rows of one table of an operation or a type."""

_TAG = re.compile(r"<[^<>]*>")
_WORD = re.compile(r"\w[\w-]+")

Rows = tuple[str, tuple[str, ...]]
"""The anchors' prefix of a table, and the names of its rows."""


class Entry(NamedTuple):
    """Entry of the search.

    Attributes:
        url: Its page or section, relative to the root of the site.
        fields: For an operation method, route, uid, title and further words; for a type its name;
            for a page or section its heading, the title of the page, and further words.
        tables: The rows that lead to it.
    """

    url: str
    fields: tuple[str, ...]
    tables: tuple[Rows, ...] = ()


def entry_of(operation: Operation, url: str, titles: Titles) -> Entry:
    """Return the entry of an operation."""
    title, summary = title_of(operation, titles), _cut(plain_summary(operation), MAX_SUMMARY)
    # What the title says already is not shown twice.
    words = summary.removeprefix(title).lstrip(" .!")
    fields = (operation.method, operation.route_or_name, operation.uid, title, words)
    return Entry(url, fields, tuple(_tables(operation)))


def title_of(operation: Operation, titles: Titles) -> str:
    """Return the title of an operation where it says more than its route, else the summary."""
    return titles.words(operation) or _cut(plain_summary(operation), MAX_SUMMARY)


def type_entry(definition: TypeDefinition, url: str) -> Entry:
    """Return the entry of a type."""
    names = _names(row.name for row in definition.properties)
    return Entry(url, (definition.name,), (("property", names),) if names else ())


def section_entries(index: Mapping[str, Any], others: Iterable[str]) -> Iterator[Entry]:
    """Yield the pages of a search index and their headings.

    Args:
        index: What a search plugin has written.
        others: The URLs of the pages that have entries of another kind.
    """
    # Material has titles and texts as HTML, and MkDocs as text.
    is_html = not is_of_mkdocs(index)
    left_out = {*others}
    titles: dict[str, str] = {}
    for section in index["docs"]:
        url, heading = str(section["location"]), str(section.get("title", ""))
        page, _, anchor = url.partition("#")
        if page in left_out:
            continue
        text = str(section.get("text", ""))
        if is_html:
            heading, text = (unescape(_TAG.sub(" ", part)) for part in (heading, text))
        heading = " ".join(heading.split())
        title = titles.setdefault(page, heading)
        yield Entry(url, (heading, title if anchor else "", _words(text, f"{heading} {title}")))


def is_of_mkdocs(index: Mapping[str, Any]) -> bool:
    """Tell whether MkDocs' own search plugin has written an index, and not Material's."""
    return "indexing" in index.get("config", {})


def contents(
    kinds: Mapping[str, Sequence[Entry]],
    folder: str = "",
    collections: Iterable[DocsCollection] = (),
) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the search: path and content.

    Args:
        kinds: The entries by kind: `operation`, `type` and `section`.
        folder: The folder in the site, to which addresses are relative; it ends with a slash.
        collections: The parts of the site that are searched each by itself.
    """
    if folder:
        kinds = {
            kind: [entry._replace(url=entry.url.removeprefix(folder)) for entry in entries]
            for kind, entries in kinds.items()
        }
    shards = [
        shard for kind, entries in kinds.items() if entries for shard in _split(kind, entries)
    ]
    scopes = [(quote(each.place("")), each.title) for each in collections]
    yield SCRIPT, search_script(len(shards), scopes).encode()
    yield STYLESHEET, search_stylesheet().encode()
    for number, shard in enumerate(shards):
        yield f"{FOLDER}/search/{number}.js", b"window.callsheetSearch(%b);\n" % shard


def _split(kind: str, entries: Sequence[Entry]) -> Iterator[bytes]:
    text = _encode(kind, entries)
    size = len(zlib.compress(text))
    if len(entries) == 1 or size <= MAX_SHARD:
        yield text
        return
    # With some room, since a part alone is compressed less well.
    parts = min(len(entries), size * 5 // (MAX_SHARD * 4) + 1)
    for part in range(parts):
        start, end = (len(entries) * n // parts for n in (part, part + 1))
        yield from _split(kind, entries[start:end])


def _encode(kind: str, entries: Sequence[Entry]) -> bytes:
    """Return entries as JSON; tables that several have are in it once."""
    numbers: dict[Rows, int] = {}
    rows = [
        [entry.url, *entry.fields, *(numbers.setdefault(t, len(numbers)) for t in entry.tables)]
        for entry in entries
    ]
    tables = [[prefix, *names] for prefix, names in numbers]
    data = {"kind": kind, "rows": rows, "tables": tables}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.encode(errors="replace")


def _tables(operation: Operation) -> Iterator[Rows]:
    """Yield the tables of an operation, each after the beginning of the ids of its rows."""
    by_location: dict[str, list[str]] = {}
    for parameter in operation.parameters:
        by_location.setdefault(parameter.location, []).append(parameter.name)
    tables = [*by_location.items()]
    tables += [("request", [row.name for row in b.properties]) for b in operation.request_bodies]
    if operation.response:
        tables.append(("response", [row.name for row in operation.response.properties]))
    tables.append(("example", [example.name for example in operation.example_requests]))
    for prefix, rows in tables:
        if names := _names(rows):
            yield prefix, names


def _names(names: Iterable[str]) -> tuple[str, ...]:
    named = (name for name in names if name.strip() and name != WHOLE)
    return tuple(dict.fromkeys(named))[:MAX_ROWS]


def _words(text: str, known: str) -> str:
    """Return the words of a text that are not known, each once."""
    seen = {word.lower() for word in _WORD.findall(known)}
    words = dict.fromkeys(w for w in _WORD.findall(text.lower()) if w not in seen)
    return _cut(" ".join(words), MAX_WORDS)


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0]
