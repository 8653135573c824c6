"""No answer of the reference server, and no file of its site, is run by a browser."""

from __future__ import annotations

from pathlib import Path

import pytest
import requests

from callsheet.catalog import Catalog
from callsheet.configuration import DEFAULT_DATABASE
from callsheet.contrib.superoffice.pack import PACK as SUPEROFFICE
from callsheet.server.adapters.app import background, create_app
from callsheet.server.http.inert import inert
from tests.browser.test_policy import SHOWN
from tests.conftest import DOCS
from tests.processes import AUTH, picture

SANDBOX = "default-src 'none'; sandbox"
LOADED = [
    "text/javascript",
    "text/javascript; charset=utf-8",
    "Application/JavaScript",
    "application/x-javascript",
    "text/javascript1.5",
    "text/ecmascript",
    "application/x-ecmascript",
    "text/jscript",
    "text/livescript",
    "text/css",
]
SHOWN_TYPES = ["text/html", "application/xhtml+xml", "image/svg+xml", "text/xml", "image/png"]


@pytest.mark.parametrize("kind", LOADED)
def test_what_a_page_could_load_is_a_plain_file(kind: str) -> None:
    fields = dict(inert([("content-type", kind), ("X-Other", kind)]))
    assert fields["content-type"] == "application/octet-stream"
    assert fields["X-Other"] == kind


@pytest.mark.parametrize("kind", SHOWN_TYPES)
def test_what_is_shown_has_no_origin_and_no_scripts(kind: str) -> None:
    assert inert([("Content-Type", kind)]) == [
        ("Content-Type", kind),
        ("X-Content-Type-Options", "nosniff"),
        ("Content-Security-Policy", SANDBOX),
    ]


def is_inert(response: requests.Response) -> None:
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Security-Policy"] == SANDBOX


def test_every_answer_says_so(shared_server: str) -> None:
    for method, path, status in [
        ("GET", "/-/health", 200),
        ("HEAD", "/-/health", 200),
        ("GET", "/-/no/such", 404),
        ("GET", "/api/v1/Person/1/Image", 200),
        ("HEAD", "/api/v1/Person/1/Image", 200),
        ("OPTIONS", "/api/v1/Person/1/Image", 204),
        ("PATCH", "/api/v1/Person/1/Image", 405),
        ("GET", "/api/v1/Person/x/Image", 422),
        ("GET", "/no/such", 404),
        ("POST", "/-/session", 200),
    ]:
        response = requests.request(method, shared_server + path, auth=AUTH, timeout=30)
        assert response.status_code == status, path
        is_inert(response)


def test_a_stored_file_is_what_its_bytes_are(shared_server: str) -> None:
    address = f"{shared_server}/api/v1/Person/4/Image"
    html = b"<script>attack()</script>"
    for kind in ("text/html", "image/svg+xml", "text/xml", "text/javascript", "image/png"):
        fields = {"Content-Type": kind, "Callsheet-Workspace": "inert"}
        assert requests.put(address, html, headers=fields, auth=AUTH, timeout=30).status_code >= 400
        data = picture("image.gif") + html
        requests.put(address, data, headers=fields, auth=AUTH, timeout=30)
        got = requests.get(address, headers=fields, auth=AUTH, timeout=30)
        assert got.headers["Content-Type"].startswith(("image/gif", "application/problem"))
        is_inert(got)


def test_what_a_page_shows_is_inert(tmp_path: Path) -> None:
    kinds = {kind: f"v1T{n}" for n, kind in enumerate((*SHOWN_TYPES[:4], "text/javascript"))}
    for kind, name in kinds.items():
        text = SHOWN.format(title=name, kind=kind, text="<script>attack()</script>")
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    with background(
        create_app(Catalog.read(tmp_path), DEFAULT_DATABASE, packs=[SUPEROFFICE])
    ) as url:
        for kind, name in kinds.items():
            response = requests.get(f"{url}/api/v1/{name}", headers={"Accept": kind}, timeout=30)
            assert response.status_code == 200
            is_inert(response)
            plain = kind == "text/javascript"
            expected = "application/octet-stream" if plain else kind
            assert response.headers["Content-Type"].partition(";")[0] == expected


def test_a_file_of_the_site_is_what_its_type_says(tmp_path: Path) -> None:
    for name in ("index.html", "a.txt", "b.js", "c.unknown"):
        (tmp_path / name).write_text("<script>x</script>", encoding="utf-8")
    with background(
        create_app(Catalog.read(DOCS), DEFAULT_DATABASE, tmp_path, packs=[SUPEROFFICE])
    ) as url:
        for path in ("/", "/a.txt", "/b.js", "/c.unknown", "/missing"):
            response = requests.get(url + path, timeout=30)
            assert response.headers["X-Content-Type-Options"] == "nosniff", path
            # The site has a policy of its own.
            assert "Content-Security-Policy" not in response.headers
