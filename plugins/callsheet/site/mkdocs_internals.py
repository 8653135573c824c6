"""Uses of undocumented parts of MkDocs, where there is no documented way.

`tests/test_mkdocs_internals.py` fails where a version of MkDocs has changed any of it. Of the
processors by which MkDocs passes an extension its page, `markdown/current_page.py` knows alone.
"""

from __future__ import annotations

import inspect
import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from markdown import Markdown
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import PluginCollection
from mkdocs.structure.files import File, Files, set_exclusions
from mkdocs.structure.pages import (
    Page,
    _ExtractAnchorsTreeprocessor,
    _RawHTMLPreprocessor,
    _RelativePathTreeprocessor,
    log,
)
from mkdocs.structure.toc import get_toc

# What MkDocs gives to templates; and its decision which files the site has, which it takes again
# after the last plugin, too late for this one.
__all__ = ["add_handler", "get_context", "handling_modules", "set_exclusions"]


def handling_modules(plugins: PluginCollection, event: str) -> list[str]:
    """Return the modules of the plugins that handle an event, in the order of their calls."""
    handlers = plugins.events.get(event, ())
    return [type(getattr(handler, "__self__", None)).__module__ for handler in handlers]


def add_handler(
    plugins: PluginCollection,
    event: str,
    handler: Callable[..., Any],
    modules: Callable[[str], Any],
) -> None:
    """Have a handler called right after those of certain modules, or last without any.

    A priority would not do: the plugin may be listed before these, and others right after them.

    Args:
        plugins: The plugins.
        event: The event.
        handler: What to call; it is added once.
        modules: Tells whether a module is one of them.
    """
    known = plugins.events[event]
    if handler not in known:
        owners = handling_modules(plugins, event)
        places = (place for place, name in enumerate(owners, 1) if modules(name))
        known.insert(max(places, default=len(known)), handler)


class _SkippingHandler:
    """A handler of an event for pages that is not called for some of them."""

    def __init__(self, handler: Callable[..., Any], skipped: Callable[[Page], bool]) -> None:
        self.__self__ = getattr(handler, "__self__", None)
        self._handler = handler
        self._skipped = skipped

    def __call__(self, *args: Any, page: Page, **options: Any) -> Any:
        """Return what the handler does; None, for no change, where it is not called."""
        if self._skipped(page):
            return None
        return self._handler(*args, page=page, **options)


def skip_pages(
    plugins: PluginCollection,
    event: str,
    modules: Callable[[str], Any],
    skipped: Callable[[Page], bool],
) -> None:
    """Have handlers of certain modules not called for some pages.

    Args:
        plugins: The plugins.
        event: An event for pages.
        modules: Tells whether a module is one of them.
        skipped: Tells whether a page is left out.
    """
    known = plugins.events[event]
    owners = handling_modules(plugins, event)
    for place, (handler, owner) in enumerate(zip([*known], owners, strict=True)):
        if modules(owner) and not isinstance(handler, _SkippingHandler):
            known[place] = _SkippingHandler(handler, skipped)


def replace_observer(server: Any, replaced: Callable[[Any], Any]) -> None:
    """Give MkDocs' server another observer of files, before it starts.

    Args:
        server: The server.
        replaced: Makes the observer, of the one that the server has.
    """
    watched = [path for path, times in server._watched_paths.items() for _ in range(times)]
    for path in watched:
        server.unwatch(path)
    server.observer = replaced(server.observer)
    for path in watched:
        server.watch(path)


def want_build(server: Any) -> None:
    """Have MkDocs' server build, as if a file had changed."""
    with server._rebuild_cond:
        server._want_rebuild = True
        server._rebuild_cond.notify_all()


def keep_shown(server: Any) -> None:
    """Have browsers not reload after the build that MkDocs' server is at."""
    with server._epoch_cond:
        server._wanted_epoch = server._visible_epoch


class _FewerAtFirst(list[File]):
    """Files of which only some are gone through the first time."""

    def __init__(self, files: Iterable[File], few: Iterable[File]) -> None:
        super().__init__(files)
        self._few: list[File] | None = [*few]

    def __iter__(self) -> Iterator[File]:
        few, self._few = self._few, None
        return super().__iter__() if few is None else iter(few)


def write_instead(
    files: Files, is_ours: Callable[[File], bool], write: Callable[[], object]
) -> None:
    """Have MkDocs leave the building of some pages to this package.

    MkDocs builds each page of a site, and gives no event between static files and pages. But once
    the environment is there, it asks for all pages, builds one after the other, and goes through
    them a second time, for their links to anchors.

    Args:
        files: The site's files.
        is_ours: Tells whether a page is left to this package.
        write: Writes these pages; called before MkDocs builds the others.
    """
    asked = files.documentation_pages

    def pages(**options: Any) -> Sequence[File]:
        found = asked(**options)
        caller = inspect.currentframe()
        caller = caller and caller.f_back
        # Plugins ask, too, and for templates, MkDocs does so in another way.
        if not options or caller is None or caller.f_globals is not get_context.__globals__:
            return found
        del files.documentation_pages
        write()
        return _FewerAtFirst(found, (file for file in found if not is_ours(file)))

    files.documentation_pages = pages  # type: ignore[method-assign]


class PagesMarkdown:
    """The Markdown of a site, as MkDocs sets it up for a page, for one page after the other.

    Attributes:
        md: The instance.

    Args:
        config: The configuration.
        files: The site's files.
    """

    def __init__(self, config: MkDocsConfig, files: Files) -> None:
        extensions: Any = config.markdown_extensions
        self.md = Markdown(extensions=extensions, extension_configs=config.mdx_configs or {})
        nowhere = File("nowhere.md", config.docs_dir, config.site_dir, config.use_directory_urls)
        self._anchors = _ExtractAnchorsTreeprocessor(nowhere, files, config)
        self._links = _RelativePathTreeprocessor(nowhere, files, config)
        for processor in (_RawHTMLPreprocessor(), self._anchors, self._links):
            processor._register(self.md)

    def begin(self, file: File) -> None:
        """Set the page that is converted next."""
        self.md.reset()
        self._anchors.present_anchor_ids = set()
        self._links.file, self._links.links_to_anchors = file, {}

    def finish(self, page: Page, html: str, toc_tokens: list[Any], ids: Iterable[str]) -> None:
        """Give a page its content, and what was found in it.

        Args:
            page: The page.
            html: Its content.
            toc_tokens: Its table of contents, as the `toc` extension has it.
            ids: The ids in it.
        """
        page.content = html
        page.toc = get_toc(toc_tokens)
        page._title_from_render = None
        page.present_anchor_ids = self._anchors.present_anchor_ids.union(ids)
        if log.getEffectiveLevel() > logging.DEBUG:
            page.links_to_anchors = self._links.links_to_anchors
