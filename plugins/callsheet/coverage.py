"""How much of what the pages document is covered by samples."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path

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
        name: `operations`, `parameters` or `statuses`.
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
class Coverage:
    """The share of the documented operations, parameters and statuses that samples cover."""

    aspects: tuple[Aspect, ...]
    uncovered: tuple[Uncovered, ...]

    def percent(self, name: str) -> float:
        """Return the share of an aspect in percent."""
        return next(aspect.percent for aspect in self.aspects if aspect.name == name)

    def as_json(self) -> str:
        """Serialize it for a file, as JSON."""
        aspects = {
            a.name: {"covered": a.covered, "total": a.total, "percent": round(a.percent, 1)}
            for a in self.aspects
        }
        uncovered = [asdict(item) for item in self.uncovered]
        document = {"aspects": aspects, "uncovered": uncovered}
        return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def read_coverage(file: Path) -> Coverage:
    """Read a file with the text of `Coverage.as_json`.

    Raises:
        ConfigurationError: The file cannot be read, or has other content.
    """
    try:
        document = load_json(read_within(file, DocumentLimits()), DocumentLimits())
        aspects = tuple(
            Aspect(str(name), int(found["covered"]), int(found["total"]))
            for name, found in document["aspects"].items()
        )
        names = [item.name for item in fields(Uncovered)]
        uncovered = tuple(
            Uncovered(**{name: item[name] for name in names}) for item in document["uncovered"]
        )
    except OSError as error:
        raise ConfigurationError(f"`{file}` cannot be read: {error.strerror}.") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ConfigurationError(
            f"`{file}` is not a coverage file; create it with"
            f" `callsheet test --coverage {file.name}`."
        ) from error
    return Coverage(aspects, uncovered)
