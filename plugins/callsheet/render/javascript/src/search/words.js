// Words of texts, names and paths: how they are split, and which of them mean the same.

/** Words of questions that say nothing about what is looked for. */
const STOP_WORDS = new Set(
  (
    "a about an and any anybody api are as at be before but by call can could did do does endpoint for from give " +
    "has have how i if in into is it its just like method need of on one only or operation our out " +
    "please request should so some somebody somehow someone something than that the their them then " +
    "there these they this those to us want was we what when where whether which who whose why will with without " +
    "would you your"
  ).split(" "),
);

/** Words that mean the same to somebody who looks for an operation. */
const SYNONYMS = [
  "upload send save store",
  "image picture photo photograph portrait avatar",
  "delete remove erase destroy discard clear empty wipe purge away cancel",
  "list all every overview",
  "create add new insert make register attach",
  "update change edit modify rename set replace save assign give grant switch toggle",
  "get read fetch show retrieve download view return load",
  "find search query lookup get",
  "discard revert undo cancel withdraw revoke remove",
  "activate enable install turn",
  "deactivate disable turn",
  "check validate verify valid",
  "test try ping",
  "merge combine join unite",
  "notify tell inform",
  "run execute start",
  "lock checkout",
  "person people employee",
  "file attachment",
  "user login",
  "right permission privilege may allowed",
  "suggest guess propose recommend predict",
  "message reply answer response comment",
  "link url address",
  "sentiment mood feeling",
  "setting config configuration preference",
  "size length bytes big large",
  "download stream",
  "kind type",
  "choose chosen select pick",
  "company organization organisation",
  "copy duplicate clone",
  "reject decline refuse deny",
  "approve accept",
  "restore undelete recover bring",
  "cancel abort stop kill terminate",
  "mail email",
  "id identifier",
  "available possible supported",
  "license licence",
  "many several multiple various",
  "my mine myself",
];

/** Words that mean an action in a question, but none in a name: `NotifyNewTicket`. */
const ONLY_ASKED = new Set(["new", "every"]);

/** What a method does, in the words of the lists above. */
export const ACTIONS = Object.freeze({
  GET: "get",
  HEAD: "get",
  POST: "create",
  PUT: "update",
  PATCH: "update",
  DELETE: "delete",
});

/** Longer words are not words; the patterns below would take long for them. */
const LONGEST = 40;
const UPLOAD = "upload";
/** Of Chinese and Japanese, which have no spaces between words, each letter is one. */
const WORD =
  /\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u30fc]|[\p{Lo}\p{Lm}]+/gu;
const ASCII = /^[ -~]*$/;
const MARKS = /\p{M}+/gu;
const POSSESSIVE = /['’]s\b/g;

/**
 * Split a text, a name in camel case or a path into words, in lower case and without accents.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function wordsOf(text) {
  const isPlain = ASCII.test(text);
  const plain = (isPlain ? text : text.normalize("NFKD").replace(MARKS, "")).replace(
    POSSESSIVE,
    "",
  );
  return (plain.match(WORD) ?? []).map((word) => word.toLowerCase());
}

/**
 * The stems of words, of which names have few.
 *
 * @type {Map<string, string>}
 */
const stems = new Map();

/**
 * Return what the forms of an English word have in common, such as `delet` of `deleting`.
 *
 * @param {string} word In lower case.
 */
export function stem(word) {
  let stemmed = stems.get(word);
  if (stemmed === undefined) {
    stemmed = stemOf(word);
    stems.set(word, stemmed);
  }
  return stemmed;
}

/**
 * Return the words that have a stem and are unlike it, and the stem: a typo is one of the whole word.
 *
 * @param {string} stemmed
 */
export function formsOf(stemmed) {
  return /[ts]$/.test(stemmed) ? [stemmed, `${stemmed}ion`] : [stemmed];
}

/** @param {string} word */
function stemOf(word) {
  if (word.length < 4 || word.length > LONGEST) return word;
  let short = word
    .replace(/(?<=^.{5,})ly$/, "")
    .replace(/(?:ie[sd])$/, "y")
    .replace(/(ss|x|ch|sh|z)es$/, "$1")
    .replace(/([^aeious]|[aeo])s$/, "$1");
  const inflected = /^(.*[aeiouy].*?)(?:ing|ed)$/.exec(short);
  if (inflected && inflected[1].length > 2) short = inflected[1].replace(/([^aeiouls])\1$/, "$1");
  return short.replace(/(?<=^.{4,}[ts])ion$/, "").replace(/(?<=...)e$/, "");
}

/** @type {Map<string, Set<string>>} */
const related = new Map();
for (const group of SYNONYMS) {
  const words = group.split(" ");
  const meant = words.filter((word) => !ONLY_ASKED.has(word)).map(stem);
  for (const one of words.map(stem))
    related.set(one, new Set([...(related.get(one) ?? []), ...meant]));
}

/**
 * Return the stems of the words that mean the same as one.
 *
 * @param {string} stemmed
 * @returns {Iterable<string>}
 */
export function synonymsOf(stemmed) {
  return related.get(stemmed) ?? [stemmed];
}

const actionStems = new Set(
  ["get", "create", "update", "delete", "list", "find", UPLOAD].flatMap((action) => [
    ...synonymsOf(stem(action)),
  ]),
);

/**
 * Tell whether a word names an action that methods stand for.
 *
 * @param {string} stemmed
 */
export function isAction(stemmed) {
  return actionStems.has(stemmed);
}

/**
 * Split a text into its words, each with its stem, and what is between them.
 *
 * @param {string} text
 */
export function parts(text) {
  /** @type {{part: string, stemmed: string}[]} */
  const found = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (index > end) found.push({ part: text.slice(end, index), stemmed: "" });
    found.push({ part: word, stemmed: stem(word.toLowerCase()) });
    end = index + word.length;
  }
  if (end < text.length) found.push({ part: text.slice(end), stemmed: "" });
  return found;
}

/**
 * Return the words of a question that say what is looked for; all of them, where none does.
 *
 * @param {string} query
 */
export function askedWords(query) {
  const words = wordsOf(query);
  const asked = words.filter((word) => !STOP_WORDS.has(word));
  return asked.length ? asked : words;
}

/**
 * Tell whether two words differ by one letter: another, a missing, a further, or two swapped ones.
 *
 * @param {string} a
 * @param {string} b
 */
export function isTypo(a, b) {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const restA = a.slice(start);
  const restB = b.slice(start);
  if (a.length !== b.length) {
    return a.length > b.length ? restA.slice(1) === restB : restB.slice(1) === restA;
  }
  const swapped = restA[0] === restB[1] && restA[1] === restB[0];
  return restA.slice(1) === restB.slice(1) || (swapped && restA.slice(2) === restB.slice(2));
}
