"""Networks as PyTorch writes them, as reference for ag.files.ForeignModelTest.

cd src/test/resources/torch && python3 ../../python/models.py > models.txt     (PyTorch 1.13)

Writes mlp.onnx, matmul.onnx, gelu.onnx, erf.onnx, mlp.safetensors and half.safetensors; prints what they give for SAMPLE.
"""
import json
import struct

import torch
from torch import nn

SAMPLE = [[0.5, -1.0]]


def safetensors(path, tensors):
    """The format by hand: a length, a header in JSON, and the numbers as PyTorch holds them."""
    kinds = {torch.float64: "F64", torch.float32: "F32", torch.float16: "F16"}
    header, data = {"__metadata__": {"format": "pt"}}, b""
    for name, tensor in sorted(tensors.items()):
        content = tensor.detach().numpy().tobytes()
        header[name] = {"dtype": kinds[tensor.dtype], "shape": list(tensor.shape), "data_offsets": [len(data), len(data) + len(content)]}
        data += content
    text = json.dumps(header).encode()
    open(path, "wb").write(struct.pack("<Q", len(text)) + text + data)


torch.manual_seed(3)
net = nn.Sequential(
    nn.Linear(2, 4), nn.Tanh(), nn.Linear(4, 3), nn.LeakyReLU(), nn.Linear(3, 2, bias=False), nn.Softmax(dim=1)
).double()
sample = torch.tensor(SAMPLE, dtype=torch.float64)
torch.onnx.export(net, sample, "mlp.onnx", input_names=["x"], dynamic_axes={"x": {0: "n"}})
safetensors("mlp.safetensors", net.state_dict())
print("mlp", net(sample).tolist())

stacked = nn.Sequential(nn.Linear(2, 3), nn.Sigmoid(), nn.Linear(3, 1)).float()
torch.onnx.export(stacked, torch.tensor([SAMPLE], dtype=torch.float32), "matmul.onnx")
print("matmul", stacked.double()(sample).tolist())
half = {name: tensor.half() for name, tensor in net.state_dict().items()}
safetensors("half.safetensors", half)
net.load_state_dict(half)
print("half", net(sample).tolist())


# Both are written in several operators.
several = nn.Sequential(nn.Linear(2, 3), nn.GELU(), nn.Linear(3, 3), nn.SiLU(), nn.Linear(3, 1)).double()
torch.onnx.export(several, sample, "gelu.onnx")
print("gelu", several(sample).tolist())


class Other(nn.Module):
    """Nearly GELU."""

    def forward(self, x):
        return x * (torch.erf(x / 2) + 1) * 0.5


torch.onnx.export(nn.Sequential(nn.Linear(2, 2), Other()), torch.tensor(SAMPLE), "erf.onnx")
