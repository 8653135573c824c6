// Whether a button of the mouse is pressed, or a finger.

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
 * Do what may move things on the page: not while something is pressed, or the click would miss it.
 *
 * @param {() => unknown} act
 */
export function afterPress(act) {
  if (!isPressed) act();
  else addEventListener("pointerup", () => setTimeout(act), { once: true });
}
