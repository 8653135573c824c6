"""Rows: tables, bullets and definitions, as tables with the columns of the page format."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from callsheet.model import Span
from callsheet.source.carriers.types import (
    is_known,
    split_mark,
    type_in_words,
    type_of_phrase,
)
from callsheet.source.document import Block, BlockKind
from callsheet.source.layouts.layout import Layout
from callsheet.source.rows import plain_name
from callsheet.source.tables import Cell, Row, Table, plain_head, read_table

_COLUMNS = ("property name", "type", "required", "default", "in", "description")
_BULLET = re.compile(r"(?P<indent>[ \t]*+)[-*+][ \t]++(?=\S)")
_NAME = r"[A-Za-z_$@:][\w.\[\]$:@{}-]*+"
_ITEM = re.compile(
    rf"(?P<open>\*\*`|\*\*|__|``|`|\"|_)(?P<name>{_NAME})(?P<mark>[*?]?)"
    r"(?:=(?P<value>[^`\n]*))?(?P<inner>[^`*\n]{0,60}?)"
    r"(?P<close>`\*\*|\*\*|__|``|`|\"|_)(?P<rest>.*)",
    re.DOTALL,
)
_PLAIN_ITEM = re.compile(
    rf"(?P<name>{_NAME})"
    r"(?:(?:(?<=:)[ \t]++[^()\s:][^()\n:]{0,79}?)?[ \t]*+\((?P<inside>[^()\n]*)\)[ \t]*"
    r"|(?<=:)[ \t]+|[ \t]*:[ \t]+|[ \t]+[-\u2013\u2014]+[ \t]+)"
    r"(?P<rest>.*)",
    re.DOTALL,
)
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
_NESTED = re.compile(r"(?:[\u00bb\u203a\u21b3\u2514\u2192]|&raquo;|&rarr;)[\u2500\s]*")
_RED_STAR = re.compile(r"<(?:mark|span|sup|font)\b[^<>]*>\s*\\?\*\s*</")
_DEFINITION = re.compile(
    r"(?:\*\*)?`?(?P<name>:?[A-Za-z_$][^\s`*]*+)`?(?:\*\*)?(?:[ \t]+\((?P<inside>[^()\n]*)\))?"
    r"(?P<mark>(?:[ \t]+`?\{\{[^{}]*\}\}`?)?)[ \t]*\n(?:\n)?:[ \t]*(?P<rest>.*)",
    re.DOTALL,
)
_REQUIRED = re.compile(
    r"\*\*Required\*\*|\{\{ ?<required> ?\}\}"
    r"|(?:^|[.(>*_,;\[][ \t]*)(?:required|mandatory)"
    r"(?:[ \t]*[.,:;)<*_\]\u2013-]|[ \t]*$|\n)|Required\.?[ \t]*$"
    r"|\bthis (?:field|parameter|attribute|property) is (?:required|mandatory)\b"
    r"|^(?:is )?required\b",
    re.IGNORECASE,
)
_OPTIONAL = re.compile(
    r"(?:^|[.(*_,;\[>][ \t]*)(?:optional|not required)"
    r"(?:[ \t]*[-.,;:)*_<\]\u2013]|[ \t]*$|[ \t]|\n)",
    re.IGNORECASE,
)
_YES = ("yes", "true", "required", "y", "mandatory", "always", "x", "1", "must")
_YES_SIGNS = (
    "\u2713",
    "\u2714",
    "\u2714\ufe0f",
    "\u2705",
    ":white_check_mark:",
    ":heavy_check_mark:",
)
_NO = ("no", "false", "optional", "n", "not required", "never", "0")
_NO_SIGNS = ("-", "\u2013", "\u2014", "\u2717", "\u2718", "\u274c", ":x:")
_MARKS = {
    **dict.fromkeys((*_YES, *_YES_SIGNS), True),
    **dict.fromkeys((*_NO, *_NO_SIGNS), False),
}
_USUAL = re.compile(
    r"(?<!not )(?<!if )(?<!as )(?<!no )\b(?:required|mandatory|optional)\b"
    r"(?! (?:permission|scope))",
    re.IGNORECASE,
)
_DEFAULT = re.compile(
    r"\bdefaults? (?:value )?(?:is|to|:) ?`(?P<value>[^`\n]{1,60})`"
    r"|\bdefault(?: value)?: ?`(?P<other>[^`\n]{1,60})`",
    re.IGNORECASE,
)
_HEAD = re.compile(r"(?:[*_]{1,2})?(?P<name>[A-Za-z][A-Za-z ]{1,40}):?(?:[*_]{1,2})?:?")
_PLACES = frozenset({"path", "query", "header", "cookie", "body", "response"})
_MAX_WORDS = 200


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A row before its cells are in the columns of the page format."""

    name: str
    kind: str
    required: bool | None
    about: str
    span: Span
    default: str = ""
    place: str = ""

    def row(self) -> Row:
        """Return it as a row of a table of properties."""
        mark = "" if self.required is None else "Yes" if self.required else "No"
        cells = (self.name, self.kind, mark, self.default, self.place, self.about)
        return Row(tuple(Cell(text, 1) for text in cells), self.span)


