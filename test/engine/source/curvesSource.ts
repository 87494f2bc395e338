import { NeuroglowError, type Snapshot, type View } from '@neuroglow/engine/core';
import { errorToData } from '../../../packages/engine/src/source/errorData.js';
import type { FrameAnswer, WatchedView } from '../../../packages/engine/src/source/frameAnswer.js';
import { frameLoopOf, type FrameLoop } from '../../../packages/engine/src/source/frameLoop.js';
import { SourceBase } from '../../../packages/engine/src/source/sourceBase.js';
import { viewCapabilities, type ViewCapabilities } from '../../../packages/engine/src/views/capabilities.js';
import { computeFrameFrom } from '../../../packages/engine/src/views/computeFrame.js';
import type { RecordedSeries } from '../../../packages/engine/src/views/recordedSeries.js';

/** A source that has curves and nothing else, not even a network, as the log of a run elsewhere. It meets needs in its own time. */
export class CurvesSource extends SourceBase<Snapshot> {
  override readonly network = null;
  protected override readonly capabilities: ViewCapabilities = viewCapabilities({
    ...{ network: null, cost: null, training: null, validation: null, probes: [], batches: false, scalars: true },
  });
  readonly #steps: number[] = [];
  readonly #costs: number[] = [];
  #isAsking = false;

  constructor(frames: FrameLoop = frameLoopOf(globalThis)) {
    super({ runId: 'log', status: 'running', step: 0, error: null, notice: null }, frames);
  }

  /** A line of the log. */
  append(step: number, cost: number): void {
    this.#steps.push(step);
    this.#costs.push(cost);
    this.snapshots.change({ step, cost });
    this.wake();
  }

  protected override displayFrame(): void {
    const due = this.#isAsking ? [] : this.watched.due(this.#steps.length, false);
    if (due.length === 0) return;
    this.#isAsking = true;
    void this.#answer(due).then((answers) => {
      this.#isAsking = false;
      this.watched.take(answers);
      this.wake();
    });
  }

  protected override readNow(views: readonly View[]): Promise<readonly FrameAnswer[]> {
    return this.#answer(views.map((view) => ({ key: '', view })));
  }

  #answer(views: readonly Pick<WatchedView, 'key' | 'view'>[]): Promise<readonly FrameAnswer[]> {
    const revision = this.#steps.length;
    const { runId, step } = this.snapshots.current;
    const series: RecordedSeries[] = [
      { name: 'cost', role: 'training', steps: [...this.#steps], values: [...this.#costs] },
    ];
    const fulfil = async (): Promise<{ readonly scalars: readonly RecordedSeries[] }> => {
      await Promise.resolve();
      return { scalars: series };
    };
    return Promise.all(
      views.map(async ({ key, view }) => {
        try {
          if (view.kind !== 'scalars') throw new NeuroglowError('unsupported', 'This source has curves only.');
          return { key, revision, frame: await computeFrameFrom(view, { runId, step }, this.capabilities, fulfil) };
        } catch (error) {
          return { key, revision, error: errorToData(error) };
        }
      }),
    );
  }
}
