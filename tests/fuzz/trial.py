"""One input for one target, within limits, and the failures that are kept."""

from __future__ import annotations

import re
import resource
import signal
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from types import FrameType

from tests.fuzz import Target

SECONDS = 10
"""How long an input may take."""

MEMORY = 2 * 1024**3
"""How much memory the process may get, beyond what it has, before it fails."""

_OURS = re.compile(r"/(?:plugins/callsheet|tests/fuzz)/")


class OverdueError(BaseException):
    """An input took too long; no `except Exception` on the way keeps it from the trial."""


def limit_memory() -> None:
    """Lets the process have no more than `MEMORY` beyond what it has now."""
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    limit = pages * resource.getpagesize() + MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


@contextmanager
def time_limit(seconds: float = SECONDS) -> Iterator[None]:
    """Ends the block after some time, in the main thread."""

    def end(_signal: int, _frame: FrameType | None) -> None:
        raise OverdueError(f"It took more than {seconds:g} seconds.")

    before = signal.signal(signal.SIGALRM, end)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@dataclass
class Trial:
    """Runs inputs, and keeps the smallest one of each failure.

    Attributes:
        target: What gets them.
        folder: Where failing inputs are kept.
        seconds: How long an input may take.
        inputs: How many it got.
        failures: The files of the failing inputs, by what went wrong and where.
    """

    target: Target
    folder: Path
    seconds: float = SECONDS
    inputs: int = 0
    failures: dict[str, Path] = field(default_factory=dict)

    def run(self, data: bytes) -> None:
        """Runs one input."""
        self.inputs += 1
        try:
            with time_limit(self.seconds):
                self.target.run(data)
        except (Exception, OverdueError) as error:
            self._note(data, error)

    def _note(self, data: bytes, error: BaseException) -> None:
        name = name_of(error)
        known = self.failures.get(name)
        if known is not None and len(data) >= known.stat().st_size:
            return
        if known is None:
            print(f"\n{name}\n{''.join(traceback.format_exception(error))}", flush=True)
        else:
            known.unlink()
        self.failures[name] = keep(self.folder, name, data)


def name_of(error: BaseException) -> str:
    """What went wrong and where: the error's type, its notes, and the last function of ours."""
    frames = [f for f in traceback.extract_tb(error.__traceback__) if _OURS.search(f.filename)]
    place = f"{Path(frames[-1].filename).stem}-{frames[-1].name}" if frames else "elsewhere"
    # The time limit may end any function.
    if isinstance(error, OverdueError):
        return "overdue"
    return "-".join([type(error).__name__, *getattr(error, "__notes__", ()), place])


def keep(folder: Path, name: str, data: bytes) -> Path:
    """Writes a failing input to a file that is named after it."""
    folder.mkdir(parents=True, exist_ok=True)
    digest = blake2b(data, digest_size=4).hexdigest()
    file = folder / f"{re.sub('[^A-Za-z0-9_-]', '', name)}-{digest}"
    file.write_bytes(data)
    return file
