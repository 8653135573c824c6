"""Our pages beside those of Scalar and Elements, of the same operations.

Five tasks that Scalar can do as well, in clicks and keystrokes, and pictures of three operations in
`artifacts/rivals`. Their packages come from npm, and ask no other server for anything.
"""

from __future__ import annotations

import os
import re
import shutil
import tarfile
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from callsheet.catalog import Catalog
from callsheet.configuration import DEFAULT_DATABASE
from callsheet.contrib.superoffice.pack import PACK as SUPEROFFICE
from callsheet.server.adapters.app import background, create_app
from tests.benchmarks.measure import Figure
from tests.browser.conftest import expect_scripts
from tests.browser.readers import Reader
from tests.conftest import DOCS, ROOT
from tests.interpreters import needed
from tests.npm import run
from tests.test_site import build

FOLDER = ROOT / "artifacts" / "rivals"
PACKAGES = {
    "@scalar/api-reference@1.76.0": "dist/browser/standalone.js",
    "@stoplight/elements@9.0.25": "web-components.min.js",
}
"""Packages, and the file that is a whole viewer."""

SCALAR = """\
<!doctype html><meta charset="utf-8"><title>Scalar</title><div id="app"></div>
<script src="/standalone.js"></script>
<script>Scalar.createApiReference("#app", {
  url: "/openapi.json", servers: [{url: location.origin}], withDefaultFonts: false, telemetry: false
})</script>
"""
ELEMENTS = """\
<!doctype html><meta charset="utf-8"><title>Elements</title>
<link rel="stylesheet" href="/styles.min.css"><script src="/web-components.min.js"></script>
<elements-api apiDescriptionUrl="/openapi.json" router="hash"></elements-api>
"""
PERSON = "reference/Person/v1PersonEntity_"
OPERATIONS = {
    "SaveImage_POST": "POST/api/v1/Person/{personId}/Image",
    "GetImage": "GET/api/v1/Person/{personId}/Image",
    "PutImageInfo": "PUT/api/v1/Person/{personId}/ImageInfo",
}
"""The three operations: the ends of their uids, and how Scalar names them."""

OPTIONS = ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
"""Those of the browser, which finds no server but ours."""

Doing = Callable[[Reader], None]


def figures(corpus: Path) -> Iterator[Figure]:
    """Clicks and keystrokes of ours, which are to be no more than those of Scalar."""
    del corpus
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        site = Path(name, "site")
        done = build(ROOT, "--site-dir", str(site))
        assert done.returncode == 0, done.stderr
        _add_rivals(Path(name), site)
        browser = playwright.chromium.launch(executable_path=chromium, args=OPTIONS)
        app = create_app(Catalog.read(DOCS), DEFAULT_DATABASE, site, packs=[SUPEROFFICE])
        with background(app) as url:
            _take_pictures(browser, url)
            for task, (start, ours, theirs) in TASKS.items():
                own = _count(browser, f"{url}/{start}", ours)
                end = start.removeprefix(PERSON).rstrip("/")
                their = _count(browser, _scalar(url, end), theirs)
                print(f"{task}: Scalar takes {their} clicks and keystrokes")
                yield Figure(f"{task}, ours", own, "clicks and keystrokes", their)
        browser.close()


def _add_rivals(folder: Path, site: Path) -> None:
    """Adds the viewers to a site that has the operations as OpenAPI."""
    for package, viewer in PACKAGES.items():
        packed = run(folder, needed("npm"), "pack", "--silent", package).split()[-1]
        with tarfile.open(folder / packed) as archive:
            names = archive.getnames()
            for path in (viewer, "styles.min.css"):
                if f"package/{path}" in names:
                    member = archive.extractfile(f"package/{path}")
                    assert member
                    (site / Path(path).name).write_bytes(member.read())
    (site / "scalar.html").write_text(SCALAR, encoding="utf-8")
    (site / "elements.html").write_text(ELEMENTS, encoding="utf-8")


def _scalar(url: str, end: str) -> str:
    operation = OPERATIONS.get(end)
    return f"{url}/scalar.html" + (f"#tag/person-images/{operation}" if operation else "")


