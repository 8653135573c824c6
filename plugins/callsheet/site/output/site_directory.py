"""The site directory, whose files of the build before are not written again if they are up to date.

MkDocs empties the directory at the start of a build. What this package wrote there is put aside
until that is done, under a hidden name, which MkDocs leaves alone. A file is up to date when its
key is the same, and nobody has touched it since.
"""

import errno
import hashlib
import json
import os
import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from callsheet.cache.content import cache_file, digest_of, load_content, save_content
from callsheet.cache.fingerprint import environment_fingerprint

_ASIDE = ".callsheet"
# Windows would write other line ends without the last one, and hand the file to other programs.
_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_CLOEXEC", 0)
_FLAGS |= getattr(os, "O_BINARY", 0) | getattr(os, "O_NOINHERIT", 0)
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS}


class WrittenFile(NamedTuple):
    """A file as it was written.

    Attributes:
        key: The digest of all that it depends on, or of its content, in hexadecimal digits.
        size: Its bytes.
        mtime: When it was written, in nanoseconds.
        inode: Its number in the file system.
    """

    key: str
    size: int
    mtime: int
    inode: int


class SiteDirectory:
    """The files that this package, and not MkDocs, writes into a site.

    Attributes:
        written: Those of this build by path, relative to the site directory, with forward slashes.

    Args:
        site_dir: The site directory.
        before: Those of the build before.
    """

    def __init__(self, site_dir: Path, before: Mapping[str, WrittenFile]) -> None:
        self.site_dir = str(site_dir)
        self.written: dict[str, WrittenFile] = {}
        self._before = before
        self._there: dict[str, WrittenFile] = {}
        # Those that this build has or will have, whichever process writes them.
        self._ours: set[str] = set()

    def put_aside(self) -> None:
        """Hide the files of the build before from MkDocs, which empties the directory."""
        aside = Path(self.site_dir, _ASIDE)
        with suppress(OSError):
            shutil.rmtree(aside, ignore_errors=True)
            ours = {path.partition("/")[0] for path in self._before}
            for entry in [*Path(self.site_dir).iterdir()]:
                if entry.name in ours:
                    aside.mkdir(exist_ok=True)
                    # Within one file system, so nothing is copied, however large the site is.
                    entry.rename(aside / entry.name)

    def bring_back(self) -> None:
        """Bring back the files that nobody has touched, and remove the rest."""
        aside = Path(self.site_dir, _ASIDE)
        with suppress(OSError):
            for entry in [*aside.iterdir()]:
                place = entry.rename(Path(self.site_dir, entry.name))
                self._restore(place, entry.name)
        shutil.rmtree(aside, ignore_errors=True)

    def discard(self) -> None:
        """Remove what was put aside, brought back or written, where a build fails.

        It may show what the site no longer has. The files of a finished build stay.
        """
        shutil.rmtree(Path(self.site_dir, _ASIDE), ignore_errors=True)
        for path in self._there.keys() | self._ours:
            with suppress(OSError):
                Path(self.site_dir, path).unlink()

    def keep(self, path: str, key: str | Callable[[], str]) -> bool:
        """Tell whether a file with that key is there; then it becomes one of this build.

        A function returns the key, if it is needed.
        """
        self._ours.add(path)
        found = self._there.get(path)
        key = key() if found and callable(key) else key
        if found is None or not key or found.key != key:
            return False
        self.written[path] = found
        return True

    def write(self, path: str, key: str, content: bytes) -> None:
        """Write a file.

        Args:
            path: Where, relative to the site directory.
            key: The digest of all that it depends on; empty if not known: then it stays as it is
                where it has this content.
            content: Its bytes.

        Raises:
            OSError: It cannot be written.
        """
        self._ours.add(path)
        file = os.path.join(self.site_dir, path)  # noqa: PTH118 - thousands of files
        if not key:
            key = digest_of(content)
            with suppress(OSError, KeyError):
                # Somebody may have written another one in its place since.
                if self._there[path] == _written(key, Path(file).lstat()):
                    self.written[path] = self._there[path]
                    return
        with suppress(FileNotFoundError):
            self._write(file, path, key, content)
            return
        folder = os.path.dirname(file)  # noqa: PTH120 - as above
        try:
            # Most have a folder above them, which `makedirs` would look for.
            os.mkdir(folder)  # noqa: PTH102 - as above
        except OSError:
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103 - as above
        self._write(file, path, key, content)

    def _write(self, file: str, path: str, key: str, content: bytes) -> None:
        # Not with `open`, which takes twice as long.
        opened = os.open(file, _FLAGS, 0o666)
        try:
            rest = memoryview(content)
            while rest:
                # A write may be partial.
                rest = rest[os.write(opened, rest) :]
            # Of the open file, so that a change by another program between write and `stat` is not
            # taken for ours.
            status = os.fstat(opened)
        except OSError:
            # A page that is cut off must not be published, nor counted as written in the next
            # build.
            os.unlink(file)  # noqa: PTH108 - as above
            raise
        finally:
            os.close(opened)
        self.written[path] = _written(key, status)

    def content(self, path: str) -> bytes:
        """Return what is in a file of the site; nothing where there is none."""
        with suppress(OSError):
            return Path(self.site_dir, path).read_bytes()
        return b""

    def fault(self, error: Exception) -> str | None:
        """Return what a failed build could not write; None where it failed for another reason."""
        if not isinstance(error, OSError):
            return None
        # Of a copy, the second name is the target. What fails while it is written has no name.
        name = error.filename2 or error.filename
        inside = isinstance(name, str | os.PathLike) and Path(name).is_relative_to(self.site_dir)
        if not inside and error.errno not in _FULL:
            return None
        return f"`{name or self.site_dir}` cannot be written: {error.strerror}."

    def finish(self) -> Mapping[str, WrittenFile]:
        """Remove what was brought back and does not belong to this build.

        Returns:
            The files of this build.
        """
        for path, found in self._there.items():
            if path not in self.written:
                file = Path(self.site_dir, path)
                with suppress(OSError):
                    if _written(found.key, file.lstat()) == found:
                        file.unlink()
                        # As far as they are empty.
                        os.removedirs(file.parent)
        shutil.rmtree(Path(self.site_dir, _ASIDE), ignore_errors=True)
        self._there.clear()
        self._ours.clear()
        return self.written

    def _restore(self, place: Path, path: str) -> None:
        if place.is_dir() and not place.is_symlink():
            if not self._restore_inside(str(place), f"{path}/"):
                place.rmdir()
        elif not self._is_there(path, place.lstat()):
            place.unlink()

    def _restore_inside(self, folder: str, prefix: str) -> bool:
        """Remove from a folder what somebody has touched; return whether anything is left."""
        left = False
        with os.scandir(folder) as entries:
            for entry in entries:
                path = prefix + entry.name
                if entry.is_dir(follow_symlinks=False):
                    if self._restore_inside(entry.path, f"{path}/"):
                        left = True
                    else:
                        os.rmdir(entry.path)  # noqa: PTH106 - as above
                elif self._is_there(path, entry.stat(follow_symlinks=False)):
                    left = True
                else:
                    os.unlink(entry.path)  # noqa: PTH108 - as above
        return left

    def _is_there(self, path: str, status: os.stat_result) -> bool:
        known = self._before.get(path)
        now = status.st_size, status.st_mtime_ns, status.st_ino
        if known is None or known[1:] != now:
            return False
        self._there[path] = known
        return True


def manifest_file(root: Path, site_dir: str) -> Path | None:
    """Return the file for the list of what is written into a site directory, if it is cached."""
    site = hashlib.blake2b(os.fsencode(Path(site_dir).resolve()), digest_size=6).hexdigest()
    return cache_file(root, f"-site-{site}")


def read_manifest(file: Path | None) -> dict[str, WrittenFile]:
    """Return the files that the build before has written; none where the manifest is missing."""
    if file is None:
        return {}
    try:
        content = json.loads(load_content(file, environment_fingerprint()))
        return {path: WrittenFile(*written) for path, written in content.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def save_manifest(file: Path | None, written: Mapping[str, WrittenFile]) -> None:
    """Write the manifest for the next build; a full disk is not an error."""
    if file:
        save_content(file, json.dumps(written).encode(), environment_fingerprint())


def file_key(*parts: bytes) -> str:
    """Return the key of a file that depends on these parts and on this code."""
    digest = hashlib.blake2b(environment_fingerprint(), digest_size=16)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def _written(key: str, status: os.stat_result) -> WrittenFile:
    return WrittenFile(key, status.st_size, status.st_mtime_ns, status.st_ino)
