"""Builds sites, each in a process of its own that is forked from this one, and tells how it went.

It runs where the plugins are installed: `python neighbours_builds.py HOST PROJECT …` writes a line
of JSON for each project: its folder, whether it was built, and what was logged as a warning.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import sys
import traceback
from importlib import import_module

SECONDS = 60
PROCESSES = 2


def build(host: str, project: str) -> tuple[bool, str]:
    """Builds a site strictly."""
    messages: list[str] = []

    class Handler(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            text = record.getMessage()
            if record.levelno >= logging.WARNING or "Generated empty output" in text:
                messages.append(text)

    logger = logging.getLogger(host)
    logger.setLevel(logging.INFO)
    logger.addHandler(Handler())
    os.chdir(project)
    try:
        config = import_module(f"{host}.config").load_config("mkdocs.yml", strict=True)
        config.plugins.on_startup(command="build", dirty=False)
        import_module(f"{host}.commands.build").build(config)
        config.plugins.on_shutdown()
    except BaseException:
        messages.append(traceback.format_exc(limit=-3))
        return False, "\n".join(messages)
    return not messages, "\n".join(messages)


def main(host: str, projects: list[str]) -> None:
    """Builds all of them, two at a time; each is ended by its alarm."""
    # ProperDocs takes the place of MkDocs, for the plugins of that.
    for module in ("config", "commands.build", *(["replacement"] if host == "properdocs" else [])):
        import_module(f"{host}.{module}")
    with contextlib.suppress(ImportError):
        for module in ("material.plugins.search.plugin", "callsheet.site.building"):
            import_module(module)
    running: set[int] = set()
    for project in projects:
        if len(running) == PROCESSES:
            running.discard(os.waitpid(-1, 0)[0])
        if child := os.fork():
            running.add(child)
            continue
        import signal

        signal.alarm(SECONDS)
        with open(os.devnull, "w") as nothing, contextlib.redirect_stderr(nothing):  # noqa: PTH123
            built, messages = build(host, project)
        line = json.dumps({"project": project, "built": built, "messages": messages})
        os.write(1, f"{line}\n".encode())
        os._exit(0)
    while running:
        running.discard(os.waitpid(-1, 0)[0])


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
