"""The fit of a model to data as a program for PyTorch.

    reading ~ X @ v + b*t

Written by ag from program.ag, line 5.
"""

import json

import torch

STEPS = 1000

# What was measured, and what the model knows of each sample.
MEASURED = [1.1, 2.9, 5.2, 40.0, 9.1, 10.8]
DATA = {
    "X": [
        [1.0, 0.0], [1.0, 1.0], [0.0, 2.0], [1.0, 3.0], [1.0, 1.0], [0.0, 5.0],
    ],
    "t": [0.0, 1.0, 2.0, 3.0, 4.0, 5.0],
}
# The root of the weight of each sample.
ROOTS = [1.0, 1.4142135623730951, 1.7320508075688772, 1.0, 1.0, 1.0]
# Where the parameters start.
START = {"v": [0.0, 0.0], "b": 0.0}
# Between what each number stays.
LOW = [-torch.inf, -torch.inf, -1.0]
HIGH = [torch.inf, torch.inf, 1.0]


def model(v, b, X, t):
    """What the model says of each sample."""
    return torch.sum(X[:, 0:2] * v[0:2], -1) + b * t


def residuals(p):
    """How far the model is from what was measured, for each sample."""
    v = p[0:2]
    b = p[2]
    X = torch.tensor(DATA["X"])
    t = torch.tensor(DATA["t"])
    said = model(v, b, X, t)
    return (said - torch.tensor(MEASURED)) * torch.tensor(ROOTS)


def cost(p):
    """What is made as small as it can be."""
    z = (residuals(p) / 0.5) ** 2
    return 0.5 ** 2 * (2 * z / ((1 + z) ** 0.5 + 1)).sum()


def linearized(p):
    """The residuals, and their derivatives by each parameter."""
    r = residuals(p)
    J = torch.autograd.functional.jacobian(residuals, p, vectorize=True)
    z = (r / 0.5) ** 2
    slope = (1 + z) ** -0.5
    bend = -0.5 * (1 + z) ** -1.5
    factor = (slope + 2 * bend * z).clamp(min=2.0 ** -52).sqrt()
    return r * slope / factor, J * factor[:, None]


def fit(p, steps=STEPS):
    """The Levenberg-Marquardt method; gives parameters and steps."""
    low, high = torch.tensor(LOW), torch.tensor(HIGH)
    p = p.clamp(low, high)
    scale = torch.zeros_like(p)
    damping = 1e-3
    for step in range(steps):
        r, J = linearized(p)
        here = cost(p)
        slope = r @ J
        held = (p <= low) & (slope >= 0) | (p >= high) & (slope <= 0)
        J = J * ~held
        length = J.norm(dim=0)
        scale = torch.maximum(scale, length)
        scale[scale == 0] = 1
        # What the parameters can still do about the residuals.
        share = (r @ J).abs() / (length * here.sqrt()).clamp(min=1e-300)
        if share.max() <= 1e-11:
            return p, step
        zeros = torch.zeros_like(p)
        while True:
            A = torch.cat([J, damping ** 0.5 * torch.diag(scale)])
            b = torch.cat([-r, zeros])[:, None]
            change = torch.linalg.lstsq(A, b).solution
            there = (p + change[:, 0]).clamp(low, high)
            if cost(there) <= here * (1 + 1e-15):
                break
            damping *= 4
            if damping > 1e20:
                return p, step
        damping = max(damping / 16, 1e-30)
        p = there
    return p, steps


def errors(p):
    """The standard error of each parameter."""
    _, J = linearized(p)
    free = (p > torch.tensor(LOW)) & (p < torch.tensor(HIGH))
    J = J[:, free]
    inverse = torch.linalg.inv(torch.linalg.qr(J).R)
    variance = cost(p) / (J.shape[0] - J.shape[1])
    errors = torch.zeros_like(p)
    errors[free] = ((inverse ** 2).sum(1) * variance).sqrt()
    return errors


def named(p):
    """The numbers by the names of the parameters, in their shapes."""
    shapes = {name: torch.tensor(x) for name, x in START.items()}
    parts = p.split([x.numel() for x in shapes.values()])
    return {
        name: part.reshape(x.shape).tolist()
        for part, (name, x) in zip(parts, shapes.items())
    }


def main():
    """Prints the fitted parameters, and how well they are known."""
    torch.set_default_dtype(torch.float64)
    start = torch.cat(
        [torch.tensor(x).flatten() for x in START.values()]
    )
    p, steps = fit(start)
    result = {
        "parameters": named(p),
        "errors": named(errors(p)),
        "cost": cost(p).item(),
        "steps": steps,
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
