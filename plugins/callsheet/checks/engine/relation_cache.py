"""Cache of what all pages of a docs tree together show.

A run after an edit of a sentence would otherwise decode and compare thousands of pages, to find
what the last run has found.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from callsheet.cache.content import digest_of, load_content, save_content
from callsheet.checks.engine.check_page import PageResult, Relations, disputable
from callsheet.checks.engine.registry import rules_fingerprint
from callsheet.codec import Decoder, Encoder
from callsheet.configuration import read_docs_languages, read_nav
from callsheet.source.layouts.choice import read_choice

_LARGEST_TABLE = 8 * 1024 * 1024
"""Bytes of a YAML file that may be a table of contents; with a larger one, nothing is cached."""


class RelationCache:
    """Cache of the relations of a docs tree, for as long as the outlines of its pages stay.

    The key is that of the checksum: relations of other outlines count as damaged.

    Args:
        file: The file.
        root: The docs directory.
        pages: The paths of all pages.
        results: The results of checking them by themselves.
        types_dir: The folder of the pages of types.
    """

    def __init__(
        self,
        file: Path,
        root: Path,
        pages: Iterable[str],
        results: Mapping[str, PageResult],
        types_dir: str,
    ) -> None:
        self._file = file
        self._key = b""
        files = _files(root)
        if files is not None:
            outlines = [(p, results[p].outline if p in results else "") for p in pages]
            settings = types_dir, read_nav(root), read_docs_languages(root), read_choice(root).key
            about = repr((settings, files, outlines, [*disputable(results)]))
            data = about.encode(errors="surrogatepass")
            self._key = hashlib.blake2b(data, key=rules_fingerprint(), digest_size=32).digest()

    def load(self) -> Relations | None:
        """Return the relations that were saved; None where there are none of these outlines."""
        try:
            content = json.loads(load_content(self._file, self._key)) if self._key else None
            return content and Decoder(content["tables"]).decode(content["relations"], Relations)
        except (OSError, ValueError, LookupError, TypeError):
            return None

    def save(self, relations: Relations) -> None:
        """Write the relations; a full disk is not an error."""
        if self._key:
            encoder = Encoder()
            plain = encoder.encode(relations, Relations)
            content = {"tables": encoder.tables(), "relations": plain}
            save_content(self._file, json.dumps(content).encode(), self._key)


def _files(root: Path) -> list[tuple[str, str]] | None:
    """Return the files of a docs directory, as far as rules about the tree look at them.

    Returns:
        The paths, with the digest of a file that may be a table of contents. None where links make
        it depend on files elsewhere, or a file cannot be read.
    """
    found = []
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(name for name in folders if name != ".git")
        for name in (*folders, *sorted(files)):
            path = f"{folder}/{name}"
            if os.path.islink(path):  # noqa: PTH114 - thousands of files
                return None
            about = ""
            try:
                if name.lower().endswith((".yml", ".yaml")):
                    if os.path.getsize(path) > _LARGEST_TABLE:  # noqa: PTH202
                        return None
                    about = digest_of(Path(path).read_bytes())
            except OSError:
                return None
            found.append((path, about))
    return found
