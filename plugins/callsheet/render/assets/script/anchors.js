// Links into the page show what is folded or filtered out, and print shows everything.

/** Shows the element that the address names. */
function reveal() {
  const target = document.getElementById(decodeFragment(location.hash));
  if (!target?.closest(".callsheet")) return;
  let changed = false;
  for (let up = target; up; up = up.parentElement) {
    if (up.tagName === "DETAILS" && !up.open) changed = up.open = true;
  }
  if (target.hidden) {
    target.closest("table")?.dispatchEvent(new Event("callsheet:reveal"));
    changed = true;
  }
  if (changed) target.scrollIntoView();
}

function decodeFragment(hash) {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
}

const unfolded = new Set();

addEventListener("hashchange", reveal);
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll(".callsheet details:not([open])")) {
    details.open = true;
    unfolded.add(details);
  }
});
addEventListener("afterprint", () => {
  for (const details of unfolded) details.open = false;
  unfolded.clear();
});
onPage(reveal);
