import type { Hyperparameters } from '../core/configuration.js';
import { descriptionOf, networkOf } from '../core/createNetwork.js';
import { drawParameters } from '../core/initialize.js';
import { copyLayers } from '../core/layerParameters.js';
import type { Network } from '../core/network.js';
import type { TrainerConfiguration } from '../core/trainer.js';
import { runIdOf } from '../run/runId.js';
import { layerParameters } from '../views/fulfil.js';
import type { LayerChoice } from '../views/layerChoice.js';
import type { FrameOf, ParametersView } from '../views/view.js';
import type { Report, RunPlan } from '../hosting/protocol.js';
import { errorFromData } from '../source/errorData.js';
import type { TrainingSetup } from './trainingSetup.js';
import type { SessionSnapshot } from './trainingSession.js';

/** A run that is to begin. */
export interface NewRun {
  readonly network: Network;
  readonly plan: RunPlan;
}

/** What may differ between the runs of one session. */
export interface RunChoices {
  readonly network: Network;
  readonly seed: number;
  readonly hyperparameters: Hyperparameters;
}

/** The `count`-th run of a session (from 1). Runs of equal configuration and seed have equal names; within a session a number distinguishes them. */
export function newRun(setup: TrainingSetup, { network, seed, hyperparameters }: RunChoices, count: number): NewRun {
  const { training, validation, probes, validateEvery, arithmetic } = setup;
  const configuration: TrainerConfiguration = {
    ...setup.configuration,
    network: descriptionOf(network),
    parameters: network.parameters,
    hyperparameters,
    seed,
  };
  const name = runIdOf(configuration, { ...training, inputs: nothing, targets: nothing }, null);
  const runId = count === 1 ? (setup.runId ?? name) : `${name}-${count}`;
  return { network, plan: { runId, configuration, training, validation, probes, validateEvery, arithmetic } };
}

/** All runs of a session have the same data, so their names do not depend on it. */
const nothing = new Float32Array(0);

/** The same network with redrawn weights, if it has an initializer. */
export function redrawn(network: Network, seed: number): Network {
  const { initializer } = network;
  if (initializer === null) return network;
  const description = descriptionOf(network);
  return networkOf(description, drawParameters(description, initializer, seed), initializer, seed);
}

/** A run's parameters at step 0. They are part of its configuration and so always available. */
export function firstParameters({ network, plan }: NewRun, { layers = 'all' }: FirstLayers): FrameOf<ParametersView> {
  const { parameters } = network;
  const copy = layers === 'all' ? parameters.slice() : copyLayers(parameters, plan.configuration.network, layers);
  const given = layerParameters(copy, plan.configuration.network, layers);
  return { kind: 'parameters', runId: plan.runId, step: 0, parameters: given.flat, layers: given.layers };
}

interface FirstLayers {
  readonly layers?: LayerChoice;
}

/** How a run looks before its first step. */
export function firstSnapshot({ plan }: NewRun, setup: TrainingSetup): SessionSnapshot {
  const { seed, hyperparameters } = plan.configuration;
  return {
    runId: plan.runId,
    status: 'idle',
    step: 0,
    epoch: 0,
    cost: null,
    validation: null,
    seed,
    hyperparameters,
    pace: setup.pace,
    arithmetic: setup.arithmetic === 'auto' ? null : setup.arithmetic,
    error: null,
    notice: null,
    branchedFrom: null,
  };
}

/** The fields of a snapshot that follow from a report. */
export function reported(report: Report): Partial<SessionSnapshot> {
  const { status, step, epoch, cost, validation, hyperparameters, arithmetic, error } = report;
  return {
    ...{ status, step, epoch, cost, validation, hyperparameters, arithmetic },
    error: error && errorFromData(error),
  };
}
