"""Files for programs and assistants: Markdown of each page, `llms.txt`, OpenAPI, Postman."""

import posixpath
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from urllib.parse import quote

from callsheet.cache.content import digest_of
from callsheet.cache.parts import Keep
from callsheet.catalog import Catalog
from callsheet.catalog.named_types import TypeDefinition
from callsheet.docs_collections import DocsCollection
from callsheet.export import OpenApiExport
from callsheet.model.operation import defined_schemes, resolved
from callsheet.samples import Overrides
from callsheet.samples.collections.postman import FILE_NAME, PostmanCollection
from callsheet.site.generated.assets import sample_asset
from callsheet.site.generated.documents import DocumentInParts
from callsheet.site.generated.extra_files import ExtraFile
from callsheet.site.log import log
from callsheet.site.output.site_directory import file_key

OPENAPI = "openapi.json"

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

    def base_of_openapi() -> bytes:
        shapes = repr([(name, types[name].shape) for name in types])
        return file_key(layouts.encode(), shapes.encode("utf-8", "surrogatepass")).encode()

    # The site has the files that samples send, so they are next to the collection.
    folder = catalog.collection.folder or "."
    assets = posixpath.relpath(sample_asset("").rstrip("/"), folder)

    def base_of_postman() -> bytes:
        about = repr((layouts, chosen, assets, defined_schemes(catalog.operations)))
        return file_key(about.encode("utf-8", "surrogatepass")).encode()

    def openapi(keep: Keep | None) -> OpenApiExport:
        return OpenApiExport(catalog, title, types=types, keep=keep)

    def postman(keep: Keep | None) -> PostmanCollection:
        return PostmanCollection(resolved(catalog.operations), title, chosen, assets, keep)

    kept = partial(DocumentInParts, cache, digests)
    documents: list[tuple[str, DocumentInParts | None]] = [
        (LLMS, None),
        (OPENAPI, kept(place(OPENAPI), base_of_openapi, openapi)),
        (FILE_NAME, kept(place(FILE_NAME), base_of_postman, postman)),
    ]
    # Of pages besides those of collections, there may be no API.
    if collections and not many:
        del documents[1:]
    for name, document in documents:
        path = place(name)
        if path in others:
            log.info("%s: that of the author or of another plugin; ours is left out.", path)
            continue
        key = file_key(tree, *map(str.encode, (path, title, about, repr(chosen))))
        make = (
            document.content if document else partial(_listed, catalog, title, about, collections)
        )
        yield ExtraFile(path, key, partial(_document, key, make), many, document=document)


def _markdown(read: Callable[[str], bytes], path: str) -> tuple[str, bytes]:
    content = read(path)
    return digest_of(content), content


def _document(key: str, make: Callable[[], bytes]) -> tuple[str, bytes]:
    return key, make()


def _listed(
    catalog: Catalog, title: str, about: str, collections: Sequence[DocsCollection]
) -> bytes:
    return "".join(f"{line}\n" for line in _llms(catalog, title, about, collections)).encode()


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
