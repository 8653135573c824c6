"""A process that runs programs: `python -P worker.py`.

It reads a line of JSON for each program and writes one with its result. Where the system can fork,
the libraries of the programs are imported once and each program runs in a fork, which takes a tenth
of the time that a new interpreter needs for these imports. This module imports nothing else of the
package, so that it starts quickly and a fork holds only what a program needs.
"""

import contextlib
import json
import os
import runpy
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import traceback
from typing import IO, Any, NoReturn

with contextlib.suppress(ImportError):  # Windows has neither this module nor fork
    import resource

MAX_OUTPUT = 64 * 1024
"""Bytes of a program's output that are reported."""

MAX_FILE = 64 * 1024 * 1024
"""Bytes that a program may write to one file or print."""

MAX_MEMORY = 1024 * 1024 * 1024
"""Bytes of memory that a program in Python may take; other interpreters have their own limits."""

PRELOADED = (
    "base64",
    "json",
    "mimetypes",
    "netrc",
    "pathlib",
    "pkgutil",
    "requests",
    "urllib.parse",
)
"""The modules that Python samples import, and `runpy` for each."""

_ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"


def main() -> None:
    """Run programs until standard input ends."""
    for name in PRELOADED if hasattr(os, "fork") else ():
        with contextlib.suppress(ImportError):  # the program that needs it says so
            __import__(name)
    if "requests" in sys.modules and hasattr(os, "fork"):
        _rehearse()
    for line in sys.stdin:
        print(json.dumps(_run(json.loads(line))), flush=True)  # noqa: T201 - the protocol


def _rehearse() -> None:
    """Send one request to this process, so that no fork does again what a first one sets up."""
    requests: Any = sys.modules["requests"]
    with socket.create_server(("127.0.0.1", 0)) as server, requests.Session() as session:
        session.trust_env = False  # no proxy, and no credentials
        server.settimeout(1)
        answering = threading.Thread(target=_answer, args=(server,))
        answering.start()
        with contextlib.suppress(requests.RequestException):
            url = f"http://127.0.0.1:{server.getsockname()[1]}/"
            session.post(url, json={}, params={"a": "b"}, timeout=1).json()
        # Only a process with one thread can be forked safely.
        answering.join()


def _answer(server: socket.socket) -> None:
    with contextlib.suppress(OSError):
        client, _ = server.accept()
        with client:
            client.recv(4096)
            client.sendall(_ANSWER)


def _run(task: dict[str, Any]) -> dict[str, Any]:
    started = time.perf_counter()
    # Copied for each program: one that changes its environment must not affect the next one.
    environment = {**os.environ, **task["environment"]}
    # Files and not pipes, so that a program that prints much never waits for a reader.
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        files = (output.fileno(), errors.fileno())
        if task["command"] is None and hasattr(os, "fork"):
            code = _fork(task, environment, files)
        else:
            code = _spawn(task, environment, files)
        texts = [_text(file) for file in (output, errors)]
    seconds = time.perf_counter() - started
    return {"code": code, "output": texts[0], "errors": texts[1], "seconds": seconds}


def _fork(task: dict[str, Any], environment: dict[str, str], files: tuple[int, int]) -> int:
    # Both processes would write what is left in the buffer.
    sys.stdout.flush()
    process = os.fork()
    if process == 0:
        _become(task, environment, files)
    return _wait(process, task["timeout"])


def _wait(process: int, timeout: int) -> int:
    """Wait for a program, and end it where it ignores its alarm, with all that it has started."""
    # Here and in the program, as either may be the first.
    with contextlib.suppress(OSError):
        os.setpgid(process, process)
    late: list[bool] = []

    def end(*_: object) -> None:
        late.append(True)
        with contextlib.suppress(OSError):
            os.killpg(process, signal.SIGKILL)

    # A second after the program's own alarm, so that one that heeds it ends by itself.
    signal.signal(signal.SIGALRM, end)
    signal.alarm(timeout + 1)
    _, status = os.waitpid(process, 0)
    signal.alarm(0)
    with contextlib.suppress(OSError):  # nothing is left of it, as a rule
        os.killpg(process, signal.SIGKILL)
    return -signal.SIGALRM if late else os.waitstatus_to_exitcode(status)


def _become(task: dict[str, Any], environment: dict[str, str], files: tuple[int, int]) -> NoReturn:
    """Run the program in this process, which ends with it."""
    code = 1
    try:
        os.setpgid(0, 0)
        # The signal ends a program that takes too long, also where its parent is no more.
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(task["timeout"])
        _limit_files()
        # Not RLIMIT_AS: interpreters and libraries reserve addresses that they never use.
        _limit(resource.RLIMIT_DATA, MAX_MEMORY)
        # A program that reads its input gets its end at once, instead of the tasks of this process.
        null = os.open(os.devnull, os.O_RDONLY)
        for target, file in enumerate((null, *files)):
            os.dup2(file, target)
        os.environ.update(environment)
        os.chdir(task["folder"])
        sys.argv = [task["program"]]
        runpy.run_path(task["program"], run_name="__main__")
        code = 0
    except SystemExit as end:
        code = _exit_code(end)
    # As the interpreter does: the traceback is the program's output, also for KeyboardInterrupt.
    except BaseException:
        traceback.print_exc()
    finally:
        with contextlib.suppress(OSError, ValueError):
            sys.stdout.flush()
            sys.stderr.flush()
        # A plain exit would run the cleanup of the parent, whose memory the fork has.
        os._exit(code)


def _limit_files() -> None:
    _limit(resource.RLIMIT_FSIZE, MAX_FILE)


def _limit(kind: int, limit: int) -> None:
    """Limit a resource for this process and those that it starts."""
    _, most = resource.getrlimit(kind)
    if most == resource.RLIM_INFINITY or limit < most:
        resource.setrlimit(kind, (limit, limit))


def _exit_code(end: SystemExit) -> int:
    """Return the exit code of `SystemExit`, as the interpreter does."""
    if end.code is None or isinstance(end.code, int):
        return end.code or 0
    print(end.code, file=sys.stderr)  # noqa: T201 - as the interpreter does
    return 1


def _spawn(task: dict[str, Any], environment: dict[str, str], files: tuple[int, int]) -> int:
    command = task["command"] or [sys.executable]
    try:
        return subprocess.run(  # noqa: S603 - the program is generated, its folder is temporary
            [*command, task["program"]],
            cwd=task["folder"],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=files[0],
            stderr=files[1],
            timeout=task["timeout"],
            preexec_fn=_limit_files if hasattr(os, "fork") else None,
            check=False,
        ).returncode
    except subprocess.TimeoutExpired:
        # As if a signal had ended it, which is how a fork that takes too long ends.
        return -signal.SIGTERM
    except OSError as error:
        os.write(files[1], f"{command[0]} cannot be started: {error.strerror}\n".encode())
        # The code with which a shell reports a command that does not exist.
        return 127


def _text(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read(MAX_OUTPUT).decode(errors="replace")


if __name__ == "__main__":
    main()
