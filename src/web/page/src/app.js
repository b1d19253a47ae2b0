// The playground: a program on one side, what it gives on the other.
import { closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history as undoHistory, historyKeymap } from "@codemirror/commands";
import { bracketMatching } from "@codemirror/language";
import { lintKeymap } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import programs from "ag-programs";
import { Engine } from "./engine.js";
import { agLanguage } from "./language.js";
import { Prompt } from "./prompt.js";
import { download, element, question, Results, withoutScore } from "./results.js";
import { packed, settings, unpacked } from "./share.js";
import { literal, Sliders } from "./sliders.js";

const LIMITS = { maxTime: 60_000, maxNodes: 20_000_000 };
/** A program that took longer than this runs when it is asked to, not while it is typed. */
const PATIENCE = 3000;
const FIRST = `# Move the sliders, or change the text.
let a = 2, b = 3
L = (a*b + 4)*(a + 5)
grad L
f(x) = x^3 - a x
derive f
plot f, f' for x in -3..3
`;

const engine = new Engine();
const files = {};
let answers = [];
let inputs = [];
let lastTook = 0;
let warm = false;
let running = false;
/** Ends when nothing runs any more, unless something new has begun by then. */
let current = Promise.resolve();
let again = false;
let timer = 0;

const byId = (id) => document.getElementById(id);

function layout() {
  document.body.append(
    element(
      "header",
      {},
      element("h1", {}, "ag"),
      element("button", { id: "run", type: "button", title: "Ctrl+Enter" }, "Run"),
      element("button", { id: "stop", type: "button", disabled: true }, "Stop"),
      element("select", { id: "examples", "aria-label": "Examples and lessons" }),
      element("button", { id: "share", type: "button" }, "Copy link"),
      element(
        "details",
        { id: "files" },
        element("summary", {}, "File"),
        element(
          "div",
          { class: "menu" },
          element("button", { id: "open", type: "button" }, "Open…"),
          element("button", { id: "save", type: "button" }, "Save as .ag"),
          element("button", { id: "page", type: "button" }, "Save as a page (.html)"),
          element("input", { id: "pick", type: "file", accept: ".ag,.csv,.txt", hidden: true, "aria-label": "File to open" }),
        ),
      ),
      element("span", { id: "status", role: "status" }, "loading…"),
    ),
    element(
      "main",
      {},
      element("section", { id: "program", "aria-label": "Program" }, element("div", { id: "editor" }), element("div", { id: "sliders", "aria-label": "Inputs", role: "group", hidden: true })),
      element(
        "section",
        { id: "answers" },
        element(
          "div",
          { id: "log", tabindex: "0", role: "group", "aria-label": "Results and entries" },
          element("section", { id: "results", "aria-label": "Results" }),
          element("section", { id: "entries", "aria-label": "Entries", "aria-live": "polite" }),
        ),
        element("div", { id: "prompt" }, element("span", { "aria-hidden": "true" }, "›")),
      ),
    ),
  );
}

const view = () => EditorView.findFromDOM(byId("editor").firstElementChild);
const program = () => view().state.doc.toString();

function status(text) {
  byId("status").textContent = text;
}

function setProgram(text) {
  view().dispatch({ changes: { from: 0, to: view().state.doc.length, insert: text } });
}

function edited(update) {
  if (!update.docChanged) {
    return;
  }
  answers = [];
  clearTimeout(timer);
  if (lastTook <= PATIENCE) {
    timer = setTimeout(run, 250);
  } else {
    status("changed; Ctrl+Enter runs it");
  }
}

/** Runs the program, and once more where it is asked to while something runs. */
function run() {
  clearTimeout(timer);
  if (running) {
    again = true;
  } else {
    current = runUntilItStands();
  }
  return current;
}

async function runUntilItStands() {
  running = true;
  byId("stop").disabled = false;
  document.body.setAttribute("aria-busy", "true");
  do {
    again = false;
    status("running…");
    status(await runOnce());
  } while (again);
  running = false;
  byId("stop").disabled = true;
  document.body.removeAttribute("aria-busy");
}

