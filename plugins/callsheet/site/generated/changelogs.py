"""The page with what has changed from one version of an API to the next, and its beginning."""

from collections.abc import Iterator
from html import escape
from itertools import islice
from typing import NamedTuple

from callsheet.model import Operation
from callsheet.paths import folder_of, relative
from callsheet.render.phrases import marked, phrase
from callsheet.site.site_catalog import SiteCatalog

FOLDER = "changes"
MAX_NEWS = 5
"""Operations that the index of a version names as changed."""


class ChangedOperation(NamedTuple):
    """An operation of a version that is new, gone or another one.

    Attributes:
        operation: The operation; of the version before, where it is gone.
        text: The level of the change that matters most, and the change as Markdown.
    """

    operation: Operation
    text: str


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
    # Few sites have versions, so that most builds need not import this.
    from callsheet.diff.writing import Words, sections
    from callsheet.site.generated import change_texts

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
    nothing = phrase(marked("Nothing has changed for callers."))
    words = Words(change_texts.heading, change_texts.type_name, change_texts.message, nothing)
    lines += sections(difference, links=links, words=words)
    text = "\n".join(lines)
    yield path, f'---\ntitle: "{quoted}"\n---\n\n{text}\n'


def news_of(known: SiteCatalog) -> tuple[str, tuple[ChangedOperation, ...]]:
    """Return the title of the page of a version, and the changed operations that matter most.

    The title is empty where the version has no page, or nothing has changed.
    """
    step = known.versions.before(known.catalog.collection)
    if step is None or not page_of(known) or not step.difference.changes:
        return "", ()
    from callsheet.site.generated import change_texts

    by_uid = {each.uid: each for each in (*step.old.operations, *step.new.operations)}
    found: dict[str, ChangedOperation] = {}
    for change in step.difference.changes:
        if change.uid in by_uid and change.uid not in found:
            text = f"{change_texts.level_name(change.level)}: {change_texts.message(change)}"
            found[change.uid] = ChangedOperation(by_uid[change.uid], text)
    title = phrase("Changes since {0}", step.old.collection.version)
    return title, tuple(islice(found.values(), MAX_NEWS))
