'use client';
import { useEffect, useState, type DependencyList } from 'react';
import { checkFunction } from '../core/check.js';
import { NeuroglowError } from '../core/error.js';
import { show } from '../core/show.js';
import { createTraining } from '../session/createTraining.js';
import type { TrainingOptions } from '../session/trainingOptions.js';
import type { TrainingSession } from '../session/trainingSession.js';

/** How long a session outlives the component that made it: long enough for whatever takes effects apart and puts them back. */
const grace = 1_000;

/**
 * A training session that lives as long as the component. Making one acquires nothing; `deps` changed make another, and the old one is
 * disposed of. When the component leaves, the run is paused and its worker given back; a component that comes back, as under
 * StrictMode or Fast Refresh, finds its session as it was.
 * @throws what `createTraining` throws, while rendering: an error boundary shows it.
 * @example const session = useTraining(() => ({ network: createNetwork({ layers: [2, 4, 1] }), dataset }), [])
 */
export function useTraining(create: () => TrainingOptions, deps: DependencyList): TrainingSession {
  checkFunction(create, 'useTraining');
  checkDeps(deps);
  const make = (): Made => ({ deps, session: createTraining(create()) });
  // State, not a memo: Fast Refresh makes memos anew, and a run would be lost with every edit of the page.
  const [made, setMade] = useState(make);
  let current = made;
  if (!areSame(made.deps, deps)) {
    current = make();
    setMade(current);
  }
  const { session } = current;
  const [holder] = useState(createHolder);
  useEffect(() => holder.hold(session), [holder, session]);
  return session;
}

interface Made {
  readonly deps: DependencyList;
  readonly session: TrainingSession;
}

function checkDeps(deps: unknown): void {
  if (Array.isArray(deps)) return;
  throw new NeuroglowError(
    'invalid-option',
    `deps: expected an array of what the options depend on, got ${show(deps)}; pass [] where that is nothing.`,
  );
}

function areSame(one: DependencyList, other: DependencyList): boolean {
  return one.length === other.length && one.every((value, index) => Object.is(value, other[index]));
}

interface Holder {
  hold(session: TrainingSession): () => void;
}

function createHolder(): Holder {
  let held: TrainingSession | null = null;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  return {
    hold(session) {
      clearTimeout(leaving);
      if (held !== session) held?.dispose();
      held = session;
      return () => {
        leaving = setTimeout(() => void rest(session), grace);
      };
    },
  };
}

/** What nobody holds makes no steps; nobody watching it either, it soon gives its worker back. */
async function rest(session: TrainingSession): Promise<void> {
  if (session.getSnapshot().status !== 'running') return;
  // Whoever disposed of it, or a worker that failed, has stopped it already.
  await session.pause().catch(() => undefined);
}
