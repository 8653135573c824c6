"""Findings about what pages cannot express."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from callsheet import lazy_re as re
from callsheet.findings import Finding, Severity
from callsheet.importing.input.bundle import DocumentSources

_SHOWN = 3
"""The number of places of one kind that are listed."""

_ORDER = list(Severity)
_VARIABLE = re.compile(r"(?<!`)`++[^`]*+`++|\b\d[\d,.]*\b")
_ELLIPSIS = "`…`"


class ImportNotes:
    """Collects findings, located by JSON pointers (RFC 6901) into the specification.

    Args:
        sources: Tells which files the parts of the document come from.
    """

    def __init__(self, sources: DocumentSources) -> None:
        self._sources = sources
        self.source = sources.name
        self.findings: dict[Finding, None] = {}

    def left_out(self, pointer: str, what: str, hint: str = "Correct the specification.") -> None:
        """Note that a part is invalid and left out."""
        self._add(pointer, "CS045", Severity.ERROR, f"{what}.", hint)

    def lost(self, pointer: str, what: str, hint: str = "Tell readers in words.") -> None:
        """Note that the page format cannot express a part of the contract."""
        self._add(pointer, "CS046", Severity.WARNING, f"{what}.", hint)

    def changed(self, pointer: str, what: str) -> None:
        """Note that the page has a similar contract instead."""
        self._add(pointer, "CS047", Severity.WARNING, f"{what}.", "See whether that is right.")

    def minor(self, pointer: str, what: str, hint: str = "It is not part of the contract.") -> None:
        """Note a minor loss: the page has it as prose or not at all, but the contract stays."""
        self._add(pointer, "CS048", Severity.NOTE, f"{what}.", hint)

    def _add(self, pointer: str, code: str, severity: Severity, message: str, hint: str) -> None:
        finding = Finding(self._sources.written(pointer), 1, 1, code, severity, message, hint)
        self.findings[finding] = None


def summarised(findings: Iterable[Finding], *, every: bool = False) -> Iterator[str]:
    """Yield the findings as lines: one for each kind, with the first places, and their number.

    Args:
        findings: The findings.
        every: Whether each finding is a line.
    """
    kinds: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        # What differs within a kind are names and numbers.
        kind = finding.path if every else ""
        kind += finding.message if every else _VARIABLE.sub(_ELLIPSIS, finding.message)
        kinds.setdefault((finding.code, kind), []).append(finding)
    # The most important ones are the last, which a terminal still shows.
    for same in sorted(kinds.values(), key=lambda same: -_ORDER.index(same[0].severity)):
        first = same[0]
        if len(same) == 1:
            text = f"{first.code} {first.message} {first.hint}"
            yield f"{first.severity}: {first.path}: {text}"
            continue
        messages = {finding.message for finding in same}
        message = first.message if len(messages) == 1 else _VARIABLE.sub(_ELLIPSIS, first.message)
        shown = ", ".join(finding.path for finding in same[:_SHOWN])
        more = ", …" if len(same) > _SHOWN else ""
        places = f"{len(same):,} places: {shown}{more}"
        yield f"{first.severity}: {first.code} {message} {first.hint} ({places})"


def code(value: Any) -> str:
    """Return a value as a code span on one line."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    text = " ".join(text.split()) or '""'
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    marks = "`" * (longest + 1)
    space = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{marks}{space}{text}{space}{marks}"
