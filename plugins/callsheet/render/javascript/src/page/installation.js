// What makes the site one that readers can install, and that works without a network.

import { make } from "./dom.js";
import { siteUrl } from "./site.js";

/** Name the manifest (Web Application Manifest) and start the service worker. */
export function startInstallation() {
  if (!("serviceWorker" in navigator)) return;
  document.head.append(make("link", { rel: "manifest", href: siteUrl("manifest.webmanifest") }));
  // A site on a disk, or without encryption on another machine, has none.
  navigator.serviceWorker.register(siteUrl("service-worker.js")).catch(() => {});
}
