"""Reads overviews: the page `index.md` of the whole API, or of a folder."""

from __future__ import annotations

from callsheet.source.document import BlockKind, Document


def overview_of(document: Document) -> tuple[str, str]:
    """Return the text of an overview below its title, without comments, and the API's version."""
    titles = [b for b in document.blocks if b.kind is BlockKind.HEADING and b.level == 1]
    first = titles[0].span.end if titles else document.body_line - 1
    text = "\n".join(document.lines[first:])
    version = document.front_matter.get("version", "")
    is_plain = isinstance(version, str | int | float) and not isinstance(version, bool)
    return _without_comments(text).strip(), str(version) if is_plain else ""


def _without_comments(text: str) -> str:
    # Not by an expression, which would search the rest of the text for each comment without an end.
    first, *parts = text.split("<!--")
    kept = [first]
    for part in parts:
        _, end, rest = part.partition("-->")
        kept.append(rest if end else f"<!--{part}")
    return "".join(kept)
