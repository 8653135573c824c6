"""All rules, by their codes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from callsheet.checks import rules
from callsheet.checks.rule import Rule


@cache
def all_rules() -> Mapping[str, Rule]:
    """The rules of the modules in `rules`, in the order of their codes.

    Raises:
        ValueError: Two have the same code or the same name.
    """
    names = [module.name for module in iter_modules(rules.__path__)]
    found = [_rule(name) for name in names if not name.startswith("_")]
    found.sort(key=lambda rule: rule.code)
    by_code = {rule.code: rule for rule in found}
    if len(by_code) < len(found) or len({rule.name for rule in found}) < len(found):
        raise ValueError("Two rules have the same code or name.")
    return by_code


def _rule(module: str) -> Rule:
    rule: Rule = import_module(f"{rules.__name__}.{module}").RULE
    return rule
