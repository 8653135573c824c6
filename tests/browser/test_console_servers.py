"""The console and other servers: which it may ask, what it says of those that do not answer."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from callsheet.server.adapters.app import background
from callsheet.site.output.policy import FILE
from tests.browser import consoles
from tests.browser.conftest import NewPage, Served
from tests.browser.consoles import IMAGE, PERSON, open_console, said, send, status_of
from tests.browser.serving import serve
from tests.conftest import DOCS, ROOT
from tests.test_site import build

pytestmark = pytest.mark.slow

INFO = f"{PERSON}GetImageInfo/"


@pytest.fixture(scope="session")
def free_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own site, where the reader may give any server."""
    return site_with(tmp_path_factory.mktemp("free"), "any_server: true")


@pytest.fixture(scope="session")
def free(free_folder: Path) -> Iterator[str]:
    with serve(free_folder) as url:
        yield url


def site_with(folder: Path, options: str, more: str = "") -> Path:
    """The project's own pages as a site with other options; returns where it is."""
    options = f"coverage: {ROOT / 'sample-coverage.json'}, {options}"
    config = (
        f"INHERIT: {ROOT / 'mkdocs.yml'}\ndocs_dir: {DOCS}\n"
        f"plugins: [search, {{callsheet: {{{options}}}}}]\n{more}"
    )
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    result = build(folder)
    assert result.returncode == 0, result.stderr
    return folder / "site"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page in which requests may fail."""
    context = browser.new_context()
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def origin(url: str) -> str:
    return url.rstrip("/")


def test_another_origin_is_asked_where_it_lets_pages_read(free: str, new_page: NewPage) -> None:
    page = new_page()
    with background(consoles.application(origins=[origin(free)])) as url:
        console = open_console(page, free + f"{PERSON}SaveImage_POST/")
        console.get_by_label("Server").fill(url)
        console.get_by_label("File").set_input_files(IMAGE)
        answer = send(console)
        expect(status_of(answer)).to_have_text("200")
        answer.get_by_text("Headers (").click()
        expect(answer.get_by_role("rowheader", name="x-request-id")).to_be_visible()
        page.goto("about:blank")


def test_a_server_that_forbids_it_is_told_apart_from_one_that_is_not_there(
    free: str, page: Page
) -> None:
    console = open_console(page, free + INFO)
    with background(consoles.application()) as url:
        console.get_by_label("Server").fill(url)
        send(console)
        expect(said(console)).to_contain_text(f"{url} answers, but does not let pages")
        port = url.rpartition(":")[2]
        command = f"callsheet serve --port {port} --cors-origin {origin(free)}"
        expect(console.get_by_text(command)).to_be_visible()
    send(console)
    expect(said(console)).to_contain_text(f"No server answers at {url}.")
    expect(console.get_by_text(command)).to_be_visible()


def test_a_redirect_is_not_followed(free: str, new_page: NewPage) -> None:
    page = new_page()
    app = consoles.application(origins=[origin(free)])

    def redirect(
        status: int, fields: dict[str, str], body: bytes
    ) -> tuple[int, dict[str, str], bytes]:
        # The browser asks first whether it may ask.
        return (status if status == 204 else 302, {**fields, "location": "http://[::1]:9/"}, body)

    with background(consoles.changed(app, redirect)) as url:
        console = open_console(page, free + INFO)
        console.get_by_label("Server").fill(url)
        send(console)
        expect(said(console)).to_contain_text("redirect")
        page.goto("about:blank")


def test_no_other_address_is_asked_than_the_site_allows(own: str, new_page: NewPage) -> None:
    page = new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(own)
    values = '{"base": "http://localhost:1", "user": "ada", "password": "sesame"}'
    page.evaluate("text => sessionStorage.setItem('callsheet.values', text)", values)
    console = open_console(page, own + INFO)
    server = console.get_by_label("Server")
    assert server.locator("option").all_inner_texts() == [
        f"This site ({origin(own)})",
        "This machine (http://127.0.0.1:8765)",
    ]
    expect(console.get_by_text("http://localhost:1 is not among the addresses")).to_be_visible()
    server.evaluate("select => { select.append(new Option('http://localhost:1')); select.value = "
                    "'http://localhost:1'; }")  # fmt: skip
    send(console)
    expect(said(console)).to_contain_text("Server: expected an address")
    assert not [url for url in asked if "localhost:1" in url or "/api/" in url]


@pytest.mark.slow
def test_the_configured_servers_are_offered(
    tmp_path: Path, served: Served, new_page: NewPage
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    options = f"servers: [{{url: 'http://127.0.0.1:{port}/tenant/', name: Test}}, /]"
    url = served(site_with(tmp_path, options))
    console = open_console(new_page(), url + INFO)
    assert console.get_by_label("Server").locator("option").all_inner_texts() == [
        f"Test (http://127.0.0.1:{port}/tenant)",
        origin(url),
    ]
    console.get_by_text("The request as code").click()
    program = console.get_by_label("Program")
    expect(program).to_contain_text(f"http://127.0.0.1:{port}/tenant/api/v1/Person/")


@pytest.mark.slow
def test_from_a_disk_the_console_says_that_it_needs_a_server(tmp_path: Path, page: Page) -> None:
    site = site_with(tmp_path, "any_server: true", "use_directory_urls: false")
    page.goto((site / f"{PERSON}GetImageInfo.html").as_uri())
    page.get_by_role("button", name="Try it").click()
    console = consoles.console(page)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    console.get_by_label("Server").fill(f"http://127.0.0.1:{port}")
    send(console)
    expect(said(console)).to_contain_text("No server answers")
    expect(console).to_contain_text("This page comes from a disk, so a server is needed.")
    expect(console.get_by_text(f"serve --port {port} --cors-origin null")).to_be_visible()
    with background(consoles.application(origins=["null"])) as url:
        console.get_by_label("Server").fill(url)
        expect(status_of(send(console))).to_have_text("200")


def test_under_a_strict_policy(own_folder: Path, free_folder: Path, page: Page) -> None:
    """Everything works, and the console says so where the policy forbids another server."""
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    policed = consoles.Policed(consoles.application(free_folder))
    # What goes to the server of the site itself is not of another origin.
    with background(consoles.application()) as elsewhere, background(policed) as url:
        policy = (free_folder / FILE).read_text(encoding="utf-8").strip()
        assert "connect-src 'self' http: https:" in policy
        policy = policy.replace("http://127.0.0.1:8000/", f"{url}/")
        policed.policy = policy.replace("'self' http: https:", "'self'")
        console = open_console(page, f"{url}/{PERSON}GetImage/")
        console.get_by_label("Server").fill(url)
        answer = send(console)
        expect(answer.get_by_role("figure")).to_contain_text("pixels")
        console.get_by_label("Server").fill(elsewhere)
        send(console)
        expect(said(console)).to_contain_text("Content-Security-Policy")
        expect(console.get_by_text("connect-src")).to_be_visible()
        assert page.locator(".callsheet-console [style]:not(.callsheet-editor)").count() == 0
        page.goto("about:blank")
    assert not faults


def test_what_cannot_be_loaded_is_said(own: str, page: Page) -> None:
    page.route("**/console.js", lambda route: route.abort())
    page.goto(own + INFO)
    button = page.get_by_role("button", name="Try it")
    button.click()
    expect(page.get_by_text("It cannot be loaded.")).to_be_visible()
    page.unroute("**/console.js")
    button.click()
    expect(page.get_by_role("region", name="Try it")).to_be_visible()
    expect(page.get_by_text("It cannot be loaded.")).to_have_count(0)
