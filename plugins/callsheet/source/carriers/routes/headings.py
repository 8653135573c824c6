"""Operations of headings that have a path, of which commands show the method."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from callsheet.model import ExampleRequest
from callsheet.source.carriers.messages import read_messages
from callsheet.source.carriers.routes.patterns import FoundRoute, alternatives
from callsheet.source.carriers.routes.templates import prefix_before, template_of
from callsheet.source.document import Block

_MAX = 50
"""Headings and commands of a page that are compared."""


def routes_of_paths(
    blocks: Sequence[Block],
    headings: Sequence[tuple[int, str]],
    commands: Sequence[Block],
    usual: str,
) -> Iterator[tuple[int, list[FoundRoute]]]:
    """Yield the routes of headings, each with the index of its heading.

    Args:
        blocks: Those of the page.
        headings: The indexes of headings with a path, and their paths.
        commands: Fences with `curl`.
        usual: The method of a heading like one that a command is about; nothing for none.
    """
    methods: dict[int, str] = {}
    for block in commands[:_MAX]:
        for each in read_messages(block, 0, is_request=False):
            if isinstance(each, ExampleRequest):
                asked = each.target.partition("?")[0]
                for index, path in headings[:_MAX]:
                    if prefix_before(template_of(path)[0], asked) is not None:
                        methods.setdefault(index, each.method)
    levels = {blocks[index].level for index in methods}
    for index, path in headings[:_MAX]:
        method = methods.get(index, usual)
        if method and blocks[index].level in levels:
            line = blocks[index].span.start
            yield (
                index,
                [FoundRoute(method, *template_of(each), line) for each in alternatives(path)],
            )
