"""What readers may keep: how much, how many, and for how long; and what a patch may cost."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import requests

from callsheet.configuration import DEFAULT_DATABASE
from callsheet.server.http.problems import Problem
from callsheet.server.journal import OF_UNCHANGED, JournalEntry, MemoryJournal
from callsheet.server.limits import KIB, MIB, Limits
from callsheet.server.resources import lifecycle
from callsheet.server.resources.patching import JSON_PATCH, MERGE_PATCH, PatchError, patched
from callsheet.server.storage.store import DatabaseStore
from tests import parcels
from tests.limits import Row, tries
from tests.limits.server import serving
from tests.limits.yaml import number
from tests.limits.yaml import patched as with_limit
from tests.processes import SECONDS, Client
from tests.test_imported_lives import imported, resource


def eventually(happens: Callable[[], bool]) -> None:
    """Wait until something happens, but not for ever."""
    until = time.monotonic() + SECONDS
    while not happens():
        assert time.monotonic() < until


@contextmanager
def keeping(**limits: Any) -> Iterator[DatabaseStore]:
    """A store with other limits, of workspaces that begin with nothing."""
    with closing(DatabaseStore(DEFAULT_DATABASE, lambda _: None, Limits(**limits))) as store:
        yield store


def status_of(store: DatabaseStore, workspace: str, size: int = 1) -> int:
    """What writing to a workspace is answered with, where nothing is wrong with that 200."""
    try:
        with store.transaction(workspace) as state:
            state.put("visits", 1, {"text": "x" * size})
    except Problem as problem:
        return problem.status
    return 200


def is_new(store: DatabaseStore, workspace: str) -> bool:
    """Whether a workspace has nothing of a visitor's."""
    with store.transaction(workspace, writing=False) as state:
        return state.get("visits", 1) is None


@tries("what is stored of a member of a collection, as JSON")
def member_size(row: Row, folder: Path) -> None:
    with keeping(member_bytes=KIB) as store:
        empty = len('{"text": ""}')
        assert status_of(store, "w", KIB - empty) == 200
        assert str(status_of(store, "w", KIB - empty + 1)) == row.answer
        with store.transaction("w", writing=False) as state:
            assert state.get("visits", 1) == {"text": "x" * (KIB - empty)}


@tries("texts that are tried as the id of a new member")
def ids(row: Row, folder: Path) -> None:
    assert number(row) == lifecycle.MAX_TRIES
    few = {"type": "string", "pattern": "^[a-c]$"}
    with (
        with_limit(lifecycle, "MAX_TRIES", 40),
        imported(folder, resource("/t", "id", few)) as reader,
    ):
        for have in range(len(reader.json("GET", "/t")), 4):
            answer = reader.ask("POST", "/t", {"name": "A"})
            assert str(answer.status) == ("201" if have < 3 else row.answer)


@tries("members of a list, with 256 bytes more for each")
def list_size(row: Row, folder: Path) -> None:
    limits = Limits(list_bytes=16 * KIB)
    with parcels.serving(parcels.catalog_of(parcels.PAGES), limits=limits) as (server, store):
        reader = parcels.Reader(server, store)
        begun = len(reader.json("GET", "/api/Parcel")["value"])
        for _ in range(4):
            reader.json("POST", "/api/Parcel", {"Note": "x" * KIB})
        assert len(reader.json("GET", "/api/Parcel")["value"]) == 4 + begun
        for _ in range(8):
            reader.json("POST", "/api/Parcel", {"Note": "x" * KIB})
        for query in ("", "?$top=99", "?$top=1&$filter=ParcelId%20eq%201", "?$top=1&$orderby=Note"):
            answer = reader.ask("GET", f"/api/Parcel{query}")
            assert str(answer.status) in row.answer
            assert "16,384" in parcels.problem(answer, answer.status)["detail"]
        assert len(reader.json("GET", "/api/Parcel?$top=4&$skip=6")["value"]) == 4


