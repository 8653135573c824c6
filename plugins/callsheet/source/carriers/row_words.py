"""Rows in the words of references: their types, defaults and marks."""

from dataclasses import dataclass

from callsheet import lazy_re as re
from callsheet.model import Span
from callsheet.source.carriers.types import (
    is_known,
    split_mark,
    type_in_words,
    type_of_phrase,
)
from callsheet.source.layouts.layout import Layout
from callsheet.source.tables import Cell, Row

_HEADERS = frozenset({"content-type", "accept", "authorization"})
MAX_WORDS = 200
"""Characters of a description in which it says what it says of a row."""

NAME = r"[A-Za-z_$@:][\w.\[\]$:@{}-]*+"

_KIND = (
    r"(?:string|str|text|int|integer|long|number|float|double|bool|boolean|array|list|object|date"
    r"|datetime|uuid|file|map|enum)"
)
TYPED_NAME = re.compile(
    rf"(?:\*\*`?|`)(?P<name>{NAME})(?:`?\*\*|`):?[ ]+"
    rf"(?:\((?P<round>{_KIND}\b[^()\n]{{0,60}})\)"
    rf"|[`*_]{{1,2}}(?P<marked>{_KIND}\b[^`*_\n]{{0,60}})[`*_]{{1,2}}|(?P<plain>{_KIND}))"
    r"[ ]*+[`*_(]{0,3}(?P<mark>required|optional)?[`*_)]{0,3}[ ]*+(?:[:.\u2013-][ ]|\n|\Z)"
    r"(?P<about>.*)",
    re.DOTALL | re.IGNORECASE,
)
"""A paragraph with a name and its type: `**to** `string` required`."""

MARKED_NAME = re.compile(
    rf"(?:\*\*`?|`)(?P<name>{NAME})(?:`?\*\*|`)[ ]++<(?P<mark>Required|Optional)[ ]*+/>[ ]*+"
    r"(?:\n(?P<about>.*)|\Z)",
    re.DOTALL,
)
"""A paragraph with a name and a badge: `**to** <Required />`."""

_REQUIRED = re.compile(
    r"\*\*Required\*\*|\{\{ ?<required> ?\}\}"
    r"|(?:^|[.(>*_,;\[][ \t]*)(?:required|mandatory)"
    r"(?:[ \t]*[.,:;)<*_\]\u2013-]|[ \t]*$|\n)|Required\.?[ \t]*$"
    r"|\b(?:this(?: field| parameter| attribute| property| one)?|it) is (?:always )?"
    r"(?:required|mandatory)\b"
    r"|^(?:is )?required\b"
    r"|^[(\uff08]?(?:obrigat\u00f3ri[oa]|obligatori[oa]|requerid[oa]|obligatoire|requis|erforderlich"
    r"|pflichtfeld|\u043e\u0431\u044f\u0437\u0430\u0442\u0435\u043b\u044c\u043d\w{1,4}"
    r"|\u5fc5\u586b|\u5fc5\u9808|\ud544\uc218)(?!\w)",
    re.IGNORECASE,
)

_OPTIONAL = re.compile(
    r"(?:^|[.(*_,;:\[>][ \t]*)(?:optional|not required)"
    r"(?:[ \t]*[-.,;:)*_<\]\u2013]|[ \t]*$|[ \t]|\n)"
    r"|^an optional\b"
    r"|(?:^|[-.,;:\u2013][ ]|\b(?:this|field|parameter|attribute|property|argument)[ ])"
    r"is optional\b"
    r"|^[(\uff08]?(?:opcional|facultati(?:f|ve|vo)|optionnel(?:le)?"
    r"|\u043d\u0435\u043e\u0431\u044f\u0437\u0430\u0442\u0435\u043b\u044c\u043d\w{1,4}"
    r"|\u53ef\u9009|\u9009\u586b|\u4efb\u610f|\uc120\ud0dd)(?!\w)",
    re.IGNORECASE,
)

_FOREIGN_USUAL = re.compile(
    r"[(\uff08](?:(?P<required>\u5fc5\u586b|\u5fc5\u9808)"
    r"|\u53ef\u9009|\u9009\u586b|\u4efb\u610f)[)\uff09]"
)
"""A mark after a heading or a label, in brackets of any width."""

_FOREIGN_MARKS = (
    "obrigat", "obligato", "requeri", "requis", "erforder", "pflicht", "opcional", "facultati",
    "optionnel", "\u043e\u0431\u044f\u0437", "\u043d\u0435\u043e\u0431\u044f\u0437",
    "\u5fc5\u586b", "\u5fc5\u9808", "\ud544\uc218", "\u53ef\u9009", "\u9009\u586b",
    "\u4efb\u610f", "\uc120\ud0dd",
)  # fmt: skip
_USUAL = re.compile(
    r"(?<!not )(?<!if )(?<!as )(?<!no )(?<!one )\b(?:required|mandatory|optional)\b"
    r"(?! (?:permission|scope))",
    re.IGNORECASE,
)

_DEFAULT = re.compile(
    r"\bdefaults? (?:value )?(?:is|to|:) ?`(?P<value>[^`\n]{1,60})`"
    r"|\bdefault(?: value)?: ?`(?P<other>[^`\n]{1,60})`",
    re.IGNORECASE,
)

_EMPHASISED = re.compile(r"[*_`]{1,3}(?P<kind>[A-Za-z][^*_`\n]{1,60})[*_`]{1,3}(?![\w*_`])")
_LITERAL = re.compile(r"true|false|-?\d{1,20}(?:\.\d{1,20})?")
"""A value where a type may be, which is a default: `[false]`."""

