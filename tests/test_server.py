"""The reference server over HTTP: what it refuses, what it keeps, what it gives."""

from __future__ import annotations

import base64
import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from uuid import uuid4

import pytest
import requests
from defusedxml.ElementTree import fromstring
from PIL import Image

from callsheet.catalog import Catalog
from callsheet.contrib.superoffice.blobs import Owner, set_link
from callsheet.contrib.superoffice.pack import PACK as SUPEROFFICE
from callsheet.errors import StoreError
from callsheet.server.adapters.app import Application, background, create_app
from callsheet.server.core import ReferenceServer
from callsheet.server.engine.call import Answer, Call
from callsheet.server.limits import Limits
from callsheet.server.pack import Pack
from callsheet.server.storage.store import DatabaseStore
from tests.processes import AUTH, Client, picture

PROBLEM = "application/problem+json"


@pytest.fixture
def client(shared_server: str) -> Iterator[Client]:
    """A client with a workspace of its own, so that each test begins with what is seeded."""
    with Client(shared_server, uuid4().hex) as client:
        yield client


def problem(response: requests.Response, status: int) -> dict[str, Any]:
    """The problem document of a refusal, which is checked to be one."""
    assert response.status_code == status, response.text
    assert response.headers["Content-Type"] == PROBLEM
    document: dict[str, Any] = response.json()
    assert document["status"] == status
    assert document["title"]
    rule = requests.get(urljoin(response.url, document["type"]), timeout=30)
    assert (rule.status_code, rule.headers["Content-Type"]) == (200, "text/plain; charset=utf-8")
    assert len(rule.text) > 40
    assert document["detail"]
    return document


@pytest.mark.parametrize("name", ["image.png", "image.jpg", "image.gif", "image.tiff"])
@pytest.mark.parametrize("how", ["raw", "multipart"])
def test_an_image_comes_back_as_it_was_sent(client: Client, name: str, how: str) -> None:
    data = picture(name)
    # The server goes by the bytes: what the client says of them may be wrong.
    sent: dict[str, Any] = {"data": data, "headers": {"Content-Type": "image/png"}}
    if how == "multipart":
        sent = {"files": {"image": (name, data)}}
    saved = client.put("/api/v1/Person/4/Image", **sent)
    assert (saved.status_code, saved.json()) == (200, 5)
    got = client.image(4)
    assert got.content == data
    image = Image.open(io.BytesIO(data))
    assert got.headers["Content-Type"] == image.get_format_mimetype()
    info = client.get("/api/v1/Person/4/ImageInfo")
    assert info.json()["BlobSize"] == len(data)
    assert info.json()["MimeType"] == got.headers["Content-Type"]


@pytest.mark.parametrize(
    ("content_type", "body", "reason"),
    [
        ("image/png", b"", "expected a file"),
        ("image/png", b"hello", "not a PNG, GIF, JPEG or TIFF"),
        ("image/jpeg", picture("image.jpg")[:900], "broken off"),
        ("image/png", picture("image.png")[:900], "broken off"),
        ("image/tiff", picture("image.tiff")[:900], "broken off"),
        ("image/gif", picture("image.gif")[:500], "broken off"),
        ("multipart/form-data; boundary=x", b"--x\r\nnonsense", "multipart"),
        ("multipart/form-data", b"no boundary at all", "multipart"),
    ],
)
def test_a_bad_image_is_the_documented_400_and_changes_nothing(
    client: Client, content_type: str, body: bytes, reason: str
) -> None:
    before = client.get("/api/v1/Person/1/ImageInfo").json()
    response = client.post(
        "/api/v1/Person/1/Image", data=body, headers={"Content-Type": content_type}
    )
    assert reason in problem(response, 400)["detail"]
    assert client.get("/api/v1/Person/1/ImageInfo").json() == before
    assert client.image(1).content == picture("image.png")


def test_an_unknown_person_is_the_documented_400(client: Client) -> None:
    response = client.post("/api/v1/Person/99/Image", data=picture("image.png"))
    assert "99" in problem(response, 400)["detail"]


