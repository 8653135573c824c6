"""All sample requests as a Bruno collection: a folder of YAML files.

The format is OpenCollection 1.0.0 (spec.opencollection.com), which Bruno reads since version 3.
"""

from collections.abc import Iterable
from typing import Any

import yaml

from callsheet import lazy_re as re
from callsheet.http.media_types import is_xml
from callsheet.model import Operation
from callsheet.samples.assets import ASSETS_DIR
from callsheet.samples.collections.items import (
    WORKSPACE,
    WORKSPACE_HEADER,
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
from callsheet.samples.sample import file_stem

VERSION = "1.0.0"
ROOT_FILE = "opencollection.yml"
FOLDER_FILE = "folder.yml"
_SEND_WORKSPACE = f"""const name = bru.interpolate("{{{{{WORKSPACE}}}}}");
if (name) req.setHeader("{WORKSPACE_HEADER}", name);"""

_RESERVED = (ASSETS_DIR, "environments", "node_modules")
"""Folders of a collection that have no requests."""

_SIMPLE = re.compile("[A-Za-z][A-Za-z-]*")


class _BrunoDumper(yaml.SafeDumper):
    """A dumper whose texts are texts in every version of YAML: 1.1 and 1.2 differ on `0o17`."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _represent(dumper: _BrunoDumper, text: str) -> yaml.ScalarNode:
    style = None if _SIMPLE.fullmatch(text) else "|" if "\n" in text else '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style)


_BrunoDumper.add_representer(str, _represent)


def bruno_files(
    operations: Iterable[Operation], title: str, site: Overrides = NO_OVERRIDES
) -> dict[str, bytes]:
    """Return the files of a collection by relative path, without the assets that they send.

    Args:
        operations: The operations, in the order of their pages.
        title: The name of the collection.
        site: The choices of the site's configuration, for all samples.
    """
    variables = Variables.of(site)
    files: dict[str, bytes] = {}
    taken = set(_RESERVED)
    for number, folder in enumerate(folders_of(operations, title), 1):
        directory = _apart(file_stem(folder.group or title), taken)
        info = {"name": folder.name, "type": "folder", "seq": number}
        files[f"{directory}/{FOLDER_FILE}"] = _yaml({"info": info})
        names = {"folder"}
        items = (item for each in folder.operations for item in items_of(each, site))
        for position, item in enumerate(items, 1):
            path = f"{directory}/{_apart(item.stem, names)}.yml"
            files[path] = _yaml(_item(item, position, variables))
    root = {
        "opencollection": VERSION,
        "info": {"name": title},
        "request": {
            "variables": _pairs(variables.values.items()),
            "scripts": [{"type": "before-request", "code": _SEND_WORKSPACE}],
        },
    }
    return {ROOT_FILE: _yaml(root), **files}


def _item(item: CollectionItem, position: int, variables: Variables) -> dict[str, Any]:
    request = item.request
    address = variables.address(request)
    sent: dict[str, Any] = {
        "method": request.method,
        "url": address.raw,
        "headers": _pairs(variables.headers(request)),
        "params": [
            *({**pair, "type": "query"} for pair in _pairs(address.query)),
            *({**pair, "type": "path"} for pair in _pairs(address.values)),
        ],
    }
    if login := request.access.login:
        user, password = (variables.text((s,)) for s in (login.user, login.password))
        kind = "digest" if login.digest else "basic"
        sent["auth"] = {"type": kind, "username": user, "password": password}
    if body := _body(request):
        sent["body"] = body
    check = f"() => expect(res.getStatus()).to.equal({item.status})"
    script = f'test("The status is {item.status}.", {check});'
    return {
        "info": {"name": item.name, "type": "http", "seq": position},
        "http": sent,
        "runtime": {"scripts": [{"type": "tests", "code": script}]},
        # The parameters are encoded already.
        "settings": {"encodeUrl": False},
        "docs": "\n\n".join(request.heading),
    }


def _body(request: Request) -> dict[str, Any] | None:
    match request.body:
        case None:
            return None
        case JsonBody(value):
            return {"type": "json", "data": json_text(value)}
        case TextBody(text, kind):
            return {"type": "xml" if kind and is_xml(kind) else "text", "data": inert(text)}
        case FormBody(fields):
            pairs = _pairs((inert(name), inert(value)) for name, value in fields)
            return {"type": "form-urlencoded", "data": pairs}
        case FileBody(asset):
            file = {
                "filePath": f"{ASSETS_DIR}/{asset.name}",
                "contentType": request.content_type or asset.media_type,
                "selected": True,
            }
            return {"type": "file", "data": [file]}
        case MultipartBody(parts):
            return {"type": "multipart-form", "data": [_part(part) for part in parts]}


def _part(part: BodyPart) -> dict[str, Any]:
    kind = {"contentType": inert(part.content_type)} if part.content_type else {}
    name = inert(part.name)
    if isinstance(part.content, str):
        return {"name": name, "type": "text", "value": inert(part.content), **kind}
    return {"name": name, "type": "file", "value": [f"{ASSETS_DIR}/{part.content.name}"], **kind}


def _pairs(fields: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"name": name, "value": value} for name, value in fields]


def _apart(name: str, taken: set[str]) -> str:
    """Return a name that no file next to it has, whether or not the file system minds case."""
    number, found = 1, name
    while found.lower() in taken:
        number += 1
        found = f"{name}-{number}"
    taken.add(found.lower())
    return found


def _yaml(value: Any) -> bytes:
    return yaml.dump(value, Dumper=_BrunoDumper, sort_keys=False, width=100, encoding="ascii")
