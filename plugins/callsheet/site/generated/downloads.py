"""Files for programs and assistants: Markdown of each page, `llms.txt`, OpenAPI, Postman."""

from __future__ import annotations

import io
import json
import posixpath
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from urllib.parse import quote

from callsheet.cache.content import digest_of
from callsheet.cache.parts import cached_parts
from callsheet.catalog import Catalog
from callsheet.catalog.named_types import TypeDefinition
from callsheet.docs_collections import DocsCollection
from callsheet.export import export_openapi
from callsheet.model.operation import defined_schemes, resolved
from callsheet.samples import Overrides
from callsheet.samples.collections.postman import FILE_NAME, postman_collection
from callsheet.site.generated.assets import sample_asset
from callsheet.site.generated.extra_files import ExtraFile
from callsheet.site.log import log
from callsheet.site.output.site_directory import file_key

OPENAPI = "openapi.json"
_DEPTH = 3
"""That of an operation: below `paths`, its path and its method."""

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))

LLMS = "llms.txt"
"""A list of all pages for language models, in the format of llmstxt.org."""


def downloads(
    catalog: Catalog,
    title: str,
    about: str,
    chosen: Overrides,
    digests: Mapping[str, str],
    tree: bytes,
    read: Callable[[str], bytes],
    *,
    types: Mapping[str, TypeDefinition],
    cache: Path | None = None,
    layouts: str = "",
    others: Container[str] = (),
    collections: Sequence[DocsCollection] = (),
) -> Iterator[ExtraFile]:
    """Yield the files.

    Args:
        catalog: The operations.
        title: The name of the site.
        about: What it is about, in a sentence; may be empty.
        chosen: What the site's configuration chooses for all samples.
        digests: The digests of the pages by path.
        tree: The digest of all pages.
        read: Reads a page.
        types: The named types.
        cache: The file with the cached parts of documents, if they are cached.
        layouts: Differs between choices of layouts, in which pages are read.
        others: The paths of the files that the site has from elsewhere.
        collections: The collections that have such files of their own.
    """
    place = catalog.collection.place
    for path in dict.fromkeys(operation.path for operation in catalog.operations):
        # Below the folder of the language, where there is one.
        shared = catalog.shared_path(path)
        yield ExtraFile(shared, digests.get(path, ""), partial(_markdown, read, path))
    many = len(catalog.operations)

    def openapi() -> bytes:
        shapes = repr([(name, types[name].schema) for name in types])
        base = file_key(layouts.encode(), shapes.encode("utf-8", "surrogatepass")).encode()
        with cached_parts(cache, place(OPENAPI), base, digests) as keep:
            return _json(export_openapi(catalog, title, types=types, keep=keep).document)

    def postman() -> bytes:
        # The site has the files that samples send, so they are next to the collection.
        folder = catalog.collection.folder or "."
        assets = posixpath.relpath(sample_asset("").rstrip("/"), folder)
        about = repr((layouts, chosen, assets, defined_schemes(catalog.operations)))
        base = file_key(about.encode("utf-8", "surrogatepass")).encode()
        operations = resolved(catalog.operations)
        with cached_parts(cache, place(FILE_NAME), base, digests) as keep:
            return _json(postman_collection(operations, title, chosen, assets, keep))

    documents: list[tuple[str, Callable[[], bytes]]] = [
        (LLMS, lambda: _text_of(_llms(catalog, title, about, collections))),
        (OPENAPI, openapi),
        (FILE_NAME, postman),
    ]
    # Of pages besides those of collections, there may be no API.
    if collections and not many:
        del documents[1:]
    for name, make in documents:
        path = place(name)
        if path in others:
            log.info("%s: that of the author or of another plugin; ours is left out.", path)
            continue
        key = file_key(tree, *map(str.encode, (path, title, about, repr(chosen))))
        yield ExtraFile(path, key, partial(_document, key, make), weight=many)


def _markdown(read: Callable[[str], bytes], path: str) -> tuple[str, bytes]:
    content = read(path)
    return digest_of(content), content


def _document(key: str, make: Callable[[], bytes]) -> tuple[str, bytes]:
    return key, make()


def _text_of(lines: Iterable[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()


def _llms(
    catalog: Catalog, title: str, about: str, collections: Sequence[DocsCollection]
) -> Iterator[str]:
    yield f"# {_line(title)}"
    if about:
        yield ""
        yield f"> {_line(about)}"
    if catalog.operations or not collections:
        yield ""
        yield f"The whole API as OpenAPI 3.1: [{OPENAPI}]({OPENAPI})"
    if collections:
        yield ""
        yield "## Collections"
        yield ""
    for each in collections:
        yield f"- [{_text(each.title)}]({quote(each.place(LLMS))})"
    for group in catalog.groups:
        yield ""
        yield f"## {_line(group.title)}"
        yield ""
        for operation in group.operations:
            path = catalog.shared_path(operation.path)
            path = path.removeprefix(catalog.collection.place(""))
            link = f"[{_text(operation.signature)}]({quote(path)})"
            yield f"- {link}: {_line(operation.summary)}"


def _line(text: str) -> str:
    return " ".join(text.split())


def _text(text: str) -> str:
    """Escape the text of a link."""
    return _line(text).replace("[", r"\[").replace("]", r"\]")


def _json(document: Mapping[str, object]) -> bytes:
    """Return a document as JSON without white space, as it is for programs."""
    content = io.BytesIO()
    # Part by part: there may be thousands of operations.
    for text in _parts(document, _DEPTH):
        content.write(text.encode())
    return content.getvalue()


def _parts(value: object, depth: int) -> Iterator[str]:
    """Yield the text of a value in parts, none of which is more than a value at the depth."""
    if not isinstance(value, dict | list) or not value:
        yield _ENCODER.encode(value)
        return
    is_object = isinstance(value, dict)
    named = value.items() if isinstance(value, dict) else (("", item) for item in value)
    before = "{" if is_object else "["
    for name, item in named:
        start = f"{before}{_ENCODER.encode(name)}:" if is_object else before
        if depth > 1:
            yield start
            yield from _parts(item, depth - 1)
        else:
            yield start + _ENCODER.encode(item)
        before = ","
    yield "}" if is_object else "]"
