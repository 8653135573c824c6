// What the page's script, the console's script and the data that they load tell each other.

import type { ReadyFiles } from "./console/form/file_field.js";
import type { Settings } from "./console/form/servers.js";
import type { WrittenOperation } from "./console/operation_data.js";
import type { Row } from "./navigation/main.js";
import type { Edit } from "./page/placeholders.js";
import type { SearchBox } from "./page/search_box.js";
import type * as shared from "./page/shared.js";
import type { Values } from "./page/values.js";
import type { Collection as SandboxCollection } from "./sandbox/client.js";
import type { Answer, Sent } from "./sandbox/messages.js";
import type { Program } from "./sandbox/program_view.js";
import type { Shard } from "./search/entries.js";
import type { Collection } from "./search/search_dialog.js";

/** A program, line by line as HTML, after its label, its language and the name of its file. */
export type ProgramRecord = [label: string, language: string, file: string, ...lines: string[]];

/** What the console is to know of an operation, and the programs that each of its tab sets lacks. */
export type OperationRecord = { console: WrittenOperation; programs: ProgramRecord[][] };

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
    /** What the page's script has for the others, and what these add. */
    callsheet: typeof shared & {
      runProgram?: (
        panel: HTMLElement,
        programOf: (panel: HTMLElement) => Program,
      ) => Promise<void>;
      startSandbox?: (collections: SandboxCollection[]) => void;
      askInPage?: (request: Sent) => Promise<Answer>;
      answerInPage?: (
        request: Request,
        say: (text: string) => void,
      ) => Promise<{ response: Response; milliseconds: number }>;
      toggleConsole?: (button: HTMLButtonElement) => Promise<void>;
      startConsole?: (settings: Settings) => void;
      attachSearch?: (box: SearchBox) => void;
      startSearch?: (files: number, collections?: Collection[]) => void;
      askForValues?: () => void;
      credentialEdits?: (
        text: string,
        language: string,
        given: Values,
        isRefusal: boolean,
      ) => Edit[];
      showProgram?: (set: HTMLElement, label: string, panel: HTMLElement) => Promise<void>;
      showHeaders?: (details: HTMLElement) => Promise<void>;
      addRunButtons?: () => void;
      navigation?: {
        filter(place: HTMLElement, query: string, said: HTMLElement): Promise<void>;
        showAll(link: HTMLAnchorElement, focuses: boolean): Promise<void>;
      };
    };
    /** Takes the entries of a list of the navigation, which are in a script of their own. */
    callsheetNavigation: (name: string, rows: Row[]) => void;
    /** Takes what the search finds, which is in files of their own. */
    callsheetSearch: (shard: Shard) => void;
    /** Takes what a script has of operations: different values, and trees of their places. */
    callsheetOperations: (table: unknown[], trees: { [uid: string]: unknown }) => void;
    /** Takes the files that are ready to be sent. */
    callsheetFiles: (files: ReadyFiles) => void;
    /** Material's stream of pages, where there is instant navigation. */
    document$?: { subscribe(listener: () => void): void };
  }
}
