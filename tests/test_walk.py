"""How many modules a reader of the code passes between a defect on a page and its finding."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.checks.test_subjects import PLAIN

MOST = 60
TRACE = """\
import sys
from pathlib import Path

import callsheet
from callsheet.cli import main

package, modules, imports = str(Path(callsheet.__file__).parent), set(), 0


def note(frame, event, _):
    global imports
    if frame.f_code.co_name == "<module>":
        imports += {"call": 1, "return": -1}.get(event, 0)
    elif event == "call" and not imports and frame.f_code.co_filename.startswith(package):
        modules.add(frame.f_code.co_filename.removeprefix(package))


sys.setprofile(note)
try:
    main(["check", "--docs", sys.argv[1]], standalone_mode=False)
except SystemExit:
    pass
sys.setprofile(None)
print(*sorted(modules), sep="\\n", file=sys.stderr)
"""
"""Prints the modules of which a function runs, imports aside, while docs are checked."""
STANDARD = b"/lazy_re.py"
"""The module that stands for one of the standard library."""


def test_a_defect_passes_few_modules_on_its_way_to_a_finding(tmp_path: Path) -> None:
    page = PLAIN.replace('"Share": 12', '"Share": "12"')
    assert page != PLAIN
    (tmp_path / "page.md").write_text(page, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", TRACE, str(tmp_path)],
        env={"CALLSHEET_CACHE_DIR": "", "PATH": ""},
        capture_output=True,
        timeout=120,
        check=True,
    )
    assert b"CS405" in done.stdout
    modules = done.stderr.replace(STANDARD, b"").decode().split()
    assert "/checks/rules/bodies/properties.py" in modules
    assert len(modules) <= MOST, "\n".join(modules)
