"""Title, uid and file name of a page (CS10x)."""

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from callsheet import lazy_re as re
from callsheet.checks.model.page import CheckedPage, OperationPage, Place
from callsheet.checks.model.routes import (
    RouteSource,
    StatedRoute,
    StatedRoutes,
    compare_title,
    h1_of,
    read_stated_routes,
    route_path,
    route_related,
    stated_place,
    text_of_heading,
    title_place,
)
from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tree import FEW_PAGES, Tree
from callsheet.checks.parsing.words import edit_distance, likely_meant
from callsheet.checks.rule import Diagnostic, Example, operation_rule, page_rule, tree_rule
from callsheet.findings import Severity
from callsheet.model import Page
from callsheet.source.faults import Fault

_KEY = re.compile(r"(?P<quote>[\"']?)(?P<key>[A-Za-z_][\w.-]*)(?P=quote)[ \t]*:(?:[ \t]|$)")


_KNOWN_KEYS = (
    "samples", "servers", "security", "deprecated", "operationId", "summary", "annotations",
    "webhook", "callback", "defines", "description",
)  # fmt: skip
"""Keys of which a slip would not be noticed otherwise."""


@Example("uid: v1Parcel_Change\n", "uid: v1Parcel_Change\nuid: v1Parcel_Read\n")
@page_rule(
    code="CS101",
    name="duplicate-key",
    severity=Severity.ERROR,
    summary="A key is in the front matter twice.",
    cause=(
        "YAML keeps the last of two values without a word, so the page has another uid or title "
        "than the line that its author reads first."
    ),
    hint="Keep the line that is meant, and take the other one out.",
    subject=Subject.UNUSUAL_FORM,
)
def _duplicate_keys(page: CheckedPage) -> Iterator[Diagnostic]:
    if page.document.body_line == 1:
        return
    lines = page.document.lines[1 : page.document.body_line - 2]
    if len(lines) <= len(page.document.front_matter):
        return
    seen: dict[str, int] = {}
    for number, line in enumerate(lines, 2):
        match = _KEY.match(line)
        if not match:
            continue
        key = match["key"]
        first = seen.setdefault(key, number)
        if first != number:
            yield Diagnostic(
                page.matched(number, match, "key"),
                f"The front matter has `{key}` twice, and only the last one counts.",
                related=(page.related(first, f"the first `{key}`"),),
            )


@Example("uid: v1Parcel_Change\n", "uid: v1Parcel_Change\nsampels: {path: {depotId: a}}\n")
@Example("uid: v1Parcel_Change\n", "uid: v1Parcel_Change\ndeprected: true\n")
@operation_rule(
    code="CS107",
    name="misspelt-key",
    summary="A key of the front matter is misspelt.",
    cause="Nothing reads it, so what it says of the operation is lost without a word.",
    hint="Correct the key.",
    subject=Subject.FURTHER_KEYS,
)
def _misspelt_keys(page: OperationPage) -> Iterator[Diagnostic]:
    front_matter = page.operation.front_matter
    for key in front_matter.keys() - {*_KNOWN_KEYS}:
        meant = likely_meant(key, _KNOWN_KEYS) if isinstance(key, str) and len(key) > 5 else None
        if meant and meant not in front_matter:
            place = page.find(page.document.line_of_key(key), key)
            yield Diagnostic(
                place, f"`{key}` is not a key of the page format.", hint=f"Did you mean `{meant}`?"
            )


@Example("title: Change a parcel\n", "")
@Example("title: Change a parcel\n", "title:\n")
@operation_rule(
    code="CS102",
    name="missing-title",
    summary="The front matter has no title.",
    cause=(
        "Navigation, search and tabs of the browser show the title of the front matter, and fall "
        "back to whatever else they find."
    ),
    hint="Give the front matter a `title`, as a rule the text of the H1.",
    superseded_by=("front-matter-value",),
    subject=Subject.UNUSUAL_FORM,
)
def _missing_title(page: OperationPage) -> Iterator[Diagnostic]:
    front_matter = page.operation.front_matter
    if "title" not in front_matter:
        # Missing or unreadable front matter is reported already.
        if front_matter:
            yield Diagnostic(page.whole_line(1), "The front matter has no `title`.")
    elif not str(front_matter["title"] or "").strip():
        line = page.document.line_of_key("title")
        yield Diagnostic(page.whole_line(line), "The `title` is empty.")


