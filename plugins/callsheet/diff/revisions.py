"""Reads docs trees from folders and git revisions.

A revision is read from git's object store: nothing is checked out, and no filter, hook or attribute
of the repository applies.
"""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from callsheet.catalog.catalog import Catalog
from callsheet.catalog.readings import MAX_PAGE_BYTES, PageCache
from callsheet.diff.model import DocsTree
from callsheet.errors import ConfigurationError, DocsError
from callsheet.paths import PAGE_SUFFIXES, walking_order

_REGULAR = ("100644", "100755")


def read_tree(name: str, docs: Callable[[], Path]) -> DocsTree:
    """Read a docs tree.

    Args:
        name: A folder, or a git revision such as `HEAD~1`, `v1.2` or `origin/main`, optionally with
            a folder in it: `v1.2:docs`. An existing folder or file is never taken for a
            revision.
        docs: Returns the docs directory, which is read from a revision without a folder.

    Raises:
        ConfigurationError: The name is not valid for a revision, or there is no docs directory.
        DocsError: There is no such folder or revision, or it cannot be read.
    """
    folder = Path(name)
    if folder.is_dir():
        prefix = folder.as_posix().rstrip("/")
        return DocsTree(Catalog.read(folder), "" if prefix == "." else f"{prefix}/")
    if folder.is_file():
        raise DocsError(
            f"`{name}` is a file. Name a folder of pages, a git revision, or an OpenAPI document"
            " (`.json`, `.yaml`)."
        )
    # Git would take it for an option, and some options run programs.
    if name.startswith("-"):
        raise ConfigurationError(f"`{name}` cannot be a revision: it begins with `-`.")
    revision, colon, path = name.partition(":")
    return _read_revision(_Revision.of(name, revision, path if colon else None, docs))


MAX_TAGS = 200
"""Tags that are read, the newest; each is a docs tree."""


@dataclass(frozen=True, slots=True)
class GitTag:
    """A tag of the repository, and its day."""

    name: str
    date: str

    @property
    def revision(self) -> str:
        """The tag as a revision that no folder has as its name."""
        return f"refs/tags/{self.name}"


def read_tags(docs: Path, pattern: str) -> list[GitTag]:
    """Return the tags that lead to the current revision, the newest version first.

    Args:
        docs: A folder of the repository.
        pattern: What their names match, such as `v*`.

    Raises:
        DocsError: It is in no repository.
    """
    listing = _run(
        "HEAD", _existing(docs), "-c", "versionsort.suffix=-", "for-each-ref", "--merged=HEAD",
        "--sort=-version:refname", "--format=%(refname:strip=2)%00%(creatordate:short)",
        f"refs/tags/{pattern}",
    )  # fmt: skip
    lines = listing.decode("utf-8", errors="replace").splitlines()[:MAX_TAGS]
    return [GitTag(name, date) for name, _, date in (line.partition("\0") for line in lines)]


def read_revised_file(name: str, limit: int) -> bytes:
    """Return the content of a file of a git revision.

    Args:
        name: The revision and the path of the file in the repository: `v1.2:api/openapi.yaml`.
        limit: The number of bytes that a file may have.

    Raises:
        ConfigurationError: The name is not valid for a revision.
        DocsError: There is no such file, or it is too large.
    """
    if name.startswith("-"):
        raise ConfigurationError(f"`{name}` cannot be a revision: it begins with `-`.")
    where = Path()
    blob = _ask(name, where, "rev-parse", "--verify", "--quiet", name)
    if not blob or _ask(name, where, "cat-file", "-t", blob) != "blob":
        raise DocsError(f"`{name}` is neither a file nor a file of a git revision.")
    if int(_ask(name, where, "cat-file", "-s", blob)) > limit:
        raise DocsError(f"`{name}` has more than {limit // 1024 // 1024} MiB.")
    return _run(name, where, "cat-file", "blob", blob)


@dataclass(frozen=True, slots=True)
class _Blob:
    """A page in git's object store."""

    path: str
    mode: str
    sha: str
    size: int


@dataclass(frozen=True, slots=True)
class _Revision:
    """A folder of a revision.

    Attributes:
        tree: The hash of the folder.
        shown: Its name in reports, such as `HEAD~1:docs`.
        folder: The path of the folder in the working tree, if it exists there.
        where: The working directory of git.
    """

    tree: str
    shown: str
    folder: Path
    where: Path

    @classmethod
    def of(
        cls, name: str, revision: str, path: str | None, docs: Callable[[], Path]
    ) -> "_Revision":
        """Find the folder of a revision."""
        where = Path() if path is not None else _existing(docs())
        root = _ask(name, where, "rev-parse", "--verify", "--quiet", f"{revision}^{{tree}}")
        if not revision or not root:
            raise DocsError(f"`{name}` is neither a folder nor a git revision.")
        top = Path(os.fsdecode(_run(name, where, "rev-parse", "--show-toplevel").rstrip(b"\n")))
        inside = path if path is not None else _inside(docs().resolve(), top.resolve())
        tree = _ask(name, where, "rev-parse", "--verify", "--quiet", f"{root}:{inside}")
        if not tree or _ask(name, where, "cat-file", "-t", tree) != "tree":
            raise DocsError(f"The revision `{revision}` has no folder `{inside or '.'}`.")
        shown = f"{revision}:{inside}".rstrip("/")
        return cls(tree, shown, top / inside, where)


