"""Pictures: recognising, scaling and converting them.

Those of strangers are decoded only in a process with limits of its own: see `image_worker`.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PIL import Image, ImageDraw, UnidentifiedImageError

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


class ImageError(ValueError):
    """Raised for bytes that are not a usable picture; `str()` of it says why."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: its bytes, and the format that their signature tells."""

    data: bytes
    format: str

    @property
    def media_type(self) -> str:
        """The media type of its format."""
        return FORMATS[self.format]


def load_decoders() -> None:
    """Load what Pillow otherwise loads with the first image."""
    Image.preinit()


def recognise(data: bytes) -> Picture:
    """Recognise a picture by its first bytes, whatever its declared type.

    Raises:
        ImageError: It is of another format.
    """
    format_name = next((name for magic, name in _SIGNATURES if data.startswith(magic)), None)
    if format_name is None:
        raise ImageError("it is not a PNG, GIF, JPEG or TIFF file")
    return Picture(data, format_name)


def check(picture: Picture, limits: Limits) -> None:
    """Decode a picture; of an animation, its first frame.

    Raises:
        ImageError: It is damaged, broken off, or too large.
    """
    with _told(f"the {picture.format} file is damaged or broken off"):
        _open(picture, limits)


def convert(picture: Picture, format_name: str, box: Box, limits: Limits) -> Picture:
    """Return the picture in another format, or scaled to fit into a box with its aspect ratio kept.

    Args:
        picture: The picture.
        format_name: One of `FORMATS`.
        box: What it is to fit into.
        limits: What it may be, before and afterwards.

    Returns:
        The picture itself where nothing is to be changed.

    Raises:
        ImageError: It is damaged, broken off, or too large, or would be.
    """
    with _told(f"it cannot be made of the {picture.format} file"):
        image = _open(picture, limits)
        size = _fit(image.size, box)
        if format_name == picture.format and size == image.size:
            return picture
        _limit(size, limits, "it would have")
        if image.mode not in ("RGB", "RGBA", "L"):
            image = image.convert("RGBA")
        if size != image.size:
            image = image.resize(size, Image.Resampling.LANCZOS)
        return _save(image, format_name)


def placeholder(kind: str) -> Picture:
    """Draw a stand-in for a missing picture.

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


@contextmanager
def _told(what: str) -> Iterator[None]:
    """Raise every error as an `ImageError`.

    Pillow promises nothing of what it raises: OSError, SyntaxError, struct.error and KeyError are
    some of it. Of memory, who has limited it can say more.
    """
    try:
        yield
    except (ImageError, MemoryError):
        raise
    except UnidentifiedImageError as error:
        raise ImageError(what) from error
    except Exception as error:
        raise ImageError(f"{what}: {error}") from error


def _open(picture: Picture, limits: Limits) -> Image.Image:
    # Pillow's own limit is on the product of the sides alone. Ours are checked as soon as the
    # header is read.
    Image.MAX_IMAGE_PIXELS = None
    image = Image.open(io.BytesIO(picture.data), formats=[picture.format])
    _limit(image.size, limits, "it has")
    image.load()
    return image


def _limit(size: tuple[int, int], limits: Limits, verb: str) -> None:
    width, height = size
    if max(size) > limits.image_side_pixels:
        raise ImageError(f"{verb} a side of more than {limits.image_side_pixels:,} pixels")
    if width * height > limits.image_pixels:
        raise ImageError(f"{verb} more than {limits.image_pixels:,} pixels")


def _fit(size: tuple[int, int], box: Box) -> tuple[int, int]:
    """Return the largest size of the same shape within a box; None leaves a side free."""
    scales = [limit / side for side, limit in zip(size, box, strict=True) if limit is not None]
    if not scales:
        return size
    scale = min(scales)
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _save(image: Image.Image, format_name: str) -> Picture:
    if format_name == "JPEG" and image.mode == "RGBA":
        # JPEG knows no transparency: what is transparent becomes white.
        ground = Image.new("RGB", image.size, "white")
        ground.paste(image, mask=image)
        image = ground
    buffer = io.BytesIO()
    image.save(buffer, format_name)
    return Picture(buffer.getvalue(), format_name)
