"""The requests of a collection in the order in which they can run, whatever its format."""

import base64
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from http import HTTPStatus
from itertools import groupby
from typing import Any

from callsheet import lazy_re as re
from callsheet.model import Operation
from callsheet.samples.assets import ASSETS_DIR, Asset, read_asset
from callsheet.samples.request.access import Text
from callsheet.samples.request.choices import Overrides
from callsheet.samples.request.defaults import Json
from callsheet.samples.request.request import PathValue, Request, prepare
from callsheet.samples.request.variants import labels_of, variants_of
from callsheet.samples.sample import file_stem
from callsheet.samples.text import words

BASE_URL = "baseUrl"
"""The variable for the address of the server."""

WORKSPACE = "workspace"
"""The variable for the workspace on the reference server; no other server gets its header."""

WORKSPACE_HEADER = "Callsheet-Workspace"
REMOVING = {"delete", "purge", "remove"}

_BRACES = re.compile(r"\{(?=\{)")
_RESERVED = re.compile("[%+&=#{}]")
"""Characters of a parameter that clients would not encode, but that mean something in a query."""

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")


@dataclass(frozen=True, slots=True)
class CollectionItem:
    """A request of a collection.

    Attributes:
        name: What it is called.
        stem: The name of its file, without a suffix; unique in its operation.
        request: The request.
        status: The status of its response.
    """

    name: str
    stem: str
    request: Request
    status: int


@dataclass(frozen=True, slots=True)
class CollectionFolder:
    """A group of operations, in the order of their requests."""

    group: str
    name: str
    operations: tuple[Operation, ...]


@dataclass(frozen=True, slots=True)
class Address:
    """The URL of a request.

    Attributes:
        host: A reference to the variable for the address of the server.
        path: The path, which starts with a slash; `:name` stands for a value.
        values: The values in the path, encoded, by the names of their parameters.
        query: The parameters of the query, encoded.
    """

    host: str
    path: str
    values: tuple[tuple[str, str], ...]
    query: tuple[tuple[str, str], ...]

    @property
    def raw(self) -> str:
        """The whole URL as clients show it."""
        query = "&".join(f"{name}={value}" for name, value in self.query)
        return f"{self.host}{self.path}{'?' if query else ''}{query}"


@dataclass(slots=True)
class Variables:
    """The variables of a collection, which grow as its requests are written.

    Attributes:
        values: The values by name.
        references: The names by those that were wanted, and the values.
    """

    values: dict[str, str] = field(default_factory=dict)
    references: dict[tuple[str, str], str] = field(default_factory=dict)

    @classmethod
    def of(cls, site: Overrides) -> "Variables":
        """Return the first variables: the workspace, and the server that a site's author chose."""
        chosen = site.base_url.default if site.base_url else ""
        return cls({**({BASE_URL: chosen} if chosen else {}), WORKSPACE: ""})

    def text(self, text: Text) -> str:
        """Write text, with a reference for each secret in it."""
        parts = (text,) if isinstance(text, str) else text
        return "".join(
            inert(part)
            if isinstance(part, str)
            else self._written(part.variable, part.default or "")
            if part.variable
            else inert(part.value)
            for part in parts
        )

    def headers(self, request: Request) -> Iterator[tuple[str, str]]:
        """Yield the header fields of a request."""
        for name, text in request.access.headers:
            yield name, self.text(text)
        if request.content_type:
            yield "Content-Type", inert(request.content_type)

    def address(self, request: Request) -> Address:
        """Return the URL of a request."""
        path = request.write_path(str, lambda value: value.encoded)
        values = dict(_whole_segments(request))
        if values:
            path = request.write_path(
                str, lambda v: f":{v.name}" if v.name in values else v.encoded
            )
        return Address(
            self._written(BASE_URL, request.base_url.default),
            path,
            tuple(values.items()),
            tuple((_encoded(n), self._parameter(text)) for n, text in request.access.query),
        )

    def _parameter(self, text: Text) -> str:
        if isinstance(text, str):
            return _encoded(text)
        return "".join(_encoded(p) if isinstance(p, str) else self.text((p,)) for p in text)

    def _written(self, name: str, value: str) -> str:
        return f"{{{{{self.refer(name, value)}}}}}"

    def refer(self, name: str, value: str) -> str:
        """Return the name of a variable: another one where its name has another value already."""
        wanted, number = name, 1
        while self.values.setdefault(name, value) != value:
            number += 1
            name = f"{wanted}_{number}"
        self.references[wanted, value] = name
        return name


