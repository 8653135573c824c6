"""HAR files become pages."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import requests
from click.testing import CliRunner

from callsheet.cli import main
from tests.captures import JSON_TYPE, Json, entry, har, imported, read, run_import, text_of, types
from tests.test_extensions import served

API = "https://api.shop.example"
UUID = "6f9619ff-8b86-4011-b42d-00c04fc964ff"
HASH = "9b74c9897bac770ffc029102a200c5de"
ORDER = {"id": 1, "total": 9.5, "at": "2026-01-01T00:00:00Z"}


def get(path: str, status: int = 200, value: Any = None, **more: Any) -> Json:
    return entry("GET", API + path, status, {} if value is None else value, **more)


SHOP = har(
    entry("GET", "https://www.shop.example/", value="<html>", media_type="text/html"),
    get("/api/v1/orders?limit=10&page=1", value=[ORDER, {"id": 2, "coupon": "A"}]),
    get("/api/v1/orders?limit=20", value=[ORDER]),
    get("/api/v1/orders/1", value=ORDER, answered={"X-Left": "9", "Server": "x", "Date": "y"}),
    get("/api/v1/orders/2", 404, {"error": "none"}),
    entry(
        "POST",
        f"{API}/api/v1/orders",
        201,
        {"id": 5},
        sent={"items": [{"sku": "A", "n": 2}]},
        headers={"User-Agent": "x", "Sec-Fetch-Mode": "cors", ":path": "/", "X-Shop": "north"},
        answered={"Location": f"{API}/api/v1/orders/5"},
    ),
    get(f"/api/v1/customers/{UUID}/orders", value=[ORDER]),
)


def test_requests_become_operations_with_examples(tmp_path: Path) -> None:
    found = imported("har", tmp_path, SHOP)
    assert {route: o.path.partition("/")[0] for route, o in found.items()} == {
        "GET /api/v1/orders": "orders",
        "GET /api/v1/orders/{orderId}": "orders",
        "POST /api/v1/orders": "orders",
        "GET /api/v1/customers/{customerId}/orders": "customers",
    }
    assert {s.url for o in found.values() for s in o.servers} == {API}
    one = found["GET /api/v1/orders/{orderId}"]
    assert [(e.status, json.loads(e.body)) for e in one.example_responses] == [
        (200, ORDER),
        (404, {"error": "none"}),
    ]
    assert one.response is not None
    assert [row.name for row in one.response.headers] == ["X-Left"]
    assert types(one) == {"orderId": "int32"}
    assert types(found["GET /api/v1/orders"]) == {"limit": "int32", "page": "int32"}
    assert {row.name for row in found["POST /api/v1/orders"].parameters} == {
        "Accept",
        "Content-Type",
        "X-Shop",
    }


def test_pages_are_correct_and_their_programs_pass(tmp_path: Path) -> None:
    imported("har", tmp_path, SHOP)
    docs = ["--docs", str(tmp_path / "docs")]
    # Only an author can describe what nobody described.
    checked = CliRunner().invoke(main, ["check", *docs, "--ignore", "CS230,CS609"])
    assert checked.output.startswith("No findings")
    assert CliRunner().invoke(main, ["test", *docs]).exit_code == 0


# Routes


@pytest.mark.parametrize(
    ("paths", "routes"),
    [
        (["/users/1", "/users/2"], ["/users/{userId}"]),
        (["/users/1"], ["/users/{userId}"]),
        ([f"/users/{UUID}/x"], ["/users/{userId}/x"]),
        ([f"/blobs/{HASH}"], ["/blobs/{blobId}"]),
        (["/a/1/b/2", "/a/3/b/4"], ["/a/{aId}/b/{bId}"]),
        (["/1/users", "/1/orders"], ["/1/orders", "/1/users"]),
        (["/api/2/users", "/api/2/orders"], ["/api/2/orders", "/api/2/users"]),
        (["/api/1/x", "/api/2/x"], ["/api/{apiId}/x"]),
        (["/v1/users", "/v2/users"], ["/v1/users", "/v2/users"]),
        (["/users/me", "/users/1"], ["/users/me", "/users/{userId}"]),
        (["/codes/ORD-1001", "/codes/ORD-1002"], ["/codes/{codeId}"]),
        (["/codes/ORD-1001"], ["/codes/ORD-1001"]),
        (["/categories/1", "/boxes/2", "/news/3"],
         ["/boxes/{boxId}", "/categories/{categoryId}", "/news/{newsId}"]),
        (["/order-lines/1/2"], ["/order-lines/{orderLineId}/{id}"]),
        (["/days/2026-01-01"], ["/days/{dayId}"]),
        (["/mail/ada@a.example"], ["/mail/{mailId}"]),
        (["/getOrdersByCustomerIdV2"], ["/getOrdersByCustomerIdV2"]),
        (["/a%7Bb%7D"], ["/a%7Bb%7D"]),
        (["/"], ["/"]),
    ],
)  # fmt: skip
def test_values_in_paths_are_parameters(
    tmp_path: Path, paths: list[str], routes: list[str]
) -> None:
    found = imported("har", tmp_path, har(*map(get, paths)))
    assert sorted(o.route.template for o in found.values()) == routes


# What is not an API


@pytest.mark.parametrize(
    ("other", "kind"),
    [
        (entry("GET", f"{API}/", media_type="text/html", _resourceType="document"), "page"),
        (entry("GET", f"{API}/x", media_type="text/html"), "page"),
        (entry("GET", f"{API}/x.js", media_type="text/javascript"), "script"),
        (entry("GET", f"{API}/x.css", media_type="text/css"), "stylesheet"),
        (entry("GET", f"{API}/x.png", media_type="image/png"), "image"),
        (entry("GET", f"{API}/x", media_type="font/woff2", _resourceType="font"), "font"),
        (entry("GET", f"{API}/x", media_type="", _resourceType="websocket"), "websocket"),
        (entry("POST", f"{API}/x", 204, media_type="", _resourceType="ping"), "ping"),
        (entry("GET", f"{API}/x", 0), "request without an answer"),
        (entry("GET", f"{API}/x", 304, media_type=""), "answer from a cache"),
        (
            entry("OPTIONS", f"{API}/x", headers={"Access-Control-Request-Method": "PUT"}),
            "preflight",
        ),
    ],
)
def test_parts_of_pages_are_left_out_and_counted(tmp_path: Path, other: Json, kind: str) -> None:
    result = run_import("har", tmp_path, har(get("/known"), other, other))
    assert result.exit_code == 0
    assert f"`{kind}` (2)" in result.stderr
    assert [o.route.template for o in read(tmp_path)] == ["/known"]


@pytest.mark.parametrize(
    "more",
    [
        {"_resourceType": "xhr", "media_type": "image/png"},
        {"_resourceType": "document", "media_type": JSON_TYPE},
        {"media_type": "text/plain"},
        {"media_type": "application/octet-stream"},
        {"media_type": ""},
    ],
)
def test_what_may_be_an_api_is_imported(tmp_path: Path, more: dict[str, Any]) -> None:
    assert len(imported("har", tmp_path, har(entry("GET", f"{API}/x", **more)))) == 1


def test_the_api_is_the_host_with_the_most_data(tmp_path: Path) -> None:
    stats = entry(
        "POST",
        "https://stats.example/collect",
        204,
        media_type="",
        sent="x",
        sent_type="text/plain",
    )
    value = har(stats, stats, stats, get("/a"), get("/b"), entry("GET", "https://b.example/c"))
    result = run_import("har", tmp_path, value)
    assert {o.route.template for o in read(tmp_path)} == {"/a", "/b"}
    assert "`stats.example` (3), `b.example` (1)" in result.stderr
    assert "--host" in result.stderr


def test_hosts_can_be_chosen(tmp_path: Path) -> None:
    value = har(get("/a"), get("/b"), entry("GET", "https://b.example:8443/c"))
    options = ("--host", "b.example:8443", "--host", "API.shop.example")
    assert len(imported("har", tmp_path, value, *options)) == 3
    result = run_import("har", tmp_path, value, "--host", "c.example")
    assert result.exit_code == 2
    assert "`api.shop.example`, `b.example:8443`" in result.stderr


# Bodies


def test_content_may_be_base64(tmp_path: Path) -> None:
    text = base64.b64encode(json.dumps({"näme": 1}).encode()).decode()
    image = base64.b64encode(b"\x89PNG\xff").decode()
    encoded = {"encoding": "base64"}
    found = imported(
        "har",
        tmp_path,
        har(
            get("/a", value=text, content=encoded),
            get("/b", value=image, media_type="image/png", content=encoded, _resourceType="fetch"),
            get("/c", value=image, content=encoded),
        ),
    )
    assert json.loads(found["GET /a"].example_responses[0].body) == {"näme": 1}
    assert found["GET /b"].response_media_types == ("image/png",)
    assert image not in text_of(tmp_path)


@pytest.mark.parametrize(
    ("text", "media_type"),
    [
        ("title=Hi+you&n=2", "application/x-www-form-urlencoded"),
        (
            '--x\r\nContent-Disposition: form-data; name="title"\r\n\r\nHi you\r\n'
            '--x\r\nContent-Disposition: form-data; name="n"\r\n\r\n2\r\n--x--\r\n',
            "multipart/form-data; boundary=x",
        ),
    ],
)
@pytest.mark.parametrize("has_params", [True, False])
def test_forms(tmp_path: Path, text: str, media_type: str, has_params: bool) -> None:
    sent = entry("POST", f"{API}/x", value={}, sent=text, sent_type=media_type)
    if has_params:
        space = "+" if "urlencoded" in media_type else " "
        fields = {"title": f"Hi{space}you", "n": "2"}
        params = [{"name": name, "value": value} for name, value in fields.items()]
        sent["request"]["postData"] = {"mimeType": media_type, "params": params}
    [found] = imported("har", tmp_path, har(sent)).values()
    [body] = found.request_bodies
    assert {row.name: row.type and row.type.written for row in body.properties} == {
        "title": "string",
        "n": "int32",
    }
    assert "Hi you" in found.example_requests[0].body.replace("+", " ")


def test_long_lists_are_shortened(tmp_path: Path) -> None:
    value = [{"id": n, "text": "x" * 50} for n in range(2000)]
    [found] = imported("har", tmp_path, har(get("/x", value=value))).values()
    assert len(json.loads(found.example_responses[0].body)) == 3


# Bad input


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ('{"log": {"entries": [', "cannot be read"),
        ({"log": {}}, "no list `entries`"),
        ({"item": []}, "no list `entries`"),
        ({"log": {"entries": []}}, "no operation"),
        (har(entry("GET", API, media_type="text/html")), "no operation"),
    ],
)
def test_what_is_no_har_file_is_refused(tmp_path: Path, value: Any, said: str) -> None:
    result = run_import("har", tmp_path, value)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not (tmp_path / "docs").exists()


def test_broken_entries_are_reported(tmp_path: Path) -> None:
    broken = [5, {}, {"request": {"url": "https://[x"}}, {"request": {"url": "data:text/plain,x"}}]
    result = run_import("har", tmp_path, har(get("/x"), *broken))
    assert result.exit_code == 1
    assert "CS045" in result.stderr
    assert len(read(tmp_path)) == 1


def test_standard_input_is_read(tmp_path: Path) -> None:
    out = str(tmp_path / "docs")
    result = CliRunner().invoke(main, ["import", "har", "-", "--out", out], input=json.dumps(SHOP))
    assert result.exit_code == 0
    assert len(read(tmp_path)) == 4


@pytest.mark.parametrize("kind", ["har", "postman"])
def test_recordings_update_no_pages(kind: str, tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text("{}")
    ran = CliRunner().invoke(main, ["import", kind, str(file), "--update"])
    assert ran.exit_code == 2
    assert "cannot be updated by it" in " ".join(ran.output.split())


@pytest.mark.slow
def test_a_recording_becomes_a_site_samples_and_a_server(tmp_path: Path) -> None:
    """It takes all programs that a reader of the guide runs, one after the other."""
    (tmp_path / "shop.har").write_text(json.dumps(SHOP))

    def command(*arguments: str) -> str:
        result = subprocess.run(
            [sys.executable, "-m", *arguments],
            cwd=tmp_path,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert result.returncode == 0, result.stdout + result.stderr
        return result.stdout

    command("callsheet", "import", "har", "shop.har")
    command("callsheet", "init")
    assert command("callsheet", "check").startswith("No findings")
    command("mkdocs", "build", "--strict")
    pages = (tmp_path / "site/reference").glob("*/*/index.html")
    assert sorted(page.parent.parent.name for page in pages) == ["customers"] + 3 * ["orders"]
    assert "5 programs" in (tested := command("callsheet", "test"))
    assert "5 passed" in tested
    with served(tmp_path) as url:
        answer = requests.get(f"{url}/api/v1/orders/1", timeout=30)
        assert (answer.status_code, answer.json()) == (200, ORDER)
        refused = requests.get(f"{url}/api/v1/orders?limit=many", timeout=30)
        assert refused.status_code == 422
