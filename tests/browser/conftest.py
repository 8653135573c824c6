"""A browser, sites to look at, and pages that fail the test when anything goes wrong in them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Page, expect, sync_playwright

from callsheet.catalog import Catalog
from callsheet.configuration import DEFAULT_DATABASE
from callsheet.contrib.superoffice.pack import PACK as SUPEROFFICE
from callsheet.sandbox.runtime import RuntimeUnavailableError, install_runtime
from callsheet.server.adapters.app import background, create_app
from callsheet.site.output.policy import FILE as POLICY
from tests.browser import berths, cargo, ships
from tests.browser.serving import serve
from tests.conftest import DOCS, ROOT
from tests.test_site import build

PHONE: Any = {"width": 390, "height": 844}
DESKTOP: Any = {"width": 1440, "height": 900}
OPTIONS = ["--disable-background-networking", "--disable-gpu", "--no-sandbox"]

NewPage = Callable[..., Page]
Served = Callable[..., str]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    wanted = [os.environ.get("CHROMIUM", ""), "/usr/bin/chromium", shutil.which("chromium") or ""]
    found = next((path for path in wanted if path and Path(path).is_file()), None)
    if found is None:
        pytest.skip("there is no Chromium: install it, or name it with CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=OPTIONS)
        yield browser
        browser.close()


@pytest.fixture
def served() -> Iterator[Served]:
    """Serves sites until the pages of the test are closed, which may still be loading."""
    with ExitStack() as stack:
        yield lambda *site: stack.enter_context(serve(*site))


@pytest.fixture
def new_page(browser: Browser, served: Served) -> Iterator[NewPage]:
    """Opens pages, each with a session of its own; no script may fail in any of them."""
    faults: list[str] = []
    contexts = []

    def open_page(**options: Any) -> Page:
        context = browser.new_context(**{"viewport": DESKTOP, **options})
        contexts.append(context)
        context.set_default_timeout(10_000)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda m: faults.append(m.text) if m.type == "error" else None)
        return page

    yield open_page
    for context in contexts:
        # Chromium may never close a page that is on its way to another address.
        for page in context.pages:
            with suppress(Error):
                page.goto("about:blank")
        context.close()
    # A missing page is missing on purpose.
    assert not [fault for fault in faults if "404" not in fault]


@pytest.fixture(scope="session")
def own_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own site, as a folder."""
    folder = tmp_path_factory.mktemp("own")
    result = build(ROOT, "--site-dir", str(folder))
    assert result.returncode == 0, result.stderr
    return folder


@pytest.fixture(scope="session")
def own(own_folder: Path) -> Iterator[str]:
    """The project's own site, served by the reference server as `make run` does."""
    with background(
        create_app(Catalog.read(DOCS), DEFAULT_DATABASE, own_folder, packs=[SUPEROFFICE])
    ) as url:
        yield f"{url}/"


@pytest.fixture(scope="session")
def runtime() -> Path:
    """The folder of the sandbox's runtime."""
    try:
        return install_runtime()
    except RuntimeUnavailableError as error:
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def sandbox_folder(tmp_path_factory: pytest.TempPathFactory, runtime: Path) -> Path:
    """The project's own site with its sandbox, as a folder; empty until it has an address."""
    assert runtime
    return tmp_path_factory.mktemp("sandbox")


@pytest.fixture(scope="session")
def sandbox_site(sandbox_folder: Path) -> Iterator[str]:
    """The project's own site with its sandbox, from a server of files, under its strict policy."""
    headers: dict[str, str] = {}
    with serve(sandbox_folder, headers=headers) as url:
        # Sites that other tests build have none of it.
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("CALLSHEET_SANDBOX", "true")
            patch.setenv("CALLSHEET_SITE_URL", url)
            result = build(ROOT, "--site-dir", str(sandbox_folder))
        assert result.returncode == 0, result.stderr
        policy = (sandbox_folder / POLICY).read_text(encoding="utf-8").strip()
        headers["Content-Security-Policy"] = policy
        yield url


@pytest.fixture(scope="session")
def ships_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site with long tables, nested types and long words, with instant navigation."""
    folder = tmp_path_factory.mktemp("ships")
    # Instant navigation wants to know the address before the site is built.
    with serve(folder / "site") as url:
        built(ships.write(folder, ships.pages(), url=url))
        yield url


@pytest.fixture(scope="session")
def several_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site whose one page documents several operations."""
    with serve(built(berths.write(tmp_path_factory.mktemp("several")))) as url:
        yield url


@pytest.fixture(scope="session")
def cargo_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site whose operations are called in several ways, with instant navigation."""
    folder = tmp_path_factory.mktemp("cargo")
    with serve(folder / "site") as url:
        built(cargo.write(folder, url))
        yield url


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site whose pages have attacks wherever there is text."""
    folder = built(ships.write(tmp_path_factory.mktemp("hostile"), ships.hostile_pages()))
    with serve(folder) as url:
        yield url


def built(folder: Path) -> Path:
    """Builds a site; returns where it is."""
    result = build(folder)
    assert result.returncode == 0, result.stderr
    return folder / "site"


def expect_scripts(page: Page) -> None:
    """Waits until the page's script has put its search in the place of the theme's."""
    expect(page.locator('.md-search__input[aria-haspopup="dialog"]')).to_have_count(1)


def leave(page: Page, path: str) -> None:
    """Go where a script may redirect from, which `goto` would take for a failure."""
    # The page that runs this may be gone before it can say so.
    with suppress(Error):
        page.evaluate("path => { location.href = path }", path)
