"""What programs in a page cost their readers: bytes, seconds and memory, in Chromium."""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

from callsheet.sandbox.runtime import install_runtime
from tests.benchmarks.building import WHOLE
from tests.benchmarks.measure import Figure
from tests.benchmarks.pages import make_docs
from tests.browser.sandboxes import FIRST, UPLOAD
from tests.browser.serving import serve
from tests.conftest import ROOT

TIMES = 3
"""How often a reader comes for the first time; the least counts, as others use the machine."""

COMPRESSED = {".css", ".html", ".js", ".json", ".mjs"}
"""What hosts compress, if they compress anything."""

OUTSIDE = 803
"""How many operations the outside pages have."""

ENDED = "Succeeded|Ended"
"""What is said of a program that has run, whatever it was answered."""

PRESS = """
async ([label, ending]) => {
  const panel = document.querySelector(".callsheet-panel, .callsheet-program");
  const begun = performance.now();
  [...panel.querySelectorAll("button")].find((each) => each.textContent === label).click();
  for (;;) {
    const said = panel.querySelector(".callsheet-run-status")?.textContent ?? "";
    const button = panel.querySelector(".callsheet-run-bar button:not([hidden])");
    if (new RegExp(ending).test(said) && button?.textContent !== "Stop") break;
    await new Promise(requestAnimationFrame);
  }
  return performance.now() - begun;
}
"""
"""Presses a button, and returns the milliseconds until the program has ended."""

_SITE = """\
site_name: Measured
theme: {name: material, font: false}
plugins: [{callsheet: {packs: [superoffice], sandbox: true}}]
"""


def figures(corpus: Path) -> Iterator[Figure]:
    """Megabytes and seconds of first and later runs, and the memory of the worker."""
    install_runtime()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        own = _built(ROOT / "mkdocs.yml", Path(name, "own"))
        with serve(own) as url:
            yield from _visits(browser, own, url + UPLOAD)
        for number in (OUTSIDE, WHOLE):
            yield from _large(browser, corpus, Path(name, f"{number}"), number)
        browser.close()


def _large(browser: Browser, corpus: Path, folder: Path, number: int) -> Iterator[Figure]:
    """What a site of many operations costs, of which a program calls one."""
    make_docs(corpus, folder / "docs", number)
    (folder / "mkdocs.yml").write_text(_SITE, encoding="utf-8")
    site = _built(folder / "mkdocs.yml", folder / "site")
    of = f"of {number:,}"
    sizes = {file.name: file.stat().st_size for file in site.rglob("sandbox/model/*.gz")}
    index = sizes.pop("index.json.gz")
    yield Figure(f"sandbox, index of a model, {of}", index / 1000, "kB", 200)
    yield Figure(f"sandbox, largest group of a model, {of}", max(sizes.values()) / 1000, "kB", 200)
    page = _an_operation(site).parent.relative_to(site)
    with serve(site) as url:
        yield from _called(browser, site, f"{url}{page.as_posix()}/", of)


def _built(configuration: Path, site: Path) -> Path:
    command = [sys.executable, "-m", "mkdocs", "build", "-q"]
    command += ["-f", str(configuration), "-d", str(site)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "CALLSHEET_SANDBOX": "true"}
    subprocess.run(command, env=environment, capture_output=True, check=True, timeout=900)
    return site


def _an_operation(site: Path) -> Path:
    pages = (page for page in sorted(site.rglob("index.html")))
    return next(p for p in pages if 'data-language="python"' in p.read_text(encoding="utf-8"))


def _visits(browser: Browser, site: Path, address: str) -> Iterator[Figure]:
    first: list[float] = []
    for _ in range(TIMES):
        context = browser.new_context()
        page = context.new_page()
        asked: list[str] = []
        page.goto(address, wait_until="networkidle")
        page.on("request", _noting(asked))
        first.append(_pressed(page, "Run"))
        if len(first) < TIMES:
            context.close()
    plain, packed = _sizes(site, asked)
    yield Figure("sandbox, first run, a host that compresses", packed / 1e6, "MB", 7)
    yield Figure("sandbox, first run, a host that does not", plain / 1e6, "MB", 7)
    yield Figure("sandbox, first run", min(first), "s", 3)
    yield Figure("sandbox, next run", min(_pressed(page, "Run again") for _ in range(5)), "s", 0.1)
    yield Figure("sandbox, later visit", min(_later(context, address) for _ in range(3)), "s", 1)
    context.close()


def _noting(urls: list[str]) -> Callable[[Request], None]:
    return lambda request: urls.append(request.url)


def _later(context: BrowserContext, address: str, ending: str = "Succeeded") -> float:
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    taken = _pressed(page, "Run", ending)
    page.close()
    return taken


def _pressed(page: Page, label: str, ending: str = "Succeeded") -> float:
    page.set_default_timeout(FIRST)
    return float(page.evaluate(PRESS, [label, ending])) / 1000


def _sizes(site: Path, asked: list[str]) -> tuple[int, int]:
    """Return the size of some files of a site, as they are and compressed as hosts do."""
    files = {site / unquote(urlsplit(url).path).lstrip("/") for url in asked}
    contents = {file: file.read_bytes() for file in files if file.is_file()}
    packed = (
        len(gzip.compress(content, 6)) if file.suffix in COMPRESSED else len(content)
        for file, content in contents.items()
    )
    return sum(map(len, contents.values())), sum(packed)


def _called(browser: Browser, site: Path, address: str, of: str) -> Iterator[Figure]:
    first: list[float] = []
    for _ in range(TIMES):
        context = browser.new_context()
        page = context.new_page()
        asked: list[str] = []
        page.goto(address, wait_until="networkidle")
        page.on("request", _noting(asked))
        before = _resident(browser)
        first.append(_pressed(page, "Run", ENDED))
        if len(first) < TIMES:
            context.close()
    yield Figure(
        f"sandbox, first run, {of}, a host that compresses", _sizes(site, asked)[1] / 1e6, "MB", 7
    )
    yield Figure(f"sandbox, first run, {of}", min(first), "s", 3)
    # The memory for the next visit is stored by then.
    page.wait_for_timeout(3000)
    yield Figure(f"sandbox, worker, {of}", _resident(browser) - before, "MB", 250)
    page.close()
    later = min(_later(context, address, ENDED) for _ in range(3))
    yield Figure(f"sandbox, later visit, {of}", later, "s", 1)
    context.close()


def _resident(browser: Browser) -> float:
    """Return the megabytes of memory that the pages of a browser have (Linux)."""
    session = browser.new_browser_cdp_session()
    found = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    pages = [each["id"] for each in found if each["type"] == "renderer"]
    return sum(_resident_of(number) for number in pages) / 1000


def _resident_of(process: int) -> int:
    lines = Path(f"/proc/{process}/status").read_text(encoding="utf-8").splitlines()
    return next((int(line.split()[1]) for line in lines if line.startswith("VmRSS")), 0)
