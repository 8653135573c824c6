"""Documents as JSON or YAML, in files that are whole or not there."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import yaml

from callsheet.errors import ConfigurationError
from callsheet.files import write_whole
from callsheet.printable import printable_json


class _Dumper(yaml.SafeDumper):
    """Writes what is in two places twice, as readers of OpenAPI are not used to aliases."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def dump(document: Any, file: Path | None = None) -> bytes:
    """A document in UTF-8: YAML where the file's name says so, else JSON."""
    content = io.BytesIO()
    # Piece by piece: a document of some thousand operations has millions of them.
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
    """Writes a file in one step, so that nobody reads half of it.

    Raises:
        ConfigurationError: It cannot be written.
    """
    try:
        write_whole(file, content)
    except OSError as error:
        raise ConfigurationError(f"`{file}` cannot be written: {error.strerror}.") from error
