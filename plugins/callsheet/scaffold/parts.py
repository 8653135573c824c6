"""What is planned: new files, lines for files that are there, and what both depend on."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from callsheet.configuration import MKDOCS_YML
from callsheet.scaffold.survey import Site, Survey

BASELINE = "callsheet-baseline.json"


class CI(StrEnum):
    """The services that a job is written for."""

    GITHUB = "github"
    GITLAB = "gitlab"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file to write, which is not there yet.

    Attributes:
        path: The file.
        content: What is to be in it.
        reasons: Why it is as it is, a choice each.
    """

    path: Path
    content: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Addition:
    """Lines for a file that is there already and is left alone.

    Attributes:
        path: The file.
        lines: What to add.
        reason: What it is good for.
    """

    path: Path
    lines: str
    reason: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What to write, and what to add by hand.

    Attributes:
        files: The new files.
        additions: Lines for existing files.
        engine: What builds the site: `mkdocs`, `properdocs` or `zensical`.
        options: What commands need to find the pages, such as ` -f properdocs.yml`; may be empty.
        baseline_option: What `callsheet check` needs besides to find the baseline; may be empty.
        extras: The extras of the distribution that `callsheet test` needs.
    """

    files: tuple[NewFile, ...]
    additions: tuple[Addition, ...]
    engine: str
    options: str
    baseline_option: str
    extras: str


@dataclass(frozen=True, slots=True)
class Setting:
    """What every part of the plan depends on.

    Attributes:
        found: What is in the folder.
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
        """The site that is there already."""
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
        """What builds the site."""
        if self.site is None or self.site.file.name.startswith("mkdocs"):
            return "mkdocs"
        return "zensical" if self.site.is_zensical else "properdocs"

    @property
    def options(self) -> str:
        """What a command of Callsheet needs beside its name to find the pages."""
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
        """What `callsheet check` needs where no configuration names the baseline."""
        if self.site is None or self.site.configuration.check.baseline:
            return ""
        return f" --baseline {BASELINE}"
