import { checkBoolean, checkInteger, checkObject, checkOptions, checkSeed } from '../core/check.js';
import type { Hyperparameters, Optimizer } from '../core/configuration.js';
import { type NetworkOptions, descriptionOf, networkOf } from '../core/createNetwork.js';
import { NeuroglowError } from '../core/error.js';
import { checkNetwork } from '../core/forward.js';
import { checkInitializer } from '../core/initialize.js';
import { keepWeights } from '../core/keepWeights.js';
import type { Network, NetworkDescription } from '../core/network.js';
import { resizeLayer } from '../core/resizeLayer.js';
import { samePlainData } from '../core/samePlainData.js';
import { validateConfiguration } from '../core/validateConfiguration.js';
import { type StopCondition, checkUntil } from '../run/boundaries.js';
import { type JournalChange, type JournalEntry, checkChange } from '../run/journal.js';
import type { RunState } from '../run/runState.js';
import { type ViewCapabilities, viewCapabilities } from '../views/capabilities.js';
import type { Frame, View } from '../views/view.js';
import type { FrameAnswer } from '../source/frameAnswer.js';
import { SourceBase } from '../source/sourceBase.js';
import type { Pace, ParameterReference, Snapshot, SourceControls, TrainingSource } from '../source/trainingSource.js';
import type { HostCommand, Report } from '../hosting/protocol.js';
import { RunConnection, type RunStart } from '../hosting/runConnection.js';
import type { WindowServices } from '../hosting/window.js';
import { earlierSetup, readOnly } from './earlierRun.js';
import { type EarlierRun, EarlierRuns } from './earlierRuns.js';
import { networkFrom } from './networkFrom.js';
import { type NewRun, type RunChoices, firstParameters, firstSnapshot, newRun, redrawn, reported } from './newRun.js';
import { checkPace, stepsPerFrame } from './pace.js';
import { parameterIndex } from './parameterIndex.js';
import { type SessionState, stateOf } from './sessionState.js';
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
  readonly runs: EarlierRuns = new EarlierRuns((run) => this.#openEarlier(run));
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
    const { start } = setup;
    super({ ...firstSnapshot(current, setup), ...(start?.report && reported(start.report)) }, services.frames);
    this.#setup = setup;
    this.#services = services;
    this.data = { training: training.rows, validation: validation?.rows ?? 0, probes: probes.length };
    this.#current = current;
    this.#network = configuration.network;
    this.capabilities = this.#capabilitiesOf(this.#network);
    this.#connection = this.#connect(start);
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
    const next = this.#checked(networkFrom(network, this.snapshots.current.seed));
    return keeps ? this.#beginFrom((before) => keepWeights(before, next)) : this.#begin(this.#choices(next));
  }

  async load(network: Network): Promise<SessionSnapshot> {
    this.#assertAlive();
    return Promise.resolve(this.#begin(this.#choices(this.#checked(network))));
  }

  async readNetwork(): Promise<Network> {
    const { network } = this.#current;
    const asked = this.#current;
    const { parameters } = await this.read({ kind: 'parameters' });
    if (asked !== this.#current) return this.readNetwork();
    return networkOf(descriptionOf(network), parameters, network.initializer, network.seed);
  }

  async saveState(options: { readonly data?: boolean } = {}): Promise<SessionState> {
    this.#assertAlive();
    checkOptions(options, 'saveState options', ['data']);
    const { data = true } = options;
    checkBoolean(data, 'data');
    const { network, plan } = this.#current;
    const { state, report } = await this.#connection.save();
    const { pace } = this.snapshots.current;
    return stateOf({ network, plan, run: state, report, pace, until: this.#setup.until, withData: data });
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

  /** Checks and copies a network. All runs of a session share its data, so their networks have the same inputs and outputs. */
  #checked(next: Network): Network {
    checkNetwork(next);
    const { configuration } = this.#setup;
    const { neurons: inputs } = this.#network.layers[0]!;
    const { neurons: outputs } = this.#network.layers.at(-1)!;
    const { neurons: nextInputs } = next.layers[0]!;
    const { neurons: nextOutputs } = next.layers.at(-1)!;
    if (nextInputs !== inputs || nextOutputs !== outputs) {
      throw new NeuroglowError(
        'invalid-network',
        `network: expected ${inputs} inputs and ${outputs} outputs, as the session's data has, got ${nextInputs} and ${nextOutputs}; create another session for other data.`,
      );
    }
    const { network, parameters } = validateConfiguration({
      ...configuration,
      network: next,
      parameters: next.parameters,
    });
    const { initializer, seed } = next;
    if ((initializer as unknown) !== null) checkInitializer(initializer);
    checkSeed(seed, 'network.seed');
    return networkOf(network, parameters, initializer, seed);
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
    this.#connection = this.#connect();
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
    const { journal, report } = connection;
    const state = new Promise<RunState | null>((resolve) => {
      connection.end(
        new NeuroglowError(
          'disposed',
          'expected the current run of the session, got one that a new run has replaced; repeat the command.',
        ),
        resolve,
      );
    });
    if (report !== null && report.step > 0) this.runs.add({ summary, plan, network, journal, report, state });
  }

  /** An earlier run of this session, as a source without commands. */
  async #openEarlier(run: EarlierRun): Promise<TrainingSource> {
    const state = await run.state;
    return readOnly(new Session(earlierSetup(run, state, this.#setup), this.#services));
  }

  #connect(start?: RunStart): RunConnection {
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
        onFailed: (error) => {
          if (connection === this.#connection) this.snapshots.change({ status: 'failed', error });
        },
      },
      start,
    );
    return connection;
  }

  #take(report: Report): void {
    this.#revision = report.revision;
    this.#framesComputed = report.framesComputed;
    this.snapshots.change(reported(report));
    this.wake();
  }

  /** Requests the views that are due from the run's host; answers wake the session again. */
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

  /** The run's first parameters: the only view of an earlier step that is available. */
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
    'expected a session in use, got one that was disposed of; create a new one with createTraining.',
  );
}
