"""What keeps programs from running in a page is a sentence, and never a dead page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import NewPage
from tests.browser.consoles import open_console
from tests.browser.sandboxes import FIRST, UPLOAD, panel, run
from tests.browser.serving import serve

# Slow because each starts an interpreter in a page of a site that is built for it.
pytestmark = pytest.mark.slow

STATUS = ".callsheet-run-status"
PROGRAM = "v1PersonEntity_SaveImage.py"


def edited(page: Page, filename: str, text: str) -> None:
    """Put another text into the editor of a program, and run that."""
    program = panel(page, filename).first
    program.get_by_role("button", name="Edit").click()
    program.get_by_role("textbox", name="Program").fill(text)
    program.get_by_role("button", name="Run again").click()


@pytest.mark.parametrize("name", ["python.zip.gz", "runtime/pyodide.asm.wasm.gz"])
def test_a_file_that_is_cut_off_is_named(
    sandbox_site: str, sandbox_folder: Path, new_page: NewPage, name: str
) -> None:
    page = new_page()
    content = (sandbox_folder / "assets/callsheet/sandbox" / name).read_bytes()
    half = content[: len(content) // 2]
    page.route(f"**/sandbox/{name}", lambda route: route.fulfill(body=half))
    page.goto(sandbox_site + UPLOAD)
    program = panel(page, PROGRAM).first
    program.get_by_role("button", name="Run", exact=True).click()
    expect(program.locator(STATUS)).to_contain_text(f"sandbox/{name} of this site is not complete")
    page.unroute(f"**/sandbox/{name}")
    run(program, "Succeeded", "Run again")


def test_a_host_may_decompress_what_is_compressed(
    sandbox_site: str, sandbox_folder: Path, new_page: NewPage
) -> None:
    page = new_page()

    def with_coding(route: Route) -> None:
        path = sandbox_folder / "assets" / route.request.url.partition("/assets/")[2]
        route.fulfill(body=path.read_bytes(), headers={"Content-Encoding": "gzip"})

    page.route("**/sandbox/**/*.gz", with_coding)
    page.goto(sandbox_site + UPLOAD)
    run(panel(page, PROGRAM).first, "Succeeded")


def test_a_download_is_cancelled_and_begun_anew(sandbox_site: str, new_page: NewPage) -> None:
    page = new_page()
    held: list[Route] = []
    page.route("**/sandbox/python.zip.gz", lambda route: held.append(route))
    page.goto(sandbox_site + UPLOAD)
    program = panel(page, PROGRAM).first
    program.get_by_role("button", name="Run", exact=True).click()
    # Of all but this file, the bytes are counted.
    expect(program.locator(STATUS)).to_contain_text(re.compile(r"Loading [1-9]\.\d of \d\.\d MB"))
    expect(program.get_by_role("progressbar")).to_be_visible()
    program.get_by_role("button", name="Stop").click()
    expect(program.locator(STATUS)).to_contain_text("Stopped")
    expect(program.get_by_role("progressbar")).to_be_hidden()
    page.unroute_all(behavior="ignoreErrors")
    assert held
    run(program, "Succeeded", "Run again")


def test_a_reload_in_the_middle_of_a_run_keeps_what_was_made_before(
    sandbox_site: str, new_page: NewPage
) -> None:
    page = new_page()
    page.goto(sandbox_site + UPLOAD)
    program = panel(page, PROGRAM).first
    before = run(program, "Succeeded")
    edited(page, PROGRAM, "print('begun')\nwhile True:\n    pass")
    expect(program.locator(".callsheet-run-output")).to_contain_text("begun")
    page.reload()
    after = run(panel(page, PROGRAM).first, "Succeeded")
    assert int(after.split()[-1]) == int(before.split()[-1]) + 1


def in_worker(page: Page, folder: Path, prelude: str) -> None:
    """Let the worker begin with a script of the test's."""
    text = (folder / "assets/callsheet/sandbox/worker.js").read_text(encoding="utf-8")
    page.route(
        "**/sandbox/worker.js",
        lambda route: route.fulfill(body=prelude + text, content_type="text/javascript"),
    )


