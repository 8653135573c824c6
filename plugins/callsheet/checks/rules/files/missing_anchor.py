"""Links to headings that are not there, on the same page or another one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from urllib.parse import unquote

from callsheet.checks.model.page import CheckedPage, Place
from callsheet.checks.model.tree import Tree
from callsheet.checks.model.tree_places import TreePlaces
from callsheet.checks.parsing.spelling import likely_meant
from callsheet.checks.rule import Diagnostic, Example, PageRule, TreeRule
from callsheet.checks.rules.files.anchors import anchors_of, is_known
from callsheet.findings import Severity
from callsheet.model import Link, LinkKind, Page
from callsheet.paths import folder_of, join
from callsheet.source.masking import mask_blocks, mask_spans

_OWN = re.compile(r"\]\([ \t]*<?#(?P<anchor>[^\s()<>]+)>?(?=[\s)])")


def _missing_anchors(page: CheckedPage) -> Iterator[Diagnostic]:
    if "(#" not in page.text and "(<#" not in page.text:
        return
    anchors = anchors_of(page)
    if anchors is None:
        return
    for number, line in enumerate(mask_spans(mask_blocks(page.document)).split("\n"), 1):
        for match in _OWN.finditer(line):
            anchor = unquote(match["anchor"])
            if not is_known(anchor, anchors):
                start = match.start("anchor")
                place = Place(page.path, number, start, number, match.end("anchor") + 1)
                meant = likely_meant(anchor, anchors)
                hint = f"Did you mean `#{meant}`?" if meant else ""
                yield Diagnostic(place, f"The page has no heading for `#{anchor}`.", hint)


def _missing_anchors_of_other_pages(tree: Tree) -> Iterator[Diagnostic]:
    places = TreePlaces(tree)
    pages = {page.path for page in tree.catalog.pages}
    by_uid = {page.uid: page.path for page in reversed(tree.catalog.pages) if page.uid}
    anchors = cache(lambda path: anchors_of(tree.page(path)))
    for page in tree.catalog.pages:
        for link in page.links:
            if not link.fragment or (path := _target(page, link, by_uid)) not in pages:
                continue
            known = anchors(path)
            if known is None or is_known(link.fragment, known):
                continue
            meant = likely_meant(link.fragment, known)
            place = places.find(page.path, link.span.start, f"#{link.fragment}")
            hint = f"Did you mean `#{meant}`?" if meant else ""
            yield Diagnostic(place, f"`{path}` has no heading for `#{link.fragment}`.", hint)


def _target(page: Page, link: Link, by_uid: dict[str, str]) -> str | None:
    if link.kind is LinkKind.XREF:
        return by_uid.get(link.target)
    is_page = link.kind is LinkKind.FILE and link.target.endswith(".md")
    return join(folder_of(page.path), link.target) if is_page else None


_OF_PAGE = PageRule(
    code="CS023",
    name="missing-anchor",
    severity=Severity.ERROR,
    summary="A link leads to a heading of the page that is not there.",
    cause=(
        "The id of a heading is made of its text, in small letters and with hyphens for spaces. "
        "The heading was renamed, or the link has a slip: it leads to the top of the page."
    ),
    hint="Write the id of a heading of this page.",
    examples=(
        Example("what is known of a parcel", "what is known of a [parcel](#request-bodies)"),
    ),
    check=_missing_anchors,
)

_OF_OTHER_PAGE = TreeRule(
    code="CS024",
    name="missing-anchor-of-page",
    severity=Severity.ERROR,
    summary="A link leads to a heading of another page that is not there.",
    cause=(
        "The id of a heading is made of its text. The heading of the other page was renamed, or "
        "the link has a slip: it leads to the top of that page."
    ),
    hint="Write the id of a heading of that page.",
    examples=(
        Example("what is known of a parcel", "what is known of a [parcel](../index.md#nowhere)"),
    ),
    check=_missing_anchors_of_other_pages,
)

RULES = (_OF_PAGE, _OF_OTHER_PAGE)
