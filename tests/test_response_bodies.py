"""What a response has for a body: none, or a file that programs of its media type can open."""

from __future__ import annotations

import gzip
import io
import json
import wave
import zipfile
from collections.abc import Callable

import pytest
from defusedxml import minidom
from PIL import Image

from callsheet.catalog import Catalog
from callsheet.export import export_openapi
from callsheet.model.contents import response_contents
from callsheet.server.http.messages import HttpResponse
from tests.parcels import Reader, catalog_of, problem, serving


def ask(route: str, rest: str, statuses: str = "200", **fields: str) -> HttpResponse:
    """Ask the server of one page for its operation."""
    rows = "".join(f"| {code} | Outcome. |\n" for code in statuses.split(","))
    table = f"## Responses\n\n| Status | Description |\n| --- | --- |\n{rows}\n"
    text = (
        f"---\ntitle: A\nuid: A\n---\n\n# A\n\n```http\n{route}\n```\n\nDoes it.\n\n{table}{rest}"
    )
    with serving(catalog_of({"a": text}), packs=()) as (server, store):
        method, path = route.split()
        return Reader(server, store).ask(method, path, **fields)


@pytest.mark.parametrize("accept", ["application/json", "text/plain", "image/png"])
@pytest.mark.parametrize("status", [200, 201, 202])
def test_a_response_without_a_documented_body_is_empty_whatever_is_accepted(
    status: int, accept: str
) -> None:
    response = ask("POST /task", "", str(status), Accept=accept)
    assert (response.status, response.body) == (status, b"")
    assert response.header("Content-Type") is None


@pytest.mark.parametrize("status", [200, 201, 204])
def test_what_is_done_to_a_member_has_the_body_that_the_page_documents(status: int) -> None:
    def text(route: str, code: int, rest: str = "") -> str:
        uid = route.split(" ")[0]
        table = f"## Responses\n\n| Status | Description |\n| --- | --- |\n| {code} | Done. |\n"
        cells = ("Path Part", "Type", "Description"), ("---",) * 3, ("id", "string", "Which one.")
        table_of_path = "".join(f"| {' | '.join(row)} |\n" for row in cells)
        path = f"{table_of_path}\n" if "{" in route else ""
        head = f"---\nuid: {uid}\n---\n\n# A\n\n```http\n{route}\n```\n\nDoes it.\n\n"
        return f"{head}{path}{table}\n{rest}"

    rows = "| Name | Type |\n| --- | --- |\n| id | string |\n| size | int32 |\n"
    pages = {
        "get": text("GET /box/{id}", 200, f"### Response body: Box\n\n{rows}"),
        "post": text("POST /box", 201, f"## Request body: Box\n\n{rows}"),
        "put": text("PUT /box/{id}", status, f"## Request body: Box\n\n{rows}"),
        "delete": text("DELETE /box/{id}", status),
    }
    with serving(catalog_of(pages), packs=()) as (server, store):
        reader = Reader(server, store)
        made = reader.ask("POST", "/box", {"id": "a", "size": 1}, Content_Type="application/json")
        assert (made.status, made.body, made.header("Location")) == (201, b"", "/box/a")
        changed = reader.ask("PUT", "/box/a", {"size": 2}, Content_Type="application/json")
        assert (changed.status, changed.body) == (status, b"")
        assert reader.json("GET", "/box/a")["size"] == 2
        gone = reader.ask("DELETE", "/box/a")
        assert (gone.status, gone.body, gone.header("Content-Type")) == (status, b"", None)
        assert reader.ask("GET", "/box/a").status == 404


def test_a_page_that_documents_a_redirection_alone_is_answered_with_it() -> None:
    headers = "## Response headers 302\n\n| Header | Type |\n| --- | --- |\n| Location | uri |\n"
    response = ask("GET /old", headers, "302,404")
    assert (response.status, response.body) == (302, b"")
    assert response.header("Location")


def test_a_page_that_documents_refusals_alone_says_so() -> None:
    assert "documents no answer" in problem(ask("GET /old", "", "400,404"), 501)["detail"]


def _is_pdf(content: bytes) -> bool:
    """Follow the document from its end to its first object, as readers do (ISO 32000-1, 7.5)."""
    start = int(content.rsplit(b"startxref\n", 1)[1].split(b"\n")[0])
    assert content[start:].startswith(b"xref\n")
    first = int(content[start:].splitlines()[3].split()[0])
    return content.startswith(b"%PDF-1.") and content[first:].startswith(b"1 0 obj\n<< /Type /Cat")


def _is_picture(content: bytes) -> bool:
    with Image.open(io.BytesIO(content)) as picture:
        picture.load()
        return picture.width > 0


