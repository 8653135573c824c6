"""Reading of the pages that a site has."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from callsheet.cache.content import digest_of
from callsheet.catalog import Catalog
from callsheet.model import Operation
from callsheet.site.generated.operation_index import OperationIndex, pages_with
from callsheet.site.generated.type_pages import INDEX_MARKER
from callsheet.site.incremental.page_cache import stands_alone
from callsheet.site.other_plugins import docs_languages, note_templates
from callsheet.site.output.included import Included, encrypted_by, without_content
from callsheet.site.session import BuildSession
from callsheet.source.faults import Fault


@dataclass(frozen=True)
class SitePages:
    """The pages of a site, as their authors wrote them.

    Attributes:
        catalog: Their operations.
        encrypted: Operations that only their own pages may show, by path.
        digests: The digests of the pages' texts, by path.
        contents: Of these, the ones of operation pages whose HTML can be cached.
        index_page: The pages with the index of all operations.
        types_page: The page in which an author lists all types; None if there is none.
    """

    catalog: Catalog
    encrypted: Mapping[str, Operation]
    digests: Mapping[str, str]
    contents: Mapping[str, str]
    index_page: OperationIndex
    types_page: str | None = None

    @classmethod
    def read(
        cls, root: Path, included: Included, config: MkDocsConfig, session: BuildSession
    ) -> SitePages:
        """Read the pages.

        Raises:
            DocsError: A page cannot be read.
        """
        # Read once: the key of a page in the cache and its HTML have to be those of one text.
        texts = session.sources.read(included.read)
        unread = included.read.keys() - texts.keys()
        encrypts = encrypted_by(config)
        encrypted: dict[str, Operation] = {}
        readings = []
        for each in session.parsed_pages(root).readings(texts, unread):
            reading, path = each, each.page.path
            if encrypts and path in texts and encrypts(texts[path]):
                reading, operation = without_content(reading)
                if operation:
                    encrypted[path] = operation
            readings.append(reading)
        catalog = Catalog.of(root, readings, docs_languages(config))
        note_templates(config, {path: texts[path] for path in catalog.by_path if path in texts})
        digests = {path: digest_of(text) for path, text in texts.items()}
        alone = (path for path in catalog.by_path if path in texts and stands_alone(texts[path]))
        contents = {path: digests[path] for path in alone}
        types_page = next(pages_with(INDEX_MARKER, catalog, texts), None)
        index = OperationIndex(catalog, texts)
        return cls(catalog, encrypted, digests, contents, index, types_page)

    @cached_property
    def digest(self) -> bytes:
        """The digest of all pages."""
        parts = [f"{path}{digest}" for path, digest in sorted(self.digests.items())]
        parts.append(repr(sorted(self.catalog.by_path)))
        return hashlib.blake2b("\n".join(parts).encode(), digest_size=32).digest()

    @cached_property
    def without_front_matter(self) -> set[str]:
        """The pages whose front matter goes beyond the limits."""
        code = Fault.FRONT_MATTER_SIZE.code
        return {finding.path for finding in self.catalog.findings if finding.code == code}
