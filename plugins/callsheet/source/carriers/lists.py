"""Rows in lists: `name` (type, required) - text, with the properties of a row below it."""

from collections.abc import Iterator
from dataclasses import replace

from callsheet import lazy_re as re
from callsheet.model import Span
from callsheet.source.carriers.inline import rows_beside_label
from callsheet.source.carriers.routes.blocks import has_route
from callsheet.source.carriers.routes.labels import labelled
from callsheet.source.carriers.row_words import (
    MARKED_NAME,
    MAX_WORDS,
    NAME,
    TYPED_NAME,
    FoundRow,
    default_in,
    in_parentheses,
    in_value,
    in_words,
    is_header,
    is_typed,
    usual_mark,
)
from callsheet.source.carriers.titles import meaning_of
from callsheet.source.carriers.types import is_known, split_mark, type_in_words
from callsheet.source.document import Block, BlockKind
from callsheet.source.layouts.layout import Layout

BULLET = re.compile(r"(?P<indent>[ \t]*+)[-*+][ \t]++(?=\S)")

_ITEM = re.compile(
    rf"(?P<open>\*\*`|\*\*|__|``|`|\"|_)(?P<name>{NAME})(?P<mark>[*?]?)"
    r"(?:=(?P<value>[^`\n]*))?(?P<inner>[^`*\n]{0,60}?)"
    r"(?P<close>`\*\*|\*\*|__|``|`|\"|_)(?P<rest>.*)",
    re.DOTALL,
)

_CODE_ITEM = re.compile(
    rf"(?P<open>`)(?P<name>{NAME})(?P<mark>[*?]?)(?:=(?P<value>[^`\n]*))?(?P<inner>[^`\n]{{0,60}}+)"
    r"(?P<close>`)(?P<rest>.*)",
    re.DOTALL,
)

_PLAIN_ITEM = re.compile(
    rf"(?P<name>{NAME})"
    r"(?:(?:(?<=:)[ \t]++(?P<words>[^()\s:][^()\n:]{0,79}?))?[ \t]*+\((?P<inside>[^()\n]*)\)[ \t]*"
    r"|(?<=:)[ \t]+|[ \t]*:[ \t]+|[ \t]+[-\u2013\u2014]+[ \t]+)"
    r"(?P<rest>.*)",
    re.DOTALL,
)

_ITALIC_NAME = re.compile(rf"\*(?P<name>{NAME})\*(?=[: ])")

_CLOSED = {"**`": "`**"}

_TYPED = re.compile(
    r"[ \t]*+[-:\u2013\u2014]?[ \t]*+(?:`?\((?P<inside>[^()\n]*(?:\([^()\n]*\)[^()\n]*)*)\)`?"
    r"|\[(?P<square>[^\[\]\n]{1,60})\](?!\())[ \t]*+"
)

_EMPHASISED = re.compile(
    r"[ \t]*+[-:\u2013]?[ \t]*+[*_`](?P<inside>[A-Za-z][^*_`\n]{1,60})[*_`][ \t]*+"
)

_PLACED = re.compile(
    r"[ \t]*+\(?[*_]{0,2}in[*_]{0,2} [*_`]{0,3}(?P<place>path|query|header|body|cookie|form)\b"
    r"[*_`]{0,3}\)?[ \t]*+:?"
)

_VALUES = re.compile(
    r"\b(?:options|values|filters|choices|one of|any of|either|allowed|supported|possible"
    r"|available)"
    r"\b[^\n.]{0,60}\s*$",
    re.IGNORECASE,
)
"""Ends the text above a list of values."""

_STATED_TYPE = re.compile(r"[^\s(]{1,80}[ \t]+`?\(")

_MEMBER = re.compile(r"[-*+][ \t]++`?[a-z]\w*+`?(?:[ ]array)?[ \t]*+(?:\[[^\[\]\n]*\])?:[ \t]")

_FACT = re.compile(
    r"[*_]{0,2}(?P<label>Type|Required|Default|Description)[*_]{0,2}:[*_]{0,2}[ ]++"
    r"(?P<value>[^\n]++)",
    re.IGNORECASE,
)
"""An item below that of a row, which says more of it: `Type: String`."""

_SENTENCE = re.compile(r"[A-Z][a-z]*+ [^\n]{10,}+")

