"""Use of further processes, where the machine has further cores.

The parent takes tasks from the front of one queue, its children take them from the back. So the
parent goes through its tasks in their order, and neither side waits before all are taken.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache, partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Item = TypeVar("Item")
Key = TypeVar("Key", bound=Hashable)
Result = TypeVar("Result")

MIN_TASKS = 100
"""Fewer tasks are done sooner than a process has started. A task takes some milliseconds."""

MAX_PROCESSES = 4
"""How many processes `parallel_map` uses: with more, handing back the results takes over."""

BATCH = 200
"""How many results a child of `parallel_map` packs at once."""


class SharedTasks(Generic[Key, Result]):
    """Tasks of which other processes do some; made by `share_tasks`."""

    def __init__(self, tasks: Mapping[Key, Callable[[], object]]) -> None:
        self._places = {key: place for place, key in enumerate(tasks)}
        self._tasks = [*tasks.values()]
        self._children: list[tuple[BaseProcess, Connection]] = []
        # The first task that the parent has not taken, and the last one that a child has.
        self._ends: Any = _fork().Array("q", [0, len(tasks)])

    def take(self, key: Key) -> bool:
        """Tell whether the caller has to do a task; no child takes it then, nor one before it.

        The caller asks in the order of the tasks. One that is not shared is always the caller's.
        """
        if (place := self._places.get(key)) is None:
            return True
        with self._ends:
            if place >= self._ends[1]:
                return False
            self._ends[0] = place + 1
        return True

    def join(self) -> Iterator[Result]:
        """Wait for the tasks that the children have taken.

        Yields:
            The results of each child, once; none of a child that has failed, or not all. Nothing is
            known then of the other tasks that it had taken.
        """
        for process, receiver in self._children:
            if not receiver.closed:
                # A child closes its end of the pipe after its results, and where it was killed or
                # has failed.
                with suppress(EOFError):
                    while True:
                        yield receiver.recv()
                receiver.close()
                process.join()

    def terminate(self) -> None:
        """End the children, whatever they are doing."""
        for process, receiver in self._children:
            if not receiver.closed:
                # A child has the signal handlers of its parent, which may ignore SIGTERM.
                process.kill()
                process.join()
                receiver.close()

    def start_child(
        self, prepare: Callable[[], object], results: Callable[[], Iterable[Result]]
    ) -> None:
        """Fork a child that takes tasks; `share_tasks` has the arguments."""
        # A pipe and not a queue: a queue needs a thread, and a process with threads cannot be
        # forked again safely.
        receiver, sender = _fork().Pipe(duplex=False)
        process = _fork().Process(target=self._work, args=(sender, prepare, results), daemon=True)
        process.start()
        # As long as the parent has it open, too, it does not see that the child has ended.
        sender.close()
        self._children.append((process, receiver))

    def _work(
        self,
        sender: Connection,
        prepare: Callable[[], object],
        results: Callable[[], Iterable[Result]],
    ) -> None:
        # Ctrl+C goes to the children, too, and only the parent has something to say about it.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        # The collector would write into all objects that were copied, and so really copy them.
        gc.freeze()
        parent = os.getppid()
        # A file that a child cannot write, the parent cannot write either, and reports it.
        with suppress(OSError):
            prepare()
            for task in self._last_tasks():
                # Nobody waits for the orphan of a parent that was killed.
                if os.getppid() != parent:
                    return
                task()
            for result in results():
                sender.send(result)

    def _last_tasks(self) -> Iterator[Callable[[], object]]:
        while True:
            with self._ends:
                if self._ends[1] <= self._ends[0]:
                    return
                self._ends[1] -= 1
                place = self._ends[1]
            yield self._tasks[place]


def share_tasks(
    tasks: Mapping[Key, Callable[[], object]],
    *,
    results: Callable[[], Iterable[Result]],
    prepare: Callable[[], object] = lambda: None,
    weight: int = 0,
    children: int = 1,
) -> SharedTasks[Key, Result] | None:
    """Begin to do tasks in other processes, from the last one on.

    Args:
        tasks: The tasks by key, in the order in which the caller comes to them.
        results: Makes, in a child that has nothing left to do, what `join` yields of it.
        prepare: What a child does before its first task.
        weight: How long that takes, in tasks.
        children: How many processes to start at most.

    Returns:
        The tasks; None where the caller is to do all of them, since they are few, there is no
        second core, or a process cannot be copied.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    # The children are forked: they have all that the tasks need, which nobody could send to a
    # fresh process, and start in milliseconds. But only the thread that forks goes on in a child,
    # and locks that others hold stay locked; and on macOS, system libraries break.
    can_fork = sys.platform == "linux" and threading.active_count() == 1
    if len(tasks) + weight < MIN_TASKS or cores < 2 or not can_fork:
        return None
    # What stands in the buffers would be written by each process.
    sys.stdout.flush()
    sys.stderr.flush()
    try:
        shared: SharedTasks[Key, Result] = SharedTasks(tasks)
    except OSError:
        # There are systems without semaphores.
        return None
    for _ in range(min(children, cores - 1)):
        shared.start_child(prepare, results)
    return shared


def parallel_map(
    function: Callable[[Item, Key], Result],
    items: Mapping[Key, Item],
    *,
    pack: Callable[[Mapping[Key, Result]], Any] = dict,
    unpack: Callable[[Any], Mapping[Key, Result]] = dict,
) -> dict[Key, Result]:
    """Return the results of a function for each item, by key, in the order of the items.

    Args:
        function: Called with each item and its key, here and in other processes.
        items: The items by key.
        pack: Makes some results of a child, which forgets them, into something that can be pickled.
            It may leave some out, which are then made here.
        unpack: Its inverse.
    """
    done: dict[Key, Result] = {}
    batches: list[Any] = []

    def run(key: Key) -> None:
        done[key] = function(items[key], key)

    def run_in_child(key: Key) -> None:
        run(key)
        # While there are tasks: at the end, the parent would wait for all of it.
        if len(done) >= BATCH:
            batches.append(pack(done))
            done.clear()

    def packed() -> Iterator[Any]:
        yield from batches
        yield pack(done)

    tasks = {key: partial(run_in_child, key) for key in items}
    shared = share_tasks(tasks, results=packed, children=MAX_PROCESSES - 1)
    if shared:
        try:
            for key in items:
                if not shared.take(key):
                    break
                run(key)
            for batch in shared.join():
                done.update(unpack(batch))
        finally:
            shared.terminate()
    for key in items:
        if key not in done:
            run(key)
    return {key: done[key] for key in items}


@cache
def _fork() -> Any:
    # Most commands read a few pages, and do without what this imports.
    import multiprocessing

    return multiprocessing.get_context("fork")
