"""Trainings of PyTorch with class weights and with schedules that look at the loss, go by steps or move the momentum.

python3 src/test/python/trainings.py > src/test/resources/nn/trainings.jsonl     (PyTorch 1.13)

Reference for ag.session.TrainingsAgreeTest. Each line: a program of ag, the losses of its 20 epochs and the parameters at the end. The samples
of those with batches are all the same, so that their order does not matter.
"""
import json

import torch
from torch import nn
from torch.optim import lr_scheduler as schedules

torch.set_default_dtype(torch.float64)
EPOCHS = 20
POINTS = [(0.5, -1.0, 0), (1.2, 0.3, 1), (-0.7, 0.8, 0), (0.1, 0.9, 2), (-1.1, -0.4, 0), (0.6, 0.2, 0), (-0.3, -0.8, 1)]


def network(outputs):
    torch.manual_seed(outputs)
    net = nn.Sequential(nn.Linear(2, 3), nn.Tanh(), nn.Linear(3, outputs))
    with torch.no_grad():
        for p in net.parameters():
            p.copy_((torch.rand(p.shape) * 2 - 1).mul(1000).round().div(1000))
    return net


def flat(net):
    return torch.cat([p.detach().reshape(-1) for p in net.parameters()]).tolist()


def run(name, rows, outputs, target, loss, loss_text, optimizer, optimizer_text, scheduler, batch=0, before=""):
    net = network(outputs)
    start = flat(net)
    inputs = torch.tensor([row[:2] for row in rows])
    targets = target([row[2:] for row in rows])
    rule = optimizer(net.parameters())
    plan = scheduler(rule) if scheduler else None
    losses = []
    size = batch or len(rows)
    for _ in range(EPOCHS):
        total = 0
        for i in range(0, len(rows), size):
            rule.zero_grad()
            value = loss(net(inputs[i:i + size]), targets[i:i + size])
            value.backward()
            rule.step()
            total += value.item() * min(size, len(rows) - i)
            if batch and plan:
                plan.step()
        losses.append(total / len(rows))
        if plan and not batch:
            if isinstance(plan, schedules.ReduceLROnPlateau):
                plan.step(losses[-1])
            elif len(losses) < EPOCHS:
                plan.step()
    data = "; ".join(f"{row[0]}, {row[1]} -> " + ", ".join(str(t) for t in row[2:]) for row in rows)
    program = (f"data d {{ {data} }}\nmlp net {{ input 2; layer 3 tanh; layer {outputs} linear }}\n"
               f"set net.parameters = {start}\n{before}"
               f"train net on d {{ loss {loss_text}; optimizer {optimizer_text}; epochs {EPOCHS}"
               + (f"; batch {batch}" if batch else "") + " }")
    print(json.dumps({"name": name, "program": program, "loss": losses, "parameters": flat(net)}))


def classes(rows):
    return torch.tensor([row[0] for row in rows])


def numbers(rows):
    return torch.tensor(rows, dtype=torch.float64)


def sgd(**arguments):
    return lambda p: torch.optim.SGD(p, **arguments)


WEIGHTS = [0.5, 2.0, 3.5]
SOFT = [(x, y, *[0.8 if k == c else 0.1 for k in range(3)]) for x, y, c in POINTS]
YES = [(x, y, 1 if c else 0) for x, y, c in POINTS]
TWO = [(x, y, 1 if c else 0, 0.25 * c) for x, y, c in POINTS]
SAME = [(0.5, -1.0, 0.7)] * 6
VALUES = [(x, y, 0.3 * c - 0.1) for x, y, c in POINTS]

run("weights", POINTS, 3, classes, nn.CrossEntropyLoss(weight=torch.tensor(WEIGHTS)),
    "cross_entropy(weight = [0.5, 2, 3.5])", sgd(lr=0.3), "sgd(lr = 0.3)", None)
run("weights of probabilities", SOFT, 3, numbers, nn.CrossEntropyLoss(weight=torch.tensor(WEIGHTS)),
    "cross_entropy(weight = [0.5, 2, 3.5])", sgd(lr=0.3), "sgd(lr = 0.3)", None)
run("weight of yes", YES, 1, numbers, nn.BCEWithLogitsLoss(pos_weight=torch.tensor([4.0])),
    "bce_logits(pos_weight = 4)", sgd(lr=0.3), "sgd(lr = 0.3)", None)
run("weights of yes", TWO, 2, numbers, nn.BCEWithLogitsLoss(pos_weight=torch.tensor([4.0, 0.5])),
    "bce_logits(pos_weight = [4, 0.5])", sgd(lr=0.3), "sgd(lr = 0.3)", None)
run("plateau", VALUES, 1, numbers, nn.MSELoss(), "mse", sgd(lr=0.9), "sgd(lr = reduce_lr_on_plateau(0.9, losses, factor = 0.5, patience = 1))",
    lambda o: schedules.ReduceLROnPlateau(o, factor=0.5, patience=1))
run("plateau with rest", VALUES, 1, numbers, nn.MSELoss(), "mse", sgd(lr=0.9),
    'sgd(lr = reduce_lr_on_plateau(0.9, losses, factor = 0.7, patience = 0, threshold = 0.01, cooldown = 2, min_lr = 0.3, threshold_mode = "abs"))',
    lambda o: schedules.ReduceLROnPlateau(o, factor=0.7, patience=0, threshold=0.01, cooldown=2, min_lr=0.3, threshold_mode="abs"))
run("one cycle", VALUES, 1, numbers, nn.MSELoss(), "mse", sgd(lr=0.3, momentum=0.9),
    "sgd(lr = one_cycle_lr(0.3, epoch, epochs), momentum = one_cycle_momentum(0.95, epoch, epochs))",
    lambda o: schedules.OneCycleLR(o, max_lr=0.3, total_steps=EPOCHS))
run("one cycle by steps", SAME, 1, numbers, nn.MSELoss(), "mse", sgd(lr=0.3, momentum=0.9),
    "sgd(lr = one_cycle_lr(0.3, step, steps + 1), momentum = one_cycle_momentum(0.95, step, steps + 1))",
    lambda o: schedules.OneCycleLR(o, max_lr=0.3, total_steps=3 * EPOCHS + 1), batch=2)
run("cycles by steps", SAME, 1, numbers, nn.MSELoss(), "mse", sgd(lr=0.3, momentum=0.9),
    'sgd(lr = cyclic_lr(0.02, step, 0.3, 4, 7, mode = "triangular2"), momentum = cyclic_momentum(0.9, step, 0.7, 4, 7, mode = "triangular2"))',
    lambda o: schedules.CyclicLR(o, 0.02, 0.3, 4, 7, mode="triangular2", base_momentum=0.7, max_momentum=0.9), batch=2)
run("restarts", VALUES, 1, numbers, nn.MSELoss(), "mse", sgd(lr=0.3), "sgd(lr = cosine_annealing_warm_restarts(0.3, epoch, 3, T_mult = 2, eta_min = 0.01))",
    lambda o: schedules.CosineAnnealingWarmRestarts(o, 3, T_mult=2, eta_min=0.01))