_KIND_FIRST = re.compile(
    rf"(?P<kind>[a-z]++(?:\[\])?+)[ ](?P<name>`{NAME}`)(?:[ ]\((?P<mark>required|optional)\))?+"
    r"(?=[ ]?[:-]|$)"
)
"""An item that begins with a type: ``- string `colour` (required): what it is painted with``."""

_TWO_NAMES = re.compile(
    rf"(?P<first>`{NAME}`)(?P<inside> \([^()\n]{{1,40}}\))?"
    rf"(?: / | (?:and|or|und|et|y|e) (?P<mark>optional |required )?)(?P<second>`{NAME}`)"
    r"(?=[ ]?(?:[(:\u2013\u2014-]|\Z))"
)
"""Two names that begin an item, of which both are rows."""

_HEADERS = re.compile(r"[*_]{0,2}(?:(?:HTTP|Request|Response) )?Headers?\b", re.IGNORECASE)
_LABEL_ITEM = re.compile(r"\*\*[A-Z][A-Za-z /]{1,40}(?::\*\*|\*\*:)")
"""An item that says in bold what it is about, as `**Purpose**: to list all berths`."""

_ABOUT = re.compile(
    r"[ \t]*+[-*+][ \t]++\*\*(?:Purpose|Description|Summary|Returns?|Response|Auth(?:entication)?"
    r"|Authorization|Access|Permissions?|Roles?|Success|Errors?|Status(?: codes?)?)\b",
    re.IGNORECASE,
)
"""Items that tell that a list has facts about an operation, and not rows."""

_LABELS = frozenset(
    {
        "Accepts",
        "Requires",
        "Body",
        "Data",
        "Header",
        "Headers",
        "Note",
        "Example",
        "Response",
        "Request",
    }
)
"""Words in bold that say what follows, and are not names."""

_NOTHING = re.compile(r"[*: ]*(?:none|no parameters|n/a)\b", re.IGNORECASE)
"""Beside a label: `**Query params:** none`."""

_OF_ANSWERS = frozenset({"Code", "Status", "Content"})
_ANSWER = re.compile(r"\W{0,6}(?:[1-5]\d\d\b|[{\[])")
"""Status after such a word, where it is about a response: `**Code:** 200`."""

_HEAD = re.compile(r"(?:[*_]{1,2})?(?P<name>[A-Za-z][A-Za-z ]{1,40}):?(?:[*_]{1,2})?:?")

_PLACES = frozenset({"path", "query", "header", "cookie", "body", "response"})


def rows_of_list(block: Block, layout: Layout, expected: bool) -> Iterator[FoundRow]:
    """Yield the rows of a list; what is below a row is named after it: `crew[].name`."""
    lines = block.text.split("\n")
    of_routes = {line - block.span.start for _, _, line in labelled(block)}
    of_routes |= {n for n, line in enumerate(lines) if has_route(line)}
    bullets = [
        (n, m) for n, line in enumerate(lines) if n not in of_routes and (m := BULLET.match(line))
    ]
    outer: list[tuple[int, str, bool]] = []
    place = ""
    labels = {n for n, m in bullets if _LABEL_ITEM.match(lines[n], m.end())}
    has_head = bool(of_routes) or any(_ABOUT.match(lines[n]) for n in labels)
    has_head = has_head or any(_is_labelled_head(n, bullets, lines, layout) for n in labels)
    ends = [*(n for n, _ in bullets[1:]), len(lines)][: len(bullets)]
    indents = [len(match["indent"].expandtabs(4)) for _, match in bullets]
    for number, ((start, match), end) in enumerate(zip(bullets, ends, strict=True)):
        indent = indents[number]
        while outer and outer[-1][0] >= indent:
            outer.pop()
        text = "\n".join((lines[start][match.end() :], *lines[start + 1 : end]))
        if start in labels:
            span = Span(block.span.start + start, block.span.start + end - 1)
            if beside := list(rows_beside_label(text, span, layout)):
                outer.append((indent, "", False))
                yield from beside
                continue
        if indent == 0 and has_head and start in labels:
            # Beside `**Method:** GET` or a head such as `**Arguments**:`, these are labels, too.
            expected = _is_head(text, layout, is_outer=indents[number + 1 : number + 2] > [0])
            place = "header" if expected and _HEADERS.match(text) else ""
            if not expected:
                outer.append((indent, "", False))
            continue
        span = Span(block.span.start + start, block.span.start + end - 1)
        if _is_head(text, layout, is_outer=indents[number + 1 : number + 2] > [indent]):
            expected = True
            place = "header" if _HEADERS.match(text) else ""
            continue
        if indent == 0:
            place = ""
        text, further = _split_names(text)
        found = _item(text, span, layout, expected or bool(outer))
        prefix, has_values = outer[-1][1:] if outer else (None, False)
        if found is None or prefix == "" or (has_values and not _STATED_TYPE.match(text)):
            # What is below an item that is not a row has no name to begin with.
            outer.append((indent, "", False))
            continue
        if prefix:
            found = replace(found, name=f"{prefix}.{found.name}")
        if place:
            found = replace(found, place=found.place or place)
        items = "[]" if found.kind.startswith("array") else ""
        name = f"{found.name.removesuffix('[]')}{items}"
        last = next(
            (n for n in range(number + 1, len(bullets)) if indents[n] <= indent), len(bullets)
        )
        below = bullets[number + 1 : last]
        facts = [lines[line][bullet.end() :] for line, bullet in below]
        if facts and not found.kind and _has_facts(facts):
            found = _with_facts(found, facts, layout)
            outer.append((indent, "", False))
        else:
            outer.append((indent, name, _has_values(text, found.kind)))
        yield found
        if further and not prefix and (other := _item(further, span, layout, expected=True)):
            yield replace(other, place=other.place or place)


