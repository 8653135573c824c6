"""What the body of a request may cost."""

from __future__ import annotations

import json
from gzip import compress
from pathlib import Path

import pytest

from callsheet.server.http.xml_body import MAX_MARKUP, MAX_NAMESPACE
from callsheet.server.limits import KIB, MIB, Limits
from tests.limits import Row, tries
from tests.limits.server import IMAGE, serving
from tests.processes import Client, picture, served

INFO = "/api/v1/Person/1/ImageInfo"
MULTIPART = {"Content-Type": "multipart/form-data; boundary=x"}
JSON, XML, FORM = "application/json", "application/xml", "application/x-www-form-urlencoded"


def _sent(client: Client, body: bytes, media_type: str) -> int:
    return client.put(INFO, data=body, headers={"Content-Type": media_type}).status_code


@tries("values in a body")
def values(row: Row, folder: Path) -> None:
    bodies = [
        (JSON, b'{"a": 1, "b": 2}', b'{"a": 1, "b": 2, "c": 3}'),
        (JSON, b'{"a": ",,,,,,\\",,,,"}', b'{"a": [[[[[[[[,'),
        (JSON, b'{"a": "' + b"\\n" * 20 + b'"}', b'{"a": "' + b"\\n" * 60 + b'"}'),
        (JSON, b'{"a": "b"}', b"[" + b'"",' * 9 + b'""]'),
        (XML, b"<r><a/><b/><c/><d/></r>", b"<r><a/><b/><c/><d/><e/><f/></r>"),
        (XML, b"<r a='' b=''><c d=''/></r>", b"<r a='' b=''><c d='' e='' f=''/></r>"),
        (XML, b"<r xmlns:a='x' xmlns:b='y'/>", b"<r %s/>" % b" ".join(
            b"xmlns:a%d='x'" % number for number in range(6))),
        (XML, b"<r xmlns='%s'><a/><a/></r>" % (b"x" * 9), b"<r xmlns='%s'/>" % (b"x" * 224)),
        (XML, b"<r><!----><?a?></r>", b"<r>" + b"<!---->" * 6 + b"</r>"),
        (FORM, b"a=1&b=2&c=3&d=4&e=5", b"a=1&b=2&c=3&d=4&e=5&f=6&g=7"),
        (FORM, b"a=" + b"%41" * 40, b"a=" + b"%41" * 60),
    ]  # fmt: skip
    with serving(Limits(body_values=6)) as url, Client(url) as client:
        for media_type, within, beyond in bodies:
            assert _sent(client, within, media_type) in (200, 204, 400, 422), within
            assert str(_sent(client, beyond, media_type)) == row.answer, beyond


@tries("levels of nesting in a body")
def depth(row: Row, folder: Path) -> None:
    with serving(Limits(body_depth=3)) as url, Client(url) as client:
        for media_type, within, beyond in (
            (JSON, b'{"a": [[1]]}', b'{"a": [[[1]]]}'),
            (XML, b"<r><a><b><c>1</c></b></a></r>", b"<r><a><b><c><d/></c></b></a></r>"),
        ):
            assert _sent(client, within, media_type) == 200
            assert str(_sent(client, beyond, media_type)) in row.answer.split(" or ")


def _multipart(parts: int, head: bytes = b"") -> bytes:
    part = b'--x\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n%s\r\n%s\r\n'
    return (part % (head, picture("image.gif"))) * parts + b"--x--\r\n"


@tries("parts of a multipart body, and members of one in gzip")
def parts(row: Row, folder: Path) -> None:
    with serving(Limits(body_parts=3)) as url, Client(url) as client:
        assert client.put(IMAGE, data=_multipart(3), headers=MULTIPART).status_code == 200
        response = client.put(IMAGE, data=_multipart(4), headers=MULTIPART)
        assert str(response.status_code) == row.answer
        headers = {"Content-Type": JSON, "Content-Encoding": "gzip"}
        for members, status in ((3, "200"), (4, row.answer)):
            data = compress(b"{}") + compress(b"") * (members - 1)
            assert str(client.put(INFO, data=data, headers=headers).status_code) == status