def test_a_browser_that_stores_nothing_runs_programs_and_says_so(
    sandbox_site: str, sandbox_folder: Path, new_page: NewPage
) -> None:
    page = new_page()
    # As in a private window of some browsers, where the property itself raises.
    forbid = (
        'Object.defineProperty(self, "indexedDB", { get() {'
        ' throw new DOMException("denied", "SecurityError"); } });\n'
    )
    in_worker(page, sandbox_folder, forbid)
    page.goto(sandbox_site + UPLOAD)
    program = panel(page, PROGRAM).first
    run(program, "Succeeded")
    expect(program.locator(".callsheet-run-unsaved")).to_be_visible()


def test_a_storage_that_is_full_is_told_and_programs_run(
    sandbox_site: str, new_page: NewPage
) -> None:
    page = new_page()
    page.goto(sandbox_site + UPLOAD)
    quota = {"origin": sandbox_site.rstrip("/"), "quotaSize": 1}
    page.context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", quota)
    program = panel(page, PROGRAM).first
    first = run(program, "Succeeded")
    expect(program.locator(".callsheet-run-unsaved")).to_be_visible()
    # Until the page is left, all is as usual; the next visit begins afresh.
    assert run(program, "Succeeded", "Run again") != first
    page.reload()
    assert run(panel(page, PROGRAM).first, "Succeeded") == first


NESTED = """
class Endless:
    def __repr__(self): return repr(self)
repr(Endless())
"""
"""Recurses by way of the interpreter's own functions, which need more of its stack."""


def test_a_recursion_that_ends_the_interpreter_is_told(
    sandbox_site: str, sandbox_folder: Path, new_page: NewPage
) -> None:
    page = new_page()
    # Pyodide tells developers of it as well, which is not a fault of a script here.
    in_worker(page, sandbox_folder, "console.error = () => {};\n")
    page.goto(sandbox_site + UPLOAD)
    program = panel(page, PROGRAM).first
    run(program, "Succeeded")
    edited(page, PROGRAM, NESTED)
    expect(program.locator(STATUS)).to_contain_text("Python has ended (Maximum call stack size")
    program.get_by_role("button", name="Reset").click()
    run(program, "Succeeded", "Run again")


@pytest.mark.parametrize("piece", ["bytearray(10_000_000)", "[None] * 100"])
def test_a_program_that_takes_all_memory_ends_in_a_sentence(
    sandbox_site: str, sandbox_folder: Path, new_page: NewPage, piece: str
) -> None:
    page = new_page()
    # As in a browser that has no more, without taking gigabytes of this machine.
    limit = """\
const { grow } = WebAssembly.Memory.prototype;
WebAssembly.Memory.prototype.grow = function (pages) {
  if (this.buffer.byteLength + pages * 65536 > 3e8) throw new RangeError("no more memory");
  return grow.call(this, pages);
};
"""
    in_worker(page, sandbox_folder, limit)
    page.goto(sandbox_site + UPLOAD)
    program = panel(page, PROGRAM).first
    run(program, "Succeeded")
    edited(page, PROGRAM, f"kept = []\nwhile True:\n    kept.append({piece})")
    expect(program.locator(STATUS)).to_contain_text(
        re.compile("Ended with exit code 1|Python has ended"), timeout=FIRST
    )
    program.get_by_role("button", name="Reset").click()
    run(program, "Succeeded", "Run again")


@pytest.mark.parametrize(
    ("missing", "sentence"),
    [
        ("WebAssembly", "This browser has no WebAssembly."),
        ("Worker", "This browser is too old"),
        ("DecompressionStream", "This browser is too old"),
    ],
)
def test_a_browser_without_what_it_takes_is_told_so(
    sandbox_site: str, new_page: NewPage, missing: str, sentence: str
) -> None:
    page = new_page()
    page.add_init_script(f"delete window.{missing}")
    page.goto(sandbox_site + UPLOAD)
    program = panel(page, PROGRAM).first
    program.get_by_role("button", name="Run", exact=True).click()
    expect(program.locator(STATUS)).to_contain_text(sentence)


def test_a_policy_without_web_assembly_is_named(
    sandbox_site: str, sandbox_folder: Path, new_page: NewPage
) -> None:
    assert sandbox_site
    policy = "script-src 'self' 'unsafe-inline'"
    with serve(sandbox_folder, headers={"Content-Security-Policy": policy}) as url:
        page = new_page()
        page.goto(url + UPLOAD)
        program = panel(page, PROGRAM).first
        program.get_by_role("button", name="Run", exact=True).click()
        expect(program.locator(STATUS)).to_contain_text("'wasm-unsafe-eval'")
        page.close()


