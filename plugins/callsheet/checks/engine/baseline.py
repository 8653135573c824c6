"""The findings that are known and accepted for now, so that only new ones fail.

A finding is known by its code, its page and its message, and not by its line. The page is the
operation's uid where it has one, so that a page may be moved. Where a page says the same twice, the
file counts how often.
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

_LINE_NUMBER = re.compile(r"\bline \d+|:\d+(?=[^\w.]|$)")


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """What a known finding is recognised by.

    Attributes:
        page: The uid, else the path.
        code: The rule.
        message: What it says, with its spaces normalised.
    """

    page: str
    code: str
    message: str

    @classmethod
    def of(cls, finding: Finding) -> Entry:
        """The entry of a finding."""
        message = _LINE_NUMBER.sub("", " ".join(finding.message.split()))
        return cls(finding.uid or finding.path, finding.code, message)


def dump_baseline(findings: Iterable[Finding]) -> str:
    """The content of a baseline file: JSON, one entry a line, sorted."""
    counts = Counter(map(Entry.of, findings))
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


def read_baseline(file: Path) -> Counter[Entry]:
    """How often each known finding may be there.

    Raises:
        ConfigurationError: The file cannot be read, or is no baseline.
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


def _counts(entries: list[dict[str, Any]]) -> Counter[Entry]:
    counts: Counter[Entry] = Counter()
    for entry in entries:
        fields = entry["page"], entry["code"], entry["message"]
        if not all(isinstance(text, str) for text in fields) or type(entry["count"]) is not int:
            raise ValueError("an entry has a value of another type")
        counts[Entry(*fields)] += entry["count"]
    return counts


def split_known(
    findings: Iterable[Finding], known: Counter[Entry]
) -> tuple[list[Finding], list[Finding], Counter[Entry]]:
    """Takes the known findings out.

    Args:
        findings: In the order in which the first ones of a page are taken for known.
        known: The baseline.

    Returns:
        The new findings, the known ones, and the entries that nothing was found for.
    """
    if not known:
        return list(findings), [], Counter()
    left = known.copy()
    new, old = [], []
    for finding in findings:
        entry = Entry.of(finding)
        if left[entry] > 0:
            left[entry] -= 1
            old.append(finding)
        else:
            new.append(finding)
    return new, old, +left


def entries_of(known: Counter[Entry], pages: Container[str]) -> Counter[Entry]:
    """The entries of these pages, by uid or path."""
    return Counter({entry: count for entry, count in known.items() if entry.page in pages})
