// The language's completion and mistakes in the editor, and its colours by words alone. The words come out of the program's help.
import { autocompletion, completeFromList } from "@codemirror/autocomplete";
import { HighlightStyle, StreamLanguage } from "@codemirror/language";
import { linter } from "@codemirror/lint";
import { tags } from "@lezer/highlight";
import words from "ag-words";
import { colours } from "./colours.js";
import { signatures } from "./signatures.js";

const KINDS = { statement: "keyword", function: "function", constant: "constant", optimizer: "class" };
const statements = new Set(words.filter((word) => word.kind === "statement").map((word) => word.name));
const functions = new Set(words.filter((word) => word.kind === "function").map((word) => word.name));
const constants = new Set([...words.filter((word) => word.kind === "constant").map((word) => word.name), "true", "false"]);
const JOINING = new Set("and or not then else in if wrt at on to with from over by as order within".split(" "));
const NAME = /^[\p{L}_][\p{L}\p{M}\p{N}_₀-₉]*/u;

/** Reads a token; at the beginning of a statement a word may be a command. */
function token(stream, state) {
  if (stream.eatSpace()) {
    return null;
  }
  const first = state.first;
  state.first = false;
  if (stream.match("#")) {
    stream.skipToEnd();
    return "comment";
  }
  if (stream.match(/^"(?:[^"\\]|\\.)*"?/)) {
    return "string";
  }
  if (stream.match(/^\d+(?:\.\d+)?(?:e[+-]?\d+)?/i) || stream.match(/^\.\d+/)) {
    return "number";
  }
  const name = stream.match(NAME);
  if (name) {
    const word = name[0];
    if ((first && statements.has(word)) || JOINING.has(word)) {
      return "keyword";
    }
    return constants.has(word) ? "atom" : functions.has(word) ? "function" : "variable";
  }
  if (stream.match(/^[;{}]/)) {
    state.first = true;
    return "punctuation";
  }
  stream.next();
  return "operator";
}

const language = StreamLanguage.define({
  name: "ag",
  startState: () => ({ first: true }),
  token(stream, state) {
    if (stream.sol()) {
      state.first = true;
    }
    return token(stream, state);
  },
  tokenTable: { function: tags.function(tags.variableName), variable: tags.variableName },
  languageData: { commentTokens: { line: "#" }, closeBrackets: { brackets: ["(", "[", "{", '"'] } },
});

const byWords = HighlightStyle.define([
  { tag: tags.comment, class: "tok-comment" },
  { tag: tags.string, class: "tok-string" },
  { tag: tags.number, class: "tok-number" },
  { tag: tags.keyword, class: "tok-keyword" },
  { tag: tags.atom, class: "tok-number" },
  { tag: tags.function(tags.variableName), class: "tok-function" },
  { tag: tags.operator, class: "tok-operator" },
]);

const options = words.map((word) => ({
  label: word.name,
  type: KINDS[word.kind] ?? "text",
  detail: word.form === word.name ? undefined : word.form,
  info: word.summary,
}));

/** The names that the program gives, beside the language's. */
function ownNames(context) {
  const typed = context.matchBefore(/[\p{L}_][\p{L}\p{N}_]*/u);
  if (!typed && !context.explicit) {
    return null;
  }
  const names = new Set(context.state.doc.toString().match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? []);
  names.delete(typed?.text);
  words.forEach((word) => names.delete(word.name));
  return {
    from: typed ? typed.from : context.pos,
    options: [...names].filter((name) => name.length > 1).map((label) => ({ label, type: "variable" })),
    validFor: /^[\p{L}_][\p{L}\p{N}_]*$/u,
  };
}

/**
 * @param pieces gives the pieces of a program, as `pieces` of the module does; null where words have to do
 * @param check gives the mistakes of a program, as `check` of the module does; null where none are marked
 * @param completion settings of the list of completions
 */
export function agLanguage({ pieces = null, check = null }, completion = {}) {
  return [
    language,
    colours(pieces, byWords),
    autocompletion({ override: [completeFromList(options), ownNames], ...completion }),
    signatures,
    check === null ? [] : linter(async (view) => {
      const length = view.state.doc.length;
      return (await check(view.state.doc.toString())).map((problem) => ({
        from: Math.min(problem.start, length),
        to: Math.min(Math.max(problem.end, problem.start + 1), length),
        severity: "error",
        message: problem.message + (problem.hint ? "\n" + problem.hint : ""),
      }));
    }, { delay: 400 }),
  ];
}
