// The servers that requests may be sent to: only those that the site's configuration allows.

import { IN_PAGE, make, storedText, values } from "../../page/shared.js";
import { phrase } from "../../phrase.js";
import { afterPress } from "../pressing.js";
import { labelled, newId, option } from "./fields.js";

/**
 * The address of a server, and its name.
 *
 * @typedef {{ url: string, name: string, isReference?: boolean }} Server
 */

/**
 * The servers in the site's configuration.
 *
 * @typedef {object} Settings
 * @property {Server[]} servers
 * @property {boolean} [sandbox] Whether the page has a server of its own.
 * @property {string} [base] The path before the routes on a reference server; empty for none.
 * @property {boolean} any Whether the reader may give another address.
 */

const workspaces = storedText("localStorage", "callsheet.workspace");
const LOCAL = "http://127.0.0.1:8765";

/**
 * Normalise an address; null if it is invalid.
 *
 * @param {string} text
 */
export function normalize(text) {
  let url;
  try {
    url = new URL(text, location.protocol === "file:" ? undefined : location.origin);
  } catch {
    return null;
  }
  const { protocol, username, password, search, hash } = url;
  if (!/^https?:$/.test(protocol) || username || password || search || hash) return null;
  return url.href.replace(/\/+$/, "");
}

/**
 * Tell whether an address stands for the server in the page.
 *
 * @param {string} base
 */
export function isInPage(base) {
  return base === IN_PAGE;
}

/** Tell whether the reference server serves this page, and therefore the API as well. */
async function isOurs() {
  if (location.protocol === "file:") return false;
  try {
    const answer = await fetch(location.pathname, { method: "HEAD", credentials: "omit" });
    return answer.headers.has("X-Request-Id");
  } catch {
    return false;
  }
}

/**
 * Return the addresses to choose from.
 *
 * @param {Settings} settings
 * @returns {Promise<Server[]>}
 */
export async function allowedServers({ servers, sandbox, base = "" }) {
  // Browsers start no workers for pages from a disk.
  const isThere = sandbox && location.protocol !== "file:";
  const inPage = isThere ? [{ url: IN_PAGE, name: phrase`In this page` }] : [];
  const named = servers.flatMap(({ url, name }) => {
    const address = normalize(url);
    return address ? [{ url: address, name }] : [];
  });
  const isNamed = named.some(({ url }) => url === location.origin);
  const isReference = (isNamed || !servers.length) && (await isOurs());
  if (servers.length) {
    const all = named.map((each) => ({
      ...each,
      isReference: isReference && each.url === location.origin,
    }));
    return [...all, ...inPage];
  }
  const site = location.origin + base;
  const own = isReference ? [{ url: site, name: phrase`This site`, isReference }] : [];
  const local = { url: LOCAL + base, name: phrase`This machine`, isReference: true };
  return [...inPage, ...own, local].filter(
    ({ url }, index, all) => all.findIndex((e) => e.url === url) === index,
  );
}

/** Return the name of the reader's own workspace, which is made up once. */
function ownWorkspace() {
  const known = workspaces.get();
  if (known !== null) return known;
  const made = `reader-${[...crypto.getRandomValues(new Uint32Array(3))].map((n) => n.toString(36)).join("")}`;
  workspaces.set(made);
  return made;
}

/**
 * Make the fields for the server, and for the reader's workspace on a reference server.
 *
 * @param {Settings} settings
 * @param {Server[]} allowed
 * @param {() => void} onChange
 */
export function serverField({ any }, allowed, onChange) {
  const { base } = values.get();
  const given = base ? normalize(base) : null;
  const known = (/** @type {string | null} */ url) => allowed.some((each) => each.url === url);
  const options = allowed.map(({ url, name }) =>
    option(url, isInPage(url) ? name : name ? `${name} (${url})` : url),
  );
  const list = make("datalist", { id: newId() }, ...(any ? options : []));
  const control = any
    ? make("input", { type: "url", autocomplete: "off", spellcheck: "false", list: list.id })
    : make("select", {}, ...options);
  const refused =
    given && !any && !known(given)
      ? phrase`Of your values, ${given} is not among the addresses that this site allows.`
      : "";
  const { element, blame } = labelled(phrase`Server`, control, refused);
  if (any) element.append(list);
  const space = make("input", { autocomplete: "off", spellcheck: "false" });
  const spaceField = labelled(
    phrase`Workspace`,
    space,
    phrase`Your changes stay apart from those of other readers. Empty for the one that all share.`,
  );
  control.value = given && (any || known(given)) ? given : (allowed[0]?.url ?? "");
  const get = () => {
    const url = normalize(control.value);
    return url && (any || known(url)) ? url : null;
  };
  const hasWorkspace = () => allowed.some(({ url, isReference }) => isReference && url === get());
  const showSpace = () => {
    spaceField.element.hidden = !hasWorkspace();
    if (hasWorkspace() && !space.value) space.value = ownWorkspace();
  };
  space.addEventListener("input", () => {
    spaceField.blame(
      /^[\x20-\x7e]*$/.test(space.value) ? "" : phrase`Workspace: expected ASCII characters.`,
    );
    workspaces.set(space.value.trim());
    onChange();
  });
  showSpace();
  const check = () =>
    blame(get() ? "" : phrase`Server: expected an address such as https://example.com/tenant.`);
  control.addEventListener("change", () => {
    if (!check()) values.set("base", get() ?? "");
    // A field that comes or goes moves the button that a click is on.
    afterPress(showSpace);
    onChange();
  });
  return {
    elements: [element, spaceField.element],
    check,
    get,
    workspace: () =>
      hasWorkspace() && /^[\x20-\x7e]*$/.test(space.value) ? space.value.trim() : "",
    /**
     * @param {string} url
     * @param {string} name That of a workspace.
     */
    set(url, name) {
      if (any || known(url)) control.value = url;
      showSpace();
      if (!hasWorkspace() || space.value === name) return;
      space.value = name;
      workspaces.set(name);
    },
  };
}
