"""The script between the browser and the interpreter, written shorter.

Most of it are thousands of assignments, one for each function and address that the interpreter
exports. Hosts that compress nothing would send all of them.
"""

from collections import Counter

from callsheet import lazy_re as re

_BEGIN = "function assignWasmExports(wasmExports){"
_EXPORT = re.compile(
    r'(?<![\w$])(?P<local>[A-Za-z_$][\w$]*+)=Module\["(?P=local)"\]=wasmExports\["(?P<name>[^"]++)"\]'
    r"(?P<address>\.value>>>0)?;?"
)
_WORD = re.compile(r"[A-Za-z_$][\w$]*+")
_DECLARED = re.compile(r"var (?P<names>(?:[\w$]+,)*+wasmMemory);")
_OF_ITSELF = 3
"""How often the script names an export that nothing in it uses."""


def shortened(script: str) -> str:
    """Return the script with loops over the names of exports that nothing else in it uses.

    What the script does stays the same. One of another shape than expected is returned as it is.

    Args:
        script: `pyodide.asm.mjs`.
    """
    start = script.find(_BEGIN)
    end = script.find("}", start)
    declared = _DECLARED.search(script)
    if start < 0 or end < 0 or not declared or declared.end() > start:
        return script
    uses = Counter(_WORD.findall(script))
    names: dict[str, list[str]] = {"": [], ".value>>>0": []}
    gone: set[str] = set()

    def kept(match: re.Match[str]) -> str:
        local, name = match["local"], match["name"]
        if local != f"_{name}" or uses[local] != _OF_ITSELF:
            return match[0]
        names[match["address"] or ""].append(name)
        gone.add(local)
        return ""

    first = start + len(_BEGIN)
    others = _EXPORT.sub(kept, script[first:end])
    loops = "".join(
        f'for(const n of"{" ".join(found)}".split(" "))Module["_"+n]=wasmExports[n]{kind};'
        for kind, found in names.items()
        if found
    )
    locals_left = ",".join(n for n in declared["names"].split(",") if n not in gone)
    return (
        script[: declared.start()]
        + f"var {locals_left};"
        + script[declared.end() : first]
        + loops
        + others
        + script[end:]
    )
