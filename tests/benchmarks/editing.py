"""What the language server costs: from a keystroke to its findings, and its memory."""

from __future__ import annotations

import asyncio
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from callsheet.cache.content import CACHE_VARIABLE
from tests.benchmarks.measure import Figure
from tests.benchmarks.pages import make_docs
from tests.benchmarks.reading import WHOLE
from tests.editing.editor import Editor, editing

_KEYSTROKES = 40
_TYPED = "The parcel is sent by the fastest carrier."
_PAUSE = 0.1
"""Seconds between two keystrokes."""


def figures(corpus: Path) -> Iterator[Figure]:
    """Typing on a page of the whole publication, while all pages are checked and when they are."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        make_docs(corpus, root / "docs", WHOLE)
        (root / "mkdocs.yml").write_text("site_name: Parcels\n")
        yield from asyncio.run(_figures(root, f"{folder}/cache"))


async def _figures(root: Path, cache: str) -> list[Figure]:
    # Someone has checked the pages before, so that they are in the cache.
    environment = {**os.environ, CACHE_VARIABLE: cache}
    command = (sys.executable, "-m", "callsheet", "check", "--docs", root / "docs")
    subprocess.run(command, stdout=subprocess.DEVNULL, env=environment, check=False, timeout=600)
    async with editing(root, environment=environment) as editor:
        path = _page(root)
        start = time.perf_counter()
        await editor.open(path)
        opened = time.perf_counter() - start
        busy = await _typing(editor, path)
        await _all_pages(editor, path)
        whole = time.perf_counter() - start
        quiet = await _typing(editor, path)
        await _all_pages(editor, path)
        memory = _peak_memory(editor)
    return [
        Figure("from opening a page to its findings", opened * 1000, "ms", 1000),
        Figure(f"keystroke while {WHOLE} pages are read, median", busy[0], "ms", 150),
        Figure(f"keystroke while {WHOLE} pages are read, longest", busy[1], "ms", 600),
        Figure(f"keystroke, {WHOLE} pages, median", quiet[0], "ms", 150),
        Figure(f"keystroke, {WHOLE} pages, longest", quiet[1], "ms", 300),
        Figure(f"all {WHOLE} pages checked, from the cache", whole, "s", 20),
        Figure(f"memory of the server with {WHOLE} pages", memory, "MiB", 250),
    ]


def _page(root: Path) -> str:
    """The path of a page that is as long as most are."""
    pages = sorted(root.glob("docs/**/*.md"), key=lambda page: (page.stat().st_size, page))
    return pages[len(pages) * 3 // 4].relative_to(root).as_posix()


async def _typing(editor: Editor, path: str) -> tuple[float, float]:
    """The median and the longest time from a keystroke to the findings, in milliseconds."""
    text = (editor.root / path).read_text()
    at = text.index("\n\n", text.index("\n# ") + 3) + 2
    taken = []
    for number in range(1, _KEYSTROKES + 1):
        start = time.perf_counter()
        await editor.change(path, text[:at] + _TYPED[:number] + "\n\n" + text[at:])
        taken.append((time.perf_counter() - start) * 1000)
        await asyncio.sleep(_PAUSE)
    return statistics.median(taken), max(taken)


async def _all_pages(editor: Editor, path: str) -> None:
    """Waits until all pages have been checked: a link to a page that there is not is found."""
    text = (editor.root / path).read_text()
    editor.send(path, f"{text}\n<xref:there_is_none>\n")
    await editor.reported(path, lambda codes: "CS013" in codes)


def _peak_memory(editor: Editor) -> float:
    """The most memory that the server had in use, in MiB."""
    process = editor.client._server
    assert process is not None
    status = Path(f"/proc/{process.pid}/status")
    if not status.exists():
        return 0.0
    peak = status.read_text().split("VmHWM:")[1].split()[0]
    return int(peak) / 1024
