// What makes the site one that readers can install, and that works without a network: it names the
// manifest (Web Application Manifest) and starts the service worker.

import { make, siteUrl } from "../page/shared.js";

if ("serviceWorker" in navigator) {
  document.head.append(make("link", { rel: "manifest", href: siteUrl("manifest.webmanifest") }));
  // A site on a disk, or without encryption on another machine, has none.
  navigator.serviceWorker.register(siteUrl("service-worker.js")).catch(() => {});
}
