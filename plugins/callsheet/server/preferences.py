"""What a client prefers of an answer (RFC 7240)."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PREFERENCE = re.compile(r'\s*([^\s=;,"]+)\s*(?:=\s*(?:"([^"]*)"|([^\s;,"]*)))?[^,]*(?:,|$)')


@dataclass(frozen=True, slots=True)
class Preferences:
    """The preferences that the server knows; any other is ignored (RFC 7240, 2).

    Attributes:
        code: The status to answer with.
        example: Which of the page's sample responses to answer with: its number, from 1.
        dynamic: Whether to make a value up instead of repeating the page's example.
    """

    code: int | None = None
    example: str | None = None
    dynamic: bool = False

    @classmethod
    def read(cls, field: str | None) -> Preferences:
        """Reads a `Prefer` field; of a preference that comes twice, the first counts."""
        found: dict[str, str] = {}
        for name, quoted, token in _PREFERENCE.findall(field or ""):
            found.setdefault(name.lower(), quoted or token)
        code = found.get("code", "")
        return cls(
            code=int(code) if re.fullmatch(r"[2-5]\d\d", code) else None,
            example=found.get("example"),
            dynamic=found.get("dynamic", "").lower() == "true",
        )

    @property
    def applied(self) -> str:
        """The value of `Preference-Applied`, empty where there is no preference."""
        parts = []
        if self.code is not None:
            parts.append(f"code={self.code}")
        if self.example is not None:
            parts.append(f"example={self.example}")
        if self.dynamic:
            parts.append("dynamic=true")
        return ", ".join(parts)
