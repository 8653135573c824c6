// The reader's credentials in generated programs: in the place of those that a program has, also
// where it has none, or signs in by another scheme. Pages load this for readers who have some.

import { API_KEY, credentials, inOrder, inString, MASK } from "../page/shared.js";

/** @import { Edit } from "../page/placeholders.js" */
/** @import { Values } from "../page/values.js" */

/**
 * How the programs of a language sign in.
 *
 * @typedef {object} Rules
 * @property {RegExp} [setting] A secret that comes from the environment: its names, in the program and there.
 * @property {(name: string, variable: string, literal: string) => string} [write] Writes a setting.
 * @property {string} [quote] The quotation mark of its literals.
 * @property {boolean} [isInline] Whether settings are where they are used.
 * @property {RegExp} [login] User and password in use.
 * @property {RegExp[]} uses What uses secrets and can be left out; `SECRET` is the name of any of them, and
 *   `NAME` that of the reader's header field.
 * @property {string} [used] A pattern of a secret in use, where its name is written apart from words.
 * @property {[before: RegExp, text: string][]} header Where a header field goes: in front of the end of
 *   the first pattern that is found. In the text, `NAME` and `VALUE` are those of the field.
 */

/**
 * A variable in code, not a word in a comment, a text or a name; or one that a text has in it.
 */
