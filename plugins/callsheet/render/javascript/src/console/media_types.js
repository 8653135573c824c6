// Media types (RFC 6838), and the text of bytes that have one.

export const FORM = "application/x-www-form-urlencoded";
export const MULTIPART = "multipart/form-data";

/**
 * Return a media type without its parameters.
 *
 * @param {string} mediaType
 */
export function essence(mediaType) {
  return mediaType.split(";")[0].trim().toLowerCase();
}

/** @param {string} mediaType */
export function isJson(mediaType) {
  return /[/+]json$/.test(essence(mediaType));
}

/** @param {string} mediaType */
export function isXml(mediaType) {
  return /[/+]xml$/.test(essence(mediaType));
}

/**
 * Return the text of bytes, by the charset of their media type.
 *
 * @param {Uint8Array} content
 * @param {string} mediaType
 */
export function decoded(content, mediaType) {
  const [, charset = "utf-8"] = /charset="?([\w-]+)/i.exec(mediaType) ?? [];
  try {
    return new TextDecoder(charset).decode(content);
  } catch {
    return new TextDecoder().decode(content);
  }
}
