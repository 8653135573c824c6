"""A named type that requires another value of its own within each value."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.model.tree import Tree
from callsheet.checks.model.tree_places import TreePlaces
from callsheet.checks.rule import Diagnostic, Example, TreeRule
from callsheet.findings import Severity
from callsheet.schema.endless import endless_types
from callsheet.schema.infer import is_stated

_PAGE = """---
title: Branch
defines: Branch
---

# Branch

| Property Name | Type | Description |
| --- | --- | --- |
| Fork | Branch | What grows on it. **Required** |
"""


def _endless_types(tree: Tree) -> Iterator[Diagnostic]:
    types = tree.types
    endless = endless_types({name: found.schema for name, found in types.items()})
    places = TreePlaces(tree)
    for name in sorted(endless):
        defined = types[name]
        required = [item for item in defined.schema.properties if item.required]
        said = [f"`{item.name}`" for item in required if is_stated(item.schema)]
        message = f"No value can be a `{name}`: what it requires never ends."
        if len(said) == 1:
            message = (
                f"No value can be a `{name}`: the property {said[0]} that it requires never ends."
            )
        yield Diagnostic(places.find(defined.path, defined.line(tree.catalog), name), message)


RULE = TreeRule(
    code="CS611",
    name="endless-type",
    severity=Severity.ERROR,
    summary="Each value of a named type requires another one within itself.",
    cause=(
        "A type that requires itself, directly or through other types, has no value: there is "
        "always one more to be written. No example and no sample can fit, and the reference server "
        "refuses every request that has such a value."
    ),
    hint="Let one of the properties on the way be left out, be null, or be an array.",
    examples=(Example(files={"types/Branch.md": _PAGE}),),
    check=_endless_types,
)
