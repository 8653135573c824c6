"""Types that are composed of others, in words: the inverse of `type_words`."""

from collections.abc import Iterable

from callsheet.schema.words.type_words import ENUM, choices_of, is_exclusive


def array_of(written: str) -> str:
    """Return the type of an array whose items have a type; that of one of anything is `array`."""
    return "array" if written == "any" else f"array of {bracketed(written)}"


def map_of(written: str) -> str:
    """Return the type of an object whose values have a type; any values are those of `object`."""
    return "object" if written == "any" else f"map of {bracketed(written)}"


def bracketed(written: str) -> str:
    """Return a type as a part of another one."""
    return f"({written})" if len(choices_of(written)) > 1 else written


def one_of(parts: Iterable[str], *, exclusive: bool = False) -> str:
    """Return the type of values that are of one of several types, of which null is the last.

    Args:
        parts: The types.
        exclusive: Whether a value is of one of them alone, null aside.
    """
    found: list[str] = []
    for part in parts:
        # Alternatives among alternatives are the same without brackets, unless one alone fits.
        choices = choices_of(part)
        is_apart = len(choices) > 1 and (exclusive or is_exclusive(part))
        found += [bracketed(part)] if is_apart else choices
    known = dict.fromkeys(found)
    null = ["null"] if known.pop("null", "") is None else []
    if len(known) + len(null) > 1:
        # The values of a list would go on after it.
        known = dict.fromkeys(f"({word})" if ENUM.fullmatch(word) else word for word in known)
    either = "either " if exclusive and len(known) > 1 else ""
    return either + " or ".join([*known, *null])
