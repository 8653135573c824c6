"""Samples in languages that the tests do not run are read by parsers of these languages."""

from __future__ import annotations

import base64
import json
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qsl, unquote

import pytest
import tree_sitter_c_sharp
import tree_sitter_php
import tree_sitter_powershell
import tree_sitter_typescript
from hypothesis import given, settings
from hypothesis import strategies as st
from tree_sitter import Language, Node, Parser

from callsheet.catalog import Catalog
from callsheet.reference import DEFAULT_BASE_URL
from callsheet.samples import LANGUAGES
from callsheet.samples.assets import read_asset
from callsheet.samples.languages.csharp import MARK, csharp_string, raw_json
from callsheet.samples.languages.curl import shell_string
from callsheet.samples.languages.http import BOUNDARY
from callsheet.samples.languages.php import php_string
from callsheet.samples.languages.powershell import powershell_string
from callsheet.samples.languages.structure import json_string, script_key, script_string
from callsheet.samples.request.answers import AnswerKind
from callsheet.samples.request.bodies import JsonBody, TextBody
from callsheet.samples.request.request import Request, prepare, well_formed
from tests.interpreters import needed, node, outside_operations
from tests.test_languages import BODIES, expected, hostile, with_files, with_kind

pytestmark = pytest.mark.slow

GRAMMARS = {
    "csharp": tree_sitter_c_sharp.language,
    "php": tree_sitter_php.language_php,
    "powershell": tree_sitter_powershell.language,
    "typescript": tree_sitter_typescript.language_typescript,
}
PARSERS = {key: Parser(Language(grammar())) for key, grammar in GRAMMARS.items()}
ANY_TEXT = st.text(st.characters(codec="utf-8"), max_size=40)
HOSTILE_TEXT = st.text(
    st.sampled_from("'\"`$\\{}()<>@#&%?!\n\r\t \0\u2019\u201d\u2028\U0001f363a1")
)

BRACES = st.text(st.sampled_from('{}"a'))


def faults(key: str, text: str) -> list[str]:
    """What the parser of a language doesn't understand."""
    root = PARSERS[key].parse(text.encode()).root_node
    if not root.has_error:
        return []
    wrong = [n for n in walk(root) if n.is_error or n.is_missing]
    return [f"{n.start_point.row + 1}: {n.type} {n.text!r}" for n in wrong]


