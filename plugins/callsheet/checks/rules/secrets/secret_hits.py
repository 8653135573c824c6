"""What is said of credentials, which never shows them whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from callsheet.checks.model.page import CheckedPage, Place
from callsheet.checks.rule import Hit
from callsheet.checks.rules.secrets.secrets import Secret

_KEPT = "_text"


def hits(page: CheckedPage, find: Callable[[str], Iterator[Secret]]) -> Iterator[Hit]:
    """The credentials of one kind on a page."""
    text = vars(page).get(_KEPT)
    if text is None:
        text = vars(page)[_KEPT] = "\n".join(page.document.lines)
    for secret in find(text):
        start = secret.start + 1
        place = Place(page.path, secret.line, start, secret.line, start + len(secret.text))
        yield Hit(place, f"{secret.masked} looks like {secret.what}.")
