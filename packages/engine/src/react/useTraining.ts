'use client';
import { useEffect, useMemo, useState, type DependencyList } from 'react';
import type { NetworkOptions } from '../core/createNetwork.js';
import { NeuroglowError } from '../core/error.js';
import type { Network } from '../core/network.js';
import { show } from '../core/show.js';
import { createTraining } from '../session/createTraining.js';
import type { ResumeOptions } from '../session/sessionState.js';
import type { TrainingOptions } from '../session/trainingOptions.js';
import type { TrainingSession } from '../session/trainingSession.js';
import { networkFrom } from '../session/networkFrom.js';
import { sameOptions } from './sameOptions.js';
import { SessionKeeper } from './sessionKeeper.js';

/** The options of `createTraining`; the network may also be described: `{ layers: [2, 4, 1] }`. */
export type UseTrainingOptions = FreshTrainingOptions | ResumeOptions;

export interface FreshTrainingOptions extends Omit<TrainingOptions, 'network'> {
  /** Where the first run starts: a network, or the options to create one. */
  readonly network: Network | NetworkOptions;
}

/**
 * A training session that lives as long as the component. Creating it acquires nothing; other options create another session, and
 * the old one is disposed of. When the component leaves, the run is paused and its worker released; a component that comes
 * back, as under StrictMode or Fast Refresh, finds its session as it was.
 *
 * Defaults show learning: `pace` is 'visible' and `until` is `{ step: 50_000 }`; pass `pace: 'fastest'` and `until: null` for
 * those of `createTraining`. A run that has stopped at its `until` goes on without a stop when it is started again.
 *
 * @param options What to train; null while there is nothing to train yet, for example while data is loading. Options may be
 * written inline: plain fields are compared by structure, networks by layers, seed and parameters, and typed arrays (so data sets)
 * by identity. Create large data outside the component, or with `useMemo`.
 * @throws what `createTraining` throws, while rendering: an error boundary shows it.
 * @example const session = useTraining({ network: { layers: [2, 4, 1] }, dataset, optimizer: adam() })
 * @example const session = useTraining(data && { network: { layers: [64, 16, 10] }, dataset: data.training })
 */
export function useTraining(options: UseTrainingOptions): TrainingSession;
export function useTraining(options: UseTrainingOptions | null): TrainingSession | null;
/**
 * The same, with options made by a function when `deps` change.
 * @param create Called when a dependency changes, and after an edit under Fast Refresh.
 * @example const session = useTraining(() => ({ network: createNetwork({ layers: [2, 4, 1], seed }), dataset }), [seed])
 */
export function useTraining(create: () => UseTrainingOptions, deps: DependencyList): TrainingSession;
export function useTraining(
  given: UseTrainingOptions | (() => UseTrainingOptions) | null,
  deps?: DependencyList,
): TrainingSession | null {
  checkForm(given, deps);
  // React computes memos again after an edit under Fast Refresh, while state stays.
  const edit = useMemo(() => ({}), []);
  const [keeper] = useState(() => new SessionKeeper<Request>(isSame, make));
  const session = keeper.sessionFor({ given, deps, edit });
  useEffect(() => keeper.hold(session), [keeper, session]);
  return session;
}

interface Request {
  readonly given: UseTrainingOptions | (() => UseTrainingOptions) | null;
  readonly deps: DependencyList | undefined;
  /** Another object after every edit under Fast Refresh. */
  readonly edit: object;
}

function isSame(made: Request, asked: Request): boolean {
  if (typeof made.given !== 'function' || typeof asked.given !== 'function') {
    return sameOptions(made.given, asked.given, 'identity');
  }
  if (!sameDeps(made.deps, asked.deps)) return false;
  return made.edit === asked.edit || sameOptions(made.given(), asked.given(), 'content');
}

function make({ given }: Request): TrainingSession | null {
  const options = typeof given === 'function' ? given() : given;
  if (options === null) return null;
  if ('state' in options) return createTraining(options);
  const { network } = options;
  const { pace = 'visible', until = { step: 50_000 } } = options;
  return createTraining({
    ...options,
    network: networkFrom(network),
    pace,
    until,
  });
}

function checkForm(given: unknown, deps: unknown): void {
  if (typeof given === 'function') {
    if (Array.isArray(deps)) return;
    throw new NeuroglowError(
      'invalid-option',
      `deps: expected an array of what the options depend on, got ${show(deps)}; pass [] if they depend on nothing.`,
    );
  }
  if (typeof given === 'object' && deps === undefined) return;
  throw new NeuroglowError(
    'invalid-option',
    deps === undefined
      ? `useTraining: expected training options or null, got ${show(given)}; pass { network, dataset }.`
      : `useTraining: expected a function together with dependencies, got ${show(given)}; pass a function, or options without dependencies.`,
  );
}

function sameDeps(one: DependencyList | undefined, other: DependencyList | undefined): boolean {
  if (one === undefined || other === undefined || one.length !== other.length) return false;
  return one.every((value, index) => Object.is(value, other[index]));
}
