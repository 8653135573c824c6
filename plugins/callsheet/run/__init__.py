"""Runs samples, and compares what comes back with what the pages promise.

A program is run as its reader would run it: in an empty folder, against a base address. Between it
and the server stands a recorder, so that what is compared is what went over the wire, whatever
language the program is written in.
"""

from callsheet.coverage import Coverage
from callsheet.run.coverage import coverage_of
from callsheet.run.model import Difference, Exchange, Program, Result, Verdict
from callsheet.run.programs import programs_of, select
from callsheet.run.runner import Runner, Server

__all__ = [
    "Coverage",
    "Difference",
    "Exchange",
    "Program",
    "Result",
    "Runner",
    "Server",
    "Verdict",
    "coverage_of",
    "programs_of",
    "select",
]
