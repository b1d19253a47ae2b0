// The worker with the language in it, and how it is asked and stopped.
import script from "ag-worker";

const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));

export class Engine {
  #worker = null;
  #waiting = new Map();
  #last = 0;

  #start() {
    if (!this.#worker) {
      this.#worker = new Worker(url);
      this.#worker.onmessage = ({ data }) => {
        const asked = this.#waiting.get(data.id);
        if (data.type === "result") {
          asked?.onResult(data.shown);
        } else if (asked) {
          this.#waiting.delete(data.id);
          asked.resolve(data);
        }
      };
      this.#worker.onerror = (event) => {
        event.preventDefault();
        this.stop(event.message);
      };
    }
    return this.#worker;
  }

  /** Loads the language before it is needed. */
  warm() {
    return this.check("");
  }

  #ask(message, onResult) {
    const id = ++this.#last;
    return new Promise((resolve) => {
      this.#waiting.set(id, { resolve, onResult });
      this.#start().postMessage({ ...message, id });
    });
  }

  /** The mistakes of a program, after whatever runs now; asked again where that was stopped before. */
  async check(program) {
    let done;
    do {
      done = await this.#ask({ type: "check", program });
    } while (done.stopped && !done.reason);
    return done.problems ?? [];
  }

  /** The pieces of a program with what each is; null where that was stopped. */
  async pieces(program) {
    return (await this.#ask({ type: "pieces", program })).pieces ?? null;
  }

  /** Runs a program; `onResult` is called as results come. The answer has `stopped` where it was stopped. */
  run(program, options, onResult) {
    return this.#ask({ type: "run", program, options }, onResult);
  }

  /** Runs an entry in the session of the program that has run last; `answers` are texts, for what it asks. */
  enter(program, onResult, answers = []) {
    return this.#ask({ type: "enter", program, answers }, onResult);
  }

  /** Ends whatever runs. */
  stop(reason = "") {
    this.#worker?.terminate();
    this.#worker = null;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    waiting.forEach(({ resolve }) => resolve({ stopped: true, reason, problems: [] }));
  }
}
