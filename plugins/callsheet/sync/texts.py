"""Merges prose and examples: what the document changed, where the author changed nothing."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from callsheet.findings import Span
from callsheet.sync.page import EditedPage

REMOVED = "<!-- No longer in the OpenAPI document. Delete what is not needed:"
"""Begins the comment that keeps what an author wrote about something that is gone."""


def merged_text(mine: str, old: str | None, new: str) -> str:
    """Return the text of a cell or key.

    Args:
        mine: The page's text.
        old: That of the former document; None where it is not known.
        new: That of the new document.
    """
    if not mine and not old:
        return new
    return new if old is not None and _plain(mine) == _plain(old) else mine


def is_conflict(mine: str, old: str | None, new: str) -> bool:
    """Tell whether both the author and the document have changed a text, in different ways."""
    return old is not None and len({_plain(mine), _plain(old), _plain(new)}) == 3


def _plain(text: str) -> str:
    return " ".join(text.split())


def merge_blocks(
    page: EditedPage, mine: Sequence[Span], old: Sequence[str], new: Sequence[str], start: int
) -> None:
    """Change the blocks of a section as the document changed, where they are still the document's.

    Args:
        page: The page.
        mine: The lines of its blocks.
        old: The blocks of the former document.
        new: The blocks of the new document.
        start: The line above which a block goes that has no block before it.
    """
    texts = [page.text(span) for span in mine]
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        coming = [text for text in new[j1:j2] if text not in texts]
        own = [mine[texts.index(text)] for text in old[i1:i2] if text in texts]
        if coming and len(own) < i2 - i1:
            line = own[0].start if own else start
            page.note(line, "A text was changed here and in the document, and was kept.")
            continue
        if own and coming:
            page.replace(own[0], "\n\n".join(coming).split("\n"))
            own = own[1:]
        elif coming:
            before = next((t for t in reversed(old[:i1]) if t in texts), None)
            after = mine[texts.index(before)].end + 1 if before is not None else start
            page.insert_block(after, "\n\n".join(coming))
        for span in own:
            page.remove_block(span)


def kept_comment(lines: Sequence[str]) -> str:
    """Return lines as a comment, which readers of the site don't see."""
    inside = "\n".join(lines).replace("-->", "--&gt;")
    return f"{REMOVED}\n{inside}\n-->"
