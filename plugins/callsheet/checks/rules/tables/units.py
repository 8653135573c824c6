"""Units of values in descriptions."""

from collections.abc import Iterator

from callsheet import lazy_re as re
from callsheet.checks.model.page import OperationPage
from callsheet.checks.model.tables import all_tables, text_in_cell
from callsheet.checks.rule import Diagnostic, Example, operation_rule
from callsheet.model import Property

_FAMILIES = (
    "gram kilogram kg pound ounce ton tonne",
    "millimeter millimetre centimeter centimetre meter metre kilometer kilometre mm cm km"
    " inch inche feet mile",
    "microsecond millisecond ms second minute hour day week month year",
    "bit byte kilobyte kb kib megabyte mb mib gigabyte gb gib",
)
_UNITS = tuple(
    re.compile(rf"\bin (?P<unit>(?:{family.replace(' ', '|')})s?)\b", re.IGNORECASE)
    for family in _FAMILIES
)
_SIGNS = tuple(f" in {unit}" for family in _FAMILIES for unit in family.split())


@Example("| Weight | int32 | Its weight in grams. |", "| Weight | int32 | Its weight in kg. |")
@operation_rule(
    code="CS234",
    name="units-differ",
    summary="Two tables of a page give the same property in different units.",
    cause="A value that is read in one unit and sent in another is wrong by a factor.",
    hint="Correct the unit, or say in which one each is.",
    prose_signs=_SIGNS,
)
def _differing_units(page: OperationPage) -> Iterator[Diagnostic]:
    first: dict[str, tuple[Property, str, str]] = {}
    for _, rows in all_tables(page.operation):
        for row in rows:
            for pattern in _UNITS:
                match = pattern.search(row.description)
                if match is None:
                    continue
                unit, rest = match["unit"], _rest(row, match)
                other, other_unit, other_rest = first.setdefault(
                    row.name.lower(), (row, unit, rest)
                )
                # The same sentence about the same thing, in all but the unit.
                if rest == other_rest and _plain(unit) != _plain(other_unit):
                    yield Diagnostic(
                        text_in_cell(page, row.span.start, "description", match.group()),
                        f"`{row.name}` is in `{unit}` here, and in `{other_unit}` above.",
                        related=(page.related(other.span.start, f"the row of `{other.name}`"),),
                    )


def _rest(row: Property, match: re.Match[str]) -> str:
    text = f"{row.description[: match.start()]}|{row.description[match.end() :]}"
    return re.sub(r"[\W_]*(?:required)?[\W_]*$", "", text.lower())


def _plain(unit: str) -> str:
    return unit.lower().replace("metre", "meter").replace("tonne", "ton").removesuffix("s")
