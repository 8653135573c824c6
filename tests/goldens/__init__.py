"""Pages with the quirks of the format, each beside the model that reading it must give.

`python -m tests.goldens` writes the models anew. Read what it changes before you commit it.
"""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

from callsheet.source import read_page

FOLDER = Path(__file__).parent
PAGES = sorted(FOLDER.glob("*.md"))


def model(page: Path) -> dict[str, Any]:
    """What reading a page gives, as plain values; a span is `first-last`."""
    reading = read_page(page.read_bytes(), page.name)
    plain: dict[str, Any] = _plain(reading)
    return plain


def golden(page: Path) -> Path:
    """The file with the model of a page."""
    return page.with_suffix(".json")


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        names = [field.name for field in dataclasses.fields(value)]
        if names == ["start", "end"]:
            return "{}-{}".format(*dataclasses.astuple(value))
        return {name: _plain(getattr(value, name)) for name in names}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def write() -> None:
    """Writes the model of every page."""
    for page in PAGES:
        text = json.dumps(model(page), indent=1, ensure_ascii=False)
        golden(page).write_text(text + "\n", encoding="utf-8")
