"""Samples as tests, and fixtures for tests of documented operations.

`pytest --callsheet docs/` runs every sample as a test of its own, besides all other tests; it needs
the extra `test`. The fixture `callsheet_catalog` has the operations, `reference_server` the base
address of a server for them. The pages are those of `--callsheet`, else of the ini option
`callsheet_docs`, by default the folder `docs`.
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
    from callsheet.run import Program, Result
    from callsheet.server.adapters.sources import Sources

    Run = Callable[[Sequence[Program]], Iterator[Result]]

_SESSION = pytest.StashKey[tuple[ExitStack, "Run"]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare the option and the ini option."""
    group = parser.getgroup("callsheet", "samples of documented operations")
    group.addoption(
        "--callsheet", metavar="DIR", help="Run the samples of the operation pages in this folder."
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
    if running := config.stash.get(_SESSION, None):
        running[0].close()


class Samples(pytest.Collector):
    """The samples of all pages."""

    def collect(self) -> list[pytest.Item]:
        """Return an item for each program."""
        from callsheet.catalog import Catalog
        from callsheet.run import programs_of
        from callsheet.samples import read_overrides

        configuration = _configuration(self.config)
        if configuration.collections:
            raise pytest.UsageError(
                "The docs have collections, whose samples `callsheet test` runs, each against a"
                " server of its own."
            )
        operations = Catalog.read(configuration.docs).operations
        site, _ = read_overrides(configuration.samples)
        return [
            SampleItem.from_parent(self, name=program.name, program=program)
            for program in programs_of(operations, site)
        ]


class SampleItem(pytest.Item):
    """The test that runs one program and compares the response with its page."""

    def __init__(self, *, program: Program, **options: Any) -> None:
        super().__init__(**options)
        self.program = program
        # Other plugins take for granted what items of functions have.
        self.funcargs: dict[str, Any] = {}

    def runtest(self) -> None:
        """Run the program.

        Raises:
            SampleError: The response is not what the page promises.
        """
        from callsheet.run import Verdict

        [result] = _run(self.config)([self.program])
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


def _sources(config: pytest.Config) -> Sources:
    from callsheet.server.adapters.sources import Sources

    found = _configuration(config)
    return Sources(found.docs, None, found.server_modules, found.folder)


def _run(config: pytest.Config) -> Run:
    """Return the function that runs programs: one server and process serve the whole session."""
    if _SESSION not in config.stash:
        from callsheet.run import Runner, ServerUnderTest

        sources = _sources(config)
        catalog = sources.catalog()
        server = ServerUnderTest.reference(catalog, sources.packs(catalog))
        stack = ExitStack()
        run = stack.enter_context(Runner(catalog, server).session())
        config.stash[_SESSION] = (stack, run)
    return config.stash[_SESSION][1]


@pytest.fixture(scope="session")
def callsheet_catalog(pytestconfig: pytest.Config) -> Catalog:
    """Return the operations of the pages."""
    from callsheet.catalog import Catalog

    return Catalog.read(_docs(pytestconfig))


@pytest.fixture
def reference_server(callsheet_catalog: Catalog, pytestconfig: pytest.Config) -> Iterator[str]:
    """Start a reference server with fresh state for one test, and yield its base address."""
    from callsheet.configuration import DEFAULT_DATABASE
    from callsheet.server.adapters.app import background, create_app

    packs = _sources(pytestconfig).packs(callsheet_catalog)
    with background(create_app(callsheet_catalog, DEFAULT_DATABASE, packs=packs)) as url:
        yield url
