"""Sizes of what is pressed, and where the focus is seen (WCAG 2.2, 2.5.8 and 2.4.11)."""

from __future__ import annotations

import re
from base64 import b64encode

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, PHONE, NewPage, expect_scripts
from tests.browser.kinds import KINDS, UPLOAD, send, show

pytestmark = pytest.mark.slow

TARGETS = """([selector, least]) => {
  const open = document.querySelector("dialog[open]");
  const name = (e) => `${e.outerHTML.slice(0, 120)}`;
  return [...(open ?? document).querySelectorAll(selector)].flatMap((e) => {
    if (!e.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return [];
    // A card is as large as its link, which covers it.
    const { width, height } = (e.closest(".callsheet-cards > li") ?? e).getBoundingClientRect();
    if (!width || !height || (width >= least && height >= least)) return [];
    // Links within a sentence have the height of its lines, and names of rows stand in them.
    const flow = e.closest("p, li, td, dd, dt, h1, h2, h3, figcaption");
    const inline = getComputedStyle(e).display === "inline";
    if (e.matches("a") && inline && flow?.textContent.trim() !== e.textContent.trim()) return [];
    return [`${Math.round(width)} x ${Math.round(height)}: ${name(e)}`];
  });
}"""
ALL = ":is(.callsheet, .md-header, .md-tabs, .md-footer, .callsheet-filter)"
PRESSED = ":is(a[href]:not([rel=bookmark], .callsheet-table a), button, input, select, summary)"
MAIN = (
    ".callsheet :is(.callsheet-primary, .callsheet-tablist > button, .callsheet-cards a,"
    " [role=option], .callsheet-field :is(input, select):not([type=file]),"
    " .callsheet-file .callsheet-icon, .callsheet-dialog .callsheet-input)"
)


@pytest.mark.parametrize("kind", KINDS)
def test_targets_are_large_enough(own: str, new_page: NewPage, kind: str) -> None:
    for size, least, main in ((DESKTOP, 24, 24), (PHONE, 24, 44)):
        page = new_page(viewport=size, has_touch=size is PHONE)
        show(page, own, kind)
        assert page.evaluate(TARGETS, [f"{ALL} {PRESSED}", least]) == []
        assert page.evaluate(TARGETS, [MAIN, main - 0.5]) == []


OBSCURED = """() => {
  const e = document.activeElement;
  if (e === document.body) return "end";
  const { left, right, top, bottom } = e.getBoundingClientRect();
  if (right <= left || bottom <= top) return "";
  // Some of it is at its place, and nothing lies upon that.
  const seen = [top + 1, (top + bottom) / 2, bottom - 1].some((y) => {
    const found = document.elementFromPoint((left + right) / 2, y);
    return found && (e.contains(found) || found.contains(e) || found.matches("[for]"));
  });
  return seen ? "" : e.outerHTML.slice(0, 160);
}"""
MOST_STEPS = 250


def obscured(page: Page, key: str) -> list[str]:
    """Walks through a page by keyboard; returns what had the focus and was not to be seen."""
    found: list[str] = []
    for _ in range(MOST_STEPS):
        page.keyboard.press(key)
        seen = page.evaluate(OBSCURED)
        if seen == "end":
            return found
        if seen:
            found.append(seen)
    raise AssertionError("The focus never leaves the page.")


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_the_focus_is_in_sight_on_the_way_through_a_page(
    own: str, new_page: NewPage, key: str, width: int
) -> None:
    page = new_page(reduced_motion="reduce", viewport={"width": width, "height": 500})
    page.goto(own + UPLOAD)
    expect_scripts(page)
    send(page)
    page.evaluate("document.activeElement.blur()")
    assert obscured(page, key) == []


