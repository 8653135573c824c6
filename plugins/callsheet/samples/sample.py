"""A generated program, and its file name.

The name is valid on every system, and shadows no module that programs import.
"""

import keyword
import sys
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from pathlib import PurePosixPath

from callsheet import lazy_re as re
from callsheet.files import shortened
from callsheet.records import record
from callsheet.reference import BASE_URL_VARIABLE

MAX_STEM = 120
"""The longest file name of a program without its suffix, in characters."""

_IMPORTED = {
    *sys.stdlib_module_names,
    *("brotli", "brotlicffi", "certifi", "chardet", "charset_normalizer", "cryptography", "idna"),
    *("OpenSSL", "requests", "simplejson", "socks", "urllib3", "zstandard"),
}
"""Modules that a program of the same name would shadow for the programs next to it."""

_DEVICES = {
    *("aux", "con", "conin$", "conout$", "nul", "prn"),
    *(f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789\u00b9\u00b2\u00b3"),
}
"""Device names that Windows reserves, whatever follows their first dot."""

_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\ud800-\udfff]')


@record()
class Sample:
    """A program that does what an operation's page describes.

    Attributes:
        uid: The uid of the operation.
        filename: The name of its file, such as `<uid>.py`.
        text: The program.
        assets: The names of the files that it reads from `assets/` next to it.
        base_url: The environment variable that names its server.
        credentials: The environment variables of its secrets, each with the page's value.
    """

    uid: str
    filename: str
    text: str
    assets: tuple[str, ...]
    base_url: str = BASE_URL_VARIABLE
    credentials: tuple[tuple[str, str], ...] = ()


@lru_cache(maxsize=1024)
def file_stem(uid: str) -> str:
    """Return the file name of an operation's programs, without a suffix.

    It is the uid. Characters that file names cannot have become `_`; the name of a Python module, a
    keyword or a Windows device gets `_sample` after it; and a name that is too long ends with a
    digest of the uid.
    """
    # Windows drops dots and spaces at the end of a name.
    stem = shortened(_NOT_IN_NAMES.sub("_", uid), uid, MAX_STEM).rstrip(". ")
    if stem.startswith(".") or not stem:
        stem = f"_{stem[1:]}"
    first = stem.partition(".")[0].rstrip()
    if first.lower() in _DEVICES:
        return f"{first}_sample{stem[len(first) :]}"
    if stem in _IMPORTED or keyword.iskeyword(stem):
        return f"{stem}_sample"
    return stem


def name_apart(samples: Iterable[Sample]) -> list[Sample]:
    """Give each program a file name of its own, whether or not the file system minds case.

    Args:
        samples: The programs, in the order of the catalog: the first one keeps its name.
    """
    taken: set[str] = set()
    named = []
    for sample in samples:
        path, number = PurePosixPath(sample.filename), 1
        name = path.name
        while name.lower() in taken:
            number += 1
            name = f"{path.stem}-{number}{path.suffix}"
        taken.add(name.lower())
        named.append(sample if name == sample.filename else replace(sample, filename=name))
    return named
