"""Scripts with what pages show on request: the data of consoles, and programs in more languages.

They are scripts, because a page opened from a disk may load scripts but no JSON, and because a
strict Content-Security-Policy allows them. Their values are JSON, an expression of ECMAScript that
calls and reads nothing, so that no text of a page can become code.

The operations of a group repeat most of it. So a script is a table of different values, and for
each operation a tree with the places of its values in the table.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import count
from typing import Any, TypeAlias

from callsheet.cache.encoded import encode
from callsheet.memo import cached

OperationRecord: TypeAlias = "str | Sequence[OperationRecord] | Mapping[str, OperationRecord]"
"""What a script has of an operation: a tree whose leaves are expressions for JSON values."""


def operation_script(records: Mapping[str, OperationRecord]) -> str:
    """Return the script that passes the records of operations, by uid, to the page."""
    table: defaultdict[str, int] = defaultdict(count().__next__)

    def placed(record: OperationRecord) -> Any:
        if isinstance(record, str):
            return table[record]
        if isinstance(record, Mapping):
            return {name: placed(each) for name, each in record.items()}
        return [table[each] if isinstance(each, str) else placed(each) for each in record]

    trees = literal({uid: placed(record) for uid, record in records.items()})
    return f"callsheetOperations([{','.join(table)}],{trees});\n"


def program_record(label: str, language: str, filename: str, html: str) -> OperationRecord:
    """Return the record of a program, of which each line is a value."""
    # As `str`: `Markup` would make each line `Markup`, too.
    return [*map(_line, (label, language, filename, *str.split(html, "\n")))]


def literal(value: Any) -> str:
    """Return an expression for a JSON value that is also safe in a `script` element."""
    text = encode(value)
    text = text.replace("</", "<\\/").replace("<!--", "\\u003c!--")
    # The one name that means something else in an expression than in JSON (ECMA-262, B.3.1).
    text = text.replace('"__proto__":', '["__proto__"]:')
    if not text.isprintable():
        text = "".join(c if c.isprintable() else _escape(c) for c in text)
    return text


# Programs repeat the same lines.
_line = cached(4096)(literal)


def _escape(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[n : n + 4]}" for n in range(0, len(units), 4))
