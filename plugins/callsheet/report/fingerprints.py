"""Fingerprints, which identify a finding across runs."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from callsheet.checks.engine.baseline import KnownFinding
from callsheet.findings import Finding


def fingerprinted(findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """Yield each finding with a fingerprint that is unique in the run.

    It is a digest of the identity that a baseline uses, so that it stays the same when text is
    added above or the page is moved. Equal findings of one page are numbered in the given order.
    """
    seen: Counter[KnownFinding] = Counter()
    for finding in findings:
        entry = KnownFinding.of(finding)
        parts = (entry.page, entry.code, entry.message, str(seen[entry]))
        seen[entry] += 1
        content = "\0".join(parts).encode("utf-8", errors="surrogatepass")
        yield finding, hashlib.blake2b(content, digest_size=16).hexdigest()
