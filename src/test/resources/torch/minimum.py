"""The formula R for PyTorch, with its gradient and its lowest point.

Written by ag from program.ag, line 3.
"""

import json

import torch

EPOCHS = 1000

# Where it starts.
POINT = {"x": -1.2, "y": 1.0}


def R(x, y):
    """The formula R."""
    return (1 - x) ** 2 + 100 * (y - x ** 2) ** 2


def gradient(*point):
    """The derivatives of R by each of its arguments."""
    point = [torch.as_tensor(x).detach() for x in point]
    for x in point:
        x.requires_grad_()
    value = R(*point)
    return torch.autograd.grad(value, point, allow_unused=True)


def minimize(point, epochs=EPOCHS):
    """The point where R is smallest, and its values on the way."""
    point = {name: torch.tensor(x) for name, x in point.items()}
    inputs = [x.requires_grad_() for x in point.values()]
    optimizer = torch.optim.LBFGS(
        inputs, lr=1, history_size=100, line_search_fn="strong_wolfe",
        tolerance_grad=1e-10, tolerance_change=0, max_iter=1, max_eval=1000,
    )
    values = []

    def closure():
        optimizer.zero_grad()
        value = R(**point)
        value.backward()
        return value

    for _ in range(epochs):
        before = [x.detach().clone() for x in inputs]
        values.append(optimizer.step(closure).item())
        if all(map(torch.equal, inputs, before)):
            break
    with torch.no_grad():
        values.append(R(**point).item())
    return {name: x.detach() for name, x in point.items()}, values


def main():
    """Prints the lowest point, with value and gradient there."""
    torch.set_default_dtype(torch.float64)
    point, values = minimize(POINT)
    slopes = gradient(*point.values())
    result = {
        "value": values[-1],
        "steps": len(values) - 1,
        "point": {name: x.tolist() for name, x in point.items()},
        "gradient": {
            name: slope.tolist() for name, slope in zip(point, slopes)
        },
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
