"""Names of types in cells and headings, right and wrong ones."""

from __future__ import annotations

import re

from callsheet.checks.parsing.spelling import likely_meant
from callsheet.memo import cached_by
from callsheet.schema.words.type_words import ENUM, WORDS, parts_of

CAPITALISED = frozenset({"String", "Integer", "Boolean", "Array", "Number", "Object"})
"""The vocabulary of request bodies."""

LOWER_CASE = frozenset(
    {"string", "int32", "int64", "bool", "array", "double", "object", "date-time", "byte", "binary"}
)
"""The vocabulary of parameters and response bodies."""

ALSO_READ = frozenset({"boolean", "integer", "number"})
"""Words of JSON Schema that the reader understands, too."""

WRITTEN = CAPITALISED | LOWER_CASE | ALSO_READ

COUNTERPARTS = {
    "String": "string",
    "Integer": "int32",
    "Boolean": "bool",
    "Array": "array",
    "Number": "double",
    "Object": "object",
}
"""Words of the capitalised vocabulary in the other one."""

_FOREIGN = {
    "int32": "int int16 integer32 i32 uint uint32 int4 short smallint tinyint",
    "int64": "long bigint integer64 i64 uint64 int8 longint",
    "double": "decimal real single numeric float32 float64 money currency",
    "bool": "logical yesno",
    "string": "str varchar nvarchar char",
    "uuid": "guid",
    "date-time": "datetime timestamp datetimeoffset date_time iso8601",
    "array": "vector",
    "object": "dict dictionary hashmap json",
    "byte": "bytes byte[] base64 bytearray",
}
_FOREIGN_IN_LOWER_CASE = {
    "string": "text xml html password char",
    "uri": "url",
    "array": "list collection set",
    "object": "struct dynamic",
    "binary": "file blob stream",
}
"""Words that may name a type of the API where they are capitalised."""

_BY_WORD = {word: type_ for type_, words in _FOREIGN.items() for word in words.split()}
_BY_LOWER_WORD = {
    word: type_ for type_, words in _FOREIGN_IN_LOWER_CASE.items() for word in words.split()
}
NAME = re.compile(r"[A-Za-z_]\w*(?:[.]\w+)*")
"""What may be the name of a type of the API."""


@cached_by(4096, lambda written, *, capitalised: len(written))
def fault_of(written: str, *, capitalised: bool) -> tuple[str, str | None] | None:
    """Return what is wrong with a word that is written as a type and is in neither vocabulary.

    Args:
        written: The word; not an enumeration.
        capitalised: Whether the types around it are of the capitalised vocabulary.

    Returns:
        What is wrong, and the right word if it is known; None for a type of either vocabulary,
        whatever its case, and for a name that can be a type of the API.
    """
    if ENUM.fullmatch(written):
        return None
    lower = written.lower()
    meant = None if lower in WORDS else _BY_WORD.get(lower) or _BY_LOWER_WORD.get(written)
    if meant is not None:
        return "is no type", in_vocabulary(meant, capitalised=capitalised)
    if parts := parts_of(written):
        faults = ((part, fault_of(part, capitalised=capitalised)) for part in parts)
        part, fault = next(((part, fault) for part, fault in faults if fault), ("", None))
        if fault is None or fault[1] is None:
            return fault
        return fault[0], re.sub(rf"(?<!\w){re.escape(part)}(?!\w)", fault[1], written)
    if lower in WORDS:
        return None
    near = likely_meant(written, (*LOWER_CASE, *ALSO_READ))
    # A short capitalised name, such as `Pool` or `Book`, may be a type of its own.
    if near and (len(near) > 4 or written[0].islower()):
        meant = COUNTERPARTS.get(near.capitalize(), near)
        return "is no type", in_vocabulary(meant, capitalised=capitalised)
    if not NAME.fullmatch(written):
        return "is no type and can be no type's name", None
    if written[0].islower():
        return "is no type", None
    return None


def in_vocabulary(word: str, *, capitalised: bool) -> str:
    """Translate a type to one of the two vocabularies, if it has a counterpart there."""
    if capitalised:
        return next((c for c, lower in COUNTERPARTS.items() if lower == word), word)
    return COUNTERPARTS.get(word, word)


def is_capitalised(words: list[str]) -> bool:
    """Tell whether most of these types are of the capitalised vocabulary."""
    lower = COUNTERPARTS.values()
    return sum(w in CAPITALISED for w in words) > sum(w in lower for w in words)
