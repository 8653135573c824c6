"""Memoization keeps few results where each thing is done with soon."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from callsheet.memo import cached_by_identity, cached_by_identity_and_values, keep_few, last_kept


@pytest.fixture
def few() -> Iterator[None]:
    keep_few(2)
    yield
    keep_few()


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("decorate", [cached_by_identity, cached_by_identity_and_values])
def test_few_results_are_kept_by_identity(decorate: Callable[..., Any]) -> None:
    asked: list[object] = []
    function = decorate(4096)(asked.append)
    first, second, third = things = [object() for _ in range(3)]
    for thing in (*things, third, first):
        function(thing)
    assert asked == [first, second, third, first]


def test_a_default_that_is_given_is_the_one_that_is_left_out() -> None:
    asked: list[bool] = []

    @cached_by_identity_and_values(8)
    def function(thing: object, *, described: bool = False) -> None:
        asked.append(described)

    thing = object()
    function(thing)
    function(thing, described=False)
    function(thing, described=True)
    assert asked == [False, True]


def test_all_calls_for_the_last_thing_are_kept() -> None:
    asked: list[tuple[object, str]] = []
    function = last_kept(lambda thing, text: asked.append((thing, text)))
    first, second = object(), object()
    for thing, text in [(first, "a"), (first, "b"), (first, "a"), (second, "a"), (first, "a")]:
        function(thing, text)
    assert asked == [(first, "a"), (first, "b"), (second, "a"), (first, "a")]
