const page = JSON.parse(document.getElementById("data").textContent, (key, value) =>
  key === "value" ? Number(value) : value);
const { of, nodes, shown } = page;
const root = nodes.length - 1;
const byId = (id) => document.getElementById(id);
const text = (x) => numberText(x, page.digits);
const signed = (x) => (x < 0 ? `(${text(x)})` : text(x));
const bracketed = /^[\p{L}\p{N}_.]+$/u.test(of) ? of : `(${of})`;
const derivative = (name) => `∂${bracketed}/∂${name}`;
const range = (numbers) => {
  const low = text(Math.min(...numbers));
  const high = text(Math.max(...numbers));
  return low === high ? low : `${low} to ${high}`;
};

// ---- what is shown

const SAMPLES = 120;
const STEPS = 100;
const MOST_TERMS = 4;
const MOST_SLOPES = 8;

const MOST_TOGETHER = 12;

const leaves = new Map();
const homes = new Map();
const state = { value: [], gradient: [], step: -1 };
const inputs = nodes.flatMap((node, index) => (node.op === "INPUT" ? [makeInput(node, index)] : []));
const rows = shown.map(makeRow);
// The backward pass goes from the result down; what stands for many nodes comes in one step.
const order = shown.map((_, k) => shown.length - 1 - k);

// One, two or five of a power of ten, so that a slider's steps are round.
function roundStep(x) {
  const power = 10 ** Math.floor(Math.log10(x));
  const share = x / power;
  return power * (share < 2 ? 1 : share < 5 ? 2 : 5);
}

