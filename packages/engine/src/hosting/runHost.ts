import type { JournalEntry } from '../run/journal.js';
import { frameTransferables } from '../views/frameTransferables.js';
import { errorToData } from '../source/errorData.js';
import { keyframeTransferables } from '../timeline/keyframe.js';
import { HostedRun } from './hostedRun.js';
import type { FromHost, ToHost } from './protocol.js';
import type { FrameAnswer } from '../source/frameAnswer.js';
import type { SeekOutcome } from './seeker.js';
import { stateTransferables } from './stateTransferables.js';
import type { Defer } from './taskQueue.js';

/** What a host needs of its thread. Time decides when a slice ends, never what a step computes. */
export interface HostSurroundings {
  /** Milliseconds. */
  readonly now: () => number;
  readonly defer: Defer;
}

export type SendFromHost = (message: FromHost, transfer: ArrayBuffer[]) => void;

/** Milliseconds of work before messages are answered. A run may overrun by as much again, which stays within 8 ms. */
const sliceTime = 4;
/** How often the state of a running run is sent to the page. */
const checkpointTime = 2_000;
/** How often the expected time of a long seek is sent, in milliseconds. */
const tellingTime = 50;

/** A hosted run and its pending answers. */
interface Guest {
  readonly run: HostedRun;
  /** Calls to answer once the run stops. */
  awaiting: number[];
  /** A displayed frame that waits for its granted steps. */
  tick: Extract<ToHost, { type: 'tick' }> | null;
  checkpointAt: number;
  /** Whether the next turn belongs to a seek, where there are steps to make as well. */
  isSeeksTurn: boolean;
  /** When the expected time of a seek was last told. */
  toldAt: number;
}

/**
 * Hosts runs, in a worker and on the calling thread alike: works on them in turns of a few milliseconds, and answers messages in
 * between. Without a running run it is idle.
 */
export class RunHost {
  readonly #surroundings: HostSurroundings;
  readonly #send: SendFromHost;
  /** Round-robin: a run that has had its slice moves to the back of the queue. */
  readonly #guests = new Map<string, Guest>();
  #scheduled = false;

  constructor(surroundings: HostSurroundings, send: SendFromHost) {
    this.#surroundings = surroundings;
    this.#send = send;
  }

  receive(message: ToHost): void {
    if (message.type === 'ping') this.#send({ type: 'pong' }, []);
    else if (message.type === 'open') this.#open(message);
    else {
      const guest = this.#guests.get(message.run);
      if (guest === undefined) return;
      if (message.type === 'command') this.#obey(guest, message);
      else if (message.type === 'read') this.#read(guest, message);
      else if (message.type === 'save') this.#save(guest, message);
      else if (message.type === 'tick') this.#tick(guest, message);
      else if (message.type === 'seek') this.#seek(guest, message);
      else if (message.type === 'cancel') guest.run.seeker.cancel(message.call);
      else if (message.type === 'space') guest.run.recorder.spacing = message.spacing;
      else this.#close(guest, message.run);
    }
    this.#schedule();
  }

