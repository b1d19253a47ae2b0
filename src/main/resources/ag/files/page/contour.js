// Lines of equal height over the plane: marching squares, a saddle is decided by the mean of its corners.
const contourPath = (grid, columns, rows, level, px, py) => {
  const at = (column, row) => grid[row * columns + column] - level;
  const pieces = [];
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const corners = [[column, row], [column + 1, row], [column + 1, row + 1], [column, row + 1]];
      const heights = corners.map(([c, r]) => at(c, r));
      if (!heights.every(Number.isFinite)) {
        continue;
      }
      const crossings = [];
      heights.forEach((height, k) => {
        const next = (k + 1) % 4;
        if (height >= 0 !== heights[next] >= 0) {
          const share = height / (height - heights[next]);
          crossings.push([
            corners[k][0] + share * (corners[next][0] - corners[k][0]),
            corners[k][1] + share * (corners[next][1] - corners[k][1]),
          ]);
        }
      });
      if (crossings.length === 4 && heights[0] >= 0 !== heights.reduce((sum, height) => sum + height) >= 0) {
        crossings.push(crossings.shift());
      }
      for (let k = 0; k + 1 < crossings.length; k += 2) {
        pieces.push([crossings[k], crossings[k + 1]].map(([c, r]) => [px(c), py(r)]));
      }
    }
  }
  const path = pieces.map(([[a, b], [c, d]]) => `M${a.toFixed(1)},${b.toFixed(1)}L${c.toFixed(1)},${d.toFixed(1)}`).join("");
  return { path, label: pieces[Math.floor(pieces.length / 2)]?.[0] };
};
