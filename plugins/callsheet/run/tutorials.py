"""Runs the programs that authors write into pages, and compares what they print with the page."""

import json
import secrets
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from callsheet.catalog import Catalog
from callsheet.catalog.readings import read_bytes
from callsheet.printable import printable
from callsheet.reference import BASE_URL_VARIABLE
from callsheet.run import steps
from callsheet.run.model import PageLine, Verdict
from callsheet.run.programs import is_selected
from callsheet.run.recorder import PREFIX, Recorder
from callsheet.run.runner import NO_PROXY, ServerUnderTest
from callsheet.run.worker import MAX_OUTPUT
from callsheet.run.workers import ProcessResult, WorkerProcess
from callsheet.samples.assets import ASSETS, ASSETS_DIR, read_asset
from callsheet.server.adapters.app import background
from callsheet.source.document import read_document
from callsheet.source.tutorials import (
    TutorialProgram,
    UnusedProgram,
    is_as_shown,
    may_have_programs,
    read_programs,
    unused_programs,
)

MAX_LINES = 20
"""The lines of a traceback, or of what is printed and not shown, that are reported."""

MAX_COMPARED = 500
"""The lines that are compared for it: the time of a comparison grows with their square."""

_NAME = "step{number}.py"


@dataclass(frozen=True, slots=True)
class Tutorial:
    """A page with programs, which run one after the other.

    Attributes:
        path: The page, relative to the docs directory, with forward slashes.
        programs: The programs, in the order of the page.
        unused: The fences that look like programs and are not run.
    """

    path: str
    programs: tuple[TutorialProgram, ...]
    unused: tuple[UnusedProgram, ...] = ()


@dataclass(frozen=True, slots=True)
class StepResult:
    """The result of one program of a tutorial.

    Attributes:
        number: The place of the program on the page, from 1.
        verdict: Whether it did what the page shows.
        message: What went wrong, in a sentence; empty where nothing did.
        details: Lines that show it: a difference, or the end of a traceback.
        hint: What to do about it.
        place: The line of the page that is responsible.
        seconds: How long the programs of the page took together.
    """

    number: int
    verdict: Verdict
    message: str
    details: tuple[str, ...]
    hint: str
    place: PageLine
    seconds: float


def tutorials_of(catalog: Catalog, expressions: Sequence[str] = ()) -> Iterator[Tutorial]:
    """Yield the pages of a docs tree that have programs, or what looks like some.

    Args:
        catalog: The docs tree.
        expressions: What their paths have to match; see `select`.

    Raises:
        DocsError: A page cannot be read.
    """
    for path in (page.path for page in catalog.pages):
        if not is_selected(path, expressions):
            continue
        data = read_bytes(catalog.root, path) or b""
        if not may_have_programs(data):
            continue
        programs, unused = read_programs(data), tuple(unused_programs(read_document(data)))
        if programs or unused:
            yield Tutorial(path, programs, unused)


def run_tutorials(
    tutorials: Iterable[Tutorial], server: ServerUnderTest, prefix: str = ""
) -> Iterator[StepResult]:
    """Run the programs of tutorials, each tutorial in a workspace and a folder of its own.

    Args:
        tutorials: The tutorials.
        server: The server that answers them: the reference server, as they begin with its seeds.
        prefix: The path to the pages in tracebacks, such as `docs/`.
    """
    tutorials = [tutorial for tutorial in tutorials if tutorial.programs]
    if not tutorials:
        return
    with background(Recorder(server.app)) as url, WorkerProcess() as process:
        for number, tutorial in enumerate(tutorials):
            with tempfile.TemporaryDirectory(prefix="callsheet-") as folder:
                address = f"{url}{PREFIX}tutorial-{number}"
                mark = secrets.token_hex()
                ended = _run(tutorial, process, Path(folder), (address, mark, prefix))
                yield from _judged(tutorial, ended, mark)


def _run(
    tutorial: Tutorial, process: WorkerProcess, folder: Path, given: tuple[str, str, str]
) -> ProcessResult:
    address, mark, prefix = given
    place = folder / "run"
    assets = place / ASSETS_DIR
    assets.mkdir(parents=True)
    for asset in ASSETS.values():
        (assets / asset.name).write_bytes(read_asset(asset.name))
    files = []
    for number, program in enumerate(tutorial.programs, 1):
        file = place / _NAME.format(number=number)
        file.write_text(program.text, encoding="utf-8")
        files.append((str(file), program.span.start))
    plan = json.dumps({"files": files, "mark": mark, "page": prefix + tutorial.path})
    (folder / steps.PLAN).write_text(plan, encoding="utf-8")
    return process.run(Path(steps.__file__), place, {BASE_URL_VARIABLE: address, **NO_PROXY})


def _judged(tutorial: Tutorial, ended: ProcessResult, mark: str) -> Iterator[StepResult]:
    _, *printed = ended.output.split(f"{mark}\n")
    begun = max(1, len(printed))
    for number, program in enumerate(tutorial.programs, 1):
        verdict, message, hint = Verdict.PASSED, "", ""
        details: tuple[str, ...] = ()
        line = program.span.start
        if number > begun:
            verdict, message = Verdict.SKIPPED, "A program before it failed."
        elif number == begun and ended.code:
            verdict, message = Verdict.FAILED, f"{ended.ending}."
            if errors := printable(ended.errors).rstrip():
                details = tuple(errors.split("\n")[-MAX_LINES:])
            hint = "Correct the program, or have it handle what happens."
        elif number == begun < len(tutorial.programs):
            is_cut = len(ended.output.encode()) >= MAX_OUTPUT
            verdict, hint = Verdict.FAILED, "Have its programs print less."
            message = f"The page prints more than {MAX_OUTPUT} bytes."
            if not is_cut:
                message = "The program ended the process, so that those after it cannot run."
                hint = "Take out what ends it, such as `os._exit`."
        elif program.output is not None and not is_as_shown(printed[number - 1], program.output):
            verdict, message = Verdict.FAILED, "The output differs from what is shown."
            details = _difference(program.output, printed[number - 1])
            hint = "Correct what is shown, and write `...` for what is different each time."
            line = program.output_line
        place = tutorial.path, line
        yield StepResult(number, verdict, message, details, hint, place, ended.seconds)


def _difference(shown: str, printed: str) -> tuple[str, ...]:
    before, after = (
        text.rstrip().split("\n")[:MAX_COMPARED] for text in (shown, printable(printed))
    )
    lines = unified_diff(before, after, "shown", "printed", n=1, lineterm="")
    return tuple(lines)[:MAX_LINES]
