"""What a finding is recognised by from one run to the next."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from callsheet.findings import Finding


def fingerprinted(findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """Each finding with a fingerprint, which no other one of the run has.

    It is made of what the finding says and not of its lines, so that it stays the same when text is
    added above. Of findings that say the same of one page, the first in the given order is the
    first.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    for finding in findings:
        says = (finding.path, finding.code, finding.message)
        parts = (*says, str(seen[says]))
        seen[says] += 1
        content = "\0".join(parts).encode("utf-8", errors="surrogatepass")
        yield finding, hashlib.blake2b(content, digest_size=16).hexdigest()
