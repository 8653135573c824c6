"""Reading of the pages that a site has."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from callsheet.cache.texts import TextStore
from callsheet.catalog import Catalog
from callsheet.catalog.collected import collected, together
from callsheet.catalog.named_types.stored import StoredTypes
from callsheet.catalog.titles import TitleStyle
from callsheet.docs_collections import DocsCollection
from callsheet.model import Operation
from callsheet.site.extension import CallsheetExtension
from callsheet.site.generated import changelogs, group_pages, home_page, usual_headers
from callsheet.site.generated.operation_index import OperationIndex, pages_with
from callsheet.site.generated.type_pages import INDEX_MARKER
from callsheet.site.incremental.page_cache import stands_alone
from callsheet.site.incremental.source_files import read_texts
from callsheet.site.other_plugins import docs_languages, note_templates
from callsheet.site.output.included import Included, encrypted_by, without_content
from callsheet.site.session import BuildSession
from callsheet.site.site_catalog import SiteCatalog
from callsheet.site.versions import ApiVersions
from callsheet.source.faults import Fault


@dataclass(frozen=True)
class SitePart:
    """The pages of a collection, or all pages of a site without any.

    Attributes:
        catalog: Their operations.
        index_page: The page with the index of all operations.
        types_page: The page in which an author lists all types; None if there is none.
    """

    catalog: Catalog
    index_page: OperationIndex
    types_page: str | None = None

    @classmethod
    def of(cls, catalog: Catalog, texts: Mapping[str, bytes]) -> "SitePart":
        """Find the pages with the lists of all operations and of all types."""
        types_page = next(pages_with(INDEX_MARKER, catalog, texts), None)
        return cls(catalog, OperationIndex(catalog, texts), types_page)


@dataclass(frozen=True)
class SitePages:
    """The pages of a site, as their authors wrote them.

    Attributes:
        catalog: All operations; several may have one uid, where there are collections.
        parts: What belongs together: the pages that are in no collection, then the collections.
        encrypted: Operations that only their own pages may show, by path.
        digests: The digests of the pages' texts, in their layouts, by path.
        contents: Of these, the ones of operation pages whose HTML can be cached.
    """

    catalog: Catalog
    parts: tuple[SitePart, ...]
    encrypted: Mapping[str, Operation]
    digests: Mapping[str, str]
    contents: Mapping[str, str]

    @classmethod
    def none(cls, root: Path) -> "SitePages":
        """Return what a site has before its pages are read."""
        empty = Catalog.of(root, ())
        return cls(empty, (SitePart.of(empty, {}),), {}, {}, {})

    @classmethod
    def read(
        cls,
        root: Path,
        included: Included,
        config: MkDocsConfig,
        session: BuildSession,
        collections: Sequence[DocsCollection],
    ) -> "SitePages":
        """Read the pages.

        Raises:
            DocsError: A page cannot be read.
        """
        # Read once: the key of a page in the cache and its HTML have to be those of one text.
        texts = read_texts(included.read)
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
        languages = docs_languages(config)
        catalogs = collected(root, readings, collections, languages, in_one_language=True)
        catalog = catalogs[0] if len(catalogs) == 1 else together(catalogs)
        note_templates(config, catalog.by_path.keys() & texts.keys(), texts)
        digests = session.parsed_pages(root).digests
        alone = (path for path in catalog.by_path if path in texts and stands_alone(texts[path]))
        contents = {path: digests[path] for path in alone}
        parts = tuple(SitePart.of(each, texts) for each in catalogs)
        return cls(catalog, parts, encrypted, digests, contents)

    def site_catalogs(
        self, session: BuildSession, store: TextStore | None, style: TitleStyle
    ) -> Iterator[SiteCatalog]:
        """Yield the catalog of each part, with what follows from the whole of it.

        Args:
            session: Defines the types.
            store: Where these are stored, if they are.
            style: What operations are called by.
        """
        versions = ApiVersions(part.catalog for part in self.parts)
        for part in self.parts:
            definer = session.definers[part.catalog.collection.name]
            # A server needs what they were made of for its next build.
            readings = session.parsed_pages(self.catalog.root)
            yield SiteCatalog(
                part.catalog,
                StoredTypes(definer, store, readings) if store and session.publishes else definer,
                self.encrypted,
                style,
                group_pages.group_pages(part.catalog),
                part.index_page.paths,
                part.types_page or "",
                versions=versions,
            )

    def generated(
        self, extension: CallsheetExtension, homeless: MkDocsConfig | None
    ) -> dict[str, str]:
        """Return the texts of the pages to generate, by path.

        Args:
            extension: Knows the catalogs, and the pages of types.
            homeless: The configuration of a site with nothing at its root; None for another one.
        """
        found: dict[str, str] = {}
        for part, known in zip(self.parts, extension.operations.each(), strict=True):
            found.update(changelogs.pages(known))
            for generator in (extension.types, extension.permalinks, part.index_page):
                found.update(generator.pages())
            found.update(group_pages.pages(part.catalog))
            found.update(usual_headers.pages(known))
        if homeless is not None:
            name, about = homeless.site_name, homeless.site_description or ""
            if home := home_page.text([*extension.operations.each()], name, about):
                found[home_page.PATH] = home
        return found

    def lists(self, extension: CallsheetExtension) -> Iterator[str]:
        """Yield the pages with the lists of all operations and of all types."""
        for known in extension.operations.each():
            yield from known.index_pages[:1]
            yield extension.types.index
            if changes := changelogs.page_of(known):
                yield changes

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


def decodable(file: File) -> bytes:
    """Return the bytes of a page.

    Raises:
        PluginError: They are not UTF-8. MkDocs would end with a traceback.
    """
    data = file.content_bytes
    try:
        data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = "The line has bytes that are not UTF-8. Save the page as UTF-8."
        raise PluginError(f"{file.src_uri}:{line}: {message}") from error
    return data
