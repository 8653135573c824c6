"""What it costs to run the samples."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from callsheet.catalog import Catalog
from callsheet.contrib.superoffice.pack import PACK as SUPEROFFICE
from callsheet.run import Runner, ServerUnderTest, Verdict, programs_of
from tests.benchmarks.measure import Figure

PROCESSES = 2


def figures(corpus: Path) -> Iterator[Figure]:
    """Running the sample of each outside operation over HTTP, and those of the other statuses."""
    catalog = Catalog.read(corpus, cached=False)
    programs = list(programs_of(catalog.operations))
    successes = [program for program in programs if program.is_for_success]
    for name, chosen, limit in (("samples", successes, 25.0), ("programs", programs, 30.0)):
        started = perf_counter()
        with Runner(catalog, ServerUnderTest.reference(catalog, [SUPEROFFICE])).session(
            PROCESSES
        ) as run:
            passed = sum(result.verdict is Verdict.PASSED for result in run(chosen))
        taken = perf_counter() - started
        what = f"{len(chosen)} {name} run by {PROCESSES} processes, {passed} passed"
        yield Figure(what, taken, "s", limit)
