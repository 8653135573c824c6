"""What the examples of a page show of one property, without reading them whole."""

from __future__ import annotations

import re

from callsheet.model import DataType
from callsheet.schema import Evaluator, Schema
from callsheet.schema.type_words import schema_of_words

_SHOWN = {'"': "", "t": True, "f": False, "[": [], "{": {}}
_VALUE = r'"\s*:\s*(?P<first>["tf\[{]|-?(?P<number>\d[\d.eE+-]*))'
_EVALUATOR = Evaluator()


def shows_otherwise(body: str, name: str, data_type: DataType) -> bool:
    """Whether a JSON body has a property of that name whose value is of another type."""
    match = re.search(f'"{re.escape(name)}{_VALUE}', body)
    if match is None:
        return False
    number = match["number"]
    value = (0.5 if re.search("[.eE]", number) else 0) if number else _SHOWN[match["first"]]
    schema = schema_of_words(data_type.written)
    # Of the value only its kind is known.
    return not _EVALUATOR.fits(value, Schema(types=schema.types, ref=schema.ref))
