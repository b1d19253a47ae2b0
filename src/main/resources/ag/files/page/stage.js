// The large picture: the result along an input with its tangent and, on the same axis, its derivative; or over two inputs a map.
const stage = (() => {
  const SAMPLES = nodes.length > 1000 ? 80 : 320;
  const MOST_LISTED = 6;
  const GRID = nodes.length > 300 ? 31 : 61;
  const above = makePanel(byId("stage-curve"));
  const below = makePanel(byId("stage-slope"));
  const across = byId("stage-across");
  const up = byId("stage-up");
  const view = { picture: null, xs: [], ys: [], slopes: [], windows: [], zeros: [], turns: [], levels: [] };

  const chosen = () => inputs[Number(across.value)];
  const other = () => (up.value === "" || up.value === across.value ? null : inputs[Number(up.value)]);
  const spans = new Map();
  const span = (input) => {
    if (!spans.has(input)) {
      const middle = Number.isFinite(input.node.value) ? input.node.value : 0;
      const reach = Math.min(1e307, Math.max(5, 1.5 * Math.abs(middle)));
      spans.set(input, [middle - reach, middle + reach]);
    }
    return spans.get(input);
  };
  const between = ([low, high], count) =>
    Array.from({ length: count + 1 }, (_, k) => Number((low + ((high - low) * k) / count).toPrecision(12)));
  // The steps of the keys, and of the pointer.
  const stepOf = (input) => roundStep((span(input)[1] - span(input)[0]) / 200);

  const moveTo = (pairs) => {
    pairs.forEach(([input, number]) => {
      const step = stepOf(input);
      const round = Number((Math.round(number / step) * step).toPrecision(12));
      recenter(input, round);
      leaves.set(input.index, round);
    });
    compute();
    showAll();
  };

  // Value and slope while one input runs.
  const sample = (input, xs) => {
    const before = leaves.get(input.index);
    const values = [];
    const slopes = [];
    xs.forEach((x) => {
      leaves.set(input.index, x);
      away.follow(leaves);
      values.push(away.value(root));
      if (Number.isFinite(away.value(root))) {
        away.backward(root);
        slopes.push(away.gradient(input.index));
      } else {
        slopes.push(NaN);
      }
    });
    leaves.set(input.index, before);
    return [values, slopes];
  };

  // Finds the zeros and turning points of what is sampled, and the places where the slope is zero.
  const locate = (input, xs, ys, slopes, size) => {
    const before = leaves.get(input.index);
    const value = (x) => {
      leaves.set(input.index, x);
      away.follow(leaves);
      return away.value(root);
    };
    const slope = (x) => (Number.isFinite(value(x)) ? (away.backward(root), away.gradient(input.index)) : NaN);
    const turns = places.turns(xs, ys, slopes, value, slope);
    const found = { turns, zeros: places.zeros(xs, ys, value, turns, size), levels: places.zeros(xs, slopes, slope, [], 0) };
    leaves.set(input.index, before);
    return found;
  };

  // Of many places those next to the point.
  const listed = (all, here) => {
    const next = [...all].sort((a, b) => Math.abs(a - here) - Math.abs(b - here)).slice(0, MOST_LISTED);
    return next.sort((a, b) => a - b).map(text).join(", ") + (all.length > MOST_LISTED ? " and more" : "");
  };

  const tell = (input, xs, here) => {
    const { zeros, turns } = view;
    byId("stage-told").textContent =
      `${of} along ${input.node.name} from ${text(xs[0])} to ${text(xs[xs.length - 1])}: `
      + `${zeros.length ? `zero at ${listed(zeros, here)}` : "no zero"}; ${turns.length ? `turns at ${listed(turns, here)}` : "no turning point"}.`;
  };

  const mark = (panel, picture, x, y) => {
    const [cx, cy] = [picture.px(x), picture.py(y)];
    const { inner } = picture;
    if (Number.isFinite(cx)) {
      picture.drawn.append(panel.element("line", { class: "here", x1: cx, x2: cx, y1: inner.y, y2: inner.y + inner.height }));
    }
    if (Number.isFinite(cx) && Number.isFinite(cy)) {
      picture.drawn.append(panel.element("circle", { class: "point", cx, cy, r: 7 }));
    }
  };

  const drawCurves = (input) => {
    const [left, right] = span(input);
    const xs = between([left, right], SAMPLES);
    const [ys, slopes] = sample(input, xs);
    const here = { x: leaves.get(input.index), y: state.value[root], slope: state.gradient[input.index] };
    const windows = [scale.window(ys), scale.window([...slopes, 0])];
    Object.assign(view, { xs, ys, slopes, windows, ...locate(input, xs, ys, slopes, windows[0][1] - windows[0][0]) });
    const picture = above.begin([left, right], view.windows[0]);
    above.curve(picture, xs, ys, "curve");
    const [x1, x2] = [left, right].map(picture.px);
    const [y1, y2] = [left, right].map((x) => picture.py(here.y + here.slope * (x - here.x)));
    if ([x1, x2, y1, y2].every(Number.isFinite)) {
      picture.drawn.append(above.element("line", { class: "tangent", x1, y1, x2, y2 }));
    }
    mark(above, picture, here.x, here.y);
    view.picture = picture;
    const lower = below.begin([left, right], view.windows[1]);
    below.curve(lower, xs, slopes, "slope");
    mark(below, lower, here.x, here.slope);
    tell(input, xs, here.x);
    const name = input.node.name;
    above.svg.setAttribute("aria-label", `${of} along ${name}, with the tangent`);
    above.svg.setAttribute("aria-valuemin", left);
    above.svg.setAttribute("aria-valuemax", right);
    above.svg.setAttribute("aria-valuenow", here.x);
    above.svg.setAttribute("aria-valuetext", `${name} ${text(here.x)}: ${of} ${text(here.y)}, slope ${text(here.slope)}`);
    below.svg.setAttribute("aria-label", `${derivative(name)} along ${name}, ${text(here.slope)} at ${text(here.x)}`);
    byId("stage-slope-title").textContent = `${derivative(name)} = ${text(here.slope)} at ${name} = ${text(here.x)}`;
  };

  const drawMap = (first, second) => {
    const [xs, ys] = [between(span(first), GRID - 1), between(span(second), GRID - 1)];
    const before = [leaves.get(first.index), leaves.get(second.index)];
    const grid = ys.flatMap((y) => {
      leaves.set(second.index, y);
      away.follow(leaves);
      return away.along(root, first.index, xs);
    });
    leaves.set(second.index, before[1]);
    const picture = above.begin(span(first), span(second));
    const sorted = grid.filter(Number.isFinite).sort((a, b) => a - b);
    const levels = sorted.length
      ? scale.levels(sorted[Math.floor(sorted.length / 20)], sorted[sorted.length - 1 - Math.floor(sorted.length / 20)], 9)
      : [];
    const column = (c) => picture.px(xs[0] + (c / (GRID - 1)) * (xs[GRID - 1] - xs[0]));
    const row = (r) => picture.py(ys[0] + (r / (GRID - 1)) * (ys[GRID - 1] - ys[0]));
    levels.forEach((level) => {
      const { path, label } = contourPath(grid, GRID, GRID, level, column, row);
      picture.drawn.append(above.element("path", { d: path, class: "level" }));
      if (label) {
        const [x, y] = label;
        picture.drawn.append(above.element("text", { class: "height", x, y: y + 4, "text-anchor": "middle" }, numberText(level, 4)));
      }
    });
    const [x, y] = before;
    const slopes = [state.gradient[first.index], state.gradient[second.index]];
    if ([x, y, ...slopes].every(Number.isFinite) && Math.hypot(...slopes) > 0) {
      // As it is drawn: the direction in which the picture climbs fastest for one pixel's worth of each axis is that of the numbers.
      const [dx, dy] = [picture.px(x + slopes[0]) - picture.px(x), picture.py(y + slopes[1]) - picture.py(y)];
      const length = Math.hypot(dx, dy);
      const [x2, y2] = [picture.px(x) + (60 * dx) / length, picture.py(y) + (60 * dy) / length];
      picture.drawn.append(above.element("line", { class: "tangent", x1: picture.px(x), y1: picture.py(y), x2, y2 }));
      const head = [[0, 0], [-10, 5], [-10, -5]].map(([a, b]) => [x2 + (a * dx - b * dy) / length, y2 + (a * dy + b * dx) / length]);
      picture.drawn.append(above.element("polygon", { class: "point", points: head.map((corner) => corner.join(",")).join(" ") }));
    }
    const [cx, cy] = [picture.px(x), picture.py(y)];
    if (Number.isFinite(cx) && Number.isFinite(cy)) {
      picture.drawn.append(above.element("circle", { class: "point", cx, cy, r: 7 }));
    }
    Object.assign(view, { picture, xs: [], ys: [], slopes: [] });
    const [a, b] = [first.node.name, second.node.name];
    above.svg.setAttribute("aria-label", `Map of ${of} over ${a} and ${b}`);
    above.svg.setAttribute("aria-valuenow", x);
    above.svg.setAttribute("aria-valuetext", `${a} ${text(x)}, ${b} ${text(y)}: ${of} ${text(state.value[root])}`);
    byId("stage-told").textContent = `Lines of equal ${of} over ${a} (across) and ${b} (up): `
      + `${levels.map((level) => numberText(level, 4)).join(", ")}. The arrow is the gradient, (${slopes.map(text).join(", ")}), along which ${of} grows fastest.`;
  };

  const show = () => {
    const [first, second] = [chosen(), other()];
    if (!first) {
      return;
    }
    byId("stage").classList.toggle("map", second !== null);
    if (second) {
      drawMap(first, second);
    } else {
      drawCurves(first);
    }
  };

  return { above, below, across, up, view, chosen, other, span, spans, stepOf, moveTo, show };
})();
