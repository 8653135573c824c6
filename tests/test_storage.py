"""What is stored of what readers do: nothing of reading, no more than there may be, and nothing of
what cannot be stored, while reading goes on.

Each test that takes `database` runs on SQLite and on PostgreSQL.
"""

from __future__ import annotations

import random
import resource
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from callsheet.catalog import Catalog
from callsheet.contrib.superoffice.pack import PACK as SUPEROFFICE
from callsheet.errors import StoreError, StoreFullError
from callsheet.http.headers import Headers
from callsheet.server.adapters.app import background, create_app
from callsheet.server.core import ReferenceServer
from callsheet.server.engine.call import Answer, Call
from callsheet.server.http.messages import HttpRequest
from callsheet.server.http.problems import Problem
from callsheet.server.journal import JournalEntry
from callsheet.server.limits import KIB, Limits
from callsheet.server.pack import Pack
from callsheet.server.state import SEEDED, State
from callsheet.server.storage.database import Database
from callsheet.server.storage.shared_journal import SharedJournal
from callsheet.server.storage.store import DatabaseStore
from tests.processes import SECONDS, Client, in_threads, picture, served
from tests.test_store import add, names, rows

TABLES = ("workspace", "document", "counter")
IMAGE = "/api/v1/Person/1/Image"


def seed(state: State) -> None:
    for name in ("things", "owned#"):
        for text in ("one", "two"):
            state.put(name, state.next_key(name), {"name": text}, text.encode())
    state.put("things", "extra", {"name": "extra"})


@pytest.fixture
def store(database: str) -> Iterator[DatabaseStore]:
    with closing(DatabaseStore(database, seed, Limits(workspace_bytes=20 * KIB))) as store:
        yield store


def stored(store: DatabaseStore) -> list[Any]:
    """All rows of all tables."""
    return [row for table in TABLES for row in rows(store, table)]


def sizes(store: DatabaseStore) -> tuple[int, int]:
    """What the counters of all workspaces say, and what is there."""
    with store._database.begin(writing=False) as connection:
        found = [
            connection.exec_driver_sql(statement).scalar_one()
            for statement in (
                "SELECT coalesce(sum(bytes), 0) FROM callsheet_workspace",
                "SELECT coalesce(sum(bytes), 0) FROM callsheet_document",
                "SELECT count(*) FROM callsheet_counter",
            )
        ]
    return int(found[0]), int(found[1]) + 256 * int(found[2])


def read_all(state: State) -> list[Any]:
    collections = ("things", "owned#mine", "nothing")
    return [
        [*state.items(name), state.get(name, 1), state.modified(name, 2), state.content(name, 1)]
        for name in collections
    ]


# Reading


def test_reading_stores_nothing(store: DatabaseStore) -> None:
    for number in range(20):
        for writing in (False, True):
            with store.transaction(f"{number}", writing=writing) as state:
                for owner in range(5):
                    assert [document for _, document in state.items(f"owned#{owner}")] == [
                        {"name": "one"},
                        {"name": "two"},
                    ]
                assert not state.delete("things", 9)
    assert stored(store) == []


def test_what_only_reads_cannot_change_anything(store: DatabaseStore) -> None:
    changes: list[Callable[[State], Any]] = [
        lambda state: state.put("things", 1, {}),
        lambda state: state.next_key("things"),
        lambda state: state.delete("things", 1),
    ]
    add(store, "known", "added")
    before = stored(store)
    for workspace in ("new", "known"):
        for change in changes:
            with (
                pytest.raises(RuntimeError, match="only read"),
                store.transaction(workspace, writing=False) as state,
            ):
                change(state)
    assert stored(store) == before


def count_readers(call: Call) -> Answer:
    return Answer(call.state.next_key("readers"))


def test_a_behaviour_cannot_write_under_get(catalog: Catalog) -> None:
    counting = Pack(lambda _operations: {"v1PersonEntity_GetImageInfo": count_readers})
    server = ReferenceServer(catalog, [counting])
    fields = Headers([("Authorization", "Bearer callsheet")])
    with closing(DatabaseStore("sqlite://", server.seed)) as store:
        with pytest.raises(RuntimeError, match="only read"):
            server.answer(HttpRequest("GET", "/api/v1/Person/1/ImageInfo", headers=fields), store)
        assert stored(store) == []


