"""Types in words, parsed into schemas.

Both vocabularies of the page format are understood (`Integer`, `int32`), the words of JSON Schema,
and compositions of them: `array of TYPE`, `TYPE[]`, `map of TYPE`, `A or B`, `string or null`,
`either A or B`, `array of (A or B)`, `Enum: A, B`. So are the spellings of other layouts:
`array[TYPE]`, `List<TYPE>`, `integer (int32)`, `A | B`, `string, nullable`. Any other word is the
name of a type.
"""

from collections.abc import Mapping

from callsheet import lazy_re as re
from callsheet.memo import cached
from callsheet.schema.schema import ANYTHING, NOTHING, NULL, Schema, enumeration

MAX_DEPTH = 32
"""Nested types, such as arrays of arrays, that are parsed."""

_TEXT_FORMATS = (
    "binary", "date", "date-time", "duration", "email", "hostname", "ipv4", "ipv6", "time", "uri",
    "uuid",
)  # fmt: skip

WORDS: Mapping[str, Schema] = {
    "any": ANYTHING,
    "array": Schema(types=("array",)),
    "bool": Schema(types=("boolean",)),
    "boolean": Schema(types=("boolean",)),
    "byte": Schema(types=("string",), content_encoding="base64"),
    "double": Schema(types=("number",), format="double"),
    "float": Schema(types=("number",), format="float"),
    "int32": Schema(types=("integer",), format="int32"),
    "int64": Schema(types=("integer",), format="int64"),
    "integer": Schema(types=("integer",)),
    "map": Schema(types=("object",), additional_properties=ANYTHING),
    "nothing": NOTHING,
    "null": NULL,
    "number": Schema(types=("number",)),
    "object": Schema(types=("object",)),
    "string": Schema(types=("string",)),
    **{name: Schema(types=("string",), format=name) for name in _TEXT_FORMATS},
}
"""The schemas of the words of the page format, in lower case."""

_CAPITALIZED: Mapping[str, Schema] = {
    "Integer": WORDS["int32"],
    "Number": WORDS["double"],
}
"""The capitalized vocabulary of the page format, in which numbers are those of the other one.

The words of JSON Schema, `integer` and `number`, mean numbers of any size.
"""

_SYNONYMS = {"boolean": "bool", "integer": "int32", "map": "object", "number": "double"}

ENUM = re.compile(r"enum\s*:(?P<values>.*)", re.IGNORECASE | re.DOTALL)
EMPTY = '""'
"""Mark of the empty text in a list of values."""

_OF = re.compile(
    r"(?P<outer>array|list|map|object)\s+of\s+(?P<inner>\S.*)", re.IGNORECASE | re.DOTALL
)
_MAX_FOREIGN = 500
"""Characters of a type in the spelling of another layout; longer ones are not translated."""

_HOLDS = re.compile(
    r"(?P<outer>array|list|collection|set|ienumerable|map|dictionary|dict)\s*+"
    r"(?:\[(?P<square>.+)\]|<(?P<angle>.+)>)",
    re.IGNORECASE | re.DOTALL,
)
_MAPS = {"map", "dictionary", "dict"}
_FORMATTED = re.compile(
    r"(?P<word>string|integer|number)\s*+(?:\((?P<round>[\w-]+)\)|<(?P<angle>[\w-]+)>)",
    re.IGNORECASE,
)
_OR = re.compile(r"(?<!\s)\s++or\s++", re.IGNORECASE)
_EITHER = re.compile(r"either\s++(?=.*\sor\s)", re.IGNORECASE | re.DOTALL)
"""Begins alternatives of which a value fits one alone, as with `oneOf` in JSON Schema."""

_BRACKET_OR_WORD = re.compile(r"(?P<or>(?<!\s)\s++or\s++)|[()]", re.IGNORECASE)


@cached(8192)
def schema_of_words(written: str) -> Schema:
    """Return the schema of a type cell, or of the type in a heading.

    Args:
        written: The text; an empty one allows everything.
    """
    written = written.strip()
    if not written:
        return ANYTHING
    # The words are kept: they are what a reader of the site sees, and what messages quote.
    return _read(written, MAX_DEPTH).replace(written=written)


def usual(written: str) -> str:
    """Translate a type from the spelling of other layouts to that of the page format.

    Only the outermost construct is translated; a type inside of it is translated by itself.
    """
    if len(written) > _MAX_FOREIGN or written.isalnum() or ENUM.fullmatch(written):
        return written
    if (bare := _without_nullable(written)) != written:
        return f"{bare} or null"
    if match := _HOLDS.fullmatch(written):
        inner = (match["square"] or match["angle"]).strip()
        if match["outer"].lower() not in _MAPS:
            return f"array of ({inner})" if " or " in inner or "|" in inner else f"array of {inner}"
        key, _, values = inner.partition(",")
        return f"map of {values.strip() or inner if key.strip().lower() == 'string' else inner}"
    if match := _FORMATTED.fullmatch(written):
        word, format_ = WORDS[match["word"].lower()], match["round"] or match["angle"]
        found = WORDS.get(format_.lower())
        return format_ if found and found.types == word.types else written
    parts = [part.strip() for part in written.split("|")]
    return " or ".join(parts) if all(parts) else written


