"""The training of the network net as a program for PyTorch.

Written by ag from program.ag, line 4; the numbers are the same.

    python3 classes.py
    torchrun --nproc_per_node 2 classes.py
"""

import argparse
import base64
import json
import os
import sys

import numpy
import torch
import torch.distributed as dist
import torch.nn.functional as F
from torch import nn

EPOCHS = 3
BATCH = 10

# 24 samples: 2 inputs, 1 target
INPUTS = [
    [-3.556660255578284, 0.05603874076633639],
    [1.0659916936683693, 3.7582790377612048],
    [-4.950741572060343, -0.013478618324678754],
    [0.47059810387197876, 2.6164791367791276],
    [-4.985671316317689, -2.2025310692254094],
    [0.9721398825155809, 3.685738422002593],
    [7.262289445268894, 7.337267398980518],
    [-0.29790670187117296, 5.047578832861681],
    [8.872122528839588, 8.77865961962291],
    [6.235653641117846, 8.572537230938932],
    [6.985056789190794, 7.955575594029778],
    [0.9332165700090495, 3.5359557755382482],
    [-2.695756866666523, 0.4532683711801726],
    [-5.42602855069705, -0.409864807235109],
    [0.7385698489771101, 3.808197473093109],
    [-3.4368489553357424, 2.192662887079563],
    [1.9983254857496693, 3.06188882225062],
    [-5.366951748761286, 0.010902204530719217],
    [7.502668327506348, 6.182720741715302],
    [8.982917045910561, 7.7939475458678595],
    [1.897276093699039, 5.872529516015044],
    [6.935147065257304, 6.901986017825923],
    [5.6106813193764875, 7.658099913822705],
    [-5.205690361667581, -0.49644109615878906],
]
TARGETS = [
    1.0, 0.0, 1.0, 0.0, 1.0, 0.0, 2.0, 0.0, 2.0, 2.0, 2.0, 0.0, 1.0, 1.0, 0.0,
    1.0, 0.0, 1.0, 2.0, 2.0, 0.0, 2.0, 2.0, 1.0,
]

# Layer by layer: the weights, row by row, then the biases.
PARAMETERS = [
    -0.09051687745179537, -0.6704415525143146, 0.07023334975712425,
    -0.09146794954107507, -0.11261693428945152, -0.23994279719877998,
    -0.4176899074091024, 0.1686746182104536, -0.28333107764755283,
    -0.3297560299250166, 0.10834539377889402, 0.02606548152406679,
    -0.3268416330201668, 0.012144640862777778, -0.2822455645609856,
    0.25521151475521303, 0.3166051266789111, -0.005154729351758036,
    0.3099740158570386, -0.3759765152228951, 0.004692245651288063,
    -0.3888195707709989, -0.06428934462267916, -0.3608737197609865,
    -0.33347825920355556, 0.08653163495214439, -0.24506231666723996,
    -0.3515584674930161, -0.2501657335499914, -0.13431945406652096,
    -0.0288117496800947, -0.26676896832852454, 0.1255835928314733,
    -0.015142799430613418, 0.005236720018549135, -0.1131073488814407,
    0.2936374544415771, 0.08000417887780664, -0.3377014014976861,
    0.20075234660715624, 0.46455108008925516, 8.361170216741876e-6,
    0.3895200639461449, -0.15838634732889034, 0.06714412762770927,
    -0.07245403670388995, -0.063252736973201, 0.2765591849971003,
    0.03560417349765632,
]

# What each layer applies, for the file that ag reads.
ACTIVATIONS = [
    {"activation": "leaky_relu"}, {"activation": "cbrt"},
    {"activation": "linear"},
]

