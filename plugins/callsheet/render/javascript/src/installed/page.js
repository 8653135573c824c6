// What makes the site one that readers can install, and that works without a network: it names the
// manifest (Web Application Manifest) and starts the service worker.

import { make, siteUrl } from "../page/shared.js";

/** Load what the page has loaded before there was a service worker, which keeps it. */
function loadAgain() {
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
  for (const address of new Set([location.href, ...loaded]))
    if (address.startsWith(siteUrl(""))) fetch(address).catch(() => {});
}

if ("serviceWorker" in navigator) {
  document.head.append(make("link", { rel: "manifest", href: siteUrl("manifest.webmanifest") }));
  const { serviceWorker } = navigator;
  if (!serviceWorker.controller)
    serviceWorker.addEventListener("controllerchange", loadAgain, { once: true });
  // A site on a disk, or without encryption on another machine, has none.
  serviceWorker.register(siteUrl("service-worker.js")).catch(() => {});
}
