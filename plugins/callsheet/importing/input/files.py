"""The files that a document refers to: those of its own folder, and never the network."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from callsheet import lazy_re as re
from callsheet.untrusted import DocumentLimits, ExcessiveError, UnusableError, read_within, size

MAX_FILES = 2_000
"""Files of one document."""

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


class UnfollowedError(ValueError):
    """A reference that is not followed; `str()` of it goes on after the reference."""


class DocumentFiles:
    """Reads the files that a document refers to, each once.

    Args:
        folder: The folder of the document; None if it is from elsewhere.
        parse: Parses the text of a file; its second argument is whether it is YAML.
        limits: The limits of all files together.
        size: The characters of the document itself.
        allow_outside: Whether files outside of the folder are read, too.
    """

    def __init__(
        self,
        folder: Path | None,
        parse: Callable[[str, bool], Any],
        limits: DocumentLimits,
        size: int = 0,
        *,
        allow_outside: bool = False,
    ) -> None:
        self._has_folder = folder is not None
        self._folder = Path(os.path.realpath(folder or "."))
        self._parse = parse
        self._limits = limits
        self._characters = size
        self._allow_outside = allow_outside
        self._read: dict[str, Any] = {}

    def resolve(self, path: str, source: str) -> str:
        """Return the path of a file from the folder of the document.

        Args:
            path: The path in a reference, percent-encoded, relative to the file that has it.
            source: The path of that file; empty for the document.

        Raises:
            UnfollowedError: It is not followed.
        """
        if path.startswith("//") or ((scheme := _SCHEME.match(path)) and scheme[0] != "file:"):
            raise UnfollowedError("leads to the network, which is not asked: save what is there in"
                                  " the folder of the document")  # fmt: skip
        if scheme:
            raise UnfollowedError("is an address of a file: write its path, relative to this file")
        if not self._has_folder:
            raise UnfollowedError("is a file, but only a document that is a file itself, and is"
                                  " named by its path, can refer to files")  # fmt: skip
        name = unquote(path)
        if "\\" in name or not name.isprintable():
            raise UnfollowedError("is not a relative address: write `/` between folders")
        # Links are resolved first, so that none of them leads out of the folder.
        real = Path(os.path.realpath(self._folder / Path(source).parent / name))
        if not self._allow_outside and not real.is_relative_to(self._folder):
            raise UnfollowedError("leads out of the document's folder, which only"
                                  " `--allow-outside` permits")  # fmt: skip
        if not real.exists():
            raise UnfollowedError("does not exist")
        if not real.is_file():
            raise UnfollowedError("is not a file")
        return Path(os.path.relpath(real, self._folder)).as_posix()

    def read(self, path: str) -> Any:
        """Return the content of a file.

        Args:
            path: A result of `resolve`.

        Raises:
            UnfollowedError: It cannot be read, or there is too much.
        """
        if path not in self._read:
            if len(self._read) >= MAX_FILES:
                raise UnfollowedError(f"is one file too many: more than {MAX_FILES:,} are not read")
            try:
                self._read[path] = self._parsed(self._folder / path)
            except OSError as error:
                raise UnfollowedError(f"cannot be read: {error.strerror}") from error
            except UnusableError as error:
                raise UnfollowedError(f"cannot be read: {error}") from error
        return self._read[path]

    def _parsed(self, file: Path) -> Any:
        text = read_within(file, self._limits)
        self._characters += len(text)
        if self._characters > self._limits.characters:
            raise ExcessiveError(f"all files are larger than {size(self._limits.characters)}")
        return self._parse(text, file.suffix.lower() in (".yaml", ".yml"))
