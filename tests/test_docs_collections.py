"""Several APIs and versions in one docs tree."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import requests
import yaml
from click.testing import CliRunner, Result

from callsheet.catalog import Catalog
from callsheet.catalog.collected import read_collected
from callsheet.catalog.named_types import TypeDefiner
from callsheet.cli import main
from callsheet.configuration import Configuration, read_configuration
from callsheet.docs_collections import MAX_COLLECTIONS, MAX_TEXT, read_collections
from callsheet.errors import ConfigurationError
from callsheet.findings import Severity
from callsheet.lsp.projects import Projects
from callsheet.server.adapters.app import CollectionsApplication, background, create_app
from callsheet.server.adapters.sources import Sources
from callsheet.server.limits import Limits
from callsheet.site.generated import changelogs
from callsheet.site.site_catalog import SiteCatalog
from callsheet.site.versions import ApiVersions
from tests.berth_pages import write_pages
from tests.harbours import CONFIGURATION, SHIP_1, operation, write_harbours
from tests.sandbox_answers import as_in_page, in_page, over_a_wire, plain
from tests.sites import MATERIAL, build


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


@pytest.mark.parametrize(
    ("path", "uid", "told"),
    [
        ("index.md", "getShip", "There is `ships1:getShip` and `ships2:getShip` and"),
        ("index.md", "shps1:getFleet", "There is `ships1:getFleet`."),
        ("ships/v2/index.md", "getFleet", "There is `ships1:getFleet`."),
        ("index.md", "ships:nothing", "The collections are ships1, ships2, customs."),
        ("index.md", "ships1:nothing", "No page has the uid `ships1:nothing`.\n"),
    ],
)
def test_a_link_that_leads_nowhere_says_what_there_is(
    tmp_path: Path, path: str, uid: str, told: str
) -> None:
    docs = write_harbours(tmp_path)
    with (docs / path).open("a", encoding="utf-8") as page:
        page.write(f"\nSee <xref:{uid}>.\n")
    assert told in checked(tmp_path)


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
        (["customs"], "`collections` in `{}` has to be a mapping of names"),
        ({f"c{n}": {} for n in range(MAX_COLLECTIONS + 1)}, "with at most 100."),
        ({"1": {}}, "has the name `1`; a name begins with a letter"),
        ({"a:b": {}}, "has the name `a:b`"),
        ({"customs": "Customs"}, "it has to be a mapping; the options are folder, title,"),
        ({"customs": {"path": "x"}}, "there is no option `path`; the options are folder, title,"),
        ({"duties": None}, "`collections: duties` in `{}`: there is no folder `duties` in"),
        ({"x": {"folder": "../x"}}, "`../x` is not a folder in the docs directory"),
        ({"x": {"folder": "."}}, "`.` is not a folder in the docs directory"),
        ({"x": {"folder": "ships", "title": ""}}, "`title` is empty; leave it out for the default"),
        ({"x": {"folder": 1}}, "`folder` has to be a text; put it in quotes"),
        (
            {"a": {"folder": "ships"}, "b": {"folder": "ships/v1"}},
            "`collections: b` in `{}`: its folder `ships/v1` and `ships` of `a` overlap: give each"
            " a folder of its own.",
        ),
        (
            {"Ships": {"folder": "customs"}, "ships": {}},
            "`collections: ships` in `{}`: there is `Ships`, too, and both have files by their"
            " names: give them names that differ in more than case.",
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
        *(
            (
                {"customs": {"base_path": path}},
                f"`base_path` is `{path}`, which is not a path such as `/v2` outside of `/-/`.",
            )
            for path in ("/-", "/-/", "/-/health")
        ),
        *(
            (
                {"customs": {key: text}},
                f"`{key}` has to be one line of at most {MAX_TEXT} characters",
            )
            for key in ("folder", "title", "version_of", "version")
            for text in ("x" * (MAX_TEXT + 1), "a\nb", "a\0")
        ),
        ({"customs": {"version": "2"}}, "`version` needs `version_of`, a name for the API."),
        (
            {
                "a": {"folder": "ships", "version_of": "S", "version": "2"},
                "b": {"folder": "customs", "version_of": "S", "version": "2"},
            },
            "`a` is the version `2` of `S`, too: give each a `version` of its own.",
        ),
        (
            {"customs": {"base_path": "v2"}},
            "`base_path` is `v2`, which is not a path such as `/v2` outside of `/-/`.",
        ),
        (
            {"customs": {"base_path": "/"}},
            "`base_path` is `/`, which is not a path such as `/v2` outside of `/-/`.",
        ),
        ({"customs": {"base_path": "/../v2"}}, "which is not a path such as"),
        ({"customs": {"packs": "superoffice"}}, "`packs` has to be a list of names"),
        ({"customs": {"servers": [1]}}, "`servers` has to be a list of addresses"),
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


def test_folders_that_some_disks_take_for_one_are_refused() -> None:
    with pytest.raises(ConfigurationError, match="its folder `Ships` and `ships` of `a` overlap"):
        read_collections({"a": {"folder": "ships"}, "b": {"folder": "Ships"}}, None, "it")


def test_an_unknown_layout_of_a_collection_is_named(tmp_path: Path) -> None:
    with_collections(tmp_path, {"customs": {"layout": "nothing"}})
    said = "In `mkdocs.yml`, the layout of `customs`: There is no layout `nothing`; there are"
    assert said in checked(tmp_path)


def applications(folder: Path) -> CollectionsApplication:
    """The server of all collections, without a command."""
    configuration = configured(folder)
    served = {}
    for part in configuration.parts():
        sources = Sources.of(configuration, part)
        catalog = sources.catalog()
        served[part.base_path] = create_app(catalog, "sqlite://", packs=sources.packs(catalog))
    return CollectionsApplication(served, Limits())


def test_each_collection_is_served_below_its_path(tmp_path: Path) -> None:
    write_harbours(tmp_path)
    with background(applications(tmp_path)) as url:
        ships = [json.loads(get(f"{url}/ships/{n}/api/Ship/7")[1]) for n in (1, 2)]
        assert [sorted(each) for each in ships] == [["Id", "Name"], ["Id", "Length", "Name"]]
        assert get(f"{url}/ships/1/api/Fleet")[0] == 200
        assert get(f"{url}/ships/2/api/Fleet")[0] == 404
        assert sorted(json.loads(get(f"{url}/customs/api/Ship/7")[1])) == ["Duty", "Flag"]
        for wrong in ("/api/Ship/7", "/ships/api/Ship/7", "/ships/1x/api/Fleet", "/ships/12"):
            assert get(url + wrong)[0] == 404
        # Each has the pages of a server, whose links lead to its own.
        status, index = get(f"{url}/ships/1/-/", accept="text/html")
        assert status == 200
        assert b'href="/ships/1/-/health"' in index
        contract = json.loads(get(f"{url}/ships/2/-/contract")[1])
        assert sorted(contract["paths"]) == ["/api/Ship/{id}"]


def test_the_page_of_a_collection_answers_as_the_server_of_all(tmp_path: Path) -> None:
    write_harbours(tmp_path)
    first = catalogs(tmp_path)["ships1"]
    here, base = in_page(as_in_page(first)), first.collection.base_path
    fields = [("Host", "127.0.0.1:8765"), ("Accept", "application/json")]
    with background(applications(tmp_path)) as url:
        for path in ("/api/Ship/7", "/api/Ship/x", "/api/Nothing", "/nothing", "/-/nothing"):
            for target in (base + path, path, f"{base}x{path}"):
                for method in ("GET", "HEAD", "OPTIONS", "POST"):
                    there = over_a_wire(url, (method, target, fields, b""))
                    answer = plain(*here.answer(method, target, fields, b"", base))
                    assert answer == there, (method, target)


def test_addresses_in_answers_have_the_path_of_the_collection(tmp_path: Path) -> None:
    docs = write_harbours(tmp_path)
    created = (
        operation("Add", "addShip", "POST /api/Ship", "Adds one.", "Ship", SHIP_1, {"Id": 9})
        .replace("| 200 | OK |", "| 201 | Created |")
        .replace("200 OK", "201 Created")
    )
    (docs / "ships/v1/Ship/addShip.md").write_text(created, encoding="utf-8")
    with background(applications(tmp_path)) as url:
        accept = {"Accept": "application/json"}
        answer = requests.post(f"{url}/ships/1/api/Ship", headers=accept, timeout=10)
        assert answer.status_code == 201
        assert answer.headers["Location"].startswith("/ships/1/api/Ship/")


def get(url: str, accept: str = "application/json") -> tuple[int, bytes]:
    answer = requests.get(url, headers={"Accept": accept}, timeout=10)
    return answer.status_code, answer.content


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--database", "sqlite:///x.db"), "name it with --collection"),
        (("--workers", "2"), "name it with --collection"),
        (("--collection", "ships3"), "There is no collection `ships3`; there are ships1, ships2"),
    ],
)
def test_what_serves_one_api_has_to_be_told_which(
    tmp_path: Path, arguments: tuple[str, ...], message: str
) -> None:
    write_harbours(tmp_path)
    file = str(tmp_path / "mkdocs.yml")
    result = CliRunner().invoke(main, ["serve", "-f", file, *arguments])
    assert result.exit_code == 2
    assert message in result.output


def run(folder: Path, command: str, *arguments: str) -> Result:
    file = str(folder / "mkdocs.yml")
    return CliRunner().invoke(main, [*command.split(), "-f", file, *arguments])


@pytest.mark.parametrize("command", ["export openapi", "export model", "samples"])
def test_what_is_made_of_one_api_has_to_be_told_which(tmp_path: Path, command: str) -> None:
    write_harbours(tmp_path)
    result = run(tmp_path, command)
    assert result.exit_code == 2
    assert (
        "Name one of the collections with --collection: ships1, ships2, customs." in result.output
    )


def test_one_collection_is_exported(tmp_path: Path) -> None:
    write_harbours(tmp_path)
    document = json.loads(run(tmp_path, "export openapi", "--collection", "ships1").stdout)
    assert document["info"]["title"] == "Ships 1"
    assert sorted(document["paths"]) == ["/api/Fleet", "/api/Ship/{id}"]
    assert sorted(document["components"]["schemas"]) == ["Ship"]
    out = tmp_path / "postman"
    result = run(tmp_path, "export postman", "--collection", "ships2", "--out", str(out))
    assert result.exit_code == 0
    assert "http://127.0.0.1:8765/ships/2" in (out / "postman_collection.json").read_text()


def test_samples_of_a_collection_ask_its_server(tmp_path: Path) -> None:
    write_harbours(tmp_path)
    out = tmp_path / "samples"
    result = run(tmp_path, "samples", "--collection", "ships1", "--out", str(out))
    assert result.exit_code == 0
    assert sorted(file.name for file in out.iterdir()) == ["getFleet.py", "getShip.py"]
    text = (out / "getShip.py").read_text(encoding="utf-8")
    assert '"CALLSHEET_BASE_URL", "http://127.0.0.1:8765/ships/1"' in text


def test_collections_are_compared_by_name(tmp_path: Path) -> None:
    write_harbours(tmp_path)
    found = run(tmp_path, "diff", "ships1", "ships2", "--level", "additive").output
    assert "ships/v1/Ship/getFleet.md:9: breaking operation-removed getFleet" in found
    assert "ships/v2/Ship/getShip.md:36: additive response-property-added getShip" in found
    assert "customs" not in found
    assert run(tmp_path, "diff", "ships1", "ships3").exit_code == 2


@pytest.mark.slow  # It starts three servers, and runs all programs.
def test_the_samples_of_all_collections_pass(tmp_path: Path) -> None:
    write_harbours(tmp_path)
    coverage = tmp_path / "coverage.json"
    result = run(tmp_path, "test", "--format", "json", "--coverage", str(coverage))
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    assert len(found["results"]) == 5
    measured = json.loads(coverage.read_text(encoding="utf-8"))
    assert measured["aspects"]["operations"] == {"covered": 5, "total": 5, "percent": 100.0}
    assert [each["uid"] for each in measured["operations"]].count("getShip") == 3
    # Of one by itself, and of one that answers otherwise than its page says.
    only = run(tmp_path, "test", "--collection", "customs")
    assert "2 programs" in only.output
    wrong = run(tmp_path, "test", "--base-url", "http://127.0.0.1:9")
    assert "--base-url is for one API: name it with --collection." in wrong.output


def test_an_editor_compares_the_pages_of_one_collection(tmp_path: Path) -> None:
    docs = write_harbours(tmp_path).resolve()
    wrong = "ships/v2/index.md"
    with (docs / wrong).open("a", encoding="utf-8") as page:
        page.write("\nSee <xref:ships1:getFleet>, <xref:guide> and <xref:getFleet>.\n")
    projects = Projects()
    for path in ("ships/v1/Ship/getShip.md", "ships/v2/Ship/getShip.md", wrong, "index.md"):
        found = projects.find(docs / path)
        assert found is not None
        tree, there = found
        assert there == path
        tree.edit(path, (docs / path).read_bytes())
        tree.refresh()
        messages = [f.message for f in tree.findings(path) if f.severity is Severity.ERROR]
        said = "No page has the uid `getFleet`. There is `ships1:getFleet`."
        assert messages == ([said] if path == wrong else [])
    # Three have been opened: two versions, and the pages in no collection.
    assert len(projects.open) == 3
    named = projects.open[docs / "ships/v2"].tree.catalog.pages_by_uid
    assert named["getShip"].path == "ships/v2/Ship/getShip.md"
    assert named["ships1:getFleet"].path == "ships/v1/Ship/getFleet.md"


def test_a_table_of_contents_names_pages_with_their_collection(tmp_path: Path) -> None:
    docs = write_harbours(tmp_path)
    for path, text in {
        "toc.yml": "- name: Home\n  href: index.md\n- name: Ships\n  href: ships/v1/toc.yml\n",
        "ships/v1/toc.yml": "- uid: ships1:getShip\n- uid: guide\n- uid: getFleet\n",
    }.items():
        (docs / path).write_text(text, encoding="utf-8")
    output = checked(tmp_path, "--select", "CS0")
    assert "ships/v1/toc.yml:3" in output
    assert "getFleet" in output
    assert "ships1:getShip" not in output
    assert "1 error" in output


def test_the_name_of_a_version_is_text_on_the_page_of_changes(tmp_path: Path) -> None:
    configured = CONFIGURATION.replace('version: "1"', 'version: "1 <beta> & more"')
    write_harbours(tmp_path, configured)
    found = catalogs(tmp_path)
    versions = ApiVersions(found.values())
    known = SiteCatalog(found["ships2"], TypeDefiner(), versions=versions)
    [(_, text)] = changelogs.pages(known)
    assert "\n# Changes since 1 &lt;beta&gt; &amp; more\n" in text


@pytest.mark.slow  # It builds a site twice.
def test_a_site_of_one_api_in_one_language_has_nothing_of_it(tmp_path: Path) -> None:
    write_pages(tmp_path / "docs", "en")
    (tmp_path / "mkdocs.yml").write_text(MATERIAL, encoding="utf-8")
    plain = build(tmp_path)
    options = "callsheet: {collections: {}, locale: en}"
    text = MATERIAL.replace("callsheet]", f"{options}]")
    assert text != MATERIAL
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    assert build(tmp_path) == plain
    traces = (b"Versions", b"startSandbox(", b"Only ${", b"PluralRules", b'lang="de"')
    pages = {path: data for path, data in plain.items() if path.endswith(".html")}
    assert not [(path, each) for path, data in pages.items() for each in traces if each in data]
    assert re.search(rb"callsheet\.startSearch\(\d+\);\n\Z", plain["assets/callsheet/search.js"])
