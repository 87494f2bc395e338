import type { Dataset } from '../core/dataset.js';
import type { TrainerConfiguration } from '../core/trainer.js';

/** Two lanes of 32 bits, each mixed as MurmurHash3's (Appleby 2011) with different seeds. Not for cryptography. */
class Hash {
  #a = 0x9747b28c;
  #b = 0x3c6ef372;

  add(word: number): void {
    const k = Math.imul(word, 0xcc9e2d51);
    const mixed = Math.imul((k << 15) | (k >>> 17), 0x1b873593);
    this.#a ^= mixed;
    this.#a = (Math.imul((this.#a << 13) | (this.#a >>> 19), 5) + 0xe6546b64) | 0;
    this.#b = (Math.imul(this.#b ^ mixed, 0x85ebca6b) + this.#a) | 0;
  }

  addText(text: string): void {
    this.add(text.length);
    for (let i = 0; i < text.length; i++) this.add(text.charCodeAt(i));
  }

  addFloats(values: Float32Array): void {
    this.add(values.length);
    const words = new Uint32Array(values.slice().buffer);
    for (const word of words) this.add(word);
  }

  /** 16 hexadecimal digits. */
  digest(): string {
    return [this.#a, this.#b].map((lane) => finish(lane).toString(16).padStart(8, '0')).join('');
  }
}

function finish(lane: number): number {
  let h = lane ^ (lane >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The name of a run: equal for equal configuration (with its seed) and data. */
export function runIdOf(configuration: TrainerConfiguration, training: Dataset, validation: Dataset | null): string {
  const { network, parameters, ...rest } = configuration;
  const { cost, optimizer, hyperparameters, batchSize, shuffle, seed } = rest;
  const hash = new Hash();
  const layers = network.layers.map(({ neurons, activation, slope }) => [neurons, activation, slope]);
  hash.addText(JSON.stringify([layers, cost, Object.entries(optimizer).sort(), batchSize, shuffle, seed]));
  hash.addText(
    JSON.stringify([hyperparameters.learningRate, hyperparameters.momentum, hyperparameters.l1, hyperparameters.l2]),
  );
  hash.addFloats(parameters);
  addData(hash, training, validation);
  return hash.digest();
}

/** The name of some data: equal for equal rows in the same order. */
export function dataIdOf(training: Dataset, validation: Dataset | null): string {
  const hash = new Hash();
  addData(hash, training, validation);
  return hash.digest();
}

function addData(hash: Hash, training: Dataset, validation: Dataset | null): void {
  for (const dataset of [training, validation]) {
    hash.add(dataset?.rows ?? 0);
    if (dataset === null) continue;
    hash.addFloats(dataset.inputs);
    hash.addFloats(dataset.targets);
  }
}
