"""A reader's whole visit of a static site: `mkdocs build`, and Python's own server of files."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from callsheet.samples.assets import read_asset
from tests.browser.conftest import NewPage
from tests.browser.consoles import open_console
from tests.browser.sandboxes import FIRST, UPLOAD, panel, run

pytestmark = pytest.mark.slow

SHOTS = "CALLSHEET_SCREENSHOTS"
"""The variable with the folder that a picture of each step is written to."""


@pytest.fixture
def files_only(sandbox_site: str, sandbox_folder: Path) -> Iterator[str]:
    """The site from `python -m http.server`, with nothing else that answers."""
    assert sandbox_site
    command = [sys.executable, "-u", "-m", "http.server", "--bind", "127.0.0.1", "0"]
    with subprocess.Popen(
        command, cwd=sandbox_folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        assert server.stdout
        found = re.search(r"port (\d+)", server.stdout.readline())
        assert found
        try:
            yield f"http://127.0.0.1:{found[1]}/"
        finally:
            server.terminate()


def shown(page: Page, name: str, place: Locator) -> None:
    """Write a picture of a step, where somebody wants to look at it."""
    if folder := os.environ.get(SHOTS):
        place.scroll_into_view_if_needed()
        page.screenshot(path=Path(folder) / f"{name}.png")


def send(console: Locator) -> Locator:
    console.get_by_role("button", name="Send", exact=True).click()
    answer = console.locator(".callsheet-answer")
    expect(answer).not_to_be_empty(timeout=FIRST)
    return answer


GET = "reference/Person/v1PersonEntity_GetImage/"


def test_a_visit(files_only: str, new_page: NewPage) -> None:
    page = new_page()
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(request.url))

    # Read an operation, run its program, see the blob id.
    page.goto(files_only + UPLOAD)
    program = panel(page, "v1PersonEntity_SaveImage.py").first
    shown(page, "1-read", program)
    first = run(program, "Succeeded")
    assert re.fullmatch(r"Blob id: \d+\s*", first)
    shown(page, "2-ran", program.locator(".callsheet-run"))

    # Change it to a wrong image: the documented refusal, with the line of the page.
    program.get_by_role("button", name="Edit").click()
    editor = program.get_by_role("textbox", name="Program")
    source = editor.inner_text()
    assert "data=image.read_bytes()," in source
    editor.fill(source.replace("data=image.read_bytes(),", 'data=b"no image",'))
    assert "400" in run(program, "Ended with exit code 1", "Run again")
    exchange = program.locator(".callsheet-run-exchange")
    expect(exchange.locator("summary")).to_contain_text("→ 400")
    exchange.locator("summary").click()
    expect(exchange).to_contain_text("v1PersonEntity_SaveImage.md:")
    shown(page, "3-refused", exchange)

    # Upload an image in the console, which has the same server.
    console = open_console(page, files_only + UPLOAD)
    expect(console.get_by_label("Server")).to_have_value("http://in-this-page.invalid")
    console.get_by_label("personId").fill("3")
    console.get_by_label("File").set_input_files(
        {"name": "mine.png", "mimeType": "image/png", "buffer": read_asset("image.png")}
    )
    answer = send(console)
    expect(answer).to_contain_text("200")
    shown(page, "4-uploaded", answer)

    # Fetch it scaled.
    console = open_console(page, f"{files_only}{GET}")
    console.get_by_label("personId").fill("3")
    console.get_by_label(re.compile(r"^w\b")).fill("24")
    answer = send(console)
    picture = answer.locator("img")
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.naturalWidth") == 24
    shown(page, "5-scaled", answer)

    # Reload, and find it again.
    page.reload()
    console = open_console(page, f"{files_only}{GET}")
    console.get_by_label("personId").fill("3")
    expect(send(console).locator("img")).to_be_visible()
    shown(page, "6-again", console.locator(".callsheet-answer"))

    # Run the tutorial to its end: the last program runs those before it.
    page.goto(f"{files_only}images/")
    steps = page.locator(".callsheet-program[data-step]")
    last = steps.last
    run(last, "Succeeded")
    for step in steps.all():
        printed = step.locator(".callsheet-run-output").inner_text().strip()
        expected = step.locator("xpath=../pre").inner_text().strip()
        pattern = ".*".join(map(re.escape, expected.split("...")))
        assert re.fullmatch(pattern, printed), (printed, expected)
        expect(step.locator(".callsheet-run-status")).to_contain_text("Succeeded")
    shown(page, "7-tutorial", last)

    # Start over: what was uploaded is gone.
    page.goto(files_only + UPLOAD)
    program = panel(page, "v1PersonEntity_SaveImage.py").first
    assert run(program, "Succeeded") != first
    program.get_by_role("button", name="Start over").click()
    expect(program.locator(".callsheet-run-status")).to_contain_text("begins afresh")
    assert run(program, "Succeeded", "Run again") == first
    shown(page, "8-afresh", program.locator(".callsheet-run"))
    console = open_console(page, f"{files_only}{GET}")
    console.get_by_label("personId").fill("3")
    expect(send(console)).to_contain_text("404")

    # Nobody else was asked for anything.
    assert {url for url in asked if not url.startswith((files_only, "blob:", "data:"))} == set()