/** Gives what is told of the run at its end. */
async function runOnce() {
  const text = program();
  const shown = [];
  // What was there stays until there is something new: no flicker while a slider moves.
  const holder = byId("results");
  let results = null;
  const show = () => {
    if (!results) {
      results = new Results(holder, text, (place) => {
        view().dispatch({ selection: { anchor: place }, scrollIntoView: true });
        view().focus();
      });
    }
    shown.splice(0).forEach((one) => results.add(one));
  };
  const options = { ...LIMITS, files, answers: { ...answers }, columns: Math.max(40, Math.floor(holder.clientWidth / 8.5)) };
  const seed = settings().get("seed");
  if (seed !== null) {
    options.seed = Number(seed);
  }
  const late = setTimeout(show, 300);
  const done = await engine.run(text, options, (one) => {
    shown.push(one);
    if (results) {
      show();
    }
  });
  clearTimeout(late);
  if (done.waiting) {
    shown.splice(0, shown.length, ...withoutScore(shown));
  }
  show();
  if (done.stopped) {
    results.append(element("p", { class: "mistake", role: "alert" }, done.reason || "stopped"));
    engine.warm();
  } else {
    // Places and values of a text that has changed since are late: a run of the new text brings its own.
    if (program() === text) {
      inputs = done.definitions.filter((one) => one.role === "input" && one.value !== undefined && literal(text, one));
      sliders.show(inputs);
    }
    // The first time everything is slow: the browser has compiled nothing yet.
    lastTook = warm ? done.ms : 0;
    warm = true;
    done.files.forEach(({ shown: one, text: written }) => results.file(one, written));
    if (done.waiting) {
      results.append(
        question(done.waiting, (answer) => {
          answers.push(answer);
          return run();
        }),
      );
    }
  }
  if (!done.stopped && (lastTook <= PATIENCE || prompt.isAnswered())) {
    await prompt.follow();
  } else {
    prompt.rest();
  }
  return done.stopped ? "stopped" : `done in ${done.ms < 10 ? done.ms.toFixed(1) : Math.round(done.ms)} ms`;
}

/** There as soon as the page is laid out. */
let sliders = null;
let prompt = null;

/** An entry waits for the program and for entries before it, and is stopped as they are; `onStart` is called before it runs. */
async function enter(text, onResult, answers, onStart) {
  while (running) {
    await current;
  }
  onStart?.();
  running = true;
  byId("stop").disabled = false;
  current = engine.enter(text, onResult, answers);
  const done = await current;
  running = false;
  byId("stop").disabled = true;
  if (again) {
    run();
  }
  return done;
}

/** Puts lines at the end of the program. */
function keep(text) {
  const { doc } = view().state;
  const gap = doc.length === 0 || doc.sliceString(doc.length - 1) === "\n" ? "" : "\n";
  view().dispatch({ changes: { from: doc.length, insert: `${gap}${text}\n` } });
}

function slide(name, text) {
  const input = inputs.find((one) => one.name === name);
  const place = input && literal(program(), input);
  if (place) {
    const grown = text.length - (place.to - place.from);
    view().dispatch({ changes: { from: place.from, to: place.to, insert: text } });
    // Statements behind it have moved.
    inputs = inputs.map((one) => ({
      ...one,
      start: one.start > place.from ? one.start + grown : one.start,
      end: one.end >= place.to ? one.end + grown : one.end,
    }));
    clearTimeout(timer);
    if (lastTook <= PATIENCE) {
      run();
    }
  }
}

async function take(file) {
  const text = await file.text();
  if (file.name.endsWith(".csv")) {
    files[file.name] = text;
    status(`${file.name} is here: csv("${file.name}")`);
    if (!program().includes(file.name)) {
      view().dispatch({ changes: { from: view().state.doc.length, insert: `\ndata d = csv("${file.name}")\nd\n` } });
    }
    run();
  } else {
    setProgram(text);
  }
}

