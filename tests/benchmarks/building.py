"""What building the site costs, beside plain Material for MkDocs on the same pages."""

from __future__ import annotations

import gzip
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from callsheet.cache.content import CACHE_VARIABLE
from tests.benchmarks.measure import Figure
from tests.benchmarks.pages import make_docs

WHOLE = 3116
"""The operations of the whole publication."""

SIZES = (100, WHOLE, 10_000)
ROUNDS = int(os.environ.get("CALLSHEET_BENCH_ROUNDS", "3"))

_OURS = "search, callsheet"
_PAUSE = 0.2
"""Seconds between two looks at the memory of a build."""

_SITE = """\
site_name: Measured
site_url: http://127.0.0.1:{port}/
site_dir: {site}
theme: {{name: material, font: false, features: [navigation.prune, navigation.indexes]}}
plugins: [{plugins}]
"""
_MKDOCS = (sys.executable, "-m", "mkdocs", "build", "-q")
_INDEXES = {"search_index.json", "search.json"}
_NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"
_EDITED = "An edited sentence."


@dataclass(frozen=True)
class Build:
    """One build: seconds by the clock and of all cores, bytes written, MiB at most seen in use.

    `without_copies` leaves out the Markdown of pages; `gzipped` is that of their HTML.
    """

    wall: float
    cpu: float
    output: int
    without_copies: int
    gzipped: int
    files: int
    index: int
    memory: float


