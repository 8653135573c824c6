// Secrets: never shown, never stored.

import { values } from "../page/shared.js";

/** The same as in `http/masking.py`. An author is not a secret. */
const SECRET =
  /auth(?!or(?!iz))|token|cookie|secret|passw|pwd|(api|access|private)[_-]?key|credential|session|^(so[_-]?)?ticket$/i;

/**
 * Tell whether a name is that of a secret.
 *
 * @param {string} name
 */
export function isSecret(name) {
  return SECRET.test(name);
}

/**
 * Tell whether a text contains one of the reader's secrets.
 *
 * @param {string} text
 */
export function holdsSecret(text) {
  const { password, token, key } = values.get();
  return [password, token, key].some((secret) => secret && text.includes(secret));
}
