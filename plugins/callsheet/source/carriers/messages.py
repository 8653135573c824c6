"""Messages by the content of their fences: a request or status line, curl, or bare JSON."""

from __future__ import annotations

import re
import shlex
from urllib.parse import urlsplit

from callsheet.model import ExampleRequest, ExampleResponse, Header, Span
from callsheet.source import messages
from callsheet.source.document import Block

_CURL = re.compile(r"[ \t]*(?:\$[ \t]+)?curl\b")
_PROMPT = re.compile(r"\A\s*+\$[ \t]+")
_MAX_CURL = 20_000
"""Characters of a command; a longer one remains text."""

_DATA = (
    "-d",
    "--data",
    "--data-raw",
    "--data-binary",
    "--data-ascii",
    "--json",
    "--data-urlencode",
)
_TAKES = frozenset(
    {"-u", "--user", "-o", "--output", "-F", "--form", "-b", "--cookie", "--cacert", "--cert",
     "--key", "-A", "--user-agent", "-e", "--referer", "-w", "--write-out", "-T", "--upload-file"}
)  # fmt: skip
_ELISION = re.compile(
    r'(?P<text>"(?:[^"\\\n]|\\.)*+"?)'
    r"|(?P<gone>//[^\n]*|/\*(?:[^*]|\*(?!/))*+(?:\*/)?|,?(?<![ \t])[ \t]*+\.{3,}|\u2026)"
)
_TRAILING = re.compile(r'(?P<text>"(?:[^"\\\n]|\\.)*+"?)|(?P<comma>,)(?=\s*+[}\]])')


def without_elisions(body: str) -> tuple[str, bool]:
    """Blank out comments and `...` in JSON, so that everything else keeps its place."""
    if "..." not in body and "//" not in body and "/*" not in body and "\u2026" not in body:
        return body, False
    found = False

    def blank(match: re.Match[str]) -> str:
        nonlocal found
        if match["text"] is not None:
            return match[0]
        found = True
        return "".join("\n" if sign == "\n" else " " for sign in match[0])

    text = _ELISION.sub(blank, body)
    if not found:
        return body, False
    return _TRAILING.sub(lambda m: m[0] if m["text"] else " ", text), True


def read_message(
    block: Block, status: int, *, is_request: bool
) -> ExampleRequest | ExampleResponse | str | None:
    """Return the message in a fence; the text of a request body by itself; None for other text.

    Args:
        block: The fence.
        status: The status of a body without a status line.
        is_request: Whether a body by itself is that of a request.
    """
    text = block.text.lstrip()
    if _CURL.match(text):
        return read_curl(block)
    first = text.partition("\n")[0].strip()
    found: ExampleRequest | ExampleResponse | messages.Malformed | None = None
    if messages.REQUEST_LINE.fullmatch(first):
        found = messages.read_request(block)
    elif first.startswith("HTTP/"):
        found = messages.read_response(block)
    if isinstance(found, ExampleRequest | ExampleResponse):
        return found
    if found is None and text.startswith(("{", "[")):
        body, abridged = without_elisions(block.text.removesuffix("\n"))
        if is_request:
            return body
        return ExampleResponse((), body, block.text, block.span, status, "", "", abridged)
    return None


def read_curl(block: Block) -> ExampleRequest | None:
    """Return the request that a curl command sends; None for one that no shell accepts."""
    if len(block.text) > _MAX_CURL:
        return None
    try:
        words = shlex.split(_PROMPT.sub("", block.text, count=1).replace("\\\n", " "))
    except ValueError:
        return None
    method = address = ""
    headers: list[Header] = []
    data: list[str] = []
    span = Span(block.span.start, block.span.end)
    rest = iter(words[1:])
    for word in rest:
        option, joined, value = word.partition("=") if word.startswith("--") else (word, "", "")
        if option in ("-X", "--request"):
            method = value if joined else next(rest, "")
        elif option in ("-H", "--header"):
            name, _, content = (value if joined else next(rest, "")).partition(":")
            headers.append(Header(name.strip(), content.strip(), span))
        elif option in _DATA:
            data.append(value if joined else next(rest, ""))
        elif option == "--url":
            address = value if joined else next(rest, "")
        elif option in ("-G", "--get"):
            method = method or "GET"
        elif option in ("-I", "--head"):
            method = "HEAD"
        elif option in _TAKES:
            if not joined:
                next(rest, "")
        elif word[:2] == "-X" and len(word) > 2:
            method = word[2:]
        elif word in ("|", "&&", ";", ">"):
            break
        elif not word.startswith("-") and not address:
            address = word
    try:
        parts = urlsplit(re.sub(r"^\$\{?\w+\}?", "", address))
    except ValueError:
        return None
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    sends = bool(data) or any(word in ("-F", "--form") for word in words)
    body = "&".join(data)
    return ExampleRequest(
        tuple(headers),
        body,
        block.text,
        block.span,
        method or ("POST" if sends else "GET"),
        target if target.startswith("/") else f"/{target}",
    )
