"""The programs that the console shows send what the console sends."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from callsheet.run.recorder import Receive, Scope, Send
from callsheet.samples.assets import read_asset
from callsheet.server.adapters.app import background
from tests.browser import consoles
from tests.browser.conftest import NewPage
from tests.browser.consoles import BLOB, IMAGE, PERSON, editor, open_console, send, status_of
from tests.interpreters import command

pytestmark = pytest.mark.slow

LANGUAGES = {
    "Python": ".py",
    "curl": ".sh",
    "JavaScript": ".mjs",
    "TypeScript": ".mts",
    "PHP": ".php",
}
"""Those that run here."""

COMPARED = (
    "accept",
    "accept-language",
    "authorization",
    "callsheet-workspace",
    "content-type",
    "so-language",
    "x-api-key",
)
NASTY = "a'b\"c\\new $HOME `id` {x} %41 ü \u202e\U0001f600 </script> #! ${y} \t"
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}


@dataclass
class Sent:
    """A request to the API as the server got it."""

    method: str = ""
    path: str = ""
    query: list[tuple[str, str]] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def content(self) -> object:
        """The body, comparable: JSON as values, parts of a form without their boundary."""
        kind = self.headers.get("content-type", "")
        if "json" in kind:
            return json.loads(self.body)
        if kind.startswith("multipart/"):
            boundary = kind.partition("boundary=")[2].strip('"').encode()
            return sorted(
                part.partition(b"\r\n\r\n")[2] for part in self.body.split(b"--" + boundary)[1:-1]
            )
        return self.body

    def comparable(self) -> object:
        headers = {n: self.headers[n] for n in COMPARED if n in self.headers}
        if headers.get("content-type", "").startswith("multipart/"):
            headers["content-type"] = "multipart/form-data"
        return self.method, self.path, self.query, headers, self.content


@pytest.fixture(scope="module")
def recorded(own_folder: Path) -> Iterator[tuple[str, list[Sent]]]:
    """A server with the site that takes every request to its API, and these requests."""
    found: list[Sent] = []
    app = consoles.application(own_folder)

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith("/api/"):
            await app(scope, receive, send)
            return
        query = parse_qsl(scope["query_string"].decode(), keep_blank_values=True)
        headers = {k.decode(): v.decode("latin-1") for k, v in scope["headers"]}
        sent = Sent(scope["method"], unquote(scope["path"]), query, headers)
        found.append(sent)

        while True:
            message = await receive()
            sent.body += message.get("body", b"")
            if not message.get("more_body"):
                break
        fields = [(b"content-type", b"application/json"), (b"content-length", b"1")]
        await send({"type": "http.response.start", "status": 200, "headers": fields})
        await send({"type": "http.response.body", "body": b"5"})

    with background(answer) as url:
        yield url, found


def program(console: Locator, language: str) -> str:
    """The program, as it is copied."""
    details = console.locator(".callsheet-program")
    if not details.get_attribute("open") and details.get_attribute("open") != "":
        details.locator("summary").click()
    console.get_by_label("Language", exact=True).select_option(language)
    details.get_by_role("button", name="Copy").click()
    expect(details.get_by_role("status")).to_have_text("Copied")
    text: str = console.page.evaluate("navigator.clipboard.readText()")
    return text


def run(text: str, language: str, folder: Path) -> subprocess.CompletedProcess[str]:
    file = folder / f"program{LANGUAGES[language]}"
    file.write_text(text, encoding="utf-8")
    runner = [sys.executable] if language == "Python" else command(file.suffix)
    return subprocess.run(
        [*runner, file], cwd=folder, capture_output=True, encoding="utf-8", timeout=60, check=False
    )


def same(page: Page, console: Locator, found: list[Sent], folder: Path) -> Sent:
    """What the console sent, if all programs sent the same."""
    found.clear()
    expect(status_of(send(console))).to_be_visible()
    (sent,) = found
    for language in LANGUAGES:
        text = program(console, language)
        done = run(text, language, folder)
        assert done.returncode == 0, (text, done.stderr)
        assert found[-1].comparable() == sent.comparable(), text
        assert found[-1] is not sent
        found.remove(found[-1])
    return sent


def test_a_json_body_goes_out_as_it_is(
    recorded: tuple[str, list[Sent]], new_page: NewPage, tmp_path: Path
) -> None:
    url, found = recorded
    page = new_page(**CLIPBOARD)
    console = open_console(page, f"{url}/{PERSON}PutImageInfo/")
    value = {
        "Description": NASTY, "ExtraInfo": "\ud83d", "BlobId": 7, "__proto__": "x", "true": None,
        "Other": [True, 1e30, 9007199254740993, -0.5, {"null": []}], "ConceptualType": "line\nline",
    }  # fmt: skip
    editor(console).fill(json.dumps(value))
    sent = same(page, console, found, tmp_path)
    assert sent.content == value


def test_query_headers_and_path_go_out_as_they_are(
    recorded: tuple[str, list[Sent]], new_page: NewPage, tmp_path: Path
) -> None:
    url, found = recorded
    page = new_page(**CLIPBOARD)
    console = open_console(page, f"{url}/{BLOB}GetBlobEntity/")
    console.get_by_text("More headers").click()
    console.get_by_label("SO-Language").fill('it\'s "a" $b `c` \\d #e ~')
    console.get_by_label("$select").fill(NASTY.strip())
    console.get_by_label("Sign in").select_option("Basic")
    console.get_by_label("User").fill("ada'\"$")
    console.get_by_label("Password").fill("se\\sa`me:")
    sent = same(page, console, found, tmp_path)
    assert dict(sent.query)["$select"] == NASTY.strip()
    assert sent.headers["so-language"] == 'it\'s "a" $b `c` \\d #e ~'
    console.get_by_label("Sign in").select_option("SoTicket")
    console.get_by_label("Token", exact=True).fill("7T:abc+/=")
    sent = same(page, console, found, tmp_path)
    assert sent.headers["authorization"] == "SoTicket 7T:abc+/="
    console.get_by_label("Sign in").select_option("API key")
    console.get_by_label("Key", exact=True).fill("k3y+/=")
    sent = same(page, console, found, tmp_path)
    assert sent.headers["x-api-key"] == "k3y+/="
    assert "authorization" not in sent.headers


@pytest.mark.parametrize("content_type", ["image/gif", "multipart/form-data"])
def test_a_file_goes_out_as_it_is(
    recorded: tuple[str, list[Sent]], new_page: NewPage, tmp_path: Path, content_type: str
) -> None:
    url, found = recorded
    page = new_page(**CLIPBOARD)
    console = open_console(page, f"{url}/{PERSON}SaveImage/")
    console.get_by_label("Content-Type").select_option(content_type)
    file: Any = {**IMAGE, "name": "it's my $HOME.gif"}
    (tmp_path / file["name"]).write_bytes(file["buffer"])
    console.get_by_label("File").set_input_files(file)
    sent = same(page, console, found, tmp_path)
    assert read_asset("image.gif") in sent.body


def test_xml_and_forms_go_out_as_they_are(
    recorded: tuple[str, list[Sent]], new_page: NewPage, tmp_path: Path
) -> None:
    url, found = recorded
    page = new_page(**CLIPBOARD)
    console = open_console(page, f"{url}/{PERSON}PutImageInfo/")
    console.get_by_label("Content-Type").select_option("application/xml")
    text = f"<a>\n  <Description>{NASTY.replace('<', '&lt;')}</Description>\n</a>"
    editor(console).fill(text)
    assert same(page, console, found, tmp_path).body.decode() == text
    console.get_by_label("Content-Type").select_option("application/x-www-form-urlencoded")
    editor(console).fill(json.dumps({"Description": NASTY, "b c": "x"}))
    sent = same_form(page, console, found, tmp_path)
    assert dict(sent) == {"Description": NASTY, "b c": "x"}


def same_form(
    page: Page, console: Locator, found: list[Sent], folder: Path
) -> list[tuple[str, str]]:
    """The fields that the console sent, if all programs sent the same, however they spell them."""
    found.clear()
    expect(status_of(send(console))).to_be_visible()
    fields = parse_qsl(found[0].body.decode())
    for language in LANGUAGES:
        done = run(program(console, language), language, folder)
        assert done.returncode == 0, done.stderr
        assert parse_qsl(found[-1].body.decode()) == fields
        assert found[-1].headers["content-type"].startswith("application/x-www-form-urlencoded")
    return fields


def test_the_program_shows_no_secret_and_copies_it(own: str, new_page: NewPage) -> None:
    page = new_page(**CLIPBOARD)
    console = open_console(page, f"{own}{PERSON}GetImageInfo/")
    console.get_by_label("Sign in").select_option("Basic")
    console.get_by_label("User").fill("ada")
    console.get_by_label("Password").fill("sesame")
    console.get_by_text("More headers").click()
    console.get_by_label("SO-AppToken").fill("sesame")
    for language, copied in {
        "Python": 'auth=("ada", "sesame")',
        "curl": "--user ada:sesame",
        "JavaScript": 'btoa("ada:sesame")',
        "PowerShell": "GetBytes('ada:sesame')",
        "TypeScript": 'btoa("ada:sesame")',
        "C#": 'GetBytes("ada:sesame")',
        "PHP": "CURLOPT_USERPWD => 'ada:sesame'",
        "HTTP file": "Authorization: Basic YWRhOnNlc2FtZQ==",
        "HTTP": "Authorization: Basic YWRhOnNlc2FtZQ==",
    }.items():
        assert copied in program(console, language)
        shown = console.get_by_label("Program").inner_text()
        assert "••••••" in shown
        assert "sesame" not in shown
        assert "YWRhOnNlc2FtZQ==" not in shown
    assert urlsplit(page.url).query == ""
