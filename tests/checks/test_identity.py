"""Identities of findings: whatever happens to other texts and pages, only new mistakes are new."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from callsheet.checks.engine.baseline import KnownFinding, split_known
from callsheet.checks.engine.runner import check
from callsheet.checks.engine.selection import Selection, summarise
from callsheet.checks.rules.specimen import PATH, parcel_page, specimen
from callsheet.findings import Finding, Severity
from tests.checks.trees import SLIP, broken, copy, run, write

NOTES = "# Notes on parcels\n\nSee [the list](nowhere.md), and `application/jsn`.\n\n# Notes\n"
"""A page that documents no operation, with a broken link and a second title."""

UNDESCRIBED = [
    parcel_page(word, rows={"Weight": ("Number", "" if word < "G" else "In kilograms.", "2")})
    for word in "ABCDEFGHI"
]
"""Pages of which a few lack a description that the others have."""

ROOT = {
    PATH: broken(),
    "Depot/v2.md": copy(2, broken()),
    "notes.md": NOTES,
    **{f"Depot/v1Parcel_{n}.md": page for n, page in zip("ABCDEFGHI", UNDESCRIBED, strict=True)},
}
OF_FILES = ("CS014", "CS103", "CS605", "CS801")
"""What is about the name of a file, or what leads there: with another name, that is new."""


def found(pages: Mapping[str, str]) -> list[Finding]:
    with TemporaryDirectory() as folder:
        outcome = check(write(Path(folder), pages), Selection())
    return [finding for finding in outcome.findings if finding.code not in OF_FILES]


KNOWN = Counter(map(KnownFinding.of, found(ROOT)))


ADDED = ("Depot/added", "Depot/wrong")


@st.composite
def edits(draw: st.DrawFn) -> dict[str, str]:
    """Return the pages after some were removed, renamed, moved, added, and got more text."""
    pages = dict(ROOT)
    for path in draw(st.lists(st.sampled_from(sorted(set(ROOT) - {PATH})), unique=True)):
        text = pages.pop(path)
        match draw(st.sampled_from(["remove", "rename", "move", "lines"])):
            case "rename":
                pages[path.replace(".md", "-renamed.md")] = text
            case "move":
                pages[f"elsewhere/{path}"] = text
            case "lines":
                head, title, rest = text.partition("\n# ")
                more = "\n\nMore about it.\n" * draw(st.integers(1, 3))
                first, line, others = rest.partition("\n")
                pages[path] = head + title + first + more + line + others
    for number in draw(st.lists(st.integers(3, 9), unique=True)):
        pages[f"Depot/added{number}.md"] = copy(number)
    return pages


@settings(max_examples=15, deadline=None)
@given(edits())
def test_only_new_mistakes_are_new(pages: dict[str, str]) -> None:
    pages |= {"Depot/wrong.md": copy(30, broken())}
    new, _, _ = split_known(found(pages), KNOWN)
    # What was added says something else than the others, which they are not to be blamed for.
    assert {finding.path for finding in new} <= {p for p in pages if p.startswith(ADDED)}
    assert ("Depot/wrong.md", "CS010") in {(finding.path, finding.code) for finding in new}


def test_counts_and_lines_of_other_pages_are_no_part_of_it() -> None:
    majority = [f for f in found(ROOT) if f.code == "CS608"]
    assert majority, "the tree has no finding with a count"
    fewer = {path: text for path, text in ROOT.items() if path != "Depot/v1Parcel_I.md"}
    others = [f for f in found(fewer) if f.code == "CS608"]
    assert [f.message for f in majority] != [f.message for f in others]
    assert set(map(KnownFinding.of, majority)) == set(map(KnownFinding.of, others))


def test_two_mistakes_of_one_rule_in_one_place_differ() -> None:
    [one] = [finding for finding in found({PATH: broken()}) if finding.code == "CS010"]
    text = specimen().replace(SLIP[0], SLIP[1].replace("Content-Type", "Content-Language"))
    [other] = [finding for finding in found({PATH: text}) if finding.code == "CS010"]
    assert KnownFinding.of(one) != KnownFinding.of(other)
    assert KnownFinding.of(one) == KnownFinding.of(replace(one, line=99, message="Else."))


def test_a_summary_is_the_same_wherever_it_begins() -> None:
    one = next(f for f in found(ROOT) if f.code == "CS608")
    many = [replace(one, path=f"{n:02}.md", severity=Severity.NOTE) for n in range(40)]
    [first] = summarise(many, 40)
    [second] = summarise(many[3:], 40)
    assert first != second
    assert KnownFinding.of(first) == KnownFinding.of(second)


def test_all_reports_use_it(tmp_path: Path) -> None:
    def fingerprints(root: Path) -> set[str]:
        report = json.loads(run(root, "--format", "json")[1])
        listed = {finding["fingerprint"] for finding in report["findings"]}
        issues = json.loads(run(root, "--format", "gitlab")[1])
        assert {issue["fingerprint"] for issue in issues} == listed
        [sarif] = json.loads(run(root, "--format", "sarif")[1])["runs"]
        assert {
            mark for result in sarif["results"] for mark in result["partialFingerprints"].values()
        } == listed
        return listed

    before = fingerprints(write(tmp_path / "a", {PATH: broken()}))
    text = broken("Changes what", "More.\n\nChanges what", broken())
    after = fingerprints(write(tmp_path / "b", {PATH: text, "Depot/v2.md": copy(2)}))
    assert before == after
    assert before
