"""All sample requests as a Postman collection, which Bruno and Insomnia can import, too.

The format is that of version 2.1 (schema.getpostman.com/json/collection/v2.1.0).
"""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from callsheet.cache.encoded import JsonText, encode
from callsheet.cache.parts import Keep, Part
from callsheet.model import Operation
from callsheet.samples.assets import ASSETS_DIR
from callsheet.samples.collections.items import (
    WORKSPACE,
    WORKSPACE_HEADER,
    CollectionFolder,
    CollectionItem,
    Variables,
    folders_of,
    inert,
    items_of,
    json_text,
)
from callsheet.samples.request.bodies import (
    BodyPart,
    FileBody,
    FormBody,
    JsonBody,
    MultipartBody,
    TextBody,
)
from callsheet.samples.request.choices import NO_OVERRIDES, Overrides
from callsheet.samples.request.request import Request

SCHEMA = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"
FILE_NAME = "postman_collection.json"

_SEND_WORKSPACE = f"""const name = pm.variables.get("{WORKSPACE}");
if (name) pm.request.headers.upsert({{key: "{WORKSPACE_HEADER}", value: name}});"""


def postman_collection(
    operations: Iterable[Operation],
    title: str,
    site: Overrides = NO_OVERRIDES,
    assets: str = ASSETS_DIR,
) -> dict[str, Any]:
    """Return a collection with a folder for each group; see `PostmanCollection`."""
    return PostmanCollection(operations, title, site, assets).document()


class PostmanCollection:
    """A collection with a folder for each group, made of one part for each operation.

    Args:
        operations: The operations, in the order of their pages.
        title: The name of the collection.
        site: The choices of the site's configuration, for all samples.
        assets: The folder of the files that are sent, relative to that of the collection.
        keep: Returns the parts of operations, if they are cached, which are copied as text. What
            all parts depend on are the choices of the site, that folder, and the security schemes
            of the operations.
    """

    def __init__(
        self,
        operations: Iterable[Operation],
        title: str,
        site: Overrides = NO_OVERRIDES,
        assets: str = ASSETS_DIR,
        keep: Keep | None = None,
    ) -> None:
        self._title, self._site, self._assets, self._keep = title, site, assets, keep
        self._operations = [*operations]
        self._of_pages: dict[str, list[Operation]] = {}
        for each in self._operations:
            self._of_pages.setdefault(each.path, []).append(each)

    def parts_of(self, path: str) -> Iterator[Part]:
        """Yield the parts of a page, as `keep` takes them."""
        return map(self._part, self._of_pages.get(path, ()))

    def document(self) -> dict[str, Any]:
        """Return the collection; with cached parts, it is made while it is iterated, once."""
        keep = self._keep
        collect: Callable[[Iterator[Any]], Any] = iter if keep else list
        variables = Variables.of(self._site)

        def items(folder: CollectionFolder) -> Iterator[Any]:
            for operation in folder.operations:
                if keep is None:
                    yield from self._made(operation, variables)
                    continue
                found, references = keep(*self._part(operation))
                # Another operation may have taken a name for another value.
                asked = json.loads(references)
                if any(variables.refer(key, value) != name for key, value, name in asked):
                    found = _joined(self._made(operation, variables))
                yield JsonText(found)

        def folders() -> Iterator[Any]:
            for folder in folders_of(self._operations, self._title):
                yield {"name": folder.name, "item": collect(items(folder))}

        def values() -> Iterator[Any]:
            yield from ({"key": key, "value": text} for key, text in variables.values.items())

        return {
            "info": {"name": self._title, "schema": SCHEMA},
            "item": collect(folders()),
            "event": [_script("prerequest", _SEND_WORKSPACE)],
            "variable": collect(values()),
        }

    def _part(self, operation: Operation) -> Part:
        """Return what makes the requests of an operation, and tells how these name values."""

        def make() -> tuple[str, str]:
            own = Variables.of(self._site)
            text = _joined(self._made(operation, own))
            return text, encode([(*asked, name) for asked, name in own.references.items()])

        return operation.path, operation.uid, "", make

    def _made(self, operation: Operation, variables: Variables) -> Iterator[dict[str, Any]]:
        """Yield the requests of an operation."""
        for item in items_of(operation, self._site):
            yield _item(item, variables, self._assets)


def _joined(made: Iterable[dict[str, Any]]) -> str:
    return ",".join(map(encode, made))


def _item(item: CollectionItem, variables: Variables, assets: str) -> dict[str, Any]:
    request = item.request
    sent: dict[str, Any] = {
        "method": request.method,
        "header": _pairs(variables.headers(request)),
        "url": _url(request, variables),
        "description": "\n\n".join(request.heading),
    }
    if login := request.access.login:
        kind = "digest" if login.digest else "basic"
        user, password = (variables.text((s,)) for s in (login.user, login.password))
        sent["auth"] = {
            "type": kind,
            kind: [
                {"key": "username", "value": user, "type": "string"},
                {"key": "password", "value": password, "type": "string"},
            ],
        }
    if body := _body(request, assets):
        sent["body"] = body
    check = f"() => pm.response.to.have.status({item.status})"
    test = _script("test", f'pm.test("The status is {item.status}.", {check});')
    return {"name": item.name, "request": sent, "event": [test]}


def _script(event: str, code: str) -> dict[str, Any]:
    return {"listen": event, "script": {"type": "text/javascript", "exec": code.split("\n")}}


def _url(request: Request, variables: Variables) -> dict[str, Any]:
    address = variables.address(request)
    return {
        "raw": address.raw,
        "host": [address.host],
        "path": address.path.removeprefix("/").split("/"),
        "query": _pairs(address.query),
        "variable": _pairs(address.values),
    }


def _body(request: Request, assets: str) -> dict[str, Any] | None:
    match request.body:
        case None:
            return None
        case JsonBody(value):
            return {
                "mode": "raw",
                "raw": json_text(value),
                "options": {"raw": {"language": "json"}},
            }
        case TextBody(text):
            return {"mode": "raw", "raw": inert(text)}
        case FormBody(fields):
            return {
                "mode": "urlencoded",
                "urlencoded": _pairs((inert(name), inert(value)) for name, value in fields),
            }
        case FileBody(asset):
            return {"mode": "file", "file": {"src": f"{assets}/{asset.name}"}}
        case MultipartBody(parts):
            return {"mode": "formdata", "formdata": [_part(part, assets) for part in parts]}


def _part(part: BodyPart, assets: str) -> dict[str, str]:
    kind = {"contentType": inert(part.content_type)} if part.content_type else {}
    name = inert(part.name)
    if isinstance(part.content, str):
        return {"key": name, "value": inert(part.content), "type": "text", **kind}
    return {"key": name, "type": "file", "src": f"{assets}/{part.content.name}", **kind}


def _pairs(fields: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"key": name, "value": value} for name, value in fields]
