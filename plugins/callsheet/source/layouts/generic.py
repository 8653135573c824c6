"""The layout that most references have in common; the other layouts extend it."""

from callsheet import lazy_re as re
from callsheet.model import SectionKind
from callsheet.source.layouts import languages
from callsheet.source.layouts.layout import Layout

_ROWS = r"(?:parameters?|params|arguments?|attributes|fields|properties|options|values|keys)"

SECTIONS = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        # What follows are the values of one row, and no rows.
        (
            SectionKind.OTHER,
            r"\b(?:header|possible|allowed|valid|supported|enum) values?$"
            r"|\b(?:strategy|mode|type|format|status|role|level|sort(?:ing)?|order(?:ing)?)"
            r" options$",
        ),
        (
            SectionKind.EXAMPLE_RESPONSE,
            r"\b(?:example|sample|json)\b[^:]{0,30}\b(?:responses?|results?|outputs?)\b"
            r"|\b(?:responses?|results?|outputs?)\b[^:]{0,30}\b(?:example|sample)s?\b",
        ),
        (
            SectionKind.EXAMPLE_REQUEST,
            r"\b(?:example|sample)\b[^:]{0,30}\b(?:requests?|payloads?|calls?|usage|body|inputs?)\b"
            r"|\b(?:requests?|payload|data|input)\b[^:]{0,30}\b(?:example|sample)s?\b|^examples?\b",
        ),
        (
            SectionKind.RESPONSE_HEADERS,
            r"^response headers\b|\bheaders\b.{0,40}\b(?:returned|(?:in|on|with) the response)\b",
        ),
        (
            SectionKind.RESPONSE_BODY,
            rf"\b(?:returns?|response|returned|responds)\b.{{0,80}}\b{_ROWS}\b|^response body\b",
        ),
        (
            SectionKind.RESPONSE,
            r"^responses?\b|^returns?\b|^(?:results?|outputs?)$|\bstatus codes?\b"
            r"|^errors?(?: codes?| responses?)?$"
            r"|^success(?:ful)?(?: responses?)?$|^on (?:success|failure|error)\b",
        ),
        (
            SectionKind.QUERY,
            rf"(?-i:\bGET) {_ROWS}\b|\bquery(?:string)?\b.{{0,20}}\b{_ROWS}\b|^query(?: ?string)?$",
        ),
        (SectionKind.PATH, rf"\b(?:path|url|uri)\b.{{0,20}}\b(?:{_ROWS}|variables?)\b"),
        (SectionKind.HEADERS, r"^(?:http |request |required |optional )*headers?\b"),
        (SectionKind.COOKIES, r"^cookies?\b"),
        (
            SectionKind.REQUEST_BODY,
            rf"\b(?:body|payload|form|json)\b.{{0,20}}\b(?:{_ROWS}|schema)\b"
            r"|^(?:request |json |http )?(?:body|payload|form data|data|input)\b"
            r"|\bwith (?:the following |a |the )?(?:json |request )?(?:body|payload|data)\b",
        ),
        (SectionKind.PARAMETERS, rf"\b{_ROWS}\b"),
        (
            SectionKind.OTHER,
            r"^notes?$|^(?!.*\b(?:request|response|body|payload|input|output|query)\b)"
            r".{0,80}\b(?:object|structure)$"
            r"|^(?:http |api )?requests?(?: url| line| syntax| format| \d+)?$"
            r"|^(?:permissions|prerequisites|authentication|authorization|scopes|rate limit)\b"
            r"|^(?:endpoint|url|method|route|definition|syntax|basic|request|general)s?"
            r"(?: (?:and|&) (?:url|method|path)| information| info| details)?$"
            r"|^paths? and (?:http )?methods?$"
            r"|^(?:overview|summary|description|details|purpose)$",
        ),
    )
)
"""The meanings of headings and of lines that introduce something."""

LABELS = (
    (
        SectionKind.EXAMPLE_REQUEST,
        re.compile(
            r"^requests?$|^\W*requests?:"
            r"|\b(?:json|body|payload|data) (?:for|of) [\w -]{0,40}\brequest\b",
            re.IGNORECASE,
        ),
    ),
    (
        SectionKind.RESPONSE,
        re.compile(
            r"\b(?:returns?|responds?|returned|responses?|results?|outputs?)\b", re.IGNORECASE
        ),
    ),
    (
        SectionKind.REQUEST_BODY,
        re.compile(
            r"(?<!response )\b(?:body|payload)\b"
            r"|\b(?:expects?|accepts?|takes?|send|post|pass|provide|submit)\b.{0,40}\bjson\b",
            re.IGNORECASE,
        ),
    ),
)
"""Further meanings of lines that introduce something."""

