"""A second process that renders pages, where the machine has a second core.

It begins at the end, and the build at the beginning, and both keep what they make in one store.
Where they meet, the build finds everything kept, and nothing has to be sent from one to the other.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Sequence
from multiprocessing.process import BaseProcess

from callsheet.site.kept import KeptPage, KeptPages

MIN_PAGES = 100
"""With fewer pages to make, a second process is not worth its beginning."""


class Helper:
    """The process."""

    def __init__(self, process: BaseProcess) -> None:
        self._process = process

    def end(self) -> None:
        """Ends it: what it has not done is done by now."""
        self._process.terminate()
        self._process.join()


def help_with(
    pages: Sequence[KeptPage], make: Callable[[KeptPage], bool], kept: KeptPages
) -> Helper | None:
    """Begins to make pages in another process, from the last one on.

    Args:
        pages: The pages, in the order in which the build comes to them.
        make: Makes one of them, which keeps it; False if it was kept already.
        kept: Where they are kept.

    Returns:
        The process; None where there is no need of one, or no second core, or where a process
        cannot simply go on as another one.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    alone = threading.active_count() == 1
    if len(pages) < MIN_PAGES or cores < 2 or not alone or sys.platform != "linux":
        return None
    kept.flush()
    sys.stdout.flush()
    sys.stderr.flush()
    context = multiprocessing.get_context("fork")
    process = context.Process(target=_work, args=(pages, make, kept), daemon=True)
    process.start()
    return Helper(process)


def _work(pages: Sequence[KeptPage], make: Callable[[KeptPage], bool], kept: KeptPages) -> None:
    # What is to be said of a page, the build says itself: such pages are not kept.
    logger = logging.getLogger("mkdocs")
    logger.handlers.clear()
    logger.propagate = False
    kept.reopen()
    parent = os.getppid()
    for page in reversed(pages):
        if os.getppid() != parent or not make(page):
            break
    kept.flush()
