// What the page's script, the console's script and the data that they load tell each other.

import type { ReadyFiles } from "./console/file_field.js";
import type { WrittenOperation } from "./console/operation_data.js";
import type { Settings } from "./console/servers.js";
import type { OperationRow } from "./page/operation_search.js";
import type * as shared from "./page/shared.js";

type Listeners = {
  [Name in keyof GlobalEventHandlersEventMap]?: (
    event: GlobalEventHandlersEventMap[Name],
  ) => unknown;
};

declare global {
  /** What an element is made with: attributes, of which `false` is none, and listeners of its events. */
  interface Attributes extends Listeners {
    [name: string]: string | boolean | ((event: never) => unknown) | undefined;
  }

  interface Window {
    /** What the page's script has for the console's, and what that one adds. */
    callsheet: typeof shared & {
      toggleConsole?: (button: HTMLButtonElement) => Promise<void>;
      startConsole?: (settings: Settings) => void;
    };
    /** The operations of the site, from `operations.js`. */
    callsheetOperations: OperationRow[];
    /** Takes the data of an operation, which is in a script of its own. */
    callsheetConsole: (uid: string, data: WrittenOperation) => void;
    /** Takes the files that are ready to be sent. */
    callsheetFiles: (files: ReadyFiles) => void;
    /** Material's stream of pages, where there is instant navigation. */
    document$?: { subscribe(listener: () => void): void };
  }
}
