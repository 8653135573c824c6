"""TLS with a certificate of the user's, or with one that is created for this run."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from callsheet.errors import ConfigurationError, needing

_LOCAL_NAMES = ("localhost", "127.0.0.1", "::1")
_ANY_ADDRESS = ("0.0.0.0", "::", "")  # noqa: S104 - it is looked for, not listened on


@dataclass(frozen=True, slots=True)
class Tls:
    """The certificate of a server.

    Attributes:
        certificate: The file of its chain, in PEM.
        key: The file of its private key; None where the same file has it.
        authority: The file of what clients have to trust, where it was created for this run.
    """

    certificate: Path
    key: Path | None = None
    authority: Path | None = None

    def check(self) -> None:
        """Check that the files can be used.

        Raises:
            ConfigurationError: They cannot.
        """
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        try:
            # Without a password, OpenSSL would ask for one at the terminal.
            context.load_cert_chain(self.certificate, self.key, password=lambda: "")
        except (OSError, ValueError) as error:
            files = " and ".join(f"`{file}`" for file in (self.certificate, self.key) if file)
            raise ConfigurationError(
                f"{files}: no certificate with its private key, without a password, in PEM"
                f" ({error})."
            ) from error


@contextmanager
def self_signed(host: str) -> Iterator[Tls]:
    """Create a certificate for a host and for this machine, whose files are deleted at the end.

    Raises:
        CallsheetError: The library that does it is missing.
    """
    with needing("tls", "--tls-self-signed"):
        import trustme
    names = dict.fromkeys((*_LOCAL_NAMES, *(() if host in _ANY_ADDRESS else (host,))))
    authority = trustme.CA()
    issued = authority.issue_cert(*names)
    # Only this user may read the folder, because it has the private key.
    with TemporaryDirectory(prefix="callsheet-tls-") as folder:
        tls = Tls(Path(folder, "server.pem"), None, Path(folder, "authority.pem"))
        issued.private_key_and_cert_chain_pem.write_to_path(tls.certificate)
        authority.cert_pem.write_to_path(folder + "/authority.pem")
        yield tls
