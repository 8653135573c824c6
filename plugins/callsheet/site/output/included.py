"""The pages of a site: those that MkDocs includes after all plugins have run, and no others.

All other files that depend on pages depend on these alone.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils.meta import get_data

from callsheet.catalog.readings import link_finding
from callsheet.findings import Finding
from callsheet.model import Operation
from callsheet.paths import PAGE_SUFFIXES, folder_of, link_out, walking_order
from callsheet.printable import printable
from callsheet.site.mkdocs_internals import set_exclusions
from callsheet.source import Reading

ENCRYPTING = "encryptcontent"
"""The plugin that encrypts pages, as `mkdocs.yml` names it."""


@dataclass(frozen=True, slots=True)
class Included:
    """The pages of a site.

    Attributes:
        urls: The URLs of all of them by path, relative to the root of the site.
        read: The files of those that are read for operations and types, by path, in the order of
            a catalog.
    """

    urls: dict[str, str]
    read: dict[str, File]

    @classmethod
    def of(cls, files: Files, config: MkDocsConfig, *, publishes: bool) -> Included:
        """Return the pages among the files.

        Args:
            files: The files, as the plugins left them.
            config: The configuration.
            publishes: Whether the site is for others; `mkdocs serve` shows drafts, too.
        """
        found = {file.src_uri: file for file in _pages(files, config, publishes=publishes)}
        is_linked = _linked_folders(config.docs_dir)
        # A folder that is a link to another one has the same pages again.
        read = {
            path: found[path]
            for path in sorted(found, key=walking_order)
            if path.endswith(PAGE_SUFFIXES) and not is_linked(folder_of(path))
        }
        return cls({path: file.url for path, file in found.items()}, read)

    @staticmethod
    def now(files: Files, config: MkDocsConfig, *, publishes: bool) -> dict[str, str]:
        """Return the URLs alone of the pages among the files, as `of` does."""
        return {file.src_uri: file.url for file in _pages(files, config, publishes=publishes)}


def _pages(files: Files, config: MkDocsConfig, *, publishes: bool) -> Sequence[File]:
    # MkDocs decides this again after the last plugin, but the generated files must be there before.
    set_exclusions(files, config)
    level = InclusionLevel.is_included if publishes else InclusionLevel.is_in_serve
    return files.documentation_pages(inclusion=level)


def _linked_folders(root: str) -> Callable[[str], bool]:
    """Return a function that says whether a folder of a docs directory is a link, or below one."""

    @cache
    def is_linked(folder: str) -> bool:
        if not folder:
            return False
        # Remembered for each folder: to test each parent of each page again would take one system
        # call for each.
        return is_linked(folder_of(folder)) or os.path.islink(f"{root}/{folder}")  # noqa: PTH114

    return is_linked


def remove_links_out(files: Files, config: MkDocsConfig) -> Iterator[Finding]:
    """Remove the files of the docs directory that are behind symbolic links which lead out of it.

    Returns:
        A finding for each of these links.

    Raises:
        PluginError: Another file cannot be published, as it is a pipe or a device, or its name is
            not UTF-8.
    """
    root = Path(config.docs_dir)
    links = {}
    folders: dict[str, str | None] = {"": None}
    for file in [*files]:
        if file.src_dir != config.docs_dir:
            continue
        folder = folder_of(file.src_uri)
        if folder not in folders:
            folders[folder] = link_out(root, folder)
        try:
            mode = os.lstat(f"{root}/{file.src_uri}").st_mode
        except OSError:
            mode = 0  # Whoever reads it says what is wrong.
        is_link = stat.S_ISLNK(mode)
        if link := folders[folder] or (link_out(root, file.src_uri) if is_link else None):
            # Removed before any plugin sees it: a theme or a plugin could publish its content
            # otherwise.
            files.remove(file)
            links[link] = link_finding(link)
        elif fault := _fault_of(root, file.src_uri, mode):
            raise PluginError(fault)
    yield from links.values()


def _fault_of(root: Path, path: str, mode: int) -> str:
    """Return why MkDocs cannot publish a file; it would wait for a pipe without end."""
    if path.encode(errors="replace") != path.encode(errors="surrogateescape"):
        return f"The name of the file `{printable(path)}` is not valid UTF-8. Rename it."
    try:
        if stat.S_ISLNK(mode):
            mode = Path(root, path).stat().st_mode
    except OSError:
        mode = 0
    if not mode or stat.S_ISREG(mode):
        return ""
    return f"`{printable(path)}` is not a regular file. Move it out of the docs directory."


def encrypted_by(config: MkDocsConfig) -> Callable[[bytes], bool] | None:
    """Return a function that says if a page will be encrypted; None where none will be.

    The plugin mkdocs-encryptcontent encrypts pages by a password, a level or an obfuscation, given
    in the front matter of a page, or in the configuration for all of them.
    """
    plugin = config.plugins.get(ENCRYPTING)
    if plugin is None:
        return None
    everywhere = {
        "password": plugin.config.get("global_password"),
        # The plugin has read its inventory of passwords when it was configured.
        "level": "_global" in getattr(plugin, "setup", {}).get("level_keys", {}),
        "obfuscate": None,
    }

    def encrypted(text: bytes) -> bool:
        _, meta = get_data(text.decode("utf-8-sig", errors="replace"))
        # An empty text on a page lifts what holds for all.
        return any(
            str(meta[key]) if key in meta else otherwise for key, otherwise in everywhere.items()
        )

    return encrypted


def check_pages(sources: Container[str], before: Included, now: Container[str]) -> None:
    """Make sure that no file shows what the pages of the site do not show.

    Args:
        sources: The pages with operations or types.
        before: The pages when the files were generated that depend on all of them.
        now: The paths of the pages when all of them are read.

    Raises:
        PluginError: A page was left out since, or is encrypted for a reason that its file does not
            have.
    """
    for path, file in before.read.items():
        if path not in sources:
            continue
        if path not in now:
            raise PluginError(
                f"A plugin or hook left out the page `{path}` after content was generated from it,"
                " which would stay readable. Leave it out in `on_files` or `on_nav`, or name it in"
                " `exclude_docs`."
            )
        # The plugin that encrypts pages marks them when it has read them.
        if hasattr(file.page, "encryptcontent"):
            raise PluginError(
                f"The page `{path}` is encrypted, but its front matter does not say so;"
                " content that is generated from it would be readable. Give the password or level"
                " there."
            )


def without_content(reading: Reading) -> tuple[Reading, Operation | None]:
    """Reduce an encrypted page to what the navigation shows anyway: its title and its uid.

    Returns:
        The reduced page, and the operation, which only the page itself may show.
    """
    page = replace(reading.page, defines=None)
    return Reading(page, (), reading.findings), reading.operation
