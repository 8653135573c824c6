"""Baseline of known findings, so that only new ones fail.

A finding is identified by its code, page and message, not by its line, so that it stays known when
lines move. The page is the operation's uid if it has one, so that a page may be moved, too. Equal
findings of a page are counted.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Container, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from callsheet.errors import ConfigurationError
from callsheet.findings import Finding
from callsheet.untrusted import DocumentLimits, load_json, read_within

VERSION = 1

# Messages may name other lines of the page, which move as the page changes.
_LINE_NUMBER = re.compile(r"\bline \d+|:\d+(?=[^\w.]|$)")


@dataclass(frozen=True, slots=True, order=True)
class KnownFinding:
    """Identity of a known finding.

    Attributes:
        page: The uid, else the path.
        code: The rule.
        message: Its message, with normalised spaces and without line numbers.
    """

    page: str
    code: str
    message: str

    @classmethod
    def of(cls, finding: Finding) -> KnownFinding:
        """Return the entry of a finding."""
        # Without lines, so that text which is added further up does not make new findings of known
        # ones.
        message = _LINE_NUMBER.sub("", " ".join(finding.message.split()))
        return cls(finding.uid or finding.path, finding.code, message)


def dump_baseline(findings: Iterable[Finding]) -> str:
    """Return the content of a baseline file: JSON, one entry a line, sorted."""
    counts = Counter(map(KnownFinding.of, findings))
    lines = [
        json.dumps(
            {"page": e.page, "code": e.code, "count": counts[e], "message": e.message},
            ensure_ascii=True,
        )
        for e in sorted(counts)
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
            raise ValueError(f"it has version {content['version']}")
        return _counts(content["findings"])
    except OSError as error:
        message = f"The baseline `{file}` cannot be read: {error.strerror}."
        raise ConfigurationError(message) from error
    except (ValueError, LookupError, TypeError) as error:
        raise ConfigurationError(f"`{file}` is no baseline: {error}.") from error


def _counts(entries: list[dict[str, Any]]) -> Counter[KnownFinding]:
    counts: Counter[KnownFinding] = Counter()
    for entry in entries:
        fields = entry["page"], entry["code"], entry["message"]
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


def entries_of(known: Counter[KnownFinding], pages: Container[str]) -> Counter[KnownFinding]:
    """Return the entries of these pages, by uid or path."""
    return Counter({entry: count for entry, count in known.items() if entry.page in pages})