def test_what_reads_sees_one_moment(database: str) -> None:
    with (
        closing(DatabaseStore(database, seed)) as one,
        closing(DatabaseStore(database, seed)) as other,
    ):
        add(one, "w", "before")
        with one.transaction("w", writing=False) as state:
            before = [*state.items("things")]
            add(other, "w", "meanwhile")
            assert [*state.items("things")] == before
        assert "meanwhile" in names(one, "w")


# What a workspace begins with


def test_a_change_concerns_nothing_else(store: DatabaseStore) -> None:
    with store.transaction("before", writing=False) as state:
        before = read_all(state)
    with store.transaction("mine") as state:
        assert state.modified("things", 1) == SEEDED
        state.put("things", 1, {"name": "changed"}, b"new")
        assert state.delete("things", 2)
        assert state.delete("owned#mine", 1)
        assert state.next_key("owned#mine") == 3
        assert state.next_key("owned#mine") == 4
        assert state.next_key("owned#yours") == 3
        state.put("owned#mine", 4, {"name": "four"})
    with store.transaction("mine", writing=False) as state:
        assert dict(state.items("things")) == {"1": {"name": "changed"}, "extra": {"name": "extra"}}
        assert (state.get("things", 2), state.content("things", 2)) == (None, None)
        assert state.modified("things", 2) is None
        assert (state.content("things", 1), state.content("owned#mine", 2)) == (b"new", b"two")
        assert [key for key, _ in state.items("owned#mine")] == ["2", "4"]
        assert [key for key, _ in state.items("owned#yours")] == ["1", "2"]
    with store.transaction("mine") as state:
        assert not state.delete("things", 2)
        state.put("things", 2, {"name": "again"})
        assert state.get("things", 2) == {"name": "again"}
    with store.transaction("other", writing=False) as state:
        assert read_all(state) == before


def test_what_is_read_is_the_readers_own(store: DatabaseStore) -> None:
    with store.transaction("w", writing=False) as state:
        document = state.get("things", 1)
        assert document
        document["name"] = "changed"
        assert state.get("things", 1) == {"name": "one"}


# The quota


def test_the_counter_is_what_is_stored(store: DatabaseStore) -> None:
    chance = random.Random(7)  # noqa: S311 - no secret
    for _ in range(150):
        with store.transaction(chance.choice("ab")) as state:
            key = chance.choice(["1", "2", "3", "extra", "other"])
            if chance.random() < 0.3:
                state.delete("things", key)
            else:
                content = bytes(chance.randrange(500))
                state.put("things", key, {"text": "x" * chance.randrange(300)}, content)
            if chance.random() < 0.1:
                state.next_key(chance.choice(["things", "owned#a", "owned#b"]))
        counted, there = sizes(store)
        assert counted == there


def put_all(store: DatabaseStore, contents: dict[int, bytes], workspace: str = "w") -> None:
    with store.transaction(workspace) as state:
        for key, content in contents.items():
            state.put("things", key, {}, content)


def test_beyond_the_quota_nothing_is_stored(store: DatabaseStore) -> None:
    put_all(store, {5: bytes(15 * KIB)})
    before = stored(store)
    with pytest.raises(Problem, match="20,480") as caught:
        put_all(store, {6: bytes(1), 7: bytes(10 * KIB)})
    assert caught.value.status == 507
    assert stored(store) == before
    with store.transaction("w") as state:
        # Only the difference counts, and what is deleted makes room, within a transaction, too.
        state.put("things", 5, {}, bytes(16 * KIB))
        state.put("things", 5, {}, bytes(19 * KIB))
        state.delete("things", 5)
        state.put("things", 6, {}, bytes(19 * KIB))
    assert sizes(store)[0] < 20 * KIB


def test_what_exceeds_a_smaller_quota_can_be_made_smaller(database: str) -> None:
    with closing(DatabaseStore(database, seed)) as store, store.transaction("w") as state:
        state.put("things", 5, {}, bytes(100 * KIB))
        state.put("things", 6, {}, bytes(100 * KIB))
    with closing(DatabaseStore(database, seed, Limits(workspace_bytes=KIB))) as store:
        with store.transaction("w") as state:
            state.delete("things", 5)
        with pytest.raises(Problem), store.transaction("w") as state:
            state.put("things", 5, {}, bytes(KIB))


