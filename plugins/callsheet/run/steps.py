"""Runs the programs of a tutorial one after the other: `python steps.py`.

The file `steps.json`, above the working directory, has the page, the files of its programs with the
lines of their fences, and a mark. Tracebacks name the page and its lines. Each program has the
names of those before it, as in an interactive session; the first that fails ends the run. The mark
is printed before each, so that their outputs can be told apart. Nothing of the package is imported,
as in `worker`.
"""

import json
import linecache
import traceback
from pathlib import Path

PLAN = "steps.json"


def main() -> None:
    """Run the programs."""
    given = json.loads(Path("..", PLAN).read_bytes())
    names: dict[str, object] = {"__name__": "__main__"}
    page: str = given["page"]
    lines: list[str] = []
    for file, fence in given["files"]:
        print(given["mark"], flush=True)  # noqa: T201 - the protocol
        names["__file__"] = file
        text = Path(file).read_text(encoding="utf-8")
        # Lines of a page are those of its programs; what is between them is of no interest here.
        lines += [""] * (fence - len(lines)) + text.split("\n")
        linecache.cache[page] = (0, None, [f"{line}\n" for line in lines], page)
        try:
            code = compile("\n" * fence + text, page, "exec", dont_inherit=True)
            exec(code, names)  # noqa: S102 - programs of the docs tree, as `runpy` runs others
        except SystemExit as end:
            if end.code:
                raise
        except Exception as error:
            # The frame of this module says nothing of the program.
            trace = error.__traceback__.tb_next if error.__traceback__ else None
            traceback.print_exception(type(error), error, trace)
            raise SystemExit(1) from error


if __name__ == "__main__":
    main()
