"""The fit of a model to data as a program for PyTorch.

    grams ~ most/(1 + exp(-rate*(hours - middle)))

Written by ag from program.ag, line 4.
"""

import json

import torch

STEPS = 1000

# What was measured, and what the model knows of each sample.
MEASURED = [0.52, 0.83, 1.36, 2.02, 2.91, 3.78, 4.59, 5.21]
DATA = {
    "hours": [0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0],
}
# Where the parameters start.
START = {"most": 8.0, "rate": 1.0, "middle": 3.0}


def model(most, rate, middle, hours):
    """What the model says of each sample."""
    return most / (1 + torch.exp(-rate * (hours - middle)))


def residuals(p):
    """How far the model is from what was measured, for each sample."""
    most = p[0]
    rate = p[1]
    middle = p[2]
    hours = torch.tensor(DATA["hours"])
    said = model(most, rate, middle, hours)
    return said - torch.tensor(MEASURED)


def cost(p):
    """What is made as small as it can be."""
    return (residuals(p) ** 2).sum()


def linearized(p):
    """The residuals, and their derivatives by each parameter."""
    r = residuals(p)
    J = torch.autograd.functional.jacobian(residuals, p, vectorize=True)
    return r, J


def fit(p, steps=STEPS):
    """The Levenberg-Marquardt method; gives parameters and steps."""
    scale = torch.zeros_like(p)
    damping = 1e-3
    for step in range(steps):
        r, J = linearized(p)
        here = cost(p)
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
            there = p + change[:, 0]
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
    inverse = torch.linalg.inv(torch.linalg.qr(J).R)
    variance = cost(p) / (J.shape[0] - J.shape[1])
    return ((inverse ** 2).sum(1) * variance).sqrt()


def main():
    """Prints the fitted parameters, and how well they are known."""
    torch.set_default_dtype(torch.float64)
    start = torch.tensor(list(START.values()))
    p, steps = fit(start)
    result = {
        "parameters": dict(zip(START, p.tolist())),
        "errors": dict(zip(START, errors(p).tolist())),
        "cost": cost(p).item(),
        "steps": steps,
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
