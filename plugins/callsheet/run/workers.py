"""Processes that run programs, each one program at a time."""

import json
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Self, cast

from callsheet.errors import CallsheetError
from callsheet.run import worker

TIMEOUT = 60
"""Seconds that a program may take."""

# Windows has no alarm, and programs in other languages are ended by another signal.
_TOO_LATE = (getattr(signal, "SIGALRM", signal.SIGTERM), signal.SIGTERM)


@dataclass(frozen=True, slots=True)
class ProcessResult:
    """The result of a process that ran a program.

    Attributes:
        code: Its exit code; negative if a signal ended it.
        output: Its standard output.
        errors: Its standard error.
        seconds: How long it ran.
    """

    code: int
    output: str
    errors: str
    seconds: float

    @property
    def ending(self) -> str:
        """How it ended, in words, without a point."""
        if self.code >= 0:
            return f"The program ended with {self.code}"
        number = -self.code
        if number in _TOO_LATE:
            return f"The program was ended, as it took more than {TIMEOUT} seconds"
        name = signal.Signals(number).name if number in {*signal.Signals} else f"signal {number}"
        return f"The program was ended by {name}"


class WorkerProcess:
    """A process that runs programs one after the other; see `callsheet.run.worker`.

    Args:
        timeout: Seconds that a program may take.
    """

    def __init__(self, timeout: int = TIMEOUT) -> None:
        self._timeout = timeout
        # Without -P, modules next to the worker would shadow packages: `coverage`, for one.
        self._process = subprocess.Popen(  # noqa: S603 - a module of ours
            [sys.executable, "-P", worker.__file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            # Ctrl+C goes to all of a terminal's group; it is this process that ends the other.
            process_group=0,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        # Only on an error; otherwise the process ends by itself when its input ends.
        if kind:
            # A program may still be running, and its result is of no interest any more.
            self._process.kill()
        self._process.communicate()

    def run(
        self,
        program: Path,
        folder: Path,
        environment: Mapping[str, str],
        command: list[str] | None = None,
    ) -> ProcessResult:
        """Run a program.

        Args:
            program: Its file.
            folder: Its working directory.
            environment: Environment variables besides those of this process.
            command: The interpreter; None for Python.

        Raises:
            CallsheetError: The process ended unexpectedly.
        """
        task = {
            "program": str(program.absolute()),
            "folder": str(folder.absolute()),
            "environment": dict(environment),
            "command": command,
            "timeout": self._timeout,
        }
        # `Popen` types them as optional; both are pipes here.
        tasks, answers = cast("IO[str]", self._process.stdin), cast("IO[str]", self._process.stdout)
        try:
            tasks.write(json.dumps(task) + "\n")
            tasks.flush()
            return ProcessResult(**json.loads(answers.readline()))
        except (OSError, ValueError) as error:
            raise CallsheetError("A process that runs samples ended unexpectedly.") from error
