"""Compares two docs trees, down to titles, prose and examples, which affect no request."""

from collections.abc import Iterable, Iterator

from callsheet.diff.access import compare_access
from callsheet.diff.bodies import compare_requests, compare_responses
from callsheet.diff.callbacks import compare_addresses, compare_unpaired, pair_outgoing
from callsheet.diff.model import (
    Change,
    ChangeLocation,
    DocsTree,
    Kind,
    Level,
    Side,
    Sides,
    TreeDiff,
    quoted,
    same_text,
)
from callsheet.diff.named import TreeTypes, compare_types, named_types
from callsheet.diff.pairing import OperationPair, Pairing, pair, subject, wire_route
from callsheet.diff.parameters import compare_parameters
from callsheet.diff.types import TypePairs
from callsheet.model import Message, Operation, Section, SectionKind, Span, Text

_Example = Message | Text

_NAMES = {
    SectionKind.DESCRIPTION: "The description",
    SectionKind.PATH: "The text of the path parameters",
    SectionKind.QUERY: "The text of the query parameters",
    SectionKind.HEADERS: "The text of the request headers",
    SectionKind.COOKIES: "The text of the cookies",
    SectionKind.PARAMETERS: "The text of the parameters",
    SectionKind.REQUEST_BODY: "The text of the request body",
    SectionKind.RESPONSE: "The text of the response",
    SectionKind.RESPONSE_BODY: "The text of the response body",
    SectionKind.RESPONSE_HEADERS: "The text of the response headers",
    SectionKind.RESPONSE_LINKS: "The text of the response links",
    SectionKind.EXAMPLE_REQUEST: "The text of the sample request",
    SectionKind.EXAMPLE_RESPONSE: "The text of the sample response",
    SectionKind.OTHER: "A section of its own",
}


def compare_prose(pair: OperationPair) -> Iterator[Change]:
    """Yield the changes of titles, prose and examples."""
    old, new = pair.old, pair.new
    if not same_text(old.title, new.title):
        message = f"The title was {quoted(old.title)} and is {quoted(new.title)} now."
        yield pair.now(Kind.TITLE_CHANGED, Level.TEXT, message, new.span)
    if not same_text(old.about, new.about):
        message = f"The summary is documented now: {quoted(new.about)}."
        if old.about:
            says = f"is {quoted(new.about)} now" if new.about else "is no longer documented"
            message = f"The summary was {quoted(old.about)} and {says}."
        yield pair.now(Kind.DESCRIPTION_CHANGED, Level.TEXT, message, new.span)
    for kind, name in _NAMES.items():
        yield from _section(pair, kind, name)
    requests = (old.example_requests, new.example_requests)
    yield from _examples(pair, "The sample request", *requests)
    responses = (old.example_responses, new.example_responses)
    yield from _examples(pair, "The sample response", *responses)
    urls = (old.query_examples, new.query_examples)
    yield from _examples(pair, "The example of a query", *urls)


def _section(pair: OperationPair, kind: SectionKind, name: str) -> Iterator[Change]:
    before, after = _of(pair.old, kind), _of(pair.new, kind)
    if same_text(_text(before, kind), _text(after, kind)):
        return
    message = f"{name} has changed."
    if after:
        yield pair.now(Kind.DESCRIPTION_CHANGED, Level.TEXT, message, _place(after))
    else:
        yield pair.gone(Kind.DESCRIPTION_CHANGED, Level.TEXT, message, _place(before))


def _of(operation: Operation, kind: SectionKind) -> list[Section]:
    return [section for section in operation.sections if section.kind is kind]


def _text(sections: Iterable[Section], kind: SectionKind) -> str:
    parts = []
    for section in sections:
        # The titles of other kinds merely name the kind.
        parts += [section.title] if kind is SectionKind.OTHER else []
        parts += [text.markdown for text in section.prose]
    return "\n".join(parts)


def _place(sections: list[Section]) -> Span:
    """Return the lines of the first text, or of the first heading if there is no text."""
    texts = (text.span for section in sections for text in section.prose)
    return next(texts, sections[0].span)


