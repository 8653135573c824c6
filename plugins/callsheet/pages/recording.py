"""Recorded exchanges with a live server, of which pages get examples."""

from dataclasses import dataclass
from pathlib import Path

from callsheet.errors import ConfigurationError
from callsheet.untrusted import DocumentLimits, UnusableError, load_json, read_within

MAX_EXCHANGES = 1000
"""How many exchanges a recording has."""

_LIMITS = DocumentLimits(characters=256 * 1024 * 1024)


@dataclass(frozen=True, slots=True)
class RecordedExchange:
    """An exchange without secrets; a body is empty where it is not JSON, or too large.

    Attributes:
        method: The method.
        path: The path, still percent-encoded.
        query: The query.
        content_type: The media type of the request's body.
        body: The request's body.
        is_authorized: Whether the request had credentials.
        status: The status of the response.
        response_type: The media type of the response.
        response_body: The body of the response.
    """

    method: str
    path: str
    query: str
    content_type: str
    body: str
    is_authorized: bool
    status: int
    response_type: str
    response_body: str


def read_recording(file: Path) -> list[RecordedExchange]:
    """Read the exchanges of a file.

    Raises:
        ConfigurationError: It is not a recording.
    """
    try:
        lines = read_within(file, _LIMITS).splitlines()[:MAX_EXCHANGES]
        return [RecordedExchange(**load_json(line, DocumentLimits())) for line in lines]
    except OSError as error:
        raise ConfigurationError(f"`{file}` cannot be read: {error.strerror}.") from error
    except (TypeError, UnusableError) as error:
        raise ConfigurationError(f"`{file}` is not a file of `callsheet record`.") from error
