"""What the language server knows of the symbols of pages: hover, completion, places and names."""

from __future__ import annotations

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from tests.editing.editor import Editor
from tests.editing.pages import PARCEL, UID, write

pytestmark = pytest.mark.asyncio(loop_scope="session")

PAGE = "docs/parcel.md"
GUIDE = f"""# Guide

See <xref:{UID}>, [the page](parcel.md), [it](xref:{UID}#response) and @{UID}.
"""
OTHER = """---
title: Get parcels
uid: v1Parcel_List
---

# Get parcels

```http
GET /api/v1/Parcel
```

## Response: array of Parcel

| Response | Description |
| --- | --- |
| 200 | Parcels. |

### Response body: array of Parcel
"""


async def whole(editor: Editor) -> None:
    """Waits until the server knows all pages."""
    write(editor.root, {"docs/known.md": "# Known\n\n<xref:no_such>\n"})
    await editor.open("docs/known.md")
    await editor.reported("docs/known.md", lambda codes: "CS013" in codes)


async def hovered(editor: Editor, path: str, text: str, mark: str, within: int = 0) -> str:
    place = editor.at(path, text, mark, within)
    found = await editor.client.text_document_hover_async(types.HoverParams(*place))
    if found is None:
        return ""
    assert isinstance(found.contents, types.MarkupContent)
    return found.contents.value


async def offered(
    editor: Editor, mark: str, text: str, path: str = PAGE
) -> list[types.CompletionItem]:
    """What is offered after a mark, which ends what was typed."""
    await editor.change(path, text)
    place = editor.at(path, text, mark, len(mark))
    found = await editor.client.text_document_completion_async(types.CompletionParams(*place))
    assert isinstance(found, types.CompletionList)
    return [*found.items]


def labels(items: list[types.CompletionItem]) -> list[str]:
    return [item.label for item in items]


async def test_the_pointer_shows_types_rows_and_pages(editor: Editor) -> None:
    write(editor.root, {"docs/guide.md": GUIDE, "docs/list.md": OTHER})
    for path in (PAGE, "docs/guide.md", "docs/list.md"):
        await editor.open(path)
    await whole(editor)
    of_type = await hovered(editor, "docs/list.md", OTHER, "Parcel\n\n| Response", 2)
    assert "| ParcelId | int32 | Its number. |" in of_type
    assert "`parcel.md`" in of_type
    assert "`int32`" in await hovered(editor, PAGE, PARCEL, "int32 |", 1)
    row = await hovered(editor, PAGE, PARCEL, "depotId}/")
    assert row == "**`depotId`**: string, required, in path\n\nThe depot that has the parcel."
    assert row == await hovered(editor, PAGE, PARCEL, "depotId | string")
    assert "gets a message" in await hovered(editor, PAGE, PARCEL, "notify=true\n", 3)
    uid = await hovered(editor, "docs/guide.md", GUIDE, UID, 4)
    assert "PUT /api/v1/Depot/{depotId}/Parcel/{parcelId}" in uid
    assert await hovered(editor, "docs/guide.md", GUIDE, "See") == ""


async def test_a_place_outside_of_the_text_is_no_fault(editor: Editor) -> None:
    await editor.open(PAGE)
    identity = types.TextDocumentIdentifier(editor.uri(PAGE))
    for line, character in ((100_000, 0), (0, 100_000), (2_147_483_647, 2_147_483_647)):
        place = identity, types.Position(line, character)
        assert await editor.client.text_document_hover_async(types.HoverParams(*place)) is None
        await editor.client.text_document_completion_async(types.CompletionParams(*place))


CASES = (
    ("| notify | bool |", "| notify | boo¦", "boolean"),
    ("| notify | bool |", "| notify | Parc¦ |", "Parcel"),
    ("## Response: object", "## Response: array of Par¦", "Parcel"),
    ("| 404 | There", "| 40¦ | There", "409"),
    ("| Authorization | Who", "| Acc¦ | Who", "Accept-Language"),
    ("body: `application/json`", "body: `application/pr¦`", "application/problem+json"),
    ("## Request Body: parcel", "## Request Body (text/c¦", "text/csv"),
    ("Accept: application/json\n", "Accept: text/plain, application/x¦\n", "application/xml"),
    ("Accept: application/json\n", "If-Un¦\n", "If-Unmodified-Since"),
    ("HTTP/1.1 200 OK\n", "HTTP/1.1 2¦\n", "201"),
    ("Changes what is known", "See <xref:v1Par¦> Changes", UID),
    ("Changes what is known", "See [it](xref:v1¦) Changes", UID),
    ("Changes what is known", "See @v1Par¦ Changes", UID),
)
"""What is on the page, what is written there, and what is offered at the broken bar."""


