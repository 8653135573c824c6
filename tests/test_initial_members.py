"""What collections begin with by a file, and pages that change while the server runs."""

from __future__ import annotations

import json
import signal
import subprocess
import time
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import requests

from callsheet.errors import ConfigurationError
from callsheet.server.adapters.app import background, create_app
from callsheet.server.resources.initial_members import (
    MAX_MEMBERS,
    MAX_WORKSPACES,
    InitialMembers,
)
from callsheet.server.settings import Settings
from tests.parcels import Reader, catalog_of, page, serving
from tests.processes import CALLSHEET, SECONDS, served
from tests.test_mock_control import CATALOG, THING, ask

# Each starts servers as processes of their own, which takes seconds.
pytestmark = pytest.mark.slow

FILE = {
    "/api/Thing": [{"ThingId": 40, "Password": "a"}, {"Password": "b"}],
    "workspaces": {"demo": {"/api/Thing/": []}},
}


def app_with(value: Any) -> Any:
    settings = Settings(initial=InitialMembers.read(value, "seed.yml"))
    return create_app(CATALOG, "sqlite://", settings=settings)


def test_collections_begin_with_what_the_file_has() -> None:
    with background(app_with(FILE)) as url:
        found = ask(url, path="/api/Thing").json()
        assert [(item["ThingId"], item["Password"]) for item in found] == [(40, "a"), (41, "b")]
        assert ask(url, "POST", "/api/Thing", json={}).json()["ThingId"] == 42
        assert ask(url, path="/api/Thing/1").status_code == 404
        demo = {"Callsheet-Workspace": "demo"}
        assert ask(url, path="/api/Thing", headers=demo).json() == []
        assert ask(url, "POST", "/-/reset").status_code == 204
        assert ask(url, path="/api/Thing").json() == found


