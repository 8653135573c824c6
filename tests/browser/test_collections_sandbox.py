"""Programs that run in the pages of several APIs and versions: each asks the server of its own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewPage, built
from tests.browser.sandboxes import FIRST, panel, run
from tests.browser.serving import serve
from tests.harbours import CONFIGURATION, write_harbours

# Slow because each starts interpreters in pages of a site that is built for it.
pytestmark = pytest.mark.slow

SHIPS = {"ships/v1": ("Name",), "ships/v2": ("Name", "Length"), "customs": ("Flag", "Duty")}
"""The properties of the ship of each collection, by folder."""

BASES = {"ships/v1": "/ships/1", "ships/v2": "/ships/2", "customs": "/customs"}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, runtime: Path) -> Path:
    assert runtime
    folder = tmp_path_factory.mktemp("harbour")
    options = "      sandbox: true\n      collections:"
    features = "[navigation.tabs, navigation.instant]"
    text = CONFIGURATION.replace("      collections:", options)
    write_harbours(folder, text.replace("[navigation.tabs]", features))
    built(folder)
    return folder


@pytest.fixture
def site(project: Path) -> Iterator[str]:
    with serve(project / "site") as url:
        yield url


def test_a_program_asks_the_server_of_its_own_collection(site: str, new_page: NewPage) -> None:
    page = new_page()
    everything = {name for names in SHIPS.values() for name in names}
    for folder, names in SHIPS.items():
        page.goto(f"{site}{folder}/Ship/getShip/")
        program = panel(page, "getShip.py").first
        printed = run(program, "Succeeded")
        assert {name for name in everything if f'"{name}"' in printed} == set(names)
        exchange = program.locator(".callsheet-run-exchange")
        expect(exchange.locator("code")).to_have_text(f"{BASES[folder]}/api/Ship/7")
        expect(exchange.locator(".callsheet-run-verdict")).to_have_text("as documented")


def test_a_reader_who_goes_on_to_another_version_finds_its_server(
    site: str, new_page: NewPage
) -> None:
    page = new_page()
    page.goto(f"{site}ships/v2/Ship/getShip/")
    assert '"Length"' in run(panel(page, "getShip.py").first, "Succeeded")
    # Without loading the page anew, so that the scripts stay.
    page.get_by_role("navigation", name="Versions").get_by_role("link", name="1").click()
    page.wait_for_url("**/ships/v1/Ship/getShip/")
    printed = run(panel(page, "getShip.py").first, "Succeeded")
    assert '"Name"' in printed
    assert '"Length"' not in printed


def test_a_script_asks_the_server_of_its_own_collection(site: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(f"{site}customs/Ship/getShip/")
    page.get_by_role("tab", name="JavaScript").first.click()
    program = panel(page, "getShip.mjs").first
    assert '"Duty"' in run(program, "Succeeded")
    expect(program.locator(".callsheet-run-exchange code")).to_have_text("/customs/api/Ship/7")


def test_the_console_asks_the_server_of_its_own_collection(site: str, new_page: NewPage) -> None:
    page = new_page()
    for folder, names in SHIPS.items():
        page.goto(f"{site}{folder}/Ship/getShip/")
        page.get_by_role("button", name="Try it").first.click()
        server = page.get_by_label("Server").first
        server.select_option(label="In this page")
        page.get_by_role("button", name="Send", exact=True).first.click()
        answer = page.locator(".callsheet-answer").first
        expect(answer).to_contain_text(f'"{names[-1]}"', timeout=FIRST)


def test_collections_share_the_runtime_and_the_code(project: Path) -> None:
    sandbox = project / "site/assets/callsheet/sandbox"
    assert len([*sandbox.rglob("python.zip.gz")]) == len([*sandbox.rglob("runtime")]) == 1
    bases = [
        json.loads((sandbox / f"collections/{name}/manifest.json").read_bytes())["base"]
        for name in ("ships1", "ships2", "customs")
    ]
    assert bases == [*BASES.values()]
