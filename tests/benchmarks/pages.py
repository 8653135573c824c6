"""Docs trees of any size, made of the outside pages, which repeat as little as real ones do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b
from itertools import count, cycle, islice
from pathlib import Path
from random import Random
from typing import NamedTuple

from callsheet.catalog import Catalog

_UID = re.compile(r"^((?:uid|id): *)(\S+)$", re.MULTILINE)
_ROUTE = re.compile(r"(?<=/api/v1/)[\w/]+")
_JSON_VALUE = re.compile(r'("[^"]*": *|^\s*)("[^"]*"|-?\d[\d.]*)(,?)$')
_DATED = re.compile(r"\d{4}-\d\d-\d\dT")
_TYPE_HEADING = re.compile(r"(#+ (?:Request Body|Response(?: body)?): ?)([A-Z]\w+)(.*)", re.DOTALL)
_WORD = re.compile(r"(?<![\w`*\[/.$-])[a-z]{4,}(?![\w`*\]/=-])")
_VOWELS, _CONSONANTS = "aeiou", "bcdfghklmnprstvw"

_JSON_SHARE, _PROSE_SHARE, _CELL_SHARE, _TYPE_SHARE = 0.75, 0.9, 0.7, 0.6
"""Which share of the distinct lines and cells with something to change, a copy changes."""


class Shares(NamedTuple):
    """How much pages differ: distinct lines, JSON lines, cells, and lines of prose, of a page.

    What repeats is a share of all.
    """

    lines: float
    repeated_lines: float
    json: float
    repeated_json: float
    prose: float
    cells: float


REAL = Shares(20.2, 0.78, 11.5, 0.676, 4.6, 1.85)
"""The shares of a whole publication of 3,116 operations, of which a quarter is the corpus."""


def make_docs(corpus: Path, folder: Path, number: int) -> Path:
    """Writes a docs tree with that many operations.

    The pages of the corpus come first. Where they are too few, they come again as the pages of
    other groups: with names, routes, types, sentences and examples of their own, of the same length
    and, as the generator is seeded, the same each time.

    Args:
        corpus: The outside pages.
        folder: A new folder.
        number: How many operations.
    """
    paths = [corpus / operation.path for operation in Catalog.read(corpus).operations]
    rounds = (n // len(paths) for n in count())
    for copy, path in islice(zip(rounds, cycle(paths), strict=False), number):
        text, relative = path.read_text(encoding="utf-8"), path.relative_to(corpus)
        if copy:
            text = vary(text, copy)
            group = _name(relative.parent.name, f"{copy}")
            relative = relative.parent.parent / group / f"{relative.stem}_c{copy}.md"
        target = folder / relative
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode())
    return folder


def vary(text: str, copy: int) -> str:
    """Return a page with other names, routes, types, sentences and examples."""
    text = _UID.sub(rf"\1\2_c{copy}", text)
    text = _ROUTE.sub(lambda route: "/".join(_names(route[0].split("/"), copy)), text)
    return "\n".join(_vary_line(line, copy, kind) for line, kind in _kinds(text))


def shares(folder: Path) -> Shares:
    """Return how much the pages of a docs tree differ."""
    found: dict[str, Counter[str]] = {kind: Counter() for kind in ("line", "json", "prose", "cell")}
    operations = Catalog.read(folder).operations
    for operation in operations:
        for line, kind in _kinds((folder / operation.path).read_text(encoding="utf-8")):
            if not (line := line.strip()):
                continue
            found["line"][line] += 1
            if kind == "json":
                found["json"][line] += 1
            elif kind in ("head", "prose"):
                found["prose"][line] += 1
            elif kind in ("row", "header"):
                found["cell"].update(cell.strip() for cell in line.strip("|").split("|"))
    distinct = {kind: len(counts) / len(operations) for kind, counts in found.items()}
    repeated = {kind: 1 - len(counts) / counts.total() for kind, counts in found.items()}
    return Shares(
        distinct["line"],
        repeated["line"],
        distinct["json"],
        repeated["json"],
        distinct["prose"],
        distinct["cell"],
    )


def _kinds(text: str) -> Iterable[tuple[str, str]]:
    """Yield the lines of a page, each with what it is; all pages have the same headers."""
    in_fence = in_json = in_headers = False
    in_head = text.startswith("---\n")
    for number, line in enumerate(text.split("\n")):
        if in_head:
            in_head = number == 0 or line != "---"
            yield line, "head"
        elif line.startswith("```"):
            in_fence, in_json = not in_fence, False
            yield line, "fence"
        elif in_fence:
            in_json = in_json or (line[:1] in ("{", "[") and bool(line))
            yield line, "json" if in_json else "code"
        elif line.startswith("|"):
            yield line, "header" if in_headers else "row"
        else:
            in_headers = line.endswith("Headers") if line.startswith("#") else in_headers
            yield line, "prose"


def _vary_line(line: str, copy: int, kind: str) -> str:
    match kind:
        case "head":
            return re.sub(r"(?<=title: )\S+ \S+", lambda each: _title(each[0], copy), line)
        case "json" if match := _JSON_VALUE.search(line):
            random = _random(line, copy)
            if random.random() < _JSON_SHARE:
                return line[: match.start(2)] + _value(match[2], random) + match[3]
        case "row":
            return "|".join(_vary_cell(cell, copy) for cell in line.split("|"))
        case "prose":
            return _vary_prose(line, copy)
    return line


def _vary_prose(line: str, copy: int) -> str:
    if line.startswith("# "):
        return f"# {_title(line[2:], copy)}"
    random = _random(line, copy)
    if heading := _TYPE_HEADING.fullmatch(line):
        changes = random.random() < _TYPE_SHARE
        return f"{heading[1]}{_name(heading[2], str(copy))}{heading[3]}" if changes else line
    if line.startswith("##") and line.count("##") < 2:
        return line
    return _sentence(line, random) if random.random() < _PROSE_SHARE else line


def _vary_cell(cell: str, copy: int) -> str:
    random = _random(cell, copy)
    # A word alone is a type.
    changes = " " in cell.strip() and random.random() < _CELL_SHARE
    return _sentence(cell, random) if changes else cell


def _title(title: str, copy: int) -> str:
    method, _, route = title.partition(" ")
    return f"{method} {'/'.join(_names(route.split('/'), copy))}"


def _names(parts: Iterable[str], copy: int) -> list[str]:
    """Return the segments of a route; the name of a group is another one, all others stay."""
    named = [*parts]
    place = 1 if named[0] == "Agents" and len(named) > 1 else 0
    named[place] = _name(named[place], str(copy))
    return named


def _name(name: str, seed: str) -> str:
    """Return another name, of the same length; that of a folder and that in a route agree."""
    start = name.removesuffix("_Agent")
    return _word(start, _random(start, seed)) + name[len(start) :]


def _sentence(line: str, random: Random) -> str:
    """Return a line in which up to two words are others; one without any is the same."""
    words = [*_WORD.finditer(line)]
    for word in sorted(random.sample(words, min(2, len(words))), key=lambda each: -each.start()):
        line = line[: word.start()] + _word(word[0], random) + line[word.end() :]
    return line


def _value(value: str, random: Random) -> str:
    """Return another value of the same kind and length; a name, as of an enumeration, stays."""
    if _DATED.search(value):
        return re.sub(r"(?<=-)\d\d(?=T)", lambda _: f"{random.randrange(10, 29)}", value)
    if value[0] != '"':
        return re.sub(r"(?<!\d)[1-9]|(?<=\d)\d", lambda _: str(random.randrange(1, 10)), value)
    return _word(value, random) if " " in value or value.islower() else value


def _word(text: str, random: Random) -> str:
    """Return a text with other letters and digits."""
    return "".join(_letter(letter, random) for letter in text)


def _letter(letter: str, random: Random) -> str:
    for letters in (_VOWELS, _CONSONANTS, "123456789"):
        if letter.lower() in letters:
            new = random.choice(letters)
            return new.upper() if letter.isupper() else new
    return letter


def _random(text: str, seed: object) -> Random:
    return Random(blake2b(f"{seed}\n{text}".encode(), digest_size=8).digest())  # noqa: S311
