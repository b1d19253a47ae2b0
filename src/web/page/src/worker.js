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
  const files = {};
  for (const shown of results) {
    if (shown.data?.kind === "file") {
      files[shown.data.path] = running.file(shown.data.path);
    }
  }
  self.postMessage({ id: data.id, type: "done", files, waiting: running.waiting(), definitions: running.definitions(), ms: performance.now() - started });
};
