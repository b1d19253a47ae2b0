"""The training of the network net as a program for PyTorch.

Written by ag from program.ag, line 3; the numbers are the same.

    python3 file.py
    torchrun --nproc_per_node 2 file.py
"""

import argparse
import csv
import json
import os
import sys

import numpy
import torch
import torch.distributed as dist
import torch.nn.functional as F
from torch import nn

EPOCHS = 10
BATCH = 16

# 48 samples: 1 input, 1 target
INPUTS = ["diameter"]
TARGETS = ["fruit"]
CLASSES = ["lemon", "lime", "orange"]

# Layer by layer: the weights, row by row, then the biases.
PARAMETERS = [
    0.7857203028720032, -0.3360403893976456, 0.6424582461156636,
    -0.9166067485495002, -0.7846866401280641, 0.19010412841248048,
    0.05963472438564321, -0.16238514288669137, -0.16459215072667077,
    0.12251943219609018, -0.06185857389112592, 0.23588210634869022,
    0.018036411999268753, 0.0788586002261571, 0.1453550958955938,
    0.4902242713734164, 0.31985819692184136, -0.08679906518381919,
    0.3762676552066274, 0.3237594325705213, -0.44552549217764537,
    0.21863723656419431, 0.3021705624244754,
]

# What each layer applies, for the file that ag reads.
ACTIVATIONS = [{"activation": "sigmoid"}, {"activation": "linear"}]


class Net(nn.Module):
    """1 -> 4 sigmoid -> 3 linear."""

    def __init__(self):
        super().__init__()
        self.layer1 = nn.Linear(1, 4)
        self.layer2 = nn.Linear(4, 3)

    def forward(self, x):
        x = torch.sigmoid(self.layer1(x))
        return self.layer2(x)


def samples(path):
    """Inputs and targets of a CSV file, a row for each sample."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.reader(file) if row]
    names, *rows = [[value.strip() for value in row] for row in rows]
    inputs = [names.index(name) for name in INPUTS]
    targets = [names.index(name) for name in TARGETS]
    x = [[float(row[i]) for i in inputs] for row in rows]
    y = [[float(CLASSES.index(row[i])) for i in targets] for row in rows]
    return torch.tensor(x), torch.tensor(y)


def sum_of_losses(output, target):
    """The losses of some samples, added up."""
    return F.cross_entropy(output, target.squeeze(1).long(), reduction="sum")


def accuracy(net, inputs, targets):
    """The share of samples that the network gets right."""
    with torch.no_grad():
        output = net(inputs)
    right = output.argmax(1) == targets[:, 0]
    return right.double().mean().item()


def permutations(count):
    """The order of the samples in each epoch, as ag draws it."""
    random = numpy.random.RandomState(11)
    while True:
        yield torch.as_tensor(random.permutation(count))


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
    optimizer = torch.optim.AdamW(net.parameters(), lr=0.05)
    losses = []
    if options.resume:
        saved = torch.load(options.resume, map_location=inputs.device)
        net.load_state_dict(saved["net"])
        optimizer.load_state_dict(saved["optimizer"])
        losses = saved["losses"]
    orders = permutations(len(inputs))
    for _ in losses:
        next(orders)
    for epoch in range(len(losses), options.epochs):
        total = torch.zeros((), device=inputs.device)
        for batch in next(orders).to(inputs.device).split(BATCH):
            part = batch[rank::world]
            optimizer.zero_grad()
            loss = sum_of_losses(model(inputs[part]), targets[part])
            loss = loss * world / len(batch)
            loss.backward()
            optimizer.step()
            total += len(batch) * loss.detach()
        if world > 1:
            dist.all_reduce(total)
        losses.append(total.item() / world / len(inputs))
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
        "decision": "largest",
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
        "--data",
        metavar="FILE",
        default="citrus.csv",
        help="the samples (%(default)s)",
    )
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
    inputs, targets = (part.to(device) for part in samples(options.data))
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
