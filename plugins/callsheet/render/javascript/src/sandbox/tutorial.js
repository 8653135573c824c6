// The programs of a page that run one after the other: which have run, and which have yet to.

import { all } from "../page/shared.js";
import { workerNumber } from "./client.js";

/** @type {Set<HTMLElement>} The panels whose programs have run, in this worker. */
const done = new Set();
let ranIn = 0;

/**
 * Return the panels whose programs are to be run for one: those before it that have not, and itself.
 *
 * @param {HTMLElement} panel
 */
export function stepsTo(panel) {
  if (!panel.dataset.step) return [panel];
  if (ranIn !== workerNumber()) done.clear();
  const steps = all(".callsheet-program[data-step]");
  const before = steps.slice(0, steps.indexOf(panel));
  const first = before.findIndex((each) => !done.has(each));
  return first < 0 ? [panel] : [...before.slice(first), panel];
}

/**
 * Note that the program of a panel begins; what comes after it has not run then.
 *
 * @param {HTMLElement} panel
 */
export function beginStep(panel) {
  const steps = all(".callsheet-program[data-step]");
  for (const each of steps.slice(steps.indexOf(panel))) done.delete(each);
}

/**
 * Note that the program of a panel has succeeded.
 *
 * @param {HTMLElement} panel
 */
export function endStep(panel) {
  done.add(panel);
  ranIn = workerNumber();
}

/** Let the next run begin with the first program. */
export function forgetSteps() {
  done.clear();
}
