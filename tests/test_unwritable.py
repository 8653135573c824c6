"""What cannot be read or written: a message of one line, exit 2, and nothing half written."""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from callsheet.cache.content import CACHE_VARIABLE
from callsheet.cli import COMMANDS, main
from tests import sites
from tests.conftest import DOCS
from tests.processes import CALLSHEET, SECONDS

FULL = Path("/dev/full")
BASH = shutil.which("bash") or ""
PAGES = ["--docs", str(DOCS)]
SPECIFICATION = {
    "openapi": "3.1.0",
    "info": {"title": "Parcels", "version": "1"},
    "paths": {"/parcels": {"get": {"responses": {"200": {"description": "All."}}}}},
}
ROUTE = "GET /api/v1/Parcel"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full"),
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with a specification, a file and a folder; nothing is kept."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(CACHE_VARIABLE, "")
    Path("api.json").write_text(json.dumps(SPECIFICATION))
    Path("file").write_text("a file")
    Path("folder").mkdir()
    Path("reference").mkdir()
    Path("reference/parcel.md").write_text(f"# Parcels\n\n```http\n{ROUTE}\n```\n")
    return tmp_path


def run(*arguments: str) -> int:
    """Runs a command in this process, and gives its exit code."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    code = ended.value.code
    assert isinstance(code, int)
    return code


PRINTING = {
    "check": ["check", *PAGES, "--format", "json"],
    "check, explaining": ["check", "--explain", "CS101"],
    "diff": ["diff", str(DOCS), str(DOCS), "--format", "json"],
    "export": ["export", "openapi", *PAGES],
    "export of the model": ["export", "model", *PAGES],
    "import": ["import", "openapi", "api.json", "--out", "pages"],
    "init": ["init", "--dry-run", "--docs", "reference"],
    "new": ["new", "operation", ROUTE, "--docs", "pages"],
    "record": ["record", "http://127.0.0.1:9", "--output", "record.jsonl"],
    "samples": ["samples", *PAGES, "--out", "samples"],
    "serve": ["serve", *PAGES, "--port", "0"],
    "test": ["test", *PAGES, "-k", "GetImageInfo"],
    "verify": ["verify", *PAGES, "-k", "GetImageInfo", "--base-url"],
    "help": ["--help"],
    "help of a command": ["check", "--help"],
    "version": ["--version"],
}


def test_all_commands_are_tried() -> None:
    # These write a file, speak to an editor, and install something.
    others = {"changelog", "lsp", "sandbox"}
    assert {arguments[0] for arguments in PRINTING.values()} >= {*COMMANDS} - others


@pytest.mark.parametrize("name", PRINTING)
def test_standard_output_that_is_full_is_told(
    name: str,
    folder: Path,
    shared_server: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    arguments = PRINTING[name]
    live = [shared_server] if arguments[-1] == "--base-url" else []
    with FULL.open("w") as full:
        monkeypatch.setattr(sys, "stdout", full)
        assert run(*arguments, *live) == 2
    *_, told = capsys.readouterr().err.splitlines()
    assert told == "Error: Standard output cannot be written: No space left on device."


WITHOUT_FILE = {
    "gone": [["check", *PAGES, "-o", "gone/report"], ["export", "openapi", *PAGES, "-o", "gone/x"]],
    "folder": [["samples", *PAGES, "--zip", "folder"], ["test", *PAGES, "--coverage", "folder"]],
    "file": [
        ["check", *PAGES, "--write-baseline", "--baseline", "file/baseline"],
        ["diff", str(DOCS), str(DOCS), "-o", "file/changes"],
        ["import", "openapi", "api.json", "--out", "file/pages"],
        ["new", "operation", ROUTE, "--docs", "folder", "--out", "file/parcel.md"],
        ["samples", *PAGES, "--out", "file"],
        ["serve", *PAGES, "--port", "0", "--database", "sqlite:///file/x.db"],
    ],
    "loop": [["check", *PAGES, "-o", "loop/report"]],
}


@pytest.mark.parametrize(
    "arguments", [one for some in WITHOUT_FILE.values() for one in some], ids=" ".join
)
def test_a_place_that_cannot_be_written_is_told(
    arguments: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "loop").symlink_to("loop")
    before = {*folder.rglob("*")}
    assert run(*arguments) == 2
    *_, told = capsys.readouterr().err.splitlines()
    assert told.startswith("Error: ")
    assert {*folder.rglob("*")} == before


def a_pipe(docs: Path) -> str:
    os.mkfifo(docs / "page.md")
    return "is not a regular file"


def a_device(docs: Path) -> str:
    (docs / "page.md").symlink_to("/dev/zero")
    return "page.md"


def a_broken_link(docs: Path) -> str:
    (docs / "page.md").symlink_to("gone")
    return "page.md"


@pytest.mark.parametrize("make", [a_pipe, a_device, a_broken_link])
@pytest.mark.parametrize("command", [["check"], ["export", "openapi"]], ids=" ".join)
def test_a_page_that_is_no_file_is_told(
    command: list[str], make: Callable[[Path], str], folder: Path
) -> None:
    (folder / "reference/folder.md").mkdir()
    (folder / "reference/other.md").write_bytes(b"\xff\xfe# Not UTF-8")
    why = make(folder / "reference")
    memory = (resource.RLIMIT_AS, 2**30)
    done = limited(CALLSHEET, *command, "--docs", "reference", limit=memory)
    # A link out of the folder is left out of what is exported, and told.
    left_out = command[0] == "export" and make is a_device
    assert done.returncode in ((0,) if left_out else (1, 2))
    assert why in done.stderr + done.stdout
    assert "Traceback" not in done.stderr


def limited(
    *arguments: str | Path, limit: tuple[int, int], cache: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Runs a program with a limit of the system, such as the largest file that it can write."""
    which, value = limit
    return subprocess.run(
        arguments,
        env=sites.environment(cache),
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
        preexec_fn=lambda: resource.setrlimit(which, (value, value)),
    )