def test_ten_megabytes_are_kept_and_more_than_the_limit_is_refused(catalog: Catalog) -> None:
    buffer = io.BytesIO()
    Image.frombytes("RGB", (1900, 1900), os.urandom(1900 * 1900 * 3)).save(buffer, "PNG")
    large = buffer.getvalue()
    assert len(large) > 10_000_000
    server = ReferenceServer(catalog, [SUPEROFFICE])
    store = DatabaseStore("sqlite://", server.seed)
    app = Application(server, store, limits=Limits(body_bytes=11 * 1024 * 1024))
    with background(app) as url, Client(url) as c:
        assert c.put("/api/v1/Person/1/Image", data=large).json() == 5
        assert c.image(1).content == large
        for too_large in (large + bytes(1024 * 1024), bytes(30 * 1024 * 1024)):
            refused = c.put("/api/v1/Person/1/Image", data=too_large)
            assert "larger than 11 MiB" in problem(refused, 413)["detail"]
        assert c.image(1).content == large


@pytest.mark.parametrize(
    ("query", "size", "media_type"),
    [
        ({"w": 48}, (48, 48), "image/png"),
        ({"h": 24}, (24, 24), "image/png"),
        ({"w": 48, "h": 10}, (10, 10), "image/png"),
        ({"w": 192}, (192, 192), "image/png"),
        ({"type": "JPEG"}, (96, 96), "image/jpeg"),
        ({"type": "gif", "w": 5}, (5, 5), "image/gif"),
    ],
)
def test_an_image_is_scaled_and_converted(
    client: Client, query: dict[str, Any], size: tuple[int, int], media_type: str
) -> None:
    response = client.image(1, **query)
    assert response.headers["Content-Type"] == media_type
    image = Image.open(io.BytesIO(response.content))
    image.load()
    assert image.size == size
    assert image.get_format_mimetype() == media_type


def test_the_shape_is_kept_when_scaling(client: Client) -> None:
    # 120 x 90 into 60 x 60 leaves three quarters of the height.
    image = Image.open(io.BytesIO(client.image(2, w=60, h=60).content))
    assert image.size == (60, 45)


@pytest.mark.parametrize(
    "query", [{"w": 0}, {"w": 5000}, {"h": -1}, {"type": "BMP"}, {"w": "wide"}, {"ifBlank": "x"}]
)
def test_an_impossible_rendition_is_refused(client: Client, query: dict[str, Any]) -> None:
    problem(client.image(1, **query), 422)


def test_accept_chooses_the_format(client: Client) -> None:
    response = client.get(
        "/api/v1/Person/1/Image", headers={"Accept": "image/gif;q=0.5, image/jpeg, text/html"}
    )
    assert response.headers["Content-Type"] == "image/jpeg"
    assert response.content.startswith(b"\xff\xd8\xff")


@pytest.mark.parametrize(
    ("kind", "size", "media_type"),
    [
        ("Default", (96, 96), "image/png"),
        ("SrNoPhoto", (96, 96), "image/png"),
        ("SrNoPhotoWithBorder", (96, 96), "image/png"),
        ("GenericFileIcon", (96, 96), "image/png"),
        ("ClearPixel", (1, 1), "image/gif"),
    ],
)
def test_if_blank_names_a_stand_in(
    client: Client, kind: str, size: tuple[int, int], media_type: str
) -> None:
    response = client.image(3, ifBlank=kind)
    assert response.headers["Content-Type"] == media_type
    assert Image.open(io.BytesIO(response.content)).size == size


def test_no_image_is_the_documented_404(client: Client) -> None:
    problem(client.image(3), 404)
    problem(client.image(3, ifBlank="Null"), 404)
    problem(client.image(99, ifBlank="Default"), 404)


def test_the_stand_ins_differ(client: Client) -> None:
    kinds = ("SrNoPhoto", "SrNoPhotoWithBorder", "GenericFileIcon")
    assert len({client.image(3, ifBlank=kind).content for kind in kinds}) == len(kinds)


def test_an_image_is_stored_first_and_linked_later(client: Client) -> None:
    encoded = base64.b64encode(picture("image.jpg")).decode()
    blob = client.agent("SaveImageStream", Type="PersonImage", Image=encoded).json()
    problem(client.image(3), 404)
    assert client.agent("ChangePersonImage", PersonId=3, BlobId=blob).status_code == 204
    assert client.agent("ChangeProjectImage", ProjectId=2, BlobId=blob).status_code == 204
    assert client.image(3).content == picture("image.jpg")
    assert client.agent("GetProjectImage", ProjectId=2).json() == encoded
    assert client.delete("/api/v1/Person/3/Image").status_code == 204
    # The project's image is the same blob and stays.
    assert client.agent("GetProjectImage", ProjectId=2).json() == encoded
    assert client.agent("ChangeProjectImage", ProjectId=2, BlobId=0).status_code == 204
    problem(client.agent("GetProjectImage", ProjectId=2), 404)


