"""Packs: what a server knows of an API beyond its pages, by the configuration."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from callsheet.catalog import Catalog
from callsheet.configuration import read_configuration
from callsheet.contrib.superoffice.pack import PACK as SUPEROFFICE
from callsheet.errors import ConfigurationError
from callsheet.server.adapters.packs import load_packs
from tests.conftest import DOCS, ROOT
from tests.guide import fences
from tests.parcels import ID, PARCEL, PARCEL_ROWS, Reader, catalog_of, page, problem, serving
from tests.processes import picture
from tests.starting import run

ACME = next(f.text for f in fences(DOCS / "server.md") if f.title == "acme_pack.py")
_HEADERS = (
    "| Authorization | Your credentials. |\n| X-Acme-Zone | A zone. |\n"
    "| X-Acme-Language | A language. |\n| SO-TimeZone | A zone. |\n"
    "| SO-Language | A language. |"
)


def with_headers(text: str) -> str:
    """A page whose header rows are those that a pack gives a meaning to."""
    head = "## Request Headers\n\n| Parameter Name | Description |\n|---|---|\n"
    before, _, rest = text.partition("## Request Headers")
    rows = [row for row in rest.partition("\n## ")[0].splitlines() if row.startswith("| Content-T")]
    after = rest.partition("\n## ")[2]
    return f"{before}{head}{_HEADERS}\n" + "\n".join(rows) + f"\n\n## {after}"


WORDS = "nb=Bøker|en=Books"
PAGES = {
    "words": page("words", "GET /api/Words", type_="string", example=WORDS),
    "when": page("when", "GET /api/When", type_="date-time", example="2026-07-01T12:00:00Z"),
    "hello": page("hello", "GET /api/Greeting", type_="string", example="Welcome"),
    "fetch": page("fetch", "POST /api/Post/FetchParcel", query=ID, type_="ParcelView",
                  rows=PARCEL_ROWS, example=PARCEL),
    "keep": page("keep", "POST /api/Post/KeepParcel", body=PARCEL_ROWS, sent=PARCEL,
                 type_="Parcel", rows=PARCEL_ROWS, example=PARCEL),
}  # fmt: skip


@pytest.fixture
def acme(tmp_path: Path) -> Catalog:
    """Pages of an API that no pack of ours knows."""
    return catalog_of({uid: with_headers(text) for uid, text in PAGES.items()})


def test_anybody_can_write_a_pack(acme: Catalog, tmp_path: Path) -> None:
    (tmp_path / "acme_pack.py").write_text(ACME)
    packs = load_packs(["acme_pack"], tmp_path, acme)
    with serving(acme, packs) as served:
        reader = Reader(*served)
        reader.credentials = "Acme callsheet"
        assert reader.json("GET", "/api/Greeting") == "Hello"
        assert reader.json("GET", "/api/When", X_Acme_Zone="+02:00") == "2026-07-01T14:00:00+02:00"
        assert reader.json("GET", "/api/When", SO_TimeZone="+02:00") == "2026-07-01T12:00:00Z"
        assert reader.json("GET", "/api/Words", X_Acme_Language="nb") == "Bøker"
        assert reader.json("GET", "/api/Words", Accept_Language="en") == WORDS
        refused = problem(reader.ask("GET", "/api/When", X_Acme_Zone="Mars"), 422)
        assert refused["errors"][0]["name"] == "X-Acme-Zone"
        kept = reader.json("POST", "/api/Post/KeepParcel", {**PARCEL, "ParcelId": 0, "Weight": 9.0})
        number = kept["ParcelId"]
        found = reader.json("POST", f"/api/Post/FetchParcel?id={number}")
        assert (found["ParcelId"], found["Weight"]) == (number, 9.0)


def test_without_a_pack_pages_are_all_that_is_known(acme: Catalog) -> None:
    with serving(acme, []) as served:
        reader = Reader(*served)
        usual, reader.credentials = reader.credentials, "Acme callsheet"
        refused = reader.ask("GET", "/api/Greeting")
        assert refused.status == 401
        reader.credentials = usual
        assert (
            refused.header("WWW-Authenticate") == 'Basic realm="callsheet", charset="UTF-8", Bearer'
        )
        assert reader.json("GET", "/api/Greeting") == "Welcome"
        assert reader.json("GET", "/api/When", X_Acme_Zone="+02:00") == "2026-07-01T12:00:00Z"
        assert reader.json("GET", "/api/Words", X_Acme_Language="nb") == WORDS
        kept = reader.json("POST", "/api/Post/KeepParcel", {**PARCEL, "ParcelId": 0, "Weight": 9.0})
        assert kept["Weight"] == PARCEL["Weight"]


def test_a_scheme_that_a_row_lists_needs_no_pack() -> None:
    listed = with_headers(PAGES["hello"]).replace("Your credentials", "`Basic`, `Hawk` or `Bearer`")
    with serving(catalog_of({"hello": listed}), []) as served:
        reader = Reader(*served)
        reader.credentials = "Hawk callsheet"
        assert reader.ask("GET", "/api/Greeting").status == 200
        reader.credentials = ""
        detail = problem(reader.ask("GET", "/api/Greeting"), 401)["detail"]
    assert detail.startswith("Send `Authorization` with Basic, Bearer or Hawk,")


def test_a_pack_accepts_its_scheme_where_a_row_names_none() -> None:
    catalog = catalog_of({"hello": with_headers(PAGES["hello"])})
    for packs, status in (([], 401), ([SUPEROFFICE], 200)):
        with serving(catalog, packs) as served:
            reader = Reader(*served)
            reader.credentials = "SoTicket callsheet"
            assert reader.ask("GET", "/api/Greeting").status == status


# Images


def images_of(entity: str) -> Catalog:
    """Our pages about images of persons, as those of another entity."""
    folder = DOCS / "reference"
    texts = {
        file.stem: file.read_text(encoding="utf-8")
        .replace("Person", entity)
        .replace("personId", f"{entity.lower()}Id")
        for file in sorted(folder.rglob("v1*.md"))
        if "Project" not in file.stem
    }
    return catalog_of(texts)


@pytest.mark.parametrize("entity", ["Person", "Project", "Depot"])
def test_images_behave_by_route_and_shape(entity: str) -> None:
    catalog, png = images_of(entity), picture("image.png")
    with serving(catalog) as served:
        reader = Reader(*served)
        route = f"/api/v1/{entity}/3/Image"
        assert problem(reader.ask("GET", route), 404)["detail"].startswith(f"The {entity.lower()} ")
        stored = reader.ask("PUT", route, png, Content_Type="image/png", Accept="application/json")
        assert stored.status == 200
        assert reader.ask("GET", route).body == png
        info = reader.json("GET", f"{route}Info")
        assert info["BlobId"] == int(stored.body)
        assert info["ConceptualType"] == f"{entity}Image"
        changed = reader.json("PUT", f"{route}Info", {**info, "Description": "New"})
        assert changed["Description"] == "New"
        by_agent = f"/api/v1/Agents/BLOB/Get{entity}Image"
        body = reader.ask("POST", by_agent, {f"{entity}Id": 3}, Accept="image/png").body
        assert body == png
        # What begins with an image has one for whoever asks first.
        assert reader.ask("GET", f"/api/v1/{entity}/1/Image").status == 200
        assert reader.ask("DELETE", route).status == 204
        problem(reader.ask("GET", f"{route}Info"), 404)
        problem(reader.ask("GET", f"/api/v1/{entity}/99/Image"), 404)


def test_what_only_looks_like_an_image_is_left_to_its_page() -> None:
    pages = {
        "a": page("a", "GET /api/v1/Ship/{id}/Image", path=ID, type_="string", example="a link"),
        "b": page("b", "POST /api/v1/Agents/BLOB/GetShipImage", body=(("Other", "int32", ""),),
                  sent={"Other": 1}, type_="string", example="a link"),
    }  # fmt: skip
    assert SUPEROFFICE.behaviours(catalog_of(pages).operations) == {}


# Without Pillow

WITHOUT_PILLOW = """
import sys
sys.modules["PIL"] = None
from pathlib import Path
from callsheet.catalog import Catalog
from callsheet.server.adapters.app import background, create_app
from callsheet.server.adapters.packs import load_packs
import requests

