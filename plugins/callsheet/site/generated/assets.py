"""Files that all pages share: stylesheet, script, the list of operations, what samples send."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from importlib.resources import files as resources

from callsheet.catalog import Catalog
from callsheet.model import Operation
from callsheet.render import operation_label, script, stylesheet
from callsheet.samples.assets import ASSETS_DIR, read_asset

FOLDER = "assets/callsheet"
STYLESHEET = f"{FOLDER}/callsheet.css"
SCRIPT = f"{FOLDER}/callsheet.js"
OPERATIONS = f"{FOLDER}/operations.js"
"""The list of all operations, which the script loads when somebody looks for one."""

MAX_SUMMARY = 80


def sample_asset(name: str) -> str:
    """Return the path of a file that samples send."""
    return f"{FOLDER}/{ASSETS_DIR}/{name}"


def contents(catalog: Catalog, urls: Mapping[str, str]) -> Iterator[tuple[str, str | bytes]]:
    """Yield the files: path and content.

    Args:
        catalog: The operations.
        urls: The URLs of the pages by path, relative to the root of the site.
    """
    yield STYLESHEET, stylesheet()
    yield SCRIPT, script()
    yield OPERATIONS, operations_script(catalog, urls)
    for file in resources("callsheet.samples").joinpath(ASSETS_DIR).iterdir():
        yield sample_asset(file.name), read_asset(file.name)


def operations_script(catalog: Catalog, urls: Mapping[str, str]) -> str:
    """Return a script with the operations: a page on a disk may load scripts, but no JSON.

    For each operation: method, route, label, uid, summary and URL, relative to the site's root.
    """
    rows = [
        _row(operation, urls[operation.path] + operation.anchor)
        for operation in catalog.documented
        if operation.path in urls
    ]
    data = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    return f"window.callsheetOperations={data};\n"


def _row(operation: Operation, url: str) -> list[str]:
    summary = operation.summary
    if len(summary) > MAX_SUMMARY:
        summary = summary[:MAX_SUMMARY].rsplit(" ", 1)[0] + " …"
    label = operation_label(operation)
    route = operation.route_or_name
    return [operation.method, route, label, operation.uid, summary, url]
