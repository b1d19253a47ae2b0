"""Rates of PyTorch's schedules, as reference for ag.session.SchedulesAgreeTest.

python3 src/test/python/schedules.py > src/test/resources/nn/schedules.jsonl     (PyTorch 1.13)

Each line: a schedule as ag writes it, and the rate of the epochs from 0, as torch.optim.lr_scheduler sets it step by step.
"""
import json

import torch
from torch.optim import lr_scheduler

EPOCHS = 40

ROWS = [
    ("step_lr", "StepLR", 0.1, dict(step_size=7)),
    ("step_lr", "StepLR", 0.3, dict(step_size=1, gamma=0.9)),
    ("multistep_lr", "MultiStepLR", 0.1, dict(milestones=[5, 12, 12, 30])),
    ("multistep_lr", "MultiStepLR", 0.2, dict(milestones=[30, 1], gamma=0.5)),
    ("exponential_lr", "ExponentialLR", 0.1, dict(gamma=0.95)),
    ("constant_lr", "ConstantLR", 0.1, dict()),
    ("constant_lr", "ConstantLR", 0.1, dict(factor=0.7, total_iters=11)),
    ("linear_lr", "LinearLR", 0.1, dict()),
    ("linear_lr", "LinearLR", 0.1, dict(start_factor=1, end_factor=0.2, total_iters=25)),
    ("polynomial_lr", "PolynomialLR", 0.1, dict()),
    ("polynomial_lr", "PolynomialLR", 0.1, dict(total_iters=33, power=2.5)),
    ("cosine_annealing_lr", "CosineAnnealingLR", 0.1, dict(T_max=40)),
    ("cosine_annealing_lr", "CosineAnnealingLR", 0.1, dict(T_max=9, eta_min=0.02)),
    ("one_cycle_lr", "OneCycleLR", 0.1, dict(total_steps=40)),
    ("one_cycle_lr", "OneCycleLR", 0.1, dict(total_steps=40, pct_start=0.07, div_factor=10, final_div_factor=100)),
    ("one_cycle_lr", "OneCycleLR", 0.1, dict(total_steps=40, pct_start=1.0)),
    ("one_cycle_lr", "OneCycleLR", 0.1, dict(total_steps=40, pct_start=0.0)),
    ("cosine_annealing_warm_restarts", "CosineAnnealingWarmRestarts", 0.1, dict(T_0=7)),
    ("cosine_annealing_warm_restarts", "CosineAnnealingWarmRestarts", 0.1, dict(T_0=3, T_mult=2, eta_min=0.02)),
    ("cosine_annealing_warm_restarts", "CosineAnnealingWarmRestarts", 0.1, dict(T_0=1, T_mult=3)),
    ("cyclic_lr", "CyclicLR", 0.01, dict(max_lr=0.1, step_size_up=6)),
    ("cyclic_lr", "CyclicLR", 0.01, dict(max_lr=0.1, step_size_up=3, step_size_down=5, mode="triangular2")),
    ("cyclic_lr", "CyclicLR", 0.01, dict(max_lr=0.1, step_size_up=4, mode="exp_range", gamma=0.9)),
    ("cyclic_momentum", "CyclicLR", 0.9, dict(base_momentum=0.7, step_size_up=3, step_size_down=5, mode="triangular2")),
    ("one_cycle_momentum", "OneCycleLR", 0.95, dict(total_steps=40)),
    ("one_cycle_momentum", "OneCycleLR", 0.9, dict(total_steps=40, pct_start=0.1, base_momentum=0.6)),
]


def momenta(name, most, arguments):
    """The momentum of each epoch."""
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=0.1, momentum=0.5)
    rate = dict(base_lr=0.1, max_lr=0.2) if name == "CyclicLR" else dict(max_lr=0.1)
    scheduler = getattr(lr_scheduler, name)(optimizer, max_momentum=most, **rate, **arguments)
    return followed(optimizer, scheduler, "momentum")


def rates(name, lr, arguments):
    """The rate of each epoch."""
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=lr)
    if name == "CyclicLR":
        arguments = dict(arguments, base_lr=lr, cycle_momentum=False)
    if name == "OneCycleLR":
        arguments = dict(arguments, cycle_momentum=False)
    scheduler = getattr(lr_scheduler, name)(optimizer, **({"max_lr": lr} if name == "OneCycleLR" else {}), **arguments)
    return followed(optimizer, scheduler, "lr")


def followed(optimizer, scheduler, what):
    seen = []
    for _ in range(EPOCHS):
        seen.append(optimizer.param_groups[0][what])
        optimizer.step()
        if len(seen) < EPOCHS:
            scheduler.step()
    return seen


for ours, theirs, lr, arguments in ROWS:
    quoted = {key: f"'{value}'" if isinstance(value, str) else value for key, value in arguments.items()}
    written = ", ".join([str(lr), "epoch"] + [f"{key} = {value}" for key, value in quoted.items()])
    numbers = (momenta if ours.endswith("momentum") else rates)(theirs, lr, arguments)
    print(json.dumps({"schedule": f"{ours}({written})", "rates": numbers}))