def test_workers_do_not_exceed_the_quota_together(database: str) -> None:
    stores = [DatabaseStore(database, seed, Limits(workspace_bytes=20 * KIB)) for _ in range(2)]

    def fill(number: int) -> list[int]:
        stored = 0
        for _ in range(10):
            try:
                with stores[number % 2].transaction("w") as state:
                    state.put("things", state.next_key("things"), {}, bytes(KIB))
                stored += 1
            except Problem as problem:
                if problem.status != 507:
                    raise
        return [stored]

    # Each document counts 256 bytes and its own two more, and the numbers given count 256 once.
    assert sum(in_threads(4, fill)) == (20 * KIB - 256) // (KIB + 258)
    counted, there = sizes(stores[0])
    assert counted == there <= 20 * KIB
    for store in stores:
        store.close()


# Made-up names


def test_made_up_workspaces_push_out_nobody(database: str, catalog: Catalog) -> None:
    app = create_app(
        catalog, database, limits=Limits(workspaces=50, new_workspaces=30), packs=[SUPEROFFICE]
    )
    with background(app) as url:
        with Client(url, "mine") as mine:
            blob = mine.store_blob("mine")
        answers = []
        for number in range(100):
            with Client(url, f"made up {number}") as client:
                assert client.image(1).status_code == 200
                answers.append(client.put(IMAGE, data=picture("image.gif")).status_code)
        assert answers == [200] * 29 + [429] * 71
        with Client(url, "mine") as mine:
            assert mine.blob(blob)["Description"] == "mine"
            told = mine.get("/-/requests").json()["requests"]
            assert told[-1]["path"] == "/api/v1/Agents/BLOB/SaveImageStream"


def test_a_shared_journal_remembers_who_wrote(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Database(database)
    store, journal = DatabaseStore(kept, seed), SharedJournal(kept)
    add(store, "mine", "added")
    entry = JournalEntry("0", "", "GET", "/", None, 200, 0, "mine")
    journal.note(entry)
    for number in range(10_500):
        journal.note(JournalEntry(f"{number}", "", "GET", "/", None, 200, 0, f"made up {number}"))
        if number % 5000 == 0:
            assert journal.last("nobody") == []
    journal.note(JournalEntry("last", "", "GET", "/", None, 200, 0, "last"))
    assert len(journal.last("mine")) == len(journal.last("last")) == 1
    assert journal.last("made up 0") == []
    journal.close()
    store.close()


# Where nothing can be stored


def make_full(store: DatabaseStore) -> None:
    """Let the database take nothing more: SQLite no page, PostgreSQL no transaction that writes."""
    engine = store._database._engine
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 1")
    else:
        with engine.connect() as connection:
            name = connection.exec_driver_sql("SELECT current_database()").scalar_one()
            statement = f"ALTER DATABASE {name} SET default_transaction_read_only = on"
            connection.exec_driver_sql(statement)
            connection.commit()
        engine.dispose()


def test_a_full_database_is_read(database: str) -> None:
    kept = Database(database)
    store, journal = DatabaseStore(kept, seed), SharedJournal(kept)
    add(store, "w", "added")
    entry = JournalEntry("0", "", "GET", "/", None, 200, 0, "w")
    journal.note(entry)
    store.check()
    assert len(journal.last("w")) == 1
    make_full(store)
    # What was freed before takes small things for a while.
    for size in (100 * KIB, KIB, 1):
        with suppress(StoreFullError):
            for number in range(10_000):
                put_all(store, {number: bytes(size)}, f"filling with {size}")
    before = stored(store)
    for number in range(3):
        with pytest.raises(StoreFullError), store.transaction(f"{number}") as state:
            state.put("things", 1, {"text": "x" * 100 * KIB})
    for writing in (False, True):
        with store.transaction("w", writing=writing) as state:
            assert len([*state.items("things")]) == 4
    # It is noted or not, and reading goes on.
    journal.note(entry)
    assert journal.last("w")[0] == entry.as_dict()
    eventually_raises(StoreFullError, store.check)
    assert stored(store) == before
    journal.close()
    store.close()


def eventually_raises(error: type[Exception], run: Callable[[], None]) -> None:
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        try:
            run()
        except error:
            return
    pytest.fail(f"There was no {error.__name__}.")


@pytest.mark.slow
def test_reading_works_where_the_disk_is_full(tmp_path: Path) -> None:
    """The system itself refuses to let the server's files grow."""
    with (
        served("--database", f"sqlite:///{tmp_path / 'state.db'}") as server,
        Client(server.url) as client,
        Client(server.url, "other") as other,
    ):
        blob = client.store_blob("before")
        assert client.get("/-/health").status_code == 200
        limits = resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (1, limits[1]))
        for writer in (client, other):
            refused = writer.put(IMAGE, data=picture("image.gif"))
            assert refused.status_code == 507
            assert refused.headers["Content-Type"] == "application/problem+json"
            assert "nothing was changed" in refused.json()["detail"]
            assert writer.image(1).content == picture("image.png")
        assert client.blob(blob)["Description"] == "before"
        assert client.get("/-/requests").status_code == 200
        until = time.monotonic() + SECONDS
        while (health := client.get("/-/health")).status_code == 200:
            assert time.monotonic() < until
        assert (health.status_code, health.json()["status"]) == (503, "read-only")
        resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, limits)
        assert client.put(IMAGE, data=picture("image.gif")).status_code == 200
        assert client.image(1).content == picture("image.gif")
        while client.get("/-/health").status_code != 200:
            assert time.monotonic() < until


