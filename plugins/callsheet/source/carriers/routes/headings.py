"""Operations of headings of which commands show the method, or all of the route."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from callsheet import lazy_re as re
from callsheet.model import ExampleRequest
from callsheet.source.carriers.messages import read_messages
from callsheet.source.carriers.routes.patterns import FoundRoute, alternatives
from callsheet.source.carriers.routes.templates import prefix_before, template_of
from callsheet.source.document import Block

_MAX = 50
"""Headings and commands of a page that are compared."""

_LEAST = 3
"""Headings of one level with commands, that a reference has."""

_VARYING = re.compile(r"/(?:\{[\w.-]+\}|:[a-z]\w*+|<[\w -]+>)")


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


def routes_of_commands(
    blocks: Sequence[Block], commands: Iterable[tuple[int, int]], *, is_whole: bool
) -> Iterator[tuple[int, list[FoundRoute]]]:
    """Yield the routes of headings below which nothing but commands shows them.

    Whoever writes `/berths/{id}` in some commands does so in all of them; a guide has values there.

    Args:
        blocks: Those of the page.
        commands: The indexes of fences with `curl`, each with that of its heading.
        is_whole: Whether the page has sections about what is sent and about what is returned.
    """
    found: defaultdict[int, list[FoundRoute]] = defaultdict(list)
    for index, head in commands:
        for each in read_messages(blocks[index], 0, is_request=False):
            if isinstance(each, ExampleRequest) and len(each.target) > 1:
                line = blocks[index].span.start
                route = FoundRoute(each.method, *template_of(each.target), line)
                if not found[head] or found[head][0].method == each.method:
                    found[head].append(route)
    if len(found) == 1 and is_whole:
        yield from found.items()
        return
    levels = [blocks[head].level for head, routes in found.items() if routes]
    usual = max(levels, key=levels.count, default=0)
    if levels.count(usual) < _LEAST:
        return
    own = [(head, routes) for head, routes in found.items() if blocks[head].level == usual]
    if any(_VARYING.search(route.template) for _, routes in own for route in routes):
        yield from ((head, routes) for head, routes in own if routes)