@tries("a header field of a part, and how many of them a part has")
def part_head(row: Row, folder: Path) -> None:
    size, number = (int(word.replace(",", "")) for word in row.limit.split() if word[0].isdigit())
    with serving(Limits()) as url, Client(url) as client:
        for within, beyond in (
            (b"X: " + b"a" * (size - 100) + b"\r\n", b"X: " + b"a" * (size + 100) + b"\r\n"),
            (b"X: a\r\n" * (number - 1), b"X: a\r\n" * number),
        ):
            response = client.put(IMAGE, data=_multipart(1, within), headers=MULTIPART)
            assert response.status_code == 200
            response = client.put(IMAGE, data=_multipart(1, beyond), headers=MULTIPART)
            assert str(response.status_code) in row.answer.split(" or ")


@tries("a tag, a comment or an instruction of XML")
def markup(row: Row, folder: Path) -> None:
    assert row.limit == f"{MAX_MARKUP // KIB} KiB"
    with serving(Limits()) as url, Client(url) as client:
        for form in (b"<r><!--%s--></r>", b"<r a='%s'/>", b"<r><?a %s?></r>"):
            assert _sent(client, form % (b"a" * (MAX_MARKUP - 99)), XML) == 200
            assert str(_sent(client, form % (b"a" * 2 * MAX_MARKUP), XML)) == row.answer
        assert _sent(client, b"<r><a>%s</a></r>" % (b"a" * 2 * MAX_MARKUP), XML) == 200


@tries("the name of an XML namespace")
def namespace(row: Row, folder: Path) -> None:
    assert row.limit == f"{MAX_NAMESPACE:,} characters"
    with serving(Limits()) as url, Client(url) as client:
        assert _sent(client, b"<r xmlns='%s'/>" % (b"a" * MAX_NAMESPACE), XML) == 200
        assert str(_sent(client, b"<r xmlns='%s'/>" % (b"a" * (MAX_NAMESPACE + 1)), XML)) == (
            row.answer
        )


@tries("digits of a number in JSON")
def digits(row: Row, folder: Path) -> None:
    limit = int(row.limit.replace(",", ""))
    with serving(Limits()) as url, Client(url) as client:
        for form in (b"[%s]", b"[0.%s]"):
            assert _sent(client, form % (b"1" * (limit - 2)), JSON) in (200, 422)
            response = client.put(
                INFO, data=form % (b"1" * (limit + 1)), headers={"Content-Type": JSON}
            )
            assert str(response.status_code) in row.answer.split(" or ")
            assert "digits" in response.json()["detail"]


@tries("memory for a body")
def memory(row: Row, folder: Path) -> None:
    status = Path("/proc/self/status")
    if not status.exists():
        pytest.skip("only Linux tells how much memory a process had")
    size = 4 * MIB
    texts = json.dumps({"Description": "\U0001f600" + "a" * (size - 30)}, ensure_ascii=False)
    names = b"".join(b"<a%d/>" % number for number in range(90_000))
    bodies = [
        (JSON, texts.encode()),
        (JSON, b"[" + b"{}," * (size // 3) + b"{}]"),
        (XML, b"<a>" * (size // 7) + b"</a>" * (size // 7)),
        (FORM, b"a=" + b"%41" * (size // 3)),
        (XML, b"<r xmlns='%s'>%s</r>" % ("\U0001f600".encode() * MAX_NAMESPACE, names)),
    ]
    with served() as server, Client(server.url) as client:
        client.get(INFO)

        def peak() -> int:
            """The most memory that the server had until now, in bytes."""
            lines = Path(f"/proc/{server.process.pid}/status").read_text("ascii").splitlines()
            line = next(line for line in lines if line.startswith("VmHWM:"))
            return int(line.split()[1]) * 1024

        before = peak()
        for media_type, body in bodies:
            # What is within the limits of a body may be beyond those of what is stored.
            assert _sent(client, body, media_type) in (413, 507)
        assert peak() - before < int(row.limit.split()[0]) * size
    assert row.answer == "is not exceeded"