def test_a_database_file_that_cannot_be_written_is_read(tmp_path: Path, catalog: Catalog) -> None:
    file = tmp_path / "state.db"
    with closing(DatabaseStore(f"sqlite:///{file}", seed)) as store:
        add(store, "w", "added")
    with closing(DatabaseStore(f"sqlite:///file:{file}?mode=ro&uri=true", seed)) as store:
        assert names(store, "w") == ["one", "two", "added", "extra"]
        with pytest.raises(StoreFullError):
            add(store, "w", "more")
        with pytest.raises(StoreFullError):
            store.check()


# Databases of earlier versions

_OLD = (
    "CREATE TABLE callsheet_workspace (name VARCHAR(64) PRIMARY KEY, used BIGINT NOT NULL)",
    "CREATE TABLE callsheet_document (workspace VARCHAR(64) NOT NULL, collection VARCHAR(200)"
    " NOT NULL, key VARCHAR(200) NOT NULL, document JSON NOT NULL, content {bytes}, position BIGINT"
    " NOT NULL, modified BIGINT NOT NULL, PRIMARY KEY (workspace, collection, key))",
    "CREATE TABLE callsheet_counter (workspace VARCHAR(64) NOT NULL, collection VARCHAR(200)"
    " NOT NULL, last BIGINT NOT NULL, PRIMARY KEY (workspace, collection))",
    "INSERT INTO callsheet_workspace VALUES ('', 1), ('w', {now})",
    "INSERT INTO callsheet_document VALUES"
    """ ('w', 'things', '3', '{{"name": "kept"}}', NULL, 3, 1)""",
    "INSERT INTO callsheet_counter VALUES ('w', 'things', 3)",
)


def test_a_database_of_an_earlier_version_is_taken_over(database: str) -> None:
    plain = database.replace("postgresql:", "postgresql+psycopg:")
    engine = sa.create_engine(plain)
    kind = "BLOB" if engine.dialect.name == "sqlite" else "BYTEA"
    with engine.begin() as connection:
        for statement in _OLD:
            text = statement.format(bytes=kind, now=int(time.time() * 1000))
            connection.exec_driver_sql(text)
    engine.dispose()
    for expected in (4, 5):
        with closing(DatabaseStore(database, seed)) as store:
            assert "kept" in names(store, "w")
            assert add(store, "w", "added") == expected
            with store.transaction("w") as state:
                state.put("things", 3, {"name": "kept"})


def test_a_database_that_does_not_answer_is_told(tmp_path: Path) -> None:
    file = tmp_path / "state.db"
    with closing(DatabaseStore(f"sqlite:///{file}", seed)) as store:
        add(store, "w", "added")
        store.close()
        file.write_bytes(b"no database at all" * 1000)
        with pytest.raises(StoreError, match="does not answer"):
            names(store, "w")
