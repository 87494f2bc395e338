// Learns XOR in Node, keeps the weights in a file, and asks the network that is read back. Give a path to write to.
import { readFileSync, writeFileSync } from 'node:fs';
import * as neuroglow from '@neuroglow/engine/core';

const training = { inputs: Float32Array.of(0, 0, 0, 1, 1, 0, 1, 1), targets: Float32Array.of(0, 1, 1, 0), rows: 4 };
const network = neuroglow.createNetwork({ layers: [2, 4, 1], activation: 'tanh' });
const optimizer = neuroglow.adam({ learningRate: 0.05 });
const run = neuroglow.createRun({ configuration: neuroglow.createConfiguration({ network, optimizer }), training });
run.advance(2000);

const path = process.argv[2] ?? 'xor.json';
writeFileSync(path, neuroglow.writeWeightsJson(run.readNetwork()));
const learned = neuroglow.readWeightsJson(readFileSync(path, 'utf8'));
export const answers = neuroglow.forward(learned, training.inputs).activations[2];
