import {
  activationFunctions,
  createGenerator,
  dropCarriers,
  dropWindow,
  findDrops,
  FiringDetector,
  firingBands,
  firingRule,
  firingSignals,
  forward,
  meanCorrelation,
  type Drop,
  type DropOptions,
  type Switch,
} from '@neuroglow/engine/core';
import { alignDrop } from './align.js';
import type { Case } from './cases.js';
import { cumulativeMovement, sigmoidOf } from './colour.js';
import type { LayerTrace, Recording } from './record.js';
import type {
  BandName,
  CarrierSummary,
  ColourChange,
  DropSetting,
  DropSummary,
  GroupSummary,
  RunSummary,
} from './summary.js';

/** Random thresholds per neuron and probe. */
export const randomDraws = 20;

const settings: Readonly<Record<DropSetting, (window: number) => DropOptions>> = {
  base: (window) => ({ window }),
  'window half': (window) => ({ window: window / 2 }),
  'window double': (window) => ({ window: window * 2 }),
  'share 0.05': (window) => ({ window, share: 0.05 }),
  'share 0.2': (window) => ({ window, share: 0.2 }),
  'prior 0.25': (window) => ({ window, priorRatio: 0.25 }),
  'prior 0.75': (window) => ({ window, priorRatio: 0.75 }),
};

/** A layer with its signals and its colours: activations on [0, 1]. */
export interface Watched extends LayerTrace {
  /** [samples × probes × neurons] */
  readonly signals: Float32Array;
  readonly colours: Float32Array;
  /** σ(b), [samples × neurons] */
  readonly biasColours: Float32Array;
  /** Per neuron. */
  readonly bands: Float64Array;
}

/** Boils a recorded run down. */
export function summarize(
  study: Case,
  recording: Recording,
  seed: number,
): RunSummary & { readonly switches: readonly LayerSwitch[] } {
  const { steps, costs } = recording;
  const window = study.batch === 'full' ? dropWindow.fullBatch : dropWindow.miniBatch;
  const layers = recording.layers.map((trace) => watch(trace, recording));
  const hiddenLayers = layers.slice(0, -1);
  const names = Object.keys(settings) as DropSetting[];
  const drops = Object.fromEntries(
    names.map((name) => [name, findDrops(steps, costs, settings[name](window))]),
  ) as unknown as Record<DropSetting, readonly Drop[]>;
  const hidden = summarizeGroup(hiddenLayers, recording, window, seed);
  const output = summarizeGroup(layers.slice(-1), recording, window, seed + 0x10000);
  const own = drops.base.filter(({ fromStart }) => !fromStart);
  return {
    switches: [...hidden.switches, ...output.switches.map((event) => ({ ...event, layer: hiddenLayers.length }))],
    seed,
    lastStep: steps.at(-1)!,
    diverged: recording.diverged,
    accuracy: recording.accuracy,
    firstCost: costs[0]!,
    lastCost: costs.at(-1)!,
    drops,
    hidden: hidden.summary,
    output: output.summary,
    biasMovement: cumulativeMovement(
      recording.steps,
      hiddenLayers.map(({ biasColours, neurons }) => ({ values: biasColours, width: neurons })),
      window,
    ),
    dropSummaries: own.map((drop) =>
      summarizeDrop(study, recording, drop, hiddenLayers, hidden.switches, output.switches),
    ),
  };
}

function watch(trace: LayerTrace, { probes, steps, evaluation }: Recording): Watched {
  const { neurons, activation, z, a, biases } = trace;
  const rows = steps.length * probes;
  const signals = new Float32Array(rows * neurons);
  for (let row = 0; row < rows; row++) firingSignals(trace, z, row * neurons, signals, row * neurons);
  // An unbounded function is scaled by its largest value of the run.
  const [low, high] = activationFunctions[activation].range(0.01);
  const top = Number.isFinite(high) ? high : a.reduce((most, value) => Math.max(most, value), 1e-9);
  const bottom = Number.isFinite(low) ? low : 0;
  return {
    ...trace,
    signals,
    colours: a.map((value) => (value - bottom) / (top - bottom)),
    biasColours: biases.map(sigmoidOf),
    bands: firingBands(trace, trace.lastZ, evaluation.rows),
  };
}

/** A switch with the layer, counted from the first hidden one, and the neuron. */
export interface LayerSwitch extends Switch {
  readonly layer: number;
  readonly neuron: number;
}

function summarizeGroup(
  layers: readonly Watched[],
  recording: Recording,
  window: number,
  seed: number,
): { summary: GroupSummary; switches: readonly LayerSwitch[] } {
  const { steps, probes } = recording;
  const firing = layers.filter((layer) => firingRule(layer) !== null);
  const detect = (factor: number, thresholds?: readonly Float64Array[]): LayerSwitch[] =>
    firing.flatMap((layer, l) => detectLayer(layer, l, recording, factor, thresholds?.[l]));
  const base = detect(1);
  const generator = createGenerator(seed);
  const ranges = firing.map((layer) => rangesOf(layer.signals, probes * layer.neurons));
  const randomEvents = Array.from({ length: randomDraws }, () => {
    const thresholds = ranges.map(({ low, high }) => low.map((least, k) => generator.between(least, high[k]!)));
    return stepsOf(detect(1, thresholds));
  });
  const signals = layers.map(({ colours, neurons }) => ({ values: colours, width: neurons * probes }));
  let pairs = 0;
  let startInside = 0;
  for (const { signals: values, bands, neurons } of firing) {
    pairs += probes * neurons;
    for (let k = 0; k < probes * neurons; k++) if (Math.abs(values[k]!) <= bands[k % neurons]!) startInside++;
  }
  const events: Record<BandName, Float64Array> = {
    half: stepsOf(detect(0.5)),
    base: stepsOf(base),
    double: stepsOf(detect(2)),
  };
  return {
    switches: base,
    summary: {
      events,
      randomEvents,
      delays: Float64Array.from(base, ({ step, confirmedAt }) => confirmedAt - step),
      movement: cumulativeMovement(steps, signals, window),
      switcherMovement: cumulativeMovement(
        steps,
        signals.map((table, l) => ({
          ...table,
          columns: [...new Set(base.filter(({ layer }) => layer === l).map(({ signal }) => signal))],
        })),
        window,
      ),
      movementHalf: cumulativeMovement(steps, signals, window / 2),
      movementDouble: cumulativeMovement(steps, signals, window * 2),
      pairs,
      startInside,
    },
  };
}

