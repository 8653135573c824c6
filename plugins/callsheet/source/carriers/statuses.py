"""Statuses: in a table, in bullets, and in the text about a response."""

from collections.abc import Iterable, Iterator
from http import HTTPStatus

from callsheet import lazy_re as re
from callsheet.model import Span, Status
from callsheet.source.carriers.html import table_of
from callsheet.source.carriers.routes.patterns import FoundRoute
from callsheet.source.document import Block, BlockKind
from callsheet.source.layouts.layout import Layout
from callsheet.source.tables import Cell, Row, plain_head

_CODES = frozenset(int(status) for status in HTTPStatus)
PHRASES = "|".join(sorted({re.escape(status.phrase) for status in HTTPStatus}))
"""The reason phrases of all statuses, as alternatives of an expression."""

_CELL = re.compile(r"[*_`\[ ]*+(?:HTTP )?(?P<code>[1-5]\d\d)\b(?P<rest>[^\n]*)")
_BULLET = re.compile(
    r"[ \t]*+[-*+][ \t]++(?:\*\*(?:success|error)(?: response)?:?\*\*:?[ ])?[*_`\[]*+"
    r"(?:HTTP |Response |Code:?[*_]*[ ]|Status:?[*_]*[ ]|\u72b6\u6001\u7801?[:\uff1a][ ]?)?`?"
    r"(?P<code>[1-5]\d\d)\b"
    r"(?P<rest>[^\n]*)",
    re.IGNORECASE,
)
_LINE = re.compile(r"(?P<code>[1-5]\d\d)(?= ?[:(\u2013-])(?P<rest>[^\n]*)")
_TITLED = re.compile(
    r"(?:\*\*|`)?(?:(?:success(?:ful)?|errors?|failure)[: ]{1,2})?(?:responses?:? )?"
    r"(?:HTTP |Status:? |Code:? )?"
    r"[(`]{0,3}+([1-5]\d\d)\b",
    re.IGNORECASE,
)
"""Beginning of a heading or line about a response."""

_IN_TITLE = re.compile(
    rf"(?P<named>[1-5]\d\d)(?=[*_`]{{0,3}} (?:{PHRASES})\b)"
    r"|^(?:[^\W\d_]{1,20} ){0,2}"
    r"(?:responses?|errors?|success|results?|respuesta|resposta|r\u00e9ponse|antwort|\u043e\u0442\u0432\u0435\u0442|\u54cd\u5e94|\u8fd4\u56de|\uc751\ub2f5)"
    r"(?![a-z])[^()\n]{0,40}"
    r"\((?:[^()\n]{0,80}[^\w()\n])?(?P<held>[1-5]\d\d)\b",
    re.IGNORECASE,
)
"""A status within a title: `Answer: 200 OK`, `Response (no such ship - 404)`."""

_BEGINS = re.compile(
    rf"[*_`\[(]{{0,3}}+(?:HTTP )?(?P<code>[1-5]\d\d)(?:[*_`)\]]{{0,3}}+ (?:{PHRASES})\b"
    r"|[*_`)\]]{0,3}+[ ]?[:\u2013\u2014-]|[*_`)\]]{1,3}+[ ]?[:\u2013\u2014-]?$)",
    re.IGNORECASE,
)

_BOLD_STATUS = re.compile(
    r"\*\*(?:success |error )?responses?[ :]{0,2}[(`]?[1-5]\d\d\b[^*\n]{0,40}\*\*", re.IGNORECASE
)
"""Begins a text about a response: `**Response (200)**: the whole berth`."""

_TERM = re.compile(r"[`*]*+(?P<code>[1-5]\d\d)\b(?P<rest>[^\n]{0,60})")
"""A status that is the term of a definition."""

_STATED = re.compile(
    r"`(?:HTTP )?(?P<code>[1-5]\d\d)\b(?P<phrase>[^`\n]{0,60})`"
    rf"|\b(?P<named>[1-5]\d\d)[ :-]{{1,3}}(?:{PHRASES})\b"
    r"|\b(?:status(?:es)?(?: codes?)?(?: of)?|HTTP(?:/\d(?:\.\d)?)?(?: status)?(?: code)?"
    r"|(?:response|return) code)(?: is)?[*_`: ]{1,4}(?:code )?[*_`]*(?P<worded>[1-5]\d\d)\b"
    r"|(?<=, )(?P<further>[1-5]\d\d) (?:if|when)\b"
    r"|^[*_ ]{0,4}(?:error )?response (?P<titled>[1-5]\d\d)\b"
    r"|(?<=[1-5]\d\d/)(?P<slashed>[45]\d\d)\b"
    r"|<%= ?headers (?P<generated>[1-5]\d\d)\b"
    r"|\b(?:returns?|respond(?:s|ed)?(?: with)?|code:)(?: an?)?(?: HTTP)? ?[*_` ]{1,4}"
    r"(?P<returned>[1-5]\d\d)\b(?=[*_`]*(?:$|[.,;:)(]"
    r"| (?:if|when|on|empty|response|status|error|and|or|with|for|code|<br)))",
    re.IGNORECASE | re.MULTILINE,
)
_LIST = re.compile(
    r"[*_\- \t]{0,6}(?:HTTP )?(?:status|response|return|error) codes?[*_: \t]{1,6}"
    r"(?P<codes>`?[1-5]\d\d`?(?:[ ]\([^()\n]{1,60}\))?"
    r"(?:,[ ]?`?[1-5]\d\d`?(?:[ ]\([^()\n]{1,60}\))?)++)",
    re.IGNORECASE,
)
"""Statuses after a label: `**Status codes**: 200, 400 (no name)`."""

