// The way to the console, which is loaded when somebody wants it.

/** Loads the stylesheet of the console; without it, the console works all the same. */
function loadStyle() {
  return new Promise((resolve) => {
    const href = `${ROOT}assets/callsheet/console/console.css`;
    document.head.append(make("link", { rel: "stylesheet", href, load: resolve, error: resolve }));
  });
}

async function openConsole(button) {
  const { callsheet } = window;
  if (!callsheet.toggleConsole) await Promise.all([load("console/console.js"), loadStyle()]);
  await callsheet.toggleConsole(button);
}

/** Adds a button, which opens and closes the console, one click after the other. */
function makeDoor(route) {
  const said = make("span", { role: "status", class: "callsheet-said" });
  let turn = null;
  const button = make("button", {
    type: "button", class: "callsheet-button", "aria-expanded": "false",
    click() {
      turn ??= openConsole(button)
        .then(() => { said.textContent = ""; }, (error) => {
          said.textContent = "It cannot be loaded.";
          reportError(error);
        })
        .finally(() => { turn = null; });
    },
  }, "Try it");
  route.append(said, button);
}

onPage(() => each(".callsheet-route", makeDoor));
