"""The files of a site, as the reference server serves them."""

from pathlib import Path

from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from callsheet import lazy_re as re
from callsheet.server.adapters.asgi import ASGIApp, Receive, Scope, Send

_RANGE = re.compile(r"\s*+(?:(?P<first>[0-9]{1,18})-(?P<last>[0-9]{1,18})?|-[0-9]{1,18})?\s*+")


def site_files(site: Path) -> ASGIApp:
    """Return an application that serves the files of a site.

    Starlette refuses a field `Range` that is invalid or of another unit, which is to be ignored
    (RFC 9110, 14.2).
    """
    files = Starlette(routes=[Mount("/", StaticFiles(directory=site, html=True))])

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        headers = scope.get("headers", ())
        known = [
            each for each in headers if each[0] != b"range" or _is_range(each[1].decode("latin-1"))
        ]
        await files({**scope, "headers": known}, receive, send)

    return answer


def _is_range(value: str) -> bool:
    """Tell whether a field `Range` asks for bytes, in the form of RFC 9110, 14.1.2."""
    unit, _, listed = value.partition("=")
    if unit.strip().lower() != "bytes" or not listed.strip(" \t,"):
        return False
    for part in listed.split(","):
        found = _RANGE.fullmatch(part)
        if found is None or int(found["last"] or found["first"] or 0) < int(found["first"] or 0):
            return False
    return True
