"""File names of limited length."""

from __future__ import annotations

from hashlib import blake2b

_DIGEST_BYTES = 8


def shortened(name: str, text: str, longest: int) -> str:
    """Return a name, truncated and with a digest appended where it is too long.

    Args:
        name: The name.
        text: The text that the name stands for, such as a uid; different texts get different names.
        longest: The maximum number of characters.
    """
    if len(name) <= longest:
        return name
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_DIGEST_BYTES).hexdigest()
    return f"{name[: longest - len(digest) - 1]}-{digest}"
