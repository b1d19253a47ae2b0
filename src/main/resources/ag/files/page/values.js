// The values of the operations, by the names of their rows in the operation table. A test holds each against the engine.
// Their derivatives are not here: those are generated from the rules in the table.
const values = (() => {
  const sigmoid = (x) => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x)));
  const softplus = (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  const boundedLog = (x) => Math.max(Math.log(x), -100);

  // The series of Abramowitz and Stegun 7.1.6, whose terms all have one sign, and for large x their continued fraction 7.1.14.
  const erf = (x) => {
    const m = Math.abs(x);
    if (!(m < 6)) {
      return Number.isNaN(m) ? m : Math.sign(x);
    }
    const scale = (2 / Math.sqrt(Math.PI)) * Math.exp(-m * m);
    if (m < 2) {
      let term = m;
      let sum = m;
      for (let n = 1; term > sum * 1e-17; n++) {
        term *= (2 * m * m) / (2 * n + 1);
        sum += term;
      }
      return Math.sign(x) * scale * sum;
    }
    return Math.sign(x) * (1 - erfc(m));
  };

  const erfc = (x) => {
    if (!(x >= 2)) {
      return 1 - erf(x);
    }
    let fraction = x;
    for (let n = 120; n > 0; n--) {
      fraction = x + n / 2 / fraction;
    }
    return Math.exp(-x * x) / Math.sqrt(Math.PI) / fraction;
  };

  const normalPdf = (x) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  const normalCdf = (x) => 0.5 * erfc(-x * Math.SQRT1_2);

  // The root of x² - 1, without loss near 1.
  const leg = (x) => Math.sqrt(x - 1) * Math.sqrt(x + 1);
  const acsc = (x) => Math.sign(x) * Math.atan(1 / leg(Math.abs(x)));

  const halfToEven = (x) => {
    const floor = Math.floor(x);
    const rest = x - floor;
    return rest > 0.5 || (rest === 0.5 && floor % 2 !== 0) ? floor + 1 : floor;
  };

  const largest = (v) => v.reduce((a, b) => Math.max(a, b), -Infinity);

  const logSumExp = (v) => {
    const m = largest(v);
    return Number.isFinite(m) ? m + Math.log(v.reduce((sum, x) => sum + Math.exp(x - m), 0)) : m;
  };

  const modulo = (a, b) => {
    const rest = a % b;
    return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest;
  };

  return {
    ADD: (a, b) => a + b,
    SUBTRACT: (a, b) => a - b,
    MULTIPLY: (a, b) => a * b,
    DIVIDE: (a, b) => a / b,
    NEGATE: (x) => -x,
    POWER: Math.pow,
    LINEAR: (x) => x,
    EXP: Math.exp,
    LOG: Math.log,
    LOG2: Math.log2,
    LOG10: Math.log10,
    LOG1P: Math.log1p,
    EXPM1: Math.expm1,
    SQRT: Math.sqrt,
    CBRT: Math.cbrt,
    ABS: Math.abs,
    SIGN: Math.sign,
    SIN: Math.sin,
    COS: Math.cos,
    TAN: Math.tan,
    ASIN: Math.asin,
    ACOS: Math.acos,
    ATAN: Math.atan,
    ATAN2: Math.atan2,
    SINH: Math.sinh,
    COSH: Math.cosh,
    TANH: Math.tanh,
    ASINH: Math.asinh,
    ACOSH: Math.acosh,
    ATANH: Math.atanh,
    HYPOT: Math.hypot,
    ERF: erf,
    ERFC: erfc,
    NORMAL_PDF: normalPdf,
    NORMAL_CDF: normalCdf,
    SEC: (x) => 1 / Math.cos(x),
    CSC: (x) => 1 / Math.sin(x),
    COT: (x) => 1 / Math.tan(x),
    ASEC: (x) => Math.PI / 2 - acsc(x),
    ACSC: acsc,
    ACOT: (x) => Math.atan(1 / x),
    SECH: (x) => 1 / Math.cosh(x),
    CSCH: (x) => 1 / Math.sinh(x),
    COTH: (x) => 1 / Math.tanh(x),
    ASECH: (x) => Math.acosh(1 / x),
    ACSCH: (x) => Math.asinh(1 / x),
    ACOTH: (x) => Math.atanh(1 / x),
    TRUNC: Math.trunc,
    FLOOR: Math.floor,
    CEIL: Math.ceil,
    ROUND: halfToEven,
    MOD: modulo,
    MIN: Math.min,
    MAX: Math.max,
    CLAMP_MIN: Math.max,
    CLAMP_MAX: Math.min,
    SIGMOID: sigmoid,
    RELU: (x) => Math.max(x, 0),
    LEAKY_RELU: (a, b) => (a > 0 ? a : a * b),
    ELU: (a, b) => (a > 0 ? a : b * Math.expm1(a)),
    GELU: (x) => x * normalCdf(x),
    SILU: (x) => x * sigmoid(x),
    SOFTPLUS: softplus,
    SQUARED_ERROR: (a, b) => (a - b) * (a - b),
    BCE: (a, b) => -(b * boundedLog(a) + (1 - b) * Math.max(Math.log1p(-a), -100)),
    BCE_LOGITS: (a, b) => (1 - b) * Math.max(a, 0) + b * Math.max(-a, 0) + Math.log1p(Math.exp(-Math.abs(a))),
    HINGE: (a, b) => Math.max(1 - a * b, 0),
    SUM: (v) => v.reduce((a, b) => a + b, 0),
    LARGEST: largest,
    SMALLEST: (v) => v.reduce((a, b) => Math.min(a, b), Infinity),
    NORM: (v) => Math.hypot(...v),
    LOGSUMEXP: logSumExp,
    DOT: (v) => {
      const half = v.length / 2;
      let sum = 0;
      for (let i = 0; i < half; i++) {
        sum += v[i] * v[half + i];
      }
      return sum;
    },
    GREATER: (a, b) => (a > b ? 1 : 0),
    GREATER_OR_EQUAL: (a, b) => (a >= b ? 1 : 0),
    EQUAL: (a, b) => (a === b ? 1 : 0),
    GATE: (a, b) => (a === 0 ? 0 : b),
    TRUNCATED: (a, order) => a,
    ELEMENT: ([index, ...v]) => v[index] ?? NaN,
  };
})();
