"""Messages by the content of their fences: a request or status line, curl, or bare JSON."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from textwrap import dedent
from urllib.parse import urlsplit

from callsheet import lazy_re as re
from callsheet.model import ExampleRequest, ExampleResponse, Header, Span
from callsheet.source import messages
from callsheet.source.carriers.routes.patterns import BARE_LINE
from callsheet.source.carriers.shell import shell_words
from callsheet.source.carriers.statuses import PHRASES
from callsheet.source.carriers.transcripts import is_transcript, split_transcript
from callsheet.source.document import Block

_BEFORE = r"[ \t]*(?:#[^\n]*|(?:export[ ])?[A-Z_][A-Z0-9_]*+=[^\n]*)?\n"
"""A comment, a variable or nothing, on a line before a command."""

_CURL = re.compile(rf"(?:{_BEFORE})*+[ \t]*(?:[$>%][ \t]+)?curl\b")
_PROMPT = re.compile(r"\A\s*+[$>%][ \t]+")
_COMMENTS = re.compile(rf"\A(?:{_BEFORE})++")
_STATUS_LINE = re.compile(
    r"(?:< )?(?:HTTP/[\d.]+|HTTP|Status:)[ \t]+(?P<status>[1-5]\d\d)(?P<rest>[^\n]*)"
)
_BARE_STATUS = re.compile(rf"(?P<status>[1-5]\d\d)(?P<rest> (?:{PHRASES}))[ \t]*(?=\n|\Z)")
_STATED_REQUEST = re.compile(r"\s*(?://|#)[ \t]*(?P<line>[A-Z]{3,7} /\S*)[ \t]*\n(?=\s*[{\[])")
"""A comment above JSON that says what it is sent to, or what returns it."""

_STATED_STATUS = re.compile(
    r"\s*+(?://|#)[ \t]*+(?:HTTP )?(?P<status>[1-5]\d\d)\b[^\n]*+\n(?=\s*[{\[])"
)
"""A comment above JSON that says with which status it is returned."""

_REMARK = re.compile(
    r"\s*+//[^\n]{0,60}?\b(?:request|response|body|payload|result|output)s?\b[^\n]*+\n(?=\s*+[{\[])",
    re.IGNORECASE,
)
"""A comment above JSON that says which message it is of."""

_VARIABLE = re.compile(
    r"^(?:(?=[A-Z_-]{0,30}(?:ROOT|URL|HOST|SERVER|BASE|ADDR|DOMAIN|ENDPOINT))[A-Z][A-Z0-9_-]*+"
    r"|\$\{?\w+\}?|\{\{[^{}]*\}\}|<[^<>/]*>|\[[^\[\]/]*\]|\{[^{}/]*\})(?=/)"
)
_OUTPUT = re.compile(r"\n(?=[ \t]*(?:[{\[]|HTTP/[\d.]+[ ]|< HTTP/))")
_GAP = re.compile(
    r"\A(\s*+[^\n]*+\n)(?:[ \t]*+\n)++"
    r"(?=(?:Content-|Accept|Authorization|Host|Prefer|If-)[\w-]*+:)",
    re.IGNORECASE,
)
"""A request line with blank lines before its header fields."""

_NO_GAP = re.compile(r"\A((?:[^\n]+\n)(?:[\w-]+:[^\n]*\n)*)(?=[ \t]*[{\[])")
"""A head directly above its body."""

_ADDRESS = re.compile(r"\s*+https?://[^\s/]++(?P<target>/[^\s{}<>]++)\s*+")
_SHAPE = re.compile(r'"(?:[^"\\\n]|\\.)*+"?|(?<=["\w>\]}][ ])(?P<shape>\|[ ]["\w<{\[])')
_SCALAR = re.compile(r'\s*+(?:true|false|null|-?\d[\d.]{0,30}|"[^"\n]{0,200}")\s*+')
_BOUNDARY = "boundary"
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
_FORM = ("-F", "--form", "--form-string")
_TAKES = frozenset(
    {"-o", "--output", "-b", "--cookie", "--cacert", "--cert",
     "--key", "-A", "--user-agent", "-e", "--referer", "-w", "--write-out", "-T", "--upload-file"}
)  # fmt: skip
_ELISION = re.compile(
    r'(?P<text>"(?:[^"\\\n]|\\.)*+"?)'
    r"|(?P<gone>//[^\n]*|/\*(?:[^*]|\*(?!/))*+(?:\*/)?|,?(?<![ \t])[ \t]*+\.{3,}|\u2026)"
)
_STRING = re.compile(r'"(?:[^"\\\n]|\\.)*+"?')
_STAND_IN = re.compile(r"\s*+\{[A-Za-z][A-Za-z -]{0,80}\}\s*+")
"""Words in braces in place of a body: `{Raw bytes of the file}`."""

_LOOSE = ("jsonc", "json5", "js", "javascript", "jsx")
"""Labels of fences with JSON that only looks like it."""

_PROGRAMS = frozenset(
    {"php", "python", "py", "ruby", "rb", "go", "java", "kotlin", "csharp", "cs", "c#", "swift",
     "rust", "perl", "elixir"}
)  # fmt: skip
"""Labels of fences with code that may begin like JSON."""

_TRAILING = re.compile(r'(?P<text>"(?:[^"\\\n]|\\.)*+"?)|(?P<comma>,)(?=\s*+[}\]])')


def without_elisions(body: str) -> tuple[str, bool]:
    """Blank out comments and `...` in JSON, so that everything else keeps its place."""
    if _STAND_IN.fullmatch(body):
        return "", True
    if "..." not in body and "//" not in body and "/*" not in body and "\u2026" not in body:
        return body, False
    bare = _STRING.sub("", body)
    if not any(sign in bare for sign in ("...", "//", "/*", "\u2026")):
        # Most of these are in texts, such as addresses.
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
    return _without_commas(text), True


def _without_commas(text: str) -> str:
    """Blank out commas after the last member."""
    return _TRAILING.sub(lambda m: m[0] if m["text"] else " ", text)


_FILLED_IN = re.compile(r"\s*+\{\{[^{}]*+\}\}\s*+")
"""Placeholder that another tool fills in: `{{response_of_berths}}`."""


@dataclass(frozen=True, slots=True)
class Payload:
    """The body of a request, by itself."""

    body: str
    span: Span
    abridged: bool = False


def address_of(text: str) -> str:
    """Return what a fence with nothing but an address asks for, without its host; else nothing."""
    match = _ADDRESS.fullmatch(text)
    return match["target"] if match else ""


def read_messages(
    block: Block, status: int, *, is_request: bool
) -> Iterator[ExampleRequest | ExampleResponse | Payload]:
    """Yield the messages in a fence; none for other text.

    Args:
        block: The fence.
        status: The status of a body without a status line.
        is_request: Whether a body by itself is that of a request.
    """
    if block.text[:1] in (" ", "\t"):
        block = replace(block, text=dedent(block.text))
    text = block.text
    if is_transcript(text):
        yield from _of_transcript(block, status)
        return
    if returned := _STATED_STATUS.match(text):
        rest = _rest(block, text[returned.end() :])
        yield from read_messages(rest, int(returned["status"]), is_request=False)
        return
    if stated := _STATED_REQUEST.match(text):
        yield from _of_stated(stated, block, status)
        return
    if remark := _REMARK.match(text):
        yield from read_messages(_rest(block, text[remark.end() :]), status, is_request=is_request)
        return
    if _CURL.match(text):
        command, output = _command_and_output(text)
        if (request := read_curl(command, block.span)) is not None:
            yield request
            if output.strip():
                yield from read_messages(_rest(block, output), status, is_request=False)
        return
    first = text.lstrip().partition("\n")[0].strip()
    if (bare := BARE_LINE.fullmatch(first)) and text.strip() != first:
        # `POST berths/_search`, as some consoles write it.
        text = text.replace(bare["target"], f"/{bare['target']}", 1)
        block, first = replace(block, text=text), f"{bare['methods']} /{bare['target']}"
    found: ExampleRequest | ExampleResponse | messages.Malformed | None = None
    if messages.REQUEST_LINE.fullmatch(first):
        request_text, output = _split_at_response(_GAP.sub(r"\1", text, count=1))
        found = messages.read_request(replace(block, text=_NO_GAP.sub(r"\1\n", request_text)))
        if isinstance(found, ExampleRequest):
            body, abridged = without_elisions(found.body)
            yield replace(found, body=body, abridged=abridged, text=request_text)
            if output:
                yield from read_messages(_rest(block, output), status, is_request=False)
            return
    elif match := _STATUS_LINE.match(text.lstrip()) or _BARE_STATUS.match(text.lstrip()):
        line = f"HTTP/1.1 {match['status']}{match['rest']}"
        plain = text.lstrip().replace("\n< ", "\n")
        whole = _NO_GAP.sub(r"\1\n", line + plain[match.end() :])
        found = messages.read_response(replace(block, text=whole))
        if isinstance(found, ExampleResponse):
            body, abridged = without_elisions(found.body)
            yield replace(found, body=body, abridged=abridged)
            return
    if _shows_shape(text) or _FILLED_IN.fullmatch(text):
        return
    if messages.label_of(block) in _PROGRAMS and not _is_json(text):
        return
    if found is None and (text.lstrip().startswith(("{", "[")) or _is_scalar(block)):
        body, abridged = without_elisions(text.removesuffix("\n"))
        if messages.label_of(block) in _LOOSE:
            body, abridged = _without_commas(body), True
        if is_request:
            yield Payload(body, block.span, abridged)
        else:
            yield ExampleResponse((), body, text, block.span, status, "", "", abridged)


def _of_transcript(
    block: Block, status: int
) -> Iterator[ExampleRequest | ExampleResponse | Payload]:
    sent, received, line = split_transcript(block.text)
    yield from read_messages(replace(block, text=sent), status, is_request=True)
    if received:
        span = Span(block.span.start + line, block.span.end)
        yield from read_messages(replace(block, text=received, span=span), status, is_request=False)


def _of_stated(
    stated: re.Match[str], block: Block, status: int
) -> Iterator[ExampleRequest | ExampleResponse | Payload]:
    """Yield the messages of JSON below a comment such as `// GET /berths`."""
    body = block.text[stated.end() :]
    is_sent = stated["line"].startswith(("POST", "PUT", "PATCH"))
    head = "\nContent-Type: application/json\n\n" if is_sent else "\n"
    request = replace(block, text=f"{stated['line']}{head}{body if is_sent else ''}")
    yield from read_messages(request, status, is_request=True)
    if not is_sent:
        yield from read_messages(_rest(block, body), status, is_request=False)


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _shows_shape(text: str) -> bool:
    """Tell whether JSON says what may be in a body, and shows none: `{"kind": "a" | "b"}`."""
    return " | " in text and any(match["shape"] for match in _SHAPE.finditer(text))


def _is_scalar(block: Block) -> bool:
    """Tell whether a fence `json` has a value by itself: `true`."""
    return messages.label_of(block) == "json" and bool(_SCALAR.fullmatch(block.text))


def _rest(block: Block, output: str) -> Block:
    """Return what follows a request in its fence, as a fence."""
    line = block.span.start + block.text.count("\n", 0, block.text.rindex(output))
    return replace(block, text=output, span=Span(line, block.span.end))


def _split_at_response(text: str) -> tuple[str, str]:
    at = text.find("\nHTTP/")
    return (text, "") if at < 0 else (text[: at + 1], text[at + 1 :])


def _command_and_output(text: str) -> tuple[str, str]:
    """Split a transcript into a command and what it prints.

    A line ends the command where no backslash continues it and no quotation mark is open.
    """
    text = _COMMENTS.sub("", text, count=1)
    if len(text) > _MAX_CURL:
        return text[:0], ""
    for match in _OUTPUT.finditer(text):
        before = text[: match.start()]
        if before.rstrip(" \t").endswith("\\"):
            continue
        try:
            shell_words(before.replace("\\\n", " "))
        except ValueError:
            continue
        return before, text[match.end() :]
    return text, ""


@dataclass(slots=True)
class _Options:
    """Options of a command."""

    method: str = ""
    address: str = ""
    headers: list[tuple[str, str]] = field(default_factory=list)
    data: list[str] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    in_query: bool = False

    def read(self, words: list[str]) -> None:
        rest = iter(words)
        for word in rest:
            option, joined, value = word, False, ""
            if word.startswith("--"):
                option, equals, value = word.partition("=")
                joined = bool(equals)
            elif word[:2] in ("-X", "-H", "-d", "-F", "-u") and len(word) > 2:
                option, joined, value = word[:2], True, word[2:]
            if word in ("|", "&&", ";", ">"):
                return
            if option in _TAKES or option in _VALUES:
                self._take(option, value if joined else next(rest, ""))
            elif option in ("-G", "--get"):
                self.in_query = True
            elif option in ("-I", "--head"):
                self.method = "HEAD"
            elif not word.startswith("-") and not self.address:
                self.address = word

    def _take(self, option: str, value: str) -> None:
        if option in ("-X", "--request"):
            self.method = value.upper()
        elif option in ("-H", "--header"):
            name, _, content = value.partition(":")
            self.headers.append((name.strip(), content.strip()))
        elif option in _DATA:
            self.data.append(value)
        elif option in _FORM:
            self.fields.append(value)
        elif option in ("-u", "--user"):
            encoded = b64encode(value.encode()).decode()
            self.headers.append(("Authorization", f"Basic {encoded}"))
        elif option == "--url":
            self.address = value


_VALUES = frozenset({"-u", "--user", "-X", "--request", "-H", "--header", "--url", *_DATA, *_FORM})


def read_curl(text: str, span: Span) -> ExampleRequest | None:
    """Return the request that a curl command sends; None for one that no shell accepts."""
    options = _Options()
    try:
        words = shell_words(_PROMPT.sub("", text, count=1).replace("\\\n", " "))
        options.read(words[1:])
        parts = urlsplit(_VARIABLE.sub("", options.address))
    except ValueError:
        return None
    query, body = parts.query, "&".join(options.data)
    if options.in_query:
        query, body = "&".join(filter(None, (query, body))), ""
    path = f"/{parts.path.lstrip('/')}"
    named = {name.lower() for name, _ in options.headers}
    if options.fields:
        body = _multipart(options.fields)
        options.headers.append(("Content-Type", f"multipart/form-data; boundary={_BOUNDARY}"))
    elif body and "content-type" not in named and not body.lstrip().startswith(("{", "[", "@")):
        options.headers.append(("Content-Type", "application/x-www-form-urlencoded"))
    sent, abridged = without_elisions(body)
    return ExampleRequest(
        tuple(Header(name, value, span) for name, value in options.headers),
        sent,
        text,
        span,
        options.method or ("POST" if body else "GET"),
        f"{path}?{query}" if query else path,
        abridged=abridged,
    )


def _multipart(fields: list[str]) -> str:
    """Return the body of a form (RFC 7578); the content of a file is its name."""
    parts = []
    for each in fields:
        name, _, value = each.partition("=")
        named = f'Content-Disposition: form-data; name="{name}"'
        if value.startswith(("@", "<")):
            value = value[1:].partition(";")[0]
            named = f'{named}; filename="{value.rpartition("/")[2]}"'
        parts.append(f"--{_BOUNDARY}\n{named}\n\n{value}\n")
    return "".join((*parts, f"--{_BOUNDARY}--"))
