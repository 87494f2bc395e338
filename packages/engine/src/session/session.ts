import { checkBoolean, checkInteger, checkObject, checkOptions, checkSeed } from '../core/check.js';
import type { Hyperparameters, Optimizer } from '../core/configuration.js';
import { type NetworkOptions, descriptionOf, networkOf } from '../core/createNetwork.js';
import { NeuroglowError } from '../core/error.js';
import { keepWeights } from '../core/keepWeights.js';
import type { Network, NetworkDescription } from '../core/network.js';
import { resizeLayer } from '../core/resizeLayer.js';
import { samePlainData } from '../core/samePlainData.js';
import { type StopCondition, checkUntil } from '../run/boundaries.js';
import { type JournalChange, type JournalEntry, checkChange } from '../run/journal.js';
import type { RunState } from '../run/runState.js';
import { type ViewCapabilities, viewCapabilities } from '../views/capabilities.js';
import type { Frame, View } from '../views/view.js';
import type { FrameAnswer } from '../source/frameAnswer.js';
import { SourceBase } from '../source/sourceBase.js';
import { stepNotKept } from '../source/stepNotKept.js';
import type { Pace, ParameterReference, Snapshot, SourceControls, TrainingSource } from '../source/trainingSource.js';
import type { HostCommand, Report } from '../hosting/protocol.js';
import { RunConnection, type RunStart } from '../hosting/runConnection.js';
import { RunTimeline } from '../hosting/runTimeline.js';
import { SeekDesk } from '../hosting/seekDesk.js';
import type { WindowServices } from '../hosting/window.js';
import { fittingNetwork } from './fittingNetwork.js';
import type { BranchOptions } from './branch.js';
import { earlierSetup, readOnly } from './earlierRun.js';
import { type EarlierRun, EarlierRuns } from './earlierRuns.js';
import { networkFrom } from './networkFrom.js';
import { type NewRun, type RunChoices, firstParameters, firstSnapshot, newRun, redrawn, reported } from './newRun.js';
import { checkPace, stepsPerFrame } from './pace.js';
import { parameterIndex } from './parameterIndex.js';
import { type Recorded, recordedRun } from './recorded.js';
import { seedOf } from './seedOf.js';
import { type SessionState, stateOf } from './sessionState.js';
import { SessionTimeline } from './sessionTimeline.js';
import type { SessionDiagnostics, SessionSnapshot, TrainingSession } from './trainingSession.js';
import type { TrainingSetup } from './trainingSetup.js';

