"""Links to addresses of the site, and links in HTML, that lead to no page of the docs tree."""

from collections.abc import Iterator
from urllib.parse import unquote

from callsheet import lazy_re as re
from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tree import Tree, TreePlaces
from callsheet.checks.parsing.html_links import html_links
from callsheet.checks.rule import Diagnostic, Example, tree_rule
from callsheet.model import LinkKind
from callsheet.paths import PAGE_SUFFIXES, climbs_out, folder_of, is_file, join
from callsheet.source.document import read_document

_OF_SITE = re.compile(r"(?:/|\.html?)$|(?:^|/)(?:\.{1,2}|[\w-]+)$", re.IGNORECASE)
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|[/#?~{]|$")
_SCRIPT = re.compile(r"\.html?$", re.IGNORECASE)


@Example("what is known of a parcel", "what is [known](../no-such/) of a parcel")
@Example("what is known of a parcel", "what is [known](no-such.html) of a parcel")
@Example("what is known of a parcel", 'what is <a href="no-such.md">known</a> of a parcel')
@tree_rule(
    code="CS041",
    name="broken-address",
    summary="A link to an address of the site, or a link in HTML, does not lead to a page.",
    cause=(
        'A link such as `../parcels/`, `parcels.html` or `<a href="parcels.md">` is for the '
        "address of a page on the site. No page of the docs tree has that address, so readers "
        "come to an error page."
    ),
    hint="Link to the file of the page, such as `[parcels](../parcels.md)`.",
    superseded_on_line_by=("odd-address",),
    subject=Subject.LINKS,
)
def _broken_addresses(tree: Tree) -> Iterator[Diagnostic]:
    places = TreePlaces(tree)
    known: set[str] | None = None
    for page in tree.catalog.pages:
        wanted = [
            (link.span.start, link.target)
            for link in page.links
            if link.kind is LinkKind.FILE and _OF_SITE.search(link.target)
        ]
        wanted += _in_html(tree, page.path)
        for line, target in wanted:
            if _ELSEWHERE.match(target):
                continue
            known = known or _addresses(tree)
            if _leads_to(page.path, target, known):
                continue
            if is_file(tree.catalog.root, join(folder_of(page.path), target)):
                continue
            place = places.find(page.path, line, target)
            yield Diagnostic(place, f"There is no page for the address `{target}`.")


def bases_of(path: str) -> set[str]:
    """Return what an address on a page is relative to: its file's folder, or its own address."""
    folder = folder_of(path)
    stem = path.rpartition(".")[0]
    return {folder, folder if stem.rpartition("/")[2].lower() in ("index", "readme") else stem}


def is_address(target: str) -> bool:
    """Tell whether the target of a link is for the address of a page of the site."""
    return _OF_SITE.search(target) is not None and not _ELSEWHERE.match(target)


def _leads_to(path: str, target: str, known: set[str]) -> bool:
    """Tell whether an address is of a page, seen from the page's file or from its own address."""
    for base in bases_of(path):
        if climbs_out(base, target):
            # Another part of the site that the docs tree is in.
            return True
        if address_key(join(base, target)) in known:
            return True
    return False


def _addresses(tree: Tree) -> set[str]:
    """Return the pages and folders of the tree, as `address_key` has them."""
    found = {""}
    for file in (*(page.path for page in tree.catalog.pages), *_other_files(tree)):
        found |= {address_key(file), file.lower()}
        folder = folder_of(file)
        while folder and folder.lower() not in found:
            found.add(folder.lower())
            folder = folder_of(folder)
    return found


def _other_files(tree: Tree) -> Iterator[str]:
    root = tree.catalog.root
    for pattern in ("*.html", "*.htm"):
        yield from (file.relative_to(root).as_posix() for file in root.rglob(pattern))


def address_key(path: str) -> str:
    """Return a path as it is compared: in lower case, without its ending and without `index`."""
    path = _SCRIPT.sub("", path.lower().rstrip("/"))
    for suffix in PAGE_SUFFIXES:
        path = path.removesuffix(suffix)
    folder, _, name = path.rpartition("/")
    return folder if name in ("index", "readme") else path


def _in_html(tree: Tree, path: str) -> Iterator[tuple[int, str]]:
    """Yield the links in HTML of a page, which the model does not have, with their lines."""
    data = tree.data(path)
    if b"href=" not in data.lower():
        return
    for number, match in html_links(read_document(data)):
        target = unquote(match["href"].partition("?")[0].partition("#")[0])
        if _OF_SITE.search(target) or target.endswith(PAGE_SUFFIXES):
            yield number, target
