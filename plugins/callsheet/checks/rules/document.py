"""Pages that contradict an OpenAPI document (CS85x); `callsheet check --against` reports."""

from callsheet.checks.rule import DocumentRule
from callsheet.findings import Severity

_HINT = "Correct the page, or the document if that is wrong."

EXTRA_OPERATION = DocumentRule(
    code="CS851",
    name="document-extra-operation",
    severity=Severity.ERROR,
    summary="A page documents an operation that the OpenAPI document does not have.",
    cause=(
        "The operation was removed or moved, and its page was not. Operations are matched by "
        "`operationId` and uid, then by method and route; names of path parameters don't count. "
        "For example, the page documents `DELETE /depots/{id}`, and the document only has `GET` "
        "and `PUT` there."
    ),
    hint="Remove the page, or add the operation to the document.",
)

MISSING_OPERATION = DocumentRule(
    code="CS852",
    name="document-missing-operation",
    severity=Severity.ERROR,
    summary="The OpenAPI document has an operation without a page.",
    cause=(
        "The operation is new, and readers cannot find it. The finding is on the overview of the "
        "docs tree, since there is no page that it could be on. For example, the document has "
        "`GET /depots/{id}/opening-hours`, which no page documents."
    ),
    hint="Write its page; `callsheet import openapi FILE --update` does.",
)

IDENTITY = DocumentRule(
    code="CS853",
    name="document-route",
    severity=Severity.ERROR,
    summary="The method, route or `operationId` of a page is not that of the OpenAPI document.",
    cause=(
        "Requests that a reader writes by the page go to another address. For example, the page of "
        "`getDepot` has the route `/depots/{id}`, and the document `/v2/depots/{id}`. A page that "
        "gives no `operationId` may have a uid of its own."
    ),
    hint=_HINT,
)

PARAMETERS = DocumentRule(
    code="CS854",
    name="document-parameters",
    severity=Severity.ERROR,
    summary="A parameter is only on the page, or only in the OpenAPI document, or elsewhere in it.",
    cause=(
        "Readers send a parameter that the server ignores or refuses, or don't learn of one. For "
        "example, the page lists the query parameter `page`, which has become `cursor`."
    ),
    hint=_HINT,
)

PARAMETER_FACTS = DocumentRule(
    code="CS855",
    name="document-parameter-facts",
    severity=Severity.ERROR,
    summary="A parameter has other values on the page than in the OpenAPI document.",
    cause=(
        "This is about types, required parameters, enumerations, limits, patterns, null, defaults, "
        "styles and deprecation. For example, the page says that `limit` is at most 100, and the "
        "document says 50."
    ),
    hint=_HINT,
)

BODIES = DocumentRule(
    code="CS856",
    name="document-bodies",
    severity=Severity.ERROR,
    summary="A body, property, response header or callback is only on the page, or only in the"
    " OpenAPI document.",
    cause=(
        "Readers send what the server doesn't read, or wait for what it doesn't send. Properties "
        "of types are compared wherever a table lists them. For example, the document has the "
        "request property `weight`, and the table of the page has no such row."
    ),
    hint=_HINT,
)

BODY_FACTS = DocumentRule(
    code="CS857",
    name="document-body-facts",
    severity=Severity.ERROR,
    summary="A body, property or response header has other values on the page than in the OpenAPI"
    " document.",
    cause=(
        "This is about types, required properties, enumerations, limits, patterns, null, defaults, "
        "and what is read-only, write-only or deprecated. For example, the page says that `weight` "
        "is an `int32`, and the document says `double`."
    ),
    hint=_HINT,
)

STATUSES = DocumentRule(
    code="CS858",
    name="document-statuses",
    severity=Severity.ERROR,
    summary="A status is only on the page, or only in the OpenAPI document.",
    cause=(
        "A program that was written by the page does not expect the status, or waits for one that "
        "never comes. For example, the document says that a deletion is answered with 202, and the "
        "page says 204."
    ),
    hint=_HINT,
)

MEDIA_TYPES = DocumentRule(
    code="CS859",
    name="document-media-types",
    severity=Severity.ERROR,
    summary="A media type is only on the page, or only in the OpenAPI document.",
    cause=(
        "The server refuses such a request with 415 or 406. For example, the page offers "
        "`text/csv`, which the document no longer lists."
    ),
    hint=_HINT,
)

ACCESS = DocumentRule(
    code="CS860",
    name="document-access",
    severity=Severity.ERROR,
    summary="Servers or security requirements of a page are not those of the OpenAPI document.",
    cause=(
        "Requests go to a server that does not exist, or are refused with 401 or 403. For example, "
        "the document requires the scope `depots:write`, and the page only `depots:read`. A page "
        "without servers has those of the site, and is not compared."
    ),
    hint=_HINT,
)

DEPRECATED = DocumentRule(
    code="CS861",
    name="document-deprecated",
    severity=Severity.ERROR,
    summary="An operation is deprecated on its page or in the OpenAPI document, but not in both.",
    cause=(
        "Readers build on an operation that will be switched off, or avoid one without reason. For "
        "example, the document has `deprecated: true`, and the page does not say so."
    ),
    hint=_HINT,
)
