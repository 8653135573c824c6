"""Merges a page with that of a new version of the document, section by section."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from callsheet.findings import Span
from callsheet.model import OPTIONAL_MARK, PLACEHOLDER, REQUIRED_MARK, SectionKind
from callsheet.source.document import BlockKind
from callsheet.source.rows import read_type
from callsheet.source.sections import RawSection, read_body_mark
from callsheet.sync.page import EditedPage, SectionKey, end_of
from callsheet.sync.sections import fact_lines, route_of, tables_of, texts_of
from callsheet.sync.tables import PageTable, TableMerge
from callsheet.sync.texts import kept_comment, merge_blocks

FACT_SECTIONS = frozenset(SectionKind) - {
    SectionKind.DESCRIPTION,
    SectionKind.EXAMPLE_REQUEST,
    SectionKind.EXAMPLE_RESPONSE,
    SectionKind.OTHER,
}
"""The sections that only exist because of facts."""

_BODIES = (SectionKind.REQUEST_BODY, SectionKind.RESPONSE, SectionKind.RESPONSE_BODY)
_MARKS = {True: REQUIRED_MARK, False: OPTIONAL_MARK, None: ""}
_DESCRIPTION: SectionKey = (SectionKind.DESCRIPTION, "", "", "", 0)


@dataclass(frozen=True)
class PageMerge:
    """A page and those that an import writes.

    Attributes:
        page: The page, which is edited.
        new: The page of the new document.
        old: The page of the former document; None where it is not known.
        kinds: The sections whose facts may be changed.
    """

    page: EditedPage
    new: EditedPage
    old: EditedPage | None
    kinds: frozenset[SectionKind] = frozenset(SectionKind)

    def run(self) -> None:
        """Edit all sections of the page, and add or remove those of the document."""
        mine, new = self.page.sections, self.new.sections
        for key, section in mine.items():
            if key in new:
                self._section(key, section, new[key])
            elif key[0] in FACT_SECTIONS and not self._is_own(key):
                self._remove(key, section)
        self._add()

    def _is_own(self, key: SectionKey) -> bool:
        """Tell whether an author added a section, so that the document says nothing about it."""
        return key[0] not in self.kinds if self.old is None else key not in self.old.sections

    def _section(self, key: SectionKey, mine: RawSection, new: RawSection) -> None:
        if key[0] in self.kinds:
            self._heading(mine, new)
            self._route(mine, new)
            self._mark(mine, new)
        if key[0] in self.kinds or self.old is not None:
            self._table(key, mine, new)
        if self.old is not None and (old := self.old.sections.get(key)):
            blocks = [block.span for block in texts_of(self.page, mine)]
            was, now = (
                [page.text(block.span) for block in texts_of(page, section)]
                for page, section in ((self.old, old), (self.new, new))
            )
            merge_blocks(self.page, blocks, was, now, _start(self.page, mine))

    def _heading(self, mine: RawSection, new: RawSection) -> None:
        """Change the type in a heading, and nothing else of it."""
        if mine.kind not in _BODIES or not mine.title:
            return
        name, _, written = mine.argument.partition(" ")
        new_name, _, wanted = new.argument.partition(" ")
        if mine.kind is not SectionKind.REQUEST_BODY:
            name, new_name, written, wanted = "", "", mine.argument, new.argument
        # Types are compared as they are read, so that another spelling of the same type stays as
        # the author has it.
        if read_type(written) == read_type(wanted):
            return
        line = mine.span.start
        text = self.page.lines[line - 1]
        argument = " ".join(filter(None, (name or new_name, wanted)))
        at = text.rfind(mine.argument) if mine.argument else -1
        if at < 0:
            bare = text.rstrip(" #:*")
            text = f"{bare}: {argument}" if argument else bare
        else:
            text = text[:at] + argument + text[at + len(mine.argument) :]
        self.page.replace(Span(line, line), [text.rstrip(" :") if not argument else text])

    def _route(self, mine: RawSection, new: RawSection) -> None:
        found, wanted = route_of(mine), route_of(new)
        # Only the line of the route, as an author may have put the fence anywhere in the
        # description.
        if found and wanted and found[1:] != wanted[1:]:
            line = found[0]
            self.page.replace(Span(line, line), [f"{wanted[1]} {wanted[2]}"])

    def _mark(self, mine: RawSection, new: RawSection) -> None:
        has, wanted = read_body_mark(mine), read_body_mark(new)
        if mine.kind is not SectionKind.REQUEST_BODY or has is wanted or not mine.level:
            return
        if has is None:
            self.page.insert(mine.span.start + 1, ["", _MARKS[wanted]])
            return
        span = mine.blocks[0].span
        rest = self.page.lines[span.start - 1].replace(_MARKS[has], _MARKS[wanted], 1).strip()
        if rest:
            self.page.replace(Span(span.start, span.start), [rest])
        else:
            self.page.remove_block(Span(span.start, span.start))

    def _table(self, key: SectionKey, mine: RawSection, new: RawSection) -> None:
        tables, wanted = tables_of(self.page, mine), tables_of(self.new, new)
        if not tables:
            for _, span in wanted[:1] if key[0] in self.kinds else ():
                self.page.insert_block(_before_examples(self.page, mine), self.new.text(span))
            return
        facts = key[0] in self.kinds
        # An author may have split a table by topic. Which part a new row belongs to, only the
        # author knows.
        if len(tables) > 1:
            if not facts:
                return
            lines = " and ".join(str(span.start) for _, span in tables)
            message = f"The tables in the lines {lines} are one in the document: change them."
            self.page.note(tables[0][1].start, message)
            return
        table, span = tables[0]
        merge = self._merge(key, table, wanted[0][0] if wanted else table.emptied())
        if not wanted and not merge.has_own():
            kept = merge.kept()
            self.page.replace(span, kept_comment(kept).split("\n") if kept else [])
        elif kept := merge.run():
            self.page.insert_block(span.end + 1, kept_comment(kept))

    def _merge(self, key: SectionKey, mine: PageTable, new: PageTable) -> TableMerge:
        facts = key[0] in self.kinds
        return TableMerge(self.page, mine, new, self._old_rows(key), self._renames, facts)

    def _old_rows(self, key: SectionKey) -> Mapping[str, dict[str, str]] | None:
        """Return the cells that the former document's page has in a section."""
        if self.old is None:
            return None
        section = self.old.sections.get(key)
        found: dict[str, dict[str, str]] = {}
        for table, _ in tables_of(self.old, section) if section else ():
            found |= {name: table.cells(row) for name, row in table.rows().items()}
        return found

    @cached_property
    def _renames(self) -> Mapping[str, str]:
        """The new names of path parameters, where the route has as many as before."""
        routes = [route_of(each.sections[_DESCRIPTION]) for each in (self.page, self.new)]
        if not (routes[0] and routes[1]):
            return {}
        mine, new = (PLACEHOLDER.findall(route[2]) for route in routes if route)
        if len(mine) != len(new) or len({*new}) < len(new):
            return {}
        return {a: b for a, b in zip(mine, new, strict=True) if a != b and a not in new}

    def _remove(self, key: SectionKey, mine: RawSection) -> None:
        """Remove a section, and keep what its author may have written in a comment."""
        span = Span(mine.span.start, end_of(self.page, mine) - 1)
        numbered = enumerate(self.page.lines[span.start - 1 : span.end], span.start)
        if self.old is None:
            facts = fact_lines(self.page, mine)
            own = [line for number, line in numbered if number not in facts]
            for table, _ in tables_of(self.page, mine):
                own += self._merge(key, table, table.emptied()).kept()
        else:
            # Anywhere in the former page, since the author may have moved a line.
            known = {line.strip() for line in self.old.lines}
            own = [line for _, line in numbered if line.strip() not in known]
        if own := [line for line in own if line.strip()]:
            self.page.replace(span, kept_comment(own).split("\n"))
        else:
            self.page.remove_block(span)

    def _add(self) -> None:
        """Add the sections that only the document has, each after the one that it follows."""
        mine = self.page.sections
        after = _DESCRIPTION
        for key, section in self.new.sections.items():
            if key in mine:
                after = key
                continue
            is_new = self.old is not None and key not in self.old.sections
            if is_new or (key[0] in FACT_SECTIONS & self.kinds):
                text = self.new.text(Span(section.span.start, end_of(self.new, section) - 1))
                self.page.insert_block(end_of(self.page, mine[after]), text)


def _start(page: EditedPage, section: RawSection) -> int:
    """Return the line above which the first text of a section goes: below what begins it."""
    lines: Iterable[int] = ()
    if route := route_of(section):
        lines = (b.span.end for b in section.blocks if b.span.start < route[0] <= b.span.end)
    elif read_body_mark(section) is not None:
        lines = (section.blocks[0].span.end,)
    first = max(lines, default=section.span.start if section.level else section.span.start - 1)
    return min(first + 1, len(page.lines) + 1)


def _before_examples(page: EditedPage, section: RawSection) -> int:
    """Return the line above which the table of a section goes."""
    fences = (b.span.start for b in section.blocks if b.kind is BlockKind.FENCE)
    is_description = section.kind is SectionKind.DESCRIPTION
    return end_of(page, section) if is_description else next(fences, end_of(page, section))
