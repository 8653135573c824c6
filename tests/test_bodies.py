"""What the server makes of bodies and numbers that are not what they seem."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from types import SimpleNamespace
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import pytest

from callsheet.catalog import Catalog
from callsheet.configuration import DEFAULT_DATABASE
from callsheet.contrib.superoffice.pack import PACK as SUPEROFFICE
from callsheet.http.headers import Headers, read_http_date
from callsheet.http.media_types import negotiate
from callsheet.model import DataType
from callsheet.schema import ANYTHING, Evaluator
from callsheet.schema.texts import value_of_text
from callsheet.schema.words.type_words import schema_of_words
from callsheet.server.adapters.app import background, create_app
from callsheet.server.engine.call import Answer, Call
from callsheet.server.engine.locale import read_zone
from callsheet.server.http.body_errors import BodyTooLargeError, MalformedBodyError
from callsheet.server.http.codecs import decode
from callsheet.server.http.form_body import decode_parts
from callsheet.server.http.problems import shorten
from callsheet.server.limits import MIB, Limits
from callsheet.server.pack import Pack
from callsheet.server.resources.filters import FilterValueError, read_filter
from tests.conftest import DOCS
from tests.processes import SECONDS, Client, picture

JSON, XML = "application/json", "application/xml"
ADDRESS = "/api/v1/Agents/BLOB/ChangePersonImage"
LIMITS = Limits()


@pytest.fixture
def client(shared_server: str) -> Iterator[Client]:
    with Client(shared_server, uuid4().hex) as client:
        yield client


@pytest.mark.parametrize("encoding", ["none-such", "cp0", "utf-7", "utf-32", "idna", "big5", "hex"])
def test_xml_in_an_unknown_encoding_is_refused(client: Client, encoding: str) -> None:
    body = f'<?xml version="1.0" encoding="{encoding}"?><r><PersonId>1</PersonId></r>'
    response = client.post(ADDRESS, data=body, headers={"Content-Type": XML})
    assert response.status_code == 422
    assert "it is not valid XML" in response.json()["errors"][0]["expected"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1", "cp1252"])
def test_xml_in_a_known_encoding_is_read(encoding: str) -> None:
    body = f'<?xml version="1.0" encoding="{encoding}"?><r><Name>é</Name></r>'.encode(encoding)
    assert decode(body, XML, ANYTHING, {}, LIMITS) == {"Name": "é"}


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ('{"a": 1, "a": 1}', "/a"),
        ('{"a": 1, "\\u0061": 2}', "/a"),
        ('{"x": [0, {"y": {"b/~": 1, "c": 2, "b/~": 3}}]}', "/x/1/y/b~1~0"),
        ('[{"": 1, "": 2}]', "/0/"),
    ],
)
def test_a_key_that_comes_twice_is_refused_by_its_pointer(
    client: Client, body: str, pointer: str
) -> None:
    response = client.post(ADDRESS, data=body, headers={"Content-Type": JSON})
    assert response.status_code == 422
    assert f"`{pointer}` twice" in response.json()["errors"][0]["expected"]


@pytest.mark.parametrize(
    "body",
    ["NaN", "[Infinity]", "-Infinity", "1e999", "1" * 5000, "1." + "1" * 5000,
     '"\\ud800"', '"\\udc00a"', '{"\\ud800": 1}', "\ufeff\ufeff1", "\u0663", "1_0", "[1,]", "'a'"],
)  # fmt: skip
def test_what_other_programs_do_not_read_is_no_json(body: str) -> None:
    with pytest.raises(MalformedBodyError):
        decode(body.encode("utf-8", "surrogatepass"), JSON, ANYTHING, {}, LIMITS)


@pytest.mark.parametrize("body", [b'"\xed\xa0\x80"', b'"\xff"', b'"\xc0\xaf"'])
def test_json_is_utf_8(body: bytes) -> None:
    with pytest.raises(MalformedBodyError):
        decode(body, JSON, ANYTHING, {}, LIMITS)


def test_marks_in_strings_are_no_values() -> None:
    limits = Limits(body_values=10)
    texts = {"a": '[{,:"\\' * 3, "b": "\\\\", 'c"': ",,,,,,,,"}
    assert decode(json.dumps(texts).encode(), JSON, ANYTHING, {}, limits) == texts
    too_many: list[Any] = [[0] * 10, [[]] * 6, {str(n): n for n in range(6)}, ['"', *[0] * 10]]
    for value in too_many:
        with pytest.raises(BodyTooLargeError):
            decode(json.dumps(value).encode(), JSON, ANYTHING, {}, limits)
    decode(json.dumps([0] * 8).encode(), JSON, ANYTHING, {}, limits)


@pytest.mark.parametrize(
    "text", ["\u0663", "\uff11", "1_000", " 1", "1 ", "²", "+", "1\u0663", "\xa01"]
)
@pytest.mark.parametrize("name", ["int32", "int64", "double"])
def test_digits_are_those_of_ascii(name: str, text: str) -> None:
    schema = schema_of_words(name)
    assert not Evaluator().fits(value_of_text(text, schema), schema)


@pytest.mark.parametrize("text", ["\u0663", "\uff11", "1_0", "%201"])
def test_a_path_and_a_query_have_digits_of_ascii(client: Client, text: str) -> None:
    quoted = quote(text, safe="%")
    assert client.get(f"/api/v1/Person/{quoted}/ImageInfo").status_code in (400, 422)
    assert client.get(f"/api/v1/Person/1/Image?maxWidth={quoted}").status_code in (200, 400, 422)


def test_dates_zones_and_weights_have_digits_of_ascii() -> None:
    date_time = schema_of_words("date-time")
    assert not Evaluator().fits("\uff12026-11-21T09:30:00Z", date_time)
    assert Evaluator().fits("2026-11-21T09:30:00Z", date_time)
    assert read_zone("+0\uff12:00") is None
    assert read_http_date("Sat, 2_1 Nov 2026 09:30:00 GMT") is None
    assert read_http_date("Sat, 21 Nov 2026 09:30:00 GMT") is not None
    date = DataType("date-time", "date-time")
    item = SimpleNamespace(name="when", type=date, schema=date_time)
    with pytest.raises(FilterValueError):
        read_filter("when before '\uff12026-11-21'", {"when": item})  # type: ignore[dict-item]
    for weight in ("1_0", "inf", "nan", "1e3", "\xa01", "+1", "-1", ""):
        assert negotiate(f"a/b;q={weight}, c/d;q=0.1", ["a/b", "c/d"]) == "c/d"
    assert negotiate("a/b; q=0.5, c/d;q=0.1", ["a/b", "c/d"]) == "a/b"


def test_others_go_on_while_long_numbers_are_read() -> None:
    body = b"[" + b",".join([b"9" * 4_300] * 2_000) + b"]"
    ended, turns = Event(), 0

    def take_turns() -> None:
        nonlocal turns
        while not ended.wait(0.001):
            turns += 1

    with ThreadPoolExecutor(1) as pool:
        other = pool.submit(take_turns)
        decode(body, JSON, ANYTHING, {}, LIMITS)
        ended.set()
        other.result(SECONDS)
    assert turns > 5


def test_no_more_of_a_value_is_written_than_is_shown() -> None:
    begun: list[int] = []

    class Item:
        def __str__(self) -> str:
            begun.append(1)
            return "item"

    assert shorten([Item() for _ in range(1_000)]).startswith('["item", "item", ')
    assert len(begun) < 20
    values: list[Any] = [{"a": [1, None, "ä"]}, "x" * 58, [], 10**50]
    for value in values:
        assert shorten(value) == json.dumps(value, ensure_ascii=False)
    assert shorten("x" * 59) == '"' + "x" * 56 + "..."


def test_many_fields_of_a_name_are_joined() -> None:
    headers = Headers([("A", "1"), ("b", "x"), ("a", "2")])
    assert [*headers] == [("a", "1, 2"), ("b", "x")]


def test_others_are_answered_while_a_large_body_is() -> None:
    begun, may_end = Event(), Event()

    def wait(_call: Call) -> Answer:
        begun.set()
        assert may_end.wait(SECONDS)
        return Answer(content=b"")

    catalog = Catalog.read(DOCS)
    uid = next(
        o.uid for o in catalog.operations
        if (o.method, o.route.template) == ("PUT", "/api/v1/Person/{personId}/Image")
    )  # fmt: skip
    slow = Pack(lambda _operations: {uid: wait})
    app = create_app(catalog, DEFAULT_DATABASE, packs=[SUPEROFFICE, slow])
    with background(app) as url, Client(url) as client, ThreadPoolExecutor(1) as threads:
        large = picture("image.gif") + bytes(MIB)
        try:
            sent = threads.submit(Client(url).put, "/api/v1/Person/1/Image", data=large)
            assert begun.wait(SECONDS)
            assert client.get("/-/health").status_code == 200
            assert client.get("/api/v1/Person/1/ImageInfo").status_code == 200
            assert not sent.done()
        finally:
            may_end.set()
        assert sent.result(SECONDS).ok


def test_a_form_that_is_none_leaves_nothing_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(MalformedBodyError):
        decode_parts(b"--b\r\nContent-\nType: x\r\n\r\n", "multipart/form-data; boundary=b", LIMITS)
    assert not caplog.records
