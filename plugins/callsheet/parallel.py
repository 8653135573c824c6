"""A second process that makes pages, where the machine has a second core.

It begins with the last page, and the build with the first one; where they meet, all are made.
"""

from __future__ import annotations

import gc
import logging
import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

T = TypeVar("T")

WORTH_IT = 100
"""With less to do than so many pages, a second process is not worth its beginning."""


class _Share:
    """How far both have come; each takes one page after the other."""

    def __init__(self, number: int) -> None:
        # The first page that the build has not taken, and the last one that the other has.
        self._ends: Any = multiprocessing.get_context("fork").Array("q", [0, number])

    def take(self, place: int) -> bool:
        """Takes a page for the build, unless the other process has it."""
        with self._ends:
            if place >= self._ends[1]:
                return False
            self._ends[0] = place + 1
        return True

    def last(self) -> Iterator[int]:
        """Takes pages for the other process, as long as there are any."""
        while True:
            with self._ends:
                if self._ends[1] <= self._ends[0]:
                    return
                self._ends[1] -= 1
                place = self._ends[1]
            yield place


class Helper(Generic[T]):
    """The process."""

    def __init__(
        self,
        process: BaseProcess,
        share: _Share,
        places: Mapping[str, int],
        outcome: Connection,
    ) -> None:
        self._process = process
        self._share = share
        self._places = places
        self._outcome = outcome

    def leaves(self, page: str) -> bool:
        """Whether a page is left to the build, which makes it then; it asks in their order."""
        place = self._places.get(page)
        return place is None or self._share.take(place)

    def finish(self) -> T | None:
        """Waits for the pages that it has taken.

        Returns:
            What it says at its end, once; None if it could not go on.
        """
        if self._outcome.closed:
            return None
        try:
            outcome: T = self._outcome.recv()
        except EOFError:
            return None
        finally:
            self._outcome.close()
            self._process.join()
        return outcome

    def end(self) -> None:
        """Ends it, whatever it is doing."""
        if not self._outcome.closed:
            self._process.terminate()
            self._process.join()
            self._outcome.close()


def help_with(
    pages: Mapping[str, Callable[[], object]],
    *,
    before: Callable[[], object],
    after: Callable[[], T],
    weight: int = 0,
) -> Helper[T] | None:
    """Begins to make pages in another process, from the last one on.

    Args:
        pages: What makes each page, by a name of it, in the order in which the build comes to them.
        before: What the process does before.
        after: What it does at its end, and then says.
        weight: How long what it does before takes, beside a page.

    Returns:
        The process; None where there is no need of one, or no second core, or where a process
        cannot simply go on as another one.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    alone = threading.active_count() == 1
    wanted = len(pages) + weight >= WORTH_IT
    if not wanted or cores < 2 or not alone or sys.platform != "linux":
        return None
    sys.stdout.flush()
    sys.stderr.flush()
    context = multiprocessing.get_context("fork")
    try:
        share = _Share(len(pages))
    except OSError:
        # There are systems without semaphores.
        return None
    receives, sends = context.Pipe(duplex=False)

    def work() -> None:
        # What is to be said of a page, the build says itself: such pages are not kept.
        logger = logging.getLogger("mkdocs")
        logger.handlers.clear()
        logger.propagate = False
        # All that is here is needed to the end.
        gc.freeze()
        parent = os.getppid()
        # What cannot be written, the build cannot write either, and says so.
        with suppress(OSError):
            before()
            make = [*pages.values()]
            for place in share.last():
                if os.getppid() != parent:
                    return
                make[place]()
            sends.send(after())

    process = context.Process(target=work, daemon=True)
    process.start()
    sends.close()
    return Helper(process, share, {page: place for place, page in enumerate(pages)}, receives)


def make_all(
    pages: Mapping[str, Callable[[], T]],
    pack: Callable[[Mapping[str, T]], Any],
    unpack: Callable[[Any], Mapping[str, T]],
) -> dict[str, T]:
    """Make all pages, the last ones in another process where that is worth it.

    Args:
        pages: What makes each page, by a name of it.
        pack: Gives what another process has made as something that can be pickled. It may leave
            pages out; these are made here.
        unpack: The inverse of `pack`.

    Returns:
        The pages by name, in the same order.
    """
    theirs: dict[str, T] = {}

    def make_there(name: str) -> None:
        theirs[name] = pages[name]()

    helper = help_with(
        {name: partial(make_there, name) for name in pages},
        before=lambda: None,
        after=lambda: pack(theirs),
    )
    made = {}
    try:
        for name, make in pages.items():
            if helper and not helper.leaves(name):
                break
            made[name] = make()
        packed = helper.finish() if helper and len(made) < len(pages) else None
    finally:
        if helper:
            helper.end()
    if packed is not None:
        made |= unpack(packed)
    return {name: made[name] if name in made else make() for name, make in pages.items()}
