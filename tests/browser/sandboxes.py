"""What the tests of the sandbox share: how to press *Run*, and where."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

FIRST = 60_000
"""Milliseconds in which the first run of a page succeeds on any machine."""

UPLOAD = "reference/Person/v1PersonEntity_SaveImage/"
"""The page of an operation that is given an image."""


def panel(page: Page, filename: str) -> Locator:
    """The panel of a program."""
    return page.locator(".callsheet-panel, .callsheet-program").filter(
        has=page.locator(".callsheet-file code", has_text=filename)
    )


def run(program: Locator, ending: str, button: str = "Run") -> str:
    """Press a button, wait for the end, and return the output."""
    program.get_by_role("button", name=button, exact=True).click()
    expect(program.locator(".callsheet-run-status")).to_contain_text(ending, timeout=FIRST)
    return program.locator(".callsheet-run-output").inner_text()
