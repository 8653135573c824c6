"""The console: requests that are sent from a page, and their answers."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import requests
from playwright.sync_api import Browser, expect

from callsheet.samples.assets import read_asset
from callsheet.server.adapters.app import background
from tests.browser import consoles
from tests.browser.conftest import DESKTOP, PHONE, NewPage
from tests.browser.consoles import (
    BLOB,
    IMAGE,
    PERSON,
    editor,
    open_console,
    said,
    send,
    status_of,
)

pytestmark = pytest.mark.slow

CREDENTIALS = ("reader", "callsheet")


def test_the_console_is_loaded_when_it_is_opened_and_gives_the_focus_back(
    own: str, new_page: NewPage
) -> None:
    page = new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{own}{PERSON}GetImage/")
    button = page.get_by_role("button", name="Try it")
    expect(button).to_have_attribute("aria-expanded", "false")
    assert not [url for url in asked if "console" in url]
    button.click()
    expect(page.get_by_role("heading", name="Try it")).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "true")
    assert len([url for url in asked if "console" in url]) == 3
    page.get_by_role("button", name="Close the console").click()
    expect(page.get_by_role("region", name="Try it")).to_be_hidden()
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")


def test_a_record_is_changed(own: str, new_page: NewPage) -> None:
    console = open_console(new_page(), f"{own}{PERSON}PutImageInfo/")
    body = json.loads(editor(console).inner_text())
    assert body["BlobId"] == 1
    console.get_by_label("personId").fill("2")
    editor(console).fill(json.dumps({**body, "Description": "Tried 'it' <b>"}))
    answer = send(console)
    expect(status_of(answer)).to_have_text("200")
    expect(answer).to_contain_text("application/json")
    expect(answer).to_contain_text("As documented for 200.")
    expect(answer).to_contain_text('"Description": "Tried \'it\' <b>"')
    expect(answer.locator("b")).to_have_count(0)
    expect(said(console)).to_have_text("Answer: 200 OK, as documented.")
    address, space = f"{own}api/v1/Person/2/ImageInfo", consoles.space_of(console)
    kept = requests.get(address, auth=CREDENTIALS, headers=space, timeout=5).json()
    assert kept["Description"] == "Tried 'it' <b>"
    others = requests.get(address, auth=CREDENTIALS, timeout=5).json()
    assert others["Description"] != "Tried 'it' <b>"


@pytest.mark.parametrize("content_type", ["image/gif", "multipart/form-data"])
def test_an_image_is_sent_and_shown(own: str, new_page: NewPage, content_type: str) -> None:
    page = new_page()
    console = open_console(page, f"{own}{PERSON}SaveImage_POST/")
    console.get_by_label("Content-Type").select_option(content_type)
    console.get_by_label("File").set_input_files(IMAGE)
    answer = send(console)
    expect(status_of(answer)).to_have_text("200")
    expect(answer).to_contain_text("As documented for 200.")
    address, space = f"{own}api/v1/Person/3/Image", consoles.space_of(console)
    stored = requests.get(address, auth=CREDENTIALS, headers=space, timeout=5)
    assert stored.content == read_asset("image.gif")
    console = open_console(page, f"{own}{PERSON}GetImage/")
    console.get_by_label("personId").fill("3")
    console.get_by_label("Accept", exact=True).select_option("image/gif")
    answer = send(console)
    expect(answer.get_by_role("figure")).to_contain_text("image/gif, 1.1 kB, 64 \u00d7 64 pixels")
    assert answer.get_by_role("img").evaluate("image => image.naturalWidth") == 64
    with page.expect_download() as download:
        answer.get_by_role("link", name="Save").click()
    assert download.value.suggested_filename == "answer.gif"
    assert Path(download.value.path()).read_bytes() == read_asset("image.gif")


@pytest.mark.parametrize("content_type", ["image/png", "image/gif", "multipart/form-data"])
def test_a_file_is_ready_to_be_sent(own: str, new_page: NewPage, content_type: str) -> None:
    console = open_console(new_page(), f"{own}{PERSON}SaveImage_POST/")
    console.get_by_label("Content-Type").select_option(content_type)
    kind = "gif" if content_type == "image/gif" else "png"
    expect(console.locator(".callsheet-drop")).to_contain_text(f"Sends image.{kind} (")
    expect(status_of(send(console))).to_have_text("200")
    address, space = f"{own}api/v1/Person/3/Image", consoles.space_of(console)
    stored = requests.get(address, auth=CREDENTIALS, headers=space, timeout=5)
    assert stored.content == read_asset(f"image.{kind}")


def test_a_file_is_dropped_and_taken_back(own: str, new_page: NewPage) -> None:
    page = new_page()
    console = open_console(page, f"{own}{PERSON}SaveImage_POST/")
    console.get_by_label("Content-Type").select_option("image/gif")
    zone = console.locator(".callsheet-drop")
    data = page.evaluate_handle(
        """(bytes) => {
          const data = new DataTransfer();
          data.items.add(new File([new Uint8Array(bytes)], "dropped.gif", { type: "image/gif" }));
          return data;
        }""",
        [*read_asset("image.gif"), 0],
    )
    for event in ("dragover", "drop"):
        zone.dispatch_event(event, {"dataTransfer": data})
    size = len(read_asset("image.gif")) + 1
    expect(zone).to_contain_text(f"Sends your dropped.gif ({size:,} bytes).")
    expect(status_of(send(console))).to_have_text("200")
    console.get_by_role("button", name="Send image.gif instead").click()
    expect(zone).to_contain_text("Sends image.gif (")
    expect(console.get_by_label("File")).to_be_focused()


def test_an_image_in_json_is_shown(own: str, new_page: NewPage) -> None:
    console = open_console(new_page(), f"{own}{BLOB}GetBlobStream/")
    console.get_by_label("Accept", exact=True).select_option("application/json")
    answer = send(console)
    expect(answer.get_by_role("figure")).to_contain_text(" pixels")
    expect(answer).to_contain_text("As documented for 200.")


def test_xml_is_sent_and_laid_out(own: str, new_page: NewPage) -> None:
    console = open_console(new_page(), f"{own}{PERSON}PutImageInfo/")
    console.get_by_label("Content-Type").select_option("application/xml")
    console.get_by_label("Accept", exact=True).select_option("text/xml")
    text = editor(console).inner_text()
    assert text.startswith("<imageInfo>\n  <BlobId>1</BlobId>\n")
    editor(console).fill(text.replace("Portrait for the staff page", "5 &lt; 6 &amp; 7"))
    answer = send(console)
    expect(status_of(answer)).to_have_text("200")
    shown = answer.get_by_label("Body").inner_text()
    assert "\n  <BlobId>1</BlobId>\n" in shown
    assert "\n  <Description>5 &lt; 6 &amp; 7</Description>\n" in shown
    console.get_by_label("Content-Type").select_option("application/json")
    assert json.loads(editor(console).inner_text())["Description"] == "5 < 6 & 7"


def test_a_form_is_sent(own: str, new_page: NewPage) -> None:
    console = open_console(new_page(), f"{own}{PERSON}PutImageInfo/")
    console.get_by_label("Content-Type").select_option("application/x-www-form-urlencoded")
    editor(console).fill('{"Description": "a & b = ü", "IsZipped": false}')
    answer = send(console)
    expect(status_of(answer)).to_have_text("200")
    expect(answer).to_contain_text('"Description": "a & b = ü"')


FAULTS = {
    "{": "The body is not valid JSON: Expected property name or '}'",
    '{"BlobId": "x"}': '$.BlobId: expected int32, got "x".',
    '{"BlobId": 2147483648}': "$.BlobId: expected int32, got 2147483648.",
    '{"IsZipped": 0}': "$.IsZipped: expected boolean, got 0.",
    "[]": "$: expected object, got [].",
    "": "The body is missing.",
}


def test_what_is_wrong_is_said_at_its_place_and_not_sent(own: str, new_page: NewPage) -> None:
    page = new_page()
    console = open_console(page, f"{own}{PERSON}PutImageInfo/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    field = console.get_by_label("personId")
    for text, fault in {
        "": "personId is required.",
        "1.5": "personId: expected int32",
        "2147483648": "personId: expected int32",
    }.items():
        field.fill(text)
        send(console)
        expect(field).to_be_focused()
        expect(field).to_have_attribute("aria-invalid", "true")
        expect(said(console)).to_contain_text(fault)
        described = field.get_attribute("aria-describedby") or ""
        shown = " ".join(page.locator(f"[id='{name}']").inner_text() for name in described.split())
        assert fault in shown
    field.fill("1")
    expect(field).to_have_attribute("aria-invalid", "false")
    for text, fault in FAULTS.items():
        editor(console).fill(text)
        send(console)
        expect(editor(console)).to_be_focused()
        name = editor(console).get_attribute("aria-describedby")
        expect(page.locator(f"[id='{name}']")).to_contain_text(fault)
    assert not asked
    editor(console).fill("{}")
    expect(editor(console)).to_have_attribute("aria-invalid", "false")
    expect(status_of(send(console))).to_have_text("200")


def test_a_documented_refusal_can_be_seen(own: str, browser: Browser) -> None:
    # A refusal is an error to the browser, so this page may have some.
    context = browser.new_context()
    page = context.new_page()
    anyway = page.get_by_role("button", name="Send anyway")
    for name, status, verdict, told in (
        ("SaveImage_POST", 400, "Refused, as documented for 400.", "refused as documented"),
        (
            "PutImageInfo",
            422,
            "Refused, as your input is not what the page allows. The page does not document 422.",
            "refused, 422 is not documented",
        ),
    ):
        console = open_console(page, f"{own}{PERSON}{name}/")
        expect(anyway).to_be_hidden()
        console.get_by_label("personId").fill("none")
        send(console)
        # It is beside the message that tells what is wrong.
        expect(anyway).to_be_in_viewport(ratio=1)
        anyway.click()
        answer = console.locator(".callsheet-answer")
        expect(status_of(answer)).to_have_text(str(status))
        expect(answer.locator(".callsheet-verdict--neutral")).to_have_text(verdict)
        expect(said(console)).to_contain_text(told)
        expect(anyway).to_be_hidden()
        expect(answer.get_by_text("The samples of this page now have")).to_have_count(0)
    console.get_by_label("personId").fill("1")
    editor(console).fill("{")
    send(console)
    console.get_by_label("Content-Type").focus()
    for _ in range(2):
        page.keyboard.press("Tab")
    expect(anyway).to_be_visible()
    anyway.focus()
    page.keyboard.press("Enter")
    expect(status_of(answer)).to_have_text("422")
    expect(answer).to_contain_text("not valid JSON")
    # What no browser sends cannot be sent anyway.
    console.get_by_label("personId").fill("..")
    send(console)
    expect(said(console)).to_contain_text("Not sent")
    expect(anyway).to_be_hidden()
    context.close()


def test_control_and_enter_send(own: str, new_page: NewPage) -> None:
    page = new_page()
    console = open_console(page, f"{own}{PERSON}PutImageInfo/")
    editor(console).fill('{"Description": "By key"}')
    page.keyboard.press("Control+Enter")
    expect(console.locator(".callsheet-answer")).to_contain_text('"By key"')
    assert editor(console).inner_text() == '{"Description": "By key"}'
    console.get_by_label("personId").fill("2")
    page.keyboard.press("Meta+Enter")
    expect(console.locator(".callsheet-answer")).to_contain_text("now have personId 2")


def test_ids_that_were_sent_are_those_of_this_page_alone(own: str, new_page: NewPage) -> None:
    page = new_page()
    console = open_console(page, f"{own}{PERSON}GetImageInfo/")
    program = page.locator(".callsheet-panel:visible pre")
    expect(program).to_contain_text("person_id = 1")
    console.get_by_label("personId").fill("2")
    send(console)
    note = console.get_by_text("The samples of this page now have personId 2.")
    expect(note).to_be_visible()
    expect(program).to_contain_text("person_id = 2")
    console.get_by_role("button", name="Undo").click()
    expect(program).to_contain_text("person_id = 1")
    expect(note).to_be_hidden()
    send(console)
    expect(program).to_contain_text("person_id = 2")
    console = open_console(page, f"{own}{PERSON}PutImageInfo/")
    expect(program).to_contain_text("person_id = 1")
    expect(console.get_by_label("personId")).to_have_value("1")


def test_an_answer_below_the_screen_of_a_phone_comes_into_view(own: str, new_page: NewPage) -> None:
    page = new_page(viewport=PHONE)
    answer = send(open_console(page, f"{own}{PERSON}GetImageInfo/"))
    expect(answer.get_by_text("As documented for 200.")).to_be_in_viewport()
    assert answer.evaluate("(each) => each.getBoundingClientRect().top") >= 48


def test_the_lines_of_a_folded_answer_are_evenly_apart(own: str, new_page: NewPage) -> None:
    console = open_console(new_page(), f"{own}{PERSON}GetImageInfo/")
    tree = send(console).locator(".callsheet-json")
    expect(tree.locator("summary").first).to_be_visible()
    for line in tree.locator("summary").all():
        assert 24 <= line.evaluate("(each) => each.getBoundingClientRect().height") <= 25
    margins = "(parts) => parts.map((each) => getComputedStyle(each).margin)"
    assert set(tree.locator("details > div").evaluate_all(margins)) == {"0px"}


def test_an_answer_is_searched_folded_copied_and_saved(own: str, new_page: NewPage) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    console = open_console(page, f"{own}{PERSON}GetImageInfo/")
    answer = send(console)
    field = answer.get_by_label("Find in the answer")
    field.fill("blob")
    found = answer.locator(".callsheet-found")
    expect(found).to_contain_text("BlobId")
    expect(answer.get_by_text("1 of 2")).to_be_visible()
    page.keyboard.press("Enter")
    expect(found).to_contain_text("BlobSize")
    page.keyboard.press("Shift+Enter")
    expect(found).to_contain_text("BlobId")
    answer.get_by_role("button", name="Collapse all").click()
    expect(found).to_be_hidden()
    field.fill("blobs")
    expect(found).to_be_visible()
    field.fill("nowhere")
    expect(answer.get_by_text("Not found")).to_be_visible()
    expect(found).to_have_count(0)
    answer.get_by_role("button", name="Copy").click()
    expect(answer.get_by_text("Copied")).to_be_visible()
    assert json.loads(page.evaluate("navigator.clipboard.readText()"))["BlobId"] == 1
    console.get_by_text("The request as code").click()
    for language, suffix in {"Python": "py", "C#": "cs", "HTTP": "txt"}.items():
        console.get_by_label("Language", exact=True).select_option(language)
        with page.expect_download() as download:
            console.locator(".callsheet-program").get_by_role("button", name="Save").click()
        assert download.value.suggested_filename == f"request.{suffix}"


def test_input_is_there_when_a_reader_comes_back(own: str, new_page: NewPage) -> None:
    page = new_page()
    console = open_console(page, f"{own}{PERSON}PutImageInfo/")
    console.get_by_label("personId").fill("2")
    console.get_by_text("More headers").click()
    console.get_by_label("SO-AppToken").fill("app-secret")
    console.get_by_label("SO-Language").fill("de")
    editor(console).fill('{"Description": "Draft"}')
    open_console(page, f"{own}{PERSON}GetImageInfo/")
    console = open_console(page, f"{own}{PERSON}PutImageInfo/")
    expect(console.get_by_label("personId")).to_have_value("2")
    expect(editor(console)).to_have_text('{"Description": "Draft"}')
    expect(console.get_by_label("SO-Language")).to_have_value("de")
    expect(console.get_by_label("SO-AppToken")).to_have_value("")
    expect(said(console)).to_have_text("Your last input is back, without SO-AppToken.")
    assert "app-secret" not in json.dumps(consoles.storage(page))
    console.get_by_label("Sign in").select_option("Basic")
    console.get_by_label("User").fill("ada")
    console.get_by_label("Sign in").select_option("none")
    console = open_console(page, f"{own}{PERSON}PutImageInfo/")
    expect(console.get_by_label("Sign in")).to_have_value("none")
    expect(said(console)).to_have_text("Your last input is back.")
    console.get_by_role("button", name="Reset to the example").click()
    expect(console.get_by_label("Sign in")).to_have_value("example")
    expect(console.get_by_label("personId")).to_have_value("1")
    expect(editor(console)).to_contain_text('"BlobId": 1')
    assert "callsheet.drafts" not in consoles.storage(page)


def test_xml_is_validated(own: str, new_page: NewPage) -> None:
    page = new_page()
    console = open_console(page, f"{own}{PERSON}PutImageInfo/")
    console.get_by_label("Content-Type").select_option("application/xml")
    for text, fault in {
        "<a><BlobId>x</BlobId></a>": '$.BlobId: expected int32, got "x".',
        "<a>": "The body is not valid XML",
        "<!DOCTYPE a><a/>": "a document type is not allowed",
    }.items():
        editor(console).fill(text)
        send(console)
        expect(console.get_by_role("listitem").filter(has_text=fault)).to_be_visible()


DIFFERENCES = {
    "a status": (consoles.instead(b"{}", "application/json", 202), "status: expected 200, got 202"),
    "a media type": (
        consoles.instead(b"{}", "text/plain"),
        "media type: expected application/json or",
    ),
    "no JSON": (consoles.instead(b"<html>", "application/json"), "body: expected JSON, got"),
    "no XML": (consoles.instead(b"<a>", "text/xml"), "body: expected well-formed XML, got"),
    "nothing": (consoles.instead(b"", "application/json"), "body: expected a body, got nothing"),
    "a property": (
        lambda status, fields, body: (
            status,
            fields,
            json.dumps({**json.loads(body), "BlobId": "1", "CreatedDate": "14.03.2026"}).encode(),
        ),
        'body $.BlobId: expected int32, got "1"',
    ),
    "a missing one": (
        lambda status, fields, body: (status, fields, body.replace(b'"MimeType"', b'"Mime"')),
        "body $.MimeType: expected the property, got nothing",
    ),
}


def test_an_answer_that_is_not_as_documented_is_told(own_folder: Path, new_page: NewPage) -> None:
    page = new_page()
    chosen = "a status"
    app = consoles.changed(
        consoles.application(own_folder), lambda *answer: DIFFERENCES[chosen][0](*answer)
    )
    with background(app) as url:
        console = open_console(page, f"{url}/{PERSON}GetImageInfo/")
        for chosen, (_, difference) in DIFFERENCES.items():  # noqa: B007 - the server looks at it
            answer = send(console)
            expect(answer.get_by_role("listitem").filter(has_text=difference)).to_be_visible()
            expect(answer).to_contain_text("Not as documented:")
            expect(said(console)).to_contain_text("from the page.")
        page.goto("about:blank")


def test_a_request_is_cancelled(own_folder: Path, new_page: NewPage) -> None:
    page = new_page()
    with background(consoles.silent(consoles.application(own_folder))) as url:
        console = open_console(page, f"{url}/{PERSON}GetImageInfo/")
        for way in ("button", "key"):
            send(console)
            expect(said(console)).to_have_text("Sending …")
            cancel = console.get_by_role("button", name="Cancel")
            if way == "button":
                cancel.click()
            else:
                page.keyboard.press("Escape")
            expect(said(console)).to_contain_text("Cancelled.")
            expect(cancel).to_be_hidden()
            expect(console.get_by_role("button", name="Send", exact=True)).to_be_focused()
        page.goto("about:blank")


def test_everything_is_done_by_keyboard(own: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(f"{own}{PERSON}PutImageInfo/")
    page.get_by_role("button", name="Try it").focus()
    page.keyboard.press("Enter")
    console = consoles.console(page)
    expect(page.get_by_role("heading", name="Try it")).to_be_focused()
    seen: list[str] = []
    wanted = {"Send", "Server", "personId", "Content-Type", "Body: imageInfo", "Accept", "Sign in"}
    while not wanted <= set(seen):
        page.keyboard.press("Tab")
        focus = page.evaluate(
            """() => {
              const e = document.activeElement;
              const style = getComputedStyle(e);
              const name = e.labels?.[0]?.textContent ?? e.ariaLabel ?? e.firstChild?.textContent;
              return style.outlineStyle === "none" ? `no outline: ${name}` : name;
            }"""
        )
        assert focus not in seen
        seen.append(focus)
        if focus == "Body: imageInfo":
            page.keyboard.press("Control+a")
            page.keyboard.type('{"Description": "Typed"}')
    # From any field.
    page.keyboard.press("Control+Enter")
    answer = console.locator(".callsheet-answer")
    expect(answer).to_contain_text('"Description": "Typed"')


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_nothing_is_wider_than_the_screen(own: str, new_page: NewPage, size: object) -> None:
    page = new_page(viewport=size)
    console = open_console(page, f"{own}{PERSON}GetImageInfo/")
    expect(status_of(send(console))).to_have_text("200")
    console.get_by_text("The request as code").click()
    console.locator("summary", has_text=re.compile(r"^Headers \(")).click()
    wide = page.evaluate(
        """() => [...document.querySelectorAll(".callsheet-console *:not(pre *)")]
          .filter((e) => e.getBoundingClientRect().right > innerWidth
            || e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX === "visible"
              && getComputedStyle(e).display !== "inline" && e.clientWidth)
          .map((e) => e.outerHTML.slice(0, 200))"""
    )
    assert not wide
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_print_leaves_the_console_out(own: str, new_page: NewPage) -> None:
    page = new_page()
    open_console(page, f"{own}{PERSON}GetImageInfo/")
    page.emulate_media(media="print")
    expect(page.locator(".callsheet-console")).to_be_hidden()


def test_another_page_has_a_console_of_its_own(ships_site: str, new_page: NewPage) -> None:
    page = new_page()
    open_console(page, f"{ships_site}fleet/Get/")
    page.get_by_role("link", name="Next").click()
    page.wait_for_url("**/fleet/Put/")
    expect(page.get_by_role("region", name="Try it")).to_have_count(0)
    page.get_by_role("button", name="Try it").click()
    console = consoles.console(page)
    console.get_by_text("The request as code").click()
    expect(console.get_by_label("Program")).to_contain_text("requests.put(")


@pytest.mark.parametrize("answers", [True, False])
def test_what_comes_of_a_request_is_in_view_on_a_phone(
    own: str, new_page: NewPage, answers: bool
) -> None:
    page = new_page(viewport=PHONE)
    if not answers:
        # A page may read nothing of a server that lets no other site read.
        page.route("**/api/**", lambda route: route.fulfill(status=302, headers={"Location": "/"}))
    console = open_console(page, f"{own}{PERSON}PutImageInfo/")
    send(console)
    verdict = console.locator(".callsheet-verdict") if answers else said(console)
    expect(verdict.first).to_be_in_viewport(ratio=1)
    bar: Any = console.locator(".callsheet-console-bar").bounding_box()
    shown: Any = verdict.first.bounding_box()
    assert shown["y"] >= bar["y"] + bar["height"]
