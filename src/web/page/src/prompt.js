// The line under the results: what is entered there runs after the program, and follows it. Arrow keys bring back what was entered.
import { closeBrackets, completionKeymap, completionStatus } from "@codemirror/autocomplete";
import { defaultKeymap, history as undoHistory, historyKeymap } from "@codemirror/commands";
import { EditorState, Prec } from "@codemirror/state";
import { EditorView, keymap, placeholder } from "@codemirror/view";
import words from "ag-words";
import { agLanguage } from "./language.js";
import { element, question, Results, withoutScore } from "./results.js";

/** How many letters of a value a table of names shows. */
const LONGEST_VALUE = 100;

const COMMANDS = {
  help: "this list; :help tanh or :help train explains",
  vars: "the names there are, and their values",
  list: "what was entered",
  save: "puts what was entered at the end of the program",
  undo: "takes the last entry back",
  reset: "takes all entries back",
  time: "runs something and says how long it took: :time grad L",
};

/** The command that a word is the beginning of, if it is only one. */
export function command(word) {
  const begun = Object.keys(COMMANDS).filter((name) => name.startsWith(word));
  return begun.includes(word) ? word : begun.length === 1 ? begun[0] : null;
}

function help(topic) {
  if (!topic) {
    return Object.entries(COMMANDS).map(([name, what]) => `:${name.padEnd(6)} ${what}`).join("\n");
  }
  const found = words.filter(({ name }) => name === topic);
  return found.map(({ form, summary }) => `${form}\n${summary}`).join("\n\n") || `there is no help on '${topic}'`;
}

/** Names with what they are and stand for, as a table. */
function names(definitions) {
  const row = (cell, ...texts) => element("tr", {}, ...texts.map((text) => element(cell, {}, text)));
  return definitions.length === 0
    ? "there are no names yet"
    : element(
        "div",
        { class: "table" },
        element("table", {}, row("th", "name", "is", "value"), ...definitions.map(({ name, role, text }) => row("td", name, role, short(name, text)))),
      );
}

/** What stands behind `name = ` in the text of a definition, in one line. */
function short(name, text) {
  const line = text.replace(/\s*\n\s*/g, " ");
  const value = line.startsWith(`${name} = `) ? line.slice(name.length + 3) : line;
  return value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value;
}

export class Prompt {
  #root;
  #run;
  #rerun;
  #again;
  #keep;
  #view;
  #entries = [];
  #typed = [];
  #at = 0;
  #draft = "";

