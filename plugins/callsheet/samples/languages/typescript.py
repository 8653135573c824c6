"""Writes a TypeScript module that calls `fetch`."""

from __future__ import annotations

from callsheet.samples.languages.javascript import FetchProgram
from callsheet.samples.request.answers import AnswerKind
from callsheet.samples.request.request import Request
from callsheet.samples.sample import Sample

_TYPES = {
    "bool": "boolean",
    "double": "number",
    "int32": "number",
    "int64": "number",
}


def typescript_sample(request: Request) -> Sample:
    """Write the module of a request, for Node.js with or without a compiler."""
    typed = "unknown"
    if request.answer.kind is AnswerKind.BASE64:
        typed = "string"
    elif request.answer.kind is AnswerKind.SCALAR and (response := request.operation.response):
        data_type = response.body_type or response.type
        typed = _TYPES.get(data_type.name if data_type else "", "string")
    program = FetchProgram(request, typed=typed)
    return request.sample(".mts", program.text, program.access)
