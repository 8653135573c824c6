// The console itself: its fields, its buttons, and what it says.

const consoles = new WeakMap();
let current = null;

/** Makes the console of an operation. */
async function makeConsole(uid, data, button) {
  const allowed = await allowedServers();
  const view = { uid, data, button, parameters: new Map() };
  const refresh = () => view.program?.refresh();
  const fieldsOf = (place, parameters = []) => parameters.map((parameter) => {
    const field = parameterField(parameter, place, refresh);
    view.parameters.set(field, parameter);
    return field;
  });
  view.fields = [...fieldsOf("path", data.path), ...fieldsOf("query", data.query),
    ...fieldsOf("header", data.headers)];
  view.server = serverField(allowed, refresh);
  view.body = makeBody(data, refresh);
  view.signing = makeSigning(data, refresh);
  view.accept = acceptField(data, refresh);
  view.program = makeProgram(view);
  view.section = layOut(view);
  start(view);
  return view;
}

function acceptField({ gets = [], headers = [], accept }, onChange) {
  if (!gets.length) return null;
  const control = make("select", { change: onChange }, ...gets.map((each) => option(each)));
  control.value = gets.find((each) => each === accept) ?? gets.find(isJson) ?? gets[0];
  return { ...labelled("Accept", control, ""), control };
}

/** Puts the values of the example, and the reader's own, into the fields. */
function start(view) {
  const own = values.get();
  for (const field of view.fields) {
    const { value = "" } = view.parameters.get(field);
    field.set((field.place === "path" && own[`path:${field.name}`]) || value);
  }
  view.program.refresh();
}

function group(title, fields, folded) {
  if (!fields.length) return [];
  const elements = fields.map(({ element }) => element);
  if (!folded) return [make("fieldset", {}, make("legend", {}, title), ...elements)];
  return [make("details", {}, make("summary", {}, `${title} (${fields.length})`),
    make("fieldset", { "aria-label": title }, ...elements))];
}

function layOut(view) {
  const { data, fields, server, body, signing, accept, button, program } = view;
  const at = (place) => fields.filter((field) => field.place === place);
  const isFilled = (field) => {
    const { required, value } = view.parameters.get(field);
    return required || value;
  };
  const query = at("query");
  const headers = at("header");
  const title = make("h2", { tabindex: "-1", id: newId() }, "Try it");
  const close = make("button", {
    type: "button", class: "callsheet-button", "aria-label": "Close the console", click: () => hide(view),
  }, "×");
  view.title = title;
  view.status = make("p", { role: "status", class: "callsheet-say callsheet-say--quiet" });
  view.sendButton = make("button", { type: "submit", class: "callsheet-button callsheet-primary" }, "Send");
  view.cancelButton = make("button", {
    type: "button", class: "callsheet-button", hidden: true, click: () => view.abort?.abort(),
  }, "Cancel");
  view.answer = make("div", { class: "callsheet-answer" });
  view.history = make("div", {});
  const form = make("form", { novalidate: true, submit: (event) => submit(event, view) },
    server.element, ...group("Path", at("path")),
    ...group("Query", query, query.length > MAX_UNFOLDED && !query.some(isFilled)), ...(body ? [body.element] : []),
    ...(accept ? [accept.element] : []), signing.element,
    ...group("More headers", headers, true),
    make("p", { class: "callsheet-line" }, view.sendButton, view.cancelButton));
  if (data.body && !body) {
    form.append(make("p", { class: "callsheet-note" }, `Browsers send no body with ${data.method}.`));
  }
  const section = make("section", {
    class: "callsheet-console", id: newId(), "aria-labelledby": title.id, "data-search-exclude": true,
    keydown: (event) => event.key === "Escape" && view.abort?.abort(),
  }, make("div", { class: "callsheet-console-title" }, title, close),
  make("div", { class: "callsheet-console-columns" }, form,
    make("div", { class: "callsheet-console-beside" }, view.status, view.answer, program.element, view.history)));
  button.setAttribute("aria-controls", section.id);
  showHistory(view);
  return section;
}

