"""The docs trees of a workspace: which one a file belongs to, and what it is called there."""

from dataclasses import replace
from pathlib import Path

from callsheet.checks.engine.open_tree import OpenTree
from callsheet.checks.engine.session import CheckSession
from callsheet.configuration import MKDOCS_YML, Configuration, read_configuration
from callsheet.errors import CallsheetError
from callsheet.paths import PAGE_SUFFIXES, link_out

MAX_ABOVE = 12
"""Folders above a page in which its MkDocs configuration is searched."""


class Projects:
    """The docs trees to which the files of an editor belong.

    Attributes:
        open: The trees that are in memory, by docs directory, or by the folder of a collection.
        problems: What is wrong with configurations, by their files or docs directories.

    Args:
        chosen: The configuration for all pages; None to find that of each page above it.
    """

    def __init__(self, chosen: Configuration | None = None) -> None:
        self._chosen = chosen
        self.open: dict[Path, OpenTree] = {}
        self.problems: dict[Path, str] = {}
        self._near: dict[Path, tuple[Configuration, ...]] = {}

    def find(self, file: Path) -> tuple[OpenTree, str] | None:
        """Return the docs tree of a file and the path of the file in it.

        It is None where the file is not a page, or belongs to no docs tree.
        """
        if not file.name.endswith(PAGE_SUFFIXES):
            return None
        for configuration in self._configurations(file.parent):
            # A site within another one has a configuration of its own, which is nearer.
            if found := self._in(configuration, file):
                return found
        return None

    def _configurations(self, folder: Path) -> tuple[Configuration, ...]:
        """Return the configurations that may be about the files of a folder, nearest first."""
        if self._chosen:
            return (self._chosen,)
        if folder not in self._near:
            above = (folder, *folder.parents)[:MAX_ABOVE]
            files = (each / MKDOCS_YML for each in above)
            self._near[folder] = tuple(
                configuration for file in files if (configuration := self._read(file))
            )
        return self._near[folder]

    def _read(self, file: Path) -> Configuration | None:
        if not file.is_file():
            return None
        try:
            return read_configuration(None, file)
        except CallsheetError as error:
            self.problems[file] = str(error)
            return None

    def forget(self) -> None:
        """Forget all trees, as their configuration has changed."""
        self.open.clear()
        self._near.clear()
        self.problems.clear()

    def _in(self, configuration: Configuration, file: Path) -> tuple[OpenTree, str] | None:
        docs = configuration.docs.resolve()
        # The file itself may be a link, and may not exist yet.
        page = file.parent.resolve() / file.name
        if not page.is_relative_to(docs):
            return None
        path = page.relative_to(docs).as_posix()
        if any(step.startswith(".") for step in path.split("/")) or link_out(docs, path):
            return None
        part = next(each for each in configuration.parts() if each.has(path))
        place = docs / part.folder
        if place not in self.open:
            try:
                session = CheckSession.of(replace(configuration, docs=docs))
                self.open[place] = OpenTree(session, part)
            except CallsheetError as error:
                self.problems[docs] = str(error)
                return None
        return self.open[place], path
