"""Reads pages in any layout: the operations of each scope, by the carriers of its layout."""

from collections.abc import Sequence
from dataclasses import replace

from callsheet.model import (
    PLACEHOLDER,
    Alias,
    Assumption,
    AssumptionKind,
    DataType,
    Location,
    Operation,
    Parameter,
    Property,
    RequestBody,
    Response,
    SectionKind,
    Span,
    Status,
    Text,
)
from callsheet.source.carriers.blocks import plain_blocks
from callsheet.source.carriers.exchanges import (
    OF_REQUEST,
    Exchanges,
    is_answered,
    is_error,
    media_types_of_messages,
    refuses,
    status_of_error,
)
from callsheet.source.carriers.inline import bodies_in_lines, body_sent, is_valued, opens_body
from callsheet.source.carriers.linked_types import fits_examples, linked_body
from callsheet.source.carriers.lists import names_members
from callsheet.source.carriers.messages import address_of
from callsheet.source.carriers.places import (
    PLACES,
    ROWS,
    add_parameter,
    allow_repeated,
    correct_places,
    kind_of_head,
    parameters_of_query,
    place_of,
)
from callsheet.source.carriers.resources import resources_of, with_resource
from callsheet.source.carriers.routes.blocks import entry_of
from callsheet.source.carriers.routes.prefixes import relative, without_prefix
from callsheet.source.carriers.routes.templates import bare_name, query_names
from callsheet.source.carriers.row_words import VALUES, usual_mark
from callsheet.source.carriers.rows import facts_of, rows_of
from callsheet.source.carriers.scope_parts import Scope
from callsheet.source.carriers.scopes import find_scopes
from callsheet.source.carriers.security import security_of
from callsheet.source.carriers.sent_bodies import is_body, is_foreign, is_sent, title_of_fence
from callsheet.source.carriers.statuses import (
    begins_with_status,
    status_of_title,
    statuses_of,
    statuses_of_bullets,
    statuses_of_notes,
    statuses_of_pairs,
)
from callsheet.source.carriers.titles import heading_text, label_meaning, label_of_block, meaning_of
from callsheet.source.document import Block, BlockKind, Document
from callsheet.source.identity import identity
from callsheet.source.layouts.layout import Layout
from callsheet.source.rows import media_types_of, parts_of
from callsheet.source.section_text import SectionText, sections_of, title_of
from callsheet.source.tables import LOCATION, Row, Table

_OF_RESPONSE = (SectionKind.RESPONSE, SectionKind.RESPONSE_BODY, SectionKind.EXAMPLE_RESPONSE)
_WITHOUT_STATUSES = (ROWS | {SectionKind.EXAMPLE_REQUEST}) - {SectionKind.RESPONSE_BODY}


def read_operations(document: Document, path: str, layout: Layout) -> tuple[Operation, ...]:
    """Return the operations of a page, in order."""
    found = []
    seen: dict[str, int] = {}
    document = replace(document, blocks=plain_blocks(document))
    scopes = find_scopes(document.blocks, layout)
    resources = resources_of(document.blocks, scopes, layout) if scopes else []
    for scope in scopes:
        operation = _ScopeReader(document, path, layout, scope).operation()
        if resources:
            operation = with_resource(operation, resources)
        count = seen[operation.uid] = seen.get(operation.uid, 0) + 1
        if count > 1:
            operation = replace(operation, uid=f"{operation.uid}-{count}")
        found.append(operation)
    return tuple(found)


