"""Compares titles, prose and examples, which affect no request or response."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from callsheet.diff.model import Change, Kind, Level
from callsheet.diff.pairing import OperationPair
from callsheet.diff.quoting import quoted, same_text
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
            says = f"is {quoted(new.about)} now" if new.about else "is documented no longer"
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
