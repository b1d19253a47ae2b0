#!/usr/bin/env python3
"""Certified values for NIST's linear regressions, in exact rational arithmetic from the data as decimals.

Usage: certify.py FOLDER, which holds a CSV file (y, x...) for each data set. Writes the coefficients, their standard errors and the residual
standard deviation with 17 digits, then the data. NIST publishes the same with 15 digits (www.itl.nist.gov/div898/strd/lls/lls.shtml).
"""
import csv, sys
from fractions import Fraction
from mpmath import mp, mpf, sqrt
mp.dps = 60
DEGREES = {"Filip": 10, "Norris": 1, "Pontius": 2, "Wampler1": 5, "Wampler2": 5, "Wampler3": 5, "Wampler4": 5, "Wampler5": 5}

def solve(a, b):
    n = len(a); m = [row[:] + [v] for row, v in zip(a, b)]
    for k in range(n):
        p = next(i for i in range(k, n) if m[i][k]); m[k], m[p] = m[p], m[k]
        for i in range(n):
            if i != k and m[i][k]:
                f = m[i][k] / m[k][k]; m[i] = [x - f * y for x, y in zip(m[i], m[k])]
    return [m[i][n] / m[i][i] for i in range(n)]

def number(f): return mpf(f.numerator) / f.denominator
def text(x): return mp.nstr(x, 17)

for name in ["Filip", "Longley", "NoInt1", "NoInt2", "Norris", "Pontius", "Wampler1", "Wampler2", "Wampler3", "Wampler4", "Wampler5"]:
    rows = [[Fraction(v) for v in r if v] for r in csv.reader(open(f"{sys.argv[1]}/{name.lower()}.csv", encoding="utf-8-sig")) if r and r[0][0] in "-.0123456789"]
    y = [r[0] for r in rows]; x = [r[1:] for r in rows]
    if name in DEGREES: X = [[r[0] ** k for k in range(DEGREES[name] + 1)] for r in x]; data = [[r[0], r[1]] for r in rows]
    else: X = [([] if name.startswith("NoInt") else [Fraction(1)]) + r for r in x]; data = rows
    p = len(X[0]); A = [[sum(r[i] * r[j] for r in X) for j in range(p)] for i in range(p)]
    b = solve(A, [sum(r[i] * v for r, v in zip(X, y)) for i in range(p)])
    rest = sum((v - sum(c * w for c, w in zip(b, r))) ** 2 for r, v in zip(X, y)); s2 = rest / (len(y) - p)
    inverse = [solve(A, [Fraction(i == j) for i in range(p)])[j] for j in range(p)]
    with open(f"{name}.txt", "w") as out:
        out.write("coefficients " + " ".join(text(number(v)) for v in b) + "\n")
        out.write("errors " + " ".join(text(sqrt(number(v * s2))) for v in inverse) + "\n")
        out.write("residual " + text(sqrt(number(s2))) + "\n")
        for r in data: out.write(" ".join(repr(float(v)) for v in r) + "\n")
