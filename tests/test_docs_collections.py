"""Several APIs and versions in one docs tree."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from callsheet.catalog import Catalog
from callsheet.catalog.collected import read_collected
from callsheet.cli import main
from callsheet.configuration import Configuration, read_configuration
from callsheet.docs_collections import MAX_COLLECTIONS
from callsheet.errors import ConfigurationError
from tests.harbours import CONFIGURATION, write_harbours


def configured(folder: Path) -> Configuration:
    return read_configuration(None, folder / "mkdocs.yml")


def catalogs(folder: Path) -> dict[str, Catalog]:
    configuration = configured(folder)
    found = read_collected(configuration.docs, configuration.collections)
    return {each.collection.name: each for each in found}


def checked(folder: Path, *arguments: str) -> str:
    return CliRunner().invoke(main, ["check", "-f", str(folder / "mkdocs.yml"), *arguments]).output


def with_collections(folder: Path, collections: object) -> Path:
    """Writes the pages with other collections, and gives the configuration."""
    plugins = [{"callsheet": {"collections": collections}}]
    text = yaml.safe_dump({"site_name": "Harbour", "plugins": plugins})
    write_harbours(folder, text)
    return folder / "mkdocs.yml"


def test_each_collection_has_its_own_uids(tmp_path: Path) -> None:
    write_harbours(tmp_path)
    found = catalogs(tmp_path)
    assert {name: sorted(each.by_uid) for name, each in found.items()} == {
        "": [],
        "ships1": ["getFleet", "getShip"],
        "ships2": ["getShip"],
        "customs": ["getDuty", "getShip"],
    }
    assert not [finding for each in found.values() for finding in each.findings]
    assert {page.path for page in found[""].pages} == {"index.md", "guide.md"}
    assert found["customs"].home is not None
    assert found["customs"].home.title == "Duties"


def test_pages_are_compared_within_their_collection_only(tmp_path: Path) -> None:
    docs = write_harbours(tmp_path)
    assert ": error" not in (output := checked(tmp_path, "--ignore", "CS435")), output
    # Without collections, uids, routes and types of one API are in the way of the other's.
    merged = CliRunner().invoke(main, ["check", "--docs", str(docs)]).output
    assert all(code in merged for code in ("CS011", "CS013", "CS601"))


def test_a_second_page_of_a_collection_with_its_uid_is_left_out(tmp_path: Path) -> None:
    docs = write_harbours(tmp_path)
    page = docs / "ships/v2/Ship/getShip.md"
    page.with_name("copy.md").write_bytes(page.read_bytes())
    output = checked(tmp_path)
    assert "ships/v2/Ship/copy.md:3:6: error CS011" in output
    assert "of `ships/v2/Ship/getShip.md` already" in output
    assert "customs" not in output.replace("customs/Ship/getShip.md:28", "")


@pytest.mark.parametrize(
    ("path", "written", "missing"),
    [
        ("index.md", "<xref:ships1:getFleet>", ""),
        ("index.md", "<xref:getFleet>", "getFleet"),
        ("ships/v2/index.md", "@customs:getDuty", ""),
        ("ships/v2/index.md", "<xref:customs:getFleet>", "customs:getFleet"),
        ("ships/v2/index.md", "<xref:getFleet>", "getFleet"),
        ("ships/v2/index.md", "<xref:guide>", ""),
        ("ships/v2/index.md", "<xref:ships2:getShip>", ""),
        ("ships/v2/index.md", "[fleet](../v1/Ship/getFleet.md)", ""),
        ("ships/v2/index.md", "[types](types/Ship.md)", ""),
        ("index.md", "[types](ships/v1/types/Ship.md)", ""),
    ],
)
def test_links_lead_to_other_collections_by_their_names(
    tmp_path: Path, path: str, written: str, missing: str
) -> None:
    docs = write_harbours(tmp_path)
    with (docs / path).open("a", encoding="utf-8") as page:
        page.write(f"\nSee {written}.\n")
    output = checked(tmp_path)
    assert (f"No page has the uid `{missing}`" in output) == bool(missing)
    assert (": error" in output) == bool(missing), output


def test_a_collection_has_its_own_layout(tmp_path: Path) -> None:
    docs = write_harbours(tmp_path, CONFIGURATION.replace("Ships 2,", "Ships 2, layout: slate,"))
    explained = checked(tmp_path, "--explain-layout", str(docs / "ships/v2/Ship/getShip.md"))
    assert "the configuration names it" in explained
    explained = checked(tmp_path, "--explain-layout", str(docs / "ships/v1/Ship/getShip.md"))
    assert "the configuration names it" not in explained


def test_a_collection_has_its_own_packs(tmp_path: Path) -> None:
    two = {"a": {"folder": "customs", "packs": ["own"]}, "b": {"folder": "ships"}}
    configuration = read_configuration(None, with_collections(tmp_path, two))
    first, second = configuration.collections
    assert configuration.server_modules_of(first) == ("own",)
    assert configuration.server_modules_of(second) == ()


@pytest.mark.parametrize(
    ("collections", "message"),
    [
        ([], ""),
        (["customs"], "`collections` in `{}` is no mapping of names"),
        ({f"c{n}": {} for n in range(MAX_COLLECTIONS + 1)}, "of at most 100."),
        ({"1": {}}, "has the name `1`; a name begins with a letter"),
        ({"a:b": {}}, "has the name `a:b`"),
        ({"customs": "Customs"}, "it is no mapping; there are folder, title,"),
        ({"customs": {"path": "x"}}, "there is no option `path`; there are folder, title,"),
        ({"duties": None}, "`collections: duties` in `{}`: there is no folder `duties` in"),
        ({"x": {"folder": "../x"}}, "`../x` is no folder in the docs directory"),
        ({"x": {"folder": "."}}, "`.` is no folder in the docs directory"),
        ({"x": {"folder": 1}}, "`folder` is no text; write it in quotes"),
        (
            {"a": {"folder": "ships"}, "b": {"folder": "ships/v1"}},
            "`collections: b` in `{}`: its folder `ships/v1` and `ships` of `a` overlap: give each"
            " a folder of its own.",
        ),
        (
            {"a": {"folder": "ships", "title": "T"}, "b": {"folder": "customs", "title": "t"}},
            "`a` has the title `t`, too: give each a `title` of its own.",
        ),
        (
            {
                "a": {"folder": "ships", "base_path": "/x"},
                "b": {"folder": "customs", "base_path": "/x/"},
            },
            "`a` has the base path `/x`, too: give each a `base_path` of its own.",
        ),
        ({"customs": {"base_path": "v2"}}, "`base_path` is `v2`, and no path such as `/v2`."),
        ({"customs": {"base_path": "/../v2"}}, "and no path such as"),
        ({"customs": {"packs": "superoffice"}}, "`packs` is no list of names"),
        ({"customs": {"servers": [1]}}, "`servers` is no list of addresses"),
    ],
)
def test_wrong_collections_have_clear_messages(
    tmp_path: Path, collections: object, message: str
) -> None:
    file = with_collections(tmp_path, collections)
    if not message:
        read_configuration(None, file)
        return
    with pytest.raises(ConfigurationError) as caught:
        read_configuration(None, file)
    assert message.format(file) in str(caught.value)


def test_an_unknown_layout_of_a_collection_is_named(tmp_path: Path) -> None:
    with_collections(tmp_path, {"customs": {"layout": "nothing"}})
    assert "There is no layout `nothing`; there are" in checked(tmp_path)
