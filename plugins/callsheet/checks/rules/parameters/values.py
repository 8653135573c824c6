"""Values of parameters: those with a style, those in the path, and those chosen for samples."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from callsheet import lazy_re as re
from callsheet.checks.model.bodies import compare_chosen
from callsheet.checks.model.examples import (
    QueryPair,
    Target,
    code,
    is_dummy,
    path_values,
    place_in,
    query_parameters,
    targets,
)
from callsheet.checks.model.page import OperationPage, cached_in_owner
from callsheet.checks.model.routes import names_in
from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tables import typed_row
from callsheet.checks.parsing.nodes import node_mismatches, node_of, text_mismatch
from callsheet.checks.parsing.words import likely_meant
from callsheet.checks.rule import Diagnostic, Example, operation_rule
from callsheet.checks.rules.headers import credentials
from callsheet.findings import Severity
from callsheet.http.parameter_styles import Miss, Pairs, Texts
from callsheet.model import Location, Owners, Parameter, StyledParameter, Styles
from callsheet.model.contents import own_parameters
from callsheet.schema import Direction, Evaluator, Schema
from callsheet.schema.texts import flat, value_of_texts

_INDEX = re.compile(r"\[\d+\]")
_EVALUATOR = Evaluator(direction=Direction.REQUEST)


@dataclass(frozen=True)
class StyledPlace:
    """Parameters with a style in one location.

    Attributes:
        parameters: The parameters by name.
        owners: Assigns pairs to them.
    """

    parameters: Mapping[str, StyledParameter]
    owners: Owners

    def names_in(self, target: Target) -> dict[str, set[str]]:
        """Return the names of each parameter's pairs in a target, by the parameter's name."""
        if not self.parameters:
            return {}
        pairs = [(pair.name, pair.raw) for pair in target.pairs()]
        return {name: {key for key, _ in own} for name, own in self.owners.split(pairs).items()}


def styled_in(page: OperationPage, location: Location) -> StyledPlace:
    """Return the parameters with a style in a location."""
    return _styled_by_location(page)[location]


@cached_in_owner
def _styled_by_location(page: OperationPage) -> dict[Location, StyledPlace]:
    operation, styles = page.operation, Styles(page.operation)
    return {place: _styled_place(own_parameters(operation, place), styles) for place in Location}


def _styled_place(rows: Sequence[tuple[Parameter, Schema]], styles: Styles) -> StyledPlace:
    found: dict[str, StyledParameter] = {}
    for row, schema in rows:
        if each := StyledParameter.of(row, styles, flat(schema, {})):
            found.setdefault(row.name, each)
    return StyledPlace(found, Owners(found.values(), (row.name for row, _ in rows if found)))


def wrong_queries(page: OperationPage) -> Iterator[Diagnostic]:
    """Report query parameters that do not follow their style, or are not of their type."""
    styled = styled_in(page, Location.QUERY)
    for target in targets(page) if styled.parameters else ():
        own: dict[str, list[QueryPair]] = {}
        owner = {key: name for name, keys in styled.names_in(target).items() for key in keys}
        for pair in target.pairs():
            if name := owner.get(pair.name):
                own.setdefault(name, []).append(pair)
        for name, pairs in own.items():
            if not any(map(target.is_dummy, pairs)):
                yield from _wrong_in_query(page, target, styled.parameters[name], pairs)


def _wrong_in_query(
    page: OperationPage, target: Target, each: StyledParameter, pairs: Sequence[QueryPair]
) -> Iterator[Diagnostic]:
    if wrong := _wrong_message(each, each.in_pairs([(pair.name, pair.raw) for pair in pairs])):
        # The pair that is wrong by itself in the same way; else the first one stands for all.
        same = _INDEX.sub("[]", wrong)
        alone = ((p, _wrong_message(each, each.in_pairs([(p.name, p.raw)]))) for p in pairs)
        first = next((p for p, found in alone if _INDEX.sub("[]", found) == same), pairs[0])
        length = first.value_column + first.value_length - first.name_column
        shown = "&".join(f"{pair.name}={pair.value}" for pair in pairs)
        yield Diagnostic(
            place_in(page, target.line, first.name_column, length),
            f"The query parameter {code(each.row.name)} is {code(shown)} in the example; expected "
            f"is {wrong}.",
            related=(typed_row(page, each.row),),
        )


def wrong_paths(page: OperationPage) -> Iterator[Diagnostic]:
    """Report path parameters that do not follow their style, or are not of their type."""
    found = styled_in(page, Location.PATH).parameters
    styled = {name.lower(): each for name, each in found.items()}
    for target in targets(page) if styled else ():
        for name, value, column in path_values(page, target):
            each = styled.get(name.lower())
            if each is None or is_dummy(value):
                continue
            if wrong := _wrong_message(each, each.in_text(value)):
                yield Diagnostic(
                    place_in(page, target.line, column, len(value)),
                    f"The path parameter {code(name)} is {code(value)} in the example; expected is "
                    f"{wrong}.",
                    related=(typed_row(page, each.row),),
                )


def wrong_field(each: StyledParameter, text: str) -> str:
    """Describe the values that a header field should have; empty if its own is valid."""
    return _wrong_message(each, each.in_text(text))


def wrong_cookies(each: StyledParameter, own: Pairs) -> str:
    """Describe the values that cookies should have; empty if they are valid or missing."""
    return _wrong_message(each, each.in_pairs(own, unquote))


def _wrong_message(each: StyledParameter, read: Texts | Miss) -> str:
    """Describe the values that should be in place of one; empty if it is valid."""
    if read is Miss.ABSENT or (not read and each.how.empty):
        return ""
    schema = each.schema
    # The table of another page describes a named type, and how its values are written.
    if schema.reference:
        return ""
    if read is Miss.MALFORMED:
        return each.wanted
    value = value_of_texts(read, schema)
    found = next(node_mismatches(node_of(value), schema), None)
    if found is None:
        # A missing property has no place of its own, so the whole parameter is reported.
        from jsonpointer import unescape  # Hardly any page comes here.

        missing = (m for m in _EVALUATOR.mismatches(value, schema) if m.keyword == "required")
        names = [mismatch.pointer.rpartition("/")[2] for mismatch in missing]
        return f"an object with {code(unescape(names[0]))}" if names else ""
    return f"{found.expected} in `{found.path}`" if found.path else found.expected


@Example(
    "```http!\nPUT /api/v1/Depot/north/Parcel/7?",
    "```http!\nPUT /api/v1/Depot/north/Parcel/seven?",
)
@operation_rule(
    code="CS324",
    name="path-value-type",
    in_any_layout=True,
    severity=Severity.ERROR,
    summary="A value in the path of a request on the page is not of the type of its parameter.",
    cause=(
        "The path table says `int32`, and the example has a word in that place, or a number that "
        "is too large. It comes about when parameters change places."
    ),
    hint="Correct the value, or the type in the table.",
    superseded_by=("route-form",),
    subject=Subject.PATHS,
)
def _mismatched_path_values(page: OperationPage) -> Iterator[Diagnostic]:
    """Report path values that are not of their documented type."""
    yield from wrong_paths(page)
    of_styles = styled_in(page, Location.PATH).parameters
    documented = {
        p.name.lower(): p
        for p in page.operation.parameters_in(Location.PATH)
        if p.name not in of_styles
    }
    for target in targets(page):
        for name, value, column in path_values(page, target):
            parameter = documented.get(name.lower())
            if parameter is None or is_dummy(value):
                continue
            # Slashes and spaces in a path are percent-encoded (RFC 3986, 2.1).
            plain = unquote(value)
            if found := text_mismatch([plain], parameter.schema):
                yield Diagnostic(
                    place_in(page, target.line, column, len(value)),
                    f"The path parameter {code(name)} is {code(plain)} in the example; expected is "
                    f"{found[1].expected}.",
                    related=(typed_row(page, parameter),),
                )


@Example("uid: v1Parcel_Change\n", "uid: v1Parcel_Change\nsamples: north\n")
@Example("uid: v1Parcel_Change\n", "uid: v1Parcel_Change\nsamples: {path: 5}\n")
@Example("uid: v1Parcel_Change\n", "uid: v1Parcel_Change\nsamples: {query: {notify: 7}}\n")
@Example("uid: v1Parcel_Change\n", "uid: v1Parcel_Change\nsamples: {query: {page: 1}}\n")
@Example("uid: v1Parcel_Change\n", "uid: v1Parcel_Change\nsamples: {headers: {Acept: x}}\n")
@Example("uid: v1Parcel_Change\n", "uid: v1Parcel_Change\nsamples: {body: {Label: 5}}\n")
@Example("uid: v1Parcel_Change\n", "uid: v1Parcel_Change\nsamples: {body: {Weight: 5}}\n")
@operation_rule(
    code="CS327",
    name="sample-choice",
    severity=Severity.ERROR,
    summary="The front matter's `samples` is not understood, or chooses what there is not.",
    cause=(
        "`samples` says what the samples of the page send: `path`, `query`, `headers`, `cookies`, "
        "`credentials`, `body` and `base_url`. What is not understood is left out, and a parameter "
        "that the page does not have is refused by servers or ignored."
    ),
    hint="Write it as the documentation of the configuration has it, with names of the page.",
    signs=("samples",),
)
def _unusable_sample_choices(page: OperationPage) -> Iterator[Diagnostic]:
    written = page.operation.front_matter.get("samples")
    if written is None:
        return
    # Few pages choose anything, and the package takes as long to import as many pages to check.
    from callsheet.samples.request.choices import read_overrides

    place = page.whole_line(page.document.line_of_key("samples"))
    overrides, faults = read_overrides(written)
    for fault in faults:
        yield Diagnostic(place, fault)
    in_route = set(names_in(page.operation.route.template))
    of_path = {row.name: row for row in page.operation.parameters_in(Location.PATH)}
    for name, value in overrides.path.items():
        if name not in in_route:
            yield Diagnostic(
                place, f"`samples` chooses the path parameter `{name}`, which the route lacks."
            )
        elif found := _unfit_choice(of_path.get(name), value):
            yield Diagnostic(place, f"`samples` chooses {found} for `{name}`.")
    for kind, location, chosen in (
        ("header", Location.HEADER, overrides.headers),
        ("cookie", Location.COOKIE, overrides.cookies),
    ):
        rows = [row.name for row in page.operation.parameters_in(location)]
        for name in chosen:
            # A field that the page does not name may well be sent.
            if meant := likely_meant(name, rows):
                message = f"`samples` chooses the {kind} `{name}`; did you mean `{meant}`?"
                yield Diagnostic(place, message)
    documented = query_parameters(page)
    for name in overrides.query:
        stem = name.lower().partition("[")[0].partition(".")[0]
        if {name.lower(), stem}.isdisjoint(documented) and not credentials.carries(
            page, Location.QUERY, name
        ):
            yield Diagnostic(
                place, f"`samples` chooses the query parameter `{name}`, which is not documented."
            )
        elif found := _unfit_choice(documented.get(name.lower()), overrides.query[name]):
            yield Diagnostic(place, f"`samples` chooses {found} for `{name}`.")
    for what in _unfit_body(page, overrides.body):
        yield Diagnostic(place, f"`samples` chooses a body {what}.")


def _unfit_body(page: OperationPage, chosen: Any) -> Iterator[str]:
    # Dates and the like of YAML are sent as texts.
    body = json.loads(json.dumps(chosen, default=str))
    comparison = compare_chosen(page, body) if body is not None else None
    if comparison is None:
        return
    rows = comparison.content.rows
    is_list = isinstance(body, list) and comparison.content.schema.items is not None
    is_object = isinstance(body, dict) or is_list
    if comparison.stranger or (rows and not comparison.content.is_whole and not is_object):
        yield "that is something else than the table of the request body"
    for wrong in (*comparison.wrong, *comparison.nulls, *comparison.not_base64):
        where = f"with {code(wrong.path)} that" if wrong.path else "that"
        yield f"{where} is not {wrong.expected}"
    for unknown in comparison.unknown:
        meant = f"; `{unknown.meant.name}` is" if unknown.meant else ""
        yield f"with {code(unknown.member.key)}, which is not documented{meant}"
    for missing in comparison.missing:
        if missing.property.required:
            yield f"without the required {code(missing.path)}"


def _unfit_choice(parameter: Parameter | None, value: Any) -> str:
    """Return a chosen value that is not of the type of its parameter, and what is; or nothing."""
    if parameter is None or not isinstance(value, str | int | float):
        return ""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    found = text_mismatch([text], parameter.schema)
    return f"{code(text)} instead of {found[1].expected}" if found else ""
