"""The project's own site, from a server of files: programs and the console ask the server in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from callsheet.sandbox.runtime import RuntimeUnavailableError, install_runtime
from tests.browser.conftest import NewPage
from tests.browser.serving import serve
from tests.conftest import ROOT
from tests.test_site import build

pytestmark = pytest.mark.slow

FIRST = 60_000
"""Milliseconds in which the first run of a page succeeds on any machine."""


@pytest.fixture(scope="module", autouse=True)
def runtime() -> Path:
    try:
        return install_runtime()
    except RuntimeUnavailableError as error:
        pytest.skip(str(error))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, runtime: Path) -> Iterator[str]:
    assert runtime
    folder = tmp_path_factory.mktemp("sandbox")
    result = build(ROOT, "--site-dir", str(folder))
    assert result.returncode == 0, result.stderr
    with serve(folder) as url:
        yield url


def panel(page: Page, filename: str) -> Locator:
    return page.locator(".callsheet-panel, .callsheet-program").filter(
        has=page.locator(".callsheet-file code", has_text=filename)
    )


def run(program: Locator, ending: str, button: str = "Run") -> str:
    """Press a button, wait for the end, and return the output."""
    program.get_by_role("button", name=button, exact=True).click()
    expect(program.locator(".callsheet-run-status")).to_contain_text(ending, timeout=FIRST)
    return program.locator(".callsheet-run-output").inner_text()


UPLOAD = "reference/Person/v1PersonEntity_SaveImage/"


def test_a_reader_uploads_breaks_and_starts_over(site: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(site + UPLOAD)
    program = panel(page, "v1PersonEntity_SaveImage.py").first
    first = run(program, "Succeeded")
    assert first.startswith("Blob id: ")
    exchange = program.locator(".callsheet-run-exchange")
    expect(exchange.locator("summary")).to_contain_text("PUT /api/v1/Person/4/Image → 200")
    again = run(program, "Succeeded", "Run again")
    assert again != first, "the server remembers the first run"

    # A reload keeps what was made, and starting over forgets it.
    page.reload()
    program = panel(page, "v1PersonEntity_SaveImage.py").first
    third = run(program, "Succeeded")
    assert int(third.split()[-1]) == int(again.split()[-1]) + 1
    program.get_by_role("button", name="Start over").click()
    expect(program.locator(".callsheet-run-status")).to_contain_text("begins afresh")
    assert run(program, "Succeeded", "Run again") == first


def test_a_refusal_names_the_line_of_the_page(site: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(site + UPLOAD)
    program = panel(page, "v1PersonEntity_SaveImage.py").first
    run(program, "Succeeded")
    program.get_by_label("Another file as assets/image.png").set_input_files(
        {"name": "no.png", "mimeType": "image/png", "buffer": b"no image"}
    )
    assert "400" in run(program, "Ended with exit code 1", "Run again")
    exchange = program.locator(".callsheet-run-exchange")
    expect(exchange.locator("summary")).to_contain_text("→ 400")
    exchange.locator("summary").click()
    expect(exchange).to_contain_text("v1PersonEntity_SaveImage.md:")


def test_an_endless_loop_is_stopped_and_the_next_run_succeeds(site: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(site + UPLOAD)
    program = panel(page, "v1PersonEntity_SaveImage.py").first
    run(program, "Succeeded")
    program.get_by_role("button", name="Edit").click()
    editor = program.get_by_role("textbox", name="Program")
    editor.fill("print('begun')\nwhile True: pass")
    program.get_by_role("button", name="Run again").click()
    program.get_by_role("button", name="Stop").click()
    expect(program.locator(".callsheet-run-status")).to_contain_text("Stopped")
    program.get_by_role("button", name="Reset").click()
    assert run(program, "Succeeded", "Run again").startswith("Blob id: ")


@pytest.mark.parametrize(
    ("text", "ending", "shown"),
    [
        ("print('x' * 3_000_000)", "Succeeded", "2,000,001 more characters"),
        ("def f(n): return f(n + 1)\nf(0)", "exit code 1", "RecursionError"),
        ("input('name?')", "exit code 1", "EOFError"),
        ("import subprocess; subprocess.run(['ls'])", "exit code 1", "Error"),
        ("1 / 0", "exit code 1", "ZeroDivisionError"),
        ("import os; os._exit(3)", "cannot run here", ""),
        ("print(1)", "Succeeded", "1"),
    ],
)
def test_odd_programs_end_in_a_sentence(
    site: str, new_page: NewPage, text: str, ending: str, shown: str
) -> None:
    page = new_page()
    page.goto(site + UPLOAD)
    program = panel(page, "v1PersonEntity_SaveImage.py").first
    run(program, "Succeeded")
    program.get_by_role("button", name="Edit").click()
    program.get_by_role("textbox", name="Program").fill(text)
    program.get_by_role("button", name="Run again", exact=True).click()
    expect(program.locator(".callsheet-run-status")).to_contain_text(ending, timeout=FIRST)
    if shown:
        expect(program.locator(".callsheet-run-output")).to_contain_text(shown)
    # The page is alive, and so is the next run.
    program.get_by_role("button", name="Reset").click()
    assert run(program, "Succeeded", "Run again").startswith("Blob id: ")


def test_nothing_is_loaded_before_the_first_press(site: str, new_page: NewPage) -> None:
    page = new_page()
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(site + UPLOAD)
    page.wait_for_load_state("networkidle")
    assert not [url for url in loaded if "sandbox" in url]


def test_the_console_asks_the_server_in_the_page(site: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(site + UPLOAD)
    page.get_by_role("button", name="Try it").first.click()
    console = page.locator(".callsheet-console")
    expect(console.get_by_label("Server")).to_have_value("http://in-this-page.invalid")
    console.get_by_role("button", name="Send").click()
    expect(console.locator(".callsheet-answer")).to_contain_text("200", timeout=FIRST)


def test_every_python_sample_of_the_documentation_runs(site: str, new_page: NewPage) -> None:
    page = new_page()
    samples = sorted((ROOT / "samples").glob("*.py"))
    folders = {p.stem: p.parent.name for p in (ROOT / "docs/reference").rglob("*.md")}
    for sample in samples:
        uid = next(
            stem for stem in sorted(folders, key=len, reverse=True) if sample.stem.startswith(stem)
        )
        page.goto(f"{site}reference/{folders[uid]}/{uid}/")
        for summary in page.locator("summary", has_text="When the answer is").all():
            summary.click()
        run(panel(page, sample.name).first, "Succeeded")
