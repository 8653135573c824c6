"""Identities of operations whose pages give them none."""

from hashlib import blake2b

from callsheet import lazy_re as re

_MAX_UID = 120


def identity(method: str, template: str) -> str:
    """Return the identity of an operation without a uid, from its method and route."""
    words = re.sub(r"\{([^{}/]+)\}", r"_\1", template).strip("/")
    # Dots are rarer in routes than hyphens; where there are some, a digest keeps routes apart.
    plain = re.sub(r"[^A-Za-z0-9_.-]+", ".", words).strip("-.")
    uid = f"{method.lower()}-{plain}" if plain else method.lower()
    if len(uid) <= _MAX_UID and "." not in words and plain == words.replace("/", "."):
        return uid
    return f"{uid[:_MAX_UID]}-{blake2b(template.encode(), digest_size=4).hexdigest()}"
