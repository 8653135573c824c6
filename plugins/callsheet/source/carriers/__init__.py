"""Carriers of the facts on pages: routes, rows, messages and statuses, one module each."""
