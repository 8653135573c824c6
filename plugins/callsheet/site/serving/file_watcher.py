"""Watching of files for `mkdocs serve`: by the system's notifications besides MkDocs' own look.

MkDocs looks at all files every half a second, which finds a change everywhere, also in a folder of
another machine. The system reports most changes at once. Whichever comes first, counts.
"""

import os
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

_CHANGES = {"created", "deleted", "modified", "moved"}

Watch = tuple[Any, Any]


class FileWatcher:
    """An observer of files that MkDocs' server can use in the place of its own.

    Args:
        polling: The server's own.
        changed: Called with the path of each file that has changed, before the server is notified.
    """

    def __init__(self, polling: Any, changed: Callable[[str], object]) -> None:
        self._observers = polling, Observer()
        self._changed = changed
        self._states: dict[str, tuple[int, int, int] | None] = {}
        self._lock = threading.Lock()

    def schedule(self, handler: FileSystemEventHandler, path: str, *, recursive: bool) -> Watch:
        """Tell a handler of the changes of a file, or below a folder."""
        once = _Once(handler, self._is_news)
        first, second = self._observers
        return (
            first.schedule(once, path, recursive=recursive),
            second.schedule(once, path, recursive=recursive),
        )

    def unschedule(self, watch: Watch) -> None:
        """Undo `schedule`."""
        self._observers[0].unschedule(watch[0])
        # The system may have been unable to watch it.
        with suppress(KeyError):
            self._observers[1].unschedule(watch[1])

    def start(self) -> None:
        """Begin; changes that the system does not report are still found."""
        self._observers[0].start()
        with suppress(OSError):
            self._observers[1].start()

    def stop(self) -> None:
        """Begin to end."""
        for observer in self._observers:
            observer.stop()

    def join(self) -> None:
        """Wait until nothing runs any more."""
        for observer in self._observers:
            if observer.is_alive():
                observer.join()

    def _is_news(self, event: FileSystemEvent) -> bool:
        """Tell whether an event is a change, and not one that has been told."""
        if event.is_directory or event.event_type not in _CHANGES:
            return False
        is_news = False
        with self._lock:
            for path in filter(None, (event.src_path, getattr(event, "dest_path", ""))):
                state = _state(name := os.fsdecode(path))
                if name not in self._states or self._states[name] != state:
                    self._states[name] = state
                    self._changed(name)
                    is_news = True
        return is_news


class _Once(FileSystemEventHandler):
    """A handler that another one's events are given to, as far as they are news."""

    def __init__(
        self, handler: FileSystemEventHandler, is_news: Callable[[FileSystemEvent], bool]
    ) -> None:
        self._handler = handler
        self._is_news = is_news

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Pass an event on."""
        if self._is_news(event):
            self._handler.dispatch(event)


def _state(path: str) -> tuple[int, int, int] | None:
    try:
        status = os.stat(path)  # noqa: PTH116 - a path as the system reports it
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