  /**
   * @param root where what was entered is shown
   * @param run runs an entry after the program and the entries before it, and gives what `Engine.enter` gives
   * @param rerun runs an entry at once, as part of a run of the program
   * @param again runs the program, and with it what is still entered
   * @param keep puts text at the end of the program
   */
  constructor(root, field, { run, rerun, again, keep }) {
    this.#again = again;
    this.#root = root;
    this.#run = run;
    this.#rerun = rerun;
    this.#keep = keep;
    this.#view = new EditorView({
      parent: field,
      state: EditorState.create({
        extensions: [
          undoHistory(),
          closeBrackets(),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ "aria-label": "Enter a line; it runs after the program" }),
          placeholder("try a line, such as 2^10 or :help"),
          EditorState.transactionFilter.of((change) => (change.newDoc.lines > 1 ? [] : change)),
          Prec.high(
            keymap.of([
              { key: "Enter", run: () => this.#enter() },
              { key: "ArrowUp", run: ({ state }) => this.#recall(state, -1) },
              { key: "ArrowDown", run: ({ state }) => this.#recall(state, 1) },
            ]),
          ),
          keymap.of([...completionKeymap, ...historyKeymap, ...defaultKeymap]),
          // Enter runs the line as it stands, unless one has gone down into the list.
          agLanguage({}, { selectOnOpen: false }),
        ],
      }),
    });
  }

  #set(text) {
    const { length } = this.#view.state.doc;
    this.#view.dispatch({ changes: { from: 0, to: length, insert: text }, selection: { anchor: text.length } });
  }

  #recall(state, step) {
    const to = this.#at + step;
    if (completionStatus(state) === "active" || to < 0 || to > this.#typed.length) {
      return false;
    }
    if (this.#at === this.#typed.length) {
      this.#draft = state.doc.toString();
    }
    this.#at = to;
    this.#set(this.#typed[to] ?? this.#draft);
    return true;
  }

  #enter() {
    // What was chosen from a list is accepted by the list's own key.
    if (completionStatus(this.#view.state) === "active" && this.#view.dom.querySelector("[aria-selected=true]")) {
      return false;
    }
    const text = this.#view.state.doc.toString().trim();
    if (text) {
      this.#typed = [...this.#typed.filter((typed) => typed !== text), text];
      this.#at = this.#typed.length;
      this.#set("");
      this.enter(text);
    }
    return true;
  }

  /** Does what an entry says. */
  async enter(text) {
    const [, word, rest] = /^:\s*(\w*)\s*([\s\S]*)$/.exec(text) ?? [];
    if (word === undefined) {
      await this.#show({ text, box: this.#box(text), answers: [] }, this.#once);
      return;
    }
    const name = command(word);
    const of = { help: () => help(rest), list: () => this.#texts().join("\n") || "nothing was entered" };
    if (name === "save") {
      this.#keep(this.#texts().join("\n"));
      this.#reset();
    } else if (name === "undo") {
      this.#entries.pop()?.box.remove();
      this.#clear(".told");
      await this.#again();
    } else if (name === "reset") {
      this.#reset();
      await this.#again();
    } else if (name === "vars") {
      this.#tell(text, names((await this.#run("")).definitions ?? []));
    } else if (name === "time") {
      const entry = { text: rest, box: this.#box(text), answers: [] };
      const done = await this.#show(entry, this.#once);
      entry.box.append(element("pre", { class: "note" }, `${(done.ms ?? 0).toFixed(1)} ms`));
    } else {
      this.#tell(text, of[name]?.() ?? `there is no command :${word}; :help lists them`);
    }
  }

  #texts() {
    return this.#entries.map(({ text }) => text);
  }

  #clear(what) {
    this.#root.querySelectorAll(what).forEach((box) => box.remove());
  }

  #reset() {
    this.#entries = [];
    this.#root.replaceChildren();
  }

  #box(text) {
    const box = element("article", { class: "entry" }, element("code", { class: "asked" }, text), element("div"));
    this.#root.append(box);
    box.scrollIntoView({ block: "nearest" });
    return box;
  }

  #tell(text, told) {
    const box = this.#box(text);
    box.classList.add("told");
    box.lastElementChild.append(typeof told === "string" ? element("pre", {}, told) : told);
    box.scrollIntoView({ block: "nearest" });
  }

  /** Runs an entry that is new. One that waits for the program is none of those that follow it: it would run twice. */
  #once = (entry, onResult) => this.#run(entry.text, onResult, entry.answers, () => this.#entries.push(entry));

  async #show(entry, run) {
    const { text, box } = entry;
    const results = new Results(box.lastElementChild, text, () => this.#view.focus());
    const late = [];
    const done = await run(entry, (one) => {
      late.push(one);
      // A score may be none yet.
      if (one.data?.kind !== "score") {
        late.splice(0).forEach((shown) => results.add(shown));
      }
    });
    (done.waiting ? withoutScore(late) : late).forEach((shown) => results.add(shown));
    if (done.stopped) {
      results.append(element("p", { class: "mistake" }, done.reason || "stopped"));
    } else if (done.waiting) {
      if (this.#root.classList.contains("stale")) {
        results.append(element("p", { class: "hint" }, "the program runs again for each answer"));
      }
      // Everything runs again with the answer, so that what stands before and after the question goes once.
      results.append(
        question(done.waiting, (answer) => {
          entry.answers.push(answer);
          return this.#again();
        }),
      );
    }
    done.files?.forEach(({ shown, text: written }) => results.file(shown, written));
    box.querySelectorAll(".line").forEach((line) => line.remove());
    box.scrollIntoView({ block: "nearest" });
    return done;
  }

  /** Whether an entry has been answered: it goes on after another run of the program, however long that takes. */
  isAnswered() {
    return this.#entries.some(({ answers }) => answers.length > 0);
  }

  /** Runs all entries again, after a program that has changed. */
  async follow() {
    this.#root.classList.remove("stale");
    for (const entry of this.#entries) {
      await this.#show(entry, ({ text, answers }, onResult) => this.#rerun(text, onResult, answers));
    }
  }

  /** Shows that the entries do not follow a program that takes long. */
  rest() {
    this.#root.classList.add("stale");
  }
}
