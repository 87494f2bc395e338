import { createThrottle } from '@neuroglow/engine/internal';
import { useEffect, useRef, type RefObject } from 'react';
import type { NumberFormat } from '../shared/number.js';
import type { useTooltip } from '../shared/useTooltip.js';
import type { CostPlotMessages } from './messages.js';
import type { PlotScene } from './scene/scene.js';
import { lastStep } from './series/curves.js';
import type { RunEntry, RunStore } from './series/runEntries.js';
import { describeMark, describeScene } from './words/describeScene.js';
import { writeStep } from './words/writeCost.js';

export interface ToldReadingOptions {
  readonly reader: RefObject<HTMLDivElement | null>;
  readonly store: RunStore;
  readonly tooltip: ReturnType<typeof useTooltip>;
  readonly words: CostPlotMessages;
  readonly format: NumberFormat;
  readonly entries: readonly RunEntry[];
  /** What the slider says before the first step. */
  readonly nothing: string;
}

export interface ToldReading {
  readonly read: (
    reading: { readonly step: number; readonly x: number; readonly y: number } | null,
    scene: PlotScene | null,
  ) => void;
  readonly describe: (scene: PlotScene) => string;
}

/** Says what is read at a step: in the tooltip, and as the slider's value. */
export function useToldReading(options: ToldReadingOptions): ToldReading {
  const { reader, store, tooltip, words, format, entries, nothing } = options;
  const reading = useRef<number | null>(null);
  // What the slider says while nobody moves it: the latest step.
  useEffect(() => {
    const throttle = createThrottle(1000, () => {
      const runs = store.get() ?? [];
      const last = lastStep(runs);
      reader.current?.setAttribute('aria-valuemax', String(last));
      if (reading.current !== null) return;
      const curves = runs.flatMap((run) =>
        run.series.filter(({ role }) => role !== 'metric').map((series) => ({ run, series })),
      );
      const lines = writeStep(curves, entries.length, last, words, format);
      setValue(reader.current, last, last > 0 ? [words.step(last, format), ...lines].join(', ') : nothing);
    });
    throttle.request();
    const leave = store.subscribe(throttle.request);
    return () => {
      leave();
      throttle.reset();
    };
  }, [reader, store, entries, words, format, nothing]);
  return {
    read(found, scene) {
      reading.current = found?.step ?? null;
      if (!found || !scene) {
        tooltip.hide();
        return;
      }
      const { step, x, y } = found;
      const title = words.step(step, format);
      const lines = writeStep(scene.curves, entries.length, step, words, format);
      const marks = scene.marks.filter((mark) => mark.step === step && mark.kind !== 'above' && mark.kind !== 'below');
      const notes = marks.map((mark) => describeMark(mark, scene.curves, words, format));
      const note = notes.join('; ');
      tooltip.show({ title, lines, ...(note && { note }) }, { x, y: Math.max(0, y), width: 1, height: 1 });
      setValue(reader.current, step, [title, ...lines, ...notes].join(', '));
    },
    describe: (scene) => describeScene(scene, words, format),
  };
}

function setValue(slider: HTMLElement | null, step: number, text: string): void {
  slider?.setAttribute('aria-valuenow', String(step));
  slider?.setAttribute('aria-valuetext', text);
}
