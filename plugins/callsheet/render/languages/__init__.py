"""The languages of our own words: a file each, whose texts have the English ones as keys."""

from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from pathlib import Path

from callsheet import lazy_re as re
from callsheet.errors import ConfigurationError
from callsheet.render.phrases import SiteLanguage, category
from callsheet.untrusted import MIB, DocumentLimits, UnusableError, load_json, read_within

SUFFIX = ".json"
LIMITS = DocumentLimits(characters=1 * MIB, depth=5, unique_keys=True)
_CATEGORIES = ("zero", "one", "two", "few", "many", "other")
_MAX_TOLD = 5
_MAX_KEY = 200
_PLACEHOLDER = re.compile(r"\{(\d)\}")


def read_language(name: str, folder: Path | None = None) -> SiteLanguage:
    """Return a language.

    Args:
        name: Its tag, of which the first part counts if there is no file for all of it; or the name
            of a file, which ends with `.json`.
        folder: The folder of such a file.

    Returns:
        The language; English where none is built in for the tag, see `is_built_in`.

    Raises:
        ConfigurationError: The file cannot be read, or is not a language.
    """
    if not name.endswith(SUFFIX):
        return _built_in(name)
    try:
        text = read_within((folder or Path()) / name, LIMITS)
    except (OSError, UnusableError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise ConfigurationError(f"The language `{name}` cannot be read: {why}.") from error
    return _language(name, text)


def is_built_in(tag: str) -> bool:
    """Tell whether there are words of ours in a language, or in one that its readers read, too."""
    return _found(tag) in built_in_languages()


def built_in_languages() -> tuple[str, ...]:
    """Return the tags of the languages that are built in, in alphabetical order, with English."""
    found = files(__name__).iterdir()
    tags = [file.name.removesuffix(SUFFIX) for file in found if file.name.endswith(SUFFIX)]
    return tuple(sorted(["en", *tags]))


@cache
def _built_in(name: str) -> SiteLanguage:
    found = _found(name)
    if found == "en" or found not in built_in_languages():
        return SiteLanguage()
    file = files(__name__).joinpath(f"{found}{SUFFIX}")
    return _language(file.name, file.read_text(encoding="utf-8"))


def _found(name: str) -> str:
    tag = name.replace("_", "-").lower()
    primary = tag.partition("-")[0]
    return tag if tag in built_in_languages() else _SAME.get(primary, primary)


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
        if fault := _fault(english, own, code):
            raise ConfigurationError(f"In the language `{name}`, `{english}` {fault}.")
    return SiteLanguage(code, phrases, direction == "rtl")


def _fault(english: str, own: object, code: str) -> str:
    """Describe the fault of a text, or of its forms; empty where there is none."""
    if isinstance(own, str):
        if not own.strip():
            return "is empty; leave it out where English is to stay"
        braces = "has to keep the placeholders in braces, and no other braces"
        return "" if _fits(english, own) else braces
    if not isinstance(own, dict):
        return "has to be a text"
    if "other" not in own or not own.keys() <= set(_CATEGORIES):
        return f"has to have forms for `other` and any of {', '.join(_CATEGORIES[:-1])}"
    try:
        category(code, 1)
    except LookupError:
        return f"has forms, but nothing is known of the plurals of the language `{code}`"
    if empty := next((name for name, form in own.items() if not str(form).strip()), ""):
        return f"has an empty text for `{empty}`"
    # What means one or two may leave out the number.
    return next(
        (
            f"has in the form `{name}` other placeholders in braces"
            for name, form in own.items()
            if not (isinstance(form, str) and _fits(english, form, is_part=name != "other"))
        ),
        "",
    )


def _fits(english: str, text: str, *, is_part: bool = False) -> bool:
    """Tell whether a text has the placeholders of the English one, or some, and no other braces."""
    rest = _PLACEHOLDER.sub("", text)
    ours, theirs = sorted(_PLACEHOLDER.findall(text)), sorted(_PLACEHOLDER.findall(english))
    fits = set(ours) <= set(theirs) if is_part else ours == theirs
    return fits and not ("{" in rest or "}" in rest)


def unknown_phrases(language: SiteLanguage) -> str:
    """Return a sentence on the texts of a file that a site has not; empty where there are none."""
    # Those that are built in have all texts.
    known = _built_in("de").phrases
    if not (unknown := [text for text in language.phrases if text not in known]):
        return ""
    told = []
    for text in unknown[:_MAX_TOLD]:
        meant = get_close_matches(text[:_MAX_KEY], known, 1)
        told.append(f"`{text}`" + (f" (did you mean `{meant[0]}`?)" if meant else ""))
    more = f" and {len(unknown) - _MAX_TOLD} more" if len(unknown) > _MAX_TOLD else ""
    return f"No page has these English texts: {', '.join(told)}{more}."
