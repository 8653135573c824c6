"""The search index: one short entry for each operation.

The themes' search plugins read the HTML of every page again and put all of its text into the
index. Of an operation, people look for its method, route and title, for what it does, and for the
names of its parameters, examples and properties.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Any

from callsheet.catalog.named_types import TypeDefinition
from callsheet.files import write_whole
from callsheet.model import Operation
from callsheet.render import operation_label

INDEX = Path("search", "search_index.json")
"""Where the search plugins of MkDocs and Material write the index, below the site directory."""

MAX_TEXT = 1200
"""Characters of an entry's text; names beyond are left out."""

_WRITERS = re.compile(r"(?:mkdocs\.contrib|material\.plugins)\.search\b")
_MARKUP = re.compile(r"<[^<>]*>|[`*_]{1,3}(?=\S)|(?<=\S)[`*_]{1,3}(?!\w)|[<>]")
_LINK = re.compile(r"!?\[([^\[\]]*)\](?:\((?:[^()]++|\([^()]*+\))*+\)|\[[^\[\]]*\])")
_PARAMETER = re.compile(r"\{[^{}]*\}")
_WORD = re.compile(r"[A-Za-z0-9_]+")


def options(meta: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the options of the search in the front matter of a page, below `search`."""
    found = meta.get("search")
    return found if isinstance(found, dict) else {}


def is_writer(module: str) -> bool:
    """Tell whether a module is that of a plugin that writes the index."""
    return bool(_WRITERS.match(module))


def add_entries(
    file: Path,
    operations: Iterable[Operation],
    types: Iterable[tuple[str, TypeDefinition]],
    urls: Mapping[str, str],
    hints: Mapping[str, Mapping[str, Any]],
) -> None:
    """Put operations and types into an index that a search plugin has written.

    Args:
        file: The index. Without one, the site has no search, and nothing happens.
        operations: The operations.
        types: The types that have pages of their own, each behind the path of its page.
        urls: The URLs of the pages by path, relative to the root of the site.
        hints: The `options` of the operations' pages, by path. A type that is only on pages which
            are left out is left out, too.
    """
    try:
        index = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return
    # A prebuilt index knows its entries by numbers and words; it is right as it is.
    if "index" in index or not isinstance(index.get("docs"), list):
        return
    found = [operation for operation in operations if operation.path in urls]
    defined = [(urls[path], definition) for path, definition in types if path in urls]
    excluded = {o.uid for o in found if hints.get(o.path, {}).get("exclude")}
    shown = [(url, each) for url, each in defined if not {*_uids(each)} <= excluded]
    # Entries of the search plugin for our pages are replaced, not duplicated.
    whole = (urls[operation.path] for operation in found if not operation.anchor)
    ours = {*whole, *(url for url, _ in defined)}
    # MkDocs' own plugin takes every page, whatever its front matter says.
    others = [entry for entry in index["docs"] if _page(entry) not in ours]
    entries = [
        _entry(operation, urls[operation.path] + operation.anchor, hints.get(operation.path, {}))
        for operation in found
        if operation.uid not in excluded
    ]
    entries += [_type_entry(definition, url) for url, definition in shown]
    # Material shows titles and texts as HTML, and MkDocs as text.
    if "indexing" not in index.get("config", {}):
        for entry in entries:
            for key in ("title", "text"):
                entry[key] = escape(entry[key], quote=False)
    index["docs"] = [*others, *entries]
    # The browser downloads the whole index, so it has no white space and no needless escapes.
    text = json.dumps(index, separators=(",", ":"), ensure_ascii=False)
    write_whole(file, text.encode())


def _page(entry: Mapping[str, Any]) -> str:
    return str(entry.get("location", "")).partition("#")[0]


def _uids(definition: TypeDefinition) -> Iterator[str]:
    """Yield the operations that a type is known from."""
    yield from definition.used_by
    yield from (sighting.uid for sighting in definition.sightings)


def _entry(operation: Operation, url: str, hints: Mapping[str, Any]) -> dict[str, Any]:
    entry: dict[str, Any] = {"location": url, "title": _title(operation), "text": _text(operation)}
    tags = operation.front_matter.get("tags")
    if isinstance(tags, list) and tags:
        entry["tags"] = [str(tag) for tag in tags]
    if "boost" in hints:
        entry["boost"] = hints["boost"]
    return entry


def _type_entry(definition: TypeDefinition, url: str) -> dict[str, Any]:
    """Return the entry of a type: its name, and those of its properties."""
    text = _cut(" ".join(dict.fromkeys(field.name for field in definition.schema.properties)))
    return {"location": url, "title": f"{definition.name} (type)", "text": text}


def _title(operation: Operation) -> str:
    """Return method and route, and the title where it says more than the route."""
    route = operation.signature
    label = operation_label(operation)
    plain = _PARAMETER.sub("", label).strip("/ ")
    return route if plain in _PARAMETER.sub("", route) else f"{route} – {label}"  # noqa: RUF001


def _text(operation: Operation) -> str:
    """Return the summary, and the words and names that one may know of it, each once."""
    summary = _LINK.sub(r"\1", operation.summary)
    summary = " ".join(_MARKUP.sub(" ", summary).split())
    known = {word.lower() for word in _WORD.findall(summary)}
    words = dict.fromkeys(word for word in _words(operation) if word.lower() not in known)
    return _cut(" ".join([summary, *words]))


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
