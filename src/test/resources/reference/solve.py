"""Writes solve.jsonl: equations, and their real roots from SymPy. Run: python3 solve.py > solve.jsonl"""
import json

import sympy as s

x = s.symbols("x")

# What ag reads, and the same for SymPy.
EQUATIONS = [
    ("x^2 = 4", "x**2 - 4"),
    ("x^2 + x - 1 = 0", "x**2 + x - 1"),
    ("3x^2 = 5x + 1", "3*x**2 - 5*x - 1"),
    ("2x + 3 = 7 - x/3", "2*x + 3 - 7 + x/3"),
    ("x^3 - 6x^2 + 11x - 6 = 0", "x**3 - 6*x**2 + 11*x - 6"),
    ("x^3 = -2", "x**3 + 2"),
    ("x^3 - x - 1 = 0", "x**3 - x - 1"),
    ("x^3 - 3x + 1 = 0", "x**3 - 3*x + 1"),
    ("x^5 - x - 1 = 0", "x**5 - x - 1"),
    ("x^5 - 5x^3 + 4x = 0", "x**5 - 5*x**3 + 4*x"),
    ("x^4 - 10x^2 + 1 = 0", "x**4 - 10*x**2 + 1"),
    ("x^6 - 7x^3 - 8 = 0", "x**6 - 7*x**3 - 8"),
    ("(x^2 - 2)^2 (x - 1) = 0", "(x**2 - 2)**2*(x - 1)"),
    ("x^4 + x^2 + 1 = 0", "x**4 + x**2 + 1"),
    ("e^x = 5", "exp(x) - 5"),
    ("e^(2x) - 3e^x + 2 = 0", "exp(2*x) - 3*exp(x) + 2"),
    ("2^(3x) = 5", "2**(3*x) - 5"),
    ("2^x = 3^(x - 1)", "2**x - 3**(x - 1)"),
    ("ln x = 2", "log(x) - 2"),
    ("(ln x)^2 = 4", "log(x)**2 - 4"),
    ("ln x + ln(x - 1) = ln 6", "log(x) + log(x - 1) - log(6)"),
    ("x e^x - 2x = 0", "x*exp(x) - 2*x"),
    ("√(x + 1) = x - 1", "sqrt(x + 1) - x + 1"),
    ("√(2x + 1) = -3", "sqrt(2*x + 1) + 3"),
    ("x - 5√x + 6 = 0", "x - 5*sqrt(x) + 6"),
    ("|x - 3| = 2", "sqrt((x - 3)**2) - 2"),
    ("|2x - 1| + |x| = 4", "sqrt((2*x - 1)**2) + sqrt(x**2) - 4"),
    ("1/x + 1/(x + 1) = 1", "1/x + 1/(x + 1) - 1"),
    ("(x^2 - 4)/(x - 2) = 0", "(x**2 - 4)/(x - 2)"),
    ("x/(x^2 + 1) = 2/5", "x/(x**2 + 1) - s.Rational(2, 5)"),
    ("tanh x = 1/2", "tanh(x) - s.Rational(1, 2)"),
    ("cosh x = 2", "cosh(x) - 2"),
    ("atan x = 1", "atan(x) - 1"),
]


def is_real(f, root):
    value = complex(f.subs(x, root))
    return abs(complex(root).imag) < 1e-14 and abs(value.imag) < 1e-9 and abs(value.real) < 1e-9


def roots(text):
    f = eval(text, {**s.__dict__, "s": s, "x": x})
    found = s.solve(f, x)
    numbers = sorted(float(s.re(s.N(root, 40))) for root in found if is_real(f, s.N(root, 40)))
    checked = []
    for number in numbers:
        if not checked or abs(number - checked[-1]) > 1e-12:
            checked.append(number)
    return checked


for typed, formula in EQUATIONS:
    print(json.dumps({"equation": typed, "roots": roots(formula)}, ensure_ascii=False))
