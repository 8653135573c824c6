// Permanent links: `uid/#UID` goes on to the page, and so does `uid/UID/`, where the server shows
// the site's page for addresses that it has not.

const UIDS = "uid/";

function follow() {
  const list = document.querySelector("[data-callsheet-uids]");
  const uid = decodeFragment(location.hash);
  if (!list || !uid) return;
  const link = document.getElementById(uid)?.querySelector("a");
  if (link && list.contains(link)) location.replace(link.href);
  else {
    list.querySelector("[role=status]")?.remove();
    list.prepend(make("p", { role: "status" }, `No operation has the uid ${uid}.`));
  }
}

addEventListener("hashchange", follow);
onPage(() => {
  const address = location.href.split(/[?#]/)[0];
  const [, uid] = /^([^/]+)\/?$/.exec(address.slice((ROOT + UIDS).length)) ?? [];
  if (address.startsWith(ROOT + UIDS) && uid && uid !== "index.html") {
    location.replace(`${ROOT}${UIDS}index.html#${uid}`);
  } else follow();
});
