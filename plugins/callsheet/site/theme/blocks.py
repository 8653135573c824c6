"""Blocks of the theme that are the same on all pages of a depth, and are rendered once for each."""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup
from mkdocs.theme import Theme

from callsheet.site.incremental.fingerprint import is_plain_theme
from callsheet.site.output.minify import compact_block

_TITLE = "callsheet\N{SYMBOL FOR SUBSTITUTE}title"
"""What stands for the title of the page in its header."""


class Blocks:
    """The blocks of one build.

    Only in Material's own templates is it known what a block shows of its page: the header its
    title, styles, scripts and settings nothing. With templates of the author's own, every block is
    rendered for every page.

    Args:
        theme: The theme.
    """

    def __init__(self, theme: Theme) -> None:
        self._known: dict[tuple[str, str], str] | None = {} if is_plain_theme(theme) else None

    @pass_context
    def once(self, context: Context, name: str, render: Callable[[], str]) -> Markup:
        """A block that shows nothing of its page but the title.

        Args:
            context: That of the page.
            name: The name of the block.
            render: Renders it, as the theme has it.
        """
        meta = context["page"].meta
        title = meta.get("title")
        if self._known is None or not title:
            return Markup(compact_block(render()))  # noqa: S704 - what the theme made
        key = (name, context["base_url"])
        if (html := self._known.get(key)) is None:
            meta["title"] = _TITLE
            try:
                html = self._known[key] = compact_block(render())
            finally:
                meta["title"] = title
        return Markup(html.replace(_TITLE, str(title)))  # noqa: S704 - as above
