"""The evaluator says of each value what the console's says, which `javascript/tests` tries."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from callsheet.schema import Evaluator
from callsheet.schema.json_schema import read_schema

VECTORS: list[dict[str, Any]] = json.loads(
    Path(__file__).with_name("vectors.json").read_text(encoding="utf-8")
)
PET = {
    "type": "object",
    "properties": {"name": {"type": "string"}, "friend": {"$ref": "#/Pet"}},
}
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
