// What came back against what the page promises, in the words of `callsheet test`.

const MAX_DIFFERENCES = 20;

/** The text of an answer. */
function decoded(content, mediaType) {
  const [, charset = "utf-8"] = /charset="?([\w-]+)/i.exec(mediaType) ?? [];
  try {
    return new TextDecoder(charset).decode(content);
  } catch {
    return new TextDecoder().decode(content);
  }
}

/** Where an answer is not as its page promises. */
function differences(data, { status, mediaType, content }) {
  const { statuses = [], gets = [], got, types = {} } = data;
  if (statuses.length && !statuses.includes(status)) {
    return [{ path: "status", expected: statuses.join(" or "), got: String(status) }];
  }
  const kind = essence(mediaType);
  if (status === 204 || status === 205 || status === 304 || data.method === "HEAD") return [];
  if (status >= 400) return isJson(kind) && content.length ? bodyDifferences(content, kind, null, {}) : [];
  const documented = gets.map(essence);
  if (documented.length && (kind || got) && !documented.includes(kind)) {
    return [{ path: "media type", expected: documented.join(" or "), got: kind || "none" }];
  }
  if (got && !content.length) return [{ path: "body", expected: "a body", got: "nothing" }];
  return bodyDifferences(content, kind, got, types);
}

function bodyDifferences(content, kind, schema, types) {
  const text = decoded(content, kind);
  try {
    if (isXml(kind)) readXml(text);
    else if (isJson(kind)) {
      const value = JSON.parse(text);
      return schema ? first(MAX_DIFFERENCES, violations(value, schema, types))
        .map((each) => ({ ...each, path: `body ${each.path}` })) : [];
    }
    return [];
  } catch (error) {
    return [{ path: "body", expected: isXml(kind) ? "well-formed XML" : "JSON", got: error.message }];
  }
}
