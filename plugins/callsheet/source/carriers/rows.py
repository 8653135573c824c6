"""Rows: tables, lists and definitions, as tables with the columns of the page format."""

from collections.abc import Iterator
from dataclasses import replace

from callsheet import lazy_re as re
from callsheet.memo import cached_by
from callsheet.model import Span
from callsheet.source.carriers.html import table_of
from callsheet.source.carriers.inline import (
    is_valued,
    rows_beside_labels,
    rows_of_facts,
    rows_of_values,
)
from callsheet.source.carriers.lists import BULLET, row_of_paragraph, rows_of_list
from callsheet.source.carriers.row_words import (
    NAME,
    FoundRow,
    default_in,
    in_parentheses,
    in_words,
    stated_mark,
    usual_mark,
)
from callsheet.source.carriers.titles import meaning_of
from callsheet.source.carriers.types import (
    is_known,
    split_mark,
    type_in_words,
    type_of_phrase,
)
from callsheet.source.document import Block, BlockKind
from callsheet.source.layouts.layout import Layout
from callsheet.source.rows import plain_name
from callsheet.source.tables import Table, plain_head

_COLUMNS = ("property name", "type", "required", "default", "in", "description")

_NESTED = re.compile(r"(?:[\u00bb\u203a\u21b3\u2514\u2192]|&raquo;|&rarr;)[\u2500\s]*")

_RED_STAR = re.compile(r"<(?:mark|span|sup|font)\b[^<>]*>\s*\\?\*\s*</")

_DEFINITION = re.compile(
    r"(?:\*\*)?`?(?P<name>:?[A-Za-z_$][^\s`*]*+)`?(?:\*\*)?(?:[ \t]+\((?P<inside>[^()\n]*)\))?"
    r"(?P<mark>(?:[ \t]+`?\{\{[^{}]*\}\}`?)?)[ \t]*\n(?:\n)?:[ \t]*(?P<rest>.*)",
    re.DOTALL,
)

_STAR = re.compile(r"(?:[\w`\])]|\*\*)[ ]?\\?\*$")

_ITALIC = re.compile(r"\*(?!\*)")

_TYPED_CODE = re.compile(r"`(?P<name>[A-Za-z_]\w*+):[ ]*(?P<kind>[A-Za-z][\w\[\]<>]{0,40})`")
"""A name with its type in code: `` `size: number` ``."""

_PLACED = re.compile(
    r"(?:(?P<kind>[^\s()]{0,60})[ ,]{0,3}\((?:in )?(?P<place>path|query|header|body)\)?"
    r"|(?i:http header))"
)
"""A type with the place of a row, `integer (path)`, or the place in its place."""

_WORDS_IN_CODE = re.compile(r"\**`(?P<name>[A-Za-z]\w*(?: [A-Za-z]\w*){1,4})`")

_VALUE = re.compile(r"=(?:\\?<|&lt;)[^<>&\n]{1,40}(?:>|&gt;)(?=`?$)")
"""Placeholder of the value after a name: `seconds=<integer>`."""

_TAG = re.compile(r"<[^<>]*>")
_ICON = re.compile(
    r"\{\{[<%][^{}]*\}\}(?=[ \t]*+\w)|<[^<>]*>(?=[ \t]*+\w)|:[a-z]+(?:-[a-z]+)+:(?=[ \t]*+\w)"
)
"""A picture before a word that says the same: `{{< icon name="check" >}} Yes`."""

_FURTHER = ("notes", "note", "remarks", "remark", "comments")
"""Columns with a text beside the description."""

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

_SENTENCE = re.compile(
    r"(?P<mark>\*\*|_)(?P<label>[A-Za-z][A-Za-z ]{2,40}):?(?P=mark):?[ ](?P<rest>[^\n]*`[^\n]*)"
)

_LISTED = re.compile(
    r"(?P<label>(?:[Qq]uery|[Bb]ody|[Ff]orm)(?: (?:string|params?|parameters?|fields?))?)"
    r"(?<![ ])[ ]?:[ ](?=`)"
)
"""Begins a text with nothing but names: `` Query: `page`, `limit` (at most 50).``"""

