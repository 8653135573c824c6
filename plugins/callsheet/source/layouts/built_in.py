"""The layouts that come with Callsheet, but for our own, and how a page's layout is recognised."""

from collections.abc import Mapping
from dataclasses import replace

from callsheet import lazy_re as re
from callsheet.source.layouts.generic import GENERIC
from callsheet.source.layouts.layout import Layout, Sign


def _layout(
    name: str,
    *signs: tuple[str, str, str],
    post: int = 201,
    types: Mapping[str, str] | None = None,
) -> Layout:
    found = tuple(
        Sign(word, re.compile(pattern, re.MULTILINE), why) for word, pattern, why in signs
    )
    return replace(
        GENERIC,
        name=name,
        signs=found,
        statuses={"POST": post, "DELETE": 204},
        types={**GENERIC.types, **(types or {})},
    )


LAYOUTS = {
    layout.name: layout
    for layout in (
        _layout(
            "graph",
            ("Namespace: ", r"^Namespace: microsoft\.graph", "a line `Namespace: microsoft.graph`"),
            ('"blockType"', r'"blockType": *"', "comments of API Doctor with a `blockType`"),
            # Elsewhere, a duration is as often `30s` as `PT30S`.
            types={"duration": "duration"},
        ),
        _layout(
            "hashicorp",
            ("Method", r"^\|[ ]*Method[ ]*\|[ ]*Path[ ]*\|", "a table `Method | Path`"),
            post=200,
        ),
        _layout(
            "slate",
            ('"api-endpoint"', r'^<div class="api-endpoint">', "an HTML block `api-endpoint`"),
            ("### HTTP Request", r"^### HTTP Request", "a heading `HTTP Request` of Slate"),
        ),
        _layout(
            "mastodon",
            (
                ": {{<required>",
                r"^: \{\{<required>\}\}",
                "definitions that begin with `{{<required>}}`",
            ),
            ("**OAuth", r"^\*\*OAuth:?\*\*", "a line `OAuth`"),
        ),
        _layout(
            "grafana",
            ("**Example", r"^\*\*Example [Rr]equest\b", "a bold line `Example Request`"),
            post=200,
        ),
        _layout(
            "gitlab",
            (
                "plaintext",
                r"^(?:```|~~~)plaintext\n(?:GET|POST|PUT|PATCH|DELETE) ",
                "fences `plaintext` with a route",
            ),
        ),
        GENERIC,
    )
}
"""The layouts by name, in the order in which their signs are looked for."""


def recognise(text: str) -> tuple[Layout, str]:
    """Return the layout of a page, and the reason.

    Args:
        text: The page's text.
    """
    for layout in LAYOUTS.values():
        for sign in layout.signs:
            if sign.word in text and (match := sign.pattern.search(text)):
                line = text.count("\n", 0, match.start()) + 1
                return layout, f"{sign.reason} in line {line}"
    return GENERIC, "no sign of another layout"
