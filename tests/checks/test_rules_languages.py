"""The pages of an operation in several languages: one operation, whose facts agree."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from callsheet.catalog import Catalog
from callsheet.cli import main
from callsheet.configuration import DocsLanguages
from tests.berth_pages import write_pages

CONFIGURATION = """\
site_name: Berths
plugins:
  - callsheet
  - i18n:
      docs_structure: {structure}
      languages:
        - {{locale: en, default: true, name: English}}
        - {{locale: de, name: Deutsch}}
        - {{locale: ja, name: 日本語}}
"""
RULE = "CS612"


def project(folder: Path, structure: str) -> Path:
    """Berths in three languages; their docs directory."""
    text = CONFIGURATION.format(structure=structure)
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    docs = folder / "docs"
    for language in ("en", "de", "ja"):
        if structure == "folder":
            write_pages(docs / language, language)
        else:
            write_pages(docs, language, "" if language == "en" else f".{language}")
    return docs


def page(docs: Path, structure: str, language: str) -> Path:
    """The page of the operation that changes a berth."""
    if structure == "folder":
        return docs / language / "Berth/change.md"
    return docs / f"Berth/change.{language}.md"


def findings(docs: Path, *options: str) -> list[dict[str, object]]:
    """What `callsheet check` finds."""
    done = CliRunner().invoke(
        main, ["check", "-f", str(docs.parent / "mkdocs.yml"), "--format", "json", *options]
    )
    assert done.exit_code in (0, 1), done.output
    found: list[dict[str, object]] = json.loads(done.stdout)["findings"]
    return found


@pytest.mark.parametrize("structure", ["suffix", "folder"])
def test_pages_in_several_languages_are_one_operation(structure: str, tmp_path: Path) -> None:
    docs = project(tmp_path, structure)
    catalog = Catalog.read(docs)
    assert [each.uid for each in catalog.operations] == ["v1Berth_Change", "v1Berth_List"]
    assert catalog.operations[0].title == "Change a berth"
    assert sorted(each.language for each in catalog.translations) == ["de", "de", "ja", "ja"]
    found = findings(docs)
    assert not [each for each in found if each["code"] in ("CS011", "CS021", RULE)]


@pytest.mark.parametrize("structure", ["suffix", "folder"])
@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("/Berth/{berthId}\n", "/Berth/{berthId}/Name\n", "For the route, the page in `de` says"),
        (
            "PUT /api/v1/Harbour/{",
            "PATCH /api/v1/Harbour/{",
            "For the route, the page in `de` says",
        ),
        ("uid: v1Berth_Change", "uid: v1Berth_Edit", "For the uid, the page in `de` says"),
        ("| berthId | int32 |", "| berthId | string |", "parameter `berthId`, the page in `de`"),
        ("| notify | bool | no", "| notify | bool | yes", "parameter `notify`, the page in `de`"),
        ("| notify |", "| notiz |", "lacks the query parameter `notify`"),
        ("| notify |", "| notiz |", "Only the page in `de` has the query parameter `notiz`"),
        ("| Depth | Integer |", "| Depth | String |", "property `Depth` of the request"),
        ("Quay, Buoy, Pier", "Kai, Boje, Pier", "property `Kind` of the request"),
        ("| 404 |", "| 410 |", "lacks the status `404`"),
        ("| 404 |", "| 410 |", "has the status `410`"),
        ("| BerthId | int32 |", "| BerthId | int64 |", "property `BerthId` of the response"),
    ],
)
def test_facts_that_disagree_are_found(
    right: str, wrong: str, message: str, structure: str, tmp_path: Path
) -> None:
    docs = project(tmp_path, structure)
    file = page(docs, structure, "de")
    text = file.read_text(encoding="utf-8")
    assert right in text
    file.write_text(text.replace(right, wrong), encoding="utf-8")
    found = [each for each in findings(docs, "--select", RULE) if each["code"] == RULE]
    assert {Path(str(each["path"])).resolve() for each in found} == {file}
    assert any(message in str(each["message"]) for each in found)


def test_a_page_without_a_translation_is_no_fault(tmp_path: Path) -> None:
    docs = project(tmp_path, "suffix")
    page(docs, "suffix", "de").unlink()
    assert not [each for each in findings(docs) if each["code"] == RULE]


def test_a_page_of_one_language_alone_is_no_operation_of_the_catalog(tmp_path: Path) -> None:
    docs = project(tmp_path, "suffix")
    (docs / "Berth/list.md").unlink()
    assert [each.uid for each in Catalog.read(docs).operations] == ["v1Berth_Change"]
    assert not [each for each in findings(docs) if each["code"] == RULE]


@pytest.mark.parametrize(
    ("path", "in_folders", "expected"),
    [
        ("a/b.md", False, ("en", "a/b.md")),
        ("a/b.de.md", False, ("de", "a/b.md")),
        ("a/b.en.md", False, ("en", "a/b.md")),
        ("a/v1.2.md", False, ("en", "a/v1.2.md")),
        (".de.md", False, ("en", ".de.md")),
        ("de/a.md", True, ("de", "a.md")),
        ("en/a.md", True, ("en", "a.md")),
        ("de", True, ("en", "de")),
        ("fr/a.md", True, ("en", "fr/a.md")),
    ],
)
def test_the_language_of_a_path(path: str, in_folders: bool, expected: tuple[str, str]) -> None:
    languages = DocsLanguages("en", frozenset({"en", "de"}), in_folders)
    assert languages.of(path) == expected


def write_page(docs: Path, structure: str, name: str, language: str, text: str) -> str:
    """Write a page in a language; return its path below the docs directory."""
    in_folder, suffix = f"{language}/{name}.md", "" if language == "en" else f".{language}"
    path = in_folder if structure == "folder" else f"{name}{suffix}.md"
    (docs / path).write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("structure", ["suffix", "folder"])
def test_links_of_translations_are_checked_as_the_site_resolves_them(
    structure: str, tmp_path: Path
) -> None:
    docs = project(tmp_path, structure)
    write = partial(write_page, docs, structure)

    write("only", "en", "# English\n")
    write("nur", "de", "---\nuid: nur\n---\n\n# Deutsch\n")
    links = "[a](only.md) [b](nur.md) <xref:nur> <xref:v1Berth_Change>\n"
    wrong = "\n[c](gone.md) <xref:gone> ![d](gone.png)\n"
    guide = write("guide", "de", f"# Anleitung\n\n{links}{wrong}")
    there = findings(docs, "--select", "CS013,CS014,CS025")
    assert all(str(each["path"]).endswith(guide) and each["line"] == 5 for each in there)
    assert sorted(str(each["code"]) for each in there) == ["CS013", "CS014", "CS025"]
    # In English, there is neither the one nor the other.
    other = write("guide", "en", f"# Guide\n\n{links}")
    there = findings(docs, "--select", "CS013,CS014")
    assert {each["code"] for each in there if str(each["path"]).endswith(other)} == {
        "CS013",
        "CS014",
    }


@pytest.mark.parametrize("structure", ["suffix", "folder"])
def test_headings_that_translations_link_to_are_those_of_their_language(
    structure: str, tmp_path: Path
) -> None:
    docs = project(tmp_path, structure)
    write = partial(write_page, docs, structure)

    write("way", "en", "---\nuid: way\n---\n\n# Way\n\n## Harbour\n")
    write("way", "de", "---\nuid: way\n---\n\n# Weg\n\n## Hafen\n")
    write("only", "en", "# Only\n\n## Harbour\n")
    right = "[a](way.md#hafen) <xref:way#hafen> [b](only.md#harbour)\n"
    wrong = "\n[c](way.md#harbour)\n<xref:way#harbour>\n[d](only.md#hafen)\n"
    guide = write("guide", "de", f"# Anleitung\n\n{right}{wrong}")
    write("guide", "en", "# Guide\n\n[a](way.md#harbour) <xref:way#harbour>\n")
    there = findings(docs, "--select", "CS024")
    assert all(str(each["path"]).endswith(guide) for each in there)
    named = [(each["line"], str(each["message"]).partition("`")[2][:4]) for each in there]
    of_way = "de/w" if structure == "folder" else "way."
    of_only = "en/o" if structure == "folder" else "only"
    assert named == [(5, of_way), (6, of_way), (7, of_only)]
