"""Samples and tutorials as tests, and fixtures for tests of documented operations.

`pytest --callsheet docs/` runs every sample, and every page with programs of its author, as a test
of its own, besides all other tests; it needs the extra `test`. The fixture `callsheet_catalog` has
the operations, `reference_server` the base address of a server for them. The pages are those of
`--callsheet`, else of the ini option `callsheet_docs`, by default the folder `docs`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

# Pytest loads this module in every environment with Callsheet, so imports that cost time are lazy.
if TYPE_CHECKING:
    from callsheet.catalog import Catalog
    from callsheet.configuration import Configuration
    from callsheet.run import Program, Result, StepResult, Tutorial
    from callsheet.server.pack import Pack

    Run = Callable[[Sequence[Program]], Iterator[Result]]

_SESSIONS = pytest.StashKey[tuple[ExitStack, dict[str, "Run"]]]()
_TREES = pytest.StashKey[dict[str, tuple["Catalog", "Sequence[Pack]"]]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare the option and the ini option."""
    group = parser.getgroup("callsheet", "samples of documented operations")
    group.addoption(
        "--callsheet",
        metavar="DIR",
        help="Run the samples and tutorials of the pages in this folder.",
    )
    parser.addini("callsheet_docs", "The folder of the operation pages.", "string", "docs")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(session: pytest.Session, items: list[pytest.Item]) -> None:
    """Add the samples, before pytest selects or deselects tests."""
    if session.config.getoption("callsheet"):
        samples = Samples.from_parent(session, name="callsheet", nodeid="callsheet")
        items.extend(samples.collect())


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the server and the processes of the samples."""
    if running := config.stash.get(_SESSIONS, None):
        running[0].close()


class Samples(pytest.Collector):
    """The samples and tutorials of all pages."""

    def collect(self) -> list[pytest.Item]:
        """Return an item for each sample, and one for each page with programs of its author."""
        from callsheet.errors import DocsError
        from callsheet.run import programs_of, tutorials_of
        from callsheet.samples import read_overrides

        try:
            trees = _trees(self.config)
        except DocsError as error:
            raise pytest.UsageError(str(error)) from error
        site, _ = read_overrides(_configuration(self.config).samples)
        found: list[pytest.Item] = []
        for part, (catalog, _) in trees.items():
            prefix = f"{part}:" if part else ""
            for program in programs_of(catalog.operations, site):
                name = prefix + program.name
                found.append(SampleItem.from_parent(self, name=name, program=program, part=part))
            for each in tutorials_of(catalog):
                if each.programs:
                    name = prefix + each.path
                    found.append(
                        TutorialItem.from_parent(self, name=name, tutorial=each, part=part)
                    )
        return found


class SampleItem(pytest.Item):
    """The test that runs one program and compares the response with its page."""

    def __init__(self, *, program: Program, part: str = "", **options: Any) -> None:
        super().__init__(**options)
        self.program, self.part = program, part
        # Other plugins take for granted what items of functions have.
        self.funcargs: dict[str, Any] = {}

    def runtest(self) -> None:
        """Run the program.

        Raises:
            SampleError: The response is not what the page promises.
        """
        from callsheet.run import Verdict

        [result] = _run(self.config, self.part)([self.program])
        if result.verdict is Verdict.SKIPPED:
            pytest.skip(result.message)
        if result.verdict is not Verdict.PASSED:
            raise SampleError(result)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], *_: Any) -> Any:
        """Describe the failure, as `callsheet test` does."""
        if not isinstance(excinfo.value, SampleError):
            return super().repr_failure(excinfo)
        from callsheet.report.runs import failure_lines
        from callsheet.report.text import TerminalStyle

        docs = _docs(self.config)
        lines = failure_lines(excinfo.value.result, f"{docs.name}/", TerminalStyle(colour=False))
        return "\n".join(lines)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Return the page, the line that documents the status, counted from 0, and the name."""
        path, line = self.program.place
        return _docs(self.config) / path, line - 1, self.name


