"""The index of all operations is the page with the marker, not one that quotes it."""

from __future__ import annotations

from pathlib import Path

import pytest

from callsheet.catalog import Catalog
from callsheet.site.generated.operation_index import OperationIndex
from callsheet.source import read_page

MARKER = "<!-- callsheet: operations -->"
OPERATION = b"# Ship\n\n```http\nGET /v1/Ship\n```\n"


def index_page(root: Path, text: str) -> str | None:
    texts = {"guide.md": text.encode(), "ship.md": OPERATION}
    catalog = Catalog.of(root, [read_page(content, path) for path, content in texts.items()])
    return next(iter(OperationIndex(catalog, texts).paths), None)


@pytest.mark.parametrize(
    "text",
    [
        f"The marker `{MARKER}` lists them.",
        f"The marker\n`{MARKER}`\nlists them.",
        f"```markdown\n{MARKER}\n```",
        f"~~~\n\n{MARKER}\n\n~~~",
        f"    {MARKER}",
        f"<pre>\n{MARKER}\n</pre>",
        f"All of them: {MARKER}",
        "<!-- callsheet: operations of ships -->",
    ],
)
def test_a_page_that_quotes_the_marker_is_not_the_index(tmp_path: Path, text: str) -> None:
    assert index_page(tmp_path, f"# Guide\n\n{text}\n") == "operations/index.md"


@pytest.mark.parametrize(
    "text", [MARKER, f"Before.\n\n  {MARKER}\n\nAfter.", f"---\na: b\n---\n{MARKER}"]
)
def test_a_page_with_the_marker_on_a_line_of_its_own_is_the_index(
    tmp_path: Path, text: str
) -> None:
    assert index_page(tmp_path, f"{text}\n") == "guide.md"
