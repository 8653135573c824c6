"""State in memory is like state in a database, whatever is done to both."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callsheet.server.http.problems import Problem
from callsheet.server.limits import Limits
from callsheet.server.state import State
from callsheet.server.storage.memory import MemoryStore
from callsheet.server.storage.store import DatabaseStore

LIMITS = Limits(member_bytes=200, workspace_bytes=2000)
COLLECTIONS = st.sampled_from(["a", "b", "a#1"])
KEYS = st.one_of(st.integers(1, 4), st.sampled_from(["x", "y", "nul \0", "\ud800"]))
DOCUMENTS = st.dictionaries(st.sampled_from(["n", "t"]), st.text(max_size=60), max_size=2)
CONTENTS = st.one_of(st.none(), st.binary(max_size=300))
Step = Callable[[State], Any]


def seed(state: State) -> None:
    for name in ("one", "two", "three"):
        state.put("a", state.next_key("a"), {"n": name}, name.encode())
    state.put("a#", 9, {"n": "of each"})


STEPS: st.SearchStrategy[tuple[Any, ...]] = st.one_of(
    st.tuples(st.just("put"), COLLECTIONS, KEYS, DOCUMENTS, CONTENTS),
    st.tuples(st.just("delete"), COLLECTIONS, KEYS),
    st.tuples(st.just("next_key"), COLLECTIONS),
)
REQUESTS = st.lists(
    st.tuples(st.sampled_from(["", "w"]), st.lists(STEPS, max_size=4), st.booleans()), max_size=8
)


def run(store: MemoryStore | DatabaseStore, requests: list[Any]) -> Iterator[Any]:
    """The outcome of each request, and all state after it."""
    for workspace, steps, fails in requests:
        found: list[Any] = []
        try:
            with store.transaction(workspace) as state:
                found += [getattr(state, name)(*arguments) for name, *arguments in steps]
                if fails:
                    raise ArithmeticError
        except (Problem, ArithmeticError) as error:
            found.append(str(error))
        yield found
        for each in ("", "w"):
            with store.transaction(each, writing=False) as state:
                for collection in ("a", "b", "a#1"):
                    items = list(state.items(collection))
                    yield items
                    yield [state.content(collection, key) for key, _ in items]
                    yield [state.get(collection, key) for key in (1, 9, "x", "\ud800")]
                    yield [state.modified(collection, key) is None for key in (1, 9, "x")]
                    yield [
                        state.page(collection, n, 2, limit) for n in (0, 1) for limit in (0, 900)
                    ]
                    yield state.page(collection, 0, None, 100_000)


@given(REQUESTS)
def test_memory_is_like_a_database(requests: list[Any]) -> None:
    memory, database = MemoryStore(seed, LIMITS), DatabaseStore("sqlite://", seed, LIMITS)
    try:
        assert list(run(memory, requests)) == list(run(database, requests))
    finally:
        database.close()


def test_reading_changes_nothing() -> None:
    store = MemoryStore(seed)
    with (
        pytest.raises(RuntimeError, match="only read"),
        store.transaction("w", writing=False) as state,
    ):
        state.put("a", 1, {})
    assert store.workspaces == {}


def test_a_workspace_begins_anew_or_with_a_seed_of_its_own() -> None:
    store = MemoryStore(seed)
    with store.transaction("w") as state:
        state.delete("a", 1)
    store.reset("w")
    store.reseed(seed, {"w": lambda state: state.put("a", 7, {"n": "own"})})
    with store.transaction("w") as state:
        assert list(state.items("a")) == [("7", {"n": "own"})]
    with store.transaction("other") as state:
        assert len(list(state.items("a"))) == 3
