"""Writes all files of an import, or none."""

import os
import secrets
import shutil
from hashlib import blake2b
from pathlib import Path

from callsheet.errors import ConfigurationError
from callsheet.importing.files import FileAction, ImportPlan


def write_files(plan: ImportPlan) -> list[str]:
    """Write the files, and return their paths.

    Raises:
        ConfigurationError: A file cannot be written; all files are as they were.
    """
    root = plan.root.resolve()
    wanted = [
        (file, plan.root / file.path)
        for file in plan.files
        if file.change in (FileAction.WRITE, FileAction.REPLACE)
    ]
    for _, target in wanted:
        if not target.resolve().is_relative_to(root):
            raise ConfigurationError(f"`{target}` leads out of `{plan.root}`. Nothing was written.")
    with _Transaction() as transaction:
        for file, target in wanted:
            transaction.add(target.resolve(), file.text.encode())
        transaction.commit()
    return [file.path for file, _ in wanted]


class _Transaction:
    """Writes new files next to their places first, so that a full disk is noticed in time.

    What was done is undone unless all of it succeeded.
    """

    def __init__(self) -> None:
        self._suffix = secrets.token_hex(4)
        self._folders: list[Path] = []
        self._added: list[tuple[Path, Path]] = []
        self._replaced: list[tuple[Path, Path]] = []
        self._placed: list[Path] = []

    def __enter__(self) -> "_Transaction":
        return self

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        if kind is not None:
            self._undo()

    def add(self, target: Path, content: bytes) -> None:
        """Write a file next to its place.

        Raises:
            ConfigurationError: It cannot be written.
        """
        new = self._beside(target, "new")
        try:
            self._create(target.parent)
            self._added.append((new, target))
            new.write_bytes(content)
            if target.exists():
                shutil.copymode(target, new)
        except OSError as error:
            raise _failed(target, error) from error

    def commit(self) -> None:
        """Move all files to their places.

        Raises:
            ConfigurationError: One cannot be moved.
        """
        for new, target in self._added:
            try:
                if target.exists():
                    old = self._beside(target, "old")
                    target.rename(old)
                    self._replaced.append((old, target))
                new.rename(target)
                self._placed.append(target)
            except OSError as error:
                raise _failed(target, error) from error
        for old, _ in self._replaced:
            old.unlink(missing_ok=True)

    def _beside(self, target: Path, what: str) -> Path:
        # Long names may differ in their ends only.
        own = blake2b(target.name.encode(), digest_size=4).hexdigest()
        return target.with_name(f".{target.name[:100]}.{own}.{self._suffix}.{what}")

    def _create(self, folder: Path) -> None:
        missing = [each for each in (folder, *folder.parents) if not each.exists()]
        for each in reversed(missing):
            each.mkdir(exist_ok=True)
            self._folders.append(each)

    def _undo(self) -> None:
        for target in self._placed:
            target.unlink(missing_ok=True)
        for old, target in self._replaced:
            os.replace(old, target)  # noqa: PTH105 - the atomic one, by the name that says so
        for new, _ in self._added:
            new.unlink(missing_ok=True)
        for folder in reversed(self._folders):
            folder.rmdir()


def _failed(target: Path, error: OSError) -> ConfigurationError:
    return ConfigurationError(
        f"`{target}` cannot be written: {error.strerror}. Nothing was written."
    )
