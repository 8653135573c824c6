"""Which layout a page is in: the chosen one, that of its signs, our own, or the general one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from callsheet import lazy_re as re
from callsheet.model import AssumptionKind, ExampleRequest, Operation, SectionKind, Text
from callsheet.model.operation import IMPORTED_FROM, OWN_LAYOUT
from callsheet.source.carriers.blocks import plain_blocks
from callsheet.source.carriers.messages import read_messages
from callsheet.source.carriers.routes.blocks import has_route, is_path_item
from callsheet.source.document import Block, BlockKind, Document
from callsheet.source.layouts.built_in import recognise
from callsheet.source.layouts.generic import GENERIC
from callsheet.source.layouts.layout import Layout
from callsheet.source.markup.reading import plain_document
from callsheet.source.messages import label_of, lines_of, read_route
from callsheet.source.readers.general import read_operations
from callsheet.source.sections import heading_of
from callsheet.source.tables import NAME_COLUMNS, plain_head, read_table

_STATUS = re.compile(r"`?[1-5]\d\d\b")
_HISTORY = re.compile(
    r"[\W_]*(?:api |rest )*(?:change ?logs?|change ?history|history of changes|changes|news"
    r"|release notes|what(?: is|['\u2019]s) new|(?:version|revision) history|migrat\w+|upgrading"
    r"|deprecations?)\b",
    re.IGNORECASE,
)
"""The titles of pages about what has changed."""
_ROUTE_ALONE = re.compile(r"`(?:GET|POST|PUT|PATCH|DELETE) [^`\n]+`[ \t]*$", re.MULTILINE)
"""A line with nothing but a route in code."""

_ROUTES = re.compile(r"(?:(?:GET|POST|PUT|PATCH|DELETE) /[^\n]*\n){3,}+")
"""Nothing but three or more routes."""

_LEAST_ALONE = 3
"""Headings of one level that each have a fence with nothing but a route below their text."""

_ROUTE_LINE = re.compile(r"\s*+(?:GET|POST|PUT|PATCH|DELETE) [^\s?]++\s*+")
"""A fence with nothing but a route."""

_TOP_ITEM = re.compile(r"(?:[-+*]|\d{1,3}[.)])[ \t]")
_LISTED = re.compile(r"\b(?:endpoints?|routes?|api)\b|\u63a5\u53e3", re.IGNORECASE)
"""In headings above lists of routes that are not part of a guide."""

_TITLE_OF_ROUTES = re.compile(r"\b(?:endpoints|routes)\b", re.IGNORECASE)
_OWN_FENCES = ("http!", "http_")
_LEAST_SHOWN = 3
"""Requests or routes that make a page a reference; a guide has one or two."""

_UNNAMED = (SectionKind.DESCRIPTION, SectionKind.OTHER)


@dataclass(frozen=True, slots=True)
class Detected:
    """Operations that were detected on a page in another layout than our own.

    Attributes:
        operations: Its operations; None for a page in our own layout, or an ordinary one.
        shown: The routes that it shows without documenting them.
    """

    operations: tuple[Operation, ...] | None
    shown: tuple[Text, ...] = ()


NOTHING = Detected(None)


def read_in_layout(document: Document, path: str, chosen: Layout | None = None) -> Detected:
    """Return what a page documents in another layout than our own.

    Args:
        document: The page.
        path: Its file, relative to the docs directory.
        chosen: The layout that the configuration names for it.
    """
    # From what is certain and quick to what is neither: most pages need no pattern to be tried.
    # Only our own format has these keys; `id` is one of many generators.
    if document.uid_key == "uid" or IMPORTED_FROM in document.front_matter:
        return NOTHING
    if chosen and chosen.name == OWN_LAYOUT:
        return NOTHING
    if chosen:
        return Detected(read_operations(plain_document(document), path, chosen))
    if any(b.kind is BlockKind.FENCE and label_of(b) in _OWN_FENCES for b in document.blocks):
        return NOTHING
    layout, _ = recognise("\n".join(document.lines[document.body_line - 1 :]))
    if layout is not GENERIC:
        return Detected(read_operations(plain_document(document), path, layout))
    # Only after the signs: pages with them have tables like ours, too.
    if _has_own_headings(document) or _is_history(document):
        return NOTHING
    found = read_operations(plain_document(document), path, GENERIC)
    # A page in our own format has one operation.
    if is_own(document) and len(found) < 2:
        return NOTHING
    if (
        has_own_route(document)
        and len(found) == 1
        and not _has_rows(found[0])
        and not found[0].aliases
    ):
        return NOTHING
    # A guide shows routes, too; a reference says more of most of them.
    if found and _is_reference(document, found):
        return Detected(found)
    shown = tuple(Text(each.signature, each.route.span) for each in found)
    return Detected(None, shown or _shown_by_commands(document))


def _is_reference(document: Document, found: Sequence[Operation]) -> bool:
    """Tell whether a page says more of at least half of its operations than their routes."""
    bare = [each for each in found if not _is_documented(each)]
    if 2 * len(bare) > len(found):
        lines = frozenset(_lines_of_reference(document))
        bare = [each for each in bare if each.route.span.start not in lines]
    return 2 * len(bare) <= len(found)


def _shown_by_commands(document: Document) -> tuple[Text, ...]:
    """Return the requests of a page that documents with `curl` alone, one for each section."""
    found: dict[int, Text] = {}
    heading = 0
    for block in document.blocks:
        if block.kind is BlockKind.HEADING:
            heading = block.span.start
        elif heading and block.kind is BlockKind.FENCE and "curl " in block.text:
            for each in read_messages(block, 0, is_request=False):
                if isinstance(each, ExampleRequest) and len(each.target) > 1:
                    path = each.target.partition("?")[0]
                    if "|" not in each.text:
                        found.setdefault(heading, Text(f"{each.method} {path}", each.span))
    return tuple(found.values()) if len(found) >= _LEAST_SHOWN else ()


def _is_history(document: Document) -> bool:
    """Tell whether a page says what has changed, with routes that other pages document."""
    first = next((b.text for b in document.blocks if b.kind is BlockKind.HEADING), "")
    # `callsheet changelog` leaves the mark, whatever an author calls the page.
    marked = any(line.startswith("<!-- changes: ") for line in document.lines)
    return marked or _HISTORY.match(first) is not None


def is_own(document: Document) -> bool:
    """Tell whether a page has what only our own format has."""
    return _has_own_headings(document) or (
        has_own_route(document)
        and any(
            read_table(block).columns[0] in NAME_COLUMNS
            for block in document.blocks
            if block.kind is BlockKind.TABLE
        )
    )


def _has_own_headings(document: Document) -> bool:
    for block in document.blocks:
        if block.kind is BlockKind.HEADING and block.level > 1:
            named = heading_of(block.text)
            if named and named.argument and not _STATUS.match(named.argument):
                return True
    return False


def has_own_route(document: Document) -> bool:
    """Tell whether the first fence `http` of a page is a route."""
    fences = (b for b in document.blocks if b.kind is BlockKind.FENCE and label_of(b) == "http")
    first = next(fences, None)
    lines = lines_of(first) if first else []
    return len(lines) == 1 and read_route(lines[0].markdown) is not None


def _has_rows(operation: Operation) -> bool:
    """Tell whether anything describes a parameter, which a query in a route does not."""
    described = any(row.type or row.description for row in operation.parameters)
    return described or bool(operation.request_bodies)


def _lines_of_reference(document: Document) -> Iterator[int]:
    """Yield the lines on which a guide has no routes: headings, tables, and lines by themselves."""
    above = None
    is_named = is_listed = False
    blocks = plain_blocks(document)
    yield from _lines_of_lone_routes(blocks)
    for block in blocks:
        is_titled = above is BlockKind.HEADING
        above = block.kind
        if block.kind is BlockKind.HEADING:
            is_named = is_named or bool(_LISTED.search(block.text))
            is_listed = is_named and (
                is_listed or block.level > 1 or _TITLE_OF_ROUTES.search(block.text) is not None
            )
            yield block.span.start
        elif is_titled and block.kind is BlockKind.FENCE and _ROUTE_LINE.fullmatch(block.text):
            yield block.span.start + 1
        elif (
            (block.kind is BlockKind.PARAGRAPH and _ROUTE_ALONE.match(block.text))
            # In indented code, a guide shows requests.
            or (
                block.kind is BlockKind.FENCE
                and _ROUTES.fullmatch(block.text)
                and document.lines[block.span.start - 1].lstrip().startswith(("`", "~"))
            )
            or (is_listed and block.kind is BlockKind.OTHER and _is_list_of_routes(block))
        ):
            yield from range(block.span.start, block.span.end + 1)
        elif block.kind is BlockKind.TABLE:
            columns = (plain_head(head) for head in read_table(block).columns)
            if any(GENERIC.columns.get(column) == "path" for column in columns):
                yield from range(block.span.start, block.span.end + 1)


def _lines_of_lone_routes(blocks: Sequence[Block]) -> Iterator[int]:
    """Yield the lines of fences with nothing but a route, each the only one of its heading."""
    found: dict[int, list[Block]] = {}
    levels: dict[int, int] = {}
    for number, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING:
            levels[number], found[number] = block.level, []
        elif block.kind is BlockKind.FENCE and found:
            found[next(reversed(found))].append(block)
    alone = [
        n for n, each in found.items() if len(each) == 1 and _ROUTE_LINE.fullmatch(each[0].text)
    ]
    for level in {levels[n] for n in alone}:
        own = [found[n][0].span.start + 1 for n in alone if levels[n] == level]
        yield from own if len(own) >= _LEAST_ALONE else ()


def _is_list_of_routes(block: Block) -> bool:
    """Tell whether each item of a list begins with a route."""
    lines = block.text.split("\n")
    items = [line for line in lines if _TOP_ITEM.match(line)]
    is_list = bool(items) and lines[0] == items[0]
    return is_list and all(has_route(item) or is_path_item(item) for item in items)


def _is_documented(operation: Operation) -> bool:
    """Tell whether a page says more of an operation than its route.

    A guide shows a request here and a response there; a reference has both of an operation.
    """
    requests, responses = operation.example_requests, operation.example_responses
    lines = {each.span.start for each in requests}
    has_own_line = not lines & {operation.route.span.start, operation.route.span.start - 1}
    examples = responses and (requests or (operation.method == "GET" and has_own_line))
    named = any(section.kind not in _UNNAMED for section in operation.sections)
    assumed = any(each.kind is AssumptionKind.STATUS for each in operation.assumptions)
    is_route = has_own_line and not any(map(str.isdigit, operation.route.template.split("/")))
    is_sent = is_route and any(request.body for request in requests)
    is_told = bool(examples) or named or is_sent or (is_route and not assumed)
    return is_told or _has_rows(operation)
