// Runs programs beside the page, so that no program can make it stand still.
import { check, pieces, session } from "ag-module";

/** The session of the program that has run last, for entries after it; who hears of results now. */
let running = null;
let hears = 0;

/** What answers the questions of the program or the entry that runs now, in their order. */
let replies = [];
const answers = new Proxy({}, { has: () => replies.length > 0, get: () => replies.shift() });

function files(results) {
  return results
    .filter((shown) => shown.data?.kind === "file")
    .map((shown) => ({ shown, text: running.file(shown.data.path) }))
    .filter(({ text }) => text !== null);
}

self.onmessage = ({ data }) => {
  if (data.type === "check") {
    self.postMessage({ id: data.id, type: "done", problems: check(data.program) });
    return;
  }
  if (data.type === "pieces") {
    self.postMessage({ id: data.id, type: "done", pieces: pieces(data.program) });
    return;
  }
  const started = performance.now();
  hears = data.id;
  if (data.type === "run") {
    replies = Object.values(data.options.answers ?? {});
    running = session({
      ...data.options,
      answers: data.options.answers && answers,
      onResult: (shown) => self.postMessage({ id: hears, type: "result", shown }),
    });
  } else if (!running) {
    self.postMessage({ id: data.id, type: "done", stopped: true, reason: "the program was stopped: run it first" });
    return;
  }
  if (data.type === "enter") {
    replies = [...data.answers];
  }
  const written = files(running.show(data.program));
  self.postMessage({
    id: data.id,
    type: "done",
    files: written,
    waiting: running.waiting(),
    definitions: running.definitions(),
    ms: performance.now() - started,
  });
};
