"""Uploads of images, which then are asked for in other sizes and formats."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import closing

from PIL import Image

from callsheet.http.headers import Headers
from callsheet.server.http.messages import HttpRequest
from tests.fuzz.targets.bodies import new_store, respond
from tests.processes import picture

_PATH = "/api/v1/Person/3/Image"
_FIELDS = (("Authorization", "Bearer callsheet"), ("Content-Type", "image/png"))
_QUERIES = ("", "w=9&type=PNG", "type=JPEG", "w=3&h=4000&type=GIF")


def seeds() -> Iterator[bytes]:
    """The project's own pictures, and small ones in all formats and modes."""
    yield from map(picture, ("image.png", "image.jpg", "image.gif", "image.tiff"))
    for kind, modes in {
        "PNG": ("1", "L", "LA", "I;16", "P", "RGB", "RGBA"),
        "JPEG": ("L", "RGB", "CMYK"),
        "GIF": ("P",),
        "TIFF": ("1", "L", "P", "RGB", "I;16", "F", "CMYK", "LAB"),
        "BMP": ("RGB",),
        "WEBP": ("RGB",),
    }.items():
        for mode in modes:
            content = io.BytesIO()
            Image.new(mode, (8, 8)).save(content, kind)
            yield content.getvalue()


def run(data: bytes) -> None:
    """Raises where an upload fails, or an image that was taken cannot be had."""
    with closing(new_store()) as store:
        if respond(HttpRequest("POST", _PATH, "", Headers(_FIELDS), data), store).status == 200:
            for query in _QUERIES:
                respond(HttpRequest("GET", _PATH, query, Headers(_FIELDS)), store)
