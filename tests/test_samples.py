"""Samples are run against a server that records what they send, and read by the tools of Python."""

from __future__ import annotations

import base64
import io
import json
import runpy
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from callsheet.catalog import Catalog
from callsheet.model import Operation
from callsheet.reference import BASE_URL_VARIABLE, DEFAULT_BASE_URL
from callsheet.run import programs_of
from callsheet.samples import Sample, python_sample, write_samples
from callsheet.samples.languages.literals import LINE_LENGTH
from callsheet.samples.request.answers import AnswerKind, expect_answer
from callsheet.samples.sample import file_stem
from callsheet.source import read_page
from tests.conftest import ROOT
from tests.recorder import Exchange, parts_of, recording

PNG = (ROOT / "plugins/callsheet/samples/assets/image.png").read_bytes()
GIF = (ROOT / "plugins/callsheet/samples/assets/image.gif").read_bytes()


Run = Callable[..., Exchange]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """Runs the sample of a page in a directory of its own, against a recording server."""
    exchange = Exchange()

    def run(page: str, **answer: Any) -> Exchange:
        for name, value in answer.items():
            setattr(exchange, name, value)
        samples = tmp_path / "samples"
        catalog = Catalog.of(tmp_path, [read_page(page.encode(), "page.md")])
        write_samples(map(python_sample, catalog.operations), samples)
        with redirect_stdout(io.StringIO()) as output:
            runpy.run_path(str(next(samples.glob("*.py"))))
        exchange.output = output.getvalue()
        return exchange

    with recording(exchange) as url:
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv(BASE_URL_VARIABLE, url)
        yield run


def page(
    route: str = "POST /api/v1/Thing/{thingId}/Part",
    tables: str = "",
    request: str = "",
    response: str = "int32",
    title: str = "Title",
) -> str:
    """A page with that route, those sections, and that sample request without its fence."""
    fence = f"## Sample request\n\n```http!\n{request}\n```\n" if request else ""
    return (
        f"---\ntitle: {json.dumps(title)}\nuid: v1Thing_Do\n---\n\n# Heading\n\n"
        f"```http\n{route}\n```\n\nDoes it.\n\n{tables}\n"
        f"## Response: {response}\n\n| Response | Description |\n|--|--|\n| 200 | OK |\n\n{fence}"
    )


def operation(text: str) -> Operation:
    found = read_page(text.encode(), "page.md").operation
    assert found is not None
    return found


PATH_TABLE = "| Path Part | Type | Description |\n|--|--|--|\n| thingId | {} | **Required** |\n"
QUERY_TABLE = (
    "## Query String Parameters\n\n| Parameter Name | Type | Description |\n|--|--|--|\n"
    "| count | int32 | **Required** |\n| kind | Enum: Small, Big | **Required** |\n"
    "| at | date-time | **Required** |\n| other | string | |\n\n```http\n{}\n```\n"
)
CONTENT_TYPES = (
    "## Request Headers\n\n| Parameter Name | Description |\n|--|--|\n| Content-Type | {} |\n"
)
BODY_TABLE = (
    "## Request Body: entity\n\n| Property Name | Type | Description |\n|--|--|--|\n"
    "| Id | Integer | |\n| Photo | byte | |\n| When | date-time | |\n| Kind | Enum: A, B | |\n"
    "| Owner | Associate | |\n| Tags | Array | |\n"
)


@pytest.mark.parametrize(
    ("data_type", "target", "sent"),
    [
        ("int32", "/api/v1/Thing/7/Part", "7"),
        ("int32", "/api/v1/Thing/{thingId}/Part", "1"),
        ("int64", "/other/route", "1"),
        ("string", "/api/v1/Thing/{thingId}/Part", "example"),
        ("string", "/api/v1/Thing/a%20b%2Fc/Part", "a%20b%2Fc"),
        ("string", "/api/v1/Thing/007/Part", "007"),
        ("bool", "/api/v1/Thing/{thingId}/Part", "true"),
        ("double", "/api/v1/Thing/{thingId}/Part", "1.0"),
        ("date-time", "/api/v1/Thing/{thingId}/Part", "2026-11-21T09%3A30%3A00Z"),
        ("Enum: Big, Small", "/api/v1/Thing/{thingId}/Part", "Big"),
    ],
)
def test_a_path_parameter_comes_from_the_example_else_from_its_type(
    run: Run, data_type: str, target: str, sent: str
) -> None:
    exchange = run(page(tables=PATH_TABLE.format(data_type), request=f"POST {target}"))
    assert exchange.target == f"/api/v1/Thing/{sent}/Part"


