// What is shown of the graph: each part has a box in the picture and a row in the table.
const MOST_SLOPES = 8;

const makePart = (part, k) => {
  const row = document.createElement("tr");
  const cells = ["th", "td", "td", "td", "td"].map((tag) => row.appendChild(document.createElement(tag)));
  cells[0].scope = "row";
  cells[0].textContent = part.name;
  cells[1].textContent = part.expression;
  byId("trace").append(row);
  const box = byId(`value-${k}`);
  return {
    ...part,
    row,
    cells,
    box,
    operation: byId(`operation-${k}`),
    lines: [...box.getElementsByTagName("text")].slice(-2),
    title: box.getElementsByTagName("title")[0],
    room: box.getElementsByTagName("rect")[0].width.baseVal.value - 8,
  };
};

const parts = shown.map(makePart);
const partOf = new Map(parts.flatMap((part) => part.nodes.map((node) => [node, part])));
// For each node the nodes made from it, and as which operand.
const usersOf = nodes.map(() => []);
nodes.forEach((user, i) => user.operands?.forEach((operand, k) => usersOf[operand].push([i, k])));

const slopesOf = (part) => {
  const operands = nodes[part.nodes[0]].operands ?? [];
  if (part.nodes.length > 1 || operands.length > MOST_SLOPES || part.expression.startsWith("…")) {
    return "";
  }
  return operands
    .map((i, k) => [i, k])
    .filter(([i]) => nodes[i].op !== "CONSTANT")
    .map(([i, k]) => `∂/∂${operand(nodes[i].name)} = ${text(here.slope(part.nodes[0], k))}`)
    .join(", ");
};

// While the backward pass is walked, what it has not reached yet has no gradient.
const showParts = () => {
  const lit = state.step >= 0 ? parts[parts.length - 1 - state.step] : null;
  const from = new Set(lit?.nodes.flatMap((node) => usersOf[node].map(([user]) => partOf.get(user))));
  parts.forEach((part, k) => {
    const isPending = state.step >= 0 && parts.length - 1 - k > state.step;
    const made = part.name === part.expression ? part.name : `${part.name}, ${part.expression}`;
    const value = range(part.nodes.map((i) => state.value[i]));
    const gradient = isPending ? "…" : range(part.nodes.map((i) => state.gradient[i]));
    part.cells[2].textContent = value;
    part.cells[3].textContent = slopesOf(part);
    part.cells[4].textContent = gradient;
    part.lines[0].textContent = `value ${value}`;
    part.lines[1].textContent = `gradient ${gradient}`;
    part.title.textContent = `${made}, value ${value}, gradient ${gradient}`;
    part.row.classList.toggle("lit", part === lit);
    part.box.classList.toggle("lit", part === lit);
    part.box.classList.toggle("from", part !== lit && from.has(part));
    part.operation?.classList.toggle("from", from.has(part));
  });
  fitLines();
  lit?.box.dispatchEvent(new Event("bring", { bubbles: true }));
};

// A number may grow longer than its box is wide. All are measured before any is changed, which spares layouts.
const fitLines = () => {
  const lines = parts.flatMap((part) => part.lines.map((line) => ({ line, room: part.room })));
  lines.forEach(({ line }) => line.removeAttribute("textLength"));
  lines.filter(({ line, room }) => line.getComputedTextLength() > room).forEach(({ line, room }) => {
    line.setAttribute("textLength", room);
    line.setAttribute("lengthAdjust", "spacingAndGlyphs");
  });
};
