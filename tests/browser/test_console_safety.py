"""The console keeps secrets, runs nothing of pages and answers, and can be used by everyone."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from callsheet.server.adapters.app import background
from tests.browser import consoles, ships
from tests.browser.conftest import PHONE, NewPage
from tests.browser.consoles import (
    IMAGE,
    PERSON,
    editor,
    open_console,
    said,
    send,
    status_of,
    storage,
)
from tests.browser.test_accessibility import go, violations

pytestmark = pytest.mark.slow

SECRET = "open sesame"  # noqa: S105 - made up


def sign_in(page: Page) -> None:
    console = consoles.console(page)
    console.get_by_label("Sign in").select_option("Basic")
    console.get_by_label("User").fill("reader")
    console.get_by_label("Password").fill(SECRET)


def test_a_request_is_repeated_and_the_history_cleared(own: str, new_page: NewPage) -> None:
    page = new_page()
    console = open_console(page, f"{own}{PERSON}PutImageInfo/")
    console.get_by_label("personId").fill("2")
    editor(console).fill('{"Description": "First"}')
    expect(status_of(send(console))).to_have_text("200")
    console.get_by_label("personId").fill("1")
    editor(console).fill('{"Description": "Second"}')
    expect(send(console)).to_contain_text('"Second"')
    console = open_console(page, f"{own}{PERSON}PutImageInfo/")
    console.get_by_text("History of this session (2)").click()
    console.get_by_role("button", name="Repeat PUT /api/v1/Person/2/ImageInfo").click()
    expect(console.locator(".callsheet-answer")).to_contain_text('"Description": "First"')
    expect(console.get_by_label("personId")).to_have_value("2")
    expect(editor(console)).to_have_text('{"Description": "First"}')
    expect(console.get_by_role("button", name="Repeat")).to_have_count(3)
    console = open_console(page, f"{own}{PERSON}GetImageInfo/")
    console.get_by_text("History of this session (3)").click()
    link = console.get_by_role("link", name="Its page").first
    expect(link).to_have_attribute("href", f"/{PERSON}PutImageInfo/")
    console.get_by_role("button", name="Clear").click()
    expect(console.get_by_text("History of this session")).to_be_hidden()
    assert "callsheet.history" not in storage(page)


def test_credentials_are_of_the_session_and_of_the_one_request(own: str, browser: Browser) -> None:
    # A refusal is an error to the browser, so this page may have some.
    context = browser.new_context()
    page = context.new_page()
    carrying: list[str] = []

    def look(request: Request) -> None:
        text = f"{request.url} {request.headers} {request.post_data_buffer!r}"
        if "b3BlbiBzZXNhbWU" in text or SECRET in text or "cmVhZGVyOm9wZW4gc2VzYW1l" in text:
            carrying.append(request.url)

    page.on("request", look)
    console = open_console(page, f"{own}{PERSON}GetImageInfo/")
    sign_in(page)
    console.get_by_text("More headers").click()
    console.get_by_label("X-XSRF-TOKEN").fill("xsrf-secret")
    console.get_by_label("SO-AppToken").fill("app-secret")
    expect(status_of(send(console))).to_have_text("401")
    assert carrying == [f"{own}api/v1/Person/1/ImageInfo"]
    kept = storage(page)
    assert SECRET in kept.pop("callsheet.values")
    everything = json.dumps(kept) + page.evaluate("JSON.stringify(localStorage) + document.cookie")
    links = page.locator("a[href]").evaluate_all("all => all.map(a => a.href).join()")
    for secret in (SECRET, "cmVhZGVyOm9wZW4gc2VzYW1l", "xsrf-secret", "app-secret"):
        assert secret not in "".join([everything, links, page.url, page.content()])
    assert "reader:" not in everything
    console.get_by_role("button", name="Forget").click()
    assert "callsheet.values" not in storage(page)
    expect(console.get_by_label("Sign in")).to_have_value("example")
    expect(status_of(send(console))).to_have_text("200")
    context.close()


def test_a_body_with_secrets_is_not_remembered(own: str, new_page: NewPage) -> None:
    page = new_page()
    console = open_console(page, f"{own}{PERSON}PutImageInfo/")
    for body in ('{"Password": "x1y2z3"}', '{"Description": "open sesame x1y2z3"}'):
        sign_in(page)
        console.get_by_label("Sign in").select_option("example")
        editor(console).fill(body)
        expect(status_of(send(console))).to_have_text("200")
        assert "x1y2z3" not in json.dumps(storage(page))
        page.evaluate("document.querySelector('.callsheet-answer').replaceChildren()")


def test_a_request_is_not_repeated_with_other_things_than_it_had(
    own: str, new_page: NewPage
) -> None:
    page = new_page()
    console = open_console(page, f"{own}{PERSON}PutImageInfo/")
    sign_in(page)
    console.get_by_label("Sign in").select_option("example")
    console.get_by_label("Accept", exact=True).select_option("text/xml")
    editor(console).fill('{"Password": "x1y2z3"}')
    expect(status_of(send(console))).to_have_text("200")
    console.get_by_label("Accept", exact=True).select_option("application/json")
    editor(console).fill('{"Description": "Another"}')
    expect(send(console)).to_contain_text('"Another"')
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    console.get_by_text("History of this session (2)").click()
    repeats = console.get_by_role("button", name="Repeat")
    repeats.last.click()
    expect(said(console)).to_have_text(
        "Not sent: the history does not have the body. Complete the request, and send it."
    )
    assert not asked
    expect(editor(console)).to_have_text("")
    expect(console.get_by_label("Accept", exact=True)).to_have_value("text/xml")
    space = consoles.space_of(console)
    console.get_by_label("Workspace").fill("another")
    repeats.first.click()
    expect(console.locator(".callsheet-answer")).to_contain_text('"Another"')
    assert len(asked) == 1
    assert consoles.space_of(console) == space


def test_a_request_with_other_credentials_is_not_repeated(own: str, browser: Browser) -> None:
    # A refusal is an error to the browser, so this page may have some.
    context = browser.new_context()
    page = context.new_page()
    console = open_console(page, f"{own}{PERSON}GetImageInfo/")
    sign_in(page)
    expect(status_of(send(console))).to_have_text("401")
    console.get_by_label("Password").fill("callsheet")
    console.get_by_text("History of this session (1)").click()
    console.get_by_role("button", name="Repeat").click()
    expect(said(console)).to_contain_text("the history does not have the credentials")
    expect(status_of(send(console))).to_have_text("200")
    console.get_by_label("Sign in").select_option("example")
    console.get_by_role("button", name="Repeat").first.click()
    expect(status_of(console.locator(".callsheet-answer"))).to_have_text("200")
    expect(console.get_by_label("Sign in")).to_have_value("Basic")
    context.close()


def test_credentials_of_the_samples_are_those_of_the_console(own: str, new_page: NewPage) -> None:
    page = new_page()
    console = open_console(page, f"{own}{PERSON}SaveImage_POST/")
    sign_in(page)
    page.locator(".callsheet-panel:visible").get_by_role("button", name="Your values").click()
    expect(page.locator("dialog").get_by_label("Password")).to_have_value(SECRET)
    page.locator("dialog").get_by_label("User").fill("ada")
    page.keyboard.press("Escape")
    expect(console.get_by_label("User")).to_have_value("ada")


ATTACK = b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9' onload='top.attack()'>\
<script>top.attack()</script></svg>"
HOSTILE = {
    "JSON": consoles.instead(
        json.dumps({ships.PAYLOAD: [ships.PAYLOAD, {"__proto__": ships.PAYLOAD}]}).encode(),
        "application/json",
    ),
    "HTML": consoles.instead(ships.PAYLOAD.encode(), "text/html"),
    "XML": consoles.instead(
        b"<a xmlns:h='http://www.w3.org/1999/xhtml'><h:script>top.attack()</h:script></a>",
        "application/xml",
    ),
    "SVG": consoles.instead(ATTACK, "image/svg+xml"),
    "a file": consoles.instead(ATTACK, "application/x-unknown"),
    "a header field": consoles.instead(b"{}", "application/json", x_a=ships.PAYLOAD),
    "a deep body": consoles.instead(b"[" * 50_000 + b"]" * 50_000, "application/json"),
    "a large body": consoles.instead(b'"' + b"x" * 3_000_000 + b'"', "application/json"),
    "a long list": consoles.instead(json.dumps([0] * 50_000).encode(), "application/json"),
}


def test_nothing_of_an_answer_is_run(own_folder: Path, new_page: NewPage) -> None:
    page = new_page()
    page.add_init_script("window.attack = () => { document.documentElement.id = 'attacked' }")
    chosen = ""
    app = consoles.changed(
        consoles.application(own_folder), lambda *answer: HOSTILE[chosen](*answer)
    )
    with background(app) as url:
        console = open_console(page, f"{url}/{PERSON}GetImageInfo/")
        for chosen in HOSTILE:
            answer = send(console)
            expect(said(console)).to_contain_text("Answer: 200")
            page.evaluate("for (const e of document.querySelectorAll('details')) e.open = true")
            if chosen == "SVG":
                expect(answer.get_by_role("figure")).to_contain_text("9 \u00d7 9 pixels")
            found = page.locator("#attacked, [onerror], .callsheet-answer :is(script, svg, b)")
            expect(found).to_have_count(0)
            for link in answer.locator("a").all():
                kind = link.evaluate("async a => (await (await fetch(a.href)).blob()).type")
                assert kind == "application/octet-stream"
        page.goto("about:blank")


def test_nothing_of_a_page_is_run(hostile_site: str, new_page: NewPage) -> None:
    page = new_page()
    page.add_init_script("window.attack = () => { document.documentElement.id = 'attacked' }")
    console = open_console(page, f"{hostile_site}fleet/Get/")
    console.get_by_text("The request as code").click()
    for language in ("Python", "curl", "JavaScript", "HTTP"):
        console.get_by_label("Language", exact=True).select_option(language)
    page.evaluate("for (const e of document.querySelectorAll('details')) e.open = true")
    expect(page.locator("#attacked, [onerror], .callsheet-console :is(img, script)")).to_have_count(
        0
    )


Step = Callable[[Page], None]


def after_an_upload(page: Page) -> None:
    console = consoles.console(page)
    console.get_by_label("File").set_input_files(IMAGE)
    expect(status_of(send(console))).to_have_text("200")


def after_mistakes(page: Page) -> None:
    console = consoles.console(page)
    console.get_by_label("personId").fill("")
    send(console)
    expect(said(console)).to_contain_text("Not sent")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("name", "step"),
    [("SaveImage_POST", after_an_upload), ("PutImageInfo", after_mistakes), ("GetImage", None)],
)
def test_axe_finds_nothing_in_the_console(
    own: str, new_page: NewPage, scheme: str, name: str, step: Step | None
) -> None:
    page = new_page(color_scheme=scheme)
    go(page, f"{own}{PERSON}{name}/")
    page.get_by_role("button", name="Try it").click()
    console = consoles.console(page)
    if step:
        step(page)
    else:
        expect(send(console).get_by_role("figure")).to_contain_text("pixels")
    console.get_by_label("Sign in").select_option("Basic")
    page.evaluate("for (const e of document.querySelectorAll('details')) e.open = true")
    assert violations(page, {"include": [[".callsheet-console"]]}) == []
    page.set_viewport_size(PHONE)
    assert violations(page, {"include": [[".callsheet-console"]]}) == []
