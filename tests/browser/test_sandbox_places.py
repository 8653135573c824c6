"""Where programs run: with servers in the configuration, without a network, and from a disk."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from callsheet.catalog import Catalog
from callsheet.configuration import DEFAULT_DATABASE
from callsheet.reference import REFERENCE_SECRET, REFERENCE_USER
from callsheet.sandbox.runtime import FILES
from callsheet.server.adapters.app import background, create_app
from callsheet.site.output.policy import FILE as POLICY
from tests.browser.conftest import NewPage, built
from tests.browser.sandboxes import panel, run
from tests.browser.serving import serve
from tests.parcels import page as parcels_page

# Slow because each starts an interpreter in a page of a site that is built for it.
pytestmark = pytest.mark.slow

CONFIG = """\
site_name: Parcels
theme: {name: material, font: false}
plugins:
  - search
  - callsheet:
      servers: [{url: "https://api.example.com", name: Production}]
      samples: {base_url: "https://api.example.com"}
      sandbox: {installable: true}
"""
PAGE = parcels_page(
    "parcel",
    "GET /api/Parcel/{id}",
    path=(("id", "int32", "**Required**"),),
    statuses=(200, 404),
    rows=(("ParcelId", "int32", ""), ("Name", "string", "")),
    example={"ParcelId": 7, "Name": "Box"},
)

SHIP = parcels_page(
    "ship",
    "GET /api/Ship/{id}",
    path=(("id", "int32", "**Required**"),),
    statuses=(200, 404),
    rows=(("Name", "string", ""),),
    example={"Name": "Argo"},
)
ASKS_BOTH = """\
import requests
for path in ("Parcel/7", "Ship/1"):
    answer = requests.get(f"http://127.0.0.1:8765/api/{path}", auth=("reader", "callsheet"))
    print(answer.json()["Name"])
"""


def made(folder: Path, configuration: str) -> Path:
    """Build a site of operations in two groups."""
    (folder / "docs/ships").mkdir(parents=True)
    (folder / "docs/parcel.md").write_text(PAGE, encoding="utf-8")
    (folder / "docs/ships/ship.md").write_text(SHIP, encoding="utf-8")
    (folder / "docs/index.md").write_text("# Parcels\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(configuration, encoding="utf-8")
    built(folder)
    return folder


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, runtime: Path) -> Path:
    assert runtime
    return made(tmp_path_factory.mktemp("places"), CONFIG)


@pytest.fixture
def site(project: Path) -> Iterator[str]:
    with serve(project / "site") as url:
        yield url


def choose(page: Page, base: str) -> None:
    """Choose a server as the reader's own, and how to sign in there."""
    chosen = {"base": base, "user": REFERENCE_USER, "password": REFERENCE_SECRET}
    values = json.dumps(json.dumps(chosen))
    page.evaluate(f"sessionStorage.setItem('callsheet.values', {values})")
    page.reload()


def test_the_page_answers_unless_the_reader_has_chosen_a_server(
    site: str, project: Path, new_page: NewPage
) -> None:
    page = new_page()
    page.goto(f"{site}parcel/")
    program = panel(page, "parcel.py").first
    assert "https://api.example.com" in program.locator("pre").first.inner_text()
    assert "Box" in run(program, "Succeeded")
    expect(program.locator(".callsheet-run-exchange")).to_have_count(1)

    # One that lets this site ask it, and then one that does not.
    catalog = Catalog.read(project / "docs")
    for origins, ending in (([site.rstrip("/")], "Succeeded"), ([], "Ended with exit code 1")):
        with background(create_app(catalog, DEFAULT_DATABASE, origins=origins)) as url:
            choose(page, url)
            program = panel(page, "parcel.py").first
            printed = run(program, ending)
            expect(program.locator(".callsheet-run-exchange")).to_have_count(0)
            assert ("Box" in printed) is bool(origins)
            assert ("cannot be asked from this page" in printed) is not bool(origins)
    page.close()


def test_the_runtime_may_have_an_address_of_its_own(
    runtime: Path, tmp_path: Path, new_page: NewPage
) -> None:
    # Of the package alone, without what an installation has added to it.
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for name in FILES:
        shutil.copy(runtime / name, elsewhere)
    headers: dict[str, str] = {}
    with (
        serve(elsewhere, "/pyodide/", {"Access-Control-Allow-Origin": "*"}) as address,
        serve(tmp_path / "site", headers=headers) as url,
    ):
        made(tmp_path, CONFIG.replace("{installable: true}", f"{{runtime: '{address}'}}"))
        assert not (tmp_path / "site/assets/callsheet/sandbox/runtime").exists()
        headers |= {
            "Content-Security-Policy": (tmp_path / "site" / POLICY)
            .read_text(encoding="utf-8")
            .strip()
        }
        page = new_page()
        asked: list[str] = []
        page.context.on("request", lambda request: asked.append(request.url))
        for each in ("first", "later"):
            page.goto(f"{url}parcel/")
            assert not [each for each in asked if each.startswith(address)] or each == "later"
            assert "Box" in run(panel(page, "parcel.py").first, "Succeeded")
        assert f"{address}pyodide.asm.wasm" in asked
        page.close()


