"""Postman collections and HAR files, and what their import writes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from callsheet.catalog import Catalog
from callsheet.cli import main
from callsheet.model import Operation

Json = dict[str, Any]

JSON_TYPE = "application/json"
BASE = "https://api.depot.example/v2"


def collection(*items: Any, **more: Any) -> Json:
    """A collection of version 2.1."""
    schema = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"
    return {"info": {"name": "Depot", "schema": schema}, "item": list(items), **more}


def pairs(fields: Json) -> list[Json]:
    return [{"key": name, "value": value} for name, value in fields.items()]


def disabled(name: str) -> Json:
    return {"key": name, "value": "1", "disabled": True}


def item(name: str, method: str, url: Any, *responses: Json, **request: Any) -> Json:
    sent = {"method": method, "url": url, **request}
    return {"name": name, "request": sent, "response": list(responses)}


def saved(
    name: str, code: int, value: Any = None, *, sent: Json | None = None, **fields: Any
) -> Json:
    """A saved response with a body in JSON."""
    body = "" if value is None else value if isinstance(value, str) else json.dumps(value)
    fields = {"Content-Type": JSON_TYPE, **fields}
    return {
        "name": name,
        "code": code,
        "header": pairs(fields),
        "body": body,
        **({"originalRequest": sent} if sent else {}),
    }


def raw(value: Any, language: str = "json") -> Json:
    text = value if isinstance(value, str) else json.dumps(value)
    return {"mode": "raw", "raw": text, "options": {"raw": {"language": language}}}


def har(*entries: Any) -> Json:
    return {"log": {"version": "1.2", "creator": {}, "entries": list(entries)}}


def entry(
    method: str,
    url: str,
    status: int = 200,
    value: Any = None,
    *,
    sent: Any = None,
    sent_type: str = JSON_TYPE,
    media_type: str = JSON_TYPE,
    headers: Json | None = None,
    answered: Json | None = None,
    **more: Any,
) -> Json:
    """An entry, whose body is text or written in JSON."""
    text = value if isinstance(value, str) else json.dumps(value)
    content = {"size": 0, "mimeType": media_type, **({} if value is None else {"text": text})}
    request: Json = {
        "method": method,
        "url": url,
        "headers": [{"name": k, "value": v} for k, v in (headers or {}).items()],
    }
    if sent is not None:
        written = sent if isinstance(sent, str) else json.dumps(sent)
        request["postData"] = {"mimeType": sent_type, "text": written}
    fields = {"Content-Type": media_type, **(answered or {})}
    response = {
        "status": status,
        "headers": [{"name": k, "value": v} for k, v in fields.items() if v],
        "content": {**content, **more.pop("content", {})},
    }
    return {"request": request, "response": response, **more}


def run_import(kind: str, folder: Path, value: Any, *options: str) -> Result:
    """Run the command for a file with this content; the pages are in `docs` below the folder."""
    file = folder / "given.json"
    file.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
    arguments = ["import", kind, str(file), "--out", str(folder / "docs"), *options]
    return CliRunner().invoke(main, arguments)


def imported(kind: str, folder: Path, value: Any, *options: str) -> dict[str, Operation]:
    """The operations of the pages, by method and route."""
    result = run_import(kind, folder, value, *options)
    assert result.exit_code == 0, result.output
    return {f"{o.method} {o.route.template}": o for o in read(folder)}


def read(folder: Path) -> tuple[Operation, ...]:
    return Catalog.read(folder / "docs").operations


def text_of(folder: Path) -> str:
    """The text of all pages, with their paths."""
    files = sorted((folder / "docs").rglob("*.md"))
    return "\n".join(f"{file}\n{file.read_text(encoding='utf-8')}" for file in files)


def types(operation: Operation) -> dict[str, str]:
    """The types of an operation's parameters, other than the usual header fields."""
    found = ((row.name, row.type.written) for row in operation.parameters if row.type)
    return {name: kind for name, kind in found if name not in ("Accept", "Content-Type")}
