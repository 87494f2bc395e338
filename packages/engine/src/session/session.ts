import { NeuroglowError } from '../core/error.js';
import type { Hyperparameters, Optimizer } from '../core/configuration.js';
import type { NetworkOptions } from '../core/createNetwork.js';
import type { Network, NetworkDescription } from '../core/network.js';
import type { StopCondition } from '../run/boundaries.js';
import type { JournalEntry } from '../run/journal.js';
import { type ViewCapabilities, viewCapabilities } from '../views/capabilities.js';
import type { Frame, View } from '../views/view.js';
import type { FrameAnswer } from '../source/frameAnswer.js';
import { errorFromData, errorToData } from '../source/errorData.js';
import { SourceBase } from '../source/sourceBase.js';
import type { Pace, ParameterReference, SourceControls } from '../source/trainingSource.js';
import type { BranchOptions } from './branch.js';
import { readOnly } from './earlierRun.js';
import { firstSnapshot, newRun, reported } from './newRun.js';
import { checkPace } from './pace.js';
import type { Recorded } from './recorded.js';
import { RunList } from './runList.js';
import { seedOf } from './seedOf.js';
import type { SessionParts } from './sessionParts.js';
import type { SessionRuns } from './sessionRuns.js';
import type { SessionState } from './sessionState.js';
import type { MakeRuns, SessionWindow } from './sessionWindow.js';
import { SessionTimeline, type TimelineSubject } from './sessionTimeline.js';
import type { SessionDiagnostics, SessionSnapshot, TrainingSession } from './trainingSession.js';
import type { TrainingSetup } from './trainingSetup.js';

