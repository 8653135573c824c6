"""The project's own site, from a server of files and under its strict policy, runs programs."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from callsheet.catalog import Catalog
from callsheet.configuration import DEFAULT_DATABASE
from callsheet.contrib.superoffice.pack import PACK as SUPEROFFICE
from callsheet.server.adapters.app import background, create_app
from tests.browser.conftest import NewPage
from tests.browser.sandboxes import FIRST, UPLOAD, panel, run
from tests.conftest import DOCS, ROOT
from tests.sandbox_answers import over_a_wire, plain, recorded

pytestmark = pytest.mark.slow


def test_a_reader_uploads_breaks_and_starts_over(sandbox_site: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(sandbox_site + UPLOAD)
    program = panel(page, "v1PersonEntity_SaveImage.py").first
    first = run(program, "Succeeded")
    assert first.startswith("Blob id: ")
    # The button is above the program, and what it does is below it.
    expect(program.locator(".callsheet-run-output")).to_be_in_viewport()
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


def test_a_refusal_names_the_line_of_the_page(sandbox_site: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(sandbox_site + UPLOAD)
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


def test_an_endless_loop_is_stopped_and_the_next_run_succeeds(
    sandbox_site: str, new_page: NewPage
) -> None:
    page = new_page()
    page.goto(sandbox_site + UPLOAD)
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


HUGE = """
import requests
answer = requests.put("http://127.0.0.1:8765/api/v1/Person/4/Image", bytes(40_000_000))
print(answer.status_code)
"""
"""Sends more than the server in the page takes."""


@pytest.mark.parametrize(
    ("text", "ending", "shown"),
    [
        ("print('x' * 3_000_000)", "Succeeded", "2,000,001 more characters"),
        ("def f(n): return f(n + 1)\nf(0)", "exit code 1", "RecursionError"),
        ("for _ in range(100): print('x' * 1_000_000)", "Succeeded", "99,000,100 more characters"),
        (HUGE, "Succeeded", "413"),
        ("input('name?')", "exit code 1", "EOFError"),
        ("import subprocess; subprocess.run(['ls'])", "exit code 1", "Error"),
        ("1 / 0", "exit code 1", "ZeroDivisionError"),
        ("import os; os._exit(3)", "Python has ended", ""),
        ("print(1)", "Succeeded", "1"),
    ],
)
def test_odd_programs_end_in_a_sentence(
    sandbox_site: str, new_page: NewPage, text: str, ending: str, shown: str
) -> None:
    page = new_page()
    page.goto(sandbox_site + UPLOAD)
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


def test_nothing_is_loaded_before_the_first_press(sandbox_site: str, new_page: NewPage) -> None:
    page = new_page()
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(sandbox_site + UPLOAD)
    page.wait_for_load_state("networkidle")
    assert not [url for url in loaded if "sandbox" in url]


def test_the_console_asks_the_server_in_the_page(sandbox_site: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(sandbox_site + UPLOAD)
    page.get_by_role("button", name="Try it").first.click()
    console = page.locator(".callsheet-console")
    expect(console.get_by_label("Server")).to_have_value("http://in-this-page.invalid")
    console.get_by_role("button", name="Send").click()
    answer = console.locator(".callsheet-answer")
    expect(answer).to_contain_text("200", timeout=FIRST)
    expect(answer).to_contain_text("As documented for 200.")
    # As with a served one: a refusal with the line of the page, and the history.
    console.get_by_label("File").set_input_files(
        {"name": "no.png", "mimeType": "image/png", "buffer": b"no image"}
    )
    console.get_by_role("button", name="Send", exact=True).click()
    expect(answer).to_contain_text("400")
    expect(answer).to_contain_text("v1PersonEntity_SaveImage.md:")
    expect(console.get_by_text("History of this session (2)")).to_be_visible()


def test_every_python_sample_of_the_documentation_runs(
    sandbox_site: str, new_page: NewPage
) -> None:
    page = new_page()
    samples = sorted((ROOT / "samples").glob("*.py"))
    folders = {p.stem: p.parent.name for p in (ROOT / "docs/reference").rglob("*.md")}
    for sample in samples:
        uid = next(
            stem for stem in sorted(folders, key=len, reverse=True) if sample.stem.startswith(stem)
        )
        page.goto(f"{sandbox_site}reference/{folders[uid]}/{uid}/")
        for summary in page.locator("summary", has_text="When the answer is").all():
            summary.click()
        run(panel(page, sample.name).first, "Succeeded")


SEND = """
async ([method, target, headers, body]) => {
  const bytes = Uint8Array.from(atob(body), (each) => each.charCodeAt(0));
  const answer = await callsheet.askInPage({ method, target, headers, body: bytes });
  return [answer.status, answer.headers, btoa(String.fromCharCode(...answer.body))];
}
"""
"""Sends a request as it is: a browser's own would leave out some fields."""


