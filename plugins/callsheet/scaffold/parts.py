"""The parts of a plan: new files, lines for existing files, and the context of both."""

import shlex
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from callsheet.configuration import MKDOCS_YML
from callsheet.scaffold.survey import Site, Survey

BASELINE = "callsheet-baseline.json"


class CI(StrEnum):
    """The CI services that have a job template."""

    GITHUB = "github"
    GITLAB = "gitlab"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file to write, which does not exist.

    Attributes:
        path: The file.
        content: Its content.
        reasons: The reasons for its content, one for each choice.
    """

    path: Path
    content: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Addition:
    """Lines that the user adds to an existing file, which is left alone.

    Attributes:
        path: The file.
        lines: The lines.
        reason: Their purpose.
    """

    path: Path
    lines: str
    reason: str


@dataclass(frozen=True, slots=True)
class SitePlan:
    """The files to write, and the lines to add by hand.

    Attributes:
        files: The new files.
        additions: Lines for existing files.
        engine: The site generator: `mkdocs`, `properdocs` or `zensical`.
        options: The options with which commands find the pages, such as ` -f properdocs.yml`; may
            be empty, and so may the next one.
        baseline_option: The option with which `callsheet check` finds the baseline.
        extras: The extras of the distribution that `callsheet test` needs.
    """

    files: tuple[NewFile, ...]
    additions: tuple[Addition, ...]
    engine: str
    options: str
    baseline_option: str
    extras: str


@dataclass(frozen=True, slots=True)
class SiteContext:
    """The context of every part of the plan.

    Attributes:
        found: The content of the folder.
        docs: The docs directory.
    """

    found: Survey
    docs: Path

    @property
    def folder(self) -> Path:
        """The folder in which a site is configured."""
        return self.found.folder

    @property
    def site(self) -> Site | None:
        """The existing site, if there is one."""
        return self.found.site

    @property
    def relative_docs(self) -> str:
        """The docs directory as configuration files name it, with forward slashes."""
        try:
            return self.docs.resolve().relative_to(self.folder.resolve()).as_posix()
        except ValueError:
            return self.docs.as_posix()

    @property
    def engine(self) -> str:
        """The site generator."""
        if self.site is None or self.site.file.name.startswith("mkdocs"):
            return "mkdocs"
        return "zensical" if self.site.is_zensical else "properdocs"

    @property
    def options(self) -> str:
        """The options with which a command of Callsheet finds the pages."""
        if self.site is None or self.site.file.name == MKDOCS_YML:
            return ""
        if self.site.is_zensical:
            return f" --docs {shlex.quote(self.relative_docs)}"
        return f" -f {self.site.file.name}"

    @property
    def extras(self) -> str:
        """The extras of the distribution that running samples needs, as in `test,NAME`."""
        return ",".join(["test", *self.found.packs])

    @property
    def baseline(self) -> Path:
        """The file of known findings."""
        named = self.site.configuration.check.baseline if self.site else None
        return named or self.folder / BASELINE

    @property
    def baseline_option(self) -> str:
        """The option of `callsheet check` if no configuration names the baseline."""
        if self.site is None or self.site.configuration.check.baseline:
            return ""
        return f" --baseline {BASELINE}"
