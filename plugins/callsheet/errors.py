"""The exceptions of Callsheet.

Only faults of the program's use or of the machine raise. What is wrong on a page is a value, a
`callsheet.findings.Finding`, because an author wants all of them at once.

    CallsheetError
    ├── ConfigurationError      an option or a configuration file cannot be used
    ├── DocsError               the docs tree cannot be read
    └── StoreError              the reference server's database cannot be used
        └── StoreFullError      it can be read, but takes nothing more
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class CallsheetError(Exception):
    """Anything that Callsheet itself raises; `str()` of it is a message for the user."""


class ConfigurationError(CallsheetError):
    """An option or a configuration file cannot be used."""


class DocsError(CallsheetError):
    """The docs tree cannot be read."""


class StoreError(CallsheetError):
    """The reference server's database cannot be used."""


class StoreFullError(StoreError):
    """The reference server's database can be read, but takes nothing more."""


@contextmanager
def needing(extra: str, what: str) -> Iterator[None]:
    """Turn the error of an import that an extra brings into one that says how to install it.

    Raises:
        CallsheetError: A library is missing.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        message = f"{what} needs `{error.name}`: pip install 'mkdocs-callsheet[{extra}]'"
        raise CallsheetError(message) from error


@contextmanager
def access_to(file: Path, done: str) -> Iterator[None]:
    """Turn an error of the system into one that says what cannot be done with a file.

    Raises:
        ConfigurationError: The file cannot be, say, `read`.
    """
    try:
        yield
    except OSError as error:
        raise ConfigurationError(f"`{file}` cannot be {done}: {error.strerror}.") from error