def rows_of(
    block: Block, layout: Layout, *, expected: bool = False, usual: bool | None = None
) -> Table | None:
    """Return the rows of a block as a table; None where it has none.

    Args:
        block: The block.
        layout: The layout.
        expected: Whether the text around it says that it has rows, so that names need no marks.
        usual: Whether rows without a mark are required, by the text above them.
    """
    found: list[FoundRow] = []
    if block.kind is BlockKind.TABLE:
        found = list(_of_table(block, layout))
    elif block.kind is BlockKind.PARAGRAPH and "\n:" in block.text:
        found = list(_of_definition(block, layout))
    elif block.kind is BlockKind.OTHER and _BULLET.match(block.text):
        found = list(_of_bullets(block, layout, expected))
    if usual is not None:
        found = [replace(r, required=usual) if r.required is None else r for r in found]
    return Table(_COLUMNS, tuple(each.row() for each in found), block.span) if found else None


def stated_mark(text: str) -> bool | None:
    """Return whether a text says that something is required or optional."""
    required, optional = _REQUIRED.search(text), _OPTIONAL.search(text)
    if required and optional:
        # `Optional. If there is none yet, this is required.`
        return required.start() <= optional.start()
    return True if required else False if optional else None


def usual_mark(text: str) -> bool | None:
    """Return what a heading or a line says of all rows below: `Optional query parameters`."""
    words = {word.lower() for word in _USUAL.findall(text)}
    if len(words) != 1:
        return None
    return words != {"optional"}


def _of_table(block: Block, layout: Layout) -> Iterator[FoundRow]:
    table = read_table(block)
    meanings = [layout.columns.get(plain_head(head).strip("*"), "") for head in table.columns]
    if "name" not in meanings or len(meanings) < 2 or "method" in meanings:
        return
    at = {meaning: index for index, meaning in reversed([*enumerate(meanings)]) if meaning}
    # Where optional rows have a mark, all others are required.
    usual = True if any(_is_optional(row.cell(at["name"])) for row in table.rows) else None
    outer: list[str] = []
    for row in table.rows:
        written = row.cell(at["name"])
        name, marked = _name_in_cell(_NESTED.sub("", written))
        if not name:
            continue
        # Marks such as `\u00bb` show how deep a row is; what has the whole body's name is no level.
        del outer[len(_NESTED.findall(written)) :]
        prefix = ".".join(each for each in outer if each != "body")
        items = "[]" if split_mark(row.cell(at.get("type")))[0].lower().startswith("array") else ""
        outer.append(f"{name}{items}")
        name = f"{prefix}.{name}" if prefix else name
        about = row.cell(at.get("description"))
        kind, typed = split_mark(row.cell(at.get("type")))
        if "type" not in at:
            kind = type_of_phrase(re.split(r"[.,;:]", about, maxsplit=1)[0], layout)
        mark = row.cell(at.get("required")).strip("*_` .").lower()
        required = layout.marks.get(mark, _MARKS.get(mark))
        if required is None:
            words = (row.cell(at.get("required")), about)
            texts = (stated_mark(text) for text in words if text)
            stated = next((each for each in texts if each is not None), None)
            options = (marked, typed, stated, usual)
            required = next((each for each in options if each is not None), None)
        yield FoundRow(
            name,
            type_in_words(kind, layout),
            required,
            about,
            row.span,
            row.cell(at.get("default")) or _default_in(about),
            row.cell(at.get("in")),
        )


