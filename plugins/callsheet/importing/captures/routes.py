"""Groups exchanges into operations, and finds the parameters in their paths."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import unquote

from callsheet import lazy_re as re
from callsheet.http.masking import MASK
from callsheet.importing.captures.exchange import CapturedExchange, CapturedField
from callsheet.importing.captures.secrets import is_opaque
from callsheet.model import PLACEHOLDER
from callsheet.samples.text import words

_VALUE = "{}"

_NUMBER = re.compile(r"-?[0-9]{1,40}")
_IDENTIFIER = re.compile(
    r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"  # a UUID
    r"|(?=[a-f]*[0-9])[0-9a-f]{16,128}"  # a digest, or a number in hexadecimal digits
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T.*)?"  # a date
    r"|[0-7][0-9A-HJKMNP-TV-Z]{25}"  # a ULID
    r"|[^@/]{1,64}(?:@|%40)[^@/]{1,255}\.[a-z]{2,63}",  # an address of mail
    re.IGNORECASE,
)
_CODE = re.compile(r"(?=(?:[^0-9]*[0-9]){3})[A-Za-z]{1,10}[-_]?[0-9][0-9-]*")
_BEFORE_VERSIONS = frozenset({"api", "rest", "v", "version", "versions", "services"})
_ENDINGS = (
    ("ies", "y"),
    ("elves", "elf"),
    ("alves", "alf"),
    ("sses", "ss"),
    ("xes", "x"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("s", ""),
)
_NO_PLURAL = ("ss", "us", "is", "news")


@dataclass(frozen=True, slots=True)
class CapturedOperation:
    """All exchanges of one method and route.

    Attributes:
        method: The method, in capitals.
        route: The route, with placeholders.
        exchanges: The exchanges, each with all values in its path, by the names in the route.
    """

    method: str
    route: str
    exchanges: tuple[CapturedExchange, ...]


def operations_of(exchanges: Iterable[CapturedExchange]) -> list[CapturedOperation]:
    """Return the operations, in the order of their first exchange."""
    listed = list(exchanges)
    # The names that a file gives to values are kept; a route that has none takes one's names.
    named: dict[tuple[str, ...], str] = {}
    shapes = _shapes(listed)
    for exchange, shape in zip(listed, shapes, strict=True):
        if PLACEHOLDER.search(exchange.path):
            named.setdefault(shape, _template(exchange.path, shape))
    groups: dict[tuple[str, str], list[CapturedExchange]] = defaultdict(list)
    for exchange, shape in zip(listed, shapes, strict=True):
        is_named = PLACEHOLDER.search(exchange.path)
        own = _template(exchange.path, shape)
        route = own if is_named else named.setdefault(shape, own)
        groups[exchange.method, route].append(_with_values(exchange, route))
    return [
        CapturedOperation(method, route, tuple(found)) for (method, route), found in groups.items()
    ]


def _shapes(exchanges: list[CapturedExchange]) -> list[tuple[str, ...]]:
    """Return the path of each exchange, with `{}` for each segment that is a value."""
    paths = [exchange.path.split("/") for exchange in exchanges]
    masked = [tuple(map(_masked, path)) for path in paths]
    numbers: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for path, shape in zip(paths, masked, strict=True):
        for index, segment in enumerate(path):
            if _NUMBER.fullmatch(segment):
                numbers[shape[:index]].add(segment)
    shapes = [
        tuple(
            segment if _is_version(path, index, numbers[shape[:index]]) else masked_segment
            for index, (segment, masked_segment) in enumerate(zip(path, shape, strict=True))
        )
        for path, shape in zip(paths, masked, strict=True)
    ]
    return _with_codes(shapes)


def _masked(segment: str) -> str:
    if PLACEHOLDER.search(segment):
        return PLACEHOLDER.sub(_VALUE, segment)
    is_value = segment == MASK or _NUMBER.fullmatch(segment) or _IDENTIFIER.fullmatch(segment)
    return _VALUE if is_value or is_opaque(segment) else segment


def _is_version(path: list[str], index: int, values: set[str]) -> bool:
    """Tell whether a number is a version of the API: the only one in its place."""
    is_first = index == 1 or path[index - 1].lower() in _BEFORE_VERSIONS
    return is_first and values == {path[index]} and len(path[index]) <= 2 and index + 1 < len(path)


def _with_codes(shapes: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Replace codes such as `ORD-1001`, where there are several of one form in one place."""
    forms = [
        tuple(re.sub("[0-9]+", "9", s) if _CODE.fullmatch(s) else s for s in shape)
        for shape in shapes
    ]
    seen: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for form, shape in zip(forms, shapes, strict=True):
        seen[form].add(shape)
    varying = {
        form: {i for i, column in enumerate(zip(*found, strict=True)) if len({*column}) > 1}
        for form, found in seen.items()
        if len(found) > 1
    }
    return [
        tuple(_VALUE if i in varying.get(form, ()) else s for i, s in enumerate(shape))
        for form, shape in zip(forms, shapes, strict=True)
    ]


def _template(path: str, shape: tuple[str, ...]) -> str:
    """Return a route: each value has a name, as it is given or as it is found."""
    found: list[str] = []
    taken: Counter[str] = Counter()

    def named(wanted: str) -> str:
        taken[wanted] += 1
        return f"{{{wanted}{taken[wanted] if taken[wanted] > 1 else ''}}}"

    for index, (segment, masked) in enumerate(zip(path.split("/"), shape, strict=True)):
        if PLACEHOLDER.search(segment):
            found.append(PLACEHOLDER.sub(lambda match: named(match[1]), segment))
        else:
            found.append(named(_name(found[:index])) if masked == _VALUE else segment)
    return "/".join(found)


def _name(before: list[str]) -> str:
    """Return the name of a value: `parcelId` after `parcels`."""
    *_, subject = words(before[-1]) or [""] if before and "{" not in before[-1] else [""]
    if not subject or not subject[0].isalpha():
        return "id"
    parts = words(before[-1])
    whole = "".join(part if not i else part.capitalize() for i, part in enumerate(parts))
    return f"{_singular(whole)}Id"


def _singular(word: str) -> str:
    if word.endswith(_NO_PLURAL):
        return word
    for plural, singular in _ENDINGS:
        if word.endswith(plural) and len(word) > len(plural) + 1:
            return word.removesuffix(plural) + singular
    return word


def _with_values(exchange: CapturedExchange, route: str) -> CapturedExchange:
    """Return an exchange whose values have the names of the route."""
    given = {each.name: each for each in exchange.path_values}
    values = [field for pair in zip(exchange.path.split("/"), route.split("/"), strict=True)
              for field in _values(*pair, given)]  # fmt: skip
    return replace(exchange, path=route, path_values=tuple(values))


def _values(
    segment: str, template: str, given: dict[str, CapturedField]
) -> Iterator[CapturedField]:
    names = PLACEHOLDER.findall(template)
    own = PLACEHOLDER.findall(segment)
    for index, name in enumerate(names):
        if index < len(own):
            yield replace(given.get(own[index], CapturedField(name, None)), name=name)
        else:
            yield CapturedField(name, None if segment == MASK else unquote(segment))
