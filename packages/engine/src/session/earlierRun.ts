import type { RunState } from '../run/runState.js';
import type { RunCollection, TrainingSource } from '../source/trainingSource.js';
import type { EarlierRun } from './earlierRuns.js';
import type { TrainingSession } from './trainingSession.js';
import type { TrainingSetup } from './trainingSetup.js';

/** The setup of a session that shows an earlier run as it ended. */
export function earlierSetup(run: EarlierRun, state: RunState | null, setup: TrainingSetup): TrainingSetup {
  const { network, plan, journal } = run;
  const status = run.report.status === 'running' ? 'paused' : run.report.status;
  return {
    ...setup,
    network,
    configuration: plan.configuration,
    arithmetic: run.report.arithmetic,
    runId: plan.runId,
    past: run.timeline,
    start: { state, journal, report: { ...run.report, status } },
  };
}

/** A session without its commands. `runs`: other runs that belong to it. */
export function readOnly(session: TrainingSession, runs?: RunCollection): TrainingSource {
  return {
    ...(runs !== undefined && { runs }),
    get network() {
      return session.network;
    },
    data: session.data,
    ...(session.optimizer !== undefined && { optimizer: session.optimizer }),
    timeline: session.timeline,
    get journal() {
      return session.journal;
    },
    getSnapshot: () => session.getSnapshot(),
    getServerSnapshot: () => session.getServerSnapshot(),
    subscribe: (listener) => session.subscribe(listener),
    supports: (view) => session.supports(view),
    watch: (view, options) => session.watch(view, options),
    watchAll: (views, options) => session.watchAll(views, options),
    read: (view, options) => session.read(view, options),
    readAll: (views, options) => session.readAll(views, options),
  };
}
