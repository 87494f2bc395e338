import { isFlat, silenceIsFinal } from '../core/firing.js';
import type { LayerDescription } from '../core/network.js';
import type { ComputeView, StateViewDefinition } from './definition.js';
import type { FrameBase } from './frameBase.js';
import type { RowsReference } from './references.js';
import { requireCount, requireRows } from './requirements.js';
import { sampleRows } from './rows.js';

/** Mean, spread and dead or saturated share of each layer's activations over a sample of rows. */
export interface LayerStatisticsView {
  readonly kind: 'layerStatistics';
  readonly of?: RowsReference;
  /** Most rows of a data set to sample, 1 to 65,536. Default 256. */
  readonly rows?: number;
}

export interface LayerStatistics {
  /** Mean over rows and neurons. */
  readonly mean: number;
  /** Standard deviation over rows and neurons. */
  readonly spread: number;
  /**
   * Share of neurons whose activation is the same for every row (largest − smallest < 1e-6; for relu: that never fire). With
   * a single row only relu can be judged; 0 for others. 0 for the input layer, which does not learn.
   */
  readonly dead: number;
  /** Share of activations in a flat part of their function: |f′| below 5 % of its maximum (for relu, every z ≤ 0). */
  readonly saturated: number;
  /** [neurons] 1 dead, 2 saturated for ≥ 95 % of rows, else 0. */
  readonly flags: Uint8Array;
}

export interface LayerStatisticsFrame extends FrameBase<'layerStatistics'> {
  readonly rows: number;
  readonly layers: readonly LayerStatistics[];
}

/** Activations of one neuron closer together than this count as the same. */
const sameness = 1e-6;
/** A neuron is flagged as saturated if it is in a flat part for this share of rows. */
const mostlySaturated = 0.95;

export const layerStatisticsView: StateViewDefinition<LayerStatisticsView, 'activations'> = {
  kind: 'layerStatistics',
  sort: 'state',
  fields: ['of', 'rows'],

  needs({ of, rows = 256 }, has) {
    requireRows(of, has);
    requireCount(rows, 'rows', 1, 65_536);
    return { activations: { rows: (setting) => sampleRows(setting, of, rows), layers: 'all' } };
  },
};

export const computeLayerStatistics: ComputeView<typeof layerStatisticsView, LayerStatisticsFrame> = (
  _view,
  { activations: given },
  { network, runId, step },
) => {
  const tallies = network.layers.map((layer) => new LayerTally(layer));
  given.visit(({ preActivations, activations, rows }) => {
    for (const [l, tally] of tallies.entries()) tally.add(preActivations[l]!, activations[l]!, rows);
  });
  return {
    kind: 'layerStatistics',
    runId,
    step,
    rows: given.sample.rows.length,
    layers: tallies.map((tally) => tally.finish()),
  };
};

/** Statistics of one layer, accumulated chunk by chunk. */
class LayerTally {
  readonly #layer: LayerDescription;
  readonly #lows: Float32Array;
  readonly #highs: Float32Array;
  readonly #saturated: Uint32Array;
  #rows = 0;
  // Welford's running mean and sum of squared deviations, so that large equal activations keep a spread of 0.
  #count = 0;
  #mean = 0;
  #squares = 0;

  constructor(layer: LayerDescription) {
    this.#layer = layer;
    this.#lows = new Float32Array(layer.neurons).fill(Infinity);
    this.#highs = new Float32Array(layer.neurons).fill(-Infinity);
    this.#saturated = new Uint32Array(layer.neurons);
  }

  add(preActivations: Float32Array, activations: Float32Array, rows: number): void {
    const layer = this.#layer;
    const { neurons } = layer;
    for (let row = 0, k = 0; row < rows; row++) {
      for (let j = 0; j < neurons; j++, k++) {
        const a = activations[k]!;
        const distance = a - this.#mean;
        this.#mean += distance / ++this.#count;
        this.#squares += distance * (a - this.#mean);
        this.#lows[j] = Math.min(this.#lows[j]!, a);
        this.#highs[j] = Math.max(this.#highs[j]!, a);
        if (isFlat(layer, preActivations[k]!, a)) this.#saturated[j]!++;
      }
    }
    this.#rows += rows;
  }

  finish(): LayerStatistics {
    const { neurons } = this.#layer;
    const flags = new Uint8Array(neurons);
    let dead = 0;
    let saturated = 0;
    for (let j = 0; j < neurons; j++) {
      saturated += this.#saturated[j]!;
      if (this.#isDead(j)) {
        flags[j] = 1;
        dead++;
      } else if (this.#saturated[j]! >= mostlySaturated * this.#rows) {
        flags[j] = 2;
      }
    }
    return {
      mean: this.#mean,
      spread: Math.sqrt(this.#squares / this.#count),
      dead: dead / neurons,
      saturated: saturated / this.#count,
      flags,
    };
  }

  #isDead(neuron: number): boolean {
    if (this.#layer.activation === null) return false;
    if (silenceIsFinal(this.#layer)) return this.#highs[neuron]! <= 0;
    return this.#rows > 1 && this.#highs[neuron]! - this.#lows[neuron]! < sameness;
  }
}
