"""What is kept from run to run never changes a finding, whatever is edited."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from callsheet.cache.content import CACHE_VARIABLE
from callsheet.catalog import Catalog
from callsheet.catalog.named_types import EvidenceSource, TypeDefinition, define_types
from callsheet.catalog.readings import read_all
from callsheet.checks.engine import runner
from callsheet.checks.engine.registry import all_rules
from callsheet.checks.engine.runner import TreeResult, check
from callsheet.checks.engine.selection import Selection
from callsheet.checks.model.tree import Tree
from callsheet.checks.rules.specimen import parcel_page
from callsheet.model import DataType, Reading
from callsheet.source.rows import read_type
from tests.caches import DAMAGES, damage
from tests.checks.trees import write

TAG = "Depot/v1Label_Get.md"
TYPE_PAGE = "types/Way.md"
WAY = "---\ntitle: Way\ndefines: Way\n---\n\n# Way\n\n| Property Name | Type |\n| --- | --- |\n"
[TAG_PAGE] = all_rules()["CS432"].examples[0].files.values()
LINKS = "# Parcels\n\n[Tag](v1Label_Get.md) and [PUT /api/v1/Depot](v1Parcel_Weigh.md)\n"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """Pages that say something of each other: by types, routes, uids and links."""
    rows = {
        "Label": ("Tag", "What is written on it.", '{"Nme": "Fragile"}'),
        "Way": ("Way", "How it travels.", '{"By": 7}'),
    }
    pages = {
        TAG: TAG_PAGE,
        **{f"Depot/v1Parcel_{w}.md": parcel_page(w, rows=rows) for w in ("Weigh", "Send")},
        "Depot/index.md": LINKS,
        TYPE_PAGE: f"{WAY}| By | string |\n",
    }
    return write(tmp_path / "docs", pages)


def text(page: str, old: str, new: str) -> Callable[[Path], object]:
    """An edit of a page."""

    def edit(docs: Path) -> None:
        file = docs / page
        content = file.read_text(encoding="utf-8")
        assert old in content, old
        file.write_text(content.replace(old, new), encoding="utf-8")

    return edit


def append(page: str, content: str) -> Callable[[Path], object]:
    def edit(docs: Path) -> None:
        file = docs / page
        file.write_text(file.read_text(encoding="utf-8") + content, encoding="utf-8")

    return edit


def move(old: str, new: str) -> Callable[[Path], object]:
    return lambda docs: (docs / old).rename(docs / new)


def new(page: str, content: str) -> Callable[[Path], object]:
    return lambda docs: (docs / page).write_text(content, encoding="utf-8")


WEIGH = "Depot/v1Parcel_Weigh.md"
EDITS: dict[str, Callable[[Path], object]] = {
    "a sentence": text(WEIGH, "Does what", "Does just what"),
    "lines above a table": text(TAG, "Gives a tag.", "Gives a tag.\n\nMore.\n\nMore."),
    "lines above the table of a type": text(TYPE_PAGE, "# Way", "# Way\n\nMore."),
    "lines above an example": text(WEIGH, "## Sample request", "More.\n\n## Sample request"),
    "where an example stands": text(WEIGH, '  "Label"', '      "Label"'),
    "a property of a type": text(TAG, "| Name |", "| Nme |"),
    "a property of a type page": text(TYPE_PAGE, "| By |", "| Buy |"),
    "the type of a property": text(TAG, "| Name | string |", "| Name | int32 |"),
    "the type of a property of a type page": text(TYPE_PAGE, "| string |", "| int32 |"),
    "the name of a type": text(TAG, "Response body: Tag", "Response body: Label"),
    "the name of a type page": text(TYPE_PAGE, "defines: Way", "defines: Weigh"),
    "a value in an example": text(WEIGH, '{"By": 7}', '{"By": "sea"}'),
    "an example of a type": text(TAG, '"Name": "Fragile"', '"Name": "Fragile", "Nme": "x"'),
    "a status": text(TAG, "| 200 |", "| 204 |"),
    "a route": text(WEIGH, "}/Weigh\n", "}/Send\n"),
    "a uid": text(WEIGH, "uid: v1Parcel_Weigh", "uid: v1Parcel_Send"),
    "the uid of the page of a type": text(TAG, "uid: v1Label_Get", "uid: v1Parcel_Send"),
    "a link": text("Depot/index.md", "v1Label_Get.md", "v1Label_Gets.md"),
    "a deleted page": lambda docs: (docs / TAG).unlink(),
    "a deleted type page": lambda docs: (docs / TYPE_PAGE).unlink(),
    "a renamed page": move(TAG, "Depot/v1Label_Read.md"),
    "a renamed type page": move(TYPE_PAGE, "types/Ways.md"),
    "a moved page": move(WEIGH, "v1Parcel_Weigh.md"),
    "a new page with another table of a type": new(
        "Depot/v0Label_Get.md",
        TAG_PAGE.replace("v1", "v0").replace("| Name |", "| Nme |").replace('"Name"', '"Nme"'),
    ),
    "a new table of contents": new("toc.yml", "- name: Parcels\n  href: Depot/index.md\n"),
    "a sentence at the end": append(WEIGH, "\nMore.\n"),
}
STEPS: dict[str, Callable[[Path], object]] = {
    "a table of contents": new("toc.yml", "- name: Parcels\n  href: Depot/indexes.md\n"),
    "another table of contents": new("toc.yml", "- name: Parcels\n  href: Depot/index.md\n"),
    "a heading of a sentence": append(WEIGH, "---\n"),
    "a sentence that is none": append(TYPE_PAGE, "\nMore `than`.\n"),
    "a link in HTML": append(TYPE_PAGE, '\n<a href="no.md">No</a>\n'),
    "a sentence beside a link in HTML": append(TYPE_PAGE, "\nMore.\n"),
    "a picture that is not there": new("Depot/Way.md", "# Way\n\n![Its way](way.png)\n"),
    "a picture": new("Depot/way.png", ""),
    "no picture": lambda docs: (docs / "Depot/way.png").unlink(),
    "a configuration": lambda docs: (docs.parent / "mkdocs.yml").write_text("nav: [index.md]\n"),
}
"""Further edits that other pages may have something to do with, one after the other."""


def everything(docs: Path) -> TreeResult:
    return check(docs, Selection.of())


def fresh(docs: Path, monkeypatch: pytest.MonkeyPatch) -> TreeResult:
    """What is found without the cache."""
    with monkeypatch.context() as without:
        without.setenv(CACHE_VARIABLE, "")
        return everything(docs)


@pytest.mark.parametrize("name", EDITS)
def test_findings_after_an_edit_are_those_of_a_first_run(
    docs: Path, cache_folder: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everything(docs)
    told = {f.message.partition(";")[0] for f in before.findings if f.code == "CS432"}
    assert told == {"The type `Tag` has no property `Nme`.", "`By` of `Way` is `7`"}
    EDITS[name](docs)
    assert everything(docs) == fresh(docs, monkeypatch)
    assert everything(docs) == fresh(docs, monkeypatch)


def test_findings_after_many_edits_are_those_of_a_first_run(
    docs: Path, cache_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = [everything(docs)]
    for name, edit in EDITS.items():
        try:
            edit(docs)
        except (AssertionError, FileNotFoundError):
            continue  # What it edits was edited before.
        seen.append(everything(docs))
        assert seen[-1] == fresh(docs, monkeypatch), name
    assert len(seen) > len(EDITS) / 2


def counted(name: str, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The first arguments of the calls of a function of the runner, as they come."""
    calls: list[Any] = []
    function = getattr(runner, name)

    def counting(first: Any, *others: Any, **options: Any) -> Any:
        calls.append(first)
        return function(first, *others, **options)

    monkeypatch.setattr(runner, name, counting)
    return calls


