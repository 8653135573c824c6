"""How much of what the pages document is covered by samples and their variations."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from callsheet.errors import ConfigurationError
from callsheet.untrusted import DocumentLimits, load_json, read_within


@dataclass(frozen=True, slots=True, order=True)
class Uncovered:
    """Something documented that no sample covers.

    Attributes:
        path: The page.
        line: Its line there.
        uid: The operation.
        what: `status 404`, `query $select`, `body Name`, or `operation`.
        reason: Why it is not covered.
    """

    path: str
    line: int
    uid: str
    what: str
    reason: str


@dataclass(frozen=True, slots=True)
class Aspect:
    """One kind of thing that is documented.

    Attributes:
        name: `operations`, `parameters` or `statuses`; with variations also `proved` (parameters
            that are not ignored), `values`, `media-types` and `required`.
        covered: The number of them that are covered.
        total: The number of them that are documented.
    """

    name: str
    covered: int
    total: int

    @property
    def percent(self) -> float:
        """The share in percent; 100 where nothing is documented."""
        return 100 * self.covered / self.total if self.total else 100.0


@dataclass(frozen=True, slots=True)
class OperationCoverage:
    """Coverage of one operation.

    Attributes:
        path: The page.
        uid: The operation.
        aspects: The aspects of which it documents anything.
        covered: The lines of the page on which all that is documented is covered.
        uncovered: The other lines on which something is documented.
    """

    path: str
    uid: str
    aspects: tuple[Aspect, ...]
    covered: tuple[int, ...] = ()
    uncovered: tuple[int, ...] = ()

    def aspect(self, name: str) -> Aspect:
        """Return an aspect; an empty one where nothing is documented."""
        return next((each for each in self.aspects if each.name == name), Aspect(name, 0, 0))


@dataclass(frozen=True, slots=True)
class Coverage:
    """The share of what is documented that samples and variations cover.

    Attributes:
        aspects: The shares of all operations together.
        uncovered: What is not covered.
        operations: The same by operation.
    """

    aspects: tuple[Aspect, ...]
    uncovered: tuple[Uncovered, ...]
    operations: tuple[OperationCoverage, ...] = ()

    def percent(self, name: str) -> float:
        """Return the share of an aspect in percent."""
        return next(aspect.percent for aspect in self.aspects if aspect.name == name)

    def as_json(self) -> str:
        """Serialize it for a file, as JSON."""
        uncovered = [asdict(item) for item in self.uncovered]
        document = {"aspects": _plain(self.aspects), "uncovered": uncovered}
        document["operations"] = [
            {**asdict(each), "aspects": _plain(each.aspects)} for each in self.operations
        ]
        return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def all_coverage(parts: Sequence[Coverage]) -> Coverage:
    """Return the coverage of several APIs together."""
    totals: dict[str, Aspect] = {}
    for aspect in (aspect for each in parts for aspect in each.aspects):
        known = totals.get(aspect.name, Aspect(aspect.name, 0, 0))
        covered, total = known.covered + aspect.covered, known.total + aspect.total
        totals[aspect.name] = Aspect(aspect.name, covered, total)
    return Coverage(
        tuple(totals.values()),
        tuple(sorted(item for each in parts for item in each.uncovered)),
        tuple(operation for each in parts for operation in each.operations),
    )


def _plain(aspects: Iterable[Aspect]) -> dict[str, Any]:
    return {
        a.name: {"covered": a.covered, "total": a.total, "percent": round(a.percent, 1)}
        for a in aspects
    }


def _aspects(found: Mapping[str, Any]) -> tuple[Aspect, ...]:
    return tuple(
        Aspect(str(name), int(each["covered"]), int(each["total"])) for name, each in found.items()
    )


def read_coverage(file: Path) -> Coverage:
    """Read a file with the text of `Coverage.as_json`.

    Raises:
        ConfigurationError: The file cannot be read, or has other content.
    """
    try:
        document = load_json(read_within(file, DocumentLimits()), DocumentLimits())
        aspects = _aspects(document["aspects"])
        names = [item.name for item in fields(Uncovered)]
        uncovered = tuple(
            Uncovered(**{name: item[name] for name in names}) for item in document["uncovered"]
        )
        # Files of earlier versions have none.
        operations = tuple(
            OperationCoverage(
                str(each["path"]),
                str(each["uid"]),
                _aspects(each["aspects"]),
                tuple(map(int, each["covered"])),
                tuple(map(int, each["uncovered"])),
            )
            for each in document.get("operations", [])
        )
    except OSError as error:
        raise ConfigurationError(f"`{file}` cannot be read: {error.strerror}.") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ConfigurationError(
            f"`{file}` is not a coverage file; create it with"
            f" `callsheet test --coverage {file.name}`."
        ) from error
    return Coverage(aspects, uncovered, operations)