def _is_archive(content: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.testzip() is None and bool(archive.namelist())


def _is_drawing(content: bytes) -> bool:
    return content.startswith(b"<svg ") and bool(minidom.parseString(content.decode()))


def _is_sound(content: bytes) -> bool:
    with wave.open(io.BytesIO(content)) as sound:
        return bool(sound.getnframes())


@pytest.mark.parametrize(
    ("media_type", "is_real"),
    [
        ("application/pdf", _is_pdf),
        ("application/zip", _is_archive),
        ("application/gzip", lambda content: bool(gzip.decompress(content))),
        ("audio/wav", _is_sound),
        ("image/gif", _is_picture),
        ("image/jpeg", _is_picture),
        ("image/png", _is_picture),
        ("image/tiff", _is_picture),
        ("image/webp", _is_picture),
        (
            "image/svg+xml",
            _is_drawing,
        ),
        ("text/html", lambda content: content.startswith(b"<!DOCTYPE html>")),
        ("text/csv", bool),
        ("application/vnd.acme", bool),
    ],
)
@pytest.mark.parametrize("type_", ["binary", "string"])
def test_a_file_that_no_example_shows_is_a_real_one(
    media_type: str, is_real: Callable[[bytes], bool], type_: str
) -> None:
    accept = f"## Request Headers\n\n| Name | Description |\n|---|---|\n| Accept | `{media_type}` |"
    response = ask("GET /file", f"{accept}\n\n## Response: {type_}\n")
    assert response.header("Content-Type") == media_type
    assert is_real(response.body)


@pytest.mark.parametrize(
    ("accept", "status"),
    [("text/plain", 200), ("text/*, */*;q=0.1", 200), ("image/png", 204), ("", 204)],
)
def test_of_two_successes_the_one_that_the_client_can_read_answers(
    accept: str, status: int
) -> None:
    word = "## Response 200 (text/plain): string\n"
    response = ask("GET /word", word, "204,200", **({"Accept": accept} if accept else {}))
    assert response.status == status
    assert bool(response.body) is (status == 200)


def test_an_answer_that_is_no_member_has_the_version_that_its_page_shows() -> None:
    shown = "HTTP/1.1 200 OK\nContent-Type: application/json\nETag: v1\n\n{}"
    rest = f"## Sample response\n\n```http_\n{shown}\n```\n"
    assert ask("GET /word", rest, "200,304").header("ETag") == '"v1"'
    known = ask("GET /word", rest, "200,304", If_None_Match='"v0", W/"v1"')
    assert (known.status, known.body, known.header("ETag")) == (304, b"", '"v1"')
    assert ask("GET /word", rest, "200,304", If_None_Match='"v0"').status == 200
    assert ask("PUT /word", rest, "200,412", If_Match='"v1"').status == 200
    problem(ask("PUT /word", rest, "200,412", If_Match='"nope"'), 412)


def _errors_alone(statuses: str, section: str = "") -> Catalog:
    rows = "".join(f"| {code} | Outcome. |\n" for code in statuses.split(","))
    table = "| Name | Type |\n| --- | --- |\n| code | int32 |\n| message | string |\n"
    text = "---\nuid: a\n---\n\n# A\n\n```http\nGET /a\n```\n\nDoes it.\n\n## Responses\n\n"
    text += f"| Status | Description |\n| --- | --- |\n{rows}\n## Response body: Err\n\n{table}"
    return catalog_of({"a": text + section})


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ("404", {404: True}),
        ("400,404,409,403", {400: True, 403: False, 404: True}),
        ("4XX", {400: True, 403: True, 404: True, 409: True}),
        ("404,5XX", {404: True, 500: True}),
        # Where there is a success, it is its body.
        ("200,404", {200: True}),
    ],
)
def test_a_body_on_a_page_of_errors_alone_is_that_of_the_errors(
    statuses: str, expected: dict[int, bool]
) -> None:
    own = "\n## Response 409\n\n## Response 403: string\n" if "409" in statuses else ""
    catalog = _errors_alone(statuses, own)
    (operation,) = catalog.operations
    keys = (200, 302, 400, 403, 404, 409, 500)
    contents = {key: response_contents(operation, key) for key in keys}
    found = {
        key: each[0].schema.property("code") is not None for key, each in contents.items() if each
    }
    assert found == expected
    exported = export_openapi(catalog).document["paths"]["/a"]["get"]["responses"]
    known = {str(key) for key in expected} & exported.keys()
    assert all("content" in exported[key] or "$ref" in exported[key] for key in known)


def test_a_general_body_of_errors_is_filled() -> None:
    with serving(_errors_alone("400,404"), packs=()) as (server, store):
        response = Reader(server, store).ask("GET", "/a", Prefer="code=404")
    assert json.loads(response.body) == {"code": 404, "message": "Outcome."}


@pytest.mark.parametrize(
    ("media_type", "body", "schema"),
    [
        ("application/json", '{"a": 1}', {}),
        ("application/problem+json", "[1]", {}),
        ("application/xml", "<a/>", {}),
        ("text/plain", "a", {"type": "string"}),
        ("image/svg+xml", "<svg/>", {"type": "string", "format": "binary"}),
        ("application/octet-stream", "a", {"type": "string", "format": "binary"}),
    ],
)
def test_the_export_does_not_contradict_an_example_without_a_table(
    media_type: str, body: str, schema: object
) -> None:
    text = "---\nuid: a\n---\n\n# A\n\n```http\nGET /a\n```\n\nDoes it.\n\n## Responses\n\n"
    text += "| Status | Description |\n| --- | --- |\n| 200 | It. |\n\n## Sample response\n\n"
    text += f"```http_\nHTTP/1.1 200 OK\nContent-Type: {media_type}\n\n{body}\n```\n"
    document = export_openapi(catalog_of({"a": text})).document
    content = document["paths"]["/a"]["get"]["responses"]["200"]["content"]
    assert content[media_type]["schema"] == schema
