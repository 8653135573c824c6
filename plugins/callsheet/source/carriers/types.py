"""Types in the words of references, in the words of the page format."""

from functools import lru_cache

from callsheet import lazy_re as re
from callsheet.source.layouts import languages
from callsheet.source.layouts.layout import Layout
from callsheet.source.rows import plain_type

WORDS = frozenset(
    {"string", "integer", "number", "boolean", "array", "object", "date-time", "date", "binary",
     "int32", "int64", "double", "float", "uuid", "email", "uri", "duration", "any", "map", "byte"}
)  # fmt: skip
_MAX = 120
_MAX_PHRASE = 4
"""Words of a phrase that is all a type."""

_TAG = re.compile(r"<(?:sup|br|i|b|em|code|/)[^<>]*>")
_MARK = re.compile(
    r"(?<![ \t])[ \t]*+(?:[,;(][ \t]*+)?\b(?P<word>required|optional|mandatory)\b[ \t]*+\)?[ \t]*+",
    re.IGNORECASE,
)
_LIST = re.compile(
    r"(?:an? )?(?:(?:array|list|collection|slice)s?(?: of)?|sets? of)(?: one or more)?"
    r" (?P<inner>\S.*)",
    re.IGNORECASE,
)
_LIST_AFTER = re.compile(r"(?P<inner>\S.*?) (?:array|collection|list)", re.IGNORECASE)
_HELD = re.compile(
    r"(?P<outer>array|list|collection|slice)\s*[<\[({](?P<inner>.+)[>\])}]", re.IGNORECASE
)
_BRACKETED = re.compile(r"\[(?P<inner>[A-Za-z][\w-]*+)\]")
_GO_MAP = re.compile(
    r"map\[\w+\](?P<inner>\S+)|(?:dict|map|hash)<\w+(?:, ?|\|)(?P<value>.+)>", re.IGNORECASE
)
_NOUN = re.compile(
    r"(?<!\s)\s++(?:objects?|resources?|values?|structs?|types?|entit(?:y|ies))$", re.IGNORECASE
)
_OR = re.compile(r"(?<!\s)\s*+(?:[/|]\s*+|,\s++|(?<=\s)or\s++)")
_EITHER = re.compile(r"[/|]|\bor\b")
_ARTICLE = re.compile(r"(?:an?|the|partial|valid)\s+", re.IGNORECASE)
_PHRASE = re.compile(
    r"(?:an?\s)?(?:positive |valid |comma-separated |json |unix )?"
    r"(?P<phrase>(?:array|list) of \w+|[A-Za-z0-9]+)(?: values?)?"
    r"(?:$|,| (?:representing|containing|that|which|with|of|specifying|indicating|value|between"
    r"|greater|denoting|identifying)\b)",
    re.IGNORECASE,
)
_COUNT = re.compile(r"(?:the )?(?:(?:max|min)imum |total )?number of\b", re.IGNORECASE)
_PREPOSITION = re.compile(r"(?:of|for|in|to|from|with|by|on|at|as)\b", re.IGNORECASE)
_FORMAT = re.compile(r"(?P<word>string|integer|number|int)\s*\((?P<format>[^()]*)\)", re.IGNORECASE)


def split_mark(text: str) -> tuple[str, bool | None]:
    """Return a type without the word that says whether it is required, and what that says."""
    text = plain_type(text)
    match = _MARK.search(text) if len(text) <= _MAX else None
    if match is None:
        return text, None
    rest = f"{text[: match.start()]} {text[match.end() :]}".strip(" ,;()")
    return rest, match["word"].lower() != "optional"


@lru_cache(maxsize=4096)
def type_in_words(text: str, layout: Layout, depth: int = 4) -> str:
    """Return a type in the words of the page format.

    Args:
        text: The type as the page writes it.
        layout: The layout, with other words for the types.
        depth: How many types may be inside of each other.
    """
    plain = " ".join(plain_type(_TAG.sub("", text.replace("\\", ""))).split()).strip(" *_.:\u2020")
    if len(plain) > _MAX or depth == 0:
        return plain
    if known := _word(plain, layout):
        return known
    if plain.startswith("?"):
        return f"{type_in_words(plain[1:], layout, depth - 1)} or null"
    inner = ""
    if plain.startswith("[]"):
        inner = plain[2:]
    elif plain.endswith("[]"):
        inner = plain[:-2]
    elif match := _BRACKETED.fullmatch(plain):
        inner = match["inner"]
    elif _EITHER.search(plain):
        pass
    elif match := _LIST.fullmatch(plain) or _HELD.fullmatch(plain) or _LIST_AFTER.fullmatch(plain):
        inner = match["inner"]
    if inner:
        held = type_in_words(inner, layout, depth - 1)
        return f"array of ({held})" if " or " in held else f"array of {held}"
    if match := _GO_MAP.fullmatch(plain):
        return f"map of {type_in_words(match['inner'] or match['value'], layout, depth - 1)}"
    parts = _OR.split(plain)
    words = ["null" if part.strip("`* ") == "null" else _word(part, layout) for part in parts]
    if len(parts) > 1 and all(words):
        return " or ".join(dict.fromkeys(words))
    if match := _FORMAT.fullmatch(plain):
        return _word(match["format"], layout) or _word(match["word"], layout)
    bare = _NOUN.sub("", _ARTICLE.sub("", plain, count=1))
    return type_in_words(bare, layout, depth - 1) if bare and bare != plain else plain


def type_of_phrase(text: str, layout: Layout) -> str:
    """Return the type that begins a description: `A positive integer`; nothing without one."""
    phrase = text.strip()
    if _COUNT.match(phrase):
        return "integer"
    if _PREPOSITION.match(phrase):
        # `name` of the sailing list.
        return ""
    if match := _PHRASE.match(phrase):
        phrase = match["phrase"]
    elif len(phrase.split()) > _MAX_PHRASE and not _LIST.fullmatch(phrase):
        return ""
    if phrase.lower() in languages.TYPES:
        # As the first word of a text, `Lista` and `Datum` are as often no type.
        return ""
    known = type_in_words(phrase, layout)
    if known.startswith("array of ") and known.removeprefix("array of ") not in WORDS:
        # `A list of ships` names no type of that name.
        return "array"
    return known if is_known(known) else ""


def is_known(kind: str) -> bool:
    """Tell whether a type is in words of the page format."""
    return kind in WORDS or kind.startswith(("array of ", "map of "))


def _word(text: str, layout: Layout) -> str:
    lower = text.strip("`* ").lower().removeprefix("edm.")
    if found := layout.types.get(lower):
        return found
    return lower if lower in WORDS else ""
