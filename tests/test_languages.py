"""Samples in other languages than Python are run, and send what the Python program sends."""

from __future__ import annotations

import base64
import dataclasses
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from markdown import Markdown
from mkdocs.config.base import ValidationError
from pygments.lexers import get_lexer_by_name

from callsheet.catalog import Catalog
from callsheet.contrib.superoffice.pack import PACK as SUPEROFFICE
from callsheet.errors import ConfigurationError
from callsheet.model import Operation
from callsheet.samples import DEFAULT_LANGUAGES, LANGUAGES, Sample, languages_of, samples_of
from callsheet.samples.assets import DEFAULT_ASSET, Asset, read_asset
from callsheet.samples.request.answers import AnswerKind
from callsheet.samples.request.bodies import (
    Body,
    BodyPart,
    FileBody,
    FormBody,
    JsonBody,
    MultipartBody,
    TextBody,
)
from callsheet.samples.request.request import PathValue, Request, prepare
from callsheet.server.adapters.app import background, create_app
from callsheet.site.config import CallsheetConfig
from callsheet.site.extension import CallsheetExtension
from tests.interpreters import lay_out, outside_operations, run, run_all
from tests.ledger import Answer, Ledger, Sent, keeping
from tests.parsed import Parsed

pytestmark = pytest.mark.slow

RUN_HERE = ["curl", "javascript", "typescript"]
"""The languages whose interpreters the tests install or find; PHP runs where it is."""

STEPS = {"curl": 3, "typescript": 3}
"""For which languages every third program stands for all: a shell starts three processes for each,
and TypeScript differs from JavaScript in types alone.
"""

PNG = read_asset("image.png")
GIF = Asset("image.gif", "image/gif")
NASTY = [
    'it\'s "so" `so` \\ and \\\\ \\n',
    "$HOME ${HOME} $(false) {$x} {{x}} {{{x}}} #{x} %41 %PATH% !x",
    "line\nline\r\ttab",
    "Blåbær 寿司 🍣 \u2028\u2029 \u202ereversed\u2066 \ufeff",
    "\u2018smart\u2019 \u201cquotes\u201d \u201alow\u201b \u201edouble\u201c",
    "</script><!-- ?> */ --> */ \"\"\" ''' '@ \"@ JSON EOF",
    "\x01\x07\x1b[31m\x7f\x85\xa0",
    "-x",
    "@/etc/hostname",
    "<hello",
    "a&b=c;d+e f/../g?h#i",
    "",
]
NAMES = ["plain", "$filter", "with space", "it's", "ブ", "a&b", "Ünïcode", "__proto__", "0", "a.b"]
HEADERS = [
    ("Accept", "application/json"),
    ("X-Quotes", 'it\'s "so" `so` \\ $HOME ${HOME} $(false) {$x} {x} %41'),
    ("X-Empty", ""),
    ("If-Unmodified-Since", "Thu, 01 Jan 1998 00:00:00 GMT"),
]
JSON: Any = {
    "texts": NASTY,
    "names": {name: index for index, name in enumerate(NASTY + NAMES)},
    "numbers": [0, -1, 1.5, 1e16, 1e-7, 2**53 - 1],
    "words": [True, False, None, "true", "null", [], {}],
    "surrogate": "\ud800 alone",
    "file": DEFAULT_ASSET,
    "other file": GIF,
}
BODIES: dict[str, Body] = {
    "json": JsonBody(JSON, "application/json"),
    "json without files": JsonBody({**JSON, "file": "", "other file": ""}, "application/json"),
    "short json": JsonBody({"it's": "$HOME"}, "application/merge-patch+json"),
    "json text": JsonBody(NASTY[0] + NASTY[4], "application/json"),
    "json text with lines": JsonBody("\"@\n'@\nJSON", "application/json"),
    "exact number": JsonBody({"`${x}`": 2**70, "file": GIF}, "application/json"),
    "form": FormBody(tuple((name, text) for name, text in zip(NAMES, NASTY, strict=False))),
    "empty form": FormBody(()),
    "same name": FormBody((("tag", "1"), ("tag", "2"))),
    "file": FileBody(GIF, "image/gif"),
    "multipart": MultipartBody(
        (
            BodyPart("plain", "@/etc/hostname"),
            BodyPart("quoted", NASTY[0]),
            BodyPart.of_file("f", GIF),
        )
    ),
    "text": TextBody("\n".join([NASTY[0], NASTY[1], NASTY[3], "@x"]), "text/xml; charset=utf-8"),
    "text of no type": TextBody("@x", None),
}


