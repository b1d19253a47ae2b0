"""The training of the network net as a program for PyTorch.

Written by ag from program.ag, line 3; the numbers are the same.

    python3 batches.py
    torchrun --nproc_per_node 2 batches.py
"""

import argparse
import json
import os
import sys

import numpy
import torch
import torch.distributed as dist
import torch.nn.functional as F
from torch import nn

EPOCHS = 12
BATCH = 8
STEPS = 45

# 30 samples: 2 inputs, 1 target
INPUTS = [
    [1.8581642614847955, -0.008124422829475536],
    [-0.07033438017074073, 0.286037934392376],
    [1.1595734378638893, -0.41515586549056277],
    [0.3549799352013601, 0.10553956307040205],
    [-0.2102990174340464, 0.9233843459725783],
    [-0.49390912412814925, 0.9957128500070831],
    [2.0040313123080415, 0.2139230920162215],
    [1.3317285196499982, -0.4171444065421712],
    [-0.9543337482866677, 0.43333095288554563],
    [0.9770549546168044, 0.03893489132561233],
    [0.49697789046646934, 0.891030708903797],
    [0.3029033919734204, 0.3968430384719174],
    [0.4557475707229444, 0.9891449717972802],
    [-1.0758364464683343, 0.06419151260262573],
    [-0.7044614407846614, 0.5696756356924376],
    [0.8653321902638653, -0.5880591266047106],
    [0.8618726817136669, 0.23596382221911658],
    [0.9591811473737231, 0.5226585850768939],
    [1.7129230348696096, -0.20633170274355633],
    [0.7611148934575723, 0.5611420623602374],
    [0.6266637370889373, -0.3649632146033416],
    [1.7640582703409642, -0.16452813272736364],
    [0.3361401520020403, -0.2133105958043013],
    [2.083479541923043, 0.5296561384328969],
    [0.4623332732308936, -0.4085492424052377],
    [0.0972963533755788, 1.0795595463895942],
    [-0.4739463765703861, 0.8156496076673618],
    [-0.6627703746373327, -0.09203908050673747],
    [0.3366463591397463, -0.28791789121550443],
    [0.08064588809717416, 1.0791770739157658],
]
TARGETS = [
    1.0, 1.0, 1.0, 1.0, 0.0, 0.0, 1.0, 1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0,
    1.0, 0.0, 0.0, 1.0, 0.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 1.0, 0.0,
]

# Layer by layer: the weights, row by row, then the biases.
PARAMETERS = [
    -0.5991905634324065, 0.3958649523490667, -0.08710250021327082,
    0.3160274852066325, 0.6759792505376927, 0.05444138202979243,
    0.0015845749040304113, -0.6052110912048202, -0.3274767348568799,
    -1.6616892606069467e-4, 0.2534694912983112, 0.42955186428093883,
    -0.16837466422210956, -0.6138587051388792, -0.2996073667070595,
    0.5792527219613179, -0.40533432014205273, -0.06770694251012466,
    0.6098174012211344, -0.6718939558922314, 0.14219764275969504,
    0.6365792443092033, -0.3814093262215289, 0.06857510142197021,
    0.28929744825823966, -0.25938837245005386, 0.016555194559496944,
    0.17706650944701674, 0.11951040873933089, -0.022802171548197858,
    -0.20870320972380743, -0.0065295024419327885, -0.09023765151905239,
]

# What each layer applies, for the file that ag reads.
ACTIVATIONS = [{"activation": "relu"}, {"activation": "linear"}]


class Net(nn.Module):
    """2 -> 8 relu -> 1 linear."""

    def __init__(self):
        super().__init__()
        self.layer1 = nn.Linear(2, 8)
        self.layer2 = nn.Linear(8, 1)

    def forward(self, x):
        x = torch.relu(self.layer1(x))
        return self.layer2(x)


def samples():
    """Inputs and targets, a row for each sample."""
    return torch.tensor(INPUTS), torch.tensor(TARGETS).reshape(-1, 1)


def sum_of_losses(output, target):
    """The losses of some samples, added up."""
    return F.binary_cross_entropy_with_logits(output, target, reduction="sum")


def penalty(net):
    """What large parameters add to the loss."""
    return (
        1e-5 * sum(p.abs().sum() for p in net.parameters())
        + 1e-4 * sum((p ** 2).sum() for p in net.parameters())
    )


def accuracy(net, inputs, targets):
    """The share of samples that the network gets right."""
    with torch.no_grad():
        output = net(inputs)
    right = ((output > 0) == (targets > 0.5)).all(1)
    return right.double().mean().item()


def learning_rate(epoch, epochs):
    """The learning rate of an epoch, counted from 0."""
    return 0.1 * (1 - epoch / epochs)


def clip_value(epoch, epochs):
    """The largest number of a gradient of an epoch, counted from 0."""
    return 0.5 + epoch


def permutations(count):
    """The order of the samples in each epoch, as ag draws it."""
    random = numpy.random.RandomState(0)
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
    optimizer = torch.optim.Adam(net.parameters(), lr=0.1, betas=(0.9, 0.99))
    losses = []
    if options.resume:
        saved = torch.load(options.resume, map_location=inputs.device)
        net.load_state_dict(saved["net"])
        optimizer.load_state_dict(saved["optimizer"])
        losses = saved["losses"]
    orders = permutations(len(inputs))
    for _ in losses:
        next(orders)
    steps = 0
    for epoch in range(len(losses), options.epochs):
        for group in optimizer.param_groups:
            group["lr"] = learning_rate(epoch, options.epochs)
        total = torch.zeros((), device=inputs.device)
        for batch in next(orders).to(inputs.device).split(BATCH):
            if steps == STEPS:
                return losses
            steps += 1
            part = batch[rank::world]
            optimizer.zero_grad()
            loss = sum_of_losses(model(inputs[part]), targets[part])
            loss = loss * world / len(batch) + penalty(net)
            loss.backward()
            nn.utils.clip_grad_value_(
                net.parameters(), clip_value(epoch, options.epochs),
            )
            nn.utils.clip_grad_norm_(net.parameters(), 1)
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
        loss = losses[-1]
        if loss < 0.01 or epoch > 10:
            break
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
        "decision": "logit",
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
        default=4,
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
