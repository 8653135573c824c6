"""The exported document agrees with the vendor's own description, but for reviewed differences.

The pages are of February 2023, the vendor's files of 2026. `pytest -s tests/test_vendor.py` prints
the figures; a fault in reading or exporting shows up as a difference that no class explains.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from callsheet.catalog import Catalog
from callsheet.export import openapi
from tests.vendor import Difference, Facts, compared, differences, exported_facts, vendor_facts


@dataclass(frozen=True)
class Reviewed:
    """A class of difference: why it is none of ours, how to tell it, and how often it occurs."""

    why: str
    count: int
    matches: Callable[[Difference], bool]


ADDED = {
    "CreatedByFormId",
    "IsDisplayField",
    "Leadstatus",
    "LeadstatusId",
    "PersonNumber",
    "UtmParameters",
}


def _leaf(difference: Difference) -> str:
    return difference.key[-1].rpartition(".")[2]


def _pair(difference: Difference) -> tuple[object, object]:
    return difference.ours, difference.theirs


def _show(lines: Iterable[str]) -> None:
    print("", *lines, sep="\n")  # noqa: T201 - a table for `pytest -s`


REVIEWED = {
    "coarse request types": Reviewed(
        "The request tables of the pages write `String` for dates and for base64.",
        27,
        lambda d: (
            d.key[0] == "request" and _pair(d) in {("string", "date-time"), ("string", "byte")}
        ),
    ),
    "slip of the generator": Reviewed(
        "The pages give `RecurrenceInfo` as the type of the property `TableRight`.",
        74,
        lambda d: _leaf(d) == "TableRight" and _pair(d) == ("RecurrenceInfo", "TableRight"),
    ),
    "read-only properties": Reviewed(
        "The request tables of the pages leave out `TableRight` and `FieldProperties`.",
        12,
        lambda d: (
            d.key[0] == "request"
            and _leaf(d) in {"TableRight", "[].TableRight", "FieldProperties", "[].FieldProperties"}
            and d.ours is None
        ),
    ),
    "properties added since": Reviewed(
        "The API got them after the pages were published.",
        31,
        lambda d: _leaf(d) in ADDED and d.ours is None,
    ),
    "item types without a name": Reviewed(
        "The pages write `array` and `object` and name no type of what is inside.",
        192,
        lambda d: d.key[-1].endswith(("[]", "{}")) and d.ours == "object" and d.theirs[0].isupper(),
    ),
    "streams as bytes": Reviewed(
        "The pages write `byte` for files, the vendor `binary`, or `byte` where only images go.",
        7,
        lambda d: d.key == ("response", "") and _pair(d) in {("byte", "bytes"), ("bytes", "byte")},
    ),
    "media types of streams": Reviewed(
        "Since then, files come back as bytes only, without JSON, XML and a list of formats.",
        6,
        lambda d: (
            d.key == ("response media types",)
            and "application/octet-stream" in d.theirs
            and set(d.theirs) < set(d.ours)
        ),
    ),
    "case of a query parameter": Reviewed(
        "`BlobEntityId` is now `blobEntityId`: three facts on each side.",
        6,
        lambda d: "blobentityid in query" in d.key[-1].lower(),
    ),
}

# Of all facts about the 76 operations that both have: those that agree. What is inside properties
# counts where both state it.
AGREEMENT = {
    "method": (76, 76),
    "route": (76, 76),
    "status": (95, 95),
    "request media types": (76, 76),
    "response media types": (70, 76),
    "parameter": (466, 468),
    "parameter required": (466, 468),
    "parameter type": (466, 468),
    "request": (311, 363),
    "response": (798, 844),
    "inside request": (604, 684),
    "inside response": (1187, 1352),
}


@pytest.fixture(scope="module")
def ours(shared: Path) -> dict[str, Facts]:
    return exported_facts(openapi(Catalog.read(shared / "corpus")))


@pytest.fixture(scope="module")
def theirs(shared: Path) -> dict[str, Facts]:
    return vendor_facts(sorted((shared / "vendor-contract").glob("*.json")))


@pytest.mark.slow
def test_the_same_operations_are_there(ours: dict[str, Facts], theirs: dict[str, Facts]) -> None:
    # Added in the three years between; three of the pages are no longer listed by the vendor.
    assert theirs.keys() - ours.keys() == {"v1PersonEntity_GetUtmParameters"}
    assert len(ours.keys() & theirs.keys()) == 76


def test_every_difference_is_of_a_reviewed_class(
    ours: dict[str, Facts], theirs: dict[str, Facts]
) -> None:
    counts: Counter[str] = Counter()
    for difference in differences(ours, theirs):
        names = [name for name, reviewed in REVIEWED.items() if reviewed.matches(difference)]
        assert len(names) == 1, difference
        counts[names[0]] += 1
    _show(f"{count:5} {name}: {REVIEWED[name].why}" for name, count in counts.most_common())
    assert counts == {name: reviewed.count for name, reviewed in REVIEWED.items()}


def test_the_agreement_is_as_reviewed(ours: dict[str, Facts], theirs: dict[str, Facts]) -> None:
    facts = list(compared(ours, theirs))
    total = Counter(key[0] for _, key, _, _ in facts)
    same = Counter(key[0] for _, key, mine, other in facts if mine == other)
    _show(f"{same[aspect]:5} of {count:5} {aspect}" for aspect, count in sorted(total.items()))
    assert {aspect: (same[aspect], total[aspect]) for aspect in total} == AGREEMENT


def test_a_planted_fault_is_a_difference_of_no_class(
    ours: dict[str, Facts], theirs: dict[str, Facts]
) -> None:
    uid = "v1PersonEntity_PutPersonEntity"
    faults = [
        (("route",), "/api/v1/Person"),
        (("status", "412"), None),
        (("request", "PersonId"), "string"),
        (("response", "Firstname"), None),
        (("parameter required", "id in path"), False),
    ]
    for key, value in faults:
        assert ours[uid][key] == theirs[uid][key]
        changed = {**ours, uid: {**ours[uid], key: value}}
        found = [d for d in differences(changed, theirs) if (d.uid, d.key) == (uid, key)]
        assert len(found) == 1
        assert not any(reviewed.matches(found[0]) for reviewed in REVIEWED.values())