_HEADERS = re.compile(
    r"(?:(?:[Rr]equest )?[Hh]eaders?|\u8bf7\u6c42\u5934)[ ]?[:\uff1a][ ]?(?=`)[^\n]{1,300}\Z"
)
_HEADER_LINE = re.compile(r"`(?P<name>[A-Za-z][\w-]{1,60}):[ ](?P<value>[^`\n]{1,120})`")
_LISTED_NAME = re.compile(
    rf"`(?P<name>{NAME})`[ ]?(?:\((?P<about>[^()\n]{{1,120}})\))?"
    r"(?P<after>,[ ]?|[ ]and[ ]|\.|\Z|\n)"
)
_LABELLED = re.compile(
    r"(?P<label>(?:[Cc]onditionally )?(?:[Rr]equired|[Oo]ptional|[Mm]andatory) "
    r"(?:fields?|parameters?|params?|attributes?|properties|arguments?)):?[ ](?=`)"
)
_NAMED = re.compile(rf"`(?P<name>{NAME})(?:=(?P<value>[^`\n]*+))?`(?P<about>[^`\n]*)")


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
        found = [*_of_table(block, layout)]
    elif block.kind is BlockKind.PARAGRAPH and "\n:" in block.text:
        found = list(_of_definition(block, layout))
    elif block.kind is BlockKind.PARAGRAPH and (row := row_of_paragraph(block, layout)):
        found = [row]
    elif block.kind is BlockKind.PARAGRAPH and expected and is_valued(block.text):
        found = list(rows_of_values(block, layout))
    elif block.kind is BlockKind.PARAGRAPH and (beside := list(rows_beside_labels(block, layout))):
        found = beside
    elif block.kind is BlockKind.PARAGRAPH and (sentence := _SENTENCE.match(block.text)):
        found = list(_of_sentence(sentence, block, layout, expected))
    elif block.kind is BlockKind.PARAGRAPH and (listed := _LISTED.match(block.text)):
        found = list(_of_names(listed, block))
    elif block.kind is BlockKind.PARAGRAPH and _HEADERS.match(block.text):
        found = list(_of_headers(block))
    elif block.kind is BlockKind.PARAGRAPH and _LABELLED.match(block.text):
        found = list(_of_labels(block))
    elif block.kind is BlockKind.OTHER and BULLET.match(block.text):
        found = list(rows_of_list(block, layout, expected))
    if usual is not None:
        found = [replace(r, required=usual) if r.required is None else r for r in found]
    return Table(_COLUMNS, tuple(each.row() for each in found), block.span) if found else None


def facts_of(block: Block, layout: Layout) -> Table:
    """Return the rows that a table with a row for each fact has in its cells."""
    rows = tuple(each.row() for each in rows_of_facts(block, layout))
    return Table(_COLUMNS, rows, block.span)


# A table is asked as one of an operation, of a resource and of a type.
@cached_by(64, lambda block, layout: len(block.text))
def _of_table(block: Block, layout: Layout) -> tuple[FoundRow, ...]:
    return tuple(_rows_of_table(block, layout))


def _rows_of_table(block: Block, layout: Layout) -> Iterator[FoundRow]:
    table = table_of(block)
    meanings = [layout.columns.get(plain_head(head).strip("*"), "") for head in table.columns]
    if "name" not in meanings or len(meanings) < 2 or "method" in meanings:
        return
    at = {meaning: index for index, meaning in reversed([*enumerate(meanings)]) if meaning}
    if "required" not in at and "status" in at:
        at["required"] = at.pop("status")
    if "required" not in at and (column := _column_of_marks(table, meanings)):
        at["required"] = column
        if meanings[column] == "type":
            # `type | data type`, where the first says `required`.
            others = [n for n, meaning in enumerate(meanings) if meaning == "type" and n != column]
            at["type"] = next(iter(others), column)
            if not others:
                del at["type"]
    elif "description" not in at and meanings.count("") == 1 and meanings[-1] == "":
        # Whatever the last column is called, its text is not lost.
        at["description"] = len(meanings) - 1
    about_at = [n for n, head in enumerate(table.columns) if plain_head(head) in _FURTHER]
    about_at = [*dict.fromkeys((*filter(None, (at.get("description"),)), *about_at))]
    if "in" not in at and "type" in at and _are_places(table, at["type"]):
        at["in"] = at.pop("type")
    # Where optional rows have a mark, all others are required.
    usual = True if any(_is_optional(row.cell(at["name"])) for row in table.rows) else None
    outer: list[str] = []
    for row in table.rows:
        written = row.cell(at["name"])
        coded = None if "type" in at else _TYPED_CODE.fullmatch(written.strip())
        name, marked = _name_in_cell(coded["name"] if coded else _NESTED.sub("", written))
        if not name or name[0] in "{#":
            continue
        # Marks such as `\u00bb` show how deep a row is; the whole body's name is not a level.
        del outer[len(_NESTED.findall(written)) :]
        prefix = ".".join(each for each in outer if each != "body")
        whole = split_mark(row.cell(at.get("type")))[0].lower().strip("`* ")
        items = "[]" if whole.startswith(("array", "[")) and "](" not in whole else ""
        outer.append(f"{name}{items}")
        name = f"{prefix}.{name}" if prefix else name
        about = " ".join(filter(None, [row.cell(each) for each in about_at]))
        kind, typed = split_mark(row.cell(at.get("type")))
        kind, place = _split_place(kind)
        if coded:
            kind = coded["kind"]
        elif "type" not in at:
            kind = type_of_phrase(re.split(r"[.,;:]", about, maxsplit=1)[0], layout)
        mark = row.cell(at.get("required"))
        mark = (mark if mark.isalpha() else _ICON.sub("", mark)).strip("*_` .").lower()
        required = layout.marks.get(mark, _MARKS.get(mark))
        if required is None:
            words = (row.cell(at.get("required")), _mark_in(row.cell(at.get("default"))), about)
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
            _value_in(row.cell(at.get("default"))) or default_in(about),
            row.cell(at.get("in")) or place,
        )


