"""Transcripts of a client that prints all that it sends and receives, as `curl -v` does."""

from callsheet import lazy_re as re

_SENT = re.compile(r"[ \t]*+> (?P<line>[A-Z]{3,7} /\S*)")
_TRANSCRIPT = re.compile(rf"^{_SENT.pattern}", re.MULTILINE)
"""A line that a verbose client has sent: `> GET /berths HTTP/1.1`."""

_PROGRESS = re.compile(r"[{}] \[\d+ bytes data\]")


def is_transcript(text: str) -> bool:
    """Tell whether a line says what was sent: `> GET /berths`."""
    return "> " in text and _TRANSCRIPT.search(text) is not None


def split_transcript(text: str) -> tuple[str, str, int]:
    """Split `> GET /berths` and `< HTTP/1.1 200 OK` into a request and its response.

    Lines that begin with `*` are about the connection; others are the body of the last message.

    Returns:
        The request, the response, and the line of the text on which the response begins.
    """
    sent: list[str] = []
    received: list[str] = []
    first = 0
    for number, line in enumerate(text.split("\n"), 1):
        plain = line.strip()
        if _SENT.match(line) or (sent and not received and plain[:1] == ">"):
            sent.append(plain[1:].strip().replace(" HTTP/2", " HTTP/1.1"))
        elif plain[:1] == "<" and plain[1:2] in (" ", ""):
            first = first or number
            received.append(plain[1:].strip())
        elif plain[:2] != "* " and not _PROGRESS.fullmatch(plain):
            (received if received else sent).append(line)
    messages = ("\n".join(lines).strip("\n") for lines in (sent, received))
    request, response = (f"{message}\n" if message else "" for message in messages)
    return request, response, first
