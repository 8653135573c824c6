"""The code of templates, kept where Python keeps that of modules."""

import hashlib
import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator
from jinja2.defaults import DEFAULT_POLICIES

from callsheet.cache.fingerprint import environment_fingerprint
from callsheet.files import write_whole

_KNOWN = {"_operator", "builtins", "callsheet", "jinja2", "markupsafe", "material", "mkdocs"}

_DIGEST_BYTES = 16


class TemplateCode(BytecodeCache):
    """Keeps what Jinja has compiled, which takes longer than to render with it.

    It is in Python's own folder and not in our cache, since code is executed. Jinja applies filters
    to constants when it compiles; so code is kept only where nobody but known packages has filters.
    There is one file for each name of a template, whichever theme has it.
    """

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return a name for the file."""
        return super().get_cache_key(name)

    def get_bucket(
        self, environment: Environment, name: str, filename: str | None, source: str
    ) -> Bucket:
        """Return what there is for a template, as the one of that file."""
        bucket = super().get_bucket(environment, name, filename, source)
        if bucket.code:
            # Another theme may have the same text, and callers look at where a template is.
            bucket.code = bucket.code.replace(co_filename=filename or "<template>")
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load the code of a template, if it is that of this text."""
        with suppress(OSError):
            found = _file(bucket).read_bytes()
            if found and found == _content(bucket.environment, code := found[_DIGEST_BYTES:]):
                bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template; a folder that one cannot write to is not an error."""
        content = _content(bucket.environment, bucket.bytecode_to_string())
        if content and not sys.dont_write_bytecode:
            with suppress(OSError):
                _file(bucket).parent.mkdir(parents=True, exist_ok=True)
                write_whole(_file(bucket), content, follow=False)


def _file(bucket: Bucket) -> Path:
    # With the suffix that tools know which pack, ignore or clear away such files.
    return Path(cache_from_source(__file__)).with_name(f"{bucket.key}.jinja.pyc")


def _content(own: Environment, code: bytes) -> bytes:
    """Return the content of a file; none where it is unknown what decides how it is compiled.

    It is the code behind a digest, of what decides that and of the code: a damaged one could end
    the process.
    """
    # A sandbox, for one, has other code.
    if type(own) is not Environment or own.code_generator_class is not CodeGenerator:
        return b""
    if own.finalize or callable(own.autoescape) or own.policies != DEFAULT_POLICIES:
        return b""
    used = [(name, *_origin(each)) for name, each in (*own.filters.items(), *own.tests.items())]
    used += [(name, *_origin(type(each))) for name, each in own.extensions.items()]
    if not all(module.partition(".")[0] in _KNOWN for _, module, _ in used):
        return b""
    settings = sorted((k, v) for k, v in vars(own).items() if isinstance(v, str | bool | None))
    text = f"{settings}{sorted(used)}\n".encode() + code
    key = environment_fingerprint()
    return hashlib.blake2b(text, key=key, digest_size=_DIGEST_BYTES).digest() + code


def _origin(each: object) -> tuple[str, str]:
    """Return the module and the name of a function or class; no module for one of a hook."""
    # What wraps a function has the name of its module, and a hook the name of its file.
    module = getattr(each, "__globals__", {}).get("__name__", getattr(each, "__module__", ""))
    return "" if str(module).endswith(".py") else str(module), getattr(each, "__qualname__", "")
