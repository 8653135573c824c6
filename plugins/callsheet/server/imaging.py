"""Pictures: what a file is, and how it looks in another size or format."""

from __future__ import annotations

import io
import struct
import warnings
from dataclasses import dataclass

from PIL import Image, ImageDraw

FORMATS = {
    "PNG": "image/png",
    "JPEG": "image/jpeg",
    "GIF": "image/gif",
    "TIFF": "image/tiff",
}
"""The formats that are recognised, and their media types."""

MAX_PIXELS = 64_000_000
"""A larger picture is refused before it is decoded: 256 MB as RGBA."""

_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
)


class ImageError(ValueError):
    """Bytes that are no usable picture; `str()` of it says why."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in one of the formats: its bytes, media type and size in pixels."""

    data: bytes
    format: str
    width: int
    height: int

    @property
    def media_type(self) -> str:
        """The media type of its format."""
        return FORMATS[self.format]


def recognise(data: bytes) -> Picture:
    """Recognises a picture by its bytes, whatever anyone says that it is.

    Raises:
        ImageError: It is of another format, broken off, or too large.
    """
    format_name = next((name for magic, name in _SIGNATURES if data.startswith(magic)), None)
    if format_name is None:
        raise ImageError("it is no PNG, GIF, JPEG or TIFF file")
    image = _open(data, format_name)
    return Picture(data, format_name, image.width, image.height)


def convert(picture: Picture, format_name: str, box: tuple[int | None, int | None]) -> Picture:
    """The picture in another format, or scaled to fit into a box.

    Args:
        picture: The picture.
        format_name: One of `FORMATS`.
        box: Width and height in pixels; None leaves a side free, and the aspect ratio is kept.

    Returns:
        The picture itself where nothing is to be changed.
    """
    size = _fit((picture.width, picture.height), box)
    if format_name == picture.format and size == (picture.width, picture.height):
        return picture
    image = _open(picture.data, picture.format)
    if image.mode not in ("RGB", "RGBA", "L"):
        image = image.convert("RGBA")
    if size != image.size:
        image = image.resize(size, Image.Resampling.LANCZOS)
    return _save(image, format_name)


def placeholder(kind: str) -> Picture:
    """A stand-in for a missing picture.

    Args:
        kind: `ClearPixel`, `GenericFileIcon`, `SrNoPhotoWithBorder`; anything else gives the grey
            head and shoulders without a border.
    """
    if kind == "ClearPixel":
        return _save(Image.new("RGBA", (1, 1)), "GIF")
    image = Image.new("RGB", (96, 96), "#eceff1")
    draw = ImageDraw.Draw(image)
    if kind == "GenericFileIcon":
        draw.polygon([(26, 12), (58, 12), (72, 26), (72, 84), (26, 84)], "#ffffff", "#90a4ae")
        draw.polygon([(58, 12), (58, 26), (72, 26)], "#cfd8dc", "#90a4ae")
    else:
        draw.ellipse((14, 60, 82, 128), "#b0bec5")
        draw.ellipse((31, 20, 65, 56), "#b0bec5")
    if kind == "SrNoPhotoWithBorder":
        draw.rectangle((0, 0, 95, 95), outline="#78909c", width=2)
    return _save(image, "PNG")


def _open(data: bytes, format_name: str) -> Image.Image:
    try:
        with warnings.catch_warnings():
            # Pillow warns of odd metadata, which doesn't concern us; what it can't read it raises.
            warnings.simplefilter("ignore")
            image = Image.open(io.BytesIO(data), formats=[format_name])
            if image.width * image.height > MAX_PIXELS:
                raise ImageError(f"it has more than {MAX_PIXELS:,} pixels")
            image.load()
    except (OSError, SyntaxError, EOFError, IndexError, struct.error, ValueError) as error:
        if isinstance(error, ImageError):
            raise
        raise ImageError(f"the {format_name} file is damaged or broken off: {error}") from error
    return image


def _fit(size: tuple[int, int], box: tuple[int | None, int | None]) -> tuple[int, int]:
    """The largest size of the same shape within a box; unlimited where the box is."""
    scales = [limit / side for side, limit in zip(size, box, strict=True) if limit is not None]
    if not scales:
        return size
    scale = min(scales)
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _save(image: Image.Image, format_name: str) -> Picture:
    if format_name == "JPEG":
        # JPEG knows no transparency: what is transparent becomes white.
        ground = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(ground, image.convert("RGBA")).convert("RGB")
    buffer = io.BytesIO()
    image.save(buffer, format_name)
    return Picture(buffer.getvalue(), format_name, image.width, image.height)
