"""No test waits without a limit: a child that ignores a signal would keep the suite for ever."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.syntax import TESTS, trees

_RUN = {"subprocess.run", "subprocess.check_output", "subprocess.check_call"}
_WAITS = {"wait", "communicate", "result"}
# What `callsheet.parallel` shares has a limit of its own.
_JOINS = {"thread.join", "process.join", "worker.join"}


def endless(tree: ast.Module) -> Iterator[int]:
    """The lines of calls that wait for something else, for as long as it takes."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        name = ast.unparse(node.func)
        has_limit = any(keyword.arg in ("timeout", None) for keyword in node.keywords)
        waits = node.func.attr in _WAITS or name in _JOINS
        if (name in _RUN and not has_limit) or (waits and not node.args and not has_limit):
            yield node.lineno


def test_every_wait_has_a_limit() -> None:
    found = [
        f"tests/{path}:{line}" for path, tree in trees(TESTS).items() for line in endless(tree)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        ("p.wait()\np.wait(3)\np.wait(timeout=3)", [1]),
        ("x = p.communicate(b'')", []),
        ("thread.join()\n', '.join(a)\nthread.join(5)", [1]),
        ("subprocess.run(['a'], check=True)", [1]),
        ("subprocess.run(['a'], timeout=5)", []),
        ("subprocess.run(**options)", []),
    ],
)
def test_what_waits_for_ever_is_found(code: str, lines: list[int]) -> None:
    assert list(endless(ast.parse(code))) == lines