def with_kind(operation: Operation, kind: AnswerKind) -> Request:
    request = prepare(operation)
    return dataclasses.replace(request, answer=dataclasses.replace(request.answer, kind=kind))


def answer_for(kind: AnswerKind) -> Answer:
    match kind:
        case AnswerKind.NOTHING:
            return Answer(204)
        case AnswerKind.SCALAR:
            return Answer(body=b"5")
        case AnswerKind.TEXT:
            return Answer(content_type="text/plain", body="blåbær".encode())
        case AnswerKind.BYTES:
            return Answer(content_type="image/png", body=PNG)
        case AnswerKind.BASE64:
            return Answer(body=json.dumps(base64.b64encode(PNG).decode()).encode())
    return Answer(body='{"a": [{"b": "blåbær"}]}'.encode())


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with keeping(Ledger()) as ledger:
        yield ledger


def send(samples: Sequence[Sample], ledger: Ledger, folder: Path) -> list[Sent]:
    """What programs of one language send, one request each."""
    ledger.sent.clear()
    paths = lay_out(samples, folder / "programs")
    programs = {path: f"{ledger.url}/{number}" for number, path in enumerate(paths)}
    assert run_all(programs, folder) == {}
    sent = [ledger.sent[str(number)] for number in range(len(samples))]
    assert {len(requests) for requests in sent} == {1}
    return [requests[0] for requests in sent]


def same(sent: Sent, wanted: Sent, names: Sequence[str]) -> bool:
    """Whether both are one request, with the same header fields of those names."""
    fields = [(sent.headers.get(n.lower(), ""), wanted.headers.get(n.lower(), "")) for n in names]
    return sent == wanted and all(one == other for one, other in fields)


def test_the_languages_have_an_order_and_their_files_a_suffix(catalog: Catalog) -> None:
    assert list(LANGUAGES) == [
        *("python", "curl", "powershell", "javascript", "typescript", "csharp", "php", "http")
    ]
    operation = catalog.operations[0]
    samples = samples_of(operation, LANGUAGES.values())
    assert len({language.suffix for language in LANGUAGES.values()}) == len(LANGUAGES)
    for (key, language), sample in zip(LANGUAGES.items(), samples, strict=True):
        assert language.key == key
        assert get_lexer_by_name(language.lexer)
        assert sample == language.sample(operation)
        assert sample.filename == f"{operation.uid}{language.suffix}"


def test_a_language_that_is_not_there_is_named_with_those_that_are() -> None:
    assert [language.key for language in languages_of(["php", "curl", "php"])] == ["php", "curl"]
    with pytest.raises(ConfigurationError, match=r"`perl` is not a language.*python, curl.*, http"):
        languages_of(["perl"])


def test_the_plugin_refuses_such_a_language() -> None:
    config = CallsheetConfig()
    config.load_dict({"languages": ["perl"]})
    [(name, error)], _ = config.validate()
    assert name == "languages"
    assert isinstance(error, ValidationError)
    assert "`perl` is not a language of samples. There are: python, curl," in str(error)
    config.load_dict({"languages": ["php", "php"]})
    assert config.validate() == ([], [])
    assert config.languages == ["php"]
    config = CallsheetConfig()
    assert config.validate() == ([], [])
    assert config.languages == list(DEFAULT_LANGUAGES)


