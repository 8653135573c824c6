"""How soon a browser shows what an author has written, with `mkdocs serve`."""

from __future__ import annotations

import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from playwright.sync_api import Error, Page, sync_playwright

from tests.benchmarks.building import WHOLE, configure, edit, environment
from tests.benchmarks.measure import Figure
from tests.benchmarks.pages import make_docs

ROUNDS = 5
PAUSE = 12.0
"""Seconds in which the whole site is built, between two edits."""

_BUILT = 600
"""Seconds that the first build may take."""

_SENTENCE = "An edited sentence. Live"


def figures(corpus: Path) -> Iterator[Figure]:
    """From a saved file to its text in the browser, for single edits and one after another."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        docs = make_docs(corpus, folder / "docs", WHOLE)
        page = sorted(docs.rglob("*.md"))[WHOLE // 2]
        port = _free_port()
        configure(folder, "search, callsheet", port)
        url = f"http://127.0.0.1:{port}/{page.relative_to(docs).with_suffix('').as_posix()}/"
        with _serving(folder, port), _browser() as browser:
            _open(browser, url)
            single = []
            for number in range(ROUNDS):
                time.sleep(PAUSE)
                single.append(_seconds(browser, page, f"{_SENTENCE} {number}."))
            several = [_seconds(browser, page, f"{_SENTENCE} b{n}.") for n in range(ROUNDS)]
        yield Figure("an edit is in the browser, median", statistics.median(single), "s", 1)
        yield Figure("an edit is in the browser, longest", max(single), "s", 2)
        yield Figure("edits one after another, median", statistics.median(several), "s", 1)


def _free_port() -> int:
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def _open(browser: Page, url: str) -> None:
    """Open a page once the site has been built."""
    end = time.perf_counter() + _BUILT
    while True:
        try:
            browser.goto(url)
            return
        except Error:
            if time.perf_counter() > end:
                raise
            time.sleep(0.5)


def _seconds(browser: Page, page: Path, sentence: str) -> float:
    start = time.perf_counter()
    edit(page, sentence)
    browser.get_by_text(sentence).first.wait_for(timeout=60_000)
    return time.perf_counter() - start


@contextmanager
def _browser() -> Iterator[Page]:
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser.new_page()
        browser.close()


@contextmanager
def _serving(folder: Path, port: int) -> Iterator[None]:
    command = [sys.executable, "-m", "mkdocs", "serve", "-q", "-a", f"127.0.0.1:{port}"]
    with subprocess.Popen(command, cwd=folder, env=environment(folder)) as process:
        try:
            yield
        finally:
            process.terminate()