def _without_nullable(written: str) -> str:
    """Return the type in `string, nullable`, `string nullable` and `string (nullable)`."""
    for suffix in ("(nullable)", "nullable"):
        if written.lower().endswith(suffix):
            bare = written[: -len(suffix)]
            if bare.rstrip() != bare or suffix[0] == "(" or bare.endswith(","):
                return bare.rstrip().removesuffix(",").rstrip() or written
    return written


def choices_of(written: str) -> list[str]:
    """Split `A or B`, or `either A or B`, into its types, but nothing in brackets."""
    written = usual(written)
    if match := _EITHER.match(written):
        written = written[match.end() :]
    if "(" not in written:
        return _OR.split(written)
    parts: list[str] = []
    start = level = 0
    for match in _BRACKET_OR_WORD.finditer(written):
        if match["or"] is None:
            level += 1 if match[0] == "(" else -1
        elif level == 0:
            parts.append(written[start : match.start()])
            start = match.end()
    return [*parts, written[start:]]


def _bare(written: str) -> str:
    """Return a type without the brackets around it."""
    opened = len(written) - len(written.lstrip("("))
    closed = len(written) - len(written.rstrip(")"))
    count = min(opened, closed)
    return written[count : len(written) - count].strip() if count else written


def _read(written: str, depth: int) -> Schema:
    if match := ENUM.fullmatch(written):
        values = [value.strip() for value in match["values"].split(",") if value.strip()]
        return enumeration(["" if v == EMPTY else v for v in values], types=("string",))
    if depth == 0:
        return ANYTHING
    written = usual(written)
    if len(parts := choices_of(written)) > 1:
        found = [_read(part, depth - 1) for part in parts]
        return _alternatives(found, exclusive=is_exclusive(written))
    if match := _OF.fullmatch(written):
        inner = _inner(match["inner"], depth)
        if match["outer"].lower() in ("array", "list"):
            return Schema(types=("array",), items=inner)
        return Schema(types=("object",), additional_properties=inner)
    if written.endswith("[]") and len(written) > 2:
        return Schema(types=("array",), items=_inner(written[:-2].rstrip(), depth))
    if (bare := _bare(written)) != written and bare:
        return _read(bare, depth - 1)
    # Any other word may be the name of a type that another page defines, or that no page does.
    # Whether it is a misspelt word is for docs CI to judge, which sees the words around it.
    known = _CAPITALIZED.get(written) or WORDS.get(written.lower())
    return known or Schema(ref=written)


def _inner(written: str, depth: int) -> Schema:
    """Parse the type of items or map values, and keep its words."""
    return _read(written, depth - 1).replace(written=written.strip())


def held_by(written: str) -> str:
    """Return the inner type of `array of TYPE`, `TYPE[]` or `map of TYPE`, as written; else ""."""
    written = usual(written.strip())
    if match := _OF.fullmatch(written):
        return match["inner"]
    return written[:-2].rstrip() if written.endswith("[]") else ""


def parts_of(written: str) -> tuple[str, ...]:
    """Return the types that a type is composed of, as written; empty for a single word."""
    if len(parts := choices_of(written)) > 1:
        return tuple(parts)
    inner = held_by(written) or _bare(usual(written))
    return () if inner in ("", written) else (inner,)


@cached(8192)
def word_of(written: str) -> str:
    """Return the one word for a type: of the page format, or the name of a type of the API.

    It is `enum` for a list of values, `array` and `object` for compositions, and `any` for a choice
    of types, null aside.
    """
    written = written.strip()
    if ENUM.fullmatch(written):
        return "enum"
    choices = [part for part in choices_of(written) if part.lower() != "null"] or ["null"]
    if len(choices) > 1:
        return "any"
    if match := _OF.fullmatch(choices[0]):
        return "array" if match["outer"].lower() in ("array", "list") else "object"
    if choices[0].endswith("[]") and len(choices[0]) > 2:
        return "array"
    if (bare := _bare(choices[0])) not in ("", choices[0]):
        return word_of(bare)
    lower = choices[0].lower()
    return _SYNONYMS.get(lower, lower) if lower in WORDS else choices[0]


def is_exclusive(written: str) -> bool:
    """Tell whether a type is one of several, of which a value fits one alone."""
    return _EITHER.match(written) is not None


def _alternatives(schemas: list[Schema], *, exclusive: bool) -> Schema:
    """Return the schema of values that fit one of these."""
    nullable = NULL in schemas
    others = [schema for schema in schemas if schema != NULL]
    if not others:
        return NULL
    if len(others) == 1:
        schema = others[0]
    elif exclusive:
        schema = Schema(any_of=tuple(others), exclusive=True)
    else:
        schema = Schema(any_of=tuple(others))
    return schema.or_null() if nullable else schema
