"""TLS and HTTP/2, which options of `callsheet serve` switch on."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
from pathlib import Path

import pytest
import requests
import trustme

from callsheet.errors import ConfigurationError
from callsheet.server.adapters.tls import Tls
from tests.processes import CALLSHEET, SECONDS, Served, served

# Each starts servers as processes of their own, which takes seconds.
pytestmark = pytest.mark.slow

CURL = shutil.which("curl")
needs_curl = pytest.mark.skipif(CURL is None, reason="needs curl")


def authority_of(server: Served) -> Path:
    """The file that a server names as what to trust."""
    assert server.process.stderr is not None
    for line in server.process.stderr:
        if match := re.fullmatch(r"Trust: (.+)\n", line):
            return Path(match[1])
    raise AssertionError("It names none.")


def curl(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [CURL or "", "--silent", "--max-time", str(SECONDS), *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=2 * SECONDS,
    )


@pytest.mark.parametrize("options", [(), ("--http2",), ("--workers", "2")])
def test_a_certificate_is_created_for_a_run(options: tuple[str, ...], tmp_path: Path) -> None:
    database = ("--database", f"sqlite:///{tmp_path / 'state.db'}")
    with served("--tls-self-signed", *database, *options) as server:
        assert server.url.startswith("https://127.0.0.1:")
        authority = authority_of(server)
        health = requests.get(f"{server.url}/-/health", verify=str(authority), timeout=SECONDS)
        assert health.json()["status"] == "ok"
        with pytest.raises(requests.exceptions.SSLError):
            requests.get(f"{server.url}/-/health", timeout=SECONDS)
        # Nobody else may read the key.
        assert authority.parent.stat().st_mode & 0o077 == 0
        assert server.end(signal.SIGTERM)[0] == 0
    assert not authority.parent.exists()


@pytest.mark.parametrize("is_one_file", [True, False])
def test_a_certificate_of_ones_own(tmp_path: Path, is_one_file: bool) -> None:
    authority = trustme.CA()
    issued = authority.issue_cert("127.0.0.1")
    chain, key, trusted = (tmp_path / name for name in ("chain.pem", "key.pem", "ca.pem"))
    authority.cert_pem.write_to_path(str(trusted))
    if is_one_file:
        issued.private_key_and_cert_chain_pem.write_to_path(str(chain))
        options: tuple[str | Path, ...] = ("--tls-cert", chain)
    else:
        for blob in issued.cert_chain_pems:
            blob.write_to_path(str(chain), append=True)
        issued.private_key_pem.write_to_path(str(key))
        options = ("--tls-cert", chain, "--tls-key", key)
    with served(*options) as server:
        health = requests.get(f"{server.url}/-/health", verify=str(trusted), timeout=SECONDS)
        assert health.status_code == 200


def test_files_that_are_no_certificate_are_refused(tmp_path: Path) -> None:
    (tmp_path / "x.pem").write_text("no")
    for file in ("x.pem", "nothing.pem"):
        with pytest.raises(ConfigurationError, match="no certificate"):
            Tls(tmp_path / file).check()


@pytest.mark.parametrize(
    "options", [("--tls-key", "x"), ("--tls-cert", "x", "--tls-self-signed")], ids=str
)
def test_options_that_contradict_each_other_are_refused(options: tuple[str, ...]) -> None:
    command: list[str | Path] = [CALLSHEET, "serve", "--docs", "docs", *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=SECONDS)
    assert done.returncode == 2
    assert "TLS takes --tls-cert" in done.stderr


@needs_curl
def test_http2_with_and_without_tls_and_a_body() -> None:
    body = ("--data", "[]", "--user", "reader:callsheet")
    for tls, how in (((), "--http2-prior-knowledge"), (("--tls-self-signed",), "--http2")):
        with served("--http2", *tls) as server:
            trust = ("--cacert", authority_of(server)) if tls else ()
            shown = ("--write-out", "%{http_version} %{http_code}", "--output", "/dev/null")
            url = f"{server.url}/api/v1/Agents/BLOB/GetBlobEntity?blobEntityId=1"
            for options in ((), body):
                target = url if options else f"{server.url}/-/health"
                done = curl(how, *trust, *shown, *options, target)
                assert done.stdout == "2 200", done
            assert curl("--http1.1", *trust, *shown, f"{server.url}/-/health").stdout == "1.1 200"
            assert server.end(signal.SIGINT)[0] == 0


@needs_curl
def test_a_dropped_connection_of_http2() -> None:
    with served("--http2", "--fault", "v1PersonEntity_GetImageInfo=drop") as server:
        url = f"{server.url}/api/v1/Person/1/ImageInfo"
        done = curl("--http2-prior-knowledge", url)
        assert (done.returncode != 0, done.stdout) == (True, "")
