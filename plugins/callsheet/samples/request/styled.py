"""Parameters that are serialized by a style (RFC 6570, OpenAPI 3.1): arrays and objects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from callsheet.http.parameter_styles import (
    Miss,
    Pairs,
    ParameterStyle,
    Shape,
    Style,
    Texts,
    split_query,
    write_header,
    write_pairs,
    write_path,
    write_query,
)
from callsheet.model import Location, Operation, Owners, StyledParameter, Styles
from callsheet.model.contents import own_parameters
from callsheet.samples.request.choices import Choice, Origin
from callsheet.samples.request.defaults import (
    EVALUATOR,
    TEXT,
    Scalar,
    UrlText,
    origin_in,
    plain_by_schema,
)
from callsheet.schema.texts import flat, text_in, texts_of_value, value_of_texts

Chosen: TypeAlias = Mapping[str, tuple[Origin, Any]]
"""The authors' choices, by the names of parameters."""

Shown: TypeAlias = "tuple[Texts | Miss, int]"
"""The texts that a page shows for a parameter, and their line."""


class StyledPicker:
    """Picks the values of the parameters that have a style.

    Attributes:
        texts: The values, by location and name.
        choices: The reasons for them.
    """

    def __init__(self, operation: Operation) -> None:
        styles = Styles(operation)
        self._known: dict[tuple[Location, str], StyledParameter] = {}
        for row, schema in (
            each for place in Location for each in own_parameters(operation, place)
        ):
            if found := StyledParameter.of(row, styles, flat(schema, {})):
                self._known.setdefault((row.location, row.name), found)
        self._operation = operation
        self.texts: dict[tuple[Location, str], Texts] = {}
        self.choices: list[Choice] = []

    def names(self, place: Location) -> set[str]:
        """Return the names of the parameters of a location that have a style."""
        return {name for location, name in self._known if location is place}

    def path(self, name: str, shown: tuple[str, int] | None, chosen: Chosen) -> UrlText:
        """Pick and serialize the value of a path parameter.

        Args:
            name: The parameter.
            shown: The text in its place in an example, and the line.
            chosen: The authors' choices.
        """
        each = self._known[Location.PATH, name]
        read = (each.in_text(shown[0]), shown[1]) if shown else None
        return UrlText(write_path(name, self._pick(each, read, chosen), each.how))

    def header(self, name: str, shown: tuple[str, int] | None, chosen: Chosen) -> str:
        """Pick and serialize the value of a header field, with the arguments of `path`."""
        each = self._known[Location.HEADER, name]
        read = (each.in_text(shown[0]), shown[1]) if shown else None
        return write_header(self._pick(each, read, chosen), each.how)

    def query(
        self, targets: list[tuple[str, int]], chosen: Chosen
    ) -> tuple[list[tuple[str, str]], set[str]]:
        """Pick and serialize the parameters of the query.

        Args:
            targets: The request targets on the page, each with its line; the parameters of the
                first one are sent.
            chosen: The authors' choices.

        Returns:
            The pairs to send, and the names in the targets that belong to these parameters.
        """
        if not self.names(Location.QUERY):
            return [], set()
        shown = [(split_query(target.partition("?")[2]), line) for target, line in targets]
        written: list[tuple[str, str]] = []
        taken: set[str] = set()
        for each, texts in self._sent(Location.QUERY, shown, chosen, taken):
            written += write_pairs(each.row.name, texts, each.how)
        return written, taken

    def cookies(self, pairs: Pairs, line: int, chosen: Chosen) -> tuple[list[str], set[str]]:
        """Pick, serialize and encode the cookies, which may have neither spaces nor semicolons.

        Args:
            pairs: The cookies that a page shows.
            line: Their line.
            chosen: The authors' choices.

        Returns:
            The cookies to send, and the names of those shown that belong to these parameters.
        """
        taken: set[str] = set()
        written = [
            write_query(each.row.name, texts, each.how).replace("&", "; ")
            for each, texts in self._sent(Location.COOKIE, [(pairs, line)], chosen, taken)
        ]
        return written, taken

    def _sent(
        self, place: Location, shown: Iterable[tuple[Pairs, int]], chosen: Chosen, taken: set[str]
    ) -> Iterator[tuple[StyledParameter, Texts]]:
        if not self.names(place):
            return
        owners = Owners(
            (each for (location, _), each in self._known.items() if location is place),
            (row.name for row in self._operation.parameters_in(place)),
        )
        owned = [(owners.split(pairs), line) for pairs, line in shown]
        # The first target that shows a parameter wins.
        firsts: dict[str, tuple[list[tuple[str, str]], int]] = {}
        for found, line in owned:
            for name, pairs in found.items():
                taken.update(key for key, _ in pairs)
                firsts.setdefault(name, (pairs, line))
        for (location, name), each in self._known.items():
            if location is not place or (name in chosen and chosen[name][1] is None):
                continue
            if (owned and name in owned[0][0]) or each.row.required or name in chosen:
                first = firsts.get(name)
                read = (each.in_pairs(first[0]), first[1]) if first else None
                yield each, self._pick(each, read, chosen)

    def _pick(self, each: StyledParameter, shown: Shown | None, chosen: Chosen) -> Texts:
        place, name = each.location, each.row.name
        read, line = shown or (Miss.ABSENT, 0)
        fault = ""
        if name in chosen and chosen[name][1] is not None:
            texts, origin, line = _shaped(each, chosen[name][1]), chosen[name][0], 0
        elif not isinstance(read, Miss) and _fits(each, read):
            texts, origin = read, Origin.EXAMPLE
        else:
            # An empty list would not be sent (RFC 6570, 2.3).
            least = max(each.schema.min_items or 0, 1) if each.shape is Shape.ARRAY else None
            generated = plain_by_schema(each.schema.replace(min_items=least))
            texts, origin = _shaped(each, generated), origin_in(each.schema)
            if shown:
                fault = f"it is not {each.wanted}" if isinstance(read, Miss) else "it does not fit"
        self.texts[place, name] = texts
        plain = write_header(texts, ParameterStyle(Style.SIMPLE, explode=True))
        self.choices.append(Choice(place.value, name, plain, origin, line, fault))
        return texts


def in_style(operation: Operation, name: str, value: Scalar) -> Scalar:
    """Serialize a single value of a path parameter by its style, if it has one."""
    rows = operation.parameters_in(Location.PATH)
    row = next((each for each in rows if each.name == name), None)
    found = StyledParameter.stated(row) if row else None
    return UrlText(write_path(name, str(value), found.how)) if found else value


def _fits(each: StyledParameter, texts: Texts) -> bool:
    schema = each.schema
    if each.how.empty and not texts:
        return True
    # What a named type allows is on a page of its own.
    is_named = schema.ref or (schema.items is not None and schema.items.ref)
    return bool(is_named) or EVALUATOR.fits(value_of_texts(texts, schema), schema)


def _shaped(each: StyledParameter, value: Any) -> Texts:
    """Fit a value to the shape of its parameter: a single value becomes the only item of a list."""
    if each.how.style is Style.CONTENT:
        return text_in(each.how, value)
    if each.shape is Shape.ARRAY and not isinstance(value, list):
        value = [TEXT if isinstance(value, dict) else value]
    elif each.shape is Shape.OBJECT and not (isinstance(value, dict) and value):
        value = {"key": TEXT}
    elif each.shape is Shape.TEXT and isinstance(value, list | dict):
        value = TEXT
    return texts_of_value(value)
