// Writes a number as ag does: with so many significant digits, whole numbers without a point.
const numberText = (x, digits) => {
  if (Number.isNaN(x)) {
    return "nan";
  }
  if (!Number.isFinite(x)) {
    return x > 0 ? "inf" : "-inf";
  }
  if (x === 0) {
    return Object.is(x, -0) ? "-0" : "0";
  }
  const rounded = Number(x.toPrecision(digits));
  const [mantissa, power] = rounded.toExponential().split("e");
  const exponent = Number(power);
  return exponent >= -5 && exponent < 15 ? String(rounded) : `${mantissa}e${exponent}`;
};
