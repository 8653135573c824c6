// The script of the search, which is loaded on first use, and with it what can be found.

import { load } from "../page/shared.js";
import { SearchDialog } from "./search_dialog.js";
import { SearchIndex } from "./search_index.js";

/** @import { Collection } from "./search_dialog.js" */

const index = new SearchIndex();
/** @type {SearchDialog | null} */
let dialog = null;
let files = 0;
/** @type {Collection[]} */
let collections = [];
let loaded = 0;

/** Load the files that have not been loaded yet; they come in any order. */
function loadFiles() {
  let isMissing = false;
  const progress = () => dialog?.progress(loaded < files && !isMissing, isMissing);
  for (let number = 0; number < files; number += 1) {
    load(`search/${number}.js`).then(progress, () => {
      isMissing = true;
      progress();
    });
  }
  progress();
}

window.callsheetSearch = (shard) => {
  index.add(shard);
  loaded += 1;
};
window.callsheet.startSearch = (count, all = []) => {
  files = count;
  collections = all;
};
window.callsheet.attachSearch = (box) => {
  dialog = new SearchDialog(box, index, collections);
  loadFiles();
};
