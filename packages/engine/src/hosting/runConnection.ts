import { NeuroglowError } from '../core/error.js';
import type { ArithmeticKind } from '../core/configuration.js';
import type { JournalEntry } from '../run/journal.js';
import type { RunState } from '../run/runState.js';
import type { View } from '../views/view.js';
import { errorFromData } from '../source/errorData.js';
import type { HostLink, HostListener, OnClosed } from './hostLink.js';
import type { HostPool } from './hostPool.js';
import { startTimer, type Timer } from './timer.js';
import type { FromHost, HostCommand, Report, RunPlan } from './protocol.js';
import type { RunEvents, RunStart } from './runEvents.js';
import type { RunTimeline } from './runTimeline.js';
import { PendingCalls, answerOf, type Answer, type Call, type Request } from './pendingCalls.js';
import type { SeekCall, SeekTarget } from './seekDesk.js';
import type { FrameAnswer, WatchedView } from '../source/frameAnswer.js';

/** How long a run that is not needed stays with its host, in milliseconds. */
const linger = 3_000;
/** A run fails after this many losses of its host without progress in between. */
const mostLosses = 3;

/**
 * One run, wherever it is hosted. It is hosted only while it is needed; afterwards its state is kept here. A lost host is replaced, and
 * the run continues from the state that was last received.
 */
export class RunConnection implements HostListener {
  /** Its name in messages. */
  readonly run: string;
  readonly #plan: RunPlan;
  readonly #worker: 'auto' | false;
  readonly #pool: HostPool;
  readonly #events: RunEvents;
  readonly timeline: RunTimeline;

  #phase: 'apart' | 'joining' | 'opening' | 'open' | 'leaving' | 'over' = 'apart';
  #link: HostLink | null = null;
  /** The state that was last received, and all changes by hand up to now. */
  #state: RunState | null = null;
  #journal: readonly JournalEntry[] = [];
  #latest: Report | null = null;
  #arithmetic: ArithmeticKind | null = null;
  #lastStart: Extract<HostCommand, { kind: 'start' }> = { kind: 'start', until: null, pace: 'fastest', orOn: false };
  readonly #calls = new PendingCalls();
  #ticking = false;
  #isWatched = false;
  /** Commands that bring a reopened run to where it was. */
  #restoring: HostCommand[] = [];
  #losses = 0;
  #leaveTimer: Timer | null = null;
  #end: NeuroglowError | null = null;

  constructor(
    plan: RunPlan,
    worker: 'auto' | false,
    pool: HostPool,
    events: RunEvents,
    timeline: RunTimeline,
    start?: RunStart,
  ) {
    this.run = pool.nameRun();
    this.#plan = plan;
    this.#worker = worker;
    this.#pool = pool;
    this.#events = events;
    this.timeline = timeline;
    if (start === undefined) return;
    this.#state = start.state;
    this.#journal = start.journal;
    this.#latest = start.report;
    this.#arithmetic = start.report?.arithmetic ?? null;
  }

  get place(): HostLink['place'] | null {
    return this.#link?.place ?? null;
  }

  /** Whether the run is not hosted and no call is pending. */
  get isApart(): boolean {
    return this.#phase === 'apart' && this.#calls.size === 0;
  }

  /** The run's last report; null before it was ever hosted. */
  get report(): Report | null {
    return this.#latest;
  }

  get journal(): readonly JournalEntry[] {
    return this.#journal;
  }

  /** Whether a displayed frame can be requested now; `onOpened` and `onAnswers` report when it can again. */
  get canTick(): boolean {
    return this.#phase === 'open' && !this.#ticking;
  }

