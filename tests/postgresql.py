"""A PostgreSQL server for the tests: Debian's programs, in a folder and on a socket of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    import pwd

_PROGRAMS = "/usr/lib/postgresql"
_NUMBERS = count(1)


@dataclass(frozen=True)
class PostgreSQL:
    """A running server."""

    programs: Path
    folder: Path

    def new_database(self) -> str:
        """The address of a new, empty database."""
        name = f"test{next(_NUMBERS)}"
        self.run("createdb", "-h", str(self.folder), "-U", "callsheet", name)
        return f"postgresql://callsheet@/{name}?host={self.folder}"

    def control(self, *arguments: str) -> None:
        """Starts or stops the server, and waits until it has."""
        # Not on TCP, and without waiting for the disk: the machine does not fail, only processes.
        options = f"-k {self.folder} -c listen_addresses='' -c fsync=off"
        log = str(self.folder / "log")
        data = str(self.folder / "data")
        self.run("pg_ctl", "-w", "-D", data, "-l", log, "-o", options, *arguments)

    def run(self, program: str, *arguments: str) -> None:
        """Runs one of PostgreSQL's programs, which refuse to work for root, as nobody."""
        as_nobody: dict[str, Any] = {"user": "nobody", "group": _nobody().pw_gid}
        done = subprocess.run(
            [self.programs / program, *arguments],
            # What the server inherits must not keep a pipe open.
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL if program == "pg_ctl" else subprocess.PIPE,
            cwd=self.folder,
            env={"LC_ALL": "C", "PATH": os.environ["PATH"]},
            timeout=120,
            check=False,
            **(as_nobody | {"extra_groups": []} if os.geteuid() == 0 else {}),
        )
        if done.returncode:
            pytest.skip(f"PostgreSQL's `{program}` failed: {done.stderr!r}")


@contextmanager
def postgresql_server() -> Iterator[PostgreSQL]:
    """A server that ends with the block; the test is skipped where there can be none."""
    programs = _find_programs()
    folder = Path(tempfile.mkdtemp(prefix="callsheet-"))
    try:
        if os.geteuid() == 0:
            os.chown(folder, _nobody().pw_uid, _nobody().pw_gid)
        server = PostgreSQL(programs, folder)
        data = str(folder / "data")
        server.run("initdb", "-D", data, "-U", "callsheet", "-A", "trust", "-E", "UTF8", "-N")
        server.control("start")
        try:
            yield server
        finally:
            server.control("stop", "-m", "immediate")
    finally:
        shutil.rmtree(folder)


def _find_programs() -> Path:
    pytest.importorskip("psycopg", reason="psycopg is not there: install the extra `postgresql`")
    found = sorted(Path(_PROGRAMS).glob("*/bin/initdb"), key=lambda file: int(file.parts[-3]))
    program = shutil.which("initdb")
    if not found and program is None:
        pytest.skip("PostgreSQL is not there: apt-get install postgresql")
    return (found[-1] if found else Path(str(program))).parent


def _nobody() -> pwd.struct_passwd:
    import pwd  # which Windows lacks

    try:
        return pwd.getpwnam("nobody")
    except KeyError:
        pytest.skip("PostgreSQL does not run as root, and there is no user `nobody`")