def test_a_path_parameter_comes_from_an_example_url_where_the_request_has_a_placeholder(
    run: Run,
) -> None:
    urls = "POST /api/v1/Thing/{thingId}/Part?count=2\nPOST /api/v1/Thing/8/Part?count=3"
    request = "POST /api/v1/Thing/{thingId}/Part"
    exchange = run(page(tables=QUERY_TABLE.format(urls), request=request))
    assert urlsplit(exchange.target).path == "/api/v1/Thing/8/Part"


def test_the_query_has_what_the_example_sends_and_what_is_required(run: Run) -> None:
    urls = "POST /api/v1/Thing/8/Part?count=2&at=now&other=x\nPOST /api/v1/Thing/8/Part?count=3"
    request = "POST /api/v1/Thing/9/Part?$filter=a+b&tag=1&tag=2"
    exchange = run(page(tables=QUERY_TABLE.format(urls), request=request))
    assert parse_qsl(urlsplit(exchange.target).query) == [
        ("$filter", "a b"),
        ("tag", "1"),
        ("tag", "2"),
        ("count", "2"),
        ("kind", "Small"),
        ("at", "2026-11-21T09:30:00Z"),
    ]


@pytest.mark.parametrize("password", ["callsheet", "with:two:colons", "'\"\\ {x}", ""])
def test_basic_credentials_are_decoded(run: Run, password: str) -> None:
    field = "Basic " + base64.b64encode(f"reader:{password}".encode()).decode()
    text = page(request=f"POST /api/v1/Thing/1/Part\nAuthorization: {field}")
    assert "Basic" not in python_sample(operation(text)).text
    assert run(text).headers["Authorization"] == field


@pytest.mark.parametrize("field", ["Bearer abc", "Basic no-base-64", "Basic eA==", "SoTicket 7T:"])
def test_other_credentials_stay_a_header(run: Run, field: str) -> None:
    text = page(request=f"POST /api/v1/Thing/1/Part\nAuthorization: {field}")
    assert "auth=" not in python_sample(operation(text)).text
    assert run(text).headers["Authorization"] == field


def test_headers_that_the_client_sets_itself_are_left_to_it() -> None:
    request = (
        "POST /api/v1/Thing/1/Part\nHost: example.com\nUser-Agent: x\nAccept-Encoding: br\n"
        "Connection: close\nContent-Length: 99\nContent-Type: application/json; charset=utf-8\n"
        'X-Own: kept\n\n{"a": 1}'
    )
    text = python_sample(operation(page(request=request))).text
    assert 'headers={"X-Own": "kept"},\n    json={"a": 1},\n' in text


@pytest.mark.parametrize("kind", ["application/json-patch+json", "text/json", "application/json"])
def test_json_goes_out_under_its_own_media_type(run: Run, kind: str) -> None:
    value = [{"op": "add", "path": "/a", "value": 'true null "\\'}]
    request = f"PATCH /api/v1/Thing/1/Part\nContent-Type: {kind}\n\n{json.dumps(value)}"
    exchange = run(page("PATCH /api/v1/Thing/{thingId}/Part", request=request))
    assert exchange.method == "PATCH"
    assert exchange.headers["Content-Type"] == kind
    assert json.loads(exchange.body) == value


