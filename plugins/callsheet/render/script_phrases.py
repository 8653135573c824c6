"""The texts of ours in scripts: template literals with a tag, as `bundle.js` leaves them."""

import json
from collections.abc import Iterator, Mapping

from callsheet import lazy_re as re
from callsheet.render.phrases import Text, language_in_use

_MARK = "$phrase`"
_PLACEHOLDER = re.compile(r"\{(\d)\}")
_ESCAPED = re.compile(r"[`\\]|\$\{")


def with_phrases(script: str) -> str:
    """Return a script of ours with the words of the language in use."""
    phrases = language_in_use().phrases
    parts = []
    for before, literal in _split(script):
        parts.append(before)
        if literal is not None:
            parts.append(_in_language(literal, phrases))
    return "".join(parts)


def phrases_of(script: str) -> Iterator[str]:
    """Yield the English texts in a script of ours, also those within others."""
    for _, literal in _split(script):
        if literal is not None:
            text, values = _key(literal)
            yield text
            for value in values:
                yield from phrases_of(value)


def _in_language(literal: str, phrases: Mapping[str, Text]) -> str:
    text, values = _key(literal)
    found = phrases.get(text, text)
    filled = [f"${{{with_phrases(value)}}}" for value in values]
    if not isinstance(found, str):
        forms = ",".join(f"{name}:{_literal(form, filled)}" for name, form in found.items())
        code, given = json.dumps(language_in_use().code), ",".join(map(with_phrases, values))
        number = f'[{given}].find(each=>typeof each=="number")'
        chosen = f"forms[new Intl.PluralRules({code}).select({number})]??forms.other"
        return f"(forms=>{chosen})({{{forms}}})"
    if not filled and "\n" not in found:
        return json.dumps(found, ensure_ascii=False)
    return _literal(found, filled)


def _literal(text: str, filled: list[str]) -> str:
    pieces = _PLACEHOLDER.split(_ESCAPED.sub(r"\\\g<0>", text))
    # Between the pieces stand the numbers of what is filled in.
    written = [filled[int(each)] if place % 2 else each for place, each in enumerate(pieces)]
    return f"`{''.join(written)}`"


def _key(literal: str) -> tuple[str, list[str]]:
    """Return the English text of a template literal, and the expressions in it."""
    values: list[str] = []
    text, place = "", 0
    while place < len(literal):
        if literal.startswith("${", place):
            end = _end_of_expression(literal, place + 2)
            text += f"{{{len(values)}}}"
            values.append(literal[place + 2 : end])
            place = end + 1
        else:
            place += literal[place] == "\\"
            text += literal[place]
            place += 1
    return text, values


def _split(script: str) -> Iterator[tuple[str, str | None]]:
    """Yield what stands before each text of ours, and its literal; at last what follows."""
    place = 0
    while (start := script.find(_MARK, place)) >= 0:
        begin = start + len(_MARK)
        end = _end_of_template(script, begin)
        yield script[place:start], script[begin:end]
        place = end + 1
    yield script[place:], None


def _end_of_template(script: str, place: int) -> int:
    """Return the place of the mark that ends a template literal, from a place within it."""
    while script[place] != "`":
        if script.startswith("${", place):
            place = _end_of_expression(script, place + 2)
        place += 2 if script[place] == "\\" else 1
    return place


def _end_of_expression(script: str, place: int) -> int:
    """Return the place of the brace that ends an expression in a template literal."""
    depth = 0
    while depth or script[place] != "}":
        character = script[place]
        if character == "`":
            place = _end_of_template(script, place + 1)
        elif character in "\"'":
            place = _end_of_string(script, place + 1, character)
        else:
            depth += (character == "{") - (character == "}")
        place += 1
    return place


def _end_of_string(script: str, place: int, mark: str) -> int:
    while script[place] != mark:
        place += 2 if script[place] == "\\" else 1
    return place
