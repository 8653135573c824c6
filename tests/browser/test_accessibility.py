"""WCAG 2.2 AA, as far as axe-core can tell, on each kind of page in both colour schemes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, NewPage, Served, expect_scripts
from tests.browser.kinds import KINDS, show
from tests.conftest import ROOT
from tests.layouts.references import FOLDER
from tests.sites import MATERIAL, build
from tests.starting import run

OPTIONS = {
    "resultTypes": ["violations"],
    "rules": {"target-size": {"enabled": True}},
}
SCHEMES = MATERIAL.replace(
    "theme: {",
    """theme: {palette: [
    {media: "(prefers-color-scheme: light)", scheme: default},
    {media: "(prefers-color-scheme: dark)", scheme: slate},
  ], """,
)
"""The configuration of a site in the colours that the reader's system asks for."""

WIDE = {"width": 1440, "height": 900}
QUICK = {"operation", "console", "search", "group", "missing"}
"""What every run of the tests looks at, in the light scheme on a wide screen."""


# Colours in between, such as those of a header that fades, are not colours of the page.
AT_REST = """async () => {
  for (let round = 0; round < 10; round += 1) {
    // What follows a scroll begins in a frame after it.
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    const moving = document
      .getAnimations()
      .filter((each) => each.effect.getComputedTiming().endTime < 10_000)
      .filter((each) => each.playState === "running");
    if (!moving.length) return;
    await Promise.all(moving.map((each) => each.finished.catch(() => {})));
  }
}"""


def violations(page: Page, context: dict[str, list[list[str]]] | None = None) -> list[str]:
    page.evaluate(AT_REST)
    found = Axe().run(page, context=context, options=OPTIONS).response["violations"]
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in found
        for node in violation["nodes"]
    ]


@pytest.fixture(params=["light", pytest.param("dark", marks=pytest.mark.slow)])
def page(request: pytest.FixtureRequest, new_page: NewPage) -> Page:
    """A page in each colour scheme in turn."""
    return new_page(color_scheme=request.param)


def go(page: Page, url: str) -> None:
    page.goto(url)
    dark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    scheme = "slate" if dark else "default"
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
    expect_scripts(page)


VIEWS = [
    pytest.param(
        kind, width, marks=() if kind in QUICK and width == WIDE["width"] else pytest.mark.slow
    )
    for kind in KINDS
    for width in (WIDE["width"], PHONE["width"])
]