_MIN_SHARE = 0.8
_MAX_TYPOS = 2
_WRITTEN_AS_UID = re.compile(r"[vV]\d+[A-Za-z][^\W_]*+_\w+")
_OVERVIEWS = {"index", "README", "overview"}


def _is_meant(stem: str, uid: str) -> bool:
    """Tell whether a file name is written like the uid, and is similar or of its group."""
    if not _WRITTEN_AS_UID.fullmatch(stem) or not _WRITTEN_AS_UID.fullmatch(uid):
        return False
    near = edit_distance(stem.lower(), uid.lower(), _MAX_TYPOS) <= _MAX_TYPOS
    return near or stem.partition("_")[0] == uid.partition("_")[0]


def _stem(page: Page) -> str:
    return PurePosixPath(page.path).stem


def _other_file_name(tree: Tree, page: Page, owner: Page | None) -> Diagnostic:
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


@Example(
    files={
        "parcel_read.md": _page("parcel_read"),
        "parcel_list.md": _page("parcel_list"),
        "parcel_send.md": _page("parcel_send"),
        "parcel_drop.md": _page("parcel_drop"),
        "parcel_lose.md": _page("parcel_loose"),
    }
)
@tree_rule(
    code="CS103",
    name="file-name",
    summary="A page's file is not named after its uid, as the others are.",
    cause=(
        "Where files are named after the uid, a page that is not was copied and kept the uid of "
        "the other one, or has a uid that is misspelt, and no cross reference finds it."
    ),
    hint="Correct the uid, or rename the file.",
    superseded_by=("duplicate-uid", "duplicate-key"),
    applies_to_imports=False,
    subject=Subject.FILE_NAMES,
)
def _misnamed_files(tree: Tree) -> Iterator[Diagnostic]:
    # Web servers determine the file name of a folder's overview.
    pages = [p for p in tree.catalog.pages if p.uid is not None and _stem(p) not in _OVERVIEWS]
    others = [page for page in pages if _stem(page) != page.uid]
    named = len(pages) - len(others)
    if len(pages) < FEW_PAGES:
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
            yield _other_file_name(tree, page, owner if count[page.uid] == 1 else None)


_MARKS = re.compile(r"[*`\\]|(?<!\w)_|_(?!\w)")


@Example("title: Change a parcel\n", "title: Delete a depot\n")
@operation_rule(
    code="CS104",
    name="title-and-heading",
    summary="The title of the front matter is not the H1.",
    cause=(
        "Readers who follow the navigation or a search result to a page see another name on it, "
        "and wonder whether it is the one. Mostly a page was copied, or only one was renamed. A "
        "title that leaves out words of the H1 is fine, if it is not a method and route."
    ),
    hint="Give both the same text.",
    superseded_by=("duplicate-key", "title-and-route"),
    subject=Subject.UNUSUAL_FORM,
)
def _differing_title_and_heading(page: OperationPage) -> Iterator[Diagnostic]:
    title, h1 = page.operation.front_matter.get("title"), h1_of(page)
    if not isinstance(title, str) or h1 is None:
        return
    heading = text_of_heading(h1)
    if not title.strip() or not heading or _plain(title) == _plain(heading):
        return
    sources = {stated.source for stated in read_stated_routes(page).all}
    if sources.isdisjoint(_TITLES) and _is_short_for(_plain(title), _plain(heading)):
        return
    message = f"The title `{title.strip()}` is not the H1, `{heading}`."
    title_line = page.document.line_of_key("title")
    if RouteSource.TITLE in sources and RouteSource.HEADING not in sources:
        place = page.find(h1.span.start, heading)
        message = f"The H1 `{heading}` is not the title, `{title.strip()}`."
        yield Diagnostic(place, message, related=(page.related(title_line, "the title"),))
    else:
        related = page.related(h1.span.start, f"the H1 `{heading}`")
        yield Diagnostic(title_place(page), message, related=(related,))


