"""Names of files that file systems have room for."""

from __future__ import annotations

from hashlib import blake2b

_DIGEST_BYTES = 8


def shortened(name: str, text: str, longest: int) -> str:
    """Return a name, or its beginning with a digest behind it where it is too long.

    Args:
        name: The name.
        text: What it is made of, such as a uid: other texts get other names.
        longest: How many characters it may have.
    """
    if len(name) <= longest:
        return name
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_DIGEST_BYTES).hexdigest()
    return f"{name[: longest - len(digest) - 1]}-{digest}"
