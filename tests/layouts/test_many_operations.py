"""A page in another layout may document thousands of operations, each of which is checked."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from callsheet.checks.engine.check_page import check_page
from tests.growth import FACTOR, growth

OPERATION = """## POST /a{n}/{{id}}

Reads `x`.

| Parameter | In | Type | Description |
| --- | --- | --- | --- |
| id | path | integer | The number. |

"""
PART = """### POST /a{n}/{{id}} response

It has a body.

"""


@pytest.mark.parametrize("text", [OPERATION, OPERATION + PART])
def test_work_grows_with_the_number_of_operations(text: str) -> None:
    def work(count: int) -> Callable[[], object]:
        data = "".join(text.format(n=n) for n in range(count)).encode()
        assert len(check_page(data, "a.md").reading.operations) == count
        return lambda: check_page(data, "a.md")

    assert growth(work, 40, 320) < FACTOR
