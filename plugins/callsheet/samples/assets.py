"""The files that samples send; they lie in `assets/` next to this module."""

import base64
import binascii
from dataclasses import dataclass
from importlib.resources import files

ASSETS_DIR = "assets"
"""The folder of the files, here and next to the written programs."""

_FILES = {
    "image/png": "image.png",
    "image/jpeg": "image.jpg",
    "image/jpg": "image.jpg",
    "image/gif": "image.gif",
    "image/tiff": "image.tiff",
    "application/octet-stream": "image.png",
}
_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
)


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that a sample sends: its name in the assets folder and its media type."""

    name: str
    media_type: str


ASSETS = {kind: Asset(name, kind) for kind, name in _FILES.items()}
"""The files by media type (RFC 9110, 8.3.1, no parameters)."""

DEFAULT_ASSET = Asset("image.png", "image/png")
"""The file to send where nothing says which kind is wanted."""


def asset_for(media_type: str) -> Asset | None:
    """Return the file of a media type (RFC 9110, 8.3.1, no parameters), None if there is none."""
    return ASSETS.get(media_type)


def read_asset(name: str) -> bytes:
    """Read the file of that name."""
    return files("callsheet.samples").joinpath(ASSETS_DIR, name).read_bytes()


def media_type_of(content: str) -> str | None:
    """Tell the media type of an image in base64 (RFC 4648, 4); None for anything else."""
    try:
        data = base64.b64decode(content, validate=True)
    except (binascii.Error, ValueError):
        return None
    return next((kind for signature, kind in _SIGNATURES if data.startswith(signature)), None)
