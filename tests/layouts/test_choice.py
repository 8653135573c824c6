"""The choice of layouts in a configuration, and what users see of how pages are read."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from callsheet.catalog import Catalog
from callsheet.cli import main
from callsheet.errors import ConfigurationError
from callsheet.model import Location
from callsheet.source import read_page
from callsheet.source.layouts.choice import parse_layout

GERMAN = """# Boote

## Boot anlegen

`POST /boote`

| Feld | Typ     | Beschreibung |
| ---- | ------- | ------------ |
| name | Text    | Wie es heisst |

## Boote suchen

`GET /boote/suche`

### Filterangaben

| Feld  | Typ  | Beschreibung |
| ----- | ---- | ------------ |
| hafen | Text | Wo es liegt  |
"""
OPTIONS = """
      layout:
        extends: generic
        columns: {name: [Feld], type: [Typ], description: [Beschreibung]}
        types: {string: [Text]}
        sections: {query: [Filterangaben]}
        statuses: {POST: 202}
"""


def project(folder: Path, options: str) -> Path:
    (folder / "docs" / "old").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(f"site_name: x\nplugins:\n  - callsheet:\n{options}")
    (folder / "docs" / "boote.md").write_text(GERMAN)
    (folder / "docs" / "old" / "boote.mdx").write_text(GERMAN.replace("/boote", "/alt"))
    return folder / "docs"


def test_words_of_a_language_are_an_option(tmp_path: Path) -> None:
    catalog = Catalog.read(project(tmp_path, OPTIONS), cached=False)
    create, search = [o for o in catalog.operations if o.path == "boote.md"]
    assert create.request_body
    [row] = create.request_body.properties
    assert (row.name, row.type and row.type.name) == ("name", "string")
    assert [status.code for status in create.statuses] == [202]
    assert [row.name for row in search.parameters_in(Location.QUERY)] == ["hafen"]
    # The heading says where it goes, so that nothing is assumed.
    assert [assumption.value for assumption in search.assumptions] == ["200"]


def test_folders_have_layouts_of_their_own(tmp_path: Path) -> None:
    docs = project(tmp_path, "      layouts: {old: callsheet}\n")
    assert {o.path for o in Catalog.read(docs, cached=False).operations} == {"boote.md"}


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("gitlub", "There is no layout `gitlub`; there are callsheet, graph,"),
        ({"extend": "generic"}, "`layout` has no option `extend`"),
        ({"columns": {"titel": ["Titel"]}}, "`columns` has no `titel`"),
        ({"columns": {"name": "Feld"}}, "`columns` is not a mapping of names to lists"),
        ({"sections": {"antwort": ["Antwort"]}}, "`sections` has no `antwort`"),
        ({"statuses": {"POST": "created"}}, "`statuses` is not a mapping of methods"),
    ],
)
def test_a_wrong_option_says_what_there_is(value: object, message: str) -> None:
    with pytest.raises(ConfigurationError, match=message[:20]) as error:
        parse_layout(value)
    assert message in str(error.value)


def test_a_page_is_explained_line_by_line(tmp_path: Path) -> None:
    docs = project(tmp_path, OPTIONS)
    page = str(docs / "boote.md")
    command = ["check", "--explain-layout", "-f", str(tmp_path / "mkdocs.yml"), page]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 0
    assert "boote.md: layout `generic`: the configuration names it" in result.output
    assert "  5: route of `post-boote`" in result.output
    assert "  9: body `name`, string, its place is assumed" in result.output


def test_init_counts_operations_by_layout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "docs").mkdir()
    text = GERMAN.replace("Feld", "Field").replace("Beschreibung", "Description")
    (tmp_path / "docs" / "boote.md").write_text(text)
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["init", "--dry-run"])
    assert "In other layouts, which are read as they are: 2 operations in" in result.output
    assert "No operation is read" not in result.output
    (tmp_path / "docs" / "guide.md").write_text("# Guide\n\n- `GET /oars` - all oars\n")
    links = "".join(f"[{number}](page-{number}.md)\n" for number in range(30))
    (tmp_path / "docs" / "links.md").write_text(f"# Links\n\n{links}")
    output = CliRunner().invoke(main, ["init", "--dry-run"]).output
    assert "No operation is read from these pages, which show routes: guide.md." in output
    assert "Most of them are 30 of CS014, " in output


def test_routes_that_no_page_documents_are_one_note(tmp_path: Path) -> None:
    (tmp_path / "guide.md").write_text(
        "# Guide\n\n- `GET /boats` - all boats\n- `GET /boats/7` - one\n- `GET /oars` - all oars\n"
    )
    check = ["check", "--docs", str(tmp_path), "--select", "CS039"]
    found = CliRunner().invoke(main, check).output
    assert "guide.md:3:4: note CS039 The page shows 3 routes, such as `GET /boats`" in found
    # What another page documents, in whatever words and below a server's path, is read.
    (tmp_path / "boats.md").write_text(
        "# Boats\n\n## List boats\n\n`GET /boats`\n\nReturns `200 OK`.\n\n"
        "## Show a boat\n\n`GET /boats/:id`\n\nReturns `200 OK`.\n"
    )
    found = CliRunner().invoke(main, check).output
    assert "guide.md:5:4: note CS039 The page shows `GET /oars`, but" in found
    assert found.count("note CS039") == 1


@pytest.mark.parametrize(
    "title",
    ["Changelog", "Change log", "API changes", "Release notes of 2026", "What's new", "Migration"],
)
def test_a_page_about_changes_documents_no_operation(tmp_path: Path, title: str) -> None:
    routes = "".join(f"## `GET /v1/{name}`\n\n- It takes a `size`.\n\n" for name in ("a", "b"))
    (tmp_path / "one.md").write_text(f"# {title}\n\n{routes}", encoding="utf-8")
    assert not Catalog.read(tmp_path, cached=False).operations
    (tmp_path / "one.md").write_text(f"# Ships\n\n{routes}", encoding="utf-8")
    assert len(Catalog.read(tmp_path, cached=False).operations) == 2


def test_pages_that_document_with_commands_alone_are_one_note(tmp_path: Path) -> None:
    section = '## {0}\n\n```bash\nTOKEN=""\n\ncurl -X {1} http://host/boats/{2}\n```\n\n'
    found = ("List", "GET", ""), ("Show", "GET", "7?crew=1"), ("Sink", "DELETE", "7")
    text = "".join(section.format(*each) for each in found)
    page = tmp_path / "boats.md"
    page.write_text(f"# Boats\n\n{text}")
    check = ["check", "--docs", str(tmp_path), "--select", "CS039"]
    output = CliRunner().invoke(main, check).output
    assert "boats.md:5:1: note CS039 The page shows 3 routes, such as `GET /boats/`" in output
    # A guide that asks once or twice is none.
    page.write_text(f"# Boats\n\n{text[: text.index('## Sink')]}")
    assert "CS039" not in CliRunner().invoke(main, check).output


def test_requests_in_indented_code_of_a_guide_are_no_operations(tmp_path: Path) -> None:
    text = (
        "# Harbour API\n\nTo ask for a berth:\n\n    GET /berths/default\n\nReturns a blank one."
        "\n\n"
        "    GET /berths/7\n    PUT /berths/7\n    DELETE /berths/7\n\nReturns the berth 7.\n"
    )
    (tmp_path / "guide.md").write_text(text, encoding="utf-8")
    assert not Catalog.read(tmp_path, cached=False).operations


def test_tables_with_several_routes_in_a_cell_are_read() -> None:
    rows = "| Boats | `GET /boats`, `POST /boats`; `GET /boats/:id` |\n"
    text = f"# API\n\n| Area | Endpoints |\n|---|---|\n{rows}"
    found = read_page(text.encode(), "boats.md").operations
    assert [each.signature for each in found] == ["GET /boats", "POST /boats", "GET /boats/{id}"]