@tries("what is stored in a workspace")
def workspace_size(row: Row, folder: Path) -> None:
    with keeping(workspace_bytes=10 * KIB) as store:
        assert status_of(store, "w", 9 * KIB) == 200
        assert status_of(store, "w", 8 * KIB) == 200
        assert str(status_of(store, "w", 10 * KIB)) == row.answer
        with store.transaction("w", writing=False) as state:
            assert state.get("visits", 1) == {"text": "x" * 8 * KIB}
        assert status_of(store, "other", 9 * KIB) == 200


def pass_by(milliseconds: int) -> None:
    """Wait until the clock shows so much more."""
    until = time.time_ns() // 1_000_000 + milliseconds
    eventually(lambda: time.time_ns() // 1_000_000 >= until)


@tries("workspaces")
def workspaces(row: Row, folder: Path) -> None:
    with keeping(workspaces=3, workspace_idle_seconds=0.1) as store:
        assert status_of(store, "often") == status_of(store, "often") == 200
        assert status_of(store, "a") == 200
        pass_by(1)  # the times of use are kept in milliseconds
        assert status_of(store, "b") == 200
        # As soon as none is in use, the one that was changed least, and longest ago, makes room.
        pass_by(101)
        assert status_of(store, "c") == 200
        assert [is_new(store, name) for name in ("often", "a", "b", "c")] == [False, True] + 2 * [
            False
        ]


@tries("a workspace that is not used")
def unused_workspace(row: Row, folder: Path) -> None:
    with keeping(workspace_seconds=0.2) as store:
        assert status_of(store, "w") == 200
        # Nobody asks for it, and nobody begins another.
        eventually(lambda: _number_of_rows(store) == 0)
        assert is_new(store, "w")


def _number_of_rows(store: DatabaseStore) -> int:
    tables = ("workspace", "document")
    with store._database.begin(writing=False) as connection:
        numbers = [
            connection.exec_driver_sql(f"SELECT count(*) FROM callsheet_{table}").scalar_one()  # noqa: S608
            for table in tables
        ]
    return sum(numbers)


@tries("a workspace that was just used")
def busy_workspace(row: Row, folder: Path) -> None:
    with keeping(workspaces=1) as store:
        assert status_of(store, "mine") == 200
        assert str(status_of(store, "yours")) in row.answer
        assert not is_new(store, "mine")
    with keeping(workspaces=1, workspace_idle_seconds=0.1) as store:
        assert status_of(store, "mine") == 200
        eventually(lambda: status_of(store, "yours") == 200)


@tries("new workspaces in a minute")
def new_workspaces(row: Row, folder: Path) -> None:
    with serving(Limits(new_workspaces=2)) as url:
        for name, status in (("a", 204), ("b", 204), ("c", 429), ("a", 204), ("", 204)):
            with Client(url, name) as client:
                answer = client.agent("ChangePersonImage", PersonId=1, BlobId=0)
                assert answer.status_code == status, answer.text
                # Who only reads begins none.
                assert client.image(2).status_code == 200
            if status == 429:
                assert row.answer.startswith("429")
                assert 0 < int(answer.headers["Retry-After"]) <= 60


def signed_in(url: str) -> requests.Session:
    """A new session, of a client that has nothing else to sign in with."""
    with Client(url) as client:
        begun = client.post("/-/session")
        assert begun.status_code == 200, begun.text
        session = requests.Session()
        session.cookies.update(client.cookies)
        session.headers["X-XSRF-TOKEN"] = begun.json()["XsrfToken"]
        return session


def signs_in(session: requests.Session, url: str) -> int:
    """The status of an answer to who belongs to a session."""
    return session.get(f"{url}/api/v1/Person/1/ImageInfo", timeout=SECONDS).status_code


@tries("sessions of a workspace")
def sessions(row: Row, folder: Path) -> None:
    with serving(Limits(sessions=2)) as url:
        begun = [signed_in(url) for _ in range(3)]
        assert [signs_in(session, url) for session in begun] == [401, 200, 200]


@tries("a session")
def session_time(row: Row, folder: Path) -> None:
    with serving(Limits(session_seconds=0.5)) as url:
        session = signed_in(url)
        eventually(lambda: signs_in(session, url) == int(row.answer))
    with serving(Limits()) as url:
        assert signs_in(signed_in(url), url) == 200


def refusal(patch: Any, document: dict[str, Any], media_type: str = JSON_PATCH) -> str:
    """Why a patch is refused; empty where it is not."""
    try:
        patched(document, patch, media_type, Limits())
    except PatchError as error:
        return str(error)
    return ""


@tries("requests that are remembered of workspaces that nobody wrote to")
def remembered_requests(row: Row, folder: Path) -> None:
    number = int(row.limit.replace(",", ""))
    assert number == OF_UNCHANGED
    with keeping() as store:
        assert status_of(store, "written to") == 200
        journal = MemoryJournal(store.has_stored)
        for n in range(number + 1):
            name = {0: "written to", 1: "only read"}.get(n, f"made up {n}")
            journal.note(JournalEntry(f"{n}", "", "GET", "/", None, 200, 0, name))
        assert len(journal.last("only read")) == len(journal.last("made up 500")) == 1
        for n in range(10):
            journal.note(JournalEntry(f"{n}", "", "GET", "/", None, 200, 0, f"more {n}"))
        assert [len(journal.last(name)) for name in ("written to", "only read")] == [1, 0]
        assert len(journal.last("more 9")) == 1


@tries("operations of a JSON Patch")
def patch_operations(row: Row, folder: Path) -> None:
    insert = {"op": "add", "path": "/a/0", "value": 1}
    number = int(row.limit.replace(",", ""))
    assert not refusal([insert] * number, {"a": []})
    assert f"{number}" in refusal([insert] * (number + 1), {"a": []})
    assert f"{number}" in refusal([insert] * 200_000, {"a": []})


@tries("values that a patch leaves, copies or moves")
def patch_values(row: Row, folder: Path) -> None:
    number = int(row.limit.replace(",", ""))
    add = [{"op": "add", "path": "/a/-", "value": 1}]
    # The object itself and the array are values, too.
    assert not refusal(add, {"a": [0] * (number - 3)})
    assert f"{number}" in refusal(add, {"a": [0] * (number - 2)})
    assert f"{number}" in refusal({"b": 1}, {"a": [0] * (number - 2)}, MERGE_PATCH)
    double = {"op": "copy", "from": "/a", "path": "/a/-"}
    assert f"{number}" in refusal([double] * 60, {"a": [0]})
    copies = [{"op": "copy", "from": "/a", "path": f"/b/{n}"} for n in range(100)]
    assert f"{number}" in refusal(copies, {"a": "x" * MIB, "b": []})
    there = {"op": "move", "from": "/a/x", "path": "/b/x"}
    back = {"op": "move", "from": "/b/x", "path": "/a/x"}
    assert f"{number}" in refusal([there, back] * 50, {"a": {"x": [0] * 2000}, "b": {}})


@tries("levels of what a patch leaves")
def patch_depth(row: Row, folder: Path) -> None:
    depth = int(row.limit)

    def nest(levels: int) -> list[dict[str, Any]]:
        return [{"op": "add", "path": "/a" * n, "value": {}} for n in range(1, levels)]

    assert not refusal(nest(depth), {})
    assert f"{depth}" in refusal(nest(depth + 1), {})
    assert f"{depth}" in refusal(nest(900), {})
    deeper = {"op": "copy", "from": "", "path": "/a"}
    assert f"{depth}" in refusal([deeper] * 900, {"b": {"c": {}}})
    moved = [{"op": "move", "from": "/b", "path": "/a" * (depth - 1)}]
    assert f"{depth}" in refusal([*nest(depth - 1), *moved], {"b": {"c": {}}})
    deep: Any = {}
    for _ in range(depth):
        deep = {"a": deep}
    assert f"{depth}" in refusal(deep, {}, MERGE_PATCH)
