// Whether a mouse button or a finger is down.

let isPressed = false;

/** Follow what is pressed on the page. */
export function watchPresses() {
  addEventListener("pointerdown", () => setPressed(true), true);
  addEventListener("pointerup", () => setPressed(false), true);
  addEventListener("pointercancel", () => setPressed(false), true);
}

/** @param {boolean} now */
function setPressed(now) {
  isPressed = now;
}

/**
 * Run a function that may move things on the page, but not while a pointer is down: the click would
 * miss its target.
 *
 * @param {() => unknown} act
 */
export function afterPress(act) {
  if (!isPressed) act();
  else addEventListener("pointerup", () => setTimeout(act), { once: true });
}