# Where the random numbers stood that order the samples.
STATE = (
    "Eg2hkQPsLkFUJfdvepF9oQzgrkF1M7/o11hWKEbESHy4Yv0+Aso942EQRYF5l2wQWO6/oML9"
    "kMz/X8ViIt2+0Q/eXzlcH6k+FSrd4gGVTlSoLSN53h4MY32ej0KIisCYGNBQvWSziCleOAqP"
    "Asz47WQQ7SGcGo6ccV4nCAB+s/7dKacRWMt8zKuKyBOEGcRxx6E7dC/dBCRymofXFNqXXVQ8"
    "ST3JKhdaMnrCjxMA+/pg2ZS48gU9GS5LVie71RavIfV9hAiJkRayNRNEAf2Pld3As1rj8PU0"
    "jDT0DjTIYJJDyinxDQAUdJFhK1NWdmSOZEq1N1IBmgtRuDBVfTGNf/WbA1yLZo5dm8Qa8reF"
    "uHuYXSUxDb1QMmjSzr/v8Xs1g08UMWrCDTzLIB67Xp4Li2dwDtt96hErQ0dw3eQrXJ4TWHWN"
    "c4ZeWk99rluBBW5TjEBbVsTNl73FsWl4DS15wxTaeD7IH2+4/x7z3GPGGOMfPKbuPSbAP5w9"
    "CAmMOswnkYZdMx/Q8GGQEYfZBCum4elz+yv0Wg2LTkRQ8xkocl4gKz3qmQFaPo5quk1oAcSJ"
    "L3H0RjMcGyA+fwtnZsbgCPmMUic5gSGMRcMQC/qL1Wzjo8F+H1TzhEcELOe8CJM500UDqb+J"
    "BhkA6whbK4m7eblsn6P9AQjT1Z2RQUGmmomQbmGgqXoWekb5fKNj046Pl8suA8UrKrhN3ltT"
    "TQUbf516DB5F5X9bJQlVdcIzZstMeE/xH0Yp0Su/FTNyKzpVf4iZ9RjAF6b/aUWTqwz/YTod"
    "sYpj2zp5zXhiEIg1wpwx1s5E5f2rbaZv+YDvjAQQbUqUrpJ8ExcKjfThlfrfvtFWc+Ioe36W"
    "j3uV4v4hL9O5wGJrhiyx5kx+Rl7d+FoVbnVe9mJeifFMDd8Oz3sLZg1Tq9eCOF3KI0k4oRiy"
    "lgGzcUmRA7Df+VYu9djnvOubu52PEbtXphvZIKeTxmHZlU2LIPiuqhivpvOSvcovwVJrcS+d"
    "4qwtd6sOgG8CyQKqrHz8z6rGhUJErcFjzuS/c8EnTfP59XSK562l0CE2R6KVSyQYGX1D3lv9"
    "gM4L+qonnov3YDwObZaZAjQOyR2oHex93ZnW0wfODQ8Om9C15jDcg/sPbXs9niHh1xQRb6iQ"
    "WFVdVwJ0EgUwKG1AHilJqJMAnBbzYC2vUPwPXSEWPq8U7DUkSnFlogr5W6mwgdcAdWu1QFW9"
    "43XW2QJP33DBZHR5+ZUvHwb3YFkiIWG9x1fE/MXF+ffmKrPCU9OJhINSfkJtC/WnUa4Xo8fo"
    "xYO4lkBpuo0QF3yjquUh+OgvOnIgA92EYPDoB95Xt0/6Lf8OkZZ6+EKQ2DCzXFFILyMbfVTK"
    "JDzlZjo//apWgQerOLGRm/IlPTILdE1+4RWbWfzyyaYqFPdsdSHMhkbFHZU26AWGxB4xI1K3"
    "F/Vdt+GBtfMl3jHoOEcTR1GaRa79NHWHgQGusGz8Qzg4PIvC1H1lboRR6HFHdy5fTxqZHMWH"
    "rQyUvICBvC8nachejOsjoxeCBQDdjt4pDqIk/+OuCE3Y2J+qhjbK8lQ9+1wCaG2tOUWG1F17"
    "BNVduaYChdpHv3krX5ORrY+wGwk//t4YHZdwPxO7A6S8fkVtAqHdNKGopvH0exBUNsEuOorn"
    "l1Z/UYBxDZY9/C92ulmv84rQnFKxMbyANH1DIwYpErV3aDiawHWtME197cqkKQhucEmDfHrx"
    "KS2+Z8ZHqrpA8NLfufeqzCSuPgjTUmJd0uyIu6qrb8Kp3n1TGFnN48NsQxXu+Yn8Dxcz7Auv"
    "rMnZdpTMh+iQ3CyyBkPuFM/w8VVRgFYUSxV8xwrREJwovPiYK/Au+SJZeMWToYw85CQozBE3"
    "wyC2wBfFkbkQFOSN55Aqsq30Oy8m2Jl7WFPuolLWRkAEkc+oqofiHWhcrlx7KW6LPuPqHzoa"
    "17EZnRY3fhvPfi7ptKkHoeIx/ChhcSFsEPSJHoDEYzqIidSzxxC8GW8rUAUK68Vx6Ar/Jpee"
    "eehIiuJf6HeuehwNcZYRNdckxpMnzfgmrgxMAmfpr8KFyhveyq3oSuECcir+Z4/QWMy3qZIt"
    "e8FROnRNHi16MQ9+/xXO5mzoWzDVbKRxxaAFsy6YoUcUlVQ2ezd1glqp28uy6WUlRr/oc4/J"
    "vUrbf4watnRr1CsWuIivtkD+1rsbGeaoI4LvQE9p638ltwdVDjpT0p2dOD6l2O21lIgWv0sc"
    "9vKW0k+cbCczjmaG7oG1pLLjJO3aXZAGlgpt/wtmB7kNRzu+AkInWOkxbP/6p9NwZVJmld2j"
    "0lebnb1h71kbzzizF9kvvEL84eGE91h2xpWsiRikzWAlmDHai1xhVZqH5kUzdwDDl44mMrXH"
    "ctcKp/CyukxNQISkSUF5E8BlfZ4f/jrljRrxc667oN7woTUbseS+Ais9HCFFHW0Wa+2+kK6P"
    "NWrL4xE43OGiaulIRb73Y9UKUli/i45jX8X/qTG1F2GVKXuIczmjz7MV834FHsfrwRu6AaXV"
    "coh9IdVmxXHPHJ6xpgaGbrgUc5CWaxkMETKCMzUU8eaZkT5JbmVqmFFY83G/3JWeROKSAwMO"
    "EbN2vpZKplQ4QYs7o3C/CZ+rb3y82SPkIDUDs8LLTHXFUYwJvgB0IDxUiueikS35XKiSXyxe"
    "o4ICXYdzAQJcESN7J2l9mvPyfrwY5sx+ETCEyNWcgGGdOArRLPSxiY1aL2XmiNCdjDyhQ8Gq"
    "tdc+BRd8oQuxAKI51c2BVoMTdoqRz7jVY3SYacAdMsVSH6I4AD4+5SM1pSFhrzhQaA1pkdV0"
    "SK02NVhNa+ZF4W+XxTBRtRAqeAVg6SKqY/a/DWqiycLu4I1WcxMgw+Ok8gG3mNwFXnD1gE2c"
    "tvv1Zm7H3memzL+6eOPz4Smhvgs3efiqXkTvQhUj+YZidATXAG5eLNDmF7r6Y6dBZwdG8nXQ"
    "+af1uQWINj8aFpmK/7Uy7HWHgFUD8yroW/+j1gNnuAmh6PxH9mGYb0ASMwmgCI0itx3HIvi4"
    "/dNZ9ZNdIGIwm8990f7086p6Hco+2fZswe4kbr6t8kSIqPGxZtau7EvF87SmEoaC7CovnczS"
    "RpqzK4Xp3iLbxCZXz2gOFlJzaZPD5qWwG1F2UrE+zb0jcFaBJC3nt/DBeNFvZNUSADB0abk3"
    "6gC0BWuzUnrliS7Pj+/ugw3JJ8cjlqGR2ryp/h6eiCnzCmE0K/ajxi4d9srdm16oGe2tBZh/"
    "PLWzUdGPdaBmsBSYMGlCU7NZ9nwtftvKuoi74LC+3rwNVjzsfej2x3IUh/DichzP2g5WYBWu"
    "x9Yt1lbq4Z3StgVk"
)


