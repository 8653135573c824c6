"""All rules, by their codes."""

import hashlib
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from pkgutil import walk_packages
from types import ModuleType

from callsheet.cache.fingerprint import code_fingerprint
from callsheet.checks import rules as own_rules
from callsheet.checks.rule import Rule
from callsheet.errors import ConfigurationError

ENTRY_POINTS = "callsheet.rules"
"""The group of the entry points of rules that are installed."""


@dataclass
class _LoadedRules:
    """All rules, once they are found, and the digest of the code of the project's."""

    rules: Mapping[str, Rule] | None = None
    digest: bytes = b""


_known = _LoadedRules()


def all_rules() -> Mapping[str, Rule]:
    """Return the rules of all families in `rules`, and of the project, in the order of their codes.

    Raises:
        ValueError: Two have the same code or name, or one refers to a rule that does not exist.
    """
    if _known.rules is None:
        _known.rules = _with(())
    return _known.rules


def _with(others: Iterable[Rule]) -> Mapping[str, Rule]:
    found = sorted((*_own_rules(), *others), key=lambda rule: rule.code)
    validate_rules(found)
    return {rule.code: rule for rule in found}


def use_project_rules(modules: Iterable[str], folder: Path) -> None:
    """Add the `RULES` of modules, and of entry points, to all rules.

    Args:
        modules: Modules as in an import statement.
        folder: Where they are searched first.

    Raises:
        ConfigurationError: A module cannot be imported, or its rules cannot be used.
    """
    loaded = [(name, _import(name, folder)) for name in modules]
    loaded += [(entry.value, _import(entry.module, folder)) for entry in _entry_points()]
    rules: list[Rule] = []
    digest = hashlib.blake2b(digest_size=32)
    for name, module in loaded:
        found = getattr(module, "RULES", None)
        if not isinstance(found, Iterable) or not all(isinstance(rule, Rule) for rule in found):
            raise ConfigurationError(f"The module `{name}` needs `RULES`, a list of rules.")
        rules += found
        if module.__file__:
            digest.update(Path(module.__file__).read_bytes())
    content = digest.digest() if loaded else b""
    if content == _known.digest:
        return
    try:
        _known.rules = _with(rules)
    except ValueError as error:
        raise ConfigurationError(f"The rules of the project cannot be used: {error}") from error
    _known.digest = content


def rules_fingerprint() -> bytes:
    """Return the fingerprint of the code, with that of the rules of the project."""
    return code_fingerprint() + _known.digest


def uses_project_rules() -> bool:
    """Tell whether there are rules of the project, or of entry points."""
    return bool(_known.digest)


def _entry_points() -> Iterable[EntryPoint]:
    return entry_points(group=ENTRY_POINTS)


def _import(name: str, folder: Path) -> ModuleType:
    # It stays on the path: a rule may import a module next to it when it first runs.
    place = str(folder.resolve())
    if place not in sys.path:
        sys.path.insert(0, place)
    try:
        return import_module(name)
    except Exception as error:  # code of the user's own may raise anything
        message = f"The rules `{name}` cannot be imported: {type(error).__name__}: {error}"
        raise ConfigurationError(message) from error


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
                    f"The rule `{rule.name}` refers to `{name}`, which is not another rule."
                )


def _names_in(rule: Rule) -> set[str]:
    """Return the names of other rules that a rule refers to."""
    also = (name for example in rule.examples for name in example.also)
    by = (*rule.superseded_by, *rule.superseded_on_line_by, *rule.superseded_at_source_by)
    variant = (rule.variant_of,) if rule.variant_of else ()
    return {*by, *also, *variant}


@cache
def _own_rules() -> tuple[Rule, ...]:
    """Return the constants of the families' modules that are rules, or tuples of rules."""
    # Found rather than listed, so that a new rule or module touches nothing else.
    names = (info.name for info in walk_packages(own_rules.__path__, f"{own_rules.__name__}."))
    values = (value for name in names for value in vars(import_module(name)).values())
    groups = (value if isinstance(value, tuple) else (value,) for value in values)
    return tuple(each for group in groups for each in group if isinstance(each, Rule))
