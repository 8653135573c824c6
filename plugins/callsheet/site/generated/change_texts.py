"""Texts about changes between versions, in the language of the site.

English sentences are those of `callsheet diff`. Other languages have what these say as a label and
its two sides, such as `Abfrageparameter size, Typ: int32 → string`: a sentence about so many things
has another form in each of them.
"""

from collections.abc import Sequence

from callsheet import lazy_re as re
from callsheet.diff import Change, Level, TreeDiff
from callsheet.diff.writing import ENGLISH, tally
from callsheet.render.conditions import conditions_in_language
from callsheet.render.phrases import language_in_use, marked, phrase, phrase_with_numbers

_CODE = re.compile(r"`[^`]*`")
_PLACE = re.compile(r"\{\d+\}")
_NAMES = re.compile(r"[a-z][a-z ]*\{?")
_CONDITIONS = "the conditions of "
_PARTS = re.compile(r" of (?=the |each )")
_LEVELS = {
    Level.BREAKING: marked("breaking"),
    Level.WARNING: marked("may affect callers"),
    Level.ADDITIVE: marked("addition"),
}
_HEADINGS = {
    Level.BREAKING: marked("Breaking changes"),
    Level.WARNING: marked("Changes that may affect callers"),
    Level.ADDITIVE: marked("Additions"),
}
_VERDICTS = {"added": marked("new"), "removed": marked("gone")}
_WORDS = (
    # What changes,
    marked("operation"), marked("method"), marked("route"), marked("server"), marked("status"),
    marked("query parameter"), marked("path parameter"), marked("cookie parameter"),
    marked("parameter"), marked("request header"), marked("request body"),
    marked("request property"), marked("response body"), marked("response property"),
    marked("response header"), marked("property"), marked("callback"), marked("webhook"),
    marked("request media type"), marked("response media type"), marked("security requirement"),
    marked("security scheme"), marked("access without credentials"),
    # what of it,
    marked("type"), marked("value"), marked("lower limit"), marked("upper limit"),
    marked("pattern"), marked("default"), marked("conditions"),
    marked("form"), marked("place"), marked("address"), marked("each item"), marked("items"),
    marked("each other value"), marked("uniqueness"), marked("deprecated"),
    # of a security scheme,
    marked("scheme"), marked("name"), marked("form of the token"), marked("address to allow it"),
    marked("address of the token"), marked("address to renew it"),
    # and to what.
    marked("changed"), marked("required"), marked("optional"), marked("not required"),
    marked("not deprecated"), marked("read only"), marked("not read only"), marked("write only"),
    marked("not write only"), marked("null or a value"), marked("never null"),
    marked("any number"), marked("a multiple of {0}"), marked("at least {0}"),
    marked("at most {0}"), marked("above {0}"), marked("below {0}"), marked("the query"),
    marked("the headers"), marked("the cookies"), marked("at least {0} characters long"),
    marked("at most {0} characters long"), marked("at least {0} character long"),
    marked("at most {0} character long"), marked("at least {0} items long"),
    marked("at most {0} items long"), marked("at least {0} item long"),
    marked("at most {0} item long"),
)  # fmt: skip


def level_name(level: Level) -> str:
    """Return the mark of a change of a level."""
    return str(level) if _is_english() else phrase(_LEVELS[level])


def heading(level: Level) -> str:
    """Return the heading above the changes of a level."""
    return phrase(_HEADINGS[level]) if level in _HEADINGS else ENGLISH.heading(level)


def type_name(name: str) -> str:
    """Return the heading above the changes of a named type, which is quoted."""
    return f"{phrase('Type')} {name}"


def counts(difference: TreeDiff) -> str:
    """Return how many changes there are."""
    if _is_english():
        return tally(difference)
    found = (f"{heading(level)}: {n}" for level, n in difference.counts.items() if n)
    return " · ".join(found)


def message(change: Change) -> str:
    """Return the changes as Markdown. Text from a page is in code spans."""
    sides = change.sides
    if _is_english() or sides is None:
        return change.message
    if sides.old or sides.new:
        words = conditions_in_language if sides.about.startswith(_CONDITIONS) else _words
        old, new = (words(side) if side else "—" for side in (sides.old, sides.new))
        return f"{_label(sides.about)}: {old} → {new}"
    what = str(change.kind).rpartition("-")[2]
    return f"{_label(sides.about)}: {phrase(_VERDICTS.get(what, 'changed'))}"


def _is_english() -> bool:
    return not language_in_use().phrases


def _label(about: str) -> str:
    """Return words for a thing, from the largest to the smallest: `the type of the status 200`."""
    codes, text = _without_code(about)
    parts = [_part(part, codes) for part in reversed(_PARTS.split(text))]
    label = ", ".join(parts)
    return label[:1].upper() + label[1:]


def _part(part: str, codes: Sequence[str]) -> str:
    words, _, _ = part.removeprefix("the ").partition(" {")
    found = [codes[int(each[1:-1])] for each in _PLACE.findall(part)]
    # Behind the name stand a status and a media type.
    noun = words.removesuffix(" of").removesuffix(" in")
    name = [found.pop(0)] if found and noun == words else []
    return " ".join([phrase(noun), *name, *([f"({', '.join(found)})"] if found else [])])


def _words(text: str) -> str:
    """Return the statement of one side."""
    codes, words = _without_code(text)
    words = words.replace(" with the values ", ": ").replace(" with any value", "")
    # Between code spans stand the names of what they are, as those of a security scheme do.
    words = _NAMES.sub(_name, phrase_with_numbers(words))
    return _PLACE.sub(lambda each: codes[int(each[0][1:-1])], words)


def _name(words: re.Match[str]) -> str:
    """Return words, put into the language of the page where they stand before a code span."""
    name, before, place = words[0].rpartition(" {")
    return f"{phrase(name)}{before}{place}" if before and not place else words[0]


def _without_code(text: str) -> tuple[list[str], str]:
    """Return the code spans of a text, and it with `{0}`, `{1}` and so on in their places."""
    codes = _CODE.findall(text)
    numbers = iter(range(len(codes)))
    return codes, _CODE.sub(lambda _: f"{{{next(numbers)}}}", text)
