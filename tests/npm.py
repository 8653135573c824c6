"""Programs that npm installs for a test, in the versions of `clients/package.json`."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from tests.interpreters import needed, node

CLIENTS = Path(__file__).parent / "clients"
SECONDS = 300


def installed(folder: Path, *names: str) -> Path:
    """Installs packages into a folder; the test is skipped where there is no npm."""
    npm = needed("npm")
    pinned = json.loads((CLIENTS / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    folder.mkdir(parents=True, exist_ok=True)
    run(
        folder,
        npm,
        *("install", "--no-audit", "--no-fund", "--silent", "--prefix", folder),
        *(f"{name}@{pinned[name]}" for name in names),
    )
    return folder / "node_modules"


def run(folder: Path, *command: str | Path) -> str:
    """Runs a program in a folder, which must succeed; gives its output."""
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, timeout=SECONDS, check=False
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return done.stdout


def run_script(folder: Path, script: Path, *arguments: str | Path) -> str:
    """Runs a script by the Node.js of the tests, which is newer than what a system may have."""
    return run(folder, node(), script, *arguments)
