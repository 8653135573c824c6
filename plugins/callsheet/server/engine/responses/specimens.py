"""Small files of the common media types, to answer with where a page promises a file."""

import base64
import gzip
import io
import json
import wave
import zipfile
from collections.abc import Callable, Mapping

from callsheet.memo import cached
from callsheet.samples.assets import asset_for, read_asset
from callsheet.schema import Schema
from callsheet.server.engine.contracts import Contract

_TEXT = "A specimen"
_ANY_TEXT = Schema(types=("string",))
_SCALARS = {"boolean", "integer", "number", "string"}
"""The types whose values a text can be."""

_DOS_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The date of the files in an archive, so that it always has the same bytes."""

_WEBP = "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=="
_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16">'
    '<rect width="16" height="16" fill="gray"/></svg>\n'
)


_HTML = f'<!DOCTYPE html>\n<html lang="en"><title>{_TEXT}</title><p>{_TEXT}</p></html>\n'


@cached(64)
def specimen_of(media_type: str) -> bytes | None:
    """Return a file that programs of its media type open; None where there is none."""
    if asset := asset_for(media_type):
        return read_asset(asset.name)
    make = _MAKERS.get(media_type)
    return make() if make else None


def specimen_file(media_type: str, contract: Contract) -> bytes:
    """Return a file for a contract: the text that it describes, or one of its media type."""
    content = specimen_of(media_type)
    if media_type.startswith("text/") and contract.type in _SCALARS:
        value = contract.specimen()
        text = value if isinstance(value, str) else json.dumps(value)
        # Where nothing is said of the text, a whole document is as good, and opens.
        if text and (content is None or contract.schema != _ANY_TEXT):
            return text.encode()
    # An empty file would be taken for none.
    return content or f"A specimen of {media_type}\r\n".encode()


def _pdf() -> bytes:
    """Return a document of one page with a line of text (ISO 32000-1, 7.5)."""
    text = f"BT /F1 24 Tf 72 720 Td ({_TEXT}) Tj ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
        " /Resources << /Font << /F1 4 0 R >> >> >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< /Length {len(text)} >>\nstream\n{text}\nendstream",
    ]
    document, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(document))
        document += f"{number} 0 obj\n{content}\nendobj\n"
    start, size = len(document), len(objects) + 1
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    document += f"xref\n0 {size}\n0000000000 65535 f \n{table}"
    document += f"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return document.encode()


def _zip() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(zipfile.ZipInfo("specimen.txt", _DOS_EPOCH), f"{_TEXT}\n")
    return file.getvalue()


def _wav() -> bytes:
    """Return a tenth of a second of silence."""
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(8000)
        sound.writeframes(b"\x80" * 800)
    return file.getvalue()


def _gzip() -> bytes:
    return gzip.compress(f"{_TEXT}\n".encode(), mtime=0)


_MAKERS: Mapping[str, Callable[[], bytes]] = {
    "application/gzip": _gzip,
    "application/pdf": _pdf,
    "application/x-gzip": _gzip,
    "application/x-zip-compressed": _zip,
    "application/zip": _zip,
    "audio/wav": _wav,
    "audio/x-wav": _wav,
    "image/svg+xml": _SVG.encode,
    "image/webp": lambda: base64.b64decode(_WEBP),
    "text/html": _HTML.encode,
}
