// A drawing with two axes, in pixels of the page, so that letters and lines keep their size at any width.
const makePanel = (svg) => {
  const LEFT = 58;
  const RIGHT = 12;
  const TOP = 10;
  const BOTTOM = 26;
  const TICK_ROOM = 58;

  const element = (name, attributes, text) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    if (text !== undefined) {
      made.textContent = text;
    }
    return made;
  };

  // Begins a picture of this part of the plane.
  const begin = ([left, right], [low, high]) => {
    const width = Math.max(240, svg.clientWidth);
    const height = Math.max(120, svg.clientHeight);
    const inner = { x: LEFT, y: TOP, width: width - LEFT - RIGHT, height: height - TOP - BOTTOM };
    const px = (x) => LEFT + ((x - left) / (right - left)) * inner.width;
    const py = (y) => TOP + inner.height - ((y - low) / (high - low)) * inner.height;
    const clip = element("clipPath", { id: `${svg.id}-clip` });
    clip.append(element("rect", inner));
    const drawn = element("g", { "clip-path": `url(#${svg.id}-clip)` });
    svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    svg.replaceChildren(clip, element("rect", { ...inner, class: "ground" }));
    scale.ticks(left, right, inner.width / TICK_ROOM).forEach((x) => {
      const at = px(x);
      svg.append(
        element("line", { class: x === 0 ? "zero" : "grid", x1: at, y1: TOP, x2: at, y2: TOP + inner.height }),
        element("text", { class: "tick", x: at, y: height - 8, "text-anchor": "middle" }, numberText(x, 6)),
      );
    });
    scale.ticks(low, high, inner.height / 36).forEach((y) => {
      const at = py(y);
      svg.append(
        element("line", { class: y === 0 ? "zero" : "grid", x1: LEFT, y1: at, x2: LEFT + inner.width, y2: at }),
        element("text", { class: "tick", x: LEFT - 6, y: at + 4, "text-anchor": "end" }, numberText(y, 4)),
      );
    });
    svg.append(drawn, element("rect", { ...inner, class: "frame" }));
    return { px, py, drawn, inner, span: { left, right, low, high } };
  };

  // A line through the places that have a height; where it jumps by more than the window it is broken.
  const curve = (picture, xs, ys, kind) => {
    const { px, py, inner } = picture;
    const held = (y) => Math.min(Math.max(py(y), TOP - 2 * inner.height), TOP + 3 * inner.height);
    let path = "";
    let before = NaN;
    xs.forEach((x, i) => {
      const y = Number.isFinite(ys[i]) ? held(ys[i]) : NaN;
      if (!Number.isNaN(y)) {
        const joined = Math.abs(y - before) < 1.2 * inner.height || (!Number.isNaN(before) && scale.runsOn(ys, i));
        path += `${joined ? "L" : "M"}${px(x).toFixed(1)},${y.toFixed(1)}`;
      }
      before = y;
    });
    picture.drawn.append(element("path", { d: path, class: kind }));
  };

  // Where the pointer is, in the numbers of the axes.
  const place = (picture, event) => {
    const box = svg.getBoundingClientRect();
    const { inner, span } = picture;
    const share = (event.clientX - box.left - inner.x) / inner.width;
    const above = 1 - (event.clientY - box.top - inner.y) / inner.height;
    const within = (value) => Math.min(1, Math.max(0, value));
    return {
      x: span.left + within(share) * (span.right - span.left),
      y: span.low + within(above) * (span.high - span.low),
    };
  };

  return { svg, begin, curve, place, element };
};