class Net(nn.Module):
    """2 -> 5 leaky_relu -> 4 cbrt -> 3 linear."""

    def __init__(self):
        super().__init__()
        self.layer1 = nn.Linear(2, 5, bias=False)
        self.layer2 = nn.Linear(5, 4)
        self.layer3 = nn.Linear(4, 3)

    def forward(self, x):
        x = F.leaky_relu(self.layer1(x), 0.01)
        x = self.layer2(x)
        x = torch.sign(x) * torch.abs(x) ** (1 / 3)
        return self.layer3(x)


def samples():
    """Inputs and targets, a row for each sample."""
    return torch.tensor(INPUTS), torch.tensor(TARGETS).reshape(-1, 1)


def sum_of_losses(output, target):
    """The losses of some samples, added up."""
    return F.cross_entropy(output, target.squeeze(1).long(), reduction="sum")


def accuracy(net, inputs, targets):
    """The share of samples that the network gets right."""
    with torch.no_grad():
        output = net(inputs)
    right = output.argmax(1) == targets[:, 0]
    return right.double().mean().item()


def learning_rate(epoch, epochs):
    """The learning rate of an epoch, counted from 0."""
    values = [0.1, 0.05, 0.02]
    return values[min(epoch, len(values) - 1)]


def permutations(count):
    """The order of the samples in each epoch, as ag draws it."""
    random = numpy.random.RandomState()
    words = numpy.frombuffer(base64.b64decode(STATE), dtype="<u4")
    random.set_state(("MT19937", words, 2))
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
    optimizer = torch.optim.NAdam(net.parameters(), lr=0.1)
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
        for group in optimizer.param_groups:
            group["lr"] = learning_rate(epoch, options.epochs)
        total = torch.zeros((), device=inputs.device)
        for batch in next(orders).to(inputs.device).split(BATCH):
            part = batch[rank::world]
            optimizer.zero_grad()
            loss = sum_of_losses(model(inputs[part]), targets[part])
            loss = loss * world
            loss.backward()
            optimizer.step()
            total += loss.detach()
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