@pytest.mark.parametrize(("kind", "width"), VIEWS)
def test_axe_finds_nothing_on_any_kind_of_page(own: str, page: Page, kind: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    show(page, own, kind)
    assert violations(page) == []


@pytest.mark.parametrize("width", [WIDE["width"], PHONE["width"]])
@pytest.mark.slow
def test_axe_finds_nothing_on_a_page_with_several_operations(
    several_site: str, page: Page, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(several_site)
    expect_scripts(page)
    assert violations(page) == []


LAYOUTS = {
    "generic": ["", "moorings/", "operations/"],
    "gitlab": ["berths/"],
    "graph": ["api/boat-post/", "resources/boat/"],
    "hashicorp": ["cranes/"],
    "mastodon": ["crews/"],
    "slate": ["kayaks/"],
}
"""Pages in the layouts of others: of MDX, with panels, of types, and with lists of operations."""


@pytest.mark.parametrize(
    "name", [pytest.param(n, marks=() if n == "gitlab" else pytest.mark.slow) for n in LAYOUTS]
)
@pytest.mark.slow
def test_axe_finds_nothing_in_other_layouts(
    name: str, tmp_path: Path, served: Served, page: Page
) -> None:
    shutil.copytree(FOLDER / name, tmp_path / "docs")
    (tmp_path / "mkdocs.yml").write_text(SCHEMES)
    build(tmp_path)
    look_at(page, served(tmp_path / "site"), LAYOUTS[name])


@pytest.mark.slow
def test_axe_finds_nothing_on_imported_pages(tmp_path: Path, served: Served, page: Page) -> None:
    (tmp_path / "mkdocs.yml").write_text(SCHEMES)
    document = str(ROOT / "tests/openapi_documents/everything.yaml")
    code, _, messages = run(tmp_path, "import", "openapi", document)
    assert code == 0, messages
    build(tmp_path)
    pages = (tmp_path / "site" / "reference").rglob("index.html")
    paths = [f"{file.parent.relative_to(tmp_path / 'site').as_posix()}/" for file in pages]
    assert len(paths) > 20
    look_at(page, served(tmp_path / "site"), paths)


def look_at(page: Page, address: str, paths: list[str]) -> None:
    """Expect that axe finds nothing on pages, on a wide screen and on a phone."""
    for width in (WIDE["width"], PHONE["width"]):
        page.set_viewport_size({"width": width, "height": 900})
        for path in paths:
            go(page, address + path)
            page.evaluate("for (const e of document.querySelectorAll('details')) e.open = true")
            # The levels of headings are those of the author.
            found = [found for found in violations(page) if not found.startswith("heading-order")]
            assert found == [], f"{path} at {width}"
            if page.locator(".callsheet-route button").count():
                page.get_by_role("button", name="Try it").first.click()
                expect(page.get_by_role("button", name="Send").first).to_be_visible()
                console = {"include": [[".callsheet-console"]]}
                assert violations(page, console) == [], f"{path} at {width}"


@pytest.mark.slow
@pytest.mark.parametrize("width", [WIDE["width"], PHONE["width"]])
def test_axe_finds_nothing_on_long_and_nested_tables(
    ships_site: str, page: Page, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for path in ("fleet/Get/", "types/Ship/", "types/", "uid/", ""):
        go(page, ships_site + path)
        page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
        assert violations(page) == [], path


@pytest.mark.slow
def test_axe_finds_nothing_in_dialogs(ships_site: str, page: Page) -> None:
    go(page, ships_site + "fleet/Get/")
    page.get_by_role("button", name="Your values").first.click()
    expect(page.locator("dialog[open]").get_by_role("heading")).to_have_text("Your values")
    assert violations(page, {"include": [["dialog[open]"]]}) == []
    page.keyboard.press("Escape")
    for query in ("", "ship", "Mast60", "xyzzy"):
        page.keyboard.press("Control+k")
        page.get_by_role("combobox", name="Search").fill(query)
        status = page.locator("dialog[open]").get_by_role("status")
        expect(status).to_contain_text("Nothing" if query == "xyzzy" else "operation")
        assert violations(page, {"include": [["dialog[open]"]]}) == [], query
        page.keyboard.press("Escape")


def test_everything_is_reached_by_keyboard_and_shows_its_focus(
    ships_site: str, new_page: NewPage
) -> None:
    page = new_page()
    page.goto(ships_site + "fleet/Get/")
    expect(page.get_by_role("tablist")).to_be_visible()
    wanted = page.locator(
        ".callsheet :is(a[href], button, .callsheet-input, summary):visible:not([tabindex='-1'])"
    ).count()
    page.locator(".callsheet-crumbs a").first.focus()
    page.keyboard.press("Shift+Tab")
    reached = 0
    while reached <= wanted:
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => {
              const e = document.activeElement;
              if (!e.closest(".callsheet")) return null;
              if (!e.matches("a[href], button, .callsheet-input, summary")) return "more";
              const style = getComputedStyle(e);
              return style.outlineStyle !== "none" && style.opacity === "1" ? "yes" : e.outerHTML;
            }"""
        )
        if seen is None:
            break
        assert seen in {"yes", "more"}
        reached += seen == "yes"
    assert reached == wanted


def test_a_dialog_gives_the_focus_back(ships_site: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(ships_site + "fleet/Get/")
    button = page.get_by_role("button", name="Your values").first
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator("dialog[open]")).to_be_visible()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()


PALETTES = ("red", "indigo", "cyan", "lime", "yellow", "amber", "grey", "black", "white")
CONTRAST = """([scheme, primary]) => {
  Object.assign(document.body.dataset, { mdColorScheme: scheme, mdColorPrimary: primary });
  const context = document.createElement("canvas").getContext("2d");
  const luminance = (colour) => {
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...context.getImageData(0, 0, 1, 1).data]
      .map((c) => c / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const link = document.querySelector(".callsheet-crumbs a");
  const colours = [getComputedStyle(document.body).backgroundColor, getComputedStyle(link).color];
  const [darker, lighter] = colours.map(luminance).sort((one, other) => one - other);
  return (lighter + 0.05) / (darker + 0.05);
}"""


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_links_can_be_read_in_every_palette(own: str, new_page: NewPage, scheme: str) -> None:
    page = new_page(reduced_motion="reduce")
    page.goto(own + "reference/Person/v1PersonEntity_GetImage/")
    ratios = {name: page.evaluate(CONTRAST, [scheme, name]) for name in PALETTES}
    assert {name: ratio for name, ratio in ratios.items() if ratio < 4.5} == {}
