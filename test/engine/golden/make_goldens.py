"""Writes goldens.json: what small networks must compute, found without any of the engine's code or formulas.

Every number is a node of an expression graph in float64 (Python's own math functions); gradients come from
reverse-mode automatic differentiation of the cost as it is defined, node by node. So no derivative of a layer, a cost
or a softmax is written down here, and cross-entropies are taken from the outputs, not from pre-activations.
Data and starting parameters are rounded to float32, so that both sides start from the same numbers.

Run:  python3 test/engine/golden/make_goldens.py
"""

import json
import math
import random
import struct
from pathlib import Path

import mpmath

mpmath.mp.dps = 60


class Node:
    """A number, and how it came from others: pairs of (node, partial derivative)."""

    __slots__ = ("value", "parents", "gradient")

    def __init__(self, value, parents=()):
        self.value = value
        self.parents = parents
        self.gradient = 0.0

    def __add__(self, other):
        other = node(other)
        return Node(self.value + other.value, ((self, 1.0), (other, 1.0)))

    def __sub__(self, other):
        other = node(other)
        return Node(self.value - other.value, ((self, 1.0), (other, -1.0)))

    def __mul__(self, other):
        other = node(other)
        return Node(self.value * other.value, ((self, other.value), (other, self.value)))

    def __truediv__(self, other):
        other = node(other)
        quotient = self.value / other.value
        return Node(quotient, ((self, 1.0 / other.value), (other, -quotient / other.value)))

    __radd__ = __add__
    __rmul__ = __mul__


def node(x):
    return x if isinstance(x, Node) else Node(x)


def exp(x):
    y = math.exp(x.value)
    return Node(y, ((x, y),))


def log(x):
    return Node(math.log(x.value), ((x, 1.0 / x.value),))


def differentiate(root):
    order, seen, stack = [], set(), [(root, False)]
    while stack:
        current, expanded = stack.pop()
        if expanded:
            order.append(current)
        elif id(current) not in seen:
            seen.add(id(current))
            stack.append((current, True))
            stack.extend((parent, False) for parent, _ in current.parents)
    root.gradient = 1.0
    for current in reversed(order):
        for parent, partial in current.parents:
            parent.gradient += current.gradient * partial


SMOOTH = {
    "gelu": lambda z: z * mpmath.ncdf(z),
    "silu": lambda z: z / (1 + mpmath.exp(-z)),
    "softplus": lambda z: mpmath.log1p(mpmath.exp(z)),
    "elu": lambda z: z if z > 0 else mpmath.expm1(z),
}
FUNCTIONS = SMOOTH | {
    "sigmoid": lambda z: 1 / (1 + mpmath.exp(-z)),
    "tanh": mpmath.tanh,
    "relu": lambda z: max(z, mpmath.mpf(0)),
    "leakyRelu": lambda z: z if z > 0 else z * mpmath.mpf(0.01),
    "linear": lambda z: z,
    "sin": mpmath.sin,
}


def value_and_slope(name, z):
    """f(z) and f'(z), the derivative by differences in 60 digits, not by a formula."""
    z, step = mpmath.mpf(z), mpmath.mpf(10) ** -25
    f = FUNCTIONS[name]
    # On the side of a kink at 0 that z lies on; 0 itself belongs to the left.
    low, high = (z - step, z + step) if abs(z) > step else (z - step, z)
    return float(f(z)), float((f(high) - f(low)) / (high - low))


def truth(name, value, z):
    f, slope = value_and_slope(name, value)
    return f, ((z, slope),)


def table(name):
    """[z, f(z), f'(z)] from near 0 into both tails."""
    draw = random.Random(name)
    zs = [0.0] + [float32(sign * 2.0**k * draw.uniform(1, 2)) for k in range(-20, 7) for sign in (1, -1)]
    zs += [float32(draw.uniform(-12, 12)) for _ in range(60)] + [-30.0, 30.0, -100.0, 100.0, -700.0, 700.0]
    return [[z, *value_and_slope(name, z)] for z in zs]


def elementwise(name, slope, z):
    if name == "sigmoid":
        return node(1.0) / (node(1.0) + exp(z * -1.0))
    if name == "tanh":
        return Node(math.tanh(z.value), ((z, 1.0 / math.cosh(z.value) ** 2),))
    if name == "relu":
        return z * (1.0 if z.value > 0 else 0.0)
    if name == "leakyRelu":
        return z * (1.0 if z.value > 0 else slope)
    if name in SMOOTH:
        return Node(*truth(name, z.value, z))
    if name == "sin":
        return Node(math.sin(z.value), ((z, math.cos(z.value)),))
    return z


