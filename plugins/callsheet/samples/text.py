"""Plain sentences, words and media types from the text of a page."""

import textwrap
from functools import lru_cache

from callsheet import lazy_re as re
from callsheet.memo import cached

_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_HEADING = re.compile(r"^#{1,6} | #+:? *$")
_ABBREVIATION = re.compile(r"^[a-z](?=[A-Z]{2})")
_WORD = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|[0-9]+")


# The title and the summary are in each program, and most statuses have the same words.
@cached(512)
def plain(markdown: str) -> str:
    """Return one line of text without links, tags, bold marks and unprintable characters."""
    text = _TAG.sub(" ", _LINK.sub(r"\1", markdown)).replace("**", "")
    if not text.isprintable():
        text = "".join(character if character.isprintable() else " " for character in text)
    return _HEADING.sub("", " ".join(text.split())).strip()


@lru_cache(maxsize=64)
def wrapped(text: str, width: int) -> list[str]:
    """Wrap a paragraph into lines."""
    if len(text) <= width and text.isprintable():
        return [text.rstrip()]
    return textwrap.wrap(text, width)


def words(name: str) -> list[str]:
    """Split a name into its ASCII words in lower case: `person` and `id` for `personId`."""
    # In camel case, an abbreviation loses its first capital: `cRMScript` begins with CRM.
    name = _ABBREVIATION.sub(lambda match: match[0].upper(), name)
    return [word.lower() for word in _WORD.findall(name)]


@lru_cache(maxsize=1024)
def media_type(header: str | None) -> str | None:
    """Return the first media type of a `Content-Type` or `Accept` value.

    Returns:
        The type in lower case without parameters; None where the header is missing, empty, or a
        range such as `*/*` (RFC 9110, 12.5.1).
    """
    first = (header or "").partition(",")[0].partition(";")[0].strip().lower()
    return first if first and "*" not in first else None
