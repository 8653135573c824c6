"""Scripts that pages of one group share: the data of consoles, and programs in more languages.

What a script has of an operation is made with the operation's page and cached with it. A script is
written as soon as all of its pages are rendered, or at the end with what the cache has of others.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias

from callsheet.cache.content import digest_of
from callsheet.model import Operation
from callsheet.render import ConsoleData, OperationRecord, operation_script, qualified_uid
from callsheet.render.operation_scripts import literal
from callsheet.samples import Overrides
from callsheet.site.config import servers_of
from callsheet.site.generated.console import FOLDER, console_record
from callsheet.site.output.site_directory import SiteDirectory, file_key
from callsheet.site.page_facts import DependencyRecorder, RecordedTypes
from callsheet.site.site_catalog import SiteCatalog

MAX_EXAMPLES = 16
"""The examples of requests in one script, which has 80 kB at most, unless some of them are large.

An operation without any counts as one, and one with more has a script of its own.
"""

PageRecords: TypeAlias = dict[str, OperationRecord]
"""What scripts have of the operations of one page, by uid."""


class OperationScripts:
    """The scripts of one build.

    Args:
        directory: The site directory.
        folder: The folder of the language, with a slash at its end, or an empty text.
        catalogs: The catalogs of the site.
        chosen: What the site's configuration chooses for all samples.
        is_partial: Whether pages that are not rendered stay as another build has made them.
    """

    def __init__(
        self,
        directory: SiteDirectory,
        folder: str,
        catalogs: Iterable[SiteCatalog],
        chosen: Overrides,
        *,
        is_partial: bool = False,
    ) -> None:
        self._directory = directory
        self._folder = f"{folder}{FOLDER}/"
        self._chosen = chosen
        self._data: dict[str, ConsoleData] = {}
        self._names: dict[tuple[str, str], str] = {}
        # The pages of each script, by the uids of their operations.
        self._pages: dict[str, dict[str, str]] = {}
        for known in catalogs:
            collection = known.catalog.collection
            data = ConsoleData(known.types, collection, servers_of(collection))
            self._data[collection.name] = data
            for group in known.catalog.groups:
                shared = digest_of(f"{collection.name}\n{group.path}".encode())[:8]
                examples = 0
                for each in group.operations:
                    # Another page may have the same uid, which is a finding.
                    is_alone = is_partial or known.catalog.by_uid[each.uid] is not each
                    own = digest_of(f"{each.path}\n{each.uid}".encode())[:12]
                    name = own if is_alone else f"{shared}-{examples // MAX_EXAMPLES}"
                    examples += max(len(each.example_requests), 1)
                    if each.outgoing is None:
                        self._names[each.path, each.uid] = f"{name}.js"
                        uid = qualified_uid(each, collection.name)
                        self._pages.setdefault(f"{name}.js", {})[uid] = each.path
        self._records: dict[str, PageRecords] = {}
        self._keys: dict[str, str] = {}
        self._missing: dict[str, list[str]] = {}

    def name(self, operation: Operation) -> str:
        """Return the name of an operation's script; empty where it has none."""
        return self._names.get((operation.path, operation.uid), "")

    def index(self) -> str:
        """Return the script with the names of all, for programs that ask for other operations."""
        names = {uid: literal(name) for name, pages in self._pages.items() for uid in pages}
        return operation_script({" scripts": names})

    def add(
        self,
        operation: Operation,
        further: Sequence[OperationRecord],
        known: SiteCatalog,
        recorder: DependencyRecorder,
    ) -> None:
        """Make the record of an operation, as `RecordingScripts` says."""
        if self.name(operation):
            collection = known.catalog.collection
            chosen = self._chosen.below(collection.base_path)
            types = RecordedTypes(known.types, recorder)
            console = console_record(operation, self._data[collection.name], chosen, types)
            record: OperationRecord = {"console": console, "programs": [*further]}
            uid = qualified_uid(operation, collection.name)
            self._records.setdefault(operation.path, {})[uid] = record

    def of_page(self, path: str) -> PageRecords:
        """Return the records of a page that was rendered in this process and is not written yet."""
        return self._records.get(path, {})

    def begin(self, keys: Mapping[str, str]) -> None:
        """Keep the scripts that are there.

        Args:
            keys: The keys of cached pages, which cover all that their records depend on.
        """
        self._keys = dict(keys)
        for name, pages in self._pages.items():
            if not self._directory.keep(self._folder + name, self._key(name)):
                for path in pages.values():
                    self._missing.setdefault(path, []).append(name)

    def end_page(self, path: str, key: str) -> None:
        """Write the scripts whose last page has been rendered.

        Args:
            path: The page.
            key: Its key in the cache; empty where it is not cached.

        Raises:
            OSError: One of them cannot be written.
        """
        self._keys[path] = key
        for name in self._missing.get(path, ()):
            if all(each in self._records for each in self._pages[name].values()):
                self._write(name, self._key(name))
                self._forget(name)

    def write_rest(self, cached: Callable[[str], tuple[str, PageRecords]]) -> None:
        """Write those that are still missing: of cached pages, or of another process.

        Args:
            cached: Returns the key and the records of a page that is in the cache.

        Raises:
            OSError: One of them cannot be written.
        """
        for name in dict.fromkeys(name for names in self._missing.values() for name in names):
            if self._folder + name not in self._directory.written:
                self._complete(name, cached)
                self._write(name, self._key(name))
                self._forget(name)

    def rewrite(
        self, paths: Iterable[str], cached: Callable[[str], tuple[str, PageRecords]]
    ) -> None:
        """Write the scripts of pages that have been rendered anew since the build.

        Args:
            paths: The pages.
            cached: As above, of the pages next to these.

        Raises:
            OSError: One of them cannot be written.
        """
        for name in {name for (path, _), name in self._names.items() if path in paths}:
            self._complete(name, cached)
            self._write(name, "")

    def _complete(self, name: str, cached: Callable[[str], tuple[str, PageRecords]]) -> None:
        for path in self._pages[name].values():
            if path not in self._records:
                self._keys[path], found = cached(path)
                # Where the cache has lost the page, it has just been rendered.
                self._records.setdefault(path, found)

    def _forget(self, name: str) -> None:
        """Forget what the cache has: thousands of records would fill the memory."""
        for path in self._pages[name].values():
            if self._keys.get(path):
                self._records.pop(path, None)

    def _key(self, name: str) -> str:
        """Return the key of a script; empty where one of its pages has none."""
        pages = self._pages[name]
        keys = [f"{uid}\n{self._keys.get(path) or ''}" for uid, path in pages.items()]
        return "" if any(key.endswith("\n") for key in keys) else file_key(*map(str.encode, keys))

    def _write(self, name: str, key: str) -> None:
        records = {
            uid: self._records[path][uid]
            for uid, path in self._pages[name].items()
            if uid in self._records.get(path, ())
        }
        # A plugin may have left out all of its pages.
        if records:
            content = operation_script(records).encode()
            self._directory.write(self._folder + name, key, content)
