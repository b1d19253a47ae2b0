#!/usr/bin/env python3
"""Writes linear.jsonl: values and the first three derivatives of functions of matrices, by PyTorch (1.13).

Each program defines the function of a matrix B; the derivatives are taken along a matrix of weights, as
grad(sum(W*grad(L, B)), B). Run it in this folder.
"""
import json
import torch

torch.set_default_dtype(torch.float64)
linalg = torch.linalg

SQUARE = [[2.0, 0.5, -0.3], [0.7, -1.5, 0.4], [0.2, 0.9, 3.1]]
LARGER = [[2.0, 0.5, -0.3, 0.1], [0.7, -1.5, 0.4, 0.6], [0.2, 0.9, 3.1, -0.8], [0.3, -0.2, 0.5, 0.0]]
TALL = [[1.0, 0.5], [0.3, -2.0], [0.8, 0.4], [-0.6, 0.9]]
WIDE = [[1.0, 0.5, 0.3, -0.6], [0.8, -0.4, -2.0, 0.9]]
SINGULAR = [[1.0, 2.0, 3.0, 4.0], [2.0, 4.0, 6.0, 8.0], [1.0, 0.0, 1.0, 0.0], [0.0, 1.0, 1.0, 1.0]]
RANK_ONE = [[1.0, 2.0, 3.0, 4.0], [2.0, 4.0, 6.0, 8.0], [1.0, 2.0, 3.0, 4.0], [3.0, 6.0, 9.0, 12.0]]


def weights(n, m, k):
    return torch.tensor([[((3 * i + 5 * j + k) % 7 - 2.5) / 2 for j in range(m)] for i in range(n)])


def text(matrix):
    return "[" + ", ".join("[" + ", ".join(repr(float(x)) for x in row) + "]" for row in matrix) + "]"


def leibniz(b):
    """The determinant as a sum over permutations: PyTorch's own has no second derivative where it is singular."""
    if b.shape[0] == 1:
        return b[0, 0]
    total = 0
    for j in range(b.shape[0]):
        rest = torch.cat([b[1:, :j], b[1:, j + 1:]], dim=1)
        total = total + (-1) ** j * b[0, j] * leibniz(rest)
    return total


def signs(u, v):
    """Each column of V has its largest element positive."""
    largest = v.abs().argmax(dim=0)
    sign = torch.sign(v[largest, range(v.shape[1])])
    return u * sign, v * sign


def svd(b, part):
    u, s, vh = linalg.svd(b, full_matrices=False)
    small, large = (u, vh.T) if b.shape[0] < b.shape[1] else (vh.T, u)
    large, small = signs(large, small)
    left, right = (small, large) if b.shape[0] < b.shape[1] else (large, small)
    return [left, s, right][part]


def symmetric(b):
    return b + b.T + 0.3 * b.T @ b


def eigenvectors(a):
    values, vectors = linalg.eigh(a)
    return signs(vectors, vectors)[1]


