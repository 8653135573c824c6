"""A site of several APIs and versions."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewPage, Served
from tests.harbours import CONFIGURATION, write_harbours
from tests.sites import broken_links, build

pytestmark = pytest.mark.slow  # Builds sites, and reads one in a browser.


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("harbour")
    write_harbours(folder)
    return folder


@pytest.fixture(scope="module")
def site(folder: Path) -> dict[str, bytes]:
    return build(folder)


@pytest.fixture
def address(site: dict[str, bytes], folder: Path, served: Served) -> str:
    """The address of the site."""
    assert site
    return served(folder / "site")


def test_every_page_is_there_and_every_link_leads_somewhere(site: dict[str, bytes]) -> None:
    assert [*broken_links(site)] == []
    for path in ("ships/v1/Ship/getShip", "ships/v2/Ship/getShip", "customs/Ship/getShip"):
        assert b"data-callsheet-uid" in site[f"{path}/index.html"]


def test_each_collection_has_its_lists_types_and_downloads(site: dict[str, bytes]) -> None:
    titles = {"ships/v1": "Ships 1", "ships/v2": "Ships 2", "customs": "Customs"}
    for place, title in titles.items():
        pages = ("operations", "types", "types/Ship", "uid")
        assert all(f"{place}/{page}/index.html" in site for page in pages)
        document = json.loads(site[f"{place}/openapi.json"])
        assert document["info"]["title"] == title
        postman = json.loads(site[f"{place}/postman_collection.json"])
        assert postman["info"]["name"] == title
        assert f"({place}/llms.txt)" in site["llms.txt"].decode()
    assert not {"openapi.json", "operations/index.html", "uid/index.html"} & site.keys()
    both = json.loads(site["ships/v1/openapi.json"])["paths"]
    assert sorted(both) == ["/api/Fleet", "/api/Ship/{id}"]
    assert b"[GET /api/Fleet](Ship/getFleet.md)" in site["ships/v1/llms.txt"]


def test_a_type_is_what_its_own_collection_says(site: dict[str, bytes]) -> None:
    of_first, of_second = (site[f"ships/v{n}/types/Ship/index.html"] for n in (1, 2))
    assert b"Length" in of_second
    assert b"Length" not in of_first
    assert b"getFleet" in of_first
    assert b"getFleet" not in of_second
    assert b"Flag" in site["customs/types/Ship/index.html"]


def test_uids_lead_to_the_collection_that_is_meant(site: dict[str, bytes]) -> None:
    assert b'href="../../../v1/Ship/getShip/"' in site["ships/v2/Ship/getShip/index.html"]
    assert b'href="../getShip/"' in site["ships/v1/Ship/getFleet/index.html"]
    assert b'href="../../../../guide/"' in site["ships/v1/Ship/getShip/index.html"]
    home = site["index.html"]
    assert b'<a href="ships/v1/Ship/getShip/">Get a ship' in home
    assert b'<a href="ships/v2/Ship/getShip/">Get a ship' in home


def test_samples_ask_where_the_reference_server_has_the_collection(site: dict[str, bytes]) -> None:
    assert b"http://127.0.0.1:8765/ships/2" in site["ships/v2/Ship/getShip/index.html"]
    assert b"http://127.0.0.1:8765/ships/2" not in site["ships/v1/Ship/getShip/index.html"]
    assert b"http://127.0.0.1:8765/customs" in site["customs/Duty/getDuty/index.html"]


def test_the_navigation_has_the_titles_of_collections(site: dict[str, bytes]) -> None:
    text = site["index.html"].decode()
    assert all(f">\n    {title}\n" in text or title in text for title in ("Ships 1", "Ships 2"))
    assert "V1" not in text


def test_consoles_may_ask_the_servers_of_their_collection(site: dict[str, bytes]) -> None:
    policy = site["content-security-policy.txt"].decode()
    assert "connect-src 'self' http://127.0.0.1:8765 https://customs.example.com" in policy


def test_a_second_build_takes_pages_from_the_cache(folder: Path, tmp_path: Path) -> None:
    write_harbours(tmp_path)
    first = build(tmp_path, cache=tmp_path / "cache")
    again = build(tmp_path, cache=tmp_path / "cache")
    assert first == again
    # What changes in one version changes nothing in the other.
    page = tmp_path / "docs/ships/v1/Ship/getFleet.md"
    page.write_text(page.read_text(encoding="utf-8").replace("Name", "Label"), encoding="utf-8")
    page = page.with_name("getShip.md")
    page.write_text(page.read_text(encoding="utf-8").replace("| Id |", "| Key |"), encoding="utf-8")
    changed = build(tmp_path, cache=tmp_path / "cache")
    assert changed == build(tmp_path, "other")
    assert b"Label" in changed["ships/v1/types/Ship/index.html"]
    # But it does change what is told of the step between them.
    assert b"<code>Key</code> is gone" in changed["ships/v2/Ship/getShip/index.html"]


def test_a_page_leads_to_its_other_versions_and_tells_what_has_changed(
    address: str, new_page: NewPage
) -> None:
    page = new_page()
    page.goto(f"{address}ships/v2/Ship/getShip/")
    versions = page.get_by_role("navigation", name="Versions")
    expect(versions).to_have_text("Versions: 1 2")
    expect(versions.locator("[aria-current]")).to_have_text("2")
    page.get_by_text("Changes since the previous version (1)").click()
    change = page.locator("details.callsheet-note li")
    expect(change).to_have_text("additive The response property Length is new.")
    old = versions.get_by_role("link", name="1")
    assert (old.get_attribute("href") or "") == "../../../v1/Ship/getShip/"
    all_changes = page.get_by_role("link", name="All changes")
    assert all_changes.get_attribute("href") == "../../changes/"
    page.goto(f"{address}ships/v2/changes/")
    page.get_by_role("heading", name="Changes since 1").wait_for()
    gone = page.locator("article h3 a").first
    assert gone.get_attribute("href") == "../../v1/Ship/getFleet/"


def test_a_version_says_what_it_lacks(site: dict[str, bytes]) -> None:
    text = site["ships/v1/Ship/getFleet/index.html"].decode()
    assert '<s title="Not in this version">2</s>' in text
    assert "Changes since" not in text
    # The other API has no versions.
    assert b'aria-label="Versions"' not in site["customs/Ship/getShip/index.html"]
    assert "ships/v1/changes/index.html" not in site
    assert b"changes/" in site["ships/v2/index.html"]


def test_the_console_shows_its_collection_and_its_servers(address: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(f"{address}ships/v2/Ship/getShip/")
    page.get_by_role("button", name="Try it").first.click()
    server = page.get_by_label("Server").first
    expect(server.locator("option")).to_have_text(["This machine (http://127.0.0.1:8765/ships/2)"])
    page.goto(f"{address}customs/Ship/getShip/")
    page.get_by_role("button", name="Try it").first.click()
    server = page.get_by_label("Server").first
    expect(server.locator("option")).to_have_text(["Live (https://customs.example.com)"])


def test_the_search_finds_what_is_in_the_collection_of_the_page(
    address: str, new_page: NewPage
) -> None:
    page = new_page()
    page.goto(f"{address}ships/v2/Ship/getShip/")
    page.keyboard.press("/")
    field = page.get_by_role("combobox", name="Search")
    field.fill("ship")
    found = page.get_by_role("option")
    found.first.wait_for()
    only = page.get_by_role("checkbox", name="Only Ships 2")
    expect(only).to_be_checked()
    urls = [each.get_attribute("href") or "" for each in found.all()]
    assert urls
    assert all("/ships/v2/" in url for url in urls)
    field.fill("duty")
    page.get_by_text("Nothing found").wait_for()
    only.uncheck()
    page.get_by_role("option").first.wait_for()
    urls = [each.get_attribute("href") or "" for each in found.all()]
    assert any("/customs/Duty/getDuty/" in url for url in urls)
    page.goto(f"{address}guide/")
    page.keyboard.press("/")
    page.get_by_role("combobox", name="Search").fill("ship")
    page.get_by_role("option").first.wait_for()
    expect(page.get_by_role("checkbox")).to_have_count(0)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("customs:\n", "duties:\n", "there is no folder `duties` in"),
        ("title: Ships 2", "title: Ships 1", "`ships1` has the title `Ships 1`, too"),
        ("title: Ships 2", "title: Ships 2, layout: x", "`ships2`: There is no layout `x`"),
        (
            "https://customs.example.com",
            "ftp://x",
            "`customs`: `ftp://x` is not an address such as",
        ),
    ],
)
def test_wrong_collections_end_the_build_with_a_message(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    assert old in CONFIGURATION
    write_harbours(tmp_path, CONFIGURATION.replace(old, new))
    with pytest.raises(AssertionError) as caught:
        build(tmp_path)
    assert message in str(caught.value)
    assert "Traceback" not in str(caught.value)


def test_the_index_of_a_version_ends_with_what_is_new(site: dict[str, bytes]) -> None:
    text = site["ships/v2/operations/index.html"].decode()
    assert "Changes since 1" in text
    assert "<a href=../../v1/Ship/getFleet/>Get the fleet</a>" in text
    assert "additive: The response property <code>Length</code> is new." in text
    assert "<a href=../changes/>All changes</a>" in text
    for place in ("ships/v1", "customs"):
        assert b"Changes since" not in site[f"{place}/operations/index.html"]


def test_a_home_page_of_collections_leads_to_each(tmp_path: Path) -> None:
    write_harbours(tmp_path)
    (tmp_path / "docs" / "index.md").unlink()
    text = build(tmp_path)["index.html"].decode()
    for place, title in {
        "ships/v1": "Ships 1",
        "ships/v2": "Ships 2",
        "customs": "Customs",
    }.items():
        assert f'<a href="{place}/operations/">{title}</a>' in text
    assert "No page documents an operation" not in text