def _column_of_marks(table: Table, meanings: list[str]) -> int:
    """Return the column without a known name whose cells are marks, as `Optional`; else 0."""
    for column, meaning in enumerate(meanings):
        if meaning not in ("", "type"):
            continue
        words = {row.cell(column).strip("*_` ").lower() for row in table.rows}
        if words and words <= {"required", "optional", "mandatory", "not required"}:
            return column
    return 0


def _mark_in(default: str) -> str:
    """Return what a column of defaults says of a row without one: `**REQUIRED**`."""
    return default if default.strip("*_` ").lower() in ("required", "mandatory") else ""


def _value_in(default: str) -> str:
    return "" if _mark_in(default) else default


def _split_place(kind: str) -> tuple[str, str]:
    """Return a type without the place that a cell has beside or instead of it."""
    match = _PLACED.fullmatch(kind)
    return (match["kind"] or "", match["place"] or "header") if match else (kind, "")


def _are_places(table: Table, column: int) -> bool:
    """Tell whether a column called `Kind` or `Type` says where rows go."""
    words = {row.cell(column).strip("`*_ ").lower() for row in table.rows}
    return bool(words) and words <= {"path", "query", "header", "body", "cookie", "form"}


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
    elif _STAR.search(written.rstrip()) and not _ITALIC.match(written):
        marked = not written.rstrip().endswith("\\*") or None
    written = _VALUE.sub("", written)
    if match := _WORDS_IN_CODE.match(written):
        return match["name"], marked
    plain = _TAG.sub(" ", written) if "<" in written else written
    name = plain_name(plain).strip("`* ?\\").lstrip(":")
    return name.split(" ")[0].strip("`*?\\\"'"), marked


def _of_sentence(
    match: re.Match[str], block: Block, layout: Layout, expected: bool
) -> Iterator[FoundRow]:
    """Yield the rows of `**Required parameters**: `name` as the name of the ship`."""
    usual = usual_mark(match["label"])
    if usual is None or not (expected or meaning_of(match["label"], layout)):
        return
    for found in _NAMED.finditer(match["rest"].partition(". ")[0]):
        kind = type_in_words((found["value"] or "").strip("<>[]{} "), layout)
        kind = kind if is_known(kind) else ""
        yield FoundRow(found["name"], kind, usual, found["about"].strip(" ,"), block.span)


def _of_names(label: re.Match[str], block: Block) -> Iterator[FoundRow]:
    """Yield the rows of `Query: `page`, `limit` (at most 50)`."""
    place = "query" if label["label"].lower().startswith("query") else "body"
    at = label.end()
    while match := _LISTED_NAME.match(block.text, at):
        yield FoundRow(match["name"], "", None, match["about"] or "", block.span, "", place)
        at = match.end()
        if match["after"].strip(" ") not in (",", "and"):
            return


def _of_headers(block: Block) -> Iterator[FoundRow]:
    """Yield the rows of `Headers: `X-Token: <token>``."""
    for match in _HEADER_LINE.finditer(block.text):
        yield FoundRow(match["name"], "", None, match["value"].strip(), block.span, "", "header")


def _of_labels(block: Block) -> Iterator[FoundRow]:
    """Yield the rows of `Required fields: `name`, `size` Optional fields: `colour``."""
    labels = [*_LABELLED.finditer(block.text)]
    ends = [*(label.start() for label in labels[1:]), len(block.text)]
    for label, end in zip(labels, ends, strict=True):
        usual = None if "ondition" in label["label"] else usual_mark(label["label"])
        for found in _NAMED.finditer(block.text[label.end() : end].partition(". ")[0]):
            yield FoundRow(found["name"], "", usual, found["about"].strip(" ,-"), block.span)


def _of_definition(block: Block, layout: Layout) -> Iterator[FoundRow]:
    """Yield the rows of definitions; several may follow each other without a blank line."""
    lines = block.text.split("\n")
    # Several definitions may be of one term.
    starts = [
        n - 1
        for n, line in enumerate(lines)
        if n and line.startswith(":") and not lines[n - 1].startswith(": ")
    ]
    if not starts or starts[0] != 0:
        return
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        match = _DEFINITION.fullmatch("\n".join(lines[start:end]))
        if match is None:
            continue
        rest = f"{match['mark'].strip(' `')} {match['rest']}".strip()
        kind, default, required = "", "", None
        if match["inside"]:
            kind, default, required = in_parentheses(match["inside"], layout)
        kind, required = in_words(rest, kind, required, layout)
        span = Span(block.span.start + start, block.span.start + end - 1)
        yield FoundRow(
            _VALUE.sub("", match["name"].lstrip(":")),
            kind,
            required,
            rest,
            span,
            default or default_in(rest),
        )
