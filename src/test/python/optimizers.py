"""Steps of PyTorch's optimizers, as reference for ag.optimize.OptimizersAgreeTest.

python3 src/test/python/optimizers.py > src/test/resources/nn/optimizers.jsonl     (PyTorch 1.13)

Each line: an optimizer as ag writes it, and the parameters after each of 20 steps from START down the function below.
PyTorch keeps some numbers of asgd and nadam in its default type, so that is set to 64 bits.
"""
import json

import torch

torch.set_default_dtype(torch.float64)
START = [1.5, -2.0, 0.3, 4.0]


def loss(p):
    """Rosenbrock's valley in the first two, a bowl of another width and a wave in the others."""
    a, b, c, d = p
    return (1 - a) ** 2 + 10 * (b - a * a) ** 2 + 0.01 * c * c + torch.sin(d) + 0.1 * d * d + 0.03 * c * d


ROWS = [
    ("sgd", "SGD", dict(lr=0.001)),
    ("sgd", "SGD", dict(lr=0.001, momentum=0.9, dampening=0.1, weight_decay=0.02)),
    ("sgd", "SGD", dict(lr=0.001, momentum=0.9, nesterov=True)),
    ("sgd", "SGD", dict(lr=0.0001, momentum=0.5, maximize=True, weight_decay=0.1)),
    ("adam", "Adam", dict(lr=0.05)),
    ("adam", "Adam", dict(lr=0.05, beta1=0.8, beta2=0.95, eps=1e-3, weight_decay=0.1)),
    ("adam", "Adam", dict(lr=0.2, beta2=0.5, amsgrad=True)),
    ("adam", "Adam", dict(lr=0.01, maximize=True)),
    ("adamw", "AdamW", dict(lr=0.05)),
    ("adamw", "AdamW", dict(lr=0.2, beta2=0.5, amsgrad=True, weight_decay=0.3)),
    ("adamw", "AdamW", dict(lr=0.01, maximize=True)),
    ("nadam", "NAdam", dict(lr=0.05)),
    ("nadam", "NAdam", dict(lr=0.05, beta1=0.8, beta2=0.95, eps=1e-3, weight_decay=0.1, momentum_decay=0.05)),
    ("radam", "RAdam", dict(lr=0.05)),
    ("radam", "RAdam", dict(lr=0.05, beta1=0.8, beta2=0.95, eps=1e-3, weight_decay=0.1)),
    ("adamax", "Adamax", dict(lr=0.05)),
    ("adamax", "Adamax", dict(lr=0.05, beta1=0.8, beta2=0.7, eps=1e-3, weight_decay=0.1)),
    ("adamax", "Adamax", dict(lr=0.01, maximize=True)),
    ("rmsprop", "RMSprop", dict(lr=0.01)),
    ("rmsprop", "RMSprop", dict(lr=0.01, alpha=0.9, eps=1e-3, momentum=0.8, weight_decay=0.1)),
    ("rmsprop", "RMSprop", dict(lr=0.01, centered=True)),
    ("rmsprop", "RMSprop", dict(lr=0.001, alpha=0.8, centered=True, momentum=0.5, maximize=True)),
    ("adagrad", "Adagrad", dict(lr=0.3)),
    ("adagrad", "Adagrad", dict(lr=0.3, lr_decay=0.1, eps=1e-3, weight_decay=0.1)),
    ("adagrad", "Adagrad", dict(lr=0.01, maximize=True)),
    ("adadelta", "Adadelta", dict()),
    ("adadelta", "Adadelta", dict(lr=2, rho=0.5, eps=1e-3, weight_decay=0.1)),
    ("adadelta", "Adadelta", dict(maximize=True)),
    ("rprop", "Rprop", dict()),
    ("rprop", "Rprop", dict(lr=0.3, etaminus=0.3, etaplus=1.5, step_min=0.01, step_max=0.5)),
    ("rprop", "Rprop", dict(lr=0.01, maximize=True)),
    ("asgd", "ASGD", dict(lr=0.001)),
    ("asgd", "ASGD", dict(lr=0.01, lambd=0.2, alpha=0.6, t0=5, weight_decay=0.1)),
    ("asgd", "ASGD", dict(lr=0.0001, maximize=True)),
    ("lbfgs", "LBFGS", dict(line_search=True, tolerance_change=1e-9)),
    ("lbfgs", "LBFGS", dict(line_search=True, tolerance_change=1e-9, lr=0.5, history_size=2)),
    ("lbfgs", "LBFGS", dict(line_search=False, tolerance_change=1e-9, lr=0.1)),
]


def torch_arguments(arguments):
    arguments = dict(arguments)
    for pair, names in {"betas": ("beta1", "beta2"), "etas": ("etaminus", "etaplus"), "step_sizes": ("step_min", "step_max")}.items():
        standard = {"beta1": 0.9, "beta2": 0.999, "etaminus": 0.5, "etaplus": 1.2, "step_min": 1e-6, "step_max": 50}
        if any(name in arguments for name in names):
            arguments[pair] = tuple(arguments.pop(name, standard[name]) for name in names)
    if "line_search" in arguments:
        arguments["line_search_fn"] = "strong_wolfe" if arguments.pop("line_search") else None
        arguments.update(max_iter=1, max_eval=1000, tolerance_grad=1e-10)
    return arguments


def written(name, arguments):
    values = [f"{key} = {str(value).lower()}" for key, value in arguments.items()]
    return f"{name}({', '.join(values)})" if values else name


for name, rule, arguments in ROWS:
    p = torch.tensor(START, requires_grad=True)
    optimizer = getattr(torch.optim, rule)([p], **torch_arguments(arguments))

    def closure():
        optimizer.zero_grad()
        value = loss(p)
        value.backward()
        return value

    steps = []
    for _ in range(20):
        optimizer.step(closure)
        steps.append(p.detach().tolist())
    print(json.dumps({"optimizer": written(name, arguments), "steps": steps}))
