"""What samples bring about, in the place of `<!-- callsheet: coverage -->`, and its badge."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from callsheet.coverage import read_coverage
from callsheet.render import render_badge, render_coverage
from callsheet.site.generated.assets import FOLDER
from callsheet.site.operations import Operations

MARKER = "coverage"
BADGE = f"{FOLDER}/coverage.svg"
"""Where the badge is in the built site, for a README to show."""


def badge(file: Path) -> bytes:
    """The badge for what a run of the samples gave.

    Raises:
        ConfigurationError: The file can't be used.
    """
    return render_badge(read_coverage(file))


def renderer(
    file: Path | None, operations: Operations, address: Callable[[str], str]
) -> Callable[[str], str | None]:
    """Renders the marker.

    Args:
        file: What `callsheet test --coverage` wrote; None where the site has none.
        operations: The pages of the site. The samples of others are not told of.
        address: Gives the address of a file, for the page that is being converted.
    """

    def render(marker: str) -> str | None:
        if marker != MARKER or file is None:
            return None
        found = read_coverage(file)
        known = operations.known().catalog.by_path
        shown = tuple(item for item in found.uncovered if item.path in known)
        return render_coverage(replace(found, uncovered=shown), address(BADGE), address)

    return render
