"""`callsheet record`."""

import threading
from pathlib import Path
from urllib.parse import urlsplit

import click

from callsheet.cli.live import header_option, read_headers, timeout_option
from callsheet.cli.options import say
from callsheet.errors import access_to, needing


@click.command("record")
@click.argument("base_url", metavar="URL")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    metavar="FILE",
    help="The file that gets a line of JSON for each exchange; it is appended to.",
)
@header_option
@timeout_option(10)
def command(base_url: str, output: Path, headers: tuple[str, ...], timeout: float) -> None:
    """Forward requests to a live server, and record the exchanges.

    It listens on this machine alone, sends requests to no other server, and follows no
    redirections. Secrets are left out. `callsheet new operation --examples FILE` makes examples of
    a recording.
    """
    with needing("server", "Recording"):
        from callsheet.redaction import Redactor
        from callsheet.run.forwarding import Forwarder
        from callsheet.run.recording import RecordingProxy
        from callsheet.server.adapters.app import background
    fields = read_headers(headers)
    redact = Redactor(fields)
    forward = Forwarder(base_url, fields, redact, timeout)
    with access_to(output, "written"):
        file = output.open("a", encoding="utf-8")
    with file:
        proxy = RecordingProxy(forward, redact, file)
        with background(proxy) as url:
            proxy.host = urlsplit(url).netloc
            say("Requests to this address are forwarded and recorded, until Ctrl+C:", err=True)
            say(url)
            try:
                threading.Event().wait()
            except KeyboardInterrupt:
                return
