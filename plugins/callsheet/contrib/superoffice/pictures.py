"""Pictures: recognising them by their bytes, and their limits.

What decodes them is `pillow` on a server, and `canvas` in a browser: see `decoding`.
"""

from dataclasses import dataclass
from importlib.resources import files

from callsheet.server.limits import Limits

Box = tuple[int | None, int | None]
"""Width and height in pixels that a picture is to fit into; None leaves a side free."""

FORMATS = {"PNG": "image/png", "JPEG": "image/jpeg", "GIF": "image/gif", "TIFF": "image/tiff"}
"""The formats that are recognised, and their media types."""

_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
)


_PLACEHOLDERS = {
    "ClearPixel": "ClearPixel.gif",
    "GenericFileIcon": "GenericFileIcon.png",
    "SrNoPhotoWithBorder": "SrNoPhotoWithBorder.png",
}


class ImageError(ValueError):
    """Raised for bytes that are not a usable picture; `str()` of it says why."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: its bytes, and the format that their signature identifies."""

    data: bytes
    format: str

    @property
    def media_type(self) -> str:
        """The media type of its format."""
        return FORMATS[self.format]


def recognise(data: bytes) -> Picture:
    """Recognise a picture by its first bytes, whatever its declared type.

    Raises:
        ImageError: It is of another format.
    """
    format_name = next((name for magic, name in _SIGNATURES if data.startswith(magic)), None)
    if format_name is None:
        raise ImageError("it is not a PNG, GIF, JPEG or TIFF file")
    return Picture(data, format_name)


def placeholder(kind: str) -> Picture:
    """Return the stand-in for a missing picture.

    Args:
        kind: `ClearPixel`, `GenericFileIcon`, `SrNoPhotoWithBorder`; anything else gives the grey
            head and shoulders without a border.
    """
    folder = files("callsheet.contrib.superoffice") / "assets"
    return recognise(folder.joinpath(_PLACEHOLDERS.get(kind, "SrNoPhoto.png")).read_bytes())


def check_size(size: tuple[int, int], limits: Limits, verb: str) -> None:
    """Refuse a picture that is too large.

    Args:
        size: Its width and height in pixels.
        limits: What they may be.
        verb: What the picture does with them, such as `it has`.

    Raises:
        ImageError: They are more.
    """
    width, height = size
    if max(size) > limits.image_side_pixels:
        raise ImageError(f"{verb} a side of more than {limits.image_side_pixels:,} pixels")
    if width * height > limits.image_pixels:
        raise ImageError(f"{verb} more than {limits.image_pixels:,} pixels")


def fitted(size: tuple[int, int], box: Box) -> tuple[int, int]:
    """Return the largest size of the same shape within a box; None leaves a side free."""
    scales = [limit / side for side, limit in zip(size, box, strict=True) if limit is not None]
    if not scales:
        return size
    scale = min(scales)
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))
