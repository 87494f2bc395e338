import { checkBoolean, checkInteger, checkObject, checkOptions, checkSeed } from '../core/check.js';
import type { Hyperparameters } from '../core/configuration.js';
import { type NetworkOptions, descriptionOf, networkOf } from '../core/createNetwork.js';
import { NeuroglowError } from '../core/error.js';
import { keepWeights } from '../core/keepWeights.js';
import type { Network } from '../core/network.js';
import { resizeLayer } from '../core/resizeLayer.js';
import { samePlainData } from '../core/samePlainData.js';
import { type StopCondition, checkUntil } from '../run/boundaries.js';
import { type JournalChange, checkChange } from '../run/journal.js';
import type { RunState } from '../run/runState.js';
import type { Frame, View } from '../views/view.js';
import type { FrameAnswer } from '../source/frameAnswer.js';
import { stepNotKept } from '../source/stepNotKept.js';
import type { Pace, ParameterReference, Snapshot, TrainingSource } from '../source/trainingSource.js';
import type { HostCommand, Report } from '../hosting/protocol.js';
import { RunConnection } from '../hosting/runConnection.js';
import type { RunStart } from '../hosting/runEvents.js';
import { RunTimeline } from '../hosting/runTimeline.js';
import { SeekDesk } from '../hosting/seekDesk.js';
import { type WindowServices, servicesOfThisWindow } from '../hosting/window.js';
import { type BranchOptions, branchStart, checkBranchOptions, pastState } from './branch.js';
import { earlierSetup } from './earlierRun.js';
import { type EarlierRun, EarlierRuns } from './earlierRuns.js';
import { fittingNetwork } from './fittingNetwork.js';
import { networkFrom } from './networkFrom.js';
import { type NewRun, type RunChoices, firstParameters, firstSnapshot, newRun, redrawn, reported } from './newRun.js';
import { stepsPerFrame } from './pace.js';
import { parameterIndex } from './parameterIndex.js';
import { type Recorded, recordedRun } from './recorded.js';
import { stateOf } from './savedState.js';
import type { SessionParts } from './sessionParts.js';
import type { SessionState } from './sessionState.js';
import type { SessionSnapshot } from './trainingSession.js';
import type { TrainingSetup } from './trainingSetup.js';

/** Makes the runs of a session of this window. */
export function runsOfThisWindow(parts: SessionParts): SessionRuns {
  return new SessionRuns(parts, servicesOfThisWindow());
}

/**
 * The runs of a session: the current one with its connection to a host, and those before it. Everything that a session does besides
 * standing still is done here. A page fetches this module when a session is first watched or gets its first command.
 */
export class SessionRuns {
  readonly #parts: SessionParts;
  readonly #setup: TrainingSetup;
  readonly #services: WindowServices;
  readonly #earlier: EarlierRuns;
  #current: NewRun;
  #runs = 1;
  #connection: RunConnection;
  #seeks: SeekDesk;
  #branches = 0;
  #revision = -1;
  #framesComputed = 0;

  constructor(parts: SessionParts, services: WindowServices) {
    const { setup, first } = parts;
    this.#parts = parts;
    this.#setup = setup;
    this.#services = services;
    this.#earlier = new EarlierRuns((run) => this.#openEarlier(run), parts.onEarlierRuns);
    this.#current = first;
    const { start, past, firstStep = 0 } = setup;
    this.#connection = this.#connect(past ?? this.#newTimeline(start === undefined ? 0 : firstStep), start);
    this.#seeks = this.#newSeeks();
  }

  get earlier(): EarlierRuns {
    return this.#earlier;
  }

  /** What is recorded of the current run. */
  get timeline(): RunTimeline {
    return this.#connection.timeline;
  }

  get journal(): RunConnection['journal'] {
    return this.#connection.journal;
  }

  get place(): RunConnection['place'] {
    return this.#connection.place;
  }

  get framesComputed(): number {
    return this.#framesComputed;
  }

