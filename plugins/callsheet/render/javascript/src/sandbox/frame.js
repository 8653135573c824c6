// The frame in which a JavaScript program runs: of no origin, so that it has nothing of the page.
// The program is in a worker, which an endless loop does not keep from being ended with the frame.

import { phrase } from "../phrase.js";

addEventListener("message", ({ source, data }) => {
  if (source !== parent || typeof data?.code !== "string") return;
  const address = URL.createObjectURL(new Blob([data.code], { type: "text/javascript" }));
  /** @param {unknown} message */
  const tell = (message) => parent.postMessage(message, "*");
  let worker;
  try {
    worker = new Worker(address);
  } catch (error) {
    tell({ type: "broken", text: String(error) });
    return;
  }
  worker.addEventListener("message", (event) => tell(event.data));
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    const text =
      event.message ||
      phrase`The policy of this site lets no program run that is not a file of it (worker-src blob:).`;
    tell({ type: event.message ? "thrown" : "broken", text });
  });
  // What comes later are answers to what the program asked for.
  addEventListener("message", (event) => {
    if (event.source === parent) worker.postMessage(event.data);
  });
});
parent.postMessage({ type: "loaded" }, "*");
