"""The console sends arrays and objects by the style of their parameter."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from callsheet.catalog import Catalog
from callsheet.configuration import DEFAULT_DATABASE
from callsheet.contrib.superoffice.pack import PACK as SUPEROFFICE
from callsheet.server.adapters.app import background, create_app
from tests.browser.conftest import NewPage, built
from tests.browser.consoles import open_console, said, send, status_of
from tests.test_styles import PAGE

pytestmark = pytest.mark.slow

CONFIG = "site_name: Things\ntheme: {name: material, font: false}\nplugins: [callsheet]\n"


@pytest.fixture(scope="module")
def things(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site with a parameter of each style, served by the reference server."""
    folder = tmp_path_factory.mktemp("things")
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    (folder / "docs").mkdir()
    (folder / "docs/index.md").write_text("# Things\n", encoding="utf-8")
    # A page in a browser cannot send a cookie of its own.
    text = re.sub(r"## Cookies.*?(?=## Response)", "", PAGE, flags=re.DOTALL)
    (folder / "docs/thing.md").write_text(text, encoding="utf-8")
    site = built(folder)
    with background(
        create_app(Catalog.read(folder / "docs"), DEFAULT_DATABASE, site, packs=[SUPEROFFICE])
    ) as url:
        yield f"{url}/"


def test_arrays_and_objects_are_sent_by_their_styles(things: str, new_page: NewPage) -> None:
    page = new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.replace(things, "/")))
    console = open_console(page, f"{things}thing/")
    console.get_by_label("ids", exact=True).fill("7, 8")
    console.get_by_label("sizes").fill("1,2,3")
    console.get_by_label("filter").fill('{"min": 4}')
    expect(status_of(send(console))).to_have_text("200")
    (sent,) = (url for url in asked if url.startswith("/api/"))
    assert sent.split("&") == [
        "/api/v1/Thing/7,8/.a.b%2Cc/;x=1;y=2?marks=3",
        "marks=4",
        "sizes=1%7C2%7C3",
        "words=red%20blue",
        "names=Ada%2CBob",
        "filter%5Bmin%5D=4",
        "from=9",
        "to=10",
    ]


def test_an_object_has_to_be_one(things: str, new_page: NewPage) -> None:
    console = open_console(new_page(), f"{things}thing/")
    console.get_by_label("filter").fill("min=4")
    console.get_by_role("button", name="Send", exact=True).click()
    expect(said(console)).to_contain_text("filter: expected an object in JSON.")