_IN_BRACKETS = re.compile(r"\s*+[<\[{]([^<>\[\]{}\n]*+)[>\]}](.*)", re.DOTALL)
_STATED_TYPE = re.compile(
    r"\b(?:must|should|has to|needs to) be an? (?P<kind>array|list|number|string|integer|boolean"
    r"|object)\b|\bthis (?:field|parameter|attribute|property) is an? (?P<other>array|list|number"
    r"|string|integer|boolean|object)\b",
    re.IGNORECASE,
)
VALUES = re.compile(r"\b(?:values?|options|notes?|remarks?)\W*$", re.IGNORECASE)
"""Ends a line above the values of a row, or remarks, which are not rows."""

_ASIDE = re.compile(r"(?<=\w)[ ]\([^()]*\)$")
_MAX_TYPE = 2
"""Words in parentheses that are a type although none is known."""


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


def stated_mark(text: str) -> bool | None:
    """Return whether a text says that something is required or optional."""
    if not _has_mark(text):
        return None
    required, optional = _REQUIRED.search(text), _OPTIONAL.search(text)
    if required and optional:
        # `Optional. If there is none yet, this is required.`
        return required.start() <= optional.start()
    return True if required else False if optional else None


def usual_mark(text: str) -> bool | None:
    """Return what a heading or a line says of all rows below: `Optional query parameters`."""
    if not _has_mark(text):
        return None
    if foreign := _FOREIGN_USUAL.search(text):
        return foreign["required"] is not None
    words = {word.lower() for word in _USUAL.findall(text.replace("_", " "))}
    if len(words) != 1:
        return None
    return words != {"optional"}


def is_header(name: str) -> bool:
    """Tell whether a name is that of a header, whatever the text around it says."""
    return name.lower() in _HEADERS or name.startswith("X-")


def _has_mark(text: str) -> bool:
    """Tell whether a text may have a mark; most have none."""
    lower = text.lower()
    if "required" in lower or "optional" in lower or "mandatory" in lower:
        return True
    return lower.lstrip("(\uff08").startswith(_FOREIGN_MARKS) or "\uff08" in text


def default_in(about: str) -> str:
    """Return the default that a description states, in code; else nothing."""
    match = _DEFAULT.search(about)
    return f"`{match['value'] or match['other']}`" if match else ""


def is_typed(inside: str, layout: Layout) -> bool:
    """Tell whether a text in parentheses has a type or a mark."""
    rest, mark = split_mark(inside)
    first = re.split(r"[,:;]", rest, maxsplit=1)[0]
    return mark is not None or is_known(type_in_words(first, layout))


def in_parentheses(inside: str, layout: Layout) -> tuple[str, str, bool | None]:
    """Return type, default and mark of `(string: "a")` and `(string, required)`."""
    if "](" in inside:
        # A link says no type.
        return "", "", None
    kind, colon, default = inside.partition(":")
    if "<required>" in inside or default.strip(" `").lower() == "required":
        return type_in_words(split_mark(kind)[0], layout), "", True
    if colon and kind.strip("*_` ").lower() in ("default", "defaults to"):
        return "", default, False
    rest, required = split_mark(kind if colon else inside)
    if colon and required is None:
        # A default, even an empty one, makes it optional; only a text can be empty.
        kind = type_in_words(rest, layout)
        is_empty = not default.strip("\"'` ") and kind != "string"
        return kind, "" if is_empty else default, False
    if _LITERAL.fullmatch(rest.strip()):
        return "", rest.strip(), required
    words = [word.strip() for word in rest.split(",")]
    known = (word for word in words if is_known(type_in_words(word, layout)))
    words = [] if len(rest.split()) > _MAX_TYPE else [rest]
    return type_in_words(next(known, next(iter(words), "")), layout), default, required


def in_value(value: str, layout: Layout) -> tuple[str, bool | None]:
    """Return type and mark that a name has for its value: `id=[integer, required]`."""
    match = _IN_BRACKETS.match(value)
    inside, rest = match.groups() if match else (value, "")
    stated, mark = split_mark(inside)
    kind = type_in_words(re.split(r"[:|>]", stated, maxsplit=1)[0].strip(" ,"), layout)
    mark = stated_mark(rest) if mark is None else mark
    return kind if is_known(kind) else "", mark


def in_words(
    about: str, kind: str, required: bool | None, layout: Layout
) -> tuple[str, bool | None]:
    """Return type and mark as a description has them: `{{<required>}} String. The name`."""
    if required is None:
        required = stated_mark(about[:MAX_WORDS])
    if not kind:
        head = re.sub(r"^\{\{ ?<[a-z]+> ?\}\}[ \t]*", "", about)[:80]
        if (marked := _EMPHASISED.match(head)) and is_typed(marked["kind"], layout):
            kind = split_mark(marked["kind"])[0]
            head = ""
        head = re.sub(r"^\**(?:required|optional)\b[\**:.,;) -]*", "", head, flags=re.IGNORECASE)
        for word in re.split(r"[.,;:\n]|[ \t][-\u2013\u2014][ \t]", head, maxsplit=2)[:2]:
            word = _ASIDE.sub("", word)
            if known := type_of_phrase(split_mark(word)[0].strip(" `*_([])"), layout):
                kind = known
                break
        else:
            stated = _STATED_TYPE.search(about[:MAX_WORDS]) if head else None
            kind = (stated["kind"] or stated["other"]) if stated else kind
    return type_in_words(kind, layout), required