def test_an_unknown_blob_or_person_is_not_linked(client: Client) -> None:
    problem(client.agent("ChangePersonImage", PersonId=1, BlobId=99), 404)
    problem(client.agent("ChangePersonImage", PersonId=99, BlobId=1), 404)
    assert client.image(1).content == picture("image.png")


def test_image_info_changes_with_the_image(client: Client) -> None:
    before = client.get("/api/v1/Person/1/ImageInfo").json()
    client.put("/api/v1/Person/1/Image", data=picture("image.jpg"))
    after = client.get("/api/v1/Person/1/ImageInfo").json()
    assert (before["MimeType"], after["MimeType"]) == ("image/png", "image/jpeg")
    assert after["BlobSize"] == len(picture("image.jpg"))
    assert after["UpdatedDate"] > before["UpdatedDate"]


def test_image_info_keeps_what_is_said_of_the_image(client: Client) -> None:
    address = "/api/v1/Person/1/ImageInfo"
    changed = client.put(address, json={"Description": "Ada at work", "BlobSize": 1})
    assert changed.json()["Description"] == "Ada at work"
    assert changed.json()["BlobSize"] == len(picture("image.png"))
    assert client.get(address).json() == changed.json()


def test_an_agent_gives_bytes_or_base64_as_the_client_prefers(client: Client) -> None:
    address, body = "/api/v1/Agents/BLOB/GetBlobStream", {"BlobEntityId": 1}
    for accept, content_type in [
        ("image/png", "image/png"),
        ("image/*;q=0.9", "image/png"),
        ("application/octet-stream", "application/octet-stream"),
    ]:
        response = client.post(address, json=body, headers={"Accept": accept})
        assert response.headers["Content-Type"] == content_type
        assert response.content == picture("image.png")
    response = client.post(address, json=body, headers={"Accept": "application/json"})
    assert base64.b64decode(response.json()) == picture("image.png")
    problem(client.post(address, json=body, headers={"Accept": "application/pdf"}), 406)


def test_bodies_are_read_as_json_xml_and_form(client: Client) -> None:
    address = "/api/v1/Agents/BLOB/ChangePersonImage"
    for number, (body, content_type) in enumerate(
        [
            ('{"PersonId": 3, "BlobId": 1}', "application/json; charset=utf-8"),
            ("<r><PersonId>3</PersonId><BlobId>2</BlobId></r>", "application/xml"),
            ("PersonId=3&BlobId=3", "application/x-www-form-urlencoded"),
        ],
        start=1,
    ):
        response = client.post(address, data=body, headers={"Content-Type": content_type})
        assert response.status_code == 204
        assert response.content == b""
        info = client.get("/api/v1/Person/3/ImageInfo").json()
        assert info["BlobId"] == number


def test_answers_are_json_or_xml(client: Client) -> None:
    address = "/api/v1/Person/1/ImageInfo"
    xml = client.get(address, headers={"Accept": "text/xml"})
    assert xml.headers["Content-Type"] == "text/xml; charset=utf-8"
    assert "<MimeType>image/png</MimeType>" in xml.text
    problem(client.get(address, headers={"Accept": "text/html"}), 406)
    problem(client.get(address, headers={"Accept": "application/json;q=0"}), 406)


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        ("{", "application/json"),
        ("[" * 50_000, "application/json"),
        ('{"PersonId": ' + "[" * 90 + "]" * 90 + "}", "application/json"),
        ("[]", "application/json"),
        ("<r>", "application/xml"),
        ('<!DOCTYPE r [<!ENTITY x "y">]><r>&x;</r>', "application/xml"),
        ("<a>" * 90 + "</a>" * 90, "application/xml"),
        ("", "application/json"),
    ],
)
def test_a_broken_body_is_refused(client: Client, body: str, content_type: str) -> None:
    address = "/api/v1/Agents/BLOB/ChangePersonImage"
    response = client.post(address, data=body, headers={"Content-Type": content_type})
    assert problem(response, 422)["errors"]


def test_all_violations_are_told_at_once_with_their_lines(client: Client, catalog: Catalog) -> None:
    response = client.agent("ChangePersonImage", PersonId="three")
    errors = problem(response, 422)["errors"]
    page = catalog.by_uid["v1BLOBAgent_ChangePersonImage"]
    assert page.request_body is not None
    rows = {row.name: f"{page.path}:{row.span.start}" for row in page.request_body.properties}
    assert errors == [
        {
            "in": "body",
            "name": "PersonId",
            "pointer": "/PersonId",
            "expected": "an integer (`int32`)",
            "got": '"three"',
            "documented": rows["PersonId"],
        },
        {
            "in": "body",
            "name": "BlobId",
            "pointer": "/BlobId",
            "expected": "a value, which is required",
            "got": "nothing",
            "documented": rows["BlobId"],
        },
    ]


