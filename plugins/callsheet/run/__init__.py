"""Runs samples, and compares the responses with what the pages promise.

A program runs as its reader would run it: in an empty folder, against a base address. A recorder
between program and server keeps what goes over the wire, so that programs in all languages are
judged alike.
"""

from callsheet.run.coverage import coverage_of
from callsheet.run.model import Program, Result, Verdict
from callsheet.run.programs import programs_of, select
from callsheet.run.runner import Runner, ServerUnderTest
from callsheet.run.tutorials import StepResult, Tutorial, run_tutorials, tutorials_of

__all__ = [
    "Program",
    "Result",
    "Runner",
    "ServerUnderTest",
    "StepResult",
    "Tutorial",
    "Verdict",
    "coverage_of",
    "programs_of",
    "run_tutorials",
    "select",
    "tutorials_of",
]
