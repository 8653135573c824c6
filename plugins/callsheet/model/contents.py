"""Contents: the schemas of an operation's bodies, one for each media type and status.

This is the one place that decides what a body must be: for the server, the checks, the samples, the
export and the site.
"""

from collections.abc import Sequence
from dataclasses import replace

from callsheet import lazy_re as re
from callsheet.findings import Span
from callsheet.http.media_types import essence, is_json, is_opaque, is_xml
from callsheet.http.statuses import DEFAULT, NO_CONTENT, is_success, names_of
from callsheet.memo import cached_by_identity_and_values
from callsheet.model import (
    WHOLE,
    DataType,
    Location,
    Operation,
    Parameter,
    Property,
    RequestBody,
    Response,
    ResponseBody,
    ResponseHeader,
)
from callsheet.model.bodies import Body, TableSubject, layout_of, request_body, response_body
from callsheet.model.rows import rows_schema, rows_tell_of_null
from callsheet.records import record
from callsheet.schema import ANYTHING, Schema
from callsheet.schema.words.type_words import schema_of_words

_NESTED = re.compile(r"(?P<outer>[^.\[\]]+)(?P<step>\.|\[\])")


@record()
class Content:
    """A body of one media type.

    Attributes:
        media_type: As the page writes it; empty where the page names none.
        schema: The schema of the body.
        rows: The rows of its table.
        name: Its name in the heading; empty for responses.
        span: The lines that describe it.
        binary: Whether it is raw bytes.
        own: Whether the heading of its section names the media type.
        type: The type in the heading, if any.
    """

    media_type: str
    schema: Schema
    rows: tuple[Property, ...]
    span: Span
    name: str = ""
    binary: bool = False
    own: bool = False
    type: DataType | None = None

    def under(self, media_type: str) -> "Content":
        """Return it with another media type."""
        return self._copy(media_type, self.schema)

    def of_schema(self, schema: Schema) -> "Content":
        """Return it with another schema."""
        return self if schema is self.schema else self._copy(self.media_type, schema)

    def _copy(self, media_type: str, schema: Schema) -> "Content":
        # `dataclasses.replace` takes ten times as long, and there are dozens on each page.
        rest = self.rows, self.span, self.name, self.binary, self.own, self.type
        return Content(media_type, schema, *rest)

    @property
    def is_whole(self) -> bool:
        """Whether a row describes the whole body, which need not be an object then."""
        return any(row.name == WHOLE for row in self.rows)

    @property
    def tells_of_null(self) -> bool:
        """Whether its rows state what may be null: nothing else may, whatever examples show."""
        return rows_tell_of_null(self.rows)


# The samples of an operation ask for these several times each.
@cached_by_identity_and_values(64)
def own_parameters(
    operation: Operation, location: Location, *, described: bool = False
) -> tuple[tuple[Parameter, Schema], ...]:
    """Return the parameters in a location, each with the schema of its values.

    A row `size.min` describes a property of the parameter `size` where that is an object, and a row
    `marks[]` the items of the parameter `marks` where that is an array. Without the outer row, they
    are parameters of these names.

    Args:
        operation: The operation.
        location: The location.
        described: Whether the schemas of properties have descriptions.
    """
    rows = operation.parameters_in(location)
    if not any("." in row.name or "[]" in row.name for row in rows):
        return tuple((row, row.schema) for row in rows)
    outer_types = {".": "object", "[]": "array"}
    types = {row.name: row.schema.type for row in rows}
    within: dict[str, list[Parameter]] = {}
    own = []
    for row in rows:
        nested = _NESTED.match(row.name)
        if nested and types.get(nested["outer"]) == outer_types[nested["step"]]:
            within.setdefault(nested["outer"], []).append(row)
        else:
            own.append(row)
    return tuple((row, _with_inner(row, within.get(row.name, ()), described)) for row in own)


def _with_inner(row: Parameter, inner: Sequence[Parameter], described: bool) -> Schema:
    found = rows_schema((row, *inner), described=described).property(row.name) if inner else None
    return found.schema if found else row.schema


