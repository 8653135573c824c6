"""Roles of components, shortcodes and tags of other tools, by their names."""

from enum import StrEnum


class MarkRole(StrEnum):
    """Role of a mark: how it treats the text in it."""

    NOTE = "note"
    TABS = "tabs"
    TAB = "tab"
    FENCES = "fences"
    DETAILS = "details"
    TITLED = "titled"
    FIELD = "field"
    SECTION = "section"
    ROUTE = "route"
    SUMMARY = "summary"
    PLAIN = "plain"
    GONE = "gone"
    BADGE = "badge"
    LINK = "link"


NOTES = {
    "note": "note",
    "info": "info",
    "hint": "info",
    "tip": "tip",
    "warning": "warning",
    "warn": "warning",
    "caution": "warning",
    "danger": "danger",
    "error": "danger",
    "check": "success",
    "success": "success",
    "callout": "info",
    "admonition": "note",
    "alert": "info",
    "notice": "note",
    "important": "info",
    "aside": "note",
}
"""The kinds of notes, as Material names them; also the names of the marks for them."""

SECTIONS = {
    "requestexample": "Example request",
    "responseexample": "Example response",
    "api-method-path-parameters": "Path parameters",
    "api-method-query-parameters": "Query parameters",
    "api-method-headers": "Headers",
    "api-method-body-parameters": "Body parameters",
    "api-method-form-data-parameters": "Body parameters",
    "api-method-response-example": "Response",
    "swagger-response": "Response",
}
"""Marks around a part of an operation, with its title."""

PLACES = {
    "api-method-path-parameters": "path",
    "api-method-query-parameters": "query",
    "api-method-headers": "header",
    "api-method-body-parameters": "body",
    "api-method-form-data-parameters": "body",
    "responsefield": "response",
}
"""Marks that say where the parameters in them go."""

_NAMES = {
    MarkRole.TABS: ("tabs", "tabpane"),
    MarkRole.TAB: ("tab", "tabitem"),
    MarkRole.FENCES: ("codegroup", "code-group", "codetabs", "code-tabs"),
    MarkRole.DETAILS: (
        "accordion", "expandable", "details", "expand", "collapse", "spoiler", "history",
    ),
    MarkRole.TITLED: ("step", "card", "update"),
    MarkRole.FIELD: ("paramfield", "responsefield", "api-method-parameter", "swagger-parameter"),
    MarkRole.ROUTE: ("api-method", "swagger", "openapi"),
    MarkRole.SUMMARY: ("api-method-summary",),
    MarkRole.GONE: ("toc", "meta"),
    MarkRole.BADGE: ("required", "optional", "deprecated", "removed"),
    MarkRole.LINK: ("ref", "relref"),
    MarkRole.PLAIN: (
        "steps", "stepper", "cardgroup", "columns", "column", "frame", "accordiongroup", "panel",
        "code", "codeblockconfig", "section", "raw", "moniker", "zone", "tooltip", "badge", "icon",
        "content-ref",
        "api-method-spec", "api-method-description", "api-method-request", "api-method-response",
        "api-method-response-example-description", "swagger-description", "fragment",
    ),
}  # fmt: skip

ROLES = {
    **dict.fromkeys(NOTES, MarkRole.NOTE),
    **dict.fromkeys(SECTIONS, MarkRole.SECTION),
    **{name: role for role, names in _NAMES.items() for name in names},
}
"""The roles of the marks that are known, by name in lower case."""

ALONE = frozenset(
    {MarkRole.ROUTE, MarkRole.FIELD, MarkRole.GONE, MarkRole.BADGE, MarkRole.LINK, MarkRole.TITLED}
)
"""Marks that also mean something without an end."""
