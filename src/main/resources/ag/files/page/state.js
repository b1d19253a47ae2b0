// What the page is about: the nodes, their numbers as they stand, and how both are written.
const page = JSON.parse(document.getElementById("data").textContent, (key, value) =>
  key === "value" ? Number(value) : value);
const { of, nodes, shown } = page;
const root = nodes.length - 1;
const leaves = new Map();
// The step of the backward pass that is being looked at; -1 shows all of it.
const state = { value: [], gradient: [], step: -1 };

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

const compute = () => {
  state.value = tape.forward(nodes, leaves);
  state.gradient = tape.backward(nodes, state.value, root);
};
