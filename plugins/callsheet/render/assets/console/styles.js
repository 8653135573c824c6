// Arrays and objects in paths and queries, by the style of their parameter (OpenAPI 3.1, 4.8.12).

const DELIMITERS = { spaceDelimited: " ", pipeDelimited: "|" };

/** What the text of a field stands for: items between commas, or an object in JSON; null is none. */
function styledValue(text, { shape }) {
  if (shape === "object") return jsonOf(text, shape);
  if (shape !== "array") return text;
  // Items that have commas themselves are written in JSON.
  const items = text.startsWith("[") && jsonOf(text, shape);
  return items || text.split(",").map((item) => item.trim()).filter(Boolean);
}

function jsonOf(text, type) {
  try {
    const found = JSON.parse(text);
    return typeOf(found) === type ? found : null;
  } catch {
    return null;
  }
}

function styledText(value) {
  if (value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Items, or names and values in turns. */
function flatTexts(value) {
  return (Array.isArray(value) ? value : Object.entries(value).flat()).map(styledText);
}

/** The pairs of a parameter of the query. */
function styledPairs(parameter, text) {
  const { name, style, explode } = parameter;
  const value = styledValue(text, parameter);
  if (value === null || typeof value === "string") return [[name, text]];
  if (style === "deepObject") return bracketPairs(name, value);
  if (explode) {
    const members = Array.isArray(value) ? value.map((item) => [name, item]) : Object.entries(value);
    return members.map(([key, item]) => [key, styledText(item)]);
  }
  const texts = flatTexts(value);
  return texts.length ? [[name, texts.join(DELIMITERS[style] ?? ",")]] : [];
}

function bracketPairs(name, value) {
  if (Array.isArray(value)) return value.flatMap((item) => bracketPairs(name, item));
  if (typeOf(value) !== "object") return [[name, styledText(value)]];
  return Object.entries(value).flatMap(([key, item]) => bracketPairs(`${name}[${key}]`, item));
}

/** A part of a path, encoded. */
function styledPart(parameter, text) {
  const { style, explode } = parameter;
  const name = encodeURIComponent(parameter.name);
  const value = styledValue(text, parameter);
  const named = style === "matrix";
  const [lead, between] = { label: [".", "."], matrix: [";", ";"] }[style] ?? ["", ","];
  if (value === null || typeof value === "string") {
    const encoded = encodeURIComponent(text);
    return lead + (named ? name + (encoded && `=${encoded}`) : encoded);
  }
  const encode = (each) => encodeURIComponent(styledText(each));
  if (!explode) {
    const joined = flatTexts(value).map(encode).join(",");
    return joined && lead + (named ? `${name}=${joined}` : joined);
  }
  const parts = Array.isArray(value) ? value.map((item) => (named ? `${name}=` : "") + encode(item))
    : Object.entries(value).map(([key, item]) => `${encode(key)}=${encode(item)}`);
  return parts.length ? lead + parts.join(between) : "";
}
