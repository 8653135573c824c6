"""Links that a slip makes plain text, and addresses that no reader can reach."""

from collections.abc import Iterator

from callsheet import lazy_re as re
from callsheet.checks.model.page import CheckedPage, OperationPage, Place, find_in_text
from callsheet.checks.model.tables import replacing
from callsheet.checks.parsing.words import likely_meant
from callsheet.checks.rule import Diagnostic, Example, page_rule

_SPACED = re.compile(
    r"(?<![\]\\])\[[^\[\]\n]{1,200}\](?P<space>[ \t]++)"
    r"\((?:(?:https?://|mailto:|xref:|\.{1,2}/)[^\s()]++|[\w./-]++(?<=\.md)(?:#[^\s()]*+)?)\)"
)


@Example("what is known of a parcel", "what is [known] (../index.md) of a parcel")
@page_rule(
    code="CS547",
    name="spaced-link",
    summary="A space is between the text of a link and its address.",
    cause="`[text] (address)` is not a link, and readers see it as it is written.",
    hint="Take the space out.",
    prose_signs=("] (", "]\t(", "]  "),
)
def _spaced_links(page: CheckedPage) -> Iterator[Diagnostic]:
    for place, match in find_in_text(page, _SPACED, ("] ", "]\t")):
        start, end = match.span("space")
        space = Place(page.path, place.line, start + 1, place.line, end + 1)
        message = f"`{match.group()}` is not a link; a space is between its brackets."
        yield Diagnostic(place, message, fix=replacing(space, ""))


_UNCLOSED = re.compile(
    r"(?<!\\)\[[^\[\]\n]{1,200}\]\((?P<address>(?:https?://|xref:|\.{0,2}/|[\w-]++\.md\b)"
    r"[^\s()\[\]]*+)(?P<rest>[^()\n]*+)$"
)


@Example("what is known of a parcel", "what is [known](../index.md of a parcel")
@page_rule(
    code="CS554",
    name="unclosed-link",
    summary="The address of a link has no parenthesis at its end.",
    cause="`[text](address` is not a link, and readers see it as it is written.",
    hint="Close the parenthesis.",
    prose_signs=("](",),
)
def _unclosed_links(page: CheckedPage) -> Iterator[Diagnostic]:
    for place, match in find_in_text(page, _UNCLOSED, ("](",)):
        below = page.document.lines[place.line : place.line + 1]
        # The title of a link may stand in the next line.
        if not match["rest"].strip() and below and ")" in below[0]:
            continue
        address = page.matched(place.line, match, "address")
        yield Diagnostic(address, f"The parenthesis before `{match['address']}` is never closed.")


_ADDRESS = re.compile(r"(?<=\]\()[ \t]*<?(?P<address>[^\s()<>\\]{3,500})")
_OF_A_MACHINE = re.compile(r"file:|[a-z]:/", re.IGNORECASE)
_LOCAL = re.compile(r"https?://(?:localhost|127\.0\.0\.1|0\.0\.0\.0)(?=[:/?#]|$)", re.IGNORECASE)
_SCHEME = re.compile(r"(?P<scheme>[a-z]{3,7})(?P<mark>[:;]/{0,3}|//)", re.IGNORECASE)
_WEB = ("http", "https")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}")
_MAILBOX = re.compile(r"[^\s@/]+@[^\s@.]+(?:\.[^\s@.]+)*")
_PLACEHOLDER = re.compile(r"[{}<>$%\[\]]")
_WWW = re.compile(r"www\.[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?=[:/?#]|$)", re.IGNORECASE)
_TELEPHONE = re.compile(r"tel:[^+\d(%{*#]", re.IGNORECASE)
_SERVER = re.compile(
    r"https?://(?P<host>[^/?#\s:@]*+)(?::(?P<port>\d{1,9}))?(?=[/?#]|$)", re.IGNORECASE
)
_LAST_PORT = 65535


@Example("what is known of a parcel", "what is [known](file:///C:/index.md) of a parcel")
@Example("what is known of a parcel", "what is [known](http://localhost/) of a parcel")
@Example("what is known of a parcel", "what is [known](htps://example.com/) of a parcel")
@Example("what is known of a parcel", "what is [known](http:/example.com/) of a parcel")
@Example("what is known of a parcel", "what is [known](depot@example.com) of a parcel")
@Example("what is known of a parcel", "what is [known](mailto:depot.example.com) of it")
@Example("what is known of a parcel", "what is [known](www.example.com/parcels) of it")
@Example("what is known of a parcel", "what is [known](https://example..com/) of it")
@Example("what is known", "see [https://a.example/](https://b.example/) of what is known")
@page_rule(
    code="CS548",
    name="odd-address",
    summary="A link leads elsewhere than its text says, or to its author's machine, or its address "
    "is malformed.",
    cause=(
        "`file:`, the letter of a drive and `localhost` on the page of an operation lead to what "
        "its author has, and no reader. An address as text that leads to another host misleads "
        "them. A browser takes `htps://example.com` for the address of an "
        "application, and `http//example.com` or `www.example.com` for a page of this site. "
        "`mailto:` wants an address of mail."
    ),
    hint="Link to the page or the site that is meant.",
    prose_signs=("](",),
)
def _odd_addresses(page: CheckedPage) -> Iterator[Diagnostic]:
    for found, match in find_in_text(page, _ADDRESS, ("](",)):
        address = match["address"]
        place = page.matched(found.line, match, "address")
        if _OF_A_MACHINE.match(address):
            yield Diagnostic(place, f"`{address}` is a file on its author's machine.")
        elif isinstance(page, OperationPage) and _LOCAL.match(address):
            yield Diagnostic(place, f"`{address}` is a server of its author.")
        elif shown := _other_host(match.string[: match.start()], address):
            yield Diagnostic(place, f"The link says `{shown}`, and leads to `{address}`.")
        elif meant := _meant_scheme(address):
            message = f"`{address}` has no scheme that is known; did you mean `{meant}`?"
            yield Diagnostic(place, message, fix=replacing(place, meant))
        elif problem := _problem_of(address):
            yield Diagnostic(place, f"`{address}` {problem}.")


