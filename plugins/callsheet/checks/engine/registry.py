"""All rules, by their codes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from pkgutil import walk_packages

from callsheet.checks import rules
from callsheet.checks.rule import Rule


@cache
def all_rules() -> Mapping[str, Rule]:
    """Return the rules of all families in `rules`, by code, in the order of their codes.

    Raises:
        ValueError: Two have the same code or name, or one refers to a rule that does not exist.
    """
    found = sorted(_rules(), key=lambda rule: rule.code)
    validate_rules(found)
    return {rule.code: rule for rule in found}


def validate_rules(found: Sequence[Rule]) -> None:
    """Raise where rules have the same code or name, or refer to a rule that does not exist.

    Raises:
        ValueError: Names the rule and what is wrong with it.
    """
    codes: set[str] = set()
    names: set[str] = set()
    for rule in found:
        if rule.code in codes or rule.name in names:
            raise ValueError(f"Another rule has the code `{rule.code}` or the name `{rule.name}`.")
        codes.add(rule.code)
        names.add(rule.name)
    for rule in found:
        for name in sorted(_names_in(rule)):
            if name not in names or name == rule.name:
                raise ValueError(
                    f"The rule `{rule.name}` refers to `{name}`, which is no other rule."
                )


def _names_in(rule: Rule) -> set[str]:
    """Return the names of other rules that a rule refers to."""
    also = (name for example in rule.examples for name in example.also)
    by = (*rule.superseded_by, *rule.superseded_on_line_by, *rule.superseded_at_source_by)
    return {*by, *also}


def _rules() -> Iterator[Rule]:
    """Yield the constants of the families' modules that are rules, or tuples of rules."""
    # Found rather than listed, so that a new rule or module touches nothing else.
    for info in walk_packages(rules.__path__, f"{rules.__name__}."):
        for value in vars(import_module(info.name)).values():
            found = value if isinstance(value, tuple) else (value,)
            yield from (each for each in found if isinstance(each, Rule))
