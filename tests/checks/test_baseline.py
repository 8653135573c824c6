"""The baseline: what is known stays known when lines and pages move, and all else is new."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from callsheet.checks.engine.baseline import KnownFinding, dump_baseline, read_baseline, split_known
from callsheet.checks.rules.specimen import PATH, specimen
from callsheet.errors import ConfigurationError
from tests import starting
from tests.checks.trees import broken, checked, run, write

ENTRY = {"page": "p", "code": "a", "section": "s", "row": "r", "text": "t", "count": 1}
"""An entry of a baseline."""

RAGGED = broken("| Whether the receiver gets a message. |", "| Whether | a message comes. |")


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A tree whose only finding is in its baseline."""
    docs = write(tmp_path / "docs", {PATH: broken()})
    code, output, _ = run(docs, "--baseline", tmp_path / "known.json", "--write-baseline")
    assert (code, output) == (0, "")
    return docs


def known(docs: Path) -> tuple[str, str]:
    return "--baseline", str(docs.parent / "known.json")


def test_what_is_known_does_not_fail(docs: Path) -> None:
    assert run(docs)[0] == 1
    code, output, messages = run(docs, *known(docs))
    assert (code, messages) == (0, "")
    assert "1 in the baseline" in output


def test_lines_may_move(docs: Path) -> None:
    page = docs / PATH
    page.write_text(broken("Changes what", "More.\n\nMore.\n\nChanges what", page.read_text()))
    assert run(docs, *known(docs))[0] == 0


def test_an_operation_may_move(docs: Path) -> None:
    (docs / PATH).rename(docs / "v1Parcel_Change.md")
    (docs / "index.md").write_text("# Parcels\n\n[Change](v1Parcel_Change.md)\n")
    assert run(docs, *known(docs))[0] == 0


def test_what_is_new_fails_and_is_shown_alone(docs: Path) -> None:
    page = docs / PATH
    page.write_text(broken("| 404 | There is", "| 4o4 | There is", page.read_text()))
    code, output, _ = run(docs, *known(docs), "--format", "json")
    assert code == 1
    assert [finding["code"] for finding in json.loads(output)["findings"]] == ["CS009"]


def test_the_same_again_is_new(tmp_path: Path) -> None:
    findings = checked(tmp_path, {PATH: RAGGED}).findings
    [ragged] = findings
    new, old, needless = split_known([ragged, ragged], Counter({KnownFinding.of(ragged): 1}))
    assert (new, old, needless) == ([ragged], [ragged], Counter())


def test_what_was_fixed_is_told(docs: Path) -> None:
    (docs / PATH).write_text(specimen())
    code, _, messages = run(docs, *known(docs))
    assert code == 0
    assert "1 entry of the baseline is no longer needed" in messages
    # Nothing is said of what was not asked for.
    assert run(docs, *known(docs), "--ignore", "CS010")[2] == ""
    assert run(docs, *known(docs), "index.md")[2] == ""


def test_the_file_is_sorted_and_stable(docs: Path, tmp_path: Path) -> None:
    file = tmp_path / "known.json"
    first = file.read_bytes()
    content = json.loads(first)
    assert content["version"] == 2
    [entry] = content["findings"]
    assert entry.keys() == {"page", "code", "section", "row", "text", "count"}
    assert (entry["page"], entry["code"], entry["count"]) == ("v1Parcel_Change", "CS010", 1)
    run(docs, *known(docs), "--write-baseline")
    assert file.read_bytes() == first
    assert "line" not in entry
    assert read_baseline(file).total() == 1


def test_an_empty_baseline_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "known.json").write_text(dump_baseline([]))
    assert read_baseline(tmp_path / "known.json") == Counter()


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{}",
        '{"version": 1, "findings": []}',
        '{"version": 2, "findings": [{}]}',
        json.dumps({"version": 2, "findings": [{**ENTRY, "page": 1}]}),
        json.dumps({"version": 2, "findings": [{**ENTRY, "count": "1"}]}),
        "[" * 100_000,
    ],
)
def test_what_is_no_baseline_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "known.json").write_text(content)
    with pytest.raises(ConfigurationError, match="is not a baseline"):
        read_baseline(tmp_path / "known.json")


def test_what_an_entry_lacks_is_said(tmp_path: Path) -> None:
    (tmp_path / "known.json").write_text('{"version": 2, "findings": [{}]}')
    with pytest.raises(ConfigurationError, match="it has no 'page'"):
        read_baseline(tmp_path / "known.json")


def test_a_missing_baseline_exits_with_2(docs: Path) -> None:
    code, _, messages = run(docs, "--baseline", "nowhere.json")
    assert code == 2
    assert "nowhere.json" in messages


def test_what_was_not_asked_for_stays_in_it(docs: Path) -> None:
    page, file = docs / PATH, docs.parent / "known.json"
    written = ("check", "--docs", str(docs), *known(docs), "--write-baseline")
    assert starting.run(docs, *written)[0] == 0
    before = read_baseline(file)
    page.write_text(broken("| 404 | There is", "| 4o4 | There is", page.read_text()))
    messages = starting.run(docs, *written, "--select", "CS009")[2]
    assert "1 finding was written" in messages
    assert f"{before.total()} of other rules stay" in messages
    assert starting.run(docs, *written[:-1])[0] == 0
    page.write_text(broken("| 4o4 | There is", "| 404 | There is", page.read_text()))
    assert "other rules" not in starting.run(docs, *written)[2]
    assert read_baseline(file) == before


def test_one_that_cannot_be_read_is_only_written_anew_as_a_whole(docs: Path) -> None:
    file = docs.parent / "known.json"
    file.write_text("{}")
    written = ("check", "--docs", str(docs), *known(docs), "--write-baseline")
    assert starting.run(docs, *written, "--ignore", "CS009")[0] == 2
    assert file.read_text() == "{}"
    assert starting.run(docs, *written)[0] == 0
    assert starting.run(docs, *written[:-1])[0] == 0