def test_stop_ends_the_program_of_its_own_panel_alone(sandbox_site: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(f"{sandbox_site}images/")
    page.goto(sandbox_site + UPLOAD)
    page.locator("summary", has_text="When the answer is").first.click()
    endless, other = panel(page, PROGRAM).first, page.locator(".callsheet-outcome").first
    run(endless, "Succeeded")
    run(other, "Succeeded")
    edited(page, PROGRAM, "while True:\n    pass")
    expect(endless.get_by_role("button", name="Stop")).to_be_visible()

    # The other waits for its turn; to take it back disturbs nobody.
    other.get_by_role("button", name="Run again").click()
    other.get_by_role("button", name="Stop").click()
    expect(other.locator(STATUS)).to_contain_text("Stopped")
    expect(endless.get_by_role("button", name="Stop")).to_be_visible()

    # And what waits runs as soon as the endless one is ended.
    other.get_by_role("button", name="Run again").click()
    expect(other.get_by_role("button", name="Stop")).to_be_visible()
    endless.get_by_role("button", name="Stop").click()
    expect(endless.locator(STATUS)).to_contain_text("Stopped")
    expect(other.locator(STATUS)).to_contain_text("Succeeded", timeout=FIRST)


def test_each_exchange_has_the_verdict_of_the_contract(
    sandbox_site: str, new_page: NewPage
) -> None:
    page = new_page()
    page.goto(sandbox_site + UPLOAD)
    program = panel(page, PROGRAM).first
    run(program, "Succeeded")
    verdict = program.locator(".callsheet-run-verdict")
    expect(verdict).to_have_text("as documented")
    source = """\
import requests
url = "http://127.0.0.1:8765/api/v1/Person/4/Image"
requests.put(url, data=b"no image", auth=("reader", "callsheet"))
requests.put(url, data=b"no image")
"""
    edited(page, PROGRAM, source)
    expect(verdict).to_have_count(2, timeout=FIRST)
    expect(verdict.first).to_have_text("refused as documented")
    # A refusal is shown as a failure only where the contract is broken.
    statuses = program.locator(".callsheet-run-exchange summary > [data-outcome]:not([class])")
    expect(statuses.nth(0)).to_have_attribute("data-outcome", "neutral")
    expect(statuses.nth(1)).to_have_attribute("data-outcome", "neutral")
    expect(program.locator(STATUS)).to_contain_text("Succeeded")
    # The console has the same data, whoever loads it first.
    page.get_by_role("button", name="Try it").first.click()
    expect(page.locator(".callsheet-console").get_by_label("Server")).to_be_visible()


def test_the_console_says_why_the_server_in_the_page_cannot_answer(
    sandbox_site: str, new_page: NewPage
) -> None:
    page = new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    console = open_console(page, sandbox_site + UPLOAD)
    send = console.get_by_role("button", name="Send", exact=True)
    for name in ("sandbox.js", "python.zip.gz"):
        page.route(f"**/sandbox/{name}", lambda route: route.fulfill(status=404))
        send.click()
        expect(console.locator(".callsheet-say")).to_contain_text(f"sandbox/{name}")
        page.unroute(f"**/sandbox/{name}")

    # A download is told of, and is cancelled.
    held: list[Route] = []
    page.route("**/sandbox/python.zip.gz", lambda route: held.append(route))
    send.click()
    expect(console).to_contain_text(re.compile(r"Loading [1-9]\.\d of \d\.\d MB"))
    console.get_by_role("button", name="Cancel").click()
    expect(console).to_contain_text("Cancelled.")
    page.unroute_all(behavior="ignoreErrors")
    assert held

    # What that took is not a time of the answer.
    before = page.evaluate("performance.now()")
    send.click()
    answer = console.locator(".callsheet-answer")
    expect(answer).to_contain_text("200", timeout=FIRST)
    took = re.search(r"([\d,]+) ms", answer.inner_text())
    assert took
    waited = page.evaluate("performance.now()") - before
    assert int(took[1].replace(",", "")) < waited / 2
    assert not [each for each in asked if ".invalid" in each]
