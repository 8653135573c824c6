"""A link to an image or another file that is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from callsheet.checks.model.tree import Tree
from callsheet.checks.model.tree_places import TreePlaces
from callsheet.checks.rule import Diagnostic, Example, TreeRule
from callsheet.findings import Severity
from callsheet.model import LinkKind
from callsheet.paths import climbs_out, folder_of, is_file, join
from callsheet.source.document import read_document
from callsheet.source.masking import mask_blocks, mask_spans

# What a site serves as it lies in the docs directory; a path without such an ending, or with
# `.html`, may be made by the site.
_FILE = re.compile(
    r"\.(?:png|jpe?g|gif|svg|webp|avif|bmp|ico|tiff?|pdf|zip|json|ya?ml|xml|xsd|wsdl|csv|txt|docx?"
    r"|xlsx?|pptx?|mp4|webm|drawio|puml|proto)$",
    re.IGNORECASE,
)
_IMAGE = re.compile(r"""<img\b[^<>]{0,500}?\bsrc=["']?(?P<path>[^\s"'<>]+)""", re.IGNORECASE)
# A path from the root of the site: no page is there under the name of its source.
_ABSOLUTE = re.compile(r"\]\([ \t]*<?(?P<path>/[^/\s()<>#?][^\s()<>#?]*\.md)(?=[\s)>#?])")
_FENCE = re.compile(r"^[ ]{0,3}(```|~~~)")


def _missing_files(tree: Tree) -> Iterator[Diagnostic]:
    places = TreePlaces(tree)
    for page in tree.catalog.pages:
        wanted = [
            (link.span.start, link.target)
            for link in page.links
            if _is_of_tree(link.kind, link.target)
        ]
        wanted += _written(tree.data(page.path))
        for line, target in wanted:
            folder = folder_of(page.path)
            path = join(folder, target)
            if climbs_out(folder, target) or is_file(tree.catalog.root, path):
                continue
            name = target.rpartition("/")[2]
            place = places.find(page.path, line, target)
            yield Diagnostic(place, f"There is no file `{path or name}`.")


def _is_of_tree(kind: LinkKind, target: str) -> bool:
    return kind is LinkKind.FILE and _FILE.search(target) is not None


def _written(data: bytes) -> Iterator[tuple[int, str]]:
    """Yield images in HTML and absolute paths of pages, which the model does not have as links."""
    has_image, has_path = b"<img" in data, b"](/" in data
    if not has_image and not has_path:
        return
    document = read_document(data)
    fence = False
    for number, line in enumerate(document.lines, 1):
        fence ^= _FENCE.match(line) is not None
        for match in _IMAGE.finditer("" if fence else line):
            path = unquote(match["path"].partition("?")[0].partition("#")[0])
            if _FILE.search(path) and not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//?", path):
                yield number, path
    for number, line in enumerate(
        mask_spans(mask_blocks(document)).split("\n") if has_path else (), 1
    ):
        for match in _ABSOLUTE.finditer(line):
            yield number, unquote(match["path"])


RULE = TreeRule(
    code="CS025",
    name="missing-file",
    severity=Severity.ERROR,
    summary="A link or an image leads to a file that is not there.",
    cause="The file was moved, renamed or never added, or the path has a slip.",
    hint="Correct the path, which is relative to the page, or add the file.",
    examples=(
        Example(
            "what is known of a parcel", "what is known of a parcel: ![its way](media/way.png)"
        ),
        Example("what is known of a parcel", "what is [known](/guide/parcels.md) of a parcel"),
    ),
    check=_missing_files,
)
