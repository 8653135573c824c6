"""Cache of texts on disk, bounded in size, by keys that cover all that a text depends on.

An entry is compressed and has a checksum. A damaged entry counts as missing, and so does a file
that is not a database: the store may lose entries, but never returns what was not put into it.
Builds of one site may use it at the same time.
"""

from __future__ import annotations

import hashlib
import sqlite3
import time
import zlib
from contextlib import AbstractContextManager, nullcontext, suppress
from pathlib import Path

MAX_BYTES = 256 * 1024 * 1024
"""The size of all entries; the least recently used ones are evicted first."""

MAX_TEXT_BYTES = 16 * 1024 * 1024
"""A longer text is not cached."""

_BATCH = 64
_BATCH_CHARACTERS = 16 * 1024 * 1024
_ROW_BYTES = 1024
"""The size of an entry without its text."""

_WAIT = 10.0
_DAY = 24 * 60 * 60
_SCHEMA = """
CREATE TABLE IF NOT EXISTS texts (key BLOB PRIMARY KEY, checksum BLOB NOT NULL, text BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS uses (key BLOB PRIMARY KEY, day INTEGER NOT NULL) WITHOUT ROWID;
"""


class TextStore:
    """A store in one file.

    Attributes:
        file: The file, which need not be there.

    Args:
        file: The same.
        max_bytes: The size of all entries. A file of twice that size is removed unread.
    """

    def __init__(self, file: Path, max_bytes: int = MAX_BYTES) -> None:
        self.file = file
        self._max_bytes = max_bytes
        self._waiting = 0
        self._today = int(time.time() // _DAY)
        self._new: dict[bytes, str] = {}
        # Those that were last used on another day.
        self._idle: set[bytes] = set()
        self._read: set[bytes] = set()
        self._damaged = False
        self._connection = self._open()
        if self._damaged:
            self._remove()
            self._connection = self._open()

    def get(self, key: bytes) -> str | None:
        """Return the text of a key; None where there is none."""
        if (text := self._new.get(key)) is not None or self._connection is None:
            return text
        query = "SELECT checksum, text FROM texts WHERE key = ?"
        try:
            row = self._connection.execute(query, (key,)).fetchone()
        except sqlite3.Error as error:
            self._note_damage(error)
            return None
        if row and (text := _unpacked(key, *row)) is not None:
            self._read.add(key)
        return text

    def reading(self) -> AbstractContextManager[object]:
        """Return a context to read many texts in: one by one, each would lock the file anew."""
        if self._connection:
            self._connection.execute("BEGIN")
        return self._connection or nullcontext()

    def put(self, key: bytes, text: str) -> None:
        """Store a text, unless it is too long; a full disk is not an error."""
        # No character has more than four bytes.
        if len(text) > MAX_TEXT_BYTES // 4 and len(text.encode()) > MAX_TEXT_BYTES:
            return
        self._new[key] = text
        self._waiting += len(text)
        if len(self._new) >= _BATCH or self._waiting >= _BATCH_CHARACTERS:
            self.flush()

    def close(self) -> None:
        """Write new entries, evict those beyond the limit, and close the file."""
        self.flush()
        if self._connection:
            self._shrink(self._connection, self._max_bytes)
            self._connection.close()
            self._connection = None
        if self._damaged:
            self._remove()

    def _open(self) -> sqlite3.Connection | None:
        self._damaged = False
        connection = None
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            too_large = self.file.exists() and self.file.stat().st_size > 2 * self._max_bytes
            if self.file.is_symlink() or too_large:
                self.file.unlink()
            connection = sqlite3.connect(self.file, timeout=_WAIT)
            # The checksums find whatever a crash has damaged, so nobody waits for the disk.
            connection.execute("PRAGMA synchronous = OFF")
            connection.executescript(_SCHEMA)
            idle = connection.execute("SELECT key FROM uses WHERE day <> ?", (self._today,))
            self._idle = {key for (key,) in idle}
        except (OSError, sqlite3.Error) as error:
            self._note_damage(error)
            if connection:
                connection.close()
            return None
        return connection

    def _note_damage(self, error: Exception) -> None:
        """Remember a damaged file; an operational error only says that it is in use."""
        if isinstance(error, sqlite3.DatabaseError) and not isinstance(
            error, sqlite3.OperationalError
        ):
            self._damaged = True

    def _remove(self) -> None:
        with suppress(OSError):
            self.file.unlink(missing_ok=True)

    def flush(self) -> None:
        """Write new entries, and the days of the last use."""
        new, self._new = self._new, {}
        self._waiting = 0
        used = self._read & self._idle
        self._read = set()
        if self._connection is None or not (new or used):
            return
        # The fastest level: HTML of pages is so repetitive that a higher one would gain little.
        packed = [(key, zlib.compress(text.encode(), 1)) for key, text in new.items()]
        rows = [(key, _checksum(key, content), content) for key, content in packed]
        days = [(key, self._today) for key in (*new, *used)]
        try:
            with self._connection:
                self._connection.executemany("REPLACE INTO texts VALUES (?, ?, ?)", rows)
                self._connection.executemany("REPLACE INTO uses VALUES (?, ?)", days)
        except sqlite3.Error as error:
            self._note_damage(error)
        # During a build the limit is higher: the build needs the entries again at its end.
        self._shrink(self._connection, self._max_bytes * 3 // 2)

    def _shrink(self, connection: sqlite3.Connection, max_bytes: int) -> None:
        """Evict entries if the file is larger than that."""
        try:
            if self.file.stat().st_size > max_bytes:
                with connection:
                    self._evict(connection)
                # Without this, the file keeps its size.
                connection.execute("VACUUM")
        except OSError:
            pass
        except sqlite3.Error as error:
            self._note_damage(error)

    def _evict(self, connection: sqlite3.Connection) -> None:
        """Evict the least recently used entries, until there is room for new ones."""
        entries = connection.execute(
            "SELECT key, length(text) FROM texts LEFT JOIN uses USING (key) "
            "ORDER BY coalesce(day, 0) DESC, texts.rowid DESC"
        ).fetchall()
        total = 0
        dropped = []
        for key, size in entries:
            total += size + _ROW_BYTES
            if total > self._max_bytes * 3 // 4:
                dropped.append((key,))
        connection.executemany("DELETE FROM texts WHERE key = ?", dropped)
        connection.executemany("DELETE FROM uses WHERE key = ?", dropped)


def _unpacked(key: bytes, checksum: bytes, content: bytes) -> str | None:
    """Return the text of an entry; None where it is damaged."""
    try:
        if checksum != _checksum(key, content):
            return None
        # A decompressor with a limit: a damaged entry must not expand to gigabytes.
        unpacked = zlib.decompressobj()
        text = unpacked.decompress(content, MAX_TEXT_BYTES).decode()
    except (zlib.error, UnicodeDecodeError, TypeError):
        return None
    return text if unpacked.eof else None


def _checksum(key: bytes, content: bytes) -> bytes:
    return hashlib.blake2b(content, key=key[:64], digest_size=16).digest()
