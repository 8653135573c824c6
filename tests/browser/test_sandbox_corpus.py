"""The server in a page of Chromium answers as a served one does, byte for byte."""

from __future__ import annotations

import base64
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Page

from callsheet.catalog import Catalog
from callsheet.configuration import DEFAULT_DATABASE
from callsheet.contrib.superoffice.pack import PACK as SUPEROFFICE
from callsheet.server.adapters.app import background, create_app
from tests.browser.conftest import NewPage, built
from tests.browser.sandboxes import FIRST
from tests.browser.serving import serve
from tests.sandbox_answers import Answer, Request, over_a_wire, plain, recorded

# Slow because it builds a site of 100 pages, and starts an interpreter in one of them.
pytestmark = pytest.mark.slow

EVERY = 8
"""Of how many outside pages one is asked for; of all 803, it would take minutes."""

CONFIG = """\
site_name: Outside
theme: {name: material, font: false}
plugins: [{callsheet: {packs: [superoffice], sandbox: true}}]
"""
ASK = """
async (requests) => {
  const answers = [];
  const bytes = (text) => Uint8Array.from(atob(text), (each) => each.charCodeAt(0));
  for (const [method, target, headers, body] of requests) {
    const sent = { method, target, headers, body: bytes(body) };
    const answer = await window.callsheet.askInPage(sent);
    const text = Array.from(answer.body, (each) => String.fromCharCode(each)).join("");
    answers.push([answer.status, answer.headers, btoa(text)]);
  }
  return answers;
}
"""


def asked(page: Page, requests: Sequence[Request]) -> list[Answer]:
    """Send requests to the server in a page, one after the other."""
    sent = [(*each[:3], base64.b64encode(each[3]).decode()) for each in requests]
    answers = page.evaluate(ASK, sent)
    return [plain(status, fields, base64.b64decode(body)) for status, fields, body in answers]


def test_outside_operations_are_answered_alike(
    shared: Path, runtime: Path, tmp_path: Path, new_page: NewPage
) -> None:
    assert runtime
    corpus = shared / "corpus"
    documented = {each.path for each in Catalog.read(corpus).operations}
    for path in sorted(documented)[::EVERY]:
        (tmp_path / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(corpus / path, tmp_path / "docs" / path)
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    catalog = Catalog.read(tmp_path / "docs")
    requests = recorded(catalog, catalog.operations, tmp_path / "run")
    assert len(requests) >= len(documented) // EVERY
    page = new_page()
    with serve(built(tmp_path)) as url:
        page.goto(f"{url}{catalog.operations[0].path.removesuffix('.md')}/")
        page.get_by_role("button", name="Run", exact=True).first.click()
        page.wait_for_function("window.callsheet.askInPage !== undefined", timeout=FIRST)
        here = asked(page, requests)
    with background(create_app(catalog, DEFAULT_DATABASE, packs=[SUPEROFFICE])) as url:
        there = [over_a_wire(url, each) for each in requests]
    for request, *answers in zip(requests, here, there, strict=True):
        assert answers[0] == answers[1], request[:2]
    page.close()
