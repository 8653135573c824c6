"""A reader who does something with a page: each click and each keystroke counts."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect


class Reader:
    """Uses a page as a person does.

    Args:
        page: The page, with nothing open.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self.clicks = 0
        self.keys = 0

    def click(self, what: Locator) -> None:
        """Clicks something."""
        self.clicks += 1
        what.click()

    def press(self, key: str) -> None:
        """Presses a key, or several at once."""
        self.keys += 1
        self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        """Types a text where the focus is."""
        self.keys += len(text)
        self.page.keyboard.type(text)

    def paste(self, text: str) -> None:
        """Pastes a text where the focus is."""
        self.keys += 1
        self.page.keyboard.insert_text(text)

    def choose(self, select: Locator, label: str) -> None:
        """Opens a list, and clicks one of its entries."""
        self.clicks += 2
        select.select_option(label=label)

    def search(self, query: str) -> None:
        """Searches with the keyboard, and goes to the first result."""
        self.press("/")
        self.type(query)
        # A reader sees what is found before choosing.
        status = self.page.locator("dialog").get_by_role("status")
        expect(status).not_to_contain_text("Loading")
        self.page.get_by_role("option").first.wait_for()
        self.press("Enter")
