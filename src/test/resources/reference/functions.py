"""Writes functions.csv: values and first derivatives of the functions of one number, rounded once from 60 digits of mpmath.

Run: python3 functions.py [POINTS PER CLASS] > functions.csv
"""
import math, random, sys
from mpmath import mp, mpf, erf, erfc, exp, sqrt, pi, log, psi, gamma, loggamma
import mpmath as m

mp.dps = 60
COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 6
rng = random.Random(5)


def spread(low, high, signs=(1, -1)):
    """Points whose exponents are even between 10^low and 10^high."""
    return [rng.choice(signs) * 10 ** rng.uniform(low, high) for _ in range(COUNT)]


def near(x, signs=(1, -1)):
    """Points near x at all distances."""
    return [x + rng.choice(signs) * abs(x or 1) * 10 ** rng.uniform(-15.5, -1) for _ in range(COUNT)]


def plain(low, high):
    return [rng.uniform(low, high) for _ in range(COUNT)]


small = spread(-320, -300) + spread(-200, -100) + spread(-20, -3)
huge = spread(100, 308)
line = small + plain(-3, 3) + plain(-40, 40) + plain(-700, 700) + huge + [1.0, -1.0, 20.0, 21.5, 22.5, 37.5, -37.5]
positive = [abs(x) for x in small + huge] + plain(0, 5) + near(1.0) + spread(0, 10, (1,))
angles = small + plain(-10, 10) + near(math.pi / 2) + near(math.pi) + spread(2, 22) + [1e200]
inside = small + plain(-1, 1) + near(1.0, (-1,)) + [-x for x in near(1.0, (-1,))]
outside = near(1.0, (1,)) + [-x for x in near(1.0, (1,))] + plain(1, 5) + huge
tails = small + plain(-3, 3) + plain(-38, 38) + plain(-8, 8)


def sigmoid(x):
    return 1 / (1 + exp(-x))


def phi(x):
    return exp(-x * x / 2) / sqrt(2 * pi)


def Phi(x):
    return erfc(-x / sqrt(mpf(2))) / 2


def dig(f):
    """Far out some functions need far more digits to tell e^x from nothing."""
    return f


