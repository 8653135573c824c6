"""Usual headers that many pages have alike: a page for each set of them, and a script with all.

Pages of operations name the headers and link to that page; the script shows the rows in place.
"""

from collections.abc import Iterable, Iterator

from callsheet.render import headers_page, headers_script
from callsheet.render.phrases import phrase
from callsheet.site.generated.console import FOLDER
from callsheet.site.site_catalog import SiteCatalog

SCRIPT = f"{FOLDER}/headers.js"


def page_of(known: SiteCatalog, name: str) -> str:
    """Return the path of the page of a set."""
    return known.catalog.collection.place(f"usual-headers/{name}.md")


def pages(known: SiteCatalog) -> Iterator[tuple[str, str]]:
    """Yield the pages to generate: path and text."""
    title = phrase("Usual headers")
    for rows, name in known.shared_headers.items():
        front = f'---\ntitle: "{title}"\nsearch:\n  exclude: true\n---\n\n'
        yield page_of(known, name), f"{front}# {title}\n\n{headers_page(rows)}\n"


def script(catalogs: Iterable[SiteCatalog]) -> str:
    """Return the script; an empty text where there is no set."""
    found = {name: rows for each in catalogs for rows, name in each.shared_headers.items()}
    return headers_script(found) if found else ""