// Where an input stands: a long vector's elements stand together, folded away.
function homeOf(name) {
  const vector = name.replace(/\[.*/, "");
  if (!homes.has(vector)) {
    const size = nodes.filter((node) => node.op === "INPUT" && node.name.replace(/\[.*/, "") === vector).length;
    homes.set(vector, size > MOST_TOGETHER ? makeFold(`${vector}, ${size} inputs`) : byId("inputs"));
  }
  return homes.get(vector);
}

function makeFold(summary) {
  const fold = document.createElement("details");
  const cards = document.createElement("div");
  cards.className = "inputs";
  fold.appendChild(document.createElement("summary")).textContent = summary;
  fold.append(cards);
  fold.addEventListener("toggle", () => inputs.forEach(showCurve));
  byId("folds").append(fold);
  return cards;
}

function makeInput(node, index) {
  const step = roundStep((2 * Math.max(1, Math.abs(node.value))) / STEPS);
  const made = { node, index, base: node.value, step, position: 0 };
  const card = document.createElement("div");
  card.className = "input";
  card.innerHTML = `<div class="line"><label></label><input type="number" step="any"></div>
    <input type="range" step="1" min="${-STEPS}" max="${STEPS}" value="0">
    <div class="gradient"></div><svg></svg>`;
  const [label] = card.getElementsByTagName("label");
  label.textContent = node.name;
  made.field = card.querySelector("[type=number]");
  made.slider = card.querySelector("[type=range]");
  made.slope = card.querySelector(".gradient");
  made.svg = card.querySelector("svg");
  made.field.id = label.htmlFor = `number-${index}`;
  made.slider.id = `slider-${index}`;
  made.svg.id = `curve-${index}`;
  made.slider.setAttribute("aria-label", `${node.name}, slider`);
  made.slider.addEventListener("input", () => {
    made.position = Number(made.slider.value);
    set(made, at(made, made.position));
  });
  made.field.addEventListener("input", () => {
    const number = made.field.value.trim() === "" ? NaN : Number(made.field.value);
    if (Number.isFinite(number)) {
      recenter(made, number);
      set(made, number);
    }
  });
  made.field.addEventListener("change", () => { made.field.value = leaves.get(index); });
  homeOf(node.name).append(card);
  leaves.set(index, node.value);
  return made;
}

// The number of a slider's position, without the noise of adding up tenths.
function at(input, position) {
  return position === 0 ? input.base : Number((input.base + position * input.step).toPrecision(12));
}

// A number that was typed becomes the middle of its slider where it lies beyond the ends.
function recenter(input, number) {
  if (Math.abs(number - input.base) > STEPS * input.step) {
    input.base = number;
    input.step = roundStep((2 * Math.max(1, Math.abs(number))) / STEPS);
  }
  input.position = Math.round((number - input.base) / input.step);
  input.slider.value = input.position;
}

function set(input, number) {
  leaves.set(input.index, number);
  compute();
  showAll(input);
}

function compute() {
  state.value = tape.forward(nodes, leaves);
  state.gradient = tape.backward(nodes, state.value, root);
}

function makeRow(part) {
  const row = document.createElement("tr");
  const cells = ["th", "td", "td", "td", "td"].map((tag) => row.appendChild(document.createElement(tag)));
  cells[0].scope = "row";
  cells[0].textContent = part.name;
  cells[1].textContent = part.expression;
  byId("trace").append(row);
  return { row, value: cells[2], slopes: cells[3], gradient: cells[4] };
}

function slopesOf(part) {
  const operands = nodes[part.nodes[0]].operands ?? [];
  if (part.nodes.length > 1 || operands.length > MOST_SLOPES || part.expression.startsWith("…")) {
    return "";
  }
  return operands
    .map((operand, k) => [operand, k])
    .filter(([operand]) => nodes[operand].op !== "CONSTANT")
    .map(([operand, k]) => `∂/∂${nodes[operand].name} = ${text(tape.slope(nodes, state.value, part.nodes[0], k))}`)
    .join(", ");
}

function showPart(part, k) {
  const pending = state.step >= 0 && shown.length - 1 - k > state.step;
  const value = range(part.nodes.map((i) => state.value[i]));
  const gradient = pending ? "…" : range(part.nodes.map((i) => state.gradient[i]));
  const isLit = state.step >= 0 && order[state.step] === k;
  rows[k].value.textContent = value;
  rows[k].slopes.textContent = slopesOf(part);
  rows[k].gradient.textContent = gradient;
  rows[k].row.classList.toggle("lit", isLit);

  const box = byId(`value-${k}`);
  const lines = box.getElementsByTagName("text");
  lines[lines.length - 2].textContent = `value ${value}`;
  lines[lines.length - 1].textContent = `gradient ${gradient}`;
  const room = box.getElementsByTagName("rect")[0].width.baseVal.value - 8;
  for (const line of [...lines].slice(-2)) {
    // A number may grow longer than its box is wide.
    line.removeAttribute("textLength");
    if (line.getComputedTextLength() > room) {
      line.setAttribute("textLength", room);
      line.setAttribute("lengthAdjust", "spacingAndGlyphs");
    }
  }
  box.getElementsByTagName("title")[0].textContent =
    `${part.name}, ${part.expression}, value ${value}, gradient ${gradient}`;
  box.classList.toggle("lit", isLit);
}

function showCurve(input) {
  if (input.svg.closest("details:not([open])")) {
    return;
  }
  const here = leaves.get(input.index);
  const moved = new Map(leaves);
  const xs = [];
  const ys = [];
  for (let k = 0; k <= SAMPLES; k++) {
    const x = input.base + input.step * STEPS * ((2 * k) / SAMPLES - 1);
    moved.set(input.index, x);
    xs.push(x);
    ys.push(tape.forward(nodes, moved)[root]);
  }
  const point = { x: here, y: state.value[root], slope: state.gradient[input.index] };
  const label = `Curve of ${of} along ${input.node.name}, from ${text(ys[0])} at ${text(xs[0])} to ${text(ys[SAMPLES])} at `
    + `${text(xs[SAMPLES])}. At ${text(here)} it is ${text(point.y)} with slope ${text(point.slope)}.`;
  drawCurve(input.svg, xs, ys, point, text, label);
}

function showAll(from) {
  const result = `${of} = ${text(state.value[root])}`;
  byId("result").textContent = result;
  for (const input of inputs) {
    const number = leaves.get(input.index);
    if (input !== from || document.activeElement !== input.field) {
      input.field.value = number;
    }
    input.slider.setAttribute("aria-valuetext", `${text(number)}, ${result}`);
    input.slope.textContent = `${derivative(input.node.name)} = ${text(state.gradient[input.index])}`;
    showCurve(input);
  }
  shown.forEach(showPart);
  showStep();
}

// ---- the backward pass, node by node

const restText = byId("step").textContent;
let timer = 0;

// The sum over everything that is made from the node: its gradient times the derivative between them.
function story(part) {
  const node = part.nodes[0];
  if (part.nodes.length > 1) {
    return `${part.name}: gradients from ${range(part.nodes.map((i) => state.gradient[i]))}`;
  }
  if (node === root) {
    return `${derivative(part.name)} = 1: the pass begins at the result, which changes as fast as itself.`;
  }
  const uses = [];
  nodes.forEach((user, i) => user.operands?.forEach((operand, k) => {
    if (operand === node) {
      uses.push([user.name, state.gradient[i], tape.slope(nodes, state.value, i, k)]);
    }
  }));
  const left = derivative(part.name);
  const total = text(state.gradient[node]);
  if (uses.length > MOST_TERMS) {
    return `${left} = ${total}, the sum over ${uses.length} uses of ${part.name}`;
  }
  const names = uses.map(([user]) => `${derivative(user)} · ∂${user}/∂${part.name}`).join(" + ");
  const numbers = uses.map(([, gradient, slope]) => `${signed(gradient)} · ${signed(slope)}`).join(" + ");
  return `${left} = ${names} = ${numbers} = ${total}`;
}

function showStep() {
  const walking = state.step >= 0;
  byId("step").textContent = walking
    ? `Step ${state.step + 1} of ${order.length}. ${story(shown[order[state.step]])}`
    : restText;
  byId("all").hidden = !walking;
  byId("back").disabled = state.step <= 0;
  byId("next").disabled = state.step === order.length - 1;
  byId("play").textContent = timer ? "Pause" : "Play the backward pass";
}

function go(step) {
  state.step = step;
  shown.forEach(showPart);
  showStep();
}

function pause() {
  clearInterval(timer);
  timer = 0;
  showStep();
}

function play() {
  if (timer) {
    pause();
    return;
  }
  timer = setInterval(() => {
    if (state.step < order.length - 1) {
      go(state.step + 1);
    } else {
      pause();
    }
  }, 1600);
  go(state.step === order.length - 1 ? 0 : state.step + 1);
}

byId("play").addEventListener("click", play);
byId("next").addEventListener("click", () => { pause(); go(Math.min(state.step + 1, order.length - 1)); });
byId("back").addEventListener("click", () => { pause(); go(Math.max(state.step - 1, 0)); });
byId("all").addEventListener("click", () => { pause(); go(-1); byId("play").focus(); });
byId("reset").addEventListener("click", () => {
  inputs.forEach((input) => {
    leaves.set(input.index, input.node.value);
    input.base = input.node.value;
    recenter(input, input.node.value);
  });
  compute();
  showAll();
});
byId("gradient-title").textContent = `∂${bracketed}/∂name`;
compute();
showAll();
