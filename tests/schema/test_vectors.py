"""Both evaluators, in Python and in the JavaScript of the console, say the same of each value."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

import callsheet.render
from callsheet.schema import Evaluator
from callsheet.schema.json_schema import read_schema
from tests.interpreters import node

VECTORS: list[dict[str, Any]] = json.loads(
    Path(__file__).with_name("vectors.json").read_text(encoding="utf-8")
)
PET = {
    "type": "object",
    "properties": {"name": {"type": "string"}, "friend": {"$ref": "#/Pet"}},
}
CONSOLE = Path(callsheet.render.__file__).parent / "assets/console"
_PLAIN = re.compile(r"[^\W\d]\w*")


def path_of(pointer: str) -> str:
    """A JSON Pointer as the console writes it; numbers are those of items in these vectors."""
    path = "$"
    for token in pointer.split("/")[1:]:
        name = token.replace("~1", "/").replace("~0", "~")
        if name.isdigit():
            path += f"[{name}]"
        else:
            path += f".{name}" if _PLAIN.fullmatch(name) else f"[{json.dumps(name)}]"
    return path


def name_of(reference: str) -> str:
    return reference.removeprefix("#/")


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: json.dumps(vector)[:80])
def test_python(vector: dict[str, Any]) -> None:
    evaluator = Evaluator({"Pet": read_schema(PET, name_of)})
    schema = read_schema(vector["schema"], name_of)
    found = [path_of(m.pointer) for m in evaluator.mismatches(vector["value"], schema)]
    assert found == vector["places"]


def test_javascript() -> None:
    code = (CONSOLE / "types.js").read_text(encoding="utf-8")
    program = f"""
        const MAX_DIFFERENCES = 20;
        {code}
        const types = {{"#/Pet": {json.dumps(PET)}}};
        const places = ({{ schema, value }}) => first(20, violations(value, schema, types))
          .map(({{ path }}) => path);
        console.log(JSON.stringify({json.dumps(VECTORS)}.map(places)));
    """
    done = subprocess.run([node(), "-"], input=program.encode(), capture_output=True, timeout=60)
    assert done.returncode == 0, done.stderr.decode()
    found = dict(enumerate(json.loads(done.stdout)))
    assert found == {number: vector["places"] for number, vector in enumerate(VECTORS)}
