"""Links to headings and files that do not exist, or without an address."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache
from urllib.parse import unquote

from callsheet import lazy_re as re
from callsheet.checks.model.page import CheckedPage, OperationPage, Place
from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tree import Tree, TreePlaces
from callsheet.checks.parsing.html_links import html_links
from callsheet.checks.parsing.words import did_you_mean
from callsheet.checks.rule import Diagnostic, Example, page_rule, tree_rule
from callsheet.checks.rules.files.addresses import address_key, bases_of, is_address
from callsheet.findings import Severity
from callsheet.model import Link, LinkKind, Page
from callsheet.paths import climbs_out, folder_of, is_file, join
from callsheet.source.document import read_document
from callsheet.source.masking import mask_blocks, mask_spans

_HEADING = re.compile(r"[ ]{0,3}(?:>[ ]?)*+#{1,6}[ \t]+(?P<text>.+)")
_EXPLICIT = re.compile(r"""(?:\b(?:id|name)=|\{[^{}\n]*?#)["']?(?P<id>[^\s"'>{}]+)""")
_ATTRIBUTES = re.compile(r"(?<![ \t])[ \t]*+\{:?[ \t]*+[#.][^{}]*+\}[ \t]*+$")
_LINK = re.compile(r"!?\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])")
_TAG = re.compile(r"<[^<>]+>")
_NOT_IN_A_ROW = re.compile(r"[^\w.-]+")
_NOT_IN_A_SLUG = re.compile(r"[^\w\s-]")
_SUFFIX = re.compile(r"[-_]\d+$")
_ROWS = ("path", "query", "header", "request", "response", "status", "property")
_OF_THE_SITE = ("path-parameters", "sample", "samples", "content")
"""Ids of headings that the site adds to an operation's page."""

_NOT_KNOWN = ("[!include", "--8<--", "{%", "{{")
"""Signs of text from elsewhere, which may have further headings."""


def anchors_of(page: CheckedPage) -> set[str] | None:
    """Return the ids of a page, as Python-Markdown, GitHub and the site generate them.

    Returns:
        None if part of the page comes from elsewhere.
    """
    if any(sign in page.lower_text for sign in _NOT_KNOWN):
        return None
    found = {match["id"] for match in _EXPLICIT.finditer(page.text)}
    counts = Counter(
        slug for title in _titles_of_headings(page) for slug in set(_ids_of_title(title))
    )
    found |= {slug for slug in counts if slug}
    for slug, count in counts.items():
        found |= {f"{slug}{mark}{n}" for mark in "-_" for n in range(1, count + 1) if count > 1}
    if isinstance(page, OperationPage):
        found |= {page.operation.uid, *_OF_THE_SITE, *_ids_of_rows(page)}
    return found


def is_known(anchor: str, anchors: set[str]) -> bool:
    """Tell whether a fragment is one of the ids, or one that every page has."""
    # A slash is of a page that a script shows.
    if anchor in anchors or anchor in ("", "top") or ":" in anchor or "/" in anchor:
        return True
    # Text fragments, and ids that the site numbers.
    return anchor.startswith(("callsheet-", "__")) or (
        _SUFFIX.search(anchor) is not None and anchor[:1].isdigit()
    )


def _titles_of_headings(page: CheckedPage) -> Iterator[str]:
    fence = ""
    for line, after in zip(page.document.lines, (*page.document.lines[1:], ""), strict=True):
        mark = line.lstrip()[:3]
        if mark in ("```", "~~~"):
            fence = "" if fence == mark else fence or mark
        elif not fence and (match := _HEADING.match(line)):
            yield match["text"].rstrip(" \t").rstrip("#").rstrip(" \t")
        elif not fence and line.strip() and re.fullmatch(r"(?:-+|=+)[ \t]*", after):
            yield line


def _ids_of_title(title: str) -> Iterator[str]:
    title = _LINK.sub(r"\1", _TAG.sub("", _ATTRIBUTES.sub("", title)))
    # A section is shown with and without the name after its colon.
    for shown in {title, title.partition(":")[0]}:
        plain = shown.replace("`", "").replace("*", "").strip()
        latin = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
        yield re.sub(r"[-\s]+", "-", _NOT_IN_A_SLUG.sub("", latin).strip().lower())
        yield re.sub(r"\s", "-", _NOT_IN_A_SLUG.sub("", plain).strip().lower())


def _ids_of_rows(page: OperationPage) -> Iterator[str]:
    for section in page.sections:
        for table in section.tables:
            for row in table.rows:
                name = _NOT_IN_A_ROW.sub("", row.cell(0))
                yield from (f"{prefix}-{name}" for prefix in _ROWS)


_OWN = re.compile(r"\]\([ \t]*<?#(?P<anchor>[^\s()<>]+)>?(?=[\s)])")


@Example("what is known of a parcel", "what is known of a [parcel](#request-bodies)")
@Example("what is known of a parcel", 'what is <a href="#none">known</a> of a parcel')
@page_rule(
    code="CS023",
    name="missing-anchor",
    severity=Severity.ERROR,
    summary="A link leads to a heading of the page that is not there.",
    cause=(
        "The id of a heading is made of its text, in small letters and with hyphens for spaces. "
        "The heading was renamed, or the link has a slip: it leads to the top of the page."
    ),
    hint="Write the id of a heading of this page.",
    subject=Subject.LINKS,
)
def _missing_anchors(page: CheckedPage) -> Iterator[Diagnostic]:
    links = [*_own_links(page)]
    anchors = anchors_of(page) if links else None
    for number, start, written in links if anchors is not None else ():
        anchor = unquote(written)
        if anchors and not is_known(anchor, anchors):
            place = Place(page.path, number, start, number, start + len(written) + 1)
            hint = did_you_mean(anchor, anchors, "#")
            yield Diagnostic(place, f"The page has no heading for `#{anchor}`.", hint)


def _own_links(page: CheckedPage) -> Iterator[tuple[int, int, str]]:
    """Yield the links to headings of their own page: line, column of the `#`, and what follows."""
    if "(#" in page.text or "(<#" in page.text:
        for number, line in enumerate(mask_spans(mask_blocks(page.document)).split("\n"), 1):
            for match in _OWN.finditer(line):
                yield number, match.start("anchor"), match["anchor"]
    if "=#" in page.text or '="#' in page.text or "='#" in page.text:
        for number, match in html_links(page.document):
            if match["href"].startswith("#"):
                yield number, match.start("href") + 1, match["href"][1:]


@Example("what is known of a parcel", "what is known of a [parcel](../index.md#nowhere)")
@Example("what is known of a parcel", 'what is <a href="../index.md#none">known</a> of it')
@Example("what is known of a parcel", 'what is <a href="../index.html#no">known</a> of it')
@Example("what is known of a parcel", "what is [known](../index.html#nowhere) of a parcel")
@tree_rule(
    code="CS024",
    name="missing-anchor-of-page",
    severity=Severity.ERROR,
    summary="A link leads to a heading of another page that is not there.",
    cause=(
        "The id of a heading is made of its text. The heading of the other page was renamed, or "
        "the link has a slip: it leads to the top of that page."
    ),
    hint="Write the id of a heading of that page.",
    subject=Subject.LINKS,
)
def _missing_anchors_of_other_pages(tree: Tree) -> Iterator[Diagnostic]:
    catalog, places = tree.catalog, TreePlaces(tree)
    pages = {page.path for page in catalog.all_pages}
    translated = {(catalog.language_of(p.path), p.uid): p for p in catalog.translated}
    anchors = cache(lambda path: anchors_of(tree.page(path)))

    @cache
    def by_address() -> dict[str, str]:
        return {address_key(path): path for path in pages}

    def of_address(path: str, address: str) -> str | None:
        keys = (address_key(join(base, address)) for base in bases_of(path))
        return next((by_address()[key] for key in keys if key in by_address()), None)

    def target(page: Page, link: Link) -> str | None:
        """Return the page that a link leads to, in the language of its page if there is one."""
        if link.kind is LinkKind.XREF:
            own = translated.get((catalog.language_of(page.path), link.target))
            found = own or catalog.pages_by_uid.get(link.target)
            return found.path if found else None
        if link.kind is LinkKind.FILE and is_address(link.target):
            return of_address(page.path, link.target)
        path = join(folder_of(page.path), link.target) if link.kind is LinkKind.FILE else ""
        named = catalog.named_by(page.path, path) if path.endswith(".md") else ()
        return next((each for each in named if each in pages), None)

    for page in catalog.all_pages:
        links = [
            (target(page, link), link.fragment, link.span.start)
            for link in page.links
            if link.fragment
        ]
        links += [
            (of_address(page.path, path) if is_address(path) else join(own, path), fragment, line)
            for own in (folder_of(page.path),)
            for path, fragment, line in _targets_in_html(tree.data(page.path))
        ]
        found: dict[tuple[int, str], int] = {}
        for path, fragment, line in links:
            known = anchors(path) if path in pages else None
            if known is None or is_known(fragment, known):
                continue
            # The same one may be there twice.
            place = places.find(page.path, line, f"#{fragment}", found.get((line, fragment), 1))
            found[line, fragment] = place.end_column
            hint = did_you_mean(fragment, known, "#")
            yield Diagnostic(place, f"`{path}` has no heading for `#{fragment}`.", hint)


def _targets_in_html(data: bytes) -> Iterator[tuple[str, str, int]]:
    """Yield the files or addresses and headings that links in HTML lead to, with their lines."""
    if b"#" in data and b"href=" in data:
        for number, match in html_links(read_document(data)):
            path, _, fragment = match["href"].partition("#")
            if path and fragment and ":" not in path and not path.startswith("/"):
                yield unquote(path), unquote(fragment), number


# Files that a site copies from the docs directory; a path with another ending, or with `.html`,
# may be generated by the site.
_FILE = re.compile(
    r"\.(?:png|jpe?g|gif|svg|webp|avif|bmp|ico|tiff?|pdf|zip|json|ya?ml|xml|xsd|wsdl|csv|txt|docx?"
    r"|xlsx?|pptx?|mp4|webm|drawio|puml|proto)$",
    re.IGNORECASE,
)
_IMAGE = re.compile(r"""<img\b[^<>]{0,500}?\bsrc=["']?(?P<path>[^\s"'<>]+)""", re.IGNORECASE)
# A path from the root of the site, which has no page under the name of its source.
_ABSOLUTE = re.compile(r"\]\([ \t]*<?(?P<path>/[^/\s()<>#?][^\s()<>#?]*\.md)(?=[\s)>#?])")
_FENCE = re.compile(r"^[ ]{0,3}(```|~~~)")


@Example("what is known of a parcel", "what is known of a parcel: ![its way](media/way.png)")
@Example("what is known of a parcel", "what is [known](/guide/parcels.md) of a parcel")
@tree_rule(
    code="CS025",
    name="missing-file",
    severity=Severity.ERROR,
    summary="A link or an image leads to a file that is not there.",
    cause="The file was moved, renamed or never added, or the path has a slip.",
    hint="Correct the path, which is relative to the page, or add the file.",
    subject=Subject.LINKS,
)
def _missing_files(tree: Tree) -> Iterator[Diagnostic]:
    places = TreePlaces(tree)
    root = tree.catalog.root
    for page in tree.catalog.all_pages:
        wanted = [
            (link.span.start, link.target)
            for link in page.links
            if link.kind is LinkKind.FILE and _FILE.search(link.target) is not None
        ]
        wanted += _written(tree.data(page.path))
        for line, target in wanted:
            folder = folder_of(page.path)
            path = join(folder, target)
            named = tree.catalog.named_by(page.path, path)
            if climbs_out(folder, target) or any(is_file(root, each) for each in named):
                continue
            name = target.rpartition("/")[2]
            place = places.find(page.path, line, target)
            yield Diagnostic(place, f"There is no file `{path or name}`.")


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


_EMPTY = re.compile(r"(?<!\\)\[[^\[\]\n]{1,500}\](?P<wrong>\([ \t]*+(?:<>|#)?[ \t]*+\))")
# After a word it is an index, as in `rows[0][1]`.
_REFERENCE = re.compile(
    r"(?<![\w\])\\])\[(?P<text>(?=[^\[\]\nA-Za-z]*+[A-Za-z])[^\[\]\n]*+)\]"
    r"(?P<wrong>\[(?P<label>[^\[\]\n]{0,200})\])(?![\[(:])"
)
_FOOTNOTE = re.compile(r"(?<![\\\[])\[\^(?P<label>[\w-]{1,60})\](?!:)")
_DEFINITION = re.compile(r"^[ \t>]*\[([^\[\]\n]+)\]:", re.MULTILINE)


@Example("what is known of a parcel", "what is known of a [parcel]()")
@Example("what is known of a parcel", "what is known of a [parcel][parcels]")
@Example("what is known of a parcel", "what is known of a parcel[^1]")
@page_rule(
    code="CS026",
    name="undefined-reference",
    summary="A link has no address, or a label that the page does not define.",
    cause=(
        "`[text]()` leads to the page itself, and readers see `[text][label]` as it stands where "
        "no line `[label]: address` is on the page."
    ),
    hint="Write the address, or the line that defines the label.",
    subject=Subject.LINKS,
)
def _undefined_references(page: CheckedPage) -> Iterator[Diagnostic]:
    lines = page.document.lines
    if not any(sign in page.text for sign in ("](", "][", "[^")):
        return
    text = mask_spans(mask_blocks(page.document))
    defined = {_label(label) for label in _DEFINITION.findall(text)}
    for number, line in enumerate(text.split("\n"), 1):
        for match in _EMPTY.finditer(line):
            place = page.matched(number, match)
            yield Diagnostic(
                place, f"The link `{_as_written(lines[number - 1], match)}` has no address."
            )
        for match in _REFERENCE.finditer(line):
            label = match["label"] or match["text"]
            if _label(label) not in defined:
                place = page.matched(number, match)
                yield Diagnostic(place, f"The page does not define the link `[{label}]`.")
        for match in _FOOTNOTE.finditer(line):
            if _label(f"^{match['label']}") not in defined:
                place = page.matched(number, match)
                yield Diagnostic(place, f"The page does not define the footnote `{match.group()}`.")


def _as_written(line: str, match: re.Match[str]) -> str:
    return line[match.start() : match.end()]


def _label(text: str) -> str:
    return " ".join(text.split()).casefold()
