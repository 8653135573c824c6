"""Decoding of untrusted images in a separate process with limits on time and memory.

It is started with the first image and then reused, as starting takes longer than most images do.
It reads and writes one message at a time: a line of JSON with the number of bytes that follow it,
and nothing that it says is executed. This module is also the program of that process.
"""

import json
import logging
import signal
import subprocess
import sys
import threading
import warnings
import weakref
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from functools import lru_cache
from hashlib import blake2b
from typing import IO, Any, cast

from callsheet.contrib.superoffice import pillow
from callsheet.contrib.superoffice.pictures import Box, ImageError, Picture
from callsheet.server.http.problems import Problem
from callsheet.server.limits import Limits

# Windows has no such limits; there, the number of pixels alone bounds what an image may cost.
if sys.platform != "win32":
    import resource

_ALARM = getattr(signal, "SIGPROF", 0)
_LOG = logging.getLogger(__name__)


MAX_CHECKED = 4096
"""Pictures that are remembered as usable, by their digests; then all are forgotten."""


def is_checked(data: bytes, limits: Limits) -> bool:
    """Tell whether a picture of these bytes has been decoded before, within the same limits."""
    return _digest(data) in _worker(limits).checked


def check(picture: Picture, limits: Limits) -> None:
    """Decode a picture in the worker, unless it has been; see `pillow.check`.

    Raises:
        ImageError: It is damaged or broken off, or goes beyond a limit.
        Problem: Images of others take all the time.
    """
    worker, digest = _worker(limits), _digest(picture.data)
    if digest in worker.checked:
        return
    worker.ask(picture, None)
    if len(worker.checked) >= MAX_CHECKED:
        worker.checked.clear()
    worker.checked.add(digest)


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=32).digest()


def convert(picture: Picture, format_name: str, box: Box, limits: Limits) -> Picture:
    """Convert a picture in the worker; see `pillow.convert`.

    Raises:
        ImageError: It goes beyond a limit, or would.
        Problem: Images of others take all the time.
    """
    if format_name == picture.format and box == (None, None):
        return picture
    return Picture(_worker(limits).ask(picture, [format_name, box]), format_name)


class _Worker:
    """The process, which is started when it is needed and ends with this object.

    Attributes:
        checked: The digests of pictures that it has decoded. The same one is uploaded again and
            again: by tests, and by readers who try a sample.
    """

    def __init__(self, limits: Limits) -> None:
        self.checked: set[bytes] = set()
        self._limits = limits
        # The answers in the pipe do not say what they answer, so there is one question at a time.
        self._turn = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._end: Callable[[], object] = lambda: None

    def ask(self, picture: Picture, conversion: object) -> bytes:
        """Decode a picture and, where a conversion is given, return the bytes of its result."""
        head = {"format": picture.format, "convert": conversion, "size": len(picture.data)}
        if not self._turn.acquire(timeout=self._limits.image_seconds):
            raise Problem(503, "Other images are being decoded; try again later.")
        try:
            answer, content = self._exchange(head, picture.data)
        finally:
            self._turn.release()
        if error := answer.get("error"):
            raise ImageError(str(error))
        return content

    def _exchange(self, head: dict[str, object], data: bytes) -> tuple[dict[str, Any], bytes]:
        process = self._running()
        # Both are pipes, which its type does not tell.
        tasks, answers = cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)
        try:
            _write(tasks, head, data)
            return _read(answers)
        except (OSError, ValueError):
            self._end()
        if process.returncode == -_ALARM:
            seconds = f"{self._limits.image_seconds:g} seconds"
            return {"error": f"it takes more than {seconds} to decode"}, b""
        _LOG.warning("The process that decodes images ended (%s).", process.returncode)
        return {"error": "it cannot be decoded"}, b""

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._end()
            self._process = process = subprocess.Popen(  # noqa: S603 - this module
                [sys.executable, "-P", "-m", __name__, json.dumps(asdict(self._limits))],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                # What the libraries of formats write there is about an image, and nobody's concern.
                stderr=subprocess.DEVNULL,
            )
            self._end = weakref.finalize(self, _end, process)
        return self._process


@lru_cache(maxsize=4)
def _worker(limits: Limits) -> _Worker:
    return _Worker(limits)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.communicate()


def _write(stream: IO[bytes], head: dict[str, object], data: bytes) -> None:
    stream.write(json.dumps(head).encode() + b"\n")
    stream.write(data)
    stream.flush()


def _read(stream: IO[bytes]) -> tuple[dict[str, Any], bytes]:
    """Read a message of the other process.

    Raises:
        ValueError: It has ended.
    """
    head = json.loads(stream.readline())
    content = stream.read(head["size"])
    if len(content) < head["size"]:
        raise ValueError("broken off")
    return head, content


def _main() -> None:
    limits = Limits(**json.loads(sys.argv[1]))
    # Ctrl+C is for the server, which finishes what it is answering.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Pillow warns of odd metadata, which doesn't concern us; what it can't read it raises.
    warnings.simplefilter("ignore")
    pillow.load_decoders()
    _limit_memory(limits.image_memory_bytes)
    while True:
        try:
            head, data = _read(sys.stdin.buffer)
        except ValueError:
            return
        _alarm(limits.image_seconds)
        error, content = "", b""
        try:
            content = _work(Picture(data, head["format"]), head["convert"], limits)
        except ImageError as refused:
            error = str(refused)
        except MemoryError:
            size = limits.image_memory_bytes // 1024 // 1024
            error = f"it takes more than {size} MiB of memory to decode"
        _alarm(0)
        _write(sys.stdout.buffer, {"error": error, "size": len(content)}, content)


def _work(picture: Picture, conversion: Any, limits: Limits) -> bytes:
    if conversion is None:
        pillow.check(picture, limits)
        return b""
    format_name, (width, height) = conversion
    return pillow.convert(picture, format_name, (width, height), limits).data


def _limit_memory(size: int) -> None:
    """Limit the memory of this process where the system can; a stricter limit stays."""
    if sys.platform != "win32":
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        if hard == resource.RLIM_INFINITY or size < hard:
            with suppress(OSError, ValueError):
                resource.setrlimit(resource.RLIMIT_AS, (size, hard))


def _alarm(seconds: float) -> None:
    """End this process after some processor time, even within a library; 0 cancels that.

    On a busy machine, an image that is no harder than others is not refused.
    """
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_PROF, seconds)


if __name__ == "__main__":
    _main()
