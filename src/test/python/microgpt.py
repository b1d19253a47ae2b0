"""The losses of the first ten steps of examples/microgpt.ag, computed by PyTorch in double precision.

Needs python3 with torch and numpy. From the project's folder:

    python3 src/test/python/microgpt.py > src/test/resources/reference/microgpt.txt
"""
import numpy
import torch

torch.set_default_dtype(torch.float64)
random = numpy.random.RandomState(42)
lines = open("examples/data/names.txt").read().split()
names = [lines[i] for i in random.permutation(len(lines))]
letters = sorted(set("".join(names)))
MARK = len(letters)
VOCABULARY, WIDTH, HEADS, BLOCK, STEPS = MARK + 1, 16, 4, 16, 1000


def matrix(rows, columns):
    numbers = [[random.normal(0, 0.08) for _ in range(columns)] for _ in range(rows)]
    return torch.tensor(numbers, requires_grad=True)


wte, wpe = matrix(VOCABULARY, WIDTH), matrix(BLOCK, WIDTH)
wq, wk, wv, wo = (matrix(WIDTH, WIDTH) for _ in range(4))
w1, w2 = matrix(4 * WIDTH, WIDTH), matrix(WIDTH, 4 * WIDTH)
lm_head = matrix(VOCABULARY, WIDTH)
adam = torch.optim.Adam([wte, wpe, wq, wk, wv, wo, w1, w2, lm_head], lr=0.01, betas=(0.85, 0.99), eps=1e-8)


def rmsnorm(x):
    return x * (x.square().mean(-1, keepdim=True) + 1e-5).rsqrt()


def logits(tokens):
    """All places at once, with a mask instead of a list of earlier keys and values."""
    n = len(tokens)
    x = rmsnorm(wte[tokens] + wpe[:n])
    h = rmsnorm(x)
    q, k, v = (t.view(n, HEADS, -1).transpose(0, 1) for t in (h @ wq.T, h @ wk.T, h @ wv.T))
    scores = q @ k.transpose(1, 2) / (WIDTH / HEADS) ** 0.5
    scores = scores.masked_fill(torch.ones(n, n).triu(1).bool(), -torch.inf)
    x = x + (scores.softmax(-1) @ v).transpose(0, 1).reshape(n, WIDTH) @ wo.T
    x = x + (rmsnorm(x) @ w1.T).relu() @ w2.T
    return x @ lm_head.T


for step in range(10):
    tokens = torch.tensor([MARK] + [letters.index(c) for c in names[step]] + [MARK])
    n = min(BLOCK, len(tokens) - 1)
    loss = torch.nn.functional.cross_entropy(logits(tokens[:n]), tokens[1 : n + 1])
    print(repr(loss.item()))
    adam.param_groups[0]["lr"] = 0.01 * (1 - step / STEPS)
    adam.zero_grad()
    loss.backward()
    adam.step()
