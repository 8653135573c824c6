"""Long JSON folds by level, and its text stays the same."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from callsheet.render.highlighting.code import MAX_HIGHLIGHTED, highlight_message
from callsheet.render.highlighting.folding import FOLD_FROM, MAX_OPEN
from tests.growth import FACTOR, growth
from tests.parsed import Parsed

HEAD = "HTTP/1.1 200 OK\nContent-Type: application/json\n\n"
LONG = {"ships": [{"name": f"Ship <{n}>", "crew": {"captain": n}} for n in range(20)], "none": []}


def message(value: object, indent: int = 2) -> str:
    return HEAD + json.dumps(value, indent=indent)


def folds(text: str) -> list[tuple[str, bool]]:
    # Outside of `pre`, the parser would drop white space.
    page = Parsed(f"<pre>{highlight_message(text)}</pre>")
    assert page.get_text() == text
    return [
        (str(each.summary["data-n"]), each.has_attr("open"))
        for each in page("details")
        if each.summary
    ]


def test_levels_that_are_too_long_are_folded_at_first() -> None:
    found = folds(message(LONG))
    assert found[:3] == [("2 properties }", True), ("20 items ]", False), ("2 properties }", False)]
    assert ("1 property }", False) in found


def test_as_many_levels_are_open_as_there_is_room_for() -> None:
    value = {"a": {f"b{n}": n for n in range(FOLD_FROM - 8)}, "c": {"d": {"e": [1, 2]}}}
    assert len(message(value).splitlines()) > MAX_OPEN
    opened = [state for _, state in folds(message(value))]
    assert opened == [True, True, True, False, False]


@pytest.mark.parametrize(
    "text",
    [
        message({"a": 1}),
        HEAD + json.dumps(LONG),
        HEAD + "x\n" * 2 * FOLD_FROM,
        message(LONG).removesuffix("}"),
        message(LONG).replace("]", "}"),
        message(LONG) + "\n{",
        HEAD * FOLD_FROM,
    ],
)
def test_other_messages_stay_as_they_are(text: str) -> None:
    assert not folds(text)


def test_deep_values_take_linear_time() -> None:
    def fold(size: int) -> Callable[[], object]:
        text = HEAD + "[\n" * size + "]\n" * size
        return lambda: highlight_message(text)

    assert growth(fold, 300, MAX_HIGHLIGHTED // 16) < FACTOR
