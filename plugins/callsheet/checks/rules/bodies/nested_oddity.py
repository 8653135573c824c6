"""Inside a property an example is unlike all other examples of that property."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.tree import Tree
from callsheet.checks.rule import Example, Hit, TreeRule
from callsheet.checks.rules.bodies import nested
from callsheet.findings import Severity


def _check(tree: Tree) -> Iterator[Hit]:
    yield from nested.odd_ones(tree)


RULE = TreeRule(
    code="CS431",
    name="nested-oddity",
    severity=Severity.WARNING,
    summary="Inside a property an example is unlike all other examples of that property.",
    cause=(
        "No table tells what is inside a property that is an array or an object, but other "
        "pages show it. A key that only one example has, which is near to one that all others "
        "have, is misspelled; so is a value that is a number here and a text everywhere else."
    ),
    hint="Write it as the other examples have it.",
    examples=(
        Example(
            '"Fragile": true',
            '"Fragile": true,\n'
            '  "Tags": [{"Name": 1}, {"Name": "a"}, {"Name": "b"}, {"Name": "c"}]',
            also=("response-unknown-property",),
        ),
    ),
    check=_check,
)
