// Copying to the clipboard, and saving as files.

import { make } from "./dom.js";

/**
 * Copy a text; return whether that worked.
 *
 * @param {string} text
 */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Without a secure context, only the deprecated API is available.
    const area = make("textarea", { readonly: true, class: "callsheet-offscreen" });
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}

/**
 * Save a text as a file.
 *
 * @param {string} text
 * @param {string} filename
 */
export function save(text, filename) {
  const href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  make("a", { href, download: filename }).click();
  setTimeout(() => URL.revokeObjectURL(href), 1000);
}
