"""Words of the page format, and words that authors write in their place: columns, types, texts."""

from collections import Counter
from collections.abc import Collection

from callsheet import lazy_re as re
from callsheet.memo import cached, cached_by
from callsheet.model import SectionKind
from callsheet.schema.words.facets import Facet
from callsheet.schema.words.type_words import ENUM, WORDS, parts_of
from callsheet.source.tables import LOCATION

MAX_KNOWN = 500
"""Limit of names to compare with, since each word is compared with each."""

# The commonest words that carry no meaning. Some are words of several languages, which is why one
# of them shows nothing.
_COMMON_WORDS = {
    "English": "the of to and is for are be this that with by from when which if not as it on an a",
    "German": "der das und ist nicht wird von vom zum zur eine einer eines ein mit für auf den dem "
    "des im werden oder bei wenn kann als die nur aus",
    "French": "le la les des du et est pour une un dans que qui sur avec par ce cette ne pas sont "
    "au aux de",
    "Spanish": "el los las del es para una un en que por con se como su la de al y o",
    "Italian": "il lo gli dei della delle del è per una un di che con non si da al alla nel la",
    "Portuguese": "o os das do da em uma um para que não com por se ao é de na no",
    "Dutch": "de het een van en is voor met op niet wordt door bij zijn dat die te of aan",
    "Norwegian": "og er for av på til som med ikke det den en et skal fra kan ved hvis",
    "Swedish": "och är för av på till som med inte det den en ett ska från kan vid om att",
}
_LANGUAGES: dict[str, frozenset[str]] = {
    language: frozenset(words.split()) for language, words in _COMMON_WORDS.items()
}
_COMMON_WORD = re.compile(r"(?<![\w`.-])[^\W\d_]{1,12}(?![\w`-])")


def likely_meant(word: str, known: Collection[str]) -> str | None:
    """Return the known word that differs from this one by typing errors, whatever the case.

    A typing error is a letter too many, too few, wrong, or two swapped ones. Words of up to six
    letters may have one, longer ones two. None if the word itself is known, none is similar, or
    there are more than `MAX_KNOWN`.
    """
    if len(known) > MAX_KNOWN:
        return None
    lower = word.lower()
    if lower in known:
        return None
    letters = set(lower)
    best: tuple[int, str] | None = None
    for candidate in known:
        other = candidate.lower()
        if other == lower:
            return None
        limit = allowed_typos(lower, other)
        if abs(len(other) - len(lower)) > limit:
            continue
        # A typo takes away one letter, and adds one, at most.
        if len(letters.symmetric_difference(other)) > 2 * limit:
            continue
        found = edit_distance(lower, other, limit)
        if found <= limit and (best is None or found < best[0]):
            best = found, candidate
    return best[1] if best else None


def did_you_mean(word: str, known: Collection[str], mark: str = "") -> str:
    """Return a hint that names the known word that is likely meant, after a mark; else empty."""
    meant = likely_meant(word, known)
    return f"Did you mean `{mark}{meant}`?" if meant else ""


def differ_in_number(name: str, meant: str) -> bool:
    """Tell whether two names differ by a number, as `Line1` and `Line2`, or by a plural."""
    strip = "0123456789sS"
    return (
        name.rstrip(strip).lower() == meant.rstrip(strip).lower() and name.lower() != meant.lower()
    )


def allowed_typos(one: str, other: str) -> int:
    """Return how many typing errors two words may differ by and still be one word."""
    shorter = min(len(one), len(other))
    return 0 if shorter < 3 else 1 if shorter < 7 else 2


def edit_distance(one: str, other: str, limit: int) -> int:
    """Return the optimal string alignment distance of two words, capped at one over the limit."""
    # Equal ends do not count, and without them little is left of two similar words.
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    if abs(len(one) - len(other)) > limit or min(len(one), len(other)) > 2 * limit + 2:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        last, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return min(row[-1], limit + 1)


PARAMETERS = ("parameter name", "type", "description")
COLUMNS = {
    SectionKind.PATH: ("path part", "type", "description"),
    SectionKind.QUERY: PARAMETERS,
    SectionKind.HEADERS: ("parameter name", "description"),
    SectionKind.COOKIES: ("parameter name", "description"),
    SectionKind.PARAMETERS: PARAMETERS,
    SectionKind.RESPONSE_HEADERS: ("parameter name", "description"),
    SectionKind.REQUEST_BODY: ("property name", "type", "description"),
    SectionKind.RESPONSE: ("response", "description"),
    SectionKind.RESPONSE_BODY: ("property name", "type", "description"),
    SectionKind.CALLBACK: ("property name", "type", "description"),
}
"""The columns by section, in lower case."""