@pytest.mark.parametrize("value", [2**31, -(2**31) - 1, 1.5, True, "1", [1]])
def test_an_int32_is_an_int32(client: Client, value: Any) -> None:
    problem(client.agent("GetPersonImage", PersonId=value), 422)


def test_a_media_type_that_is_not_documented_is_415(client: Client) -> None:
    response = client.post(
        "/api/v1/Person/1/Image", data=b"text", headers={"Content-Type": "text/plain"}
    )
    problem(response, 415)
    assert "image/png" in response.headers["Accept"]


def test_select_nulls_out_what_is_not_selected(client: Client) -> None:
    query = {"blobEntityId": "1", "$select": "BlobId,mimetype"}
    entity = client.post("/api/v1/Agents/BLOB/GetBlobEntity", params=query).json()
    assert {name for name, value in entity.items() if value is not None} == {"BlobId", "MimeType"}


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("application/xml", "application/problem+xml"),
        ("text/xml;q=0.9, application/json;q=0.5", "application/problem+xml"),
        ("application/problem+xml", "application/problem+xml"),
        ("application/json, application/xml;q=0.1", PROBLEM),
        ("text/html", PROBLEM),
        ("*/*", PROBLEM),
    ],
)
def test_accept_counts_for_refusals_too(client: Client, accept: str, media_type: str) -> None:
    address, body = "/api/v1/Agents/BLOB/GetPersonImage", {"PersonId": "x"}
    response = client.post(address, json=body, headers={"Accept": accept})
    assert (response.status_code, response.headers["Content-Type"]) == (422, media_type)
    if media_type != PROBLEM:
        root = fromstring(response.content)
        names = {"p": "urn:ietf:rfc:7807"}
        assert root.tag == "{urn:ietf:rfc:7807}problem"
        assert root.findtext("p:status", namespaces=names) == "422"
        assert root.findtext("p:errors/p:i/p:name", namespaces=names) == "PersonId"


def test_routes(client: Client) -> None:
    assert client.get("/API/v1/person/1/image/").status_code == 200
    problem(client.get("/api/v1/Nobody/1"), 404)
    refused = client.patch("/api/v1/Person/1/Image")
    problem(refused, 405)
    assert refused.headers["Allow"] == "DELETE, GET, HEAD, OPTIONS, POST, PUT"
    options = client.options("/api/v1/Person/1/ImageInfo")
    assert (options.status_code, options.headers["Allow"]) == (204, "GET, HEAD, OPTIONS, PUT")
    head = client.head("/api/v1/Person/1/Image")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["Content-Length"] == str(len(picture("image.png")))
    assert client.get("/-/health").json() == {"status": "ok", "operations": 14}
    problem(client.get("/-/nothing"), 404)


@pytest.mark.parametrize(
    ("field", "status"),
    [
        ("Basic " + base64.b64encode(b"reader:callsheet").decode(), 200),
        ("basic " + base64.b64encode(b"reader:callsheet").decode(), 200),
        ("Basic " + base64.b64encode(b"reader:wrong").decode(), 401),
        ("Basic " + base64.b64encode(b"reader").decode(), 401),
        ("Basic !!!", 401),
        ("Bearer callsheet", 200),
        ("SoTicket callsheet", 200),
        ("BEARER callsheet", 200),
        ("Bearer wrong", 401),
        ("Digest callsheet", 401),
        ("", 401),
    ],
)
def test_credentials(shared_server: str, field: str, status: int) -> None:
    response = requests.get(
        f"{shared_server}/api/v1/Person/1/Image", headers={"Authorization": field}, timeout=30
    )
    assert response.status_code == status
    if status == 401:
        problem(response, 401)
        assert response.headers["WWW-Authenticate"].startswith("Basic ")


def test_a_session_needs_its_xsrf_token(shared_server: str) -> None:
    address = f"{shared_server}/api/v1/Person/1/Image"
    with requests.Session() as session:
        problem(session.get(address, timeout=30), 401)
        problem(session.post(f"{shared_server}/-/session", timeout=30), 401)
        token = session.post(f"{shared_server}/-/session", auth=AUTH, timeout=30).json()[
            "XsrfToken"
        ]
        assert session.cookies["XSRF-TOKEN"] == token
        problem(session.get(address, timeout=30), 401)
        problem(session.get(address, headers={"X-XSRF-TOKEN": "x"}, timeout=30), 401)
        assert session.get(address, headers={"X-XSRF-TOKEN": token}, timeout=30).status_code == 200