  get #snapshot(): SessionSnapshot {
    return this.#parts.snapshots.current;
  }

  async start(until?: StopCondition): Promise<SessionSnapshot> {
    const orOn = until === undefined;
    const stop = orOn ? this.#setup.until : checkUntil(until);
    return this.#command({ kind: 'start', until: stop, pace: this.#snapshot.pace, orOn });
  }

  async pause(): Promise<SessionSnapshot> {
    return this.#connection.isApart ? this.#snapshot : this.#command({ kind: 'pause' });
  }

  async step(count: number): Promise<SessionSnapshot> {
    checkInteger(count, 'count', 1, Number.MAX_SAFE_INTEGER - this.#snapshot.step);
    return this.#command({ kind: 'advance', by: count });
  }

  async reset(options: { readonly seed?: number }): Promise<SessionSnapshot> {
    checkOptions(options, 'reset options', ['seed']);
    const { seed } = options;
    if (seed !== undefined) checkSeed(seed);
    const { network } = this.#current;
    return Promise.resolve(
      this.#begin({
        network: seed === undefined ? network : redrawn(network, seed),
        seed: seed ?? this.#snapshot.seed,
        hyperparameters: this.#snapshot.hyperparameters,
      }),
    );
  }

  async setHyperparameters(change: Partial<Hyperparameters>): Promise<SessionSnapshot> {
    checkObject(change, 'hyperparameters');
    return this.#change({ ...change, kind: 'hyperparameters' });
  }

  async setParameter(parameter: ParameterReference, value: number): Promise<SessionSnapshot> {
    const { network } = this.#current.plan.configuration;
    return this.#change({ kind: 'parameter', index: parameterIndex(parameter, network), value });
  }

  /** The pace is in the snapshot already; a hosted run is told of it. */
  async setPace(pace: Pace): Promise<SessionSnapshot> {
    return this.#connection.isApart ? this.#snapshot : this.#command({ kind: 'setPace', pace });
  }

  async resizeLayer(layer: number, neurons: number): Promise<SessionSnapshot> {
    return this.#beginFrom((network) => resizeLayer(network, layer, neurons, this.#snapshot.seed));
  }

  async setNetwork(
    network: Network | NetworkOptions,
    options: { readonly keepWeights?: boolean },
  ): Promise<SessionSnapshot> {
    checkOptions(options, 'setNetwork options', ['keepWeights']);
    const { keepWeights: keeps = true } = options;
    checkBoolean(keeps, 'keepWeights');
    const next = fittingNetwork(networkFrom(network, this.#snapshot.seed), this.#setup);
    return keeps ? this.#beginFrom((before) => keepWeights(before, next)) : this.#begin(this.#choices(next));
  }

  async load(network: Network): Promise<SessionSnapshot> {
    return Promise.resolve(this.#begin(this.#choices(fittingNetwork(network, this.#setup))));
  }

  async readNetwork(): Promise<Network> {
    const asked = this.#current;
    const { network } = asked;
    const parameters = await this.#parts.readParameters();
    if (asked !== this.#current) return this.readNetwork();
    return networkOf(descriptionOf(network), parameters, network.initializer, network.seed);
  }

  async saveState(options: { readonly data?: boolean; readonly at?: number }): Promise<SessionState> {
    checkOptions(options, 'saveState options', ['data', 'at']);
    const { data = true, at } = options;
    checkBoolean(data, 'data');
    if (at !== undefined) checkInteger(at, 'at', 0, Number.MAX_SAFE_INTEGER);
    const { network, plan } = this.#current;
    const { state: run, report } = await (at === undefined ? this.#connection.save() : this.#stateAt(at));
    const { pace } = this.#snapshot;
    return stateOf({ network, plan, run, report, pace, until: this.#setup.until, withData: data });
  }

  /** The setup of a session that branches off from the current run. */
  async branch(options: BranchOptions): Promise<TrainingSetup> {
    const { network, plan } = this.#current;
    const { configuration, runId } = plan;
    const { at, changes } = checkBranchOptions(options, network.parameters.length);
    const { timeline } = this.#connection;
    const { state, report } = await this.#stateAt(at);
    return {
      ...{ ...this.#setup, network, configuration, arithmetic: report.arithmetic },
      pace: this.#snapshot.pace,
      runId: `${runId}-branch-${++this.#branches}`,
      branchedFrom: { runId, step: at },
      past: timeline.fork(at, this.#services.memory),
      start: branchStart(state, changes, report),
    };
  }

  /** The state of the current run at one of its steps. */
  async #stateAt(step: number): Promise<{ readonly state: RunState; readonly report: Report }> {
    const { step: last } = this.#snapshot;
    if (!this.#parts.keeps(step) && step !== last) throw stepNotKept(step, last, this.#parts.timelineSnapshot());
    const [keyframe, { state, report }] = await Promise.all([this.#seeks.state(step), this.#connection.save()]);
    const status = step === 0 ? 'idle' : step === report.step ? report.status : 'paused';
    return { state: pastState(state, keyframe), report: { ...report, status } };
  }

  /** What was recorded of its runs, for a file. */
  async readRecorded(): Promise<Recorded> {
    const { network, plan } = this.#current;
    const { timeline } = this.#connection;
    const { training, validation, probes } = plan;
    const [saved, earlier] = await Promise.all([this.#connection.save(), this.#earlier.all()]);
    const current = recordedRun({ network, plan, timeline }, saved, this.#setup);
    const runs = [...earlier.map((run) => recordedRun(run, run, this.#setup)), current];
    return { runs, data: { training, validation, probes } };
  }

  watch(isWatched: boolean): void {
    this.#connection.watch(isWatched);
  }

  /** Requests the views that are due from the run's host; answers wake the session again. */
  displayFrame(): void {
    if (!this.#connection.canTick) return;
    const { status, pace, step } = this.#snapshot;
    const isRunning = status === 'running';
    const views = this.#parts.watched.due(this.#revision, isRunning);
    const steps = isRunning ? stepsPerFrame(pace, step) : 0;
    if (views.length > 0 || steps > 0 || (isRunning && this.#parts.isFollowed())) this.#connection.tick(steps, views);
  }

  readNow(views: readonly View[]): Promise<readonly FrameAnswer[]> {
    return this.#connection.read(views);
  }

  /** Frames of another step, one that is kept. */
  readKept(views: readonly View[], step: number, signal: AbortSignal): Promise<readonly Frame[]> {
    const { journal } = this.#connection;
    // The configuration has them: no host is needed.
    if (step === 0 && journal[0]?.step !== 0 && views.every((view) => view.kind === 'parameters')) {
      return Promise.resolve(views.map((view) => firstParameters(this.#current, view)));
    }
    return this.#seeks.frames(views, step, signal);
  }

  /** Ends the current run with the session. */
  end(error: NeuroglowError): void {
    const { store } = this.#connection.timeline;
    this.#connection.end(error);
    store?.release();
  }

  async #command(command: HostCommand): Promise<SessionSnapshot> {
    await this.#connection.command(command);
    return this.#snapshot;
  }

  async #change(change: JournalChange): Promise<SessionSnapshot> {
    return this.#command({ kind: 'change', change: checkChange(change, this.#current.network.parameters.length) });
  }

  /** Begins a new run whose network is made from the current one. */
  async #beginFrom(make: (network: Network) => Network): Promise<SessionSnapshot> {
    // Reports errors before anything is read.
    make(this.#current.network);
    return this.#begin(this.#choices(make(await this.readNetwork())));
  }

  #choices(network: Network): RunChoices {
    const { seed, hyperparameters } = this.#snapshot;
    return { network, seed, hyperparameters };
  }

  /** Replaces the current run by a new one. Watchers stay subscribed. */
  #begin(choices: RunChoices): SessionSnapshot {
    const { snapshots, watched } = this.#parts;
    this.#parts.assertAlive();
    const description = descriptionOf(choices.network);
    const isSameNetwork = samePlainData(description, this.#current.plan.configuration.network);
    const next = newRun(this.#setup, choices, this.#runs + 1);
    this.#leaveRun();
    this.#runs++;
    this.#current = next;
    if (!isSameNetwork) this.#parts.onNetwork(description);
    this.#revision = -1;
    this.#framesComputed = 0;
    this.#connection = this.#connect(this.#newTimeline(0));
    this.#seeks = this.#newSeeks();
    this.#parts.onTimeline();
    const { pace, arithmetic } = snapshots.current;
    snapshots.change({ ...firstSnapshot(next, this.#setup), pace, arithmetic });
    if (!isSameNetwork) snapshots.announce(true);
    watched.restart((view) => this.#parts.refuseView(view));
    this.#connection.watch(!watched.isEmpty);
    return snapshots.current;
  }

  /** Ends the current run and adds it to the earlier ones. */
  #leaveRun(): void {
    const { plan, network } = this.#current;
    const { status, ...rest } = this.#snapshot;
    const snapshot = { ...rest, status: status === 'running' ? 'paused' : status, notice: null } satisfies Snapshot;
    const summary = { id: plan.runId, network: plan.configuration.network, snapshot };
    const connection = this.#connection;
    const { journal, report, timeline } = connection;
    const state = new Promise<RunState | null>((resolve) => {
      connection.end(
        new NeuroglowError(
          'disposed',
          'expected the current run of the session, got one that a new run has replaced; repeat the command.',
        ),
        resolve,
      );
    });
    if (report !== null && report.step > 0) {
      this.#earlier.add({ summary, plan, network, journal, report, state, timeline });
    } else timeline.store?.release();
  }

  async #openEarlier(run: EarlierRun): Promise<TrainingSource> {
    return this.#parts.openSource(earlierSetup(run, await run.state, this.#setup));
  }

  #newTimeline(first: number): RunTimeline {
    return RunTimeline.of(this.#setup.timeline, this.#services.memory, first);
  }

  #newSeeks(): SeekDesk {
    return new SeekDesk((target) => this.#connection.seek(target));
  }

  #connect(timeline: RunTimeline, start?: RunStart): RunConnection {
    const { snapshots, watched, wake, onTimeline } = this.#parts;
    const { plan } = this.#current;
    /** Calls back while the connection is the current one. */
    const whileCurrent =
      <T extends readonly unknown[]>(callback: (...values: T) => void) =>
      (...values: T): void => {
        if (connection === this.#connection) callback(...values);
      };
    const connection: RunConnection = new RunConnection(
      plan,
      this.#setup.worker,
      this.#services.hosts,
      {
        onReport: whileCurrent((report) => this.#take(report)),
        onAnswers: whileCurrent((answers) => {
          watched.take(answers);
          wake();
        }),
        onOpened: wake,
        onNotice: whileCurrent((notice) => snapshots.change({ notice })),
        onTimeline: whileCurrent(onTimeline),
        onFailed: whileCurrent((error) => snapshots.change({ status: 'failed', error })),
      },
      timeline,
      start,
    );
    return connection;
  }

  #take(report: Report): void {
    this.#revision = report.revision;
    this.#framesComputed = report.framesComputed;
    this.#parts.snapshots.change(reported(report));
    this.#parts.onTimeline();
    this.#parts.wake();
  }
}
