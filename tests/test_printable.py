"""Nothing that is printed or logged controls a terminal, or is a command to a CI system."""

from __future__ import annotations

import json
import logging
import re
import xml.etree.ElementTree as ET
from contextlib import chdir
from pathlib import Path

import pytest
import requests
from click.testing import CliRunner

from callsheet.cli import main
from callsheet.printable import printable, printable_json, printable_xml, visible
from callsheet.server.adapters.app import background
from tests import sites
from tests.conftest import ROOT
from tests.processes import served

pytestmark = pytest.mark.slow

ESC = "\x1b]0;pwn\x07\x1b[2J\x9b31m\x7f\u202e\u2066\u2028\x85\x08"
INJECTED = f"{ESC}\r\n::error file=x::injected\n##[error]injected\n"
UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]")
COMMAND = re.compile(r"^\s*::", re.MULTILINE)
PAGE = """\
---
title: "Gets {escaped} it"
uid: v1Ship_Get{number}
{escaped_key}: x
---

# Gets {raw} it

```http
GET /api/v1/Ship/{raw}{{shipId}}
```

Of [it](missing{raw}.md) and <xref:no{raw}uid> and [!include[x](no{raw}.md)]

| Path Part | Type | Description |
|---|---|---|
| shipId{raw} | in{raw}t32 | **Required** |

## Response: Ship{raw}

| Response | Description |
|---|---|
| 2{raw}00 | OK |

### Response body: Ship{raw}

| Property Name | Type | Description |
|---|---|---|
| Name{raw} | strin{raw}g | {raw} |

## Sample request

```http!
GET /api/v1/Ship/{raw}1
Accept: application/json{raw}
Auth{raw}orization: Bearer x
```

## Sample response

```http_
HTTP/1.1 200 OK
Content-Type: application/json

{{"Name": "{raw}", "Other{raw}": 1}}
```
"""
# What a line of Markdown cannot hold.
RAW = ESC.replace("\u2028", "").replace("\x85", "")


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tree")
    docs = folder / "docs"
    docs.mkdir()
    escaped = json.dumps(INJECTED)[1:-1].replace("\x7f", "\\x7f")
    key = json.dumps(f"k{ESC}").replace("\x7f", "\\x7f")
    for number, raw in enumerate((RAW, RAW, "")):
        text = PAGE.format(escaped=escaped, escaped_key=key, raw=raw, number=number)
        name = f"a\x1b[31m\u202e::error::b{number}.md" if number else "plain.md"
        (docs / name).write_text(text, encoding="utf-8")
    (docs / "::error::c\n::error::d.md").write_text(f"# {RAW}\n\n[x](y{RAW}.md)\n", "utf-8")
    toc = [{"name": INJECTED, "href": f"no{INJECTED}.md"}, {"href": f"javascript:{INJECTED}"}]
    (docs / "toc.yml").write_text("".join(f"- {json.dumps(e)}\n" for e in toc), "utf-8")
    (folder / "mkdocs.yml").write_text(
        "site_name: x\ntheme: {name: material, font: false}\nplugins: [callsheet]\n", "utf-8"
    )
    return folder


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Path:
    bad = INJECTED
    operation = {
        "operationId": f"op{bad}",
        "summary": bad,
        "externalDocs": {"url": f"javascript:{bad}"},
        "parameters": [{"name": bad, "in": bad, "schema": {"$ref": f"{bad}file:///x"}}],
        "security": [{bad: []}],
        "responses": {bad: {"description": bad}, "200": {"$ref": f"#/no/{bad}"}},
    }
    paths = {f"/a{bad}": {"get": operation}, bad: {"get": operation}, "/b": {"get": operation}}
    info = {"title": bad, "version": bad}
    file = tmp_path_factory.mktemp("document") / "api.json"
    text = json.dumps({"openapi": "3.1.0", "info": info, "paths": paths, f"x-{bad}": bad})
    file.write_text(text, encoding="utf-8")
    return file


