// For what is loaded on demand.
window.callsheet = { ROOT, make, keep, icon, badge, each, load, onPage, openDialog, copy, save, values,
  authorization, schemes };

const start = () => starters.forEach((starter) => starter());
// Each part can be started again: Material tells of every page that it puts in the place of another,
// and of the first one, too, but not of a page on a disk.
if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
else start();
window.document$?.subscribe(start);
