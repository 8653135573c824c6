"""Fixtures for tests of pages, samples and programs that call the documented API."""

from __future__ import annotations