def run(folder: Path, *arguments: str | Path) -> str:
    """What a command says; it may find whatever it finds, but has to end in good order."""
    return "".join(_run(folder, *arguments))


def stdout(folder: Path, *arguments: str | Path) -> str:
    """The result of a command."""
    return _run(folder, *arguments)[0]


def _run(folder: Path, *arguments: str | Path) -> tuple[str, str]:
    with chdir(folder):
        done = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exc_info
    assert done.exit_code in (0, 1, 2), done.output
    return done.stdout, done.stderr


def is_harmless(text: str) -> None:
    assert not UNSAFE.search(text), repr(text[max(0, UNSAFE.search(text).start() - 200) :][:300])  # type: ignore[union-attr]
    assert not COMMAND.search(text), text
    # What a document holds in that form, it holds as a value.
    assert "##[" not in text or text.lstrip().startswith(("{", "[", "<?xml")), text


COMMANDS = [
    ["check"],
    ["check", "docs/plain.md"],
    ["check", "--no-summaries", "--select", "CS"],
    ["check", "--diff"],
    ["check", "--format", "json"],
    ["check", "--format", "sarif"],
    ["check", "--format", "junit"],
    ["check", "--format", "gitlab"],
    ["check", "--baseline", f"x{INJECTED}"],
    ["check", "--docs", f"x{INJECTED}"],
    ["check", "--select", INJECTED],
    ["check", "--explain", INJECTED],
    ["check", "--format", INJECTED],
    ["check", f"x{INJECTED}.md"],
    ["samples", "--explain", "v1Ship_Get0"],
    ["samples", "--explain", INJECTED],
    ["samples", "--check"],
    ["export", "openapi"],
    ["export", "model"],
    ["diff", "docs", "empty"],
    ["diff", "empty", "docs"],
    ["diff", "docs", "empty", "--format", "markdown"],
    ["diff", "docs", "empty", "--format", "json"],
    ["diff", INJECTED],
    ["test"],
    ["test", "-k", "v1Ship_Get0", "--format", "json"],
    ["test", "-k", "v1Ship_Get0", "--format", "junit"],
    ["init", "--dry-run", "--docs", "docs"],
    ["new", INJECTED, INJECTED],
    ["serve", "--host", INJECTED],
    ["serve", "--limit", INJECTED],
    ["serve", "--site", INJECTED],
    ["serve", "--model", INJECTED],
    ["import", "openapi", INJECTED],
    [INJECTED],
]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: " ".join(c).encode("unicode_escape"))
def test_a_command_says_nothing_that_controls_a_terminal(command: list[str], tree: Path) -> None:
    (tree / "empty").mkdir(exist_ok=True)
    (tree / "empty/index.md").write_text("# Empty\n", encoding="utf-8")
    said = run(tree, *(argument.replace("\x00", "") for argument in command))
    is_harmless(said)
    if command[0] in ("check", "export", "diff", "test") and len(command) > 2 and "docs" in command:
        assert said.strip()


def test_the_hostile_pages_are_found_out(tree: Path) -> None:
    """Else the test above would say nothing."""
    said = run(tree, "check", "--no-summaries", "--all")
    assert said.count("\\x1b") > 20
    assert "\\u202e" in said
    assert "\\n::error file=x::injected" in said or "injected" in said


def test_annotations_are_ours_alone(tree: Path) -> None:
    said = run(tree, "check", "--format", "github")
    assert not UNSAFE.search(said)
    commands = [line for line in said.split("\n") if line.lstrip().startswith("::")]
    assert commands
    places = r"title=[^,]*,file=[^,]*,line=\d+(,(endLine|col|endColumn)=\d+)*"
    for line in commands:
        assert re.match(rf"::(error|warning|notice) (title=Callsheet|{places})::", line), line
    assert "##[" not in said


