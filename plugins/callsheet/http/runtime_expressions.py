"""Runtime expressions: addresses whose parts come from messages (OpenAPI 3.1.0, 4.8.20.3)."""

from dataclasses import dataclass

from callsheet import lazy_re as re

_BRACES = re.compile(r"\{(\$[^{}]*)\}")
_ADDRESS = re.compile(r"(?:https?://|\{\$)\S*")
_EXPRESSION = re.compile(
    r"\$(?:(?P<fact>url|method|statusCode)"
    r"|(?P<message>request|response)\.(?:(?P<place>header|query|path)\.(?P<name>[^{}]+)"
    r"|(?P<body>body)(?:#(?P<pointer>(?:/[^{}]*)?))?))"
)


@dataclass(frozen=True, slots=True)
class RuntimeExpression:
    """An expression.

    Attributes:
        text: As it is written, without braces.
        message: `request` or `response`; empty for a fact about both.
        place: `header`, `query`, `path` or `body`; else `url`, `method` or `statusCode`.
        name: The name of a field or parameter, or a JSON pointer into the body.
    """

    text: str
    message: str
    place: str
    name: str


def is_callback_address(text: str) -> bool:
    """Tell whether a text is a URL with runtime expressions, to which a callback can go."""
    return bool(_ADDRESS.fullmatch(text)) and read_template(text) is not None


def read_template(template: str) -> tuple[str | RuntimeExpression, ...] | None:
    """Split a text with expressions in braces; None where one is not a runtime expression."""
    parts: list[str | RuntimeExpression] = []
    # Split by a pattern with a group: text, expression, text, ..., text.
    for number, text in enumerate(_BRACES.split(template)):
        if number % 2 == 0:
            parts += [text] if text else []
            continue
        match = _EXPRESSION.fullmatch(text)
        if match is None:
            return None
        place = match["fact"] or match["place"] or match["body"]
        name = match["name"] or match["pointer"] or ""
        parts.append(RuntimeExpression(text, match["message"] or "", place, name))
    return tuple(parts)
