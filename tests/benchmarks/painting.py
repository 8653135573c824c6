"""When readers on a slow phone see something, and whether it moves afterwards."""

from __future__ import annotations

import gzip
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.benchmarks.measure import Figure
from tests.benchmarks.weight import CONFIG, build_corpus
from tests.browser.serving import serve
from tests.conftest import SHARED

IMPORTED = SHARED / "openapi" / "argo.json"
"""A large document, whose pages are looked at as well."""

PAGES = 12
"""How many pages of a site are looked at: those in the middle and the largest."""

SLOW = {"latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000, "offline": False}
"""A slow fourth-generation network: milliseconds and bytes a second."""

PROCESSOR = 4
"""How many times slower than this machine a phone is."""

TIMES = 3
SIZES = ((390, 844), (1280, 800), (1440, 900))
OBSERVE = """
window.moved = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.moved += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""
PAINTED = """() => new Promise((resolve) => {
  const paint = () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
  const wait = () => (paint() ? resolve(paint()) : setTimeout(wait, 20));
  wait();
})"""
AFTERWARDS = """() => new Promise((resolve) => setTimeout(() => resolve(window.moved), 600))"""


def figures(corpus: Path) -> Iterator[Figure]:
    """Milliseconds until the first contentful paint, and the layout shifts after it."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        (folder / "corpus").mkdir()
        sites = {
            "the corpus": build_corpus(corpus, folder / "corpus"),
            "an import": _import(folder / "imported"),
        }
        for title, pages in sites.items():
            site = next(parent for parent in pages[0].parents if parent.name == "site")
            _compress(site)
            with serve(site, headers={"Content-Encoding": "gzip"}) as url:
                some = [url + str(p.parent.relative_to(site)) + "/" for p in _some(pages)]
                # The least of some times, since others may use the machine.
                painted = [min(_painted(browser, a) for _ in range(TIMES)) for a in some]
                moved = [_moved(browser, address, size) for address in some for size in SIZES]
            yield Figure(
                f"first contentful paint, {title}, median", statistics.median(painted), "ms", 1000
            )
            yield Figure(f"first contentful paint, {title}, worst", max(painted), "ms", 1000)
            yield Figure(f"layout shift, {title}, worst", max(moved), "", 0)
        browser.close()


def _import(folder: Path) -> list[Path]:
    """Builds the site of an OpenAPI document; returns the pages of operations."""
    folder.mkdir()
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    for command in (["callsheet", "import", "openapi", str(IMPORTED)], ["mkdocs", "build", "-q"]):
        subprocess.run(
            [sys.executable, "-m", *command],
            cwd=folder,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            capture_output=True,
            check=True,
            timeout=600,
        )
    pages = (folder / "site" / "reference").rglob("index.html")
    return [page for page in pages if "data-callsheet-uid" in page.read_text(encoding="utf-8")]


def _some(pages: Sequence[Path]) -> list[Path]:
    """The pages around the median size, and the largest."""
    by_size = sorted(pages, key=lambda page: page.stat().st_size)
    middle = len(by_size) // 2
    return [*by_size[middle - PAGES // 2 : middle + PAGES // 2 - 1], by_size[-1]]


def _compress(site: Path) -> None:
    """Compresses each file in its place, as a server would on the way."""
    for file in site.rglob("*"):
        if file.is_file():
            file.write_bytes(gzip.compress(file.read_bytes(), 6))


def _painted(browser: Browser, address: str) -> float:
    """Milliseconds until a phone with an empty cache shows something of the page."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    session.send("Emulation.setCPUThrottlingRate", {"rate": PROCESSOR})
    page.goto(address, timeout=60_000)
    painted: float = page.evaluate(PAINTED)
    context.close()
    return painted


def _moved(browser: Browser, address: str, size: tuple[int, int]) -> float:
    """The layout shift of a page while it loads, and a while after."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]})
    page = context.new_page()
    page.add_init_script(OBSERVE)
    page.goto(address)
    moved: float = page.evaluate(AFTERWARDS)
    if moved:
        print(f"{address} at {size[0]}: {moved:.4f}")
    context.close()
    return moved