  #open(message: Extract<ToHost, { type: 'open' }>): void {
    const { run } = message;
    try {
      const { now } = this.#surroundings;
      const hosted = new HostedRun(message, now);
      const checkpointAt = now() + checkpointTime;
      const guest = { run: hosted, awaiting: [], tick: null, checkpointAt, isSeeksTurn: false, toldAt: 0 };
      this.#guests.set(run, guest);
      this.#send({ type: 'opened', run, report: hosted.report() }, []);
      this.#sendKeyframes(run, guest, true);
    } catch (error) {
      this.#send({ type: 'rejected', run, error: errorToData(error) }, []);
    }
  }

  #close(guest: Guest, run: string): void {
    const state = guest.run.saveState();
    this.#guests.delete(run);
    guest.run.dispose();
    this.#send({ type: 'closed', run, state }, stateTransferables(state));
  }

  #obey(guest: Guest, { run, call, command }: Extract<ToHost, { type: 'command' }>): void {
    try {
      guest.run.obey(command);
    } catch (error) {
      this.#send({ type: 'refused', run, call, error: errorToData(error) }, []);
      return;
    }
    if (command.kind === 'advance') guest.awaiting.push(call);
    else this.#done(run, guest, call, command.kind === 'change' ? guest.run.journal : null);
    this.#settle(run, guest);
  }

  #done(run: string, guest: Guest, call: number, journal: readonly JournalEntry[] | null): void {
    this.#send({ type: 'done', run, call, report: guest.run.report(), journal }, []);
  }

  #read(guest: Guest, { run, call, views }: Extract<ToHost, { type: 'read' }>): void {
    const answers = guest.run.frames(views.map((view) => ({ key: '', view, seen: never })));
    const report = guest.run.report();
    this.#send({ type: 'read', run, call, answers, report }, buffersOf(answers));
  }

  #save(guest: Guest, { run, call }: Extract<ToHost, { type: 'save' }>): void {
    const state = guest.run.saveState();
    this.#send({ type: 'saved', run, call, report: guest.run.report(), state }, stateTransferables(state));
  }

  #tick(guest: Guest, message: Extract<ToHost, { type: 'tick' }>): void {
    guest.tick = message;
    if (message.steps > 0) guest.run.grant(message.steps);
    this.#settle(message.run, guest);
  }

  /** Short ways are gone at once, so that the answer needs no turn of its own. */
  #seek(guest: Guest, { run, ...request }: Extract<ToHost, { type: 'seek' }>): void {
    const refusal = guest.run.seeker.add(request);
    if (refusal !== null) this.#report(run, guest, refusal);
    else this.#workOnSeeks(run, guest);
  }

  #workOnSeeks(run: string, guest: Guest): void {
    const { now } = this.#surroundings;
    const end = now() + sliceTime;
    for (const outcome of guest.run.seeker.work(() => now() < end)) this.#report(run, guest, outcome);
  }

  #report(run: string, guest: Guest, outcome: SeekOutcome): void {
    const { call } = outcome;
    if ('lacks' in outcome) this.#send({ type: 'lacking', run, call }, []);
    else if ('error' in outcome) this.#send({ type: 'refused', run, call, error: outcome.error }, []);
    else if ('answers' in outcome) {
      const { answers, state } = outcome;
      const { steps: here, stepTime } = guest.run.seeker;
      const report = guest.run.report();
      this.#send({ type: 'sought', run, call, answers, state, report, here, stepTime }, buffersOf(answers));
    } else if (this.#surroundings.now() - guest.toldAt >= tellingTime) {
      guest.toldAt = this.#surroundings.now();
      this.#send({ type: 'seeking', run, call, expectedMs: outcome.expectedMs }, []);
    }
  }

  #sendKeyframes(run: string, guest: Guest, all: boolean): void {
    const { recorder } = guest.run;
    const keyframes = recorder.collect(all);
    if (keyframes.length === 0) return;
    const transfer = keyframes.flatMap(keyframeTransferables);
    this.#send({ type: 'keyframes', run, keyframes, stepTime: recorder.stepTime }, transfer);
  }

  #schedule(): void {
    if (this.#scheduled || !this.#anyReady()) return;
    this.#scheduled = true;
    this.#surroundings.defer(this.#turn);
  }

  readonly #turn = (): void => {
    this.#scheduled = false;
    for (const [run, guest] of this.#guests) {
      const { isReady, seeker } = guest.run;
      if (!isReady && !seeker.isBusy) continue;
      this.#guests.delete(run);
      this.#guests.set(run, guest);
      // A long replay and the run itself take turns.
      const isSeeksTurn = seeker.isBusy && (guest.isSeeksTurn || !isReady);
      guest.isSeeksTurn = !isSeeksTurn;
      if (isSeeksTurn) this.#workOnSeeks(run, guest);
      else this.#work(run, guest);
      break;
    }
    this.#schedule();
  };

  #work(run: string, guest: Guest): void {
    const { now } = this.#surroundings;
    let time = now();
    const end = time + sliceTime;
    guest.run.slice(
      () => (time = now()) < end,
      () => time,
    );
    const selfStopped = !guest.run.isRunning && guest.awaiting.length === 0;
    this.#sendKeyframes(run, guest, !guest.run.isReady);
    if (selfStopped) this.#send({ type: 'stopped', run, report: guest.run.report() }, []);
    this.#settle(run, guest);
    if (!guest.run.isRunning || now() < guest.checkpointAt) return;
    guest.checkpointAt = now() + checkpointTime;
    const state = guest.run.saveState();
    this.#send({ type: 'checkpoint', run, report: guest.run.report(), state }, stateTransferables(state));
  }

  /** Answers the calls that were waiting for this. */
  #settle(run: string, guest: Guest): void {
    if (!guest.run.isRunning) {
      for (const call of guest.awaiting) this.#done(run, guest, call, null);
      guest.awaiting = [];
    }
    const { tick } = guest;
    if (tick === null || (tick.steps > 0 && guest.run.isReady)) return;
    guest.tick = null;
    const answers = guest.run.frames(tick.views);
    this.#send({ type: 'ticked', run, report: guest.run.report(), answers }, buffersOf(answers));
  }

  #anyReady(): boolean {
    for (const { run } of this.#guests.values()) if (run.isReady || run.seeker.isBusy) return true;
    return false;
  }
}

/** Not a revision, so the view counts as never seen. */
const never = -1;

function buffersOf(answers: readonly FrameAnswer[]): ArrayBuffer[] {
  return answers.flatMap((answer) => ('frame' in answer ? frameTransferables(answer.frame) : []));
}
