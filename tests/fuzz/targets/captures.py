"""Postman collections and HAR files that become pages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from callsheet.errors import CallsheetError
from callsheet.importing import import_captured, plan_files, read_har, read_postman, write_files
from tests.captures import BASE, collection, entry, har, item, pairs, raw, saved


def seeds() -> Iterator[bytes]:
    """A collection with all that one can have, and a HAR file."""
    form = {"mode": "urlencoded", "urlencoded": pairs({"a": "1", "password": "x1y2z3"})}
    parts = {"mode": "formdata", "formdata": [*pairs({"a": "1"}), {"key": "f", "type": "file"}]}
    graph = {"mode": "graphql", "graphql": {"query": "{ a }", "variables": '{"n": {{n}}}'}}
    url = {
        "raw": "{{base}}/x/:id?a=1",
        "host": ["{{base}}"],
        "path": ["x", ":id"],
        "query": pairs({"a": "1"}),
        "variable": pairs({"id": "{{n}}"}),
    }
    bodies = (
        raw('{"a": {{n}}, "b": "{{$guid}}" // c\n}'),
        raw("<a>1</a>", "xml"),
        form,
        parts,
        graph,
    )
    answer = saved("ok", 200, [{"a": 1}, {"b": None}], sent={"url": f"{BASE}/x/1"})
    auth = {"type": "apikey", "apikey": pairs({"key": "k", "value": "a1b2c3d4"})}
    variables = pairs({"base": BASE, "n": "3"})
    for body in bodies:
        folder = {"name": "A / B", "item": [item("n", "POST", url, answer, body=body)]}
        whole = collection(folder, item("x", "GET", f"{BASE}/x"), variable=variables, auth=auth)
        yield json.dumps(whole).encode()
    entries = (
        entry("GET", f"{BASE}/x/1?a=1", 200, [1, 2], headers={"Cookie": "sid=a1b2c3d4"}),
        entry("POST", f"{BASE}/x", 201, {"id": 1}, sent="a=1", sent_type=_FORM),
        entry("GET", "https://www.depot.example/", media_type="text/html"),
    )
    yield json.dumps(har(*entries)).encode()


_FORM = "application/x-www-form-urlencoded"


def run(data: bytes) -> None:
    """Raises for all that is not a refusal."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "given.json")
        file.write_bytes(data)
        for read in (read_postman, read_har):
            with suppress(CallsheetError):
                plan = plan_files(import_captured(read(file)), Path(folder, "pages"), force=True)
                list(write_files(plan))
