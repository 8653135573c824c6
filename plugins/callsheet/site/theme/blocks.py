"""Blocks of the theme that are the same on all pages of a depth, rendered once for each depth."""

from collections.abc import Callable
from importlib.resources import files as resources
from pathlib import Path

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup
from mkdocs.theme import Theme

from callsheet.site.output.minify import minify_block

THEME_DIR = str(resources("callsheet.site").joinpath("theme", "templates"))
"""The folder with the templates of operation pages."""

_ENGINES = frozenset({"mkdocs", "properdocs"})
_TITLE = "callsheet\N{SYMBOL FOR SUBSTITUTE}title"
"""Placeholder of the title of the page in its header."""


class SharedBlocks:
    """The blocks of one build.

    What a block shows of its page is only known of Material's own templates: the header shows the
    title, styles, scripts and settings show nothing. With templates of the author's own, every
    block is rendered for every page.
    """

    def __init__(self, theme: Theme) -> None:
        self._cache: dict[tuple[str, str], str] | None = {} if is_plain_theme(theme) else None

    @pass_context
    def once(self, context: Context, name: str, render: Callable[[], str]) -> Markup:
        """Return a block that shows nothing of its page but the title.

        Args:
            context: That of the page.
            name: The name of the block.
            render: Renders it with the theme's template.
        """
        meta = context["page"].meta
        title = meta.get("title")
        if self._cache is None or not title:
            return Markup(minify_block(render()))  # noqa: S704 - from the theme's template
        key = (name, context["base_url"])
        if (html := self._cache.get(key)) is None:
            meta["title"] = _TITLE
            try:
                html = self._cache[key] = minify_block(render())
            finally:
                meta["title"] = title
        return Markup(html.replace(_TITLE, str(title)))  # noqa: S704 - as above


def is_plain_theme(theme: Theme) -> bool:
    """Tell whether all templates are those of Material for MkDocs, MkDocs, and this package."""
    return all(map(is_known_folder, theme.dirs))


def is_known_folder(folder: str) -> bool:
    """Tell whether the templates of a folder come with one of these packages."""
    own = {str(resources("material").joinpath("templates")), THEME_DIR}
    return folder in own or not _ENGINES.isdisjoint(Path(folder).parts[-2:])
