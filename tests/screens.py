"""Pictures of all kinds of page: `python -m tests.screens [KIND ...]` takes them.

They are for people to look at, in five widths and both schemes, and are kept in
`artifacts/screens`, by kind, width and scheme: `operation-1280-dark.png`.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from callsheet.catalog import Catalog
from callsheet.configuration import DEFAULT_DATABASE
from callsheet.contrib.superoffice.pack import PACK as SUPEROFFICE
from callsheet.server.adapters.app import background, create_app
from tests.browser import berths
from tests.browser.kinds import KINDS, show
from tests.browser.serving import serve
from tests.conftest import DOCS, ROOT
from tests.test_site import build

FOLDER = ROOT / "artifacts" / "screens"
SIZES = {390: 844, 820: 1180, 1280: 800, 1440: 900, 1920: 1080}
"""Widths and heights of windows."""

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
MAX_HEIGHT = 3000
"""What of a long page is in a picture."""


def take(browser: Browser, url: str, name: str, kind: str | None = None) -> None:
    """Takes all pictures of a page: one of a kind, or the one at the address."""
    for width, height in SIZES.items():
        for scheme in SCHEMES:
            size = {"width": width, "height": height}
            context = browser.new_context(viewport=size, color_scheme=scheme)  # type: ignore[arg-type]
            page = context.new_page()
            if kind:
                show(page, url, kind)
            else:
                page.goto(url)
            if not page.locator("dialog[open]").count():
                length = page.evaluate("document.documentElement.scrollHeight")
                page.set_viewport_size({"width": width, "height": min(length, MAX_HEIGHT)})
            page.screenshot(path=FOLDER / f"{name}-{width}-{scheme}.png")
            context.close()


def main(kinds: list[str]) -> None:
    """Builds the sites, and takes the pictures."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        own, several = Path(folder, "own"), Path(folder, "several")
        several.mkdir()
        berths.write(several)
        for done in (build(ROOT, "--site-dir", str(own)), build(several)):
            if done.returncode:
                sys.exit(done.stderr)
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        app = create_app(Catalog.read(DOCS), DEFAULT_DATABASE, own, packs=[SUPEROFFICE])
        with background(app) as url:
            for kind in kinds or KINDS:
                if kind in KINDS:
                    take(browser, f"{url}/", kind, kind)
        if not kinds or "several" in kinds:
            with serve(several / "site") as url:
                take(browser, url, "several")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
