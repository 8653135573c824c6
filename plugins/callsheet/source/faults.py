"""Faults that the reader of a page finds, with the codes of their findings."""

from callsheet.findings import FaultKind, Severity


class Fault(FaultKind):
    """A fault of a page: the code, the severity and the hint of its findings."""

    UNDECODABLE = ("CS001", Severity.ERROR, "Save the page as UTF-8.")
    FRONT_MATTER = (
        "CS002",
        Severity.ERROR,
        "Quote values that hold a colon or begin with a special character.",
    )
    FRONT_MATTER_VALUE = (
        "CS031",
        Severity.ERROR,
        "Write one text, and quote it where it needs to.",
    )
    FRONT_MATTER_SIZE = (
        "CS032",
        Severity.ERROR,
        "Write less there, and no aliases that repeat one another.",
    )
    UID = (
        "CS003",
        Severity.ERROR,
        "Give the front matter a `uid` of letters, digits, `_`, `-` and `.`.",
    )
    ROUTE = (
        "CS004",
        Severity.ERROR,
        "Put a fence `http` with one line such as `GET /api/v1/Person` under the H1.",
    )
    UNCLOSED = ("CS005", Severity.ERROR, "End it: a fence with a line of as many backticks.")
    RAGGED_ROW = ("CS006", Severity.WARNING, r"Write a pipe that belongs to a cell as `\|`.")
    UNKNOWN_TABLE = (
        "CS007",
        Severity.ERROR,
        "Name the columns as the page format does; until then, the table remains text.",
    )
    UNKNOWN_SECTION = (
        "CS008",
        Severity.WARNING,
        "Use a heading of the page format, or move the text up to the description.",
    )
    STATUS = ("CS009", Severity.ERROR, "Write the three digits of an HTTP status, such as `200`.")
    UNREAD_TABLE = (
        "CS033",
        Severity.WARNING,
        "Write it as a Markdown table at the margin, with a row of dashes below its head.",
    )
    FACET = (
        "CS028",
        Severity.WARNING,
        "Write limits such as `1 to 100` or `at most 40 characters`, styles such as "
        "`comma-separated` or `in brackets`, and `Yes` or `No`; a text such as `none` is in "
        "backticks.",
    )
    NESTING = (
        "CS035",
        Severity.WARNING,
        "Give what is further inside a type with a name, and a page that defines it.",
    )
    OPERATION_KEY = ("CS029", Severity.ERROR, "Write it as the page format requires.")
    MESSAGE = (
        "CS010",
        Severity.ERROR,
        "Write it as RFC 9112 requires; until then, it remains text.",
    )