def test_pages_are_compared_anew_only_where_more_than_sentences_has_changed(
    docs: Path, cache_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trees = counted("tree_findings", monkeypatch)
    first = everything(docs)
    assert len(trees) == 1
    assert everything(docs) == first
    for name in ("a sentence", "a sentence at the end"):
        EDITS[name](docs)
        everything(docs)
        assert len(trees) == 1, name
    for number, (name, step) in enumerate(STEPS.items(), 2):
        step(docs)
        found = everything(docs)
        assert len(trees) == number, name
        assert found == fresh(docs, monkeypatch), name
        trees.pop()


@pytest.mark.parametrize("kind", DAMAGES)
def test_damaged_relations_are_found_anew(docs: Path, cache_folder: Path, kind: str) -> None:
    first = everything(docs)
    [file] = cache_folder.glob("*-relations.json")
    damage(file, kind)
    assert everything(docs) == first


def test_a_link_to_a_file_elsewhere_is_looked_at_each_time(
    docs: Path, cache_folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "way.png").touch()
    (docs / "way.png").symlink_to(tmp_path / "way.png")
    new("way.md", "# Way\n\n![Its way](way.png)\n")(docs)
    first = everything(docs)
    (tmp_path / "way.png").unlink()
    assert "CS025" in {f.code for f in {*everything(docs).findings} - {*first.findings}}


def test_types_are_defined_anew_only_where_a_page_says_something_else_of_them(
    docs: Path, cache_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = 0

    def counting(*arguments: Any) -> Mapping[str, TypeDefinition]:
        nonlocal times
        times += 1
        return define_types(*arguments)

    monkeypatch.setattr("callsheet.checks.model.tree.define_types", counting)
    everything(docs)
    assert times == 1
    for name in ("a sentence", "lines above a table", "lines above the table of a type", "a link"):
        EDITS[name](docs)
        everything(docs)
        assert times == 1, name
    for number, name in enumerate(("a property of a type page", "the type of a property"), 2):
        EDITS[name](docs)
        everything(docs)
        assert times == number, name


def test_the_types_of_stripped_pages_are_those_of_whole_ones(docs: Path, catalog: Catalog) -> None:
    read = Catalog.read(docs)
    assert {"Tag", "Way"} <= {*of_whole_pages(read)}
    for pages in (read, catalog):
        assert of_stripped_pages(pages) == of_whole_pages(pages)


@pytest.mark.slow
def test_the_types_of_the_outside_pages_are_those_of_whole_ones(shared: Path) -> None:
    read = Catalog.read(shared / "corpus")
    assert len(of_whole_pages(read)) > 50
    assert of_stripped_pages(read) == of_whole_pages(read)


def test_of_two_tables_on_a_page_the_upper_one_is_named(docs: Path) -> None:
    body = (
        "## Request Body: tag Tag\n\n| Property Name | Type | Description |\n| --- | --- | --- |\n"
        "| Name | string | What it is called. |\n"
    )
    for place, part in (("## Sample request", "RESPONSE"), ("## Response:", "REQUEST")):
        (docs / TAG).write_text(TAG_PAGE.replace(place, f"{body}\n{place}"), encoding="utf-8")
        read = Catalog.read(docs)
        assert Tree(read).types["Tag"].part.name == part
        assert of_stripped_pages(read) == of_whole_pages(read)


def test_a_page_that_is_written_meanwhile_spoils_nothing(
    docs: Path, cache_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = fresh(docs, monkeypatch)

    def writing(root: Path, **options: Any) -> list[Reading]:
        EDITS["a property of a type"](docs)
        return read_all(root, **options)

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr("callsheet.checks.engine.runner.read_all", writing)
        assert everything(docs) == expected
    assert everything(docs) == fresh(docs, monkeypatch) != expected
    (docs / TAG).write_text(TAG_PAGE, encoding="utf-8")
    assert everything(docs) == expected


Types = dict[str, tuple[str, int, list[tuple[str, DataType | None]]]]
"""Page and line of the first table of a type, and its properties with their types."""


def of_stripped_pages(catalog: Catalog) -> Types:
    return {
        name: (found.path, found.line(catalog), by_name((row.name, row.type) for row in found.rows))
        for name, found in Tree(catalog).types.items()
    }


def of_whole_pages(catalog: Catalog) -> Types:
    types = {}
    for name, found in define_types(catalog.operations, catalog.type_tables).items():
        tables = [
            sighting for sighting in found.sightings if sighting.source is EvidenceSource.TABLE
        ]
        if tables and found.properties:
            rows = by_name((p.name, read_type(p.schema.written)) for p in found.properties)
            types[name] = (tables[0].path, tables[0].line, rows)
    return types


def by_name(
    properties: Iterable[tuple[str, DataType | None]],
) -> list[tuple[str, DataType | None]]:
    return sorted(properties, key=lambda item: item[0])
