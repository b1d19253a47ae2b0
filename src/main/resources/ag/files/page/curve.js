// Draws y over x, with a point on the curve and its tangent there.
const drawCurve = (() => {
  const WIDTH = 280;
  const HEIGHT = 140;
  const LEFT = 46;
  const RIGHT = 6;
  const TOP = 6;
  const BOTTOM = 18;
  const TANGENT = 60;

  // A pole would flatten all the rest: then the window holds most of the values, not all.
  const window = (ys) => {
    const sorted = ys.filter(Number.isFinite).sort((a, b) => a - b);
    if (sorted.length === 0) {
      return [-1, 1];
    }
    const at = (share) => sorted[Math.round(share * (sorted.length - 1))];
    const [least, most] = [at(0), at(1)];
    const [low, high] = [at(0.06), at(0.94)];
    const [from, to] = most - least > 20 * (high - low) && high > low ? [low, high] : [least, most];
    const margin = 0.06 * (to - from) || Math.abs(to) || 1;
    return [from - margin, to + margin];
  };

  const element = (name, attributes, text) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    made.textContent = text ?? "";
    return made;
  };

  return (svg, xs, ys, point, text, label) => {
    const [low, high] = window([...ys, point.y]);
    const [first, last] = [xs[0], xs[xs.length - 1]];
    const tall = HEIGHT - TOP - BOTTOM;
    // Of the tangent as it is drawn, where y grows downwards.
    const slope = (-point.slope * tall * ((last - first) / (high - low))) / (WIDTH - LEFT - RIGHT);
    const px = (x) => LEFT + ((x - first) / (last - first)) * (WIDTH - LEFT - RIGHT);
    const py = (y) => HEIGHT - BOTTOM - ((y - low) / (high - low)) * tall;
    const inside = (y) => Math.min(Math.max(py(y), TOP - HEIGHT), 2 * HEIGHT);

    let path = "";
    let before = NaN;
    xs.forEach((x, i) => {
      const y = Number.isFinite(ys[i]) && Number.isFinite(px(x)) ? inside(ys[i]) : NaN;
      if (!Number.isNaN(y)) {
        const joined = Math.abs(y - before) < 1.5 * tall || (!Number.isNaN(before) && scale.runsOn(ys, i));
        path += `${joined ? "L" : "M"}${px(x).toFixed(1)},${y.toFixed(1)}`;
      }
      before = y;
    });

    const clip = `${svg.id}-clip`;
    const window_ = { x: LEFT, y: TOP, width: WIDTH - LEFT - RIGHT, height: tall };
    const clipPath = element("clipPath", { id: clip });
    clipPath.append(element("rect", window_));
    const drawn = element("g", { "clip-path": `url(#${clip})` });
    drawn.append(element("path", { d: path, class: "curve" }));
    const [x, y] = [px(point.x), inside(point.y)];
    const isPlace = [x, y, point.y].every(Number.isFinite);
    if (isPlace && Number.isFinite(slope)) {
      const dx = TANGENT / Math.hypot(1, slope);
      drawn.append(element("line", { class: "tangent", x1: x - dx, y1: y - slope * dx, x2: x + dx, y2: y + slope * dx }));
    }
    if (isPlace) {
      drawn.append(element("circle", { class: "point", cx: x, cy: y, r: 4.5 }));
    }
    const tick = (x, y, anchor, value) =>
      element("text", { class: "tick", x, y, "text-anchor": anchor, "aria-hidden": true }, value);
    svg.setAttribute("viewBox", `0 0 ${WIDTH} ${HEIGHT}`);
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", label);
    svg.replaceChildren(
      clipPath,
      element("rect", { ...window_, class: "frame" }),
      drawn,
      tick(LEFT, HEIGHT - 4, "start", text(first)),
      tick(WIDTH - RIGHT, HEIGHT - 4, "end", text(last)),
      tick(LEFT - 4, TOP + 10, "end", text(high)),
      tick(LEFT - 4, HEIGHT - BOTTOM, "end", text(low)),
    );
  };
})();