def forward(layers, parameters, row):
    """All layers' activations as nodes."""
    activations, at = [[node(x) for x in row]], 0
    for layer in layers[1:]:
        before, neurons = activations[-1], layer["neurons"]
        z = []
        for j in range(neurons):
            total = parameters[at + len(before) * neurons + j]
            for i, a in enumerate(before):
                total = total + parameters[at + i * neurons + j] * a
            z.append(total)
        at += (len(before) + 1) * neurons
        if layer["activation"] == "softmax":
            powers = [exp(one) for one in z]
            total = sum(powers[1:], powers[0])
            activations.append([power / total for power in powers])
        else:
            activations.append([elementwise(layer["activation"], layer["slope"], one) for one in z])
    return activations


def cost_of(kind, outputs, targets):
    total = node(0.0)
    for a, y in zip(outputs, targets):
        if kind == "meanSquaredError":
            total = total + (a - y) * (a - y)
        elif kind == "binaryCrossEntropy":
            total = total - log(a) * y - log(node(1.0) - a) * (1.0 - y)
        else:
            total = total - log(a) * y
    return total


def cost_and_gradient(case, values, rows):
    parameters = [Node(value) for value in values]
    total = node(0.0)
    for row in rows:
        outputs = forward(case["layers"], parameters, case["inputs"][row])[-1]
        total = total + cost_of(case["cost"], outputs, case["targets"][row])
    total = total / float(len(rows))
    differentiate(total)
    return total.value, [parameter.gradient for parameter in parameters]


def is_weight(layers):
    flags = []
    for before, layer in zip(layers, layers[1:]):
        flags += [True] * (before["neurons"] * layer["neurons"]) + [False] * layer["neurons"]
    return flags


def train(case, steps):
    """Ten updates with the rows in their order, epoch after epoch, the short last batch kept."""
    values, weight = list(case["parameters"]), is_weight(case["layers"])
    optimizer, penalty = case["optimizer"], case["penalty"]
    velocity, first, second = [0.0] * len(values), [0.0] * len(values), [0.0] * len(values)
    rate, costs, position = optimizer["learningRate"], [], 0
    for step in range(1, steps + 1):
        rows = range(position, min(position + case["batchSize"], len(case["inputs"])))
        position = rows.stop if rows.stop < len(case["inputs"]) else 0
        cost, gradient = cost_and_gradient(case, values, rows)
        costs.append(cost)
        for k, value in enumerate(values):
            g = gradient[k]
            if weight[k]:
                g += penalty["l1"] * ((value > 0) - (value < 0)) + penalty["l2"] * value
            if optimizer["kind"] == "sgd":
                values[k] -= rate * g
            elif optimizer["kind"] == "momentum":
                velocity[k] = optimizer["momentum"] * velocity[k] + g
                values[k] -= rate * velocity[k]
            else:
                b1, b2 = optimizer["beta1"], optimizer["beta2"]
                first[k] = b1 * first[k] + (1 - b1) * g
                second[k] = b2 * second[k] + (1 - b2) * g * g
                corrected = first[k] / (1 - b1**step)
                values[k] -= rate * corrected / (math.sqrt(second[k] / (1 - b2**step)) + optimizer["epsilon"])
    return costs, values


def float32(x):
    return struct.unpack("<f", struct.pack("<f", x))[0]


def make_case(name, neurons, activations, cost, optimizer, rows, batch_size, targets, l1=0.0, l2=0.0, slope=0.01):
    draw = random.Random(name)
    layers = [{"neurons": neurons[0], "activation": None, "slope": 0.01}]
    layers += [{"neurons": n, "activation": a, "slope": slope} for n, a in zip(neurons[1:], activations)]
    count = sum((before + 1) * after for before, after in zip(neurons, neurons[1:]))
    outputs = neurons[-1]
    rows_of_targets = []
    for row in range(rows):
        if targets == "one-hot":
            rows_of_targets.append([1.0 if j == row % outputs else 0.0 for j in range(outputs)])
        elif targets == "bits":
            rows_of_targets.append([float(draw.random() < 0.5) for _ in range(outputs)])
        else:
            rows_of_targets.append([float32(draw.uniform(0.1, 0.9)) for _ in range(outputs)])
    case = {
        "name": name,
        "layers": layers,
        "cost": cost,
        "optimizer": optimizer,
        "penalty": {"l1": l1, "l2": l2},
        "batchSize": batch_size,
        "inputs": [[float32(draw.uniform(-1, 1)) for _ in range(neurons[0])] for _ in range(rows)],
        "targets": rows_of_targets,
        "parameters": [float32(draw.uniform(-1, 1)) for _ in range(count)],
    }
    constants = [Node(value) for value in case["parameters"]]
    case["activations"] = [
        [[a.value for a in layer] for layer in forward(layers, constants, row)[1:]] for row in case["inputs"]
    ]
    case["costOfAll"], case["gradients"] = cost_and_gradient(case, case["parameters"], range(rows))
    case["costsOfTenSteps"], case["parametersAfterTenSteps"] = train(case, 10)
    return case


