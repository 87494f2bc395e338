import {
  FiringDetector,
  firingBand,
  firingRule,
  firingSignals,
  type ActivationsFrame,
  type NetworkDescription,
  type ParametersFrame,
} from '@neuroglow/engine';
import type { Domain } from '../shared/domain.js';
import { dropsOf, sigmoidOf, type Trace, type TraceLine } from './trace.js';
import type { TraceCrossing } from './types.js';

/** Most steps kept; where there are more, every second one goes. */
const mostSamples = 4096;

/** Collects a run as it is shown, step by step: what `LearningTrace` draws of a source. */
export class LiveTrace {
  readonly #network: NetworkDescription;
  readonly #places: readonly { readonly layer: number; readonly neuron: number }[];
  readonly #detectors: readonly (FiringDetector | null)[];
  readonly #crossings: TraceCrossing[][];
  #steps: number[] = [];
  #activations: Float32Array[] = [];
  #biases: Float32Array[] = [];

  constructor(network: NetworkDescription) {
    this.#network = network;
    this.#places = network.layers.flatMap(({ neurons }, layer) =>
      layer === 0 ? [] : Array.from({ length: neurons }, (_, neuron) => ({ layer, neuron })),
    );
    // The relu family's band needs the spread of z at the last step, which a live run does not know: its crossings are not marked.
    this.#detectors = network.layers.map((layer) => {
      const rule = firingRule(layer);
      const isKnown = rule === 'switched' || rule === 'winner';
      return isKnown ? new FiringDetector({ signals: layer.neurons, band: firingBand }) : null;
    });
    this.#crossings = this.#places.map(() => []);
  }

  get lastStep(): number {
    return this.#steps.at(-1) ?? -1;
  }

  /** Takes a step that is later than the last one; any other is passed over. */
  add({ step, preActivations, activations }: ActivationsFrame, { layers }: ParametersFrame): void {
    if (step <= this.lastStep) return;
    this.#steps.push(step);
    const { layers: described } = this.#network;
    const count = this.#places.length;
    const a = new Float32Array(count);
    const b = new Float32Array(count);
    let at = 0;
    for (let l = 1; l < described.length; l++) {
      const layer = described[l]!;
      a.set(activations[l]!.subarray(0, layer.neurons), at);
      b.set(layers[l]!.biases, at);
      this.#detect(l, at, step, preActivations[l]!);
      at += layer.neurons;
    }
    this.#activations.push(a);
    this.#biases.push(b);
    if (this.#steps.length > mostSamples) this.#thin();
  }

  #detect(l: number, at: number, step: number, z: Float32Array): void {
    const detector = this.#detectors[l];
    const layer = this.#network.layers[l]!;
    if (!detector) return;
    const signals = new Float32Array(layer.neurons);
    firingSignals(layer, z, 0, signals, 0);
    detector.push(step, signals, ({ signal, fires, step: crossed, confirmedAt }) => {
      this.#crossings[at + signal]!.push({ step: crossed, fires, confirmedAt });
    });
  }

  #thin(): void {
    const even = <T>(values: T[]): T[] => values.filter((_, i) => i % 2 === 0 || i === values.length - 1);
    this.#steps = even(this.#steps);
    this.#activations = even(this.#activations);
    this.#biases = even(this.#biases);
  }

  /** What there is now, with the cost of the nearest step of a curve. */
  trace(costAt: (step: number) => number, finished: boolean): Trace {
    const steps = Float64Array.from(this.#steps);
    const costs = Float64Array.from(steps, costAt);
    const outputs = this.#network.layers.length - 1;
    const column = (from: readonly Float32Array[], k: number): Float32Array =>
      Float32Array.from(from, (values) => values[k]!);
    return {
      steps,
      costs,
      drops: dropsOf(steps, costs, finished),
      domain: this.#domain(),
      rows: this.#places.map(({ layer, neuron }, k): TraceLine => ({
        layer,
        neuron,
        isOutput: layer === outputs,
        activations: column(this.#activations, k),
        biasColors: column(this.#biases, k).map(sigmoidOf),
        crossings: [...this.#crossings[k]!, ...this.#provisional(layer, neuron)],
      })),
    };
  }

  #provisional(layer: number, neuron: number): TraceCrossing[] {
    const found = this.#detectors[layer]?.crossings().find(({ signal }) => signal === neuron);
    return found ? [{ step: found.step, fires: found.fires }] : [];
  }

  /** From −1 where a layer's function reaches below 0, to 1 or to the largest activation. */
  #domain(): Domain {
    const signed = this.#network.layers.some(({ activation }) => activation === 'tanh' || activation === 'sin');
    let high = 1;
    for (const values of this.#activations) for (const a of values) if (Number.isFinite(a)) high = Math.max(high, a);
    return [signed ? -1 : 0, high];
  }
}
