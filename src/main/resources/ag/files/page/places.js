// Where a curve crosses zero and where it turns: seen between two samples, then found by halving.
const places = (() => {
  const HALVINGS = 40;
  // Of the values beside it; at a pole and at a jump it is not that small.
  const SMALL = 1e-6;

  // The place between two others at which a sign changes, with the numbers on either side.
  const halved = (f, low, high, sign) => {
    let [a, b] = [low, high];
    for (let i = 0; i < HALVINGS; i++) {
      const middle = (a + b) / 2;
      const value = f(middle);
      if (value === 0 || !Number.isFinite(value)) {
        return [middle, middle];
      }
      if (value > 0 === sign > 0) {
        a = middle;
      } else {
        b = middle;
      }
    }
    return [a, b];
  };

  // Between which neighbours the sign changes; where it is zero over some samples, around these.
  const changes = (ys) => {
    const found = [];
    let last = -1;
    ys.forEach((y, i) => {
      if (!Number.isFinite(y)) {
        last = -1;
      } else if (y !== 0) {
        if (last >= 0 && y > 0 !== ys[last] > 0) {
          found.push([last, i]);
        }
        last = i;
      }
    });
    return found;
  };

  const rounded = (x, xs) => (Math.abs(x) < 1e-9 * (xs[xs.length - 1] - xs[0]) ? 0 : x);

  // Where values are zero between two samples of different signs.
  const crossings = (xs, ys, f) => changes(ys).filter(([from, to]) => to - from === 1).flatMap(([from, to]) => {
    const [a, b] = halved(f, xs[from], xs[to], ys[from]);
    const value = Math.max(Math.abs(f(a)), Math.abs(f(b)));
    return value <= SMALL * Math.max(Math.abs(ys[from]), Math.abs(ys[to])) ? [rounded((a + b) / 2, xs)] : [];
  });

  // Where the slope changes its sign and the curve does not break off, as it does at a pole.
  const turns = (xs, ys, slopes, f, slope) => changes(slopes).flatMap(([from, to]) => {
    if (to - from > 1) {
      return [xs[(from + to) >> 1]];
    }
    const [a, b] = halved(slope, xs[from], xs[to], slopes[from]);
    const reach = 4 * (Math.abs(slopes[from]) + Math.abs(slopes[to])) * (xs[to] - xs[from]) + 1e-12 * Math.abs(ys[from]);
    const near = [a, b].every((x) => Math.abs(f(x) - ys[from]) <= reach && Math.abs(f(x) - ys[to]) <= reach);
    return near ? [rounded((a + b) / 2, xs)] : [];
  });

  const sorted = (numbers) => numbers.sort((a, b) => a - b)
    .filter((x, i) => i === 0 || x - numbers[i - 1] > 1e-9 * (numbers[numbers.length - 1] - numbers[0]));

  // Crossings, samples that are zero, of a row of them the first, and turning points that touch zero.
  const zeros = (xs, ys, f, turning, size) => sorted([
    ...crossings(xs, ys, f),
    ...xs.filter((_, i) => ys[i] === 0 && ys[i - 1] !== 0),
    ...turning.filter((x) => Math.abs(f(x)) <= 1e-12 * size),
  ]);

  return { turns, zeros };
})();