@cached_by_identity_and_values(64)
def request_contents(operation: Operation, *, described: bool = False) -> tuple[Content, ...]:
    """Return the contents of a request, in the order of the listed media types.

    A section that names a media type applies to that one alone. One that names none applies to all
    others in the row `Content-Type`.

    Args:
        operation: The operation.
        described: Whether the schemas of properties have descriptions.
    """
    named = {body.media_type for body in operation.request_bodies}
    found: dict[str, Content] = {}
    for body in operation.request_bodies:
        others = [m for m in operation.request_media_types if m not in named]
        content = _request_content(operation, body, described)
        for media_type in [body.media_type] if body.media_type else others or [""]:
            found.setdefault(media_type, content.under(media_type))
    listed = [name for name in operation.request_media_types if name in found]
    return tuple(found[name] for name in dict.fromkeys((*listed, *found)))


def _request_content(operation: Operation, body: RequestBody, described: bool) -> Content:
    schema = ANYTHING
    if not body.binary:
        record = rows_schema(body.properties, described=described)
        shown = request_body(operation) if body is operation.request_body else None
        schema = laid_out(record, shown, body.type, body.properties)
    rows, own = body.properties, body.media_type != ""
    rest = body.span, body.name, body.binary, own, body.type
    return Content(body.media_type, schema, rows, *rest)


# As for requests.
@cached_by_identity_and_values(64)
def response_contents(
    operation: Operation, status: int | str, *, described: bool = False
) -> tuple[Content, ...]:
    """Return the contents of a response with a status; empty where it has no body.

    A section for the status takes precedence, then one for its class, such as `4XX`, then
    `default`. A success without a section of its own has the general body of the page, since
    `default` is for all others. That body also fills in the media types that no section of a
    success names. A section with neither a type nor a table means that there is no body. An error
    has the media types of its section or its examples. Those that the page lists for successes are
    a fallback, where they can carry an error: a picture cannot. Where the page documents errors
    alone, its general body is theirs.

    Args:
        operation: The operation.
        status: The status; or a class such as `4XX`, or `default`, for that section alone.
        described: As in `request_contents`.
    """
    response = operation.response
    if response is None or status in NO_CONTENT:
        return ()
    keys = names_of(status) if isinstance(status, int) else (status,)
    of_all = _success(operation, described=described)
    bodies_of_errors: tuple[ResponseBody, ...] = ()
    if _documents_errors_alone(operation):
        of_all, bodies_of_errors = (), _bodies_of_errors(operation, response)
    of_success = of_all if "2XX" in keys else ()
    for key in keys:
        # In OpenAPI, `default` stands for all statuses without an entry. Here the general body of
        # the page is the entry of every success.
        if key == DEFAULT and of_success:
            break
        if bodies := [b for b in (*response.bodies, *bodies_of_errors) if b.status == key]:
            if all(body.is_none for body in bodies):
                return ()
            is_refusal = "2XX" not in keys and (key != DEFAULT or bool(of_all))
            own = tuple(
                _response_content(body, described).under(media_type)
                for body in bodies
                for media_type in _media_types_of(operation, body, key if is_refusal else "")
            )
            named = {content.media_type for content in own}
            # A section without a media type speaks for all of them, so that the general body adds
            # nothing.
            others = () if not all(body.media_type for body in bodies) else of_success
            return (*own, *(each for each in others if each.media_type not in named))
    return of_success


def _documents_errors_alone(operation: Operation) -> bool:
    names = _documented(operation)
    return bool(names) and all(name.startswith(("4", "5")) for name in names)


def _documented(operation: Operation) -> list[str]:
    """Return the documented statuses, and classes of them."""
    codes = [str(row.code) for row in operation.statuses]
    return [*codes, *(row.name for row in operation.status_ranges)]


def _bodies_of_errors(operation: Operation, response: Response) -> tuple[ResponseBody, ...]:
    """Return the general body as that of each documented error without a section of its own."""
    general = [body for body in response.bodies if not body.status]
    if response.properties or response.body_type:
        data_type, rows = response.body_type, response.properties
        general.append(ResponseBody("", "", data_type, rows, response.span))
    names = [
        name
        for name in _documented(operation)
        if not any(name == body.status for body in response.bodies)
    ]
    return tuple(replace(body, status=name) for name in names for body in general)


def has_no_body(operation: Operation, status: int) -> bool:
    """Tell whether a section about a status, its class or `default` says that there is no body."""
    bodies = operation.response.bodies if operation.response else ()
    is_described = any(body.status in names_of(status) for body in bodies)
    is_shown = shows_body(operation, str(status))
    return is_described and not is_shown and not response_contents(operation, status)


