"""Writes special_points.csv: derivatives to third order of compositions whose operands pass through a special point of a rule
(0, 1, -1, a tie) while the composition itself stays smooth. Numbers from 60 digits of mpmath's Taylor series.

Run: python3 special_points.py > special_points.csv
"""
from mpmath import mp, mpf, taylor, factorial
import mpmath as m

mp.dps = 60
CASES = [
    ("x^x", lambda x: x**x, 1),
    ("x^(x - 1)", lambda x: x ** (x - 1), 1),
    ("x^(x - 1)", lambda x: x ** (x - 1), 2),
    ("x^sin(x - 2)", lambda x: x ** m.sin(x - 2), 2),
    ("(1 + x)^x", lambda x: (1 + x) ** x, 0),
    ("(2 + x)^(x^2)", lambda x: (2 + x) ** (x**2), 0),
    ("(2 + x)^(x - 1)", lambda x: (2 + x) ** (x - 1), 1),
    ("(3 - x)^(x + 1)", lambda x: (3 - x) ** (x + 1), -1),
    ("(3 - x)^(x + 1)", lambda x: (3 - x) ** (x + 1), 0),
    ("x^3", lambda x: x**3, 0),
    ("x^2", lambda x: x**2, 0),
    ("(x - 1)^1 * x", lambda x: (x - 1) * x, 1),
    ("norm([x, 2x])^2", lambda x: 5 * x * x, 0),
    ("exp(-norm([x, x])^2)", lambda x: m.exp(-2 * x * x), 0),
    ("norm([x])^4", lambda x: x**4, 0),
    ("abs(x)^2", lambda x: x * x, 0),
    ("abs(x) * abs(x)", lambda x: x * x, 0),
    ("hypot(x, 3x)^2", lambda x: 10 * x * x, 0),
    ("max(x, x) * sin(x)", lambda x: x * m.sin(x), 0),
    ("min(x, x)^2", lambda x: x * x, 1),
    ("atan2(x, 1)", lambda x: m.atan(x), 0),
    ("atan2(x, 1)", lambda x: m.atan(x), 1),
    ("hypot(x, 1)", lambda x: m.sqrt(x * x + 1), 0),
    ("hypot(1, x - 1)", lambda x: m.sqrt(1 + (x - 1) ** 2), 1),
    ("bce_logits(x, 1)", lambda x: m.log1p(m.exp(-x)), 0),
    ("bce_logits(x, 0)", lambda x: m.log1p(m.exp(x)), 0),
    ("bce_logits(x, x)", lambda x: m.log1p(m.exp(x)) - x * x, 0),
    ("logsumexp([x, -x])", lambda x: m.log(m.exp(x) + m.exp(-x)), 0),
    ("log_softmax([x, 2x, 0])[0]", lambda x: x - m.log(m.exp(x) + m.exp(2 * x) + 1), 0),
    ("cross_entropy([x, 2x], 1)", lambda x: m.log1p(m.exp(-x)), 0),
    ("mse(x, 1)", lambda x: (x - 1) ** 2, 1),
    ("beta(x, 1)", lambda x: 1 / x, 1),
    ("lbeta(x, 2)", lambda x: -m.log(x) - m.log(x + 1), 1),
    ("elu(x, 1) + elu(x, -1)", lambda x: 2 * x, 1),
]
for name, f, points in [
    ("exp", m.exp, (0, 1)), ("log", m.log, (1,)), ("log1p", m.log1p, (0, 1)), ("expm1", m.expm1, (0, -1)), ("sqrt", m.sqrt, (1,)),
    ("cbrt", m.cbrt, (1,)), ("sin", m.sin, (0, 1)), ("cos", m.cos, (0, 1)), ("tan", m.tan, (0, 1)), ("sec", m.sec, (0, 1)),
    ("csc", m.csc, (1, -1)), ("cot", m.cot, (1, -1)), ("asin", m.asin, (0,)), ("acos", m.acos, (0,)), ("atan", m.atan, (0, 1, -1)),
    ("asec", lambda x: m.acos(1 / x), (2, -2)), ("acsc", lambda x: m.asin(1 / x), (2, -2)), ("acot", lambda x: m.atan(1 / x), (1, -1)),
    ("sinh", m.sinh, (0, 1)), ("cosh", m.cosh, (0, 1)), ("tanh", m.tanh, (0, 1)), ("sech", m.sech, (0, 1)), ("csch", m.csch, (1, -1)),
    ("coth", m.coth, (1, -1)), ("asinh", m.asinh, (0, 1)), ("acosh", m.acosh, (2,)), ("atanh", m.atanh, (0,)),
    ("asech", lambda x: m.acosh(1 / x), (0.5,)), ("acsch", lambda x: m.asinh(1 / x), (1, -1)), ("acoth", lambda x: m.atanh(1 / x), (2, -2)),
    ("erf", m.erf, (0, 1)), ("erfc", m.erfc, (0, 1)), ("normal_pdf", lambda x: m.npdf(x), (0, 1)), ("normal_cdf", lambda x: m.ncdf(x), (0, 1)),
    ("normal_quantile", lambda p: m.sqrt(2) * m.erfinv(2 * p - 1), (0.5, 0.25)), ("gamma", m.gamma, (1, 2, 0.5)),
    ("lgamma", m.loggamma, (1, 2)), ("digamma", lambda x: m.psi(0, x), (1, 2)), ("sigmoid", lambda x: 1 / (1 + m.exp(-x)), (0, 1)),
    ("silu", lambda x: x / (1 + m.exp(-x)), (0, 1)), ("gelu", lambda x: x * m.ncdf(x), (0, 1)), ("softplus", lambda x: m.log1p(m.exp(x)), (0, 1)),
]:
    CASES += [(name + "(x)", f, p) for p in points]
print("# Made by special_points.py with mpmath " + m.__version__ + ": expression; x; value and the first three derivatives.")
for source, f, x in CASES:
    t = taylor(f, mpf(x), 3)
    numbers = [m.re(t[k]) * factorial(k) for k in range(4)]
    print(source, x, *[repr(float(n) if abs(n) > mpf(10) ** -20 else 0.0) for n in numbers], sep="; ")
