"""The training of the network net as a program for PyTorch.

Written by ag from program.ag, line 5; the numbers are the same.

    python3 custom.py
    torchrun --nproc_per_node 2 custom.py
"""

import argparse
import json
import os
import sys

import torch
import torch.distributed as dist
from torch import nn

EPOCHS = 10

# 3 samples: 2 inputs, 2 targets
INPUTS = [[0.5, 1.0], [-1.0, 0.25], [0.0, 2.0]]
TARGETS = [[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]]

# Layer by layer: the weights, row by row, then the biases.
PARAMETERS = [
    0.6604799323660646, 0.06679648736569199, 0.6684766325839855,
    0.3037956916689395, 0.27963078541755115, -0.40151008585041825,
    0.6735537933564124, -0.6982958697791709, -0.3493356932626959,
    -0.07529625263947248, 0.32260361020921435, -0.34908320711917107,
    0.41914848457444853, 0.5581830221872285, -0.3881615448303569,
    0.11239155746184848, -0.5669740173749716,
]

# What each layer applies, for the file that ag reads.
ACTIVATIONS = [
    {"activation": "swish", "own_activation": True}, {"activation": "softmax"},
]


def swish(x):
    """The activation swish."""
    return x * torch.sigmoid(1.5 * x)


class Net(nn.Module):
    """2 -> 3 swish -> 2 softmax."""

    def __init__(self):
        super().__init__()
        self.layer1 = nn.Linear(2, 3)
        self.layer2 = nn.Linear(3, 2)

    def forward(self, x):
        x = swish(self.layer1(x))
        return torch.softmax(self.layer2(x), dim=1)


def samples():
    """Inputs and targets, a row for each sample."""
    return torch.tensor(INPUTS), torch.tensor(TARGETS)


def sum_of_losses(output, target):
    """The losses of some samples, added up."""
    t1 = (
        (output[:, 0] - target[:, 0]) ** 2
        + (output[:, 1] - target[:, 1]) ** 2
    )
    t2 = torch.stack([
        torch.abs(output[:, 0] - target[:, 0]),
        torch.abs(output[:, 1] - target[:, 1]),
    ], -1)
    t3 = torch.where(
        output[:, 0] > target[:, 0],
        output[:, 0] - target[:, 0],
        0.0,
    )
    return torch.sum(t1 + 0.1 * torch.amax(t2, -1) + t3)


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
    optimizer = torch.optim.Rprop(net.parameters(), lr=0.05, etas=(0.5, 1.1))
    losses = []
    if options.resume:
        saved = torch.load(options.resume, map_location=inputs.device)
        net.load_state_dict(saved["net"])
        optimizer.load_state_dict(saved["optimizer"])
        losses = saved["losses"]
    batch = torch.arange(len(inputs), device=inputs.device)
    part = batch[rank::world]
    for epoch in range(len(losses), options.epochs):
        optimizer.zero_grad()
        loss = sum_of_losses(model(inputs[part]), targets[part])
        loss = loss * world / len(batch)
        loss.backward()
        optimizer.step()
        total = loss.detach()
        if world > 1:
            dist.all_reduce(total)
        losses.append(total.item() / world)
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
        result = {"loss": losses}
        if options.json:
            print(json.dumps(result))
        if options.save:
            save(net, options.save)
    if world > 1:
        dist.destroy_process_group()


if __name__ == "__main__":
    main()
