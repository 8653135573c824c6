"""The pictures of the guide, of the project's own site: `python -m tests.pictures` takes them.

They are kept in `docs/assets` and taken anew where the site looks otherwise.
"""

from __future__ import annotations

import io
import os
import shutil
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from callsheet.catalog import Catalog
from callsheet.configuration import DEFAULT_DATABASE
from callsheet.contrib.superoffice.pack import PACK as SUPEROFFICE
from callsheet.server.adapters.app import background, create_app
from tests.conftest import DOCS, ROOT
from tests.test_site import build

ASSETS = DOCS / "assets"
SIZES = {"operation-page.png": (1760, 960), "console.png": (1280, 900)}
"""The pictures, and how large the window is."""

MAX_BYTES = 150_000


def take(browser: Browser, url: str) -> None:
    """Takes all pictures of the site at an address."""
    for name, (width, height) in SIZES.items():
        page = browser.new_page(
            viewport={"width": width, "height": height}, reduced_motion="reduce"
        )
        if name == "console.png":
            page.goto(f"{url}/reference/Person/v1PersonEntity_PutImageInfo/")
            page.get_by_role("button", name="Try it").click()
            page.get_by_role("button", name="Send", exact=True).click()
            page.locator(".callsheet-console").get_by_text("200").first.wait_for()
            page.locator(".callsheet-console").scroll_into_view_if_needed()
        else:
            page.goto(f"{url}/reference/Person/v1PersonEntity_SaveImage_POST/")
            page.get_by_role("tab", name="Python").first.wait_for()
        picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
        # The site has few colours, and a palette makes the file half as large.
        picture.quantize(256).save(ASSETS / name, optimize=True)
        page.close()


def main() -> None:
    """Builds the site, and takes the pictures."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        done = build(ROOT, "--site-dir", folder)
        if done.returncode:
            sys.exit(done.stderr)
        site = create_app(Catalog.read(DOCS), DEFAULT_DATABASE, Path(folder), packs=[SUPEROFFICE])
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        with background(site) as url:
            take(browser, url)
        browser.close()
    if large := [name for name in SIZES if (ASSETS / name).stat().st_size > MAX_BYTES]:
        sys.exit(f"Larger than {MAX_BYTES} bytes: {', '.join(large)}")


if __name__ == "__main__":
    main()
