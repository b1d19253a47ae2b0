"""Writes numpy-random.jsonl and scikit-learn.jsonl, the outside answers that the tests of ag.data compare with.

Run in this folder where numpy and scikit-learn are installed; the files here come from numpy 2.4.6 and
scikit-learn 1.9.1. datasets.jsonl holds larger sets made by the same generators.
"""

import json

import numpy as np
from sklearn.datasets import make_blobs, make_circles, make_moons
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from sklearn.utils import shuffle

BOUNDS = [1, 2, 3, 7, 8, 100, 1000, 65536, 65537, 1000000, 2147483647]


def lines(path, rows):
    with open(path, "w") as out:
        for row in rows:
            out.write(json.dumps(row) + "\n")


def numpy_row(seed):
    fresh = lambda: np.random.RandomState(seed)
    mixed = fresh()
    in_turn = [mixed.random_sample(), mixed.normal(1, 2), mixed.randint(0, 10), mixed.normal(-3, 0.5), mixed.random_sample()]
    drawn = fresh()
    drawn.randn(3)
    _, words, position, has_spare, spare = drawn.get_state()
    return {
        "seed": seed,
        "random": fresh().random_sample(5).tolist(),
        "random_after_1000": fresh().random_sample(1001)[-1],
        "uniform": fresh().uniform(-3, 2, 5).tolist(),
        "normal": fresh().randn(9).tolist(),
        "bounds": BOUNDS,
        "integers": (lambda r: [int(r.randint(0, b)) for b in BOUNDS])(fresh()),
        "permutation": fresh().permutation(700).tolist(),
        "in_turn": in_turn,
        "state_after_3_normals": {"words": words.tolist(), "position": position, "has_spare": has_spare, "spare": spare},
    }


def generated(name, maker, **arguments):
    x, y = maker(random_state=arguments["seed"], **{k: v for k, v in arguments.items() if k != "seed"})
    return {"generator": name, **{k: v for k, v in arguments.items() if v is not None}, "x": x.tolist(), "y": y.tolist()}


def generator_rows():
    for n in (1, 2, 3, 10):
        for noise in (None, 0.3):
            yield generated("moons", make_moons, n_samples=n, noise=noise, seed=n)
            yield generated("circles", make_circles, n_samples=n, noise=noise, factor=0.8, seed=n)
        yield generated("blobs", make_blobs, n_samples=n, centers=3, cluster_std=0.5, seed=n)
    yield generated("circles", make_circles, n_samples=9, factor=0.0, seed=4294967295)
    yield generated("blobs", make_blobs, n_samples=7, centers=1, cluster_std=0.0, seed=5)


def split_row(n, fraction, seed):
    train, test = train_test_split(np.arange(n), train_size=fraction, random_state=seed)
    return {"generator": "split", "n": n, "fraction": fraction, "seed": seed, "train": train.tolist(), "test": test.tolist()}


def other_rows():
    for n, fraction, seed in ((10, 0.8, 1), (11, 0.7, 0), (100, 0.29, 42), (3, 0.5, 7), (2, 0.999, 7)):
        yield split_row(n, fraction, seed)
    for n in (1, 2, 13):
        yield {"generator": "shuffle", "n": n, "seed": 1, "order": shuffle(np.arange(n), random_state=1).tolist()}
    x = np.random.RandomState(3).normal([0, 1e3, -5], [1, 1, 1e4], size=(8, 3))
    scaler = StandardScaler().fit(x)
    yield {
        "generator": "standardize",
        "x": x.tolist(),
        "means": scaler.mean_.tolist(),
        "deviations": scaler.scale_.tolist(),
        "scaled": scaler.transform(x).tolist(),
    }


lines("numpy-random.jsonl", [numpy_row(seed) for seed in (0, 1, 42, 12345, 4294967295)])
lines("scikit-learn.jsonl", [*generator_rows(), *other_rows()])
