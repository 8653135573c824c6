"""Addresses of servers, and spaces, where a path and its query belong."""

from collections.abc import Iterator, Sequence
from ipaddress import ip_address

from callsheet import lazy_re as re
from callsheet.checks.model.examples import code, requests
from callsheet.checks.model.page import OperationPage
from callsheet.checks.model.tables import replacing
from callsheet.checks.rule import Diagnostic, Example, operation_rule
from callsheet.findings import Severity
from callsheet.model import ExampleRequest
from callsheet.source.document import BlockKind

_ABSOLUTE = re.compile(r"^[ \t]*[A-Z]{3,10}[ \t]+(?P<address>https?://[^/\s?#]*)(?=/)")
_SPACE = re.compile(
    r"^[ \t]*+(?:[A-Z]{3,10}[ \t]++)?(?P<target>/[^\s?]*+\?\S*+[ \t]++(?!HTTP/\d)\S.*)$"
)
_VERSION = re.compile(r"(?<=[ \t])HTTP/\d(?:\.\d)?$")
_COMMENT = re.compile(r"[ \t](?:#|//|--|\(|->|=>|\u2192)")
_LOCAL = ("localhost", ".local", ".localhost", ".internal", ".test")


def _lines_of_requests(page: OperationPage) -> Iterator[tuple[int, str]]:
    """Yield the first lines of sample requests."""
    for example in requests(page):
        line = example.first_line().line
        yield line, page.line(line)


def _fences_of_queries(page: OperationPage) -> Iterator[list[tuple[int, str]]]:
    """Yield the lines of the fences with the route, and with query examples."""
    for block in page.document.blocks:
        if block.kind is BlockKind.FENCE and block.info.strip() == "http":
            numbers = range(block.span.start + 1, block.span.end)
            yield [(number, page.line(number)) for number in numbers]


@Example(
    "```http!\nPUT /api/v1/Depot/north",
    "```http!\nPUT http://localhost:8080/api/v1/Depot/north",
)
@Example("Accept: application/json\n\n", "Accept: application/json\nHost: localhost:5000\n\n")
@operation_rule(
    code="CS120",
    name="absolute-address",
    summary="An example names a server in its first line, or a local one in `Host`.",
    cause=(
        "A request line has the path and the query (RFC 9112, 3.2.1); the server is chosen where "
        "the sample is run. An address of the author's own machine was copied from a recording, "
        "and no reader has that server."
    ),
    hint="Write the path alone; `servers` in the front matter has the addresses.",
    signs=("http://", "https://", "host:"),
)
def _absolute_addresses(page: OperationPage) -> Iterator[Diagnostic]:
    queries = (line for lines in _fences_of_queries(page) for line in lines)
    for number, line in (*_lines_of_requests(page), *queries):
        if match := _ABSOLUTE.match(line):
            place = page.matched(number, match, "address")
            message = f"The request names the server `{match['address']}`, not only the path."
            yield Diagnostic(place, message, fix=replacing(place, ""))
    for example in requests(page):
        if not isinstance(example.message, ExampleRequest):
            continue
        for header in example.message.headers:
            if header.name.lower() == "host" and _is_local(header.value):
                place = example.header(header)
                yield Diagnostic(
                    place,
                    f"The request is for `{header.value.strip()}`, a server of its author.",
                    "Leave the header field out; clients write it themselves.",
                )


def _is_local(host: str) -> bool:
    name = host.strip().rpartition(":")[0] if re.search(r":\d+\s*$", host) else host.strip()
    try:
        address = ip_address(name.strip("[]"))
    except ValueError:
        return name.lower() == _LOCAL[0] or name.lower().endswith(_LOCAL[1:])
    return address.is_loopback or address.is_private


@Example(
    "Parcel/7?notify=true\nAuthorization",
    "Parcel/7?$select=Label, Weight\nAuthorization",
)
@operation_rule(
    code="CS121",
    name="space-in-request",
    summary="The address of a sample request has a space.",
    cause=(
        "A space ends the address in a request line (RFC 9112, 3), so that a server answers 400, "
        "or sees half of the value."
    ),
    hint="Write `%20` for the space.",
    superseded_on_line_by=("query-local-date",),
    signs=("?",),
)
def _spaces_in_requests(page: OperationPage) -> Iterator[Diagnostic]:
    for number, line in _lines_of_requests(page):
        yield from _spaces(page, [(number, line)])


@Example(
    "PUT /api/v1/Depot/north/Parcel/7?notify=true\n```\n",
    "PUT /api/v1/Depot/north/Parcel/7?$select=Label, Weight\n```\n",
)
@operation_rule(
    code="CS122",
    name="space-in-query-example",
    severity=Severity.NOTE,
    summary="The address of a query example has a space.",
    cause=(
        "Readers copy the address to a browser or to curl. A space ends it in a request line "
        "(RFC 9112, 3); `%20` stands for one."
    ),
    hint="Write `%20` for the space.",
    superseded_on_line_by=("query-local-date",),
    signs=("?",),
)
def _spaces_in_query_examples(page: OperationPage) -> Iterator[Diagnostic]:
    for lines in _fences_of_queries(page):
        yield from _spaces(page, lines)


def _spaces(page: OperationPage, lines: Sequence[tuple[int, str]]) -> Iterator[Diagnostic]:
    """Report the first address with a space only, since a generator writes all of them alike."""
    # The version of HTTP is not part of the address.
    plain = [(number, _VERSION.sub("", line.rstrip())) for number, line in lines]
    found = [(number, match) for number, line in plain if (match := _SPACE.match(line))]
    found = [(number, match) for number, match in found if not _COMMENT.search(match["target"])]
    if not found:
        return
    places = [page.matched(number, match, "target") for number, match in found]
    target = found[0][1]["target"]
    more = f", and {len(found) - 1} more below it" if len(found) > 1 else ""
    message = f"The address {code(target)} has a space{more}."
    yield Diagnostic(places[0], message)