def _has_facts(items: list[str]) -> bool:
    """Tell whether the items below that of a row say more of it, and have no rows."""
    others = [item for item in items if not _FACT.match(item)]
    return all(_SENTENCE.match(item) for item in others) and len(others) <= 1


def _with_facts(row: FoundRow, items: list[str], layout: Layout) -> FoundRow:
    """Return a row with what the items below it say of it."""
    about = [row.about]
    for item in items:
        fact = _FACT.match(item)
        label, value = (fact["label"].lower(), fact["value"].strip()) if fact else ("", item)
        if label == "type":
            row = replace(row, kind=type_in_words(value.rstrip("."), layout))
        elif label == "required":
            row = replace(row, required=value.lower().startswith(("yes", "true", "required")))
        elif label == "default":
            row = replace(row, default=value)
        else:
            about.append(value)
    return replace(row, about=" ".join(filter(None, about)))


def _is_labelled_head(
    line: int, bullets: list[tuple[int, re.Match[str]]], lines: list[str], layout: Layout
) -> bool:
    """Tell whether an item in bold names a section whose rows are items below it."""
    below = next((m for n, m in bullets if n > line), None)
    text = lines[line].lstrip(" \t-*+").rstrip(" :*")
    return bool(below and below["indent"]) and meaning_of(text, layout) is not None


def names_members(block: Block) -> bool:
    """Tell whether each item of a list begins with a name in lower case and a colon."""
    if block.kind is not BlockKind.OTHER:
        return False
    items = [line for line in block.text.split("\n") if line[:2] in ("- ", "* ", "+ ")]
    return len(items) > 1 and all(_MEMBER.match(item) for item in items)


def row_of_paragraph(block: Block, layout: Layout) -> FoundRow | None:
    """Return the row of a paragraph that begins with a name and a type: `**to** `string` required`.

    The description is what follows on further lines, or after a colon.
    """
    if block.text[:1] not in ("*", "`"):
        return None
    if marked := MARKED_NAME.match(block.text):
        mark, about = marked["mark"] == "Required", (marked["about"] or "").strip()
        return FoundRow(marked["name"], "", mark, about, block.span)
    match = TYPED_NAME.match(block.text)
    if match is None:
        return None
    kind, mark = split_mark(match["round"] or match["marked"] or match["plain"])
    mark = match["mark"].lower() == "required" if match["mark"] else mark
    return FoundRow(
        match["name"], type_in_words(kind, layout), mark, match["about"].strip(), block.span
    )


def _split_names(text: str) -> tuple[str, str]:
    """Return an item as two where it is about two names: `` `from` / `to` (date): a range``."""
    match = _TWO_NAMES.match(text)
    if match is None:
        return text, ""
    about = text[match.end() :]
    mark = f" ({match['mark']})" if match["mark"] else ""
    own = match["inside"] or ""
    return f"{match['first']}{own or about}", f"{match['second']}{mark}{about}"