V3, V4 = torch.tensor([1.0, -2.0, 0.5]), torch.tensor([1.0, -2.0, 0.5, 3.0])
S = "B + transpose(B) + 0.3*transpose(B) @ B"
CASES = [
    ("solve", SQUARE, "solve(B, [1, -2, 0.5])", lambda b: linalg.solve(b, V3)),
    ("solve-larger", LARGER, "solve(B, [1, -2, 0.5, 3])", lambda b: linalg.solve(b, V4)),
    ("solve-matrix", SQUARE, "solve(B, B @ B + 1)", lambda b: linalg.solve(b, b @ b + 1)),
    ("inv", SQUARE, "inv(B)", linalg.inv),
    ("inv-larger", LARGER, "B^-1", linalg.inv),
    ("power", SQUARE, "B^3", lambda b: linalg.matrix_power(b, 3)),
    ("power-negative", SQUARE, "B^-2", lambda b: linalg.matrix_power(b, -2)),
    ("det", SQUARE, "det(B)", linalg.det),
    ("det-larger", LARGER, "det(B)", linalg.det),
    ("det-singular", SINGULAR, "det(B)", leibniz),
    ("det-rank-one", RANK_ONE, "det(B)", leibniz),
    ("log-det", LARGER, "log(abs(det(B)))", lambda b: torch.log(abs(linalg.det(b)))),
    ("trace", SQUARE, "trace(B @ B @ B)", lambda b: torch.trace(b @ b @ b)),
    ("diag", SQUARE, "diag(B[0]) @ B + outer(B[1], diag(B))", lambda b: torch.diag(b[0]) @ b + torch.outer(b[1], torch.diag(b))),
    ("cholesky", SQUARE, "cholesky(B @ transpose(B) + identity(3))", lambda b: linalg.cholesky(b @ b.T + torch.eye(3))),
    ("cholesky-larger", LARGER, "cholesky(B @ transpose(B) + identity(4))", lambda b: linalg.cholesky(b @ b.T + torch.eye(4))),
    ("q", SQUARE, "qr(B)[0]", lambda b: linalg.qr(b)[0]),
    ("r", SQUARE, "qr(B)[1]", lambda b: linalg.qr(b)[1]),
    ("q-tall", TALL, "qr(B)[0]", lambda b: linalg.qr(b)[0]),
    ("r-tall", TALL, "qr(B)[1]", lambda b: linalg.qr(b)[1]),
    ("r-wide", WIDE, "qr(B)[1]", lambda b: linalg.qr(b)[1]),
    ("eigenvalues", SQUARE, f"eigenvalues({S})", lambda b: linalg.eigvalsh(symmetric(b))),
    ("eigenvalues-larger", LARGER, f"eigenvalues({S})", lambda b: linalg.eigvalsh(symmetric(b))),
    ("eigenvectors", SQUARE, f"eigenvectors({S})", lambda b: eigenvectors(symmetric(b))),
    ("singular-values", SQUARE, "svd(B)[1]", lambda b: svd(b, 1)),
    ("singular-values-tall", TALL, "svd(B)[1]", lambda b: svd(b, 1)),
    ("left", SQUARE, "svd(B)[0]", lambda b: svd(b, 0)),
    ("right", SQUARE, "svd(B)[2]", lambda b: svd(b, 2)),
    ("left-tall", TALL, "svd(B)[0]", lambda b: svd(b, 0)),
    ("right-tall", TALL, "svd(B)[2]", lambda b: svd(b, 2)),
    ("left-wide", WIDE, "svd(B)[0]", lambda b: svd(b, 0)),
    ("right-wide", WIDE, "svd(B)[2]", lambda b: svd(b, 2)),
    ("lstsq-tall", TALL, "lstsq(B, [1, -2, 0.5, 3])", lambda b: linalg.pinv(b) @ V4),
    ("lstsq-wide", WIDE, "lstsq(B, [1, -2])", lambda b: linalg.pinv(b) @ torch.tensor([1.0, -2.0])),
    ("lstsq-square", SQUARE, "lstsq(B, B)", lambda b: linalg.lstsq(b, b).solution),
]

with open("linear.jsonl", "w") as out:
    for name, matrix, source, function in CASES:
        b = torch.tensor(matrix, requires_grad=True)
        value = function(b)
        program = f"let B = {text(matrix)}\nF = {source}\n"
        out.write(json.dumps({"id": name, "program": program + "F", "value": value.tolist()}) + "\n")
        if value.dim() == 0:
            scalar, program = value, program + "L = F\n"
        elif value.dim() == 1:
            w = weights(1, len(value), 0)[0]
            scalar, program = (w * value).sum(), program + f"L = sum({text([w])[1:-1]}*F)\n"
        else:
            w = weights(*value.shape, 0)
            scalar, program = (w * value).sum(), program + f"L = sum({text(w)}*F)\n"
        formula = "L"
        for order in (1, 2, 3):
            (slope,) = torch.autograd.grad(scalar, b, create_graph=True, allow_unused=True)
            formula = f"grad({formula}, B)"
            out.write(json.dumps({"id": f"{name}-{order}", "program": program + formula, "value": slope.tolist()}) + "\n")
            w = weights(*b.shape, order)
            scalar, formula = (w * slope).sum(), f"sum({text(w)}*{formula})"
            if not scalar.requires_grad:
                break
