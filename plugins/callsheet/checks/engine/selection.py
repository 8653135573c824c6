"""Selection of findings, and their severities."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Self

from callsheet.checks.engine.registry import all_rules
from callsheet.errors import ConfigurationError
from callsheet.findings import Finding, Severity

_CODE = re.compile(r"CS\d{0,3}")


@dataclass(frozen=True, slots=True)
class Selection:
    """Codes chosen by the configuration and the command line.

    Attributes:
        select: The codes that are wanted; empty for all.
        ignore: The codes that are not.
        severity: Severities other than the rules' own, by code.
    """

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    severity: Mapping[str, Severity] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
        severity: Mapping[str, Severity] | None = None,
    ) -> Self:
        """Build a selection from codes, names and prefixes of codes, such as `CS2`.

        Raises:
            ConfigurationError: No rule has such a code or name.
        """
        return cls(
            expand_codes(select),
            expand_codes(ignore),
            {
                code: level
                for written, level in (severity or {}).items()
                for code in expand_codes([written])
            },
        )

    def apply(self, findings: Iterable[Finding]) -> list[Finding]:
        """Return the findings that are wanted, with the severities that are wanted."""
        return [
            replace(finding, severity=self.severity.get(finding.code, finding.severity))
            for finding in findings
            if self.wants(finding.code)
        ]

    def wants(self, code: str) -> bool:
        """Tell whether findings of that code are wanted."""
        return code not in self.ignore and (not self.select or code in self.select)


def expand_codes(written: Iterable[str]) -> frozenset[str]:
    """Return the codes of rules given by code, by name or by a prefix of their codes.

    Raises:
        ConfigurationError: No rule has such a code or name.
    """
    rules = all_rules()
    found: set[str] = set()
    for name in written:
        codes = {code for code, rule in rules.items() if name == rule.name}
        if _CODE.fullmatch(name):
            codes |= {code for code in rules if code.startswith(name)}
        if not codes:
            raise ConfigurationError(f"There is no rule `{name}`.")
        found |= codes
    return frozenset(found)
