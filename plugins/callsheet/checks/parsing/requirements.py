"""Words in descriptions that say whether a value is required."""

from callsheet import lazy_re as re
from callsheet.checks.parsing.words import edit_distance
from callsheet.model import REQUIRED_MARK

_EMPHASISED = re.compile(
    r"(?P<open>\*{1,3}|_{1,3}|`|<b>|<strong>|<em>|\[|\()\s*(?P<word>[A-Za-z]{5,11})[.!:]?\s*"
    r"(?P<close>\*{1,3}|_{1,3}|`|</b>|</strong>|</em>|\]|\))?",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"(?:^|[.!?]\s+)(?P<word>required|mandatory)[.!]?\s*(?=$|(?-i:[A-Z]))", re.IGNORECASE
)
_OPTIONAL = re.compile(
    r"^\(?optional\b|[.;]\s+optional\b|\(\s*optional\b[^)]*\)|\b(?:is|are) optional\b"
    r"|\b(?:can|may|could) be (?:omitted|left out|left (?:blank|empty)|skipped)\b"
    r"|\b(?:if|when) (?:omitted|not (?:given|specified|supplied|provided))\b"
    r"|\bnot required\b|\*\*optional\*\*",
    re.IGNORECASE,
)
# What is required only sometimes: `*Required* if it is paid`, `(required for letters)`.
_IS_CONDITIONAL = re.compile(
    r"[^\w.]{0,4}(?:if|when|unless|for|only|in|by|with|on|at|except|depending|whenever|as|but)\b",
    re.IGNORECASE,
)
_DEFAULT = re.compile(r"\bdefaults?(?: value)?\s*(?:=|:|\bis\b|\bto\b)", re.IGNORECASE)
# "If it is a name, it will default to the first": that is of the name, not of the value.
_CONDITION = re.compile(r"\s*(?:if|when)\b", re.IGNORECASE)
# "The `:latest` tag is optional": the other parts of the value are not.
_OF_A_PART = re.compile(r"\bthe `[^`]*` \w+ (?:is|are) optional\b", re.IGNORECASE)
_MUST = re.compile(
    r"\b(?:(?:is|are) (?:always )?(?:required|mandatory|obligatory)"
    r"|must (?:always )?be (?:given|specified|supplied|provided|present))\b"
    r"(?!\s*(?:if|when|unless|for|only|to|in|by|with|on|at)\b)",
    re.IGNORECASE,
)


_WORDS_FOR_REQUIRED = """
    erforderlich pflicht pflichtfeld pflichtangabe obligatoire requis obligatorio requerido
    obrigatório obrigatorio obbligatorio richiesto verplicht vereist påkrevd påkrevet påkrævet
    obligatorisk krävs pakollinen wymagane povinné zorunlu обязательно обязательный обязательное
    必須 必填 必需 필수
"""
# What authors of other languages write in bold for the mark.
_FOREIGN_MARK = re.compile(
    rf"(?P<marks>\*{{1,3}}|__?)(?:{'|'.join(_WORDS_FOR_REQUIRED.split())})[.!:]?(?P=marks)",
    re.IGNORECASE,
)


_SENTENCE_END = re.compile(r"[.!?;][ ]|<br>")
_AMONG_OTHERS = re.compile(r"\b(?:one|any|some|two) of\b|\beither\b", re.IGNORECASE)


def misspelt_mark(description: str) -> str | None:
    """Return the text in place of the required mark; None for none, or the right one."""
    if REQUIRED_MARK in description:
        return None
    if foreign := _FOREIGN_MARK.search(description):
        return foreign.group()
    lower = description.lower()
    # A typing error leaves at least one half of the word as it is.
    if "req" not in lower and "uired" not in lower and "mandatory" not in lower:
        return None
    for match in _EMPHASISED.finditer(description):
        word = match["word"].lower()
        if _IS_CONDITIONAL.match(description, match.end()):
            continue
        is_word = word == "mandatory" or edit_distance(word, "required", 2) <= 2
        if match["open"] == "`" and not _is_apart(description, match):
            continue
        if is_word and (match["close"] or match["open"].startswith(("*", "_", "<"))):
            return match.group().strip()
    alone = _ALONE.search(description)
    return alone["word"] if alone else None


def _is_apart(description: str, match: re.Match[str]) -> bool:
    """Tell whether a word stands apart from the sentences around it, of which it is not a value."""
    before, after = description[: match.start()].rstrip(), description[match.end() :].lstrip()
    return (not before or before[-1] in ".!?:;)>") and (not after or not after[0].islower())


def says_optional(description: str) -> str | None:
    """Return the words by which a description says that a value can be left out."""
    for pattern in (_OPTIONAL, _DEFAULT):
        for match in pattern.finditer(description):
            before = _SENTENCE_END.split(description[: match.start()])[-1]
            after = _SENTENCE_END.split(description[match.end() :], maxsplit=1)[0]
            sentence = before + match.group() + after
            is_sometimes = pattern is _DEFAULT and _CONDITION.match(before)
            if not (is_sometimes or _OF_A_PART.search(sentence)):
                return match.group().strip(" .;")
    return None


def says_required(description: str) -> str | None:
    """Return the words by which a description says that a value must be given."""
    if "must" not in description and "required" not in description and "tory" not in description:
        return None
    for match in _MUST.finditer(description):
        sentence = _SENTENCE_END.split(description[: match.start()])[-1]
        # "One of the filters must be given": each by itself may be left out.
        if not _AMONG_OTHERS.search(sentence):
            return match.group()
    return None