class _ScopeReader:
    def __init__(self, document: Document, path: str, layout: Layout, scope: Scope) -> None:
        self._document, self._path, self._layout, self._scope = document, path, layout, scope
        self._route = scope.routes[0]
        self._parameters: dict[tuple[Location, str], Parameter] = {}
        self._body: dict[str, Property] = {}
        self._answer: dict[str, Property] = {}
        self._statuses: dict[int, Status] = {}
        self._exchanges = Exchanges(self._statuses)
        self._assumptions: list[Assumption] = []
        self._whole: DataType | None = None
        self._returned: DataType | None = None
        # By their plain names: the row of `{shipId}` may be `ship_id`.
        self._in_path = {
            bare_name(name): name
            for each in scope.routes
            for name in PLACEHOLDER.findall(each.template)
        }
        self._in_query = {name for each in scope.routes for name in query_names(each.query)}
        # Those below the last heading that introduce nothing.
        self._texts: list[str] = []
        # Of the heading above, of the line above, and the status that either of them names.
        self._kind: SectionKind | None = None
        self._level = 0
        self._label: SectionKind | None = None
        self._words = ""
        self._status = self._status_above = self._label_end = 0
        self._prose = [SectionText(SectionKind.DESCRIPTION, "", scope.first)]

    def operation(self) -> Operation:
        blocks = self._document.blocks[self._scope.first : self._scope.end]
        title = ""
        for status in statuses_of_notes(self._scope.routes):
            self._statuses.setdefault(status.code, status)
        if self._scope.shared >= 0:
            self._read_shared()
        for index, block in enumerate(blocks):
            if block.kind is BlockKind.HEADING and index == 0:
                title = heading_text(block.text)
            elif block.kind is BlockKind.HEADING:
                self._enter(block)
            elif self._scope.first + index in self._scope.carriers:
                self._read_carrier(block)
            else:
                is_first = self._scope.first + index - 1 in self._scope.carriers
                self._read(block, blocks[index + 1 : index + 3], is_first=is_first)
        shown = self._exchanges
        routes, stated = relative(self._scope.routes, shown.requests)
        route = routes[0]
        span = Span(blocks[0].span.start, max(block.span.end for block in blocks))
        correct_places(self._assumptions, self._parameters, self._body, shown.requests)
        for new in parameters_of_query(self._scope.routes):
            self._parameters.setdefault((Location.QUERY, new.name), new)
        queries = (each.query for each in self._scope.routes)
        allow_repeated(self._parameters, shown.requests, queries)
        shown.add_payload(self._route.method, self._route.template, self._document)
        parameters = tuple(self._parameters.values())
        response = self._response(span)
        requests, servers = without_prefix(shown.requests, routes)
        return Operation(
            uid=identity(route.method, route.template),
            path=self._path,
            front_matter=self._document.front_matter,
            title=title or title_of(self._document, self._scope.first, " ".join(route.key)),
            method=route.method,
            route=route.as_route(),
            parameters=parameters,
            request_media_types=media_types_of(parameters, "content-type")
            or media_types_of_messages(shown.requests),
            response_media_types=media_types_of(parameters, "accept")
            or media_types_of_messages(shown.responses),
            query_examples=tuple(
                Text(f"{route.method} {each.template}?{each.query}", Span(each.line, each.line))
                for each in routes
                if each.query
            ),
            request_bodies=self._request_bodies(span),
            response=response,
            example_requests=requests,
            example_responses=tuple(shown.responses),
            sections=sections_of(self._prose, self._document, span),
            span=span,
            layout=self._layout.name,
            servers=tuple(dict.fromkeys((*stated, *servers))),
            security=security_of(parameters, shown.requests),
            aliases=tuple(
                Alias(each.method, each.as_route()) for each in routes[1:] if each.key != route.key
            ),
            assumptions=tuple(self._assumptions),
        )

    def _read_shared(self) -> None:
        """Read the rows below a heading with the path of several operations."""
        for index in range(self._scope.shared, self._scope.first):
            block = self._document.blocks[index]
            if block.kind is not BlockKind.HEADING:
                self._read(block, ())
            elif index > self._scope.shared:
                if meaning_of(heading_text(block.text), self._layout) not in ROWS:
                    break
                self._enter(block)
        self._kind, self._label, self._words = None, None, ""
        self._prose = [SectionText(SectionKind.DESCRIPTION, "", self._scope.first)]

    def _enter(self, block: Block) -> None:
        if "](#tab/" in block.text:
            return
        text = heading_text(block.text)
        self._label, self._words, self._status, self._texts = None, "", 0, []
        is_response = self._read_status(text, block.span)
        self._status_above = self._status
        kind = SectionKind.RESPONSE if is_response else meaning_of(text, self._layout)
        is_below = kind is None and self._kind in _OF_RESPONSE and block.level > self._level
        if not is_below:
            self._kind, self._level = kind, block.level
        self._prose.append(SectionText(self._kind or SectionKind.OTHER, text, block.span.start))

    def _read_carrier(self, block: Block) -> None:
        """Read what else than a route a block has."""
        if block.kind is BlockKind.OTHER:
            self._read(entry_of(block, self._route) if self._route.apart else block, ())
        elif block.kind is BlockKind.PARAGRAPH:
            self._texts.append(block.text)
        for status in statuses_of_pairs(block):
            self._statuses.setdefault(status.code, status)
        facts = facts_of(block, self._layout)
        for row in facts.rows:
            self._place(row, facts, None)

    def _read_status(self, text: str, span: Span) -> bool:
        """Tell whether a heading or a line names a status, which then is that of what follows."""
        status = status_of_title(text, span)
        if status:
            self._status = status.code
            self._statuses.setdefault(status.code, status)
        return status is not None

    def _read(self, block: Block, following: Sequence[Block], *, is_first: bool = False) -> None:
        if block.kind is BlockKind.FENCE:
            self._read_fence(block, is_first or is_answered(following), refuses(following))
            return
        introduces = bool(following) and following[0].kind is not BlockKind.HEADING
        label = label_of_block(block, introduces=introduces)
        if is_valued(block.text):
            label = ""
        elif label:
            self._read_label(label, block.span)
        elif block.kind is BlockKind.PARAGRAPH and block.text[:4] != "<!--":
            self._label, self._words = None, ""
            self._texts.append(block.text)
        kind = self._meaning()
        table = None
        is_open = kind is not SectionKind.OTHER or (self._label and not VALUES.search(self._words))
        if is_open and not self._is_about(block, kind):
            usual = usual_mark(self._words or self._prose[-1].title)
            table = rows_of(block, self._layout, expected=kind in ROWS, usual=usual)
        stated: list[Status] = []
        if table:
            stated = list(statuses_of_bullets(block))
        elif kind not in _WITHOUT_STATUSES or block.kind is BlockKind.TABLE:
            stated = statuses_of(block, self._layout)
        if not table and not stated and block.kind is BlockKind.TABLE:
            stated = list(statuses_of_pairs(block))
        for status in stated:
            self._statuses.setdefault(status.code, status)
        if stated and ((len(stated) == 1 and label) or opens_body(block.text)):
            self._status = stated[-1].code
        if kind in _OF_RESPONSE:
            for status_of_body, body in bodies_in_lines(block, self._status):
                self._exchanges.read(body, kind, status_of_body, is_request=False)
        elif self._route.method not in ("GET", "HEAD") and (sent := body_sent(block)):
            self._exchanges.read(sent, SectionKind.REQUEST_BODY, 0, is_request=True)
        if kind is SectionKind.RESPONSE and not table and names_members(block):
            table = rows_of(block, self._layout, expected=True)
        if table:
            of_rows = SectionKind.RESPONSE_BODY if self._is_of_response(table, kind) else kind
            kind = kind_of_head(block, self._layout) or of_rows
            for row in table.rows:
                self._place(row, table, kind)
        elif not (stated and block.kind is BlockKind.TABLE):
            self._read_links(block, kind)
            self._prose[-1].blocks.append(block)

    def _read_label(self, label: str, span: Span) -> None:
        meaning = label_meaning(label, self._layout)
        is_open = self._label not in _OF_RESPONSE or self._words.rstrip("*_ ").endswith(":")
        if meaning is SectionKind.PARAMETERS and span.start <= self._label_end + 2 and is_open:
            # `Request body parameters`, and then `All parameters are sent as follows:`.
            meaning = self._label or meaning
        self._label, self._words, self._label_end = meaning, label, span.end
        is_answer = self._label in _OF_RESPONSE
        if is_answer:
            self._status = self._status_above
        if is_answer or begins_with_status(label):
            is_status = self._read_status(heading_text(label), span)
            if is_status and not is_answer:
                self._label = SectionKind.RESPONSE

    def _is_of_response(self, table: Table, kind: SectionKind | None) -> bool:
        """Tell whether rows are about the response above them, which has all of their names."""
        is_open = kind is SectionKind.PARAMETERS or (not kind and self._route.method == "GET")
        if not is_open or (not self._label and self._kind):
            return False
        return self._exchanges.answers([parts_of(row, table)[0] for row in table.rows])

    def _is_about(self, block: Block, kind: SectionKind | None) -> bool:
        """Tell whether a list is about what an operation or an example does, and has no rows."""
        if block.kind is not BlockKind.OTHER or self._label:
            return False
        is_above = kind is None and block.span.end < self._route.line and self._scope.shared < 0
        return kind is SectionKind.EXAMPLE_REQUEST or is_above

    def _read_links(self, block: Block, kind: SectionKind | None) -> None:
        """Read the types of the bodies to which a text links."""
        if block.kind is BlockKind.PARAGRAPH:
            if kind in OF_REQUEST:
                self._whole = self._whole or linked_body(block.text, is_response=False)
            elif kind not in PLACES:
                self._returned = self._returned or linked_body(block.text, is_response=True)

    def _meaning(self) -> SectionKind | None:
        """Return what the next rows are, by the line above them or else by the heading."""
        if self._label is SectionKind.PARAMETERS and self._kind not in (None, SectionKind.OTHER):
            return self._kind
        return self._label or self._kind

    def _read_fence(self, block: Block, is_likely_sent: bool, is_refused: bool) -> None:
        kind = self._meaning()
        if (named := title_of_fence(block)) and is_foreign(named):
            self._prose[-1].blocks.append(block)
            return
        kind = label_meaning(named, self._layout) or kind
        heading = self._prose[-1].title if kind is not None else ""
        method, shown = self._route.method, self._exchanges
        is_open = kind is None and method not in ("GET", "HEAD")
        is_request = method not in ("GET", "HEAD") and (
            is_refused or is_body(block, kind, heading, self._body)
        )
        if is_open and not is_request:
            sent = is_sent(block, method, self._texts, shown, self._layout)
            is_request = is_likely_sent or sent
        if kind is SectionKind.EXAMPLE_REQUEST and (asked := address_of(block.text)):
            block = replace(block, text=f"{method} {asked}\n")
        title = heading_text(self._words or self._prose[-1].title)
        status: int | None = self._status
        if not status or (status < 400 and is_error(block.text)):
            status = status_of_error(title, block.text, self._statuses)
        if status is None or not shown.read(block, kind, status, is_request=is_request):
            self._prose[-1].blocks.append(block)

    def _place(self, row: Row, table: Table, kind: SectionKind | None) -> None:
        cells = parts_of(row, table)
        name = cells[0]
        word = bare_name(row.cell(table.column(LOCATION)))
        if kind in _OF_RESPONSE and word == "header":
            return
        if kind in _OF_RESPONSE or word == "response":
            self._answer.setdefault(name, Property(*cells))
            return
        if kind is SectionKind.RESPONSE_HEADERS or (
            kind is None and self._route.method == "GET" and name.lower() == "content-type"
        ):
            return
        name = self._in_path.get(bare_name(name), name)
        cells = (name, *cells[1:])
        method, known = self._route.method, self._parameters
        location, is_assumed = place_of(
            name, word, kind, method, self._in_path, self._in_query, known
        )
        if is_assumed:
            value = str(location or "body")
            self._assumptions.append(Assumption(AssumptionKind.PLACE, name, value, row.span))
        if location is None and name == "body" and kind is not SectionKind.REQUEST_BODY:
            # A row about all that is sent.
            self._whole = cells[1]
            self._assumptions = [a for a in self._assumptions if a.name != name]
        elif location is None:
            self._body.setdefault(name, Property(*cells))
        else:
            add_parameter(self._parameters, Parameter(*cells, location))

    def _request_bodies(self, span: Span) -> tuple[RequestBody, ...]:
        rows = tuple(self._body.values())
        if rows or (self._whole and not fits_examples(self._whole, self._exchanges.requests)):
            # Its rows may be a part of the type that a text links to.
            self._whole = None
        return (RequestBody("", self._whole, rows, span),) if rows or self._whole else ()

    def _response(self, span: Span) -> Response:
        if not any(200 <= code < 400 for code in self._statuses):
            code = self._layout.statuses.get(self._route.method, 200)
            code = 200 if self._exchanges.responses and code == 204 else code
            self._statuses[code] = Status(code, "", (), span)
            self._assumptions.append(Assumption(AssumptionKind.STATUS, "", str(code), span))
        success = min(code for code in self._statuses if 200 <= code < 400)
        self._exchanges.assume_status(success)
        # Of several successes, the one that an example shows is the usual one.
        shown = self._exchanges.successes()
        usual = shown[0].status if shown else 0
        statuses = sorted(self._statuses.values(), key=lambda status: status.code != usual)
        rows = tuple(self._answer.values())
        kind = self._returned
        kind = kind if kind and not rows and fits_examples(kind, shown) else None
        return Response(kind, None, tuple(statuses), rows, span)
