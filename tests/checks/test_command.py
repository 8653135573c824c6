"""`callsheet check` as its users call it: what it prints, and how it exits."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from callsheet.checks.engine.registry import all_rules
from callsheet.checks.rules.specimen import PATH, specimen
from tests.checks.trees import FAMILIES, SLIP_LINE, broken, command, copy, run, write
from tests.processes import CALLSHEET

SELECT = ("--select", ",".join(FAMILIES))
AMBIGUOUS = specimen().replace("v1Parcel_Change", "v1Parcel_Put").replace("parcelId", "number")
"""A page whose route is like that of the correct page, which is a note."""


def codes(output: str) -> list[str]:
    return [finding["code"] for finding in json.loads(output)["findings"]]


def test_no_findings_exit_with_0(tmp_path: Path) -> None:
    assert run(write(tmp_path)) == (0, "No findings in 2 pages.\n", "")


def test_a_finding_exits_with_1_and_is_shown_with_its_line(tmp_path: Path) -> None:
    docs = write(tmp_path / "docs", {PATH: broken()})
    code, output, messages = run(Path("docs"), cwd=docs.parent)
    assert (code, messages) == (1, "")
    first, *_ = output.splitlines()
    assert first.startswith(f"docs/{PATH}:{SLIP_LINE}:1: error CS010 ")
    assert "| Content-Type application/json" in output
    assert "^" * len("Content-Type application/json") in output
    assert "hint:" in output
    assert "1 error in 1 of 2 pages." in output.splitlines()
    assert "\x1b" not in output


@pytest.mark.parametrize("folder", [Path(PATH).parent, Path("docs", PATH).parent])
def test_a_folder_stands_for_its_pages(tmp_path: Path, folder: Path) -> None:
    docs = write(tmp_path / "docs", {PATH: broken(), "other/a.md": broken()})
    code, output, _ = run(Path("docs"), str(folder), "--format", "json", cwd=docs.parent)
    assert code == 1
    assert {each["path"] for each in json.loads(output)["findings"]} == {f"docs/{PATH}"}


def test_files_outside_of_the_docs_are_said_to_be_unchecked(tmp_path: Path) -> None:
    docs = write(tmp_path / "docs", {PATH: broken()})
    (tmp_path / "README.md").write_text("# GET /a\n", encoding="utf-8")
    code, _, messages = run(Path("docs"), "README.md", cwd=tmp_path)
    assert (code, messages) == (
        0,
        "None of the named files is below `docs`: they are not checked.\n",
    )
    code, _, messages = run(Path("docs"), "README.md", str(docs / PATH), cwd=tmp_path)
    assert (code, messages) == (1, "")


@pytest.mark.parametrize(
    ("level", "expected"), [("error", 0), ("warning", 0), ("note", 1), (None, 0)]
)
def test_the_level_says_what_fails(tmp_path: Path, level: str | None, expected: int) -> None:
    write(tmp_path, {"Archive/v1Parcel_Put.md": AMBIGUOUS})
    arguments = ("--fail-level", level) if level else ()
    code, output, _ = run(tmp_path, *arguments, "--format", "json")
    assert codes(output) == ["CS022"]
    assert code == expected


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--nonsense"], "No such option"),
        (["--format", "xml"], "'xml' is not one of"),
        (["--select", "CS999"], "There is no rule `CS999`"),
        (["--ignore", "nonsense"], "There is no rule `nonsense`"),
        (["--fail-level", "fatal"], "'fatal' is not one of"),
        (["nowhere.md"], "There is no page `nowhere.md`"),
        (["--write-baseline"], "Name the baseline"),
        (["--write-baseline", "--fix"], "cannot be combined"),
        (["--watch", "--fix"], "cannot be combined"),
        (["-f", "nowhere.yml"], "There is no `nowhere.yml`"),
    ],
)
def test_wrong_usage_exits_with_2(tmp_path: Path, arguments: list[str], message: str) -> None:
    code, output, messages = run(write(tmp_path), *arguments)
    assert (code, output) == (2, "")
    assert message in messages
    assert "Traceback" not in messages


def test_a_missing_folder_exits_with_2(tmp_path: Path) -> None:
    code, output, messages = run(tmp_path / "nowhere", cwd=tmp_path)
    assert (code, output) == (2, "")
    assert "There is no docs directory" in messages


@pytest.mark.skipif(os.geteuid() == 0, reason="root can open every file")
def test_a_page_that_cannot_be_opened_exits_with_2(tmp_path: Path) -> None:
    (write(tmp_path) / PATH).chmod(0)
    code, output, messages = run(tmp_path)
    assert (code, output) == (2, "")
    assert "cannot be read" in messages


def test_rules_are_chosen_by_code_name_and_beginning(tmp_path: Path) -> None:
    page = broken("| 404 | There is", "| 4o4 | There is", broken())
    docs = write(tmp_path, {PATH: page})
    both = ["CS009", "CS010"]
    for arguments, expected in (
        ((), both),
        (("--ignore", "CS010"), ["CS009"]),
        (("--ignore", "malformed-message"), ["CS009"]),
        (("--ignore", "CS0"), []),
        (("--ignore", "CS009,CS010"), []),
        (("--ignore", "CS009", "--ignore", "CS010"), []),
    ):
        code, output, _ = run(docs, *arguments, "--format", "json")
        assert codes(output) == expected
        assert code == bool(expected)


def configured(folder: Path, check: str) -> Path:
    """A site whose configuration has options of docs CI."""
    write(folder / "docs", {PATH: broken()})
    (folder / "mkdocs.yml").write_text(
        f"site_name: x\nplugins:\n  - callsheet:\n      check: {check}\n"
    )
    return folder


@pytest.mark.parametrize(
    ("check", "code", "found"),
    [
        ("{select: [CS010]}", 1, ["CS010"]),
        ("{select: [CS009]}", 0, []),
        ("{select: [CS0], ignore: [malformed-message]}", 0, []),
        ("{select: [CS0], severity: {CS010: note}}", 0, ["CS010"]),
        ("{select: [CS0], severity: {CS010: note}, fail_level: note}", 1, ["CS010"]),
        ("{select: [CS0], fail_level: error}", 1, ["CS010"]),
        ("{select: [CS0], accept: [CS010]}", 1, ["CS010"]),
    ],
)
def test_the_configuration_is_followed(
    tmp_path: Path, check: str, code: int, found: list[str]
) -> None:
    done, output, _ = command("--format", "json", cwd=configured(tmp_path, check))
    assert (done, codes(output)) == (code, found)


@pytest.mark.parametrize(
    ("check", "message"),
    [
        ("[CS010]", "is not a mapping"),
        ("{selekt: [CS010]}", "has no option `selekt`"),
        ("{select: CS010}", "is not a list of texts"),
        ("{ignore: [1]}", "is not a list of texts"),
        ("{severity: {CS010: fatal}}", "error, warning, note"),
        ("{severity: [CS010]}", "no usable `severity`"),
        ("{fail_level: never}", "error, warning, note"),
        ("{baseline: 1}", "no usable `severity` or `baseline`"),
        ("{accept: [CS999]}", "There is no rule `CS999`"),
        ("{severity: {CS999: note}}", "There is no rule `CS999`"),
    ],
)
def test_a_configuration_of_no_use_exits_with_2(tmp_path: Path, check: str, message: str) -> None:
    code, output, messages = command(cwd=configured(tmp_path, check))
    assert (code, output) == (2, "")
    assert message in messages
    assert "Traceback" not in messages


def test_the_baseline_of_the_configuration_is_beside_it(tmp_path: Path) -> None:
    site = configured(tmp_path, "{select: [CS0], baseline: known.json}")
    assert command("--write-baseline", cwd=site)[0] == 0
    assert (site / "known.json").is_file()
    (site / "sub").mkdir()
    assert command("-f", "../mkdocs.yml", cwd=site / "sub")[0] == 0


def test_only_the_named_pages_are_reported(tmp_path: Path) -> None:
    docs = write(
        tmp_path / "docs", {PATH: broken(), "Depot/v1Parcel_Change2.md": broken(text=copy(2))}
    )
    (tmp_path / "README.md").write_text("# Not a page\n")
    for page in (f"docs/{PATH}", str(docs / PATH), PATH):
        code, output, _ = run(Path("docs"), "--format", "json", page, "README.md", cwd=tmp_path)
        assert code == 1
        assert [f["path"] for f in json.loads(output)["findings"]] == [f"docs/{PATH}"]
    # A hook that is given files that are not pages has nothing to say.
    assert run(Path("docs"), "README.md", cwd=tmp_path)[0] == 0


def test_each_format_is_written_to_a_file_whole(tmp_path: Path) -> None:
    docs = write(tmp_path / "docs", {PATH: broken()})
    for form in ("text", "json", "sarif", "junit", "github", "gitlab", "markdown", "html"):
        file = tmp_path / f"report.{form}"
        code, output, _ = run(docs, "--format", form, "-o", file)
        assert (code, output) == (1, "")
        text = file.read_text(encoding="utf-8")
        assert "CS010" in text
        if form in ("json", "sarif", "gitlab"):
            assert json.loads(text)
        if form == "junit":
            assert ET.fromstring(text).tag == "testsuites"  # noqa: S314 - our own


def test_a_habit_is_one_finding_unless_all_are_wanted(tmp_path: Path) -> None:
    pages = {}
    for number in range(2, 32):
        page = broken("## Query String Parameters", "## What You Ask For", copy(number))
        pages[f"Depot/v1Parcel_Change{number}.md"] = page
    other = broken("## Request Headers", "## Fields", copy(40))
    docs = write(tmp_path, {**pages, "Depot/v1Parcel_Change40.md": other})
    _, output, _ = run(docs, "--format", "json")
    summary, differs = json.loads(output)["findings"]
    assert (summary["code"], differs["code"]) == ("CS008", "CS008")
    assert len(summary["related"]) == 30
    assert "30 of 33 pages" in summary["message"]
    assert differs["path"].endswith("Change40.md")
    assert "`Fields`" in differs["message"]
    _, output, _ = run(docs, "--format", "json", "--no-summaries")
    assert codes(output) == ["CS008"] * 31


@pytest.mark.parametrize("name", ["CS010", "cs010", "malformed-message"])
def test_a_rule_can_be_explained(tmp_path: Path, name: str) -> None:
    # That needs no pages.
    code, output, _ = command("--explain", name, cwd=tmp_path)
    assert code == 0
    assert output.startswith("# CS010: malformed-message\n")
    assert all_rules()["CS010"].hint in output


def test_the_rules_of_a_group_are_listed_and_a_slip_is_told(tmp_path: Path) -> None:
    code, output, _ = command("--explain", "secrets", cwd=tmp_path)
    assert code == 0
    assert {line[:3] for line in output.splitlines()} == {"CS7"}
    code, _, messages = command("--explain", "malformd-message", cwd=tmp_path)
    assert (code, "Did you mean `malformed-message`?" in messages) == (2, True)
    code, _, messages = command("--explain", "nothing-at-all", cwd=tmp_path)
    assert (code, len(messages) < 200, "`links`" in messages) == (2, True, True)


def test_colours_are_for_terminals_and_can_be_refused(tmp_path: Path) -> None:
    pty = pytest.importorskip("pty")
    write(tmp_path, {PATH: broken()})
    for variables, coloured in (({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)):
        environment = {**os.environ, "TERM": "xterm", **variables}
        primary, secondary = pty.openpty()
        with subprocess.Popen(
            [CALLSHEET, "check", "--docs", tmp_path, *SELECT], stdout=secondary, env=environment
        ):
            os.close(secondary)
            output = b""
            while chunk := read(primary):
                output += chunk
        os.close(primary)
        assert b"CS010" in output
        assert (b"\x1b[" in output) is coloured


def read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 4096)
    except OSError:  # how Linux says that the other end is closed
        return b""


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("number", [signal.SIGINT])
def test_watch_checks_again_and_ends_when_asked(tmp_path: Path, number: signal.Signals) -> None:
    write(tmp_path)
    with subprocess.Popen(
        [CALLSHEET, "check", "--docs", tmp_path, *SELECT, "--watch"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        # Shells start what runs in the background with this signal ignored.
        preexec_fn=lambda: signal.signal(number, signal.SIG_DFL),
    ) as process:
        try:
            assert process.stdout is not None
            assert process.stderr is not None
            assert process.stdout.readline() == "No findings in 2 pages.\n"
            assert process.stderr.readline() == "Waiting for changes; press Ctrl+C to stop.\n"
            (tmp_path / PATH).write_text(broken())
            assert "CS010" in process.stdout.readline()
            assert process.stderr.readline() == "Waiting for changes; press Ctrl+C to stop.\n"
            process.send_signal(number)
            process.wait(timeout=30)
            rest, errors = process.stdout.read(), process.stderr.read()
        finally:
            process.kill()
    assert "1 error in 1 of 2 pages." in rest
    assert errors == ""
    assert process.returncode == 0


def test_the_projects_own_pages_are_clean() -> None:
    root = Path(__file__).parent.parent.parent
    code, output, messages = command("--fail-level", "note", cwd=root)
    assert (code, messages) == (0, ""), output