_PAIR = re.compile(
    r"[*_` ]{0,4}(?:(?:success|fail(?:ure)?|error|status|response)[ -](?:status )?codes?"
    r"|success|errors?|status(?:es)?)[*_` :]{0,4}",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[1-5]\d\d")
_MAX = 20_000
_MAX_TITLE = 300


def status_of_title(text: str, span: Span) -> Status | None:
    """Return the status that a heading or a line names, such as `Success Response (200 OK)`."""
    if _NUMBER.search(text) is None:
        return None
    text = text.lstrip("*_")
    if match := _TITLED.match(text):
        return Status(int(match[1]), text[match.end() :].strip(": `-)*"), (), span)
    match = _IN_TITLE.search(text[:_MAX_TITLE])
    code = int(match["named"] or match["held"]) if match else 0
    return Status(code, "", (), span) if code in _CODES else None


def begins_with_status(text: str) -> bool:
    """Tell whether a text begins with a status, and so is about that response."""
    match = _BEGINS.match(text)
    return match is not None and int(match["code"]) in _CODES


def bold_status(text: str) -> str:
    """Return what a text about a response begins with in bold; else nothing."""
    match = _BOLD_STATUS.match(text)
    return match[0] if match else ""


def statuses_of_notes(routes: Iterable[FoundRoute]) -> Iterator[Status]:
    """Yield what a table of routes says of the answers: `204 (empty body)`."""
    for route in routes:
        if match := _TITLED.search(route.note):
            yield Status(int(match[1]), "", (), Span(route.line, route.line))


def statuses_of(block: Block, layout: Layout) -> list[Status]:
    """Return the statuses that a block states, in order."""
    if block.kind is BlockKind.TABLE:
        return list(_of_table(block, layout))
    if block.kind is BlockKind.FENCE or len(block.text) > _MAX:
        return []
    return list(statuses_of_bullets(block)) or list(_of_text(block))


def _of_table(block: Block, layout: Layout) -> Iterator[Status]:
    table = table_of(block)
    meanings = [layout.columns.get(plain_head(head), "") for head in table.columns]
    if "status" not in meanings or "name" in meanings:
        return
    at = meanings.index("status")
    about = meanings.index("description") if "description" in meanings else None
    for row in table.rows:
        if match := _CELL.match(row.cell(at)):
            others = (cell.text for number, cell in enumerate(row.cells) if number != at)
            text = row.cell(about) if about is not None else next(others, "")
            yield Status(int(match["code"]), text or _phrase(match["rest"]), (), row.span)


def statuses_of_pairs(block: Block) -> Iterator[Status]:
    """Yield the statuses of a table with a row for each fact: `Success code | 200`."""
    if block.kind is not BlockKind.TABLE:
        return
    table = table_of(block)
    head = Row(tuple(Cell(text, 1) for text in table.columns), block.span)
    for row in (head, *table.rows):
        if _PAIR.fullmatch(row.cell(0)):
            for each in _NUMBER.findall(row.cell(1)):
                if int(each) in _CODES:
                    yield Status(int(each), "", (), row.span)


def statuses_of_bullets(block: Block) -> Iterator[Status]:
    """Yield the statuses that begin the items of a list, or the lines of a text."""
    if block.kind not in (BlockKind.OTHER, BlockKind.PARAGRAPH):
        return
    pattern = _BULLET if block.kind is BlockKind.OTHER else _LINE
    pattern = _TERM if "\n: " in block.text else pattern
    for number, line in enumerate(block.text.split("\n"), block.span.start):
        match = pattern.match(line)
        if match and int(match["code"]) in _CODES:
            yield Status(int(match["code"]), _phrase(match["rest"]), (), Span(number, number))


def _of_text(block: Block) -> Iterator[Status]:
    if _NUMBER.search(block.text) is None:
        return
    if listed := _LIST.match(block.text):
        span = Span(block.span.start, block.span.start)
        for each in _NUMBER.findall(listed["codes"]):
            yield Status(int(each), "", (), span)
    for match in _STATED.finditer(block.text):
        code = int(next(filter(None, (match[name] for name in _GROUPS))))
        if code in _CODES:
            line = block.span.start + block.text.count("\n", 0, match.start())
            yield Status(code, _phrase(match["phrase"] or ""), (), Span(line, line))


_GROUPS = ("code", "named", "worded", "further", "titled", "slashed", "generated", "returned")


def _phrase(rest: str) -> str:
    return rest.strip(" \t:*_`-\u2013\u2014.)]")
