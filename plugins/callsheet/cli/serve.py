"""`callsheet serve`."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from callsheet.cli.options import (
    collection_option,
    counted,
    docs_options,
    pack_option,
    print_errors,
    refuse_options,
    say,
)
from callsheet.configuration import DEFAULT_DATABASE, read_configuration
from callsheet.docs_collections import ALL_PAGES
from callsheet.errors import ConfigurationError, needing
from callsheet.reference import (
    DEFAULT_HOST,
    DEFAULT_PORT,
    REFERENCE_SECRET,
    REFERENCE_USER,
)
from callsheet.untrusted import DocumentLimits, UnusableError, load_json, load_yaml, read_within

if TYPE_CHECKING:
    from callsheet.server.resources.initial_members import InitialMembers


@click.command("serve")
@docs_options
@click.option(
    "--model",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Read the operations from the output of `callsheet export model`, not from pages.",
)
@collection_option
@pack_option
@click.option("--host", default=DEFAULT_HOST, show_default=True, help="The address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(0, 65_535),
    default=DEFAULT_PORT,
    show_default=True,
    metavar="PORT",
    help="The port; 0 for any free one.",
)
@click.option(
    "--database",
    default=DEFAULT_DATABASE,
    show_default="in memory",
    metavar="URL",
    help="The database for the state, as a URL of SQLAlchemy: sqlite:///callsheet.db",
)
@click.option("--reset", is_flag=True, help="Delete everything in the database first.")
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    metavar="N",
    help="The number of processes; several need a database that they can share.",
)
@click.option(
    "--site",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="A built site to serve at the same address.",
)
@click.option(
    "--cors-origin",
    "origins",
    multiple=True,
    metavar="URL",
    help="An origin whose pages may read the responses, such as http://localhost:8000; `*` lets all"
    " of them read, without cookies. Repeatable.",
)
@click.option(
    "--limit",
    "assignments",
    multiple=True,
    metavar="NAME=VALUE",
    help="Set a limit on the resources of a client, such as body-bytes=64MiB. Repeatable.",
)
@click.option(
    "--latency",
    "latencies",
    multiple=True,
    metavar="[UID=]TIME",
    help="Delay the responses, such as 200ms or 200ms±50, of all operations or of those with a uid"
    " or a pattern of uids. Repeatable.",
)
@click.option(
    "--fault",
    "faults",
    multiple=True,
    metavar="[UID=]FAULT",
    help="Fail instead of answering: `drop` closes the connection, a status such as 503 refuses;"
    " `503@10%` does that to one request in ten. Repeatable.",
)
@click.option(
    "--request-details",
    is_flag=True,
    help="Let /-/requests show query, header fields and bodies for the shared workspace, too.",
)
@click.option(
    "--seed",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="What collections begin with: JSON or YAML, by route, or by workspace and route.",
)
@click.option(
    "--callback-host",
    "callback_hosts",
    multiple=True,
    metavar="NAME",
    help="A host that callbacks may be sent to, besides this machine itself where the server"
    " listens only there. Repeatable.",
)
@click.option(
    "--credentials",
    type=click.Choice(["any", "known"]),
    help="Let any well-formed credentials sign in where a page asks for some, or only those that"
    " the pages show and those that are printed at the start.  [default: any, unless the pages"
    " show some of the scheme]",
)
@click.option("--watch", is_flag=True, help="Take over changes of the pages, and keep the state.")
@click.option(
    "--tls-cert",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Speak TLS with this certificate, in PEM.",
)
@click.option(
    "--tls-key",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The private key of the certificate, where its file does not have it.",
)
@click.option(
    "--tls-self-signed", is_flag=True, help="Speak TLS with a certificate created for this run."
)
@click.option("--http2", is_flag=True, help="Speak HTTP/2, too.")
@click.option(
    "--refusal-log/--no-refusal-log",
    default=None,
    help="Write why each request is refused, with the line of the page, to standard error."
    "  [default: at a terminal, unless there is an access log]",
)
@click.option(
    "--access-log/--no-access-log",
    default=False,
    show_default=True,
    help="Write a line of JSON for each request to standard error.",
)
def command(
    docs: Path | None,
    config_file: Path | None,
    model: Path | None,
    collection: str | None,
    packs: tuple[str, ...],
    host: str,
    port: int,
    database: str,
    reset: bool,
    workers: int,
    site: Path | None,
    origins: tuple[str, ...],
    assignments: tuple[str, ...],
    latencies: tuple[str, ...],
    faults: tuple[str, ...],
    request_details: bool,
    seed: Path | None,
    callback_hosts: tuple[str, ...],
    credentials: str | None,
    watch: bool,
    tls_cert: Path | None,
    tls_key: Path | None,
    tls_self_signed: bool,
    http2: bool,
    refusal_log: bool | None,
    access_log: bool,
) -> None:
    """Start a server that answers requests as the pages document them.

    State is kept for each value of the header Callsheet-Workspace, or of the cookie
    callsheet-workspace; a workspace that is not used for a day begins anew, and so does the one
    that was changed least where there are more than 1,000.
    """
    with needing("server", "The reference server"):
        from callsheet.server.access.cors import is_origin
        from callsheet.server.access.hosts import is_loopback
        from callsheet.server.adapters import app
        from callsheet.server.adapters.access_log import log_to_stderr, refusals_to_stderr
        from callsheet.server.adapters.sources import Sources
        from callsheet.server.adapters.tls import Tls, self_signed
        from callsheet.server.engine.faults import Latency, PlannedFault
        from callsheet.server.http.outgoing import HOST, LOOPBACK_HOSTS
        from callsheet.server.limits import Limits
        from callsheet.server.settings import Settings
    if wrong := [origin for origin in origins if not is_origin(origin)]:
        message = (
            f"`{wrong[0]}` is not an origin, which is a scheme, a host and maybe a port, no more."
        )
        raise click.BadParameter(message, param_hint="--cors-origin")
    if wrong := [name for name in callback_hosts if not HOST.fullmatch(name)]:
        message = f"`{wrong[0]}` is not a host, which is a name or an address without a port."
        raise click.BadParameter(message, param_hint="--callback-host")
    if model:
        refuse_options("with --model, which is read instead of pages", "--watch", "--docs")
    if database == DEFAULT_DATABASE:
        refuse_options("without --database, as the state is in memory", "--reset")
    if (tls_key and not tls_cert) or (tls_cert and tls_self_signed):
        raise click.UsageError(
            "TLS takes --tls-cert with or without --tls-key, or else --tls-self-signed."
        )
    limits = Limits().changed(assignments)
    settings = Settings(
        latencies=tuple(map(Latency.read, latencies)),
        faults=tuple(map(PlannedFault.read, faults)),
        shows_details=request_details,
        initial=_initial_members(seed),
        watches=watch,
        any_credentials=None if credentials is None else credentials == "any",
        # Where others can reach the server, it must not reach for them what only this machine can.
        callback_hosts=(
            *(LOOPBACK_HOSTS if host in LOOPBACK_HOSTS else ()),
            *(name.lower() for name in callback_hosts),
        ),
        on_loopback=is_loopback(host),
        # Who starts a server from a program may not read what it logs, and a full pipe stops it.
        logs_refusals=refusal_log
        if refusal_log is not None
        else not access_log and sys.stderr.isatty(),
    )
    base_paths = [""]
    if model and not (docs or config_file):
        sources, *others = [Sources(model.parent, model, packs)]
    else:
        configuration = read_configuration(docs, config_file)
        parts = (ALL_PAGES,) if model else configuration.parts(collection)
        sources, *others = (
            replace(Sources.of(configuration, part, packs), model=model) for part in parts
        )
        # One by itself is at the root.
        base_paths += [part.base_path for part in parts[1:]]
    if others and (database != DEFAULT_DATABASE or seed or workers > 1):
        raise click.UsageError(
            "--database, --seed and --workers are for one API: name it with --collection."
        )
    catalogs = [each.catalog() for each in (sources, *others)]
    catalog = catalogs[0]
    for each in catalogs:
        if each.documented or not others:
            print_errors(each)
    loaded = sources.packs(catalog)

    with ExitStack() as stack:
        tls = Tls(tls_cert, tls_key) if tls_cert else None
        if tls:
            tls.check()
        elif tls_self_signed:
            tls = stack.enter_context(self_signed(host))
        transport = app.Transport(tls, http2)

        def ready(url: str) -> None:
            number = counted(sum(len(each.operations) for each in catalogs), "operation")
            what = "Site and reference server" if site else "Reference server"
            say(f"{what} for {number}; press Ctrl+C to stop:", err=True)
            say(
                f"Credentials: user {REFERENCE_USER}, password or token {REFERENCE_SECRET}.",
                err=True,
            )
            if transport.tls and transport.tls.authority:
                say(f"Trust: {transport.tls.authority}", err=True)
            for base in base_paths:
                say(f"Index: {url}{base}/-/", err=True)
            say(
                "Workspace: shared; the header `Callsheet-Workspace: NAME` opens one of your own.",
                err=True,
            )
            # Last, because programs that start it read this line alone, and then go on.
            say(url)

        if workers > 1:
            worker = app.Worker(
                sources, database, site, origins, access_log, limits, settings, transport
            )
            app.serve_by_workers(worker, workers, host, port, ready, reset=reset)
            return
        if access_log:
            log_to_stderr()
        if settings.logs_refusals:
            refusals_to_stderr()
        application = app.create_app(
            catalog,
            database,
            site,
            packs=loaded,
            origins=origins,
            reset=reset,
            limits=limits,
            settings=settings,
        )
        if watch:
            app.watch(application, sources, origins, limits, settings)
        served = {"": application}
        for base, other, known in zip(base_paths[1:], others, catalogs[1:], strict=True):
            served[base] = app.create_app(
                known,
                database,
                packs=other.packs(known),
                origins=origins,
                limits=limits,
                settings=settings,
            )
            if watch:
                app.watch(served[base], other, origins, limits, settings)
        whole = app.CollectionsApplication(served, limits) if others else application
        app.serve(whole, host, port, ready, transport)


def _initial_members(file: Path | None) -> InitialMembers:
    """Read the initial members of collections."""
    from callsheet.server.resources.initial_members import InitialMembers

    if file is None:
        return InitialMembers()
    limits = DocumentLimits()
    try:
        text = read_within(file, limits)
        value = load_json(text, limits) if file.suffix == ".json" else load_yaml(text, limits)
    except OSError as error:
        raise ConfigurationError(f"`{file}` cannot be read: {error.strerror}.") from error
    except UnusableError as error:
        raise ConfigurationError(f"{file}: {error}") from error
    return InitialMembers.read(value, str(file))
