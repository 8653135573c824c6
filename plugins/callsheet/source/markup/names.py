"""What the components, shortcodes and tags of other tools are, by their names."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a mark does with the text in it."""

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
    Role.TABS: ("tabs", "tabpane"),
    Role.TAB: ("tab", "tabitem"),
    Role.FENCES: ("codegroup", "code-group", "codetabs", "code-tabs"),
    Role.DETAILS: (
        "accordion", "expandable", "details", "expand", "collapse", "spoiler", "history",
    ),
    Role.TITLED: ("step", "card", "update"),
    Role.FIELD: ("paramfield", "responsefield", "api-method-parameter", "swagger-parameter"),
    Role.ROUTE: ("api-method", "swagger", "openapi"),
    Role.SUMMARY: ("api-method-summary",),
    Role.GONE: ("toc", "meta"),
    Role.BADGE: ("required", "optional", "deprecated", "removed"),
    Role.LINK: ("ref", "relref"),
    Role.PLAIN: (
        "steps", "stepper", "cardgroup", "columns", "column", "frame", "accordiongroup", "panel",
        "code", "codeblockconfig", "section", "raw", "moniker", "zone", "tooltip", "badge", "icon",
        "content-ref",
        "api-method-spec", "api-method-description", "api-method-request", "api-method-response",
        "api-method-response-example-description", "swagger-description", "fragment",
    ),
}  # fmt: skip

ROLES = {
    **dict.fromkeys(NOTES, Role.NOTE),
    **dict.fromkeys(SECTIONS, Role.SECTION),
    **{name: role for role, names in _NAMES.items() for name in names},
}
"""The roles of the marks that are known, by name in lower case."""

ALONE = frozenset({Role.ROUTE, Role.FIELD, Role.GONE, Role.BADGE, Role.LINK, Role.TITLED})
"""What also means something without an end."""
