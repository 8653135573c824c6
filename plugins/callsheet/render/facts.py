"""Facts in addition to a description, as a reader sees them: about rows and security schemes."""

from collections.abc import Iterator, Sequence

from callsheet.model import (
    Location,
    OAuthFlow,
    Parameter,
    Property,
    SecurityScheme,
    stated_style,
    style_example,
    style_words,
)
from callsheet.render.conditions import conditions_of, html_of_conditions
from callsheet.render.phrases import marked, phrase, phrase_with_numbers
from callsheet.render.views import FactView, NameView
from callsheet.schema import Literal, Schema
from callsheet.schema.schema import levels
from callsheet.schema.words.describe import limits
from callsheet.schema.words.facets import Facet

_FLOWS = {
    "implicit": marked("Token by the implicit flow"),
    "password": marked("Token for user and password"),
    "clientCredentials": marked("Token for a program"),
    "authorizationCode": marked("Token by authorization code"),
}


def facts_of(row: Property) -> tuple[FactView, ...]:
    """Return the facts about a row's values beyond their type and its description."""
    # What the words of the type say about items is shown there already.
    is_said = any(facet in (Facet.VALUES, Facet.LIMITS) for facet, _ in row.facets)
    stated = [*levels(row.schema)] if is_said else [row.schema]
    since = (
        (FactView(phrase("Deprecated"), text=row.deprecated_since),) if row.deprecated_since else ()
    )
    facts = _facts(row.schema, stated, optional=row.required is False)
    return (*facts, *_conditions(row), *since, *_style(row))


def _facts(schema: Schema, stated: Sequence[Schema], *, optional: bool) -> Iterator[FactView]:
    if optional:
        yield FactView(phrase("Optional"))
    if schema.default is not None:
        yield FactView(phrase("Default"), (NameView(_shown(schema.default)),))
    within = next((each for each in stated if each.enum), schema)
    # Null is mentioned once, at the end.
    values = [item for item in within.enum if item.value is not None]
    if any(item.description for item in values):
        described = tuple((_shown(item.literal), item.description) for item in values)
        yield FactView(phrase("Values"), described=described)
    elif values:
        yield FactView(phrase("Values"), tuple(NameView(_shown(item.literal)) for item in values))
    if words := [word for each in stated for word in limits(each)]:
        yield FactView(phrase("Limits"), text=", ".join(map(phrase_with_numbers, words)))
    if patterns := [NameView(each.pattern) for each in stated if each.pattern]:
        yield FactView(phrase("Pattern"), tuple(patterns))
    if schema.examples:
        yield FactView(
            phrase("Example"), tuple(NameView(_shown(value)) for value in schema.examples)
        )
    if schema.nullable:
        yield FactView(phrase("May be null"))
    if schema.read_only:
        yield FactView(phrase("Only comes back"))
    if schema.write_only:
        yield FactView(phrase("Is only sent"))


def _conditions(row: Property) -> Iterator[FactView]:
    """Yield the conditions that the cell of limits states; those of a type are said there."""
    if Facet.LIMITS in dict(row.facets) and (said := conditions_of(row.schema)):
        yield FactView(phrase("Conditions"), text=html_of_conditions(said))


def _style(row: Property) -> Iterator[FactView]:
    """Yield how a parameter is serialized; a cell with no valid style is shown as it is."""
    if how := stated_style(row):
        location = row.location if isinstance(row, Parameter) else Location.HEADER
        example = style_example(row.name, location, row.schema, how)
        yield FactView(
            phrase("Written"),
            (NameView(example),),
            text=phrase("{0}, as", _in_language(style_words(how, location))),
        )
    elif text := dict(row.facets).get(Facet.STYLE):
        yield FactView(phrase("Written"), text=text)


def _in_language(words: str) -> str:
    """Return the words of a style, which are joined by commas, in the language of the site."""
    return ", ".join(map(phrase, words.split(", ")))


def _shown(literal: Literal) -> str:
    """Format a value: a text without quotation marks, all else as JSON."""
    value = literal.value
    return value if isinstance(value, str) and value else literal.text


def facts_of_scheme(scheme: SecurityScheme) -> tuple[FactView, ...]:
    """Return the facts that a page shows about a security scheme."""
    return tuple(_scheme_facts(scheme))


def _scheme_facts(scheme: SecurityScheme) -> Iterator[FactView]:
    match scheme.type:
        case "apiKey":
            yield FactView(
                phrase("Key"),
                (NameView(scheme.parameter),),
                text=phrase("in the {0}", phrase(scheme.location)),
            )
        # A name such as Bearer says it already.
        case "http" if scheme.scheme and scheme.scheme.casefold() != scheme.name.casefold():
            yield FactView("Authorization", (NameView(scheme.scheme),))
        case "openIdConnect" if scheme.url:
            yield FactView("OpenID Connect", (NameView(scheme.url),))
        case "mutualTLS":
            yield FactView(phrase("Certificate of the client"))
    if scheme.bearer_format:
        yield FactView(phrase("Format"), (NameView(scheme.bearer_format),))
    for flow in scheme.flows:
        yield from _flow(flow)
    if scheme.description:
        yield FactView(phrase("About it"), text=scheme.description)


def _flow(flow: OAuthFlow) -> Iterator[FactView]:
    urls = (flow.authorization_url, flow.token_url, flow.refresh_url)
    yield FactView(
        phrase(_FLOWS.get(flow.kind, flow.kind)), tuple(NameView(url) for url in urls if url)
    )
    if flow.scopes:
        yield FactView(phrase("Scopes"), described=flow.scopes)
