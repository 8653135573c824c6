"""Files that all pages share: stylesheet, script, what samples send."""

from collections.abc import Iterator
from importlib.resources import files as resources

from callsheet.render import further_scripts, plain_stylesheet, script, stylesheet
from callsheet.samples.assets import ASSETS_DIR, read_asset

FOLDER = "assets/callsheet"
STYLESHEET = f"{FOLDER}/callsheet.css"
PLAIN = f"{FOLDER}/plain.css"
SCRIPT = f"{FOLDER}/callsheet.js"


def sample_asset(name: str) -> str:
    """Return the path of a file that samples send."""
    return f"{FOLDER}/{ASSETS_DIR}/{name}"


def stylesheets(theme: str | None) -> list[str]:
    """Return the paths of the stylesheets that the pages of a theme have."""
    return [STYLESHEET] if theme == "material" else [STYLESHEET, PLAIN]


def contents(
    theme: str | None, *, runs: bool = False, installs: bool = False
) -> Iterator[tuple[str, str | bytes]]:
    """Yield the files: path and content.

    Args:
        theme: The name of the theme.
        runs: Whether programs run in the page.
        installs: Whether readers can install the site.
    """
    yield STYLESHEET, stylesheet()
    if PLAIN in stylesheets(theme):
        yield PLAIN, plain_stylesheet()
    yield SCRIPT, script(runs=runs, installs=installs)
    for name, code in further_scripts().items():
        yield f"{FOLDER}/{name}", code
    for file in resources("callsheet.samples").joinpath(ASSETS_DIR).iterdir():
        yield sample_asset(file.name), read_asset(file.name)