def _is_optional(written: str) -> bool:
    return written.strip("`* \\").endswith("?")


def _name_in_cell(written: str) -> tuple[str, bool | None]:
    """Return the name in a cell, and what the marks after it say."""
    marked = stated_mark(written)
    if marked is not None:
        pass
    elif _is_optional(written):
        marked = False
    elif _RED_STAR.search(written):
        marked = True
    elif written.rstrip().endswith("*") and "**" not in written:
        marked = not written.rstrip().endswith("\\*") or None
    name = plain_name(re.sub(r"<[^<>]*>", " ", written)).strip("`* ?\\").lstrip(":")
    return name.split(" ")[0].strip("`*?\\\"'"), marked


def _default_in(about: str) -> str:
    match = _DEFAULT.search(about)
    return f"`{match['value'] or match['other']}`" if match else ""


def _of_bullets(block: Block, layout: Layout, expected: bool) -> Iterator[FoundRow]:
    lines = block.text.split("\n")
    bullets = [(n, m) for n, line in enumerate(lines) if (m := _BULLET.match(line))]
    outer: list[tuple[int, str]] = []
    ends = [n for n, _ in bullets[1:]] + [len(lines)]
    indents = [len(match["indent"].expandtabs(4)) for _, match in bullets]
    for number, ((start, match), end) in enumerate(zip(bullets, ends, strict=True)):
        indent = indents[number]
        while outer and outer[-1][0] >= indent:
            outer.pop()
        text = "\n".join((lines[start][match.end() :], *lines[start + 1 : end]))
        span = Span(block.span.start + start, block.span.start + end - 1)
        if _is_head(text, is_outer=indents[number + 1 : number + 2] > [indent]):
            expected = True
            continue
        found = _item(text, span, layout, expected or bool(outer))
        if found is None:
            # What is below an item that is no row has no name to begin with.
            outer.append((indent, ""))
            continue
        prefix = next((name for _, name in reversed(outer)), None)
        if prefix == "":
            outer.append((indent, ""))
            continue
        if prefix:
            found = replace(found, name=f"{prefix}.{found.name}")
        items = "[]" if found.kind.startswith("array") else ""
        outer.append((indent, f"{found.name.removesuffix('[]')}{items}"))
        yield found


def _is_head(text: str, *, is_outer: bool) -> bool:
    """Tell whether an item only introduces what is below it: `**Data params**`."""
    first, _, rest = text.strip().partition("\n")
    match = _HEAD.fullmatch(first.strip())
    if match is None or not (rest or is_outer):
        return False
    return " " in match["name"] or match["name"][0].isupper()


