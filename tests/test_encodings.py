"""Pages that are not in UTF-8 are read as far as that goes, with a clear message."""

from __future__ import annotations

from pathlib import Path

import pytest

from callsheet.source import read_page
from tests.sites import command

PAGE = "# Lampen\n\n## Größe\n\n`GET /lamps`\n\n- `size` (integer) - Die Größe.\n"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_other_encodings_are_named(encoding: str) -> None:
    reading = read_page(PAGE.encode(encoding), "lamps.md")
    (finding,) = reading.findings
    assert finding.code == "CS001"
    assert finding.message.startswith("The page is in UTF-")
    assert finding.message.endswith("which MkDocs cannot read.")
    assert [operation.route.template for operation in reading.operations] == ["/lamps"]


def test_bytes_of_another_encoding_are_found_in_any_layout() -> None:
    (finding,) = read_page(PAGE.encode("latin-1"), "lamps.md").findings
    assert (finding.code, finding.line) == ("CS001", 3)


@pytest.mark.parametrize("page", [b"\0", b"a\0b\0", b"# A\n\n\0\0\0\0\0\0\0\0\0\0\0\0text\n"])
def test_zeros_alone_are_no_encoding(page: bytes) -> None:
    assert not read_page(page, "page.md").findings


@pytest.mark.slow  # It begins a build.
def test_a_site_names_the_page_and_the_line(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/lamps.md").write_bytes(PAGE.encode("latin-1"))
    (tmp_path / "mkdocs.yml").write_text("site_name: Lamps\nplugins: [callsheet]\n")
    with command(tmp_path, "site", None) as process:
        output, _ = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "lamps.md:3: The line has bytes that are not UTF-8." in output
    assert "Traceback" not in output
