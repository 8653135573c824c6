"""Finds what changed between two docs trees for callers of the API.

A change is judged by what the pages promise, not by what a server happens to accept: it is breaking
if a caller who followed the old pages can fail under the new ones. So relaxing a rule for requests
or promising more in responses is not breaking, while the reverse of either is.

    old, new = read_tree("HEAD~1", docs), read_tree("docs", docs)
    print(write(compare(old, new), DiffFormat.MARKDOWN))
"""

from callsheet.diff.compare import compare
from callsheet.diff.model import Change, ChangeLocation, DocsTree, Kind, Level, Side, TreeDiff
from callsheet.diff.revisions import read_tree
from callsheet.diff.writing import DiffFormat, schema, write

__all__ = [
    "Change",
    "ChangeLocation",
    "DiffFormat",
    "DocsTree",
    "Kind",
    "Level",
    "Side",
    "TreeDiff",
    "compare",
    "read_tree",
    "schema",
    "write",
]
