"""The folders of templates that this package knows."""

from importlib.resources import files as resources
from pathlib import Path

from mkdocs.theme import Theme

THEME_DIR = str(resources("callsheet.site").joinpath("theme", "templates"))
"""The folder with the templates of operation pages."""

_ENGINES = frozenset({"mkdocs", "properdocs"})


def is_plain_theme(theme: Theme) -> bool:
    """Tell whether all templates are those of Material for MkDocs, MkDocs, and this package."""
    return all(map(is_known_folder, theme.dirs))


def is_known_folder(folder: str) -> bool:
    """Tell whether the templates of a folder come with one of these packages."""
    own = {str(resources("material").joinpath("templates")), THEME_DIR}
    return folder in own or not _ENGINES.isdisjoint(Path(folder).parts[-2:])
