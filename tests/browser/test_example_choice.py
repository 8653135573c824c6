"""Samples of several examples: chosen by mouse, keys and touch, read without scripts, printed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from callsheet.samples import LANGUAGES, Overrides, Sample, further_samples_of, samples_of
from callsheet.site.markdown.sample_tabs import SampleTabs
from tests.browser import cargo
from tests.browser.conftest import DESKTOP, PHONE, NewPage, built
from tests.browser.test_accessibility import go, violations
from tests.browser.test_reading import OVERHANG, SHIFTS, WIDTHS
from tests.browser.test_sample_tabs import CLIPBOARD, code, copied, fill, tab
from tests.test_render import read

pytestmark = pytest.mark.slow

FEW, MANY = "fleet/Get/", "fleet/Put/"
REFUSED, UPLOAD = "No label 422", "multipart/form-data"
SHOWN = ("python", "curl", "javascript", "csharp")
"""The languages of a site that names none."""


@pytest.fixture
def site(cargo_site: str) -> str:
    return cargo_site


def samples(text: str) -> list[dict[str, Sample]]:
    """What the command writes for each way to call an operation, by the labels of the languages."""
    operation, languages = read(text), [LANGUAGES[key] for key in SHOWN]
    ways = [samples_of(operation, languages)]
    ways += [[*further.samples] for further in further_samples_of(operation, languages)]
    return [
        {language.label: sample for language, sample in zip(languages, way, strict=True)}
        for way in ways
    ]


def choose(page: Page, name: str) -> None:
    page.locator(".callsheet-variants > label", has_text=name.split()[0]).click()
    expect(page.get_by_role("radio", name=name)).to_be_checked()


def chosen(page: Page) -> Locator:
    return page.locator(".callsheet-variant:visible")


def file_shown(page: Page) -> Locator:
    return page.locator(".callsheet-panel:visible .callsheet-file code").first


def test_the_first_example_is_shown_first_and_each_has_the_commands_programs(
    site: str, new_page: NewPage
) -> None:
    page = new_page(**CLIPBOARD)
    page.goto(site + FEW)
    expect(page.get_by_role("radio", name="Books")).to_be_checked()
    expect(page.get_by_role("group", name="Example")).to_be_visible()
    ways = zip(("Books", REFUSED, UPLOAD), samples(cargo.few()), strict=True)
    for name, programs in ways:
        choose(page, name)
        expect(chosen(page)).to_have_count(1)
        expect(page.get_by_role("tablist")).to_have_count(1)
        for label, sample in programs.items():
            tab(page, label).click()
            expect(file_shown(page)).to_have_text(sample.filename)
            assert copied(page) == sample.text
            with page.expect_download() as download:
                page.get_by_role("button", name=f"Download {sample.filename}").click()
            assert download.value.suggested_filename == sample.filename
            assert Path(download.value.path()).read_bytes() == sample.text.encode()


def test_the_language_goes_along_from_example_to_example(site: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(site + FEW)
    tab(page, "curl").click()
    choose(page, UPLOAD)
    expect(tab(page, "curl")).to_have_attribute("aria-selected", "true")
    expect(file_shown(page)).to_have_text("v1Cargo_Post.multipart.sh")
    tab(page, "C#").click()
    choose(page, "Books")
    expect(file_shown(page)).to_have_text("v1Cargo_Post.cs")
    # Where an example has no such tab, its own stays.
    tab(page, "HTTP").click()
    choose(page, UPLOAD)
    expect(file_shown(page)).to_have_text("v1Cargo_Post.multipart.cs")
    choose(page, REFUSED)
    assert "POST /api/v1/Cargo/4" in code(page)
    page.reload()
    expect(page.get_by_role("radio", name="Books")).to_be_checked()
    expect(tab(page, "HTTP")).to_have_attribute("aria-selected", "true")


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_examples_are_chosen_by_keyboard(site: str, new_page: NewPage, direction: str) -> None:
    page = new_page()
    page.goto(site + FEW)
    page.evaluate("dir => { document.body.dir = dir }", direction)
    first, second, third = (page.get_by_role("radio", name=n) for n in ("Books", REFUSED, UPLOAD))
    first.focus()
    for key, radio in (("ArrowDown", second), ("ArrowDown", third), ("ArrowDown", first)):
        page.keyboard.press(key)
        expect(radio).to_be_focused()
        expect(radio).to_be_checked()
    page.keyboard.press("ArrowUp")
    label = page.locator(f"[id='{third.get_attribute('id')}.label']")
    expect(label).to_have_css("outline-style", "solid")
    page.keyboard.press("Tab")
    expect(chosen(page).get_by_role("tab", name="Python")).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth") <= DESKTOP["width"]


def test_many_examples_are_a_list(site: str, new_page: NewPage) -> None:
    page = new_page(**CLIPBOARD)
    page.goto(site + MANY)
    select = page.get_by_role("combobox", name="Example")
    names = [f"{cargo.LONG}, {number}" for number in range(1, cargo.MANY + 1)]
    expect(select.locator("option")).to_have_text(names)
    expect(page.locator(".callsheet").get_by_role("radio")).to_have_count(0)
    select.focus()
    page.keyboard.press("End")
    expect(select).to_have_value(names[-1])
    last = samples(cargo.many())[-1]
    assert copied(page) == last["Python"].text
    # What there is no room for is named.
    expect(page.get_by_role("tab")).to_have_text(["Python", "HTTP"])
    for label in ("curl", "JavaScript", "C#"):
        expect(chosen(page)).to_contain_text(last[label].filename)
    select.select_option(names[1])
    assert copied(page) == samples(cargo.many())[1]["Python"].text


@pytest.mark.slow
def test_own_values_are_filled_into_every_example(site: str, new_page: NewPage) -> None:
    page = new_page(**CLIPBOARD)
    page.goto(site + FEW)
    fill(
        page,
        Address_of_the_server="https://example.com/tenant",
        User="ada",
        Password="sesame",  # noqa: S106 - made up
        shipId="42",
    )
    for name, way in zip(("Books", REFUSED, UPLOAD), samples(cargo.few()), strict=True):
        choose(page, name)
        shown = code(page)
        assert "ship_id = 42" in shown
        assert '_PASSWORD", "••••••")' in shown
        text = way["Python"].text.replace("http://127.0.0.1:8765", "https://example.com/tenant")
        text = text.replace('_PASSWORD", "secret"', '_PASSWORD", "sesame"')
        expected = re.sub(r"ship_id = \d", "ship_id = 42", text)
        # A statement with other values is on one line.
        assert "".join(copied(page).split()) == "".join(expected.split())


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP])
def test_without_scripts_examples_are_chosen_too(
    site: str, new_page: NewPage, viewport: dict[str, int]
) -> None:
    page = new_page(java_script_enabled=False, viewport=viewport)
    page.goto(site + FEW)
    for name, text in (("Books", "ship_id = 3"), (REFUSED, "ship_id = 4"), (UPLOAD, "image.png")):
        choose(page, name)
        expect(chosen(page)).to_have_count(1)
        expect(chosen(page)).to_contain_text(text)
    page.locator(".callsheet-variant:visible label", has_text="curl").click()
    expect(page.locator(".callsheet-panel:visible")).to_contain_text("v1Cargo_Post.multipart.sh")
    page.goto(site + MANY)
    choose_last = page.locator(".callsheet-variants > label").last
    choose_last.click()
    expect(chosen(page)).to_contain_text(f"{cargo.LONG}, {cargo.MANY}")


@pytest.mark.slow
def test_where_the_script_does_not_come_the_keyboard_chooses(site: str, new_page: NewPage) -> None:
    page = new_page()
    page.route("**/callsheet.js", lambda route: route.fulfill(body=""))
    page.goto(site + MANY)
    page.locator(".callsheet-variants > input").first.focus()
    page.keyboard.press("ArrowDown")
    second = f"{cargo.LONG}, 2"
    expect(page.locator(".callsheet-variants > label:visible")).to_have_text(second)
    expect(chosen(page)).to_contain_text(f'{second}"')


@pytest.mark.slow
def test_on_paper_the_chosen_example_stands_below_its_name(site: str, new_page: NewPage) -> None:
    page = new_page()
    for path in (FEW, MANY):
        page.goto(site + path)
        page.emulate_media(media="print")
        names = page.locator(".callsheet-variants > label:visible")
        ways = page.locator(".callsheet-variant:visible")
        expect(names).to_have_count(1)
        expect(ways).to_have_count(1)
        assert top_of(names) < top_of(ways)
        expect(ways.locator(".callsheet-panel:visible")).not_to_have_count(0)
        expect(page.locator(".callsheet-variants > select:visible")).to_have_count(0)
        page.emulate_media(media="screen")


def top_of(found: Locator) -> float:
    box = found.bounding_box()
    assert box is not None
    return box["y"]


@pytest.mark.slow
@pytest.mark.parametrize("path", [FEW, MANY])
def test_no_page_is_wider_than_the_screen(site: str, new_page: NewPage, path: str) -> None:
    page = new_page()
    page.goto(site + path)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_function(f"document.documentElement.scrollWidth <= {width}")
        assert page.evaluate(OVERHANG) <= 0, width


@pytest.mark.slow
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP])
@pytest.mark.parametrize("path", [FEW, MANY])
def test_nothing_moves_while_a_page_loads(
    site: str, new_page: NewPage, path: str, viewport: dict[str, int]
) -> None:
    page = new_page(viewport=viewport)
    page.goto(site + path)
    assert page.evaluate(SHIFTS) < 0.01


@pytest.mark.parametrize(
    ("viewport", "scheme"),
    [
        (PHONE, "dark"),
        pytest.param(PHONE, "light", marks=pytest.mark.slow),
        pytest.param(DESKTOP, "dark", marks=pytest.mark.slow),
        pytest.param(DESKTOP, "light", marks=pytest.mark.slow),
    ],
)
def test_axe_finds_nothing(
    site: str, new_page: NewPage, scheme: str, viewport: dict[str, int]
) -> None:
    page = new_page(color_scheme=scheme, viewport=viewport)
    for path in (FEW, MANY):
        go(page, site + path)
        assert violations(page) == [], path
    go(page, site + FEW)
    for name in (REFUSED, UPLOAD):
        choose(page, name)
        # Choosing scrolls, and a header that stays may cover a part of a button.
        page.evaluate("scrollTo(0, 0)")
        assert violations(page) == [], name


@pytest.mark.slow
def test_what_is_chosen_is_seen_without_colours_of_the_page(site: str, new_page: NewPage) -> None:
    page = new_page(forced_colors="active")
    page.goto(site + FEW)
    choose(page, REFUSED)
    grounds = page.locator(".callsheet-variants > label").evaluate_all(
        "all => all.map(e => getComputedStyle(e).backgroundColor)"
    )
    assert grounds[0] == grounds[2] != grounds[1]


def test_a_finger_hits_every_example(site: str, new_page: NewPage) -> None:
    page = new_page(viewport=PHONE, has_touch=True, is_mobile=True)
    page.goto(site + FEW)
    for label in page.locator(".callsheet-variants > label").all():
        box: Any = label.bounding_box()
        assert min(box["width"], box["height"]) >= 24
    page.locator(".callsheet-variants > label").last.tap()
    expect(page.get_by_role("radio", name=UPLOAD)).to_be_checked()


@pytest.mark.slow
def test_pages_that_take_the_place_of_others_have_their_lists(site: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(site + FEW)
    choose(page, UPLOAD)
    page.get_by_role("link", name="Next").click()
    expect(page.get_by_role("combobox", name="Example")).to_have_count(1)
    page.get_by_role("link", name="Previous").click()
    expect(page.get_by_role("radio", name="Books")).to_be_checked()


@pytest.mark.slow
def test_from_a_disk_examples_are_chosen_too(tmp_path: Path, new_page: NewPage) -> None:
    folder = built(cargo.write(tmp_path, "http://127.0.0.1/"))
    page = new_page()
    page.goto((folder / FEW / "index.html").as_uri())
    choose(page, REFUSED)
    expect(file_shown(page)).to_have_text("v1Cargo_Post.no-label.py")


def test_what_the_site_has_room_for_is_what_the_page_shows(site: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(site + MANY)
    found = SampleTabs([LANGUAGES[key] for key in SHOWN], Overrides()).further(read(cargo.many()))
    assert found is not None
    counts = page.locator(".callsheet-variant").evaluate_all(
        "all => all.map(e => e.querySelectorAll('[role=tab]').length - 1)"
    )
    assert counts[1:] == [len(variant.samples) for variant in found.variants]
