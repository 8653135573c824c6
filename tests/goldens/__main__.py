"""`python -m tests.goldens` writes the expected models anew."""

from tests.goldens import write

write()
