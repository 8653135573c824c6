// Makes the bundles that are committed, so that nobody who installs the package needs Node.js:
//
//   node bundle.js [FOLDER]
//
// The first line of each says what it was made of, which `tests/test_javascript.py` compares.

import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const OTHERS = ["bundle.js", "package-lock.json"];
const DIGITS = 16;

/** @param {string | Buffer} content */
function digest(content) {
  return createHash("sha256").update(content).digest("hex");
}

/** Return a digest of all that the bundles depend on: names and contents. */
function digestOfSources() {
  const sources = readdirSync(join(HERE, "src"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".js"))
    .map((name) => `src/${name.replaceAll("\\", "/")}`);
  const lines = [...OTHERS, ...sources]
    .sort()
    .map((name) => `${name} ${digest(readFileSync(join(HERE, name)))}\n`);
  return digest(lines.join("")).slice(0, DIGITS);
}

/**
 * Take what the page's script shares from there, and let the others have nothing else of it: a
 * second copy would have values and listeners of its own.
 *
 * @type {import("esbuild").Plugin}
 */
const sharedOfThePage = {
  name: "shared-of-the-page",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/]page[\\/]/ }, async ({ path }) => {
      if (!path.endsWith("shared.js")) {
        return {
          errors: [{ text: `Others have of the page what shared.js has, not ${path}.` }],
        };
      }
      const names = Object.keys(await import(pathToFileURL(path).href));
      return { contents: `export const { ${names.join(", ")} } = window.callsheet;` };
    });
  },
};

/**
 * Leave the marks of words where they are, under a name that no bundle shortens: the build of a site
 * puts the words of its language in their place.
 *
 * @type {import("esbuild").Plugin}
 */
const markedPhrases = {
  name: "marked-phrases",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/].*\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replaceAll("phrase`", "$phrase`"),
    }));
  },
};

/** Return the licence of the editor that the console has in it, which has to go along. */
function licence() {
  const { dependencies } = JSON.parse(readFileSync(join(HERE, "package.json"), "utf8"));
  const text = readFileSync(join(HERE, "node_modules/codejar/LICENSE"), "utf8").trim();
  return `/*!\nCodeJar ${dependencies.codejar}, https://medv.io/codejar/\n\n${text}\n*/\n`;
}

/**
 * @param {string} entry The module that the bundle begins with.
 * @param {import("esbuild").Plugin[]} plugins
 * @param {"iife" | "esm"} format
 */
async function bundled(entry, plugins, format = /** @type {"iife" | "esm"} */ ("iife")) {
  const { outputFiles } = await build({
    absWorkingDir: HERE,
    entryPoints: [entry],
    bundle: true,
    // A page on a disk has no modules.
    format,
    target: "es2022",
    charset: "utf8",
    legalComments: "inline",
    minify: true,
    // Lines that tools for text can show; with shorter ones, pages are heavier.
    lineLimit: 4000,
    plugins: [...plugins, markedPhrases],
    write: false,
  });
  return outputFiles[0].text;
}

/**
 * @param {string} file
 * @param {string} code
 */
function write(file, code) {
  const made = `sources ${digestOfSources()}, code ${digest(code).slice(0, DIGITS)}`;
  writeFileSync(file, `/*! Made by \`make javascript\`: ${made} */\n${code}`);
}

const folder = process.argv[2] ?? join(HERE, "../assets");
mkdirSync(folder, { recursive: true });
write(join(folder, "callsheet.js"), await bundled("src/page/main.js", []));
write(join(folder, "running.js"), await bundled("src/running/main.js", [sharedOfThePage]));
write(join(folder, "installation.js"), await bundled("src/installed/page.js", [sharedOfThePage]));
write(join(folder, "credentials.js"), await bundled("src/credentials/main.js", [sharedOfThePage]));
write(join(folder, "navigation.js"), await bundled("src/navigation/main.js", [sharedOfThePage]));
write(
  join(folder, "sandbox.js"),
  licence() + (await bundled("src/sandbox/main.js", [sharedOfThePage])),
);
// A worker is a module, as it loads others.
write(join(folder, "sandbox_worker.js"), await bundled("src/sandbox/worker.js", [], "esm"));
write(join(folder, "sandbox_frame.js"), await bundled("src/sandbox/frame.js", []));
write(join(folder, "sandbox_node.js"), await bundled("src/sandbox/node.js", []));
write(join(folder, "service_worker.js"), await bundled("src/installed/main.js", []));
write(join(folder, "search.js"), await bundled("src/search/main.js", [sharedOfThePage]));
write(join(folder, "programs.js"), await bundled("src/programs/main.js", [sharedOfThePage]));
write(join(folder, "values.js"), await bundled("src/values/main.js", [sharedOfThePage]));
write(
  join(folder, "console.js"),
  licence() + (await bundled("src/console/main.js", [sharedOfThePage])),
);