def _open(browser: Browser, address: str) -> Page:
    context = browser.new_context(
        viewport={"width": 1440, "height": 900}, permissions=["clipboard-read", "clipboard-write"]
    )
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.goto(address)
    if "scalar.html" in address:
        page.get_by_role("heading", name=re.compile("person|BLOB")).first.wait_for()
    elif "elements.html" in address:
        page.get_by_role("heading").first.wait_for()
    else:
        expect_scripts(page)
    return page


def _count(browser: Browser, address: str, do: Doing) -> int:
    page = _open(browser, address)
    reader = Reader(page)
    do(reader)
    page.context.close()
    return reader.clicks + reader.keys


def _take_pictures(browser: Browser, url: str) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for end in OPERATIONS:
        for who, address in (
            ("ours", f"{url}/{PERSON}{end}/"),
            ("scalar", _scalar(url, end)),
            ("elements", f"{url}/elements.html#/operations/v1PersonEntity_{end}"),
        ):
            page = _open(browser, address)
            page.screenshot(path=FOLDER / f"{end}-{who}.png")
            page.context.close()


def find(query: str, moves: int, expected: str) -> Doing:
    """Returns how a reader finds something by keys alone."""

    def do(reader: Reader) -> None:
        page = reader.page
        reader.press("Control+k")
        reader.type(query)
        expect(page.get_by_role("option").first).to_contain_text(expected)
        for _ in range(moves):
            reader.press("ArrowDown")
        before = page.url
        reader.press("Enter")
        page.wait_for_url(lambda url: url != before)
        page.wait_for_load_state()

    return do


def send_ours(reader: Reader) -> None:
    page = reader.page
    reader.click(page.get_by_role("button", name="Try it"))
    expect(page.get_by_role("heading", name="Try it")).to_be_focused()
    reader.press("Control+Enter")
    expect(page.locator(".callsheet-answer .callsheet-status")).to_have_text("200")


def send_theirs(reader: Reader) -> None:
    page = reader.page
    button = page.get_by_role("button", name=re.compile("Test Request.*put .*ImageInfo", re.DOTALL))
    reader.click(button.first)
    dialog = page.get_by_role("dialog")
    reader.click(dialog.locator("[contenteditable=true]").first)
    reader.type("reader")
    reader.click(dialog.locator("input[placeholder='********']"))
    reader.type("callsheet")
    reader.click(dialog.locator("[contenteditable=true][aria-label$=Value]").first)
    reader.type("1")
    reader.press("Control+Enter")
    expect(dialog.get_by_text("200").first).to_be_visible()


def copy_ours(reader: Reader) -> None:
    panel = reader.page.locator(".callsheet-panel:visible")
    reader.click(panel.get_by_role("button", name="Copy", exact=True))
    expect(panel.get_by_role("status")).to_have_text("Copied")


def copy_theirs(reader: Reader) -> None:
    page = reader.page
    language = page.get_by_role("button", name=re.compile("Change code sample language")).first
    reader.click(language)
    reader.click(page.get_by_role("option", name=re.compile("Requests")).first)
    reader.click(page.get_by_role("button", name=re.compile("^Copy .* code")).first)


def darken_ours(reader: Reader) -> None:
    page = reader.page
    reader.click(page.locator("label.md-header__button[for^=__palette]:visible").first)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def darken_theirs(reader: Reader) -> None:
    page = reader.page
    reader.click(
        page.get_by_role("button", name=re.compile("(dark|light) mode", re.IGNORECASE)).first
    )
    expect(page.locator("body")).to_have_class(re.compile("dark-mode"))


TASKS: dict[str, tuple[str, Doing, Doing]] = {
    "find what uploads an image": ("", find("upload", 0, "Uploads"), find("upload", 1, "Uploads")),
    "find what removes an image": (
        "",
        find("remove", 0, "Removes"),
        find("remove", 1, "Removes"),
    ),
    "send the example of a change": (f"{PERSON}PutImageInfo/", send_ours, send_theirs),
    "copy the program in Python": (f"{PERSON}PutImageInfo/", copy_ours, copy_theirs),
    "read in the dark": ("", darken_ours, darken_theirs),
}
"""Tasks: the page where a reader begins, and how it is done in ours and in Scalar."""
