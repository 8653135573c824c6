"""`python -m callsheet` is the console script `callsheet`."""

from callsheet.cli import main

main(prog_name="callsheet")
