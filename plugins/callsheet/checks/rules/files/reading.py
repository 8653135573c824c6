"""Rules whose findings `callsheet.source` reports while it reads a page."""

from callsheet.checks.rule import Example, ReadingRule
from callsheet.model.rows import MAX_LEVELS
from callsheet.source.faults import Fault

_HEAD = "| Parameter Name | Type | Description |\n| --- | --- | --- |\n"
_ROW = "| notify | bool | Whether"
_DEEP = "a" + ".a" * MAX_LEVELS

_REPORTED_BY_READER = (
    ReadingRule.of(
        Fault.UNDECODABLE,
        "not-utf8",
        Example("what is known of a parcel", "what is kn\udcf6wn of a parcel"),
        summary="A page has bytes that are not UTF-8.",
        cause=(
            "The page was saved in another encoding, such as Windows-1252. The bytes come out as "
            "replacement characters on the site, in samples and in the export."
        ),
    ),
    ReadingRule.of(
        Fault.FRONT_MATTER,
        "unreadable-front-matter",
        Example("title: Change a parcel\n", "title: Change: a parcel\n"),
        summary="The front matter is not a YAML mapping.",
        cause=(
            "Nothing of the front matter counts then, neither the title nor the uid, and links to "
            "the page by its uid lead nowhere. Mostly a value holds a colon or begins with a "
            "character that means something in YAML."
        ),
    ),
    ReadingRule.of(
        Fault.UID,
        "unusable-uid",
        Example("uid: v1Parcel_Change\n", "uid: v1Parcel/Change\n"),
        summary="An operation page has no usable uid.",
        cause=(
            "The uid is the identity of the operation: links, samples and clients that are made of "
            "the export name it. Without one it is made of the file's name, and changes with that."
        ),
    ),
    ReadingRule.of(
        Fault.ROUTE,
        "no-route",
        Example("PUT /api/v1/Depot/{depotId}/Parcel/{parcelId}\n", "PUT api/v1/Depot/{depotId}\n"),
        summary="A page has the sections of an operation and not one route.",
        cause=(
            "The fence `http` under the H1 says which operation the page documents. Without it the "
            "page is shown as plain text, and nothing is made of it: no sample, no answer of the "
            "reference server, no entry in the export."
        ),
    ),
    ReadingRule.of(
        Fault.UNCLOSED,
        "unclosed-block",
        Example("```http_\n", "````http_\n"),
        summary="A fence or an HTML block is never closed.",
        cause=(
            "All that follows on the page belongs to it then, be it tables, headings or examples."
        ),
        superseded_by=("short-fence",),
    ),
    ReadingRule.of(
        Fault.RAGGED_ROW,
        "ragged-row",
        Example(
            "| notify | bool | Whether the receiver gets a message. |",
            "| notify | bool | Whether the receiver | gets a message. |",
        ),
        summary="A row of a table has more or fewer cells than its header.",
        cause=(
            "Mostly a pipe in a text was taken for the end of a cell. What is in the cells from "
            "there on is in the wrong column."
        ),
    ),
    ReadingRule.of(
        Fault.UNKNOWN_TABLE,
        "unknown-table",
        Example(
            "## Request Body: parcel",
            "| Client | Sends |\n| --- | --- |\n| Depot | XML |\n\n## Request Body: parcel",
        ),
        summary="A table has columns that have no place in its section.",
        cause=(
            "A table is understood by its columns: the name first, and one that is called "
            "`Description`. Any other is shown as it is, and its parameters or properties are "
            "unknown to the samples, the reference server and the export."
        ),
        superseded_by=("missing-section", "heading-spelling", "heading-without-space"),
        superseded_on_line_by=("misspelt-column", "broken-table"),
    ),
    ReadingRule.of(
        Fault.UNKNOWN_SECTION,
        "unknown-section",
        Example(
            "## Sample request\n",
            "## Remarks\n\nThe depot weighs parcels itself.\n\n## Sample request\n",
        ),
        summary="A heading is not one of the page format.",
        cause=(
            "A heading of the second level begins a part of the operation, such as `Request "
            "Headers`. With a slip in it, what follows is not understood as that part. The "
            "description may have headings of its own."
        ),
        # The other rule names the section that a misspelt heading means.
        superseded_on_line_by=("heading-spelling",),
    ),
    ReadingRule.of(
        Fault.STATUS,
        "no-status",
        Example("| 404 | There is no such parcel. |", "| 4o4 | There is no such parcel. |"),
        summary="A row of the response table has no HTTP status.",
        cause=(
            "The first cell is a status such as `404`. A client cannot receive other words as a "
            "status, and the row is ignored."
        ),
    ),
    ReadingRule.of(
        Fault.MESSAGE,
        "malformed-message",
        Example("HTTP/1.1 200 OK\n", "200 OK\n"),
        summary="An example is not an HTTP message.",
        cause=(
            "A sample request begins with a request line, a sample response with a status line; "
            "header fields follow, one a line, then a blank line and the body (RFC 9112). Any "
            "other example cannot be sent, compared or shown with its parts."
        ),
        superseded_by=("example-label",),
    ),
    ReadingRule.of(
        Fault.FACET,
        "unread-cell",
        Example(
            f"{_HEAD}{_ROW}",
            "| Parameter Name | Type | Limits | Description |\n| --- | --- | --- | --- |\n"
            "| notify | bool | not too often | Whether",
            also=("ragged-row",),
        ),
        Example(
            f"{_HEAD}{_ROW}",
            "| Parameter Name | Type | Style | Description |\n| --- | --- | --- | --- |\n"
            "| notify | bool | in brackets | Whether",
            also=("ragged-row",),
        ),
        summary="A cell such as `Limits`, `In` or `Style` says something that is not understood.",
        cause=(
            "These cells say what values are allowed, where they are sent and how they are "
            "written. One that is not understood, or that cannot be in its row, says nothing: the "
            "server, the checks and the export know of no such limit."
        ),
        # In a row that lacks a cell, the others are in wrong columns.
        superseded_on_line_by=("ragged-row",),
    ),
    ReadingRule.of(
        Fault.OPERATION_KEY,
        "operation-key",
        Example("uid: v1Parcel_Change\n", "uid: v1Parcel_Change\ndeprecated: [1, 2]\n"),
        Example("uid: v1Parcel_Change\n", "uid: v1Parcel_Change\nservers: 7\n"),
        Example("uid: v1Parcel_Change\n", "uid: v1Parcel_Change\nservers: [ftp://x]\n"),
        Example(
            "uid: v1Parcel_Change\n",
            "uid: v1Parcel_Change\nservers: [{url: https://x.example/v0, replaces: /v0}]\n",
        ),
        summary="A key of the front matter such as `servers` or `security` is not understood.",
        cause=(
            "The keys `summary`, `operationId`, `deprecated`, `tags`, `servers` and `security` say "
            "what no table can. A value of another kind says nothing, and samples would be sent to "
            "the wrong place or without credentials."
        ),
    ),
    ReadingRule.of(
        Fault.FRONT_MATTER_VALUE,
        "front-matter-value",
        Example("title: Change a parcel\n", "title: [Change, a parcel]\n"),
        summary="The front matter has a list or a mapping where a text belongs.",
        cause=(
            "`uid`, `id`, `title`, `defines` and `description` are texts, and `tags` is a list of "
            "them. What is something else counts as if it were not there. Mostly a value begins "
            "with a bracket or a brace, which mean a list and a mapping in YAML."
        ),
    ),
    ReadingRule.of(
        Fault.FRONT_MATTER_SIZE,
        "front-matter-size",
        Example("title: Change a parcel\n", "title: &title [*title]\n"),
        summary="The front matter is too large or too deep to be read.",
        cause=(
            "Nothing of the front matter counts then. An alias of YAML counts as all that it "
            "stands for, and some lines of aliases can stand for more than a computer can hold."
        ),
    ),
    ReadingRule.of(
        Fault.UNREAD_TABLE,
        "unread-table",
        Example(
            "## Response: object\n",
            "<table>\n<tr><th>Property</th><th>Type</th></tr>\n"
            "<tr><td>Note</td><td>string</td></tr>\n</table>\n\n## Response: object\n",
        ),
        Example(
            "## Response: object\n",
            "> | Property Name | Type | Description |\n> | --- | --- | --- |\n"
            "> | Note | string | What else is to be said. |\n\n## Response: object\n",
        ),
        summary="A table is HTML or stands in a quote, so that nothing is read of it.",
        cause=(
            "What a page documents is read from its Markdown tables. A table in HTML, or in a "
            "quote, is shown to readers, and its parameters or properties are unknown to the "
            "samples, the reference server and the export."
        ),
    ),
    ReadingRule.of(
        Fault.NESTING,
        "deep-row",
        Example(f"{_HEAD}{_ROW}", f"{_HEAD}| {_DEEP} | bool | What is far inside. |\n{_ROW}"),
        summary="The name of a row has so many points and brackets that it is within no other row.",
        cause=(
            "What is within a value is followed in samples, the server, the site and the export, "
            "and each level costs all of them. A row that is deeper than that counts as a property "
            "with points in its name, which no value has."
        ),
    ),
)
