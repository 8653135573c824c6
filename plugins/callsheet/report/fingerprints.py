"""What a finding is recognised by from one run to the next."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from callsheet.checks.engine.baseline import KnownFinding
from callsheet.findings import Finding


def fingerprinted(findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """Each finding with a fingerprint, which no other one of the run has.

    It is made of what a baseline recognises the finding by, so that it stays the same when text is
    added above or the page is moved. Of findings that say the same of one page, the first in the
    given order is the first.
    """
    seen: Counter[KnownFinding] = Counter()
    for finding in findings:
        entry = KnownFinding.of(finding)
        parts = (entry.page, entry.code, entry.message, str(seen[entry]))
        seen[entry] += 1
        content = "\0".join(parts).encode("utf-8", errors="surrogatepass")
        yield finding, hashlib.blake2b(content, digest_size=16).hexdigest()
