"""State: kept, shared by processes, apart by workspace, bounded, and safe from crashes.

Each test that takes `database` runs on SQLite and on PostgreSQL.
"""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from callsheet.errors import StoreError
from callsheet.server.http.problems import Problem
from callsheet.server.limits import Limits
from callsheet.server.state import State
from callsheet.server.storage.database import Database, in_memory
from callsheet.server.storage.store import DatabaseStore
from tests.processes import Client, assert_stored, in_threads, served, write_until_killed

THINGS = "things"


def seed(state: State) -> None:
    state.put(THINGS, state.next_key(THINGS), {"name": "seeded"})


def names(store: DatabaseStore, workspace: str) -> list[str]:
    with store.transaction(workspace, writing=False) as state:
        return [document["name"] for _, document in state.items(THINGS)]


def add(store: DatabaseStore, workspace: str, name: str) -> int:
    with store.transaction(workspace) as state:
        key = state.next_key(THINGS)
        state.put(THINGS, key, {"name": name}, name.encode())
        return key


def rows(store: DatabaseStore, table: str) -> list[tuple[Any, ...]]:
    """The rows of a table; the first column is the name of a workspace."""
    with store._database.begin(writing=False) as connection:
        found = connection.exec_driver_sql(
            f"SELECT * FROM callsheet_{table}"  # noqa: S608 - our own names
        )
        return [tuple(row) for row in found]


def count_workspaces(store: DatabaseStore, candidates: list[str]) -> int:
    """How many of the workspaces still have what was added to them."""
    return sum(len(names(store, name)) == 2 for name in candidates)


def test_what_is_stored_comes_back(database: str) -> None:
    store = DatabaseStore(database, seed)
    with store.transaction("") as state:
        state.put("a", 1, {"text": "\u00e6\u0000\ud83d", "none": None}, b"\x00\xff")
        state.put("a", "key", {})
    with store.transaction("") as state:
        assert state.get("a", 1) == {"text": "\u00e6\u0000\ud83d", "none": None}
        assert state.content("a", 1) == b"\x00\xff"
        assert [key for key, _ in state.items("a")] == ["1", "key"]
        assert state.modified("a", 1) is not None
        assert state.delete("a", 1)
        assert not state.delete("a", 1)
        assert state.get("a", 1) is None
        assert state.modified("a", 1) is None
    store.close()


def test_numbers_come_in_their_order_before_texts(database: str) -> None:
    store = DatabaseStore(database, seed)
    with store.transaction("") as state:
        for key in ("b", 10, 9, "a"):
            state.put("a", key, {})
        assert [key for key, _ in state.items("a")] == ["9", "10", "a", "b"]
    store.close()


@pytest.mark.parametrize("text", ["x" * 5000, "nul \0", "\ud800", "line\nbreak", "", "æ" * 200])
def test_any_text_is_a_key_and_a_collection(database: str, text: str) -> None:
    store = DatabaseStore(database, seed)
    with store.transaction("") as state:
        assert state.get(text, text) is None
        state.put(text, text, {"n": 1})
        state.put(text, f"{text}!", {"n": 2})
        assert state.get(text, text) == {"n": 1}
        assert state.get(text, f"{text}!") == {"n": 2}
        assert state.next_key(text) == 1
        assert len(list(state.items(text))) == 2
    store.close()


def test_a_block_that_raises_leaves_nothing(database: str) -> None:
    store = DatabaseStore(database, seed)

    def fail(state: State) -> None:
        state.put(THINGS, 1, {"name": "changed"})
        state.next_key(THINGS)
        raise RuntimeError

    with pytest.raises(RuntimeError), store.transaction("w") as state:
        fail(state)
    assert names(store, "w") == ["seeded"]
    assert add(store, "w", "second") == 2
    store.close()


def test_a_transaction_that_uses_no_state_keeps_nobody_waiting(database: str) -> None:
    one, other = DatabaseStore(database, seed), DatabaseStore(database, seed)
    with one.transaction("w"):
        assert add(other, "w", "second") == 2
    one.close()
    other.close()


def test_workspaces_are_apart_and_seeded_afresh(database: str) -> None:
    store = DatabaseStore(database, seed)
    add(store, "a", "mine")
    assert names(store, "a") == ["seeded", "mine"]
    assert names(store, "b") == names(store, "") == ["seeded"]
    store.close()


def test_what_one_store_writes_the_other_reads(database: str) -> None:
    one, other = DatabaseStore(database, seed), DatabaseStore(database, seed)
    assert add(one, "w", "of one") == 2
    assert names(other, "w") == ["seeded", "of one"]
    assert add(other, "w", "of the other") == 3
    assert names(one, "w") == ["seeded", "of one", "of the other"]
    one.close()
    other.close()


def test_workers_that_begin_at_once_seed_once(database: str) -> None:
    stores = [DatabaseStore(database, seed) for _ in range(4)]
    found = in_threads(8, lambda number: [names(stores[number % 4], "w") for _ in range(3)])
    assert found == [["seeded"]] * 24
    for store in stores:
        store.close()


def test_no_key_is_given_twice(database: str) -> None:
    stores = [DatabaseStore(database, seed) for _ in range(2)]

    def create(number: int) -> list[int]:
        return [add(stores[number % 2], "w", f"{number}") for _ in range(15)]

    keys = in_threads(6, create)
    assert sorted(keys) == list(range(2, 92))
    assert len(names(stores[0], "w")) == 91
    for store in stores:
        store.close()


