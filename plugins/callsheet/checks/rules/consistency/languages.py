"""Rules about facts that differ between the translations of a page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tree import Tree, TreePlaces
from callsheet.checks.rule import Diagnostic, Example, tree_rule
from callsheet.checks.rules.specimen import specimen
from callsheet.findings import Related, Severity
from callsheet.model import Operation, Property


@dataclass(frozen=True, slots=True)
class _Fact:
    """A fact as one page states it.

    Attributes:
        says: It, in as few words as it is compared by; empty where there is nothing to compare.
        line: The line of the page.
        text: What stands there.
    """

    says: str
    line: int
    text: str


def _facts(operation: Operation) -> Mapping[str, _Fact]:
    """Return the facts of an operation, by what they are about."""
    route = f"{operation.method} {operation.route.template}"
    facts = {
        "the uid": _Fact(operation.uid, 1, operation.uid),
        "the route": _Fact(route, operation.route.span.start, operation.route.template),
    }
    for parameter in operation.parameters:
        facts[f"the {parameter.location.value} parameter `{parameter.name}`"] = _row(parameter)
    for body in operation.request_bodies:
        of = f" of `{body.media_type}`" if len(operation.request_bodies) > 1 else ""
        for row in body.properties:
            facts[f"the property `{row.name}` of the request{of}"] = _row(row)
    if response := operation.response:
        for status in response.statuses:
            code = str(status.code)
            facts[f"the status `{code}`"] = _Fact("", status.span.start, code)
        for row in response.properties:
            facts[f"the property `{row.name}` of the response"] = _row(row)
        for answer in response.bodies:
            for row in answer.properties:
                facts[f"the property `{row.name}` of the response {answer.status}"] = _row(row)
    return facts


def _row(row: Property) -> _Fact:
    written = [row.type.written.lower() if row.type else ""]
    written += ["required"] if row.required else []
    return _Fact(", ".join(filter(None, written)), row.span.start, row.name)


_CONFIGURATION = """\
docs_dir: .
plugins:
  - callsheet
  - i18n:
      languages:
        - {locale: en, default: true}
        - {locale: de}
"""
_GERMAN = specimen().replace("Change a parcel", "Paket \u00e4ndern")
_FILES = {"mkdocs.yml": _CONFIGURATION, "Depot/v1Parcel_Change.de.md": _GERMAN}


@Example("| notify | bool |", "| notify | string |", files=_FILES)
@Example("| 404 | There is no such parcel. |\n", "", files=_FILES)
@tree_rule(
    code="CS612",
    name="disagreeing-languages",
    severity=Severity.ERROR,
    summary="The page of an operation and its translation disagree about a fact.",
    cause=(
        "An API is the same in each language: its routes, parameters, types and statuses. Where "
        "mkdocs-static-i18n has a page in several languages, one of them was changed and the other "
        "forgotten, and readers of one language read what is not true."
    ),
    hint="Make the facts of both pages the same; only sentences differ.",
    subject=Subject.TRANSLATIONS,
)
def _disagreeing_languages(tree: Tree) -> Iterator[Diagnostic]:
    originals = tree.catalog.by_path
    places = TreePlaces(tree)
    for translation in tree.catalog.translations:
        original, operation = originals.get(translation.original), translation.operation
        if original is None:
            continue
        facts, own = _facts(original), _facts(operation)
        start = own["the route"]
        for what, fact in facts.items():
            there = Related(original.path, fact.line, "the page that it translates")
            if (said := own.get(what)) is None:
                place = places.find(operation.path, start.line, start.text)
                message = f"The page in `{translation.language}` lacks {what}."
                yield Diagnostic(place, message, related=(there,))
            elif said.says != fact.says:
                place = places.find(operation.path, said.line, said.text)
                message = (
                    f"For {what}, the page in `{translation.language}` says"
                    f" `{said.says or 'nothing'}`, and the page that it translates"
                    f" says `{fact.says or 'nothing'}`."
                )
                yield Diagnostic(place, message, related=(there,))
        for what in own.keys() - facts.keys():
            place = places.find(operation.path, own[what].line, own[what].text)
            there = Related(original.path, facts["the route"].line, "the page that it translates")
            message = f"Only the page in `{translation.language}` has {what}."
            yield Diagnostic(place, message, related=(there,))
