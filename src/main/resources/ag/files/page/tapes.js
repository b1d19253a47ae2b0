// The value's graph on a tape of the engine. Nodes are named by their places in the list; leaves that can be moved, by the same.
const makeTape = (nodes, supposed) => {
  const tape = engine.tape();
  nodes.forEach(({ op, operands, value }) =>
    operands ? tape.node(op, operands) : tape.leaf(op === "INPUT", value));
  supposed.forEach(({ op, rule }) => tape.suppose(op, rule));

  const places = new Map();
  const move = (leaf, x) => {
    if (!Object.is(places.get(leaf), x)) {
      places.set(leaf, x);
      tape.set(leaf, x);
    }
  };
  const all = (number) => Float64Array.from(nodes, (_, node) => number(node));

  return {
    follow: (leaves) => leaves.forEach((x, leaf) => move(leaf, x)),
    value: (node) => tape.value(node),
    values: () => all((node) => tape.value(node)),
    backward: (root) => tape.backward(root),
    gradient: (node) => tape.gradient(node),
    gradients: () => all((node) => tape.gradient(node)),
    slope: (node, k) => tape.slope(node, k),
    // A node's values while one leaf moves and all the others rest.
    along: (node, leaf, xs) => xs.map((x) => {
      move(leaf, x);
      return tape.value(node);
    }),
  };
};
