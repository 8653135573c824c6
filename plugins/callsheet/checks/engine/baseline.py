"""Baseline of known findings, so that only new ones fail.

A finding is known by its rule and its identity, not by its line or message, so that it stays known
when lines move, when a page is moved or renamed, and when other pages change. Findings with the
same identity are counted.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from callsheet import lazy_re as re
from callsheet.checks.engine.registry import all_rules
from callsheet.checks.rule import Rule
from callsheet.errors import ConfigurationError
from callsheet.findings import Finding
from callsheet.memo import cached_by_identity
from callsheet.untrusted import DocumentLimits, load_json, read_within

VERSION = 2

_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True, order=True)
class KnownFinding:
    """Identity of a known finding, as `callsheet.findings.Identity`, with its rule."""

    page: str
    code: str
    section: str
    row: str
    text: str

    @classmethod
    def of(cls, finding: Finding) -> "KnownFinding":
        """Return the entry of a finding."""
        it = finding.identity
        code = base_code(finding.code)
        if it.page:
            return cls(it.page, code, it.section, it.row, it.text)
        # Findings that no page was read for, such as those of a live server.
        message = _NUMBER.sub("", " ".join(finding.message.split()))
        return cls(finding.uid or finding.path, code, "", "", message)


def base_code(code: str) -> str:
    """Return the code of the rule that a rule is a variant of, else its own."""
    return _codes_of_variants(all_rules()).get(code, code)


@cached_by_identity(1)
def _codes_of_variants(rules: Mapping[str, Rule]) -> Mapping[str, str]:
    """Return the codes of the rules that others are variants of, by the codes of these."""
    codes = {rule.name: rule.code for rule in rules.values()}
    return {rule.code: codes[rule.variant_of] for rule in rules.values() if rule.variant_of}


def dump_baseline(
    findings: Iterable[Finding], others: Mapping[KnownFinding, int] | None = None
) -> str:
    """Return the content of a baseline file: JSON, one entry a line, sorted.

    Args:
        findings: The findings.
        others: Entries that stay as they are, of other rules.
    """
    counts = Counter(map(KnownFinding.of, findings)) + Counter(others or {})
    lines = [
        json.dumps({**asdict(entry), "count": counts[entry]}, ensure_ascii=True)
        for entry in sorted(counts)
    ]
    listed = ",\n    ".join(lines)
    inside = f"\n    {listed}\n  " if lines else ""
    return f'{{\n  "version": {VERSION},\n  "findings": [{inside}]\n}}\n'


def read_baseline(file: Path) -> Counter[KnownFinding]:
    """Return how often each known finding may occur.

    Raises:
        ConfigurationError: The file cannot be read, or is not a baseline.
    """
    try:
        content = load_json(read_within(file, DocumentLimits()), DocumentLimits())
        if content["version"] != VERSION:
            version = content["version"]
            raise ValueError(f"it has version {version}; write it anew with --write-baseline")
        return _counts(content["findings"])
    except OSError as error:
        message = f"The baseline `{file}` cannot be read: {error.strerror}."
        raise ConfigurationError(message) from error
    except LookupError as error:
        raise ConfigurationError(f"`{file}` is not a baseline: it has no {error}.") from error
    except (ValueError, TypeError) as error:
        raise ConfigurationError(f"`{file}` is not a baseline: {error}.") from error


def _counts(entries: list[dict[str, Any]]) -> Counter[KnownFinding]:
    counts: Counter[KnownFinding] = Counter()
    for entry in entries:
        fields = [entry[name] for name in ("page", "code", "section", "row", "text")]
        if not all(isinstance(text, str) for text in fields) or type(entry["count"]) is not int:
            raise ValueError("an entry has a value of another type")
        counts[KnownFinding(*fields)] += entry["count"]
    return counts


def split_known(
    findings: Iterable[Finding], known: Counter[KnownFinding]
) -> tuple[list[Finding], list[Finding], Counter[KnownFinding]]:
    """Separate new findings from known ones.

    Args:
        findings: The findings; of equal ones the first count as known.
        known: The baseline.

    Returns:
        The new findings, the known ones, and the entries without a finding.
    """
    left = known.copy()
    new, old = [], []
    for finding in findings:
        entry = KnownFinding.of(finding)
        if left[entry] > 0:
            left[entry] -= 1
            old.append(finding)
        else:
            new.append(finding)
    return new, old, +left
