"""Pages: all that is made of them, which is HTML, samples, types, OpenAPI and a server."""

from __future__ import annotations

import json
from pathlib import Path

from markdown import Markdown

from callsheet.catalog import Catalog
from callsheet.checks.rules.specimen import PATH
from callsheet.export import openapi
from callsheet.samples.languages.registry import LANGUAGES
from callsheet.site.extension import CallsheetExtension
from callsheet.source import read_page
from callsheet.source.document import read_lines
from tests.fuzz.targets import reader
from tests.parcels import serving

seeds = reader.seeds


def run(data: bytes) -> None:
    """Raises for all that anything raises."""
    catalog = Catalog.of(Path("docs"), [read_page(data, PATH)])
    extension = CallsheetExtension(
        catalog, generate_types=True, generate_uids=True, languages=list(LANGUAGES)
    )
    markdown = Markdown(extensions=["meta", extension])
    pages = ["\n".join(read_lines(data)), "<!-- callsheet: operations -->"]
    for text in [*pages, *(text for _, text in extension.types.pages())]:
        markdown.reset()
        markdown.convert(text)
    json.dumps(openapi(catalog))
    with serving(catalog) as (_, store), store.transaction("fuzz") as state:
        list(state.items("anything"))
