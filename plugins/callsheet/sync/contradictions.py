"""Finds where pages contradict an OpenAPI document."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from callsheet.catalog import Catalog
from callsheet.checks.engine.check_page import findings_of
from callsheet.checks.model.tree import Tree, TreePlaces
from callsheet.checks.rule import Diagnostic, DocumentRule
from callsheet.checks.rules import document as rules
from callsheet.diff.callbacks import noun_of
from callsheet.diff.compare import compare_facts
from callsheet.diff.model import Change, ChangeLocation, DocsTree, Kind, Level, Side, Sides, quoted
from callsheet.diff.named import TreeTypes, named_types
from callsheet.diff.pairing import OperationPair
from callsheet.diff.rows import TableKind, compare_records
from callsheet.diff.types import TypePairs
from callsheet.findings import Finding
from callsheet.model import Location, Operation, Span, TypeTable
from callsheet.model.rows import rows_schema
from callsheet.schema import Direction
from callsheet.sync.document import SourceDocument, name_of

_PRESENCE = ("-added", "-removed")
_RULES: Mapping[Kind, DocumentRule] = {
    Kind.METHOD_CHANGED: rules.IDENTITY,
    Kind.ROUTE_CHANGED: rules.IDENTITY,
    Kind.OPERATION_RENAMED: rules.IDENTITY,
    Kind.OPERATION_DEPRECATED: rules.DEPRECATED,
    Kind.SERVER_ADDED: rules.ACCESS,
    Kind.SERVER_REMOVED: rules.ACCESS,
    Kind.SECURITY_ADDED: rules.ACCESS,
    Kind.SECURITY_REMOVED: rules.ACCESS,
    Kind.SECURITY_SCHEME_CHANGED: rules.ACCESS,
    Kind.STATUS_ADDED: rules.STATUSES,
    Kind.STATUS_REMOVED: rules.STATUSES,
    Kind.REQUEST_MEDIA_TYPE_ADDED: rules.MEDIA_TYPES,
    Kind.REQUEST_MEDIA_TYPE_REMOVED: rules.MEDIA_TYPES,
    Kind.RESPONSE_MEDIA_TYPE_ADDED: rules.MEDIA_TYPES,
    Kind.RESPONSE_MEDIA_TYPE_REMOVED: rules.MEDIA_TYPES,
    Kind.PARAMETER_ADDED: rules.PARAMETERS,
    Kind.PARAMETER_REMOVED: rules.PARAMETERS,
    Kind.PARAMETER_MOVED: rules.PARAMETERS,
}
"""The rules of single kinds; others follow from the beginning and end of the kind's name."""

_KEYS = (
    ("parameter-", "parameters"),
    ("request-", "requestBody"),
    ("response-", "responses"),
    ("status-", "responses"),
    ("security-", "security"),
    ("server-", "servers"),
    ("operation-deprecated", "deprecated"),
    ("operation-renamed", "operationId"),
)
"""The key of the Operation Object that a change is about, by the beginning of its kind."""

