"""Replays the example requests of pages against a live server, and finds where it has drifted.

Responses are judged by `callsheet.run.compare`, as in runs of samples. Each difference is a finding
on the line of the page that no longer holds.
"""

from callsheet.http.masking import MASK
from callsheet.redaction import Redactor
from callsheet.run.verify.client import LiveServer, NoAnswer, RequestPolicy
from callsheet.run.verify.drift import LIVE_RULES
from callsheet.run.verify.replays import Replay, replays_of, select_replays
from callsheet.run.verify.verifier import Verified, Verifier

__all__ = [
    "LIVE_RULES",
    "MASK",
    "LiveServer",
    "NoAnswer",
    "Redactor",
    "Replay",
    "RequestPolicy",
    "Verified",
    "Verifier",
    "replays_of",
    "select_replays",
]
