// The forward and the backward pass, over nodes in topological order: {op, operands} or {op, value}.
const tape = (() => {
  const isLeaf = (node) => node.op === "INPUT" || node.op === "CONSTANT";

  const forward = (nodes, leaves) => {
    const value = new Float64Array(nodes.length);
    nodes.forEach((node, i) => {
      if (isLeaf(node)) {
        value[i] = leaves.get(i) ?? node.value;
        return;
      }
      const of = values[node.op];
      const numbers = node.operands.map((operand) => value[operand]);
      value[i] = operations[node.op].vector ? of(numbers) : of(...numbers);
    });
    return value;
  };

  // What the rule of an operand is read with.
  const atRule = (node, value, y, k, rule) => {
    const x = value[node.operands[k]];
    const operation = operations[node.op];
    if (!operation.vector) {
      return node.operands.length === 1 ? rule(x, y) : rule(value[node.operands[0]], value[node.operands[1]], y);
    }
    const half = node.operands.length / 2;
    const partner = operation.pairs ? value[node.operands[k < half ? k + half : k - half]] : NaN;
    const ties = operation.ties ? node.operands.filter((operand) => value[operand] === y).length : NaN;
    return rule(x, y, ties, partner);
  };
  const ruleOf = (node, k) => {
    const { rules } = operations[node.op];
    return rules.length === 1 ? rules[0] : rules[k];
  };

  // The derivative of node i in its operand number k.
  const slope = (nodes, value, i, k) => atRule(nodes[i], value, value[i], k, ruleOf(nodes[i], k).slope);

  // A derivative that is 0 by its rule is no path at all: an infinite gradient does not turn into NaN there.
  const share = (nodes, value, i, k, gradient) => {
    const by = slope(nodes, value, i, k);
    const cut = by === 0 && !Number.isFinite(gradient) && atRule(nodes[i], value, value[i], k, ruleOf(nodes[i], k).cut);
    return cut ? 0 : gradient * by;
  };

  const backward = (nodes, value, root) => {
    const gradient = new Float64Array(nodes.length);
    gradient[root] = 1;
    for (let i = root; i >= 0; i--) {
      const operands = nodes[i].operands ?? [];
      operands.forEach((operand, k) => {
        if (nodes[operand].op !== "CONSTANT") {
          gradient[operand] += share(nodes, value, i, k, gradient[i]);
        }
      });
    }
    return gradient;
  };

  return { forward, backward, slope };
})();