  async command(command: HostCommand): Promise<Report> {
    return (await this.#call({ command })).report;
  }

  async read(views: readonly View[]): Promise<readonly FrameAnswer[]> {
    return answerOf('read', await this.#call({ views })).answers;
  }

  /** The run's state as it is now, and how it stands. */
  async save(): Promise<{ readonly state: RunState; readonly report: Report }> {
    return answerOf('saved', await this.#call({ save: true }));
  }

  /** Computes another step of the run. */
  seek(seek: SeekTarget): SeekCall {
    if (this.#end !== null) return { answer: Promise.reject(this.#end), cancel: () => undefined };
    const call = this.#begin({ seek });
    const { number } = call;
    this.timeline.begin(number, seek.step);
    const answer = call.answer.then((message) => answerOf('sought', message)).finally(() => this.#endSeek(number));
    const cancel = (): void => {
      if (this.#calls.take(number) === undefined) return;
      this.#link?.post({ type: 'cancel', run: this.run, call: number });
      this.#endSeek(number);
      this.#considerLeaving();
    };
    this.#events.onTimeline();
    return { answer, cancel };
  }

  #endSeek(number: number): void {
    this.timeline.end(number);
    this.#events.onTimeline();
  }

  /** Requests the steps and views of one displayed frame. */
  tick(steps: number, views: readonly WatchedView[]): void {
    if (!this.canTick) return;
    this.#ticking = true;
    this.#link?.post({ type: 'tick', run: this.run, steps, views });
  }

  /** Sets whether the run is watched: a watched run stays open even while it does not move. */
  watch(isWatched: boolean): void {
    this.#isWatched = isWatched;
    if (isWatched) this.#join();
    this.#considerLeaving();
  }

  /**
   * Ends the connection, and its run with it; open requests are rejected with the error.
   * @param onClosed takes the run's final state, or the last known one if its host is lost; null if it never began
   */
  end(error: NeuroglowError, onClosed?: OnClosed): void {
    this.#end = error;
    this.#cancelLeaving();
    if (this.#link !== null) {
      this.#link.post({ type: 'close', run: this.run });
      this.#pool.release(this.#link, this.run, onClosed && ((state) => onClosed(state ?? this.#state)));
    } else onClosed?.(this.#state);
    this.#link = null;
    this.#phase = 'over';
    this.#calls.rejectAll(error);
  }

  onMessage(message: FromHost): void {
    switch (message.type) {
      case 'opened':
        this.#opened(message.report);
        return;
      case 'rejected':
        this.#giveUp(errorFromData(message.error));
        return;
      case 'done':
        if (message.call === restoration) {
          if (this.#restoring.length === 0) this.#take(message.report);
          this.#restoreNext();
          return;
        }
        if (message.journal !== null) this.#takeJournal(message.journal);
        this.#take(message.report);
        this.#answer(message.call, (call) => call.resolve(message));
        return;
      case 'saved':
      case 'read':
        this.#take(message.report);
        this.#answer(message.call, (call) => call.resolve(message));
        return;
      case 'sought':
        this.timeline.sought(message.here, message.stepTime);
        this.#take(message.report);
        this.#answer(message.call, (call) => call.resolve(message));
        return;
      case 'seeking':
        this.timeline.expect(message.call, message.expectedMs);
        this.#events.onTimeline();
        return;
      case 'lacking': {
        const call = this.#calls.get(message.call);
        if (call !== undefined) this.#post(call, true);
        return;
      }
      case 'keyframes':
        this.#takeKeyframes(message);
        return;
      case 'refused':
        this.#answer(message.call, (call) => call.reject(errorFromData(message.error)));
        return;
      case 'ticked':
        this.#ticking = false;
        this.#take(message.report);
        this.#events.onAnswers(message.answers);
        return;
      case 'stopped':
        this.#take(message.report);
        return;
      case 'checkpoint':
        this.#state = message.state;
        this.#losses = 0;
        if (this.#phase === 'open') this.#take(message.report);
        return;
      case 'closed':
        this.#state = message.state;
        this.#left();
        return;
      case 'ready':
      case 'pong':
    }
  }

  onLost(): void {
    this.#link = null;
    this.#ticking = false;
    this.#cancelLeaving();
    this.#phase = 'apart';
    this.#losses++;
    if (this.#losses >= mostLosses) {
      this.#giveUp(
        new NeuroglowError(
          'worker-failed',
          `expected the training worker to go on, but it stopped ${mostLosses} times in a row; reset the run, or train with worker: false.`,
        ),
      );
      return;
    }
    const from = this.#state?.trainer.step ?? 0;
    this.#events.onNotice(`The training worker stopped and was replaced: the run was resumed from step ${from}.`);
    if (this.#isNeeded()) this.#join();
  }

  #call(request: Request): Promise<Answer> {
    return this.#end === null ? this.#begin(request).answer : Promise.reject(this.#end);
  }

  #begin(request: Request): Call {
    const call = this.#calls.add(request);
    this.#cancelLeaving();
    if (this.#phase === 'open') this.#post(call);
    else this.#join();
    return call;
  }

  #post(call: Call, mustSend = false): void {
    const { run } = this;
    const { number } = call;
    if ('seek' in call.request) {
      const { seek } = call.request;
      const from = this.timeline.startFor(seek.step, mustSend);
      this.#link?.post({ type: 'seek', run, call: number, ...seek, from });
    } else if ('save' in call.request) this.#link?.post({ type: 'save', run, call: number });
    else if ('views' in call.request) this.#link?.post({ type: 'read', run, call: number, views: call.request.views });
    else this.#link?.post({ type: 'command', run, call: number, command: this.#note(call, call.request.command) });
  }

  /** Remembers commands that a replacement host would have to get again. */
  #note(call: Call, command: HostCommand): HostCommand {
    if (command.kind === 'start') this.#lastStart = command;
    else if (command.kind === 'setPace') this.#lastStart = { ...this.#lastStart, pace: command.pace };
    else if (command.kind === 'advance' && 'by' in command) {
      if (call.target !== undefined) return { kind: 'advance', to: call.target };
      const from = Math.max(this.#latest?.step ?? 0, ...this.#calls.targets);
      call.target = from + command.by;
    }
    return command;
  }

  #answer(number: number, settle: (call: Call) => void): void {
    const call = this.#calls.take(number);
    if (call !== undefined) settle(call);
    this.#considerLeaving();
  }

  #take(report: Report): void {
    if ((this.#latest?.step ?? 0) < report.step) this.#losses = 0;
    this.#latest = report;
    this.#arithmetic = report.arithmetic;
    this.#events.onReport(report);
    this.#considerLeaving();
  }

  #takeJournal(journal: readonly JournalEntry[]): void {
    this.#journal = journal;
    const latest = journal.at(-1);
    if (latest !== undefined) this.timeline.changedAt(latest.step);
  }

  #takeKeyframes({ keyframes, stepTime }: Extract<FromHost, { type: 'keyframes' }>): void {
    const { run, timeline } = this;
    if (timeline.receive(keyframes, stepTime)) this.#link?.post({ type: 'space', run, spacing: timeline.spacing ?? 1 });
    this.#events.onTimeline();
  }

  #join(): void {
    if (this.#phase !== 'apart') return;
    this.#phase = 'joining';
    void this.#pool.acquire(this.#worker, this.run, this).then(({ link, notice }) => {
      if (this.#phase !== 'joining') {
        this.#pool.release(link, this.run);
        return;
      }
      this.#link = link;
      this.#phase = 'opening';
      if (notice !== null) this.#events.onNotice(notice);
      const plan = { ...this.#plan, arithmetic: this.#arithmetic ?? this.#plan.arithmetic };
      const { run } = this;
      this.timeline.hosted();
      const [state, journal, before, { spacing }] = [this.#state, this.#journal, this.#latest, this.timeline];
      link.post({ type: 'open', run, plan, state, journal, before, spacing });
    });
  }

  /**
   * Brings a reopened run to where it was: first the steps made since its state was saved, so that it is never shown at an earlier step;
   * then its last command; then the calls that came meanwhile.
   */
  #opened(report: Report): void {
    const before = this.#latest;
    const ranFreely = before?.status === 'running' && this.#calls.targets.length === 0;
    this.#restoring = [...stepsMissing(before, report), ...(ranFreely ? [this.#lastStart] : [])];
    if (before === null) this.#take(report);
    this.#restoreNext();
  }

  #restoreNext(): void {
    const command = this.#restoring.shift();
    if (command === undefined) this.#restored();
    else this.#link?.post({ type: 'command', run: this.run, call: restoration, command });
  }

  #restored(): void {
    this.#phase = 'open';
    for (const call of this.#calls.all()) this.#post(call);
    this.#events.onOpened();
    this.#considerLeaving();
  }

  #isNeeded(): boolean {
    return this.#isWatched || this.#calls.size > 0 || this.#latest?.status === 'running';
  }

  #considerLeaving(): void {
    if (this.#isNeeded()) this.#cancelLeaving();
    else if (this.#phase === 'open') {
      this.#leaveTimer ??= startTimer(linger, () => {
        this.#leaveTimer = null;
        this.#phase = 'leaving';
        this.#link?.post({ type: 'close', run: this.run });
      });
    }
  }

  #cancelLeaving(): void {
    this.#leaveTimer?.cancel();
    this.#leaveTimer = null;
  }

  #left(): void {
    if (this.#link !== null) this.#pool.release(this.#link, this.run);
    this.#link = null;
    this.#ticking = false;
    this.#phase = 'apart';
    if (this.#isNeeded()) this.#join();
  }

  #giveUp(error: NeuroglowError): void {
    this.end(error);
    this.#events.onFailed(error);
  }
}

function stepsMissing(before: Report | null, now: Report): HostCommand[] {
  return before !== null && before.step > now.step ? [{ kind: 'advance', to: before.step }] : [];
}

/** The call that brings a reopened run to where it was. */
const restoration = -1;
