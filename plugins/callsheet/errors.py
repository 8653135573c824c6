"""The exceptions of Callsheet.

Only faults of the program's use or of the machine raise. What is wrong on a page is a value, a
`callsheet.findings.Finding`, because an author wants all of them at once.

    CallsheetError
    ├── ConfigurationError      an option or a configuration file cannot be used
    ├── DocsError               the docs tree cannot be read
    └── StoreError              the reference server's database cannot be used
        └── StoreFullError      it can be read, but takes nothing more
"""


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
