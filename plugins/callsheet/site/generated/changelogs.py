"""The page with what has changed from one version of an API to the next."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from callsheet.diff.writing import Words, sections
from callsheet.paths import folder_of, relative
from callsheet.render.phrases import marked, phrase
from callsheet.site.generated import change_texts
from callsheet.site.site_catalog import SiteCatalog

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
    title = phrase("Changes since {0}", step.old.collection.version)
    # In double quotes, YAML takes a title as it is but for these two.
    quoted = title.replace("\\", "\\\\").replace('"', '\\"')
    difference = step.difference
    lines = [
        f"# {escape(title, quote=False)}",
        "",
        *([change_texts.counts(difference), ""] if difference.changes else []),
    ]
    folder = folder_of(path)
    # Of what is gone, the page of the version before is left.
    operations = (*step.old.operations, *step.new.operations)
    links = {each.uid: relative(each.path, folder) + each.anchor for each in operations}
    lines += sections(difference, links=links, words=_words())
    text = "\n".join(lines)
    yield path, f'---\ntitle: "{quoted}"\n---\n\n{text}\n'


def _words() -> Words:
    nothing = phrase(marked("Nothing has changed for callers."))
    return Words(change_texts.heading, change_texts.type_name, change_texts.message, nothing)
