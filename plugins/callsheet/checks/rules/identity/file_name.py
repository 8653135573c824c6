"""A page whose file is not named after its uid, in a tree that names its files so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from callsheet.checks.model.page import Place
from callsheet.checks.model.tree import Tree
from callsheet.checks.parsing.spelling import edit_distance
from callsheet.checks.rule import Diagnostic, Example, TreeRule
from callsheet.findings import Severity
from callsheet.model import Page
from callsheet.source.faults import Fault

_MIN_SHARE = 0.8
_FEW = 4
_MAX_TYPOS = 2
_WRITTEN_AS_UID = re.compile(r"[vV]\d+[A-Za-z][^\W_]*+_\w+")
_OVERVIEWS = {"index", "README", "overview"}


def _misnamed_files(tree: Tree) -> Iterator[Diagnostic]:
    # Web servers determine the file name of a folder's overview.
    pages = [p for p in tree.catalog.pages if p.uid is not None and _stem(p) not in _OVERVIEWS]
    others = [page for page in pages if _stem(page) != page.uid]
    named = len(pages) - len(others)
    if len(pages) < _FEW:
        # A few pages show no convention, unless a name is clearly meant to be the uid.
        others = [page for page in others if _is_meant(_stem(page), page.uid or "")]
    elif named < 2 or named < _MIN_SHARE * len(pages):
        return
    invalid = {f.path for f in tree.catalog.findings if f.code == Fault.UID.code}
    owners = {page.uid or "": page for page in pages if _stem(page) == page.uid}
    count = Counter(page.uid for page in others)
    for page in others:
        if page.path not in invalid:
            owner = owners.get(page.uid or "")
            yield _diagnostic(tree, page, owner if count[page.uid] == 1 else None)


def _is_meant(stem: str, uid: str) -> bool:
    """Tell whether a file name is written like the uid, and is similar or of its group."""
    if not _WRITTEN_AS_UID.fullmatch(stem) or not _WRITTEN_AS_UID.fullmatch(uid):
        return False
    near = edit_distance(stem.lower(), uid.lower(), _MAX_TYPOS) <= _MAX_TYPOS
    return near or stem.partition("_")[0] == uid.partition("_")[0]


def _stem(page: Page) -> str:
    return PurePosixPath(page.path).stem


def _diagnostic(tree: Tree, page: Page, owner: Page | None) -> Diagnostic:
    stem = _stem(page)
    uid = page.uid or ""
    place = _place(tree, page)
    message = f"The uid `{uid}` is not the name of the file, `{stem}`."
    if owner is None:
        return Diagnostic(place, message)
    related = tree.page(owner.path).related(1, f"the page that `{uid}` is the name of")
    return Diagnostic(place, message, related=(related,))


def _place(tree: Tree, page: Page) -> Place:
    checked = tree.page(page.path)
    keys = ("uid", "id")
    key = next(k for k in keys if checked.document.front_matter.get(k) is not None)
    return checked.find(checked.document.line_of_key(key), page.uid or "")


def _page(uid: str) -> str:
    return f"---\ntitle: {uid}\nuid: {uid}\n---\n\n# {uid}\n"


RULE = TreeRule(
    code="CS103",
    name="file-name",
    severity=Severity.WARNING,
    summary="A page's file is not named after its uid, as the others are.",
    cause=(
        "Where files are named after the uid, a page that is not was copied and kept the uid of "
        "the other one, or has a uid that is misspelt, and no cross reference finds it."
    ),
    hint="Correct the uid, or rename the file.",
    examples=(
        Example(
            files={
                "parcel_read.md": _page("parcel_read"),
                "parcel_list.md": _page("parcel_list"),
                "parcel_send.md": _page("parcel_send"),
                "parcel_drop.md": _page("parcel_drop"),
                "parcel_lose.md": _page("parcel_loose"),
            }
        ),
    ),
    superseded_by=("duplicate-uid", "duplicate-key"),
    check=_misnamed_files,
)