catalog = Catalog.read(Path(sys.argv[1]))
with background(create_app(catalog, "sqlite://")) as url:
    answer = requests.get(url + "/api/v1/Person/1/Image", auth=("reader", "callsheet"), timeout=30)
print(answer.status_code, answer.headers["Content-Type"])
load_packs(["superoffice"], Path(), catalog)
"""


def test_only_the_pack_needs_pillow() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_PILLOW, DOCS / "reference"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout == "200 image/png\n"
    expected = "The pack `superoffice` needs `PIL`: pip install 'mkdocs-callsheet[superoffice]'"
    assert expected in done.stderr


# How they are named


def test_our_own_configuration_names_the_pack_of_its_pages() -> None:
    assert read_configuration(None, ROOT / "mkdocs.yml").server_modules == ("superoffice",)


def test_a_module_of_behaviours_overrides_a_pack(catalog: Catalog, tmp_path: Path) -> None:
    (tmp_path / "own_delete.py").write_text(
        "BEHAVIOURS = {'v1PersonEntity_DeleteImageContent': print}\n"
    )
    file = tmp_path / "mkdocs.yml"
    file.write_text(
        "plugins:\n  callsheet:\n    packs: [superoffice]\n    behaviours: [own_delete]\n"
    )
    names = read_configuration(None, file).server_modules
    assert names == ("superoffice", "own_delete")
    packs = load_packs(names, tmp_path, catalog)
    assert packs[0] is SUPEROFFICE
    assert [*packs[1].behaviours(())] == ["v1PersonEntity_DeleteImageContent"]


@pytest.mark.parametrize("name", ["nosuch", "no.such", "callsheet.contrib", ""])
def test_a_pack_that_is_not_there_is_named(catalog: Catalog, tmp_path: Path, name: str) -> None:
    with pytest.raises(ConfigurationError, match=f"`{name}`"):
        load_packs([name], tmp_path, catalog)


def test_packs_that_are_no_list_are_refused(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("plugins:\n  callsheet:\n    packs: superoffice\n")
    code, _, messages = run(tmp_path, "serve", "--port", "0")
    assert code == 2
    assert "`packs`" in messages


@pytest.mark.parametrize("command", ["serve", "test"])
def test_the_command_line_names_packs(command: str) -> None:
    code, _, messages = run(ROOT, command, "--docs", "docs/reference", "--pack", "nosuch")
    assert code == 2
    assert "`nosuch` cannot be imported" in messages


@pytest.mark.parametrize("option", ["packs", "behaviours"])
def test_all_that_read_the_configuration_notice_a_pack_that_is_not_there(
    tmp_path: Path, option: str
) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Parcels\n")
    file = tmp_path / "mkdocs.yml"
    file.write_text(f"site_name: A\nplugins:\n  callsheet:\n    {option}: [superofice]\n")
    code, _, messages = run(tmp_path, "check")
    assert (code, "`superofice`" in messages) == (2, True)
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, "`superofice`" in done.stderr) == (1, True)
    file.write_text(file.read_text().replace("superofice", "superoffice"))
    assert run(tmp_path, "check")[0] == 0
