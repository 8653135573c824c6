"""State between the builds of a site in one process."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from callsheet.catalog.named_types import TypeDefiner
from callsheet.site.incremental.source_files import ParsedPages
from callsheet.site.output.site_directory import WrittenFile


@dataclass
class BuildSession:
    """The builds of one `mkdocs build` or `mkdocs serve`.

    Attributes:
        publishes: Whether the site is for others; its author needs less.
        dirty: Whether MkDocs leaves the site directory as it is.
        written: The files that were written; None before the first build.
        definers: Define the types, by the name of the collection.
    """

    publishes: bool = True
    dirty: bool = False
    written: Mapping[str, WrittenFile] | None = None
    definers: dict[str, TypeDefiner] = field(default_factory=lambda: defaultdict(TypeDefiner))
    _parsed: dict[Path, ParsedPages] = field(default_factory=dict)

    def parsed_pages(self, root: Path) -> ParsedPages:
        """Return the parsed pages of a docs directory."""
        return self._parsed.setdefault(root, ParsedPages(root))

    def free_memory(self) -> None:
        """Forget what only a next build would need, if there is none."""
        if self.publishes:
            for definer in self.definers.values():
                definer.forget()