def shows_body(operation: Operation, key: str) -> bool:
    """Tell whether an example shows a body of a status, a class of them or `default`."""
    shown = (e for e in operation.example_responses if e.body.strip())
    return any(key in names_of(example.status) for example in shown)


def has_own_section(operation: Operation, status: int | str) -> bool:
    """Tell whether a success has another body than the general one of the page."""
    bodies = operation.response.bodies if operation.response else ()
    found = {body.status for body in bodies}
    if not found.isdisjoint((str(status), f"{str(status)[0]}XX")):
        return True
    return DEFAULT in found and not _success(operation, described=False)


def _success(operation: Operation, *, described: bool) -> tuple[Content, ...]:
    response, shown = operation.response, response_body(operation)
    if response is None or shown is None:
        return ()
    contents = {
        body.media_type: _response_content(body, described)
        for body in response.bodies
        if not body.status and body.media_type
    }
    if shown.type is None and not shown.rows:
        return tuple(contents.values())
    record = rows_schema(shown.rows, described=described)
    schema = laid_out(record, shown, shown.type, shown.rows)
    for media_type in _response_media_types(operation, ""):
        rest = shown.rows, response.span, "", _is_binary(shown.type), False, shown.type
        contents.setdefault(media_type, Content(media_type, schema, *rest))
    return tuple(contents.values())


def _response_content(body: ResponseBody, described: bool) -> Content:
    record = rows_schema(body.properties, described=described)
    schema = laid_out(record, None, body.type, body.properties)
    own, binary = body.media_type != "", _is_binary(body.type)
    return Content(body.media_type, schema, body.properties, body.span, "", binary, own, body.type)


def _is_binary(data_type: DataType | None) -> bool:
    return data_type is not None and data_type.name == "binary"


def response_headers(operation: Operation, status: int) -> tuple[ResponseHeader, ...]:
    """Return the documented header fields of responses with a status."""
    keys = ("", *names_of(status))
    headers = operation.response.headers if operation.response else ()
    return tuple(header for header in headers if header.status in keys)


def _media_types_of(operation: Operation, body: ResponseBody, refusal: str) -> Sequence[str]:
    """Return the media types of a section; those of an error where its key is given."""
    if body.media_type or not refusal:
        return _response_media_types(operation, body.media_type)
    name = body.type.name if body.type and not body.properties else ""
    if name == "binary":
        return _response_media_types(operation, "")
    return refusal_media_types(operation, refusal, is_text=name == "string") or [""]


def refusal_media_types(
    operation: Operation, key: str, *, is_text: bool = False
) -> tuple[str, ...]:
    """Return the media types of an error whose section names none.

    Args:
        operation: The operation.
        key: The status, its class or `default`.
        is_text: Whether it is a text, which any textual media type can carry.

    Returns:
        Those of its examples, unless the page lists all of these; else all listed ones that can
        represent a value. Empty where the page does not say.
    """
    shown = dict.fromkeys(
        essence(kind)
        for example in operation.example_responses
        if not is_success(example.status) and key in names_of(example.status)
        if example.body.strip() and (kind := example.header("Content-Type"))
    )
    named = operation.response_media_types
    listed = [name for name in named if is_json(name) or is_xml(name) or name == "*/*"]
    if operation.is_imported:
        # An import writes a section for each media type that differs from those of the success.
        listed = [name for name in named if not is_opaque(name)]
    if is_text and not listed:
        listed = [name for name in operation.response_media_types if name.startswith("text/")]
    known = set(map(essence, listed))
    return tuple(shown) if not shown.keys() <= known else tuple(listed)


def _response_media_types(operation: Operation, media_type: str) -> Sequence[str]:
    return [media_type] if media_type else operation.response_media_types or [""]


def laid_out(
    record: Schema, body: Body | None, data_type: DataType | None, rows: Sequence[Property]
) -> Schema:
    """Return the schema of a body whose rows describe it, its items, or its values."""
    if not rows:
        return schema_of_words(data_type.written) if data_type else ANYTHING
    if any(row.name == WHOLE for row in rows):
        return record
    layout = body.layout if body else layout_of(data_type)
    if layout is TableSubject.ARRAY:
        record = Schema(types=("array",), items=record)
    elif layout is TableSubject.DICTIONARY:
        record = Schema(types=("object",), additional_properties=record)
    nullable = data_type is not None and schema_of_words(data_type.written).nullable
    return record.or_null() if nullable else record
