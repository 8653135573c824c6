"""What changed between two docs trees for those who call the API.

A change is judged against what the pages promise, not against what a server happens to accept: it
is breaking where a caller who kept to the old pages can fail under the new ones. So a request may
be freed of rules and a response may promise more, while the reverse of either breaks callers.

    old, new = read_tree("HEAD~1", docs), read_tree("docs", docs)
    print(write(compare(old, new), Format.MARKDOWN))
"""

from __future__ import annotations

from callsheet.diff.compare import compare
from callsheet.diff.model import Change, Difference, Kind, Level, Place, Side, Tree
from callsheet.diff.revisions import read_tree
from callsheet.diff.schema import schema
from callsheet.diff.writing import Format, write

__all__ = [
    "Change",
    "Difference",
    "Format",
    "Kind",
    "Level",
    "Place",
    "Side",
    "Tree",
    "compare",
    "read_tree",
    "schema",
    "write",
]