_TYPE_ROWS = TableKind("type-property", "property", Direction.REQUEST)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A fact that a page and the document state differently.

    Attributes:
        rule: The rule that reports it.
        path: The page.
        line: The line.
        message: What the page and the document say.
        pointer: The JSON pointer to the document's statement; empty for what it lacks.
        uid: The operation of the page, if it is about one.
        key: The key of the document's operation that it is about, if any.
    """

    rule: DocumentRule
    path: str
    line: int
    message: str
    pointer: str = ""
    uid: str = ""
    key: str = ""


def contradictions(source: SourceDocument) -> Callable[[Tree], Iterator[Finding]]:
    """Return a function that compares a docs tree with a document, for `CheckSession`."""

    def found(tree: Tree) -> Iterator[Finding]:
        places = TreePlaces(tree)
        for each in compare_pages(source, tree.catalog):
            hint = each.rule.hint
            if each.pointer:
                hint = f"{hint} See {quoted(f'{source.name}#{each.pointer}')}."
            line = each.line
            if line == 1 and each.key:
                # Keys of the front matter have the names of the document's keys.
                line = tree.page(each.path).document.line_of_key(each.key)
            place = places.find(each.path, line, _name_in(each.message))
            diagnostic = Diagnostic(place, each.message, hint)
            for finding in findings_of(each.rule, [diagnostic]):
                yield replace(finding, uid=each.uid)

    return found


def _name_in(message: str) -> str:
    """Return the first name that a message quotes."""
    return message.split("`")[1] if message.count("`") > 1 else ""


def compare_pages(source: SourceDocument, catalog: Catalog) -> Iterator[Disagreement]:
    """Yield where the pages of a catalog contradict a document, in the order of the pages."""
    trees = DocsTree(source.catalog, ""), DocsTree(catalog, "")
    types = named_types(*map(TreeTypes.of, trees))
    pairs, missing, extra = source.pairs(catalog.operations)
    outgoing, not_there, only_there = source.outgoing_pairs(catalog)
    for pair in (*pairs, *outgoing):
        yield from _of_operation(source, pair, types, in_section=pair.new.uid not in catalog.by_uid)
    for operation in (*extra, *only_there):
        noun = noun_of(operation)
        message = f"The page documents {noun}, which {quoted(source.name)} lacks."
        yield Disagreement(
            rules.EXTRA_OPERATION,
            operation.path,
            operation.route.span.start,
            message,
            uid=operation.uid,
        )
    path = _overview(catalog)
    for operation in (*missing, *not_there) if path else ():
        noun = noun_of(operation)
        message = f"No page documents {noun} of {quoted(source.name)}."
        pointer = source.pointer(operation.uid)
        yield Disagreement(rules.MISSING_OPERATION, path, 1, message, pointer)
    yield from _of_types(source, catalog, types)


def _overview(catalog: Catalog) -> str:
    """Return the page that has findings about what has no page."""
    paths = [page.path for page in catalog.pages]
    return "index.md" if "index.md" in paths else next(iter(paths), "")


def _of_operation(
    source: SourceDocument, pair: OperationPair, types: TypePairs, *, in_section: bool
) -> Iterator[Disagreement]:
    page = pair.new
    for change in (*compare_facts(pair, types), *_names(source, pair)):
        rule = _rule_of(change)
        if rule is None or change.sides is None:
            continue
        # The section of a callback has no more than its address and its body.
        if in_section and not change.kind.startswith(("callback-", "request-body", "request-prop")):
            continue
        if change.kind in (Kind.SERVER_ADDED, Kind.SERVER_REMOVED) and not page.servers:
            continue
        line = change.place.line
        if change.place.side is Side.OLD:
            line = _line_for(page, change)
        key = next((key for start, key in _KEYS if change.kind.startswith(start)), "")
        pointer = source.part(pair.old, key, change.sides.about)
        message = _message(change.kind, change.sides, source.name)
        yield Disagreement(rule, page.path, line, message, pointer, page.uid, key)


def _names(source: SourceDocument, pair: OperationPair) -> Iterator[Change]:
    """Yield a change if the page states another `operationId` than the document."""
    wanted, stated = source.operation_id(pair.old), pair.new.operation_id
    if stated and wanted and stated != wanted and name_of(pair.old) != stated:
        sides = Sides("the `operationId`", quoted(wanted), quoted(stated))
        yield pair.now(Kind.OPERATION_RENAMED, Level.TEXT, "", pair.new.span, sides)


def _rule_of(change: Change) -> DocumentRule | None:
    """Return the rule that reports a change; None for one that contradicts nothing."""
    if change.kind in _RULES:
        return _RULES[change.kind]
    if change.kind.startswith("parameter-"):
        return rules.PARAMETER_FACTS
    if change.kind.startswith(("request-", "response-", "type-", "callback-")):
        return rules.BODIES if change.kind.endswith(_PRESENCE) else rules.BODY_FACTS
    return None


def _message(kind: Kind, sides: Sides, name: str) -> str:
    document = quoted(name)
    about = sides.about
    if not (sides.old or sides.new):
        is_extra = kind.endswith("-added")
        says = f"The page documents {about}, which {document} lacks."
        return says if is_extra else f"The page lacks {about}, which {document} has."
    on_page, in_document = (side or "not stated" for side in (sides.new, sides.old))
    subject_of = about[:1].upper() + about[1:]
    return f"{subject_of} is {on_page} on the page and {in_document} in {document}."


def _line_for(page: Operation, change: Change) -> int:
    """Return the line of a page below which something is missing."""
    kind, about = change.kind, change.sides.about if change.sides else ""
    if kind.startswith("parameter-"):
        of = [
            p
            for location in Location
            if str(location) in about
            for p in page.parameters_in(location)
        ]
        return (of[-1] if of else page.route).span.start
    if kind.startswith("request-") and page.request_body:
        body = page.request_body
        return (body.properties[-1] if body.properties else body).span.start
    if kind.startswith(("response-", "status-")) and page.response:
        own = [b for b in page.response.bodies if b.status and f"`{b.status}`" in about]
        return (own[0] if own else page.response).span.start
    return page.route.span.start


@dataclass(frozen=True, slots=True)
class _TypePair:
    """The tables of one type, in the document's pages and in the docs tree."""

    old: TypeTable
    new: TypeTable

    def now(
        self, kind: Kind, level: Level, message: str, span: Span, sides: Sides | None = None
    ) -> Change:
        place = ChangeLocation(Side.NEW, self.new.path, span.start)
        return Change(level, kind, "", self.new.name, place, message, sides)

    def gone(
        self, kind: Kind, level: Level, message: str, span: Span, sides: Sides | None = None
    ) -> Change:
        del span
        place = ChangeLocation(Side.NEW, self.new.path, self.new.span.start)
        return Change(level, kind, "", self.new.name, place, message, sides)


def _of_types(source: SourceDocument, catalog: Catalog, types: TypePairs) -> Iterator[Disagreement]:
    """Yield the contradictions of the pages that define types."""
    tables = {table.name: table for table in catalog.type_tables}
    for old in source.catalog.type_tables:
        new = tables.get(old.name)
        if new is None:
            continue
        was, now = (rows_schema(table.properties, described=True) for table in (old, new))
        for change in compare_records(_TypePair(old, new), was, now, _TYPE_ROWS, types):
            rule = _rule_of(change)
            if rule is not None and change.sides is not None:
                message = _message(change.kind, change.sides, source.name)
                pointer = source.pointer(old.name)
                yield Disagreement(rule, new.path, change.place.line, message, pointer)
