"""Surveys a folder that a site should be made from.

Nothing is written here. Files that cannot be read are skipped, as the folder may hold anything.
"""

import os
import pkgutil
import posixpath
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from callsheet import lazy_re as re
from callsheet.catalog.readings import MAX_PAGE_BYTES
from callsheet.configuration import MKDOCS_YML, Configuration, read_configuration
from callsheet.errors import ConfigurationError
from callsheet.findings import Finding, Severity
from callsheet.paths import PAGE_SUFFIXES, link_out, toc_file
from callsheet.source import read_page

ZENSICAL_TOML = "zensical.toml"
DOCFX_JSON = "docfx.json"
GITLAB_CI = ".gitlab-ci.yml"
CONFIGURATIONS = (MKDOCS_YML, "mkdocs.yaml", "properdocs.yml", "properdocs.yaml", ZENSICAL_TOML)
"""The configuration files of a site; the first one that exists counts."""

MAX_FILES = 50_000
"""Markdown files that are read; the largest publication that we know has 3,200."""

_SKIPPED_FOLDERS = {"__pycache__", "build", "dist", "node_modules"}
_MARKS_OF_OUTPUT = ("pyvenv.cfg", "sitemap.xml.gz")
"""The files that tell a virtual environment and a built site, which may have any name."""

_CONVENTIONAL = ("docs", "doc", "documentation")
_MAY_SHOW_ROUTES = re.compile(rb"http|\b(?:GET|PUT|POST|PATCH|DELETE)\b")


@dataclass(frozen=True, slots=True)
class Site:
    """A site that is configured already.

    Attributes:
        file: Its configuration.
        configuration: The options for the command line; for a `zensical.toml`, the folder only.
        text: The file's content.
    """

    file: Path
    configuration: Configuration
    text: str

    @property
    def is_zensical(self) -> bool:
        """Whether it is Zensical's own format."""
        return self.file.name == ZENSICAL_TOML


@dataclass(frozen=True, slots=True)
class Survey:
    """The content of a folder.

    Attributes:
        folder: The folder.
        scanned: The folder that was searched for pages: `folder`, or the docs directory if it is
            known.
        pages: The Markdown files, relative to `scanned`, with forward slashes.
        operations: The pages among them that document an operation.
        packs: The names of the packs that know the API of these.
        unread: The errors on pages that look like operation pages.
        crowded: Pages that show several routes and document none, and the number of routes.
        site: The existing site.
        has_docfx: Whether DocFX builds a site from it.
        layouts: The layouts of the operations, each with their number; the most common one first.
    """

    folder: Path
    scanned: Path
    pages: tuple[str, ...]
    operations: tuple[str, ...]
    packs: tuple[str, ...]
    unread: tuple[Finding, ...]
    crowded: tuple[tuple[str, int], ...]
    site: Site | None
    has_docfx: bool
    layouts: tuple[tuple[str, int], ...] = ()

    @property
    def docs_folders(self) -> tuple[str, ...]:
        """The folders that could be the docs directory, relative to `scanned`.

        There is one for each top folder with operation pages; an empty name is `scanned` itself,
        for pages that are in no folder.
        """
        tops: dict[str, list[str]] = {}
        for path in self.operations:
            top, slash, _ = path.partition("/")
            tops.setdefault(top if slash else "", []).append(path)
        return tuple(self._docs_folder(paths) for _, paths in sorted(tops.items()))

    def _docs_folder(self, paths: Sequence[str]) -> str:
        """Find the deepest folder that contains all of some pages and what belongs to them."""
        # All paths begin with the same folder, or all are in none, so the first one is enough.
        if "/" not in paths[0]:
            return ""
        folder = posixpath.commonpath([posixpath.dirname(path) for path in paths])
        names = folder.split("/")
        for conventional in _CONVENTIONAL:
            if conventional in names:
                return "/".join(names[: names.index(conventional) + 1])
        # A folder with pages of its own above the groups is part of the reference, too.
        with_pages = {posixpath.dirname(path) for path in self.pages}
        while "/" in folder and self._belongs_to(posixpath.dirname(folder), with_pages):
            folder = posixpath.dirname(folder)
        return folder

    def _belongs_to(self, folder: str, with_pages: set[str]) -> bool:
        return folder in with_pages or toc_file(self.scanned / folder) is not None


