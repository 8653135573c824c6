"""What programs and assistants read: Markdown beside each page, `llms.txt`, OpenAPI, Postman."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from callsheet.catalog import Catalog
from callsheet.export import export_openapi
from callsheet.files import write_whole
from callsheet.samples import Overrides
from callsheet.samples.postman import postman_collection

OPENAPI = "openapi.json"
POSTMAN = "postman_collection.json"
LLMS = "llms.txt"
"""A list of all pages for language models, in the format of llmstxt.org."""


def write_downloads(
    catalog: Catalog, site_dir: Path, title: str, about: str, chosen: Overrides
) -> None:
    """Writes them into a built site.

    Args:
        catalog: The operations.
        site_dir: The site.
        title: The name of the site.
        about: What it is about, in a sentence; may be empty.
        chosen: What the site's configuration chooses for all samples.

    Raises:
        OSError: One of them cannot be written.
    """
    for path, content in _contents(catalog, title, about, chosen):
        file = site_dir / path
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, content)


def _contents(
    catalog: Catalog, title: str, about: str, chosen: Overrides
) -> Iterator[tuple[str, bytes]]:
    for operation in catalog.operations:
        yield operation.path, (catalog.root / operation.path).read_bytes()
    yield LLMS, "".join(f"{line}\n" for line in _llms(catalog, title, about)).encode()
    yield OPENAPI, _json(export_openapi(catalog, title).document)
    yield POSTMAN, _json(postman_collection(catalog.operations, title, chosen))


def _llms(catalog: Catalog, title: str, about: str) -> Iterator[str]:
    yield f"# {_line(title)}"
    if about:
        yield ""
        yield f"> {_line(about)}"
    yield ""
    yield f"The whole API as OpenAPI 3.1: [{OPENAPI}]({OPENAPI})"
    for group in catalog.groups:
        yield ""
        yield f"## {_line(group.title)}"
        yield ""
        for operation in group.operations:
            route = f"{operation.method} {operation.route.template}"
            yield f"- [{_text(route)}](<{operation.path}>): {_line(operation.summary)}"


def _line(text: str) -> str:
    return " ".join(text.split())


def _text(text: str) -> str:
    """Text of a link."""
    return _line(text).replace("[", r"\[").replace("]", r"\]")


def _json(document: Mapping[str, object]) -> bytes:
    # Without white space: it is read by programs, and there may be thousands of operations.
    return json.dumps(document, separators=(",", ":"), ensure_ascii=False).encode()
