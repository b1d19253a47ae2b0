"""How many digits SciPy and NumPy get of NIST's certified values: the figures beside ag's in docs/fit.md.

Usage, from the project's root: python3 bench/py/fit.py
"""
import glob, math, os, re, warnings
import numpy as np
from scipy.optimize import leastsq, least_squares

warnings.simplefilter("ignore")
exp, cos, sin, pi = np.exp, np.cos, np.sin, np.pi
gauss = lambda b, x: b[0]*exp(-b[1]*x) + b[2]*exp(-(x - b[3])**2/b[4]**2) + b[5]*exp(-(x - b[6])**2/b[7]**2)
lanczos = lambda b, x: b[0]*exp(-b[1]*x) + b[2]*exp(-b[3]*x) + b[4]*exp(-b[5]*x)
cubic = lambda b, x: (b[0] + b[1]*x + b[2]*x**2 + b[3]*x**3)/(1 + b[4]*x + b[5]*x**2 + b[6]*x**3)
MODELS = {
    "Bennett5": lambda b, x: b[0]*(b[1] + x)**(-1/b[2]), "BoxBOD": lambda b, x: b[0]*(1 - exp(-b[1]*x)),
    "Chwirut1": lambda b, x: exp(-b[0]*x)/(b[1] + b[2]*x), "Chwirut2": lambda b, x: exp(-b[0]*x)/(b[1] + b[2]*x),
    "DanWood": lambda b, x: b[0]*x**b[1],
    "ENSO": lambda b, x: b[0] + b[1]*cos(2*pi*x/12) + b[2]*sin(2*pi*x/12) + b[4]*cos(2*pi*x/b[3]) + b[5]*sin(2*pi*x/b[3]) + b[7]*cos(2*pi*x/b[6]) + b[8]*sin(2*pi*x/b[6]),
    "Eckerle4": lambda b, x: b[0]/b[1]*exp(-0.5*((x - b[2])/b[1])**2), "Gauss1": gauss, "Gauss2": gauss, "Gauss3": gauss,
    "Hahn1": cubic, "Thurber": cubic, "Kirby2": lambda b, x: (b[0] + b[1]*x + b[2]*x**2)/(1 + b[3]*x + b[4]*x**2),
    "Lanczos1": lanczos, "Lanczos2": lanczos, "Lanczos3": lanczos, "MGH09": lambda b, x: b[0]*(x**2 + x*b[1])/(x**2 + x*b[2] + b[3]),
    "MGH10": lambda b, x: b[0]*exp(b[1]/(x + b[2])), "MGH17": lambda b, x: b[0] + b[1]*exp(-x*b[3]) + b[2]*exp(-x*b[4]),
    "Misra1a": lambda b, x: b[0]*(1 - exp(-b[1]*x)), "Misra1b": lambda b, x: b[0]*(1 - (1 + b[1]*x/2)**-2.0),
    "Misra1c": lambda b, x: b[0]*(1 - (1 + 2*b[1]*x)**-0.5), "Misra1d": lambda b, x: b[0]*b[1]*x/(1 + b[1]*x),
    "Nelson": lambda b, x: b[0] - b[1]*x[0]*exp(-b[2]*x[1]), "Rat42": lambda b, x: b[0]/(1 + exp(b[1] - b[2]*x)),
    "Rat43": lambda b, x: b[0]/(1 + exp(b[1] - b[2]*x))**(1/b[3]), "Roszman1": lambda b, x: b[0] - b[1]*x - np.arctan(b[2]/(x - b[3]))/pi,
}
METHODS = {
    "leastsq": lambda f, b: leastsq(f, b)[0],
    "leastsq, tolerances 1e-15": lambda f, b: leastsq(f, b, ftol=1e-15, xtol=1e-15, gtol=1e-15, maxfev=100000)[0],
    "least_squares": lambda f, b: least_squares(f, b).x,
    "least_squares, x_scale jac, 3-point, 1e-15": lambda f, b: least_squares(f, b, jac="3-point", x_scale="jac", ftol=1e-15, xtol=1e-15, gtol=1e-15, max_nfev=100000).x,
}

def digits(found, known):
    return min(11.0 if a == b else -math.log10(abs(a - b)/abs(b)) if math.isfinite(a) else 0 for a, b in zip(found, known))

totals = {name: [] for name in METHODS}
for path in sorted(glob.glob("src/test/resources/nist/nonlinear/*.dat")):
    name = os.path.basename(path)[:-4]; lines = open(path).read().splitlines()
    table = [[float(v) for v in m.group(1).split()] for m in (re.match(r"\s*b\d =(.*)", line) for line in lines[:60]) if m]
    data = np.array([[float(v) for v in line.split()] for line in lines[60:] if line.strip()]).T
    y = np.log(data[0]) if name == "Nelson" else data[0]; x = data[1] if len(data) == 2 else data[1:]
    for start in (0, 1):
        for method, run in METHODS.items():
            try: found = run(lambda b: np.nan_to_num(MODELS[name](b, x), nan=1e100, posinf=1e100, neginf=-1e100) - y, [row[start] for row in table])
            except Exception: found = [math.nan]*len(table)
            totals[method].append(max(0, digits(found, [row[2] for row in table])))
for method, got in totals.items():
    print(f"{method}: {sum(d >= 6 for d in got)} of {len(got)} to six digits, {sum(d >= 10 for d in got)} to ten, {sum(got)/len(got):.1f} on average")
for path in sorted(glob.glob("src/test/resources/nist/linear/*.txt")):
    name = os.path.basename(path)[:-4]; lines = open(path).read().splitlines()
    known = [float(v) for v in lines[0].split()[1:]]; rows = np.array([[float(v) for v in line.split()] for line in lines[3:]])
    first = 1 if name.startswith("NoInt") else 0
    X = np.stack([rows[:, 1]**k for k in range(first, first + len(known))], 1) if rows.shape[1] == 2 else np.hstack([np.ones((len(rows), 1)), rows[:, 1:]])
    print(name, f"numpy lstsq {digits(np.linalg.lstsq(X, rows[:, 0], rcond=1e-17)[0], known):.1f}")