async def test_what_fits_is_offered(editor: Editor) -> None:
    await editor.open(PAGE)
    await whole(editor)
    for before, typed, wanted in CASES:
        assert before in PARCEL
        text = PARCEL.replace(before, typed, 1)
        mark = typed.partition("¦")[0]
        found = await offered(editor, mark, text.replace("¦", ""))
        assert wanted in labels(found), typed
        [item] = [item for item in found if item.label == wanted]
        assert isinstance(item.text_edit, types.TextEdit)
        # What was typed is replaced, and nothing before it.
        start, end = item.text_edit.range.start, item.text_edit.range.end
        replaced = text.split("\n")[start.line][start.character : end.character]
        assert replaced
        assert mark.endswith(replaced)
        assert wanted.lower().startswith(replaced.lower())


async def test_nothing_is_offered_in_other_text(editor: Editor) -> None:
    await editor.open(PAGE)
    text = PARCEL.replace("Changes what is known", "Changes wha")
    assert await offered(editor, "Changes wha", text) == []
    body = PARCEL.replace('"Weight"', '"Acc', 1)
    assert await offered(editor, '"Acc', body) == []


async def test_a_symbol_leads_to_its_definition(editor: Editor) -> None:
    write(editor.root, {"docs/guide.md": GUIDE, "docs/list.md": OTHER})
    for path in (PAGE, "docs/guide.md", "docs/list.md"):
        await editor.open(path)
    await whole(editor)

    async def defined(path: str, text: str, mark: str) -> tuple[str, int]:
        place = editor.at(path, text, mark, 1)
        params = types.DefinitionParams(*place)
        found = await editor.client.text_document_definition_async(params)
        assert isinstance(found, types.Location)
        return found.uri.rpartition("/")[2], found.range.start.line

    def line(mark: str) -> int:
        return PARCEL[: PARCEL.index(mark)].count("\n")

    assert await defined("docs/guide.md", GUIDE, UID) == ("parcel.md", 2)
    assert await defined("docs/guide.md", GUIDE, "parcel.md") == ("parcel.md", 0)
    heading = line("### Response body: Parcel")
    assert await defined("docs/list.md", OTHER, "Parcel\n\n| Resp") == ("parcel.md", heading)
    assert await defined(PAGE, PARCEL, "parcelId}") == ("parcel.md", line("| parcelId"))


async def test_all_uses_of_a_uid_are_found_and_renamed(editor: Editor) -> None:
    callback = f"---\nuid: sent\ncallback:\n  name: done\n  of: {UID}\n  address: '{{$request.body#/url}}'\n---\n\n# Done\n\n```http\nPOST /\n```\n"  # noqa: E501
    toc = f"- name: Change\n  uid: {UID}\n- name: Other\n  href: other.md\n"
    files = {"docs/guide.md": GUIDE, "docs/toc.yml": toc, "docs/callback.md": callback}
    write(editor.root, files)
    unsaved = f"# Notes\n\nIn front of 📦 <xref:{UID}>, but not `<xref:{UID}>`.\n"
    await editor.open(PAGE)
    await whole(editor)
    await editor.open("docs/notes.md", unsaved)
    place = editor.at(PAGE, PARCEL, UID, 3)
    context = types.ReferenceContext(include_declaration=False)
    params = types.ReferenceParams(context, *place)
    found = await editor.client.text_document_references_async(params) or ()
    assert len(found) == 6
    assert editor.uri(PAGE) not in {location.uri for location in found}
    renamed = await editor.client.text_document_rename_async(
        types.RenameParams(*place, new_name="v2Parcel_Change")
    )
    assert renamed is not None
    texts = {**files, PAGE: PARCEL, "docs/notes.md": unsaved}
    changed = {path: _applied(editor, renamed, path, text) for path, text in texts.items()}
    renamed_code = unsaved.replace(UID, "v2Parcel_Change", 1)
    expected = {path: text.replace(UID, "v2Parcel_Change") for path, text in texts.items()}
    assert changed == {**expected, "docs/notes.md": renamed_code}