COLUMNS = {
    **dict.fromkeys(
        ("name", "parameter", "parameters", "attribute", "attributes", "property", "properties",
         "field", "fields", "argument", "arguments", "param",
         "path part", "parameter name", "property name", "header", "filter", "key", "variable",
         "field name", "attribute name", "header name", "query parameter", "path parameter",
         "option", "query string parameter", "url parameter", "form parameter", "body parameter",
         "query param", "request parameter", "element", "request item", "response item",
         "path param", "body param", "form field"),
        "name",
    ),
    **dict.fromkeys(("type", "data type", "datatype", "kind", "schema"), "type"),
    **dict.fromkeys(
        ("description", "desc", "details", "notes", "comment", "comments", "meaning", "value",
         "explanation", "purpose", "remarks", "definition", "returns", "action", "summary",
         "additional information", "information"),
        "description",
    ),
    **dict.fromkeys(
        ("required", "mandatory", "required?", "optional/required", "required/optional",
         "mandatory?", "required /optional", "required / optional", "optional / required",
         "is required", "required or optional", "requirement", "presence", "req", "req."),
        "required",
    ),
    **dict.fromkeys(("default", "default value", "defaults"), "default"),
    **dict.fromkeys(("in", "location", "located in", "where"), "in"),
    **dict.fromkeys(
        ("status", "code", "status code", "http status", "http code", "http status code",
         "response", "response code", "return code"),
        "status",
    ),
    **dict.fromkeys(("method", "http method", "verb"), "method"),
    **dict.fromkeys(
        ("path", "url", "endpoint", "route", "uri", "resource", "request", "api", "request uri",
         "request url", "request path", "uri path", "url path", "api path", "api endpoint",
         "endpoint url", "end point", "http request", "endpoints", "routes"),
        "path",
    ),
}  # fmt: skip
COLUMNS |= languages.COLUMNS
COLUMNS |= {name.replace(" ", "_"): meaning for name, meaning in COLUMNS.items()}
"""The meanings of the columns of tables."""

TYPES = {
    **dict.fromkeys(("int", "integer", "ints", "integers", "uint"), "integer"),
    **dict.fromkeys(("i8", "i16", "i32", "u8", "u16", "u32", "usize"), "integer"),
    **dict.fromkeys(("long", "bigint", "i64", "u64", "uint64"), "int64"),
    **dict.fromkeys(("str", "text", "strings"), "string"),
    **dict.fromkeys(("bool", "booleans", "bools"), "boolean"),
    **dict.fromkeys(("float", "decimal", "numbers", "numeric", "f32", "f64", "float32",
                     "float64"), "number"),
    **dict.fromkeys(("list", "slice", "arrays"), "array"),
    **dict.fromkeys(("hash", "dict", "json object", "objects", "struct"), "object"),
    "json": "any",
    "yyyy-mm-dd": "date",
    **dict.fromkeys(("datetime", "timestamp", "datetimeoffset", "date/time"), "date-time"),
    **dict.fromkeys(("file", "binary data", "blob", "stream"), "binary"),
    **dict.fromkeys(("url", "link"), "uri"),
    **dict.fromkeys(
        ("epoch", "unix timestamp", "unix time", "epoch timestamp",
         "epoch datetime in milliseconds", "epoch milliseconds",
         "timestamp in milliseconds", "timestamp in seconds"),
        "int64",
    ),
    **dict.fromkeys(
        ("time string", "duration string", "duration", "comma-separated string", "json string",
         "comma separated string", "comma-separated list of strings", "string/duration"),
        "string",
    ),
}  # fmt: skip
TYPES |= languages.TYPES
"""Other words for the types of the page format."""

GENERIC = Layout(
    "generic",
    (),
    (*SECTIONS, *languages.SECTIONS),
    COLUMNS,
    TYPES,
    {"POST": 201, "DELETE": 204},
    languages.MARKS,
    labels=(*LABELS, *languages.LABELS),
)
