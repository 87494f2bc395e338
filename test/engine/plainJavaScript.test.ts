import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as engine from '@neuroglow/engine/core';
import type { TrainingSession } from '@neuroglow/engine/core';

// Who writes plain JavaScript may pass anything anywhere: every argument below, and every field in it, is replaced by each of these in turn.
const simple: readonly unknown[] = [undefined, null, true, '', 'text', NaN, -1, 0.5, 1e9, 10n, Symbol('one'), () => 1];
const lists: readonly unknown[] = [[], new Array(3), [null, null], new BigInt64Array(9)];
const objects: readonly unknown[] = [{}, Object.create(null), new DataView(new ArrayBuffer(8))];
const anything = [...simple, ...lists, ...objects];

type Attempt = (...values: never[]) => unknown;
const network = engine.createNetwork({ layers: [2, 2, 1] });
const description = engine.descriptionOf(network);
const parameters = new Float32Array(9);
const dataset = engine.logicGateDataset('xor');
const batch = { inputs: Float32Array.of(0, 1), targets: Float32Array.of(1), rows: 1 };
const configuration = engine.createConfiguration({ network });
const newRun = (): engine.Run => engine.createRun({ configuration, training: dataset });
const pixels = { shape: [1, 2], values: [1, 2] };
const labels = { shape: [1], values: [0] };
const points = { rows: 3, noise: 0, seed: 1, targets: [0, 1] };
const image = Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 1, 5);
const optimizer = { kind: 'momentum', learningRate: 1, momentum: 0.1 };
const journal = [{ step: 1, change: { kind: 'parameter', index: 0, value: 1 } }];
const layers = [
  { neurons: 2, name: 'a', shape: [1, 2], labels: ['a', 'b'] },
  { neurons: 2, activation: 'relu', slope: 1 },
];
const training = {
  ...{ network, dataset, validation: dataset, cost: 'meanSquaredError', optimizer, penalty: { l1: 0 } },
  ...{ batchSize: 1, shuffle: true, seed: 1, probes: [[0, 1]], pace: 1, until: { step: 1, epoch: 1, cost: 1 } },
  ...{ validateEvery: { epochs: 1 }, worker: false, arithmetic: 'auto' },
};
const saving = engine.createTraining({ network, dataset, validation: dataset, worker: false, seed: 1 });
await saving.step(3);
const state = await saving.saveState();
const weight = { kind: 'weight', layer: 1, input: 0, neuron: 0 };
const still = { network, parameters, dataset, validation: dataset, probes: [[0, 1]], cost: 'meanSquaredError' };
const replayed = { configuration, training: dataset, journal };
const keyframe = newRun().trainer.saveState();
const watching = { at: 'live', onFrame: () => undefined, onError: () => undefined };

