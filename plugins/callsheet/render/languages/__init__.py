"""The languages of our own words: a file each, whose texts have the English ones as keys."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from pathlib import Path

from callsheet.errors import ConfigurationError
from callsheet.render.phrases import SiteLanguage
from callsheet.untrusted import MIB, DocumentLimits, UnusableError, load_json, read_within

SUFFIX = ".json"
LIMITS = DocumentLimits(characters=1 * MIB, depth=5, unique_keys=True)
_PLACEHOLDER = re.compile(r"\{(\d)\}")


def read_language(name: str, folder: Path | None = None) -> SiteLanguage:
    """Return a language.

    Args:
        name: Its tag, of which the first part counts if there is no file for all of it; or the name
            of a file, which ends with `.json`.
        folder: The folder of such a file.

    Returns:
        The language; English where none of that tag comes along.

    Raises:
        ConfigurationError: The file cannot be read, or is no language.
    """
    if not name.endswith(SUFFIX):
        return _built_in(name)
    try:
        text = read_within((folder or Path()) / name, LIMITS)
    except (OSError, UnusableError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise ConfigurationError(f"The language `{name}` cannot be read: {why}.") from error
    return _language(name, text)


def built_in_languages() -> tuple[str, ...]:
    """Return the tags of the languages that come along, in alphabetical order, with English."""
    found = files(__name__).iterdir()
    tags = [file.name.removesuffix(SUFFIX) for file in found if file.name.endswith(SUFFIX)]
    return tuple(sorted(["en", *tags]))


@cache
def _built_in(name: str) -> SiteLanguage:
    tags = built_in_languages()
    tag = name.replace("_", "-").lower()
    primary = _SAME.get(tag.partition("-")[0], tag.partition("-")[0])
    found = tag if tag in tags else primary
    if found == "en" or found not in tags:
        return SiteLanguage()
    file = files(__name__).joinpath(f"{found}{SUFFIX}")
    return _language(file.name, file.read_text(encoding="utf-8"))


_SAME = {"no": "nb", "nn": "nb"}
"""Languages whose readers read another one that comes along."""


def _language(name: str, text: str) -> SiteLanguage:
    try:
        content = load_json(text, LIMITS)
    except UnusableError as error:
        raise ConfigurationError(f"The language `{name}` cannot be read: {error}.") from error
    known = isinstance(content, dict) and content.keys() <= {"language", "direction", "phrases"}
    code = content.get("language") if known else None
    phrases = content.get("phrases", {}) if known else None
    direction = content.get("direction", "ltr") if known else None
    is_direction = direction in ("ltr", "rtl")
    if not isinstance(code, str) or not isinstance(phrases, dict) or not is_direction:
        raise ConfigurationError(
            f"The language `{name}` has to have `language`, a tag such as `de`, and `phrases`, the"
            " texts by the English ones; and may have `direction`, `ltr` or `rtl`."
        )
    for english, own in phrases.items():
        if not isinstance(own, str):
            raise ConfigurationError(f"In the language `{name}`, `{english}` has to be a text.")
        if not _fits(english, own):
            raise ConfigurationError(
                f"In the language `{name}`, `{english}` has to keep the placeholders in braces, and"
                " no other braces."
            )
    return SiteLanguage(code, phrases, direction == "rtl")


def _fits(english: str, text: str) -> bool:
    """Tell whether a text has the same placeholders as the English one, and no other braces."""
    rest = _PLACEHOLDER.sub("", text)
    same = sorted(_PLACEHOLDER.findall(english)) == sorted(_PLACEHOLDER.findall(text))
    return same and not ("{" in rest or "}" in rest)
