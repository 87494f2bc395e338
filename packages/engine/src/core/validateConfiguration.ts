import { checkFinite, checkInteger, checkObject, checkOptions, checkSeed } from './check.js';
import { checkCost } from './checkCost.js';
import type { Cost, Hyperparameters, Optimizer, Penalty } from './configuration.js';
import { parameterLayout } from './describe.js';
import { NeuroglowError } from './error.js';
import type { Network } from './network.js';
import { checkHyperparameters, checkOptimizer, hyperparametersOf } from './optimizers.js';
import { show } from './show.js';
import type { TrainerConfiguration } from './trainer.js';
import { checkDescription } from './validateNetwork.js';

/** How to train a network; everything except the network has a default. */
export interface ConfigurationOptions {
  readonly network: Network;
  /** Default 'meanSquaredError'. */
  readonly cost?: Cost;
  /** Default `sgd({ learningRate: 0.1 })`. */
  readonly optimizer?: Optimizer;
  /** Default none. */
  readonly penalty?: Partial<Penalty>;
  /** Rows per step, an integer ≥ 1. Default 32. Larger than the data set: all rows. */
  readonly batchSize?: number;
  /** Default true. */
  readonly shuffle?: boolean;
  /** Seeds the shuffles: an integer in [0, 2³²). Default the network's seed. */
  readonly seed?: number;
}

/** The fields of `ConfigurationOptions`. */
export const configurationNames: readonly string[] = [
  'network',
  'cost',
  'optimizer',
  'penalty',
  'batchSize',
  'shuffle',
  'seed',
];

const defaultOptimizer: Optimizer = { kind: 'sgd', learningRate: 0.1 };

/**
 * The complete, checked configuration of a trainer: plain data that shares nothing with the options.
 * @throws `invalid-network`, `invalid-parameters`, `not-finite`, `invalid-cost`, `invalid-optimizer` or `invalid-option`.
 */
export function createConfiguration(options: ConfigurationOptions): TrainerConfiguration {
  checkOptions(options, 'training options', configurationNames);
  const { network, cost = 'meanSquaredError', optimizer = defaultOptimizer, penalty = {} } = options;
  checkIsNetwork(network);
  checkOptions(penalty, 'penalty', ['l1', 'l2']);
  const checked = checkOptimizer(optimizer);
  return validateConfiguration({
    network,
    parameters: network.parameters,
    cost,
    optimizer: checked,
    hyperparameters: hyperparametersOf(checked, penalty),
    batchSize: options.batchSize ?? 32,
    shuffle: options.shuffle ?? true,
    seed: options.seed ?? network.seed,
  });
}

/** Detects the options of a network passed in place of a network. */
function checkIsNetwork(network: unknown): void {
  checkObject(network, 'network', 'invalid-network');
  if (network['parameters'] instanceof Float32Array || !Array.isArray(network['layers'])) return;
  throw new NeuroglowError(
    'invalid-network',
    `network: expected a network, got the layers of one without parameters; make it with createNetwork({ layers: … }).`,
  );
}

/** Checks and copies a complete configuration from elsewhere. @throws as `createConfiguration`. */
export function validateConfiguration(configuration: TrainerConfiguration): TrainerConfiguration {
  checkObject(configuration, 'configuration');
  const { parameters, cost, optimizer, batchSize, shuffle, seed } = configuration;
  const network = checkDescription(configuration.network);
  const { parameterCount } = parameterLayout(network);
  if (!((parameters as unknown) instanceof Float32Array) || parameters.length !== parameterCount) {
    throw new NeuroglowError(
      'invalid-parameters',
      `parameters: expected a Float32Array of ${parameterCount}, got ${show(parameters)}; pass the parameters of this network.`,
    );
  }
  checkFinite(parameters, 'parameters');
  checkCost(cost, network);
  checkInteger(batchSize, 'batchSize', 1, 0xffffffff);
  if (typeof shuffle !== 'boolean') {
    throw new NeuroglowError(
      'invalid-option',
      `shuffle: expected true or false, got ${show(shuffle)}; give one of them.`,
    );
  }
  checkSeed(seed);
  const hyperparameters: Hyperparameters = checkHyperparameters(configuration.hyperparameters);
  return {
    network,
    parameters: parameters.slice(),
    cost,
    optimizer: checkOptimizer(optimizer),
    hyperparameters,
    batchSize,
    shuffle,
    seed,
  };
}
