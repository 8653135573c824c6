"""The types that pages write, as the model has them."""

from __future__ import annotations

from callsheet.memo import cached
from callsheet.model import DataType
from callsheet.schema.schema import Schema
from callsheet.schema.type_words import schema_of_words, word_of


@cached(4096)
def read_type(written: str) -> DataType | None:
    """Read the text of a type cell or of a `Response: TYPE` heading; None where it is empty."""
    written = written.strip()
    if not written:
        return None
    name = word_of(written)
    return DataType(name, written, _texts(schema_of_words(written)) if name == "enum" else ())


def _texts(schema: Schema) -> tuple[str, ...]:
    return tuple(str(value) for value in schema.values)