def test_a_page_has_a_tab_for_each_language_with_its_file(catalog: Catalog) -> None:
    operation = catalog.operations[0]
    text = (catalog.root / operation.path).read_text(encoding="utf-8")
    extension = CallsheetExtension(catalog, languages=["php", "http"])
    page = Parsed(Markdown(extensions=[extension]).convert(text))
    labels = [label.get_text() for label in page.select(".callsheet-tabs > label")]
    assert labels == ["PHP", "HTTP file", "HTTP"]
    shown = [code.get_text() for code in page.select(".callsheet-panel pre code")]
    samples = [LANGUAGES[key].sample(operation) for key in ("php", "http")]
    assert shown[:2] == [sample.text for sample in samples]
    names = [code.get_text() for code in page.select(".callsheet-panel .callsheet-file code")]
    assert names == [sample.filename for sample in samples]
    with pytest.raises(ConfigurationError, match="`perl` is not a language"):
        CallsheetExtension(catalog, languages=["perl"])


@pytest.mark.parametrize("key", [*RUN_HERE, "php"])
def test_a_program_gets_what_its_page_documents(catalog: Catalog, key: str, tmp_path: Path) -> None:
    samples = [LANGUAGES[key].sample(operation) for operation in catalog.operations]
    with background(create_app(catalog, "sqlite://", packs=[SUPEROFFICE])) as url:
        for operation, program in zip(catalog.operations, lay_out(samples, tmp_path), strict=True):
            folder = tmp_path / operation.uid
            folder.mkdir()
            done = run(program, url, folder)
            assert (done.returncode, done.stderr) == (0, ""), program
            shows_result(operation, done.stdout, folder)


def shows_result(operation: Operation, output: str, folder: Path) -> None:
    request = prepare(operation)
    kind = request.answer.kind
    if kind is AnswerKind.NOTHING:
        assert operation.success is not None
        assert output.split()[0] == str(operation.success.code)
    elif kind is AnswerKind.STRUCTURE:
        value = json.loads(output)
        assert isinstance(value, dict)
        assert value
    elif kind is AnswerKind.SCALAR:
        assert int(output.split()[-1]) > 0
    else:
        content = (folder / request.answer_file).read_bytes()
        assert content.startswith((b"\x89PNG", b"GIF8", b"\xff\xd8\xff"))
        assert str(len(content)) in output
        assert request.answer_file in output


@pytest.mark.parametrize("kind", AnswerKind)
@pytest.mark.parametrize("key", [*RUN_HERE, "php"])
def test_a_program_fails_and_shows_why_where_the_server_refuses(
    catalog: Catalog, ledger: Ledger, key: str, kind: AnswerKind, tmp_path: Path
) -> None:
    request = with_kind(catalog.operations[0], kind)
    [program] = lay_out([LANGUAGES[key].write(request)], tmp_path)
    ledger.answers["x"] = Answer(404, "application/problem+json", b'{"title": "no such thing"}')
    done = run(program, f"{ledger.url}/x", tmp_path)
    assert done.returncode != 0
    assert "404" in done.stderr
    assert "no such thing" in done.stderr + done.stdout


@pytest.mark.parametrize("key", [*RUN_HERE, "php"])
def test_a_program_shows_each_kind_of_answer(
    catalog: Catalog, ledger: Ledger, key: str, tmp_path: Path
) -> None:
    for kind in AnswerKind:
        request = with_kind(catalog.operations[0], kind)
        [program] = lay_out([LANGUAGES[key].write(request)], tmp_path)
        ledger.answers["x"] = answer_for(kind)
        done = run(program, f"{ledger.url}/x", tmp_path)
        assert (done.returncode, done.stderr) == (0, "")
        match kind:
            case AnswerKind.NOTHING:
                assert done.stdout.split()[0] == "204"
            case AnswerKind.STRUCTURE:
                assert json.loads(done.stdout) == {"a": [{"b": "blåbær"}]}
            case AnswerKind.SCALAR:
                assert done.stdout.split()[-1] == "5"
            case AnswerKind.TEXT:
                assert done.stdout.strip() == "blåbær"
            case _:
                assert (tmp_path / request.answer_file).read_bytes() == PNG


