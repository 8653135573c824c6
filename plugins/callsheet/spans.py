"""Ranges of lines."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A range of lines of a file, counted from 1, both ends included."""

    start: int
    end: int