const functions: readonly (readonly [name: string, attempt: Attempt, good: readonly unknown[]])[] = [
  ['createNetwork', engine.createNetwork, [{ layers: [2, 2, 1], activation: 'tanh', seed: 1, parameters }]],
  ['createNetwork of layers', engine.createNetwork, [{ layers, initializer: { kind: 'uniform', low: 0, high: 1 } }]],
  ['createNetwork of parts', engine.createNetwork, [{ layers: [1, 1], parameters: [{ weights: [1], biases: [1] }] }]],
  ['networkOf', engine.networkOf, [description, parameters]],
  ['layersOf', engine.layersOf, [description, parameters]],
  ['descriptionOf', engine.descriptionOf, [description]],
  ['parameterLayout', engine.parameterLayout, [description]],
  ['checkDescription', engine.checkDescription, [description]],
  ['resizeLayer', engine.resizeLayer, [network, 1, 3, 1]],
  ['forward', engine.forward, [network, batch.inputs, 1]],
  ['backward', engine.backward, [network, batch, 'meanSquaredError']],
  ['costOf', engine.costOf, [network, batch, 'meanSquaredError']],
  ['gradientCheck', engine.gradientCheck, [network, batch, 'meanSquaredError']],
  ['createGenerator', engine.createGenerator, [1]],
  ['sgd', engine.sgd, [{ learningRate: 1 }]],
  ['momentum', engine.momentum, [{ learningRate: 1, momentum: 0.1 }]],
  ['adam', engine.adam, [{ learningRate: 1, beta1: 0.1, beta2: 0.2, epsilon: 1 }]],
  ['createConfiguration', engine.createConfiguration, [{ network, optimizer, penalty: { l1: 0, l2: 0 }, seed: 1 }]],
  ['validateDataset', engine.validateDataset, [dataset, network, 'meanSquaredError']],
  ['createCoreTrainer', engine.createCoreTrainer, [configuration, dataset, dataset]],
  ['createKernelTrainer', engine.createKernelTrainer, [configuration, dataset, dataset, { firstLayer: 'dense' }]],
  ['kernelMemoryBytes', engine.kernelMemoryBytes, [configuration, dataset, dataset, 'dense']],
  ['createRun', engine.createRun, [{ configuration, training: dataset, validation: dataset, journal }]],
  ['replay', (...[options, from]: [never, never]) => engine.replay(options, 3, from), [replayed, keyframe]],
  ['run.stopAt', (until: never) => newRun().stopAt(until), [{ step: 1, epoch: 2, cost: 3 }]],
  ['run.record', (change: never) => newRun().record(change), [{ kind: 'hyperparameters', l1: 1 }]],
  ['run.loadState', (state: never) => newRun().loadState(state), [newRun().saveState()]],
  ['adderDataset', engine.adderDataset, [{ bits: 2 }]],
  ['circleDataset', engine.circleDataset, [points]],
  ['planeDataset', engine.planeDataset, [{ rows: 3, noise: 0, seed: 1 }]],
  ['shapesDataset', engine.shapesDataset, [{ rows: 3, side: 8, seed: 1 }]],
  ['drawGlyph', engine.drawGlyph, ['six', 8]],
  ['logicGateDataset', engine.logicGateDataset, ['xor']],
  ['imagesToSamples', engine.imagesToSamples, [[[1, 2]], { width: 2, height: 1 }]],
  ['labelledImages', engine.labelledImages, [pixels, labels, { classNames: ['a'], white: 2 }]],
  ['labelledImages without names', engine.labelledImages, [pixels, labels]],
  ['oneHot', engine.oneHot, [[0, 1], 2]],
  ['splitDataset', engine.splitDataset, [dataset, { validation: 0.5, seed: 1, stratify: false }]],
  ['standardize', engine.standardize, [dataset]],
  ['standardizeWith', engine.standardizeWith, [dataset, engine.standardize(dataset).standardization]],
  ['readArch', engine.readArch, ['2 2 1']],
  ['writeArch', engine.writeArch, [[2, 2, 1]]],
  [
    'readCsv',
    engine.readCsv,
    ['a,b\n1,2\n', { targets: ['b'], inputs: ['a'], delimiter: ',', missing: { fill: 'mean' } }],
  ],
  ['readIdx', engine.readIdx, [image]],
  ['readMat', engine.readMat, [engine.writeMat(dataset), { inputs: 2 }]],
  ['writeMat', engine.writeMat, [dataset]],
  ['readSafetensors', engine.readSafetensors, [engine.writeSafetensors(network), { network: description }]],
  ['writeSafetensors', engine.writeSafetensors, [network]],
  ['readWeightsJson', engine.readWeightsJson, [engine.writeWeightsJson(network)]],
  ['writeWeightsJson', engine.writeWeightsJson, [network]],
  ['createTraining', (options: never) => engine.createTraining(options).dispose(), [training]],
  ['createTraining of a state', (options: never) => engine.createTraining(options).dispose(), [{ state }]],
  ['createValueSource', engine.createValueSource, [still]],
  ['static update', (...all: [never, never]) => source.update(...all), [parameters, { step: 1, epoch: 1, cost: 1 }]],
  ['static watch', (...all: [never, never]) => source.watch(...all)(), [{ kind: 'parameters' }, watching]],
  ['static read', (...all: [never, never]) => source.read(...all), [{ kind: 'parameters' }, { at: 'live' }]],
  ['start', (until: never) => session.start(until).then(() => session.pause()), [{ step: 1 }]],
  ['reset', (options: never) => session.reset(options), [{ seed: 1 }]],
  ['setHyperparameters', (change: never) => session.setHyperparameters(change), [{ learningRate: 1 }]],
  ['setPace', (pace: never) => session.setPace(pace), [1]],
  ['setParameter', (...all: [never, never]) => session.setParameter(...all), [weight, 1]],
  ['resizeLayer of a session', (...all: [never, never]) => session.resizeLayer(...all), [1, 3]],
  ['load', (loaded: never) => session.load(loaded), [network]],
  [
    'setNetwork',
    (...all: [never, never]) => session.setNetwork(...all),
    [{ layers: [2, 2, 1] }, { keepWeights: true }],
  ],
  ['saveState', (options: never) => session.saveState(options), [{ data: false }]],
  ['watch', (...all: [never, never]) => session.watch(...all)(), [{ kind: 'parameters' }, watching]],
  ['read', (...all: [never, never]) => session.read(...all), [{ kind: 'parameters' }, { at: 'live' }]],
  ['supports', (view: never) => session.supports(view), [{ kind: 'activations', input: { values: [1, 2] } }]],
];

/** The value itself, and for each field in it, at any depth, a way to put something else there. */
function* places(value: unknown): Generator<(other: unknown) => unknown> {
  yield (other) => other;
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return;
  for (const [field, held] of Object.entries(value)) {
    for (const place of places(held)) {
      yield (other) => {
        const copy = (Array.isArray(value) ? value.slice() : { ...value }) as Record<string, unknown>;
        copy[field] = place(other);
        return copy;
      };
    }
  }
}

let session: TrainingSession;
let source: engine.ValueSource;
beforeAll(() => {
  session = engine.createTraining({ network, dataset, worker: false, until: { step: 5 } });
  source = engine.createValueSource({ network });
});
afterAll(() => session.dispose());

describe('anything, in the place of any argument or field', () => {
  it.each(functions)('%s takes it or says what was expected', async (_name, attempt, good) => {
    await attempt(...(good as never[]));
    for (const [index, value] of good.entries()) {
      for (const place of places(value)) {
        for (const other of anything) {
          const values = good.map((one, i) => (i === index ? place(other) : one)) as never[];
          try {
            await attempt(...values);
          } catch (error) {
            expect(error).toBeInstanceOf(engine.NeuroglowError);
          }
        }
      }
    }
  });
});
