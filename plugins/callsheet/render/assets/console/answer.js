// Shows an answer. Whatever the server sent becomes text, an image or a file, and nothing else.

const MAX_TEXT = 200_000;
const MAX_ENTRIES = 100;
const FOLDED_FROM = 40;
// The first bytes of images, in base64.
const IMAGES = { iVBORw0KGgo: "image/png", "/9j/": "image/jpeg", R0lGOD: "image/gif" };
const objectUrls = new Set();

/** A number as the server wrote it: a number of JavaScript would be rounded. */
class Exact {
  constructor(source) {
    this.source = source;
  }
}

function readExactly(text) {
  return JSON.parse(text, (key, value, context) =>
    typeof value === "number" && context?.source ? new Exact(context.source) : value);
}

/** The address of bytes, until the next answer comes. */
function objectUrl(content, type) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  objectUrls.add(url);
  return url;
}

function forgetObjectUrls() {
  for (const url of objectUrls) URL.revokeObjectURL(url);
  objectUrls.clear();
}

function sizeText(bytes) {
  return bytes < 1000 ? `${bytes} byte${bytes === 1 ? "" : "s"}` : bytes < 1e6 ? `${(bytes / 1000).toFixed(1)} kB`
    : `${(bytes / 1e6).toFixed(1)} MB`;
}

function statusBadge(status) {
  return make("span", { class: `callsheet-status callsheet-status--${String(status)[0]}xx` }, String(status));
}

/** A value of JSON: containers fold, and what is folded is made when it is opened. */
function jsonNode(value, label, open) {
  if (value === null || typeof value !== "object" || value instanceof Exact) {
    return make("div", {}, ...label, scalar(value));
  }
  const isList = Array.isArray(value);
  const entries = isList ? value.map((item) => [null, item]) : Object.entries(value);
  if (!entries.length) return make("div", {}, ...label, isList ? "[]" : "{}");
  const [one, many] = isList ? ["item", "items"] : ["property", "properties"];
  const count = `${entries.length} ${entries.length === 1 ? one : many}`;
  const summary = isList ? `[ ${count} ]` : `{ ${count} }`;
  return folded([...label, make("span", { class: "callsheet-note" }, summary)],
    entries, open);
}

function scalar(value) {
  const [kind, text] = value instanceof Exact ? ["mi", value.source]
    : [typeof value === "string" ? "s2" : "kc", JSON.stringify(value)];
  return make("span", { class: kind }, text);
}

function folded(summary, entries, open) {
  const inside = make("div", {});
  const fill = () => {
    if (inside.firstChild) return;
    inside.append(...entries.slice(0, MAX_ENTRIES).map(([name, value]) => jsonNode(value,
      name === null ? [] : [make("span", { class: "nt" }, JSON.stringify(name)), ": "],
      open && entries.length <= FOLDED_FROM && sizeOf(value) <= FOLDED_FROM)));
    const rest = entries.slice(MAX_ENTRIES);
    if (rest.length) inside.append(folded([`${rest.length} more`], rest, false));
  };
  const details = make("details", { toggle: fill }, make("summary", {}, ...summary), inside);
  if (open) {
    details.open = true;
    fill();
  }
  return details;
}

function sizeOf(value) {
  return value && typeof value === "object" ? Object.keys(value).length : 0;
}

/** The body as it is best looked at. */
function bodyView({ content, mediaType, base64 }) {
  const kind = essence(mediaType);
  if (!content.length) return make("p", { class: "callsheet-note" }, "The answer has no body.");
  if (/^image\//.test(kind)) return imageView(content, kind);
  if (!isText(kind, content)) {
    return make("p", {}, `${sizeText(content.length)} of ${kind || "no media type"}, which can be saved.`);
  }
  const text = decoded(content, mediaType);
  if (text.length > MAX_TEXT) {
    return make("div", {}, textView(text.slice(0, MAX_TEXT), null),
      make("p", { class: "callsheet-note" }, "This is the beginning; save it to see the rest."));
  }
  try {
    if (isJson(kind)) return jsonView(text, base64);
    if (isXml(kind)) {
      readXml(text);
      return textView(layOutXml(text), XML_TOKEN);
    }
  } catch {
    // It is not what it says, so it is shown as it is.
  }
  return textView(text, null);
}

function isText(kind, content) {
  if (/^text\//.test(kind) || isJson(kind) || isXml(kind) || /javascript|urlencoded/.test(kind)) return true;
  return !kind && !content.subarray(0, 1000).includes(0);
}

function jsonView(text, base64) {
  const value = readExactly(text);
  const view = make("div", { class: "callsheet-json highlight", dir: "ltr" }, jsonNode(value, [], true));
  const image = base64 && typeof value === "string" && imageIn(value);
  return image ? make("div", {}, imageView(...image), view) : view;
}

/** The image that a text in base64 is, if it is one. */
function imageIn(text) {
  const start = Object.keys(IMAGES).find((each) => text.startsWith(each));
  if (!start) return null;
  try {
    return [Uint8Array.from(atob(text), (character) => character.charCodeAt(0)), IMAGES[start]];
  } catch {
    return null;
  }
}

function textView(text, pattern) {
  return make("pre", { class: "highlight", tabindex: "0", dir: "ltr", "aria-label": "Body" },
    make("code", {}, ...coloured(text, pattern)));
}

/** An image: within `img`, not even that of an SVG can run a script. */
function imageView(content, kind) {
  const caption = make("figcaption", {}, `${kind}, ${sizeText(content.length)}`);
  const image = make("img", {
    src: objectUrl(content, kind), alt: "The image that the server sent",
    load: () => caption.append(`, ${image.naturalWidth} × ${image.naturalHeight} pixels`),
    error: () => image.replaceWith(`It says that it is ${kind}, but it cannot be shown.`),
  });
  return make("figure", { class: "callsheet-image" }, image, caption);
}

/** A link that saves the body. As bytes of no kind, it can be opened as nothing else. */
function saveLink({ content, mediaType }) {
  const href = objectUrl(content, "application/octet-stream");
  return make("a", { href, download: answerFile(mediaType), class: "callsheet-button" }, "Save");
}

/** Everything that is shown of an answer. */
function answerView(data, answer) {
  const { status, reason, milliseconds, content, headers, mediaType } = answer;
  const found = differences(data, answer);
  const rows = headers.map(([name, value]) =>
    make("tr", {}, make("th", { scope: "row" }, name), make("td", {}, value)));
  const view = [
    make("p", { class: "callsheet-line" }, statusBadge(status), ` ${reason} `,
      make("span", { class: "callsheet-note" },
        `${Math.round(milliseconds)} ms, ${sizeText(content.length)}${mediaType ? `, ${mediaType}` : ""}`)),
    comparison(data, status, found),
    make("details", {}, make("summary", {}, `Headers (${headers.length})`),
      make("table", { class: "callsheet-headers" }, make("tbody", {}, ...rows))),
    bodyView({ ...answer, base64: data.got?.contentEncoding }),
  ];
  if (content.length) view.push(make("p", { class: "callsheet-line" }, saveLink(answer)));
  return { view, found };
}

function comparison(data, status, found) {
  if (!found.length) {
    return make("p", { class: "callsheet-verdict callsheet-verdict--good" },
      data.statuses?.length ? `As documented for ${status}.` : "The page documents no status.");
  }
  return make("div", { class: "callsheet-verdict callsheet-verdict--bad" },
    make("p", {}, "Not as documented:"),
    make("ul", {}, ...found.map(({ path, expected, got }) =>
      make("li", {}, make("strong", {}, path), `: expected ${expected}, got ${got}`))));
}
