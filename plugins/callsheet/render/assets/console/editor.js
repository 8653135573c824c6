// An editor for text, with colours for JSON and XML: CodeJar around an element.

const MAX_COLOURED = 50_000;
const JSON_TOKEN = /\s+|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/y;
const XML_TOKEN = /<!--[^]*?-->|<\/?[^<>\s]+|\/?>|[^<>\s"=]+(?==)|"[^"<]*"|[^<>"=]+|[^]/y;

/** The tokens of a text, each with where it ends; what is none is a token of one character. */
function* tokens(text, pattern) {
  for (let at = 0; at < text.length;) {
    pattern.lastIndex = at;
    const token = pattern.exec(text)?.[0] || text[at];
    at += token.length;
    yield { token, end: at };
  }
}

/** The kind of a token, which is the class of Pygments for its colour. */
function colourOf({ token, end }, text) {
  if (/^\s*$/.test(token)) return "";
  if (token[0] === '"') return /^\s*:/.test(text.slice(end, end + 20)) ? "nt" : "s2";
  if (token[0] === "<" || token.endsWith(">")) return token.startsWith("<!--") ? "c" : "nt";
  return /^-?\d/.test(token) ? "mi" : /^(true|false|null)$/.test(token) ? "kc" : "";
}

/** The text with its colours. */
function coloured(text, pattern) {
  if (!pattern || text.length > MAX_COLOURED) return [text];
  const parts = [];
  for (const each of tokens(text, pattern)) {
    const colour = colourOf(each, text);
    parts.push(colour ? make("span", { class: colour }, each.token) : each.token);
  }
  return parts;
}

function patternFor(mediaType) {
  return isXml(mediaType) ? XML_TOKEN : isJson(mediaType) ? JSON_TOKEN : null;
}

/** The text of an editor: where a browser has put blocks and breaks into it, lines end. */
function textOf(node) {
  let text = "";
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) text += child.data;
    else if (child.tagName === "BR") text += child.nextSibling ? "\n" : "";
    else text += (child.tagName === "DIV" && child.previousSibling ? "\n" : "") + textOf(child);
  }
  return text;
}

/** Makes an editor, which tells of every change. */
function makeEditor(label, describedBy, onChange) {
  let mediaType = "";
  const area = make("div", {
    class: "callsheet-editor highlight", role: "textbox", "aria-multiline": "true",
    "aria-label": label, "aria-describedby": describedBy, dir: "ltr",
  });
  const colour = () => area.replaceChildren(...coloured(textOf(area), patternFor(mediaType)));
  // CodeJar colours a moment after the key, and then takes the focus back to the place of the text
  // cursor: not from a field that the reader has gone on to.
  const patient = {
    document, navigator,
    setTimeout: (run, delay) =>
      setTimeout(() => document.activeElement === area && run(), delay),
  };
  // The tabulator goes on to the next field: whoever comes by keyboard has to get out again.
  const jar = CodeJar(area, colour, { tab: "  ", catchTab: false, addClosing: false, window: patient });
  area.addEventListener("blur", () => afterPress(colour));
  area.addEventListener("input", onChange);
  area.addEventListener("keyup", onChange);
  return {
    area,
    get: () => textOf(area),
    set(text, kind) {
      mediaType = kind;
      jar.updateCode(text, false);
      onChange();
    },
  };
}
