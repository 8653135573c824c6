"""Worker processes that serve on one socket."""

import logging
import multiprocessing
import os
import signal
import socket
import threading
from collections.abc import Callable
from multiprocessing import connection, resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

from callsheet.errors import CallsheetError, ConfigurationError

Work = Callable[[socket.socket, Callable[[], None]], None]
"""Serves on a socket until the process gets SIGTERM; calls the function when it is ready."""

_LOG = logging.getLogger(__name__)
# A forked process would share the connections of this one, and have its locks as they were.
_SPAWN = multiprocessing.get_context("spawn")
_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Workers:
    """Worker processes, which run until this process is interrupted or terminated.

    One that ends by itself is replaced. All end when this process does, however it ends.

    Args:
        work: What each of them does; it can be pickled.
        listener: The socket.
        number: How many there are.
    """

    def __init__(self, work: Work, listener: socket.socket, number: int) -> None:
        self._work = work
        self._listener = listener
        self._number = number
        self._starting: dict[Connection, SpawnProcess] = {}
        self._processes: list[SpawnProcess] = []
        self._told, self._teller = _SPAWN.Pipe(duplex=False)

    def run(self, ready: Callable[[], None]) -> None:
        """Keep the processes running, and end them when this one is terminated.

        Args:
            ready: Is called when all of them serve.

        Raises:
            ConfigurationError: One could not begin; it said why on standard error.
        """
        for number in _SIGNALS:
            signal.signal(number, lambda _signal, _frame: self._teller.send_bytes(b"end"))
        try:
            for _ in range(self._number):
                self._start()
            is_ready = False
            while self._watch():
                if not is_ready and not self._starting:
                    is_ready = True
                    ready()
        finally:
            # As long as anyone has the socket, new connections would wait here for nothing.
            self._listener.close()
            for process in self._processes:
                process.terminate()
            for process in self._processes:
                process.join()

    def _start(self) -> None:
        receiver, sender = _SPAWN.Pipe(duplex=False)
        process = _SPAWN.Process(target=_serve, args=(self._work, self._listener, sender))
        # Ctrl+C goes to all processes of a terminal; it is this one that ends the others. What is
        # blocked here stays blocked there; the tracker would unblock it if it began in between.
        resource_tracker.ensure_running()
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
        process.start()
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
        sender.close()
        self._starting[receiver] = process
        self._processes.append(process)

    def _watch(self) -> bool:
        """Wait until something happens; return False to end."""
        sentinels = {process.sentinel: process for process in self._processes}
        happened = connection.wait([self._told, *self._starting, *sentinels])
        if self._told in happened:
            return False
        for receiver in [one for one in self._starting if one in happened]:
            self._begun(receiver)
        ended = [process for sentinel, process in sentinels.items() if sentinel in happened]
        # Its receiver reports one that did not even begin.
        for process in [one for one in ended if one not in self._starting.values()]:
            self._processes.remove(process)
            _LOG.warning("A worker ended by itself; another takes its place.")
            self._start()
        return True

    def _begun(self, receiver: Connection) -> None:
        process = self._starting.pop(receiver)
        try:
            receiver.recv_bytes()
        except EOFError:
            self._processes.remove(process)
            process.join()
            raise ConfigurationError("A worker could not begin.") from None
        finally:
            receiver.close()


def _serve(work: Work, listener: socket.socket, sender: Connection) -> None:
    # A parent that is killed cannot end its workers, which would keep the port.
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        work(listener, lambda: sender.send_bytes(b"ready"))
    except CallsheetError as error:
        _LOG.error("%s", error)
        raise SystemExit(2) from error


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)
