"""Types of properties in examples, without parsing them whole."""

from __future__ import annotations

import re
from collections.abc import Mapping

from callsheet.model import DataType
from callsheet.schema import Evaluator, Schema
from callsheet.schema.words.type_words import schema_of_words

_SHOWN = {'"': "", "t": True, "f": False, "[": [], "{": {}}
_EVALUATOR = Evaluator()
_PROPERTY = re.compile(r'"(?P<name>[^"\n]*+)"\s*+:\s*+(?=(?P<value>["tf\[{]|-?\d[\d.eE+-]*+))')


def shown_properties(body: str) -> Mapping[str, str]:
    """Return how the value of each property in a JSON body begins, the first of its name."""
    found: dict[str, str] = {}
    for match in _PROPERTY.finditer(body):
        found.setdefault(match["name"], match["value"])
    return found


def shows_otherwise(shown: Mapping[str, str], name: str, data_type: DataType) -> bool:
    """Tell whether one of the `shown_properties` has a value of another type."""
    text = shown.get(name)
    if text is None:
        return False
    value = _SHOWN.get(text, 0.5 if re.search("[.eE]", text) else 0)
    schema = schema_of_words(data_type.written)
    # Only the kind of the value is known.
    return not _EVALUATOR.fits(value, Schema(types=schema.types, ref=schema.ref))
