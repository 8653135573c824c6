// Answers questions by the index of a built site: node searching.mjs SHARDS < QUESTIONS
//
// Prints JSON: the uids of what is shown first for each question, for a type its name, and the
// milliseconds from the data to the first answer, and to each answer after.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runInThisContext } from "node:vm";
import { SearchIndex } from "../../plugins/callsheet/render/javascript/src/search/search_index.js";

const [folder] = process.argv.slice(2);
const questions = JSON.parse(readFileSync(0, "utf8"));
const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
globalThis.window = { callsheetSearch: (shard) => index.add(shard) };
const index = new SearchIndex();
const start = performance.now();
for (const file of files) runInThisContext(file);
index.search(questions[0]);
const first = performance.now() - start;
const again = performance.now();
const nameOf = ({ entry }) => entry.uid || `${entry.kind} ${entry.title}`;
const found = questions.map((question) => index.search(question).slice(0, 10).map(nameOf));
const each = (performance.now() - again) / questions.length;
console.log(JSON.stringify({ found, first, each }));
