"""What the tests of `callsheet init` and `callsheet new` share: a folder, and commands in it."""

from __future__ import annotations

import os
import pty
import shutil
import subprocess
from collections.abc import Mapping
from contextlib import chdir
from pathlib import Path

from click.testing import CliRunner

from callsheet.cli import main
from tests.conftest import DOCS
from tests.processes import CALLSHEET

GET = "v1PersonEntity_GetImage.md"
PUT = "v1PersonEntity_PutImageInfo.md"


def run(folder: Path, *arguments: str) -> tuple[int, str, str]:
    """Exit code, output and messages of a command, called in a folder and not by a terminal."""
    with chdir(folder):
        done = CliRunner().invoke(main, arguments)
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stdout, done.stderr


def run_in_terminal(folder: Path, answer: str, *arguments: str) -> tuple[int, str]:
    """Exit code, and all that is shown, where somebody answers what is asked."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [CALLSHEET, *arguments],
        cwd=folder,
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        os.write(ours, answer.encode())
        shown, _ = process.communicate(timeout=60)
    os.close(ours)
    os.close(theirs)
    return process.returncode, shown


def put_page(folder: Path, name: str = GET) -> Path:
    """Puts one of our own operation pages into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copy(DOCS / "reference/Person" / name, folder))


def contents(folder: Path) -> Mapping[str, bytes]:
    """All files below a folder."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}
