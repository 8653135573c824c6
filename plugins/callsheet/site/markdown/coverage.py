"""Coverage of the reference by the samples: `<!-- callsheet: coverage -->`, and the badge."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from callsheet.coverage import read_coverage
from callsheet.render import render_badge, render_coverage
from callsheet.site.generated.assets import FOLDER
from callsheet.site.operations import SiteOperations

MARKER = "coverage"
BADGE = f"{FOLDER}/coverage.svg"
"""Where the badge is in the built site, for a README to show."""


def badge(file: Path) -> bytes:
    """Return the badge for the coverage that a run of the samples wrote.

    Raises:
        ConfigurationError: The file can't be used.
    """
    return render_badge(read_coverage(file))


def renderer(
    file: Path | None, operations: SiteOperations, address: Callable[[str], str]
) -> Callable[[str], str | None]:
    """Return the renderer of the marker.

    Args:
        file: What `callsheet test --coverage` wrote; None where the site has none.
        operations: The pages of the site. Samples of other pages are left out.
        address: Gives the address of a file, for the page that is being converted.
    """

    def render(marker: str) -> str | None:
        if marker != MARKER or file is None:
            return None
        found = read_coverage(file)
        catalog = operations.current().catalog
        known, is_here = catalog.by_uid, catalog.collection.has
        shown = tuple(i for i in found.uncovered if i.uid in known and is_here(i.path))
        listed = tuple(o for o in found.operations if o.uid in known and is_here(o.path))
        return render_coverage(
            replace(found, uncovered=shown, operations=listed),
            address(BADGE),
            lambda uid: address(known[uid].path) + known[uid].anchor,
        )

    return render
