"""Environments that have nothing but what is installed into them."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

TIMEOUT = 600

_INDEXES = {
    "index-url": "UV_DEFAULT_INDEX",
    "extra-index-url": "UV_INDEX",
    "find-links": "UV_FIND_LINKS",
    "cert": "SSL_CERT_FILE",
}


@dataclass(frozen=True, slots=True)
class Environment:
    """A virtual environment."""

    folder: Path

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.folder / "bin" / "python"

    def install(self, *arguments: str | Path) -> None:
        """Installs what the arguments say, as uv has them."""
        uv("pip", "install", "--python", self.python, *arguments)

    def run(
        self, program: str, *arguments: str | Path, cwd: Path
    ) -> subprocess.CompletedProcess[str]:
        """Runs one of its programs, which sees no other environment."""
        kept = {name: os.environ[name] for name in ("HOME", "LANG", "TMPDIR") if name in os.environ}
        path = f"{self.python.parent}:/usr/bin:/bin"
        return subprocess.run(
            [self.python.parent / program, *arguments],
            cwd=cwd,
            env={**kept, "PATH": path, "NO_MKDOCS_2_WARNING": "1", "CALLSHEET_CACHE_DIR": ""},
            capture_output=True,
            text=True,
            timeout=TIMEOUT,
            check=False,
        )


def make(folder: Path) -> Environment:
    """An environment in which nothing is installed."""
    uv("venv", "--quiet", "--python", sys.executable, folder)
    return Environment(folder)


def uv(*arguments: str | Path) -> str:
    """Runs uv, which looks for packages where pip does; gives what it says."""
    done = subprocess.run(
        [Path(sys.executable).with_name("uv"), "--quiet", *arguments],
        env={**_like_pip(), **os.environ},
        capture_output=True,
        text=True,
        timeout=TIMEOUT,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@cache
def _like_pip() -> dict[str, str]:
    """What pip is configured with, as uv has it."""
    listed = subprocess.run(
        [sys.executable, "-m", "pip", "config", "list"],
        capture_output=True,
        text=True,
        check=True,
        timeout=600,
    )
    found = {"UV_INDEX_STRATEGY": "unsafe-best-match"}
    for line in listed.stdout.splitlines():
        name, _, value = line.partition("=")
        if variable := _INDEXES.get(name.rpartition(".")[2]):
            found[variable] = " ".join(str(ast.literal_eval(value)).split())
    return found
