"""Pictures, decoded by Pillow.

Those of strangers are decoded only in a process with limits of its own: see `image_worker`.
"""

import io
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, UnidentifiedImageError

from callsheet.contrib.superoffice.pictures import Box, ImageError, Picture, check_size, fitted
from callsheet.server.limits import Limits


def load_decoders() -> None:
    """Load what Pillow otherwise loads with the first image."""
    Image.preinit()


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
        size = fitted(image.size, box)
        if format_name == picture.format and size == image.size:
            return picture
        check_size(size, limits, "it would have")
        if image.mode not in ("RGB", "RGBA", "L"):
            image = image.convert("RGBA")
        if size != image.size:
            image = image.resize(size, Image.Resampling.LANCZOS)
        return _save(image, format_name)


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
    check_size(image.size, limits, "it has")
    image.load()
    return image


def _save(image: Image.Image, format_name: str) -> Picture:
    if format_name == "JPEG" and image.mode == "RGBA":
        # JPEG knows no transparency: what is transparent becomes white.
        ground = Image.new("RGB", image.size, "white")
        ground.paste(image, mask=image)
        image = ground
    buffer = io.BytesIO()
    image.save(buffer, format_name)
    return Picture(buffer.getvalue(), format_name)
