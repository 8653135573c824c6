"""The search index: one short entry for each operation.

The themes' search plugins read the HTML of every page again and put all of its text into the
index. Of an operation, people look for its method, route and title, for what it does, and for the
names of its parameters, examples and properties.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import chain
from pathlib import Path
from typing import Any

from callsheet import lazy_re as re
from callsheet.catalog.named_types import TypeDefinition
from callsheet.catalog.titles import Titles, plain_summary
from callsheet.files import write_whole
from callsheet.model import Operation
from callsheet.render.phrases import phrase
from callsheet.site.generated import search_data

INDEX = Path("search", "search_index.json")
"""Where the search plugins of MkDocs and Material write the index, below the site directory."""

MAX_TEXT = 1200
"""Characters of an entry's text; names beyond are left out."""

COMMON_FROM = 100
"""A word that more operations than this have, and more than half of all, is a common one."""

COMMON_IN = 10
"""How many entries have a common word: in all of them, it would tell none from another."""

_WRITERS = re.compile(r"(?:mkdocs\.contrib|material\.plugins)\.search\b")
_WORD = re.compile(r"[A-Za-z0-9_]+")


def options(meta: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the options of the search in the front matter of a page, below `search`."""
    found = meta.get("search")
    return found if isinstance(found, dict) else {}


def is_writer(module: str) -> bool:
    """Tell whether a module is that of a plugin that writes the index."""
    return bool(_WRITERS.match(module))


def read_index(file: Path) -> dict[str, Any] | None:
    """Return the index that a search plugin has written; None where the site has none."""
    try:
        index = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    if not isinstance(index.get("docs"), list):
        return None
    return {**index, "docs": [*_with_titles(index["docs"])]}


def _with_titles(entries: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Yield the entries of an index, where the title of a page is not a heading of its own.

    Material takes it for one where something is above it, such as the way to a group.
    """
    last: Mapping[str, Any] | None = None
    for entry in entries:
        page = {"location": _page(entry), "title": entry.get("title"), "text": ""}
        is_title = last is not None and last == {**last, **page} and entry != last
        if last is not None and not is_title:
            yield last
        last = {**entry, "location": page["location"]} if is_title else entry
    if last is not None:
        yield last


def entries_of(
    index: Mapping[str, Any] | None,
    operations: Sequence[Operation],
    types: Sequence[tuple[str, TypeDefinition]],
    urls: Mapping[str, str],
    hints: Mapping[str, Mapping[str, Any]],
    titles: Titles,
) -> dict[str, list[search_data.Entry]]:
    """Return the entries of the site's own search, by kind.

    Args:
        index: The index, after all plugins have added and removed entries; it decides what can be
            found. None where the site has none: then no pages and headings are found.
        operations: As for `add_entries`, and so are the others.
        types: The types that have pages.
        urls: The URLs of the pages.
        hints: The `options` of the operations' pages.
        titles: The titles of operations.
    """
    found, defined = _shown(operations, types, urls, hints)
    sections: list[search_data.Entry] = []
    if index is not None:
        indexed = {_page(entry) for entry in index["docs"]}
        found = [operation for operation in found if urls[operation.path] in indexed]
        defined = [(url, each) for url, each in defined if url in indexed]
        whole = (urls[operation.path] for operation in found if not operation.anchor)
        ours = {*whole, *(url for url, _ in defined)}
        sections = [*search_data.section_entries(index, ours)]
    return {
        "operation": [
            search_data.entry_of(each, urls[each.path] + each.anchor, titles) for each in found
        ],
        "type": [search_data.type_entry(definition, url) for url, definition in defined],
        "section": sections,
    }


def of_all(
    parts: Iterable[Mapping[str, list[search_data.Entry]]],
) -> dict[str, list[search_data.Entry]]:
    """Combine what `entries_of` returns for the collections of a site."""
    first, *others = parts
    found = {kind: [*entries] for kind, entries in first.items()}
    for part in others:
        found["operation"] += part["operation"]
        found["type"] += part["type"]
        # A page of one part is not a section for the others.
        shared = set(found["section"])
        found["section"] = [each for each in part["section"] if each in shared]
    return found


def add_entries(
    file: Path,
    operations: Sequence[Operation],
    types: Sequence[tuple[str, TypeDefinition]],
    urls: Mapping[str, str],
    hints: Mapping[str, Mapping[str, Any]],
    titles: Titles,
    generated: Iterable[str] = (),
) -> None:
    """Put operations and types into an index that a search plugin has written.

    Args:
        file: The index. Without one, the site has no search, and nothing happens.
        operations: The operations.
        types: The types that have pages of their own, each after the path of its page.
        urls: The URLs of the pages by path, relative to the root of the site.
        hints: The `options` of the operations' pages, by path. A type that is only on pages which
            are left out is left out, too.
        titles: The titles of operations.
        generated: Pages of which no entry is needed, such as lists of operations.
    """
    index = read_index(file)
    # A prebuilt index knows its entries by numbers and words; it is right as it is.
    if index is None or "index" in index:
        return
    # Entries of the search plugin for our pages are replaced, not duplicated.
    ours = {urls[each.path] for each in operations if each.path in urls and not each.anchor}
    ours |= {urls[path] for path in chain(generated, (path for path, _ in types)) if path in urls}
    # MkDocs' own plugin takes every page, whatever its front matter says.
    others = [entry for entry in index["docs"] if _page(entry) not in ours]
    found, defined = _shown(operations, types, urls, hints)
    entries = [
        _entry(each, text, urls[each.path] + each.anchor, hints.get(each.path, {}), titles)
        for each, text in zip(found, _texts(found), strict=True)
    ]
    entries += [_type_entry(definition, url) for url, definition in defined]
    # Material shows titles and texts as HTML, and MkDocs as text.
    if not search_data.is_of_mkdocs(index):
        for entry in entries:
            for key in ("title", "text"):
                entry[key] = escape(entry[key], quote=False)
    index["docs"] = [*others, *entries]
    # The browser downloads the whole index, so it has no white space and no needless escapes.
    text = json.dumps(index, separators=(",", ":"), ensure_ascii=False)
    write_whole(file, text.encode())


def _shown(
    operations: Sequence[Operation],
    types: Sequence[tuple[str, TypeDefinition]],
    urls: Mapping[str, str],
    hints: Mapping[str, Mapping[str, Any]],
) -> tuple[list[Operation], list[tuple[str, TypeDefinition]]]:
    """Return the operations and types that authors leave in the search, the types by URL."""
    found = [operation for operation in operations if operation.path in urls]
    excluded = {o.uid for o in found if hints.get(o.path, {}).get("exclude")}
    defined = [(urls[path], each) for path, each in types if path in urls]
    return (
        [operation for operation in found if operation.uid not in excluded],
        [(url, each) for url, each in defined if not {*_uids(each)} <= excluded],
    )


def _page(entry: Mapping[str, Any]) -> str:
    return str(entry.get("location", "")).partition("#")[0]


def _uids(definition: TypeDefinition) -> Iterator[str]:
    """Yield the operations that a type is known from."""
    yield from definition.used_by
    yield from (sighting.uid for sighting in definition.sightings)


def _entry(
    operation: Operation, text: str, url: str, hints: Mapping[str, Any], titles: Titles
) -> dict[str, Any]:
    title = _title(operation, titles)
    entry: dict[str, Any] = {"location": url, "title": title, "text": text}
    tags = operation.front_matter.get("tags")
    if isinstance(tags, list) and tags:
        entry["tags"] = [str(tag) for tag in tags]
    if "boost" in hints:
        entry["boost"] = hints["boost"]
    return entry


def _type_entry(definition: TypeDefinition, url: str) -> dict[str, Any]:
    """Return the entry of a type: its name, and those of its properties."""
    text = _cut(" ".join(dict.fromkeys(field.name for field in definition.schema.properties)))
    return {"location": url, "title": phrase("{0} (type)", definition.name), "text": text}


def _title(operation: Operation, titles: Titles) -> str:
    """Return method, route and what the operation does, or its title where that says more."""
    return f"{operation.signature} – {search_data.title_of(operation, titles)}"  # noqa: RUF001


def _texts(operations: Sequence[Operation]) -> Iterator[str]:
    """Yield of each the summary, and the words and names that one may know of it, each once."""
    names = [dict.fromkeys(_words(operation)) for operation in operations]
    counts = Counter(chain.from_iterable(names))
    least = max(COMMON_FROM, len(operations) / 2)
    left = {word: COMMON_IN for word, count in counts.items() if count > least}
    for operation, own in zip(operations, names, strict=True):
        summary = plain_summary(operation)
        known = {word.lower() for word in _WORD.findall(summary)}
        words = [word for word in own if word.lower() not in known and left.get(word, 1)]
        left |= {word: left[word] - 1 for word in words if word in left}
        yield _cut(" ".join([summary, *words]))


def _cut(text: str) -> str:
    return text if len(text) <= MAX_TEXT else text[:MAX_TEXT].rsplit(" ", 1)[0]


def _words(operation: Operation) -> Iterator[str]:
    # The index knows a route as one long word; its parts are found by theirs.
    yield from _WORD.findall(operation.route_or_name)
    for parameter in operation.parameters:
        yield parameter.name
    for example in operation.example_requests:
        yield from example.name.split()
    for body in (operation.request_body, operation.response):
        for row in body.properties if body else ():
            yield row.name