MSE, BCE, CCE = "meanSquaredError", "binaryCrossEntropy", "categoricalCrossEntropy"


def sgd(rate):
    return {"kind": "sgd", "learningRate": rate}


def momentum(rate, share):
    return {"kind": "momentum", "learningRate": rate, "momentum": share}


def adam(rate, b1=0.9, b2=0.999, epsilon=1e-8):
    return {"kind": "adam", "learningRate": rate, "beta1": b1, "beta2": b2, "epsilon": epsilon}


CASES = [
    make_case("one neuron, one row, sigmoid, sgd", [1, 1], ["sigmoid"], MSE, sgd(0.5), 1, 1, "shares"),
    make_case("xor's shape, sigmoid, sgd", [2, 2, 1], ["sigmoid", "sigmoid"], MSE, sgd(1.0), 4, 4, "bits"),
    make_case("tanh, linear output, momentum, short last batch", [3, 5, 2], ["tanh", "linear"], MSE, momentum(0.05, 0.9), 7, 3, "shares"),
    make_case("relu, softmax, cross-entropy, adam", [4, 6, 3], ["relu", "softmax"], CCE, adam(0.01), 5, 2, "one-hot"),
    make_case("leakyRelu with slope 0.2, softmax, mean squared error", [3, 5, 4], ["leakyRelu", "softmax"], MSE, sgd(0.3), 6, 4, "one-hot", slope=0.2),
    make_case("sin, sigmoid, binary cross-entropy, momentum", [2, 7, 3], ["sin", "sigmoid"], BCE, momentum(0.1, 0.5), 5, 5, "bits"),
    make_case("every hidden activation in a row, adam", [3, 4, 3, 5, 2, 3], ["sigmoid", "tanh", "leakyRelu", "sin", "linear"], MSE, adam(0.02, 0.8, 0.99, 1e-6), 4, 3, "shares"),
    make_case("L1 penalty, sgd", [4, 3, 2], ["tanh", "sigmoid"], MSE, sgd(0.2), 5, 2, "bits", l1=0.01),
    make_case("L2 penalty, momentum", [4, 3, 2], ["sigmoid", "sigmoid"], BCE, momentum(0.2, 0.9), 5, 4, "bits", l2=0.1),
    make_case("L1 and L2 penalties, softmax, adam", [2, 5, 3], ["tanh", "softmax"], CCE, adam(0.05), 9, 4, "one-hot", l1=0.002, l2=0.03),
    make_case("a single neuron in the middle, relu output", [5, 1, 4], ["tanh", "relu"], MSE, sgd(0.1), 3, 2, "shares"),
    make_case("seven neurons, one short of a multiple of four, one row a batch", [9, 7, 5], ["sigmoid", "softmax"], CCE, sgd(0.4), 2, 1, "one-hot"),
    make_case("gelu, then silu, softmax, momentum", [3, 6, 5, 3], ["gelu", "silu", "softmax"], CCE, momentum(0.05, 0.9), 6, 4, "one-hot"),
    make_case("elu, then softplus, sigmoid, adam", [4, 5, 6, 2], ["elu", "softplus", "sigmoid"], BCE, adam(0.02), 7, 3, "bits"),
    make_case("gelu, silu, elu and softplus outputs one after another", [2, 3, 3, 3, 3], ["softplus", "elu", "silu", "gelu"], MSE, sgd(0.1), 5, 2, "shares"),
    make_case("batch larger than the data, sin output", [3, 3], ["sin"], MSE, momentum(0.1, 0.0), 3, 10, "shares"),
]

if __name__ == "__main__":
    note = "Made by make_goldens.py beside this file; see its head for how. float64."
    functions = ",\n".join(f"{json.dumps(name)}:{json.dumps(table(name), separators=(',', ':'))}" for name in FUNCTIONS)
    lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in CASES)
    Path(__file__).with_name("goldens.json").write_text(f'{{"note":{json.dumps(note)},"functions":{{\n{functions}\n}},"cases":[\n{lines}\n]}}\n')
