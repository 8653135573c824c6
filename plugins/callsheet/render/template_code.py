"""The code of templates, kept where Python keeps that of modules."""

import hashlib
import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from jinja2.defaults import DEFAULT_POLICIES

from callsheet.cache.fingerprint import environment_fingerprint
from callsheet.files import write_whole

_KNOWN = {"_operator", "builtins", "callsheet", "jinja2", "markupsafe", "material", "mkdocs"}


class TemplateCode(BytecodeCache):
    """Keeps what Jinja has compiled, which takes longer than to render with it.

    It is in Python's own folder and not in our cache, since code is executed. Jinja applies filters
    to constants when it compiles; so code is kept only where nobody but known packages has filters.
    There is one file for each name of a template, whichever theme has it.
    """

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return a name for the file."""
        return super().get_cache_key(name)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load the code of a template, if it is that of this text."""
        if made_by := _made_by(bucket.environment):
            with suppress(OSError), _file(bucket).open("rb") as stream:
                if stream.read(len(made_by)) == made_by:
                    bucket.load_bytecode(stream)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template; a folder that one cannot write to is not an error."""
        made_by = _made_by(bucket.environment)
        if made_by and not sys.dont_write_bytecode:
            with suppress(OSError):
                _file(bucket).parent.mkdir(parents=True, exist_ok=True)
                write_whole(_file(bucket), made_by + bucket.bytecode_to_string(), follow=False)


def _file(bucket: Bucket) -> Path:
    # With the suffix that tools know which pack, ignore or clear away such files.
    return Path(cache_from_source(__file__)).with_name(f"{bucket.key}.jinja.pyc")


def _made_by(own: Environment) -> bytes:
    """Return a digest of what decides how templates are compiled; none where that is unknown."""
    used = (*own.filters.values(), *own.tests.values(), *map(type, own.extensions.values()))
    if not {str(getattr(each, "__module__", "")).partition(".")[0] for each in used} <= _KNOWN:
        return b""
    if own.finalize or callable(own.autoescape) or own.policies != DEFAULT_POLICIES:
        return b""
    settings = sorted((k, v) for k, v in vars(own).items() if isinstance(v, str | bool | None))
    text = f"{settings}{sorted(own.extensions)}".encode()
    return hashlib.blake2b(text, key=environment_fingerprint(), digest_size=16).digest()
