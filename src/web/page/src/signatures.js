// While the arguments of a call are typed, how the function is called stands above them, with the argument at the cursor marked.
import { StateField } from "@codemirror/state";
import { showTooltip } from "@codemirror/view";
import words from "ag-words";
import { element } from "./results.js";

/** So far back is looked for the beginning of a call. */
const FAR = 2000;
const OWN = /(?:^|[;{\n]) *(?:fn +)?([\p{L}_][\p{L}\p{N}_]*)\(([^()]*)\) *(?:=(?!=)|\{)/gu;
const forms = new Map(words.filter(({ form }) => /\(.*\)/.test(form)).map((word) => [word.name, word]));

/** The call that the end of a text stands in: the name, and how many arguments have ended; null where it stands in none. */
export function callAt(text) {
  const plain = text.slice(-FAR).replace(/"(?:[^"\\\n]|\\.)*"|#[^\n]*/g, (quiet) => " ".repeat(quiet.length));
  let depth = 0;
  let argument = 0;
  for (let i = plain.length - 1; i >= 0; i--) {
    const c = plain[i];
    if (c === ")" || c === "]") {
      depth++;
    } else if (c === "[" || c === "(") {
      if (depth > 0) {
        depth--;
      } else if (c === "[") {
        argument = 0;
      } else {
        const name = /[\p{L}_][\p{L}\p{N}_]*$/u.exec(plain.slice(0, i))?.[0];
        return name ? { name, argument, from: text.length - plain.length + i - name.length } : null;
      }
    } else if (depth === 0 && c === ",") {
      argument++;
    } else if (depth === 0 && (c === ";" || c === "{" || c === "}")) {
      return null;
    }
  }
  return null;
}

/** How a function is called and what it does: one of the program's own, or one of the language. */
function signature(program, name) {
  const own = [...program.matchAll(OWN)].findLast((found) => found[1] === name);
  if (own) {
    return { form: `${name}(${own[2].trim()})`, summary: "" };
  }
  return forms.get(name) ?? null;
}

function content({ form, summary }, argument) {
  const open = form.indexOf("(");
  const close = form.lastIndexOf(")");
  const parameters = form.slice(open + 1, close).split(/,\s*/);
  const at = Math.min(argument, parameters.length - 1);
  const call = element("code", {}, form.slice(0, open + 1));
  parameters.forEach((parameter, i) => {
    call.append(i > 0 ? ", " : "", i === at ? element("strong", {}, parameter) : parameter);
  });
  call.append(form.slice(close));
  return element("div", { class: "signature", role: "status" }, call, summary ? element("span", {}, summary) : null);
}

function tooltip(state) {
  const { main } = state.selection;
  const call = main.empty ? callAt(state.sliceDoc(Math.max(0, main.head - FAR), main.head)) : null;
  const known = call && signature(state.doc.toString(), call.name);
  if (!known) {
    return null;
  }
  const start = Math.max(0, main.head - FAR);
  return { pos: start + call.from, above: true, create: () => ({ dom: content(known, call.argument) }) };
}

const shown = StateField.define({
  create: () => null,
  // A place that is only looked at shows nothing: the call is explained while it is typed.
  update: (before, transaction) =>
    transaction.docChanged || (before && transaction.selection) ? tooltip(transaction.state) : before,
  provide: (field) => showTooltip.from(field),
});

export const signatures = shown;
