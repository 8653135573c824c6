"""All fixes of real pages: each changed line is one that a reader would change so."""

from __future__ import annotations

import re
import shutil
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from tests.checks.trees import command

CHANGES = [
    # An answer 204 has no body.
    (r"null", ""),
    (r"", ""),
    # Dates of HTTP are in GMT (RFC 9110, 5.6.7), which a generator wrote with a number.
    (r"Last-Modified: (\w{3}, \d\d \w{3} \d{4} [\d:]{8}) G\d*T", r"Last-Modified: \1 GMT"),
    # Two spaces break a line in Markdown of every kind.
    (r"(.*)\\", r"\1  "),
]
"""What may become of a line: independent of the rules, and read by a person."""


@pytest.mark.slow
@pytest.mark.parametrize("tree", ["corpus", "layouts/hashicorp", "layouts/mastodon-like"])
def test_each_changed_line_is_one_of_the_list(shared: Path, tmp_path: Path, tree: str) -> None:
    docs = tmp_path / "docs"
    shutil.copytree(shared / tree, docs)
    before = {page: page.read_text().split("\n") for page in docs.rglob("*.md*")}
    command("--docs", docs, "--fix", cwd=tmp_path)
    changed = 0
    for page, old in before.items():
        new = page.read_text().split("\n")
        for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if kind == "equal":
                continue
            changed += 1
            if kind == "insert":
                assert not any(line.strip() for line in new[c:d]), (page, new[c:d])
                continue
            lines = new[c:d] + [""] * (b - a - (d - c))
            for was, now in zip(old[a:b], lines, strict=False):
                # Text that belongs to an item of a list is further in.
                further_in = now.lstrip() == was.lstrip() and len(now) > len(was) > len(
                    was.lstrip()
                )
                assert further_in or any(
                    (match := re.fullmatch(pattern, was)) and match.expand(result) == now
                    for pattern, result in CHANGES
                ), (page, was, now)
    # The pages of the last tree have nothing left to fix; what changes there is still compared.
    assert changed or tree == "layouts/mastodon-like"
