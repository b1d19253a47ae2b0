// The backward pass, node by node from the result down; what stands for many nodes comes in one step.
const MOST_TERMS = 4;
const STEP_MILLISECONDS = 1600;

const restText = byId("step").textContent;
let timer = 0;

// The sum over everything that is made from the node: its gradient times the derivative between them.
const story = (part) => {
  const node = part.nodes[0];
  if (part.nodes.length > 1) {
    return `${part.name}: gradients from ${range(part.nodes.map((i) => state.gradient[i]))}`;
  }
  if (node === root) {
    return `${derivative(part.name)} = 1: the pass begins at the result, which changes as fast as itself.`;
  }
  const uses = usersOf[node].map(([user, k]) =>
    [nodes[user].name, state.gradient[user], here.slope(user, k)]);
  const left = derivative(part.name);
  const total = text(state.gradient[node]);
  if (uses.length > MOST_TERMS) {
    return `${left} = ${total}, the sum over ${uses.length} uses of ${part.name}`;
  }
  const names = uses.map(([user]) => `${derivative(user)} · ${derivative(part.name, user)}`).join(" + ");
  const numbers = uses.map(([, gradient, slope]) => `${signed(gradient)} · ${signed(slope)}`).join(" + ");
  return `${left} = ${names} = ${numbers} = ${total}`;
};

const showStep = () => {
  const walking = state.step >= 0;
  byId("step").textContent = walking
    ? `Step ${state.step + 1} of ${parts.length}. ${story(parts[parts.length - 1 - state.step])}`
    : restText;
  byId("all").hidden = !walking;
  byId("back").disabled = state.step <= 0;
  byId("next").disabled = state.step === parts.length - 1;
  byId("play").textContent = timer ? "Pause" : "Play the backward pass";
};

const go = (step) => {
  state.step = step;
  showParts();
  showStep();
};

const pause = () => {
  clearInterval(timer);
  timer = 0;
  showStep();
};

const play = () => {
  if (timer) {
    pause();
    return;
  }
  timer = setInterval(() => {
    if (state.step < parts.length - 1) {
      go(state.step + 1);
    } else {
      pause();
    }
  }, STEP_MILLISECONDS);
  go(state.step === parts.length - 1 ? 0 : state.step + 1);
};

byId("play").addEventListener("click", play);
byId("next").addEventListener("click", () => { pause(); go(Math.min(state.step + 1, parts.length - 1)); });
byId("back").addEventListener("click", () => { pause(); go(Math.max(state.step - 1, 0)); });
byId("all").addEventListener("click", () => { pause(); go(-1); byId("play").focus(); });
