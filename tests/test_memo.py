"""Memoization keeps few results where each thing is done with soon."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from callsheet.memo import cached_by_identity, cached_by_identity_and_values, keep_few


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