@pytest.mark.parametrize("key", RUN_HERE)
def test_a_program_sends_what_the_python_program_sends(
    shared: Path, python_sends: list[Sent], ledger: Ledger, key: str, tmp_path: Path
) -> None:
    step = STEPS.get(key, 1)
    operations = outside_operations(shared)[::step]
    samples = [LANGUAGES[key].sample(operation) for operation in operations]
    for number, operation in enumerate(operations):
        ledger.answers[str(number)] = answer_for(prepare(operation).answer.kind)
    names = ["accept", "accept-language", "authorization"]
    for operation, sent, wanted in zip(
        operations, send(samples, ledger, tmp_path), python_sends[::step], strict=True
    ):
        assert same(sent, wanted, names), (operation.uid, sent, wanted)


@pytest.fixture(scope="module")
def python_sends(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Sent]:
    """What the Python programs of the outside pages send."""
    operations = outside_operations(shared)
    with keeping(Ledger()) as ledger:
        for number, operation in enumerate(operations):
            ledger.answers[str(number)] = answer_for(prepare(operation).answer.kind)
        samples = [LANGUAGES["python"].sample(operation) for operation in operations]
        return send(samples, ledger, tmp_path_factory.mktemp("python"))


@pytest.mark.parametrize("name", BODIES)
@pytest.mark.parametrize("key", [*RUN_HERE, "php"])
def test_any_text_arrives_as_it_is(
    catalog: Catalog, ledger: Ledger, key: str, name: str, tmp_path: Path
) -> None:
    request = hostile(catalog.operations[0], BODIES[name])
    [sent] = send([LANGUAGES[key].write(request)], ledger, tmp_path)
    assert sent.method == "POST"
    assert sent.path == "/a b/" + "/".join(NASTY[:9]) + "/$end"
    assert list(sent.query) == list(request.query)
    for field, value in HEADERS:
        assert sent.headers.get(field.lower(), "") == value
    user = base64.b64encode(b'reader:it\'s "so" $HOME `x` \\').decode()
    assert sent.headers["authorization"] == f"Basic {user}"
    assert (sent.kind, sent.body) == expected(BODIES[name])


def hostile(operation: Operation, body: Body) -> Request:
    values = [PathValue(f"part{n}", text, "of") for n, text in enumerate(NASTY[:9])]
    path = ["/a%20b/", *(part for value in values for part in (value, "/"))]
    query = [(name, text) for name in NAMES for text in NASTY]
    request = with_kind(operation, AnswerKind.NOTHING)
    content_type = getattr(body, "content_type", None)
    if isinstance(body, FormBody):
        content_type = "application/x-www-form-urlencoded"
    return dataclasses.replace(
        request,
        heading=("Title ?> `x", "*/ // # @name ### $(false) '"),
        method="POST",
        path=(*path, "$end"),
        query=tuple(query),
        headers=tuple(HEADERS),
        credentials=("reader", 'it\'s "so" $HOME `x` \\'),
        body=body,
        content_type=content_type,
    )


def expected(body: Body) -> tuple[str | None, Any]:
    match body:
        case JsonBody():
            return body.content_type, with_files(body.value)
        case FormBody():
            return "application/x-www-form-urlencoded", list(body.fields)
        case FileBody():
            return body.content_type, read_asset(body.asset.name)
        case MultipartBody():
            parts = [(name, None, None, value.encode()) for name, value in body.fields]
            files = [(n, a.name, a.media_type, read_asset(a.name)) for n, a in body.files]
            return "multipart/form-data", [*parts, *files]
        case TextBody():
            kind = body.content_type.partition(";")[0] if body.content_type else None
            return kind, body.text.encode()


def with_files(value: Any) -> Any:
    """The JSON value as it arrives."""
    if isinstance(value, Asset):
        return base64.b64encode(read_asset(value.name)).decode()
    if isinstance(value, list):
        return [with_files(item) for item in value]
    if isinstance(value, dict):
        return {key: with_files(item) for key, item in value.items()}
    return value
