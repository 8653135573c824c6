"""`callsheet changelog`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import click

from callsheet.cli.options import OutputFile, counted, docs_options, say, write_out
from callsheet.configuration import read_configuration
from callsheet.errors import ConfigurationError, DocsError

if TYPE_CHECKING:
    from callsheet.diff.changelog import Release
    from callsheet.diff.revisions import GitTag
    from callsheet.sync.compared import ComparedTree

_LEVELS = ("breaking", "warning", "additive", "text")


@click.command("changelog")
@docs_options
@click.option(
    "-o",
    "--output",
    type=OutputFile(),
    metavar="FILE",
    help="The page to write.  [default: changelog.md in the folder of the pages]",
)
@click.option(
    "--tags",
    default="*",
    show_default=True,
    metavar="PATTERN",
    help="The tags that are versions, such as 'v*'.",
)
@click.option(
    "--document",
    metavar="PATH",
    help="Compare this OpenAPI document of the repository instead of the pages.",
)
@click.option(
    "--level",
    type=click.Choice(_LEVELS),
    default="additive",
    show_default=True,
    help="Leave out changes below this level.",
)
@click.option("--force", is_flag=True, help="Write the versions anew that the page has already.")
def command(
    docs: Path | None,
    config_file: Path | None,
    output: Path | None,
    tags: str,
    document: str | None,
    level: str,
    force: bool,
) -> None:
    """Write a page with what has changed between the tags of the repository, the newest first.

    What authors write on the page stays: only the text between its comments is generated, and of
    versions that the page has already, nothing is written again. What has changed since the last
    tag is under a heading of its own, which becomes that of the next version.
    """
    from callsheet.diff import Level
    from callsheet.diff.changelog import known_releases, write_changelog
    from callsheet.diff.revisions import read_tags
    from callsheet.untrusted import DocumentLimits, UnusableError, read_within

    folder = read_configuration(docs, config_file).docs
    target = output or folder / "changelog.md"
    try:
        page = read_within(target, DocumentLimits()) if target.is_file() else ""
    except UnusableError as error:
        raise ConfigurationError(f"`{target}` cannot be read: {error}.") from error
    found = read_tags(folder, tags)
    if not found:
        raise ConfigurationError(
            f"No tag that leads here matches `{tags}`. A clone without history has none:"
            " fetch it with `git fetch --unshallow --tags`."
        )
    known = set() if force else known_releases(page)
    releases = [*_releases(found, known, folder, document)]
    text = write_changelog(page, releases, Level(level))
    write_out(text.encode(), target)
    new = [release for release in releases if release.date]
    say(f"{counted(len(new), 'version')} written to `{target}`.", err=True)


def _releases(
    tags: list[GitTag], known: set[str], docs: Path, document: str | None
) -> Iterator[Release]:
    """Yield the versions that are not known, the newest first, and what comes next."""
    from callsheet.diff.changelog import UNRELEASED, Release
    from callsheet.sync.compared import compare_any, read_compared

    # A version is compared with the one before and the one after, and thousands of pages are large.
    @lru_cache(maxsize=2)
    def tree(revision: str) -> ComparedTree | None:
        """Return the tree of a revision; None where there was none yet."""
        try:
            return read_compared(f"{revision}:{document}" if document else revision, lambda: docs)
        except DocsError as error:
            say(f"warning: {error}", err=True)
            return None

    now = read_compared(document or str(docs), lambda: docs)
    if last := tree(tags[0].revision):
        yield Release(UNRELEASED, "", compare_any(last, now))
    for newer, older in pairwise((*tags, None)):
        if newer is None or newer.name in known:
            continue
        after = tree(newer.revision)
        before = tree(older.revision) if older else None
        if after is not None:
            changes = compare_any(before, after) if before else None
            count = len(after.tree.catalog.operations)
            yield Release(newer.name, newer.date, changes, count)
