// Puts bytecode in the place of source in an archive of Python modules:
//
//   node compile.mjs RUNTIME SOURCE.zip TARGET.zip
//
// The Python that compiles is the one that will run it.

import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [runtime, source, target] = process.argv.slice(2).map((each) => resolve(each));
const { loadPyodide } = await import(pathToFileURL(`${runtime}/pyodide.mjs`).href);
// Columns of code are only shown beside its source, which is not taken along.
const env = { PYTHONNODEBUGRANGES: "1" };
const python = await loadPyodide({ indexURL: runtime, env });
python.FS.writeFile("/source.zip", readFileSync(source));
python.runPython(`
import importlib.util, marshal, zipfile

with zipfile.ZipFile("/source.zip") as archive:
    content = {name: archive.read(name) for name in archive.namelist()}
with zipfile.ZipFile("/target.zip", "w") as archive:
    for name, data in content.items():
        if name.endswith(".py"):
            code = compile(data, f"/python/{name}", "exec", dont_inherit=True, optimize=2)
            name, data = f"{name}c", importlib.util.MAGIC_NUMBER + bytes(12) + marshal.dumps(code)
        # The same bytes at every build; they are compressed as a whole, which takes less space.
        entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
        archive.writestr(entry, data, zipfile.ZIP_STORED)
`);
writeFileSync(target, python.FS.readFile("/target.zip"));
