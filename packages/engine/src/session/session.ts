import { checkInteger, checkObject, checkOptions, checkSeed } from '../core/check.js';
import type { Hyperparameters, Optimizer } from '../core/configuration.js';
import { descriptionOf, networkOf } from '../core/createNetwork.js';
import { NeuroglowError } from '../core/error.js';
import type { NetworkDescription } from '../core/network.js';
import { resizeLayer } from '../core/resizeLayer.js';
import { checkUntil, type StopCondition } from '../run/boundaries.js';
import { checkChange, type JournalChange, type JournalEntry } from '../run/journal.js';
import { viewCapabilities, type ViewCapabilities } from '../views/capabilities.js';
import type { Frame, View } from '../views/view.js';
import { errorFromData } from '../source/errorData.js';
import type { FrameAnswer } from '../source/frameAnswer.js';
import { SourceBase } from '../source/sourceBase.js';
import { firstParameters, firstSnapshot, newRun, redrawn, type NewRun, type RunChoices } from './newRun.js';
import { parameterIndex } from './parameterIndex.js';
import type { HostCommand, Report } from '../hosting/protocol.js';
import { RunConnection } from '../hosting/runConnection.js';
import type { Pace, ParameterReference, SourceControls } from '../source/trainingSource.js';
import { checkPace, stepsPerFrame } from './pace.js';
import type { TrainingSetup } from './trainingOptions.js';
import type { SessionDiagnostics, SessionSnapshot, TrainingSession } from './trainingSession.js';
import type { WindowServices } from '../hosting/window.js';

/** A session: one run at a time, its snapshot, who watches it, and its commands. Made, it holds no worker, timer or listener. */
export class Session extends SourceBase<SessionSnapshot> implements TrainingSession {
  readonly data: TrainingSession['data'];
  /** Functions that need no `this`, to be handed to buttons. */
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
  readonly #setup: TrainingSetup;
  readonly #services: WindowServices;
  #current: NewRun;
  #runs = 1;
  #network: NetworkDescription;
  protected override capabilities: ViewCapabilities;
  #connection: RunConnection;
  #revision = -1;
  #framesComputed = 0;
  #isDisposed = false;

  constructor(setup: TrainingSetup, services: WindowServices) {
    const { network, configuration, training, validation, probes } = setup;
    const current = newRun(setup, { ...configuration, network }, 1);
    super(firstSnapshot(current, setup), services.frames);
    this.#setup = setup;
    this.#services = services;
    this.data = { training: training.rows, validation: validation?.rows ?? 0, probes: probes.length };
    this.#current = current;
    this.#network = configuration.network;
    this.capabilities = this.#capabilitiesOf(this.#network);
    this.#connection = this.#connect();
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
    const stop = until === undefined ? this.#setup.until : checkUntil(until);
    return this.#command({ kind: 'start', until: stop, pace: this.snapshots.current.pace });
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
    const asked = this.#current;
    const { network } = asked;
    const { seed, hyperparameters } = this.snapshots.current;
    // What does not fit is said before anything is read.
    resizeLayer(network, layer, neurons, seed);
    const { parameters } = await this.read({ kind: 'parameters' });
    if (asked !== this.#current) return this.resizeLayer(layer, neurons);
    const trained = networkOf(descriptionOf(network), parameters, network.initializer, network.seed);
    return this.#begin({ network: resizeLayer(trained, layer, neurons, seed), seed, hyperparameters });
  }

  dispose(): void {
    if (this.#isDisposed) return;
    this.#isDisposed = true;
    this.leaveEverything();
    this.#connection.end(disposed());
  }

  async #command(command: HostCommand): Promise<SessionSnapshot> {
    this.#assertAlive();
    await this.#connection.command(command);
    return this.snapshots.current;
  }

  async #change(change: JournalChange): Promise<SessionSnapshot> {
    return this.#command({ kind: 'change', change: checkChange(change, this.#current.network.parameters.length) });
  }

  /** Leaves the present run for a new one. Whoever watches goes on watching. */
  #begin(choices: RunChoices): SessionSnapshot {
    const description = descriptionOf(choices.network);
    const isSameNetwork = choices.network.parameters.length === this.#current.network.parameters.length;
    this.#connection.end(new NeuroglowError('disposed', 'This run is over: a new one has begun; ask that one.'));
    this.#runs++;
    this.#current = newRun(this.#setup, choices, this.#runs);
    if (!isSameNetwork) {
      this.#network = description;
      this.capabilities = this.#capabilitiesOf(description);
    }
    this.#revision = -1;
    this.#framesComputed = 0;
    this.#connection = this.#connect();
    const { pace, arithmetic } = this.snapshots.current;
    this.snapshots.change({ ...firstSnapshot(this.#current, this.#setup), pace, arithmetic });
    if (!isSameNetwork) this.snapshots.announce(true);
    this.watched.restart((view) => this.refuseView(view));
    this.#connection.watch(!this.watched.isEmpty);
    return this.snapshots.current;
  }

  #connect(): RunConnection {
    const { plan } = this.#current;
    const connection = new RunConnection(plan, this.#setup.worker, this.#services.hosts, {
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
      onFailed: (error) => {
        if (connection === this.#connection) this.snapshots.change({ status: 'failed', error });
      },
    });
    return connection;
  }

  #take(report: Report): void {
    const { status, step, epoch, cost, validation, hyperparameters, arithmetic, error } = report;
    this.#revision = report.revision;
    this.#framesComputed = report.framesComputed;
    this.snapshots.change({
      ...{ status, step, epoch, cost, validation, hyperparameters, arithmetic },
      error: error && errorFromData(error),
    });
    this.wake();
  }

  /** Asks the run's host for what is due; answers wake it again. */
  protected override displayFrame(): void {
    if (!this.#connection.canTick) return;
    const { status, pace, step } = this.snapshots.current;
    const isRunning = status === 'running';
    const views = this.watched.due(this.#revision, isRunning);
    const steps = isRunning ? stepsPerFrame(pace, step) : 0;
    const isFollowed = isRunning && this.snapshots.hasListeners;
    if (views.length > 0 || steps > 0 || isFollowed) this.#connection.tick(steps, views);
  }

  protected override readNow(views: readonly View[]): Promise<readonly FrameAnswer[]> {
    return this.#connection.read(views);
  }

  /** What can be had of step 0 although it has passed: the run's first parameters. */
  protected override readKept(views: readonly View[], step: number): Promise<readonly Frame[]> | null {
    if (step !== 0 || !views.every((view) => view.kind === 'parameters')) return null;
    return Promise.resolve(views.map((view) => firstParameters(this.#current, view)));
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
    'expected a living session, got one that was disposed of; make a new one with createTraining.',
  );
}
