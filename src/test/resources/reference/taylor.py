"""Writes taylor.jsonl: Taylor coefficients from SymPy, as fractions or decimals. Run: python3 taylor.py > taylor.jsonl"""
import json

import sympy as s

x = s.symbols("x")
CASES = [
    ("sin x", s.sin(x), 0, 9),
    ("cos x", s.cos(x), 0, 8),
    ("tan x", s.tan(x), 0, 9),
    ("e^(sin x)", s.exp(s.sin(x)), 0, 8),
    ("ln(1 + x)", s.log(1 + x), 0, 7),
    ("ln x", s.log(x), 1, 6),
    ("ln x", s.log(x), 2, 4),
    ("√x", s.sqrt(x), 4, 5),
    ("1/(1 - x - x^2)", 1 / (1 - x - x**2), 0, 12),
    ("sin(x)/x", s.sin(x) / x, 0, 8),
    ("(e^x - 1)/x", (s.exp(x) - 1) / x, 0, 6),
    ("x/(e^x - 1)", x / (s.exp(x) - 1), 0, 8),
    ("asin x", s.asin(x), 0, 7),
    ("atan x", s.atan(x), 0, 9),
    ("atan x", s.atan(x), 1, 4),
    ("tanh x", s.tanh(x), 0, 7),
    ("cosh(x)^2", s.cosh(x) ** 2, 0, 6),
    ("x^x", x**x, 1, 5),
    ("2^x", 2**x, 0, 4),
    ("sigmoid(x)", 1 / (1 + s.exp(-x)), 0, 7),
    ("erf(x)", s.erf(x), 0, 7),
    ("sin(cos x)", s.sin(s.cos(x)), 0, 6),
    ("(1 + x)^(1/3)", (1 + x) ** s.Rational(1, 3), 0, 5),
    ("sin x", s.sin(x), s.pi / 6, 4),
]

for typed, f, at, order in CASES:
    h = s.symbols("h", positive=True)
    series = s.series(f.subs(x, at + h), h, 0, order + 1).removeO()
    coefficients = [float(s.N(series.coeff(h, k), 25)) for k in range(order + 1)]
    place = "π/6" if at == s.pi / 6 else str(at)
    print(json.dumps({"of": typed, "at": place, "order": order, "coefficients": coefficients}, ensure_ascii=False))