_TITLES = {RouteSource.TITLE, RouteSource.HEADING}


def _plain(text: str) -> str:
    return " ".join(_MARKS.sub("", text).split())


def _is_short_for(one: str, other: str) -> bool:
    """Tell whether all words of one text are in the other, as in a shortened title."""
    words, more = set(one.casefold().split()), set(other.casefold().split())
    return words <= more or more <= words


_BOTH = 2


@Example("title: Change a parcel\n", "title: POST Depot/{depotId}/Parcel/{parcelId}\n")
@Example("# Change a parcel\n", "# PUT Depot/{depotId}/Parcels/{parcelId}\n")
@operation_rule(
    code="CS105",
    name="title-and-route",
    summary="A title or H1 that is a method and a route is another one than the page's.",
    cause=(
        "Readers choose a page by its title, and the title is not changed when a page is copied or "
        "a route is moved. `DEL` stands for `DELETE`, what all routes begin with may be left out, "
        "and `{id}` stands for a parameter whose name ends in it."
    ),
    hint="Write the method and the route of the page.",
    superseded_by=("duplicate-key",),
    superseded_at_source_by=("route-form",),
    applies_to_imports=False,
    subject=Subject.OTHER_ROUTES,
)
def _titles_of_other_routes(page: OperationPage) -> Iterator[Diagnostic]:
    stated_routes = read_stated_routes(page)
    titles = [stated for stated in stated_routes.all if stated.in_title]
    wrong = [
        diagnostic
        for stated in titles
        if (diagnostic := _other_route(page, stated, stated_routes, titles))
    ]
    if len(wrong) == _BOTH and titles[0].path == titles[1].path:
        first, second = wrong
        related = page.related(second.place.line, f"the {RouteSource.HEADING}, which says the same")
        yield Diagnostic(first.place, first.message, first.hint, (*first.related, related))
    else:
        yield from wrong


def _other_route(
    page: OperationPage, stated: StatedRoute, stated_routes: StatedRoutes, titles: list[StatedRoute]
) -> Diagnostic | None:
    method, route = page.operation.method, route_path(page)
    related = (route_related(page),)
    if stated.method != method and not stated_routes.method_outvoted:
        message = f"The {stated.source} says `{stated.written}`, and the route is `{method}`."
        return Diagnostic(stated_place(page, stated), message, related=related)
    difference = stated.difference(route)
    if difference is None or stated_routes.path_outvoted:
        return None
    if difference.of_name and any(
        name in difference.expected for name in stated_routes.unknown_names
    ):
        return None
    if _leaves_out_folders(titles, route):
        return None
    found, expected = difference.found, difference.expected
    message = f"The {stated.source} says `{found}`, and the route has `{expected}`."
    if difference.found == stated.path:
        message = f"The {stated.source} says `{found}`, and the route is `{route}`."
    return Diagnostic(stated_place(page, stated, difference), message, related=related)


def _leaves_out_folders(titles: list[StatedRoute], route: str) -> bool:
    """Tell whether title and H1 shorten the route in the same unknown way."""
    return all(compare_title(other.path, route, any_prefix=True) is None for other in titles) and (
        len(titles) == _BOTH and titles[0].path == titles[1].path
    )


@Example("uid: v1Parcel_Change\n", "uid: v1Parcel_Change\nid: v1Parcel_Read\n")
@operation_rule(
    code="CS106",
    name="uid-and-id",
    summary="The front matter has a uid and an id that differ.",
    cause="`id` is what older pages call the `uid`; where a page has both, only the `uid` counts.",
    hint="Take the `id` out.",
    subject=Subject.UNUSUAL_FORM,
)
def _differing_uid_and_id(page: OperationPage) -> Iterator[Diagnostic]:
    uid, other = (page.operation.front_matter.get(key) for key in ("uid", "id"))
    if uid is None or other is None or str(uid) == str(other):
        return
    document = page.document
    place = page.find(document.line_of_key("id"), str(other))
    related = page.related(document.line_of_key("uid"), f"the `uid` `{uid}`")
    yield Diagnostic(place, f"The `id` `{other}` is not the `uid`, `{uid}`.", related=(related,))