HEADERS: dict[str, str] = {
    "path part": "Path Part",
    "parameter name": "Parameter Name",
    "property name": "Property Name",
    "response": "Response",
    "type": "Type",
    "description": "Description",
    LOCATION: "In",
    **{facet: facet.title() for facet in Facet},
}
"""Spelling of all columns in a header row, including those that any table may have."""


CAPITALISED = frozenset({"String", "Integer", "Boolean", "Array", "Number", "Object"})
"""The vocabulary of request bodies."""

LOWER_CASE = frozenset(
    {"string", "int32", "int64", "bool", "array", "double", "object", "date-time", "byte", "binary"}
)
"""The vocabulary of parameters and response bodies."""

ALSO_READ = frozenset({"boolean", "integer", "number"})
"""Words of JSON Schema that the reader understands, too."""

WRITTEN = CAPITALISED | LOWER_CASE | ALSO_READ

COUNTERPARTS = {
    "String": "string",
    "Integer": "int32",
    "Boolean": "bool",
    "Array": "array",
    "Number": "double",
    "Object": "object",
}
"""Words of the capitalised vocabulary in the other one."""

_FOREIGN = {
    "int32": "int int16 integer32 i32 uint uint32 int4 short smallint tinyint",
    "int64": "long bigint integer64 i64 uint64 int8 longint",
    "double": "decimal real single numeric float32 float64 money currency",
    "bool": "logical yesno",
    "string": "str varchar nvarchar char",
    "uuid": "guid",
    "date-time": "datetime timestamp datetimeoffset date_time iso8601",
    "array": "vector",
    "object": "dict dictionary hashmap json",
    "byte": "bytes byte[] base64 bytearray",
}
_FOREIGN_IN_LOWER_CASE = {
    "string": "text xml html password char",
    "uri": "url",
    "array": "list collection set",
    "object": "struct dynamic",
    "binary": "file blob stream",
}
"""Words that may name a type of the API where they are capitalised."""

_BY_WORD = {word: type_ for type_, words in _FOREIGN.items() for word in words.split()}
_BY_LOWER_WORD = {
    word: type_ for type_, words in _FOREIGN_IN_LOWER_CASE.items() for word in words.split()
}
_OF_PROGRAMS = """
    int int16 integer32 i32 uint uint32 int4 smallint tinyint bigint integer64 i64 uint64 int8
    longint float32 float64 varchar nvarchar datetime datetimeoffset date_time byte[]
"""
"""Those that nobody names a type of an API."""

_OF_LIFE = "money currency json real single logical vector timestamp short"
"""Those that may be the name of a type in small letters."""

NAME = re.compile(r"[A-Za-z_]\w*(?:[.]\w+)*")
"""A word that may name a type of the API."""


@cached_by(4096, lambda written, *, capitalised: len(written))
def fault_of(written: str, *, capitalised: bool) -> tuple[str, str | None] | None:
    """Describe the fault of a word that is written as a type and is in neither vocabulary.

    Args:
        written: The word; not an enumeration.
        capitalised: Whether the types around it are of the capitalised vocabulary.

    Returns:
        What is wrong, and the right word if it is known; None for a type of either vocabulary,
        whatever its case, and for a name that can be a type of the API.
    """
    if ENUM.fullmatch(written):
        return None
    lower = written.lower()
    meant = None
    # A capitalised word may name a type of the API, unless it is one of programs and databases.
    if lower not in WORDS and (written[:1].islower() or lower in _OF_PROGRAMS.split()):
        meant = _BY_WORD.get(lower) or _BY_LOWER_WORD.get(written)
    if meant is not None:
        return "is not a type", in_vocabulary(meant, capitalised=capitalised)
    if parts := parts_of(written):
        faults = ((part, fault_of(part, capitalised=capitalised)) for part in parts)
        part, fault = next(((part, fault) for part, fault in faults if fault), ("", None))
        if fault is None or fault[1] is None:
            return fault
        return fault[0], re.sub(rf"(?<!\w){re.escape(part)}(?!\w)", fault[1], written)
    if lower in WORDS:
        return None
    near = likely_meant(written, (*LOWER_CASE, *ALSO_READ))
    # A short capitalised name, such as `Pool` or `Book`, may be a type of its own, and so may one
    # that has the word and more, such as `Objects`.
    may_name = written[0].isupper() and (near is None or len(near) <= 4 or near in lower)
    if near and not may_name:
        meant = COUNTERPARTS.get(near.capitalize(), near)
        return "is not a type", in_vocabulary(meant, capitalised=capitalised)
    if not NAME.fullmatch(written):
        return "is not a type and cannot be the name of a type", None
    if written[0].islower():
        return "is not a type", None
    return None


def is_slip(written: str, meant: str) -> bool:
    """Tell whether a word can only be a slip in one of the types, or their name in programs."""
    lower = written.lower()
    if lower in _OF_PROGRAMS.split() or (written in _BY_WORD and written not in _OF_LIFE.split()):
        return True
    return likely_meant(written, (*WRITTEN, meant)) is not None