function detectLayer(
  layer: Watched,
  index: number,
  { steps, probes }: Recording,
  factor: number,
  thresholds?: Float64Array,
): LayerSwitch[] {
  const { neurons, signals } = layer;
  const width = probes * neurons;
  const band = Float64Array.from({ length: width }, (_, k) => layer.bands[k % neurons]! * factor);
  const detector = new FiringDetector({ signals: width, band });
  const found: LayerSwitch[] = [];
  const add = (event: Switch): void => void found.push({ ...event, layer: index, neuron: event.signal % neurons });
  const shifted = new Float64Array(width);
  steps.forEach((step, sample) => {
    if (thresholds === undefined) {
      detector.push(step, signals, add, sample * width);
      return;
    }
    for (let k = 0; k < width; k++) shifted[k] = signals[sample * width + k]! - thresholds[k]!;
    detector.push(step, shifted, add);
  });
  return found;
}

const stepsOf = (events: readonly Switch[]): Float64Array => Float64Array.from(events, ({ step }) => step).sort();

function rangesOf(values: Float32Array, width: number): { low: Float64Array; high: Float64Array } {
  const low = new Float64Array(width).fill(Infinity);
  const high = new Float64Array(width).fill(-Infinity);
  for (let at = 0; at < values.length; at++) {
    const k = at % width;
    low[k] = Math.min(low[k]!, values[at]!);
    high[k] = Math.max(high[k]!, values[at]!);
  }
  return { low, high };
}

function summarizeDrop(
  study: Case,
  recording: Recording,
  drop: Drop,
  hidden: readonly Watched[],
  hiddenSwitches: readonly LayerSwitch[],
  outputSwitches: readonly LayerSwitch[],
): DropSummary {
  const { steps } = recording;
  const { from, to } = drop;
  const sample = (step: number): number => Math.max(0, Math.min(steps.length - 1, Math.round(step / study.every)));
  const change = (first: number, last: number): ColourChange =>
    colourChange(hidden, recording, sample(first), sample(last));
  const within = ({ step }: Switch): boolean => step > from && step <= to;
  const end = steps.at(-1)!;
  const [before, after] = recording.networkAt([from, to]);
  const layer = hidden.length;
  const correlation = (network: NonNullable<typeof before>): number =>
    meanCorrelation(
      forward(network, recording.evaluation.inputs, recording.evaluation.rows).activations[layer]!,
      recording.evaluation.rows,
      hidden.at(-1)!.neurons,
    );
  const shares = dropCarriers({
    before: before!,
    after: after!,
    layer,
    batch: recording.evaluation,
    cost: study.cost,
    seed: 1,
  });
  const switched = new Set(
    hiddenSwitches.filter((event) => within(event) && event.layer === layer - 1).map(({ neuron }) => neuron),
  );
  return {
    from,
    to,
    share: drop.share,
    inside: change(from, to),
    before: change(2 * from - to, from),
    end: change(end - (to - from), end),
    hiddenEvents: hiddenSwitches.filter(within).length,
    outputEvents: outputSwitches.filter(within).length,
    carriers: carrierSummary(shares.fall, shares.neurons, shares.outgoing, switched),
    correlation: [correlation(before!), correlation(after!)],
    aligned: alignDrop(
      recording,
      drop,
      hidden,
      hiddenSwitches.map(({ step }) => step),
    ),
  };
}

function carrierSummary(
  fall: number,
  neurons: Float64Array,
  outgoing: number,
  switched: ReadonlySet<number>,
): CarrierSummary {
  const top = neurons.indexOf(Math.max(...neurons));
  let of = 0;
  for (const neuron of switched) of += neurons[neuron]!;
  const all = neurons.reduce((sum, share) => sum + share, 0);
  return {
    fall,
    top: neurons[top]! / fall,
    topSwitched: switched.has(top),
    switchers: switched.size,
    switched: of / fall,
    others: (all - of) / fall,
    outgoing: outgoing / fall,
  };
}

/** The zero input is left out of the activations: for it, a sigmoid neuron's activation is σ(b) itself. */
function colourChange(hidden: readonly Watched[], recording: Recording, from: number, to: number): ColourChange {
  let activation = 0;
  let pairs = 0;
  let bias = 0;
  let neuronCount = 0;
  for (const { colours, biasColours, neurons } of hidden) {
    for (let j = 0; j < neurons; j++) {
      bias += Math.abs(biasColours[to * neurons + j]! - biasColours[from * neurons + j]!);
      neuronCount++;
      for (let probe = 0; probe < recording.probes; probe++) {
        if (recording.isZero[probe]) continue;
        const at = (sample: number): number => colours[(sample * recording.probes + probe) * neurons + j]!;
        activation += Math.abs(at(to) - at(from));
        pairs++;
      }
    }
  }
  return { activation: activation / pairs, bias: bias / neuronCount };
}
