// <ag-cell>: a program with its results in any page. With `fixed` it cannot be changed.
import css from "ag-style";
import { Engine } from "./engine.js";
import { element, Results } from "./results.js";

const engine = new Engine();
/** Cells of a page share the worker, and run one after another. */
let turn = Promise.resolve();

class AgCell extends HTMLElement {
  #field = null;
  #results = null;

  connectedCallback() {
    if (this.shadowRoot) {
      return;
    }
    const program = this.textContent.replace(/^\n/, "").trimEnd();
    const fixed = this.hasAttribute("fixed");
    const root = this.attachShadow({ mode: "open" });
    const style = element("style");
    style.textContent = css;
    this.#field = element("textarea", { "aria-label": "Program", spellcheck: "false", rows: program.split("\n").length, readonly: fixed });
    this.#field.value = program;
    this.#results = element("section", { "aria-label": "Results", "aria-live": "polite" });
    const button = element("button", { type: "button", onclick: () => this.run() }, "Run");
    this.#field.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        this.run();
      }
    });
    root.append(style, this.#field, fixed ? "" : button, this.#results);
    this.run();
  }

  /** Runs the program of the cell; the promise ends with it. */
  run() {
    turn = turn.then(async () => {
      const program = this.#field.value;
      const results = new Results(this.#results, program, () => this.#field.focus());
      await engine.run(program, { maxTime: 60_000, maxNodes: 20_000_000, columns: 80 }, (shown) => results.add(shown));
      this.dispatchEvent(new Event("ag-done"));
    });
    return turn;
  }
}

customElements.define("ag-cell", AgCell);
