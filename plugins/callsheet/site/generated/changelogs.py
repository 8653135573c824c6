"""The page with what has changed from one version of an API to the next."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from callsheet.diff.writing import sections, tally
from callsheet.paths import folder_of, relative
from callsheet.site.operations import SiteCatalog

FOLDER = "changes"


def page_of(known: SiteCatalog) -> str:
    """Return the page of a version; empty where there is none before, or an author's folder."""
    catalog = known.catalog
    if known.versions.before(catalog.collection) is None or catalog.has_folder(FOLDER):
        return ""
    return catalog.collection.place(f"{FOLDER}/index.md")


def pages(known: SiteCatalog) -> Iterator[tuple[str, str]]:
    """Yield the page to generate, if any: path and text."""
    path, step = page_of(known), known.versions.before(known.catalog.collection)
    if not path or step is None:
        return
    title = f"Changes since {step.old.collection.version}"
    # In double quotes, YAML takes a title as it is but for these two.
    quoted = title.replace("\\", "\\\\").replace('"', '\\"')
    difference = step.difference
    lines = [
        f"# {escape(title, quote=False)}",
        "",
        *([tally(difference), ""] if difference.changes else []),
    ]
    folder = folder_of(path)
    # Of what is gone, the page of the version before is left.
    operations = (*step.old.operations, *step.new.operations)
    links = {each.uid: relative(each.path, folder) + each.anchor for each in operations}
    lines += sections(difference, links=links)
    text = "\n".join(lines)
    yield path, f'---\ntitle: "{quoted}"\n---\n\n{text}\n'