def test_the_fixture_for_other_projects_serves_fresh_state(reference_server: str) -> None:
    with Client(reference_server) as client:
        assert client.store_blob("the first one") == 5


def test_a_file_keeps_state_and_memory_does_not(catalog: Catalog, tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path / 'state.db'}"
    for expected in (5, 6):
        with (
            background(create_app(catalog, database, packs=[SUPEROFFICE])) as url,
            Client(url) as client,
        ):
            assert (
                client.put("/api/v1/Person/3/Image", data=picture("image.gif")).json() == expected
            )
    with (
        background(create_app(catalog, database, packs=[SUPEROFFICE])) as url,
        Client(url) as client,
    ):
        assert client.image(3).content == picture("image.gif")
        # The seed is for an empty database only.
        assert client.image(1).content == picture("image.png")


def test_a_database_that_cannot_be_used_is_a_message(catalog: Catalog, tmp_path: Path) -> None:
    for url in (
        f"sqlite:///{tmp_path}/no/such/folder/state.db",
        "nonsense",
        "nosuch://u:secret@h/d",
    ):
        with pytest.raises(StoreError) as caught:
            create_app(catalog, url, packs=[SUPEROFFICE])
        assert "cannot be used" in str(caught.value)
        assert "secret" not in str(caught.value)


def test_a_failing_behaviour_is_a_500_and_undone(
    catalog: Catalog, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(call: Call) -> Answer:
        set_link(call.state, Owner("Person", "/api/v1/person"), 1, 0)
        raise RuntimeError("broken")

    failing = Pack(lambda _operations: {"v1PersonEntity_DeleteImageContent": fail})
    server = ReferenceServer(catalog, [SUPEROFFICE, failing])
    app = Application(server, DatabaseStore("sqlite://", server.seed))
    with background(app) as url, Client(url) as client:
        problem(client.delete("/api/v1/Person/1/Image"), 500)
        assert client.image(1).content == picture("image.png")
    assert "broken" in caplog.text


def test_an_operation_without_behaviour_answers_with_its_example(catalog: Catalog) -> None:
    server = ReferenceServer(catalog)
    app = Application(server, DatabaseStore("sqlite://", server.seed))
    with background(app) as url, Client(url) as client:
        assert client.get("/api/v1/Person/1/ImageInfo").json()["MimeType"] == "image/png"
        assert client.delete("/api/v1/Person/1/Image").status_code == 204
        # Bytes can't be shown on a page, so they are made up.
        assert client.image(1).headers["Content-Type"] == "image/png"
        Image.open(io.BytesIO(client.image(1).content)).load()


@pytest.mark.parametrize(
    ("asked", "status", "content"),
    [
        ("bytes=1-3", 206, b"123"),
        ("bytes=7-", 206, b"789"),
        ("Bytes=-2", 206, b"89"),
        ("bytes=8-99", 206, b"89"),
        ("bytes=10-", 416, b""),
        # What is invalid is ignored (RFC 9110, 14.2), as is what is counted in something else.
        ("bytes=3-1", 200, b"0123456789"),
        ("bytes=a-b", 200, b"0123456789"),
        ("bytes=", 200, b"0123456789"),
        ("bytes", 200, b"0123456789"),
        ("bytes=1-2-3", 200, b"0123456789"),
        ("pages=1-2", 200, b"0123456789"),
    ],
)
def test_a_range_of_a_file_of_the_site(
    catalog: Catalog, tmp_path: Path, asked: str, status: int, content: bytes
) -> None:
    (tmp_path / "file.bin").write_bytes(b"0123456789")
    with background(create_app(catalog, "sqlite://", tmp_path, packs=[SUPEROFFICE])) as url:
        answer = requests.get(f"{url}/file.bin", headers={"Range": asked}, timeout=30)
    assert (answer.status_code, answer.content) == (status, content)


def test_the_site_is_served_beside_the_api(catalog: Catalog, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<h1>Reference</h1>")
    with (
        background(create_app(catalog, "sqlite://", tmp_path, packs=[SUPEROFFICE])) as url,
        Client(url) as client,
    ):
        assert client.get("/").text == "<h1>Reference</h1>"
        assert client.get("/nothing.html").status_code == 404
        assert client.get("/..%2f..%2fetc/passwd").status_code == 404
        assert client.image(1).content == picture("image.png")
        problem(client.get("/api/v1/Nothing"), 404)