def answered(models: list[str], route: Route, **given: Any) -> None:
    """Answer a request in the place of the site, if it is for another file than some."""
    if route.request.url.rpartition("/")[2] in models:
        route.continue_()
    else:
        route.fulfill(**given)


def test_operations_are_loaded_by_group_when_a_program_asks_for_them(
    project: Path, tmp_path: Path, new_page: NewPage
) -> None:
    assert project
    folder = made(tmp_path, CONFIG.replace("{installable: true}", "true"))
    page = new_page()
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    with serve(folder / "site") as url:
        asks_for_both(page, f"{url}parcel/", asked)
    page.close()


def asks_for_both(page: Page, address: str, asked: list[str]) -> None:
    """Run a program that asks for one operation, then one that asks for those of two groups."""
    page.goto(address)
    program = panel(page, "parcel.py").first
    assert "Box" in run(program, "Succeeded")
    models = [name for name in asked if name.endswith(".json.gz")]
    assert len(models) == 2
    assert models[0] == "index.json.gz"

    # A group of which nothing, or only a part, arrives is named; the page lives on.
    program.get_by_role("button", name="Edit").click()
    program.get_by_role("textbox", name="Program").fill(ASKS_BOTH)
    faults: dict[str, dict[str, Any]] = {
        "cannot be loaded: status 404": {"status": 404},
        "is not complete": {"body": b"\x1f\x8b\x08\x00"},
    }
    for sentence, given in faults.items():
        page.context.route("**/model/*.json.gz", partial(answered, models, **given))
        program.get_by_role("button", name="Run again").click()
        status = program.locator(".callsheet-run-status")
        expect(status).to_contain_text(
            re.compile(rf"The file sandbox/model/\w+\.json\.gz of this site {sentence}")
        )
        page.context.unroute("**/model/*.json.gz")
    printed = run(program, "Succeeded", "Run again")
    assert printed.split() == ["Box", "Argo"]
    # The second one is of another page.
    verdicts = program.locator(".callsheet-run-verdict")
    expect(verdicts).to_have_text(["as documented", "as documented"])


def test_an_installed_site_runs_programs_without_a_network(
    project: Path, new_page: NewPage
) -> None:
    page = new_page()
    with serve(project / "site") as url:
        page.goto(url)
        page.evaluate("navigator.serviceWorker.ready.then(() => {})")
        page.wait_for_function("navigator.serviceWorker.controller !== null")
        page.wait_for_load_state("networkidle")
        manifest = page.locator('link[rel="manifest"]').get_attribute("href")
        assert manifest == f"{url}manifest.webmanifest"
        about = page.evaluate("href => fetch(href).then((each) => each.json())", manifest)
        assert (about["name"], about["display"]) == ("Parcels", "standalone")
        # Now each file comes by the service worker, which keeps it.
        page.goto(f"{url}ships/ship/")
        page.get_by_role("button", name="Try it").click()
        expect(page.locator(".callsheet-console").get_by_label("Server")).to_be_visible()
        page.goto(f"{url}parcel/")
        assert "Box" in run(panel(page, "parcel.py").first, "Succeeded")
    # The first page was loaded before there was a service worker.
    page.goto(url)
    expect(page.locator("h1")).to_be_visible()
    page.goto(f"{url}parcel/")
    assert "Box" in run(panel(page, "parcel.py").first, "Succeeded")
    # What no program has asked for yet is kept, too.
    page.goto(f"{url}ships/ship/")
    assert "Argo" in run(panel(page, "ship.py").first, "Succeeded")
    page.close()


def test_a_site_on_a_disk_says_what_works(project: Path, new_page: NewPage) -> None:
    page = new_page()
    page.goto((project / "site/parcel/index.html").as_uri())
    program = panel(page, "parcel.py").first
    program.get_by_role("button", name="Run", exact=True).click()
    status = program.locator(".callsheet-run-status")
    expect(status).to_contain_text("Browsers run no programs in pages from a disk.")
    expect(status).to_contain_text("python -m http.server")
    page.get_by_role("button", name="Try it").click()
    names = page.locator(".callsheet-console").get_by_label("Server")
    expect(names).to_be_visible()
    assert "In this page" not in names.inner_text()
