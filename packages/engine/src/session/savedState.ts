import { descriptionOf } from '../core/createNetwork.js';
import type { Dataset } from '../core/dataset.js';
import type { Network } from '../core/network.js';
import type { StopCondition } from '../run/boundaries.js';
import type { RunState } from '../run/runState.js';
import type { Pace } from '../source/trainingSource.js';
import type { Report, RunPlan } from '../hosting/protocol.js';
import type { SavedData, SavedStatus, SessionState } from './sessionState.js';

/** What `saveState` returns. */
export function stateOf(options: {
  readonly network: Network;
  readonly plan: RunPlan;
  readonly run: RunState;
  readonly report: Report;
  readonly pace: Pace;
  readonly until: StopCondition | null;
  readonly withData: boolean;
}): SessionState {
  const { network, plan, run, report, pace, until, withData } = options;
  const { configuration, validateEvery } = plan;
  return {
    kind: 'neuroglow-session',
    version: 2,
    configuration: {
      ...configuration,
      network: descriptionOf(configuration.network),
      parameters: configuration.parameters.slice(),
    },
    initializer: network.initializer,
    networkSeed: network.seed,
    arithmetic: report.arithmetic,
    ...{ validateEvery, pace, until, run },
    status: savedStatus(report.status),
    data: withData ? copyData(plan) : null,
  };
}

function savedStatus(status: Report['status']): SavedStatus {
  return status === 'idle' || status === 'finished' || status === 'diverged' ? status : 'paused';
}

/** Copies data, so that the receiver may change it or transfer its buffers. */
function copyData({ training, validation, probes }: SavedData): SavedData {
  return {
    training: copyDataset(training),
    validation: validation && copyDataset(validation),
    probes: probes.map((probe) => probe.slice()),
  };
}

function copyDataset(dataset: Dataset): Dataset {
  return { ...dataset, inputs: dataset.inputs.slice(), targets: dataset.targets.slice() };
}