def _item(text: str, span: Span, layout: Layout, expected: bool) -> FoundRow | None:
    match = _ITEM.match(text)
    kind = default = place = ""
    required: bool | None = None
    if match and match["close"] == _CLOSED.get(match["open"], match["open"]):
        name, rest = match["name"], match["rest"]
        if match["inner"].strip(" :") and not match["inner"].lstrip().startswith(("(", ":")):
            return None
        if match["value"]:
            value = type_in_words(match["value"].strip("<>[]{} "), layout)
            kind = value if is_known(value) else ""
        inner = match["inner"].strip().strip(":")
        if inner.startswith("("):
            rest = f" {inner}{rest}"
        if match["mark"]:
            required = match["mark"] == "*"
        if name[0] in ":" and len(name) == 1:
            return None
    elif plain := _PLAIN_ITEM.match(text):
        name, rest = plain["name"].rstrip(":"), plain["rest"]
        inside = plain["inside"]
        if inside is not None:
            rest = f"({inside}) {rest}"
        if not expected and (inside is None or not _is_typed(inside, layout)):
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
    if typed := _TYPED.match(rest) or _EMPHASISED.match(rest):
        inside = next(filter(None, typed.groups()))
        if typed.re is _TYPED or _is_typed(inside, layout):
            stated, default, mark = _in_parentheses(inside, layout)
            place = next((w for w in inside.split(", ") if w in _PLACES), "")
            kind = "" if stated == place else stated or kind
            rest = rest[typed.end() :]
            required = mark if required is None else required
    about = rest.lstrip(" \t.:-\u2013\u2014")
    kind, required = _in_words(about, kind, required, layout)
    return FoundRow(
        name.rstrip(":").lstrip(":"),
        kind,
        required,
        about.strip(),
        span,
        default.strip() or _default_in(about),
        place,
    )


def _is_typed(inside: str, layout: Layout) -> bool:
    rest, mark = split_mark(inside)
    first = re.split(r"[,:;]", rest, maxsplit=1)[0]
    return mark is not None or is_known(type_in_words(first, layout))


def _in_parentheses(inside: str, layout: Layout) -> tuple[str, str, bool | None]:
    """Return type, default and mark of `(string: "a")` and `(string, required)`."""
    kind, colon, default = inside.partition(":")
    if "<required>" in inside or default.strip(" `").lower() == "required":
        return type_in_words(split_mark(kind)[0], layout), "", True
    rest, required = split_mark(kind if colon else inside)
    if colon and required is None:
        # A default, even an empty one, makes it optional.
        return type_in_words(rest, layout), default, False
    words = [word.strip() for word in rest.split(",")]
    known = (word for word in words if is_known(type_in_words(word, layout)))
    return type_in_words(next(known, rest), layout), default, required


def _of_definition(block: Block, layout: Layout) -> Iterator[FoundRow]:
    """Yield the rows of definitions; several may follow each other without a blank line."""
    lines = block.text.split("\n")
    starts = [n - 1 for n, line in enumerate(lines) if n and line.startswith(":")]
    if not starts or starts[0] != 0:
        return
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        match = _DEFINITION.fullmatch("\n".join(lines[start:end]))
        if match is None:
            continue
        rest = f"{match['mark'].strip(' `')} {match['rest']}".strip()
        kind, default, required = "", "", None
        if match["inside"]:
            kind, default, required = _in_parentheses(match["inside"], layout)
        kind, required = _in_words(rest, kind, required, layout)
        span = Span(block.span.start + start, block.span.start + end - 1)
        yield FoundRow(
            match["name"].lstrip(":"), kind, required, rest, span, default or _default_in(rest)
        )


def _in_words(
    about: str, kind: str, required: bool | None, layout: Layout
) -> tuple[str, bool | None]:
    """Return type and mark as a description has them: `{{<required>}} String. The name`."""
    if required is None:
        required = stated_mark(about[:_MAX_WORDS])
    if not kind:
        head = re.sub(r"^\{\{ ?<[a-z]+> ?\}\}[ \t]*", "", about)[:80]
        head = re.sub(r"^\**(?:required|optional)\b[\**:.,;) -]*", "", head, flags=re.IGNORECASE)
        for word in re.split(r"[.,;:\n]|[ \t][-\u2013\u2014][ \t]", head, maxsplit=2)[:2]:
            if known := type_of_phrase(split_mark(word)[0].strip(" `*_([])"), layout):
                kind = known
                break
    return type_in_words(kind, layout), required