def survey(folder: Path, docs: Path | None = None) -> Survey:
    """Survey a folder.

    Args:
        folder: The folder in which a site should be configured.
        docs: The docs directory, if it is known; by default that of an existing site, else all of
            the folder is searched.

    Raises:
        ConfigurationError: There is no such folder, or the site's configuration cannot be used or
            names another one.
    """
    site = _existing_site(folder)
    if site and docs and docs.resolve() != site.configuration.docs.resolve():
        named = site.configuration.docs
        raise ConfigurationError(f"`{site.file}` names `{named}` as the docs directory.")
    scanned = docs or (site.configuration.docs if site else folder)
    if not scanned.is_dir():
        raise ConfigurationError(f"There is no folder `{scanned}`.")
    pages, operations, unread, crowded = [], [], [], []
    signs, packs = _signs_of_packs(), set()
    layouts: Counter[str] = Counter()
    for path in _markdown_files(scanned):
        if link_out(scanned, path):
            continue
        pages.append(path)
        data = _read(scanned / path)
        # Most other files need not be parsed.
        if _MAY_SHOW_ROUTES.search(data):
            reading = read_page(data, path)
            if reading.operation:
                operations.append(path)
                layouts[reading.operation.layout] += len(reading.operations)
                packs |= {name for name, sign in signs.items() if sign.search(data)}
                continue
            unread += [f for f in reading.findings if f.severity is Severity.ERROR]
            if len(reading.page.shown_routes) > 1:
                crowded.append((path, len(reading.page.shown_routes)))
    return Survey(
        folder,
        scanned,
        tuple(pages),
        tuple(operations),
        tuple(sorted(packs)),
        tuple(unread),
        tuple(crowded),
        site,
        (folder / DOCFX_JSON).is_file(),
        tuple(layouts.most_common()),
    )


def _signs_of_packs() -> dict[str, re.Pattern[bytes]]:
    """Return the signs of APIs that Callsheet has packs for, by the names of the packs."""
    # By name, as the server loads them: nothing but the pack knows whose API it is about.
    contrib = import_module("callsheet.contrib")
    names = [module.name for module in pkgutil.iter_modules(contrib.__path__)]
    return {name: import_module(f"{contrib.__name__}.{name}").SIGN for name in names}


def _existing_site(folder: Path) -> Site | None:
    file = next((file for name in CONFIGURATIONS if (file := folder / name).is_file()), None)
    if file is None:
        return None
    text = _read(file).decode("utf-8", errors="replace")
    if file.name != ZENSICAL_TOML:
        return Site(file, read_configuration(None, file), text)
    try:
        project = tomllib.loads(text).get("project", {})
        docs = project.get("docs_dir", "docs") if isinstance(project, dict) else "docs"
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError(f"`{file}` is not valid TOML: {error}") from error
    return Site(file, Configuration(folder / str(docs), folder), text)


def _markdown_files(root: Path) -> Iterator[str]:
    """Yield the Markdown files below a folder, without those of tools and environments."""
    count = 0
    for folder, folders, files in os.walk(root):
        kept = (f for f in folders if not f.startswith(".") and f not in _SKIPPED_FOLDERS)
        folders[:] = sorted(
            f for f in kept if not any(Path(folder, f, mark).exists() for mark in _MARKS_OF_OUTPUT)
        )
        for name in sorted(files):
            if name.endswith(PAGE_SUFFIXES) and not name.startswith("."):
                count += 1
                if count > MAX_FILES:
                    raise ConfigurationError(
                        f"There are more than {MAX_FILES:,} Markdown files below `{root}`."
                        " Name the folder of the reference with `--docs DIR`."
                    )
                yield Path(folder, name).relative_to(root).as_posix()


def _read(file: Path) -> bytes:
    """Read a file; empty if it cannot be read or is too large for a page."""
    try:
        return file.read_bytes() if file.stat().st_size <= MAX_PAGE_BYTES else b""
    except OSError:
        return b""
