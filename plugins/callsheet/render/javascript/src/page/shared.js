// The parts of the page's script that the other scripts use. In their bundles, this module is
// `window.callsheet`, so that both have the same values and the page's code is loaded once.

export { copy, save } from "./clipboard.js";
export { openDialog } from "./dialog.js";
export { all, badge, breakable, icon, make, statusNote } from "./dom.js";
export { each, onPage } from "./lifecycle.js";
export { inString } from "./literals.js";
export { operationRecord, sharedRecord } from "./operation_files.js";
export {
  codeText,
  inOrder,
  languageOf,
  loadCredentials,
  MASK,
  placeholders,
} from "./placeholders.js";
export { assetUrl, load, loadStyle, siteUrl } from "./site.js";
export { storedText } from "./storage.js";
export { addRoles } from "./tables.js";
export { API_KEY, credentials, IN_PAGE, schemes, VALID, values } from "./values.js";
