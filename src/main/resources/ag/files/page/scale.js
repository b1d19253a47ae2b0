// Round numbers on axes, and which part of an axis is shown.
const scale = (() => {
  // One, two or five of a power of ten: so far apart that at most so many fit.
  const ticks = (low, high, most) => {
    const rough = (high - low) / Math.max(1, most);
    const power = 10 ** Math.floor(Math.log10(rough));
    const step = power * [1, 2, 5, 10].find((share) => share * power >= rough * (1 - 1e-9));
    const first = Math.ceil(low / step - 1e-9);
    const last = Math.floor(high / step + 1e-9);
    return Array.from({ length: Math.min(100, last - first + 1) }, (_, k) => Number(((first + k) * step).toPrecision(12)));
  };

  // All numbers with a margin; where some run off, as near a pole, the middle half of them and twice its width around it.
  const window = (ys) => {
    const sorted = ys.filter(Number.isFinite).sort((a, b) => a - b);
    if (sorted.length === 0) {
      return [-1, 1];
    }
    const [least, most] = [sorted[0], sorted[sorted.length - 1]];
    const low = sorted[Math.floor(sorted.length / 4)];
    const high = sorted[sorted.length - 1 - Math.floor(sorted.length / 4)];
    const fence = 2 * (high - low);
    const runsOff = high > low && most - least > 12 * (high - low);
    const from = runsOff ? Math.max(least, low - fence) : least;
    const to = runsOff ? Math.min(most, high + fence) : most;
    const margin = (to - from > 1e-12 * Math.max(Math.abs(from), Math.abs(to)) ? 0.07 * (to - from) : 0) || Math.abs(to) || 1;
    return [from - margin, to + margin];
  };

  // Heights for the lines of a map: round numbers, and where they go over decades, as in a valley, one, two and five of each.
  const levels = (low, high, most) => {
    if (!(low > 0 && high > 50 * low)) {
      return ticks(low, high, most);
    }
    const powers = Array.from({ length: Math.ceil(Math.log10(high / low)) + 2 }, (_, k) => 10 ** (Math.floor(Math.log10(low)) + k));
    const all = powers.flatMap((power) => [1, 2, 5].map((share) => share * power)).filter((level) => level >= low && level <= high);
    return all.length > most ? all.filter((_, k) => k % Math.ceil(all.length / most) === 0) : all;
  };

  // Whether the curve runs on from the value before, however far that is: beside it, it climbs as much in the same direction. At a pole it
  // turns back, and at a jump it is flat.
  const runsOn = (ys, i) => {
    const step = ys[i] - ys[i - 1];
    return [ys[i - 1] - ys[i - 2], ys[i + 1] - ys[i]].some((beside) => step * beside > 0 && Math.abs(step) <= 8 * Math.abs(beside));
  };

  return { ticks, window, levels, runsOn };
})();