/** The request as it stands in the fields. */
function requestOf(view) {
  const { data, server, fields, body, signing, accept } = view;
  const inPath = (name) => {
    const field = fields.find((f) => f.place === "path" && f.name === name);
    const parameter = view.parameters.get(field);
    const text = field?.get() ?? "";
    return parameter?.style ? styledPart(parameter, text) : encodeURIComponent(text);
  };
  const path = data.route.split(/\{([^{}/]+)\}/)
    .map((part, index) => index % 2 ? inPath(part) : encodeURI(part).replaceAll("%25", "%"))
    .join("");
  const pairs = (place) => fields.filter((field) => field.place === place)
    .filter((field) => field.get()).flatMap((field) => {
      const parameter = view.parameters.get(field);
      return place === "query" && parameter?.style ? styledPairs(parameter, field.get())
        : [[field.name, field.get()]];
    });
  const content = body?.content() ?? null;
  const contentType = content && !content.files ? body.type() : "";
  const headers = [...(accept ? [["Accept", accept.control.value]] : []),
    ...(contentType ? [["Content-Type", contentType]] : []), ...pairs("header")];
  const field = signing.field();
  return {
    method: data.method, base: server.get() ?? "", path, query: pairs("query"), headers, contentType,
    body: content, authorization: field, basic: basicOf(field),
  };
}

/** The request with a mask in the place of what is secret; the example's credentials are not. */
function masked(request, isOwn) {
  const hide = (pairs) => pairs.map(([name, value]) => [name, SECRET.test(name) ? MASKED : value]);
  const shown = { ...request, headers: hide(request.headers), query: hide(request.query) };
  if (!isOwn || !request.authorization) return shown;
  const [scheme] = request.authorization.split(" ");
  return {
    ...shown, basic: request.basic && [request.basic[0], MASKED], authorization: `${scheme} ${MASKED}`,
  };
}

const MAX_UNFOLDED = 6;
const MASKED = "••••••";
const NO_FILE = { name: "file", type: "application/octet-stream" };

/** For a program, a file that is still to be chosen has some name. */
function withNames(request) {
  const { body } = request;
  if (!body) return request;
  if ("file" in body) return { ...request, body: { file: body.file ?? NO_FILE } };
  return body.files ? { ...request,
    body: { ...body, files: body.files.map(([name, file]) => [name, file ?? NO_FILE]) } } : request;
}

/** The request as code, in a language that the reader chooses. */
function makeProgram(view) {
  const select = make("select", { "aria-label": "Language", change: () => refresh() },
    ...Object.keys(LANGUAGES).map((each) => option(each)));
  const shown = make("code", {});
  const said = make("span", { role: "status", class: "callsheet-said" });
  const write = (request) => request.base ? LANGUAGES[select.value](withNames(request)) : "";
  const refresh = () => {
    if (!element.open) return;
    shown.textContent = write(masked(requestOf(view), view.signing.isOwn()));
  };
  const copyButton = make("button", {
    type: "button", class: "callsheet-button",
    async click() {
      said.textContent = (await copy(write(requestOf(view)))) ? "Copied" : "Select the text to copy it";
    },
  }, "Copy");
  const element = make("details", { class: "callsheet-program", toggle: () => refresh() },
    make("summary", {}, "The request as code"),
    make("p", { class: "callsheet-line" }, select, copyButton, said),
    make("pre", { class: "highlight", tabindex: "0", dir: "ltr", "aria-label": "Program" }, shown));
  return { element, refresh };
}

/** Everything that is wrong with the fields, in their order. */
function faultsOf(view) {
  const { server, fields, body, signing } = view;
  const all = [server.check(), ...fields.map((field) => field.check()), ...(body?.check() ?? []),
    ...signing.check()];
  return all.filter(Boolean);
}

async function submit(event, view) {
  event.preventDefault();
  if (view.abort) return;
  const faults = faultsOf(view);
  if (faults.length) {
    showFaults(view, faults);
    return;
  }
  shareValues(view);
  view.abort = new AbortController();
  forgetObjectUrls();
  view.answer.replaceChildren();
  say(view, "Sending …");
  view.sendButton.setAttribute("aria-disabled", "true");
  view.cancelButton.hidden = false;
  const request = requestOf(view);
  const status = await exchange(view, request);
  view.abort = null;
  view.sendButton.removeAttribute("aria-disabled");
  if (document.activeElement === view.cancelButton) view.sendButton.focus();
  view.cancelButton.hidden = true;
  past.add(entryOf({ ...view, request, status }));
  showHistory(view);
}

/** Tells what happens; quietly where it can be seen anyway. */
function say({ status }, text, quietly = false) {
  status.textContent = text;
  status.classList.toggle("callsheet-say--quiet", quietly);
}

function showFaults(view, faults) {
  view.answer.replaceChildren();
  say(view, `Not sent: ${faults.length === 1 ? faults[0] : `${faults.length} entries need a change.`}`);
  const control = view.section.querySelector('[aria-invalid="true"]');
  const details = control?.closest("details");
  if (details) details.open = true;
  control?.focus();
}

/** Lets the samples of the page, and the consoles of others, have the values in the path. */
function shareValues({ fields }) {
  for (const { place, name, get } of fields) {
    if (place === "path" && /^[\w.~-]+$/.test(get())) values.set(`path:${name}`, get());
  }
}

