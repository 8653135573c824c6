// Where requests may go: the addresses that the site's configuration allows, and no others.

const LOCAL = "http://127.0.0.1:8765";
const settings = { servers: [], any: false };

/** The address as it is compared and sent to; null for what is none. */
function normalize(text) {
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

/** Whether the reference server serves this page, and so the API beside it. */
async function isOurs() {
  if (location.protocol === "file:") return false;
  try {
    const answer = await fetch(location.pathname, { method: "HEAD", credentials: "omit" });
    return answer.headers.has("X-Request-Id");
  } catch {
    return false;
  }
}

/** The addresses to choose from: url and name. */
async function allowedServers() {
  if (settings.servers.length) {
    return settings.servers.map(({ url, name }) => ({ url: normalize(url), name }))
      .filter(({ url }) => url);
  }
  const own = (await isOurs()) ? [{ url: location.origin, name: "This site" }] : [];
  const local = { url: LOCAL, name: "This machine" };
  return [...own, local].filter(({ url }, index, all) => all.findIndex((e) => e.url === url) === index);
}

/** Makes the field for the server. */
function serverField(allowed, onChange) {
  const { base } = values.get();
  const given = base ? normalize(base) : null;
  const known = (url) => allowed.some((each) => each.url === url);
  const control = settings.any
    ? make("input", { type: "url", autocomplete: "off", spellcheck: "false", list: newId() })
    : make("select", {});
  const options = allowed.map(({ url, name }) => option(url, name ? `${name} (${url})` : url));
  const refused = given && !settings.any && !known(given)
    ? `Of your values, ${given} is not among the addresses that this site allows.` : "";
  const { element, blame } = labelled("Server", control, refused);
  if (settings.any) {
    const list = make("datalist", { id: control.getAttribute("list") }, ...options);
    element.append(list);
  } else control.append(...options);
  control.value = given && (settings.any || known(given)) ? given : allowed[0]?.url ?? "";
  const get = () => {
    const url = normalize(control.value);
    return url && (settings.any || known(url)) ? url : null;
  };
  const check = () => blame(get() ? "" : "Server: expected an address such as https://example.com/tenant.");
  control.addEventListener("change", () => {
    if (!check()) values.set("base", get());
    onChange();
  });
  return {
    element, control, check, get,
    set(url) {
      if (settings.any || known(url)) control.value = url;
    },
  };
}