/** A session: one run at a time, its snapshot, its watchers and its commands. A new session holds no worker, timer or listener. */
export class Session extends SourceBase<SessionSnapshot> implements TrainingSession {
  readonly data: TrainingSession['data'];
  /** Functions that do not use `this`, so that they can be passed to buttons. */
  readonly controls: SourceControls<SessionSnapshot> = {
    start: (until) => this.start(until),
    pause: () => this.pause(),
    step: (count) => this.step(count),
    reset: (options) => this.reset(options),
    setHyperparameters: (change) => this.setHyperparameters(change),
    setPace: (pace) => this.setPace(pace),
    setParameter: (parameter, value) => this.setParameter(parameter, value),
    resizeLayer: (layer, neurons) => this.resizeLayer(layer, neurons),
  };
  override readonly timeline: SessionTimeline = new SessionTimeline(
    () => ({
      timeline: this.#connection.timeline,
      step: this.snapshots.current.step,
      isRunning: this.snapshots.current.status === 'running',
    }),
    () => this.wake(),
  );
  readonly runs: EarlierRuns = new EarlierRuns((run) => this.#openEarlier(run));
  readonly #setup: TrainingSetup;
  readonly #services: WindowServices;
  #current: NewRun;
  #runs = 1;
  #network: NetworkDescription;
  protected override capabilities: ViewCapabilities;
  #connection: RunConnection;
  #seeks: SeekDesk;
  #branches = 0;
  #revision = -1;
  #framesComputed = 0;
  #isDisposed = false;

  constructor(setup: TrainingSetup, services: WindowServices) {
    const { network, configuration, training, validation, probes } = setup;
    const current = newRun(setup, { ...configuration, network }, 1);
    const { start } = setup;
    super(
      {
        ...firstSnapshot(current, setup),
        ...(start?.report && reported(start.report)),
        seed: seedOf(configuration, start?.journal ?? []),
        branchedFrom: setup.branchedFrom ?? null,
      },
      services.frames,
    );
    this.#setup = setup;
    this.#services = services;
    this.data = { training: training.rows, validation: validation?.rows ?? 0, probes: probes.length };
    this.#current = current;
    this.#network = configuration.network;
    this.capabilities = this.#capabilitiesOf(this.#network);
    const timeline = setup.past ?? this.#newTimeline(start === undefined ? 0 : (setup.firstStep ?? 0));
    this.#connection = this.#connect(timeline, start);
    this.#seeks = new SeekDesk((target) => this.#connection.seek(target));
  }

  get network(): NetworkDescription {
    return this.#network;
  }

  get optimizer(): Optimizer['kind'] {
    return this.#setup.configuration.optimizer.kind;
  }

  get journal(): readonly JournalEntry[] {
    return this.#connection.journal;
  }

  get diagnostics(): SessionDiagnostics {
    return { place: this.#connection.place, framesComputed: this.#framesComputed };
  }

  async start(until?: StopCondition): Promise<SessionSnapshot> {
    const orOn = until === undefined;
    const stop = orOn ? this.#setup.until : checkUntil(until);
    return this.#command({ kind: 'start', until: stop, pace: this.snapshots.current.pace, orOn });
  }

  async pause(): Promise<SessionSnapshot> {
    this.#assertAlive();
    if (this.#connection.isApart) return this.snapshots.current;
    return this.#command({ kind: 'pause' });
  }

  async step(count = 1): Promise<SessionSnapshot> {
    checkInteger(count, 'count', 1, Number.MAX_SAFE_INTEGER - this.snapshots.current.step);
    return this.#command({ kind: 'advance', by: count });
  }

  async reset(options: { readonly seed?: number } = {}): Promise<SessionSnapshot> {
    checkOptions(options, 'reset options', ['seed']);
    const { seed } = options;
    if (seed !== undefined) checkSeed(seed);
    this.#assertAlive();
    const { network } = this.#current;
    const begun = this.#begin({
      network: seed === undefined ? network : redrawn(network, seed),
      seed: seed ?? this.snapshots.current.seed,
      hyperparameters: this.snapshots.current.hyperparameters,
    });
    return Promise.resolve(begun);
  }

  async setHyperparameters(change: Partial<Hyperparameters>): Promise<SessionSnapshot> {
    checkObject(change, 'hyperparameters');
    return this.#change({ ...change, kind: 'hyperparameters' });
  }

  async setParameter(parameter: ParameterReference, value: number): Promise<SessionSnapshot> {
    return this.#change({ kind: 'parameter', index: parameterIndex(parameter, this.#network), value });
  }

  async setPace(pace: Pace): Promise<SessionSnapshot> {
    this.#assertAlive();
    checkPace(pace);
    this.snapshots.change({ pace });
    if (this.#connection.isApart) return this.snapshots.current;
    return this.#command({ kind: 'setPace', pace });
  }

  async resizeLayer(layer: number, neurons: number): Promise<SessionSnapshot> {
    this.#assertAlive();
    return this.#beginFrom((network) => resizeLayer(network, layer, neurons, this.snapshots.current.seed));
  }

  async setNetwork(
    network: Network | NetworkOptions,
    options: { readonly keepWeights?: boolean } = {},
  ): Promise<SessionSnapshot> {
    this.#assertAlive();
    checkOptions(options, 'setNetwork options', ['keepWeights']);
    const { keepWeights: keeps = true } = options;
    checkBoolean(keeps, 'keepWeights');
    const next = fittingNetwork(networkFrom(network, this.snapshots.current.seed), this.#setup);
    return keeps ? this.#beginFrom((before) => keepWeights(before, next)) : this.#begin(this.#choices(next));
  }

  async load(network: Network): Promise<SessionSnapshot> {
    this.#assertAlive();
    return Promise.resolve(this.#begin(this.#choices(fittingNetwork(network, this.#setup))));
  }

  async readNetwork(): Promise<Network> {
    const { network } = this.#current;
    const asked = this.#current;
    const { parameters } = await this.read({ kind: 'parameters' });
    if (asked !== this.#current) return this.readNetwork();
    return networkOf(descriptionOf(network), parameters, network.initializer, network.seed);
  }

  async saveState(options: { readonly data?: boolean; readonly at?: number } = {}): Promise<SessionState> {
    this.#assertAlive();
    checkOptions(options, 'saveState options', ['data', 'at']);
    const { data = true, at } = options;
    checkBoolean(data, 'data');
    if (at !== undefined) checkInteger(at, 'at', 0, Number.MAX_SAFE_INTEGER);
    const { network, plan } = this.#current;
    const { state: run, report } = await (at === undefined ? this.#connection.save() : this.#stateAt(at));
    const { pace } = this.snapshots.current;
    return stateOf({ network, plan, run, report, pace, until: this.#setup.until, withData: data });
  }

  async branch(options: BranchOptions): Promise<Session> {
    this.#assertAlive();
    const { network, plan } = this.#current;
    const { configuration, runId } = plan;
    // Fetched when it is needed: most pages never branch.
    const { branchStart, checkBranchOptions } = await import('./branch.js');
    const { at, changes } = checkBranchOptions(options, network.parameters.length);
    const { timeline } = this.#connection;
    const { state, report } = await this.#stateAt(at);
    const setup: TrainingSetup = {
      ...{ ...this.#setup, network, configuration, arithmetic: report.arithmetic },
      pace: this.snapshots.current.pace,
      runId: `${runId}-branch-${++this.#branches}`,
      branchedFrom: { runId, step: at },
      past: timeline.fork(at, this.#services.memory),
      start: branchStart(state, changes, report),
    };
    return new Session(setup, this.#services);
  }

  /** The state of the present run at one of its steps. */
  async #stateAt(step: number): Promise<{ readonly state: RunState; readonly report: Report }> {
    const connection = this.#connection;
    if (!this.#keeps(step) && step !== this.snapshots.current.step) {
      throw stepNotKept(step, this.snapshots.current.step, this.timeline.getSnapshot());
    }
    const [keyframe, { state, report }, { pastState }] = await Promise.all([
      this.#seeks.state(step),
      connection.save(),
      import('./branch.js'),
    ]);
    const status = step === 0 ? 'idle' : step === report.step ? report.status : 'paused';
    return { state: pastState(state, keyframe), report: { ...report, status } };
  }

  /** What was recorded of its runs, for a file. */
  async readRecorded(): Promise<Recorded> {
    this.#assertAlive();
    const { network, plan } = this.#current;
    const { timeline } = this.#connection;
    const { training, validation, probes } = plan;
    const [saved, earlier] = await Promise.all([this.#connection.save(), this.runs.all()]);
    const current = recordedRun({ network, plan, timeline }, saved, this.#setup);
    const runs = [...earlier.map((run) => recordedRun(run, run, this.#setup)), current];
    return { runs, data: { training, validation, probes } };
  }

  dispose(): void {
    if (this.#isDisposed) return;
    this.#isDisposed = true;
    this.leaveEverything();
    this.timeline.clear();
    const { store } = this.#connection.timeline;
    this.#connection.end(disposed());
    store?.release();
  }

  async #command(command: HostCommand): Promise<SessionSnapshot> {
    this.#assertAlive();
    await this.#connection.command(command);
    return this.snapshots.current;
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
    const { seed, hyperparameters } = this.snapshots.current;
    return { network, seed, hyperparameters };
  }

  /** Replaces the current run by a new one. Watchers stay subscribed. */
  #begin(choices: RunChoices): SessionSnapshot {
    this.#assertAlive();
    const description = descriptionOf(choices.network);
    const isSameNetwork = samePlainData(description, this.#network);
    const next = newRun(this.#setup, choices, this.#runs + 1);
    this.#leaveRun();
    this.#runs++;
    this.#current = next;
    if (!isSameNetwork) {
      this.#network = description;
      this.capabilities = this.#capabilitiesOf(description);
    }
    this.#revision = -1;
    this.#framesComputed = 0;
    this.#connection = this.#connect(this.#newTimeline(0));
    this.#seeks = new SeekDesk((target) => this.#connection.seek(target));
    this.timeline.touch();
    const { pace, arithmetic } = this.snapshots.current;
    this.snapshots.change({ ...firstSnapshot(this.#current, this.#setup), pace, arithmetic });
    if (!isSameNetwork) this.snapshots.announce(true);
    this.watched.restart((view) => this.refuseView(view));
    this.#connection.watch(!this.watched.isEmpty);
    return this.snapshots.current;
  }

  /** Ends the current run and adds it to the earlier ones. */
  #leaveRun(): void {
    const { plan, network } = this.#current;
    const { status, ...rest } = this.snapshots.current;
    const snapshot = { ...rest, status: status === 'running' ? 'paused' : status, notice: null } satisfies Snapshot;
    const summary = { id: plan.runId, network: this.#network, snapshot };
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
      this.runs.add({ summary, plan, network, journal, report, state, timeline });
    } else timeline.store?.release();
  }

  /** An earlier run of this session, as a source without commands. */
  async #openEarlier(run: EarlierRun): Promise<TrainingSource> {
    const state = await run.state;
    return readOnly(new Session(earlierSetup(run, state, this.#setup), this.#services));
  }

  #newTimeline(first: number): RunTimeline {
    return RunTimeline.of(this.#setup.timeline, this.#services.memory, first);
  }

  #connect(timeline: RunTimeline, start?: RunStart): RunConnection {
    const { plan } = this.#current;
    const connection = new RunConnection(
      plan,
      this.#setup.worker,
      this.#services.hosts,
      {
        onReport: (report) => {
          if (connection === this.#connection) this.#take(report);
        },
        onAnswers: (answers) => {
          if (connection !== this.#connection) return;
          this.watched.take(answers);
          this.wake();
        },
        onOpened: () => this.wake(),
        onNotice: (notice) => {
          if (connection === this.#connection) this.snapshots.change({ notice });
        },
        onTimeline: () => {
          if (connection === this.#connection) this.timeline.touch();
        },
        onFailed: (error) => {
          if (connection === this.#connection) this.snapshots.change({ status: 'failed', error });
        },
      },
      timeline,
      start,
    );
    return connection;
  }

  #take(report: Report): void {
    this.#revision = report.revision;
    this.#framesComputed = report.framesComputed;
    this.snapshots.change(reported(report));
    this.timeline.touch();
    this.wake();
  }

  /** Requests the views that are due from the run's host; answers wake the session again. */
  protected override displayFrame(): void {
    this.timeline.announce();
    if (!this.#connection.canTick) return;
    const { status, pace, step } = this.snapshots.current;
    const isRunning = status === 'running';
    const views = this.watched.due(this.#revision, isRunning);
    const steps = isRunning ? stepsPerFrame(pace, step) : 0;
    const isFollowed = isRunning && (this.snapshots.hasListeners || this.timeline.hasListeners);
    if (views.length > 0 || steps > 0 || isFollowed) this.#connection.tick(steps, views);
  }

  protected override readNow(views: readonly View[]): Promise<readonly FrameAnswer[]> {
    return this.#connection.read(views);
  }

  /** Whether a step of the present run can be computed again. */
  #keeps(step: number): boolean {
    const { store, first } = this.#connection.timeline;
    const { step: last } = this.snapshots.current;
    return step >= first && (store === null ? step === 0 && last > 0 : step <= last);
  }

  protected override readKept(
    views: readonly View[],
    step: number,
    signal: AbortSignal,
  ): Promise<readonly Frame[]> | null {
    if (!this.#keeps(step)) return null;
    const { journal } = this.#connection;
    // The configuration has them: no host is needed.
    if (step === 0 && journal[0]?.step !== 0 && views.every((view) => view.kind === 'parameters')) {
      return Promise.resolve(views.map((view) => firstParameters(this.#current, view)));
    }
    return this.#seeks.frames(views, step, signal);
  }

  protected override refuseAll(): NeuroglowError | null {
    return this.#isDisposed ? disposed() : null;
  }

  protected override onWatched(isWatched: boolean): void {
    this.#connection.watch(isWatched);
  }

  #capabilitiesOf(network: NetworkDescription): ViewCapabilities {
    const { configuration, training, validation, probes } = this.#setup;
    const { cost } = configuration;
    return viewCapabilities({ network, cost, training, validation, probes, batches: true, scalars: true });
  }

  #assertAlive(): void {
    if (this.#isDisposed) throw disposed();
  }
}

function disposed(): NeuroglowError {
  return new NeuroglowError(
    'disposed',
    'expected a session in use, got one that was disposed of; create a new one with createTraining.',
  );
}
