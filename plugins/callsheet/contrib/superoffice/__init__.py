"""The web API of SuperOffice: its sign-in, header fields, agents and images."""

from callsheet import lazy_re as re

SIGN = re.compile(
    rb"^\|[ \t]*`?SO-(?:AppToken|Culture|Language|TimeZone)\b|\bSoTicket\b"
    rb"|^POST /(?:\S+/)?Agents/[A-Z]\w*/CreateDefault[A-Z]",
    re.MULTILINE,
)
"""Signs of pages of such an API: a row of a header, a scheme, or the route of an agent."""
