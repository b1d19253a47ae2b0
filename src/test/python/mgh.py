"""The first 23 problems of Moré, Garbow and Hillstrom (1981), by SciPy's methods. Gives for each the value at the standard start, the lowest value
that a method has found from there, and the fewest evaluations of the function after which a method was within 1e-10 of the minimum (times its
size where that is above 1), with the name of the method. Gradients are exact to rounding (complex steps).

python3 src/test/python/mgh.py | grep -v ascent > src/test/resources/nn/mgh.txt     (SciPy 1.10; minutes)
"""
import warnings

import numpy as np
from scipy import optimize

warnings.filterwarnings("ignore")
e = np.exp
BARD = np.array([0.14, 0.18, 0.22, 0.25, 0.29, 0.32, 0.35, 0.39, 0.37, 0.58, 0.73, 0.96, 1.34, 2.10, 4.39])
GAUSS = np.array([0.0009, 0.0044, 0.0175, 0.0540, 0.1295, 0.2420, 0.3521, 0.3989, 0.3521, 0.2420, 0.1295, 0.0540, 0.0175, 0.0044, 0.0009])
MEYER = np.array([34780, 28610, 23650, 19630, 16370, 13720, 11540, 9744, 8261, 7030, 6005, 5147, 4427, 3820, 3307, 2872])
KOWALIK = np.array([0.1957, 0.1947, 0.1735, 0.1600, 0.0844, 0.0627, 0.0456, 0.0342, 0.0323, 0.0235, 0.0246])
KOWALIK_U = np.array([4, 2, 1, 0.5, 0.25, 0.167, 0.125, 0.1, 0.0833, 0.0714, 0.0625])
OSBORNE1 = np.array([0.844, 0.908, 0.932, 0.936, 0.925, 0.908, 0.881, 0.850, 0.818, 0.784, 0.751, 0.718, 0.685, 0.658, 0.628, 0.603, 0.580, 0.558, 0.538, 0.522, 0.506, 0.490, 0.478, 0.467, 0.457, 0.448, 0.438, 0.431, 0.424, 0.420, 0.414, 0.411, 0.406])
OSBORNE2 = np.array([1.366, 1.191, 1.112, 1.013, 0.991, 0.885, 0.831, 0.847, 0.786, 0.725, 0.746, 0.679, 0.608, 0.655, 0.616, 0.606, 0.602, 0.626, 0.651, 0.724, 0.649, 0.649, 0.694, 0.644, 0.624, 0.661, 0.612, 0.558, 0.533, 0.495, 0.500, 0.423, 0.395, 0.375, 0.372, 0.391, 0.396, 0.405, 0.428, 0.429, 0.523, 0.562, 0.607, 0.653, 0.672, 0.708, 0.633, 0.668, 0.645, 0.632, 0.591, 0.559, 0.597, 0.625, 0.739, 0.710, 0.729, 0.720, 0.636, 0.581, 0.428, 0.292, 0.162, 0.098, 0.054])


def k(m):
    return np.arange(1.0, m + 1)


def watson(x):
    t = k(29)[:, None] / 29
    j = np.arange(len(x))
    first = (x[1:] * j[1:] * t ** (j[1:] - 1)).sum(1)
    second = (x * t**j).sum(1)
    return np.concatenate([first - second**2 - 1, [x[0], x[1] - x[0] ** 2 - 1]])


def helical(x):
    theta = np.arctan(x[1] / x[0]) / (2 * np.pi) + (0.5 if np.real(x[0]) < 0 else 0)
    return np.array([10 * (x[2] - 10 * theta), 10 * (np.sqrt(x[0] ** 2 + x[1] ** 2) - 1), x[2]])