class TutorialItem(pytest.Item):
    """The test that runs the programs of a page and compares what they print with it."""

    def __init__(self, *, tutorial: Tutorial, part: str = "", **options: Any) -> None:
        super().__init__(**options)
        self.tutorial, self.part = tutorial, part
        self.funcargs: dict[str, Any] = {}

    def runtest(self) -> None:
        """Run the programs.

        Raises:
            TutorialError: One fails, or its output differs from what the page shows.
        """
        from callsheet.run import ServerUnderTest, Verdict, run_tutorials

        # What other tests have changed, a tutorial does not begin with.
        server = ServerUnderTest.reference(*_trees(self.config)[self.part])
        prefix = f"{_docs(self.config).name}/"
        steps = [*run_tutorials([self.tutorial], server, prefix)]
        if failed := [step for step in steps if step.verdict is Verdict.FAILED]:
            raise TutorialError(failed)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], *_: Any) -> Any:
        """Describe the failures, as `callsheet test` does."""
        if not isinstance(excinfo.value, TutorialError):
            return super().repr_failure(excinfo)
        from callsheet.report.runs import step_lines
        from callsheet.report.text import TerminalStyle

        prefix, style = f"{_docs(self.config).name}/", TerminalStyle(colour=False)
        return "\n".join(
            line for step in excinfo.value.steps for line in step_lines(step, prefix, style)
        )

    def reportinfo(self) -> tuple[Path, int, str]:
        """Return the page, the line of its first program, counted from 0, and the name."""
        line = self.tutorial.programs[0].span.start
        return _docs(self.config) / self.tutorial.path, line - 1, self.name


class TutorialError(AssertionError):
    """The failure of programs of a page.

    Attributes:
        steps: Their results.
    """

    def __init__(self, steps: Sequence[StepResult]) -> None:
        super().__init__(steps[0].message)
        self.steps = steps


class SampleError(AssertionError):
    """The failure of a sample to get what its page promises.

    Attributes:
        result: The result of the run.
    """

    def __init__(self, result: Result) -> None:
        super().__init__(result.message)
        self.result = result


def _docs(config: pytest.Config) -> Path:
    named: str | None = config.getoption("callsheet")
    if named:
        return config.invocation_params.dir / named
    return config.rootpath / str(config.getini("callsheet_docs"))


def _configuration(config: pytest.Config) -> Configuration:
    """Read `mkdocs.yml` in the root if it names the same pages; else use the defaults."""
    from callsheet.configuration import MKDOCS_YML, read_configuration

    docs, file = _docs(config), config.rootpath / MKDOCS_YML
    if file.is_file():
        found = read_configuration(None, file)
        if found.docs.resolve() == docs.resolve():
            return found
    return read_configuration(docs, None)


def _trees(config: pytest.Config) -> dict[str, tuple[Catalog, Sequence[Pack]]]:
    """Return operations and packs by collection, or all by an empty name, for the whole session."""
    if _TREES not in config.stash:
        from callsheet.catalog.collected import read_collected
        from callsheet.server.adapters.sources import Sources

        found = _configuration(config)
        trees: dict[str, tuple[Catalog, Sequence[Pack]]] = {}
        for each in read_collected(found.docs, found.collections):
            packs = Sources.of(found, each.collection).packs(each)
            trees[each.collection.name] = (each, packs)
        config.stash[_TREES] = trees
    return config.stash[_TREES]


def _run(config: pytest.Config, part: str) -> Run:
    """Return the runner of a collection's programs: a server and process for all its samples."""
    stack, sessions = config.stash.setdefault(_SESSIONS, (ExitStack(), {}))
    if part not in sessions:
        from callsheet.run import Runner, ServerUnderTest

        catalog, packs = _trees(config)[part]
        server = ServerUnderTest.reference(catalog, packs)
        sessions[part] = stack.enter_context(Runner(catalog, server).session())
    return sessions[part]


@pytest.fixture(scope="session")
def callsheet_catalog(pytestconfig: pytest.Config) -> Catalog:
    """Return the operations of the pages; where there are collections, those of all of them."""
    from callsheet.catalog.collected import together

    catalogs = [catalog for catalog, _ in _trees(pytestconfig).values()]
    return catalogs[0] if len(catalogs) == 1 else together(catalogs)


@pytest.fixture
def reference_server(pytestconfig: pytest.Config) -> Iterator[str]:
    """Start a reference server with fresh state for one test, and yield its base address.

    Each collection is below its base path.
    """
    from callsheet.configuration import DEFAULT_DATABASE
    from callsheet.server.adapters.app import background, create_app
    from callsheet.server.adapters.collections import CollectionsApplication
    from callsheet.server.limits import Limits

    apps = {
        catalog.collection.base_path: create_app(catalog, DEFAULT_DATABASE, packs=packs)
        for catalog, packs in _trees(pytestconfig).values()
    }
    served = apps[""] if len(apps) == 1 else CollectionsApplication(apps, Limits())
    with background(served) as url:
        yield url
