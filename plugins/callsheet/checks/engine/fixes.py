"""Apply the fixes of findings to pages."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from itertools import pairwise
from pathlib import Path

from callsheet import lazy_re as re
from callsheet.checks.engine.selection import fixes_of
from callsheet.errors import DocsError
from callsheet.files import write_whole
from callsheet.findings import Edit, Finding

MAX_ROUNDS = 20
"""Limit of rounds; each checks again, since fixes may make others possible."""

MAX_DIFF_LINES = 2_000
"""Longer pages get one hunk from first to last change, as `difflib` takes quadratic time."""

_BOM = b"\xef\xbb\xbf"
_ENDING = re.compile(r"\r\n|\r|\n")

Check = Callable[[Mapping[str, bytes]], Sequence[Finding]]
"""Function that checks the tree with some pages replaced."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A page before and after its fixes.

    Attributes:
        path: The page.
        before: Its content.
        after: Its content with the fixes.
        places: The number of places that were fixed.
    """

    path: str
    before: bytes
    after: bytes
    places: int = 1


def fix(root: Path, check: Check) -> list[Fixed]:
    """Fix what can be fixed, without writing anything.

    The fixes of a rule on a page are kept only if the page then has fewer findings of that rule,
    and no page has more findings of another one. Pages with the marks of a merge are left alone.

    Args:
        root: The docs directory.
        check: Returns the findings to be fixed, including those without a fix.
    """
    before: dict[str, bytes] = {}
    after: dict[str, bytes] = {}
    places: Counter[str] = Counter()
    given_up: set[tuple[str, str]] = set()
    # Pages whose rules are tried one by one, since all at once were no good.
    careful: set[str] = set()
    findings = check(after)
    for _ in range(MAX_ROUNDS):
        attempts: dict[str, _Attempt] = {}
        for path, fixes in fixes_of(findings).items():
            data = after[path] if path in after else _read(root, path)
            codes = [code for code in fixes if (path, code) not in given_up]
            codes = codes[:1] if path in careful else codes
            if data is None or not codes:
                continue
            edits = list(dict.fromkeys(edit for code in codes for edit in fixes[code]))
            new, applied = apply_fixes(data, edits)
            if new == data:
                given_up |= {(path, code) for code in codes}
                continue
            before.setdefault(path, data)
            attempts[path] = _Attempt(tuple(codes), new, applied)
        if not attempts:
            break
        tried = {**after, **{path: attempt.content for path, attempt in attempts.items()}}
        results = check(tried)
        refused = _refused(findings, results, attempts)
        for path in refused:
            if len(attempts[path].codes) == 1:
                given_up.add((path, attempts[path].codes[0]))
            careful.add(path)
        for path in attempts.keys() - refused:
            after[path] = attempts[path].content
            places[path] += attempts[path].places
        # Pages that were put back have other findings than those of `results`.
        findings = check(after) if refused else results
    return [
        Fixed(path, before[path], new, places[path])
        for path, new in sorted(after.items())
        if new != before[path]
    ]


@dataclass(frozen=True, slots=True)
class _Attempt:
    """Fixes of a page that are tried together: their rules, the content, and their number."""

    codes: tuple[str, ...]
    content: bytes
    places: int


def _refused(
    before: Sequence[Finding], after: Sequence[Finding], attempts: Mapping[str, _Attempt]
) -> set[str]:
    """Return the pages whose fixes do not help, or cause another finding here or elsewhere."""
    old = Counter((finding.path, finding.code) for finding in before)
    new = Counter((finding.path, finding.code) for finding in after)
    refused = {
        path
        for path, attempt in attempts.items()
        if any(new[path, code] >= old[path, code] for code in attempt.codes)
    }
    more = {place for place, number in new.items() if number > old[place]}
    for finding in after:
        if (finding.path, finding.code) not in more:
            continue
        causes = {finding.path, *(related.path for related in finding.related)} & attempts.keys()
        # What nobody knows the cause of may have any.
        refused |= causes or attempts.keys()
    return refused


def apply_edits(data: bytes, fixes: Iterable[Sequence[Edit]]) -> bytes:
    """Apply fixes to a page, as `apply_fixes`."""
    return apply_fixes(data, fixes)[0]


def apply_fixes(data: bytes, fixes: Iterable[Sequence[Edit]]) -> tuple[bytes, int]:
    """Apply fixes to a page; all bytes outside of the edits stay as they are.

    A fix is applied as a whole or, if one of its edits is outside of the page or overlaps an
    earlier edit, not at all. New lines end like the line in which they begin.

    Returns:
        The page, and the number of fixes that were applied.
    """
    bom = _BOM if data.startswith(_BOM) else b""
    try:
        text = data.removeprefix(_BOM).decode("utf-8")
    # Columns count characters, so there is no telling which bytes an edit would replace.
    except UnicodeDecodeError:
        return data, 0
    lines = _Lines(text)
    chosen: list[tuple[int, int, str]] = []
    taken: list[tuple[int, int]] = []
    applied = 0
    for edits in fixes:
        places = [lines.place(edit) for edit in edits]
        found = [place for place in places if place is not None]
        if len(found) == len(places) and _take(found, taken):
            chosen += found
            applied += 1
    pieces = []
    position = 0
    for start, end, new in sorted(chosen):
        pieces += [text[position:start], new]
        position = end
    return bom + "".join([*pieces, text[position:]]).encode(), applied


def diff(fixed: Fixed, prefix: str = "") -> str:
    """Return the changes to a page as a unified diff.

    Args:
        fixed: The page; one that was empty before is new.
        prefix: What goes before its path.
    """
    path = prefix + fixed.path
    before, after = (
        data.decode("utf-8", errors="replace").splitlines(keepends=True)
        for data in (fixed.before, fixed.after)
    )
    lines = []
    short = max(len(before), len(after)) <= MAX_DIFF_LINES
    compared = unified_diff if short else _one_hunk
    old = f"a/{path}" if before else "/dev/null"
    for line in compared(before, after, old, f"b/{path}"):
        ended = line.endswith("\n")
        lines.append(line if ended else f"{line}\n\\ No newline at end of file\n")
    return "".join(lines)


def _one_hunk(before: list[str], after: list[str], old: str, new: str) -> Iterator[str]:
    """Yield a unified diff that replaces everything from the first change to the last one."""
    shorter = min(len(before), len(after))
    start = next((n for n in range(shorter) if before[n] != after[n]), shorter)
    most = shorter - start
    same = next((n for n in range(most) if before[-1 - n] != after[-1 - n]), most)
    end = len(before) - same
    gone, come = before[start:end], after[start : len(after) - same]
    above, below = before[max(start - 3, 0) : start], before[end : end + 3]
    around = len(above) + len(below)
    first = start - len(above) + 1
    yield f"--- {old}\n"
    yield f"+++ {new}\n"
    yield f"@@ -{first},{len(gone) + around} +{first},{len(come) + around} @@\n"
    yield from (f" {line}" for line in above)
    yield from (f"-{line}" for line in gone)
    yield from (f"+{line}" for line in come)
    yield from (f" {line}" for line in below)


def write_fixed(root: Path, fixed: Fixed) -> bool:
    """Write a page in one step, unless it was changed meanwhile.

    Returns:
        Whether it was written.

    Raises:
        DocsError: It cannot be written.
    """
    file = (root / fixed.path).resolve()
    if not file.is_relative_to(root.resolve()) or _read(root, fixed.path) != fixed.before:
        return False
    try:
        write_whole(file, fixed.after)
    except OSError as error:
        raise DocsError(f"The page `{file}` cannot be written: {error.strerror}.") from error
    return True


class _Lines:
    """Offsets of the lines of a text, whatever their line endings."""

    def __init__(self, text: str) -> None:
        self._spans = list(_spans(text))
        self._text = text

    def place(self, edit: Edit) -> tuple[int, int, str] | None:
        """Return where an edit begins and ends in the text, and the text that goes there."""
        start = self._offset(edit.line, edit.column)
        end = self._offset(edit.end_line, edit.end_column)
        if start is None or end is None or end < start:
            return None
        return start, end, edit.text.replace("\n", self._ending(edit.line))

    def _offset(self, line: int, column: int) -> int | None:
        if line == len(self._spans) + 1 and column == 1:
            return len(self._text)
        if not 1 <= line <= len(self._spans):
            return None
        start, end, _ = self._spans[line - 1]
        return start + column - 1 if 1 <= column <= end - start + 1 else None

    def _ending(self, line: int) -> str:
        numbers = range(max(line - 1, 0), -1, -1)
        endings = (self._spans[n][2] for n in numbers if n < len(self._spans))
        return next(filter(None, endings), "\n")


def _spans(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the start and end of each line, and the line ending."""
    position = 0
    for match in _ENDING.finditer(text):
        yield position, match.start(), match.group()
        position = match.end()
    if position < len(text):
        yield position, len(text), ""


def _take(places: Iterable[tuple[int, int, str]], taken: list[tuple[int, int]]) -> bool:
    """Add places to the sorted ones; add none and return False if one overlaps."""
    new: list[tuple[int, int]] = []
    for start, end, _ in places:
        place = start, end
        index = bisect_left(taken, place)
        # Only the neighbours can overlap, since the ones taken are sorted and do not overlap each
        # other. Two insertions at one place are refused, as nothing says which comes first.
        near = pairwise([*taken[max(index - 1, 0) : index], place, *taken[index : index + 1]])
        if not all(one[1] <= two[0] and one != two for one, two in near):
            for before in new:
                del taken[bisect_left(taken, before)]
            return False
        taken.insert(index, place)
        new.append(place)
    return True


def _read(root: Path, path: str) -> bytes | None:
    try:
        return (root / path).read_bytes()
    except OSError:
        return None