def test_a_byte_property_is_a_file_of_the_kind_that_the_example_shows(run: Run) -> None:
    gif = base64.b64encode(GIF[:60]).decode()
    value = {"Id": 3, "Photo": gif, "Note": gif}
    request = f"POST /api/v1/Thing/1/Part\n\n{json.dumps(value)}"
    exchange = run(page(tables=BODY_TABLE, request=request))
    assert json.loads(exchange.body) == {**value, "Photo": base64.b64encode(GIF).decode()}


def test_a_byte_property_with_a_long_name_is_encoded_on_a_line_of_its_own(run: Run) -> None:
    name = "PhotoOfThe" * 6
    tables = BODY_TABLE.replace("Photo", name)
    exchange = run(page(tables=tables, request="POST /api/v1/Thing/1/Part"))
    assert json.loads(exchange.body)[name] == base64.b64encode(PNG).decode()


def test_a_body_without_example_is_filled_by_type(run: Run) -> None:
    exchange = run(page(tables=BODY_TABLE, request="POST /api/v1/Thing/1/Part"))
    assert json.loads(exchange.body) == {
        "Id": 1,
        "Photo": base64.b64encode(PNG).decode(),
        "When": "2026-11-21T09:30:00Z",
        "Kind": "A",
        "Owner": {},
        "Tags": [],
    }


@pytest.mark.parametrize(
    ("shown", "listed", "sent", "content"),
    [
        ("Content-Type: image/gif", "`image/png`", "image/gif", GIF),
        ("Content-Type: application/pdf", "`application/pdf`, `image/gif`", "image/gif", GIF),
        ("", "`application/pdf`, `image/png`, `image/gif`", "image/png", PNG),
        ("", "", "image/png", PNG),
    ],
)
def test_a_binary_body_is_a_file_that_fits(
    run: Run, shown: str, listed: str, sent: str, content: bytes
) -> None:
    tables = CONTENT_TYPES.format(listed) + "\n## Request Body: image binary\n\nThe file.\n"
    exchange = run(page(tables=tables, request=f"POST /api/v1/Thing/1/Part\n{shown}".strip()))
    assert exchange.headers["Content-Type"] == sent
    assert exchange.body == content


@pytest.mark.parametrize("by", ["example", "table"])
def test_a_multipart_body_without_parts_has_the_file_in_one(run: Run, by: str) -> None:
    shown = "\nContent-Type: multipart/form-data" if by == "example" else ""
    tables = CONTENT_TYPES.format("`multipart/form-data`") + "\n## Request Body: image binary\n"
    exchange = run(page(tables=tables, request=f"POST /api/v1/Thing/1/Part{shown}"))
    assert parts_of(exchange) == {"image": ("image.png", PNG)}


def test_the_parts_of_a_multipart_body_are_those_of_the_example(run: Run) -> None:
    request = (
        "POST /api/v1/Thing/1/Part\nContent-Type: multipart/form-data; boundary=edge\n\n"
        '--edge\nContent-Disposition: form-data; name="caption"\n\nIn the\nstudio\n'
        '--edge\nContent-Disposition: form-data; name="photo"; filename="me.gif"\n'
        "Content-Type: image/gif\n\nGIF8...\n--edge--"
    )
    exchange = run(page(request=request))
    parts = parts_of(exchange)
    assert parts == {"caption": (None, b"In the\nstudio"), "photo": ("me.gif", GIF)}
    only_field = request.split('--edge\nContent-Disposition: form-data; name="photo"')[0]
    exchange = run(page(request=only_field + "--edge--"))
    assert parts_of(exchange) == {"caption": (None, b"In the\nstudio")}


