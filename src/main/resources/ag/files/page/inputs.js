// A card for each input: a slider, a field for its number, its gradient, and the curve of the result along it.
const SAMPLES = 120;
const STEPS = 100;
const TICK_DIGITS = 3;
const MOST_TOGETHER = 12;
const FRAME_MILLISECONDS = 12;

// One, two or five of a power of ten, so that a slider's steps are round.
const roundStep = (x) => {
  const power = 10 ** Math.floor(Math.log10(x));
  const share = x / power;
  return power * (share < 2 ? 1 : share < 5 ? 2 : 5);
};
// What the slider moves around, and how far at once.
const placeSlider = (input, x) => {
  input.base = Number.isFinite(x) ? x : 0;
  input.step = roundStep((2 * Math.max(1, Math.abs(input.base))) / STEPS);
};

// Where an input stands: a long vector's elements stand together, folded away.
const homes = new Map();
const homeOf = (name) => {
  const vector = name.replace(/\[.*/, "");
  if (!homes.has(vector)) {
    const size = nodes.filter((node) => node.op === "INPUT" && node.name.replace(/\[.*/, "") === vector).length;
    homes.set(vector, size > MOST_TOGETHER ? makeFold(`${vector}, ${size} inputs`) : byId("inputs"));
  }
  return homes.get(vector);
};

const makeFold = (summary) => {
  const fold = document.createElement("details");
  const cards = document.createElement("div");
  cards.className = "inputs";
  fold.appendChild(document.createElement("summary")).textContent = summary;
  fold.append(cards);
  fold.addEventListener("toggle", showCurves);
  byId("folds").append(fold);
  return cards;
};

const makeInput = (node, index) => {
  const input = { node, index };
  placeSlider(input, node.value);
  const card = document.createElement("div");
  card.className = "input";
  card.innerHTML = `<div class="line"><label></label><input type="number" step="any"></div>
    <input type="range" step="1" min="${-STEPS}" max="${STEPS}" value="0">
    <div class="gradient"></div><svg></svg>`;
  const [label] = card.getElementsByTagName("label");
  label.textContent = node.name;
  input.field = card.querySelector("[type=number]");
  input.slider = card.querySelector("[type=range]");
  input.slope = card.querySelector(".gradient");
  input.svg = card.querySelector("svg");
  input.field.id = label.htmlFor = `number-${index}`;
  input.slider.id = `slider-${index}`;
  input.svg.id = `curve-${index}`;
  input.slider.setAttribute("aria-label", `${node.name}, slider`);
  input.slider.addEventListener("input", () => {
    set(input, at(input, Number(input.slider.value)));
  });
  input.field.addEventListener("input", () => {
    const number = input.field.value.trim() === "" ? NaN : Number(input.field.value);
    if (Number.isFinite(number)) {
      recenter(input, number);
      set(input, number);
    }
  });
  input.field.addEventListener("change", () => showInput(input, false));
  homeOf(node.name).append(card);
  leaves.set(index, node.value);
  return input;
};

// The number of a slider's position, without the noise of adding up tenths.
const at = (input, position) =>
  position === 0 ? input.base : Number((input.base + position * input.step).toPrecision(12));

// A number that was typed becomes the middle of its slider where it lies beyond the ends.
const recenter = (input, number) => {
  if (Math.abs(number - input.base) > STEPS * input.step) {
    placeSlider(input, number);
  }
  input.slider.value = Math.round((number - input.base) / input.step);
};

const showInput = (input, typing) => {
  const number = leaves.get(input.index);
  if (!typing) {
    input.field.value = Number.isFinite(number) ? number : "";
  }
  input.slider.setAttribute("aria-valuetext", text(number));
  input.slope.textContent = `${derivative(input.node.name)} = ${text(state.gradient[input.index])}`;
};

const showCurve = (input) => {
  const xs = Array.from({ length: SAMPLES + 1 }, (_, k) => input.base + input.step * STEPS * ((2 * k) / SAMPLES - 1));
  away.follow(leaves);
  const ys = away.along(root, input.index, xs);
  const point = { x: leaves.get(input.index), y: state.value[root], slope: state.gradient[input.index] };
  const label = `Curve of ${of} along ${input.node.name}, from ${text(ys[0])} at ${text(xs[0])} to ${text(ys[SAMPLES])} at `
    + `${text(xs[SAMPLES])}. At ${text(point.x)} it is ${text(point.y)} with slope ${text(point.slope)}.`;
  drawCurve(input.svg, xs, ys, point, (x) => numberText(x, TICK_DIGITS), label);
};

// The curves of a long formula take their time: as many are drawn as fit into a frame, the others in the next ones.
const waiting = new Set();
const showCurves = () => {
  const isIdle = waiting.size === 0;
  inputs.filter((input) => !input.svg.closest("details:not([open])")).forEach((input) => waiting.add(input));
  if (isIdle) {
    drawWaiting();
  }
};
const drawWaiting = () => {
  const end = performance.now() + FRAME_MILLISECONDS;
  for (const input of waiting) {
    waiting.delete(input);
    showCurve(input);
    if (performance.now() > end) {
      break;
    }
  }
  byId("inputs").setAttribute("aria-busy", waiting.size > 0);
  if (waiting.size > 0) {
    requestAnimationFrame(drawWaiting);
  }
};

const inputs = nodes.flatMap((node, index) => (node.op === "INPUT" ? [makeInput(node, index)] : []));