def test_the_page_answers_as_a_server_does(
    sandbox_site: str, new_page: NewPage, tmp_path: Path
) -> None:
    catalog = Catalog.read(DOCS)
    requests = recorded(catalog, catalog.operations, tmp_path / "run")
    assert len(requests) >= len(catalog.operations)
    page = new_page()
    page.goto(sandbox_site + UPLOAD)
    run(panel(page, "v1PersonEntity_SaveImage.py").first, "Succeeded")
    page.get_by_role("button", name="Start over").click()
    with background(create_app(catalog, DEFAULT_DATABASE, packs=[SUPEROFFICE])) as url:
        for method, target, fields, body in requests:
            here = page.evaluate(SEND, [method, target, fields, base64.b64encode(body).decode()])
            # The time that a browser takes is none of the answer's.
            there = over_a_wire(url, (method, target, fields, body))
            assert plain(here[0], here[1], base64.b64decode(here[2])) == there, (method, target)


def javascript(page: Page, site: str, uid: str) -> Locator:
    folder = next((ROOT / "docs/reference").rglob(f"{uid}.md")).parent.name
    page.goto(f"{site}reference/{folder}/{uid}/")
    tab = page.get_by_role("tab", name="JavaScript").first
    tab.click()
    return page.locator('.callsheet-panel[data-language="javascript"]').first


@pytest.mark.parametrize(
    ("uid", "shown"),
    [
        ("v1PersonEntity_SaveImage", "Blob id: "),
        ("v1PersonEntity_GetImage", "bytes"),
        ("v1BLOBAgent_SetPersonImage", "204 No Content"),
    ],
)
def test_javascript_runs_against_the_server_in_the_page(
    sandbox_site: str, new_page: NewPage, uid: str, shown: str
) -> None:
    page = new_page()
    program = javascript(page, sandbox_site, uid)
    assert shown in run(program, "Succeeded")
    expect(program.locator(".callsheet-run-exchange summary")).to_contain_text("→ 20")


@pytest.mark.parametrize(
    ("text", "ending", "shown"),
    [
        ("throw new Error('planted')", "exit code 1", "planted"),
        ("console.log(1 +", "exit code 1", "SyntaxError"),
        ("process.exit(4)", "exit code 4", ""),
        ("fetch('http://127.0.0.1:9/')", "exit code 1", "fetch failed"),
        ("Promise.reject(new Error('planted'))", "exit code 1", "planted"),
        (
            "fetch('http://127.0.0.1:8765/none').then((r) => r.text()).then(console.log)",
            "Succeeded",
            "404",
        ),
        ("console.log('x'.repeat(3_000_000))", "Succeeded", "2,000,001 more characters"),
        ("console.log(typeof document, typeof parent)", "Succeeded", "undefined undefined"),
        (
            "console.log(await fetch('http://127.0.0.1:9/').catch(() => 'away'))",
            "Succeeded",
            "away",
        ),
    ],
)
def test_odd_scripts_end_in_a_sentence(
    sandbox_site: str, new_page: NewPage, text: str, ending: str, shown: str
) -> None:
    page = new_page()
    program = javascript(page, sandbox_site, "v1PersonEntity_SaveImage")
    run(program, "Succeeded")
    program.get_by_role("button", name="Edit").click()
    program.get_by_role("textbox", name="Program").fill(text)
    output = run(program, ending, "Run again")
    assert shown in output
    # The page is not flooded, so that it can be told to stop.
    endless = "while (true) console.log('x'.repeat(1000));"
    program.get_by_role("textbox", name="Program").fill(endless)
    program.get_by_role("button", name="Run again").click()
    program.get_by_role("button", name="Stop").click()
    expect(program.locator(".callsheet-run-status")).to_contain_text("Stopped")


@pytest.mark.parametrize("name", ["manifest.json", "runtime/pyodide.asm.wasm.gz", "python.zip.gz"])
def test_a_file_that_is_missing_is_named(sandbox_site: str, new_page: NewPage, name: str) -> None:
    page = new_page()
    page.route(f"**/sandbox/{name}", lambda route: route.fulfill(status=404))
    page.goto(sandbox_site + UPLOAD)
    program = panel(page, "v1PersonEntity_SaveImage.py").first
    program.get_by_role("button", name="Run", exact=True).click()
    expect(program.locator(".callsheet-run-status")).to_contain_text(f"sandbox/{name}")
    page.unroute(f"**/sandbox/{name}")
    run(program, "Succeeded", "Run again")