/**
 * A session as others see it: its snapshot, its watchers and its commands. Its runs are fetched and made when it is first watched or gets a
 * command; until then it holds no worker, timer or listener, and a page that only creates it has loaded little.
 */
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
    () => this.#timelineSubject(),
    () => this.wake(),
  );
  readonly runs: RunList = new RunList((id) => this.#do((runs) => runs.earlier.open(id)));
  readonly #setup: TrainingSetup;
  readonly #window: SessionWindow;
  #network: NetworkDescription;
  protected override capabilities: ViewCapabilities;
  readonly #parts: SessionParts;
  /** null until they are needed. */
  #runs: SessionRuns | null = null;
  #fetching: Promise<SessionRuns> | null = null;
  #isDisposed = false;

  constructor(setup: TrainingSetup, window: SessionWindow) {
    const { network, configuration, training, validation, probes, start } = setup;
    const first = newRun(setup, { ...configuration, network }, 1);
    super(
      {
        ...firstSnapshot(first, setup),
        ...(start?.report && reported(start.report)),
        seed: seedOf(configuration, start?.journal ?? []),
        branchedFrom: setup.branchedFrom ?? null,
      },
      window.frames,
    );
    this.#setup = setup;
    this.#window = window;
    this.data = { training: training.rows, validation: validation?.rows ?? 0, probes: probes.length };
    this.#network = configuration.network;
    this.capabilities = this.#capabilitiesOf(this.#network);
    this.#parts = {
      ...{ setup, first, snapshots: this.snapshots, watched: this.watched },
      wake: () => this.wake(),
      onTimeline: () => this.timeline.touch(),
      onEarlierRuns: (summaries) => this.runs.replace(summaries),
      onNetwork: (description) => {
        this.#network = description;
        this.capabilities = this.#capabilitiesOf(description);
      },
      refuseView: (view) => this.refuseView(view),
      assertAlive: () => this.#assertAlive(),
      isFollowed: () => this.snapshots.hasListeners || this.timeline.hasListeners,
      keeps: (step) => this.timeline.keeps(step),
      timelineSnapshot: () => this.timeline.getSnapshot(),
      readParameters: async () => (await this.read({ kind: 'parameters' })).parameters,
      openSource: (others) => readOnly(new Session(others, window)),
    };
  }

  get network(): NetworkDescription {
    return this.#network;
  }

  get optimizer(): Optimizer['kind'] {
    return this.#setup.configuration.optimizer.kind;
  }

  get journal(): readonly JournalEntry[] {
    return this.#runs?.journal ?? this.#setup.start?.journal ?? [];
  }

  get diagnostics(): SessionDiagnostics {
    return { place: this.#runs?.place ?? null, framesComputed: this.#runs?.framesComputed ?? 0 };
  }

  start(until?: StopCondition): Promise<SessionSnapshot> {
    return this.#do((runs) => runs.start(until));
  }

  async pause(): Promise<SessionSnapshot> {
    this.#assertAlive();
    return this.#isIdle ? this.snapshots.current : this.#do((runs) => runs.pause());
  }

  step(count = 1): Promise<SessionSnapshot> {
    return this.#do((runs) => runs.step(count));
  }

  reset(options: { readonly seed?: number } = {}): Promise<SessionSnapshot> {
    return this.#do((runs) => runs.reset(options));
  }

  setHyperparameters(change: Partial<Hyperparameters>): Promise<SessionSnapshot> {
    return this.#do((runs) => runs.setHyperparameters(change));
  }

  setParameter(parameter: ParameterReference, value: number): Promise<SessionSnapshot> {
    return this.#do((runs) => runs.setParameter(parameter, value));
  }

  async setPace(pace: Pace): Promise<SessionSnapshot> {
    this.#assertAlive();
    checkPace(pace);
    this.snapshots.change({ pace });
    return this.#isIdle ? this.snapshots.current : this.#do((runs) => runs.setPace(pace));
  }

  resizeLayer(layer: number, neurons: number): Promise<SessionSnapshot> {
    return this.#do((runs) => runs.resizeLayer(layer, neurons));
  }

  setNetwork(
    network: Network | NetworkOptions,
    options: { readonly keepWeights?: boolean } = {},
  ): Promise<SessionSnapshot> {
    return this.#do((runs) => runs.setNetwork(network, options));
  }

  load(network: Network): Promise<SessionSnapshot> {
    return this.#do((runs) => runs.load(network));
  }

  readNetwork(): Promise<Network> {
    return this.#do((runs) => runs.readNetwork());
  }

  saveState(options: { readonly data?: boolean; readonly at?: number } = {}): Promise<SessionState> {
    return this.#do((runs) => runs.saveState(options));
  }

  async branch(options: BranchOptions): Promise<Session> {
    return new Session(await this.#do((runs) => runs.branch(options)), this.#window);
  }

  /** What was recorded of its runs, for a file. */
  readRecorded(): Promise<Recorded> {
    return this.#do((runs) => runs.readRecorded());
  }

  dispose(): void {
    if (this.#isDisposed) return;
    this.#isDisposed = true;
    this.leaveEverything();
    this.timeline.clear();
    if (this.#runs === null) this.#setup.past?.store?.release();
    else this.#runs.end(disposed());
  }

  /** Whether nobody has needed its runs yet. */
  get #isIdle(): boolean {
    return this.#runs === null && this.#fetching === null;
  }

  /** Does something with the runs: at once if they are there, otherwise once they are fetched. */
  async #do<T>(work: (runs: SessionRuns) => T | Promise<T>): Promise<T> {
    this.#assertAlive();
    const runs = this.#runs ?? this.#makeRuns();
    return work(runs instanceof Promise ? await runs : runs);
  }

  /** Several callers share one fetch. After a failed one, as without a network, the next caller tries again. */
  #makeRuns(): SessionRuns | Promise<SessionRuns> {
    if (this.#fetching !== null) return this.#fetching;
    const make = this.#window.runs(this.#setup.worker);
    if (typeof make === 'function') return this.#take(make);
    return (this.#fetching = make
      .then(
        (fetched) => {
          this.#assertAlive();
          return this.#take(fetched);
        },
        (error: unknown) => {
          throw notFetched(error);
        },
      )
      .finally(() => (this.#fetching = null)));
  }

  #take(make: MakeRuns): SessionRuns {
    const runs = make(this.#parts);
    this.#runs = runs;
    if (!this.watched.isEmpty) runs.watch(true);
    return runs;
  }

  protected override displayFrame(): void {
    this.timeline.announce();
    this.#runs?.displayFrame();
  }

  protected override readNow(views: readonly View[]): Promise<readonly FrameAnswer[]> {
    return this.#do((runs) => runs.readNow(views));
  }

  protected override readKept(
    views: readonly View[],
    step: number,
    signal: AbortSignal,
  ): Promise<readonly Frame[]> | null {
    return this.timeline.keeps(step) ? this.#do((runs) => runs.readKept(views, step, signal)) : null;
  }

  protected override onWatched(): void {
    if (this.#runs === null && this.watched.isEmpty) return;
    this.#do((runs) => runs.watch(!this.watched.isEmpty)).catch((error: unknown) => {
      if (!this.#isDisposed) this.snapshots.change({ status: 'failed', error: errorFromData(errorToData(error)) });
    });
  }

  #timelineSubject(): TimelineSubject {
    const { timeline, past, start, firstStep = 0 } = this.#setup;
    const { step, status } = this.snapshots.current;
    const recorded = this.#runs?.timeline ?? past;
    return {
      ...{ step, isRunning: status === 'running' },
      first: recorded?.first ?? (start === undefined ? 0 : firstStep),
      store: recorded !== undefined ? recorded.store : timeline === null ? null : nothingKept,
      seeks: recorded?.seeks ?? [],
    };
  }

  protected override refuseAll(): NeuroglowError | null {
    return this.#isDisposed ? disposed() : null;
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

/** What is recorded before the first step. */
const nothingKept = { count: 0, bytes: 0 };

function notFetched(error: unknown): NeuroglowError {
  return new NeuroglowError(
    'worker-failed',
    `expected to load the code that trains, got ${error instanceof Error ? error.message : String(error)}; check the connection and repeat the command, or reload the page.`,
  );
}

function disposed(): NeuroglowError {
  return new NeuroglowError(
    'disposed',
    'expected a session in use, got one that was disposed of; create a new one with createTraining.',
  );
}
