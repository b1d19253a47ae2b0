#!/usr/bin/env python3
"""Writes everyday.jsonl: values and two derivatives of statistics, running sums and shapes, by PyTorch 1.13. Run it in this folder."""
import json
import torch

torch.set_default_dtype(torch.float64)
M = [[1.0, 2.5, -3.0], [4.0, -0.5, 2.0]]
V = [4.0, -1.5, 9.0, 0.25]


def text(x):
    return json.dumps(x)


def weights(shape, k):
    n = 1
    for size in shape:
        n *= size
    return torch.tensor([((3 * i + k) % 7 - 2.5) / 2 for i in range(n)]).reshape(shape)


def middle(v, dim=None):
    return torch.quantile(v, 0.5) if dim is None else torch.quantile(v, 0.5, dim=dim)


ROW, COLUMN = torch.tensor([10.0, -2.0, 0.5]), torch.tensor([[3.0], [-1.0]])
CASES = [
    ("sum(B.^3, axis = 0)", M, lambda b: (b ** 3).sum(0)),
    ("sum(B.^3, axis = 1)", M, lambda b: (b ** 3).sum(1)),
    ("mean(B.^3, axis = 0)", M, lambda b: (b ** 3).mean(0)),
    ("mean(B.^3, axis = 1)", M, lambda b: (b ** 3).mean(1)),
    ("max(B.^3, axis = 0)", M, lambda b: (b ** 3).max(0).values),
    ("min(B.^3, axis = 1)", M, lambda b: (b ** 3).min(1).values),
    ("prod(B, axis = 1)", M, lambda b: b.prod(1)),
    ("norm(B, axis = 0)", M, lambda b: b.norm(dim=0)),
    ("logsumexp(B, axis = 1)", M, lambda b: b.logsumexp(1)),
    ("var(B, axis = 0)", M, lambda b: b.var(0)),
    ("std(B, axis = 1)", M, lambda b: b.std(1)),
    ("std(B)", V, lambda b: b.std()),
    ("var(B)", V, lambda b: b.var()),
    ("median(B.^3)", V, lambda b: middle(b ** 3)),
    ("median(B.^3, axis = 0)", M, lambda b: middle(b ** 3, 0)),
    ("quantile(B.^3, 0.3)", V, lambda b: torch.quantile(b ** 3, 0.3)),
    ("quantile(B.^3, [0, 0.1, 0.5, 1])", V, lambda b: torch.quantile(b ** 3, torch.tensor([0, 0.1, 0.5, 1]))),
    ("cumsum(B.^3)", V, lambda b: (b ** 3).cumsum(0)),
    ("cumprod(B)", V, lambda b: b.cumprod(0)),
    ("diff(B.^3)", V, lambda b: torch.diff(b ** 3)),
    ("argsort(B)*B", V, lambda b: torch.argsort(b) * b),
    ("where(B > 0, B.^3, exp(B))", V, lambda b: torch.where(b > 0, b ** 3, b.exp())),
    ("where(B <= 1, B.^3, 2)", M, lambda b: torch.where(b <= 1, b ** 3, torch.tensor(2.0))),
    ("flatten(B).^3", M, lambda b: b.flatten() ** 3),
    ("reshape(B.^3, 3, 2)", M, lambda b: (b ** 3).reshape(3, 2)),
    ("repeat(B, 2).^3", V, lambda b: b.repeat_interleave(2) ** 3),
    ("tile(B, 2).^3", V, lambda b: b.repeat(2) ** 3),
    ("B.^2 + [10, -2, 0.5]*B", M, lambda b: b ** 2 + ROW * b),
    ("[[3], [-1]] - B.^3", M, lambda b: COLUMN - b ** 3),
    ("B[0]*reshape(B[1], 3, 1)", M, lambda b: b[0] * b[1][:, None]),
    ("B[0]/(B[.., 0..0])", M, lambda b: b[0] / b[:, :1]),
    ("max(B, [0.1, 1.1, 2.1]).^2", M, lambda b: torch.maximum(b, torch.tensor([0.1, 1.1, 2.1])) ** 2),
]

with open("everyday.jsonl", "w") as out:
    for source, start, function in CASES:
        b = torch.tensor(start, requires_grad=True)
        value = function(b)
        program = f"let B = {text(start)}\nF = {source}\n"
        out.write(json.dumps({"id": source, "program": program + "F", "value": value.tolist()}) + "\n")
        scalar, formula = (value, "F") if value.dim() == 0 else ((weights(value.shape, 0) * value).sum(), f"sum({text(weights(value.shape, 0).tolist())}*F)")
        for order in (1, 2):
            (slope,) = torch.autograd.grad(scalar, b, create_graph=True)
            formula = f"grad({formula}, B)"
            out.write(json.dumps({"id": f"{source}, {order}", "program": program + formula, "value": slope.tolist()}) + "\n")
            w = weights(b.shape, order)
            scalar, formula = (w * slope).sum(), f"sum({text(w.tolist())}*{formula})"
            if not scalar.requires_grad:
                break
