"""Options that would have no effect, numbers out of range, and files that cannot be written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from callsheet.cli import COMMANDS, main
from callsheet.cli.options import NumberRange, OutputFile
from tests.conftest import DOCS
from tests.test_cli import in_this_process

PAGES = f"--docs {DOCS}"
LIVE = "--base-url http://127.0.0.1:9"

MODEL = "with --model, which is read instead of pages"
REFERENCE = "on the reference server, without --base-url"
WITHOUT_EFFECT = {
    "check --explain CS101 --format json": "--format has no effect with --explain.",
    "check --explain CS101 page.md": "PAGES has no effect with --explain.",
    "check --explain-layout --fix page.md": "--fix has no effect with --explain-layout.",
    "check --format json --all": "--all has no effect with --format json.",
    "check --format html --statistics": "--statistics has no effect with --format html.",
    "check --diff -o report": "--output has no effect with --diff.",
    "check --write-baseline --fail-level note": "--fail-level has no effect with --write-baseline.",
    "check --watch --fail-level note": "--fail-level has no effect with --watch.",
    "diff --schema --level text": "--level has no effect with --schema.",
    "diff --schema v1": "OLD has no effect with --schema.",
    "export model --schema --docs d": "--docs has no effect with --schema.",
    "import openapi --update --force f": "--force has no effect with --update.",
    "import openapi --update --verbose f": "--verbose has no effect with --update.",
    "samples --explain uid --check": "--check has no effect with --explain.",
    "samples --zip a.zip --out d": "--out has no effect with --zip.",
    "samples --zip a.zip --check": "--check has no effect with --zip.",
    "serve --reset": "--reset has no effect without --database, as the state is in memory.",
    "serve --model m --docs d": f"--docs has no effect {MODEL}.",
    "serve --model m --watch": f"--watch has no effect {MODEL}.",
    "test --rate 2": "--rate has no effect without --variations.",
    "test --unsafe": "--unsafe has no effect without --variations.",
    "test --max-requests 2": "--max-requests has no effect without --variations.",
    "test --max-seconds 2": "--max-seconds has no effect without --variations.",
    "test --variations --rate 2": f"--rate has no effect {REFERENCE}.",
    "test --timeout 2": f"--timeout has no effect {REFERENCE}.",
    "test --header a:b": f"--header has no effect {REFERENCE}.",
    f"test {LIVE} --pack superoffice": "--pack has no effect on a live server.",
    f"test {LIVE} --variations --unsafe --live-read-only": (
        "--unsafe has no effect with --live-read-only."
    ),
}


@pytest.mark.parametrize("line", WITHOUT_EFFECT)
def test_an_option_without_effect_is_refused(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = in_this_process(*line.split())
    assert done.exit_code == 2
    assert done.stderr.splitlines()[-1] == f"Error: {WITHOUT_EFFECT[line]}"
    assert not [*tmp_path.iterdir()]


def test_the_rules_of_the_project_are_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = in_this_process("check", "--explain", "CS999")
    assert (done.exit_code, "There is no rule `CS999`" in done.stderr) == (2, True)
    (tmp_path / "mkdocs.yml").write_text(
        "docs_dir: pages\nplugins:\n- callsheet:\n    check:\n      rules: [gone_rules]\n"
    )
    done = in_this_process("check", "--explain", "CS101")
    assert "The rules `gone_rules` cannot be imported" in done.stderr


def test_a_cache_that_cannot_be_written_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null")
    done = in_this_process("sandbox", "install")
    assert done.exit_code == 2
    assert done.stderr == (
        "Error: Pyodide cannot be written to `/dev/null/callsheet`: Not a directory. The"
        " environment variable XDG_CACHE_HOME names another folder for caches.\n"
    )


def options() -> Iterator[tuple[str, click.Option]]:
    """Yield every option with the words of its command."""
    context = click.Context(main)
    for name in COMMANDS:
        command = main.get_command(context, name)
        group = command.commands.items() if isinstance(command, click.Group) else [("", command)]
        for word, each in group:
            assert each
            for parameter in each.params:
                if isinstance(parameter, click.Option):
                    yield f"{name} {word}".strip(), parameter


def test_every_number_has_a_range_that_nan_is_not_in() -> None:
    for command, option in options():
        kind = option.type
        assert kind not in (click.FLOAT, click.INT), (command, option.opts)
        if isinstance(kind, click.FloatRange):
            assert isinstance(kind, NumberRange), (command, option.opts)
            assert kind.min is not None
            assert kind.max is not None


def test_every_file_that_is_written_at_the_end_is_tried_before() -> None:
    # Those of `new` and `record` are written when the command begins.
    at_once = {"new operation", "record"}
    written = [
        (command, option)
        for command, option in options()
        if option.metavar == "FILE" and "rite" in (option.help or "") and command not in at_once
    ]
    assert len(written) >= 10
    for command, option in written:
        assert isinstance(option.type, OutputFile), (command, option.opts)


@pytest.mark.parametrize(
    "arguments",
    [
        "--variations --max-seconds nan",
        "--variations --max-seconds inf",
        "--variations --max-seconds -1",
        "--variations --max-requests 0",
        f"{LIVE} --timeout nan",
        f"{LIVE} --variations --rate nan",
        f"{LIVE} --variations --rate inf",
        "--fail-under nan",
        "--fail-under inf",
    ],
)
def test_a_number_out_of_range_is_refused(arguments: str) -> None:
    done = in_this_process("test", *PAGES.split(), *arguments.split())
    assert done.exit_code == 2
    assert "Invalid value" in done.stderr


@pytest.mark.parametrize("option", ["-o", "--coverage", "--cobertura"])
def test_a_report_that_cannot_be_written_is_told_before_programs_run(
    option: str, tmp_path: Path
) -> None:
    # A folder without pages would be told, if pages were read first.
    done = in_this_process("test", "--docs", tmp_path, option, tmp_path / "gone" / "report")
    assert done.exit_code == 2
    assert done.stderr == (
        f"Error: `{tmp_path / 'gone' / 'report'}` cannot be written: No such file or directory.\n"
    )
    assert not [*tmp_path.iterdir()]


def test_trying_a_file_leaves_it_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "report"
    file.write_text("before")
    kind = OutputFile()
    assert kind.convert(str(file), None, None) == file
    assert kind.convert("/dev/null", None, None) == Path("/dev/null")
    assert file.read_text() == "before"
    assert [*tmp_path.iterdir()] == [file]
