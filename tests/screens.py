"""Pictures of all kinds of page: `python -m tests.screens [KIND ...]` takes them.

They are for people to look at, in five widths and both schemes, and are kept in
`artifacts/screens`, by kind, width and scheme: `operation-1280-dark.png`. Kinds are pages of the
project's own site, pages in other layouts, of imports and with large tables, and paper.
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
from tests.browser import berths, cargo, ships
from tests.browser.conftest import expect_scripts
from tests.browser.kinds import KINDS, UPLOAD, show
from tests.browser.serving import serve
from tests.conftest import DOCS, ROOT
from tests.layouts.references import FOLDER as REFERENCES
from tests.layouts.references import NAMES
from tests.sites import MATERIAL
from tests.starting import run
from tests.test_site import build

FOLDER = ROOT / "artifacts" / "screens"
SIZES = {390: 844, 820: 1180, 1280: 800, 1440: 900, 1920: 1080}
"""Widths and heights of windows."""

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
MAX_HEIGHT = 3000
"""What of a long page is in a picture."""


OTHERS: dict[str, tuple[str, str]] = {
    "panels": ("gitlab", "berths/"),
    "panel": ("graph", "api/boat-post/"),
    "resource": ("graph", "resources/boat/"),
    "mdx": ("generic", "moorings/"),
    "code-left": ("slate", "kayaks/"),
    "definitions": ("mastodon", "crews/"),
    "imported": ("everything", "reference/Parcels/createParcel/"),
    "imported-index": ("everything", "reference/"),
    "imported-type": ("everything", "reference/types/Letter/"),
    "large-operation": ("ships", "fleet/Get/"),
    "large-type": ("ships", "types/Ship/"),
    "examples": ("cargo", "fleet/Get/"),
    "many-examples": ("cargo", "fleet/Put/"),
    "several": ("berths", ""),
}
"""Other kinds: the site, and the page in it."""

SITE = MATERIAL.replace(
    "theme: {",
    """theme: {palette: [
    {media: "(prefers-color-scheme: light)", scheme: default},
    {media: "(prefers-color-scheme: dark)", scheme: slate},
  ], """,
)


def build_other(name: str, folder: Path) -> Path:
    """Builds a site of another kind; returns where it is."""
    folder.mkdir()
    if name in (writers := {"ships": ships.pages, "cargo": cargo.pages}):
        ships.write(folder, writers[name]())
    elif name == "berths":
        berths.write(folder)
    else:
        (folder / "mkdocs.yml").write_text(SITE, encoding="utf-8")
        if name in NAMES:
            shutil.copytree(REFERENCES / name, folder / "docs")
        else:
            document = ROOT / "tests" / "openapi_documents" / f"{name}.yaml"
            code, _, messages = run(folder, "import", "openapi", str(document))
            assert code == 0, messages
    done = build(folder)
    assert done.returncode == 0, done.stderr
    return folder / "site"


def take(
    browser: Browser, url: str, name: str, kind: str | None = None, *, on_paper: bool = False
) -> None:
    """Takes all pictures of a page: one of a kind, or the one at the address."""
    for width, height in ({720: 1018} if on_paper else SIZES).items():
        for scheme in SCHEMES:
            size = {"width": width, "height": height}
            context = browser.new_context(viewport=size, color_scheme=scheme)  # type: ignore[arg-type]
            page = context.new_page()
            if kind:
                show(page, url, kind)
            else:
                page.goto(url)
                expect_scripts(page)
            if on_paper:
                page.emulate_media(media="print")
                page.evaluate("dispatchEvent(new Event('beforeprint'))")
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
        own = Path(folder, "own")
        done = build(ROOT, "--site-dir", str(own))
        if done.returncode:
            sys.exit(done.stderr)
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        app = create_app(Catalog.read(DOCS), DEFAULT_DATABASE, own, packs=[SUPEROFFICE])
        with background(app) as url:
            for kind in kinds or KINDS:
                if kind in KINDS:
                    take(browser, f"{url}/", kind, kind)
            if not kinds or "paper" in kinds:
                take(browser, f"{url}/{UPLOAD}", "paper", on_paper=True)
        for name in sorted(
            {site for kind, (site, _) in OTHERS.items() if kind in (kinds or OTHERS)}
        ):
            with serve(build_other(name, Path(folder, name))) as url:
                for kind, (site, path) in OTHERS.items():
                    if site == name and kind in (kinds or OTHERS):
                        take(browser, url + path, kind)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
