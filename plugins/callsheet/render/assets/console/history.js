// What was sent in this session of the tab, without credentials.

const MAX_HISTORY = 20;
const MAX_KEPT_BODY = 20_000;
const keptHistory = callsheet.keep("sessionStorage", "callsheet.history");

const past = {
  get() {
    try {
      const entries = JSON.parse(keptHistory.get());
      return Array.isArray(entries) ? entries : [];
    } catch {
      return [];
    }
  },
  add(entry) {
    keptHistory.set(JSON.stringify([entry, ...this.get()].slice(0, MAX_HISTORY)));
  },
  clear() {
    keptHistory.set(null);
  },
};

/** Whether a text has one of the reader's secrets in it. */
function holdsSecret(text) {
  const { password, token } = values.get();
  return [password, token].some((secret) => secret && text.includes(secret));
}

/** The body, unless it holds what has to be forgotten. */
function keptBody(text) {
  if (text === undefined || text.length > MAX_KEPT_BODY || holdsSecret(text)) return undefined;
  const names = text.match(/"([^"\\]|\\.)*"(?=\s*:)|<[\w:.-]+/g) ?? [];
  return names.some((name) => SECRET.test(name.replace(/["<]/g, ""))) ? undefined : text;
}

/** What is remembered of a request and its answer. */
function entryOf({ uid, fields, body, request, status }) {
  const kept = fields.map((each) => [`${each.place}:${each.name}`, each.get()])
    .filter(([key, value]) => value && !SECRET.test(key.slice(key.indexOf(":") + 1)) && !holdsSecret(value));
  const query = request.query.filter(([name, value]) => !SECRET.test(name) && !holdsSecret(value));
  return {
    uid, status, time: new Date().toTimeString().slice(0, 8), page: location.pathname,
    method: request.method,
    target: holdsSecret(request.path) ? "…" : request.path + (query.length ? `?${queryText(query)}` : ""),
    base: request.base, type: body?.type() ?? "", text: keptBody(body?.text?.()), fields: kept,
  };
}

/** The list; `repeat` is called with the entry that is wanted again. */
function historyView(uid, repeat, onClear) {
  const entries = past.get();
  const items = entries.map((entry) => {
    const what = [badge(entry.method), make("code", {}, entry.target),
      entry.status ? statusBadge(entry.status) : make("span", { class: "callsheet-note" }, "no answer"),
      make("span", { class: "callsheet-note" }, entry.time)];
    return make("li", {}, ...what, entry.uid === uid
      ? make("button", {
        type: "button", class: "callsheet-button", click: () => repeat(entry),
        "aria-label": `Repeat ${entry.method} ${entry.target}`,
      }, "Repeat")
      : make("a", { href: entry.page }, "Its page"));
  });
  const clear = make("button", { type: "button", class: "callsheet-button", click: onClear }, "Clear");
  return make("details", { class: "callsheet-history", hidden: !entries.length },
    make("summary", {}, `History of this session (${entries.length})`),
    make("ul", {}, ...items), make("p", { class: "callsheet-line" }, clear,
      make("span", { class: "callsheet-note" }, "Credentials and files are not remembered.")));
}
