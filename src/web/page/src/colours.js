// The colours of a program: by what the language says its pieces are, and by words until it has answered.
import { syntaxHighlighting } from "@codemirror/language";
import { Compartment, Prec, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, ViewPlugin } from "@codemirror/view";

/** After a change the language is asked this many milliseconds later; without an answer by twice as many more, words have to do. */
const PAUSE = 100;
const CLASSES = {
  comment: "tok-comment",
  constant: "tok-number",
  function: "tok-function",
  keyword: "tok-keyword",
  number: "tok-number",
  operator: "tok-operator",
  parameter: "tok-parameter",
  part: "tok-part",
  model: "tok-model",
  data: "tok-model",
  text: "tok-string",
};
const MARKS = Object.fromEntries(Object.entries(CLASSES).map(([kind, name]) => [kind, Decoration.mark({ class: name })]));

const set = StateEffect.define();
const marked = StateField.define({
  create: () => Decoration.none,
  update(marks, change) {
    const given = change.effects.find((effect) => effect.is(set));
    return given ? given.value : marks.map(change.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

/**
 * @param pieces gives the pieces of a program, as `pieces` of the module does; null where words have to do
 * @param byWords a style for words
 */
export function colours(pieces, byWords) {
  const words = syntaxHighlighting(byWords);
  if (!pieces) {
    return words;
  }
  const fallback = new Compartment();
  const asking = ViewPlugin.fromClass(
    class {
      #timer = 0;
      #asked = 0;

      constructor(view) {
        this.#ask(view);
      }

      update({ view, docChanged }) {
        if (docChanged) {
          clearTimeout(this.#timer);
          this.#timer = setTimeout(() => this.#ask(view), PAUSE);
        }
      }

      destroy() {
        clearTimeout(this.#timer);
        this.#asked++;
      }

      async #ask(view) {
        const ask = ++this.#asked;
        const { doc } = view.state;
        const late = setTimeout(() => {
          if (ask === this.#asked) {
            view.dispatch({ effects: [set.of(Decoration.none), fallback.reconfigure(words)] });
          }
        }, 2 * PAUSE);
        const found = await pieces(doc.toString());
        clearTimeout(late);
        if (found && ask === this.#asked && doc.eq(view.state.doc)) {
          const marks = found.filter(({ kind, start, end }) => MARKS[kind] && start < end).map(({ kind, start, end }) => MARKS[kind].range(start, end));
          view.dispatch({ effects: [set.of(Decoration.set(marks, true)), fallback.reconfigure([])] });
        }
      }
    },
  );
  return [fallback.of(words), Prec.high(marked), asking];
}
