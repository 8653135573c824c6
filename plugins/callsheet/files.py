"""Atomic writing of files, and file names of limited length."""

import os
import secrets
import shutil
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from stat import S_ISREG

_DIGEST_BYTES = 8


def write_whole(file: Path, content: bytes, *, follow: bool = True) -> None:
    """Write a file atomically: a concurrent reader gets either the old or the new content.

    A file that is replaced keeps its mode. A pipe or a device, such as `/dev/stdout`, is written to
    and not replaced.

    Args:
        file: The file; its folder exists.
        content: The new content.
        follow: Whether to follow a symbolic link; else it is replaced.

    Raises:
        OSError: It cannot be written; nothing is left behind.
    """
    if follow:
        # Unlike this function, `Path.resolve` raises for links that lead to themselves.
        file = Path(os.path.realpath(file))
    elif file.is_symlink():
        file.unlink()
    if file.exists() and not file.is_file():
        file.write_bytes(content)
        return
    temporary = _beside(file)
    try:
        temporary.write_bytes(content)
        if file.exists():
            shutil.copymode(file, temporary)
        os.replace(temporary, file)  # noqa: PTH105 - the atomic one, by the name that says so
    finally:
        temporary.unlink(missing_ok=True)


def try_writing(file: Path) -> None:
    """Find out whether `write_whole` can write a file, before there is anything to write.

    Raises:
        OSError: It cannot.
    """
    file = Path(os.path.realpath(file))
    with suppress(FileNotFoundError):
        if not S_ISREG(file.lstat().st_mode):
            # A pipe that is opened would wait for its reader.
            return
    temporary = _beside(file)
    temporary.touch()
    temporary.unlink()


def _beside(file: Path) -> Path:
    # In the same folder, as a file can only be replaced atomically within one file system. The name
    # is random, so that two processes don't share it.
    return file.with_name(f".{file.name[:100]}.{secrets.token_hex(4)}")


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
