"""Variables of Postman collections: `{{name}}`, and those that Postman generates."""

from collections.abc import Mapping

from callsheet import lazy_re as re
from callsheet.http.masking import is_secret_name
from callsheet.importing.references import SpecNode

MAX_STEPS = 10
"""Variables whose values refer to each other."""

MAX_LENGTH = 10_000
"""Characters of a value with variables in it; in a longer one, they are not replaced."""

VARIABLE = re.compile(r"\{\{([^{}]*)\}\}")

_GENERATED = {
    "guid": "6f9619ff-8b86-4011-b42d-00c04fc964ff",
    "randomUUID": "6f9619ff-8b86-4011-b42d-00c04fc964ff",
    "timestamp": "1767225600",
    "isoTimestamp": "2026-01-01T00:00:00.000Z",
    "randomInt": "42",
    "randomBoolean": "true",
    "randomEmail": "reader@example.com",
    "randomExampleEmail": "reader@example.com",
    "randomUrl": "https://example.com",
    "randomPrice": "9.50",
}
"""Values in place of those that Postman generates; for all others, their names."""


class CollectionVariables:
    """The variables of a collection and its folders.

    Args:
        values: The values by name.
    """

    def __init__(self, values: Mapping[str, str] | None = None) -> None:
        self._values = dict(values or {})

    def within(self, place: SpecNode) -> "tuple[CollectionVariables, list[str]]":
        """Return the variables of a collection or folder, and the secrets among their values."""
        found, secrets = dict(self._values), []
        for variable in place.listed("variable"):
            name = variable.text("key") or variable.text("id")
            value = _text(variable.get("value"))
            if not name or not value or variable.get("disabled") is True:
                continue
            if variable.text("type") == "secret" or is_secret_name(name):
                secrets.append(value)
                found.pop(name, None)
            else:
                found[name] = value
        return CollectionVariables(found), secrets

    def value(self, name: str) -> str | None:
        """Return the value of a variable, with the variables in it replaced; None if unknown."""
        name = name.strip()
        if name.startswith("$"):
            return _GENERATED.get(name[1:], _plain(name[1:]))
        return self.replaced(self._values[name]) if name in self._values else None

    def replaced(self, text: str) -> str:
        """Replace the variables in a text; those without a value stay."""
        for _ in range(MAX_STEPS):
            if "{{" not in text or len(text) > MAX_LENGTH:
                break
            new = VARIABLE.sub(self._of, text)
            if new == text:
                break
            text = new
        return text

    def in_body(self, text: str) -> str:
        """Replace the variables in a body once, however long it is."""
        return VARIABLE.sub(lambda match: self.value(match[1]) or match[0], text)

    def _of(self, match: re.Match[str]) -> str:
        name = match[1].strip()
        if name.startswith("$"):
            return self.value(name) or match[0]
        return self._values.get(name, match[0])


def _plain(name: str) -> str:
    """Return a word for a value that is generated: `firstName` for `randomFirstName`."""
    name = name.removeprefix("random")
    return name[:1].lower() + name[1:]


def _text(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, str | int | float) else ""
