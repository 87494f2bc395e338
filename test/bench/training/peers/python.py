"""NumPy and PyTorch as peers: one thread, float32, batches prepared. Speaks the protocol of peerProcess.mjs."""

import json
import os
import sys
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import numpy as np


def load(job):
    rows, layers = job["rows"], job["layers"]
    values = np.fromfile(job["file"], dtype=np.float32)
    split = rows * layers[0]
    x, y = values[:split].reshape(rows, layers[0]), values[split:].reshape(rows, layers[-1])
    size = job["batchSize"]
    return [(x[k : k + size].copy(), y[k : k + size].copy()) for k in range(0, rows, size)]


def initial(layers):
    random = np.random.default_rng(1)
    for rows, columns in zip(layers, layers[1:]):
        weights = random.normal(0, np.sqrt(2 / (rows + columns)), (rows, columns)).astype(np.float32)
        yield weights, np.zeros(columns, np.float32)


class NumPy:
    def __init__(self, job):
        self.job = job
        self.batches = load(job)
        self.parameters = list(initial(job["layers"]))
        self.last = len(self.parameters) - 1

    def activate(self, z, layer):
        if layer == self.last and self.job["output"] == "softmax":
            e = np.exp(z - z.max(axis=1, keepdims=True))
            return e / e.sum(axis=1, keepdims=True)
        if layer < self.last and self.job["hidden"] == "relu":
            return np.maximum(z, 0, out=z)
        np.negative(z, out=z)
        np.exp(z, out=z)
        z += 1
        return np.reciprocal(z, out=z)

    def forward(self, x):
        activations = [x]
        for layer, (w, b) in enumerate(self.parameters):
            z = activations[-1] @ w
            z += b
            activations.append(self.activate(z, layer))
        return activations

    def train(self, index):
        x, y = self.batches[index]
        activations = self.forward(x)
        rate = np.float32(self.job["learningRate"])
        softmax = self.job["output"] == "softmax"
        a = activations[-1]
        delta = (a - y) * np.float32((1 if softmax else 2) / len(x))
        if not softmax:
            delta *= a * (1 - a)
        for layer in range(self.last, -1, -1):
            w, b = self.parameters[layer]
            a = activations[layer]
            gradient = a.T @ delta
            bias = delta.sum(axis=0)
            if layer > 0:
                delta = delta @ w.T
                delta *= (a > 0) if self.job["hidden"] == "relu" else a * (1 - a)
            gradient *= rate
            w -= gradient
            b -= rate * bias
        return len(x)

    def cost(self):
        total, rows = 0.0, 0
        for x, y in self.batches:
            a = self.forward(x)[-1]
            total += float(((a - y) ** 2).sum())
            rows += len(x)
        return total / rows


class PyTorch:
    def __init__(self, job):
        import torch

        torch.set_num_threads(1)
        self.torch, self.job = torch, job
        self.batches = [(torch.from_numpy(x), torch.from_numpy(y)) for x, y in load(job)]
        stages = []
        pairs = list(initial(job["layers"]))
        for layer, (w, b) in enumerate(pairs):
            linear = torch.nn.Linear(*w.shape)
            with torch.no_grad():
                linear.weight.copy_(torch.from_numpy(w.T.copy()))
                linear.bias.copy_(torch.from_numpy(b))
            stages.append(linear)
            if layer < len(pairs) - 1:
                stages.append(torch.nn.ReLU() if job["hidden"] == "relu" else torch.nn.Sigmoid())
            elif job["output"] != "softmax":
                stages.append(torch.nn.Sigmoid())
        self.model = torch.nn.Sequential(*stages)
        self.optimizer = torch.optim.SGD(self.model.parameters(), lr=job["learningRate"])

    def loss(self, x, y):
        answers = self.model(x)
        if self.job["output"] == "softmax":
            return self.torch.nn.functional.cross_entropy(answers, y)
        return ((answers - y) ** 2).sum() / len(x)

    def train(self, index):
        x, y = self.batches[index]
        self.optimizer.zero_grad(set_to_none=True)
        self.loss(x, y).backward()
        self.optimizer.step()
        return len(x)

    def cost(self):
        with self.torch.no_grad():
            return sum(float(self.loss(x, y)) for x, y in self.batches) / len(self.batches)


def main():
    job = json.loads(sys.stdin.readline())
    try:
        peer = {"numpy": NumPy, "pytorch": PyTorch}[job["peer"]](job)
    except ImportError as error:
        print(json.dumps({"unavailable": str(error)}), flush=True)
        return
    index = 0
    print(json.dumps({"ready": True, "cost": peer.cost()}), flush=True)
    for line in sys.stdin:
        request = json.loads(line)
        if request["ask"] == "cost":
            print(json.dumps({"cost": peer.cost()}), flush=True)
            continue
        samples, wall, cpu = 0, time.perf_counter(), time.process_time()
        while True:
            samples += peer.train(index)
            index = (index + 1) % len(peer.batches)
            if time.perf_counter() - wall >= request["seconds"]:
                break
        done = {"samples": samples, "wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu}
        print(json.dumps(done), flush=True)


main()
