"""Header fields that keep browsers from running the content of responses.

What the server stores and shows is of its clients and of the pages' authors, and a browser may ask
for it from the origin of the site.
"""

from collections.abc import Iterable

from callsheet.http.media_types import essence

NO_SNIFFING = ("X-Content-Type-Options", "nosniff")
"""Keeps a browser from guessing the media type (Fetch Standard, 3.6)."""

_SANDBOX = ("Content-Security-Policy", "default-src 'none'; sandbox")
_PLAIN = "application/octet-stream"
_SCRIPTS = frozenset({"ecmascript", "javascript", "jscript", "livescript"})


def inert(fields: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Add the header fields that keep a browser from running a response.

    As a page of its own, an answer has no origin and no scripts. What another page could load as a
    script or a stylesheet is a plain file, whatever its type is documented to be.
    """
    fields = [
        (name, _PLAIN if name.lower() == "content-type" and _is_loaded(value) else value)
        for name, value in fields
    ]
    return [*fields, NO_SNIFFING, _SANDBOX]


def _is_loaded(content_type: str) -> bool:
    kind, _, name = essence(content_type).partition("/")
    # `text/javascript1.5` and `application/x-javascript` are scripts, too (MIME Sniffing, 4.6).
    bare = name.removeprefix("x-").rstrip("0123456789.")
    return bare in _SCRIPTS or (kind, name) == ("text", "css")