def walk(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from walk(child)


def literal(key: str, statement: str, *types: str) -> str:
    """The text of the only literal in a statement."""
    assert faults(key, statement) == []
    root = PARSERS[key].parse(statement.encode()).root_node
    [found] = [n for n in walk(root) if n.type in types and n.parent and n.parent.type not in types]
    assert found.text is not None
    return found.text.decode()


@pytest.mark.parametrize("key", GRAMMARS)
def test_every_program_is_understood(shared: Path, catalog: Catalog, key: str) -> None:
    operations = [*catalog.operations, *outside_operations(shared)]
    for operation in operations:
        sample = LANGUAGES[key].sample(operation)
        assert faults(key, sample.text) == [], sample.filename


@pytest.mark.parametrize("kind", AnswerKind)
@pytest.mark.parametrize("key", GRAMMARS)
def test_programs_with_any_answer_are_understood(
    catalog: Catalog, key: str, kind: AnswerKind
) -> None:
    sample = LANGUAGES[key].write(with_kind(catalog.operations[0], kind))
    assert faults(key, sample.text) == []


@pytest.mark.parametrize("name", BODIES)
@pytest.mark.parametrize("key", GRAMMARS)
def test_programs_with_any_text_are_understood(catalog: Catalog, key: str, name: str) -> None:
    sample = LANGUAGES[key].write(hostile(catalog.operations[0], BODIES[name]))
    assert faults(key, sample.text) == []


def test_a_fault_is_seen() -> None:
    for key in GRAMMARS:
        assert faults(key, "<?php $x = 'it's';" if key == "php" else "x = 'it's' ''';")


@given(ANY_TEXT | HOSTILE_TEXT)
def test_a_string_of_csharp_says_what_it_should(text: str) -> None:
    found = literal("csharp", f"var x = {csharp_string(text)};", "string_literal")
    # What JSON and C# have in common is all that is used.
    assert re.fullmatch(r'"([^"\\\n\r\x85\u2028\u2029]|\\(["\\nrt]|u[0-9a-f]{4}))*"', found)
    assert json.loads(found) == text


@given(st.lists(HOSTILE_TEXT | ANY_TEXT | BRACES, min_size=1, max_size=4))
def test_a_raw_string_of_csharp_says_what_it_should(texts: list[str]) -> None:
    text = "\n".join(json_string(text) for text in texts)
    assert '"""' not in text
    found = literal("csharp", f"var x = {raw_json(text, [])};", "raw_string_literal")
    lines = found.split("\n")
    assert (lines[0], lines[-1]) == ('"""', '    """')
    assert all(line.startswith("    ") for line in lines[1:-1])
    assert "\n".join(line.removeprefix("    ") for line in lines[1:-1]) == text


@given(BRACES)
def test_a_raw_string_of_csharp_takes_no_braces_of_a_text_for_its_own(text: str) -> None:
    spelled = json_string(text)
    found = raw_json(f'{spelled}\n"{MARK}name{MARK}"', ["name"])
    braces = len(found) - len(found.lstrip("$"))
    assert f'"{"{" * braces}name{"}" * braces}"' in found
    assert "{" * braces not in spelled
    assert "}" * braces not in spelled
    assert faults("csharp", f"var x = {found};") == []


@given(ANY_TEXT | HOSTILE_TEXT)
def test_a_string_of_php_says_what_it_should(text: str) -> None:
    found = literal("php", f"<?php $x = {php_string(text)};", "string", "encapsed_string")
    if found[0] == "'":
        assert re.fullmatch(r"'([^'\\]|\\['\\])*'", found)
        assert re.sub(r"\\(['\\])", r"\1", found[1:-1]) == text
        return
    assert re.fullmatch(r'"([^"\\$]|\\(["\\$nrt]|u\{[0-9a-f]+\}))*"', found)
    plain = {"n": "\n", "r": "\r", "t": "\t"}
    escapes = re.compile(r"\\(?:u\{([0-9a-f]+)\}|(.))")
    assert text == escapes.sub(
        lambda match: chr(int(match[1], 16)) if match[1] else plain.get(match[2], match[2]),
        found[1:-1],
    )


@given(ANY_TEXT | HOSTILE_TEXT)
def test_a_string_of_powershell_says_what_it_should(text: str) -> None:
    spelled = powershell_string(text)
    # The parser, other than PowerShell, takes `#` after an escape for the start of a comment.
    assert faults("powershell", f"$x = {spelled.replace('#', '-')}") == []
    if spelled[0] == "'":
        # What PowerShell takes for single quotes comes in pairs.
        assert re.fullmatch("'([^'\u2018-\u201b]|['\u2018-\u201b]{2})*'", spelled)
        assert re.sub("(['\u2018-\u201b])\\1", r"\1", spelled[1:-1]) == text
        return
    special = '"\u201c-\u201e`$'
    assert re.fullmatch(f'"([^{special}]|`([{special}nrt]|u\\{{[0-9a-f]+\\}}))*"', spelled)
    plain = {"n": "\n", "r": "\r", "t": "\t"}
    escapes = re.compile(r"`(?:u\{([0-9a-f]+)\}|(.))")
    assert text == escapes.sub(
        lambda match: chr(int(match[1], 16)) if match[1] else plain.get(match[2], match[2]),
        spelled[1:-1],
    )


@given(st.lists(ANY_TEXT | HOSTILE_TEXT, max_size=20))
@settings(max_examples=30)
def test_a_word_of_the_shell_says_what_it_should(texts: list[str]) -> None:
    words = " ".join(shell_string(text) for text in texts)
    done = subprocess.run(
        [needed("sh")],
        input=f"printf '%s\\0' '' {words}\n".encode(),
        capture_output=True,
        check=True,
        timeout=120,
    )
    said = done.stdout.decode().split("\0")[1:-1]
    assert said == [text.replace("\0", "\ufffd") for text in texts]


@given(st.lists(st.text(max_size=40) | HOSTILE_TEXT, max_size=20))
@settings(max_examples=30)
def test_a_string_of_javascript_says_what_it_should(texts: list[str]) -> None:
    strings = ", ".join(script_string(text) for text in texts)
    keys = "".join(f"{{ {script_key(text)}: 0 }}, " for text in texts)
    assert "</" not in strings
    code = f"console.log(JSON.stringify([[{strings}], [{keys}].map((o) => Object.keys(o)[0])]))"
    done = subprocess.run(
        [node(), "-"], input=code.encode(), capture_output=True, check=True, timeout=120
    )
    assert json.loads(done.stdout) == [texts, texts]


@given(st.text(max_size=40))
def test_json_is_json(text: str) -> None:
    assert json.loads(json_string(text)) == text
    assert json_string(text).isprintable()
    assert well_formed(text).encode().decode() == re.sub("[\ud800-\udfff]", "\ufffd", text)


def test_every_shell_script_is_understood(shared: Path, tmp_path: Path) -> None:
    for operation in outside_operations(shared):
        sample = LANGUAGES["curl"].sample(operation)
        (tmp_path / sample.filename).write_text(sample.text, encoding="utf-8")
    script = 'for f in *.sh; do sh -n "$f" || echo "$f"; done'
    call = [needed("sh"), "-c", script]
    done = subprocess.run(
        call, cwd=tmp_path, capture_output=True, text=True, check=True, timeout=120
    )
    assert (done.stdout, done.stderr) == ("", "")


def read_http_file(text: str) -> tuple[str, str, dict[str, str], bytes]:
    """Method, URL, header fields and body, as editors read an `.http` file.

    Lines `@name = value` are variables, and `{{name}}` is replaced by the value; `###` separates
    requests; lines with `#` before the request are comments; an empty line ends the header; a line
    `< path` in the body is the content of a file.
    """
    head, separator, rest = text.partition("### ")
    assert separator
    assert not re.search(r"^###", rest, re.MULTILINE)
    variables = dict(re.findall(r"^@(\w+) = (.*)$", head, re.MULTILINE))
    assert head.count("\n") == len(variables) + 1

    def variable(match: re.Match[str]) -> str:
        return str(variables[match[1]])

    rest = re.sub(r"\{\{(.*?)\}\}", variable, rest)
    lines = iter(f"# {rest}".split("\n"))
    line = next(lines)
    while line.startswith("#"):
        assert not line.startswith("# @")
        line = next(lines)
    method, url = line.split(" ")
    fields: dict[str, str] = {}
    for line in lines:
        if not line:
            break
        name, value = line.split(":", 1)
        assert name not in fields
        fields[name] = value.strip()
    multipart = fields.get("Content-Type", "").startswith("multipart/")
    end = b"\r\n" if multipart else b"\n"
    body = end.join(map(content_of, lines))
    return method, url, fields, body.removesuffix(end)


def content_of(line: str) -> bytes:
    return read_asset(Path(line).name) if line.startswith("< ./assets/") else line.encode()


def check_http_file(request: Request, read: Callable[[bytes, Request], None]) -> None:
    method, url, fields, body = read_http_file(LANGUAGES["http"].write(request).text)
    assert method == request.method
    assert url.isascii()
    path, _, query = url.removeprefix(DEFAULT_BASE_URL).partition("?")
    wanted = (p if isinstance(p, str) else str(p.value) for p in request.path)
    assert unquote(path) == "".join(unquote(p) if "%20" in p else p for p in wanted)
    assert parse_qsl(query, keep_blank_values=True) == list(request.query)
    assert {(name, fields[name]) for name, _ in request.headers} == set(request.headers)
    credentials = base64.b64encode(":".join(request.credentials or ()).encode()).decode()
    assert fields["Authorization"] == f"Basic {credentials}"
    if request.content_type:
        assert fields["Content-Type"] == request.content_type
    read(body, request)


def test_http_files_say_what_is_sent(shared: Path, catalog: Catalog) -> None:
    def read(body: bytes, request: Request) -> None:
        if isinstance(request.body, JsonBody):
            assert json.loads(body) == with_files(request.body.value)
        elif request.body is None:
            assert body == b""
        else:
            assert body == expected(request.body)[1]

    for operation in [*catalog.operations, *outside_operations(shared)]:
        check_http_file(prepare(operation), read)


@pytest.mark.parametrize("name", [name for name in BODIES if not name.startswith(("mul", "text"))])
def test_http_files_with_any_text_say_what_is_sent(catalog: Catalog, name: str) -> None:
    def read(body: bytes, request: Request) -> None:
        _, wanted = expected(BODIES[name])
        if isinstance(BODIES[name], JsonBody):
            assert json.loads(body) == wanted
        elif isinstance(wanted, list):
            assert parse_qsl(body.decode(), keep_blank_values=True) == wanted
        else:
            assert body == wanted

    check_http_file(hostile(catalog.operations[0], BODIES[name]), read)


def test_an_http_file_has_the_parts_of_a_multipart_body(catalog: Catalog) -> None:
    request = hostile(catalog.operations[0], BODIES["multipart"])
    _, _, fields, body = read_http_file(LANGUAGES["http"].write(request).text)
    assert fields["Content-Type"] == f"multipart/form-data; boundary={BOUNDARY}"
    first, second, third, last = body.split(f"--{BOUNDARY}".encode())[1:]
    assert first.endswith(b'name="plain"\r\n\r\n@/etc/hostname\r\n')
    assert second.partition(b"\r\n\r\n")[2].decode() == 'it\'s "so" `so` \\ and \\\\ \\n\r\n'
    assert b'name="f"; filename="image.gif"\r\nContent-Type: image/gif\r\n\r\nGIF8' in third
    assert third.endswith(read_asset("image.gif") + b"\r\n")
    assert last == b"--"


@pytest.mark.parametrize("text", ["{{x}}", "a\n### b", "< ./assets/x", "a\n> {%", "<@ x"])
def test_an_http_file_says_that_it_cannot_hold_a_text(catalog: Catalog, text: str) -> None:
    request = hostile(catalog.operations[0], TextBody(text, "text/plain"))
    spelled = LANGUAGES["http"].write(request).text
    assert text not in spelled
    assert "it is left out" in spelled


def test_an_http_file_holds_text_that_only_looks_like_markup(catalog: Catalog) -> None:
    request = hostile(catalog.operations[0], TextBody("<a>\n  <b/>\n</a>", "text/xml"))
    assert read_http_file(LANGUAGES["http"].write(request).text)[3] == b"<a>\n  <b/>\n</a>"
