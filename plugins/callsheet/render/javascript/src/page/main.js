// The script of every page: progressive enhancement only.

import { startAnchors } from "./anchors.js";
import { startConsoleLoader } from "./console_loader.js";
import { startContents } from "./contents.js";
import { startPages } from "./lifecycle.js";
import { startMissing } from "./missing.js";
import { startNavigation } from "./navigation_entries.js";
import { startNavigationFilter } from "./navigation_filter.js";
import { startOperationFiles } from "./operation_files.js";
import { startOwnLinks } from "./own_links.js";
import { startPermalinks } from "./permalinks.js";
import { startPlaceholders } from "./placeholders.js";
import { startSamples } from "./samples.js";
import { startSearchBox } from "./search_box.js";
import * as shared from "./shared.js";
import { locateSite } from "./site.js";
import { startTables } from "./tables.js";
import { startTheme } from "./theme.js";

locateSite(/** @type {HTMLScriptElement} */ (document.currentScript));
window.callsheet = shared;
startNavigation();
startOperationFiles();
startSamples();
startPlaceholders();
startTables();
startOwnLinks();
startAnchors();
startContents();
startTheme();
startMissing();
startNavigationFilter();
startSearchBox();
startPermalinks();
startConsoleLoader();
startPages();