def figures(corpus: Path) -> Iterator[Figure]:
    """Ratios of medians; `asked` is what they may be."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        docs = make_docs(corpus, folder / "docs", WHOLE)
        page = sorted(docs.rglob("*.md"))[WHOLE // 2]
        compile_packages(corpus, folder)
        plain: list[Build] = []
        cold: list[Build] = []
        warm: list[Build] = []
        for number in range(ROUNDS):
            for each in ("plain", "site", "cache"):
                # Not deleted: for a minute, ext4 looks at the places of files that are gone when
                # others are made, which is no part of a build.
                with suppress(FileNotFoundError):
                    (folder / each).rename(folder / f"{each}-{number}")
            plain.append(_build(folder, "search", "plain"))
            cold.append(_build(folder, _OURS, "site"))
            edit(page, f"{_EDITED} {number}")
            warm.append(_build(folder, _OURS, "site"))
        yield from _absolute("plain", plain)
        yield from _absolute("cold", cold)
        yield from _absolute("warm, one page changed", warm)
        for kind, of_cold, of_warm in (("wall", 0.3, 0.05), ("cpu", 0.5, float("inf"))):
            yield Figure(f"cold / plain, {kind}", _ratio(cold, plain, kind), "", of_cold)
            yield Figure(f"warm / plain, {kind}", _ratio(warm, plain, kind), "", of_warm)
        for name, kind, asked in (
            ("output", "output", 0.37), ("output without `.md`", "without_copies", 0.34),
            ("gzipped pages", "gzipped", 0.75), ("search index", "index", 0.1),
        ):  # fmt: skip
            yield Figure(f"{name} / plain", _ratio(cold, plain, kind), "", asked)
        yield Figure("peak memory, cold / plain", _ratio(cold, plain, "memory"), "", 1.0)
        yield Figure("peak memory, warm / plain", _ratio(warm, plain, "memory"), "", 1.0)
        yield from _zensical(folder)
    yield from _growth(corpus)


def compile_packages(corpus: Path, folder: Path) -> None:
    """Build a few pages, so that Python has the bytecode that it has with whoever builds daily."""
    few = folder / "few"
    make_docs(corpus, few / "docs", 2)
    configure(few, _OURS)
    subprocess.run(_MKDOCS, cwd=few, env=environment(folder), check=True, timeout=600)


def _zensical(folder: Path) -> Iterator[Figure]:
    """Yield what Zensical takes for the same pages without our plugin, if it is installed."""
    try:
        name = f"Zensical {version('zensical')}"
    except PackageNotFoundError:
        yield Figure("Zensical, skipped, since it is not installed", 0, "", float("inf"))
        return
    command = [sys.executable, "-m", "zensical", "build", "-f", "mkdocs.yml"]
    yield from _absolute(name, [_build(folder, "search", "zensical", command)])


def _growth(corpus: Path) -> Iterator[Figure]:
    per_page = {}
    for size in SIZES:
        with tempfile.TemporaryDirectory() as name:
            make_docs(corpus, Path(name, "docs"), size)
            build = _build(Path(name), _OURS, "site")
            per_page[size] = build.wall / size * 1000
            yield Figure(f"a page of {size}, cold", per_page[size], "ms", float("inf"))
            yield Figure(f"{size} pages, output", build.output / 1e6, "MB", float("inf"))
            yield Figure(f"{size} pages, memory", build.memory, "MiB", float("inf"))
    growth = per_page[SIZES[-1]] / per_page[WHOLE] - 1
    yield Figure(f"growth from {WHOLE} to {SIZES[-1]}", growth * 100, "%", 10)


def _absolute(name: str, builds: list[Build]) -> Iterator[Figure]:
    for kind, unit, scale in (
        ("wall", "s", 1), ("cpu", "s", 1), ("output", "MB", 1e6), ("index", "MB", 1e6),
        ("memory", "MiB", 1), ("gzipped", "MB", 1e6), ("files", "", 1),
    ):  # fmt: skip
        yield Figure(f"{name}, {kind}", _median(builds, kind) / scale, unit, float("inf"))


def _ratio(ours: list[Build], plain: list[Build], kind: str) -> float:
    return _median(ours, kind) / _median(plain, kind)


def _median(builds: list[Build], kind: str) -> float:
    values: list[float] = [getattr(build, kind) for build in builds]
    return statistics.median(values)


def _build(folder: Path, plugins: str, site: str, command: Sequence[str] = _MKDOCS) -> Build:
    configure(folder, plugins, site=site)
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    memory = 0.0
    with subprocess.Popen(command, cwd=folder, env=environment(folder)) as process:
        while True:
            with suppress(subprocess.TimeoutExpired):
                process.wait(_PAUSE)
                break
            memory = max(memory, _memory(process.pid))
    wall = time.perf_counter() - start
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    files = [file for file in (folder / site).rglob("*") if file.is_file()]
    output = sum(file.stat().st_size for file in files)
    copies = sum(file.stat().st_size for file in files if file.suffix == ".md")
    pages = (file.read_bytes() for file in files if file.suffix == ".html")
    gzipped = sum(len(gzip.compress(page, 6)) for page in pages)
    index = sum(file.stat().st_size for file in files if file.name in _INDEXES)
    return Build(wall, cpu, output, output - copies, gzipped, len(files), index, memory)


def _memory(pid: int) -> float:
    """What a process and its children use now, in MiB; what they share counts once.

    Only Linux tells that (proc(5), `Pss`); elsewhere it is not known.
    """
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:
        # It has just ended.
        return 0.0
    pss = next(int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:"))
    return pss / 1024 + sum(_memory(int(child)) for child in children)


def edit(page: Path, sentence: str) -> None:
    """Put a paragraph after the route, in the place of the one before."""
    head, fence, rest = page.read_text(encoding="utf-8").partition("```http")
    route, end, rest = rest.partition("```\n")
    lines = [line for line in rest.splitlines(keepends=True) if not line.startswith(_EDITED)]
    text = f"{head}{fence}{route}{end}\n{sentence}\n{''.join(lines)}"
    page.write_text(text, encoding="utf-8")


def configure(folder: Path, plugins: str, port: int = 80, site: str = "site") -> None:
    """Write a configuration with these plugins."""
    text = _SITE.format(plugins=plugins, port=port, site=site)
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")


def environment(folder: Path) -> dict[str, str]:
    """Return the environment of a build, with caches of its own, that of Python's among them."""
    own = {CACHE_VARIABLE: str(folder / "cache"), "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
    inherited = {key: value for key, value in os.environ.items() if key != _NO_BYTECODE}
    return inherited | own | {"NO_MKDOCS_2_WARNING": "1"}