@pytest.mark.parametrize("body", ["a=1&b=x+y&b=&c=%C3%A5", '{"a": "1", "b": 2}'])
def test_a_form_goes_out_as_a_form(run: Run, body: str) -> None:
    kind = "application/x-www-form-urlencoded"
    exchange = run(page(request=f"POST /api/v1/Thing/1/Part\nContent-Type: {kind}\n\n{body}"))
    wanted = json.loads(body).items() if body[0] == "{" else parse_qsl(body, keep_blank_values=True)
    assert exchange.headers["Content-Type"] == kind
    assert parse_qsl(exchange.body.decode(), keep_blank_values=True) == [
        (name, str(value)) for name, value in wanted
    ]


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("text/xml", "<a>\n  <b c='\"'>\\n å</b>\n</a>"),
        ("application/json", '{"broken":'),
        ("application/json", "null"),
        ("application/json", '{"endless": 1e999, "other": NaN}'),
        ("application/json", "[" * 90 + "]" * 90),
    ],
)
def test_what_no_literal_can_say_goes_out_as_text(run: Run, kind: str, body: str) -> None:
    exchange = run(page(request=f"POST /api/v1/Thing/1/Part\nContent-Type: {kind}\n\n{body}"))
    assert exchange.headers["Content-Type"] == kind
    assert exchange.body.decode() == body


@pytest.mark.parametrize(
    ("response", "accept", "answer", "content_type", "output"),
    [
        ("int32", "*/*", b"5", "application/json", "Thing part: 5\n"),
        ("object", "*/*", '{"a": "å"}'.encode(), "application/json", '{\n  "a": "å"\n}\n'),
        ("string", "text/xml", b"<a/>", "text/xml", "<a/>\n"),
        ("byte", "image/png", PNG, "image/png", f"thing_part.png: {len(PNG)} bytes, image/png\n"),
        ("byte", "image/png", GIF, "image/gif", f"thing_part.gif: {len(GIF)} bytes, image/gif\n"),
        ("byte", "*/*", b'"AAEC"', "application/json", "thing_part.bin: 3 bytes\n"),
        ("", "*/*", b"", "text/plain", "200 OK\n"),
    ],
)
def test_the_answer_is_printed_or_stored(
    run: Run,
    tmp_path: Path,
    response: str,
    accept: str,
    answer: bytes,
    content_type: str,
    output: str,
) -> None:
    text = page(request=f"POST /api/v1/Thing/1/Part\nAccept: {accept}", response=response)
    assert run(text, answer=answer, content_type=content_type).output == output
    stored = [file.read_bytes() for file in tmp_path.glob("thing_part.*")]
    assert stored == ([answer if accept != "*/*" else b"\0\1\2"] if response == "byte" else [])


@pytest.mark.parametrize(
    ("section", "kind"),
    [
        ("### 200 OK: Room", AnswerKind.STRUCTURE),
        ("### 200 OK: string", AnswerKind.SCALAR),
        (
            "### 200 OK\n\n| Name | Type | Description |\n|---|---|---|\n| n | int32 | It. |",
            AnswerKind.STRUCTURE,
        ),
        ("### 200 OK (text/plain): string", AnswerKind.TEXT),
        ("### 200 OK", AnswerKind.NOTHING),
        ("### 404: Room", AnswerKind.NOTHING),
    ],
)
def test_the_answer_is_that_of_the_section_of_its_status(section: str, kind: AnswerKind) -> None:
    text = (
        "---\ntitle: Room\nuid: room\n---\n\n# Room\n\n```http\nGET /rooms\n```\n\nIt.\n\n"
        f"## Responses\n\n| Status | Description |\n|---|---|\n| 200 | It. |\n\n{section}\n"
    )
    [found] = Catalog.of(Path(), [read_page(text.encode(), "room.md")]).operations
    assert expect_answer(found, None).kind is kind


def test_a_refusal_is_an_error(run: Run) -> None:
    with pytest.raises(Exception, match="404 Client Error"):
        run(page(request="POST /api/v1/Thing/1/Part"), status=404)


def test_the_label_of_an_answer_comes_from_the_page(catalog: Catalog) -> None:
    text = python_sample(catalog.by_uid["v1BLOBAgent_SaveImageStream"]).text
    assert text.endswith('print("Blob id:", response.json())\n')


def test_the_files_of_long_uids_end_with_a_digest() -> None:
    stems = {file_stem("a" * number) for number in (119, 120, 121, 300)}
    assert len(stems) == 4
    assert max(map(len, stems)) == 120
    assert file_stem("a" * 300) == file_stem("a" * 300) != file_stem("a" * 301)


