"""Samples as tests, and fixtures for tests that use documented operations.

`pytest --callsheet docs/` runs every sample as a test of its own, besides all other tests; it needs
the extra `test`. `callsheet_catalog` has the operations, `reference_server` the base address of a
server that answers them. The pages are those of `--callsheet`, else of the ini option
`callsheet_docs`, by default the folder `docs`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

# Pytest loads this module wherever Callsheet is installed, so what it needs is imported on use.
if TYPE_CHECKING:
    from callsheet.catalog import Catalog
    from callsheet.configuration import Configuration
    from callsheet.run import Program, Result
    from callsheet.server.adapters.extensions import Sources

    Run = Callable[[Sequence[Program]], Iterator[Result]]

_SESSION = pytest.StashKey[tuple[ExitStack, "Run"]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declares the option and the ini option."""
    group = parser.getgroup("callsheet", "samples of documented operations")
    group.addoption(
        "--callsheet", metavar="DIR", help="Run the samples of the operation pages in this folder."
    )
    parser.addini("callsheet_docs", "The folder of the operation pages.", "string", "docs")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(session: pytest.Session, items: list[pytest.Item]) -> None:
    """Adds the samples, before anything is selected or left out."""
    if session.config.getoption("callsheet"):
        samples = Samples.from_parent(session, name="callsheet", nodeid="callsheet")
        items.extend(samples.collect())


def pytest_unconfigure(config: pytest.Config) -> None:
    """Ends the server and the processes of the samples."""
    if running := config.stash.get(_SESSION, None):
        running[0].close()


class Samples(pytest.Collector):
    """The samples of all pages."""

    def collect(self) -> list[pytest.Item]:
        """Returns an item for each program."""
        from callsheet.catalog import Catalog
        from callsheet.run import programs_of
        from callsheet.samples import read_overrides

        configuration = _configuration(self.config)
        operations = Catalog.read(configuration.docs).operations
        site, _ = read_overrides(configuration.samples)
        return [
            SampleItem.from_parent(self, name=program.name, program=program)
            for program in programs_of(operations, site)
        ]


class SampleItem(pytest.Item):
    """A program that is run, and whose answer is compared with its page."""

    def __init__(self, *, program: Program, **options: Any) -> None:
        super().__init__(**options)
        self.program = program

    def runtest(self) -> None:
        """Runs it.

        Raises:
            SampleError: What came back is not what the page promises.
        """
        from callsheet.run import Verdict

        [result] = _run(self.config)([self.program])
        if result.verdict is Verdict.SKIPPED:
            pytest.skip(result.message)
        if result.verdict is not Verdict.PASSED:
            raise SampleError(result)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], *_: Any) -> Any:
        """What went wrong, as `callsheet test` says it."""
        if not isinstance(excinfo.value, SampleError):
            return super().repr_failure(excinfo)
        from callsheet.report.runs import failure_lines
        from callsheet.report.text import Style

        docs = _docs(self.config)
        lines = failure_lines(excinfo.value.result, f"{docs.name}/", Style(colour=False))
        return "\n".join(lines)

    def reportinfo(self) -> tuple[Path, int, str]:
        """The page, the line that documents the status, counted from 0, and the name."""
        path, line = self.program.place
        return _docs(self.config) / path, line - 1, self.name


class SampleError(AssertionError):
    """A sample that did not get what its page promises.

    Attributes:
        result: What came of running it.
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
    """That of `mkdocs.yml` in the root, where it is about the same pages."""
    from callsheet.configuration import MKDOCS_YML, read_configuration

    docs, file = _docs(config), config.rootpath / MKDOCS_YML
    if file.is_file():
        found = read_configuration(None, file)
        if found.docs.resolve() == docs.resolve():
            return found
    return read_configuration(docs, None)


def _sources(config: pytest.Config) -> Sources:
    from callsheet.server.adapters.extensions import Sources

    found = _configuration(config)
    return Sources(found.docs, None, found.server_modules, found.folder)


def _run(config: pytest.Config) -> Run:
    """What runs programs: one server and one process for the whole session."""
    if _SESSION not in config.stash:
        from callsheet.run import Runner, Server

        sources = _sources(config)
        catalog = sources.catalog()
        server = Server.reference(catalog, sources.packs(catalog))
        stack = ExitStack()
        run = stack.enter_context(Runner(catalog, server).session())
        config.stash[_SESSION] = (stack, run)
    return config.stash[_SESSION][1]


@pytest.fixture(scope="session")
def callsheet_catalog(pytestconfig: pytest.Config) -> Catalog:
    """The operations of the pages."""
    from callsheet.catalog import Catalog

    return Catalog.read(_docs(pytestconfig))


@pytest.fixture
def reference_server(callsheet_catalog: Catalog, pytestconfig: pytest.Config) -> Iterator[str]:
    """The base address of a reference server with freshly seeded state, for one test."""
    from callsheet.configuration import DEFAULT_DATABASE
    from callsheet.server.adapters.app import background, create_app

    packs = _sources(pytestconfig).packs(callsheet_catalog)
    with background(create_app(callsheet_catalog, DEFAULT_DATABASE, packs=packs)) as url:
        yield url
