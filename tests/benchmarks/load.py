"""Sends the same request again and again, over some connections at once.

`python -m tests.benchmarks.load HOST PORT CONNECTIONS SECONDS` takes the request from its input and
prints what came of it as JSON. In the request, `{connection}` is the number of the connection. It
is a process of its own, so that it takes no time of the interpreter that it measures; it goes only
to the address that it is given.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from dataclasses import dataclass, field


@dataclass
class Outcome:
    """How long answers took, in seconds, and how many were not success."""

    durations: list[float] = field(default_factory=list)
    failures: int = 0


async def _client(host: str, port: int, request: bytes, end: float, outcome: Outcome) -> None:
    reader, writer = await asyncio.open_connection(host, port)
    while (start := time.perf_counter()) < end:
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        length = next(
            (
                int(line.partition(b":")[2])
                for line in head.lower().split(b"\r\n")
                if line.startswith(b"content-length:")
            ),
            0,
        )
        await reader.readexactly(length)
        outcome.durations.append(time.perf_counter() - start)
        outcome.failures += not head.startswith((b"HTTP/1.1 200", b"HTTP/1.1 204"))
    writer.close()
    await writer.wait_closed()


async def _run(host: str, port: int, connections: int, seconds: float, request: bytes) -> Outcome:
    outcome = Outcome()
    end = time.perf_counter() + seconds
    each = (request.replace(b"{connection}", str(n).encode()) for n in range(connections))
    clients = (_client(host, port, own, end, outcome) for own in each)
    await asyncio.gather(*clients)
    return outcome


def main() -> None:
    """Runs the load and prints requests a second, percentiles in milliseconds, and failures."""
    host, port, connections, seconds = sys.argv[1:]
    request = sys.stdin.buffer.read()
    outcome = asyncio.run(_run(host, int(port), int(connections), float(seconds), request))
    durations = sorted(outcome.durations)
    summary = {
        "rate": len(durations) / float(seconds),
        "p50": durations[len(durations) // 2] * 1000,
        "p99": durations[len(durations) * 99 // 100] * 1000,
        "failures": outcome.failures,
    }
    print(json.dumps(summary))


if __name__ == "__main__":
    main()