def _read_revision(revision: _Revision) -> DocsTree:
    pages, skipped = [], []
    for blob in sorted(_listed(revision), key=lambda blob: walking_order(blob.path)):
        # The target of a link is only a text in the object store, and may be outside of the folder.
        if blob.mode not in _REGULAR:
            skipped.append(f"`{revision.shown}/{blob.path}` is a symbolic link and was not read.")
        elif blob.size > MAX_PAGE_BYTES:
            limit = MAX_PAGE_BYTES // 1024 // 1024
            shown = f"{revision.shown}/{blob.path}"
            skipped.append(f"`{shown}` is larger than {limit} MiB and was not read.")
        else:
            pages.append(blob)
    # The cache belongs to the working tree: pages that are equal there are read from it, but no
    # others are added.
    readings = PageCache.of(revision.folder).read(_contents(revision, pages).items()).values()
    separator = "" if revision.shown.endswith(":") else "/"
    catalog = Catalog.of(Path(revision.shown), readings)
    return DocsTree(catalog, f"{revision.shown}{separator}", tuple(skipped))


def _listed(revision: _Revision) -> Iterator[_Blob]:
    """Yield the pages of a folder, without hidden files and folders, as `Catalog.read` does."""
    # `-z` because git otherwise quotes paths with unusual characters; `-l` for the sizes, so that
    # large pages are never loaded.
    listing = _run(
        revision.shown, revision.where, "ls-tree", "-r", "-z", "-l", "--full-tree", revision.tree
    )
    for entry in listing.split(b"\0"):
        about, _, name = entry.partition(b"\t")
        path = os.fsdecode(name)
        if path.endswith(PAGE_SUFFIXES) and not any(
            part.startswith(".") for part in path.split("/")
        ):
            mode, kind, sha, size = about.decode("ascii").split()
            if kind == "blob":
                yield _Blob(path, mode, sha, int(size))


def _contents(revision: _Revision, blobs: Sequence[_Blob]) -> dict[str, bytes]:
    requested = "".join(f"{blob.sha}\n" for blob in blobs).encode("ascii")
    # One process for all pages, as starting one for each takes longer than reading it.
    answer = _run(revision.shown, revision.where, "cat-file", "--batch", given=requested)
    start = 0
    contents = {}
    for blob in blobs:
        # `SHA SP type SP size LF content LF`
        start = answer.index(b"\n", start) + 1
        contents[blob.path] = answer[start : start + blob.size]
        start += blob.size + 1
    return contents


def _existing(folder: Path) -> Path:
    """Return the folder, or its nearest parent that exists."""
    folder = folder.resolve()
    return next(each for each in (folder, *folder.parents) if each.is_dir())


def _inside(docs: Path, top: Path) -> str:
    try:
        inside = docs.relative_to(top)
    except ValueError as error:
        raise DocsError(f"`{docs}` is not in the git repository `{top}`.") from error
    return "" if inside == Path() else PurePosixPath(inside).as_posix()


def _ask(name: str, where: Path, *arguments: str) -> str:
    """Return git's output of one line; empty if it finds no such object."""
    done = _git(name, where, arguments)
    if done.returncode and done.stderr.strip():
        raise _failure(name, done.stderr)
    return "" if done.returncode else done.stdout.decode("ascii", errors="replace").strip()


def _run(name: str, where: Path, *arguments: str, given: bytes = b"") -> bytes:
    done = _git(name, where, arguments, given)
    if done.returncode:
        raise _failure(name, done.stderr)
    return done.stdout


def _git(
    name: str, where: Path, arguments: Sequence[str], given: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    git = shutil.which("git")
    if git is None:
        raise DocsError(f"`{name}` is not a folder, and git is not there to read it as a revision.")
    # A partial clone may fetch missing objects, and must not wait for a password. `LC_ALL` keeps
    # messages in English, since one of their prefixes is removed.
    environment = {**os.environ, "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    return subprocess.run(  # noqa: S603 - no shell, and what users name never begins with `-`
        [git, *arguments], cwd=where, env=environment, input=given, capture_output=True, check=False
    )


def _failure(name: str, stderr: bytes) -> DocsError:
    stated = stderr.decode("utf-8", errors="replace").strip().partition("\n")[0]
    return DocsError(f"`{name}` cannot be read from git: {stated.removeprefix('fatal: ')}")
