"""The command line, as its users start it."""

from __future__ import annotations

import json
import re
import shutil
import signal
import socket
import subprocess
from pathlib import Path

import pytest
import requests
from click.testing import CliRunner, Result

from callsheet import __version__
from callsheet.cli import main
from callsheet.errors import ConfigurationError
from callsheet.server.adapters.sockets import bind
from tests.conftest import DOCS, ROOT, SAMPLES
from tests.processes import CALLSHEET, Client, served
from tests.starting import put_page, run


def callsheet(*arguments: str | Path, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [CALLSHEET, *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def in_this_process(*arguments: str | Path) -> Result:
    """Run the command where a process of its own would only take longer to start."""
    return CliRunner().invoke(main, [*map(str, arguments)], prog_name="callsheet")


def test_version_and_help() -> None:
    assert __version__ in callsheet("--version").stdout
    for command in ("samples", "serve"):
        done = callsheet(command, "--help")
        assert done.returncode == 0
        assert "--docs" in done.stdout


@pytest.mark.parametrize("group", [(), ("import",)], ids=" ".join)
def test_lists_of_commands_are_not_cut(group: tuple[str, ...]) -> None:
    shown = in_this_process(*group, "--help").output
    assert "..." not in shown.partition("Commands:")[2]


def test_the_samples_of_the_project_are_up_to_date() -> None:
    done = callsheet("samples", "--check")
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("fault", ["deleted", "changed", "added"])
def test_a_stale_sample_fails_the_check(tmp_path: Path, fault: str) -> None:
    samples = tmp_path / "samples"
    shutil.copytree(SAMPLES, samples)
    program = samples / "v1PersonEntity_GetImage.py"
    if fault == "deleted":
        program.unlink()
    elif fault == "changed":
        program.write_text(program.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
    else:
        program = samples / "v1PersonEntity_Gone.py"
        program.touch()
    done = callsheet("samples", "--docs", DOCS, "--out", samples, "--check")
    assert done.returncode == 1
    assert done.stdout.startswith(str(program))
    assert done.stdout.count("\n") == 1
    assert "callsheet samples" in done.stderr


def test_samples_are_written(tmp_path: Path) -> None:
    done = callsheet("samples", "--docs", DOCS, "--out", tmp_path / "new")
    assert done.returncode == 0
    for program in SAMPLES.glob("*.py"):
        assert (tmp_path / "new" / program.name).read_bytes() == program.read_bytes()
    again = callsheet("samples", "--docs", DOCS, "--out", tmp_path / "new")
    assert (again.returncode, again.stdout) == (0, "")


def test_the_configuration_names_the_pages(tmp_path: Path) -> None:
    shutil.copytree(DOCS / "reference", tmp_path / "pages")
    configuration = tmp_path / "mkdocs.yml"
    # Tags of MkDocs and of Python don't matter here and are not acted upon.
    configuration.write_text("docs_dir: pages\nextra: !ENV HOME\nx: !!python/name:os.system\n")
    named: list[str | Path] = ["-f", configuration]
    for arguments in (named, []):
        done = callsheet("samples", "--out", tmp_path / "samples", *arguments, cwd=tmp_path)
        assert done.returncode == 0
        assert f"{len(list(SAMPLES.glob('*.py')))} programs" in done.stderr


@pytest.mark.parametrize(
    ("configuration", "message"),
    [
        (None, "There is no `mkdocs.yml`"),
        ("docs_dir: [", "not valid YAML"),
        ("docs_dir: 1", "no usable `docs_dir`"),
        ("docs_dir: nowhere", "There is no docs directory"),
    ],
)
def test_unusable_input_exits_with_2(
    tmp_path: Path, configuration: str | None, message: str
) -> None:
    if configuration is not None:
        (tmp_path / "mkdocs.yml").write_text(configuration)
    done = callsheet("samples", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_wrong_usage_exits_with_2() -> None:
    assert callsheet("samples", "--nonsense").returncode == 2
    assert callsheet("nonsense").returncode == 2


def test_a_misspelt_command_names_the_one_meant() -> None:
    done = callsheet("chekc")
    assert done.returncode == 2
    assert "Did you mean 'check'?" in done.stderr


def test_faults_of_pages_are_told(tmp_path: Path) -> None:
    (tmp_path / "broken.md").write_text("---\nuid: broken\n---\n\n# Broken\n\n## Request Headers\n")
    done = callsheet("samples", "--docs", tmp_path, "--out", tmp_path / "samples")
    assert "CS004" in done.stderr
    assert "No operation page was found" in done.stderr


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_serve_prints_the_address_and_ends_when_asked(
    tmp_path: Path, number: signal.Signals
) -> None:
    with served("--database", f"sqlite:///{tmp_path}/state.db") as server:
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+", server.url)
        health = requests.get(f"{server.url}/-/health", timeout=30)
        assert health.json()["operations"] == 14
        code, output, errors = server.end(number)
    assert (code, output) == (0, "")
    assert errors.splitlines() == [
        "Reference server for 14 operations; press Ctrl+C to stop:",
        "Credentials: user reader, password or token callsheet.",
        f"Index: {server.url}/-/",
        "Workspace: shared; the header `Callsheet-Workspace: NAME` opens one of your own.",
    ]
    # What was in the write-ahead log is in the database.
    assert [file.name for file in tmp_path.iterdir()] == ["state.db"]


def test_a_host_that_has_no_address_is_named() -> None:
    with pytest.raises(ConfigurationError, match=r"`300\.1\.1\.1` has .*`--host`"):
        bind("300.1.1.1", 0)


@pytest.mark.slow
def test_serve_can_forget_first(tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path}/state.db"
    for arguments, expected in (((), 5), ((), 6), (("--reset",), 5)):
        with served("--database", database, *arguments) as server, Client(server.url) as client:
            assert client.store_blob("another one") == expected


def test_the_access_log_is_json_on_standard_error() -> None:
    with served("--access-log") as server, Client(server.url, "mine") as client:
        assert client.image(1).status_code == 200
        refused = client.get("/api/v1/Person/x/Image?secret=1")
        assert refused.status_code == 422
        _, output, errors = server.end(signal.SIGTERM)
    assert output == ""
    first, second = (json.loads(line) for line in errors.splitlines()[4:])
    assert first.keys() == {
        "time", "request", "method", "path", "status", "duration_ms", "workspace", "uid"
    }  # fmt: skip
    assert (first["method"], first["path"]) == ("GET", "/api/v1/Person/1/Image")
    assert (first["status"], first["uid"]) == (200, "v1PersonEntity_GetImage")
    assert first["duration_ms"] > 0
    assert first["workspace"] not in ("", "mine")
    assert second["request"] == refused.headers["X-Request-Id"]
    assert "secret" not in errors


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--workers", "2"], "Several workers need a database that they share"),
        (["--workers", "0"], "--workers"),
        (["--cors-origin", "http://localhost:8000/docs"], "is not an origin"),
        (["--cors-origin", "localhost"], "is not an origin"),
        (["--database", "mysql://host/name"], "cannot be used"),
    ],
)
def test_what_serve_cannot_do_is_a_message(arguments: list[str], message: str) -> None:
    done = callsheet("serve", "--port", "0", *arguments)
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_a_taken_port_is_a_message() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = callsheet("serve", "--port", str(port))
    assert done.returncode == 2
    assert f"Port {port}" in done.stderr
    assert "--port" in done.stderr


def test_a_missing_site_is_a_message(tmp_path: Path) -> None:
    done = callsheet("serve", "--port", "0", "--site", tmp_path / "nowhere")
    assert done.returncode == 2
    assert "mkdocs build" in done.stderr


@pytest.mark.parametrize("port", ["65536", "99999", "-1", "1e3", "80a", ""])
def test_a_port_that_cannot_be_is_wrong_usage(port: str) -> None:
    done = in_this_process("serve", "--docs", DOCS, f"--port={port}")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "'--port'" in done.stderr
    assert "Usage: callsheet serve" in done.stderr


@pytest.mark.parametrize("command", ["test", "verify"])
@pytest.mark.parametrize("port", ["65536", "-1", "0", "80a"])
def test_an_address_with_such_a_port_is_wrong_usage(command: str, port: str) -> None:
    address = f"http://127.0.0.1:{port}/"
    done = in_this_process(command, "--docs", DOCS / "reference/Person", "--base-url", address)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == (
        "Error: The base address is not the address of a server; write it as https://api.example.com.\n"
    )


def test_a_host_that_cannot_be_is_said() -> None:
    done = callsheet("serve", "--docs", DOCS, "--host", "a" * 70 + "\u00f6")
    assert done.returncode == 2
    assert "is not the name of a host" in done.stderr


def test_one_thing_is_not_named_in_the_plural(tmp_path: Path) -> None:
    put_page(tmp_path / "docs")
    told = ""
    for arguments in (
        ("samples", "--docs", "docs"),
        ("samples", "--docs", "docs", "--check"),
        ("samples", "--docs", "docs", "--zip", "a.zip"),
        ("export", "postman", "--docs", "docs"),
        ("export", "bruno", "--docs", "docs"),
    ):
        code, output, messages = run(tmp_path, *arguments)
        assert code == 0, messages
        told += output + messages
    assert "1 file written, 1 operation in `postman`." in told
    assert not re.findall(r"\b1 \w+s\b", told)


def test_an_import_says_why_pages_in_the_page_format_are_none(tmp_path: Path) -> None:
    put_page(tmp_path / "docs")
    code, _, messages = run(tmp_path, "import", "markdown", "docs", "--out", "new")
    assert code == 2
    assert "Below `docs` is not an operation in another layout" in messages


def test_a_model_that_is_missing_is_told_as_other_files_are(tmp_path: Path) -> None:
    code, _, messages = run(tmp_path, "serve", "--model", "no.jsonl")
    assert (code, messages) == (
        2,
        "Error: The model `no.jsonl` cannot be read: No such file or directory.\n",
    )
