"""Methods and paths after labels: `**URL**: /berths`, in texts, items and tables."""

from collections.abc import Iterator

from callsheet import lazy_re as re
from callsheet.source.carriers.routes.patterns import EACH_METHOD, METHODS, TARGET
from callsheet.source.document import Block, BlockKind

_ACCEPTS = re.compile(
    rf"\b(?:accepts|supports|takes|handles)[ ](?:both[ ]|only[ ])?(?:an?[ ])?`?{METHODS}`?"
    r"[ ](?:HTTP[ ])?requests?\b"
)
_SENTENCE = re.compile(
    rf"(?:[Tt]he |[Uu]se the |[Tt]his )?`{TARGET}` (?:API )?(?:{METHODS} (?:API )?endpoint\b"
    rf"|endpoint (?:provides|supports|accepts|allows) (?:HTTP )?"
    rf"{METHODS.replace('methods', 'access')} (?:access|requests?)\b)"
)
"""A text that begins with both: `` The `/berths` GET endpoint returns all berths``."""

_LABEL = re.compile(
    r"(?<![-*+>_ \t])[-*+>_ \t]*+(?P<label>(?:http |request |resource )?(?:method|verb|type)"
    r"|(?:request )?(?:url|uri|path|endpoint|route))[ \t]*+[*_:`]++[*_:`\s]*+(?P<value>[^\n]++)",
    re.IGNORECASE,
)
_CODED_PART = re.compile(r"/`(?P<name>[A-Za-z]\w{0,60})(?:`|$)")
"""A segment in code, which stands for another: ``/ships/`id``` ."""

_TITLE = re.compile(
    r"(?:(?:api|http|request|resource) )?(?:endpoint|url|uri|path|route)", re.IGNORECASE
)
_HAS_LABEL = re.compile(
    r"(?:method|verb|type|url|uri|path|endpoint|route)[ \t]*+[*_:`]", re.IGNORECASE
)
_MAX_LABELLED = 400
_PAIR = re.compile(
    r"(?:<t[dh]\b[^<>]{0,80}>|\|)[ \t\n*_`]{0,80}+"
    r"(?P<label>(?:http |request )?(?:method|verb|url|uri|path|endpoint|route))[ \t*_`:]{0,80}+"
    r"(?:</t[dh]>\s{0,20}+<t[dh]\b[^<>]{0,80}>|\|)[ \t\n]{0,80}+(?P<value>[^|<\n]{1,400})",
    re.IGNORECASE,
)
_NAMED_METHOD = re.compile(
    rf"\b[Tt]his[ ]`{{0,3}}{METHODS}`{{0,3}}[ ](?:method|request|call|endpoint)\b"
)
"""The method in the text of such a table: `This `GET` method returns all ships`."""


def labelled(block: Block, title: str = "") -> Iterator[tuple[bool, str, int]]:
    """Yield the methods and paths after labels such as `**URL**: /x`, each with its line.

    Args:
        block: The block.
        title: The heading right above it, which is the label of a fence: `Endpoint`.

    Yields:
        Whether it is a method, the text, and the line.
    """
    if block.kind is BlockKind.TABLE:
        yield from _pairs(block)
    if block.kind is BlockKind.FENCE and _TITLE.fullmatch(title):
        path = re.fullmatch(TARGET, block.text.strip())
        yield from [(False, path["target"], block.span.start + 1)] if path else ()
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.OTHER):
        return
    if block.kind is BlockKind.PARAGRAPH and EACH_METHOD.fullmatch(block.text.strip("*_`: ")):
        yield True, block.text.strip("*_`: "), block.span.start
    has_words = block.kind is BlockKind.PARAGRAPH and " request" in block.text
    if has_words and (accepts := _ACCEPTS.search(block.text)):
        yield True, EACH_METHOD.findall(accepts["methods"])[0], block.span.start
    if "` " in block.text and (sentence := _SENTENCE.match(block.text)):
        yield False, sentence["target"], block.span.start
        methods = sentence["methods"] or sentence["access"]
        yield True, EACH_METHOD.findall(methods)[0], block.span.start
        return
    if not _HAS_LABEL.search(block.text):
        return
    start = 0
    for line in block.text.split("\n"):
        match = _LABEL.match(block.text, start, start + _MAX_LABELLED) if line.strip() else None
        if match:
            yield from _labelled(match, block)
        start += len(line) + 1


def _labelled(match: re.Match[str], block: Block) -> Iterator[tuple[bool, str, int]]:
    value = match["value"].strip("`*_: \\")
    number = block.span.start + block.text.count("\n", 0, match.start("value"))
    is_method = match["label"].lower().endswith(("method", "verb", "type"))
    if is_method and (found := EACH_METHOD.match(value)):
        yield True, found[0], number
    elif not is_method and (path := re.match(TARGET, _CODED_PART.sub(r"/{\g<name>}", value))):
        yield False, path["target"], number


def _pairs(block: Block) -> Iterator[tuple[bool, str, int]]:
    """Yield the method and the path of a table with a row for each: `URL | /ships`."""
    for match in _PAIR.finditer(block.text):
        yield from _labelled(match, block)
    if named := _NAMED_METHOD.search(block.text):
        yield True, EACH_METHOD.findall(named["methods"])[0], block.span.start
