import { describe, expect, it, vi } from 'vitest';
import type { Frame, NeuroglowError, SeriesView, StateView, TrainingSource, View } from '@neuroglow/engine/core';

/** A source under test, and the time in which it lives. */
export interface SourceInTime {
  readonly source: TrainingSource;
  /** Lets the promise settle, with whatever work that takes. */
  readonly settle: <T>(promise: Promise<T>) => Promise<T>;
  /** Lets some displayed frames pass. */
  readonly pass: () => Promise<void>;
  /** Brings the source to a later step. */
  readonly advance: () => Promise<void>;
}

export interface SourceSuite {
  readonly name: string;
  readonly make: () => SourceInTime;
  /** Views that it supports; at least one of either sort. */
  readonly states: readonly StateView[];
  readonly series: readonly SeriesView[];
  /** A view that is well-formed, but more than the source has. */
  readonly tooMuch: View;
  /** How many frames have been computed since the suite began, by all sources. */
  readonly framesComputed: () => number;
}

const farStep = 987_654;

/** What every source promises, whatever it shows. */
export function describeSource({ name, make, states, series, tooMuch, framesComputed }: SourceSuite): void {
  const views: readonly View[] = [...states, ...series];

  /** Watches, and collects what comes. */
  function collect(source: TrainingSource, view: View, at?: number) {
    const frames: Frame[] = [];
    const errors: NeuroglowError[] = [];
    const onFrame = (frame: Frame): void => void frames.push(frame);
    const onError = (error: NeuroglowError): void => void errors.push(error);
    const leave = source.watch(view as StateView, { ...(at !== undefined && { at }), onFrame, onError });
    return { frames, errors, leave };
  }

  describe(`${name}: snapshots`, () => {
    it('stay the same object until something changes, and the server’s stays for good', async () => {
      const { source, pass, advance } = make();
      const [first, server] = [source.getSnapshot(), source.getServerSnapshot()];
      await pass();
      expect(source.getSnapshot()).toBe(first);
      await advance();
      expect(source.getSnapshot()).not.toBe(first);
      expect(source.getServerSnapshot()).toBe(server);
    });

    it('are replaced, never changed', async () => {
      const { source, advance } = make();
      const first = source.getSnapshot();
      const copy = { ...first };
      await advance();
      expect(first).toEqual(copy);
      expect(source.getSnapshot().step).toBeGreaterThan(first.step);
    });

    it('are announced to each subscriber until it leaves', async () => {
      const { source, pass, advance } = make();
      const [staying, leaving] = [vi.fn(), vi.fn()];
      source.subscribe(staying);
      const leave = source.subscribe(leaving);
      await advance();
      await pass();
      expect(leaving).toHaveBeenCalled();
      const before = { staying: staying.mock.calls.length, leaving: leaving.mock.calls.length };
      leave();
      await advance();
      await pass();
      expect(staying.mock.calls.length).toBeGreaterThan(before.staying);
      expect(leaving.mock.calls.length).toBe(before.leaving);
    });
  });

  describe(`${name}: views`, () => {
    it.each(views)('%j is supported, read and watched, of the current step', async (view) => {
      const { source, settle, pass, advance } = make();
      expect(source.supports(view)).toBe(true);
      await advance();
      const { step, runId } = source.getSnapshot();
      const read = await settle(source.read(view));
      expect(read).toMatchObject({ kind: view.kind, step, runId });
      const { frames, errors } = collect(source, view);
      await pass();
      expect(errors).toEqual([]);
      expect(frames).toEqual([read]);
      await advance();
      await pass();
      expect(frames.at(-1)!.step).toBeGreaterThan(step);
    });

    it('more than it has is refused by supports, watch and read, with one sentence and one code', async () => {
      const { source, settle, pass } = make();
      const { frames, errors } = collect(source, tooMuch);
      await pass();
      const [error] = errors;
      expect(errors).toHaveLength(1);
      expect(frames).toEqual([]);
      expect(error).toMatchObject({ code: 'unsupported' });
      expect(source.supports(tooMuch)).toEqual({ reason: error!.message });
      await expect(settle(source.read(tooMuch))).rejects.toThrow(error);
      await expect(settle(source.readAll([views[0]!, tooMuch]))).rejects.toThrow(error);
    });

    it('an unknown kind is refused as invalid', async () => {
      const { source, settle, pass } = make();
      const unknown = { kind: 'nonsense' } as unknown as View;
      const { errors } = collect(source, unknown);
      await pass();
      expect(errors).toMatchObject([{ code: 'invalid-view' }]);
      await expect(settle(source.read(unknown))).rejects.toMatchObject({ code: 'invalid-view' });
      expect(source.supports(unknown)).toEqual({ reason: errors[0]!.message });
    });

    it('together are of one step, in their order', async () => {
      const { source, settle, pass, advance } = make();
      await advance();
      const kinds = views.map(({ kind }) => kind);
      const read = await settle(source.readAll(views));
      expect(read.map(({ kind }) => kind)).toEqual(kinds);
      expect(new Set(read.map(({ step }) => step))).toEqual(new Set([source.getSnapshot().step]));
      const watched: (readonly Frame[])[] = [];
      source.watchAll(views, { onFrames: (frames) => watched.push(frames) });
      await pass();
      await advance();
      await pass();
      expect(watched.length).toBeGreaterThan(1);
      for (const frames of watched) {
        expect(frames.map(({ kind }) => kind)).toEqual(kinds);
        expect(new Set(frames.map(({ step }) => step)).size).toBe(1);
      }
    });
  });

  describe(`${name}: steps`, () => {
    if (states.length > 0) {
      it.each(states)('%j can be asked for at the current step', async (view) => {
        const { source, settle, pass, advance } = make();
        await advance();
        const { step } = source.getSnapshot();
        expect((await settle(source.read(view, { at: step }))).step).toBe(step);
        const { frames } = collect(source, view, step);
        await pass();
        await advance();
        await pass();
        expect(frames.map((frame) => frame.step)).toEqual([step]);
      });

      it.each(states)('%j at a step that the source does not have is refused', async (view) => {
        const { source, settle, pass } = make();
        await expect(settle(source.read(view, { at: farStep }))).rejects.toMatchObject({ code: 'step-not-kept' });
        const { frames, errors } = collect(source, view, farStep);
        await pass();
        expect(frames).toEqual([]);
        expect(errors).toMatchObject([{ code: 'step-not-kept' }]);
      });
    }

    if (series.length > 0) {
      it.each(series)('%j refuses to be of a single step', async (view) => {
        const { source, settle, pass } = make();
        const { step } = source.getSnapshot();
        const asked = source.read(view as unknown as StateView, { at: step });
        await expect(settle(asked)).rejects.toMatchObject({ code: 'invalid-option' });
        const { frames, errors } = collect(source, view, step);
        await pass();
        expect(frames).toEqual([]);
        expect(errors).toMatchObject([{ code: 'invalid-option' }]);
      });
    }

    it('are numbers from 0 on, or live', async () => {
      const { source, settle } = make();
      for (const at of [-1, 0.5, NaN, 'now'] as unknown as number[]) {
        const code = expect.objectContaining({ code: 'invalid-option' }) as Error;
        await expect(settle(source.read(views[0] as StateView, { at }))).rejects.toThrow(code);
        expect(() => collect(source, views[0]!, at)).toThrow(code);
      }
    });
  });

  describe(`${name}: watchers`, () => {
    it('get one frame of a state, and then none until it changes', async () => {
      const { source, pass } = make();
      const { frames } = collect(source, views[0]!);
      for (let i = 0; i < 3; i++) await pass();
      expect(frames).toHaveLength(1);
    });

    it('share the frame of one view', async () => {
      const { source, pass } = make();
      const [one, other] = [collect(source, views[0]!), collect(source, { ...views[0]! })];
      const before = framesComputed();
      await pass();
      expect(one.frames).toHaveLength(1);
      expect(one.frames[0]).toBe(other.frames[0]);
      expect(framesComputed() - before).toBe(1);
    });

    it('hear nothing once they have left, not even of a frame under way', async () => {
      const { source, pass, advance } = make();
      const early = collect(source, views[0]!);
      early.leave();
      const late = collect(source, views[0]!);
      await pass();
      late.leave();
      const refused = collect(source, tooMuch);
      refused.leave();
      await advance();
      await pass();
      expect(early.frames).toEqual([]);
      expect(late.frames).toHaveLength(1);
      expect([...early.errors, ...late.errors, ...refused.errors]).toEqual([]);
    });

    it('are not needed for training: without them no frame is computed', async () => {
      const { source, pass, advance } = make();
      source.subscribe(() => undefined);
      collect(source, views[0]!).leave();
      const before = framesComputed();
      for (let i = 0; i < 3; i++) {
        await advance();
        await pass();
      }
      expect(framesComputed()).toBe(before);
    });

    it('have to bring a callback, and views to watch', () => {
      const { source } = make();
      const code = expect.objectContaining({ code: 'invalid-option' }) as Error;
      expect(() => source.watch(views[0]!, {} as never)).toThrow(code);
      expect(() => source.watchAll([], { onFrames: () => undefined })).toThrow(code);
      expect(() => source.watchAll(views, { onFrame: () => undefined } as never)).toThrow(code);
    });
  });
}
