// The verdict on an answer: as documented, rightly refused, or not what the page promises.

import { phrase } from "../../phrase.js";
import { differences, STATUS } from "./comparing.js";

/** @import { Answer, Difference } from "./comparing.js" */
/** @import { OperationData } from "../operation_data.js" */

const UNAUTHORIZED = 401;

/**
 * What is known of the reader's input.
 *
 * @typedef {object} Input
 * @property {string[]} faults What the page does not allow in it.
 * @property {boolean} isChanged Whether it is other than the example.
 * @property {boolean} isAnonymous Whether it has no credentials.
 */

/**
 * @typedef {object} Verdict
 * @property {"good" | "neutral" | "bad"} kind
 * @property {string} text
 * @property {string} said The same for the live region, in few words.
 * @property {Difference[]} found
 */

/**
 * Judge an answer.
 *
 * @param {OperationData} data
 * @param {Answer} answer
 * @param {Input} input
 * @returns {Verdict}
 */
export function verdictOf(data, answer, { faults, isChanged, isAnonymous }) {
  const found = differences(data, answer);
  const { status } = answer;
  const isRefusal = status >= 400 && status < 500;
  const isUnsigned = status === UNAUTHORIZED && isAnonymous;
  const isUndocumented = found.some(({ path }) => path === STATUS);
  if (isRefusal && (isChanged || isUnsigned) && isUndocumented) {
    let text = phrase`Refused; your input is not that of the example.`;
    if (faults.length) text = phrase`Refused, as your input is not what the page allows.`;
    else if (isUnsigned)
      text = phrase`Refused, as the request has no credentials: choose how to sign in.`;
    const rest = phrase`The page does not document ${status}.`;
    return {
      kind: "neutral",
      text: `${text} ${rest}`,
      said: phrase`refused, ${status} is not documented`,
      found: [],
    };
  }
  if (found.length) {
    const said =
      found.length === 1
        ? phrase`1 difference from the page`
        : phrase`${found.length} differences from the page`;
    return { kind: "bad", text: phrase`Not as documented:`, said, found };
  }
  const isDocumented = Boolean(data.statuses?.length || data.ranges?.length);
  if (isRefusal && isDocumented) {
    const text = phrase`Refused, as documented for ${status}.`;
    return { kind: "neutral", text, said: phrase`refused as documented`, found };
  }
  if (faults.length && status < 400) {
    const text = phrase`As documented for ${status}, although the page does not allow this input.`;
    return { kind: "neutral", text, said: phrase`as documented`, found };
  }
  const text = isDocumented
    ? phrase`As documented for ${status}.`
    : phrase`The page documents no status.`;
  return { kind: "good", text, said: phrase`as documented`, found };
}
