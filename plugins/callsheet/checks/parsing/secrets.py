"""Recognise credentials, and placeholders for them.

Issuers publish the forms of their tokens; gitleaks and GitHub's secret scanning use the same ones.
"""

import base64
import binascii
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from callsheet import lazy_re as re

MAX_LINE = 20_000
"""Limit of characters of a line that are searched; longer ones hold files in base64."""


@dataclass(frozen=True, slots=True)
class FoundSecret:
    """Text that looks like a credential.

    Attributes:
        what: Its probable kind.
        line: Its line, counted from 1.
        start: The index of its first character in the line.
        text: The credential, which no message may show whole.
    """

    what: str
    line: int
    start: int
    text: str

    @property
    def masked(self) -> str:
        """Its first characters: enough to find it, too few to use it."""
        shown = min(4, len(self.text) // 3)
        return f"`{self.text[:shown].replace('`', '')}\u2026` ({len(self.text)} characters)"


@dataclass(frozen=True, slots=True)
class _Form:
    """Form of a token: a text that it always contains, for a quick test, and its pattern."""

    what: str
    sign: str
    pattern: re.Pattern[str]


def _form(what: str, sign: str, pattern: str) -> _Form:
    return _Form(what, sign, re.compile(rf"(?<![A-Za-z0-9_]){pattern}(?![A-Za-z0-9])"))


_FORMS = (
    _form("a JSON Web Token", "eyJ", r"(?<!-)eyJ[\w-]{8,2000}\.eyJ[\w-]{8,8000}\.[\w-]{10,2000}"),
    _form("an access key of AWS", "AKIA", r"AKIA[A-Z2-7]{16}"),
    _form("an access key of AWS", "ASIA", r"ASIA[A-Z2-7]{16}"),
    _form("a token of GitHub", "gh", r"gh[pousr]_[A-Za-z0-9]{30,255}"),
    _form("a token of GitHub", "github_pat_", r"github_pat_\w{22,255}"),
    _form("a token of GitLab", "glpat-", r"glpat-[\w-]{20,64}"),
    _form("a token of Slack", "xox", r"xox[abeoprs](?:-[A-Za-z0-9]{4,80}){2,6}"),
    _form("an app token of Slack", "xapp-", r"xapp-\d-[A-Z0-9]+-\d+-[a-z0-9]{20,}"),
    _form(
        "a webhook of Slack",
        "hooks.slack.com",
        r"https://hooks\.slack\.com/services/T\w{6,}/B\w{6,}/\w{16,}",
    ),
    _form("a key of Stripe", "k_", r"[srp]k_(?:live|test)_[A-Za-z0-9]{16,128}"),
    _form("a secret of Stripe", "whsec_", r"whsec_[A-Za-z0-9+/=]{24,128}"),
    _form("an API key of Google", "AIza", r"AIza[\w-]{35}"),
    _form("an access token of Google", "ya29.", r"ya29\.[\w-]{20,512}"),
    _form("a client secret of Google", "GOCSPX-", r"GOCSPX-[\w-]{20,40}"),
    _form("an API key of Anthropic", "sk-ant-", r"sk-ant-[\w-]{20,200}"),
    _form("an API key of OpenAI", "sk-", r"sk-(?!ant-)(?:[a-z]+-)?[\w-]{20,200}"),
    _form("a token of npm", "npm_", r"npm_[A-Za-z0-9]{36}"),
    _form("a token of PyPI", "pypi-", r"pypi-AgE[\w-]{40,300}"),
    _form("a key of SendGrid", "SG.", r"SG\.[\w-]{16,32}\.[\w-]{30,64}"),
    _form("a key of Twilio", "SK", r"SK[0-9a-f]{32}"),
    _form("a token of DigitalOcean", "_v1_", r"do[opr]_v1_[a-f0-9]{64}"),
    _form("a token of Hugging Face", "hf_", r"hf_[A-Za-z0-9]{30,40}"),
    _form("a token of Shopify", "shp", r"shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}"),
    _form("a key of Azure Storage", "AccountKey=", r"AccountKey=[A-Za-z0-9+/]{40,100}={0,2}"),
    _form("a token of HashiCorp Vault", "hvs.", r"hvs\.[\w-]{24,200}"),
)
TOKEN_SIGNS = tuple({form.sign.lower() for form in _FORMS})
"""Texts in lower case, of which one is in every text with a known token; likewise the others."""

KEY_SIGN = "private key"
ADDRESS_SIGNS = ("://", "password", "pwd")
CREDENTIALS_SIGNS = ("authorization:", "authorization :")
_PRIVATE_KEY = re.compile(r"-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----")
_URL = re.compile(
    r"\b[a-z][a-z0-9+.-]{1,20}://[^\s:/@\"'<>`|]{1,64}:(?P<secret>[^\s/@\"'<>`|]{3,128})@"
    r"(?P<host>\w[\w.-]{0,250})"
)
_NO_HOST = re.compile(
    r"(?:.*\.)?(?:example(?:\.(?:com|net|org))?|test|invalid|localhost)$|127\.0\.0\.1$"
)
"""Hosts that RFC 2606 keeps for examples, and the reader's own machine."""

_SHORT = 6
"""Fewer characters, for a host that is nowhere, are an example of a password."""

_CONNECTION = re.compile(
    r"\b(?:Password|Pwd)\s*=\s*(?P<secret>[^;\"'\s<>&|`]{4,128})(?=[;\"'`\s]|$)", re.IGNORECASE
)
_CONNECTION_SIGN = re.compile(
    r"\b(?:Server|Data Source|Host|Initial Catalog|Database|User Id|Uid|User)\s*=", re.IGNORECASE
)
_HEADER = re.compile(
    r"\b(?P<name>Authorization|Proxy-Authorization)\s*:\s*(?P<scheme>[A-Za-z][\w-]{2,20})\s+"
    r"(?P<secret>[^\s\"'`,;<>{}|]{6,4096})",
    re.IGNORECASE,
)
_TOKEN_HEADER = re.compile(
    r"(?<![\w-])(?P<name>[A-Za-z-]*(?:token|api-?key|secret|password|session))\s*:\s+"
    r"(?P<secret>[^\s\"'`,;<>{}|]{6,4096})",
    re.IGNORECASE,
)
_COOKIE = re.compile(
    r"\b(?:Set-)?Cookie\s*:\s*[^\n]{0,200}?[\w.-]{0,40}(?:session|token|auth|sid)[\w.-]{0,40}="
    r"(?P<secret>[^\s\"'`,;<>{}|]{16,4096})",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"[\"'<\b]?(?P<name>[A-Za-z_-]{0,40}(?:passw(?:or)?d|passphrase|pwd|secret|token|api[_-]?key|"
    r"access[_-]?key|private[_-]?key|account[_-]?key|key|credentials?)[A-Za-z_-]{0,12})[\"'`]?(?:\s*(?:[:=>]|\bis\b)\s*[\"'`]?|\s+[\"'`])"
    # A URL says where to get a secret, and in a form, the next field follows.
    r"(?P<secret>(?!https?://)(?:[^\s\"'`,;<>|&]|&(?![\w.%-]{1,60}=)){4,4096})",
    re.IGNORECASE,
)
NAMED_SIGNS = (
    "passw",
    "passphrase",
    "pwd",
    "secret",
    "token",
    "key",
    "credential",
    "cookie",
    "session",
    "authorization",
)
_KEY_NAME = re.compile(
    r"(?<!api)(?<!api[_-])(?<!access)(?<!access[_-])(?<!private)(?<!private[_-])(?<!account)"
    r"(?<!account[_-])key",
    re.IGNORECASE,
)
# A public key, a place in a list, which a token of a page is, and what is said about a secret, such
# as `secret_name`, `tokenId` or `tokenType`.
_PUBLIC_NAME = re.compile(
    r"public[_-]?key|publishable"
    r"|(?:skip|delta|page|paging|pagination|next|prev|previous|continuation|cursor|sync)[_-]?token$"
    r"|token[_-]?ids?$"
    r"|(?<=[a-z_-])(?:name|type|ur[il]|path|ttl|role|arn|ref|version|namespace|format|scheme)s?$",
    re.IGNORECASE,
)
_PASSWORD_NAME = re.compile(r"passw(?:or)?d|pwd|passphrase", re.IGNORECASE)
_PLACEHOLDER = re.compile(
    r"[<{\[(|%]|\.{3}|\u2026|\*{2}|x{3}|abcdef|abc123|12345678|987654|0{6}|string$|"
    # A word inside of a random text is chance.
    r"(?<![a-z0-9])(?:{words})|(?:{words})(?![a-z0-9])".replace(
        "{words}",
        "example|dummy|sample|your|placeholder|change.?me|redacted|fake|masked|insert|replace|todo",
    ),
    re.IGNORECASE,
)
_DUMMY_KEY = re.compile(r"[<{\[(*]|\.{3}|\u2026|x{8}|example|your", re.IGNORECASE)
_DUMMY_TOKEN = re.compile(r"example|x{4}|\*{2}|\.{3}|placeholder|your", re.IGNORECASE)
_CLASSES = (
    re.compile("[a-z]"),
    re.compile("[A-Z]"),
    re.compile("[0-9]"),
    re.compile(r"[^A-Za-z0-9\s]"),
)
_SCHEME_BASIC = "basic"


def known_tokens(text: str) -> Iterator[FoundSecret]:
    """Yield tokens whose form reveals who issued them."""
    forms = [form for form in _FORMS if form.sign in text]
    if not forms:
        return
    for number, line in _lines(text, *(form.sign for form in forms), any_case=False):
        for form in forms:
            if form.sign not in line:
                continue
            for match in form.pattern.finditer(line):
                token = match.group()
                if not _DUMMY_TOKEN.search(token) and len(set(token)) > 8:
                    yield FoundSecret(form.what, number, match.start(), token)


def private_keys(text: str) -> Iterator[FoundSecret]:
    """Yield the first lines of private keys (RFC 7468) that have any content."""
    if "PRIVATE KEY" not in text:
        return
    lines = text.split("\n")
    for number, line in _lines(text, "PRIVATE KEY", any_case=False):
        for match in _PRIVATE_KEY.finditer(line):
            rest = line[match.end() :] + (lines[number] if number < len(lines) else "")
            if re.search(r"[A-Za-z0-9+/]{16}", rest) and not _DUMMY_KEY.search(rest[:80]):
                yield FoundSecret("a private key", number, match.start(), match.group())


def passwords_in_addresses(text: str) -> Iterator[FoundSecret]:
    """Yield passwords in URLs and in connection strings."""
    for number, line in _lines(text, *ADDRESS_SIGNS):
        if "://" in line and "@" in line:
            for match in _URL.finditer(line):
                is_short = len(match["secret"]) < _SHORT and _NO_HOST.match(match["host"])
                if not is_short and not _is_dummy_password(match["secret"]):
                    yield FoundSecret(
                        "a password in a URL", number, match.start("secret"), match["secret"]
                    )
        if "=" in line and ";" in line and _CONNECTION_SIGN.search(line):
            for match in _CONNECTION.finditer(line):
                if not _is_dummy_password(match["secret"]):
                    what = "a password in a connection string"
                    yield FoundSecret(what, number, match.start("secret"), match["secret"])


def named_secrets(text: str) -> Iterator[FoundSecret]:
    """Yield values of header fields and properties that are named like secrets."""
    for number, line in _lines(text, *NAMED_SIGNS):
        if any(mark in line for mark in (":", "=", ">", "`", '"', " is ")):
            yield from _in_line(number, line)


def _in_line(number: int, line: str) -> Iterator[FoundSecret]:
    if any(form.sign in line and form.pattern.search(line) for form in _FORMS):
        return  # Another rule reports it by its form.
    if match := _HEADER.search(line):
        if match["scheme"].lower() != _SCHEME_BASIC and looks_random(match["secret"]):
            what = f"credentials of the scheme `{match['scheme']}`"
            yield FoundSecret(what, number, match.start("secret"), match["secret"])
        return
    for pattern in (_COOKIE, _TOKEN_HEADER, _NAMED):
        found = False
        for match in pattern.finditer(line):
            name = match.groupdict().get("name") or "the cookie"
            secret = match["secret"]
            is_password = _PASSWORD_NAME.search(name) is not None
            if is_password and ";" in line and _CONNECTION_SIGN.search(line):
                continue
            # The variable of a shell is a folder.
            if _PUBLIC_NAME.search(name) or (name == "PWD" and secret.startswith("/")):
                continue
            if _KEY_NAME.search(name):
                # Most values named `key` identify records: only random ones are secrets.
                is_secret = len(secret) >= 24 and looks_random(secret) and _is_mixed(secret)
            else:
                is_secret = (looks_like_password if is_password else _looks_secret)(secret)
            if is_secret:
                found = True
                yield FoundSecret(f"the value of `{name}`", number, match.start("secret"), secret)
        if found:
            return


def basic_credentials(text: str) -> Iterator[FoundSecret]:
    """Yield credentials of the scheme `Basic` with a password that looks real."""
    for number, line in _lines(text, *CREDENTIALS_SIGNS):
        for match in _HEADER.finditer(line):
            if match["scheme"].lower() != _SCHEME_BASIC or is_placeholder(match["secret"]):
                continue
            try:
                decoded = base64.b64decode(match["secret"], validate=True).decode()
            except (binascii.Error, ValueError):
                continue
            _, colon, password = decoded.partition(":")
            if colon and looks_like_password(password):
                yield FoundSecret(
                    "a user and a password", number, match.start("secret"), match["secret"]
                )


def looks_like_password(text: str) -> bool:
    """Tell whether a text is mixed like a password, and is not a placeholder."""
    if len(text) < 6 or is_placeholder(text):
        return False
    classes = [pattern.search(text) is not None for pattern in _CLASSES]
    letters = classes[0] or classes[1]
    return letters and (classes[2] or (classes[3] and sum(classes) > 2))


def _is_mixed(text: str) -> bool:
    return all(pattern.search(text) for pattern in _CLASSES[:3]) and entropy(text) >= 4.0


def _looks_secret(text: str) -> bool:
    """Tell whether a text looks like a token, or like a made-up secret."""
    if looks_random(text):
        return True
    kinds = sum(pattern.search(text) is not None for pattern in _CLASSES)
    return len(text) >= 10 and kinds == len(_CLASSES) and looks_like_password(text)


def looks_random(text: str) -> bool:
    """Tell whether a text is long and mixed enough for a generated token."""
    text = text.rstrip("=.")
    if len(text) < 16 or is_placeholder(text):
        return False
    has_digit = _CLASSES[2].search(text) is not None
    has_letter = _CLASSES[0].search(text) is not None or _CLASSES[1].search(text) is not None
    return has_digit and has_letter and entropy(text) >= 3.0


def entropy(text: str) -> float:
    """Return the Shannon entropy of the characters, in bits."""
    counts = Counter(text)
    return -sum(n / len(text) * math.log2(n / len(text)) for n in counts.values())


def is_placeholder(text: str) -> bool:
    """Tell whether a text is marked as a placeholder, or has hardly any content."""
    # A text that repeats itself is within its double once more.
    repeats = text in (text + text)[1:-1]
    return _PLACEHOLDER.search(text) is not None or repeats or len(set(text)) < 3


def _is_dummy_password(text: str) -> bool:
    return is_placeholder(text) or text.lower() in {"password", "pass", "pwd", "secret", "pw"}


def _lines(text: str, *signs: str, any_case: bool = True) -> Iterator[tuple[int, str]]:
    """Yield the lines that contain one of these texts, faster than testing every line."""
    searched = text.lower() if any_case else text
    starts: set[int] = set()
    for sign in signs:
        at = searched.find(sign)
        while at >= 0:
            starts.add(searched.rfind("\n", 0, at) + 1)
            end = searched.find("\n", at)
            at = searched.find(sign, end) if end >= 0 else -1
    number, last = 1, 0
    for start in sorted(starts):
        number += searched.count("\n", last, start)
        last = start
        end = searched.find("\n", start)
        line = text[start : end if end >= 0 else len(text)]
        yield number, line[:MAX_LINE]
