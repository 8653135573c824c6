"""Sides of a comparison: pages of a folder or of a git revision, or an OpenAPI document."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from callsheet.diff import Change, ChangeLocation, DocsTree, Side, TreeDiff, compare, read_tree
from callsheet.diff.revisions import read_revised_file
from callsheet.importing import read_specification
from callsheet.importing.reading import LIMITS
from callsheet.model.security import SecurityAlternatives
from callsheet.sync.document import SourceDocument

_NO_CREDENTIALS: SecurityAlternatives = ((),)
_SUFFIXES = (".json", ".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class ComparedTree:
    """A tree, and the document that it was read from, if it was.

    Attributes:
        tree: The operations and types.
        document: The OpenAPI document; None for pages.
        name: The name of the document.
    """

    tree: DocsTree
    document: SourceDocument | None = None
    name: str = ""

    def located(self, change: Change) -> Change:
        """Return a change that points into the document, where there is one."""
        if self.document is None:
            return change
        pointer = self.document.pointer(change.uid or change.subject)
        place = ChangeLocation(change.place.side, f"{self.name}#{pointer}", 1)
        return replace(change, place=place)


def read_compared(name: str, docs: Callable[[], Path]) -> ComparedTree:
    """Read what one side of a comparison names.

    Args:
        name: A file or an address of an OpenAPI document (`api.yaml`), one in a git revision
            (`v1.2:api.yaml`), or a docs tree as `read_tree` takes it.
        docs: Returns the docs directory.

    Raises:
        ConfigurationError: The document is not valid, or the name is not.
        DocsError: There is no such file, folder or revision, or it cannot be read.
    """
    is_document = name.lower().endswith(_SUFFIXES) and not Path(name).is_dir()
    if not is_document and not name.lower().startswith(("http://", "https://")):
        return ComparedTree(read_tree(name, docs))
    if ":" not in name or Path(name).is_file() or "://" in name:
        return _of_document(name, name)
    data = read_revised_file(name, LIMITS.characters)
    with TemporaryDirectory() as folder:
        # Files that the document refers to are not there: only one file of the revision is read.
        file = Path(folder, PurePosixPath(name.partition(":")[2]).name)
        file.write_bytes(data)
        return _of_document(name, file)


def _of_document(name: str, source: str | Path) -> ComparedTree:
    document = SourceDocument.of(read_specification(source))
    return ComparedTree(DocsTree(document.catalog, f"{name}#"), document, name)


def compare_any(old: ComparedTree, new: ComparedTree) -> TreeDiff:
    """Return all changes for callers, each with its place in the pages or the document."""
    sides = {Side.OLD: old, Side.NEW: new}
    trees = (old.tree, new.tree)
    if old.document and new.document:
        # Where a document asks for no credentials, none are needed; a page may just not say so.
        trees = (_with_security(old.tree), _with_security(new.tree))
    found = compare(*trees).changes
    return TreeDiff(tuple(sides[change.place.side].located(change) for change in found))


def _with_security(tree: DocsTree) -> DocsTree:
    """Return a tree in which operations that ask for no credentials say so."""
    documented = tuple(
        replace(each, security=_NO_CREDENTIALS) if each.security is None else each
        for each in tree.catalog.documented
    )
    return replace(tree, catalog=replace(tree.catalog, documented=documented))
