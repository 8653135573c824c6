// Texts within string literals of programs.

/**
 * Escape a text for a string literal.
 *
 * @param {string} text
 * @param {string} mark The mark of the literal; empty outside of one.
 * @param {string} language
 */
export function inString(text, mark, language) {
  if (!mark) return text;
  if (/^(bash|sh|shell|console|curl)$/.test(language)) {
    return mark === "'" ? text.replaceAll("'", "'\\''") : text.replace(/[\\"$`]/g, "\\$&");
  }
  if (/^(powershell|pwsh)$/.test(language)) {
    // Curly quotes are quotes, too.
    if (mark === "'") return text.replace(/['\u2018-\u201b]/g, "$&$&");
    return text.replace(/["$`\u201c-\u201e]/g, "`$&");
  }
  const escaped = text.replaceAll("\\", "\\\\").replaceAll(mark, `\\${mark}`);
  if (mark !== '"') return escaped;
  if (/^(php|perl|kotlin|dart|groovy)$/.test(language)) return escaped.replaceAll("$", "\\$");
  return language === "ruby" ? escaped.replaceAll("#", "\\#") : escaped;
}
