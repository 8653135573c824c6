"""Anchors: ids of headings and rows that a reader can link to."""

import unicodedata
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from callsheet import lazy_re as re
from callsheet.memo import cached

_NOT_IN_A_NAME = re.compile(r"[^\w.-]+")
_NOT_IN_A_SLUG = re.compile(r"[^\w\s-]")


class Anchors:
    """Unique ids of one page.

    A second `status-404` becomes `status-404-2`, so that a link to the first keeps its target.
    """

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._numbers: dict[str, int] = {}

    @property
    def taken(self) -> AbstractSet[str]:
        """The ids in use."""
        return self._taken

    def reserve(self, ids: Iterable[str]) -> None:
        """Reserve ids that the page has from elsewhere."""
        self._taken.update(ids)

    def of_row(self, prefix: str, name: str) -> str:
        """Return an id such as `query-select` for `$select`: only letters, digits and `_.-`."""
        name = _in_id(name)
        return self._unique(f"{prefix}-{name}" if name else prefix)

    def of_heading(self, title: str) -> str:
        """Return an id such as `request-body`, as Python-Markdown's `toc` extension makes it."""
        return self._unique(_slug(title))

    def _unique(self, wanted: str) -> str:
        unique, number = wanted, self._numbers.get(wanted, 1)
        while unique in self._taken:
            number += 1
            unique = f"{wanted}-{number}"
        self._numbers[wanted] = number
        self._taken.add(unique)
        return unique


# Pages have the same sections, and rows of the same names.
_in_id = cached(4096)(lambda name: _NOT_IN_A_NAME.sub("", name))


@cached(512)
def _slug(title: str) -> str:
    ascii_title = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    slug = _NOT_IN_A_SLUG.sub("", ascii_title).strip().lower()
    return re.sub(r"[-\s]+", "-", slug) or "section"
