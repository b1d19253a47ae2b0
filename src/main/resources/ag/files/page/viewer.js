"use strict";

// Lets a picture be moved and enlarged: by dragging, with the wheel, with two fingers, with buttons, and with keys.
for (const viewer of document.querySelectorAll("[data-viewer]")) {
  const canvas = viewer.querySelector(".canvas");
  const svg = canvas.querySelector("svg");
  const box = svg.viewBox.baseVal;
  const whole = { x: box.x, y: box.y, width: box.width, height: box.height };
  let view = { ...whole };

  const show = () => svg.setAttribute("viewBox", `${view.x} ${view.y} ${view.width} ${view.height}`);
  const scale = () => Math.max(view.width / canvas.clientWidth, view.height / canvas.clientHeight);
  const move = (dx, dy) => {
    view.x += dx * scale();
    view.y += dy * scale();
    show();
  };
  const zoom = (factor, at) => {
    const least = Math.min(whole.width, 60) / view.width;
    const most = (4 * Math.max(whole.width, canvas.clientWidth)) / view.width;
    const by = Math.min(Math.max(factor, least), most);
    const center = at ?? { x: view.x + view.width / 2, y: view.y + view.height / 2 };
    view = {
      x: center.x - (center.x - view.x) * by,
      y: center.y - (center.y - view.y) * by,
      width: view.width * by,
      height: view.height * by,
    };
    show();
  };
  const all = () => {
    view = { ...whole };
    show();
  };
  // As little as it takes: along an axis on which the node is seen already, nothing moves.
  const bring = (node) => {
    const { x, y, width, height } = node.getBBox();
    if (x < view.x || x + width > view.x + view.width) {
      view.x = x + (width - view.width) / 2;
    }
    if (y < view.y || y + height > view.y + view.height) {
      view.y = y + (height - view.height) / 2;
    }
    show();
  };
  // A small picture is not blown up, and a large one keeps letters that can be read: then only its left part is seen.
  const start = () => {
    const size = Math.min(1.2, Math.max(0.6, canvas.clientWidth / whole.width));
    canvas.style.height = `${Math.min(0.7 * innerHeight, Math.max(120, whole.height * size))}px`;
    const height = canvas.clientHeight / size;
    const width = canvas.clientWidth / size;
    view = {
      x: width > whole.width ? (whole.width - width) / 2 : 0,
      y: (whole.height - height) / 2,
      width,
      height,
    };
    show();
  };
  const place = (event) => new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());

  const fingers = new Map();
  const distance = () => {
    const [a, b] = [...fingers.values()];
    return Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
  };
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    fingers.set(event.pointerId, event);
  });
  canvas.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) {
      return;
    }
    if (fingers.size === 2) {
      const apart = distance();
      fingers.set(event.pointerId, event);
      zoom(apart / Math.max(1, distance()), place(event));
      return;
    }
    fingers.set(event.pointerId, event);
    move(before.clientX - event.clientX, before.clientY - event.clientY);
  });
  for (const end of ["pointerup", "pointercancel"]) {
    canvas.addEventListener(end, (event) => fingers.delete(event.pointerId));
  }
  // Another script may ask for a node to be seen.
  canvas.addEventListener("bring", (event) => bring(event.target));
  canvas.addEventListener("wheel", (event) => {
    // With Ctrl as everywhere; without it the wheel scrolls the page.
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      zoom(Math.exp(event.deltaY / 300), place(event));
    }
  }, { passive: false });

  const keys = {
    ArrowLeft: () => move(-40, 0),
    ArrowRight: () => move(40, 0),
    ArrowUp: () => move(0, -40),
    ArrowDown: () => move(0, 40),
    "+": () => zoom(1 / 1.25),
    "=": () => zoom(1 / 1.25),
    "-": () => zoom(1.25),
    0: all,
  };
  canvas.addEventListener("keydown", (event) => {
    if (keys[event.key] && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      keys[event.key]();
    }
  });

  const buttons = document.createElement("div");
  buttons.className = "buttons";
  const button = (text, label, action) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.setAttribute("aria-label", label);
    made.addEventListener("click", action);
    buttons.append(made);
  };
  button("+", "Enlarge the picture", () => zoom(1 / 1.25));
  button("−", "Make the picture smaller", () => zoom(1.25));
  button("show all", "Show all of the picture", all);
  viewer.append(buttons);
  start();
  // A phone that shows or hides its address bar changes the height alone: that is no reason to start again.
  let width = innerWidth;
  addEventListener("resize", () => {
    if (innerWidth !== width) {
      width = innerWidth;
      start();
    }
  });
}
