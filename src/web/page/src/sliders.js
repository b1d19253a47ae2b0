// A slider for each number that a `let` gives: it writes into the program, which is all there is to know.
import { element } from "./results.js";

const NUMBER = "([-−]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?)";

/** The place of the number that a statement gives to a name; null where it is no number that stands there. */
export function literal(program, { start, end, name }) {
  const line = program.indexOf("\n", start);
  const statement = program.slice(start, Math.max(end, line < 0 ? program.length : line));
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const found = new RegExp(`(^|[\\s,])${escaped}\\s*=\\s*${NUMBER}(?=\\s*(?:,|;|#|\\n|$))`, "u").exec(statement);
  return found && { from: start + found.index + found[0].length - found[2].length, to: start + found.index + found[0].length };
}

/** A number with as many digits as the step of its slider has. */
function written(value, step) {
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return String(Number(value.toFixed(Math.min(digits, 12))));
}

export class Sliders {
  #root;
  #change;
  #rows = new Map();

  /** @param change puts a text in the place of a literal: `change(name, text)` */
  constructor(root, change) {
    this.#root = root;
    this.#change = change;
  }

  /** Shows the inputs of the run that has ended; those that were there stay where they are. */
  show(inputs) {
    const names = new Set(inputs.map((input) => input.name));
    for (const [name, row] of this.#rows) {
      if (!names.has(name)) {
        row.root.remove();
        this.#rows.delete(name);
      }
    }
    inputs.forEach((input) => this.#row(input));
    this.#root.hidden = inputs.length === 0;
  }

  #row({ name, value }) {
    let row = this.#rows.get(name);
    const outside = row && (value < Number(row.slider.min) || value > Number(row.slider.max));
    if (!row) {
      const slider = element("input", { type: "range", "aria-label": name });
      const shown = element("output", {});
      row = { slider, shown, root: element("label", { class: "slider" }, element("span", {}, name), slider, shown) };
      slider.addEventListener("input", () => {
        shown.textContent = written(slider.valueAsNumber, Number(slider.step));
        slider.setAttribute("aria-valuetext", shown.textContent);
        this.#change(name, shown.textContent);
      });
      this.#rows.set(name, row);
      this.#root.append(row.root);
    }
    if (!row.slider.max || row.slider.dataset.ready !== "yes" || outside) {
      const reach = 10 ** Math.ceil(Math.log10(Math.max(Math.abs(value), 0.5) * 2));
      row.slider.min = String(-reach);
      row.slider.max = String(reach);
      row.slider.step = String(reach / 1000);
      row.slider.dataset.ready = "yes";
    }
    if (document.activeElement !== row.slider || !row.slider.matches(":active")) {
      row.slider.value = String(value);
    }
    row.shown.textContent = String(value);
    row.slider.setAttribute("aria-valuetext", String(value));
  }
}
