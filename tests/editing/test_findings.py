"""What the language server reports while pages are edited, and its quick fixes."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from lsprotocol import types

from callsheet.checks.engine import open_tree, runner
from callsheet.checks.engine.fixes import apply_edits
from callsheet.checks.engine.open_tree import MAX_EDITED_BYTES, OpenTree, moved
from callsheet.checks.engine.session import CheckSession
from callsheet.cli import main
from callsheet.configuration import Configuration
from callsheet.findings import Edit, Finding, Severity
from tests.editing.editor import Editor, editing
from tests.editing.pages import PARCEL, UID, write

pytestmark = pytest.mark.asyncio(loop_scope="session")

SLIP = PARCEL.replace("| parcelId | int32 |", "| parcelId | int33 |")
PAGE = "docs/parcel.md"


def codes(diagnostics: list[types.Diagnostic]) -> list[str]:
    return sorted({str(diagnostic.code) for diagnostic in diagnostics})


async def test_a_text_that_is_not_saved_is_checked(editor: Editor) -> None:
    assert await editor.open(PAGE) == []
    [found] = await editor.change(PAGE, SLIP)
    assert (found.code, found.source, found.severity) == ("CS205", "callsheet", 1)
    assert SLIP.split("\n")[found.range.start.line].startswith("| parcelId")
    assert (found.range.start.character, found.range.end.character) == (13, 18)
    assert await editor.change(PAGE, PARCEL) == []
    assert (editor.root / PAGE).read_text() == PARCEL


async def test_a_quick_fix_changes_the_text_as_check_does(editor: Editor) -> None:
    text = PARCEL.replace("# Change a parcel\n", "# Change a parcel\n").replace(
        "| depotId | string |", "| depotId | Strng |"
    )
    await editor.open(PAGE, text)
    [found] = [d for d in await editor.reported(PAGE) if d.code == "CS205"]
    identity = types.TextDocumentIdentifier(editor.uri(PAGE))
    context = types.CodeActionContext([found])
    actions = await editor.client.text_document_code_action_async(
        types.CodeActionParams(identity, found.range, context)
    )
    [action] = [a for a in actions or () if isinstance(a, types.CodeAction)]
    assert action.kind == types.CodeActionKind.QuickFix
    assert action.edit is not None
    assert action.edit.changes is not None
    [edit] = action.edit.changes[editor.uri(PAGE)]
    place = edit.range
    changed = apply_edits(
        text.encode(),
        [(
            Edit(
                place.start.line + 1,
                place.start.character + 1,
                place.end.line + 1,
                place.end.character + 1,
                edit.new_text,
            ),
        )],
    )  # fmt: skip
    assert "CS205" not in codes(await editor.change(PAGE, changed.decode()))
    elsewhere = types.Range(types.Position(0, 0), types.Position(0, 1))
    none = await editor.client.text_document_code_action_async(
        types.CodeActionParams(identity, elsewhere, context)
    )
    assert not none


async def test_characters_are_counted_in_utf_16(editor: Editor) -> None:
    text = PARCEL.replace("| parcelId | int32 |", "| parcelId | 📦 Strng |")
    found = [d for d in await editor.open(PAGE, text) if d.code == "CS205"]
    plain = PARCEL.replace("| parcelId | int32 |", "| parcelId | é Strng |")
    other = [d for d in await editor.change(PAGE, plain) if d.code == "CS205"]
    assert [d.range.end.character for d in found] == [21]
    assert [d.range.end.character for d in other] == [20]


@pytest.mark.parametrize("end", ["\r\n", "\n"])
async def test_lines_may_end_in_both_ways(editor: Editor, end: str) -> None:
    [found] = await editor.open(PAGE, SLIP.replace("\n", end))
    assert found.range.start == types.Position(SLIP[: SLIP.index("int33")].count("\n"), 13)


async def test_separators_of_unicode_end_no_line(editor: Editor) -> None:
    text = SLIP.replace("back as", "back\u2028as\x0b")
    [found] = [d for d in await editor.open(PAGE, text) if d.code == "CS205"]
    assert found.range.start.line == SLIP[: SLIP.index("int33")].count("\n")


async def test_findings_about_other_pages_follow_and_stay_with_their_lines(editor: Editor) -> None:
    write(editor.root, {"docs/guide.md": "# Guide\n\nSee <xref:no_such> now.\n"})
    await editor.open("docs/guide.md")
    [found] = await editor.reported("docs/guide.md", lambda codes: "CS013" in codes)
    assert found.range.start.line == 2
    [moved_down] = await editor.change(
        "docs/guide.md", "# Guide\n\nMore.\n\nSee <xref:no_such> now.\n"
    )
    assert moved_down.range.start.line == 4
    assert await editor.change("docs/guide.md", f"# Guide\n\nSee <xref:{UID}> now.\n") == []


async def test_a_new_page_counts_before_it_is_saved(editor: Editor) -> None:
    write(editor.root, {"docs/guide.md": "# Guide\n\nSee <xref:new_one> now.\n"})
    await editor.open("docs/guide.md")
    await editor.reported("docs/guide.md", lambda codes: "CS013" in codes)
    await editor.open("docs/new.md", "---\nuid: new_one\n---\n\n# New\n")
    await editor.reported("docs/guide.md", lambda codes: not codes)
    # It is closed without being saved.
    editor.close("docs/new.md")
    await editor.reported("docs/guide.md", lambda codes: "CS013" in codes)


async def test_files_that_others_change_are_read_again(editor: Editor) -> None:
    write(editor.root, {"docs/guide.md": f"# Guide\n\nSee <xref:{UID}> now.\n"})
    await editor.open("docs/guide.md")
    editor.send("docs/guide.md", f"# Guide\n\nSee <xref:{UID}> and <xref:no_such>.\n")
    await editor.reported("docs/guide.md", lambda codes: len(codes) == 1)
    (editor.root / PAGE).unlink()
    change = types.FileEvent(editor.uri(PAGE), types.FileChangeType.Deleted)
    editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([change]))
    await editor.reported("docs/guide.md", lambda codes: len(codes) == 2)


async def test_the_configuration_chooses_as_for_check(editor: Editor) -> None:
    config = "site_name: Parcels\nplugins:\n  - callsheet:\n      check:\n        ignore: [CS205]\n"
    write(editor.root, {"mkdocs.yml": config})
    assert await editor.open(PAGE, SLIP) == []
    write(editor.root, {"mkdocs.yml": "site_name: Parcels\n"})
    change = types.FileEvent(editor.uri("mkdocs.yml"), types.FileChangeType.Changed)
    editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([change]))
    await editor.reported(PAGE, lambda codes: codes == ["CS205"])


async def test_a_wrong_configuration_is_shown_once(editor: Editor) -> None:
    write(editor.root, {"mkdocs.yml": "docs_dir: [\n"})
    client = editor.client
    item = types.TextDocumentItem(editor.uri(PAGE), "markdown", 1, PARCEL)
    client.text_document_did_open(types.DidOpenTextDocumentParams(item))
    path = str(editor.root)
    await editor.until(
        "window/showMessage", lambda: any(path in m.message for m in client.messages)
    )
    assert len([m for m in client.messages if path in m.message]) == 1


async def test_files_outside_of_a_docs_folder_are_left_alone(
    editor: Editor, tmp_path: Path
) -> None:
    outside = tmp_path / "outside.md"
    outside.write_text(SLIP)
    (editor.root / "docs/link.md").symlink_to(outside)
    for path in ("README.md", "docs/.hidden/page.md", "docs/link.md", "docs/notes.txt"):
        item = types.TextDocumentItem(editor.uri(path), "markdown", 1, SLIP)
        editor.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
    item = types.TextDocumentItem("untitled:Untitled-1", "markdown", 1, SLIP)
    editor.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
    # Messages are answered in order: what was opened before would have been reported by now.
    position = types.HoverParams(types.TextDocumentIdentifier(item.uri), types.Position(5, 2))
    assert await editor.client.text_document_hover_async(position) is None
    await editor.open(PAGE, SLIP)
    uris = {uri for uri in editor.client.diagnostics if uri.startswith(editor.root.as_uri())}
    assert uris == {editor.uri(PAGE)}


async def test_odd_addresses_and_changes_are_no_fault(editor: Editor) -> None:
    known = len(editor.client.messages)
    odd = ("nonsense", "file:///", "http://example.com/a.md", f"file:///{'a' * 5000}.md")
    inside = [editor.uri(path) for path in ("docs/%00.md", f"docs/{'a' * 300}.md", "docs/../x.md")]
    for uri in (*odd, *inside, editor.uri("docs/none.md").replace("none", "%00")):
        item = types.TextDocumentItem(uri, "markdown", 1, "# Odd\n")
        editor.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
    identity = types.TextDocumentIdentifier(editor.uri("docs/never-opened.md"))
    editor.client.text_document_did_close(types.DidCloseTextDocumentParams(identity))
    version = types.VersionedTextDocumentIdentifier(2, identity.uri)
    nothing = types.DidChangeTextDocumentParams(version, [])
    editor.client.text_document_did_change(nothing)
    assert codes(await editor.open(PAGE, SLIP)) == ["CS205"]
    assert await editor.change(PAGE, "") == []
    assert editor.client.messages[known:] == []


async def test_a_page_that_is_too_large_is_not_checked_while_it_is_edited(editor: Editor) -> None:
    [found] = await editor.open(PAGE, SLIP + "\n" + "More words.\n" * (MAX_EDITED_BYTES // 10))
    assert "not checked while you edit it" in found.message
    assert found.severity == types.DiagnosticSeverity.Information
    editor.send(PAGE, SLIP)
    # What was found in all pages together may still be told about the text before.
    await editor.reported(PAGE, lambda codes: codes == ["CS205"])


async def test_known_and_accepted_findings_are_not_reported(tmp_path: Path) -> None:
    root = tmp_path.resolve()
    config = "site_name: P\nplugins:\n  - callsheet:\n      check:\n        baseline: known.json\n"
    write(root, {"mkdocs.yml": config, PAGE: SLIP})
    arguments = ["check", "-f", str(root / "mkdocs.yml"), "--write-baseline"]
    assert CliRunner().invoke(main, arguments).exit_code == 0
    assert json.loads((root / "known.json").read_text())["findings"]
    async with editing(root, "-f", str(root / "mkdocs.yml")) as editor:
        assert await editor.open(PAGE, f"{SLIP}\nMore.\n") == []
        other = SLIP.replace("| depotId | string |", "| depotId | strng |")
        assert codes(await editor.change(PAGE, other)) == ["CS205"]


async def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "callsheet.lsp.features", None)
    result = CliRunner().invoke(main, ["lsp"])
    assert result.exit_code == 2
    assert "pip install 'mkdocs-callsheet[lsp]'" in result.stderr


async def test_many_pages_are_checked_first_by_another_process(
    tmp_path: Path, cache_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"docs/a.md": SLIP, "docs/b.md": "# B\n"})
    monkeypatch.setattr(open_tree, "_MANY", 2)
    # Nothing is left for this one.
    monkeypatch.setattr(runner, "check_page", None)
    tree = OpenTree(CheckSession.of(Configuration(tmp_path / "docs", tmp_path)))
    tree.refresh()
    assert tree.snapshot is not None
    assert [page.path for page in tree.snapshot.tree.catalog.pages] == ["a.md", "b.md"]
    assert tree.edit("a.md", SLIP.encode())
    assert {finding.code for finding in tree.findings("a.md")} == {"CS205"}


async def test_findings_move_with_their_lines() -> None:
    def at(line: int, end: int = 0) -> Finding:
        return Finding("a.md", line, 1, "CS013", Severity.ERROR, "", "", end, 2 if end else 0)

    before, now = list("abcdef"), list("abXYZdef")
    found = [at(1), at(2, 2), at(3, 3), at(4), at(6, 6), at(2, 3)]
    assert [(f.line, f.end_line) for f in moved(found, before, now)] == [
        (1, 0),
        (2, 2),
        (6, 0),
        (8, 8),
    ]
    assert [f.line for f in moved([at(3)], before, before)] == [3]
    assert [*moved([at(1)], ["a"], [])] == []