def test_documents_stay_what_they_are(tree: Path) -> None:
    for form in ("json", "sarif", "gitlab"):
        assert json.loads(stdout(tree, "check", "--format", form))
    ET.fromstring(stdout(tree, "check", "--format", "junit"))  # noqa: S314 - our own
    value = [ESC, "\U000e0001", "é"]
    assert json.loads(printable_json(json.dumps(value, ensure_ascii=False))) == value
    element = ET.fromstring(printable_xml("<a b='\u202e\x9b'>\u202e\t\n\x7f</a>"))  # noqa: S314
    assert (element.get("b"), element.text) == ("\u202e\x9b", "\u202e\t\n\x7f")


def test_an_import_says_nothing_that_controls_a_terminal(document: Path, tmp_path: Path) -> None:
    for more in (["--dry-run"], ["--verbose"], ["--tag", INJECTED]):
        said = run(tmp_path, "import", "openapi", document, "--out", "pages", *more)
        is_harmless(said)
        assert "\\x1b" in said


def test_a_verification_says_nothing_that_controls_a_terminal(tree: Path) -> None:
    async def app(scope, receive, send) -> None:  # type: ignore[no-untyped-def]
        if scope["type"] != "http":
            return
        body = json.dumps({f"Name{INJECTED}": INJECTED, ESC: 1}).encode()
        headers = [(b"content-type", b"application/json"), (b"x-y", b"\x9b::error::")]
        await send({"type": "http.response.start", "status": 201, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    with background(app) as url:
        for form in ("text", "json", "junit", "sarif", "gitlab", "html"):
            is_harmless(run(tree, "verify", "--base-url", url, "--format", form))
        is_harmless(run(tree, "test", "--base-url", url))


def test_a_build_says_nothing_that_controls_a_terminal(tree: Path) -> None:
    with sites.command(tree, "site", None) as process:
        said, _ = process.communicate(timeout=120)
    ours = [line for line in said.split("\n") if re.search(r": CS\d{3} ", line)]
    assert len(ours) > 3
    is_harmless("\n".join(ours))
    assert any("\\x1b" in line for line in ours)


def test_the_log_of_the_server_is_lines() -> None:
    with served("--access-log") as server:
        path = f"/api/v1/%1b[31m%0a::error::{chr(0x9B)}"
        fields = {"Callsheet-Workspace": "\x9b", "X-Request-Id": "\x9b::error::"}
        requests.get(server.url + path, headers=fields, timeout=30)
        server.process.terminate()
        _, said = server.process.communicate(timeout=30)
    assert '"path": "/api/v1/%' in said
    is_harmless(said)


def test_a_fault_of_a_behaviour_is_logged_as_text(capsys: pytest.CaptureFixture[str]) -> None:
    from callsheet.server.adapters.access_log import errors_to_stderr

    loggers = [logging.getLogger(name) for name in ("callsheet", "uvicorn")]
    before = [(logger, logger.handlers, logger.propagate) for logger in loggers]
    try:
        errors_to_stderr()
        try:
            raise ValueError(INJECTED)
        except ValueError:
            logging.getLogger("callsheet.server.adapters.asgi").exception("%s failed", ESC)
    finally:
        for logger, handlers, propagate in before:
            logger.handlers, logger.propagate = handlers, propagate
    said = capsys.readouterr().err
    assert "ValueError" in said
    is_harmless(said)


def test_text_that_harms_nobody_stays() -> None:
    text = "Ørsted, 船, 🚢, 👩\u200d🔬 and a::b: 50 % | <b>`x`</b> #[x] # [y]"
    assert visible(text) == printable(text) == text
    assert printable("a\nb\n") == "a\nb\n"
    assert printable("::error::x") == "\\x3a:error::x"
    assert visible("a##[error]b") == "a#\\x23[error]b"


def test_the_command_line_speaks_by_one_function() -> None:
    for file in sorted((ROOT / "plugins/callsheet/cli").glob("*.py")):
        if file.name != "options.py":
            text = file.read_text(encoding="utf-8")
            assert not re.search(r"click\.s?echo|\bprint\(|sys\.std\w+\.write", text), file.name
