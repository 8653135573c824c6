// Permanent links: `uid/#UID` goes on to the page, and so does `uid/UID/`, where the server shows
// the site's page for addresses that it does not have. So does the id of what has moved to another.

import { phrase } from "../phrase.js";
import { decodeFragment } from "./anchors.js";
import { make } from "./dom.js";
import { onPage } from "./lifecycle.js";
import { siteUrl } from "./site.js";

const UIDS = "uid/";

function follow() {
  const list = document.querySelector("[data-callsheet-uids]");
  const uid = decodeFragment(location.hash);
  const moved = document.getElementById(uid)?.closest("[data-callsheet-moved]");
  if (moved) location.replace(moved.parentElement?.querySelector("a")?.href ?? "");
  if (!list || !uid) return;
  const link = document.getElementById(uid)?.querySelector("a");
  if (link && list.contains(link)) location.replace(link.href);
  else {
    list.querySelector("[role=status]")?.remove();
    list.prepend(make("p", { role: "status" }, phrase`No operation has the uid ${uid}.`));
  }
}

/** Follow the link in the address of each page. */
export function startPermalinks() {
  addEventListener("hashchange", follow);
  onPage(() => {
    const start = siteUrl(UIDS);
    const address = location.href.split(/[?#]/)[0];
    const [, uid] = /^([^/]+)\/?$/.exec(address.slice(start.length)) ?? [];
    if (address.startsWith(start) && uid && uid !== "index.html") {
      location.replace(`${start}index.html#${uid}`);
    } else follow();
  });
}