LANGUAGES = """\
plugins:
  - callsheet
  - i18n:
      languages:
        - {locale: en, default: true}
        - {locale: de}
"""


async def test_a_translation_is_no_page_of_its_own(editor: Editor) -> None:
    german = PARCEL.replace("| notify | bool |", "| notify | string |")
    guide = f"# Anleitung\n\n<xref:{UID}>\n"
    files = {"mkdocs.yml": LANGUAGES, "docs/parcel.de.md": german, "docs/guide.de.md": guide}
    write(editor.root, files)
    await editor.open("docs/parcel.de.md")
    assert [d.code for d in await editor.reported("docs/parcel.de.md", bool)] == ["CS612"]
    place = editor.at("docs/parcel.de.md", german, UID, 3)
    for symbol, pages in (
        (place, {PAGE, *files} - {"mkdocs.yml"}),
        (editor.at("docs/parcel.de.md", german, "Parcel\n"), {PAGE, "docs/parcel.de.md"}),
    ):
        params = types.ReferenceParams(types.ReferenceContext(include_declaration=True), *symbol)
        found = await editor.client.text_document_references_async(params) or ()
        assert {location.uri for location in found} == {editor.uri(path) for path in pages}
    renamed = await editor.client.text_document_rename_async(
        types.RenameParams(*place, new_name="v2Parcel_Change")
    )
    assert renamed is not None
    for path, text in ((PAGE, PARCEL), *files.items()):
        assert _applied(editor, renamed, path, text) == text.replace(UID, "v2Parcel_Change")


def _applied(editor: Editor, edit: types.WorkspaceEdit, path: str, text: str) -> str:
    lines = [line.encode("utf-16-le") for line in text.split("\n")]
    for change in edit.document_changes or ():
        assert isinstance(change, types.TextDocumentEdit)
        if change.text_document.uri == editor.uri(path):
            for each in reversed(change.edits):
                assert isinstance(each, types.TextEdit)
                place = each.range
                line = lines[place.start.line]
                start, end = 2 * place.start.character, 2 * place.end.character
                lines[place.start.line] = (
                    line[:start] + each.new_text.encode("utf-16-le") + line[end:]
                )
    return "\n".join(line.decode("utf-16-le") for line in lines)


async def test_a_uid_gets_no_name_that_is_taken_or_none_at_all(editor: Editor) -> None:
    write(editor.root, {"docs/list.md": OTHER})
    await editor.open(PAGE)
    await whole(editor)
    place = editor.at(PAGE, PARCEL, UID, 3)
    for name, problem in (("v1Parcel_List", "list.md"), ("a b", "letters")):
        with pytest.raises(JsonRpcException, match=problem):
            await editor.client.text_document_rename_async(types.RenameParams(*place, name))
    elsewhere = editor.at(PAGE, PARCEL, "Changes what")
    params = types.PrepareRenameParams(*elsewhere)
    assert await editor.client.text_document_prepare_rename_async(params) is None


async def test_all_uses_of_a_type_and_a_file_are_found(editor: Editor) -> None:
    write(editor.root, {"docs/guide.md": GUIDE, "docs/list.md": OTHER})
    await editor.open("docs/list.md")
    await editor.open("docs/guide.md")
    await whole(editor)
    context = types.ReferenceContext(include_declaration=True)
    place = editor.at("docs/list.md", OTHER, "Parcel\n\n| Resp", 1)
    params = types.ReferenceParams(context, *place)
    of_type = await editor.client.text_document_references_async(params) or ()
    assert {location.uri for location in of_type} == {editor.uri(PAGE), editor.uri("docs/list.md")}
    place = editor.at("docs/guide.md", GUIDE, "parcel.md", 1)
    params = types.ReferenceParams(context, *place)
    of_file = await editor.client.text_document_references_async(params) or ()
    assert [location.uri for location in of_file] == [editor.uri("docs/guide.md")]


async def test_the_server_asks_to_be_told_of_changed_files(server: Editor) -> None:
    [registration] = server.registrations
    assert registration.method == types.WORKSPACE_DID_CHANGE_WATCHED_FILES
