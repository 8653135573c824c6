"""Operation pages that have changed since a build, with all else as the build has it."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable
from functools import partial

from mkdocs.config.defaults import MkDocsConfig

from callsheet.catalog.readings import MAX_PAGE_BYTES
from callsheet.model import Operation
from callsheet.model.operation import OWN_LAYOUT
from callsheet.site.incremental.cached_page import CachedPage, RenderingContext, cached_records
from callsheet.site.incremental.page_cache import stands_alone
from callsheet.site.incremental.page_writer import PageWriter
from callsheet.site.operations import SiteOperations
from callsheet.source import read_page
from callsheet.source.layouts.choice import read_choice


def show_changed(
    context: RenderingContext,
    writer: PageWriter,
    pages: Iterable[CachedPage],
    files: Collection[str],
    prepare: Callable[[CachedPage, MkDocsConfig], object],
) -> dict[str, bytes] | None:
    """Write the pages of files that have changed, once the build is finished.

    Args:
        context: That of the build.
        writer: That of the build.
        pages: The pages that can be cached.
        files: The files, with their whole paths.
        prepare: What plugins do between reading and rendering a page.

    Returns:
        The HTML by path, relative to the site directory; None where a file is no such page, or is
        named or placed differently on others from now on. Files that are gone do not count.

    Raises:
        OSError: A page cannot be written.
    """
    by_file = {page.file.abs_src_path: page for page in pages if writer.has(page.file)}
    chosen = [by_file[file] for file in files if file in by_file]
    # Editors write a new file, and give it the name of the old one when it is whole.
    others = any(os.path.lexists(file) for file in files if file not in by_file)
    operations = context.extension.operations
    if not chosen or others or not all(_edit(operations, page) for page in chosen):
        return None
    if not all(page.render_anew(prepare) for page in chosen):
        return None
    context.cache.reopen()
    cached = partial(cached_records, {page.file.src_uri: page for page in by_file.values()})
    context.scripts.rewrite({page.file.src_uri for page in chosen}, cached)
    context.cache.close()
    return {page.file.dest_uri: writer.rewrite(page) for page in chosen}


def _edit(operations: SiteOperations, page: CachedPage) -> bool:
    """Have the site know what a page says now, if that is of interest to the page alone."""
    path = page.file.src_uri
    try:
        text = page.file.content_bytes
    except OSError:
        # It has just been removed.
        return False
    operations.enter(path)
    known = operations.shown(path)
    if known is None or len(text) > MAX_PAGE_BYTES or not stands_alone(text):
        return False
    edited = read_page(text, path, read_choice(operations.root).of(path)).operation
    if edited is None or edited.layout != OWN_LAYOUT or _identity(known) != _identity(edited):
        return False
    operations.edited[path] = edited
    return True


def _identity(operation: Operation) -> object:
    """Return the names of an operation's page for the navigation, links, and plugins."""
    named = operation.title, operation.front_matter
    return operation.uid, operation.method, operation.route, *named