const VARIABLE = String.raw`(?<![\w.$"'])SECRET\b(?!["']|\s*:)|\{SECRET\}`;
/** Comments, and texts that have no variables in them. */
const WORDS = /^\s*(?:\/\/|#).*|^"""[\s\S]*?"""|(?<![$f])"(?:[^"\\\n]|\\.)*"/gm;

/** @type {Rules} */
const SCRIPT = {
  setting: /^const (\w+) =\s+(?:process\.env\.(\w+)\s+\?\? .*|needed\(\s*"(\w+)",?\s*\));$/gm,
  write: (name, variable, literal) => `const ${name} = process.env.${variable} ?? ${literal};`,
  login: /btoa\(|answerChallenge\(/,
  uses: [
    /^ {4,6}[\w"-]+: (?:SECRET|`.*\$\{SECRET\}.*`),\n/gm,
    /^url\.searchParams\.append\((?:.*(?:, SECRET|\$\{SECRET\}.*)|\n.*\n.*\bSECRET\b.*\n)\);\n/gm,
  ],
  header: [
    [/^const response = .*\{\n(?: {2}method: .*\n)? {2}headers: \{\n/m, '    "NAME": "VALUE",\n'],
    [
      /^const response = .*\{\n(?: {2}method: .*\n)?/m,
      '  headers: {\n    "NAME": "VALUE",\n  },\n',
    ],
    [
      /^const response = .*\(\n.*\n {2}\{\n(?: {4}method: .*\n)? {4}headers: \{\n/m,
      '      "NAME": "VALUE",\n',
    ],
    [
      /^const response = .*\(\n.*\n {2}\{\n(?: {4}method: .*\n)?/m,
      '    headers: {\n      "NAME": "VALUE",\n    },\n',
    ],
  ],
};
/** @type {Rules} */
const MESSAGE = {
  setting: /\{\{\$processEnv (\w+)\}\}/g,
  write: (_name, _variable, literal) => literal,
  quote: "",
  isInline: true,
  used: String.raw`\$processEnv SECRET\b`,
  uses: [/^(?:Authorization|NAME):.*\n?/gim, /^[\w-]+: .*\{\{\$processEnv .*\n?/gm],
  header: [[/^[A-Z]+ (?:\{\{baseUrl\}\}|https?:|\/).*\n?/m, "NAME: VALUE\n"]],
};

/** @type {Record<string, Rules | undefined>} */
const RULES = {
  python: {
    setting:
      /^([A-Z]\w*) = os\.environ(?:\.get\(\s*"(\w+)",\s+(?:"[^"\n]*"|'[^'\n]*'),?\s*\)|\["(\w+)"\])$/gm,
    write: (name, variable, literal) => `${name} = os.environ.get("${variable}", ${literal})`,
    login: /\bauth=/,
    uses: [
      /\n {4}auth=.*\),(?=\n)/g,
      /\bauth=\w*\([^()\n]*\), /g,
      /\n {8}"[\w-]+": (?:f".*\{SECRET\}.*"|SECRET),(?=\n)/g,
      /"[\w-]+": (?:f"[^"\n]*\{SECRET\}[^"\n]*"|SECRET\b)(?:, )?/g,
    ],
    header: [
      [/^response = requests\.[\s\S]*?\bheaders=\{(?=\n)/m, '\n        "NAME": "VALUE",'],
      [/^response = requests\.[\s\S]*?\bheaders=\{/m, '"NAME": "VALUE", '],
      [/^response = requests\.[\s\S]*?\n {4}(?=timeout=)/m, 'headers={"NAME": "VALUE"},\n    '],
      [/^response = requests\.[\s\S]*?(?=timeout=)/m, 'headers={"NAME": "VALUE"}, '],
    ],
  },
  bash: {
    setting: /^(\w+)=(?:'(?:[^'\n]|'\\'')*'\n\1=)?"\$\{(\w+):(?:-[^}"\n]*|\?is not set)\}"$/gm,
    write(name, variable, literal) {
      const plain = literal.slice(1, -1);
      if (/^[^\s\\'"$`{}]*$/.test(plain)) return `${name}="\${${variable}:-${plain}}"`;
      return `${name}=${literal}\n${name}="\${${variable}:-$${name}}"`;
    },
    quote: "'",
    login: /^ {2}--user /m,
    used: String.raw`\$\{?SECRET\b`,
    uses: [/^ {2}--digest \\\n/gm, /^ {2}--(?:user|header|url-query) ".*\$\{?SECRET\b.*" \\\n/gm],
    header: [[/^curl .*\\\n/m, "  --header 'NAME: VALUE' \\\n"]],
  },
  powershell: {
    setting: /^\$(\w+) = if \(\$env:(\w+)\) \{\s+\$env:\2\s+\} else \{\s+.*\s+\}$/gm,
    write: (name, variable, literal) =>
      `$${name} = if ($env:${variable}) { $env:${variable} } else { ${literal} }`,
    quote: "'",
    login: /'Basic ' \+\s|^ {4}Credential = /m,
    used: String.raw`\$\{?SECRET\b`,
    uses: [
      /^ {8}[\w'-]+ = (?:.*\$SECRET\b.*|.*(?:\n {12}.*)*?\n {12}.*\$SECRET\b.*(?:\n {12}.*)*)\n/gm,
      /^ {4}Credential = .*\n/gm,
      /^\$query\.Add\(.*\$SECRET\b.*\)\n/gm,
    ],
    header: [
      [/^ {4}Headers = @\{\n/m, "        'NAME' = 'VALUE'\n"],
      [/^ {4}Uri = .*\n/m, "    Headers = @{\n        'NAME' = 'VALUE'\n    }\n"],
    ],
  },
  javascript: SCRIPT,
  typescript: SCRIPT,
  csharp: {
    setting: /^var (\w+) =\s+Environment\.GetEnvironmentVariable\(\s*"(\w+)"\s*\)\s+\?\? .*;$/gm,
    write: (name, variable, literal) =>
      `var ${name} = Environment.GetEnvironmentVariable("${variable}") ?? ${literal};`,
    login: /"(?:Basic|Digest)",\s/,
    uses: [
      /^request\.Headers\.Authorization = (?:(?!;\n)[\s\S])*\{SECRET\}(?:(?!;\n)[\s\S])*;\n/gm,
      /^request\.Headers\.\w+\((?:(?!;\n)[\s\S])*(?:,\s+SECRET\b|\{SECRET\})(?:(?!;\n)[\s\S])*;\n/gm,
      /^query\.Add\((?:(?!;\n)[\s\S])*(?:,\s+SECRET\b|\{SECRET\})(?:(?!;\n)[\s\S])*;\n/gm,
    ],
    header: [
      [
        /^using var request = (?:(?!;\n)[\s\S])*;\n/m,
        'request.Headers.TryAddWithoutValidation("NAME", "VALUE");\n',
      ],
    ],
  },
  php: {
    setting: /^\$(\w+) = getenv\('(\w+)'\)\s+\?: .*;$/gm,
    write: (name, variable, literal) => `$${name} = getenv('${variable}') ?: ${literal};`,
    quote: "'",
    login: /^ {4}CURLOPT_USERPWD/m,
    used: String.raw`\$\{?SECRET\b`,
    uses: [/^ {4}CURLOPT_(?:HTTPAUTH|USERPWD) => .*\n/gm, /^ {8}'[\w-]+: .*\$SECRET\b.*,\n/gm],
    header: [
      [/^ {4}CURLOPT_HTTPHEADER => \[\n/m, "        'NAME: VALUE',\n"],
      [/^curl_setopt_array\(.*\n/m, "    CURLOPT_HTTPHEADER => ['NAME: VALUE'],\n"],
    ],
  },
  http: MESSAGE,
  text: MESSAGE,
};

/**
 * Return what changes in a program for the reader's credentials: in order, and nowhere twice.
 *
 * @param {string} text
 * @param {string} language
 * @param {Values} given
 * @param {boolean} isRefusal Whether it is to be refused, so that it keeps its way to sign in.
 * @returns {Edit[]} None without credentials, and for a program that nobody generated.
 */
export function credentialEdits(text, language, given, isRefusal) {
  const rules = Object.hasOwn(RULES, language) ? RULES[language] : undefined;
  const field = credentials(given);
  if (!rules || !field) return [];
  const settings = settingsOf(text, rules);
  return (
    sameScheme(text, language, rules, settings, given) ??
    (isRefusal ? [] : otherScheme(text, rules, settings, field))
  ).sort(inOrder);
}

/** @typedef {{ start: number, end: number, name: string, variable: string }} Setting */

/**
 * Return the secrets that a program takes from its environment.
 *
 * @param {string} text
 * @param {Rules} rules
 * @returns {Setting[]}
 */
function settingsOf(text, { setting }) {
  if (!setting) return [];
  return [...text.matchAll(setting)]
    .map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      name: match[1],
      variable: match[2] ?? match[3] ?? match[1],
    }))
    .filter(({ name }) => !/^base_?url$/i.test(name));
}

/**
 * Give the program's own secrets the reader's values; null where it signs in by another scheme.
 *
 * @param {string} text
 * @param {string} language
 * @param {Rules} rules
 * @param {Setting[]} settings
 * @param {Values} given
 * @returns {Edit[] | null}
 */
function sameScheme(text, language, rules, settings, given) {
  const { write, quote = '"', login } = rules;
  if (!write || !settings.length) return null;
  const { scheme = "Basic", user = "", password = "", token = "", key = "" } = given;
  const hasLogin = login?.test(text) ?? false;
  const own = hasLogin ? settings.slice(2) : settings;
  const inField = (/** @type {Setting} */ { name }, /** @type {string} */ before) =>
    new RegExp(`Authorization(?:",\\n|.*\\(\\n)?.*?${before}.*\\b${name}\\b`, "i").test(text);
  /** @type {[Setting, value: string, isSecret: boolean][]} */
  let filled = [];
  if (scheme === "Basic") {
    if (hasLogin && settings.length > 1) {
      filled = [
        [settings[0], user, false],
        [settings[1], password, true],
      ];
    }
  } else if (scheme === API_KEY) {
    filled = own.filter((each) => !inField(each, "")).map((each) => [each, key, true]);
  } else {
    filled = own
      .filter((each) => inField(each, `["'\`: ]${scheme} `))
      .map((each) => [each, token, true]);
  }
  if (!filled.length) return null;
  const edits = filled.map(([{ start, end, name, variable }, value, isSecret]) => {
    const literal = (/** @type {string} */ each) => quote + inString(each, quote, language) + quote;
    return {
      start,
      end,
      text: write(name, variable, literal(value)),
      shown: write(name, variable, isSecret ? quote + MASK + quote : literal(value)),
    };
  });
  return [...edits, ...withoutCheck(text, new Set(filled.map(([{ variable }]) => variable)))];
}

/**
 * Leave out of Python's check what has a value now.
 *
 * @param {string} text
 * @param {Set<string>} variables
 * @returns {Edit[]}
 */
function withoutCheck(text, variables) {
  const match = /^for needed in \(([^()]*)\):\n(?: {4}.*\n)+/m.exec(text);
  if (!match) return [];
  const rest = match[1].match(/"\w+"/g)?.filter((each) => !variables.has(each.slice(1, -1))) ?? [];
  const list = `${rest.join(", ")}${rest.length === 1 ? "," : ""}`;
  const kept = rest.length ? match[0].replace(match[1], list) : "";
  return [{ start: match.index, end: match.index + match[0].length, text: kept, shown: kept }];
}

/**
 * Put the reader's credentials in the place of the program's own; nothing where that is not certain.
 *
 * @param {string} text
 * @param {Rules} rules
 * @param {Setting[]} settings
 * @param {[name: string, value: string]} field
 * @returns {Edit[]}
 */
function otherScheme(text, rules, settings, [name, value]) {
  const { uses, header, isInline, used = VARIABLE } = rules;
  const secret = settings.map((each) => each.name).join("|") || "(?!)";
  /** @type {Edit[]} */
  const removed = isInline
    ? []
    : settings.map(({ start, end }) => ({ start, end: end + 1, text: "", shown: "" }));
  removed.push(...withoutCheck(text, new Set(settings.map(({ variable }) => variable))));
  for (const { source, flags } of uses) {
    // Together, since either may have the word for the other in it.
    const own = source.replace(/SECRET|NAME/g, (word) =>
      word === "NAME" ? name : `(?:${secret})`,
    );
    const pattern = new RegExp(own, flags);
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const isTaken = removed.some((each) => start < each.end && each.start < end);
      if (!isTaken) removed.push({ start, end, text: "", shown: "" });
    }
  }
  const kept = without(text, removed);
  const isUsed = new RegExp(used.replaceAll("SECRET", `(?:${secret})`));
  if (isUsed.test(used === VARIABLE ? kept.replace(WORDS, "") : kept)) return [];
  for (const [before, written] of header) {
    const match = before.exec(text);
    if (!match) continue;
    const at = match.index + match[0].length;
    const masked = name === "Authorization" ? `${value.split(" ")[0]} ${MASK}` : MASK;
    // Of functions, since a value may have dollar signs.
    const filled = (/** @type {string} */ shown) =>
      written.replace(/NAME|VALUE/g, (word) => (word === "NAME" ? name : shown));
    const added = { start: at, end: at, text: filled(value), shown: filled(masked) };
    return removed.some(({ start, end }) => start < at && at < end) ? [] : [...removed, added];
  }
  return [];
}

/**
 * Return a program without what is left out.
 *
 * @param {string} text
 * @param {Edit[]} removed
 */
function without(text, removed) {
  let at = 0;
  let rest = "";
  for (const { start, end } of [...removed].sort(inOrder)) {
    rest += text.slice(at, start);
    at = end;
  }
  return rest + text.slice(at);
}

if (globalThis.window?.callsheet) window.callsheet.credentialEdits = credentialEdits;
