"""Pictures, decoded and drawn by the browser that this runs in."""

import struct
from typing import Any

from callsheet.contrib.superoffice.pictures import (
    FORMATS,
    Box,
    ImageError,
    Picture,
    check_size,
    fitted,
)
from callsheet.server.limits import Limits

_DRAWN = {"PNG", "JPEG"}
"""Formats that browsers write. Of the others, they read GIF."""

_MAX_SEGMENTS = 10_000


def is_checked(_data: bytes, _limits: Limits) -> bool:
    """Tell that no picture is slow to decode: nobody else waits."""
    return True


def check(picture: Picture, limits: Limits) -> None:
    """Decode a picture; of a TIFF, its header, as browsers read no TIFF.

    Raises:
        ImageError: It is damaged, broken off, or too large.
    """
    size = _measured(picture)
    check_size(size, limits, "it has")
    if picture.format != "TIFF":
        _decoded(picture, size)


def convert(picture: Picture, format_name: str, box: Box, limits: Limits) -> Picture:
    """Return the picture in another format, or scaled; see `pillow.convert`.

    Raises:
        ImageError: It is damaged or too large, or would be, or the browser cannot do it.
    """
    size = _measured(picture)
    check_size(size, limits, "it has")
    new = fitted(size, box)
    if format_name == picture.format and new == size:
        return picture
    check_size(new, limits, "it would have")
    if picture.format == "TIFF" or format_name not in _DRAWN:
        raise ImageError("a browser neither reads TIFF nor writes GIF and TIFF")
    return Picture(_drawn(picture, FORMATS[format_name], new), format_name)


def _decoded(picture: Picture, size: tuple[int, int]) -> None:
    from pyodide.ffi import run_sync

    bitmap = run_sync(_bitmap(picture))
    if (bitmap.width, bitmap.height) != size:
        raise ImageError(f"the {picture.format} file is damaged or broken off")
    bitmap.close()


async def _bitmap(picture: Picture) -> Any:
    from js import Blob, createImageBitmap
    from pyodide.ffi import JsException, to_js

    try:
        return await createImageBitmap(Blob.new([to_js(picture.data)]))
    except JsException as error:
        raise ImageError(f"the {picture.format} file is damaged or broken off") from error


def _drawn(picture: Picture, media_type: str, size: tuple[int, int]) -> bytes:
    from js import Object, OffscreenCanvas, Uint8Array
    from pyodide.ffi import run_sync, to_js

    async def draw() -> bytes:
        bitmap = await _bitmap(picture)
        canvas = OffscreenCanvas.new(*size)
        context = canvas.getContext("2d")
        context.imageSmoothingQuality = "high"
        if media_type == FORMATS["JPEG"]:
            # JPEG knows no transparency: what is transparent becomes white.
            context.fillStyle = "white"
            context.fillRect(0, 0, *size)
        context.drawImage(bitmap, 0, 0, *size)
        kind = to_js({"type": media_type}, dict_converter=Object.fromEntries)
        blob = await canvas.convertToBlob(kind)
        content: bytes = Uint8Array.new(await blob.arrayBuffer()).to_py().tobytes()
        return content

    found: bytes = run_sync(draw())
    return found


def _measured(picture: Picture) -> tuple[int, int]:
    """Return the width and height in pixels that the header of a picture states.

    Raises:
        ImageError: It is damaged or broken off.
    """
    try:
        return _MEASURES[picture.format](picture.data)
    except (struct.error, LookupError, ValueError) as error:
        message = f"the {picture.format} file is damaged or broken off"
        raise ImageError(message) from error


def _png(data: bytes) -> tuple[int, int]:
    width, height = struct.unpack_from(">II", data, 16)
    return width, height


def _gif(data: bytes) -> tuple[int, int]:
    width, height = struct.unpack_from("<HH", data, 6)
    return width, height


def _jpeg(data: bytes) -> tuple[int, int]:
    at = 2
    for _ in range(_MAX_SEGMENTS):
        marker, length = struct.unpack_from(">HH", data, at)
        # Start of a frame (ITU T.81, B.2.2), but the markers for tables among these.
        if 0xFFC0 <= marker <= 0xFFCF and marker not in (0xFFC4, 0xFFC8, 0xFFCC):
            height, width = struct.unpack_from(">HH", data, at + 5)
            return width, height
        at += 2 + length
    raise ValueError("no frame begins")


def _tiff(data: bytes) -> tuple[int, int]:
    order = "<" if data[:2] == b"II" else ">"
    (at,) = struct.unpack_from(f"{order}I", data, 4)
    (number,) = struct.unpack_from(f"{order}H", data, at)
    tags: dict[int, int] = {}
    for index in range(number):
        place = at + 2 + 12 * index
        tag, kind = struct.unpack_from(f"{order}HH", data, place)
        # A SHORT stands at the beginning of the field (TIFF 6.0, section 2).
        (tags[tag],) = struct.unpack_from(f"{order}{'H' if kind == 3 else 'I'}", data, place + 8)
    return tags[256], tags[257]


_MEASURES = {"PNG": _png, "GIF": _gif, "JPEG": _jpeg, "TIFF": _tiff}
