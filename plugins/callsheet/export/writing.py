"""Writes documents as JSON or YAML, atomically."""

import io
import json
from pathlib import Path
from typing import Any

import yaml

from callsheet.errors import access_to
from callsheet.files import write_whole
from callsheet.printable import printable_json


class _Dumper(yaml.SafeDumper):
    """A dumper without YAML aliases, which many tools for OpenAPI don't support."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def dump(document: Any, file: Path | None = None) -> bytes:
    """Serialize a document in UTF-8: as YAML if the file's suffix says so, else as JSON."""
    content = io.BytesIO()
    # Streamed, as a document of some thousand operations has millions of tokens.
    with io.TextIOWrapper(content, encoding="utf-8", newline="\n") as stream:
        if file is not None and file.suffix.lower() in (".yaml", ".yml"):
            options: Any = {"allow_unicode": True, "sort_keys": False, "width": 100}
            yaml.dump(document, stream, Dumper=_Dumper, **options)
        else:
            encoder = json.JSONEncoder(ensure_ascii=False, allow_nan=False, indent=2)
            stream.writelines(map(printable_json, encoder.iterencode(document)))
            stream.write("\n")
        stream.flush()
        return content.getvalue()


def write(file: Path, content: bytes) -> None:
    """Write a file atomically, so that nobody reads half of it.

    Raises:
        ConfigurationError: The file cannot be written.
    """
    with access_to(file, "written"):
        write_whole(file, content)