def in_vocabulary(word: str, *, capitalised: bool) -> str:
    """Translate a type to one of the two vocabularies, if it has a counterpart there."""
    if capitalised:
        return next((c for c, lower in COUNTERPARTS.items() if lower == word), word)
    return COUNTERPARTS.get(word, word)


def is_capitalised(words: list[str]) -> bool:
    """Tell whether most of these types are of the capitalised vocabulary."""
    lower = COUNTERPARTS.values()
    return sum(w in CAPITALISED for w in words) > sum(w in lower for w in words)


# What generators write for a value that is missing.
_NOTHING = (
    "none n/a n.a na nil nan null undefined void empty tbc tbd tba todo fixme xxx foo asdf test"
)
# "Description", as a template has it in place of one.
_DESCRIPTION = """
    description desc beschreibung descripción descripcion descrição descricao descrizione
    beschrijving beskrivelse beskrivning kuvaus opis popis açıklama описание опис 描述 说明 説明
    설명 περιγραφή leírás descriere
"""  # noqa: RUF001 - words of other languages
_NOUN = "|".join(_DESCRIPTION.split())
_MISSING = (
    rf"(?:no|keine|ohne|aucune|pas de|sans|sin|sem|nessuna|senza|geen|ingen|uten|utan|uden|ei|brak"
    rf"|bez|нет|без) (?:{_NOUN}|opisu|popisu|описания|kuvausta)"
    rf"|(?:{_NOUN}) (?:folgt|fehlt|missing|mangler|saknas|ontbreekt|mancante|manquante|pendiente"
    rf"|pendente|отсутствует|yok|puuttuu)"
)
# Other words for a text that is missing, or is to be written later, in whole cells.
_LATER = """
    暂无|暂无描述|暂无说明|无|待补充|待定|説明なし|未定|未記入|なし|설명 없음|없음
    à compléter|à définir|à faire|por hacer|por definir|por completar|a definir|a completar
    pendiente|pendente|da fare|da completare|da definire
    folgt|noch zu ergänzen|noch zu klären|wird ergänzt|wird noch ergänzt|zu ergänzen
    nog in te vullen|nog te bepalen|te doen|å fylle ut|fylles ut|skal fylles ut|kommer snart
    att göra|täydennetään|do uzupełnienia|do zrobienia|скоро|доделать|уточнить|yapılacak|doplnit
"""  # noqa: RUF001 - words of other languages
_STAND_IN = re.compile(
    r"[({\[<$]*(?:"
    + "|".join(
        (
            *map(re.escape, _NOTHING.split()),
            _NOUN,
            _MISSING,
            # An object as a text, and marks of templates.
            r"object (?:object|array|null|undefined)|%(?:\d\$)?[sdifo@]|%\w+%|\{\d?\}|\$\w+\$",
            *("|".join(line.strip() for line in _LATER.strip().split("\n")),),
        )
    )
    + r")[)}\]>.!:]*|[-\u2013\u2014_.\u2026?*~#/]+",
    re.IGNORECASE,
)
_TYPE_WORDS = frozenset(word.lower() for pair in COUNTERPARTS.items() for word in pair)


def is_stand_in(text: str) -> bool:
    """Tell whether a text is a word that stands for none, or for a type."""
    return text.lower() in _TYPE_WORDS or _STAND_IN.fullmatch(text) is not None


_REQUEST = re.compile(
    r"\s*(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)[ \t]+(?:https?://[^/\s]+)?/\S*"
    r"[^\n]*(?P<rest>\n[\s\S]*)?\Z"
)
_RESPONSE = re.compile(r"\s*HTTP/\d(?:\.\d)?[ \t]+\d{3}\b")
_FIELD = re.compile(r"\n[A-Za-z][A-Za-z0-9-]*:[ \t]*\S")


def is_request(text: str) -> bool:
    """Tell whether a text is a request with header fields, not just the line of a route."""
    match = _REQUEST.match(text)
    return bool(match and match["rest"] and _FIELD.match(match["rest"]))


def is_request_line(text: str) -> bool:
    """Tell whether a text begins with a request line."""
    return _REQUEST.match(text) is not None


def is_response(text: str) -> bool:
    """Tell whether a text begins with a status line."""
    return _RESPONSE.match(text) is not None


def is_message(text: str) -> bool:
    """Tell whether a text begins like an HTTP message."""
    return is_request_line(text) or is_response(text)


@cached(8192)
def common_words(text: str) -> Counter[str]:
    """Count the different words of a text that are common in a language, by language."""
    words = {word.lower() for word in _COMMON_WORD.findall(text)}
    return Counter({name: len(words & known) for name, known in _LANGUAGES.items()})