def folders_of(operations: Iterable[Operation], title: str) -> list[CollectionFolder]:
    """Return all operations in an order in which nothing is removed before it is used.

    In a folder, the removing operations come last, the deepest routes first. Folders whose
    operations remove nothing come first, then those whose routes for it are the deepest.

    Args:
        operations: The operations, in the order of their pages.
        title: The name of the collection; the folder of operations without a group has it, too.
    """
    groups = [
        (group, sorted(found, key=_removes))
        for group, found in groupby(operations, key=lambda operation: operation.group)
    ]
    groups.sort(key=lambda pair: max(map(_removes, pair[1])))
    return [
        CollectionFolder(group, group.rpartition("/")[2] or title, tuple(found))
        for group, found in groups
    ]


def _removes(operation: Operation) -> float:
    """Return how much goes with what an operation removes; minus infinity for nothing."""
    segments = operation.route.path.strip("/").split("/")
    first = next(iter(words(segments[-1])), "")
    removes = operation.method == "DELETE" or (operation.method == "POST" and first in REMOVING)
    return -len(segments) if removes else float("-inf")


def items_of(operation: Operation, site: Overrides) -> Iterator[CollectionItem]:
    """Yield the request of an operation, then one for each further example and media type."""
    first, *further = variants_of(operation)
    success = operation.ordinary_status.code if operation.ordinary_status else HTTPStatus.OK
    stem = file_stem(operation.uid)
    request = prepare(operation, site)
    yield CollectionItem(request.heading[0], stem, request, success)
    _, *labels = labels_of((first, *further))
    for label, variant in zip(labels, further, strict=True):
        request = prepare(variant.operation, site, variant.ending)
        name = f"{request.heading[0]} ({label})"
        yield CollectionItem(name, stem + variant.ending, request, variant.status or success)


def inert(text: str) -> str:
    """Change text of a page so that no client takes a part of it for a variable.

    Clients replace `{{name}}`, also by secrets and environment variables of whoever uses them.
    """
    return _BRACES.sub("{ ", text)


def json_text(value: Json) -> str:
    """Write a body in JSON, in which no client finds a variable."""
    # Two braces in a row are in strings only.
    text = json.dumps(_plain(value), indent=2, ensure_ascii=False)
    return _BRACES.sub(r"\\u007b", text)


def _whole_segments(request: Request) -> Iterator[tuple[str, str]]:
    """Yield the values that clients can show: each a whole segment, as in `/{id}/`."""
    parts = request.path
    partial = {
        part.name
        for number, part in enumerate(parts)
        if isinstance(part, PathValue)
        and not (
            _ends(parts[:number], "/") and (number + 1 == len(parts) or _starts(parts[number + 1]))
        )
    }
    for value in request.path_values:
        if value.name not in partial and _NAME.fullmatch(value.name) and value.encoded:
            yield value.name, value.encoded


def _ends(parts: tuple[str | PathValue, ...], text: str) -> bool:
    return bool(parts) and isinstance(parts[-1], str) and parts[-1].endswith(text)


def _starts(part: str | PathValue) -> bool:
    return isinstance(part, str) and part.startswith("/")


def _encoded(text: str) -> str:
    return _RESERVED.sub(lambda match: f"%{ord(match[0]):02X}", text)


def _plain(value: Json) -> Any:
    """Replace each asset in a value by its content in base64."""
    if isinstance(value, Asset):
        return base64.b64encode(read_asset(value.name)).decode()
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return value


def asset_files(operations: Iterable[Operation], site: Overrides) -> dict[str, bytes]:
    """Return the files that the requests of a collection send, by relative path."""
    items = (item for operation in operations for item in items_of(operation, site))
    names = {name for item in items for name in item.request.assets}
    # Bodies in JSON have their files in them.
    return {f"{ASSETS_DIR}/{name}": read_asset(name) for name in sorted(names)}
