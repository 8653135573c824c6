// The service worker of a site that readers can install: what they have seen is there without a
// network, and so is the sandbox once it was used. The build puts its name before this.

const BUILD = /** @type {any} */ (self).callsheetBuild;
const NAME = "callsheet ";
const SANDBOX = "/assets/callsheet/sandbox/";
const scope = /** @type {any} */ (self);

/** The cache of this site and build; sites of one origin have one each. */
const PLACE = `${NAME}${scope.registration.scope} `;

/** @param {Request} request @param {Response} response */
async function keep(request, response) {
  if (response.status !== 200 || response.type !== "basic") return;
  const cache = await caches.open(PLACE + BUILD);
  // Where there is no room, the network is asked again.
  await cache.put(request, response).catch(() => {});
}

/** @param {Request} request */
async function answer(request) {
  const { pathname } = new URL(request.url);
  // The build decides what these are, except for the file that names it.
  const isFixed = pathname.includes(SANDBOX) && !pathname.endsWith("/manifest.json");
  const cache = await caches.open(PLACE + BUILD);
  const kept = await cache.match(request, { ignoreVary: true });
  if (isFixed && kept) return kept;
  try {
    const response = await fetch(request);
    await keep(request, response.clone());
    return response;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

scope.addEventListener("install", () => scope.skipWaiting());

scope.addEventListener("activate", (/** @type {any} */ event) => {
  const clean = async () => {
    for (const name of await caches.keys())
      if (name.startsWith(PLACE) && name !== PLACE + BUILD) await caches.delete(name);
    await scope.clients.claim();
  };
  event.waitUntil(clean());
});

scope.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  const isOurs = request.url.startsWith(scope.registration.scope);
  if (request.method === "GET" && isOurs && !request.headers.has("Range"))
    event.respondWith(answer(request));
});