t10 = 0.1 * k(10)
t13 = 0.1 * k(13)
t20 = k(20) / 5
t33 = 10 * (k(33) - 1)
t65 = (k(65) - 1) / 10
y18 = e(-t13) - 5 * e(-10 * t13) + 3 * e(-4 * t13)
gulf_t = k(99) / 100
gulf_y = 25 + (-50 * np.log(gulf_t)) ** (2 / 3)
PROBLEMS = {
    "rosenbrock": ([-1.2, 1], lambda x: [10 * (x[1] - x[0] ** 2), 1 - x[0]]),
    "freudenstein_roth": ([0.5, -2], lambda x: [-13 + x[0] + ((5 - x[1]) * x[1] - 2) * x[1], -29 + x[0] + ((x[1] + 1) * x[1] - 14) * x[1]]),
    "powell_badly_scaled": ([0, 1], lambda x: [1e4 * x[0] * x[1] - 1, e(-x[0]) + e(-x[1]) - 1.0001]),
    "brown_badly_scaled": ([1, 1], lambda x: [x[0] - 1e6, x[1] - 2e-6, x[0] * x[1] - 2]),
    "beale": ([1, 1], lambda x: [1.5 - x[0] * (1 - x[1]), 2.25 - x[0] * (1 - x[1] ** 2), 2.625 - x[0] * (1 - x[1] ** 3)]),
    "jennrich_sampson": ([0.3, 0.4], lambda x: 2 + 2 * k(10) - (e(k(10) * x[0]) + e(k(10) * x[1]))),
    "helical_valley": ([-1, 0, 0], helical),
    "bard": ([1, 1, 1], lambda x: BARD - (x[0] + k(15) / ((16 - k(15)) * x[1] + np.minimum(k(15), 16 - k(15)) * x[2]))),
    "gaussian": ([0.4, 1, 0], lambda x: x[0] * e(-x[1] * ((8 - k(15)) / 2 - x[2]) ** 2 / 2) - GAUSS),
    "meyer": ([0.02, 4000, 250], lambda x: x[0] * e(x[1] / (45 + 5 * k(16) + x[2])) - MEYER),
    "gulf": ([5, 2.5, 0.15], lambda x: e(-(np.sqrt((gulf_y - x[1]) ** 2) ** x[2]) / x[0]) - gulf_t),
    "box": ([0, 10, 20], lambda x: e(-t10 * x[0]) - e(-t10 * x[1]) - x[2] * (e(-t10) - e(-10 * t10))),
    "powell_singular": ([3, -1, 0, 1], lambda x: [x[0] + 10 * x[1], np.sqrt(5) * (x[2] - x[3]), (x[1] - 2 * x[2]) ** 2, np.sqrt(10) * (x[0] - x[3]) ** 2]),
    "wood": ([-3, -1, -3, -1], lambda x: [10 * (x[1] - x[0] ** 2), 1 - x[0], np.sqrt(90) * (x[3] - x[2] ** 2), 1 - x[2], np.sqrt(10) * (x[1] + x[3] - 2), (x[1] - x[3]) / np.sqrt(10)]),
    "kowalik_osborne": ([0.25, 0.39, 0.415, 0.39], lambda x: KOWALIK - x[0] * (KOWALIK_U**2 + KOWALIK_U * x[1]) / (KOWALIK_U**2 + KOWALIK_U * x[2] + x[3])),
    "brown_dennis": ([25, 5, -5, -1], lambda x: (x[0] + t20 * x[1] - e(t20)) ** 2 + (x[2] + x[3] * np.sin(t20) - np.cos(t20)) ** 2),
    "osborne_1": ([0.5, 1.5, -1, 0.01, 0.02], lambda x: OSBORNE1 - (x[0] + x[1] * e(-t33 * x[3]) + x[2] * e(-t33 * x[4]))),
    "biggs_exp6": ([1, 2, 1, 1, 1, 1], lambda x: x[2] * e(-t13 * x[0]) - x[3] * e(-t13 * x[1]) + x[5] * e(-t13 * x[4]) - y18),
    "osborne_2": ([1.3, 0.65, 0.65, 0.7, 0.6, 3, 5, 7, 2, 4.5, 5.5], lambda x: OSBORNE2 - (x[0] * e(-t65 * x[4]) + x[1] * e(-((t65 - x[8]) ** 2) * x[5]) + x[2] * e(-((t65 - x[9]) ** 2) * x[6]) + x[3] * e(-((t65 - x[10]) ** 2) * x[7]))),
    "watson": ([0] * 6, watson),
    "extended_rosenbrock": ([-1.2, 1] * 5, lambda x: np.concatenate([10 * (x[1::2] - x[::2] ** 2), 1 - x[::2]])),
    "extended_powell": ([3, -1, 0, 1] * 3, lambda x: np.concatenate([x[::4] + 10 * x[1::4], np.sqrt(5) * (x[2::4] - x[3::4]), (x[1::4] - 2 * x[2::4]) ** 2, np.sqrt(10) * (x[::4] - x[3::4]) ** 2])),
    "penalty_1": ([1, 2, 3, 4], lambda x: np.append(np.sqrt(1e-5) * (x - 1), (x**2).sum() - 0.25)),
}
METHODS = ["BFGS", "L-BFGS-B", "CG", "Newton-CG", "trust-exact", "trust-ncg", "trust-krylov", "TNC", "SLSQP"]


class Reached(Exception):
    pass


def count(method, start, residuals, target):
    """The lowest value found, and after how many evaluations it was low enough."""
    seen = dict(count=0, low=np.inf, reached=None)

    def both(x):
        x = np.asarray(x, float)
        n = len(x)
        r = np.array(residuals(x), float)
        jacobian = np.empty((len(r), n))
        for i in range(n):
            z = x.astype(complex)
            z[i] += 1e-30j
            jacobian[:, i] = np.imag(np.array(residuals(z))) / 1e-30
        return float(r @ r), 2 * jacobian.T @ r

    def function(x):
        seen["count"] += 1
        value, gradient = both(x)
        seen["low"] = min(seen["low"], value) if np.isfinite(value) else seen["low"]
        if target is not None and value <= target and seen["reached"] is None:
            seen["reached"] = seen["count"]
            raise Reached
        return value, gradient

    def hessian(x):
        steps = 1e-6 * np.maximum(1e-3, np.abs(x))
        rows = [(both(x + h)[1] - both(x - h)[1]) / (2 * h[i]) for i, h in enumerate(np.diag(steps))]
        return (np.array(rows) + np.array(rows).T) / 2

    second = dict(hess=hessian) if method in ("Newton-CG", "trust-exact", "trust-ncg", "trust-krylov") else {}
    options = dict(maxiter=5000)
    if method == "L-BFGS-B":
        options = dict(maxiter=15000, maxfun=15000, ftol=0, gtol=1e-12)
    elif method == "TNC":
        options = dict(maxfun=15000, ftol=0, gtol=1e-14)
    elif method == "Newton-CG":
        options["xtol"] = 1e-14
    elif method == "SLSQP":
        options["ftol"] = 1e-16
    else:
        options["gtol"] = 1e-11
    try:
        optimize.minimize(function, start, jac=True, method=method, options=options, **second)
    except Reached:
        pass
    except Exception:  # A method that breaks down has found nothing.
        pass
    return seen["low"], seen["reached"]


for name, (start, residuals) in PROBLEMS.items():
    start = np.array(start, float)
    value = float((np.array(residuals(start)) ** 2).sum())
    low = min(count(method, start, residuals, None)[0] for method in METHODS)
    target = low + 1e-10 * max(1, low)
    counts = [(count(method, start, residuals, target)[1], method) for method in METHODS]
    best = min((c for c in counts if c[0] is not None), default=(0, "none"))
    print(name, repr(value), repr(low), best[0], best[1], flush=True)