def test_what_is_read_and_then_written_is_not_lost(database: str) -> None:
    """The transactions of a workspace take turns, so that none overwrites what it hasn't seen."""
    stores = [DatabaseStore(database, seed) for _ in range(2)]

    def count_up(number: int) -> list[int]:
        for _ in range(15):
            with stores[number % 2].transaction("w") as state:
                known = state.get("counts", 1) or {"count": 0}
                state.put("counts", 1, {"count": known["count"] + 1})
        return []

    in_threads(6, count_up)
    with stores[0].transaction("w") as state:
        assert state.get("counts", 1) == {"count": 90}
    for store in stores:
        store.close()


def test_an_unused_workspace_begins_anew_and_everybodys_stays(database: str) -> None:
    store = DatabaseStore(database, seed, Limits(workspace_seconds=0.1))
    for workspace in ("", "mine"):
        add(store, workspace, "added")
    until = time.monotonic() + 0.2
    while time.monotonic() < until:
        assert names(store, "other") == ["seeded"]
    assert names(store, "mine") == ["seeded"]
    assert add(store, "mine", "again") == 2
    assert names(store, "") == ["seeded", "added"]
    store.close()


def test_a_use_keeps_a_workspace(database: str) -> None:
    store = DatabaseStore(database, seed, Limits(workspace_seconds=1))
    add(store, "mine", "added")
    until = time.monotonic() + 1.3
    while time.monotonic() < until:
        assert names(store, "mine") == ["seeded", "added"]
    store.close()


def test_a_flood_of_workspaces_is_bounded(database: str) -> None:
    store = DatabaseStore(database, seed, Limits(workspaces=5, workspace_idle_seconds=1e-9))
    add(store, "", "added")
    flood = [f"flood {number}" for number in range(20)]
    for name in flood:
        add(store, name, "added")
    for table in ("document", "counter", "workspace"):
        # The last ones, and everybody's.
        assert {row[0] for row in rows(store, table)} == {"", *flood[-5:]}
    assert names(store, "") == ["seeded", "added"]
    assert count_workspaces(store, flood[-1:]) == 1
    store.close()


def test_a_workspace_that_another_worker_dropped_is_seeded_again(database: str) -> None:
    one = DatabaseStore(database, seed)
    other = DatabaseStore(database, seed, Limits(workspaces=1, workspace_idle_seconds=1e-9))
    add(one, "mine", "added")
    add(other, "somebody's", "added")
    assert names(one, "mine") == ["seeded"]
    assert add(one, "mine", "again") == 2
    one.close()
    other.close()


def test_a_flood_from_workers_at_once_leaves_every_workspace_seeded(database: str) -> None:
    few = Limits(workspaces=3, workspace_idle_seconds=1e-9)
    stores = [DatabaseStore(database, seed, few) for _ in range(3)]

    def flood(number: int) -> list[list[str]]:
        found = []
        for n in range(20):
            name = f"{(number * 7 + n) % 11}"
            # It is refused where all of the three are being changed at this moment.
            with suppress(Problem):
                add(stores[number % 3], name, "added")
            found.append(names(stores[number % 3], name)[:1])
        return found

    assert in_threads(6, flood) == [["seeded"]] * 120
    assert len(rows(stores[0], "workspace")) <= 3
    for store in stores:
        store.close()


def test_reset_forgets_everything(database: str) -> None:
    for reset, expected in ((False, 2), (False, 3), (True, 2)):
        kept = Database(database, reset=reset)
        store = DatabaseStore(kept, seed)
        assert add(store, "w", "added") == expected
        store.close()


def test_a_database_that_fails_is_told(tmp_path: Path) -> None:
    store = DatabaseStore(f"sqlite:///{tmp_path / 'state.db'}", seed)
    store.check()
    store.close()
    (tmp_path / "state.db").write_bytes(b"no database at all" * 1000)
    with pytest.raises(StoreError, match="does not answer"):
        store.check()


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("sqlite://", True),
        ("sqlite:///:memory:", True),
        ("sqlite:///file:x?mode=memory&uri=true", True),
        ("sqlite:///callsheet.db", False),
        ("postgresql://host/name", False),
        ("nonsense", False),
    ],
)
def test_a_database_in_memory_is_recognised(url: str, expected: bool) -> None:
    assert in_memory(url) is expected


def test_a_crash_loses_nothing_that_was_acknowledged(database: str) -> None:
    with served("--database", database) as server:
        acknowledged = write_until_killed(server)
    with served("--database", database) as server:
        assert_stored(server, acknowledged)


def test_servers_on_one_database_have_one_truth(database: str) -> None:
    arguments = ("--database", database)
    with served(*arguments) as one, served(*arguments) as other:

        def create(number: int) -> list[int]:
            with Client((one, other)[number % 2].url) as client:
                return [client.store_blob(f"{number}") for _ in range(15)]

        blobs = in_threads(6, create)
        assert len(set(blobs)) == 90
        with Client(one.url) as first, Client(other.url) as second:
            blob = first.store_blob("of one")
            assert second.blob(blob)["Description"] == "of one"


def test_an_api_workspace_is_the_readers_own(shared_server: str) -> None:
    mine, yours = uuid4().hex, uuid4().hex
    with Client(shared_server, mine) as client, Client(shared_server, yours) as other:
        assert client.store_blob("mine") == other.store_blob("yours")
        assert client.blob(5)["Description"] == "mine"
        assert other.blob(5)["Description"] == "yours"
    with Client(shared_server) as client:
        client.cookies.set("callsheet-workspace", mine)
        assert client.blob(5)["Description"] == "mine"
