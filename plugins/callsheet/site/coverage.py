"""What samples bring about, in the place of `<!-- callsheet: coverage -->`, and its badge."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from callsheet.coverage import read_coverage
from callsheet.render import render_badge, render_coverage
from callsheet.site.assets import FOLDER

MARKER = "coverage"
BADGE = f"{FOLDER}/coverage.svg"
"""Where the badge is in the built site, for a README to show."""


def badge(file: Path) -> bytes:
    """The badge for what a run of the samples gave.

    Raises:
        ConfigurationError: The file can't be used.
    """
    return render_badge(read_coverage(file))


def renderer(file: Path | None, address: Callable[[str], str]) -> Callable[[str], str | None]:
    """Renders the marker.

    Args:
        file: What `callsheet test --coverage` wrote; None where the site has none.
        address: Gives the address of a file, for the page that is being converted.
    """

    def render(marker: str) -> str | None:
        if marker != MARKER or file is None:
            return None
        return render_coverage(read_coverage(file), address(BADGE), address)

    return render