FUNCTIONS = {
    "exp": (exp, exp, line),
    "expm1": (m.expm1, exp, line),
    "log": (log, lambda x: 1 / x, positive),
    "log2": (lambda x: log(x) / log(mpf(2)), lambda x: 1 / (x * log(mpf(2))), positive),
    "log10": (lambda x: log(x) / log(mpf(10)), lambda x: 1 / (x * log(mpf(10))), positive),
    "log1p": (m.log1p, lambda x: 1 / (1 + x), [x for x in small + huge + near(-1.0, (1,)) + plain(-1, 4) if x > -1]),
    "sqrt": (sqrt, lambda x: 1 / (2 * sqrt(x)), positive),
    "cbrt": (lambda x: m.sign(x) * m.cbrt(abs(x)), lambda x: 1 / (3 * m.cbrt(abs(x)) ** 2), line),
    "sin": (m.sin, m.cos, angles),
    "cos": (m.cos, lambda x: -m.sin(x), angles),
    "tan": (m.tan, lambda x: 1 + m.tan(x) ** 2, angles),
    "sec": (m.sec, lambda x: m.sec(x) * m.tan(x), angles),
    "csc": (m.csc, lambda x: -m.csc(x) * m.cot(x), angles),
    "cot": (m.cot, lambda x: -m.csc(x) ** 2, angles),
    "asin": (m.asin, lambda x: 1 / sqrt(1 - x * x), inside),
    "acos": (m.acos, lambda x: -1 / sqrt(1 - x * x), inside),
    "atan": (m.atan, lambda x: 1 / (1 + x * x), line + near(1.0) + spread(150, 162)),
    "asec": (lambda x: m.acos(1 / x), lambda x: 1 / (abs(x) * sqrt(x * x - 1)), outside),
    "acsc": (lambda x: m.asin(1 / x), lambda x: -1 / (abs(x) * sqrt(x * x - 1)), outside),
    "acot": (lambda x: m.atan(1 / x), lambda x: -1 / (1 + x * x), line + near(1.0)),
    "sinh": (m.sinh, m.cosh, line),
    "cosh": (m.cosh, m.sinh, line),
    "tanh": (m.tanh, lambda x: m.sech(x) ** 2, line),
    "sech": (m.sech, lambda x: -m.sech(x) * m.tanh(x), line),
    "csch": (m.csch, lambda x: -m.csch(x) * m.coth(x), line),
    "coth": (m.coth, lambda x: -m.csch(x) ** 2, line),
    "asinh": (m.asinh, lambda x: 1 / sqrt(1 + x * x), line),
    "acosh": (m.acosh, lambda x: 1 / sqrt(x * x - 1), [x for x in outside if x > 0]),
    "atanh": (m.atanh, lambda x: 1 / (1 - x * x), inside),
    "asech": (lambda x: m.acosh(1 / x), lambda x: -1 / (x * sqrt(1 - x * x)), [x for x in inside if x > 0]),
    "acsch": (lambda x: m.asinh(1 / x), lambda x: -1 / (abs(x) * sqrt(1 + x * x)), line),
    "acoth": (lambda x: m.atanh(1 / x), lambda x: 1 / (1 - x * x), outside),
    "erf": (erf, lambda x: 2 / sqrt(pi) * exp(-x * x), tails),
    "erfc": (erfc, lambda x: -2 / sqrt(pi) * exp(-x * x), tails),
    "normal_pdf": (phi, lambda x: -x * phi(x), tails),
    "normal_cdf": (Phi, phi, tails),
    "gelu": (lambda x: x * Phi(x), lambda x: Phi(x) + x * phi(x), tails),
    "sigmoid": (sigmoid, lambda x: sigmoid(x) * sigmoid(-x), line),
    "silu": (lambda x: x * sigmoid(x), lambda x: sigmoid(x) * (1 + x * sigmoid(-x)), line),
    "softplus": (lambda x: m.log1p(exp(x)), sigmoid, line),
    "gamma": (gamma, lambda x: gamma(x) * psi(0, x), plain(0, 3) + plain(1, 20) + plain(20, 171) + [1.0, 5.0, 23.0, 100.0, 171.0] + plain(-20, 0)),
    "lgamma": (lambda x: m.re(loggamma(x)), lambda x: psi(0, x), plain(0, 3) + near(1.0) + near(2.0) + spread(0, 300, (1,)) + spread(-300, -1, (1,))),
    "digamma": (lambda x: psi(0, x), lambda x: psi(1, x), plain(0, 3) + plain(0, 30) + near(1.4616321449683622) + spread(1, 100, (1,)) + spread(-100, -1, (1,))),
    "factorial": (lambda x: gamma(x + 1), lambda x: gamma(x + 1) * psi(0, x + 1), plain(0, 3) + plain(1, 20) + plain(20, 170) + [1.0, 5.0, 23.0, 100.0, 170.0] + plain(-20, -1)),
}


def number(x):
    # Rounding from 60 digits; an exponent below the normal ones is rounded once too.
    return repr(float(x)) if abs(x) > mpf(2) ** -1022 else repr(float(int(m.nint(mpf(x) * mpf(2) ** 1074))) * 5e-324 if x else 0.0)


def main():
    print("# Made by functions.py with mpmath", m.__version__ + ": function, x, value, derivative.")
    for name, (f, slope, points) in FUNCTIONS.items():
        for x in points:
            if x == 0:
                continue
            mp.dps = 60 + min(700, int(abs(math.log10(abs(x)))) * (2 if abs(x) < 1e300 else 2))
            try:
                y, d = f(mpf(x)), slope(mpf(x))
                if m.im(y) or m.im(d):
                    continue
                row = (name, repr(x), number(m.re(y)), number(m.re(d)))
            except (ZeroDivisionError, OverflowError, ValueError):
                continue
            if "inf" in row or "-inf" in row or "nan" in row:
                continue
            print(", ".join(row))


main()
