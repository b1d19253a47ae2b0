// The forward and the backward pass, over nodes in topological order: {op, operands} or {op, value}.
const tape = (() => {
  const isLeaf = (node) => node.op === "INPUT" || node.op === "CONSTANT";

  const evaluate = ({ op, operands }, value) => {
    const of = values[op];
    if (operations[op].vector) {
      return of(operands.map((operand) => value[operand]));
    }
    return operands.length === 1 ? of(value[operands[0]]) : of(value[operands[0]], value[operands[1]]);
  };

  const forward = (nodes, leaves) => {
    const value = new Float64Array(nodes.length);
    nodes.forEach((node, i) => {
      value[i] = isLeaf(node) ? (leaves.get(i) ?? node.value) : evaluate(node, value);
    });
    return value;
  };

  // The nodes that are made from a leaf, in order.
  const dependents = (nodes, leaf) => {
    const found = new Set([leaf]);
    nodes.forEach((node, i) => {
      if (node.operands?.some((operand) => found.has(operand))) {
        found.add(i);
      }
    });
    found.delete(leaf);
    return [...found];
  };

  // The last node's values while one leaf moves and all the others rest.
  const along = (nodes, value, leaf, dependents, xs) => {
    const moved = Float64Array.from(value);
    return xs.map((x) => {
      moved[leaf] = x;
      for (const i of dependents) {
        moved[i] = evaluate(nodes[i], moved);
      }
      return moved[nodes.length - 1];
    });
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
    return rule(x, y, ties, partner, value[node.operands[0]], k > 0 ? k - 1 : NaN);
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

  return { forward, dependents, along, backward, slope };
})();
