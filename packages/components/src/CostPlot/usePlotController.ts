import { useViewer } from '@neuroglow/engine';
import { useLatest } from '@neuroglow/engine/internal';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useHoveredStep } from '../shared/stepAxis/useHoveredStep.js';
import type { PlotController, PlotControllerOptions, PlotInput } from './interaction/plotController.js';
import type * as Parts from './plotParts.js';
import type { RunStore } from './series/runEntries.js';

/** The parts of a plot that are fetched once one is on a page. */
export type PlotParts = typeof Parts;

export interface UsePlotControllerOptions extends Pick<PlotControllerOptions, 'onScene' | 'onReading' | 'onFollowing'> {
  readonly reader: RefObject<HTMLDivElement | null>;
  readonly stage: RefObject<HTMLDivElement | null>;
  readonly handle: RefObject<HTMLDivElement | null>;
  /** Whether the handle is there: the plot is rebuilt when this changes. */
  readonly hasHandle: boolean;
  readonly store: RunStore;
  readonly input: PlotInput;
}

export interface UsedController {
  readonly controller: RefObject<PlotController | null>;
  readonly parts: PlotParts | null;
  readonly problem: Error | null;
}

/** Draws a plot without React, once it is measured. */
export function usePlotController(options: UsePlotControllerOptions): UsedController {
  const { reader, stage, handle, hasHandle, store, input } = options;
  const viewer = useViewer();
  const { loaded, problem } = useParts();
  const latest = useLatest(options);
  const controller = useRef<PlotController | null>(null);
  const setHovered = useHoveredStep((step) => controller.current?.pointElsewhere(step));
  const isMeasured = input.size.width > 0;

  useEffect(() => {
    const [element, around] = [reader.current, stage.current];
    if (!loaded || !element || !around || !isMeasured) return;
    const made = loaded.parts.createPlotController({
      ...{
        Plot: loaded.Plot,
        stage: around,
        reader: element,
        handle: hasHandle ? handle.current : null,
        store,
        viewer,
      },
      input: latest.current.input,
      onScene: (scene) => latest.current.onScene(scene),
      onReading(reading) {
        setHovered(reading?.step ?? null);
        latest.current.onReading(reading);
      },
      onFollowing: (isFollowing) => latest.current.onFollowing(isFollowing),
    });
    controller.current = made;
    return () => {
      made.destroy();
      controller.current = null;
    };
  }, [loaded, reader, stage, handle, hasHandle, isMeasured, store, viewer, latest, setHovered]);

  useEffect(() => {
    controller.current?.update(input);
  }, [input]);

  return { controller, parts: loaded?.parts ?? null, problem };
}

interface Loaded {
  readonly Plot: PlotControllerOptions['Plot'];
  readonly parts: PlotParts;
}

/** uPlot asks for `matchMedia` as it is imported, which throws on a server and in jsdom: so it comes after mounting, where it can. */
function useParts(): { readonly loaded: Loaded | null; readonly problem: Error | null } {
  const [state, setState] = useState<{ readonly loaded: Loaded | null; readonly problem: Error | null }>({
    loaded: null,
    problem: null,
  });
  useEffect(() => {
    if (typeof matchMedia !== 'function') return;
    let isWanted = true;
    Promise.all([import('uplot'), import('./plotParts.js')]).then(
      ([{ default: Plot }, parts]) => {
        if (isWanted) setState({ loaded: { Plot, parts }, problem: null });
      },
      (reason: unknown) => {
        const problem = reason instanceof Error ? reason : new Error(String(reason));
        if (isWanted) setState({ loaded: null, problem });
      },
    );
    return () => {
      isWanted = false;
    };
  }, []);
  return state;
}
