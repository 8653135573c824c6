"""Programs that authors write into pages: what they are, how they run, and how they are shown."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callsheet.catalog import Catalog
from callsheet.contrib.superoffice.pack import PACK as SUPEROFFICE
from callsheet.findings import Span
from callsheet.reference import DEFAULT_BASE_URL
from callsheet.run import ServerUnderTest, StepResult, Verdict, run_tutorials, tutorials_of
from callsheet.sandbox.inside import main as inside
from callsheet.sandbox.model_files import model_files
from callsheet.source.document import read_document
from callsheet.source.tutorials import (
    MAX_PROGRAMS,
    is_as_shown,
    read_programs,
    unused_programs,
)
from tests.conftest import DOCS
from tests.parcels import page
from tests.test_cli import callsheet, in_this_process
from tests.test_site import build

PARCEL = page(
    "parcel",
    "GET /api/Parcel/{id}",
    path=(("id", "int32", "**Required**"),),
    statuses=(200, 404),
    rows=(("ParcelId", "int32", ""), ("Name", "string", "")),
    example={"ParcelId": 7, "Name": "Box"},
)
CREATE = page(
    "create",
    "POST /api/Parcel",
    body=(("Name", "string", ""),),
    rows=(("ParcelId", "int32", ""), ("Name", "string", "")),
    example={"ParcelId": 7, "Name": "Box"},
    sent={"Name": "Box"},
)


def program(text: str, output: str | None = None) -> str:
    shown = f"\n```output\n{output}\n```\n" if output is not None else ""
    return f"```python run\n{text}\n```\n{shown}\n"


def test_programs_and_outputs_are_read_with_their_lines() -> None:
    text = (
        "---\ntitle: Guide\n---\n# Guide\n\n"
        "```python run\na = 1\n```\n\n```output\n1\n```\n\n"
        "~~~ python  run\nprint(a)\n~~~\n\nBetween.\n\n```output\nnobody's\n```\n\n"
        "```python\nnot_run()\n```\n\n- In a list:\n\n    ```python run\n    no()\n    ```\n"
    )
    first, second = read_programs(text.encode())
    assert (first.text, first.span, first.output) == ("a = 1\n", Span(6, 8), "1\n")
    assert (first.output_line, first.last_line) == (10, 12)
    assert (second.text, second.span, second.output) == ("print(a)\n", Span(14, 16), None)
    assert second.last_line == 16


@pytest.mark.parametrize(
    ("printed", "shown", "expected"),
    [
        ("a\n", "a", True),
        ("a\n\n", "a\n", True),
        ("a", "b", False),
        ("blob 17 is there", "blob ... is there", True),
        ("blob 17 is gone", "blob ... is there", False),
        ("a\nb\nc", "a\n...\nc", True),
        ("aa", "a...a...a", False),
        ("abc", "...", True),
        ("", "...", True),
        ("", "", True),
        ("x", "", False),
        ("one two", "...two...one...", False),
    ],
)
def test_dots_stand_for_any_text(printed: str, shown: str, *, expected: bool) -> None:
    assert is_as_shown(printed, shown) is expected


@given(st.lists(st.text("ab", max_size=4), min_size=1, max_size=5), st.text("ab.", max_size=4))
def test_what_fills_the_dots_is_as_shown(parts: list[str], filling: str) -> None:
    assert is_as_shown(filling.join(parts), "...".join(parts))


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("```python run\n1", 3, "its fence has no end"),
        ("```python run\n1\n\n```output\n1\n```\n", 3, "its fence has no end"),
        ("```python run title=x\n1\n```", 3, "it is marked `python run title=x`, and not"),
        ("~~~ Python run\n1\n~~~", 3, "it is marked `Python run`, and not `python run`"),
        ("- One:\n\n    ```python run\n    1\n    ```\n", 5, "its fence is not at the left"),
        ("1. ```python run\n   1\n   ```\n", 3, "its fence is not at the left margin"),
        ("> ~~~python  run\n> 1\n> ~~~\n", 3, "its fence is not at the left margin"),
        ("!!! note\n    ```python run\n    1\n    ```\n", 4, "its fence is not at the left"),
        ("<div markdown>\n```python run\n1\n```\n</div>\n", 4, "its fence is not at the left"),
        ("```python run\n1\n```\n" * (MAX_PROGRAMS + 1), 303, "the page has more than 100"),
    ],
)
def test_what_looks_like_a_program_and_is_none_is_told(
    text: str, line: int, reason: str, tmp_path: Path
) -> None:
    page = f"# Guide\n\n{text}"
    [unused] = unused_programs(read_document(page.encode()))
    assert (unused.line, unused.reason[: len(reason)]) == (line, reason)
    assert len(read_programs(page.encode())) == (MAX_PROGRAMS if line > 100 else 0)


@pytest.mark.parametrize(
    "text",
    [
        "```python run\n1\n```\n",
        "~~~markdown\n```python run\n1\n```\n~~~\n",
        "- How to write it:\n\n    ~~~markdown\n    ```python run\n    1\n    ```\n    ~~~\n",
        "```python running\n1\n```\n",
        "Write `python run` after the marks.\n",
    ],
)
def test_what_is_run_or_only_shown_is_not_told(text: str) -> None:
    assert not [*unused_programs(read_document(f"# Guide\n\n{text}".encode()))]


def results(folder: Path, text: str) -> list[StepResult]:
    folder.joinpath("guide.md").write_text(f"# Guide\n\n{text}", encoding="utf-8")
    folder.joinpath("parcel.md").write_text(PARCEL, encoding="utf-8")
    catalog = Catalog.read(folder, cached=False)
    server = ServerUnderTest.reference(catalog)
    return list(run_tutorials([*tutorials_of(catalog)], server))


ASK = f"""\
import os, requests
base = os.environ.get("CALLSHEET_BASE_URL", "{DEFAULT_BASE_URL}")
session = requests.Session()
session.headers["Authorization"] = "Bearer callsheet"
print(session.get(base + "/api/Parcel/7", timeout=10).json()["Name"])"""


def test_programs_continue_each_other_and_ask_the_server(tmp_path: Path) -> None:
    text = program(ASK, "Box") + program("open('a.txt', 'w').write('x')\nraise SystemExit(0)")
    text += program("print(base[:4], open('a.txt').read(), __name__)", "http x __main__")
    found = results(tmp_path, text)
    assert [each.verdict for each in found] == [Verdict.PASSED] * 3, found


@pytest.mark.parametrize(
    ("text", "message", "detail", "line"),
    [
        (program("print(1)", "2"), "output differs", "+1", 7),
        (program("1 / 0", "2"), "ended with 1", "ZeroDivisionError: division by zero", 3),
        (program("print(1 +", ""), "ended with 1", "SyntaxError: '(' was never closed", 3),
        (program("raise SystemExit('no')"), "ended with 1", "no", 3),
        (program("import os; os._exit(3)"), "ended with 3", "", 3),
        (program("print('x' * 70_000)"), "prints more than 65536 bytes", "", 3),
    ],
)
def test_what_is_no_longer_true_is_told_with_its_line(
    tmp_path: Path, text: str, message: str, detail: str, line: int
) -> None:
    first, second = results(tmp_path, text + program("print('after')", "after"))
    assert first.verdict is Verdict.FAILED
    assert message in first.message
    assert detail in (first.details or [""])[-1]
    assert not [each for each in first.details if "steps.py" in each]
    assert first.place == ("guide.md", line)
    goes_on = "output differs" in message
    assert second.verdict is (Verdict.PASSED if goes_on else Verdict.SKIPPED)


def test_a_traceback_names_the_page_and_its_lines(tmp_path: Path) -> None:
    first = program("def half(x):\n    note = '\x0c'\n    return x / 0")
    broken = program("a = 1\n\nprint(half(a))")
    [_, failed] = results(tmp_path, f"{first}Between.\n\n{broken}")
    page = (tmp_path / "guide.md").read_text().split("\n")
    inner, outer = page.index("    return x / 0") + 1, page.index("print(half(a))") + 1
    told = [line.strip() for line in failed.details]
    at = told.index(f'File "guide.md", line {outer}, in <module>')
    assert told[at + 1] == "print(half(a))"
    at = told.index(f'File "guide.md", line {inner}, in half')
    assert told[at + 1] == "return x / 0"
    [wrong] = results(tmp_path, program("a = 1\nb = = 2"))
    assert 'File "guide.md", line 5' in wrong.details[0]
    assert not [line for line in (*failed.details, *wrong.details) if "step" in line]


# Slow because it starts the command, with its server, five times.
@pytest.mark.slow
def test_a_page_outside_of_the_docs_directory_is_not_run(tmp_path: Path) -> None:
    mark = tmp_path / "was-run"
    outside = tmp_path / "outside.md"
    outside.write_text(program(f"open({str(mark)!r}, 'w').close()"))
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/parcel.md").write_text(PARCEL)
    (tmp_path / "docs/guide.md").symlink_to(outside)
    (tmp_path / "docs/gone.md").symlink_to(tmp_path / "nothing.md")
    callsheet("test", "--docs", tmp_path / "docs", cwd=tmp_path)
    assert not mark.exists()


def test_a_program_that_ends_the_process_is_told(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    text = PARCEL + "\n" + program("import os; os._exit(0)") + program("print(1)")
    (tmp_path / "docs/parcel.md").write_text(text)
    done = callsheet("test", "--docs", tmp_path / "docs", cwd=tmp_path)
    assert done.returncode == 1
    assert "ended the process" in done.stdout


@pytest.mark.slow
def test_the_command_runs_tutorials_beside_the_samples(tmp_path: Path) -> None:
    (tmp_path / "parcel.md").write_text(PARCEL, encoding="utf-8")
    guide = tmp_path / "guide.md"
    guide.write_text(f"# Guide\n\n{program(ASK, 'Box')}", encoding="utf-8")
    passed = callsheet("test", "--docs", tmp_path, "-k", "guide")
    assert passed.returncode == 0, passed.stderr
    assert "1 program in" in passed.stdout
    guide.write_text(f"# Guide\n\n{program(ASK, 'Bag')}", encoding="utf-8")
    failed = callsheet("test", "--docs", tmp_path)
    assert failed.returncode == 1
    assert "guide.md:11: failed program 1 of the page" in failed.stdout
    assert "| -Bag" in failed.stdout
    assert "| +Box" in failed.stdout
    as_json = json.loads(callsheet("test", "--docs", tmp_path, "--format", "json").stdout)
    [step] = as_json["tutorials"]
    assert (step["number"], step["verdict"], step["line"]) == (1, "failed", 11)
    assert as_json["counts"]["failed"] == 1
    junit = callsheet("test", "--docs", tmp_path, "--format", "junit").stdout
    assert 'name="program 1"' in junit
    # Its programs would change what is there.
    live = callsheet("test", "--docs", tmp_path, "--base-url", "http://127.0.0.1:9")
    assert "guide.md" not in live.stdout


def test_a_guide_without_operations_is_run_without_a_word_about_them(tmp_path: Path) -> None:
    guide = tmp_path / "guide.md"
    guide.write_text(program("print(1)", "1") + "```python run twice\n1\n```\n")
    done = in_this_process("test", "--docs", tmp_path)
    assert done.exit_code == 0
    assert done.stderr == (
        f"warning: {os.path.relpath(guide)}:9: The program is not run:"
        " it is marked `python run twice`, and not `python run`.\n"
    )
    assert done.stdout.split(" in ")[0] == "1 program"


def test_a_site_shows_programs_with_what_they_print(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    text = program("print('<b>', open('assets/image.png'))", "<b> ...") + program("x = 1")
    (docs / "index.md").write_text(f"# Guide\n\nBefore.\n\n{text}After.\n", encoding="utf-8")
    (docs / "plain.md").write_text("```python\nprint(1)\n```\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Parcels\ntheme: mkdocs\nplugins: [callsheet]\n", encoding="utf-8"
    )
    assert build(tmp_path).returncode == 0
    html = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    assert html.count('<div class="callsheet-program" data-language="python" data-step="') == 2
    assert '<a href="assets/callsheet/assets/image.png" download>' in html
    assert "<code>&lt;b&gt; ...\n</code>" in html
    assert html.index("Before.") < html.index('data-step="1"') < html.index("After.")
    assert "data-step" not in (tmp_path / "site/plain/index.html").read_text(encoding="utf-8")


def test_a_tutorial_in_the_page_has_a_workspace_that_it_begins_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    docs, model = tmp_path / "docs", tmp_path / "model"
    docs.mkdir()
    model.mkdir()
    (docs / "parcel.md").write_text(PARCEL, encoding="utf-8")
    (docs / "create.md").write_text(CREATE, encoding="utf-8")
    for name, content in model_files(Catalog.read(docs, cached=False)):
        (model / name).write_bytes(content)
    monkeypatch.setattr(inside, "FOLDER", tmp_path / "run")
    monkeypatch.setattr("requests.adapters.HTTPAdapter.send", None)
    sandbox = inside.Sandbox(str(model), ())
    make = 'made = session.post(base + "/api/Parcel", json={"Name": "New"}).json()["ParcelId"]'

    def ran(text: str, tutorial: str, step: int) -> str:
        code, _ = sandbox.run(f"step{step}.py", text, {}, {}, tutorial, step)
        printed = capsys.readouterr()
        assert code == 0, printed.err
        return printed.out.strip()

    first = ran(f"{ASK}\n{make}\nprint(made)", "/guide/", 1)
    assert ran(f"{make}\nprint(made)", "/guide/", 2) != first, "the first is remembered"
    assert ran(f"{ASK}\n{make}\nprint(made)", "/guide/", 1) == first
    # What stands alone has the state of everybody, and none of those names.
    assert ran(f"{ASK}\n{make}\nprint(made)", "", 0) == first
    assert sandbox.run("a.py", "session", {}, {})[0] == 1


def test_the_tutorials_of_the_documentation_are_true() -> None:
    catalog = Catalog.read(DOCS)
    [tutorial] = tutorials_of(catalog)
    assert tutorial.path == "images.md"
    found = list(run_tutorials([tutorial], ServerUnderTest.reference(catalog, [SUPEROFFICE])))
    assert [each.message for each in found] == [""] * 5
