"""Plants faults in modules where one would cost most, and counts those that no test notices.

`python -m tests.mutation`, or `make mutation`, prints the share of faults that tests notice for
each row of `SUBJECTS`, and each fault that none does, which is a test to write. The faults are
drawn by a seed from all that there are: a comparison turned round, a condition negated, a number
one higher.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import ROOT
from tests.syntax import PACKAGE

SUBJECTS = {
    "site/incremental/*.py": (
        "test_site_page_cache.py", "test_site_incremental.py", "test_site_sidebar.py",
        "test_live_reload.py", "test_invalidation.py"
    ),
    "checks/engine/runner.py": (
        "checks/test_running.py", "checks/test_suppressions.py", "checks/test_superseding.py",
        "checks/test_kept.py", "checks/test_rules_tree.py"
    ),
    "checks/engine/relation_cache.py": ("checks/test_kept.py",),
    "source/directives.py": ("checks/test_suppressions.py", "checks/test_suppression_reach.py"),
    "server/engine/responses/negotiation.py": (
        "test_negotiation.py", "test_refusal_media_types.py"
    ),
    "server/engine/routing.py": ("test_routing.py",),
}  # fmt: skip
"""The tests of modules, the quickest first."""

SECONDS = 1200
"""Until tests that do not end count as noticing a fault."""

OPPOSITES = {
    ast.Eq: ast.NotEq, ast.Lt: ast.GtE, ast.Gt: ast.LtE, ast.In: ast.NotIn, ast.Is: ast.IsNot,
    ast.And: ast.Or, ast.Add: ast.Sub,
}  # fmt: skip
OPPOSITES |= {other: one for one, other in OPPOSITES.items()}


def faults(tree: ast.Module) -> Iterator[tuple[ast.AST, str, object]]:
    """Yield what can be changed in a module: a node, one of its fields, and another value.

    Decorators are left out: how much a cache holds, or whether a class has slots, shows in no
    result.
    """
    decorators = {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        for decorator in node.decorator_list
        for part in ast.walk(decorator)
    }
    for node in ast.walk(tree):
        if id(node) in decorators:
            continue
        match node:
            case ast.Compare(ops=[operator]) if type(operator) in OPPOSITES:
                yield node, "ops", [OPPOSITES[type(operator)]()]
            case ast.BoolOp(op=operator) | ast.BinOp(op=operator) if type(operator) in OPPOSITES:
                yield node, "op", OPPOSITES[type(operator)]()
            case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test):
                yield node, "test", ast.UnaryOp(ast.Not(), test)
            case ast.Constant(value=bool(value)):
                yield node, "value", not value
            case ast.Constant(value=int(value)):
                yield node, "value", value + 1
            case ast.Return(value=ast.expr() as value) if not isinstance(value, ast.Constant):
                yield node, "value", ast.Constant(None)


def is_noticed(folder: Path, tests: tuple[str, ...]) -> bool:
    """Whether tests fail with the package in a folder, or do not end."""
    environment = os.environ | {"PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    # Without a selection by mark: the slow tests are those of what a build may take from its cache.
    options = ["-x", "-q", "-m", "", "-p", "no:cacheprovider", "-n", "0"]
    command = [sys.executable, "-m", "pytest", *options, *(f"tests/{name}" for name in tests)]
    try:
        done = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return True
    return done.returncode != 0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--faults", type=int, default=20, help="for each row")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("subjects", nargs="*", default=SUBJECTS, metavar="SUBJECT")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name) / "callsheet"
        shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__", "node_modules"))
        for subject in given.subjects:
            tests = SUBJECTS[subject]
            assert not is_noticed(copy.parent, tests), f"tests fail without a fault: {tests}"
            noticed = 0
            files = [file for file in sorted(copy.glob(subject)) if file.stem != "__init__"]
            drawn = [(file, at) for file in files for at in range(len([*faults(parse(file))]))]
            random.Random(given.seed).shuffle(drawn)  # noqa: S311 - which faults is not a secret
            for file, at in drawn[: given.faults]:
                text, tree = file.read_text(encoding="utf-8"), parse(file)
                node, field, value = [*faults(tree)][at]
                before = ast.unparse(node)
                setattr(node, field, value)
                file.write_text(ast.unparse(ast.fix_missing_locations(tree)), encoding="utf-8")
                found = is_noticed(copy.parent, tests)
                file.write_text(text, encoding="utf-8")
                noticed += found
                if not found:
                    line = getattr(node, "lineno", 0)
                    print(f"{file.relative_to(copy)}:{line}: {before} -> {ast.unparse(node)}")
            print(f"{subject}: {noticed} of {min(len(drawn), given.faults)} noticed", flush=True)


def parse(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
