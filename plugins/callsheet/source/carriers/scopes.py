"""Scopes: which blocks of a page document one operation."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from callsheet import lazy_re as re
from callsheet.model import SectionKind
from callsheet.source.carriers.routes.blocks import (
    method_of_group,
    method_of_heading,
    path_of_heading,
    route_of_message,
    route_of_sentence,
    routes_of,
)
from callsheet.source.carriers.routes.headings import routes_of_commands, routes_of_paths
from callsheet.source.carriers.routes.labels import labelled
from callsheet.source.carriers.routes.patterns import FoundRoute
from callsheet.source.carriers.routes.templates import MAX_PREFIX, TemplateIndex, template_of
from callsheet.source.carriers.scope_parts import Head, Scope, after_tabs, anchor_of
from callsheet.source.carriers.titles import (
    REMARKS,
    heading_text,
    is_section_name,
    label_of_block,
    meaning_of,
)
from callsheet.source.document import Block, BlockKind
from callsheet.source.layouts.layout import Layout

_EXAMPLES = (SectionKind.EXAMPLE_REQUEST, SectionKind.EXAMPLE_RESPONSE, SectionKind.RESPONSE)
_BESIDE = (
    SectionKind.PATH,
    SectionKind.QUERY,
    SectionKind.HEADERS,
    SectionKind.COOKIES,
    SectionKind.PARAMETERS,
    SectionKind.REQUEST_BODY,
    SectionKind.EXAMPLE_REQUEST,
    SectionKind.EXAMPLE_RESPONSE,
    SectionKind.RESPONSE,
    SectionKind.RESPONSE_BODY,
)
"""Sections that may have headings of the level of the operation that they belong to."""

_SENT = (SectionKind.PARAMETERS, SectionKind.QUERY, SectionKind.REQUEST_BODY)
_OF_ALL = re.compile(r"\b(?:errors?|status|codes?|common|general)\b", re.IGNORECASE)
"""Words of sections beside operations that are about all of them."""

_PART = re.compile(
    r"[^\s`*][`*]{0,3} (?:example )?(?:request|response|body|payload|parameters)\b", re.IGNORECASE
)
_LEAST_REQUESTS = 3


class _ScopeFinder:
    def __init__(self, blocks: Sequence[Block], layout: Layout) -> None:
        self._blocks, self._layout = blocks, layout
        self._scopes: list[Scope] = []
        self._documented: set[tuple[str, str]] = set()
        self._varying = TemplateIndex()
        self._by_heading: dict[int, Scope] = {}
        self._heads: list[Head] = []
        self._shown: list[tuple[int, FoundRoute, tuple[Head, ...]]] = []
        self._with_paths: list[Head] = []
        self._commands: list[Block] = []
        self._asked: list[tuple[int, int]] = []
        self._anchored: dict[str, FoundRoute | None] = {}
        self._has_anchors = False
        self._in_example = False
        self._shared = -1

    def scopes(self) -> list[Scope]:
        for index, block in enumerate(self._blocks):
            if block.kind is BlockKind.HEADING:
                if "](#tab/" in block.text:
                    continue
                self._enter(index, block)
            elif label := label_of_block(block):
                self._in_example = self._in_example or self._means_example(label)
            self._shared = -1
            if found := routes_of(block, self._layout) or self._in_parts(block):
                self._add(index, block, found)
            elif (block.kind is BlockKind.FENCE and (shown := route_of_message(block))) or (
                block.kind is BlockKind.PARAGRAPH and (shown := route_of_sentence(block))
            ):
                self._shown.append((index, shown, tuple(self._heads)))
            elif block.kind is BlockKind.FENCE and "curl " in block.text:
                self._commands.append(block)
                if named := [h.index for h in self._heads if not h.is_section]:
                    self._asked.append((index, named[-1]))
        if self._commands and self._with_paths:
            self._add_paths()
        if self._has_anchors:
            self._drop_groups()
        if self._shown:
            self._add_shown()
        if self._asked and not self._scopes:
            self._add_asked()
        starts = sorted({scope.first for scope in self._scopes})
        for scope in self._scopes:
            if not scope.end:
                scope.end = self._end_of(scope, starts)
        return self._scopes

    def _means_example(self, text: str) -> bool:
        return meaning_of(text, self._layout) in _EXAMPLES

    def _enter(self, index: int, block: Block) -> None:
        while self._heads and self._heads[-1].level >= block.level:
            self._heads.pop()
        text = heading_text(block.text)
        named = is_section_name(block, self._layout)
        self._heads.append(Head(index, block.level, named, path_of_heading(text)))
        if self._heads[-1].path and not named:
            self._with_paths.append(self._heads[-1])
        if self._anchored and (route := self._anchored.pop(anchor_of(text), None)):
            self._by_heading[index] = scope = Scope(index, [route], last=index)
            self._scopes.append(scope)
        self._in_example = any(
            self._means_example(self._blocks[head.index].text) or REMARKS.match(self._text(head))
            for head in self._heads
            if head.is_section
        )

    def _text(self, head: Head) -> str:
        return heading_text(self._blocks[head.index].text)

    def _in_parts(self, block: Block) -> list[FoundRoute]:
        """Return the route whose path and method are in different places."""
        head = self._heads[-1] if self._heads else None
        if head is None or (block.kind is BlockKind.FENCE and not head.is_section):
            return []
        line = block.span.start
        if block.kind is BlockKind.HEADING:
            method = method_of_heading(heading_text(block.text))
            above = next((h for h in reversed(self._heads[:-1]) if h.path), None)
            if not method or not above:
                groups = (method_of_group(self._text(h)) for h in reversed(self._heads[:-1]))
                group = next(filter(None, groups), "") if head.path else ""
                return [FoundRoute(group, *template_of(head.path), line)] if group else []
            self._shared = above.index
            return [FoundRoute(method, *template_of(above.path), line)]
        own = next((h for h in reversed(self._heads) if not h.is_section), head)
        if own.index in self._by_heading:
            return []
        for is_method, text, at in labelled(block, self._text(head) if head.is_section else ""):
            if block.kind is BlockKind.FENCE and False in own.parts:
                break
            own.parts[is_method] = text, at
        path, line = own.parts.get(False, (own.path, line))
        method, _ = own.parts.get(True, ("", 0))
        if not method or not path:
            return []
        return [FoundRoute(method, *template_of(path), line)]

    def _add(self, index: int, block: Block, found: list[FoundRoute]) -> None:
        if block.kind is BlockKind.HEADING and self._is_part(block, found[0]):
            return
        outermost = self._heads[0].index if self._heads else -1
        own = next((h.index for h in reversed(self._heads) if not h.is_section), outermost)
        known = self._by_heading.get(own)
        if known and self._in_example:
            return
        if self._in_example and block.kind is BlockKind.FENCE:
            # Nothing but an example shows the route: its first one counts.
            found = found[:1]
            if self._is_instance(found[0]):
                return
        if len(found) == 1 and found[0].apart and self._has_sections(index):
            found = [replace(found[0], apart=False)]
        for template in (route.template for route in found if "{" in route.template):
            self._varying.add(template)
        if len(found) > 1 and all(route.apart for route in found):
            self._scopes += [Scope(index, [route], index + 1, {index}, index) for route in found]
            self._documented.update(route.key for route in found)
            for each in found:
                if each.anchor:
                    known_anchor = each.anchor in self._anchored
                    entry = None if known_anchor else replace(each, apart=False)
                    self._anchored[each.anchor] = entry
            self._has_anchors = bool(self._anchored)
            return
        if known and known.routes[0].anchor:
            known.routes.clear()
        if known and (not known.routes or self._continues(known, found[0], index)):
            known.routes += found
            known.carriers.add(index)
            known.last = index
            return
        first = own if own >= 0 else index
        if self._scopes and (known or own < self._scopes[-1].first):
            # That heading is above other operations; the nearest one may look like a section's.
            nearest = self._heads[-1].index if self._heads else -1
            is_between = nearest > self._scopes[-1].first
            kinds = (BlockKind.PARAGRAPH, BlockKind.HEADING)
            is_next = all(b.kind in kinds for b in self._blocks[nearest:index])
            first = nearest if is_between and is_next else index
        scope = Scope(first, found, 0, {index}, index, self._shared)
        self._by_heading[own] = scope
        self._scopes.append(scope)
        self._documented.add(found[0].key)

    def _is_part(self, block: Block, route: FoundRoute) -> bool:
        """Tell whether a heading names a part of a documented operation: `GET /x response`."""
        return route.key in self._documented and _PART.search(heading_text(block.text)) is not None

    def _has_sections(self, index: int) -> bool:
        """Tell whether a section follows the only entry of a list, which then is an operation."""
        following = self._blocks[index + 1 : index + 2]
        return bool(following) and (
            following[0].kind is BlockKind.HEADING and self._is_beside(following[0], following[0])
        )

    def _is_instance(self, route: FoundRoute) -> bool:
        """Tell whether a path has values in place of the parameters of a documented one."""
        return "{" not in route.template and self._varying.fits(route.template)

    def _add_paths(self) -> None:
        """Add the operations of headings with a path, whose methods commands show."""
        firsts = {scope.first for scope in self._scopes}
        heads = [
            (h.index, h.path) for h in self._with_paths if firsts.isdisjoint(self._section(h.index))
        ]
        usual = "" if self._scopes else "GET"
        for index, routes in routes_of_paths(self._blocks, heads, self._commands, usual):
            if routes[0].key not in self._documented:
                self._by_heading[index] = scope = Scope(index, routes, last=index)
                self._scopes.append(scope)
        self._scopes.sort(key=lambda scope: scope.last)

    def _add_asked(self) -> None:
        """Add the operations of headings below which only commands show routes with parameters."""
        sections = (b for b in self._blocks if b.kind is BlockKind.HEADING)
        kinds = {meaning_of(heading_text(b.text), self._layout) for b in sections}
        is_whole = SectionKind.RESPONSE in kinds and not kinds.isdisjoint(_SENT)
        for head, routes in routes_of_commands(self._blocks, self._asked, is_whole=is_whole):
            self._scopes.append(Scope(head, routes, last=head))
            self._by_heading[head] = self._scopes[-1]

    def _section(self, index: int) -> range:
        """Return the blocks from a heading to the next one that is not below it."""
        level = self._blocks[index].level
        following = range(index + 1, len(self._blocks))
        ends = (n for n in following if 0 < self._blocks[n].level <= level)
        return range(index, next(ends, len(self._blocks)))

    def _drop_groups(self) -> None:
        """Drop the operations of headings to which a table links, and which are above others."""
        firsts = sorted(s.first for s in self._scopes if not s.routes[0].apart)
        kept = []
        for scope in self._scopes:
            at = bisect_right(firsts, scope.first)
            is_group = bool(scope.routes[0].anchor) and firsts[at : at + 1] != []
            if (
                not is_group
                or scope.routes[0].apart
                or firsts[at] not in self._section(scope.first)
            ):
                kept.append(scope)
        self._scopes = kept

    def _levels_of_requests(self) -> Iterator[int]:
        """Yield the levels of which three or more headings have a request right below them."""
        levels = Counter(
            heads[-1].level
            for index, _, heads in self._shown
            if heads
            and not heads[-1].is_section
            and all(
                b.kind is BlockKind.PARAGRAPH for b in self._blocks[heads[-1].index + 1 : index]
            )
        )
        return (level for level, count in levels.items() if count >= _LEAST_REQUESTS)

    def _add_shown(self) -> None:
        """Add the operations whose routes only requests show.

        A path of which a part stands for others is a route, and so is one next to the routes of
        other operations.
        """
        levels = {self._blocks[scope.first].level for scope in self._scopes}
        levels.update(self._levels_of_requests())
        documented: defaultdict[str, TemplateIndex] = defaultdict(TemplateIndex)
        for route in (route for scope in self._scopes for route in scope.routes):
            documented[route.method].add(route.template)
        for index, route, heads in self._shown:
            own = next((h for h in reversed(heads) if not h.is_section), None)
            if own is None and not heads and route.apart:
                # The page itself is about it.
                own = Head(0, 0, is_section=False)
            if own is None:
                continue
            known = self._by_heading.get(own.index)
            if known and known.last + 1 == index and known.routes[-1].template == route.template:
                # The same path with another method, and what is sent to it.
                known.routes.append(route)
                known.last = index
            if known:
                continue
            if any(head.index in self._by_heading for head in heads):
                continue
            if "{" not in route.template and own.level not in levels and not route.apart:
                continue
            if any(own.index <= scope.first < index for scope in self._scopes):
                continue
            if documented[route.method].fits(route.template):
                continue
            self._by_heading[own.index] = scope = Scope(own.index, [route], 0, set(), index)
            self._scopes.append(scope)
        self._scopes.sort(key=lambda scope: scope.last)

    def _continues(self, known: Scope, route: FoundRoute, index: int) -> bool:
        """Tell whether a route is another one of an operation: an alias, or a further method."""
        first = known.routes[0]
        if first.method != route.method:
            return first.template == route.template and index == known.last + 1
        is_fence = self._blocks[index].kind is BlockKind.FENCE
        return is_fence or self._is_next_to(index, known)

    def _end_of(self, scope: Scope, starts: list[int]) -> int:
        blocks = self._blocks
        at = bisect_right(starts, scope.first)
        following = starts[at] if at < len(starts) else len(blocks)
        head = blocks[scope.first]
        level = head.level if head.kind is BlockKind.HEADING else 0
        is_only, is_last = len(self._scopes) == 1, scope is self._scopes[-1]
        is_flat = True
        for index in range(scope.first + 1, following):
            block = blocks[index]
            if block.kind is BlockKind.HEADING and block.level > level:
                is_flat = False
            elif block.kind is BlockKind.HEADING and not (
                (is_flat or is_only) and self._is_beside(block, head, is_last=is_last)
            ):
                return after_tabs(index, blocks, level, following)
        return following

    def _is_beside(self, block: Block, head: Block, *, is_last: bool = False) -> bool:
        """Tell whether a heading names a section of an operation with a heading like it."""
        if block.level < head.level or not is_section_name(block, self._layout):
            return False
        if is_last and len(self._scopes) > 1 and _OF_ALL.search(block.text):
            return False
        is_request = heading_text(block.text).lower() == "request"
        return is_request or meaning_of(block.text, self._layout) in _BESIDE

    def _is_next_to(self, index: int, scope: Scope) -> bool:
        """Tell whether there is only text between a block and the routes of an operation."""
        between = self._blocks[scope.last + 1 : index]
        kinds = (BlockKind.PARAGRAPH, BlockKind.HEADING)
        return all(b.kind in kinds or b.text.startswith("<!--") for b in between)


def find_scopes(blocks: Sequence[Block], layout: Layout) -> list[Scope]:
    """Return the operations of a page, in order.

    An entry of a list is none where the page also documents the operation by itself.
    """
    scopes = _ScopeFinder(blocks, layout).scopes()
    known = (scope.routes for scope in scopes if not scope.routes[0].apart)
    documented = {route.key for routes in known for route in routes}
    # A list may leave out how the paths begin that the page documents in full.
    ends = {(method, end) for method, path in documented for end in _ends_of(path)}
    found = []
    for scope in scopes:
        key, apart = scope.routes[0].key, scope.routes[0].apart
        if not apart or not (key in documented or key in ends):
            found.append(scope)
        documented.add(key)
    return found


def _ends_of(path: str) -> Iterator[str]:
    """Yield what a path ends with from each of its first segments on, of which each has a name."""
    segments = path.split("/")
    for before in range(2, min(len(segments), MAX_PREFIX + 2)):
        if segments[before].isidentifier():
            yield f"/{'/'.join(segments[before:])}"