def _has_values(text: str, kind: str) -> bool:
    """Tell whether what is below an item are its values, and no properties."""
    is_whole = is_known(kind) and not kind.startswith(("array", "object", "map", "any"))
    return is_whole or _VALUES.search(text[-MAX_WORDS:]) is not None


def _is_head(text: str, layout: Layout, *, is_outer: bool) -> bool:
    """Tell whether an item only introduces what is below it: `**Data params**`."""
    first, _, rest = text.strip().partition("\n")
    match = _HEAD.fullmatch(first.strip())
    if match is None or not (rest or is_outer):
        return False
    name = match["name"]
    return " " in name or meaning_of(name, layout) is not None or usual_mark(name) is not None


def _item(text: str, span: Span, layout: Layout, expected: bool) -> FoundRow | None:
    typed = _KIND_FIRST.match(text)
    if typed and is_known(type_in_words(typed["kind"], layout)):
        words = ", ".join(filter(None, (typed["kind"], typed["mark"])))
        text = f"{typed['name']} ({words}){text[typed.end() :]}"
    if italic := _ITALIC_NAME.match(text):
        text = f"`{italic['name']}`{text[italic.end() :]}"
    is_code = text[:1] == "`" and text[1:2] != "`"
    match = (_CODE_ITEM if is_code else _ITEM).match(text)
    kind = default = place = ""
    required: bool | None = None
    if match and match["close"] == _CLOSED.get(match["open"], match["open"]):
        name, rest = match["name"], match["rest"]
        if name.endswith(":") and is_header(name[:-1]) and match["inner"]:
            rest = f" `{match['inner'].strip()}` {rest}"
        elif match["inner"].strip(" :") and not match["inner"].lstrip().startswith(("(", ":")):
            return None
        if match["value"]:
            kind, required = in_value(match["value"], layout)
        inner = match["inner"].strip().strip(":")
        if inner.startswith("("):
            rest = f" {inner}{rest}"
        if match["mark"]:
            required = match["mark"] == "*"
        if name[0] in ":" and len(name) == 1:
            return None
        is_label = name.endswith(":") or match["inner"].endswith(":")
        is_label = is_label or rest.lstrip(" *").startswith(":")
        is_bold = match["open"] == "**" and is_label
        if is_bold and (name.rstrip(":") in _LABELS or _NOTHING.match(rest)):
            return None
        if name.rstrip(":") in _OF_ANSWERS and (_ANSWER.match(rest) or not rest.strip("*: ")):
            return None
    elif plain := _PLAIN_ITEM.match(text):
        name, rest = plain["name"].rstrip(":"), plain["rest"]
        inside = plain["inside"]
        if inside is not None and plain["words"] and not is_typed(inside, layout):
            # An aside at the end of a description.
            inside, rest = None, text[plain.start("words") :]
        if inside is not None:
            rest = f"({inside}) {rest}"
        if not expected and (inside is None or not is_typed(inside, layout)):
            return None
        # After a colon, a word with a capital is as often `Note: ...`.
        is_word = name[0].isupper() if plain["name"].endswith(":") else not name.isidentifier()
        if inside is None and is_word and not name.islower() and "_" not in name:
            return None
    else:
        return None
    place = ""
    if placed := _PLACED.match(rest):
        place, rest = placed["place"], rest[placed.end() :]
    in_brackets = _TYPED.match(rest)
    if typed := in_brackets or _EMPHASISED.match(rest):
        inside = next(filter(None, typed.groups()))
        if in_brackets or is_typed(inside, layout):
            stated, default, mark = in_parentheses(inside, layout)
            place = next((w for w in inside.split(", ") if w in _PLACES), "")
            kind = "" if stated == place else stated or kind
            if stated or default or mark is not None:
                rest = rest[typed.end() :]
            required = mark if required is None else required
    about = rest.lstrip(" \t.:-\u2013\u2014")
    kind, required = in_words(about, kind, required, layout)
    return FoundRow(
        name.rstrip(":").lstrip(":"),
        kind,
        required,
        about.strip(),
        span,
        default.strip() or default_in(about),
        place,
    )
