"""Docstrings say what a function does, as an order; class names have one meaning each."""

from __future__ import annotations

import ast
from collections import defaultdict

from tests.syntax import PACKAGE, trees

NO_ORDERS = {"a", "all", "an", "each", "every", "for", "how", "if", "in", "it", "no", "one", "so",
             "some", "the", "this", "what", "when", "where", "whether", "which", "who", "whom",
             "whose", "why", "with"}  # fmt: skip
ENDS_IN_S = {"access", "address", "bypass", "compress", "cross", "discuss", "express", "guess",
             "miss", "pass", "process", "suppress"}  # fmt: skip


def test_a_docstring_of_a_function_is_an_order() -> None:
    found = [
        f"{path}:{node.lineno}: {text.splitlines()[0]}"
        for path, tree in trees(PACKAGE).items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not is_property(node)
        if (text := ast.get_docstring(node)) and not is_order(text)
    ]
    assert not found, "\n".join(found)


def test_a_class_name_has_one_meaning() -> None:
    places: defaultdict[str, list[str]] = defaultdict(list)
    for path, tree in trees(PACKAGE).items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                places[node.name].append(path)
    assert not {name: paths for name, paths in places.items() if len(paths) > 1}


def is_property(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    names = {getattr(part, "id", getattr(part, "attr", "")) for part in function.decorator_list}
    return not names.isdisjoint({"property", "cached_property"})


def is_order(docstring: str) -> bool:
    word = docstring.split()[0].strip(".,:;").lower()
    return word not in NO_ORDERS and (not word.endswith("s") or word in ENDS_IN_S)
