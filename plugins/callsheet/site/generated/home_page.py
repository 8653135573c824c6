"""The home page of a site that has no page at its root."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from callsheet.render.phrases import phrase
from callsheet.site.site_catalog import SiteCatalog

PATH = "index.md"
_SITE_PATH = "index.html"


def has_home(files: Files, config: MkDocsConfig, folder: str) -> bool:
    """Tell whether a site has something at its root, as a page, a file or a template.

    Args:
        files: All files of the site.
        config: The configuration.
        folder: Where the pages of its language are in the site; empty for the root.
    """
    if _SITE_PATH in config.theme.static_templates:
        return True
    return any(file.src_uri == PATH or file.dest_uri == folder + _SITE_PATH for file in files)


def text(parts: Sequence[SiteCatalog], name: str, about: str) -> str:
    """Return the page: what the site is called, and its groups; empty without operations.

    Args:
        parts: The catalogs of the site: of the pages in no collection, then of the collections.
        name: The name of the site.
        about: Its description; may be empty.
    """
    documented = [known for known in parts if known.catalog.documented]
    if not documented:
        return ""
    blocks = [f"# {_plain(name)}", _plain(about)]
    collections = [known for known in documented if known.catalog.collection.name]
    blocks.append(
        "\n".join(
            f"- [{_plain(known.catalog.collection.title)}]({known.index_page}) {_count(known)}"
            for known in collections
            if known.index_page
        )
    )
    if len(collections) < len(documented):
        blocks.append("<!-- callsheet: groups -->")
    title = phrase("Home").replace("\\", "\\\\").replace('"', '\\"')
    return (
        f'---\ntitle: "{title}"\nsearch:\n  exclude: true\n---\n\n'
        + "\n\n".join(filter(None, blocks))
        + "\n"
    )


def _count(known: SiteCatalog) -> str:
    count = len(known.catalog.documented)
    return _plain(phrase("1 operation") if count == 1 else phrase("{0} operations", count))


def _plain(words: str) -> str:
    """Return a text of the configuration as Markdown that shows it as it is, in one line."""
    line = escape(" ".join(words.split()), quote=False)
    return "".join(f"\\{sign}" if sign in r"\`*_{}[]()#+-.!" else sign for sign in line)