def full(size: int) -> tuple[int, int]:
    """The limit that is as a disk without more room than that."""
    return resource.RLIMIT_FSIZE, size


def test_a_file_is_written_whole_or_stays_as_it_is(folder: Path) -> None:
    Path("out.json").write_text("before")
    files = {*folder.rglob("*")}
    done = limited(CALLSHEET, "export", "openapi", *PAGES, "-o", "out.json", limit=full(4096))
    assert (done.returncode, done.stderr) == (
        2,
        "Error: `out.json` cannot be written: File too large.\n",
    )
    assert Path("out.json").read_text() == "before"
    assert {*folder.rglob("*")} == files


def shell(command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [BASH, "-o", "pipefail", "-c", command.replace("callsheet", str(CALLSHEET), 1)],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )


def test_a_reader_that_has_gone_ends_a_command_as_it_ends_others(folder: Path) -> None:
    done = shell(f"callsheet export openapi --docs {DOCS} | true")
    assert (done.returncode, done.stderr) == (141, "")


def test_closed_streams_are_told_or_do_without(folder: Path) -> None:
    done = shell("callsheet --version >&-")
    assert (done.returncode, done.stderr) == (
        2,
        "Error: Standard output is closed. Redirect it, if only to /dev/null.\n",
    )
    done = shell(f"callsheet test --docs {DOCS} -k GetImageInfo <&- 2>&-")
    assert done.returncode == 0
    assert "1 passed" in done.stdout


def test_what_the_end_of_the_process_would_say_is_not_said(folder: Path) -> None:
    done = shell(f"callsheet check --docs {DOCS} --format json >/dev/full")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert shell(f"callsheet check --docs {DOCS} --format json >/dev/full 2>&1").returncode == 2


def no_folder(cache: Path) -> None:
    cache.write_text("a file")


def no_files(cache: Path) -> None:
    for file in cache.iterdir():
        file.unlink()
        file.mkdir()


