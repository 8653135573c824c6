"""Images that are made to harm, and damaged ones, always the same."""

from __future__ import annotations

import io
import random
import struct
import zlib
from collections.abc import Iterator

from PIL import Image

from tests.processes import picture

FORMATS = ("PNG", "JPEG", "GIF", "TIFF")


def image(
    format_name: str, mode: str = "RGB", size: tuple[int, int] = (8, 8), **options: object
) -> bytes:
    """A black image."""
    content = io.BytesIO()
    Image.new(mode, size).save(content, format_name, **options)
    return content.getvalue()


def png(width: int, height: int, *, rows: bool = False, before: bytes = b"") -> bytes:
    """A greyscale PNG, with chunks of one's own; without rows, it is the header of one."""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    data = zlib.compress(bytes(width + 1) * height, 9) if rows else b""
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            chunk(b"IHDR", header),
            before,
            chunk(b"IDAT", data),
            chunk(b"IEND", b""),
        )
    )


def chunk(name: bytes, data: bytes) -> bytes:
    """A chunk of a PNG."""
    checksum = zlib.crc32(name + data)
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", checksum)


def bombs() -> Iterator[tuple[str, bytes]]:
    """Images that are small as a file and would be large in memory, by name."""
    yield "header of 50,000 by 50,000", png(50_000, 50_000)
    yield "header of the largest sides", png(2**31 - 1, 2**31 - 1)
    yield "no pixels", png(0, 0)
    yield "one by 64,000,000", png(1, 64_000_000, rows=True)
    yield "64,000,000 by one", png(64_000_000, 1, rows=True)
    long = b"a\0\0" + zlib.compress(bytes(64_000_000), 9)
    for name in (b"zTXt", b"iCCP"):
        yield f"{name.decode()} of 64 MB", png(1, 1, rows=True, before=chunk(name, long))
    text = b"a\0\1\0\0\0" + zlib.compress(bytes(1_000_000), 9)
    yield "iTXt, 500 times", png(1, 1, rows=True, before=chunk(b"iTXt", text) * 500)
    # Each tag says that its value is the whole rest of the file.
    size, tags = 200_000, 20_000
    entries = b"".join(struct.pack("<HHII", 1000 + n, 7, size, 8) for n in range(tags))
    directory = struct.pack("<H", tags) + entries + bytes(4)
    yield "TIFF of 4 GB of tags", struct.pack("<4sI", b"II*\0", 8 + size) + bytes(size) + directory
    yield "GIF with a frame beyond its screen", gif_frame(65_535, 65_535)


def gif_frame(width: int, height: int) -> bytes:
    """A GIF of one pixel whose only frame has another size."""
    content = bytearray(image("GIF", "P", (1, 1)))
    place = content.index(b",")
    content[place + 5 : place + 9] = struct.pack("<HH", width, height)
    return bytes(content)


def mutated(number: int, seed: int = 1) -> Iterator[bytes]:
    """Images of many kinds of which some bytes are others, or the end is missing."""
    chance = random.Random(seed)  # noqa: S311 - always the same
    whole = [picture(name) for name in ("image.png", "image.jpg", "image.gif", "image.tiff")]
    whole += [image(name) for name in (*FORMATS, "BMP", "WEBP")]
    whole += [image("PNG", mode) for mode in ("1", "P", "RGBA", "LA", "I;16")]
    whole += [image("TIFF", mode) for mode in ("1", "P", "I;16", "F", "CMYK", "LAB", "YCbCr")]
    whole += [image("JPEG", "CMYK"), image("GIF", "P")]
    for _ in range(number):
        content = bytearray(chance.choice(whole))
        # The first bytes say which format it is; without them, nothing is decoded.
        for _ in range(chance.randint(1, 6)):
            content[chance.randrange(4, len(content))] = chance.randrange(256)
        if chance.random() < 0.2:
            del content[chance.randrange(4, len(content)) :]
        yield bytes(content)
