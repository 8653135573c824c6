"""`mkdocs serve`: the pages that an author has just changed come first, the whole site follows.

A build of thousands of pages takes seconds, most of them MkDocs' own. So the pages whose text alone
has changed are rendered with what the last build knows, and shown; as soon as nothing has changed
for a moment, the whole site is built. Browsers reload again only where that gave something else.
"""

import gc
import threading
from collections.abc import Callable, Mapping
from typing import Any

from callsheet.render.phrases import SiteLanguage, use_language
from callsheet.site.building import SiteBuild
from callsheet.site.mkdocs_internals import keep_shown, replace_observer, want_build
from callsheet.site.output.site_directory import WrittenFile
from callsheet.site.serving.file_watcher import FileWatcher

PAUSE = 2.0
"""Seconds without a change after which the whole site is built."""

_HTML = ".html"


class LiveReload:
    """Builder of a site while its author looks at it.

    Args:
        server: MkDocs' server.
        builder: Builds the whole site.
        last: Returns the last build; None where the site consists of several.
    """

    def __init__(
        self, server: Any, builder: Callable[[], None], last: Callable[[], SiteBuild | None]
    ) -> None:
        self._server, self._builder, self._last = server, builder, last
        # Observers note changes in threads of their own while a build takes them.
        self._lock = threading.Lock()
        self._changed: set[str] = set()
        self._shown: dict[str, bytes] = {}
        self._timer: threading.Timer | None = None
        server.builder = self._build
        replace_observer(server, lambda polling: FileWatcher(polling, self._note))

    def _note(self, path: str) -> None:
        with self._lock:
            self._changed.add(path)

    def _build(self) -> None:
        """Build as much as is needed; MkDocs' server calls it, one call at a time."""
        if self._timer:
            self._timer.cancel()
        with self._lock:
            changed, self._changed = self._changed, set()
        shown = _show(self._last(), changed)
        if shown is None:
            self._build_all(is_asked=bool(changed))
            return
        self._shown |= shown
        self._timer = threading.Timer(PAUSE, want_build, (self._server,))
        self._timer.daemon = True
        self._timer.start()

    def _build_all(self, *, is_asked: bool) -> None:
        shown, self._shown = self._shown, {}
        before = self._last()
        written = {**before.directory.written} if before else {}
        self._builder()
        # Python's collector would leave the build before, which was kept from it for a while.
        del before
        gc.collect()
        build = self._last()
        if build and shown and not is_asked and _is_same(build, written, shown):
            keep_shown(self._server)


def _show(build: SiteBuild | None, changed: set[str]) -> Mapping[str, bytes] | None:
    """Show files as they are now, with the rest of the site as it was; None if that cannot be."""
    if build is None or not changed:
        return None
    use_language(build.language)
    try:
        return build.rendering.show(changed, build.name_page)
    finally:
        use_language(SiteLanguage())


def _is_same(
    build: SiteBuild, written: Mapping[str, WrittenFile], shown: Mapping[str, bytes]
) -> bool:
    """Tell whether a build has given nothing but what browsers show already."""
    new = build.directory.written
    others = {path for path in new.keys() | written.keys() if path.endswith(_HTML)} - shown.keys()
    return all(
        path in new and path in written and new[path].key == written[path].key for path in others
    ) and all(build.directory.content(path) == content for path, content in shown.items())
