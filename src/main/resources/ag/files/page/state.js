// What the page is about: the nodes, their numbers as they stand, and how both are written.
const page = JSON.parse(document.getElementById("data").textContent, (key, value) =>
  key === "value" ? Number(value) : value);
const { of, nodes, supposed, shown } = page;
const root = nodes.length - 1;
const leaves = new Map();
// One tape holds what is shown; on the other, inputs run along their curves.
const here = makeTape(nodes, supposed);
const away = makeTape(nodes, supposed);
// The step of the backward pass that is being looked at; -1 shows all of it.
const state = { value: [], gradient: [], step: -1 };

const byId = (id) => document.getElementById(id);
const text = (x) => numberText(x, page.digits);
const signed = (x) => (x < 0 ? `(${text(x)})` : text(x));
// In parentheses where it is more than a name, a call or an element.
const operand = (name) => {
  let depth = 0;
  for (const c of name) {
    depth += "([".includes(c) ? 1 : ")]".includes(c) ? -1 : 0;
    if (depth === 0 && !/[\p{L}\p{Nd}_).\]'₀-₉]/u.test(c)) {
      return `(${name})`;
    }
  }
  return /^\d/.test(name) ? `(${name})` : name;
};
const derivative = (name, result = of) => `∂${operand(result)}/∂${operand(name)}`;
const range = (numbers) => {
  const low = text(Math.min(...numbers));
  const high = text(Math.max(...numbers));
  return low === high ? low : `${low} to ${high}`;
};

const compute = () => {
  here.follow(leaves);
  here.backward(root);
  state.value = here.values();
  state.gradient = here.gradients();
};
