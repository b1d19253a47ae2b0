// Runs programs beside the page, so that no program can make it stand still.
import { check, session } from "ag-module";

self.onmessage = ({ data }) => {
  if (data.type === "check") {
    self.postMessage({ id: data.id, type: "done", problems: check(data.program) });
    return;
  }
  const started = performance.now();
  const running = session({
    ...data.options,
    onResult: (shown) => self.postMessage({ id: data.id, type: "result", shown }),
  });
  const results = running.show(data.program);
  const files = results
    .filter((shown) => shown.data?.kind === "file")
    .map((shown) => ({ shown, text: running.file(shown.data.path) }))
    .filter(({ text }) => text !== null);
  self.postMessage({ id: data.id, type: "done", files, waiting: running.waiting(), definitions: running.definitions(), ms: performance.now() - started });
};
