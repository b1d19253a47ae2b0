"""The formula L for PyTorch, with its gradient and its lowest point.

Written by ag from program.ag, line 4.
"""

import json

import torch
import torch.nn.functional as F

EPOCHS = 40

# Where it starts.
POINT = {"v": [0.5, -1.0, 0.5], "k": 3.0}


def L(v, k):
    """The formula L."""
    t1 = v[0] - 0.3
    t2 = v[1] - 0.2
    t3 = v[2] - 0.1
    t4 = torch.stack([t1, t2, t3], -1)
    return k * torch.sum(t4 * t4, -1) + F.softplus(v[0], threshold=50)


def gradient(*point):
    """The derivatives of L by each of its arguments."""
    point = [torch.as_tensor(x).detach() for x in point]
    for x in point:
        x.requires_grad_()
    value = L(*point)
    return torch.autograd.grad(value, point, allow_unused=True)


def learning_rate(epoch, epochs):
    """The learning rate of an epoch, counted from 0."""
    return 0.1 * (1 - epoch / epochs)


def minimize(point, epochs=EPOCHS):
    """The point where L is smallest, and its values on the way."""
    point = {name: torch.tensor(x) for name, x in point.items()}
    inputs = [point["v"].requires_grad_()]
    low = [torch.tensor([-1.0, -1.0, -1.0])]
    high = [torch.tensor([0.5, 0.5, 0.5])]
    optimizer = torch.optim.Adam(inputs, lr=0.1)
    values = []
    for epoch in range(epochs):
        for group in optimizer.param_groups:
            group["lr"] = learning_rate(epoch, epochs)
        optimizer.zero_grad()
        value = L(**point)
        value.backward()
        torch.nn.utils.clip_grad_norm_(inputs, 5)
        optimizer.step()
        with torch.no_grad():
            for x, least, most in zip(inputs, low, high):
                x.copy_(x.clamp(least, most))
        values.append(value.item())
        loss = values[-1]
        if loss < 0.01:
            break
    with torch.no_grad():
        values.append(L(**point).item())
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
