"""What building the site costs, beside plain Material for MkDocs on the same pages."""

from __future__ import annotations

import os
import resource
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from callsheet.cache import CACHE_VARIABLE
from tests.benchmarks.measure import Figure
from tests.benchmarks.pages import make_docs

WHOLE = 3116
"""The operations of the whole publication."""

SIZES = (100, WHOLE, 10_000)
ROUNDS = int(os.environ.get("CALLSHEET_BENCH_ROUNDS", "3"))
GROWTH = os.environ.get("CALLSHEET_BENCH_GROWTH", "")
"""Set to anything to build 10,000 pages, too, which takes minutes."""

_SITE = """\
site_name: Measured
site_url: http://127.0.0.1:{port}/
theme: {{name: material, font: false, features: [navigation.prune, navigation.indexes]}}
plugins: [{plugins}]
"""
_EDITED = "An edited sentence."


@dataclass(frozen=True)
class Build:
    """One build: seconds by the clock and of all cores, bytes written, MiB at most in use."""

    wall: float
    cpu: float
    output: int
    index: int
    memory: float


def figures(corpus: Path) -> Iterator[Figure]:
    """Ratios of medians; `asked` is what they may be."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        docs = make_docs(corpus, folder / "docs", WHOLE)
        page = sorted(docs.rglob("*.md"))[WHOLE // 2]
        plain: list[Build] = []
        cold: list[Build] = []
        warm: list[Build] = []
        for number in range(ROUNDS):
            plain.append(_build(folder, "search"))
            shutil.rmtree(folder / "cache", ignore_errors=True)
            cold.append(_build(folder, "search, callsheet"))
            _edit(page, f"{_EDITED} {number}")
            warm.append(_build(folder, "search, callsheet"))
        yield from _absolute("plain", plain)
        yield from _absolute("cold", cold)
        yield from _absolute("warm, one page changed", warm)
        for kind in ("wall", "cpu"):
            yield Figure(f"cold / plain, {kind}", _ratio(cold, plain, kind), "", 0.5)
            yield Figure(f"warm / plain, {kind}", _ratio(warm, plain, kind), "", 0.1)
        yield Figure("output / plain", _ratio(cold, plain, "output"), "", 0.4)
        yield Figure("search index / plain", _ratio(cold, plain, "index"), "", 0.15)
        yield Figure("peak memory / plain", _ratio(cold, plain, "memory"), "", 1.0)
        yield Figure("live reload after one edit", _live_reload(folder, docs, page), "s", 2)
    if GROWTH:
        yield from _growth(corpus)


def _growth(corpus: Path) -> Iterator[Figure]:
    per_page = {}
    for size in SIZES:
        with tempfile.TemporaryDirectory() as name:
            make_docs(corpus, Path(name, "docs"), size)
            build = _build(Path(name), "search, callsheet")
            per_page[size] = build.cpu / size * 1000
            yield Figure(f"a page of {size}, cold, cpu", per_page[size], "ms", float("inf"))
    growth = per_page[SIZES[-1]] / per_page[WHOLE] - 1
    yield Figure(f"growth from {WHOLE} to {SIZES[-1]}", growth * 100, "%", 15)


def _absolute(name: str, builds: list[Build]) -> Iterator[Figure]:
    for kind, unit, scale in (
        ("wall", "s", 1), ("cpu", "s", 1), ("output", "MB", 1e6), ("index", "MB", 1e6),
        ("memory", "MiB", 1),
    ):  # fmt: skip
        yield Figure(f"{name}, {kind}", _median(builds, kind) / scale, unit, float("inf"))


def _ratio(ours: list[Build], plain: list[Build], kind: str) -> float:
    return _median(ours, kind) / _median(plain, kind)


def _median(builds: list[Build], kind: str) -> float:
    values: list[float] = [getattr(build, kind) for build in builds]
    return statistics.median(values)


def _build(folder: Path, plugins: str) -> Build:
    _configure(folder, plugins)
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    code = "import resource, sys; from mkdocs.__main__ import cli\n"
    code += "try: cli(['build', '-q', '-d', 'site'])\n"
    code += "finally: print(sum(resource.getrusage(who).ru_maxrss for who in (0, -1)))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env=_environment(folder),
        check=True,
        capture_output=True,
        text=True,
    )
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    files = [file for file in (folder / "site").rglob("*") if file.is_file()]
    index = (folder / "site/search/search_index.json").stat().st_size
    # Linux counts in KiB, macOS in bytes; a second process counts whole, with what both share.
    scale = 1024 * 1024 if sys.platform == "darwin" else 1024
    memory = int(done.stdout.split()[-1]) / scale
    return Build(wall, cpu, sum(file.stat().st_size for file in files), index, memory)


def _live_reload(folder: Path, docs: Path, page: Path) -> float:
    """The median of the times from an edit to the page that shows it."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    _configure(folder, "search, callsheet", port)
    url = f"http://127.0.0.1:{port}/{page.relative_to(docs).with_suffix('').as_posix()}/"
    taken = []
    with _serving(folder, port):
        _wait_for(url, "")
        for number in range(ROUNDS):
            sentence = f"{_EDITED} Live {number}."
            _edit(page, sentence)
            start = time.perf_counter()
            _wait_for(url, sentence)
            taken.append(time.perf_counter() - start)
    return statistics.median(taken)


@contextmanager
def _serving(folder: Path, port: int) -> Iterator[None]:
    command = [sys.executable, "-m", "mkdocs", "serve", "-q", "-a", f"127.0.0.1:{port}"]
    with subprocess.Popen(command, cwd=folder, env=_environment(folder)) as process:
        try:
            yield
        finally:
            process.terminate()


def _wait_for(url: str, text: str, seconds: float = 600) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        try:
            with urllib.request.urlopen(url, timeout=60) as response:  # noqa: S310
                if text in response.read().decode():
                    return
        except OSError:
            pass
        time.sleep(0.05)
    raise TimeoutError(url)


def _edit(page: Path, sentence: str) -> None:
    """Puts a paragraph behind the route."""
    head, fence, rest = page.read_text(encoding="utf-8").partition("```http")
    route, end, rest = rest.partition("```\n")
    lines = [line for line in rest.splitlines(keepends=True) if not line.startswith(_EDITED)]
    text = f"{head}{fence}{route}{end}\n{sentence}\n{''.join(lines)}"
    page.write_text(text, encoding="utf-8")


def _configure(folder: Path, plugins: str, port: int = 80) -> None:
    text = _SITE.format(plugins=plugins, port=port)
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")


def _environment(folder: Path) -> dict[str, str]:
    return os.environ | {CACHE_VARIABLE: str(folder / "cache"), "NO_MKDOCS_2_WARNING": "1"}