def test_members_without_a_key_get_one_of_its_type() -> None:
    rows = (("ThingId", "uuid", "Which one."), ("Name", "string", "Its name."))
    by_name = (("Name", "string", "Its name. **Required**"), ("Size", "int32", "How big."))
    catalog = catalog_of(
        {
            "getThing": page(
                "getThing", "GET /api/Thing/{ThingId}", path=rows[:1], rows=rows, type_="Thing"
            ),
            "listThings": page("listThings", "GET /api/Thing", rows=rows, type_="array of Thing"),
            "addThing": page("addThing", "POST /api/Thing", body=rows, rows=rows, type_="Thing"),
            "getBox": page("getBox", "GET /api/Box/{Name}", path=by_name[:1], rows=by_name),
            "listBoxes": page("listBoxes", "GET /api/Box", rows=by_name, type_="array of Box"),
            "addBox": page("addBox", "POST /api/Box", body=by_name, rows=by_name),
        }
    )
    things = [{"Name": "a"}, {"ThingId": "0b0e3a52-6d1e-4c53-9a35-3ee4e2b1b0a1"}, {"Name": "b"}]
    value = {"/api/Thing": things, "/api/Box": [{"Size": 1}, {"Name": "1"}, {"Name": "2"}]}
    initial = InitialMembers.read(value, "seed.yml")
    with serving(catalog, settings=Settings(initial=initial)) as (server, store):
        reader = Reader(server, store)
        ids = [UUID(item["ThingId"]) for item in reader.json("GET", "/api/Thing")]
        assert len(set(ids)) == 3
        assert reader.json("GET", f"/api/Thing/{ids[0]}")
        names = {box["Name"] for box in reader.json("GET", "/api/Box")}
        assert len(names) == 3
        assert {"1", "2"} < names


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ([], "not a mapping of routes"),
        ({"/api/Thing": {}}, "`/api/Thing` is not a list of members"),
        ({"/api/Thing": [1]}, "`/api/Thing` is not a list of members"),
        ({"/api/Nothing": []}, "`/api/Nothing` is not a collection; there are: /api/thing"),
        ({"/api/Thing": [THING, {"ThingId": "x"}]}, "member 2 of `/api/Thing`: `/ThingId` is not"),
        ({"workspaces": []}, "`workspaces` is not a mapping"),
        ({"workspaces": {str(n): {} for n in range(MAX_WORKSPACES + 1)}}, "up to 100 names"),
        ({"workspaces": {"a": {"/api/Nothing": []}}}, "`/api/Nothing` is not a collection"),
        ({"/api/Thing": [{}] * (MAX_MEMBERS + 1)}, "more than 10,000 members"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused(value: Any, message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        app_with(value)


@pytest.mark.parametrize(
    ("name", "text"), [("seed.yml", "a: [b"), ("seed.json", "{"), ("no.yml", "")]
)
def test_the_command_says_what_is_wrong_with_the_file(name: str, text: str, tmp_path: Path) -> None:
    if text:
        (tmp_path / name).write_text(text)
    (tmp_path / "docs").mkdir()
    done = subprocess.run(
        [CALLSHEET, "serve", "--docs", tmp_path / "docs", "--seed", tmp_path / name],
        capture_output=True,
        text=True,
        check=False,
        timeout=SECONDS,
    )
    assert done.returncode == 2
    assert name in done.stderr


def write_pages(folder: Path, example: dict[str, Any]) -> None:
    folder.mkdir(exist_ok=True)
    rows = (("ThingId", "int32", "Its number."), ("Name", "string", "Its name."))
    which = (("id", "int32", "Which one. **Required**"),)
    texts = {
        "get": page("get", "GET /api/Thing/{id}", path=which, rows=rows, example=example),
        "add": page("add", "POST /api/Thing", body=rows, rows=rows, example=example),
        "hello": page("hello", "GET /api/Hello", rows=rows, example=example),
    }
    for uid, text in texts.items():
        (folder / f"{uid}.md").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("workers", [(), ("--workers", "2")])
def test_pages_change_and_the_state_stays(tmp_path: Path, workers: tuple[str, ...]) -> None:
    docs = tmp_path / "docs"
    write_pages(docs, {"ThingId": 1, "Name": "before"})
    database = ("--database", f"sqlite:///{tmp_path / 'state.db'}")
    with served("--docs", docs, "--watch", *database, *workers) as server:
        created = ask(server.url, "POST", "/api/Thing", json={"Name": "mine"}).json()
        assert ask(server.url, path="/api/Hello").json()["Name"] == "before"
        write_pages(docs, {"ThingId": 1, "Name": "after"})
        end = time.monotonic() + SECONDS
        # Each worker takes over the change when it sees it.
        while {ask(server.url, path="/api/Hello").json()["Name"] for _ in range(9)} != {"after"}:
            assert time.monotonic() < end
        # What nobody has changed is as the pages are now.
        assert ask(server.url, path="/api/Thing/1").json()["Name"] == "after"
        path = f"/api/Thing/{created['ThingId']}"
        assert ask(server.url, path=path).json()["Name"] == "mine"


def test_refusals_are_logged_with_the_line_of_the_page() -> None:
    with served("--refusal-log") as server:
        url, headers = server.url, {"Authorization": "Bearer callsheet"}
        address = f"{url}/api/v1/Person/secret-x/ImageInfo?token=secret-y"
        requests.get(address, headers=headers, timeout=SECONDS)
        requests.get(f"{url}/api/v1/Nowhere%0Ax", headers=headers, timeout=SECONDS)
        requests.get(f"{url}/-/health", timeout=SECONDS)
        _, _, errors = server.end(signal.SIGINT)
    wrong, *_, unknown = errors.splitlines()[4:]
    assert wrong.startswith("422 GET /api/v1/Person/secret-x/ImageInfo: ")
    assert ".md:" in wrong
    assert "secret-y" not in errors
    assert unknown.startswith("404 GET /api/v1/Nowhere%0Ax: ")


def test_refusals_are_not_logged_where_nobody_may_read_it() -> None:
    with served() as server:
        # More than a pipe holds that is not read.
        target = f"{server.url}/api/v1/{'x' * 4000}"
        for _ in range(20):
            assert requests.get(target, timeout=SECONDS).status_code == 404
        _, _, errors = server.end(signal.SIGINT)
    assert "404" not in errors


def test_the_file_may_be_json_or_yaml(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    write_pages(docs, {"ThingId": 1, "Name": "a"})
    for name, text in (
        ("seed.json", json.dumps({"/api/Thing": [{"ThingId": 9, "Name": "z"}]})),
        ("seed.yml", "/api/Thing:\n- ThingId: 9\n  Name: z\n"),
    ):
        (tmp_path / name).write_text(text)
        with served("--docs", docs, "--seed", tmp_path / name) as server:
            assert ask(server.url, path="/api/Thing/9").json() == {"ThingId": 9, "Name": "z"}
