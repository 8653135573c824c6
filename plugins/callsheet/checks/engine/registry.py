"""All rules, by their codes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pkgutil import walk_packages

from callsheet.checks import rules
from callsheet.checks.rule import Rule


@cache
def all_rules() -> Mapping[str, Rule]:
    """Return the rules of all families in `rules`, by code, in the order of their codes.

    Raises:
        ValueError: Two have the same code or the same name.
    """
    found = sorted(_rules(), key=lambda rule: rule.code)
    by_code = {rule.code: rule for rule in found}
    if len(by_code) < len(found) or len({rule.name for rule in found}) < len(found):
        raise ValueError("Two rules have the same code or name.")
    return by_code


def _rules() -> Iterator[Rule]:
    """Yield what the modules of the families call `RULE`; other modules are what families share."""
    for info in walk_packages(rules.__path__, f"{rules.__name__}."):
        rule = getattr(import_module(info.name), "RULE", None)
        if rule is not None:
            yield rule
