"""Security schemes that pages name and no page defines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from callsheet.checks.model.page import Place
from callsheet.checks.model.tree import Tree
from callsheet.checks.parsing.words import likely_meant
from callsheet.checks.rule import Diagnostic, Example, TreeRule
from callsheet.checks.rules.headers import fields
from callsheet.findings import Severity
from callsheet.http.headers import SCHEMES, split_authorization
from callsheet.model import Operation, SecurityScheme, assumed_scheme
from callsheet.model.operation import defined_schemes, undefined_schemes
from callsheet.model.security import COMMON_SCHEMES, is_common_scheme


def _unknown_schemes(tree: Tree) -> Iterator[Diagnostic]:
    """Report names of schemes that look like another one, or that the examples contradict."""
    defined = defined_schemes(tree.catalog.operations)
    for operation in tree.catalog.operations:
        unknown = [
            name
            for name in undefined_schemes(operation)
            if name not in defined and not is_common_scheme(name)
        ]
        sent = _sent(operation) if unknown else {}
        others = sent.keys() - _explained(operation, defined)
        for name in unknown:
            if name.lower() in sent:
                continue
            meant = likely_meant(name, {*defined, *COMMON_SCHEMES, *SCHEMES})
            if meant is None and not others:
                # It may be a scheme of the API's own, which needs no definition.
                continue
            shown = next((sent[other] for other in sorted(others)), "")
            but = f", and the example sends `{shown}`" if shown else ""
            yield Diagnostic(
                _place(tree, operation, name),
                f"No page defines the security scheme `{name}`{but}.",
                f"Did you mean `{meant}`?" if meant else "",
            )


def _sent(operation: Operation) -> dict[str, str]:
    """Return the schemes that the examples send in `Authorization`, by their lower case."""
    values = [request.header("Authorization") or "" for request in operation.example_requests]
    return {
        split_authorization(value)[0]: value.split()[0]
        for value in values
        if not fields.is_stand_in(value) and split_authorization(value)[1]
    }


def _explained(operation: Operation, defined: Mapping[str, SecurityScheme]) -> set[str]:
    """Return the schemes of `Authorization` for which the operation asks, in lower case."""
    uses = [use for uses in operation.security or () for use in uses]
    schemes = [use.scheme or defined.get(use.name) or assumed_scheme(use.name) for use in uses]
    return {
        scheme.scheme.lower() if scheme.type == "http" else "bearer"
        for scheme in schemes
        if scheme.type != "apiKey"
    }


def _place(tree: Tree, operation: Operation, name: str) -> Place:
    page = tree.page(operation.path)
    first = page.document.line_of_key("security")
    lines = page.document.lines[first - 1 : page.document.body_line - 1]
    return page.find(next((n for n, text in enumerate(lines, first) if name in text), first), name)


_UNKNOWN_SCHEME = TreeRule(
    code="CS317",
    name="unknown-scheme",
    severity=Severity.WARNING,
    summary="`security` names a scheme that no page defines, and that is likely misspelt.",
    cause=(
        "A name that no page defines and that is none of the usual ones, such as `basic`, is taken "
        "for a scheme of the header field `Authorization`. If it is only misspelt, programs send "
        "credentials of a scheme that does not exist."
    ),
    hint="Correct the name, or define the scheme where it is named.",
    examples=(Example("uid: v1Parcel_Change", "uid: v1Parcel_Change\nsecurity: [basik]"),),
    check=_unknown_schemes,
)


RULES = (_UNKNOWN_SCHEME,)