def _examples(
    pair: OperationPair, name: str, old: tuple[_Example, ...], new: tuple[_Example, ...]
) -> Iterator[Change]:
    before, after = [_words(each) for each in old], [_words(each) for each in new]
    if before == after:
        return
    if not new:
        message = f"{name} is gone."
        yield pair.gone(Kind.EXAMPLE_CHANGED, Level.TEXT, message, old[0].span)
        return
    changed = (
        each for index, each in enumerate(new) if before[index : index + 1] != [_words(each)]
    )
    message = f"{name} {'has changed' if old else 'is new'}."
    span = next(changed, new[-1]).span
    yield pair.now(Kind.EXAMPLE_CHANGED, Level.TEXT, message, span)


def _words(example: _Example) -> str:
    return example.markdown if isinstance(example, Text) else example.text


def compare(old: DocsTree, new: DocsTree) -> TreeDiff:
    """Return all changes for callers; files and line breaks of pages don't count."""
    pairing = pair(old, new)
    sent, removed, added = pair_outgoing(old, new)
    changes = [*_unpaired(pairing, old, new), *compare_unpaired(removed, added, old, new)]
    trees = TreeTypes.of(old), TreeTypes.of(new)
    types = named_types(*trees)
    for each in (*pairing.pairs, *sent):
        # Most operations of two revisions are equal, which takes no time to find out.
        if each.old != each.new:
            changes += _compare(each, types)
    changes += compare_types(*trees, types)
    # Equal changes from several sections of a page are reported once.
    return TreeDiff(tuple(sorted(dict.fromkeys(changes), key=_order)))


def _order(change: Change) -> tuple[int, str, str, int, str, str]:
    place = change.place
    return (change.level.rank, change.uid, place.path, place.line, change.kind, change.message)


def _unpaired(pairing: Pairing, old: DocsTree, new: DocsTree) -> Iterator[Change]:
    for gone in pairing.removed:
        place = ChangeLocation(Side.OLD, old.prefix + gone.path, gone.route.span.start)
        name = quoted(subject(gone))
        was = ", which was deprecated," if gone.deprecated else ""
        message = f"The operation {name}{was} is gone."
        kind = Kind.OPERATION_REMOVED
        chosen = Level.WARNING if gone.deprecated else Level.BREAKING
        sides = Sides(f"the operation {name}")
        yield Change(chosen, kind, gone.uid, subject(gone), place, message, sides)
    for now in pairing.added:
        place = ChangeLocation(Side.NEW, new.prefix + now.path, now.route.span.start)
        name = quoted(subject(now))
        message = f"The operation {name} is new."
        kind = Kind.OPERATION_ADDED
        sides = Sides(f"the operation {name}")
        yield Change(Level.ADDITIVE, kind, now.uid, subject(now), place, message, sides)


def _compare(pair: OperationPair, types: TypePairs) -> Iterator[Change]:
    yield from compare_facts(pair, types)
    yield from compare_prose(pair)


def compare_facts(pair: OperationPair, types: TypePairs) -> Iterator[Change]:
    """Yield the changes of an operation outside of titles, prose and examples."""
    yield from _identity(pair)
    yield from compare_parameters(pair, types)
    yield from compare_requests(pair, types)
    yield from compare_responses(pair, types)
    yield from compare_access(pair)


def _identity(pair: OperationPair) -> Iterator[Change]:
    old, new = pair.old, pair.new
    if new.outgoing:
        yield from compare_addresses(pair)
        return
    if old.uid != new.uid:
        message = f"The uid was {quoted(old.uid)} and is {quoted(new.uid)} now."
        yield pair.now(Kind.OPERATION_RENAMED, Level.TEXT, message, new.span)
    if old.method != new.method:
        message = f"The method was {quoted(old.method)} and is {quoted(new.method)} now."
        sides = Sides("the method", quoted(old.method), quoted(new.method))
        yield pair.now(Kind.METHOD_CHANGED, Level.BREAKING, message, new.route.span, sides)
    before, after = old.route.template, new.route.template
    if before == after:
        return
    message = f"The route was {quoted(before)} and is {quoted(after)} now."
    if wire_route(old) != wire_route(new):
        sides = Sides("the route", quoted(before), quoted(after))
        yield pair.now(Kind.ROUTE_CHANGED, Level.BREAKING, message, new.route.span, sides)
    else:
        yield pair.now(Kind.ROUTE_PARAMETER_RENAMED, Level.TEXT, message, new.route.span)
