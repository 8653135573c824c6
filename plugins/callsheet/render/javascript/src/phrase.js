// Words of ours in the language of the site.

/**
 * Mark a text as one that a site has in its own language: in the bundles the mark stays, and the
 * build of a site puts the text of its language there (`render/languages`).
 *
 * @param {TemplateStringsArray} texts
 * @param {...unknown} values
 */
export function phrase(texts, ...values) {
  return String.raw(texts, ...values);
}
