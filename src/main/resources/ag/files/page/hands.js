// What hands do with the large picture: drag, keys, zoom, choose the axes, listen.
(() => {
  const { above, below, across, up, view, chosen, other, span, spans, stepOf, moveTo, show } = stage;

  if (inputs.length === 0) {
    byId("stage").hidden = true;
    return;
  }
  inputs.forEach((input, k) => {
    across.add(new Option(input.node.name, k));
    up.add(new Option(input.node.name, k));
  });
  // Parameters that are folded away are not what the picture begins with.
  across.value = Math.max(0, inputs.findIndex((input) => !input.svg.closest("details")));
  byId("stage-choice").hidden = inputs.length < 2;
  across.addEventListener("change", show);
  up.addEventListener("change", show);

  const follow = (panel) => (event) => {
    const { x, y } = panel.place(view.picture, event);
    moveTo(other() ? [[chosen(), x], [other(), y]] : [[chosen(), x]]);
  };
  [above, below].forEach((panel) => {
    const moved = follow(panel);
    panel.svg.addEventListener("pointerdown", (event) => {
      panel.svg.setPointerCapture(event.pointerId);
      moved(event);
    });
    panel.svg.addEventListener("pointermove", (event) => {
      if (panel.svg.hasPointerCapture(event.pointerId)) {
        moved(event);
      }
    });
  });

  const zoom = (factor) => {
    [chosen(), other()].filter(Boolean).forEach((input) => {
      const here = leaves.get(input.index);
      const [low, high] = span(input);
      const middle = Number.isFinite(here) ? here : (low + high) / 2;
      const reach = Math.min(1e9, Math.max(1e-6, (factor * (high - low)) / 2));
      spans.set(input, [middle - reach, middle + reach]);
    });
    show();
  };
  byId("zoom-in").addEventListener("click", () => zoom(0.5));
  byId("zoom-out").addEventListener("click", () => zoom(2));

  const hear = (button, panel, ys, zeros, window) => {
    if (sound.isPlaying()) {
      sound.stop();
      return;
    }
    const name = button.textContent;
    button.textContent = "Stop";
    const line = panel.element("line", { class: "cursor", y1: 0, y2: panel.svg.clientHeight });
    panel.svg.append(line);
    const { inner } = view.picture;
    const moved = (way) => {
      line.setAttribute("x1", inner.x + way * inner.width);
      line.setAttribute("x2", inner.x + way * inner.width);
    };
    const [first, last] = [view.xs[0], view.xs[view.xs.length - 1]];
    sound.play(ys, zeros.map((x) => (x - first) / (last - first)), window, moved, () => {
      line.remove();
      button.textContent = name;
    });
  };
  const hearCurve = () => hear(byId("hear"), above, view.ys, view.zeros, view.windows[0]);
  const hearSlope = () => hear(byId("hear-slope"), below, view.slopes, view.levels, view.windows[1]);
  byId("hear").addEventListener("click", hearCurve);
  byId("hear-slope").addEventListener("click", hearSlope);

  const go = (input, steps) => [[input, leaves.get(input.index) + steps * stepOf(input)]];
  const upwards = (steps) => go(other() ?? chosen(), steps);
  const keys = {
    ArrowRight: (fast) => moveTo(go(chosen(), fast ? 10 : 1)),
    ArrowLeft: (fast) => moveTo(go(chosen(), fast ? -10 : -1)),
    ArrowUp: (fast) => moveTo(upwards(fast ? 10 : 1)),
    ArrowDown: (fast) => moveTo(upwards(fast ? -10 : -1)),
    PageUp: () => moveTo(go(chosen(), 10)),
    PageDown: () => moveTo(go(chosen(), -10)),
    Home: () => moveTo([[chosen(), span(chosen())[0]]]),
    End: () => moveTo([[chosen(), span(chosen())[1]]]),
    "+": () => zoom(0.5),
    "-": () => zoom(2),
    h: () => other() ?? hearCurve(),
    d: () => other() ?? hearSlope(),
  };
  above.svg.addEventListener("keydown", (event) => {
    const key = keys[event.key];
    if (key && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      key(event.shiftKey);
    }
  });
  new ResizeObserver(show).observe(above.svg);
})();