def test_what_opens_the_drawer_of_a_phone_is_a_button(own: str, new_page: NewPage) -> None:
    page = new_page(viewport=PHONE)
    page.goto(own + UPLOAD)
    expect_scripts(page)
    link = page.locator(".md-nav--primary").get_by_role("link", name=re.compile("^Person images"))
    expect(link).to_be_hidden()
    page.get_by_role("button", name="Navigation").press("Enter")
    expect(link).to_be_visible()


SAME = """([one, other, names]) => {
  const styles = [one, other].map((e) => getComputedStyle(document.querySelector(e)));
  return names.every((name) => styles[0][name] === styles[1][name]);
}"""


def test_forced_colours_keep_what_colours_say(own: str, new_page: NewPage) -> None:
    page = new_page(forced_colors="active")
    page.goto(own + UPLOAD)
    expect_scripts(page)
    styles = ["borderBottomColor"]
    tabs = [f".callsheet-tablist > [aria-selected={state}]" for state in ("true", "false")]
    assert not page.evaluate(SAME, [*tabs, styles])
    for badge in (".callsheet-method", ".callsheet-status"):
        assert (
            page.locator(badge).first.evaluate("e => getComputedStyle(e).borderTopStyle") != "none"
        )
    for pressed in (".callsheet-primary", ".callsheet-tabs .callsheet-button"):
        width = page.locator(pressed).first.evaluate("e => getComputedStyle(e).borderTopWidth")
        colours = "e => [getComputedStyle(e).borderTopColor, getComputedStyle(e).backgroundColor]"
        border, ground = page.locator(pressed).first.evaluate(colours)
        assert width != "0px"
        assert border != ground
    page.locator(".callsheet-primary").first.focus()
    page.keyboard.press("Tab")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"


RATIO = """async (png) => {
  const picture = await createImageBitmap(await (await fetch(png)).blob());
  const context = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
  context.drawImage(picture, 0, 0);
  const { data } = context.getImageData(0, 0, picture.width, picture.height);
  const found = Array.from({ length: data.length / 4 }, (_, n) => {
    const [r, g, b] = [...data.slice(4 * n, 4 * n + 3)]
      .map((c) => c / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  });
  return (Math.max(...found) + 0.05) / (Math.min(...found) + 0.05);
}"""
"""The contrast between the lightest and the darkest point of a picture."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_leave_nothing_that_cannot_be_seen(
    own: str, new_page: NewPage, scheme: str
) -> None:
    page = new_page(forced_colors="active", color_scheme=scheme, reduced_motion="reduce")
    for kind, selector in {"type": ".md-code__button", "search": "dialog mark"}.items():
        show(page, own, kind)
        form = page.locator(".md-search__form")
        assert form.evaluate("e => getComputedStyle(e).borderTopStyle") == "solid"
        picture = b64encode(page.locator(selector).first.screenshot()).decode()
        ratio = new_page().evaluate(RATIO, f"data:image/png;base64,{picture}")
        assert ratio >= 4.5, selector


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_moves_for_readers_who_want_less_motion(
    own: str, new_page: NewPage, kind: str
) -> None:
    page = new_page(reduced_motion="reduce")
    show(page, own, kind)
    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter((e) =>
          ["", "::before", "::after", "::backdrop"].some((part) => {
            const style = getComputedStyle(e, part);
            const times = `${style.transitionDuration}, ${style.animationDuration}`.split(", ");
            return times.some((t) => parseFloat(t) > 0.001) || style.scrollBehavior === "smooth";
          })).map((e) => e.outerHTML.slice(0, 120))"""
    )
    assert moving == []


def test_the_button_that_runs_a_program_is_large_enough_for_fingers(
    sandbox_site: str, new_page: NewPage
) -> None:
    page = new_page(viewport=PHONE, has_touch=True)
    page.goto(f"{sandbox_site}reference/Person/v1PersonEntity_GetImage/")
    button = page.get_by_role("button", name="Run", exact=True).first
    button.wait_for(timeout=20_000)
    assert page.evaluate(TARGETS, [MAIN, 43.5]) == []
