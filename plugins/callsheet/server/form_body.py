"""Forms as values, and the file that a form carries."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

from python_multipart import create_form_parser
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import Field, File

from callsheet.model import DataType
from callsheet.server.body_errors import BodyTooLargeError, MalformedBodyError
from callsheet.server.json_body import ESCAPES
from callsheet.server.limits import Limits
from callsheet.values import convert

# What is wrong with a form is told to whoever sent it; in the log, anybody could write at will.
logging.getLogger("python_multipart").setLevel(logging.CRITICAL)


def decode_form(
    body: bytes, types: Mapping[str, DataType | None], limits: Limits
) -> dict[str, Any]:
    """Return the fields of a form of type `application/x-www-form-urlencoded`.

    Args:
        body: The form.
        types: The documented type of each field.
        limits: How many fields there may be.

    Raises:
        BodyTooLargeError: It has too many fields.
    """
    if 1 + body.count(b"&") + body.count(b"%") // ESCAPES > limits.body_values:
        raise BodyTooLargeError(f"it has more than {limits.body_values:,} values")
    pairs = parse_qsl(body.decode("utf-8", errors="replace"), keep_blank_values=True)
    return {name: convert(text, types.get(name)) for name, text in pairs}


def decode_multipart(body: bytes, content_type: str, limits: Limits) -> bytes:
    """Return the first file of a multipart form (RFC 7578).

    Raises:
        MalformedBodyError: It is no multipart form, or one without a file.
        BodyTooLargeError: It has too many parts.
    """
    number = 0
    files: list[bytes] = []

    def keep(part: Field | File) -> None:
        nonlocal number
        number += 1
        if number > limits.body_parts:
            raise BodyTooLargeError(f"it has more than {limits.body_parts:,} parts")
        if isinstance(part, File):
            if not files:
                part.file_object.seek(0)
                files.append(part.file_object.read())
            part.close()

    # In memory, where the body is, too: no disk is needed to read it.
    config = {"MAX_MEMORY_FILE_SIZE": len(body)}
    try:
        parser = create_form_parser({"Content-Type": content_type.encode()}, keep, keep, config)
        parser.write(body)
        parser.finalize()
    except FormParserError as error:
        raise MalformedBodyError(f"it is no multipart form: {error}") from error
    if not files:
        raise MalformedBodyError("the multipart form has no part with a file name")
    return files[0]
