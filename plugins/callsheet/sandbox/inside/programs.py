"""Runs of programs in a folder of their own."""

from __future__ import annotations

import contextlib
import os
import runpy
import shutil
import sys
import traceback
from collections.abc import Iterator, Mapping
from http.client import RemoteDisconnected
from pathlib import Path, PurePosixPath

Names = dict[str, object]
"""Definitions of programs, by name."""


def run(
    folder: Path,
    name: str,
    source: str,
    files: Mapping[str, bytes],
    environment: Mapping[str, str],
    names: Names | None = None,
) -> tuple[int, dict[str, bytes]]:
    """Run a program as `python NAME` does in a folder that has nothing but some files.

    What it prints goes to the standard streams, as does the traceback of an exception.

    Args:
        folder: The folder. All that is in it is deleted first, unless there are names.
        name: The name of its file.
        source: Its text.
        files: What else is in the folder, by path.
        environment: The environment variables that it has besides those that are set.
        names: The names that programs before it have defined, for one that continues them; those
            that it defines are added. None for a program that stands alone.

    Returns:
        Its exit code, and the files that it wrote, by path.

    Raises:
        ValueError: A path leads out of the folder.
    """
    if not names:
        shutil.rmtree(folder, ignore_errors=True)
    given = {name: source.encode(), **files}
    for path, content in given.items():
        file = folder / _inside(path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    before = _contents(folder)
    with _apart(folder, environment):
        code = _executed(folder / name, names)
    after = _contents(folder)
    return code, {path: data for path, data in after.items() if before.get(path) != data}


def _contents(folder: Path) -> dict[str, bytes]:
    found = (f for f in folder.rglob("*") if f.is_file() and "__pycache__" not in f.parts)
    return {f.relative_to(folder).as_posix(): f.read_bytes() for f in found}


def _inside(path: str) -> PurePosixPath:
    found = PurePosixPath(path)
    if found.is_absolute() or ".." in found.parts:
        raise ValueError(f"`{path}` is not in the folder of the program.")
    return found


@contextlib.contextmanager
def _apart(folder: Path, environment: Mapping[str, str]) -> Iterator[None]:
    """Undo what a program does to the interpreter that all of them share."""
    variables, modules, path, arguments = dict(os.environ), set(sys.modules), sys.path[:], sys.argv
    before = Path.cwd()
    os.environ.update(environment)
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
        os.environ.clear()
        os.environ.update(variables)
        sys.path[:], sys.argv = path, arguments
        # The next program may have a module of the same name, and would get the one of this.
        for module in set(sys.modules) - modules:
            if str(getattr(sys.modules[module], "__file__", "")).startswith(f"{folder}/"):
                del sys.modules[module]


def _executed(file: Path, names: Names | None) -> int:
    sys.argv = [str(file)]
    # `runpy` puts no folder on the path for a file, where `python FILE` does.
    sys.path.insert(0, str(file.parent))
    code = 0
    try:
        if names is None:
            runpy.run_path(str(file), run_name="__main__")
        else:
            names |= {"__name__": "__main__", "__file__": str(file)}
            # As in an interactive session, and as `callsheet test` does.
            exec(compile(file.read_bytes(), str(file), "exec", dont_inherit=True), names)  # noqa: S102
    except SystemExit as end:
        code = _code_of(end)
    except BaseException as error:
        code, trace = 1, error.__traceback__
        # What lies between is of this module and of `runpy`, and tells readers nothing.
        while trace and trace.tb_frame.f_code.co_filename != str(file):
            trace = trace.tb_next
        traceback.print_exception(type(error), error, trace)
        if hint := _hint(error):
            sys.stderr.write(f"{hint}\n")
    finally:
        # The interpreter goes on, so nothing else writes what is left in the buffers.
        sys.stdout.flush()
        sys.stderr.flush()
    return code


def _hint(error: BaseException) -> str:
    """Say what a page has instead of what a program misses there; empty for other errors."""
    if isinstance(error, ModuleNotFoundError):
        return "A page has `requests` and most of Python's standard library; it installs nothing."
    if isinstance(error, RuntimeError) and "start new thread" in str(error):
        return "A page has no threads for programs."
    if isinstance(error, RemoteDisconnected):
        return "A page has no sockets: use `requests`, which asks the server in the page."
    return ""


def _code_of(end: SystemExit) -> int:
    """Return the exit code of `sys.exit`, as the interpreter does."""
    if end.code is None or isinstance(end.code, int):
        return end.code or 0
    sys.stderr.write(f"{end.code}\n")
    return 1
