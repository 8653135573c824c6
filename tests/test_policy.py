"""The Content-Security-Policy that a build writes lets the theme's own scripts run."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest

from callsheet.site.output.policy import FILE
from tests.sites import MATERIAL
from tests.test_site import build

# Slow because it builds sites with Material for MkDocs.
pytestmark = pytest.mark.slow

INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)


@pytest.mark.parametrize("more", ["", "use_directory_urls: false\n"])
def test_it_allows_the_inline_scripts_of_pages_at_each_depth(tmp_path: Path, more: str) -> None:
    paths = ("index.md", "guide.md", "a/index.md", "a/page.md", "a/b/c.md")
    for path in paths:
        file = tmp_path / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("# Page\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(MATERIAL + more, encoding="utf-8")
    result = build(tmp_path)
    assert result.returncode == 0, result.stderr
    policy = (tmp_path / "site" / FILE).read_text(encoding="utf-8")
    for page in (tmp_path / "site").rglob("*.html"):
        for script in INLINE.findall(page.read_text(encoding="utf-8")):
            digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in policy, (page, script[:60])
