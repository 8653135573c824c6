// The address of the site, and of the scripts next to this one.

import { make } from "./dom.js";

let root = "";

/**
 * Remember the root of the site, on a server or on a disk.
 *
 * @param {HTMLScriptElement} script The page's script, which a browser names only while it starts.
 */
export function locateSite(script) {
  root = new URL("../../", script.src).href;
}

/**
 * Return the address of a file or page of the site.
 *
 * @param {string} path Relative to the root of the site.
 */
export function siteUrl(path) {
  return root + path;
}

/**
 * Return the address of a file that the plugin adds to the site.
 *
 * @param {string} name Relative to the folder of such files.
 */
export function assetUrl(name) {
  return siteUrl(`assets/callsheet/${name}`);
}

/**
 * Load a stylesheet from the folder of this script; what it is for works without it, too.
 *
 * @param {string} name
 */
export function loadStyle(name) {
  return new Promise((resolve) => {
    const href = assetUrl(name);
    document.head.append(make("link", { rel: "stylesheet", href, load: resolve, error: resolve }));
  });
}

/** @type {Map<string, Promise<unknown>>} */
const loading = new Map();

/**
 * Load a script from the folder of this one, once; after a failure, it can be tried again.
 *
 * @param {string} name
 */
export function load(name) {
  let loaded = loading.get(name);
  if (!loaded) {
    loaded = new Promise((resolve, reject) => {
      const failed = () => {
        loading.delete(name);
        reject(new Error(`${name} cannot be loaded`));
      };
      document.head.append(make("script", { src: assetUrl(name), load: resolve, error: failed }));
    });
    loading.set(name, loaded);
  }
  return loaded;
}