HOSTILE = [
    '"""\nimport os; os.abort()\n"""',
    "\\",
    "'\"\\' + exit() #",
    "{exit()}",
    "\u202e\u2066",
    "[exit()](javascript:exit) <script>exit()</script> **x** `y`",
    "class",
    "print",
    "x" * 120,
]


@pytest.mark.parametrize("text", HOSTILE)
def test_the_text_of_a_page_never_becomes_code(run: Run, text: str) -> None:
    line = " ".join(text.split())
    name = line.replace("{", "").replace("}", "").replace("/", "").replace("|", "")
    value = {line: line, "list": [line]}
    one = json.dumps(value)
    tables = (
        f"| Path Part | Type | Description |\n|--|--|--|\n| {name} | string | {line} |\n"
        f"{CONTENT_TYPES.format(line)}\n## Request Body: {line}\n\n{line}\n"
    )
    exchange = run(
        page(
            f"POST /api/'\"\\/{{{name.replace(' ', '')}}}",
            tables=tables,
            request=f"POST /api?{name.replace(' ', '')}=1\nX-Own: {line!a}\nX'Y: z\n\n{one}",
            response=f"int32\n\n{line}",
            title=text,
        )
    )
    assert json.loads(exchange.body) == value
    assert exchange.headers["X-Own"] == ascii(line)
    assert exchange.output.endswith(": 5\n")


@pytest.mark.parametrize("name", ["id", "class", "requests", "response", "os", "9", "æ", "image"])
def test_a_path_variable_hides_nothing(run: Run, name: str) -> None:
    route = f"POST /api/Thing/{{{name}}}/Part/{{{name}2}}"
    tables = "## Request Body: image binary\n"
    exchange = run(page(route, tables=tables, request="POST /api"))
    assert exchange.target == "/api/Thing/example/Part/example"
    assert exchange.body == PNG


def check(directory: Path) -> None:
    """Compiles all programs, lints them and checks their layout, for our width."""
    for file in directory.glob("*.py"):
        compile(file.read_bytes(), str(file), "exec", dont_inherit=True)
    width = ["--line-length", str(LINE_LENGTH)]
    for command in (["check"], ["format", "--diff", *width]):
        ruff = [sys.executable, "-m", "ruff", *command, "--isolated", "--no-cache", str(directory)]
        found = subprocess.run(ruff, capture_output=True, text=True, check=False, timeout=120)
        assert found.returncode == 0, found.stdout + found.stderr


def programs(catalog: Catalog) -> list[Sample]:
    """What is written in Python, for success and for every other outcome."""
    return [program.sample for program in programs_of(catalog.operations)]


def test_every_program_of_our_own_pages_is_well_formed(catalog: Catalog, tmp_path: Path) -> None:
    write_samples(programs(catalog), tmp_path)
    assert len([*tmp_path.glob("*.py")]) == 17
    assert DEFAULT_BASE_URL in (tmp_path / "v1PersonEntity_GetImage.py").read_text()
    check(tmp_path)


@pytest.mark.slow
def test_every_program_of_the_outside_pages_is_well_formed(shared: Path, tmp_path: Path) -> None:
    write_samples(programs(Catalog.read(shared / "corpus")), tmp_path)
    assert len([*tmp_path.glob("*.py")]) == 950
    check(tmp_path)


def test_hostile_programs_are_well_formed_too(tmp_path: Path) -> None:
    for number, text in enumerate(HOSTILE):
        line = " ".join(text.split())
        body = json.dumps({line: [line] * 3, "x": {line: None}})
        made = page(request=f"POST /api?{line.replace(' ', '')}=1\n\n{body}", title=text)
        for program in programs_of([operation(made)]):
            file = tmp_path / f"hostile_{number}_{program.status}.py"
            file.write_text(program.sample.text, encoding="utf-8")
    check(tmp_path)
