"""One page of each kind that readers see, and how it comes to be on the screen."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import expect_scripts

UPLOAD = "reference/Person/v1PersonEntity_SaveImage_POST/"
CHANGE = "reference/Person/v1PersonEntity_PutImageInfo/"
Action = Callable[[Page], None]


def stay(page: Page) -> None:
    """Shows the page as it is."""


def unfold(page: Page) -> None:
    """Unfolds all that is folded."""
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")


def send(page: Page) -> None:
    """Opens the console, and sends the example."""
    page.get_by_role("button", name="Try it").first.click()
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.locator(".callsheet-answer .callsheet-status")).to_have_text("200")
    page.evaluate("scrollTo(0, 0)")


def find(page: Page) -> None:
    """Opens the search, and looks for something."""
    page.keyboard.press("Control+k")
    page.get_by_role("combobox", name="Search").fill("upload a picture")
    expect(page.get_by_role("option").first).to_be_visible()


def find_nothing(page: Page) -> None:
    """Opens the search, and finds nothing."""
    page.keyboard.press("Control+k")
    page.get_by_role("combobox", name="Search").fill("xyzzy")
    expect(page.locator("dialog").get_by_role("status")).to_contain_text("Nothing")


def ask_values(page: Page) -> None:
    """Opens the dialog of the reader's values."""
    page.get_by_role("button", name="Your values").first.click()
    expect(page.locator("dialog").get_by_role("heading")).to_be_visible()


KINDS: dict[str, tuple[str, Action]] = {
    "home": ("", stay),
    "guide": ("getting-started/", stay),
    "operations": ("reference/", stay),
    "group": ("reference/Person/", stay),
    "operation": (UPLOAD, unfold),
    "record": (CHANGE, unfold),
    "console": (CHANGE, send),
    "upload": (UPLOAD, send),
    "search": ("reference/", find),
    "search-empty": ("reference/", find_nothing),
    "values": (UPLOAD, ask_values),
    "type": ("types/BlobEntity/", unfold),
    "types": ("types/", stay),
    "permanent-links": ("uid/", stay),
    "rules": ("rules/", stay),
    "rule-family": ("rules/requests/", stay),
    "commands": ("commands/", stay),
    "missing": ("reference/Person/GetImag", stay),
}
"""Pages of the project's own site."""


def show(page: Page, url: str, kind: str) -> None:
    """Brings a page of a kind to the screen; its site is at an address."""
    path, action = KINDS[kind]
    page.goto(url + path)
    expect_scripts(page)
    action(page)
