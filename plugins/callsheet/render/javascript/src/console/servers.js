// The servers that requests may be sent to: only those that the site's configuration allows.

import { make, values } from "../page/shared.js";
import { labelled, newId, option } from "./fields.js";

/**
 * The address of a server, and its name.
 *
 * @typedef {{ url: string, name: string }} Server
 */

/**
 * The servers in the site's configuration.
 *
 * @typedef {object} Settings
 * @property {Server[]} servers
 * @property {boolean} any Whether the reader may give another address.
 */

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
export async function allowedServers({ servers }) {
  if (servers.length) {
    return servers.flatMap(({ url, name }) => {
      const address = normalize(url);
      return address ? [{ url: address, name }] : [];
    });
  }
  const own = (await isOurs()) ? [{ url: location.origin, name: "This site" }] : [];
  const local = { url: LOCAL, name: "This machine" };
  return [...own, local].filter(
    ({ url }, index, all) => all.findIndex((e) => e.url === url) === index,
  );
}

/**
 * Make the field for the server.
 *
 * @param {Settings} settings
 * @param {Server[]} allowed
 * @param {() => void} onChange
 */
export function serverField({ any }, allowed, onChange) {
  const { base } = values.get();
  const given = base ? normalize(base) : null;
  const known = (/** @type {string | null} */ url) => allowed.some((each) => each.url === url);
  const options = allowed.map(({ url, name }) => option(url, name ? `${name} (${url})` : url));
  const list = make("datalist", { id: newId() }, ...(any ? options : []));
  const control = any
    ? make("input", { type: "url", autocomplete: "off", spellcheck: "false", list: list.id })
    : make("select", {}, ...options);
  const refused =
    given && !any && !known(given)
      ? `Of your values, ${given} is not among the addresses that this site allows.`
      : "";
  const { element, blame } = labelled("Server", control, refused);
  if (any) element.append(list);
  control.value = given && (any || known(given)) ? given : (allowed[0]?.url ?? "");
  const get = () => {
    const url = normalize(control.value);
    return url && (any || known(url)) ? url : null;
  };
  const check = () =>
    blame(get() ? "" : "Server: expected an address such as https://example.com/tenant.");
  control.addEventListener("change", () => {
    if (!check()) values.set("base", get() ?? "");
    onChange();
  });
  return {
    element,
    check,
    get,
    /** @param {string} url */
    set(url) {
      if (any || known(url)) control.value = url;
    },
  };
}
