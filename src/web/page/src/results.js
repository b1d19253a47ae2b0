// Results as elements: text, tables, formulas, pictures, mistakes, the course of a training.
const SVG = "http://www.w3.org/2000/svg";

export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) {
      made.addEventListener(key.slice(2), value);
    } else if (value !== undefined && value !== false) {
      made.setAttribute(key, value === true ? "" : value);
    }
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** A question with a field; `answered` is given the text, and its promise keeps until what follows is shown. */
export function question(prompt, answered) {
  const field = element("input", { type: "text", "aria-label": prompt, autocomplete: "off" });
  const form = element("form", { class: "question" }, element("label", {}, prompt, field), element("button", {}, "Answer"));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const place = form.parentElement;
    await answered(field.value);
    place.querySelector(".question input")?.focus();
  });
  return form;
}

/** What is shown of results while a question waits: the score that counts it as missed is not the end. */
export function withoutScore(shown) {
  const end = shown.findLastIndex((one) => one.data?.kind === "score");
  return shown.filter((_, place) => place !== end);
}

/** Markup that the language's own printers wrote, which escape whatever a program holds. */
function markup(name, className, html) {
  const made = element(name, { class: className });
  made.innerHTML = html;
  return made;
}

export function download(name, text, type) {
  const link = element("a", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function picture(shown, name = "plot.svg") {
  const figure = markup("figure", "picture", shown.svg);
  const svg = figure.querySelector("svg");
  const width = svg.getAttribute("width");
  const height = svg.getAttribute("height");
  if (!svg.hasAttribute("viewBox") && width && height) {
    svg.setAttribute("viewBox", `0 0 ${parseFloat(width)} ${parseFloat(height)}`);
  }
  svg.removeAttribute("height");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", shown.text);
  figure.append(
    element(
      "figcaption",
      {},
      element("details", {}, element("summary", {}, "In words"), element("p", {}, shown.text)),
      element("button", { type: "button", class: "quiet", onclick: () => download(name, shown.svg, "image/svg+xml") }, "SVG"),
    ),
  );
  return figure;
}

function mistake({ problem }) {
  return element(
    "div",
    { class: "mistake" },
    element("strong", {}, "error: "),
    problem.message,
    problem.hint ? element("div", { class: "hint" }, problem.hint) : null,
  );
}

/** One result; null where there is nothing to see. */
function body(shown) {
  if (shown.problem) {
    return mistake(shown);
  }
  if (shown.svg) {
    return picture(shown);
  }
  if (!shown.text && !shown.math) {
    return null;
  }
  const parts = element("div", { class: shown.name ? "defined" : "result" });
  if (shown.math) {
    const formula = markup("div", "formula", shown.math);
    formula.querySelector("math")?.setAttribute("aria-label", shown.text.split("\n").at(-1));
    parts.append(formula);
  }
  if (shown.html) {
    parts.append(markup("div", "table", shown.html));
  } else if (shown.text) {
    parts.append(element("pre", { class: shown.data?.kind === "note" ? "note" : "" }, shown.text));
  }
  return parts;
}

/** The loss of a training, drawn as it falls. */
class Course {
  #points = [];
  #line = document.createElementNS(SVG, "polyline");
  #told = element("span", { role: "status" });
  #picture = element("div", { class: "moving", "aria-hidden": "true", hidden: true });
  root = element("div", { class: "course" });

  constructor() {
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", "0 0 320 80");
    svg.setAttribute("aria-hidden", "true");
    svg.append(this.#line);
    this.root.append(svg, this.#told, this.#picture);
  }

  /** @param svg what the network decides by now, where that can be drawn */
  add({ epoch, epochs, loss, svg }) {
    if (svg) {
      this.#picture.innerHTML = svg;
      this.#picture.hidden = false;
      const [drawn] = this.#picture.children;
      drawn.setAttribute("viewBox", `0 0 ${parseFloat(drawn.getAttribute("width"))} ${parseFloat(drawn.getAttribute("height"))}`);
      drawn.removeAttribute("height");
    }
    this.#points.push([epoch / epochs, loss]);
    this.#draw(`epoch ${epoch} of ${epochs}, loss ${loss.toPrecision(6)}`);
  }

  /** The whole course, once it is known. */
  end(losses) {
    const step = Math.ceil(losses.length / 300);
    this.#points = losses.map((loss, i) => [(i + 1) / losses.length, loss]).filter((_, i) => i % step === 0 || i === losses.length - 1);
    this.#draw(`epoch ${losses.length} of ${losses.length}, loss ${losses.at(-1).toPrecision(6)}`);
  }

  #draw(told) {
    const losses = this.#points.map(([, value]) => Math.log(Math.max(value, 1e-12)));
    const high = Math.max(...losses);
    const low = Math.min(...losses);
    this.#line.setAttribute(
      "points",
      this.#points.map(([at], i) => `${(at * 318 + 1).toFixed(1)},${(78 - (76 * (losses[i] - low)) / (high - low || 1)).toFixed(1)}`).join(" "),
    );
    this.#told.textContent = told;
  }
}

/** Gathers results under the statements that gave them. */
export class Results {
  #program;
  #onLine;
  #cells = new Map();
  #courses = new Map();
  root;

  /** @param onLine called with a place in the program when its line is asked for */
  constructor(root, program, onLine) {
    this.root = root;
    this.#program = program;
    this.#onLine = onLine;
    root.replaceChildren();
  }

  #cell({ start, end }) {
    let cell = this.#cells.get(start);
    if (!cell) {
      const line = this.#program.slice(0, start).split("\n").length;
      const statement = this.#program.slice(start, end).split("\n")[0];
      cell = element(
        "article",
        { class: "cell" },
        element(
          "button",
          { type: "button", class: "line", "aria-label": `line ${line}: ${statement}`, onclick: () => this.#onLine(start) },
          element("span", {}, String(line)),
          element("code", {}, statement),
        ),
      );
      this.#cells.set(start, cell);
      this.root.append(cell);
    }
    return cell;
  }

  add(shown) {
    if (shown.epoch !== undefined) {
      this.#course(shown).add(shown);
      return;
    }
    if (shown.data?.kind === "train" && shown.data.loss.length > 1 && shown.data.loss.every(Number.isFinite)) {
      this.#course(shown).end(shown.data.loss);
    }
    const made = body(shown);
    if (made) {
      this.#cell(shown).append(made);
    }
  }

  /** A file that the program wrote: pictures are shown, and all can be kept. */
  file(shown, text) {
    const { path } = shown.data;
    if (path.endsWith(".svg")) {
      const figure = picture({ svg: text.slice(text.indexOf("<svg")), text: `the picture ${path}` }, path);
      this.#cell(shown).append(figure);
    } else {
      this.#cell(shown).append(
        element("button", { type: "button", class: "quiet", onclick: () => download(path, text, "text/plain") }, `Download ${path}`),
      );
    }
  }

  #course(shown) {
    let course = this.#courses.get(shown.start);
    if (!course) {
      course = new Course();
      this.#courses.set(shown.start, course);
      this.#cell(shown).append(course.root);
    }
    return course;
  }

  append(child) {
    this.root.append(child);
  }
}
