"""The training of the network net as a program for PyTorch.

Written by ag from program.ag, line 3; the numbers are the same.

    python3 search.py
    torchrun --nproc_per_node 2 search.py
"""

import argparse
import json
import os
import sys

import torch
import torch.distributed as dist
from torch import nn

EPOCHS = 6

# 4 samples: 2 inputs, 1 target
INPUTS = [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]
TARGETS = [-1.0, 1.0, 1.0, -1.0]

# Layer by layer: the weights, row by row, then the biases.
PARAMETERS = [
    -0.39316102787722707, 0.5242946554059005, -0.41476174810322003,
    0.5920052233631237, -0.01638905397813395, 0.15802968642888127,
    0.3760504969760208, 0.026046968241539514, -0.28736748653831723,
    -0.4416288736684645, -0.5929213838560503, 0.3372055007008412,
    -0.05869077710404691, -0.3416901322873488, 0.37993703120127886,
    -0.22591353800777536, -0.08576498091894869,
]

# What each layer applies, for the file that ag reads.
ACTIVATIONS = [{"activation": "sin"}, {"activation": "linear"}]


class Net(nn.Module):
    """2 -> 4 sin -> 1 linear."""

    def __init__(self):
        super().__init__()
        self.layer1 = nn.Linear(2, 4)
        self.layer2 = nn.Linear(4, 1)

    def forward(self, x):
        x = torch.sin(self.layer1(x))
        return self.layer2(x)


def samples():
    """Inputs and targets, a row for each sample."""
    return torch.tensor(INPUTS), torch.tensor(TARGETS).reshape(-1, 1)


def sum_of_losses(output, target):
    """The losses of some samples, added up."""
    return torch.relu(1 - output * target).sum()


def penalty(net):
    """What large parameters add to the loss."""
    return 0.01 * sum((p ** 2).sum() for p in net.parameters())


def accuracy(net, inputs, targets):
    """The share of samples that the network gets right."""
    with torch.no_grad():
        output = net(inputs)
    right = ((output > 0) == (targets > 0)).all(1)
    return right.double().mean().item()


def mean(value, world):
    """The mean of a number over all processes."""
    if world > 1:
        dist.all_reduce(value)
    return value / world


def progress(epoch, loss, options):
    """Prints a line for an epoch."""
    file = sys.stderr if options.json else sys.stdout
    line = f"epoch {epoch + 1} of {options.epochs}: loss {loss:.6g}"
    print(line, file=file, flush=True)


def train(net, inputs, targets, options, rank, world):
    """Trains the network; gives the loss of each epoch."""
    model = net
    if world > 1:
        model = nn.parallel.DistributedDataParallel(net)
    optimizer = torch.optim.LBFGS(
        net.parameters(), lr=1, history_size=10, line_search_fn="strong_wolfe",
        tolerance_grad=1e-10, tolerance_change=0, max_iter=1, max_eval=1000,
    )
    losses = []
    if options.resume:
        saved = torch.load(options.resume, map_location=inputs.device)
        net.load_state_dict(saved["net"])
        optimizer.load_state_dict(saved["optimizer"])
        losses = saved["losses"]
    batch = torch.arange(len(inputs), device=inputs.device)
    part = batch[rank::world]
    for epoch in range(len(losses), options.epochs):

        def closure():
            optimizer.zero_grad()
            loss = sum_of_losses(model(inputs[part]), targets[part])
            loss = loss * world / len(batch) + penalty(net)
            loss.backward()
            return mean(loss.detach(), world)

        loss = optimizer.step(closure)
        total = loss
        losses.append(total.item())
        last = epoch + 1 == options.epochs
        if rank == 0 and (epoch % options.log == 0 or last):
            progress(epoch, losses[-1], options)
        due = (epoch + 1) % options.every == 0 or last
        if rank == 0 and options.checkpoint and due:
            saved = {
                "net": net.state_dict(),
                "optimizer": optimizer.state_dict(),
                "losses": losses,
            }
            torch.save(saved, options.checkpoint)
    return losses


def save(net, path):
    """Writes the network for ag: load net from "net.json"."""
    layers = []
    for layer, applied in zip(net.children(), ACTIVATIONS):
        parameters = {
            "outputs": layer.out_features,
            "bias": layer.bias is not None,
            "weights": layer.weight.tolist(),
        }
        if layer.bias is not None:
            parameters["biases"] = layer.bias.tolist()
        layers.append(parameters | applied)
    model = {
        "format": "ag model",
        "version": 1,
        "name": "net",
        "inputs": net.layer1.in_features,
        "decision": "sign",
        "layers": layers,
        "checksum": "none",
    }
    with open(path, "w", encoding="utf-8") as file:
        json.dump(model, file, indent=2)


def join():
    """The number of this process, how many there are, and its device."""
    rank = int(os.environ.get("RANK", 0))
    world = int(os.environ.get("WORLD_SIZE", 1))
    device = torch.device("cpu")
    if torch.cuda.is_available():
        device = torch.device("cuda", int(os.environ.get("LOCAL_RANK", 0)))
        torch.cuda.set_device(device)
    if world > 1:
        backend = "nccl" if device.type == "cuda" else "gloo"
        dist.init_process_group(backend)
    return rank, world, device


def parse_options():
    """What is asked for on the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--epochs",
        type=int,
        default=EPOCHS,
        metavar="N",
        help="how often all samples are used (%(default)s)",
    )
    parser.add_argument(
        "--dtype",
        choices=["float64", "float32"],
        default="float64",
        help="the precision of all numbers (%(default)s)",
    )
    parser.add_argument(
        "--json",
        action="store_true",
        help="print all losses as JSON, and progress to stderr",
    )
    parser.add_argument(
        "--log",
        type=int,
        default=1,
        metavar="N",
        help="print every N-th epoch (%(default)s)",
    )
    parser.add_argument(
        "--checkpoint",
        metavar="FILE",
        help="write a file from which training can go on",
    )
    parser.add_argument(
        "--every",
        type=int,
        default=50,
        metavar="N",
        help="write it every N epochs (%(default)s)",
    )
    parser.add_argument(
        "--resume", metavar="FILE", help="go on from such a file"
    )
    parser.add_argument(
        "--save",
        metavar="FILE",
        help='write the network for ag: load net from "FILE"',
    )
    return parser.parse_args()


def main():
    """Trains, and says what came of it."""
    options = parse_options()
    torch.set_default_dtype(getattr(torch, options.dtype))
    rank, world, device = join()
    inputs, targets = (part.to(device) for part in samples())
    net = Net()
    start = torch.tensor(PARAMETERS)
    nn.utils.vector_to_parameters(start, net.parameters())
    net.to(device)
    losses = train(net, inputs, targets, options, rank, world)
    if rank == 0:
        result = {"loss": losses, "accuracy": accuracy(net, inputs, targets)}
        if options.json:
            print(json.dumps(result))
        else:
            print(f"accuracy {100 * result['accuracy']:.6g} %")
        if options.save:
            save(net, options.save)
    if world > 1:
        dist.destroy_process_group()


if __name__ == "__main__":
    main()
