"""What readers come for, and how many clicks and keystrokes it may take them."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import NewPage, expect_scripts
from tests.browser.consoles import BLOB, IMAGE, PERSON, console, editor, status_of
from tests.browser.readers import Reader

Task = Callable[[Reader], None]
TASKS: list[object] = []
QUICK = 5
"""How many of the tasks every run of the tests does; the others are for the slow ones."""

UPLOAD = f"{PERSON}SaveImage_POST/"
CHANGE = f"{PERSON}PutImageInfo/"
FIRST = f"{PERSON}DeleteImageContent/"


def task(where: str, *, clicks: int, keys: int) -> Callable[[Task], Task]:
    """Registers a task: where a reader begins, and what it may take."""

    def register(function: Task) -> Task:
        marks = [pytest.mark.slow] if len(TASKS) >= QUICK else []
        parameter = pytest.param(function, where, clicks, keys, id=function.__name__, marks=marks)
        TASKS.append(parameter)
        return function

    return register


def button(where: Page | Locator, name: str) -> Locator:
    return where.get_by_role("button", name=name, exact=True)


def at(page: Page, path: str) -> None:
    expect(page).to_have_url(re.compile(re.escape(path)))


def answered(page: Page, status: str) -> None:
    expect(status_of(console(page).locator(".callsheet-answer"))).to_have_text(status)


def copied(page: Page) -> str:
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


@task("", clicks=1, keys=20)
def upload_the_picture_of_a_person_and_see_the_answer(reader: Reader) -> None:
    page = reader.page
    reader.search("upload picture")
    at(page, PERSON)
    reader.click(button(page, "Try it"))
    console(page)
    reader.press("Control+Enter")
    answered(page, "200")


@task("", clicks=0, keys=20)
def find_what_removes_the_picture_of_a_person(reader: Reader) -> None:
    reader.search("delete picture")
    at(reader.page, f"{PERSON}DeleteImageContent")


@task(UPLOAD, clicks=6, keys=8)
def copy_it_in_csharp_with_my_token(reader: Reader) -> None:
    page = reader.page
    reader.click(page.get_by_role("tab", name="C#"))
    panel = page.locator(".callsheet-panel[data-language=csharp]:visible")
    reader.click(button(panel, "Your values"))
    dialog = page.get_by_role("dialog")
    reader.choose(dialog.get_by_label("Authentication"), "Bearer")
    reader.click(dialog.get_by_label("Token"))
    reader.paste("t0k3n")
    reader.press("Escape")
    reader.click(button(panel, "Copy"))
    expect(panel.get_by_role("status")).to_have_text("Copied")
    assert "Bearer" in copied(page)
    assert "t0k3n" in copied(page)


@task(f"{PERSON}GetImage/", clicks=2, keys=10)
def see_what_a_wrong_person_gets(reader: Reader) -> None:
    page = reader.page
    reader.click(button(page, "Try it"))
    reader.click(console(page).get_by_label("personId"))
    reader.press("Control+a")
    reader.type("99999")
    reader.press("Control+Enter")
    answered(page, "404")
    expect(page.locator(".callsheet-verdict")).to_contain_text("as documented")


@task("nothing/GetImage", clicks=1, keys=1)
def get_from_a_dead_link_to_the_page(reader: Reader) -> None:
    page = reader.page
    reader.click(page.get_by_role("search").last.get_by_role("button", name="Search"))
    expect(page.get_by_role("option").first).to_contain_text("GET")
    reader.press("Enter")
    at(page, f"{PERSON}GetImage")


@task("", clicks=0, keys=3)
def open_the_operation_of_an_address(reader: Reader) -> None:
    reader.press("/")
    reader.paste("https://crm.example.com/api/v1/Person/7/ImageInfo")
    expect(reader.page.get_by_role("option").first).to_contain_text("ImageInfo")
    reader.press("Enter")
    at(reader.page, "ImageInfo")


@task("", clicks=0, keys=3)
def open_the_operation_of_a_uid(reader: Reader) -> None:
    reader.press("/")
    reader.paste("v1BLOBAgent_GetBlobStream")
    expect(reader.page.get_by_role("option").first).to_be_visible()
    reader.press("Enter")
    at(reader.page, f"{BLOB}GetBlobStream")


@task("", clicks=1, keys=11)
def read_about_a_type(reader: Reader) -> None:
    page = reader.page
    reader.press("/")
    reader.type("blobentity")
    reader.click(page.get_by_role("group", name="Types").get_by_role("option").first)
    at(page, "types/BlobEntity")


@task(f"{BLOB}GetBlobEntity/", clicks=1, keys=0)
def get_from_an_operation_to_the_type_of_its_answer(reader: Reader) -> None:
    page = reader.page
    reader.click(page.get_by_role("link", name="BlobEntity", exact=True).first)
    at(page, "types/BlobEntity")


@task(FIRST, clicks=1, keys=0)
def go_on_to_the_next_operation(reader: Reader) -> None:
    reader.click(reader.page.locator(".callsheet-turn [rel=next]"))
    expect(reader.page).not_to_have_url(re.compile(FIRST))
    at(reader.page, "reference/")


@task(FIRST, clicks=2, keys=0)
def read_the_next_operation_in_the_same_language(reader: Reader) -> None:
    page = reader.page
    reader.click(page.get_by_role("tab", name="curl"))
    reader.click(page.locator(".callsheet-turn [rel=next]"))
    expect(page).not_to_have_url(re.compile(FIRST))
    expect(page.get_by_role("tab", name="curl")).to_have_attribute("aria-selected", "true")


@task(UPLOAD, clicks=4, keys=0)
def upload_a_file_of_my_own(reader: Reader) -> None:
    page = reader.page
    reader.click(button(page, "Try it"))
    # A click for the dialog of the system, and one for the file in it.
    reader.clicks += 2
    console(page).get_by_label("File").set_input_files([IMAGE])
    reader.click(button(page, "Send"))
    answered(page, "200")


@task(CHANGE, clicks=3, keys=2)
def change_the_body_and_send_it(reader: Reader) -> None:
    page = reader.page
    reader.click(button(page, "Try it"))
    reader.click(editor(console(page)))
    reader.press("Control+End")
    reader.press("Control+Enter")
    answered(page, "200")


@task(CHANGE, clicks=4, keys=0)
def repeat_a_request(reader: Reader) -> None:
    page = reader.page
    reader.click(button(page, "Try it"))
    reader.click(button(page, "Send"))
    answered(page, "200")
    reader.click(page.get_by_text("History of this session"))
    reader.click(page.get_by_role("button", name=re.compile("^Repeat")).first)
    expect(page.get_by_text("History of this session (2)")).to_be_visible()


@task(CHANGE, clicks=3, keys=0)
def copy_an_answer(reader: Reader) -> None:
    page = reader.page
    reader.click(button(page, "Try it"))
    reader.click(button(page, "Send"))
    answered(page, "200")
    reader.click(button(page.locator(".callsheet-answer"), "Copy"))
    expect(page.locator(".callsheet-answer").get_by_text("Copied")).to_be_visible()
    assert '"BlobId"' in copied(page)


@task(CHANGE, clicks=5, keys=0)
def copy_my_request_in_php(reader: Reader) -> None:
    page = reader.page
    reader.click(button(page, "Try it"))
    program = console(page).locator(".callsheet-program")
    reader.click(program.locator("summary"))
    reader.choose(program.get_by_label("Language"), "PHP")
    reader.click(button(program, "Copy"))
    expect(program.get_by_role("status")).to_have_text("Copied")
    assert "<?php" in copied(page)


@task(UPLOAD, clicks=1, keys=0)
def copy_the_program(reader: Reader) -> None:
    page = reader.page
    panel = page.locator(".callsheet-panel:visible")
    reader.click(button(panel, "Copy"))
    expect(panel.get_by_role("status")).to_have_text("Copied")
    assert "import requests" in copied(page)


@task(UPLOAD, clicks=1, keys=0)
def download_the_file_that_the_program_sends(reader: Reader) -> None:
    page = reader.page
    with page.expect_download() as download:
        reader.click(page.get_by_role("link", name="image.png").first)
    assert download.value.suggested_filename == "image.png"


@task(UPLOAD, clicks=1, keys=0)
def see_the_usual_headers(reader: Reader) -> None:
    page = reader.page
    reader.click(page.locator(".callsheet-usual > summary").first)
    expect(page.locator("#header-Authorization")).to_be_visible()


@task(UPLOAD, clicks=1, keys=0)
def read_in_the_dark(reader: Reader) -> None:
    page = reader.page
    reader.click(page.locator("label.md-header__button[for^=__palette]:visible").first)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


@pytest.mark.parametrize(("do", "where", "clicks", "keys"), TASKS)
def test_readers_get_there_soon(
    own: str, new_page: NewPage, do: Task, where: str, clicks: int, keys: int
) -> None:
    page = new_page(color_scheme="light", permissions=["clipboard-read", "clipboard-write"])
    page.goto(own + where)
    expect_scripts(page)
    reader = Reader(page)
    do(reader)
    assert reader.clicks <= clicks, "clicks"
    assert reader.keys <= keys, "keystrokes"


def test_there_are_twenty_tasks() -> None:
    assert len(TASKS) == 20


@pytest.mark.slow
def test_a_whole_task_by_keyboard_alone(own: str, new_page: NewPage) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(own)
    expect_scripts(page)
    keys = page.keyboard
    keys.press("/")
    keys.type("upload picture")
    keys.press("Enter")
    expect(page.locator("h1")).to_contain_text("Uploads an image")
    tab_to(page, "Try it", most=40)
    keys.press("Enter")
    expect(page.locator(".callsheet-console")).to_be_visible()
    # From any of its fields.
    tab_to(page, "personId", most=10)
    keys.type("1")
    keys.press("Control+Enter")
    answered(page, "200")
    tab_to(page, "Copy", most=40)
    keys.press("Enter")
    assert copied(page).isdecimal(), "the answer is the id of the blob"


def tab_to(page: Page, name: str, *, most: int) -> None:
    """Goes to a control with a name, in at most so many steps."""
    for _ in range(most):
        page.keyboard.press("Tab")
        label = page.evaluate(
            """() => {
              const e = document.activeElement;
              const label = e.getAttribute("aria-label") ?? e.labels?.[0]?.textContent;
              return (label ?? e.textContent).trim();
            }"""
        )
        if label == name:
            return
    raise AssertionError(name)
