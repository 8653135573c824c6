"""Samples: tabs, copy, download, and the reader's own values."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.conftest import PHONE, NewPage
from tests.conftest import SAMPLES

pytestmark = pytest.mark.slow

UPLOAD = "reference/Person/v1PersonEntity_SaveImage_POST/"
PROGRAM = "v1PersonEntity_SaveImage_POST.py"
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}


def tab(page: Page, name: str) -> Locator:
    return page.get_by_role("tab", name=name, exact=True)


def choose(page: Page, name: str) -> None:
    """Choose a tab, and wait for its program, which may come from a script."""
    tab(page, name).click()
    expect(tab(page, name)).to_have_attribute("aria-selected", "true")


def code(page: Page) -> Any:
    return page.locator(".callsheet-panel:visible pre > code").evaluate("e => e.textContent")


def copied(page: Page) -> Any:
    panel = page.locator(".callsheet-panel:visible")
    panel.get_by_role("button", name="Copy").click()
    expect(panel.locator(".callsheet-actions").get_by_role("status")).to_have_text("Copied")
    return page.evaluate("navigator.clipboard.readText()")


def program() -> str:
    return next(SAMPLES.rglob(PROGRAM)).read_text(encoding="utf-8")


def test_tabs_are_used_by_keyboard(own: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(own + UPLOAD)
    tabs = page.get_by_role("tab")
    count = tabs.count()
    tabs.first.focus()
    for key, index in (("ArrowRight", 1), ("End", count - 1), ("ArrowRight", 0), ("Home", 0)):
        page.keyboard.press(key)
        expect(tabs.nth(index)).to_be_focused()
        expect(tabs.nth(index)).to_have_attribute("aria-selected", "true")
        panel = page.locator(f"[id='{tabs.nth(index).get_attribute('aria-controls')}']")
        expect(panel).to_be_visible()
        expect(page.locator("[role=tabpanel]:visible")).to_have_count(1)
    page.keyboard.press("ArrowLeft")
    expect(tabs.nth(count - 1)).to_be_focused()
    assert [tabs.nth(n).get_attribute("tabindex") for n in range(count)] == [
        *["-1"] * (count - 1),
        "0",
    ]


def test_the_chosen_language_stays_and_drags_no_other_tabs_along(
    ships_site: str, new_page: NewPage
) -> None:
    page = new_page()
    page.goto(ships_site + "fleet/Get/")
    choose(page, "HTTP")
    choose(page, "Python")
    choose(page, "HTTP")
    expect(page.get_by_text("Shown first.")).to_be_visible()
    page.locator(".tabbed-labels label", has_text="Python").click()
    expect(page.get_by_text("Shown second.")).to_be_visible()
    expect(tab(page, "HTTP")).to_have_attribute("aria-selected", "true")
    page.get_by_role("link", name="Next").click()
    page.wait_for_url("**/fleet/Put/")
    expect(tab(page, "HTTP")).to_have_attribute("aria-selected", "true")
    page.reload()
    expect(tab(page, "HTTP")).to_have_attribute("aria-selected", "true")


def test_what_is_copied_is_the_program_byte_for_byte(own: str, new_page: NewPage) -> None:
    page = new_page(**CLIPBOARD)
    page.goto(own + UPLOAD)
    assert copied(page) == program()
    assert page.locator(".callsheet-tabs .md-code__button").count() == 0


def sign_in(page: Page) -> None:
    """Have the credentials of a reader on all pages that are opened from here on."""
    page.add_init_script(
        """if (origin !== "null")
          sessionStorage.setItem("callsheet.values", '{"scheme":"Bearer","token":"t0k3n"}');"""
    )


def test_what_is_copied_waits_for_the_script_of_credentials(own: str, new_page: NewPage) -> None:
    page = new_page(**CLIPBOARD)
    held: list[Route] = []
    page.route("**/credentials.js", lambda route: held.append(route))
    sign_in(page)
    page.goto(own + UPLOAD, wait_until="domcontentloaded")
    panel = page.locator(".callsheet-panel:visible")
    panel.get_by_role("button", name="Copy").click()
    expect(panel.locator("pre")).not_to_contain_text("Bearer")
    for route in held:
        route.continue_()
    said = panel.locator(".callsheet-actions").get_by_role("status")
    expect(said).to_have_text("Copied")
    assert "Bearer t0k3n" in page.evaluate("navigator.clipboard.readText()")


def test_credentials_may_be_the_end_of_a_request(own: str, new_page: NewPage) -> None:
    page = new_page(**CLIPBOARD)
    sign_in(page)
    page.goto(f"{own}reference/Person/v1PersonEntity_DeleteImageContent/")
    choose(page, "HTTP")
    panel = page.locator(".callsheet-panel:visible")
    expect(panel.locator("pre")).to_contain_text("Authorization: Bearer ••••••")
    assert copied(page).endswith("Image\nAuthorization: Bearer t0k3n\n")
    choose(page, "C#")
    expect(panel.locator("pre")).to_contain_text("Bearer ••••••")


def test_without_a_clipboard_the_old_way_copies(own: str, new_page: NewPage) -> None:
    page = new_page(**CLIPBOARD)
    page.goto(own + UPLOAD)
    page.evaluate("void (navigator.clipboard.writeText = () => Promise.reject(new Error()))")
    assert copied(page) == program()


def test_what_is_downloaded_is_the_program_and_what_it_sends(own: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(own + UPLOAD)
    with page.expect_download() as download:
        page.get_by_role("button", name=f"Download {PROGRAM}").click()
    assert download.value.suggested_filename == PROGRAM
    assert Path(download.value.path()).read_text(encoding="utf-8") == program()
    with page.expect_download() as download:
        page.locator(".callsheet-panel:visible").get_by_role("link", name="image.png").click()
    sent = next(SAMPLES.rglob("assets/image.png")).read_bytes()
    assert Path(download.value.path()).read_bytes() == sent


def fill(page: Page, **values: str) -> None:
    page.locator(".callsheet-panel:visible").get_by_role("button", name="Your values").click()
    dialog = page.get_by_role("dialog", name="Your values")
    for label, value in values.items():
        field = dialog.get_by_label(label.replace("_", " "), exact=True)
        if label == "Authentication":
            field.select_option(value)
        else:
            field.fill(value)
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    if values.keys() & {"Token", "Key"} or values.keys() >= {"User", "Password"}:
        # The script that puts them into programs is loaded with the first of them.
        page.wait_for_function("() => window.callsheet.credentialEdits")


SECRET = "pass\"w'o\\rd$`x"  # noqa: S105 - made up


def test_own_values_are_filled_in_masked_and_copied(own: str, new_page: NewPage) -> None:
    page = new_page(**CLIPBOARD)
    page.goto(own + UPLOAD)
    fill(
        page,
        Address_of_the_server="https://example.com/tenant/",
        User="ada",
        Password=SECRET,
        personId="42",
    )
    shown = code(page)
    assert '"https://example.com/tenant"\n' in shown
    assert "person_id = 42" in shown
    assert '"CALLSHEET_BASIC_USER", "ada")' in shown
    assert '"CALLSHEET_BASIC_PASSWORD", "••••••"' in shown
    text = copied(page)
    expected = program().replace("http://127.0.0.1:8765", "https://example.com/tenant")
    expected = expected.replace("person_id = 3", "person_id = 42")
    escaped = SECRET.replace("\\", "\\\\").replace('"', '\\"')
    expected = expected.replace('_USER", "reader")', '_USER", "ada")')
    expected = expected.replace('_PASSWORD", "callsheet"', f'_PASSWORD", "{escaped}"')
    # A statement with other values is on one line.
    assert "".join(text.split()) == "".join(expected.split())
    names: dict[str, Any] = {}
    default = text.split('_PASSWORD", ')[1].split("\n")[0].removesuffix(")")
    exec(f"secret = {default}", names)  # noqa: S102
    assert names["secret"] == SECRET


def test_own_values_are_for_all_pages_of_the_session_and_nowhere_else(
    own: str, new_page: NewPage
) -> None:
    page = new_page(**CLIPBOARD)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.url} {request.headers}"))
    page.goto(own + UPLOAD)
    fill(page, User="ada", Password="sesame")  # noqa: S106 - made up
    page.goto(own + "reference/Person/v1PersonEntity_GetImage/")
    assert '_PASSWORD", "••••••"' in code(page)
    assert "sesame" in copied(page)
    choose(page, "HTTP")
    assert "Authorization: Basic ••••••" in code(page)
    assert "YWRhOnNlc2FtZQ==" in copied(page)
    links = page.locator("a[href]").evaluate_all("all => all.map(a => a.href)")
    assert "sesame" not in "".join([page.url, page.content(), *links, *asked])
    assert page.evaluate("JSON.stringify(localStorage)").count("sesame") == 0
    stranger = new_page()
    stranger.goto(own + UPLOAD)
    assert '_PASSWORD", "callsheet"' in code(stranger)


def test_own_values_are_forgotten_on_demand(own: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(own + UPLOAD)
    fill(page, User="ada", Password="sesame", personId="42")  # noqa: S106 - made up
    page.locator(".callsheet-panel:visible").get_by_role("button", name="Your values").click()
    page.get_by_role("button", name="Forget all").click()
    expect(page.get_by_label("User", exact=True)).to_have_value("")
    page.keyboard.press("Escape")
    assert code(page) == program()
    assert page.evaluate("sessionStorage.getItem('callsheet.values')") is None


def test_a_token_takes_the_place_of_the_credentials(own: str, new_page: NewPage) -> None:
    page = new_page(**CLIPBOARD)
    page.goto(own + UPLOAD)
    choose(page, "HTTP")
    fill(page, Authentication="SoTicket", Token="7T:abc+/=")  # noqa: S106 - made up
    assert "Authorization: SoTicket ••••••" in code(page)
    assert "Authorization: SoTicket 7T:abc+/=\n" in copied(page)
    for language in ("Python", "curl", "JavaScript", "C#"):
        choose(page, language)
        shown = code(page)
        assert "SoTicket ••••••" in shown
        assert "7T:abc" not in shown
        assert "SoTicket 7T:abc+/=" in copied(page)
        assert 'callsheet"' not in copied(page)
    fill(page, Authentication="API key", Header_field="X-Own", Key="k3y")
    for language in ("Python", "curl", "JavaScript", "C#", "HTTP"):
        choose(page, language)
        assert "k3y" not in code(page)
        assert "X-Own" in copied(page)
        assert "k3y" in copied(page)
        assert "Authorization" not in copied(page)


def test_credentials_reach_curl(own: str, new_page: NewPage) -> None:
    page = new_page(**CLIPBOARD)
    page.goto(own + UPLOAD)
    choose(page, "curl")
    fill(page, User="ada", Password="it's $x")  # noqa: S106 - made up
    assert 'password="${CALLSHEET_BASIC_PASSWORD:-••••••}"' in code(page)
    text = copied(page)
    assert 'user="${CALLSHEET_BASIC_USER:-ada}"' in text
    assert "password='it'\\''s $x'\n" in text
    assert '--user "$user:$password"' in text


def test_a_refusal_keeps_its_way_to_sign_in(own: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(own + UPLOAD)
    outcomes = page.locator(".callsheet-outcome pre")
    before = outcomes.all_text_contents()
    assert before
    fill(page, Authentication="Bearer", Token="t0k3n")  # noqa: S106 - made up
    assert "Bearer ••••••" in code(page)
    assert outcomes.all_text_contents() == before


def test_your_values_ask_for_what_the_page_takes(own: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(own + UPLOAD)
    # As on a page that takes only such tickets, see `tests/test_render.py`.
    page.locator(".callsheet-page").evaluate("e => { e.dataset.callsheetSchemes = 'SoTicket' }")
    fill(page, **{"Token": "7T"})
    assert "SoTicket ••••••" in code(page)


REFUSED = [
    ("Address of the server", "javascript:alert(1)"),
    ("Address of the server", 'https://x"; import os; "'),
    ("personId", "1; import os"),
    ("Token", 'x", "y'),
]


def test_a_value_that_would_break_a_program_is_refused(own: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(own + UPLOAD)
    fill(page, Authentication="Bearer")
    page.locator(".callsheet-panel:visible").get_by_role("button", name="Your values").click()
    dialog = page.locator("dialog[open]")
    for label, value in REFUSED:
        field = dialog.get_by_label(label, exact=True)
        field.fill(value)
        expect(field).to_have_attribute("aria-invalid", "true")
        expect(dialog.get_by_role("status")).to_contain_text(label)
    page.keyboard.press("Escape")
    assert code(page) == program()


def test_samples_can_be_copied_on_a_phone(own: str, new_page: NewPage) -> None:
    page = new_page(viewport=PHONE, has_touch=True, is_mobile=True, **CLIPBOARD)
    page.goto(own + UPLOAD)
    assert copied(page) == program()