function choices() {
  const select = byId("examples");
  select.append(element("option", { value: "" }, "Examples…"));
  for (const group of programs) {
    const options = element("optgroup", { label: group.name });
    group.programs.forEach(({ name, text }) => {
      const option = element("option", {}, name);
      option.value = text;
      options.append(option);
    });
    select.append(options);
  }
  select.addEventListener("change", () => {
    if (select.value) {
      history.replaceState(null, "", "#");
      lastTook = 0;
      setProgram(select.value);
      select.selectedIndex = 0;
      byId("log").scrollTop = 0;
    }
  });
}

/** This page as one file that needs nothing else, with the program in it. */
async function asPage() {
  const script = byId("app").src ? await (await fetch(byId("app").src)).text() : byId("app").textContent;
  const style = byId("style").href ? await (await fetch(byId("style").href)).text() : byId("style").textContent;
  const safe = program().replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline' blob:; worker-src blob:; style-src 'unsafe-inline'; img-src data: blob:">
<title>ag</title>
<style id="style">${style}</style>
</head>
<body>
<template id="start">${safe}</template>
<script id="app">${script.replaceAll("</script", "<\\/script")}</script>
</body>
</html>
`;
}

async function start() {
  layout();
  if (settings().has("embed")) {
    document.body.classList.add("embedded");
  }
  const link = settings().get("p");
  let text = byId("start")?.content.textContent.replace(/^\n/, "") || FIRST;
  let broken = false;
  if (link) {
    try {
      text = await unpacked(link);
    } catch {
      broken = true;
    }
  }
  new EditorView({
    parent: byId("editor"),
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        undoHistory(),
        drawSelection(),
        highlightActiveLine(),
        bracketMatching(),
        closeBrackets(),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": "Program" }),
        keymap.of([
          { key: "Mod-Enter", run: () => (run(), true) },
          { key: "Escape", run: () => (running ? (stop(), true) : false) },
          ...closeBracketsKeymap,
          ...defaultKeymap,
          ...historyKeymap,
          ...completionKeymap,
          ...lintKeymap,
        ]),
        agLanguage({ pieces: (written) => engine.pieces(written), check: (written) => engine.check(written) }),
        EditorView.updateListener.of(edited),
      ],
    }),
  });
  sliders = new Sliders(byId("sliders"), slide);
  prompt = new Prompt(byId("entries"), byId("prompt"), { run: enter, rerun: (text, onResult, answers) => engine.enter(text, onResult, answers), again: run, keep });
  choices();
  byId("run").addEventListener("click", run);
  byId("stop").addEventListener("click", stop);
  byId("share").addEventListener("click", copyLink);
  byId("open").addEventListener("click", () => byId("pick").click());
  byId("pick").addEventListener("change", ({ target }) => target.files[0] && take(target.files[0]));
  byId("save").addEventListener("click", () => download("program.ag", program(), "text/plain"));
  byId("page").addEventListener("click", async () => download("program.html", await asPage(), "text/html"));
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    [...event.dataTransfer.files].forEach(take);
  });
  addEventListener("hashchange", async () => {
    const shared = settings().get("p");
    if (shared) {
      setProgram(await unpacked(shared));
    }
  });
  if ("serviceWorker" in navigator && location.protocol.startsWith("http")) {
    navigator.serviceWorker.register("sw.js").catch(() => {});
  }
  await run();
  if (broken) {
    status("the link is damaged: this is another program");
  }
  document.body.dataset.ready = String(Math.round(performance.now()));
}

function stop() {
  engine.stop();
}

async function copyLink() {
  const now = settings();
  now.set("p", await packed(program()));
  history.replaceState(null, "", "#" + now);
  try {
    await navigator.clipboard.writeText(location.href);
    status("link copied");
  } catch {
    status("the link stands in the address bar");
  }
}

start();
