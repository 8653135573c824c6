"""The files of the console: its script and its stylesheet; and the data of each operation."""

import base64
import json
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from callsheet.catalog.contracts import promised_requests
from callsheet.http.headers import basic
from callsheet.http.media_types import FORM
from callsheet.http.parameter_styles import Texts
from callsheet.model import Location, Operation, Owners, StyledParameter, Styles
from callsheet.model.contents import own_parameters
from callsheet.render import (
    ConsoleData,
    InitialRequest,
    OperationRecord,
    ServerAddress,
    console_ready_files,
    console_script,
    console_settings,
    console_stylesheet,
)
from callsheet.samples import Overrides
from callsheet.samples.assets import ASSETS, Asset, read_asset
from callsheet.samples.request.bodies import FileBody, FormBody, JsonBody, MultipartBody, TextBody
from callsheet.samples.request.values import Values, pick_values
from callsheet.schema import ANYTHING, Schema
from callsheet.schema.texts import flat, value_of_fields
from callsheet.site.generated.extra_files import ExtraFile
from callsheet.site.output.site_directory import file_key

FOLDER = "assets/callsheet/console"
SCRIPT = f"{FOLDER}/console.js"
STYLESHEET = f"{FOLDER}/console.css"
READY_FILES = f"{FOLDER}/files.js"


def shared_files(
    servers: Iterable[ServerAddress], *, any_server: bool, sandbox: bool
) -> Iterator[ExtraFile]:
    """Yield the files for all operations.

    Args:
        servers: The addresses that requests may go to.
        any_server: Whether the reader may give another one.
        sandbox: Whether the page has a server of its own.
    """
    start = console_settings(servers, any_server=any_server, sandbox=sandbox)
    settings = console_script(start).encode()
    ready = console_ready_files(
        {kind: (asset.name, read_asset(asset.name)) for kind, asset in ASSETS.items()}
    )
    for path, content in (
        (SCRIPT, settings),
        (STYLESHEET, console_stylesheet().encode()),
        (READY_FILES, ready.encode()),
    ):
        yield ExtraFile(path, key := file_key(content), partial(_same, key, content))


def console_record(
    operation: Operation, data: ConsoleData, chosen: Overrides, types: Mapping[str, Schema]
) -> OperationRecord:
    """Return what the console is to know of an operation.

    Args:
        operation: The operation.
        data: Makes it, for the operations of a collection.
        chosen: What the site's configuration chooses for their samples.
        types: The schemas of the named types.
    """
    values = pick_values(operation, chosen)
    return data.record(operation, example_request(operation, values, types), types)


def _same(key: str, content: bytes) -> tuple[str, bytes]:
    return key, content


def example_request(
    operation: Operation, values: Values, types: Mapping[str, Schema]
) -> InitialRequest:
    """Return the initial values of the console: those of the samples.

    Args:
        operation: The operation.
        values: The values of its samples.
        types: The named types.
    """
    headers = dict(values.headers)
    authorization = next((headers.pop(n) for n in [*headers] if n.lower() == "authorization"), "")
    if values.credentials:
        authorization = basic(*values.credentials)
    path, query = _fields(operation, values)
    return InitialRequest(
        path=path,
        query=query,
        headers=list(headers.items()),
        authorization=authorization,
        body=_body(operation, values, types),
    )


def _fields(operation: Operation, values: Values) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """Return the fields of path and query; of styled parameters, the text that a reader edits."""
    path = {name: str(value) for name, value in values.path.items()}
    query = [(name, str(value)) for name, value in values.query]
    if values.styled:
        styles = Styles(operation)
        rows = own_parameters(operation, Location.QUERY)
        found = (StyledParameter.of(row, styles, flat(schema, {})) for row, schema in rows)
        owners = Owners((each for each in found if each), (row.name for row, _ in rows))
        taken = {name for own in owners.split(query).values() for name, _ in own}
        query = [(name, value) for name, value in query if name not in taken]
    for (place, name), texts in values.styled.items():
        if place is Location.PATH:
            path[name] = _field(texts)
        elif place is Location.QUERY:
            query.append((name, _field(texts)))
    return path, query


def _field(texts: Texts) -> str:
    """Return the text that a reader edits: items between commas, else JSON."""
    if isinstance(texts, str):
        return texts
    if isinstance(texts, list) and not any("," in str(text) for text in texts):
        return ", ".join(map(str, texts))
    return json.dumps(texts, ensure_ascii=False)


def _body(
    operation: Operation, values: Values, types: Mapping[str, Schema]
) -> dict[str, Any] | None:
    """Return the body: its kind, its Content-Type and its content.

    `text` is edited as text, `file` is the media type of the file that the samples send, `parts`
    are fields and files. The fields of a form are edited as a JSON object, whose properties they
    become.
    """
    name = (operation.request_body.name if operation.request_body else "") or "body"
    match values.body:
        case JsonBody(value, content_type):
            return {"name": name, "type": content_type, "text": _json(value)}
        case TextBody(text, content_type):
            return {"name": name, "type": content_type or "", "text": text}
        case FormBody(fields):
            promised = next(iter(promised_requests(operation)), None)
            schema = promised.schema if promised else ANYTHING
            return {
                "name": name,
                "type": FORM,
                "text": _json(value_of_fields(fields, schema, types)),
            }
        case FileBody(asset, content_type):
            return {"name": name, "type": content_type, "file": asset.media_type}
        case MultipartBody() as body:
            files = [(part, asset.media_type) for part, asset in body.files]
            parts = {"fields": list(body.fields), "files": files}
            return {"name": name, "type": "multipart/form-data", "parts": parts}
    return {"name": name, "type": "", "text": ""} if operation.request_body else None


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2, default=_file)


def _file(asset: Asset) -> str:
    """Return a file within JSON as base64."""
    return base64.b64encode(read_asset(asset.name)).decode()