/** Sends and shows what comes back; gives the status, 0 without one. */
async function exchange(view, request) {
  const { signal } = view.abort;
  let forbidden = false;
  const onViolation = (event) => {
    forbidden ||= event.effectiveDirective === "connect-src";
  };
  document.addEventListener("securitypolicyviolation", onViolation);
  try {
    const { response, content, milliseconds } = await send(request, signal);
    if (response.type === "opaqueredirect") {
      trouble(view, "The server answers with a redirect, which is not followed: credentials stay with"
        + " the server that they are for.", ["Is the address of the server right?"]);
      return 0;
    }
    showAnswer(view, response, content, milliseconds);
    return response.status;
  } catch {
    if (signal.aborted) say(view, "Cancelled. The server may have carried it out.");
    else {
      // The browser tells of what a policy forbids a moment after it has refused.
      await new Promise((resolve) => { setTimeout(resolve, 50); });
      const [what, advice] = await explain(request.base, signal, forbidden);
      trouble(view, what, advice);
    }
    return 0;
  } finally {
    document.removeEventListener("securitypolicyviolation", onViolation);
  }
}

function trouble(view, what, advice) {
  say(view, `No answer to read. ${what}`);
  view.answer.replaceChildren(make("p", { class: "callsheet-verdict callsheet-verdict--bad" }, ...advice));
}

function showAnswer(view, response, content, milliseconds) {
  const { status, statusText } = response;
  const { view: parts, found } = answerView(view.data, {
    status, reason: statusText, content, milliseconds, headers: [...response.headers],
    mediaType: response.headers.get("Content-Type") ?? "",
  });
  const verdict = found.length ? `${found.length} ${found.length === 1 ? "difference" : "differences"}`
    + " from the page" : "as documented";
  say(view, `Answer: ${status} ${statusText}, ${verdict}.`, true);
  view.answer.replaceChildren(...parts);
}

function showHistory(view) {
  const isOpen = view.history.querySelector("details")?.open;
  const list = historyView(view.uid, (entry) => repeat(view, entry), () => {
    past.clear();
    showHistory(view);
    say(view, "The history is cleared.", true);
    view.title.focus();
  });
  list.open = isOpen;
  view.history.replaceChildren(list);
}

/** Fills the fields as they were, and sends. */
function repeat(view, entry) {
  if (view.abort) return;
  const kept = new Map(entry.fields);
  for (const field of view.fields) field.set(kept.get(`${field.place}:${field.name}`) ?? "");
  view.server.set(entry.base);
  if (entry.text !== undefined) view.body?.set(entry.type, entry.text);
  view.program.refresh();
  view.section.querySelector("form").requestSubmit();
}

function hide(view) {
  view.section.hidden = true;
  view.button.setAttribute("aria-expanded", "false");
  view.button.focus();
}

/** Opens the console of a button, or closes it. */
async function toggle(button) {
  const known = consoles.get(button);
  if (known?.section.isConnected && !known.section.hidden) {
    hide(known);
    return;
  }
  const view = known ?? await firstOpened(button);
  view.section.hidden = false;
  button.setAttribute("aria-expanded", "true");
  current = view;
  view.signing.fill();
  showHistory(view);
  view.title.focus();
}

async function firstOpened(button) {
  const { callsheetUid: uid, callsheetFile: file } =
    button.closest("[data-callsheet-uid]").dataset;
  await load(`console/${file ?? fileOf(uid)}`);
  const view = await makeConsole(uid, received.get(uid), button);
  button.closest(".callsheet-route").after(view.section);
  consoles.set(button, view);
  return view;
}

/** The name of an operation's file, as the plugin makes it. */
function fileOf(uid) {
  const escaped = uid.replace(/^\.|[^A-Za-z0-9._-]|_(?=x)/gu,
    (character) => `_x${character.codePointAt(0).toString(16).toUpperCase()}_`);
  return `${escaped}.js`;
}

const received = new Map();
window.callsheetConsole = (uid, data) => received.set(uid, dataOf(data));

/** Begins, with what the site's configuration says. */
function startConsole({ servers, any }) {
  settings.servers = servers;
  settings.any = any;
  callsheet.toggleConsole = toggle;
  values.onChange(() => {
    if (!current?.section.isConnected) return;
    current.signing.fill();
    current.program.refresh();
  });
  // Instant navigation puts another page in the place of this one.
  onPage(() => {
    if (!current || current.section.isConnected) return;
    current.abort?.abort();
    forgetObjectUrls();
    current = null;
  });
}
