"""The page of a site that says what has changed between versions, the newest first.

Authors may write on it, too: between two comments is what was generated, and all other text stays.
A version that is on the page already stays as it is; what is not released yet is written anew.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from callsheet import lazy_re as re
from callsheet.diff.model import Level, TreeDiff
from callsheet.diff.writing import NOTHING, sections

UNRELEASED = "Unreleased"
"""The heading of what has changed since the last version."""

_END = "<!-- /changes -->"
# One that has no end ends where the next one begins.
_BLOCK = re.compile(
    r"<!-- changes: (?P<name>[^\n]{1,300}?) -->\n(?:(?!<!-- changes: ).)*?<!-- /changes -->",
    re.DOTALL,
)
_HEADING = re.compile(r"^## .*$", re.MULTILINE)
_NEW = "---\ntitle: Changelog\n---\n\n# Changelog\n"


@dataclass(frozen=True, slots=True)
class Release:
    """A version and what has changed in it.

    Attributes:
        name: The name, such as that of a tag; `UNRELEASED` for what comes next.
        date: Its day, such as `2026-10-01`; empty for what comes next.
        changes: What has changed since the version before; None for the first one.
        operations: How many operations it has.
    """

    name: str
    date: str
    changes: TreeDiff | None
    operations: int = 0


def known_releases(page: str) -> set[str]:
    """Return the names of the versions that a page has already."""
    found = _BLOCK.finditer(page.replace("\r\n", "\n"))
    return {match["name"] for match in found} - {UNRELEASED}


def write_changelog(page: str, releases: Sequence[Release], level: Level) -> str:
    """Return a page with further versions.

    Args:
        page: The page as it is; empty for a new one.
        releases: The versions to write, the newest first, and what comes next. Of one that the page
            has already, what was generated is replaced.
        level: The least level of changes that are listed.
    """
    if "\r\n" in page:
        unified = write_changelog(page.replace("\r\n", "\n"), releases, level)
        return unified.replace("\n", "\r\n")
    text = page or _NEW
    new = [release for release in releases if release.name != UNRELEASED]
    following = next((release for release in releases if release.name == UNRELEASED), None)
    come = [release for release in new if not _section(text, release.name)]
    if come and (found := _section(text, UNRELEASED)):
        # What authors have written about the next version is about the one that has come.
        text = _renamed(text, found, come[-1], level)
    if following is not None:
        found = _section(text, UNRELEASED)
        if found:
            text = text[: found.start()] + _block(following, level) + text[found.end() :]
        elif following.changes and following.changes.at_least(level).changes:
            new.insert(0, following)
    for release in [release for release in new if _section(text, release.name)]:
        if found := _section(text, release.name):
            text = text[: found.start()] + _block(release, level) + text[found.end() :]
        new.remove(release)
    if not new:
        return text
    added = "\n".join(chain.from_iterable((_title(r), "", _block(r, level), "") for r in new))
    at = _place(text)
    above, below = text[:at].rstrip("\n"), text[at:]
    return "\n".join((above, "", *([added, below] if below else [added])))


def _section(text: str, name: str) -> re.Match[str] | None:
    return next((match for match in _BLOCK.finditer(text) if match["name"] == name), None)


def _renamed(text: str, found: re.Match[str], release: Release, level: Level) -> str:
    """Turn the section of what comes next into that of a version."""
    above = text[: found.start()]
    headings = [match for match in _HEADING.finditer(above) if UNRELEASED in match[0]]
    if headings:
        start, end = headings[-1].span()
        above = above[:start] + _title(release) + above[end:]
    return above + _block(release, level) + text[found.end() :]


def _place(text: str) -> int:
    """Return where further versions go: above the newest one, else at the end."""
    found = _BLOCK.search(text)
    above = [m.start() for m in _HEADING.finditer(text) if found and m.start() < found.start()]
    return above[-1] if above else found.start() if found else len(text)


def _title(release: Release) -> str:
    day = f" ({release.date})" if release.date else ""
    return f"## {release.name}{day}"


def _block(release: Release, level: Level) -> str:
    if release.changes is None:
        noun = "operation" if release.operations == 1 else "operations"
        lines = [f"The first version, with {release.operations:,} {noun}."]
    else:
        listed = release.changes.at_least(level)
        lines = [*sections(listed, depth=3)] if listed.changes else [NOTHING]
    return "\n".join((f"<!-- changes: {release.name} -->", *lines, "", _END))