def _problem_of(address: str) -> str | None:
    """Return why an address of mail, of a telephone or of a server is not valid."""
    if _PLACEHOLDER.search(address):
        return None
    scheme, _, rest = address.partition(":")
    if scheme.lower() == "mailto":
        boxes = rest.partition("?")[0].split(",")
        # What has a subject or a text alone lets its reader choose to whom.
        if not (boxes == [""] and "?" in rest) and not all(map(_MAILBOX.fullmatch, boxes)):
            return "has no address of mail, such as `mailto:depot@example.com`"
    if _TELEPHONE.match(address):
        return "has no number of a telephone"
    if server := _SERVER.match(address):
        host, port = server["host"], int(server["port"] or 0)
        if ".." in host or host[:1] in ("", ".") or port > _LAST_PORT:
            return "names no server that there can be"
    return "ends in a comma" if address.endswith(",") else None


_HOST = re.compile(r"https?://(?:www\.)?(?P<host>[^/?#:\s]+)", re.IGNORECASE)


def _other_host(before: str, address: str) -> str | None:
    """Return the text of a link that is the address of another host; None for all others."""
    text = before[before.rfind("[", 0, -2) + 1 : -2].strip()
    shown, leads = _HOST.match(text), _HOST.match(address)
    if shown is None or leads is None or " " in text or "{" in text + address:
        return None
    return text if shown["host"].lower() != leads["host"].lower() else None


def _meant_scheme(address: str) -> str | None:
    """Return an address with the scheme that was meant; None where nothing is wrong with it."""
    if _MAIL.fullmatch(address):
        return f"mailto:{address}"
    if _WWW.match(address):
        return f"https://{address}"
    if address.lower().startswith(("mail:", "email:", "mailto://")):
        return f"mailto:{address.partition(':')[2].lstrip('/')}"
    match = _SCHEME.match(address)
    if match is None:
        return None
    scheme, mark, rest = match["scheme"].lower(), match["mark"], address[match.end() :]
    if scheme in _WEB:
        return f"{scheme}://{rest}" if rest and mark != "://" else None
    if "//" in mark and (meant := likely_meant(scheme, _WEB)):
        return f"{meant}://{rest}"
    return None


# A backslash before a letter or a dot is not an escape of Markdown.
_NO_ADDRESS = re.compile(
    r"\]\((?P<address>[^()\s\\]{0,200}\\[\w.\\][^()\s]{0,500})\)"
    r"|\[[^\[\]\n]{1,200}\](?P<twice>\(\((?:https?://|\.{0,2}/)[^()\s]{1,500}\)\))"
    r"|(?<!\[)\[[\w \t]{1,100}(?P<bracket>\[\((?:https?://|\.{1,2}/)[^()\s]{1,500}\))"
    r"|(?P<gap><https?://[^<>\s]{1,200}[ \t][^<>\n]{0,200}>)"
    r"|(?P<open><https?://[^<>\s]{1,500})(?=[ \t.,;]|$)(?![^\n]*>)"
)
_PROBLEMS = {
    "address": "has backslashes in place of slashes",
    "twice": "has two parentheses on each side",
    "bracket": "has `[` in place of `]`",
    "gap": "has a space, and so it is not a link",
    "open": "has no `>` at its end",
}
_NO_ADDRESS_SIGNS = ("](", "[(", "<http")


@Example("what is known of a parcel", "what is [known](https:\\\\a.example) of a parcel")
@Example("what is known of a parcel", "what is [known]((https://a.example/)) of a parcel")
@Example("what is known of a parcel", "what is [known[(https://a.example/) of a parcel")
@Example("what is known of a parcel", "what is in <https://a.example/my page> of it")
@Example("what is known of a parcel", "what is in <https://a.example/ of a parcel")
@page_rule(
    code="CS561",
    name="malformed-link",
    summary="A link has backslashes, a space, or a wrong bracket.",
    cause=(
        "`C:\\docs\\a.md` and `..\\a.md` are paths of Windows, which no browser follows. A link "
        "with a bracket too many or a wrong one leads elsewhere, or is shown as it is written."
    ),
    hint="Write `[text](address)` or `<address>`, with slashes.",
    prose_signs=_NO_ADDRESS_SIGNS,
)
def _malformed_links(page: CheckedPage) -> Iterator[Diagnostic]:
    for found, match in find_in_text(page, _NO_ADDRESS, _NO_ADDRESS_SIGNS):
        kind = str(match.lastgroup)
        # What the search takes for space may be code.
        if match.group() == page.line(found.line)[match.start() : match.end()]:
            place = page.matched(found.line, match, kind)
            yield Diagnostic(place, f"`{match[kind]}` {_PROBLEMS[kind]}.")
