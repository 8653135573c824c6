"""Fixes: all or nothing of each, and every other byte of the page stays."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from callsheet.checks.engine import fixes
from callsheet.checks.engine.fixes import Fixed, apply_edits, write_fixed
from callsheet.checks.rules.specimen import PATH, specimen
from callsheet.findings import Edit, Finding, Related, Severity
from tests.checks.trees import FENCE, broken, command, copy, run, write

UNUSED = broken(FENCE, f"<!-- callsheet: ignore CS009 -->\n{FENCE}")
"""The correct page with a comment that has no use, which `--fix` takes out."""


def insert(line: int, column: int, text: str) -> tuple[Edit, ...]:
    return (Edit(line, column, line, column, text),)


@pytest.mark.parametrize(
    ("data", "edits", "expected"),
    [
        (b"one\ntwo\n", [insert(2, 4, "!")], b"one\ntwo!\n"),
        (b"one\r\ntwo\r\n", [insert(1, 4, "\nhalf")], b"one\r\nhalf\r\ntwo\r\n"),
        (b"one\rtwo", [insert(2, 1, "a\n")], b"one\ra\rtwo"),
        (b"\xef\xbb\xbfone\n", [insert(1, 1, "A ")], b"\xef\xbb\xbfA one\n"),
        (b"one\ntwo", [insert(2, 4, "!")], b"one\ntwo!"),
        (b"one\ntwo", [(Edit(2, 1, 3, 1, ""),)], b"one\n"),
        (b"one\ntwo\n", [(Edit(1, 1, 2, 1, ""),)], b"two\n"),
        (b"one\n", [insert(2, 1, "two\n")], b"one\ntwo\n"),
        ("ä𝄞b\n".encode(), [(Edit(1, 3, 1, 4, "c"),)], "ä𝄞c\n".encode()),
    ],
)
def test_edits_count_lines_and_characters(
    data: bytes, edits: Sequence[Sequence[Edit]], expected: bytes
) -> None:
    assert apply_edits(data, edits) == expected


@pytest.mark.parametrize(
    "edits",
    [
        [(Edit(1, 1, 1, 3, "x"),), (Edit(1, 2, 1, 4, "y"), *insert(2, 1, "y"))],
        [(Edit(1, 1, 1, 3, "x"),), (*insert(2, 1, "y"), *insert(2, 9, "y"))],
        [(Edit(1, 1, 1, 3, "x"),), insert(9, 1, "y")],
        [(Edit(1, 1, 1, 3, "x"),), (Edit(2, 3, 2, 1, "y"),)],
        [(Edit(1, 1, 1, 3, "x"),), insert(0, 1, "y")],
    ],
    ids=["overlap", "off the line", "off the page", "backwards", "line zero"],
)
def test_a_fix_that_has_no_place_is_left_out_as_a_whole(edits: Sequence[Sequence[Edit]]) -> None:
    assert apply_edits(b"one\ntwo\n", edits) == b"xe\ntwo\n"


def test_of_two_insertions_at_one_place_the_first_is_made() -> None:
    assert apply_edits(b"one\n", [insert(1, 1, "a"), insert(1, 1, "b")]) == b"aone\n"


def test_a_page_that_is_no_utf8_is_left_alone() -> None:
    assert apply_edits(b"one\xff\n", [insert(1, 1, "a")]) == b"one\xff\n"


def test_the_command_fixes_and_says_so(tmp_path: Path) -> None:
    write(tmp_path, {PATH: UNUSED})
    assert run(tmp_path, "--fail-level", "warning")[0] == 1
    code, output, messages = run(tmp_path, "--fix")
    assert (code, messages) == (0, "1 place on 1 page was fixed.\n")
    assert "No findings" in output
    assert (tmp_path / PATH).read_text(encoding="utf-8") == specimen()


@pytest.mark.parametrize("ending", ["\r\n", "\n"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_the_byte_order_mark_stay(tmp_path: Path, ending: str, bom: bytes) -> None:
    def data(text: str) -> bytes:
        return bom + text.removesuffix("\n").replace("\n", ending).encode()

    write(tmp_path)
    (tmp_path / PATH).write_bytes(data(UNUSED))
    assert run(tmp_path, "--fix")[0] == 0
    assert (tmp_path / PATH).read_bytes() == data(specimen())


def test_the_diff_is_shown_and_nothing_is_written(tmp_path: Path) -> None:
    write(tmp_path / "docs", {PATH: UNUSED})
    code, output, _ = run(Path("docs"), "--diff", cwd=tmp_path)
    assert code == 0
    assert (tmp_path / "docs" / PATH).read_text(encoding="utf-8") == UNUSED
    lines = output.splitlines()
    assert lines[:2] == [f"--- a/docs/{PATH}", f"+++ b/docs/{PATH}"]
    assert [line for line in lines[2:] if line.startswith(("+", "-"))] == [
        "-<!-- callsheet: ignore CS009 -->"
    ]


@pytest.mark.skipif(shutil.which("patch") is None, reason="there is no `patch`")
def test_the_diff_can_be_applied(tmp_path: Path) -> None:
    import subprocess

    docs = write(tmp_path, {PATH: UNUSED.removesuffix("\n")})
    output = run(Path(), "--diff", cwd=docs)[1]
    subprocess.run(["patch", "-p1"], cwd=docs, input=output, text=True, check=True, timeout=120)  # noqa: S607
    assert (docs / PATH).read_text(encoding="utf-8") == specimen().removesuffix("\n")


def test_what_is_not_reported_is_not_fixed(tmp_path: Path) -> None:
    write(tmp_path, {PATH: UNUSED})
    run(tmp_path, "--fix", "--ignore", "CS901")
    run(tmp_path, "--fix", "index.md")
    assert (tmp_path / PATH).read_text(encoding="utf-8") == UNUSED


def test_a_page_that_was_changed_meanwhile_is_not_written(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("newer\n")
    assert not write_fixed(tmp_path, Fixed("page.md", b"old\n", b"fixed\n"))
    assert (tmp_path / "page.md").read_text() == "newer\n"
    assert [file.name for file in tmp_path.iterdir()] == ["page.md"]


def test_a_page_outside_of_the_tree_is_not_written(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("old\n")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "link.md").symlink_to(tmp_path / "page.md")
    for path in ("link.md", "../page.md"):
        assert not write_fixed(tmp_path / "docs", Fixed(path, b"old\n", b"fixed\n"))
    assert (tmp_path / "page.md").read_text() == "old\n"


def test_a_written_page_keeps_its_mode(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("old\n")
    page.chmod(0o640)
    assert write_fixed(tmp_path, Fixed("page.md", b"old\n", b"fixed\n"))
    assert page.read_text() == "fixed\n"
    assert os.stat(page).st_mode & 0o777 == 0o640  # noqa: PTH116


def finding(text: bytes, path: str, wrong: bytes, right: str) -> list[Finding]:
    """One finding for each place of a word, which a fix replaces by another."""
    lines = text.split(b"\n")
    numbers = [number for number, line in enumerate(lines, 1) if line == wrong]
    plain = Finding(path, 1, 1, "CS000", Severity.NOTE, "", "")
    return [replace(plain, line=n, fix=(Edit(n, 1, n, len(wrong) + 1, right),)) for n in numbers]


def test_fixes_go_on_until_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_bytes(b"a\nb\n")

    def check(replaced: Mapping[str, bytes]) -> list[Finding]:
        data = replaced.get("page.md", b"a\nb\n")
        found = finding(data, "page.md", b"a", "c")
        others = finding(data, "page.md", b"b", "c")
        # `b` can be fixed only when there is no `a`.
        return [*found, *(replace(f, fix=()) if found else f for f in others)]

    [fixed] = fixes.fix(tmp_path, check)
    assert (fixed.after, fixed.places) == (b"c\nc\n", 2)
    assert (tmp_path / "page.md").read_bytes() == b"a\nb\n"


def test_a_fix_is_taken_back_that_only_moves_a_mistake_to_another_rule(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_bytes(b"a\na\nx\n")

    def check(replaced: Mapping[str, bytes]) -> list[Finding]:
        data = replaced.get("page.md", b"a\na\nx\n")
        other = (replace(f, code="CS001", fix=()) for f in finding(data, "page.md", b"b", "")[:1])
        right = (replace(f, code="CS002") for f in finding(data, "page.md", b"x", "y"))
        # Two findings become one of another rule, so that there are fewer.
        return [*finding(data, "page.md", b"a", "b"), *other, *right]

    [fixed] = fixes.fix(tmp_path, check)
    assert (fixed.after, fixed.places) == (b"a\na\ny\n", 1)


def test_a_fix_is_taken_back_that_another_page_pays_for(tmp_path: Path) -> None:
    pages = {"one.md": b"a\n", "two.md": b"x\n"}
    for path, data in pages.items():
        (tmp_path / path).write_bytes(data)

    def check(replaced: Mapping[str, bytes]) -> list[Finding]:
        now = {**pages, **replaced}
        found = finding(now["one.md"], "one.md", b"a", "b")
        if now["one.md"] == b"b\n":
            blame = Related("one.md", 1, "")
            found.append(Finding("up.md", 1, 1, "CS001", Severity.NOTE, "", "", related=(blame,)))
        others = finding(now["two.md"], "two.md", b"x", "y")
        return [*found, *(replace(f, code="CS002") for f in others)]

    assert fixes.fix(tmp_path, check) == [Fixed("two.md", b"x\n", b"y\n")]


@pytest.mark.parametrize(
    "written",
    ["Required if it is heavy.", "*Required* when it is heavy.", "(required) for boxes."],
)
def test_what_is_required_only_sometimes_is_not_marked(tmp_path: Path, written: str) -> None:
    text = specimen().replace("Its weight in grams.", written, 1)
    docs = write(tmp_path, {PATH: text})
    command("--docs", docs, "--fix", cwd=docs)
    assert (docs / PATH).read_text() == text


@pytest.mark.parametrize(
    "right", ["| notify | bool |", "| parcelId | int32 | The parcel. **Required** |"]
)
def test_nothing_is_fixed_between_the_marks_of_a_merge(tmp_path: Path, right: str) -> None:
    wrong = right.replace("bool", "boole").replace("**Required**", "*Required*")
    both = f"<<<<<<< ours\n{wrong}\n=======\n{right}\n>>>>>>> theirs"
    line = next(line for line in specimen().split("\n") if line.startswith(right))
    docs = write(tmp_path, {PATH: specimen().replace(line, both + line.removeprefix(right))})
    text = (docs / PATH).read_text()
    code, _, messages = command("--docs", docs, "--fix", cwd=docs)
    assert code == 1
    assert "0 places on 0 pages were fixed." in messages
    assert (docs / PATH).read_text() == text


def test_no_fix_is_promised_where_bytes_are_not_text(tmp_path: Path) -> None:
    docs = write(tmp_path)
    data = (docs / PATH).read_bytes() + b"\nHere\xe2\x80\x8b is\xff.\n"
    (docs / PATH).write_bytes(data)
    code, output, _ = command("--docs", docs, cwd=docs)
    assert code == 1
    assert "CS001" in output
    assert "can fix" not in output
    command("--docs", docs, "--fix", cwd=docs)
    assert (docs / PATH).read_bytes() == data


def test_the_number_said_is_the_number_fixed(tmp_path: Path) -> None:
    texts = (copy(n).replace("| int32 | Its w", "| Int32 | Its w") for n in range(2, 40))
    pages = {f"Depot/v1Parcel_Change{n}.md": text for n, text in enumerate(texts, 2)}
    docs = write(tmp_path, pages)
    _, output, _ = command("--docs", docs, cwd=docs)
    assert "can fix 38 places on 38 pages;" in output
    _, _, messages = command("--docs", docs, "--fix", cwd=docs)
    assert "38 places on 38 pages were fixed." in messages


def test_a_fix_that_makes_nothing_better_is_taken_back(tmp_path: Path) -> None:
    pages = {"one.md": b"a\n", "two.md": b"x\n"}
    for path, data in pages.items():
        (tmp_path / path).write_bytes(data)

    def check(replaced: Mapping[str, bytes]) -> list[Finding]:
        now = {**pages, **replaced}
        return [
            *finding(now["one.md"], "one.md", b"a", "b"),
            *finding(now["one.md"], "one.md", b"b", "a"),
            *finding(now["two.md"], "two.md", b"x", "y"),
        ]

    assert fixes.fix(tmp_path, check) == [Fixed("two.md", b"x\n", b"y\n")]
