"""Documents with a part for each operation, which is made together with its page.

Both take the same work. Parts are kept, and copied, as text.
"""

import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

from callsheet.cache.encoded import JsonText, Pairs, encode
from callsheet.cache.parts import Keep, Part, PartCache, cached_parts

_DEPTH = 3
"""That of an operation: below `paths`, its path and its method."""


class _InParts(Protocol):
    def parts_of(self, path: str) -> Iterable[Part]:
        """Yield the parts of a page."""

    def document(self) -> Mapping[str, Any]:
        """Return the document; with cached parts, it is made while it is iterated."""


class DocumentInParts:
    """A document.

    Args:
        cache: The file with the cached parts, if they are cached; else they are made at the end.
        digests: The digests of the pages by path.
        name: Tells the document from others in the cache.
        base: Returns the digest of what all parts depend on.
        make: Makes the document, given the function that returns parts, if they are cached.
    """

    def __init__(
        self,
        cache: Path | None,
        digests: Mapping[str, str],
        name: str,
        base: Callable[[], bytes],
        make: Callable[[Keep | None], _InParts],
    ) -> None:
        self._cache, self._digests, self._name = cache, digests, name
        self._base = lru_cache(base)
        self._make = make
        self._made: _InParts | None = None
        self._opened = ExitStack()
        self._parts: PartCache | None = None

    def make_parts(self, path: str) -> None:
        """Make the parts of a page that has just been rendered."""
        if self._cache:
            for part in self._document().parts_of(path):
                self._open(self._cache)(*part)

    def save(self) -> None:
        """Write the parts for another process, and close the cache, which cannot be forked."""
        self._opened.close()
        self._parts = None

    def content(self) -> bytes:
        """Return the whole document, as JSON."""
        try:
            return json_of(self._document().document())
        finally:
            self.save()
            self._made = None

    def _document(self) -> _InParts:
        if self._made is None:
            cache = self._cache
            self._made = self._make((lambda *part: self._open(cache)(*part)) if cache else None)
        return self._made

    def _open(self, cache: Path) -> PartCache:
        if self._parts is None:
            opened = cached_parts(cache, self._name, self._base(), self._digests)
            self._parts = self._opened.enter_context(opened)
        return self._parts


def json_of(document: Mapping[str, Any]) -> bytes:
    """Return a document as JSON without white space, as it is for programs."""
    content = io.BytesIO()
    # Part by part: there may be thousands of operations.
    for text in _parts(document, _DEPTH):
        content.write(text.encode())
    return content.getvalue()


def _parts(value: Any, depth: int) -> Iterator[str]:
    """Yield the text of a value in parts, none of which is more than a value at the depth."""
    if isinstance(value, JsonText):
        yield value
        return
    is_made = isinstance(value, Pairs | Iterator)
    if not is_made and (depth <= 0 or not value or not isinstance(value, dict | list)):
        yield encode(value)
        return
    is_object = isinstance(value, dict | Pairs)
    start, end = ("{", "}") if is_object else ("[", "]")
    before = start
    for name, item in value.items() if is_object else (("", item) for item in value):
        yield f"{before}{encode(name)}:" if is_object else before
        yield from _parts(item, depth - 1)
        before = ","
    yield before + end if before is start else end