def nonsense(cache: Path) -> None:
    for file in cache.iterdir():
        file.write_bytes(b"nonsense")


def links(cache: Path) -> None:
    precious = cache.with_name("precious")
    precious.write_text("kept")
    for file in cache.iterdir():
        file.unlink()
        file.symlink_to(precious)


def loops(cache: Path) -> None:
    for file in cache.iterdir():
        file.unlink()
        file.symlink_to(file)


class Filled(NamedTuple):
    """A project with a cache, the site that was built, and what a check says and ends with."""

    project: Path
    site: dict[str, bytes]
    checked: tuple[int, str, str]


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Filled:
    """A project with the cache of a build and of a check."""
    project = tmp_path_factory.mktemp("filled")
    (project / "mkdocs.yml").write_text("site_name: Parcels\nplugins: [callsheet]\nstrict: true\n")
    shutil.copytree(DOCS / "reference", project / "docs")
    site = sites.build(project, cache=project / "cache")
    said = run_check(project)
    assert len([*(project / "cache").iterdir()]) > 3
    return Filled(project, site, said)


def run_check(project: Path) -> tuple[int, str, str]:
    """What a check says and ends with, with the cache of the project."""
    done = subprocess.run(
        [CALLSHEET, "check"],
        cwd=project,
        env=sites.environment(project / "cache"),
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    "harm",
    [
        no_folder,
        links,
        # A build and a check each, of which the ones above say the most.
        pytest.param(no_files, marks=pytest.mark.slow),
        pytest.param(nonsense, marks=pytest.mark.slow),
        pytest.param(loops, marks=pytest.mark.slow),
    ],
)
def test_a_cache_of_which_nothing_can_be_used_changes_nothing(
    harm: Callable[[Path], None], filled: Filled, tmp_path: Path
) -> None:
    project, site, expected = filled
    cache = project / "cache"
    kept = tmp_path / "kept"
    cache.rename(kept)
    try:
        if harm is not no_folder:
            cache.mkdir()
            for file in kept.iterdir():
                (cache / file.name).write_bytes(file.read_bytes())
        harm(cache)
        assert run_check(project) == expected
        assert sites.build(project, cache=cache) == site
        if harm is links:
            assert cache.with_name("precious").read_text() == "kept"
    finally:
        cache.unlink() if cache.is_file() else shutil.rmtree(cache)
        kept.rename(cache)


def test_a_cache_on_a_full_disk_changes_nothing(filled: Filled, tmp_path: Path) -> None:
    project, _, expected = filled
    done = limited(
        CALLSHEET, "check", "-f", project / "mkdocs.yml", limit=full(1024), cache=tmp_path / "new"
    )
    shown = done.stdout.replace(f"{os.path.relpath(project)}/", "")
    assert (done.returncode, shown, done.stderr) == expected
    # What is smaller than that was written, and of the rest there is nothing.
    assert not [file for file in (tmp_path / "new").iterdir() if file.name.startswith(".")]


@pytest.mark.parametrize("size", [1024, 100_000])
def test_a_site_on_a_full_disk_is_told(size: int, filled: Filled, tmp_path: Path) -> None:
    project, *_ = filled
    site = tmp_path / "site"
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(site)]
    done = limited(*mkdocs, "-f", project / "mkdocs.yml", limit=full(size))
    assert done.returncode == 1
    *_, told = done.stderr.splitlines()
    assert told.startswith(f"Error: `{site}")
    assert told.endswith("cannot be written: File too large.")
    assert "Traceback" not in done.stderr


def test_a_site_in_the_place_of_a_file_is_told(filled: Filled, tmp_path: Path) -> None:
    project, *_ = filled
    (tmp_path / "site").write_text("a file")
    with sites.command(project, str(tmp_path / "site"), None) as process:
        output, _ = process.communicate(timeout=SECONDS)
    assert process.returncode == 1
    assert f"`{tmp_path / 'site'}` cannot be written: Not a directory." in output
    assert "Traceback" not in output
